"""The event around a figure: whether the text stands by it, where it was, when it was."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from ...schema import Date, Entity
from ...text.spans import Spans
from .candidate import Candidate
from .chart import CLOSERS, Chart, Mark

#: how many sentences a denial may reach back over
REACH_BACK = 4
#: how many sentences back the place of the story may stand, and the day of its event
SETTING, DAY_HOLDS = 4, 2
_first, _start = attrgetter("first"), attrgetter("start")


def statuses(chart: Chart, kept: list[Candidate], sourced: list[bool]) -> list[str]:
    """``asserted``, ``denied`` or ``unconfirmed`` for each figure; ``sourced`` tells which of them somebody vouches for."""
    out = ["denied" if _denied_here(chart, c) else "asserted" for c in kept]
    for mark in chart.by_tag["deny"]:
        if _about_claims(chart, mark) and not _is_negated(chart, mark):
            for k in _meant(chart, kept, sourced, mark):
                out[k] = "denied"
    for mark in chart.by_tag["doubt"]:
        if _near(chart, mark, "claimed") and (mark.value == "full" or _near(chart, mark, "verify")):
            for k in _meant(chart, kept, sourced, mark) or _before_in_sentence(chart, kept, mark):
                if out[k] == "asserted":
                    out[k] = "unconfirmed"
    return out


def _denied_here(chart: Chart, c: Candidate) -> bool:
    """Set against the right number, taken back later, or the content of a denial."""
    if "denied" in c.flags:
        return True
    start, stop = chart.sentence(c.first)
    if chart.ending(c.first, "corrected") and any(chart.at(i, "correct") for i in range(start, stop)):
        return True
    if _put_right(chart, c, start, stop):
        return True
    if c.topic and c.prep and c.prep == chart.frames.passed and any(chart.at(i, "correct") for i in range(c.end, min(c.end + 10, stop))):
        return True
    return _behind_denial(chart, c, start) or _before_denial(chart, c, stop)


def _put_right(chart: Chart, c: Candidate, start: int, stop: int) -> bool:
    """أعلنت في البداية مقتل 20 ثم صححت العدد إلى 15: with a word for the first count before it or another number behind the correction."""
    if not chart.frames.article or not c.outcome:
        return False
    mark = next((m for i in range(c.end, stop) if (m := chart.at(i, "correct"))), None)
    if mark is None:
        return False
    first = any(chart.at(i, "corrected") for i in range(start, c.first))
    return first or any(i in chart.numbers for i in range(mark.last, min(mark.last + 5, stop)))


def _behind_denial(chart: Chart, c: Candidate, start: int) -> bool:
    """نفى مقتل 12 جنديا; not نفى ذلك وقال إن 12 قتلوا."""
    low = c.governor[0] if c.governor and c.governor[0] < c.first else c.first
    for i in range(low - 1, max(start, low - 9) - 1, -1):
        if chart.at(i, "deny"):
            said = chart.draft.hits.within(chart.ends[i], chart.starts[low], "quote.say", "quote.participle")
            return not chart.frames.object_mark and not said  # نفى ذلك مؤكدا أن ثلاثة قتلوا
        if chart.at(i, "finite", "relative") or chart.words[i] in CLOSERS:
            return False
    return False


def _before_denial(chart: Chart, c: Candidate, stop: int) -> bool:
    """کشته شدن ۱۲ نفر را تکذیب کرد."""
    if not chart.frames.object_mark or c.rule != "act":
        return False
    for i in range(c.end, min(stop, c.end + 8)):
        if chart.words[i] == chart.frames.object_mark:
            return any(chart.at(j, "deny") for j in range(i + 1, min(i + 4, stop)))
        if chart.at(i, "finite", "verb"):
            return False
    return False


def _is_negated(chart: Chart, mark: Mark) -> bool:
    """رد نکرده است, لم ينف: no denial."""
    negative = chart.frames.negative_verb
    behind = chart.at(mark.last, "finite")
    return (mark.first > 0 and chart.words[mark.first - 1] in chart.frames.negations) or any(
        negative(chart.words[i]) for i in range(mark.first + 1, behind.last if behind else mark.last))


def _about_claims(chart: Chart, mark: Mark) -> bool:
    """The sentence points at a count given before: هذه الأرقام, این آمار, أعداد الضحايا."""
    start, stop = chart.sentence(mark.first)
    counts = (m for i in range(max(start, mark.first - 12), min(stop, mark.last + 12)) if (m := chart.at(i, "count")))
    return _near(chart, mark, "claimed") or any(chart.at(m.last, "victim") for m in counts)


def _near(chart: Chart, mark: Mark, tag: str) -> bool:
    start, stop = chart.sentence(mark.first)
    return any(chart.at(i, tag) for i in range(max(start, mark.first - 12), min(stop, mark.last + 12)))


def _before_in_sentence(chart: Chart, kept: list[Candidate], mark: Mark) -> list[int]:
    start = chart.sentence(mark.first)[0]
    return list(_between(kept, start, mark.first))


def _between(kept: list[Candidate], first: int, last: int) -> range:
    """Which of the candidates, that are in order, begin at the tokens ``first:last``."""
    return range(bisect_left(kept, first, key=_first), bisect_left(kept, last, key=_first))


def _meant(chart: Chart, kept: list[Candidate], sourced: list[bool], mark: Mark) -> list[int]:
    """The figures a denial or doubt is about: those before it in its sentence, else the nearest sentence with claimed ones."""
    start, stop = chart.sentence(mark.first)
    window = range(max(start, mark.first - 8), min(stop, mark.last + 8))
    losses = any(chart.at(i, "victim") for i in window)
    low, counts = start, any((m := chart.at(i, "claimed")) and m.value == "count" for i in window)
    for _ in range(REACH_BACK + 1 if counts else 2):
        found = [k for k in _between(kept, low, mark.first) if sourced[k]]
        if found:
            return [k for k in found if not (losses and kept[k].outcome == "deployed")]
        if low == 0:
            break
        low = chart.sentence(low - 1)[0]
    return []


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
            happened = any(chart.at(i, "event", "verb", "bring", "finite") for i in range(start, stop)) and low >= chart.draft.header[1]
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
    return any(chart.at(i, "since") for i in range(start, stop))


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
