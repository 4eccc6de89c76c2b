"""Units: heads from the lexicon, grown over their parts, each with the units inside its name."""

from __future__ import annotations

from ..rules.frames.units import UnitFrames
from ..schema import Unit
from .draft import Draft
from .unit_parts import HEADS, Grower, Node


def find(draft: Draft, frames: UnitFrames) -> list[Unit]:
    """The units of an article, in order of ``start``, at normal offsets.

    A phrase that civil life could mean too (لواء as a district, فرقة as a band) counts only in an article that holds a unit
    beyond doubt. A formation whose country is not named takes that of the last state force before it, else of the first
    after it.
    """
    grower = Grower(draft, frames)
    nodes: list[Node] = []
    for hit in draft.hits.get(*HEADS):
        node = grower.grow(hit)
        if node is not None and not draft.in_boilerplate(node.start):
            nodes.append(node)
    if not any(n.sure for n in nodes):
        return []
    kept = _outermost(nodes)
    _settle(kept, grower)
    return [unit for node in kept for unit in grower.records(node)]


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


def _settle(nodes: list[Node], grower: Grower) -> None:
    """Give a country to the formations and services that name none, from the state forces around them."""
    last: str | None = None
    waiting: list[Node] = []
    for node in nodes:
        if node.kind == "armed_group" or node.mixed:
            continue
        if node.country:
            last = node.country
            for earlier in waiting:
                earlier.country = last
            waiting.clear()
        elif node.kind in ("formation", "service") and not node.org:
            node.country = last
            if last is None:
                waiting.append(node)
    for node in waiting:
        node.country = grower.first_country()
