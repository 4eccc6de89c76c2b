"""The event around a figure: where it was, when it was."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from ...schema import Date, Entity
from ...text.spans import Spans
from .candidate import Candidate
from .chart import CLOSERS, Chart

#: how many sentences back the place of the story may stand, and the day of its event
SETTING, DAY_HOLDS = 4, 2
_start = attrgetter("start")


def is_active(chart: Chart, c: Candidate) -> bool:
    """Whether a doer is told of: an object mark behind them, a force between the verb and them, or a pronoun before it."""
    if chart.frames.object_mark:
        return any(chart.words[i] == chart.frames.object_mark for i in range(c.end, min(c.end + 6, chart.sentence(c.first)[1])))
    if c.governor is None or c.governor[1] > c.first or not chart.at(c.governor[0], "verb"):
        return False
    between = range(c.governor[1], c.first)
    pronoun = chart.ending(c.governor[0], "break")
    return any(i in chart.unit or i in chart.entity for i in between) or bool(
        pronoun and chart.words[pronoun.first].endswith(tuple(chart.frames.possessors)))


def place(chart: Chart, c: Candidate) -> Entity | None:
    """The place of the event: the nearest one in the clause, else in the sentence, behind a word of place or of the event; else one
    in the phrase counted or its topic (ساکنان غزه, شهدای جنگ غزه)."""
    near = _nearest_place(chart, c, *_clause(chart, c)) or _nearest_place(chart, c, *chart.sentence(c.first))
    if near or c.outcome == "deployed":
        return near
    spans = [s for s in (c.noun, c.topic) if s]
    return next((e for s in spans for i in range(*s) if (e := chart.entity.get(i)) and e.label == "LOC"), None)


def setting(chart: Chart, c: Candidate, said: Spans) -> Entity | None:
    """Where the story is when no event has been placed yet: the last place told of before that is no part of a speaker's name."""
    start = chart.sentence(c.first)[0]
    low = start
    for _ in range(SETTING):
        low = chart.sentence(max(0, low - 1))[0]
    for i in range(start - 1, low - 1, -1):
        entity = chart.entity.get(i)
        if entity and entity.label == "LOC" and chart.starts[i] <= entity.start and not said.touch(entity.start, entity.end) and (
                _behind_place_word(chart, c, i)):
            return entity
    return None


def _nearest_place(chart: Chart, c: Candidate, start: int, stop: int) -> Entity | None:
    best, distance = None, 99
    for i in range(start, stop):
        entity = chart.entity.get(i)
        if entity is None or entity.label != "LOC" or chart.starts[i] > entity.start:
            continue
        if not (_behind_place_word(chart, c, i)):
            continue
        away = i - c.end if i >= c.end else c.first - i
        if away < distance:
            best, distance = entity, away
    return best


def _behind_place_word(chart: Chart, c: Candidate, i: int) -> bool:
    """في, قرب, در … right before the name or before the words that lead to it (في مدينة حلب)."""
    entity = chart.entity[i]
    if chart.folded[chart.starts[i]:entity.start].endswith(tuple(chart.frames.attached)):
        return True
    words = chart.frames.place_words | (chart.frames.goal_words if c.outcome == "deployed" else frozenset())
    words |= chart.frames.origin_words if c.outcome == "displaced" else frozenset()
    for j in range(i - 1, max(-1, i - 5), -1):
        if chart.words[j] in words:
            return True
        lead = chart.at(j, "thing", "victim")
        if lead and lead.value != "place" and j == i - 1:
            return not (entity.id or "").startswith("iso:")
        if chart.at(j, "prep") and (((event := chart.ending(j, "thing")) and event.value != "place") or _is_of_event(chart, j, 0)):
            return True
        if not ((lead and lead.value == "place") or j in chart.closed):
            return False
    return False


def date(chart: Chart, c: Candidate) -> str | None:
    """The TIMEX3 value of the date nearest to the figure in its clause."""
    start, stop = _clause(chart, c)
    if start >= stop:
        return None
    low, high = chart.starts[start], chart.ends[stop - 1]
    days = chart.days[bisect_left(chart.days, low, key=_start):bisect_left(chart.days, high, key=_start)]
    inside = [d for d in days if d.end <= high and not _is_bound(chart, d)]
    nearest = min(inside, key=lambda d: _away(c, d), default=None)
    return nearest.value if nearest else None


def event_day(chart: Chart, c: Candidate) -> str | None:
    """The day of an event named in the sentence, outside the clause: حملهٔ هوایی روز شنبه … گفت ۱۱ نفر; not the day somebody spoke."""
    start, stop = chart.sentence(c.first)
    low, high = chart.starts[start], chart.ends[stop - 1]
    days = chart.days[bisect_left(chart.days, low, key=_start):bisect_left(chart.days, high, key=_start)]
    told = [d for d in days if not _is_bound(chart, d) and _is_of_event(chart, chart.tokens.at(d.start), start)]
    nearest = min(told, key=lambda d: _away(c, d), default=None)
    return nearest.value if nearest else None


def story_day(chart: Chart, c: Candidate) -> str | None:
    """The one day of the sentences right before, if nobody spoke on it: انفجرت سيارة يوم الأحد. وقالت الشرطة إن 8 قتلوا."""
    stop = chart.sentence(c.first)[0]
    for _ in range(DAY_HOLDS):
        if not stop:
            break
        start = chart.sentence(stop - 1)[0]
        low, high = chart.starts[start], chart.ends[stop - 1]
        days = chart.days[bisect_left(chart.days, low, key=_start):bisect_left(chart.days, high, key=_start)]
        if days:
            spoken = chart.draft.hits.within(low, high, "quote.say", "quote.preverb")
            happened = chart.has(start, stop, "event", "verb", "bring", "finite") and low >= chart.draft.header[1]
            return days[0].value if len(days) == 1 and happened and not spoken and not _is_bound(chart, days[0]) else None
        stop = start
    return None


def day_holds(chart: Chart, c: Candidate) -> int:
    """The token up to which the day of a figure's event is that of the figures that tell none."""
    stop = chart.sentence(c.first)[1]
    for _ in range(DAY_HOLDS):
        stop = chart.sentence(min(stop, chart.size - 1))[1]
    return stop


def counted_since(chart: Chart, c: Candidate) -> bool:
    """Whether the sentence counts from some beginning on, so that no single day is meant."""
    start, stop = chart.sentence(c.first)
    return chart.has(start, stop, "since")


def _is_of_event(chart: Chart, i: int, start: int) -> bool:
    """An event's noun stands right before the date, or with an adjective between."""
    for j in range(i - 1, max(start, i - 4) - 1, -1):
        if chart.at(j, "event"):
            return True
        if j in chart.closed and j not in chart.entity:
            continue  # حمله روز شنبه به لاهور
        if not chart.plain(j) and j not in chart.entity and not chart.at(j, "prep"):
            return False
    return False


def _is_bound(chart: Chart, d: Date) -> bool:
    """A date since or until which something is counted is not the day of the event."""
    first = chart.tokens.at(d.start)
    return first > 0 and (chart.words[first - 1] in chart.frames.since or chart.at(first - 1, "since") is not None)


def _away(c: Candidate, d: Date) -> int:
    return d.start - c.number.end if d.start >= c.number.end else c.number.start - d.end


def _clause(chart: Chart, c: Candidate) -> tuple[int, int]:
    """The tokens of the clause: from the last break before to the next break or figure behind."""
    start, stop = chart.sentence(c.first)
    low = min(c.first, c.topic[0]) if c.topic else c.first
    if c.governor and c.governor[0] < low:
        low = c.governor[0]
    i = low - 1
    tags = ("break", "among") if chart.frames.article else ("break", "among", "finite", "verb")
    while i >= start and not (chart.at(i, *tags) or chart.ending(i + 1, "break", "relative") or chart.words[i] in CLOSERS):
        i -= 1
    high = max(c.end, c.governor[1] if c.governor else 0)
    j = high
    while j < stop and not (chart.at(j, "break", "among") or chart.words[j] in CLOSERS):
        j += 1
    return i + 1, j
