"""The frame of ``dates``: the calendars, and what a language says about numbers that are read as years."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

#: lexicon tags of the dates layer begin with this; the rest is the kind of the atom
PREFIX = "date."

#: every kind of word in a dates lexicon
WORDS = (
    "month weak weekday weekday0 day night unit month0 quarter tick moment clock hour units pair day24 unitadj unitage long yearlong "
    "ref rel relago rellater next same samepre this that edge half last lastpost rest part midnight ampm ago about later since during "
    "hence every set suchday vague many whole one single frac mod era eraletter season decade of in by to between equal within through "
    "trimester holiday first th times or ezafe yearlead thehalf years except aheadweak mim market relative counter upon thenago "
    "thenlater ahead agew lasting none byside site prayer paper person"
).split()


class Calendar(NamedTuple):
    """A calendar as two functions; both give None for a day that it does not have or does not know."""

    name: str
    to_date: Callable[[int, int, int], datetime.date | None]
    from_date: Callable[[datetime.date], tuple[int, int, int] | None]


@dataclass(frozen=True)
class DateFrames:
    """What a language tells about dates; its words are lexicon rows whose tags begin with ``PREFIX``.

    ``calendars`` by key: g(regorian), s(olar Hijri), i(slamic). ``year_of`` gives calendar key and full year of a number
    that grammar has shown to be a year (88 is 1388 in Farsi).
    """

    calendars: Mapping[str, Calendar]
    year_of: Callable[[int], tuple[str, int]]
    #: days that are the names of events: calendar, month and day, their year, and the kinds of words that show it before them
    named: Mapping[tuple[str, int, int], tuple[int, frozenset[str]]]
    #: whether a preposition is enough to make a word that is also a month's name one (في آذار)
    bare_weak: bool
    #: whether a singular noun alone counts as one (ساعة: an hour)
    lone_unit: bool
    #: the article as it begins a definite word, and all prefixes of a lexicon hit that hold it
    article: tuple[str, ...] = ()
    definite: frozenset[str] = frozenset()
    #: the ending of an accusative of measure (أسبوعا), the endings of a counted noun after a number, of plural weekdays, of an ezafe
    accusative: str = ""
    counted: tuple[str, ...] = ()
    plural: str = ""
    ezafe: frozenset[str] = frozenset()
    #: letters before a word that are words of their own, and their kinds
    clitics: Mapping[str, str] = field(default_factory=dict)
    #: the one of them that may join the ends of a range
    towards: str = ""
    #: numerals that are written into the unit after them (یکسال)
    glued: Mapping[str, float] = field(default_factory=dict)
