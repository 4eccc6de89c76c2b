"""What could be a figure: every number with the noun that it counts, and nouns that say one or two themselves."""

from __future__ import annotations

from ...schema import Number
from .candidate import Candidate
from .chart import Chart
from .phrase import before_number, read_phrase
from .singles import from_nation, from_noun, from_one, from_ordinal, from_other


def candidates(chart: Chart) -> list[Candidate]:
    """All of them in order of place; numbers that are names of something (the 4th article, a brigade's number) are left out."""
    found = [c for n in chart.draft.numbers if (c := _from_number(chart, n))]
    taken = {i for c in found for i in (*range(c.first, c.end), *range(*(c.noun or (0, 0))))}
    firsts = sorted(c.first for c in found)
    for mark in sorted((*chart.by_tag["person"], *chart.by_tag["victim"])):
        if mark.first not in taken and (single := from_noun(chart, mark, firsts)):
            taken.update(range(single.first, single.last))
            found.append(single)
    for mark in chart.by_tag["other"]:
        if mark.value == "one" and mark.first not in taken and (c := from_other(chart, mark)):
            found.append(c)
    for entity in chart.draft.entities:
        if entity.label == "NORP" and chart.tokens.at(entity.start) not in taken and (c := from_nation(chart, entity)):
            found.append(c)
    found += [c for mark in chart.by_tag["one"] if mark.first not in taken and (c := from_one(chart, mark))]
    return sorted(found, key=lambda c: (c.first, c.last))


def _from_number(chart: Chart, number: Number) -> Candidate | None:
    if chart.draft.in_boilerplate(number.start):
        return None
    first, last = chart.range(number.start, number.end)
    if number.kind == "ordinal":
        return from_ordinal(chart, number, first)
    if first >= chart.size or _is_name(chart, number, first):
        return None
    if number.kind == "cardinal" and isinstance(number.value, float) and not number.value.is_integer():
        return None
    if chart.words[first] in chart.frames.pronouns and last - first == 1:
        return None
    if chart.folded[number.end:chart.ends[last - 1]] in chart.frames.measured or _is_adjective(chart, number, first):
        return None
    c = Candidate(number, first, last)
    c.prep, c.joined = before_number(chart, first, number.start)
    label = chart.ending(first, "label")
    counts = label is not None and label.value == "year" and chart.at(last, "person", "people", "victim")  # أوقف الأمن العام 18 شخصا
    if label and not counts and chart.words[first].isdecimal():
        c.kind, c.end = "thing", last
    else:
        read_phrase(chart, c)
    return c


def _is_name(chart: Chart, number: Number, first: int) -> bool:
    """Inside a unit's designator or a name (لواء 155, Uran-6)."""
    unit, entity = chart.unit.get(first), chart.entity.get(first)
    return bool((unit and unit.designator and unit.designator in number.text + chart.folded[number.start:number.end])
                or (entity and entity.label in ("ORG", "LOC", "MISC") and entity.start <= number.start))


def _is_adjective(chart: Chart, number: Number, first: int) -> bool:
    """غرفة واحدة: one, behind a plain noun that is no person."""
    alone = chart.frames.one
    if number.value != 1 or not alone or not chart.words[first].startswith(alone) or first == 0:
        return False
    return chart.ending(first, "thing") is not None or chart.plain(first - 1)
