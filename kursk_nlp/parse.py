"""Light functions for one string, in the manner of ``dateparser.parse``: no article, no pipeline, one value."""

from __future__ import annotations

import msgspec

from . import lang as languages
from .errors import InputError
from .extract import dates, numbers
from .extract.dates.given import Given, as_day, as_moment
from .extract.draft import Draft
from .schema import Date, Number
from .text.normalise import normalise_digits
from .text.view import View

__all__ = ["normalise_digits", "parse_date", "parse_number"]


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


def parse_date(text: str, lang: str, reference: Given = None) -> Date | None:
    """The date, time, duration or repeated time that the whole string is; None where it is none, or more than one.

    ``lang`` is ``"fa"`` or ``"ar"``. ``reference`` (a date, a datetime or an ISO string) is the day that relative expressions are
    counted from; news looks back, so a weekday or a day and month without a year is the nearest on or before it. Without a
    reference such expressions have no ``value``. A range of two dates ("from ... to ...") is one date whose ``date_start`` and
    ``date_end`` hold both ends. ``start`` and ``end`` are offsets in ``text``. Raises ``InputError`` for a text or reference that
    cannot be read and ``LanguageError`` for another language.
    """
    if not isinstance(text, str):
        raise InputError(f"parse_date reads a str, not {type(text).__name__}")
    language = languages.get(lang)
    view = View(text)
    draft = Draft(view, language.lexicon.scan(view), lang, published=as_day(reference, "reference"))
    draft.numerals = language.numbers.read(view, False)
    found = dates.parse(draft, language.dates, as_moment(reference))
    if found is None:
        return None
    start, end = view.offsets.to_raw(found.start, found.end)
    return msgspec.structs.replace(found, start=start, end=end, text=text[start:end])
