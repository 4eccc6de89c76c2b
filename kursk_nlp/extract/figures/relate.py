"""What figures have to do with each other: breakdowns, fractions worked out, totals to date."""

from __future__ import annotations

from msgspec.structs import replace

from ...schema import Number
from .candidates import Candidate
from .chart import CLOSERS, Chart
from .discourse import whole

#: how many tokens behind a figure the verb of its total may stand
TOTAL_REACH = 8


def relate(chart: Chart, found: list[Candidate]) -> list[Candidate]:
    """Set parents, work out fractions, mark totals; gives the candidates that are figures."""
    for k, c in enumerate(found):
        if c.outcome:
            _set_parent(chart, found, k)
            if c.number.kind in ("fraction", "percent"):
                _work_out(found, k)
    kept = [c for c in found if c.outcome]
    for c in kept:
        if _is_total(chart, c) or (c.parent or c.sibling or c).flags & {"total"}:
            c.flags.add("total")
    return kept


def _set_parent(chart: Chart, found: list[Candidate], k: int) -> None:
    c = found[k]
    if c.parent is not None:
        return
    if c.flags & {"of_victims"} or (c.kind == "victim" and c.partitive and not c.single):
        c.parent = _nearest(found, k, c.outcome)
    elif c.anaphor or c.number.kind in ("fraction", "percent"):
        c.parent = _nearest(found, k, c.outcome) if c.kind == "victim" else whole(chart, found, k)
    elif chart.ending(c.first, "among"):
        c.parent = whole(chart, found, k) or _previous(chart, found, k)
    if c.parent is not None:
        c.flags.add("among")


def _previous(chart: Chart, found: list[Candidate], k: int) -> Candidate | None:
    """The figure right before in the sentence, whatever befell those it counts (4,700 lost, among them 600 killed)."""
    start = chart.sentence(found[k].first)[0]
    return next((d for d in reversed(found[:k]) if d.outcome and d.first >= start), None)


def _nearest(found: list[Candidate], k: int, outcome: str) -> Candidate | None:
    """The nearest figure before of that outcome that is no part itself."""
    alike = [d for d in found[:k] if d.outcome == outcome and "among" not in d.flags and d.rule != "among"]
    return alike[-1] if alike else None


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
    left = c.topic[0] if c.topic else max(start, c.first - TOTAL_REACH - 4)
    if any(chart.at(i, "total") or (c.topic and chart.at(i, "reach")) for i in range(max(start, left - 3), c.first)):
        return True
    for i in range(c.end, min(stop, c.end + TOTAL_REACH)):
        if chart.words[i] in CLOSERS or chart.at(i, "break"):
            return False
        if chart.at(i, "since") or (c.topic and chart.at(i, "reach")):
            return True
    return any(chart.at(i, "since") for i in range(max(start, c.first - 14), c.first))
