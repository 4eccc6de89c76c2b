"""What looks like a date and is none: a month's name that is a word, an age, a street, a count."""

from __future__ import annotations

from ...rules.frames.dates import DateFrames
from .atoms import Atom
from .grammar import Match

#: what shows that a word is a month; and what does only where another month stands close before it
_LEADS, _JOINS = frozenset({"in", "since", "during", "between"}), frozenset({"to", "and", "of"})
_COUNTED_AFTER = frozenset({"n31", "n99", "nbig", "year4", "yearw", "month", "weak", "weekday", "ordbig"})
_NUMBERED = frozenset({"n31", "n99", "nbig", "year4", "yearw", "frac", "vague", "whole", "long", "yearlong"})
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
    if named and rule in ("day_month", "month", "month_day") and not match.one("year"):
        return False  # a street, a stadium
    if rule == "month" and month is not None and month.kind == "weak" and not strict:
        shown = any(match.one(g) for g in ("edge", "pair", "year", "rel", "yrel", "ythis", "yref")) or any(a.kind == "mon" for a in inside)
        return shown or (frames.bare_weak and (lead in _LEADS or inside[0].kind == "this"
            or (lead in _JOINS and _month_before(atoms, match.first))))
    if rule in ("day_of_month", "day_range") and match.one("rel") and inside[-2].kind == "mon" and match.groups["day"][0].kind == "n31":
        return any(a.kind == "of" for a in inside)  # 11 months ago is no day of last month
    if rule in ("ago", "later") and after is not None and after.kind in _COUNTED_AFTER and inside[-1].kind in ("yr", "mon", "day", "week"):
        return False  # before the year 2012
    if rule == "solo":
        return frames.lone_unit and (lead != "in" or inside[-1].kind in ("week", "mon", "yr")) \
            and (inside[0].kind != "in" or inside[-1].kind in ("week", "mon", "yr"))
    if rule == "lone":
        return frames.lone_unit
    if rule == "holiday" and len(inside) == 1 and not strict:
        return lead in ("in", "since", "during", "to") or lead in ("part", "night")
    if rule == "month_number":
        return strict or match.one("year") is not None or match.one("day") is not None
    if rule == "weekday":
        if lead in ("prayer", "site"):
            return False
        return not (after and after.kind == "other" and after.value in ("بازار",))
    if rule == "ref" and len(inside) == 1 and inside[0].kind == "theday":
        return not (lead == "paper" or (after is not None and (after.kind in ("ord", "n31") or after.value in ("الذی", "التی"))))
    if rule == "bare_year":
        if strict:
            return True
        year = int(inside[0].number)
        return 1900 <= year < 2100 and lead in ("in", "since", "to", "during", "yearlead") and not (after and after.kind in _COUNTED)
    if rule == "duration":
        if strict and len(inside) == 1 and inside[0].kind in ("units", "days", "ticks"):
            return False
        return strict or _is_duration(inside, lead, before, after, frames)
    if rule == "time" and len(inside) == 1 and not strict:
        return not (after and after.kind in ("n31", "n99"))
    return True


def _month_before(atoms: list[Atom], at: int) -> bool:
    """Whether a month that is shown to be one stands close before."""
    return any(atoms[i].kind == "month" or (atoms[i].kind == "weak" and i and atoms[i - 1].kind in _LEADS | {"of"})
               for i in range(max(0, at - 5), at - 1))


def _is_duration(inside: list[Atom], lead: str, before: Atom | None, after: Atom | None, frames: DateFrames) -> bool:
    kinds = [a.kind for a in inside]
    if "unitage" in kinds:
        return False
    if kinds[-1] in ("yr", "unitage") and lead in ("open", "person") and after is not None and after.kind == "close":
        return False
    if not frames.lone_unit and not _NUMBERED & set(kinds) and kinds[-1] in ("hour", "tick", "day", "night", "week", "mon", "yr", "age"):
        return False  # "more than a year" says its one
    if kinds in (["units"], ["days"], ["ticks"]):
        return True
    return kinds != ["mod", "mon"]
