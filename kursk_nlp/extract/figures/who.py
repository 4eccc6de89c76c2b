"""Who was counted: the country and the role of the people, from the phrase itself outward."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .candidates import Candidate
from .chart import CLOSERS, Chart
from .fit import CIVIL

Who = tuple[str | None, str | None]
ARMED = ("formation", "service", "forces")


def describe(chart: Chart, kept: list[Candidate]) -> list[Who]:
    """Country and role of each figure, in order; a figure that points back takes what it lacks from the one it points at."""
    out: list[Who] = []
    place = {id(c): i for i, c in enumerate(kept)}
    common = _common_country(chart)
    for c in kept:
        kin = [out[place[id(k)]] for k in (c.parent, c.sibling) if k is not None and id(k) in place and place[id(k)] < len(out)]
        role = _role(chart, c, [r for _, r in kin])
        country = _country(chart, c, [n for n, _ in kin])
        if country is None:
            country = _from_before(chart, kept, out, c, role) or _of_place(chart, c, role, common)
        out.append((country, role))
    return out


def _role(chart: Chart, c: Candidate, kin: list[str | None]) -> str | None:
    if c.role == "fighter" and not _in_service(chart, c):
        return None
    if c.role not in ("", "-", "fighter"):
        return c.role
    if c.noun is not None and _in_service(chart, c):
        return "military"
    if role := _said_role(chart, c):
        return role
    if c.topic:
        for i in range(*c.topic):
            person = chart.at(i, "person", "people")
            if person and person.value not in ("-", "fighter"):
                return person.value
            if (unit := chart.unit.get(i)) and unit.kind in ARMED:
                return "military"
            if person and person.value == "fighter":
                return None
    if role := next((r for r in kin if r), None):
        return role
    return "military" if c.outcome == "deployed" else None


def _in_service(chart: Chart, c: Candidate) -> bool:
    """Whether the phrase names a force that they belong to."""
    return c.noun is not None and any((u := chart.unit.get(i)) is not None and u.kind in ARMED for i in range(c.noun[0], c.noun[1] + 2))


def _said_role(chart: Chart, c: Candidate) -> str | None:
    """یازده تن از کشته‌ها زن هستند: the role is said of them."""
    if not (c.partitive or c.anaphor):
        return None
    for i in range(c.end, min(c.end + 10, chart.sentence(c.first)[1])):
        person = chart.at(i, "person", "people")
        if person and person.value in CIVIL and chart.at(person.last, "finite") and not chart.at(person.last, "verb"):
            return person.value
        if chart.words[i] in CLOSERS or (chart.at(i, "finite")):
            break
    return None


def _country(chart: Chart, c: Candidate, kin: list[str | None]) -> str | None:
    if c.noun is not None and (country := _named(chart, range(*c.noun))):
        return country
    theirs = _has_owner(chart, c) or (c.outcome == "deployed" and c.kind != "unknown") or _is_loss(chart, c)
    if theirs and (country := _subject(chart, c)):
        return country
    if c.topic and (country := _named(chart, range(*c.topic))):
        return country
    return next((n for n in kin if n), None)


def _named(chart: Chart, tokens: Iterable[int]) -> str | None:
    """The country of the first nationality, force or place among tokens."""
    for i in tokens:
        entity, unit = chart.entity.get(i), chart.unit.get(i)
        if entity and entity.country and entity.label != "PER":
            return entity.country
        if unit and unit.country:
            return unit.country
    return None


def _has_owner(chart: Chart, c: Candidate) -> bool:
    """جنوده، نیروهای خود: they belong to the subject."""
    head = c.head
    if head is not None and any(head.hit.suffix.endswith(p) for p in chart.frames.possessors if len(p) > 1):
        return True
    if head is not None and head.tag == "people" and head.hit.suffix in chart.frames.possessors:
        return True
    return c.noun is not None and any(chart.words[i] in chart.frames.own for i in range(c.noun[0], min(c.noun[1] + 2, chart.size)))


def _is_loss(chart: Chart, c: Candidate) -> bool:
    """خسر, از دست داد: the subject's own people."""
    if c.outcome not in ("casualties", "killed") or c.governor is None:
        return False
    mark = chart.at(c.governor[0], "verb") or chart.at(c.governor[0], "state")
    return mark is not None and mark.value == "casualties"


def _subject(chart: Chart, c: Candidate) -> str | None:
    """The country of the nearest force, state or nationality before the number in its sentence."""
    start = chart.sentence(c.first)[0]
    for i in range(c.first - 1, start - 1, -1):
        if country := _named(chart, (i,)):
            entity = chart.entity.get(i)
            if entity and entity.label == "LOC" and chart.ending(chart.range(entity.start, entity.end)[0], "prep") and i not in chart.unit:
                continue
            return country
    return None


def _from_before(chart: Chart, kept: list[Candidate], out: list[Who], c: Candidate, role: str | None) -> str | None:
    """Those left without a noun, or soldiers of no stated army, are those of the figure before, in this sentence or the last."""
    if not out or not (c.kind in ("empty", "other", "victim") or role == "military"):
        return None
    low = chart.sentence(max(0, chart.sentence(c.first)[0] - 1))[0]
    for k in range(len(out) - 1, -1, -1):
        if kept[k].first < low:
            return None
        if out[k][0] and (role is None or out[k][1] == role):
            return out[k][0]
    return None


def _of_place(chart: Chart, c: Candidate, role: str | None, common: str | None) -> str | None:
    """People of no stated nation are those of the place, where only one country is in play."""
    start, stop = chart.sentence(c.first)
    here = {e.country for i in range(start, stop) if (e := chart.entity.get(i)) and e.country and e.label == "LOC"}
    if len(here) == 1 and role != "military":
        return next(iter(here))
    return common if not here or common in here else None


def _common_country(chart: Chart) -> str | None:
    """The one country that most places and nationalities of the article belong to."""
    counts = Counter(e.country for e in chart.draft.entities if e.country and e.label in ("LOC", "NORP"))
    counts.update(u.country for u in chart.draft.units if u.country and u.kind != "armed_group")
    if not counts:
        return None
    (first, most), *rest = counts.most_common(2)
    return first if not rest or most >= 2 * rest[0][1] else None
