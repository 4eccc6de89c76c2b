"""What a word is worth in a numeral, how lexicon rows say it, and what a language tells the grammar of numerals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ...rules.frames.numbers import Numeral
from .digits import Digits


class Word(NamedTuple):
    """What one written word is worth in a numeral.

    ``cls``: unit (1 to 9), ten (10), teen (10 to 19), tens, hundred, scale (a multiplier), digits, fraction (a half), parts (the
    denominator of a fraction), vague, zero, sign, point, ordinal (Arabic: third). ``lead`` letters before it (proclitics) and ``tail``
    letters after it lie outside the span. ``conj``: it begins with "and"; ``fresh``: with a preposition, so that a number begins here;
    ``article``: with the article. ``plural``: thousands, hundreds; alone a vague number. ``ordinal``: it ends an ordinal (Farsi).
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


class Item(NamedTuple):
    """A word at its place: ``first`` and ``last`` are token indices; ``link`` is how it joins the item before: "", "adj", "and"."""

    start: int
    end: int
    first: int
    last: int
    word: Word
    link: str = ""
    digits: Digits | None = None


@dataclass(frozen=True)
class Grammar:
    """What a language tells the grammar of numerals; all words are folded.

    ``words`` gives each word, ``spoken`` those that only a string which is nothing but a number may hold; ``fused`` reads a word that is
    in neither (numerals written together); ``hidden`` the other reading of a word that looks like "and" plus one, taken where its
    normal form is not its folded one (وأحد) or a ten follows (واحد عشر). ``units_last``: twenty-one is said tens first, and "and" may be
    left out (Farsi).
    ``judge(words, first, last, numeral, text, normal)`` gives the numeral as it is where it stands, or None where its word is something
    else: the tokens, the first and last of the numeral, and its letters, folded and normal.
    ``percents``: by first word, the phrases after a number that make it a percentage; ``per``: words of which one of a power of ten
    follows (three in the thousand). ``measures``: units after which a slash is a decimal mark. ``codes``: words after which digits are
    a name's. ``endings``: what makes digits an ordinal when it hangs on them (۲۵م), ``spaced_endings`` when it follows them.
    ``over``, ``of``, ``part``, ``after``: the words of fractions and sums in a string that is nothing but a number.
    """

    words: Mapping[str, Word]
    units_last: bool
    judge: Callable[[list[str], int, int, Numeral, str, str], Numeral | None]
    percents: Mapping[str, tuple[tuple[str, ...], ...]]
    per: frozenset[str]
    over: frozenset[str]
    of: frozenset[str]
    part: frozenset[str]
    after: frozenset[str]
    each: frozenset[str]
    fused: Callable[[str], tuple[Word, ...] | None] | None = None
    hidden: Mapping[str, Word] = field(default_factory=dict)
    spoken: Mapping[str, Word] = field(default_factory=dict)
    measures: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    spaced_endings: frozenset[str] = frozenset()
    dual_fractions: Mapping[int, float] = field(default_factory=dict)
    unit_fractions: frozenset[str] = frozenset()


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


def whole_number(value: int | float) -> int | float:
    """An int where the value is one."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e18 else value
