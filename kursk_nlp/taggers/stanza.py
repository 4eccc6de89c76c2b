"""A neural tagger: ``stanza.Pipeline`` with models of your own or official ones (extra ``stanza``).

``stanza_models`` says where models are looked for. Text goes in as tokens, so spans are exact; nothing is looked for on the network.
"""

from __future__ import annotations

import functools
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from ..errors import InputError, need
from ..text.normalise import key
from .base import NameSpan, spans
from .stanza_bulk import Bulk
from .stanza_models import choose
from .stanza_models import home as models_home

_LABELS = {"PERSON": "PER", "PERS": "PER", "PER": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
#: a longer word is cut for the network, which reads letter by letter; no name is lost, as spans count words
LONGEST = 60
#: sentences that go through the network at once
BATCH = 64


@contextmanager
def _no_compiler() -> Iterator[None]:
    """Keep ``torch._dynamo`` out: an optimizer imports it when it is built, Stanza builds one even to tag, and that costs seconds."""
    name = "torch._dynamo"
    if name in sys.modules:
        yield
        return
    stub = ModuleType(name)
    stub.disable = lambda fn=None, recursive=True, **_: fn if fn is not None else (lambda f: f)  # type: ignore[attr-defined]
    stub.is_compiling = lambda: False  # type: ignore[attr-defined]
    stub.graph_break = lambda *_, **__: None  # type: ignore[attr-defined]
    sys.modules[name] = stub
    try:
        yield
    finally:
        if sys.modules.get(name) is stub:
            del sys.modules[name]


class StanzaTagger:
    """The NER model of a language in a folder. Raises ``MissingExtraError`` without Stanza, ``InputError`` without a model that works."""

    def __init__(self, lang: str, folder: str | Path) -> None:
        self.name = "stanza"
        stanza, torch = need("stanza", "stanza"), need("torch", "stanza")
        model = choose(Path(folder), lang)
        self._inference = torch.inference_mode
        # Stanza asks its folder for a list of official models before it looks at the paths that it was given
        with _no_compiler(), tempfile.TemporaryDirectory() as empty:
            (Path(empty) / "resources.json").write_text("{}", encoding="utf-8")
            try:
                self._pipeline: Any = stanza.Pipeline(
                    lang, dir=empty, processors="tokenize,ner", tokenize_pretokenized=True, ner_model_path=str(model.path),
                    ner_pretrain_path=str(model.pretrain), ner_forward_charlm_path=_path(model.forward_charlm),
                    ner_backward_charlm_path=_path(model.backward_charlm), ner_batch_size=BATCH, download_method=None,
                    allow_unknown_language=True, use_gpu=False, verbose=False)
            except Exception as wrong:  # torch and Stanza raise what they like for a file that is not theirs
                raise InputError(f"the Stanza model {model.path} cannot be loaded with {model.pretrain} "
                                 f"({type(wrong).__name__}: {str(wrong)[:200]})") from wrong
        processor = self._pipeline.processors["ner"]
        if Bulk.fits(processor):
            with self._inference():
                self._read: Callable[[list[list[str]], int], list[list[str]]] = Bulk(processor)
        else:
            self._read = self._piped
        self._spell = _spelling(processor.trainers[0].vocab)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[NameSpan]]:
        """The names of each sentence of folded words."""
        return self.tag_many([sentences])[0]

    def tag_many(self, documents: Sequence[Sequence[Sequence[str]]]) -> list[list[list[NameSpan]]]:
        """The names of each sentence of each document; sentences of like length go through the network together."""
        found: list[list[list[NameSpan]]] = [[[] for _ in sentences] for sentences in documents]
        full = sorted(((d, s) for d, sentences in enumerate(documents) for s, words in enumerate(sentences) if words),
                      key=lambda at: len(documents[at[0]][at[1]]))
        if full:
            with self._inference():
                read = self._read([[self._spell(w)[:LONGEST] for w in documents[d][s]] for d, s in full], BATCH)
            for (d, s), tags in zip(full, read, strict=True):
                found[d][s] = _spans(tags)
        return found

    def _piped(self, sentences: list[list[str]], _size: int) -> list[list[str]]:
        """The tags that the pipeline as it stands gives, for models that ``Bulk`` does not read."""
        return [[token.ner for token in sentence.tokens] for sentence in self._pipeline(sentences).sentences]


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _spelling(vocab: Any) -> Callable[[str], str]:
    """From folded words to the spelling that a model was trained on: of the words that fold to one, the first of its vectors.

    Ours were trained on folded words, official ones on text as it is written (Arabic yeh and kaf, hamzas, teh marbuta).
    """
    words = vocab["word"]._id2unit if "word" in vocab else []
    if all(key(w) == w for w in words[4:1000]):  # the first four are Stanza's own marks
        return str
    written: dict[str, str] = {}
    for word in words[4:]:
        written.setdefault(key(word), word)
    arabic = str.maketrans("یک", "يك") if "في" in written.values() else {}
    return lambda word: written.get(word) or word.translate(arabic)


def _spans(tags: Sequence[str]) -> list[NameSpan]:
    """The spans of BIOES tags of whatever corpus, in our labels."""
    return spans([f"{tag[0]}-{_LABELS[tag[2:].upper()]}" if tag[2:].upper() in _LABELS else "O" for tag in tags])


@functools.cache
def load(lang: str, folder: str | None = None) -> StanzaTagger:
    """The tagger of a language from a folder of models, by default the one that ``stanza_models.home`` finds."""
    return StanzaTagger(lang, models_home(lang, folder))
