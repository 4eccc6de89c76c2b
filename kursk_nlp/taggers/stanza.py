"""A neural tagger: ``stanza.Pipeline`` with models of your own (extra ``stanza``).

``load(lang, folder)`` reads the models of one language from a folder as Stanza lays them out: ``<folder>/<lang>/ner/*.pt`` with its word
vectors in ``<folder>/<lang>/pretrain/*.pt``. Text goes in as tokens, so spans are exact; nothing is looked for on the network.
"""

from __future__ import annotations

import functools
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from ..errors import InputError, MissingExtraError
from .base import NameSpan, spans

#: where the models lie when ``load`` is not told
FOLDER = "KURSK_STANZA"
_LABELS = {"PERSON": "PER", "PERS": "PER", "PER": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}


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
    """The NER models found under ``folder/lang``. Raises ``MissingExtraError`` without Stanza, ``InputError`` without models."""

    def __init__(self, lang: str, folder: str | Path) -> None:
        self.name = "stanza"
        try:
            import stanza
            import torch
        except ImportError as error:
            raise MissingExtraError("the stanza tagger needs Stanza and PyTorch: pip install 'kursk_nlp[stanza]'") from error
        home = Path(folder)
        models, vectors = sorted((home / lang / "ner").glob("*.pt")), sorted((home / lang / "pretrain").glob("*.pt"))
        if not models or not vectors:
            raise InputError(f"no Stanza models for {lang!r} in {home}: {lang}/ner and {lang}/pretrain in it must each hold a .pt file "
                             "(train them with stanza.models.ner_tagger, or copy official ones)")
        self._inference = torch.inference_mode
        # Stanza asks its folder for a list of official models before it looks at the paths that it was given
        with _no_compiler(), tempfile.TemporaryDirectory() as empty:
            (Path(empty) / "resources.json").write_text("{}", encoding="utf-8")
            self._pipeline: Any = stanza.Pipeline(
                lang, dir=empty, processors="tokenize,ner", tokenize_pretokenized=True, ner_model_path=str(models[0]),
                ner_pretrain_path=str(vectors[0]), download_method=None, allow_unknown_language=True, use_gpu=False, verbose=False)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[NameSpan]]:
        """The names of each sentence of folded words; all sentences go through the network as one document."""
        full = [list(words) for words in sentences if words]
        found: Iterator[list[NameSpan]] = iter(())
        if full:
            with self._inference():
                document = self._pipeline(full)
            found = iter([_spans([token.ner for token in s.tokens]) for s in document.sentences])
        return [next(found) if words else [] for words in sentences]


def _spans(tags: Sequence[str]) -> list[NameSpan]:
    """The spans of BIOES tags of whatever corpus, in our labels."""
    ours = [f"{tag[0]}-{_LABELS[tag[2:]]}" if tag[2:] in _LABELS else "O" for tag in tags]
    return spans(ours)


@functools.cache
def load(lang: str, folder: str | None = None) -> StanzaTagger:
    """The tagger of a language from a folder of models, by default the one that the environment variable ``KURSK_STANZA`` names."""
    where = folder or os.environ.get(FOLDER)
    if not where:
        raise InputError(f"the stanza tagger needs models: set the environment variable {FOLDER} to their folder")
    return StanzaTagger(lang, where)
