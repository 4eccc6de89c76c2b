"""kursk_nlp: Farsi and Arabic news into checkable claims.

``load("fa")``, ``load("ar")`` or ``load("auto")`` gives a pipeline; calling it with an article gives a ``Document`` whose every
mention points at the characters of the original text.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from .errors import DataError, DownloadError, InputError, KurskError, LanguageError, MissingExtraError
from .schema import DRAWERS, RENDERERS, Document, Unit

if TYPE_CHECKING:
    from .corpus import read_corpus
    from .parse import normalise_digits, parse_date, parse_number
    from .pipeline import Pipeline, load
    from .spelling import restore_hamza, restore_zwnj
    from .text.normalise import Normaliser

__version__ = "0.1.0"
__all__ = ["DataError", "Document", "DownloadError", "InputError", "KurskError", "LanguageError", "MissingExtraError", "Normaliser",
           "Pipeline", "load", "normalise_digits", "parse_date", "parse_number", "read_corpus", "restore_hamza", "restore_zwnj"]

#: public name -> the module it is imported from when it is first asked for, so that ``import kursk_nlp`` costs next to nothing
_HOMES = {"Normaliser": "text.normalise", "Pipeline": "pipeline", "load": "pipeline", "normalise_digits": "parse", "parse_date": "parse",
          "parse_number": "parse", "read_corpus": "corpus", "restore_hamza": "spelling", "restore_zwnj": "spelling"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


def _text(document: Document) -> str:
    from .explain import explain

    return explain(document)


def _page(document: Document) -> str | None:
    from .export.html import framed

    return framed(document)


def _svg(unit: Unit, affiliations: Mapping[str, str] | None, size: int) -> str:
    from .export.symbol import svg

    return svg(unit, affiliations, size)


RENDERERS |= {"text": _text, "html": _page}
DRAWERS["svg"] = _svg
