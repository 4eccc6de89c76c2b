"""Units: heads from the lexicon, grown over their parts, each with the units inside its name."""

from __future__ import annotations

from collections.abc import Set

import msgspec

from ..rules.frames.units import UnitFrames
from ..schema import Unit
from .draft import Draft
from .unit_country import Sides
from .unit_parts import Grower
from .unit_symbol import sidc
from .unit_words import HEADS, Node


def find(draft: Draft, frames: UnitFrames) -> list[Unit]:
    """The units of an article, in order of ``start``, at normal offsets.

    A phrase that civil life could mean too (لواء as a district, فرقة as a band) counts only in an article that holds a unit
    beyond doubt. Where a name does not say whose it is, ``unit_country`` does.
    """
    grower = Grower(draft, frames)
    grown = [n for n in (grower.grow(h) for h in draft.hits.get(*HEADS)) if n is not None and not draft.in_boilerplate(n.start)]
    nodes = list({id(n): n for g in grown for n in (g, *g.parts)}.values())  # a part may count only there (شاخه خراسان دولت اسلامی)
    kept = _outermost(_beyond_doubt(nodes, draft))
    Sides(kept, draft, frames).settle(kept)
    return [unit for node in kept for unit in _records(node, draft, frames)]


def _beyond_doubt(nodes: list[Node], draft: Draft) -> list[Node]:
    sure = [n for n in nodes if n.sure]
    if len(sure) == len(nodes):
        return nodes
    orgs, countries = {n.org for n in sure}, {n.country for n in sure}
    return [n for n in nodes if n.sure or (_witnessed(n, orgs, countries, draft) if n.org else sure)]


def _witnessed(node: Node, orgs: Set[str | None], countries: Set[str | None], draft: Draft) -> bool:
    """Whether the article names a group beyond doubt elsewhere, or something else from the country that it would come from."""
    if node.org in orgs:
        return True
    if node.witness is None:
        return False
    name = draft.view.normal[node.start:node.end]
    return node.witness in countries or any(
        e.country == node.witness and not (e.start < node.end and node.start < e.end) and e.text != name for e in draft.entities)


def _outermost(nodes: list[Node]) -> list[Node]:
    """Without those that lie inside another one, unless the other was grown over them as a unit of its own."""
    parts = {id(p) for n in nodes for p in n.parts}
    kept: list[Node] = []
    reach = -1
    for node in sorted(nodes, key=lambda n: (n.start, -n.end)):
        if node.end > reach or id(node) in parts:
            kept.append(node)
            reach = max(reach, node.end)
    return kept


def _records(node: Node, draft: Draft, frames: UnitFrames) -> list[Unit]:
    """The unit as a record; one more for each further designator of a coordination."""
    known = frames.organisations.get(node.org or "")
    written = _written(draft, node.start, node.end)
    ident = f"org:{known.id}" if known else None
    of_state = node.parent is None or node.parent.kind != "armed_group"
    if node.kind == "service" and node.service and node.country and ident is None and of_state:
        ident = f"org:{node.country.lower()}-{node.service}"
    first = Unit(start=node.start, end=node.end, text=written, kind=node.kind,  # type: ignore[arg-type]
                 name=known.name if known else _whole(node, written), id=ident, echelon=node.echelon, arm=node.arm,  # type: ignore[arg-type]
                 designator=node.designators[0][2] if node.designators else None, country=node.country,
                 parent=_written(draft, node.parent.start, node.parent.end) if node.parent else None,
                 sidc=sidc(node.echelon, node.arm), rule=node.tag)
    return [first, *(msgspec.structs.replace(first, start=a, end=b, text=_written(draft, a, b), designator=d)
                     for a, b, d in node.designators[1:])]


def _whole(node: Node, written: str) -> str:
    """A name with the alef of its article, which للـ has swallowed."""
    return f"ا{written}" if node.definite and written.startswith("ل") else written


def _written(draft: Draft, start: int, end: int) -> str:
    """A stretch as the article writes it, on one line."""
    a, b = draft.view.offsets.to_raw(start, end)
    return " ".join(draft.view.raw[a:b].split())
