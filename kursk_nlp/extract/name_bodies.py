"""Ids of state bodies, from their kind and the country that their name, or the article, gives them."""

from __future__ import annotations

from collections import defaultdict

from ..gazetteer import bodies
from ..gazetteer.tables import NAME, PEOPLE, THE_NAME, Thing, things
from .draft import Draft
from .name_tags import Found

#: words between a body and the place that it governs
_IN = ("فی", "در")
#: no name of a country or place that begins inside a body's name reaches further beyond its end, in characters
_BEYOND = 40
#: an id and the country of who has it
Body = tuple[str, str | None]


def known_bodies(draft: Draft, names: list[Found]) -> dict[int, Body]:
    """The bodies among the names of an article, by ``start``.

    A body named without a country (وزارة الدفاع) is the one that the article names with it elsewhere, where it names only one of that kind.
    """
    out: dict[int, Body] = {}
    by_kind: dict[str, set[Body]] = defaultdict(set)
    bare: list[tuple[int, str]] = []
    for f in names:
        if f.label != "ORG" or f.thing is not None:
            continue
        owner, end = _owner(draft, f)
        name = _name(draft, f.start, end)
        kind = bodies.kind(name, draft.lang)
        if kind is None:
            continue
        if owner is None:
            if end == f.end:
                bare.append((f.start, kind))
        elif (found := bodies.body(name, draft.lang, owner)) is not None:
            out[f.start] = found
            by_kind[kind].add(found)
    out |= {start: next(iter(by_kind[kind])) for start, kind in bare if len(by_kind[kind]) == 1}
    return out


def _owner(draft: Draft, f: Found) -> tuple[Thing | None, int]:
    """The country or place that ends a name, and where the name without it ends."""
    owners = []
    for hit in draft.hits.within(f.start, f.end + _BEYOND, NAME, THE_NAME, PEOPLE):
        if hit.start >= f.end:
            break
        thing = things().get(hit.value.strip("-?"))
        if hit.stem_end <= f.end <= hit.end + 1 and thing is not None and hit.start > f.start:
            owners.append((thing.kind == "place", hit.start, thing, hit.stem - len(hit.prefix)))
    if owners:  # a country before a place of the same name, the longer name before one inside it
        return min(owners, key=lambda owner: owner[:2])[2:]
    for word in _IN:  # وزارة الصحة في غزة
        if draft.view.folded.startswith(f" {word} ", f.end):
            for hit in draft.hits.starts.get(f.end + len(word) + 2, ()):
                if hit.value in bodies.REGIONS:
                    return things()[hit.value], f.end
    return None, f.end


def _name(draft: Draft, start: int, end: int) -> str:
    """The folded name of a body without its country; an article that a clitic has swallowed (للجيش) is restored."""
    folded = draft.view.folded
    words = folded[start:end].split()
    if words and draft.lang == "ar" and words[0].startswith("ل") and folded[max(0, start - 1):start] == "ل":
        words[0] = "ا" + words[0] if words[0].startswith("لل") else "ال" + words[0][1:]
    return " ".join(words)
