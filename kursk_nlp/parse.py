"""Light functions for one string, in the manner of ``dateparser.parse``: no article, no pipeline, one value."""

from __future__ import annotations

import msgspec

from . import lang as languages
from .errors import InputError
from .extract import numbers
from .extract.draft import Draft
from .schema import Number
from .text.normalise import normalise_digits
from .text.view import View

__all__ = ["normalise_digits", "parse_number"]


def parse_number(text: str, lang: str) -> Number | None:
    """The number that the whole string is, in digits or words, with its bound if it has one; None where it is not one number.

    ``lang`` is ``"fa"`` or ``"ar"``. ``start`` and ``end`` are offsets in ``text``. Reads what a form field may hold: negatives,
    ordinals, fractions (``value`` as a decimal), percentages (``value`` before the sign), ranges (``low`` and ``high``). Raises
    ``InputError`` when ``text`` is no string and ``LanguageError`` for another language.
    """
    if not isinstance(text, str):
        raise InputError(f"parse_number reads a str, not {type(text).__name__}")
    language = languages.get(lang)
    view = View(text)
    draft = Draft(view, language.lexicon.scan(view), lang)
    found = numbers.whole(draft, language.numbers)
    if found is None:
        return None
    start, end = view.offsets.to_raw(found.start, found.end)
    return msgspec.structs.replace(found, start=start, end=end, text=text[start:end])
