"""What looks like a date and is none: a month's name that is a word, an age, a street, a count."""

from __future__ import annotations

from ...rules.frames.dates import DateFrames
from .atoms import Atom
from .grammar import Match

#: what shows that a word is a month; and what does only where another month stands close before it
_LEADS, _JOINS = frozenset({"in", "by", "since", "during", "between"}), frozenset({"to", "and", "of"})
_COUNTED_AFTER = frozenset({"n31", "n99", "nbig", "year4", "yearw", "month", "weak", "weekday", "ordbig"})
#: no bare number beyond is taken for a year
LAST_YEAR = 2040
_COUNTERS = frozenset({"نفر", "تن", "مورد", "فقره", "کشته", "زخمی", "سرباز", "شهید"})
_LENGTH_LEADS = frozenset({"ago", "later", "since", "within"})
_NUMBERED = frozenset({"n31", "n99", "nbig", "year4", "yearw", "frac", "vague", "long", "yearlong"})
_COUNTED = frozenset({"n31", "n99", "nbig", "weak", "month", "day", "mon", "yr", "days", "units", "ticks", "tick"})


def allowed(match: Match, atoms: list[Atom], frames: DateFrames, strict: bool = False) -> bool:
    """Whether a reading holds in its context."""
    before = atoms[match.first - 1] if match.first else None
    after = atoms[match.last] if match.last < len(atoms) else None
    inside = atoms[match.first:match.last]
    lead = before.kind if before else ""
    month = match.one("month")
    rule = match.rule.removeprefix("date.")
    named = lead == "site" or (match.first > 1 and atoms[match.first - 2].kind == "site" and lead == "other")
    if rule == "month" and lead in ("n31", "ord") and match.first > 1 and atoms[match.first - 2].kind == "site":
        return False
    if named and rule in ("day_month", "month", "month_day") and not match.one("year"):
        return False  # a street, a stadium
    if rule == "month" and month is not None and month.kind == "weak" and not strict:
        shown = any(match.one(g) for g in ("edge", "pair", "year", "rel", "yrel", "ythis", "yref")) or any(a.kind == "mon" for a in inside)
        return shown or (frames.bare_weak and month.value[0] != "s" and (lead in _LEADS or inside[0].kind == "this"
            or (lead in _JOINS and _month_before(atoms, match.first))))
    if rule in ("day_of_month", "day_range") and match.one("rel") and inside[-2].kind == "mon" and match.groups["day"][0].kind == "n31":
        return any(a.kind == "of" for a in inside)  # 11 months ago is no day of last month
    if rule in ("ago", "later") and after is not None and after.kind in _COUNTED_AFTER and inside[-1].kind in ("yr", "mon", "day", "week"):
        return False  # before the year 2012
    if rule == "edge_unit" and inside[0].kind == "ord":  # the first of the month; but a first year is none
        return inside[0].number == 1 and (inside[1].kind.startswith("the") or not frames.lone_unit)
    if rule == "hour_part":
        return lead not in ("theticks", "ticks", "theunits")  # the first hours of dawn
    if rule == "solo":
        if after is not None and (after.kind in _COUNTED_AFTER or after.value.startswith("ال")):
            return False  # the year 2012, the year of the flood
        return frames.lone_unit and (lead != "in" or inside[-1].kind in ("week", "mon", "yr")) \
            and (inside[0].kind != "in" or inside[-1].kind in ("week", "mon", "yr"))
    if rule == "lone":
        return frames.lone_unit
    if rule == "holiday" and len(inside) == 1 and not strict:
        return lead in ("in", "by", "since", "during", "to") or lead in ("part", "night")
    if rule == "month_number":
        return strict or match.one("year") is not None or match.one("day") is not None
    if rule == "weekday":
        if lead in ("prayer", "site"):
            return False
        return not (after and after.kind == "other" and after.value in ("بازار",))
    if rule == "ref" and len(inside) == 1 and inside[0].kind == "theday":
        return not (lead == "paper" or (after is not None and (after.kind in ("ord", "n31") or after.value in ("الذی", "التی"))))
    if rule == "era_year":  # 372 AH / 973 CE; alone the letter is more often metres
        islamic = any(a.kind == "era" for a in atoms[max(0, match.first - 3):match.first])
        return strict or (lead in ("slash", "dash", "open", "equal", "equals") and islamic)
    if rule == "bare_year":
        if _in_year_range(match, atoms, lead, after):
            return True
        if inside[0].kind != "year4" or not 1900 <= inside[0].number <= LAST_YEAR:
            return False
        return strict or lead == "yearlead" or (lead in ("in", "since", "during", "to") and not _counts(after, lead))
    if rule in ("duration", "later", "solo") and _is_age(match, atoms, inside, before, after):
        return False
    if rule in ("rel_unit", "same_unit") and any(a.value == "season" for a in inside if a.kind in ("age", "theage")):
        return False  # this chapter, this season's goals: no season is named
    if rule == "set" and [a.kind for a in inside] == ["set"] and not strict:
        if not frames.lone_unit:  # yearly 200 dead; but a yearly report
            return lead in ("", "break", "dot", "comma") or (after is not None and after.kind in _COUNTED_AFTER | {"vague", "mod"})
        numbered = match.first > 1 and atoms[match.first - 2].kind in _COUNTED_AFTER
        return not (before is not None and before.kind == "other" and before.value.endswith("ا") and not numbered)  # a monthly wage
    if rule == "lone_accusative":
        return frames.lone_unit and inside[0].number == 1 and lead not in _COUNTED
    if rule == "ref" and inside[-1].kind == "refweak":
        return strict or lead in ("to", "in") or len(inside) > 1
    if rule == "duration":
        if strict and len(inside) == 1 and inside[0].kind in ("units", "days", "ticks"):
            return False
        return strict or _is_duration(inside, lead, before, after, frames)
    if rule == "time" and len(inside) == 1 and not strict:
        return not (after and after.kind in ("n31", "n99"))
    return True


def _in_year_range(match: Match, atoms: list[Atom], lead: str, after: Atom | None) -> bool:
    """Whether a bare year is one end of a range: from 2014 to 2020, between 2014 and 2020, the years 88 to 92."""
    beyond = atoms[match.last + 1] if match.last + 1 < len(atoms) else None
    year = atoms[match.first].kind
    if lead in ("of", "between") and year == "year4" and after is not None and after.kind in ("to", "and", "dash"):
        return beyond is not None and beyond.kind in ("year4", "yr", "theyr")
    if lead in ("to", "and", "dash") and match.first > 2 and atoms[match.first - 2].kind == year:
        return atoms[match.first - 3].kind in ("of", "between", "yr", "theyr", "years", "in")
    return False


def _counts(after: Atom | None, lead: str) -> bool:
    """Whether a number before ``after`` counts it (2056 dead) and is no year; "up to" asks for more doubt than "in"."""
    if after is None or after.kind != "other":
        return after is not None and after.kind in _COUNTED
    return after.value.isalpha() and (lead == "to" or after.value.endswith(("ا", "ه")) or after.value in _COUNTERS)


def _month_before(atoms: list[Atom], at: int) -> bool:
    """Whether a month that is shown to be one stands close before."""
    return any(atoms[i].kind == "month" or (atoms[i].kind == "weak" and i and atoms[i - 1].kind in _LEADS | {"of"})
               for i in range(max(0, at - 5), at - 1))


def _is_age(match: Match, atoms: list[Atom], inside: list[Atom], before: Atom | None, after: Atom | None) -> bool:
    """Whether years (or months) are how old somebody is: after a word for age, in brackets or between commas after a name."""
    near = {a.kind for a in atoms[max(0, match.first - 2):match.first]}
    if any(a.kind == "unitage" for a in inside):
        return "lasting" not in near or "person" in near
    if any(a.kind in ("yearlong", "long", "unitadj") for a in inside):
        return "person" in near
    if not any(a.kind in ("yr", "mon", "units") for a in inside):
        return False
    if any(a.kind == "agew" for a in atoms[max(0, match.first - 7):match.first]) or (after is not None and after.kind == "agew"):
        return True
    if after is not None and after.kind == "of" and match.last + 1 < len(atoms) and atoms[match.last + 1].kind == "agew":
        return True
    closed = {"open": "close", "comma": "comma"}.get(before.kind if before else "")
    return closed is not None and after is not None and after.kind == closed and len(inside) == 2


def _is_duration(inside: list[Atom], lead: str, before: Atom | None, after: Atom | None, frames: DateFrames) -> bool:
    kinds = [a.kind for a in inside]
    if any(a.value == "season" for a in inside) or kinds == ["thepair"] or lead in ("yr", "theyr"):
        return False  # half a season; the two centuries; the year 2003 and what follows it
    if any(a.value in ("decade", "century") for a in inside) and any(a.number > 50 for a in inside):
        return False  # a contract, a verb
    if not frames.lone_unit and not _NUMBERED & set(kinds) and kinds[-1] in ("hour", "tick", "day", "night", "week", "mon", "yr", "age"):
        return False  # "more than a year" says its one
    if kinds[0] in ("theunits", "thedays", "theticks") and inside[-1].number == 1:
        return False  # the first hours
    if kinds in (["units"], ["days"], ["ticks"]):
        if after is not None and after.kind in ("part", "night", "thenight"):
            return False  # the hours of the night
        if after is None or after.kind != "other" or not after.value.isalpha() or lead in _LENGTH_LEADS:
            return True
        return not (frames.lone_unit and (lead in ("in", "during") or after.value.startswith("ال")))  # the days of Harun, days of the war
    return kinds != ["mod", "mon"]
