"""Every date, time, duration and repeated time of an article, bounded and resolved.

``atoms`` turns the text into kinds, ``grammar`` finds the readings, ``guards`` drops what only looks like a date, ``resolve``
gives the values.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import NamedTuple, cast

from ...rules.frames.dates import DateFrames
from ...schema import Calendar, Date, DateType, Mod
from ...text.patterns import pattern
from ...text.view import View
from ..draft import Draft
from .anchors import Resolved
from .atoms import Atom, atoms
from .grammar import Match, choose, matches
from .guards import allowed
from .lengths import is_vague, parts
from .periods import Period
from .resolve import Resolver

_GLUE = frozenset({"in", "by", "of", "to", "between", "and", "comma", "since", "during", "dot", "dash", "colon", "open", "close"})
#: context words that lie outside the span of a reading although the rule needs them
_OUTSIDE = {"date.ago": ("since",), "date.in_duration": ("in", "within"), "date.season": ("in",),
            "date.solo": ("during", "in", "within", "since")}


_CLOCKS = frozenset({"date.time", "date.oclock", "date.hour_part", "date.hour_number"})
_DAYS = frozenset({"date.weekday", "date.ref", "date.day_month", "date.numeric", "date.day_of_month", "date.same_unit"})


class Recognised(NamedTuple):
    """The readings of a text, before any of them has a value."""

    readings: list[Match]
    sequence: list[Atom]


def recognise(draft: Draft, frames: DateFrames) -> Recognised:
    """Where the calendar expressions of the text are; it does not depend on the day of publication."""
    sequence = atoms(draft, frames)
    return Recognised(choose([m for m in matches(sequence) if allowed(m, sequence, frames)]), sequence)


def find(draft: Draft, frames: DateFrames, recognised: Recognised | None = None) -> list[Date]:
    """Every calendar expression, resolved against ``draft.published`` (relative ones to None without it)."""
    readings, sequence = recognised or recognise(draft, frames)
    return _records(readings, sequence, frames, draft.published, draft.view)


def parse(draft: Draft, frames: DateFrames, moment: datetime.datetime | None = None) -> Date | None:
    """The one date that the whole text is, a range of two included; None where it is none or holds more than that.

    ``moment`` is the reference to the second, for hours and minutes that are counted from it.
    """
    sequence = atoms(draft, frames, whole=True)
    readings = choose([m for m in matches(sequence, strict=True) if allowed(m, sequence, frames, strict=True)])
    if not readings:
        return None
    inside = {i for m in readings for i in range(m.first, m.last)}
    if any(a.kind not in _GLUE for i, a in enumerate(sequence) if i not in inside):
        return None
    found = _records(readings, sequence, frames, draft.published, draft.view, alone=True, moment=moment)
    if len(found) == 1:
        return found[0]
    if len(found) == 2 and (joins := [a for a in sequence if found[0].end <= a.start < found[1].start]):
        return _joined(found, joins, [a for a in sequence if a.end <= found[0].start], draft.view.normal, frames.towards)
    return None


def _joined(found: list[Date], joins: list[Atom], lead: list[Atom], text: str, towards: str) -> Date | None:
    """Two dates as the ends of one range."""
    a, b = found
    enclosed = any(x.kind == "between" for x in lead) and any(x.kind == "and" for x in joins)
    reaching = any(x.kind in ("to", "dash") or (x.value and x.value == towards) for x in joins)
    if not (a.date_start and b.date_end and (enclosed or reaching)):
        return None
    timed = a.type == b.type == "TIME"
    return Date(start=a.start, end=b.end, text=text[a.start:b.end], type="TIME" if timed else "DATE",
                value=f"{a.value}/{b.value}" if timed else f"{a.date_start}/{b.date_end}",
                date_start=a.date_start, date_end=b.date_end, calendar=a.calendar, rule="date.range")


def _records(readings: list[Match], sequence: list[Atom], frames: DateFrames, published: datetime.date | None, view: View,
             alone: bool = False, moment: datetime.datetime | None = None) -> list[Date]:
    resolver = Resolver(frames, published, alone, moment)
    ahead = [a.start for a in sequence if a.kind == "ahead"]
    must = ahead + [a.start for a in sequence if a.kind == "aheadweak"]
    found: list[Date] = []
    at = 0
    while at < len(readings):
        m = readings[at]
        follower = readings[at + 1] if at + 1 < len(readings) else None
        inside = _inside(m, sequence)
        lead = sequence[m.first - 1].kind if m.first else ""
        until = lead == "to"
        leads = frozenset([lead, *(a.kind for a in sequence[max(0, m.first - 4):m.first] if a.kind == "yearlead")])
        resolver.place(inside[0].start, lead == "by" or _looks_ahead(must if until else ahead, inside[0].start, view, until), until, leads)
        if m.rule == "date.time" and not alone and _stamps(view.normal, inside[0].start, inside[-1].end):
            resolver.clock.last = resolver.heading
        if follower is not None and (day := _day_of(m, follower, sequence, alone)) is not None:
            clock, start, end = (m if day is follower else follower), inside[0].start, sequence[follower.last - 1].end
            resolver(day, _inside(day, sequence))
            if "part" not in clock.groups and "part" in day.groups:
                clock.groups["part"] = day.groups["part"]
            found.append(_record(resolver(clock, sequence[clock.first:clock.last]), clock.rule, start, end, view.normal))
            at += 2
            continue
        if m.rule in ("date.ago", "date.later") and not alone and (length := _is_length(m, inside, sequence, resolver)):
            if length == "event":
                inside = [a for a in inside if a.kind not in ("ago", "later", "relago", "rellater", "since")]
            m = m._replace(rule="date.duration")
        found.append(_record(resolver(m, inside), m.rule, inside[0].start, inside[-1].end, view.normal))
        if m.rule in _DAYS and _heads(view.normal, inside[0].start, inside[-1].end):
            resolver.heading = resolver.clock.last
        at += 1
    return found


#: between the start of a line and a clock time or day that it begins with, and behind one that stands before an item or by itself
_OPENS, _STAMPED, _ENDS = (pattern(f"date.line.{name}", source, verbose=False) for name, source in (
    ("opens", r"(?:^|\n)[^\w\n]*+$"), ("stamped", r"[ ]?+[|:–—•»-]"), ("ends", r"[^\w\n]{0,4}+(?:\n|$)")))
#: how many characters before a date may be bullets
_BULLETS = 12


def _opens(text: str, start: int) -> bool:
    return _OPENS.search(text[max(0, start - _BULLETS):start]) is not None and (start <= _BULLETS or "\n" in text[start - _BULLETS:start])


def _stamps(text: str, start: int, end: int) -> bool:
    """Whether a clock time is the stamp of an item in a live blog, so that the day named in an earlier item is not its day."""
    return _opens(text, start) and (text[start].isdecimal() or _STAMPED.match(text, end) is not None)


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a day is a line by itself, over what happened on it."""
    return _opens(text, start) and _ENDS.match(text, end) is not None


def _is_length(m: Match, inside: list[Atom], sequence: list[Atom], resolver: Resolver) -> str:
    """Whether a length with "before" or "after" names no day that can be told, and so is worth its length.

    "event" when it counts from an event ("three years after the attack": the word for after is no part of it), "vague" when nobody
    can count it ("some days ago", "two hours later"), "" when it leads to a day.
    """
    near, published = resolver.clock.near, resolver.clock.published
    single = len(inside) == 2 and inside[0].kind == "later"
    if m.last < len(sequence) and sequence[m.last].kind in ("of", "upon"):
        if not single or near is None:
            return "event"
        clock = replace(resolver.clock)
        moved = resolver(m, inside).period  # a month after the capture: of what was dated before, unless that would be still to come
        resolver.clock = clock
        return "event" if moved is None or (published is not None and moved.start > published) else ""
    if single and near is None and not resolver.clock.ahead:
        return "event"
    return "vague" if is_vague(inside) or any(unit in ("hour", "minute", "second") for _, unit in parts(inside)) else ""


def _inside(m: Match, sequence: list[Atom]) -> list[Atom]:
    return [a for a in sequence[m.first:m.last] if a.kind not in _OUTSIDE.get(m.rule, ())]


def _looks_ahead(cues: list[int], at: int, view: View, until: bool) -> bool:
    """Whether the sentence says before this place that something is to come; after "until", whether it says so anywhere."""
    if not cues:
        return False
    start, end = view.sentence_at(at)
    return any(start <= cue < (end if until else at) for cue in cues)


def _day_of(first: Match, second: Match, sequence: list[Atom], alone: bool) -> Match | None:
    """Which of two neighbours is the day that the other one, a clock time, belongs to; None where they are no such pair."""
    between = sequence[first.last:second.first]
    if alone and {first.rule, second.rule} & _CLOCKS and all(a.kind in ("of", "in", "comma", "dash") for a in between):
        return second if second.rule in _DAYS else first if first.rule in _DAYS else None
    if first.rule in _CLOCKS and second.rule in _DAYS and all(a.kind in ("of", "in") for a in between):
        return second
    if second.rule in _CLOCKS and first.rule in _DAYS and not between and sequence[second.first].kind != "time":
        return first
    return None


def _record(resolved: Resolved, rule: str, start: int, end: int, text: str) -> Date:
    p: Period | None = resolved.period
    return Date(start=start, end=end, text=text[start:end], type=cast(DateType, resolved.type), value=resolved.value,
                date_start=p.start.isoformat() if p else None, date_end=p.end.isoformat() if p else None,
                calendar=cast(Calendar, resolved.calendar), mod=cast("Mod | None", resolved.mod), rule=rule)
