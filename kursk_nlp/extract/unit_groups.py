"""Armed groups and other organisations with a name of their own."""

from __future__ import annotations

from abc import abstractmethod

from ..rules.lexicon import Hit
from ..rules.rule import pattern
from .unit_words import Node, Words

QUOTED = pattern("unit.quoted_name", r"[«\"“]([^«»\"“”\n]{2,40}+)[»\"”]")


class Groups(Words):
    """Grows names from the table of organisations, alone or after a class word."""

    @abstractmethod
    def grow(self, head: Hit) -> Node | None:
        """The unit that begins with a head."""

    def _organisation(self, node: Node, head: Hit, *, after_class: bool = False) -> Node | None:
        ident = head.value.rstrip("+?")
        if head.value.endswith("+") and not after_class and self.before(head.stem - len(head.prefix)) not in self.frames.of_groups:
            return None
        known = self.frames.organisations[ident]
        node.kind, node.org, node.country, node.echelon, node.arm = known.kind, known.id, known.country, known.echelon, known.arm
        node.sure, node.witness = after_class or not head.value.endswith("?"), known.country
        at = self.next(node.end)
        owner = self.owner_at(at) if at is not None else None
        if owner and owner.country == (node.country or owner.country) and (owner.label == "NORP" or not self.frames.article):
            node.end, node.owned, node.country = owner.end, True, owner.country
        elif at is not None and known.kind == "service" and not self.frames.article:  # نیروی قدس سپاه
            for hit in self.heads(at, joins=False):
                inner = self.grow(hit)
                if inner is not None and inner.kind == "service":
                    node.end, node.parent = inner.end, inner
                    node.parts.append(inner)
                    break
        return node

    def _named_for(self, node: Node) -> Node | None:
        """A group whose class word takes what it fights for as its name: جيش تحرير تانغ الوطني, ارتش آزادی‌بخش بلوچستان."""
        at = self.next(node.end)
        if at is None:
            return None
        place = self.owner_at(at) or self.places.get(at)
        word = self.word_at(at)
        if place is None and (len(word) < 3 or word in self.frames.stop):
            return None
        node.kind, node.sure = "armed_group", place is not None
        node.end, node.country = (place.end, place.country) if place else (at + len(word), None)
        last = self.next(node.end)
        if last is not None and (more := self.hit_at(last, "unit.word") or self.owner_at(last)):
            node.end = more.end
        return node

    def _group(self, node: Node, value: str) -> Node | None:
        """A class word, further words, then a known organisation, in quotation marks or not; or after an armed class any name."""
        for _ in range(4):
            at = self.next(node.end)
            if at is None:
                return None
            quote = QUOTED.match(self.text, at)
            for hit in self.starts.get(at + 1 if quote else at, ()):
                if hit.tag.startswith("unit.org"):
                    inner = Node(hit.start, hit.end, hit.tag)
                    if self._organisation(inner, hit, after_class=True) is None:
                        continue
                    return self._called(node, inner, hit, quote.end() if quote else 0)
            if quote:
                node.kind, node.end, node.sure = "armed_group", quote.end(), value == "armed"
                return node if value in ("armed", "group") else None
            found = (self.hit_at(at, "unit.word"), self.hit_at(at, "unit.name"), self.owner_at(at), self.places.get(at),
                     self.hit_at(at, "unit.called"))
            ends = [x.end for x in found if x is not None]
            if not ends:
                return None
            if found[0] is not None and found[0].value == "military":
                if node.tag == "unit.branch":
                    return None  # the armed wing is named by its own name
                value = "armed"
            node.end = max(ends)
        return None

    def _called(self, node: Node, inner: Node, hit: Hit, quoted: int) -> Node:
        node.kind, node.org, node.country, node.end = inner.kind, inner.org, inner.country, max(inner.end, quoted)
        if node.tag == "unit.branch":
            node.org, node.parent = None, inner if hit.value.endswith("+") else self.grow(hit) or inner
            if node.parent is not inner or hit.value.endswith("+"):
                node.parts.append(node.parent)
        return node
