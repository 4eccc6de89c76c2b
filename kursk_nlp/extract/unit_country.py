"""Whose unit is it, where its name does not say: from the speaker, the forces named before it, the article's own country."""

from __future__ import annotations

from bisect import bisect_left

from ..gazetteer.tables import NAME, PEOPLE, THE_NAME, things
from ..rules.frames.units import UnitFrames
from .draft import Draft
from .unit_words import Node

_CLOSE = 45  # characters from the nationality of soldiers to their unit
_NEAR = 80  # characters between a reporting verb and the country of who reports


class Sides:
    """The countries of one article, by position; gives each unit without an owner the likeliest one, or None."""

    def __init__(self, nodes: list[Node], draft: Draft, frames: UnitFrames) -> None:
        self.draft, self.frames = draft, frames
        named = [(e.start, e.country) for e in draft.entities if e.country and e.label != "ORG"]
        self.nations: list[tuple[int, str]] = []
        for hit in draft.hits.get(PEOPLE, NAME, THE_NAME):  # inside ministries and armies too; weak forms (with ?) are in no table
            thing = things().get(hit.value)
            if thing is not None and thing.country and thing.kind in ("country", "people"):
                named.append((hit.start, thing.country))
                self.nations.append((hit.start, thing.country))
        named += [(n.start, n.country) for n in nodes if n.country and n.kind != "armed_group"]
        self.named = sorted(named)
        home = next((e.country for e in draft.entities if e.label == "ORG" and e.country in frames.home_media), None)
        self.home = home if not self.named or any(c == home for _, c in self.named) else None
        self.said = [h.start for h in draft.hits.get("quote.say", "quote.preverb") if h.tag == "quote.say" or h.value.startswith("say")]
        self.group = next((n.country for n in nodes if n.country), None)
        self.force: tuple[int, str] | None = None
        self.service: tuple[int, str] | None = None

    def settle(self, nodes: list[Node]) -> None:
        """Fill ``country`` of the nodes, which are in order of ``start``."""
        for node in nodes:
            if node.kind == "armed_group" or node.mixed:
                continue
            if node.country is None and node.by == "state":
                node.country = self.named[0][1] if self.named else None
            if node.country is None and node.by == "NORP":  # Korean: of the two that the article names first
                node.country = next((c for _, c in self.named if c in ("KP", "KR")), None)
            if node.country is None and not node.org and node.kind != "forces" and node.by not in ("other", "PER"):
                node.country = self._guess(node)
            elif node.country and node.tag != "unit.troops":
                self.force = (node.start, node.country)
                if node.kind == "service":
                    self.service = self.force
        for node in nodes:
            if node.country is None and node.kind == "forces" and node.parent is not None:
                node.country = node.parent.country

    def _guess(self, node: Node) -> str | None:
        start, _ = self.draft.view.sentence_at(node.start)
        if node.kind == "formation" and (soldiers := self._soldiers(node)):
            return soldiers
        speaker = self._speaker(start, node)
        last = self.service if node.kind == "service" else self.force
        if node.kind == "service":
            near = last[1] if last and last[0] >= start else None
            side = near or speaker or self.home or (last[1] if last else None)
        else:
            side = speaker or (last[1] if last else None) or self.home
        if side is None:
            return self.named[0][1] if self.named else self.group
        if self._attacked(start, node):
            return next((c for _, c in reversed(self.named[:bisect_left(self.named, (node.start, ""))]) if c != side), None)
        return side

    def _soldiers(self, node: Node) -> str | None:
        """Whose the soldiers are that are said to be of the unit: جنود كوريون شماليون من الفيلق الحادي عشر."""
        if not self.draft.view.folded.endswith(self.frames.soldiers_of, 0, node.start):
            return None
        i = bisect_left(self.nations, (node.start, "")) - 1
        return self.nations[i][1] if i >= 0 and node.start - self.nations[i][0] < _CLOSE else None

    def _speaker(self, start: int, node: Node) -> str | None:
        """The country that the sentence names first, where a reporting verb stands near it."""
        i = bisect_left(self.named, (start, ""))
        if i == len(self.named) or self.named[i][0] >= node.start:
            return None
        at, country = self.named[i]
        j = bisect_left(self.said, start)
        return country if any(abs(s - at) < _NEAR for s in self.said[j:j + 4]) else None

    def _attacked(self, start: int, node: Node) -> bool:
        """Whether the word before a unit makes it the enemy: an attack by it, its losses, its destruction."""
        tokens = self.draft.view.tokens
        i = tokens.at(node.start)
        if i and tokens.words[i - 1] in self.frames.by:
            return False
        return any(tokens.words[k] in self.frames.against for k in range(max(i - 6, 0), i) if tokens.starts[k] >= start)
