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
    """What a language tells the grammar of numerals; all words are folded."""

    #: what each written word is worth
    words: Mapping[str, Word]
    #: twenty-one is said tens first, and "and" may be left out (Farsi)
    units_last: bool
    #: ``judge(words, first, last, numeral, text, normal)``: the numeral as it is where it stands, or None where its word is something
    #: else; given the tokens, the first and last of the numeral, and its letters, folded and normal
    judge: Callable[[list[str], int, int, Numeral, str, str], Numeral | None]
    #: by first word, the phrases after a number that make it a percentage
    percents: Mapping[str, tuple[tuple[str, ...], ...]]
    #: words of which one of a power of ten follows (three *in* the thousand), and of one *of every* five
    per: frozenset[str]
    of: frozenset[str]
    each: frozenset[str]
    #: reads a word that is not in ``words`` (numerals written together)
    fused: Callable[[str], tuple[Word, ...] | None] | None = None
    #: the other reading of a word that looks like "and" plus one, taken where its normal form is not its folded one (وأحد) or a ten
    #: follows (واحد عشر)
    hidden: Mapping[str, Word] = field(default_factory=dict)
    #: units after which a slash is a decimal mark; words after which digits are part of a name
    measures: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    #: units before which a minus is a sign and no dash
    degrees: frozenset[str] = frozenset(("درجه", "درجات", "درجتین"))
    #: what makes digits an ordinal when it hangs on them (۲۵م), and when it follows after a space
    endings: frozenset[str] = frozenset()
    spaced_endings: frozenset[str] = frozenset()

    # only in a string that is nothing but a number
    #: further words
    spoken: Mapping[str, Word] = field(default_factory=dict)
    #: one *over* three; five *parts* of eight; the tenth *after* the hundredth
    over: frozenset[str] = frozenset()
    part: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    #: tens that after a number are two parts of a unit (خمسين: two fifths), units that are one part of it (خمس: a fifth)
    dual_fractions: Mapping[int, float] = field(default_factory=dict)
    unit_fractions: frozenset[str] = frozenset()
    #: numbers that alone are days of the week
    weekdays: frozenset[str] = frozenset()


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
