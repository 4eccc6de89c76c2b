"""What figures have to do with each other: breakdowns, fractions worked out, totals to date."""

from __future__ import annotations

from msgspec.structs import replace

from ...schema import Number
from ...text.spans import Spans
from .candidate import Candidate, before
from .chart import CLOSERS, Chart
from .discourse import whole
from .fit import goes_on, is_topic

#: how many tokens behind a figure the verb of its total may stand
TOTAL_REACH = 16
#: how many words a title has at most
TITLE = 8
OPENING, CLOSING = frozenset('«“"'), frozenset('»”"')


def relate(chart: Chart, found: list[Candidate]) -> list[Candidate]:
    """Set parents, work out fractions, mark totals; gives the candidates that are figures."""
    for k, c in enumerate(found):
        if c.outcome:
            _exceed(chart, c)
            _set_parent(chart, found, k)
            if c.number.kind in ("fraction", "percent"):
                _work_out(found, k)
            elif c.parent is not None and _size(c) > _size(c.parent) > 0:
                c.parent = None
    titles = Spans(_titles(chart))
    kept = [c for c in found if c.outcome and not _in_title(c, titles)]
    for c in kept:
        if c.outcome == "casualties" and not c.topic and _called_dead(chart, c):
            c.outcome = "killed"
    for k, c in enumerate(kept):
        beside = c.sibling or (kept[k - 1] if k and goes_on(chart, kept, k) else None)
        if _is_total(chart, c) or any("total" in d.flags for d in (c.parent, beside) if d is not None):
            c.flags.add("total")
    return kept


def _exceed(chart: Chart, c: Candidate) -> None:
    """A bound that the verb of the topic gives: تجاوز عدد القتلى 300, از ۳۰۰ … گذشت; a shared verb gives it to each number."""
    n = c.number
    if n.mod is not None or n.kind != "cardinal" or n.value is None or n.low != n.high:
        return
    start, stop = chart.sentence(c.first)
    opens = c.topic[0] if c.topic else _count_told(chart, c, start)
    if opens is None:
        return
    if chart.frames.article:
        marks = [m for i in range(max(start, opens - 12), opens) if (m := chart.at(i, "exceed"))]
        negated = any(chart.words[m.first - 1] in chart.frames.negations for m in marks if m.first)
    else:
        behind = range(c.end, min(stop, c.end + TOTAL_REACH)) if c.prep and c.prep == chart.frames.passed else range(0)
        marks = [m for i in behind if (m := chart.at(i, "exceed"))]
        negated = any(chart.frames.negative_verb(chart.words[m.last - 1]) for m in marks)
    if (marks and not c.prep) or (marks and not chart.frames.article):
        c.number = replace(n, low=None if negated else n.value, high=n.value if negated else None,
                           mod="equal_or_less" if negated else "more_than")


def _count_told(chart: Chart, c: Candidate, start: int) -> int | None:
    """Where "the toll of" stands before a number with a noun of its own: تجاوزت حصيلة الزلزال 1400 قتيل."""
    for i in range(c.first - 1, max(start, c.first - 12) - 1, -1):
        if i in chart.numbers:
            return None
        if chart.at(i, "count"):
            return i
    return None


def _titles(chart: Chart) -> list[tuple[int, int]]:
    """Short stretches between quotation marks that nobody is reported to have said: names of films, books, operations."""
    out, opened = [], -1
    quoted = Spans((q.start, q.end) for q in chart.draft.quotes)
    for i, word in enumerate(chart.words):
        if word in OPENING and (opened < 0 or word != '"'):
            opened = i
        elif word in CLOSING and opened >= 0:
            start, end = chart.text(opened, i + 1)
            if i - opened <= TITLE and not quoted.touch(start, end):
                out.append((opened, i))
            opened = -1
    return out


def _in_title(c: Candidate, titles: Spans) -> bool:
    """Number and governor both inside a title."""
    low, high = (min(c.first, c.governor[0]), max(c.last, c.governor[1])) if c.governor else (c.first, c.last)
    return titles.around(low, high)


def _called_dead(chart: Chart, c: Candidate) -> bool:
    """Those lost are dead where the next words call them so: ۹ نفر را از دست داد … جان‌باختگان این مأموریت."""
    mark = chart.at(c.governor[0], "state", "verb") if c.governor else None
    if mark is None or "weak" not in mark.flags:
        return False
    end = chart.sentence(min(chart.size - 1, chart.sentence(c.first)[1]))[1]
    return any((v := chart.at(i, "victim")) and v.value == "killed" and is_topic(chart, v) and i - c.end < 60
               for i in range(c.end, end))


def _set_parent(chart: Chart, found: list[Candidate], k: int) -> None:
    c = found[k]
    if c.parent is None and c.sibling is not None and c.rule == "listed" and "among" in c.sibling.flags:
        c.parent = c.sibling.parent
    if c.parent is not None:
        c.flags.add("among")
        return
    d = next((d for d in before(found, k) if d.outcome), None)
    beside = d is not None and bool(c.joined) and d.first >= chart.sentence(c.first)[0]
    if c.flags & {"of_victims"} or (c.kind == "victim" and c.partitive and not c.single):
        if not beside or (d and d.outcome == c.outcome) or (d and "among" in d.flags and d.kind == "victim"):
            c.parent = _nearest(found, k, c.outcome)
    elif beside and d is not None and d.parent is not None and d.anaphor and _follows_part(chart, d, c):
        c.parent = d.parent
    elif c.anaphor or c.number.kind in ("fraction", "percent"):
        c.parent = _nearest(found, k, c.outcome) if c.kind == "victim" else whole(chart, found, k)
    elif chart.ending(c.first, "among"):
        c.parent = whole(chart, found, k) or _previous(chart, found, k)
    if c.parent is not None:
        c.flags.add("among")


def _size(c: Candidate) -> float:
    return c.number.value or c.number.low or 0


def _follows_part(chart: Chart, d: Candidate, c: Candidate) -> bool:
    """که ۳۰۰ نفر از آنان کشته و ۲۷۰۰ نفر زخمی شده‌اند: the second of two parts that share a verb has no anaphor of its own."""
    plain = c.head is not None and "classifier" in c.head.flags
    return plain and not any(chart.at(i, "finite", "break", "relative") or chart.words[i] in CLOSERS for i in range(d.end, c.first))


def _previous(chart: Chart, found: list[Candidate], k: int) -> Candidate | None:
    """The figure right before in the sentence, whatever befell those it counts (4,700 lost, among them 600 killed)."""
    start = chart.sentence(found[k].first)[0]
    return next((d for d in before(found, k, start) if d.outcome), None)


def _nearest(found: list[Candidate], k: int, outcome: str) -> Candidate | None:
    """The nearest figure before of that outcome that is no part itself."""
    return next((d for d in before(found, k) if d.outcome == outcome and not d.flags & {"among", "denied"} and d.rule != "among"), None)


def _work_out(found: list[Candidate], k: int) -> None:
    """The count that a fraction or percentage of another figure comes to; without a count to take it of there is no figure."""
    c = found[k]
    base = c.parent
    share, whole_ = c.number.value, base.number.value if base else None
    if base is None or share is None or whole_ is None:
        c.outcome = ""
        return
    value = round(whole_ * share / (100 if c.number.kind == "percent" else 1))
    c.flags.add("share")
    c.number = _counted(c.number, value)


def _counted(number: Number, value: int) -> Number:
    return replace(number, value=value, low=None, high=None, mod="approx")


def _is_total(chart: Chart, c: Candidate) -> bool:
    """A verb of reaching or a word for totals in the clause, or a beginning since which it counts."""
    start, stop = chart.sentence(c.first)
    counted = c.topic is not None or (bool(c.prep) and c.prep in chart.frames.topic)
    left = c.topic[0] if c.topic else c.first - TOTAL_REACH
    if chart.has(max(start, left - 4), c.first, "total") or (counted and chart.has(max(start, left - 4), c.first, "reach")):
        return True
    for i in range(c.end, min(stop, c.end + TOTAL_REACH)) if counted else ():
        if chart.words[i] in CLOSERS or chart.at(i, "break"):
            break
        if chart.at(i, "reach"):
            return True
    if c.outcome in ("displaced", "deployed", "missing"):
        return False
    return chart.has(max(start, c.first - 14), min(stop, c.end + TOTAL_REACH), "since")
