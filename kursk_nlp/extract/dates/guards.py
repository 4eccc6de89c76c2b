"""What looks like a date and is none: a month's name that is a word, an age, a street, a count.

One function for each rule that needs doubt, named after the rule; rules without one hold wherever they match.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ...rules.frames.dates import DateFrames
from .atoms import Atom, numbers_in
from .grammar import Match

#: what shows that a word is a month; and what does only where another month stands close before it
_LEADS, _JOINS = frozenset({"in", "by", "since", "during", "between"}), frozenset({"to", "and", "of"})
#: after "before the year", these make it no length; after a bare number, those make it a count
_NAMES_IT = frozenset({"n31", "n99", "nbig", "year4", "yearw", "month", "weak", "weekday", "ordbig"})
_COUNTED = frozenset({"n31", "n99", "nbig", "weak", "month", "day", "mon", "yr", "days", "units", "ticks", "tick", "counter"})
#: no bare number beyond is taken for a year
LAST_YEAR = 2040
_LENGTH_LEADS = frozenset({"ago", "later", "since", "within"})
_NUMBERED = frozenset({"n31", "n99", "nbig", "year4", "yearw", "frac", "vague", "long", "yearlong"})
_LONGER = ("week", "mon", "yr")


@dataclass
class Context:
    """A reading among its neighbours; ``strict`` where the whole string is one date."""

    match: Match
    atoms: list[Atom]
    frames: DateFrames
    strict: bool

    @cached_property
    def inside(self) -> list[Atom]:
        return self.atoms[self.match.first:self.match.last]

    @cached_property
    def kinds(self) -> list[str]:
        return [a.kind for a in self.inside]

    def back(self, count: int) -> list[Atom]:
        """That many atoms before the reading."""
        return self.atoms[max(0, self.match.first - count):self.match.first]

    @property
    def lead(self) -> str:
        """The kind of the atom before, "" at the beginning."""
        return self.atoms[self.match.first - 1].kind if self.match.first else ""

    @property
    def after(self) -> Atom:
        """The atom that follows, a break at the end."""
        return self.atoms[self.match.last] if self.match.last < len(self.atoms) else Atom(0, 0, "break")

    def has(self, *groups: str) -> bool:
        return any(self.match.one(g) for g in groups)

    @property
    def after_is_definite(self) -> bool:
        return bool(self.frames.article) and self.after.value.startswith(self.frames.article)


def allowed(match: Match, atoms: list[Atom], frames: DateFrames, strict: bool = False) -> bool:
    """Whether a reading holds in its context."""
    context = Context(match, atoms, frames, strict)
    return all(guard(context) for guard in _GUARDS.get(match.rule.removeprefix("date."), ()))


def _no_place(c: Context) -> bool:
    """Not the name of a street, a stadium, a movement: 23 March without a year after such a word."""
    back = [a.kind for a in c.back(2)]
    numbered = c.lead in ("n31", "ord") and any(a.kind == "site" for a in c.back(3))  # the day of a name, which was refused already
    named = back[-1:] == ["site"] or back == ["site", "other"] or numbered
    return not named or c.has("year")


def _is_month(c: Context) -> bool:
    month = c.match.one("month")
    if month is None or month.kind != "weak" or c.strict:
        return True
    if c.has("edge", "pair", "year", "rel", "yrel", "ythis", "yref") or "mon" in c.kinds:
        return True
    shown = c.lead in _LEADS or c.kinds[0] == "this" or (c.lead in _JOINS and _month_before(c))
    return c.frames.bare_weak and month.value[0] != "s" and shown


def _month_before(c: Context) -> bool:
    """Whether a month that is shown to be one stands close before."""
    at = c.match.first
    return any(c.atoms[i].kind == "month" or (c.atoms[i].kind == "weak" and i and c.atoms[i - 1].kind in _LEADS | {"of"})
               for i in range(max(0, at - 5), at - 1))


def _no_months_ago(c: Context) -> bool:
    """11 months ago is no day of last month."""
    cardinal = c.match.groups["day"][0].kind == "n31"
    return not (c.has("rel") and c.kinds[-2] == "mon" and cardinal) or "of" in c.kinds


def _no_name_follows(c: Context) -> bool:
    """Before the year 2012 is no "a year ago"."""
    return not (c.after.kind in _NAMES_IT and c.kinds[-1] in (*_LONGER, "day"))


def _first_of(c: Context) -> bool:
    """The first of the month, the year; but a first year is none."""
    return c.kinds[0] != "ord" or (c.inside[0].number == 1 and (c.kinds[1].startswith("the") or not c.frames.lone_unit))


def _solo(c: Context) -> bool:
    """A unit alone counts as one after "during", not where its name follows: the year 2012, the year of the flood."""
    if c.after.kind in _NAMES_IT or c.after_is_definite:
        return False
    return c.frames.lone_unit and ("in" not in (c.lead, c.kinds[0]) or c.kinds[-1] in _LONGER)


def _weekday(c: Context) -> bool:
    if c.kinds[0] == "part":  # a bridge may be called Friday, but not Friday evening
        return True
    return c.lead not in ("prayer", "site") and c.after.kind != "market"


def _today(c: Context) -> bool:
    """Not the name of a paper, the seventh day, the day that; a weak tomorrow only after a preposition."""
    if c.kinds == ["theday"]:
        return c.lead != "paper" and c.after.kind not in ("ord", "n31", "relative")
    if c.kinds == ["ref"] and c.after.kind in ("ord", "thetick", "tick") and c.frames.article and c.inside[0].value == "day:0":
        return False  # الليلة الثانية
    return c.kinds[-1] != "refweak" or c.strict or c.lead in ("to", "in") or len(c.kinds) > 1


def _year(c: Context) -> bool:
    """A number of three digits is no year without its era: since the beginning of the year 128 displaced; nor one of two that counts
    what follows, or where the Arabic word is "general": the general security 18."""
    year = c.match.one("year")
    if year is None or c.has("era") or any(a.kind == "era" for a in c.inside):
        return True
    if year.kind == "nbig":
        return year.number >= 1000
    if year.kind not in ("n31", "n99") or "theyr" not in c.kinds or not c.frames.article:
        return True
    general = c.kinds[0] == "theyr" and c.lead == "other" and c.back(1)[0].value.startswith(c.frames.article)
    return not general and not _counts(c)


def _era_year(c: Context) -> bool:
    """372 AH / 973 CE; alone the letter is more often metres."""
    paired = c.lead in ("slash", "dash", "open", "equal", "equals") and any(a.kind == "era" for a in c.back(3))
    return c.strict or paired


def _bare_year(c: Context) -> bool:
    if _in_year_range(c):
        return True
    if c.lead == "yearlead" and c.frames.year_of(int(c.inside[0].number))[0] == "s" and c.kinds[0] == "year4":
        return True  # enacted in 1383
    if c.kinds[0] != "year4" or not 1900 <= c.inside[0].number <= LAST_YEAR:
        return False
    return c.strict or c.lead == "yearlead" or (c.lead in ("in", "by", "since", "during", "to") and not _counts(c))


def _in_year_range(c: Context) -> bool:
    """Whether a bare year is one end of a range: from 2014 to 2020, between 2014 and 2020, the years 88 to 92."""
    beyond = c.atoms[c.match.last + 1].kind if c.match.last + 1 < len(c.atoms) else ""
    if c.lead in ("of", "between") and c.kinds[0] == "year4" and c.after.kind in ("to", "and", "dash"):
        return beyond in ("year4", "yr", "theyr")
    back = [a.kind for a in c.back(3)]
    if c.lead not in ("to", "and", "dash") or back[-2:-1] != c.kinds[:1] or _counts(c):
        return False
    return back[0] in ("yr", "theyr", "years") or (c.kinds[0] == "year4" and back[0] in ("of", "between", "in"))


def _counts(c: Context) -> bool:
    """Whether a number before a word counts it (2056 dead) and is no year; "up to" asks for more doubt than "in"."""
    if c.after.kind != "other" or not c.after.value.isalpha():
        return c.after.kind in _COUNTED
    return c.lead == "to" or (bool(c.frames.counted) and c.after.value.endswith(c.frames.counted))


def _no_age(c: Context) -> bool:
    """Not how old somebody is: after a word for age, in brackets or between commas after a name."""
    near = {a.kind for a in c.back(2)}
    if "unitage" in c.kinds:
        return bool(near & {"lasting", "yearlead"}) and "person" not in near  # a war of eight years
    if {"yearlong", "long", "unitadj", "trimester"} & set(c.kinds):
        return "person" not in near
    if not {"yr", "mon", "units"} & set(c.kinds):
        return True
    beyond = c.atoms[c.match.last + 1].kind if c.match.last + 1 < len(c.atoms) else ""
    if any(a.kind == "agew" for a in c.back(7)) or c.after.kind == "agew" or (c.after.kind == "of" and beyond == "agew"):
        return False
    enclosed = (c.lead, c.after.kind) in (("open", "close"), ("comma", "comma"))
    return not (enclosed and len(c.inside) == 2)


def _names_a_unit(c: Context) -> bool:
    """This chapter, this season's goals: no season is named."""
    return not any(a.value == "season" for a in c.inside if a.kind in ("age", "theage"))


def _holiday(c: Context) -> bool:
    """A feast is a day after a preposition of time; a market for a feast is none."""
    back = c.back(1)
    given = bool(back) and bool(c.frames.towards) and back[0].value == c.frames.towards
    return len(c.inside) > 1 or c.strict or (c.lead in ("in", "by", "since", "during", "to", "part", "night") and not given)


def _numeric(c: Context) -> bool:
    """95.9.7 is a day after a weekday; alone it may be anything."""
    date = c.match.one("date")
    short = date is not None and int(numbers_in(date.value)[0]) > 31 and not date.value[:4].isdecimal()
    return not short or c.strict or c.has("weekday") or c.lead == "in"


def _set(c: Context) -> bool:
    if c.kinds != ["set"] or c.strict:
        return True
    if not c.frames.lone_unit:  # yearly 200 dead; but a yearly report
        return c.lead in ("", "break", "dot", "comma") or c.after.kind in _NAMES_IT | {"vague", "mod"}
    back = c.back(2)
    adjective = back[-1:] and back[-1].kind == "other" and back[-1].value.endswith(c.frames.accusative)
    return not adjective or back[0].kind in _NAMES_IT  # a monthly wage; but 20 dollars monthly


def _duration(c: Context) -> bool:
    if c.kinds in (["units"], ["days"], ["ticks"]):
        return not c.strict and _bare_plural(c)
    if c.strict:
        return True
    if any(a.value == "season" for a in c.inside) or c.kinds == ["thepair"] or c.lead in ("yr", "theyr"):
        return False  # half a season; the two centuries; the year 2003 and what follows it
    if any(a.value in ("decade", "century") for a in c.inside) and any(a.number > 50 for a in c.inside):
        return False  # a contract, a verb
    if not c.frames.lone_unit and not _NUMBERED & set(c.kinds) and c.kinds[-1] in ("hour", "tick", "day", "night", "age", *_LONGER):
        return False  # "more than a year" says its one
    first_hours = c.kinds[0] in ("theunits", "thedays", "theticks") and c.inside[-1].number == 1
    return not first_hours and c.kinds != ["mod", "mon"]


def _bare_plural(c: Context) -> bool:
    """Days, hours that nobody counts; not the hours of the night, the days of the war."""
    if c.after.kind in ("part", "night", "thenight"):
        return False
    if c.after.kind != "other" or not c.after.value.isalpha() or c.lead in _LENGTH_LEADS:
        return True
    return not (c.frames.lone_unit and (c.lead in ("in", "during") or c.after_is_definite))


Guard = Callable[[Context], bool]
_GUARDS: dict[str, tuple[Guard, ...]] = {
    "day_month": (_no_place,), "month_day": (_no_place,), "month": (_no_place, _is_month),
    "day_of_month": (_no_months_ago,), "day_range": (_no_months_ago,),
    "ago": (_no_name_follows,), "later": (_no_name_follows, _no_age), "edge_unit": (_first_of,),
    "hour_part": (lambda c: c.lead not in ("theticks", "ticks", "theunits"),),  # the first hours of dawn
    "solo": (_solo, _no_age), "lone": (lambda c: c.frames.lone_unit,),
    "lone_accusative": (lambda c: c.frames.lone_unit and c.inside[0].number == 1 and c.lead not in _COUNTED,),
    "holiday": (_holiday,),
    "month_number": (lambda c: c.strict or c.has("year", "day"),),
    "weekday": (_weekday,), "ref": (_today,), "year": (_year,), "era_year": (_era_year,), "bare_year": (_bare_year,),
    "numeric": (_numeric,), "decades": (lambda c: c.inside[0].value == "decade",),
    "part": (lambda c: not c.strict and c.inside[0].end - c.inside[0].start > 7,),  # before noon; a morning alone names no day
    "rel_unit": (_names_a_unit,), "same_unit": (_names_a_unit,), "set": (_set,), "duration": (_no_age, _duration),
    "time": (lambda c: len(c.inside) > 1 or c.strict or c.after.kind not in ("n31", "n99"),),
}
