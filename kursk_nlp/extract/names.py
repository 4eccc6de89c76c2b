"""Names: known things from the lexicon, organisations by their heads, and what marks a name in the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..gazetteer import tables
from ..gazetteer.tables import Thing, things
from ..rules.frames.names import NameFrames
from ..rules.lexicon import Hit
from ..rules.rule import pattern
from ..schema import Entity, Label
from .draft import Draft

#: words in quotation marks, at most seven
QUOTED = pattern("names.quoted", r"[ ]?+[«“\"‘]([^«»“”\"‘’\n]{2,60}+)[»”\"’]")


class Found(NamedTuple):
    """A candidate: ``thing`` where it is known, ``rank`` where spans compete (higher wins over longer)."""

    start: int
    end: int
    label: Label
    rule: str
    thing: Thing | None = None
    rank: int = 0


def find(draft: Draft, frames: NameFrames) -> list[Entity]:
    """The names of an article, in order of ``start``, at normal offsets."""
    known = list(_known(draft, frames))
    firm = {f.thing.country for f, weak in known if f.thing is not None and not weak}
    found = [f for f, weak in known if not weak or (f.thing is not None and f.thing.country in firm)]
    found += _organisations(draft, frames)
    found += _marked(draft)
    return [_entity(draft, f) for f in _best(found)]


def _known(draft: Draft, frames: NameFrames) -> Iterator[tuple[Found, bool]]:
    """The known things that stand in the text, and whether each is only a weak reading."""
    table = things()
    hits = draft.hits.get(tables.NAME, tables.THE_NAME, tables.PEOPLE, tables.LATIN)
    people = {(h.start, h.end) for h in hits if h.tag == tables.PEOPLE}
    places = {(h.start, h.end) for h in hits if h.tag != tables.PEOPLE and h.value.startswith("iso:")}
    for hit in hits:
        thing = table.get(hit.value.strip("-?"))
        weak = hit.value.endswith("?")
        label: Label = "NORP" if hit.tag == tables.PEOPLE else thing.label if thing else "MISC"  # type: ignore[assignment]
        if hit.tag == tables.PEOPLE:
            if (hit.start, hit.end) in places and _is_place(draft, frames, hit):
                continue
        elif label == "LOC":
            if (hit.start, hit.end) in people and not _is_place(draft, frames, hit):
                continue
            if thing and thing.kind == "country" and hit.suffix and frames.people_wanted(draft.view, hit):
                yield Found(hit.start, hit.end, "NORP", "names.people", thing), weak
                continue
            if weak and frames.place_wanted(draft.view, hit):
                weak = False
        start, end = frames.span(hit)
        yield Found(start, end, label, "names.people" if label == "NORP" else "names.known", thing), weak


def _is_place(draft: Draft, frames: NameFrames, hit: Hit) -> bool:
    """A form that is a country's name and its adjective too: the words around decide."""
    if frames.people_wanted(draft.view, hit):
        return False
    weak = any(h.value.endswith("?") for h in draft.hits.starts.get(hit.start, ()) if h.end == hit.end and h.value.startswith("iso:"))
    return not weak or frames.place_wanted(draft.view, hit)


def _organisations(draft: Draft, frames: NameFrames) -> Iterator[Found]:
    """Names that begin with a head word: وزارة الدفاع الروسية, وزارت دفاع روسیه."""
    heads = draft.hits.get("org_head")
    if not heads:
        return
    known: dict[int, Hit] = {}
    for hit in draft.hits.get(tables.NAME, tables.THE_NAME, tables.PEOPLE):
        at = hit.stem - len(hit.prefix)
        if at not in known or hit.end > known[at].end:
            known[at] = hit
    words = {h.start: h for h in reversed(draft.hits.get("topic", "agency_word"))}
    for head in heads:
        end = frames.organisation(draft.view, head, known, words)
        if end is not None:
            yield Found(head.start, end, "ORG", "names.organisation")


def _marked(draft: Draft) -> Iterator[Found]:
    """Names in quotation marks after a word that announces one: قناة «روسيا 24», با نام رمز «ولهس»."""
    for hit in draft.hits.get("media_head", "company_head", "code_name"):
        quoted = QUOTED.match(draft.view.normal, hit.end)
        if quoted:
            person = hit.tag == "code_name"
            yield Found(*quoted.span(1), "PER" if person else "ORG", "names.code_name" if person else "names.media")


def _best(found: list[Found]) -> list[Found]:
    """The candidates that do not overlap: higher rank first, then longer, then known ones."""
    kept: list[Found] = []
    taken: set[int] = set()
    for f in sorted(found, key=lambda f: (-f.rank, f.start - f.end, f.thing is None, f.start)):
        if f.end > f.start and taken.isdisjoint((f.start, f.end - 1)) and not taken.intersection(range(f.start, f.end)):
            taken.update(range(f.start, f.end))
            kept.append(f)
    return sorted(kept)


def _entity(draft: Draft, f: Found) -> Entity:
    thing, text = f.thing, draft.view.normal[f.start:f.end]
    country = thing.country if thing else None
    if f.label == "NORP":
        return Entity(start=f.start, end=f.end, text=text, label="NORP", name=text, id=f"iso:{country}" if country else None,
                      country=country, rule=f.rule)
    if thing is None:
        return Entity(start=f.start, end=f.end, text=text, label=f.label, name=text, rule=f.rule)
    return Entity(start=f.start, end=f.end, text=text, label=f.label, name=thing.canonical(draft.lang),
                  id=thing.key if thing.key != "iso:KOREA" else None, country=country,
                  latitude=thing.latitude, longitude=thing.longitude, rule=f.rule)
