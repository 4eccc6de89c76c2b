"""One unit: from its head word over designator, arm, owner, given name and the larger unit it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from ..rules.frames.units import UnitFrames
from ..rules.lexicon import Hit
from ..rules.rule import pattern
from ..schema import Unit
from .draft import Draft

HEADS = ("unit.org", "unit.org.the", "unit.formation", "unit.formations", "unit.vague", "unit.command", "unit.staff", "unit.service",
         "unit.service_of", "unit.force", "unit.troops", "unit.class", "unit.branch")
_FORMATIONS = frozenset(("unit.formation", "unit.formations", "unit.vague", "unit.command"))
_DIGITS = pattern("unit.designator", r"\d{1,4}+(?![.,٫٬]?\d|%)")
_QUOTED = pattern("unit.quoted_name", r"[«\"“]([^«»\"“”\n]{2,40}+)[»\"”]")
_HONORIFIC = pattern("unit.honorific", r"[ ]?\((?:ص|ع|س|عج|ره)\)")
_JOINED = pattern("unit.joined", r"[,،]?[ ]?و?[ ]?")
_WORD = pattern("unit.word", r"[^\W\d_]++")
_MAX = 12  # parts of one name; longer chains are lists, not names


@dataclass(eq=False)
class Node:
    """A unit while it grows; offsets are normal ones, ``number_end`` is where designators may still follow."""

    start: int
    end: int
    kind: str
    rule: str
    definite: bool = False
    echelon: str | None = None
    arm: str | None = None
    designators: list[tuple[int, int, str]] = field(default_factory=list)
    country: str | None = None
    owned: bool = False
    mixed: bool = False
    named: bool = False
    org: str | None = None
    parent: Node | None = None
    parts: list[Node] = field(default_factory=list)
    sure: bool = True


class Grower:
    """Grows units from their heads in one article; each head once."""

    def __init__(self, draft: Draft, frames: UnitFrames) -> None:
        self.draft, self.frames = draft, frames
        self.text = draft.view.folded
        self.owners = {e.start: e for e in draft.entities if e.country and e.label in ("NORP", "LOC")}
        self.places = {e.start: e for e in draft.entities if e.label == "LOC"}
        self.people = {e.start: e for e in draft.entities if e.label == "PER"}
        self.ordinals = {n.start: n for n in draft.numbers if n.kind == "ordinal" and n.value}
        self._grown: dict[int, Node | None] = {}

    # -- growing -------------------------------------------------------------------------------------------------------

    def grow(self, head: Hit) -> Node | None:
        """The unit that begins with a head, or None where the words around it make it none."""
        if head.start not in self._grown:
            self._grown[head.start] = None  # a name cannot hold itself
            self._grown[head.start] = self._grow(head)
        return self._grown[head.start]

    def _grow(self, head: Hit) -> Node | None:
        article = self.frames.article
        definite = bool(article) and head.stem > head.start
        tag = head.tag
        node = Node(head.start, head.end, "formation", tag, definite=definite)
        if tag.startswith("unit.org"):
            return self._organisation(node, head)
        if tag in ("unit.class", "unit.branch"):
            return self._group(node)
        if tag in _FORMATIONS:
            node.echelon = None if head.value == "-" else head.value
        elif tag in ("unit.staff", "unit.service", "unit.service_of"):
            node.kind = "service"
            if tag == "unit.staff":
                node.echelon = "command"
            elif head.value != "-":
                node.arm = head.value
        else:
            node.kind = "forces"
        self._parts(node, tag)
        return self._judge(node, tag)

    def _parts(self, node: Node, tag: str) -> None:
        for _ in range(_MAX):
            at = self._next(node.end)
            if at is None or not self._part(node, tag, at):
                return

    def _next(self, end: int) -> int | None:
        """Where the next word of the phrase begins: after one space, or at once where a digit follows a letter."""
        text = self.text
        if end >= len(text):
            return None
        if text[end] == " ":
            return end + 1
        return end if text[end].isdigit() and text[end - 1].isalpha() else None

    def _part(self, node: Node, tag: str, at: int) -> bool:
        owned_service = tag in _FORMATIONS and self._at(at, "unit.service_of") is not None  # before it is read as a mere arm
        return (self._designator(node, tag, at) or (owned_service and self._nested(node, tag, at)) or self._arm(node, tag, at)
                or self._owner(node, tag, at) or self._nested(node, tag, at) or self._word(node, tag, at) or self._name(node, tag, at))

    def _designator(self, node: Node, tag: str, at: int) -> bool:
        takes = tag in _FORMATIONS or tag in ("unit.service",)
        if not takes or node.designators or node.parent or (node.owned and not self.frames.number_last):
            return False
        found = self._number(at)
        if found is None:
            return False
        end, value = found
        digits = self.text[at].isdigit()
        if tag == "unit.service":
            if digits and self._owner_at(self._next(end) or end) is None:
                return False
            node.kind, node.echelon = "formation", "army"
        elif digits and (self._counts(end) or (node.owned and not self._closes(end))):
            return False
        node.designators.append((at, end, value))
        node.end = end
        while (more := self._coordinated(node.end)) is not None:
            node.designators.append(more)
            node.end = more[1]
        return True

    def _number(self, at: int) -> tuple[int, str] | None:
        """A designator at a position: up to four digits, or an ordinal."""
        if m := _DIGITS.match(self.text, at):
            return m.end(), m.group()
        if n := self.ordinals.get(at):
            return n.end, str(int(n.value or 0))
        return None

    def _coordinated(self, end: int) -> tuple[int, int, str] | None:
        """A further designator after "and" or a comma: اللواءان 47 و82."""
        m = _JOINED.match(self.text, end)
        if not m or m.end() == end or m.group() == " ":
            return None
        found = self._number(m.end())
        if found is None or self._counts(found[0]) or ("و" not in m.group() and self._coordinated(found[0]) is None):
            return None
        return m.end(), found[0], found[1]

    def _counts(self, end: int) -> bool:
        """Whether the number that ends here counts the noun after it."""
        at = self._next(end)
        m = _WORD.match(self.text, at) if at is not None else None
        return m is not None and m.group() in self.frames.counted

    def _closes(self, end: int) -> bool:
        """Whether a number is last in its phrase: an end, a mark or a particle follows."""
        at = self._next(end)
        m = _WORD.match(self.text, at) if at is not None else None
        return m is None or m.group() in self.frames.stop

    def _arm(self, node: Node, tag: str, at: int) -> bool:
        if node.parent or tag == "unit.troops" or tag == "unit.staff":
            return False
        hit = self._at(at, "unit.arm", joins=bool(node.designators))
        if hit is None:
            return False
        if tag == "unit.force":
            node.kind = "formation"
        node.arm = node.arm or hit.value
        node.end = hit.end
        return True

    def _owner(self, node: Node, tag: str, at: int) -> bool:
        if node.owned:
            return False
        _, end, country, label = self._owner_at(at) or (0, 0, None, "")
        if not end and tag == "unit.staff" and self.text[at] == "ب":
            _, end, country, label = self._owner_at(at + 1) or (0, 0, None, "")
        if not end and node.kind == "forces" and (hit := self._at(at, "unit.owner")):
            end, country = hit.end, None if hit.value == "-" else hit.value
        if not end:
            return False
        node.owned, node.end, node.country = True, end, country
        if node.kind == "forces":
            and_at = self._and(end)
            other = self._owner_at(and_at) if and_at else None
            if other and other[3] == label and other[2] != country:
                node.end, node.country, node.mixed = other[1], None, True
        return True

    def _and(self, end: int) -> int | None:
        """The position after "and", as a word or as a proclitic."""
        text = self.text
        if not text.startswith(" " + self.frames.conjunction, end):
            return None
        at = end + 1 + len(self.frames.conjunction)
        return at + 1 if text.startswith(" ", at) else at

    def _owner_at(self, at: int) -> tuple[int, int, str | None, str] | None:
        if e := self.owners.get(at):
            return e.start, e.end, e.country, e.label
        if hit := self._at(at, "unit.land"):
            return hit.start, hit.end, hit.value, "NORP" if hit.suffix or hit.prefix else "LOC"
        return None

    def _nested(self, node: Node, tag: str, at: int) -> bool:
        """The larger unit after "belonging to", after a preposition, or straight after (ستاد کل ارتش)."""
        if node.parent:
            return False
        joined = False
        if hit := self._at(at, "unit.of"):
            at, joined = (self._next(hit.end) or hit.end), True
        elif (m := _WORD.match(self.text, at)) and m.group() in self.frames.part_of:
            if tag not in _FORMATIONS:
                return False
            at, joined = (self._next(m.end()) or m.end()), True
        for hit in self._heads(at, joined or tag == "unit.staff"):
            inner = self.grow(hit)
            if inner is None or inner.kind == "forces":
                continue
            group = inner.kind == "armed_group" and node.kind != "forces" and not node.echelon
            if not joined and (group or (node.definite and tag != "unit.staff")):
                continue
            node.parent, node.end, node.owned = inner, inner.end, True
            node.country = node.country or inner.country
            if node.kind == "formation" and inner.kind == "service":
                node.arm = node.arm or inner.arm
            node.parts.append(inner)
            return True
        return False

    def _heads(self, at: int, joined: bool) -> list[Hit]:
        starts = self.draft.hits.starts
        found = [h for h in starts.get(at, ()) if h.tag in HEADS and self._begins(h.start, at)]
        if joined and not found and at < len(self.text) and self.text[at] in self.frames.joins:
            found = [h for h in starts.get(at + 1, ()) if h.tag in HEADS]
        return found

    def _word(self, node: Node, tag: str, at: int) -> bool:
        hit = self._at(at, "unit.word")
        if hit is None or node.parent or tag == "unit.troops":
            return False
        node.end = hit.end
        node.named = node.named or tag in _FORMATIONS
        return True

    def _name(self, node: Node, tag: str, at: int) -> bool:
        """A given name: from the lexicon, in quotation marks, a place or person, or an unknown word after a bare head."""
        if tag not in _FORMATIONS or node.owned:
            return False
        if hit := self._at(at, "unit.name"):
            node.end, node.named = hit.end, True
            node.country = node.country or (None if hit.value == "-" else hit.value)
            if m := _HONORIFIC.match(self.text, hit.end):
                node.end = m.end()
            return True
        if m := _QUOTED.match(self.text, at):
            node.end, node.named = m.end(), True
            return True
        entity = self.places.get(at) or self.people.get(at)
        if entity is not None and not node.definite:
            node.end, node.named, node.owned = entity.end, True, bool(entity.country)
            node.country = node.country or entity.country
            if not node.designators and not node.arm:
                node.sure = False
            return True
        if node.definite or node.designators or node.arm or node.named or not self.frames.article or tag == "unit.vague":
            return False
        if node.echelon is None or (m := _WORD.match(self.text, at)) is None:
            return False
        word = m.group()
        if len(word) < 3 or word in self.frames.stop or word.startswith(self.frames.article) or self.draft.hits.starts.get(at):
            return False
        node.end, node.named, node.sure = m.end(), True, False
        return True

    # -- judging -------------------------------------------------------------------------------------------------------

    def _judge(self, node: Node, tag: str) -> Node | None:
        if node.kind == "forces":
            if not (node.owned or node.mixed) or (tag == "unit.troops" and not self._the(node)):
                return None
            return node
        bare = not (node.definite or node.owned or node.named or " " in self.text[node.start:node.end])
        if tag == "unit.service" and self.frames.article and bare:
            return None  # "an army of", "his army"
        if tag == "unit.service_of":
            return node if node.owned or node.parent else None
        if tag in ("unit.formation", "unit.formations"):
            if not (node.designators or node.arm or node.named or node.parent or node.owned):
                return None
            if self._rank(node):
                return None
        if tag == "unit.vague":
            if not (node.designators or node.arm or node.named or node.parent):
                return None
            if not node.designators and not node.parent:
                node.sure = False
        return node

    def _the(self, node: Node) -> bool:
        """Whether "soldiers of X" is definite: by its article, or by standing before a name or a definite owner."""
        article = self.frames.article
        if not article or node.definite:
            return True
        owner = self.text[:node.end].rfind(" ", node.start)
        at = self._next(self.draft.view.tokens.ends[self.draft.view.tokens.at(node.start)])
        found = self._owner_at(at) if at is not None else None
        return (found is None and owner > 0) or bool(found and (found[3] == "LOC" or self.text.startswith(article, found[0])))

    def _rank(self, node: Node) -> bool:
        """Whether a head is an officer's rank: a person's name follows (اللواء كيريلو بودانوف)."""
        at = self._next(node.end)
        return not node.designators and not node.arm and at is not None and at in self.people

    # -- groups --------------------------------------------------------------------------------------------------------

    def _organisation(self, node: Node, head: Hit) -> Node | None:
        known = self.frames.organisations[head.value]
        node.kind, node.org, node.country, node.echelon, node.arm = known.kind, known.id, known.country, known.echelon, known.arm
        at = self._next(node.end)
        owner = self._owner_at(at) if at is not None else None
        if owner and (node.country is None or owner[2] == node.country) and node.kind != "armed_group":
            node.end, node.owned, node.country = owner[1], True, owner[2]
        return node

    def _group(self, node: Node) -> Node | None:
        """A class word, further words, then a known organisation, in quotation marks or not."""
        for _ in range(3):
            at = self._next(node.end)
            if at is None:
                return None
            quote = _QUOTED.match(self.text, at)
            for hit in self.draft.hits.starts.get(at + 1 if quote else at, ()):
                if hit.tag.startswith("unit.org"):
                    known = self.frames.organisations[hit.value]
                    node.kind, node.org, node.country = known.kind, known.id, known.country
                    node.end = quote.end() if quote else hit.end
                    inner = self.grow(hit) if node.rule == "unit.branch" else None
                    if inner is not None:
                        node.parts.append(inner)
                        node.parent = inner
                    return node
            word = self._at(at, "unit.word") or self._at(at, "unit.land")
            place = self.places.get(at)
            if word is None and place is None:
                return None
            node.end = place.end if place else word.end if word else at
        return None

    # -- looking up ----------------------------------------------------------------------------------------------------

    def _begins(self, start: int, at: int) -> bool:
        return start == at and (at == 0 or not self.text[at - 1].isalpha())

    def _at(self, at: int, *tags: str, joins: bool = False) -> Hit | None:
        """The longest hit with one of these tags whose word begins at a position, perhaps behind a joining proclitic."""
        starts = self.draft.hits.starts
        for hit in starts.get(at, ()):
            if hit.tag in tags:
                return hit
        if joins and at < len(self.text) and self.text[at] in self.frames.joins:
            for hit in starts.get(at + 1, ()):
                if hit.tag in tags:
                    return hit
        return None

    def first_country(self) -> str | None:
        """The country that the article names first."""
        return next((e.country for e in self.draft.entities if e.country), None)

    # -- records -------------------------------------------------------------------------------------------------------

    def records(self, node: Node) -> list[Unit]:
        """The unit as a record; one more for each further designator of a coordination."""
        known = self.frames.organisations.get(node.org or "")
        written = self._written(node.start, node.end)
        first = Unit(start=node.start, end=node.end, text=written, kind=node.kind,  # type: ignore[arg-type]
                     name=known.name if known else written, echelon=node.echelon, arm=node.arm,  # type: ignore[arg-type]
                     designator=node.designators[0][2] if node.designators else None, country=node.country,
                     parent=self._written(node.parent.start, node.parent.end) if node.parent else None, rule=node.rule)
        rest = [msgspec.structs.replace(first, start=a, end=b, text=self._written(a, b), designator=d)
                for a, b, d in node.designators[1:]]
        return [first, *rest]

    def _written(self, start: int, end: int) -> str:
        """A stretch as the article writes it, on one line."""
        view = self.draft.view
        a, b = view.offsets.to_raw(start, end)
        return " ".join(view.raw[a:b].split())
