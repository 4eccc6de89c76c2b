"""The frame of ``numbers``: a reader of numerals, and the words that join two of them or bound one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ...text.view import View
from ..lexicon import Hit

NumeralKind = Literal["cardinal", "ordinal", "fraction", "percent", "vague"]


class Numeral(NamedTuple):
    """One numeral as it stands, without the words that bound it; normal offsets, proclitics outside the span.

    ``value`` is None for a vague one (dozens), whose ``low`` is what the word itself promises (10), None where it promises
    nothing (several). ``scale`` is the multiplier word it ends in (12 thousand: 1000), else 1. ``joined`` tells that an "and"
    stands before it, ``words`` that it holds no digit, ``definite`` that it bears the article. ``split`` is the other reading of
    an Arabic "five and twenty", or the two sides of a decimal point said in words: its two parts. ``rule`` "number.weak" marks what
    is a number only inside a date (Farsi اول, else "at first").
    """

    start: int
    end: int
    value: int | float | None
    kind: NumeralKind = "cardinal"
    low: int | float | None = None
    scale: int = 1
    joined: bool = False
    words: bool = False
    definite: bool = False
    rule: str = ""
    split: tuple[int | float, int | float] | None = None


@dataclass(frozen=True)
class NumberFrames:
    """What a language tells about numbers. All words are folded."""

    #: the numerals of a text; ``whole`` reads the text as one expression, by the laxer grammar of a form field
    read: Callable[[View, bool], list[Numeral]]
    #: what may stand between the two ends of a range: after "between", after ``from_``, or alone
    between_joins: frozenset[str]
    from_: frozenset[str]
    from_joins: frozenset[str]
    bare_joins: frozenset[str]
    #: what may stand between "from" and the number that is passed (the mark of 50,000)
    thresholds: frozenset[str]
    #: prepositions with which a verb bounds a number that stands apart from it (does not rise *above* 300)
    by: frozenset[str]
    #: words directly before a number that tie it to something else than such a verb
    apart: frozenset[str]
    #: particles that turn "exceeds" into "does not exceed"
    negations: frozenset[str]
    #: words by which a count rises or falls *from* one number *to* another, which is no range
    change: frozenset[str]
    #: words near which a pair of numbers with a hyphen is the score of a game
    scores: frozenset[str]
    #: after these words four digits are a year
    years: frozenset[str]
    #: what stands between two years
    year_joins: frozenset[str]
    #: words that make "from among" of a "between" after them
    among: frozenset[str]
    #: what makes an adjective of the number before it (a twelve-year-old)
    adjectives: frozenset[str]
    #: two neighbours in counting said side by side are a range (دو سه نفر)
    adjacent_ranges: bool
    #: whether a hit of a counted noun is its dual, so that the noun itself says two; and the tags of such nouns
    dual: Callable[[Hit], bool]
    counted: tuple[str, ...]
