"""Stanza's own network over many sentences, without what a ``stanza.Pipeline`` does besides.

The pipeline builds an annotated document, looks up and reads letter by letter every word each time it occurs, works out a training loss
and decodes sentence by sentence in Python. Here a word is read once, by the network's own code, and a batch is decoded at once; weights,
arithmetic and tags are the pipeline's, which a test compares. Models with character language models or transformers, for which a word
is not the same in every sentence, are left to the pipeline.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any

from ..errors import need

#: words whose vectors are kept; with two hundred numbers a word, 40 MB
KEPT = 50_000
#: new words read at once
_CHUNK = 512
#: ids below are Stanza's marks and no tags; it takes the first tag for them
_MARKS = 4


class _ReadError(Exception):
    """Not an error: the way out of the network with the vectors of its words."""


def _stop(_module: Any, given: tuple[Any, ...]) -> None:
    raise _ReadError(given[0].data)


class Bulk:
    """The network of a loaded ``NERProcessor``, from sentences of words to their BIOES tags."""

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether the model is of the kind read here: word vectors and letters, one set of tags."""
        if len(processor.trainers) != 1:
            return False
        model, vocab = processor.trainers[0].model, processor.trainers[0].vocab
        return bool(hasattr(model, "charmodel") and getattr(model, "bert_model", None) is None and not model.args.get("char_lowercase")
                    and len(vocab["tag"].lens()) == 1 and len(getattr(model, "crits", ())) == 1
                    and hasattr(model, "taggerlstm") and hasattr(model, "tag_clfs"))

    def __init__(self, processor: Any) -> None:
        from stanza.models.ner.trainer import fix_singleton_tags

        self._torch, self._numpy, self._mend = need("torch", "stanza"), need("numpy", "stanza"), fix_singleton_tags
        trainer = processor.trainers[0]
        self._model = trainer.model.eval()
        self._letters, self._names = trainer.vocab["char"], next(iter(trainer.vocab["tag"]._id2unit.values()))
        self._transitions = self._model.crits[0]._transitions.numpy()
        self._rows: dict[str, int] = {}
        self._table: Any = None
        self._one = Lock()  # of threads that share a tagger, one at a time changes the table

    def __call__(self, sentences: Sequence[Sequence[str]], size: int) -> list[list[str]]:
        """The tags of sentences, none empty, ``size`` of them at a time; fastest when neighbours are of like length."""
        out: list[list[str]] = []
        with self._one:
            self._learn({word for words in sentences for word in words})
            for at in range(0, len(sentences), size):
                out += self._batch(sentences[at:at + size])
        return out

    def _learn(self, words: set[str]) -> None:
        """Read the words not known yet."""
        if len(self._rows) > KEPT:
            self._rows, self._table = {}, None
        new = sorted(words - self._rows.keys(), key=lambda w: (-len(w), w))
        parts = [] if self._table is None else [self._table]
        parts += [self._vectors(new[at:at + _CHUNK]) for at in range(0, len(new), _CHUNK)]
        self._rows |= {word: i for i, word in enumerate(new, len(self._rows))}
        self._table = self._torch.cat(parts)

    def _vectors(self, words: Sequence[str]) -> Any:
        """What the network makes of words, longest first, before it looks at their neighbours."""
        torch, lengths = self._torch, [len(word) for word in words]
        ids = torch.tensor([self._letters.map(list(word)) + [0] * (lengths[0] - len(word)) for word in words])
        with self._model.taggerlstm.register_forward_pre_hook(_stop):
            try:
                self._model([words], ids, ids == 0, None, range(len(words)), [len(words)], lengths, None, None, None, None)
            except _ReadError as read:
                return read.args[0]
        raise AssertionError("the network has read words without looking at their neighbours")

    def _batch(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        np, model, rows = self._numpy, self._model, self._rows
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        lengths = np.array([len(sentences[i]) for i in order])
        there = np.arange(lengths[0])[:, None] < lengths  # which sentences, longest first, still have a word at each place
        words = np.zeros(there.T.shape, np.int64)
        words[there.T] = [rows[word] for i in order for word in sentences[i]]
        torch, states = self._torch, (model.taggerlstm_h_init, model.taggerlstm_c_init)
        given = torch.nn.utils.rnn.PackedSequence(self._table[torch.from_numpy(words.T[there])], torch.from_numpy(there.sum(1)))
        read, _ = model.taggerlstm(given, None, hx=tuple(state.expand(-1, len(order), -1).contiguous() for state in states))
        scores = np.zeros((*there.shape, len(self._transitions)), np.float32)
        scores[there] = model.tag_clfs[0](read.data).numpy()
        out: list[list[str]] = [[] for _ in order]
        for i, path, length in zip(order, self._decode(scores, there.sum(1)).T.tolist(), lengths.tolist(), strict=True):
            out[i] = self._mend([self._names[max(tag, _MARKS)] for tag in path[:length]])
        return out

    def _decode(self, scores: Any, active: Any) -> Any:
        """The best tags (place × sentence) by Viterbi, all sentences at once; at each place only the first ``active`` go on."""
        np = self._numpy
        best, back = scores[0].copy(), []
        for here, n in zip(scores[1:], active[1:], strict=True):
            ways = best[:n, :, None] + self._transitions
            back.append(ways.argmax(1))
            best[:n] = here[:n] + ways.max(1)
        paths = np.zeros(scores.shape[:2], np.int64)
        last = best.argmax(1)
        for t in range(len(back), 0, -1):
            n = active[t]
            paths[t] = last
            last[:n] = back[t - 1][np.arange(n), last[:n]]
        paths[0] = last
        return paths
