"""What a word is worth in a numeral, and how lexicon rows say it."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """What one written word is worth in a numeral.

    ``cls``: unit (1 to 9), ten (10), teen (10 to 19), tens, hundred, scale (a multiplier), digits, fraction (a half), parts (the
    denominator of a fraction), vague, zero, sign, point, percent. ``lead`` letters before it (proclitics) and ``tail`` letters after
    it lie outside the span. ``conj``: it begins with "and". ``free``: without another numeral beside it, it is a number only
    where the language's ``accept`` says so.
    """

    cls: str
    value: int | float | None
    lead: int = 0
    tail: int = 0
    conj: bool = False
    fresh: bool = False
    article: bool = False
    plural: bool = False
    ordinal: bool = False
    free: bool = True


def word_of(tag: str, value: str) -> Word:
    """The word of a lexicon row: ``number.<class>`` and its value ("-" for none, "2/3" for a fraction, "." for a decimal point)."""
    cls = tag.removeprefix("number.")
    if cls == "point":
        return Word(cls, None)
    number: int | float | None = None
    if "/" in value:
        over, under = value.split("/")
        number = int(over) / int(under)
    elif value != "-":
        number = int(value)
    if cls in ("hundreds", "scales"):
        return Word(cls[:-1], number, plural=True)
    if cls in ("first", "third"):  # ordinals that no cardinal gives
        return Word("unit", number, ordinal=True)
    return Word(cls, number)
