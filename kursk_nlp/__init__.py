"""kursk_nlp: Farsi and Arabic news into checkable claims.

``load("fa")``, ``load("ar")`` or ``load("auto")`` gives a pipeline; calling it with an article gives a ``Document`` whose every
mention points at the characters of the original text.
"""

from __future__ import annotations

from .corpus import read_corpus
from .errors import DataError, InputError, KurskError, LanguageError, MissingExtraError
from .explain import explain as _explain
from .export.symbol import svg as _svg
from .parse import normalise_digits, parse_date, parse_number
from .pipeline import Pipeline, load
from .schema import DRAWERS as _DRAWERS
from .schema import RENDERERS as _RENDERERS
from .schema import Document
from .spelling import restore_hamza, restore_zwnj
from .text.normalise import Normaliser

__version__ = "0.1.0"
__all__ = ["DataError", "Document", "InputError", "KurskError", "LanguageError", "MissingExtraError", "Normaliser", "Pipeline", "load",
           "normalise_digits", "parse_date", "parse_number", "read_corpus", "restore_hamza", "restore_zwnj"]


def _page(document: Document) -> str | None:
    from .export.html import framed

    return framed(document)


_RENDERERS |= {"text": _explain, "html": _page}
_DRAWERS["svg"] = _svg
