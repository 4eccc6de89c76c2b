"""Stanza's own network over many sentences, without what a ``stanza.Pipeline`` does besides.

The pipeline builds an annotated document, reads every word letter by letter each time it occurs, works out a training loss and
decodes sentence by sentence in Python. Here a word is read by letters once, and a batch is decoded at once; weights, arithmetic and
tags are the pipeline's, which a test compares. Models with character language models or transformers are left to the pipeline.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any

from ..errors import need

#: words whose letters' vectors are kept; with a hundred numbers a word, 40 MB
KEPT = 100_000
#: letters of words read at once
_CHUNK = 256
#: ids below are Stanza's marks and no tags; it takes the first tag for them
_MARKS = 4


class Bulk:
    """The network of a loaded ``NERProcessor``, from sentences of words to their BIOES tags."""

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether the model is of the kind read here: word vectors and letters, one set of tags."""
        if len(processor.trainers) != 1:
            return False
        model, vocab = processor.trainers[0].model, processor.trainers[0].vocab
        return bool(hasattr(model, "charmodel") and getattr(model, "bert_model", None) is None and not model.args.get("char_lowercase")
                    and len(vocab["tag"].lens()) == 1 and len(getattr(model, "crits", ())) == 1)

    def __init__(self, processor: Any) -> None:
        from stanza.models.ner.trainer import fix_singleton_tags

        self._torch, self._numpy, self._mend = need("torch", "stanza"), need("numpy", "stanza"), fix_singleton_tags
        trainer = processor.trainers[0]
        self._model = trainer.model.eval()
        self._letters, self._names = trainer.vocab["char"], next(iter(trainer.vocab["tag"]._id2unit.values()))
        self._rows: dict[str, int] = {}
        self._table: Any = None
        self._one = Lock()  # of threads that share a tagger, one at a time changes the table
        self._read, crit = self._model.charmodel.forward, self._model.crits[0]
        self._model.charmodel.forward = self._known
        crit.forward = lambda inputs, masks, tags: (0.0, crit._transitions)

    def __call__(self, sentences: Sequence[Sequence[str]], size: int) -> list[list[str]]:
        """The tags of sentences, none empty, ``size`` of them at a time; fastest when neighbours are of like length."""
        out: list[list[str]] = []
        with self._one:
            self._learn({word for words in sentences for word in words})
            for at in range(0, len(sentences), size):
                out += self._batch(sentences[at:at + size])
        return out

    def _learn(self, words: set[str]) -> None:
        """Read the letters of the words not known yet."""
        if len(self._rows) > KEPT:
            self._rows, self._table = {}, None
        new, torch = sorted(words - self._rows.keys(), key=lambda w: (-len(w), w)), self._torch
        parts = [] if self._table is None else [self._table]
        for at in range(0, len(new), _CHUNK):
            some = new[at:at + _CHUNK]
            lengths = [len(word) for word in some]
            ids = torch.tensor([self._letters.map(list(word)) + [0] * (lengths[0] - len(word)) for word in some])
            parts.append(self._read(ids, ids == 0, range(len(some)), [len(some)], lengths).data)
        table = torch.cat(parts)
        self._rows |= {word: i for i, word in enumerate(new, len(self._rows))}
        self._table = table

    def _known(self, rows: Any, _mask: Any, _order: Any, lengths: list[int], _word_lengths: Any) -> Any:
        """In place of the network's reading of letters: the vectors of the words in these rows of the table."""
        return self._torch.nn.utils.rnn.pack_sequence(self._table[rows].split(lengths))

    def _batch(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        some = [list(sentences[i]) for i in order]
        lengths = [len(words) for words in some]
        rows = self._torch.tensor([self._rows[word] for words in some for word in words])
        tags = self._torch.zeros(len(some), lengths[0], 1, dtype=self._torch.long)
        _, scores, transitions = self._model(some, rows, None, tags, None, lengths, None, None, None, None, None)
        paths = self._decode(scores[0].numpy(), transitions[0].numpy(), self._numpy.array(lengths))
        out: list[list[str]] = [[] for _ in some]
        for i, path, length in zip(order, paths, lengths, strict=True):
            out[i] = self._mend([self._names[max(tag, _MARKS)] for tag in path[:length]])
        return out

    def _decode(self, scores: Any, transitions: Any, lengths: Any) -> list[list[int]]:
        """The best path of tags through each sentence (Viterbi), all sentences at once."""
        np = self._numpy
        every, best, back = np.arange(len(scores)), scores[:, 0], []
        for t in range(1, scores.shape[1]):
            ways = best[:, :, None] + transitions
            back.append(ways.argmax(1))
            best = np.where((lengths > t)[:, None], scores[:, t] + ways.max(1), best)
        paths = np.zeros(scores.shape[:2], np.int64)
        here = best.argmax(1)
        for t in range(scores.shape[1] - 1, 0, -1):
            paths[:, t] = here
            here = np.where(lengths > t, back[t - 1][every, here], here)
        paths[:, 0] = here
        found: list[list[int]] = paths.tolist()
        return found
