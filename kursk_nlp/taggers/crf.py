"""The default tagger: a linear-chain CRF (python-crfsuite) over the features of ``features``.

The models ship with the package and are made by ``python -m kursk_nlp.build.ner``; docs/names.md is their model card.
"""

from __future__ import annotations

import functools
import gzip
from collections.abc import Mapping, Sequence
from importlib.resources import files

import pycrfsuite

from ..gazetteer.words import hint
from .base import NameSpan, spans
from .features import Extractor
from .words import clusters, features


class CrfTagger:
    """The shipped model of a language (``"fa"`` or ``"ar"``), or the one in the file ``path``, whose training had the classes of words
    ``known`` (see ``words.clusters``; default: the shipped ones). PER, LOC and ORG."""

    def __init__(self, lang: str, path: str | None = None, known: Mapping[str, str] | None = None) -> None:
        self.name = "crf"
        self._model = pycrfsuite.Tagger()
        self._features = Extractor(lang, clusters(lang) if known is None else known, hint, features(lang) if path is None else None)
        if path is not None:
            self._model.open(path)
        else:
            self._bytes = gzip.decompress((files(__package__) / "data" / f"{lang}.crf.gz").read_bytes())  # read in place: kept alive
            self._model.open_inmemory(self._bytes)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[NameSpan]]:
        """The names of each sentence of folded words."""
        return [spans(self._model.tag(self._features(words))) if words else [] for words in sentences]


@functools.cache
def load(lang: str) -> CrfTagger:
    """The shipped tagger of a language, opened once."""
    return CrfTagger(lang)
