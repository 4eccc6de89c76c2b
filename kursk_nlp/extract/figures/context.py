"""The event around a figure: where it was, when it was."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from ...schema import Date, Entity
from ...text.spans import Spans
from .candidate import Candidate
from .chart import CLOSERS, COMMAS, Chart

#: how many sentences back the place of the story may stand, and the day of its event
SETTING, DAY_HOLDS = 4, 2
#: how many words of place may stand between a place and the one that it lies in
CHAIN = 4
#: how far in the clause of a verb of saying the place stands where it was said
WHERE_SAID = 8
#: how near before a place another number stands that it is the place of
OTHERS = 5
#: what follows the place where a report was written
DATELINE = frozenset("(-–—ـ/")
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


def place(chart: Chart, c: Candidate, said: Spans) -> Entity | None:
    """The place of the event: the nearest one in the clause, behind a word of place or of the event; else one that heads the line,
    one told before in the sentence (not where somebody spoke), one behind that no other clause holds; else one in the phrase counted
    or its topic (ساکنان غزه, شهدای جنگ غزه)."""
    start, stop = chart.sentence(c.first)
    near = _nearest_place(chart, c, *_clause(chart, c))
    if c.outcome == "deployed":
        return near or _nearest_place(chart, c, start, stop)
    if near and not is_country(near):
        return near
    near = near or _heading(chart, start, said)
    for low, high in ((start, c.first), (c.end, _next_break(chart, c.end, stop))):
        beside = _nearest_place(chart, c, low, high, said)
        if beside and (near is None or (beside.country == near.country and not is_country(beside))):
            return beside
    if near:
        return near
    named = [e for s in (c.noun, c.topic) if s for i in range(*s) if (e := chart.entity.get(i)) and e.label == "LOC"]
    return next((e for e in named if not is_country(e) or (c.topic and c.role not in ("military", "fighter"))), None)


def is_country(entity: Entity) -> bool:
    return (entity.id or "").startswith("iso:")


def _next_break(chart: Chart, i: int, stop: int) -> int:
    while i < stop and not chart.at(i, "break") and chart.words[i] not in CLOSERS and not _counts_others(chart, i):
        if not chart.frames.article and chart.at(i, "finite"):
            return i
        i += 1
    return i


def _heading(chart: Chart, start: int, said: Spans) -> Entity | None:
    """خاركيف: 5 قتلى; a country before a colon is one that speaks."""
    entity = chart.entity.get(start)
    if entity is None or entity.label != "LOC" or is_country(entity) or said.touch(entity.start, entity.end):
        return None
    last = chart.range(entity.start, entity.end)[1]
    return entity if last < chart.size and chart.words[last] == ":" else None


def setting(chart: Chart, c: Candidate, said: Spans) -> Entity | None:
    """Where the story is when no event has been placed yet: the last place told of before that is no part of a speaker's name."""
    start = chart.sentence(c.first)[0]
    low = start
    for _ in range(SETTING):
        low = chart.sentence(max(0, low - 1))[0]
    for i in reversed(chart.places_in(low, start)):
        entity = chart.entity[i]
        if not said.touch(entity.start, entity.end) and _behind_place_word(chart, c, i):
            return entity
    return None


def _nearest_place(chart: Chart, c: Candidate, start: int, stop: int, said: Spans | None = None) -> Entity | None:
    """The place nearest to the figure among tokens, a town before its country, the first of a chain (در قندوز در شمال افغانستان).

    With the spans of who speaks, ``said``, none where somebody speaks.
    """
    found = [i for i in chart.places_in(start, stop) if _is_place(chart, c, i) and not (
        said and (said.touch(chart.entity[i].start, chart.entity[i].end) or is_where_said(chart, c, i)))]
    best = min(found, key=lambda i: i - c.end if i >= c.end else c.first - i + OTHERS * _is_of_others(chart, i, start), default=None)
    if best is None:
        return None
    towns = [i for i in found if not is_country(chart.entity[i])]
    if is_country(chart.entity[best]) and c.outcome != "deployed":
        inside = [i for i in towns if chart.entity[i].country == chart.entity[best].country and not _counts_between(chart, c, i)]
        best = min(inside, key=lambda i: abs(i - c.first), default=best)
    for i in reversed([i for i in towns if i < best]):
        if not _in_chain(chart, i, best):
            break
        best = i
    return chart.entity[best]


def _is_of_others(chart: Chart, i: int, start: int) -> bool:
    """۴۰۰ نفر در غزه و ۲۰۰ نفر در رفح: a place between another number and this one is rather that one's."""
    return any(j in chart.numbers for j in range(max(start, i - OTHERS), i))


def _counts_between(chart: Chart, c: Candidate, i: int) -> bool:
    return not chart.numbers.isdisjoint(range(c.end, i) if i >= c.end else range(i, c.first))


def _is_place(chart: Chart, c: Candidate, i: int) -> bool:
    """A name of a place that stands behind a word of place and opens no dateline."""
    return not _is_dateline(chart, i) and _behind_place_word(chart, c, i)


def _is_dateline(chart: Chart, i: int) -> bool:
    """نيروبي (رويترز) -: where it was written."""
    if i != chart.sentence(i)[0]:
        return False
    last = chart.range(chart.entity[i].start, chart.entity[i].end)[1]
    return last < chart.size and chart.words[last] in DATELINE


def is_where_said(chart: Chart, c: Candidate, i: int) -> bool:
    """قال في جنيف إن خمسة قتلوا: the place stands with the verb of saying, not behind an event's name."""
    j = i
    while j < c.first and not chart.at(j, "break", "relative") and not _opens_another(chart, j):
        j += 1
        if not chart.frames.article and chart.at(j - 1, "finite"):
            break
    if j >= c.first:
        return False
    low, bounds = i, ("break", "relative") if chart.frames.article else ("break", "relative", "finite")
    start = chart.sentence(i)[0]
    while low > start and not chart.at(low - 1, *bounds) and not _opens_another(chart, low):
        low -= 1
    if i - low > WHERE_SAID or any(chart.at(k, "event") for k in range(low, i)):
        return False
    return bool(chart.draft.hits.within(chart.starts[low], chart.ends[j - 1], "quote.say", "quote.preverb"))


def _in_chain(chart: Chart, i: int, j: int) -> bool:
    """Whether only words of place stand between two places: the first lies in the second."""
    low = chart.range(chart.entity[i].start, chart.entity[i].end)[1]
    if j - low > CHAIN:
        return False
    return all(chart.words[k] in chart.frames.place_words or chart.words[k] in COMMAS or chart.at(k, "prep")
               or ((t := chart.at(k, "thing")) and t.value == "place") for k in range(low, j))


def _behind_place_word(chart: Chart, c: Candidate, i: int) -> bool:
    """في, قرب, در … right before the name or before the words that lead to it (في مدينة حلب, در شاهراه غزنی)."""
    entity = chart.entity[i]
    if chart.folded[chart.starts[i]:entity.start].endswith(tuple(chart.frames.attached)):
        return True
    words = chart.frames.place_words | (chart.frames.goal_words if c.outcome == "deployed" else frozenset())
    words |= chart.frames.origin_words if c.outcome == "displaced" else frozenset()
    start = chart.sentence(i)[0]
    for j in range(i - 1, max(start - 1, i - 5), -1):
        if chart.words[j] in words:
            return True
        lead = chart.at(j, "thing", "victim")
        if lead and lead.value == "place" and lead.hit.prefix.endswith(tuple(chart.frames.attached)):
            return True
        if (struck := chart.at(j, "finite")) and struck.value == "strike" and not is_country(entity):
            return True
        if lead and lead.value != "place" and j == i - 1:
            return not is_country(entity)
        if chart.at(j, "prep") and (((event := chart.ending(j, "thing")) and event.value != "place") or _is_of_event(chart, j, start)):
            return True
        unknown = chart.plain(j) and j > start and chart.words[j] not in chart.frames.conjunctions and (
            (j == i - 1 and not is_country(entity)) or ((t := chart.at(j - 1, "thing")) is not None and t.value == "place"))
        if not ((lead and lead.value == "place") or j in chart.closed or unknown):
            return False
    return False


def date(chart: Chart, c: Candidate) -> str | None:
    """The TIMEX3 value of the date nearest to the figure in its clause."""
    start, stop = _clause(chart, c)
    inside = [d for d in _days(chart, start, stop) if d.end <= chart.ends[stop - 1] and not _is_bound(chart, d)]
    nearest = min(inside, key=lambda d: _away(c, d), default=None)
    return nearest.value if nearest else None


def event_day(chart: Chart, c: Candidate) -> str | None:
    """The day of an event named in the sentence, outside the clause: حملهٔ هوایی روز شنبه … گفت ۱۱ نفر; not the day somebody spoke,
    nor that of an event told of behind."""
    start, stop = chart.sentence(c.first)
    behind = _next_break(chart, c.end, stop)
    days = (d for d in _days(chart, start, behind) if not _is_bound(chart, d) and not (d.start > c.number.end and _is_fronted(chart, d)))
    told = [d for d in days if _is_of_event(chart, chart.tokens.at(d.start), start) or _happened(chart, c, d)]
    nearest = min(told, key=lambda d: _away(c, d), default=None)
    return nearest.value if nearest else None


def _days(chart: Chart, first: int, last: int) -> list[Date]:
    """The dates with a value that begin at the tokens ``first:last``."""
    if first >= last:
        return []
    low, high = chart.starts[first], chart.ends[last - 1]
    return chart.days[bisect_left(chart.days, low, key=_start):bisect_left(chart.days, high, key=_start)]


def _happened(chart: Chart, c: Candidate, d: Date) -> bool:
    """استهدفت ليل الجمعة سوقا, ما أدى إلى مقتل خمسة: in the clause of the date nobody speaks or counts, and something happens; a date
    behind the next figure is that of both if only one of them is placed (قتل 5 وأصيب 7 في غارة أمس)."""
    if d.start > c.number.end:
        return _nearest_place(chart, c, *_clause(chart, c)) is None
    i, start = chart.tokens.at(d.start), chart.sentence(c.first)[0]
    low = high = i
    while low > start and not chart.at(low - 1, "break", "relative") and not _opens_another(chart, low):
        low -= 1
    while high < c.first and not chart.at(high, "break", "relative") and (high == i or not _opens_another(chart, high)):
        high += 1
    if chart.draft.hits.within(chart.starts[low], chart.ends[high - 1], "quote.say", "quote.preverb", "quote.participle"):
        return False
    if any(chart.at(k, "count", "correct", "total", "reach") for k in range(low, high)):
        return False
    tags = ("event", "verb", "finite", "bring") if chart.frames.article else ("event", "verb", "state")
    return any(chart.at(k, *tags) for k in range(low, high))


def _is_fronted(chart: Chart, d: Date) -> bool:
    """وفي 2019 غرق مئة: a date that opens a clause is of that clause."""
    i = chart.tokens.at(d.start)
    prep = chart.ending(i, "prep")
    first = prep.first if prep else i
    joined = chart.words[first].startswith(tuple(x for x in chart.frames.clitics if x in chart.frames.conjunctions)) if (
        chart.frames.clitics) else chart.words[first - 1] in chart.frames.conjunctions
    return first > 0 and joined


def story_day(chart: Chart, c: Candidate) -> str | None:
    """The one day of the sentences right before, if nobody spoke on it: انفجرت سيارة يوم الأحد. وقالت الشرطة إن 8 قتلوا."""
    stop = chart.sentence(c.first)[0]
    for _ in range(DAY_HOLDS):
        if not stop:
            break
        start = chart.sentence(stop - 1)[0]
        low, high = chart.starts[start], chart.ends[stop - 1]
        if days := _days(chart, start, stop):
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
    """An event's noun stands right before the date, or with an adjective or "that happened" between (تصادفی که شامگاه دوشنبه رخ داد)."""
    for j in range(i - 1, max(start, i - 4) - 1, -1):
        if chart.at(j, "event"):
            return True
        if chart.at(j, "relative") or (chart.at(j, "finite") and chart.ending(j, "relative")):
            continue
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
    while j < stop and not (chart.at(j, "break", "among") or chart.words[j] in CLOSERS or _opens_another(chart, j)
                           or _counts_others(chart, j)):
        if not chart.frames.article and (verb := chart.at(j, "finite", "verb")):
            while verb := chart.at(j, "finite", "verb"):  # the verb ends the clause
                j = verb.last
            break
        j += 1
    return i + 1, min(j, stop)


def _counts_others(chart: Chart, i: int) -> bool:
    """بعد مقتل 4: what befell others, who are counted right behind."""
    mark = chart.at(i, "act") if chart.frames.article else None
    return mark is not None and mark.last in chart.numbers and chart.ending(i, "prep") is not None


def _opens_another(chart: Chart, i: int) -> bool:
    """وأصيب سبعة; ، وفي 2019: where verbs come first, a conjunction before one, or before a preposition behind a comma, opens a clause."""
    if not chart.frames.article:
        return False
    mark = chart.at(i, "verb", "finite", "act")
    if mark and chart.joined(mark):
        return True
    prep = chart.at(i, "prep")
    return prep is not None and chart.words[i - 1] in COMMAS and chart.joined(prep)
