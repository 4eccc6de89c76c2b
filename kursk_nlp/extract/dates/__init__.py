"""Every date, time, duration and repeated time of an article, bounded and resolved.

``atoms`` turns the text into kinds, ``grammar`` finds the readings, ``guards`` drops what only looks like a date, ``resolve``
gives the values.
"""

from __future__ import annotations

import datetime
from typing import cast

from ...rules.frames.dates import DateFrames
from ...schema import Calendar, Date, DateType, Mod
from ..draft import Draft
from .anchors import Resolved
from .atoms import Atom, atoms
from .grammar import Match, choose, matches
from .guards import allowed
from .periods import Period
from .resolve import Resolver

_GLUE = frozenset({"in", "by", "of", "to", "between", "and", "comma", "since", "during", "dot", "dash", "colon", "open", "close"})
#: context words that lie outside the span of a reading although the rule needs them
_OUTSIDE = {"date.ago": ("since",), "date.in_duration": ("in", "during"), "date.solo": ("during",)}


def find(draft: Draft, frames: DateFrames) -> list[Date]:
    """Every calendar expression, resolved against ``draft.published`` (relative ones to None without it)."""
    sequence = atoms(draft)
    readings = choose([m for m in matches(sequence) if allowed(m, sequence, frames.bare_weak)])
    return _records(readings, sequence, frames, draft.published, draft.view.normal)


def parse(draft: Draft, frames: DateFrames) -> Date | None:
    """The one date that the whole text is, a range of two included; None where it is none or holds more than that."""
    sequence = atoms(draft)
    readings = choose([m for m in matches(sequence, strict=True) if allowed(m, sequence, frames.bare_weak, strict=True)])
    if not readings:
        return None
    covered = [False] * len(sequence)
    for m in readings:
        covered[m.first:m.last] = [True] * (m.last - m.first)
    loose = [a for a, inside in zip(sequence, covered, strict=True) if not inside]
    if any(a.kind not in _GLUE for a in loose):
        return None
    found = _records(readings, sequence, frames, draft.published, draft.view.normal)
    if len(found) == 1:
        return found[0]
    if len(found) == 2 and all(d.date_start and d.date_end for d in found):
        between = sequence[readings[0].last:readings[1].first]
        lead = sequence[:readings[0].first]
        enclosed = any(a.kind == "between" for a in lead) and any(a.kind == "and" for a in between)
        if enclosed or any(a.kind in ("to", "dash") for a in between):
            a, b = found
            return Date(start=a.start, end=b.end, text=draft.view.normal[a.start:b.end], type="DATE", value=f"{a.date_start}/{b.date_end}",
                        date_start=a.date_start, date_end=b.date_end, calendar=a.calendar, rule="date.range")
    return None


def _records(readings: list[Match], sequence: list[Atom], frames: DateFrames, published: datetime.date | None, text: str) -> list[Date]:
    resolver = Resolver(frames, published)
    found: list[Date] = []
    held: tuple[Match, int] | None = None
    for index, m in enumerate(readings):
        inside = [a for a in sequence[m.first:m.last] if a.kind not in _OUTSIDE.get(m.rule, ())]
        if m.rule in ("date.time", "date.oclock", "date.hour_part"):
            follower = readings[index + 1] if index + 1 < len(readings) else None
            if follower and _is_day(follower) and all(a.kind in ("of", "in") for a in sequence[m.last:follower.first]):
                held = (m, inside[0].start)
                continue
            found.append(_record(resolver(m, inside), m.rule, inside[0].start, inside[-1].end, text))
            continue
        resolved = resolver(m, inside)
        start = inside[0].start
        if held is not None:
            clock, start = held
            if "part" not in clock.groups and "part" in m.groups:
                clock.groups["part"] = m.groups["part"]
            resolved, held = resolver(clock, sequence[clock.first:clock.last]), None
            found.append(_record(resolved, clock.rule, start, inside[-1].end, text))
            continue
        found.append(_record(resolved, m.rule, start, inside[-1].end, text))
    return found


def _is_day(m: Match) -> bool:
    return m.rule in ("date.weekday", "date.ref", "date.day_month", "date.numeric", "date.day_of_month")


def _record(resolved: Resolved, rule: str, start: int, end: int, text: str) -> Date:
    p: Period | None = resolved.period
    return Date(start=start, end=end, text=text[start:end], type=cast(DateType, resolved.type), value=resolved.value,
                date_start=p.start.isoformat() if p else None, date_end=p.end.isoformat() if p else None,
                calendar=cast(Calendar, resolved.calendar), mod=cast("Mod | None", resolved.mod), rule=rule)
