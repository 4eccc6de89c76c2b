"""Counts of people and what befell them, or where they are: candidates, their governors, who they are, who says so."""

from __future__ import annotations

from msgspec.structs import replace

from ...rules.frames.figures import FigureFrames
from ...schema import Entity, Figure, Span
from ...text.spans import Spans
from ..attribution import sources_of
from ..draft import Draft
from . import context
from .candidate import Candidate
from .candidates import candidates
from .chart import Chart
from .govern import govern
from .relate import relate
from .status import statuses
from .who import Witness

#: what befalls people where and when the event is that the text tells of
AGAIN = 4  # smaller numbers are told of many events
BEFALLEN = ("killed", "injured", "casualties", "missing")


def find(draft: Draft, frames: FigureFrames) -> list[Figure]:
    """The figures of an article, in order of ``start``, at normal offsets."""
    chart = Chart(draft, frames)
    found = candidates(chart)
    if not found:
        return []
    govern(chart, found)
    kept = relate(chart, found)
    sources = [sources_of(draft, c.number.start, c.number.end) for c in kept]
    speaking = Spans((s.start, s.end) for said in sources for s in said)
    places = [context.place(chart, c, speaking) for c in kept]
    people = Witness(chart, kept, sources, [p.country if p else None for p in places]).tell()
    status = statuses(chart, kept, sources)
    index = {id(c): i for i, c in enumerate(kept)}
    figures: list[Figure] = []
    last: Candidate | None = None
    event: Entity | None = None  # where the event told of is; it holds until another place comes
    day, until = "", -1  # and when it was, up to which token
    for c, said, place, (country, role), stands in zip(kept, sources, places, people, status, strict=True):
        whole = index.get(id(c.parent)) if c.parent is not None else None
        date = context.date(chart, c)
        kin = whole if whole is not None else index.get(id(c.sibling)) if c.sibling is not None else None
        if kin is not None and kin < len(figures):
            place, date = place or figures[kin].place, date or figures[kin].date
        if date is None and figures and last is not None and last.first >= chart.sentence(c.first)[0]:
            date = figures[-1].date
        last = c
        if c.outcome in BEFALLEN:
            happened = context.event_day(chart, c)
            date = date or happened
            elsewhere = place is not None and event is not None and place.name != event.name
            if date is None and not elsewhere and not context.counted_since(chart, c):
                date = happened = (day if c.first < until else None) or context.story_day(chart, c)
            if date is not None and (date == happened or not (said or c.topic)):  # else it may be the day of the report
                day, until = date, context.day_holds(chart, c)
            event = place = place or event or context.setting(chart, c, speaking)
        figures.append(Figure(
            start=c.number.start, end=c.number.end, text="", number=c.number, outcome=c.outcome,  # type: ignore[arg-type]
            victims=_victims(chart, c), country=country, role=role, sources=said, place=place, date=date, status=stands,  # type: ignore[arg-type]
            cumulative="total" in c.flags, part_of=whole, fraction_of=whole if "share" in c.flags else None, rule=f"figures.{c.rule}"))
    return _told_again(figures)


def _told_again(figures: list[Figure]) -> list[Figure]:
    """A headline's figure has the place and the day that the same figure is given further down."""
    later: dict[tuple[object, str], tuple[Entity | None, str | None]] = {}
    for i in range(len(figures) - 1, -1, -1):
        f = figures[i]
        key = (f.number.value, f.outcome)
        if f.number.value is None or f.number.value < AGAIN or f.outcome not in BEFALLEN:
            continue
        place, date = later.get(key, (None, None))
        figures[i] = f = replace(f, place=f.place or place, date=f.date or date)
        later[key] = (f.place, f.date)
    return figures


def _victims(chart: Chart, c: Candidate) -> Span | None:
    """The phrase counted; a noun that is its own number counts itself."""
    if c.noun is None or c.noun[0] >= c.noun[1]:
        return None
    start, end = chart.text(*c.noun)
    return Span(start=c.number.start if c.single else start, end=end, text="")
