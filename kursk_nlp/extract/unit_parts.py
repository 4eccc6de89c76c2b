"""One unit: from its head word over designator, arm, owner, given name and the larger unit it belongs to."""

from __future__ import annotations

from ..rules.frames.units import SERVICES, UnitFrames
from ..rules.lexicon import Hit
from ..rules.rule import pattern
from .draft import Draft
from .unit_groups import QUOTED, Groups
from .unit_words import Node, Owner

_FORMATIONS = frozenset(("unit.formation", "unit.formations", "unit.vague", "unit.command"))
#: arms that civil teams have too (a medical unit, a transport unit): no proof that a vague head is a military one
_CIVIL_ARMS = frozenset(("medical", "logistics", "signals", "engineer", "aviation"))
_AND = pattern("unit.and", r"[ ]?[,،]?[ ]?(و[ ]?)?")
_COMPOUND = pattern("unit.compound_name", r"(?!بین)[^\W\d_]{3,9}?[ ]?ال[^\W\d_]{3,}+")
_TITLE = pattern("unit.title", r"[ ][^«»\"“”\n.،,:]{1,25}+[»\"”]")
_HONORIFIC = pattern("unit.honorific", r"[ ]?\((?:ص|ع|س|عج|ره)\)")
_MAX = 12  # parts of one name; longer chains are lists, not names


class Grower(Groups):
    """Grows units from their heads in one article; each head once."""

    def __init__(self, draft: Draft, frames: UnitFrames) -> None:
        super().__init__(draft, frames)
        self._grown: dict[int, Node | None] = {}

    def grow(self, head: Hit) -> Node | None:
        """The unit that begins with a head, or None where the words around it make it none."""
        if head.start not in self._grown:
            self._grown[head.start] = None  # a name cannot hold itself
            self._grown[head.start] = self._grow(head)
        return self._grown[head.start]

    def _grow(self, head: Hit) -> Node | None:
        tag = head.tag
        if not tag.startswith("unit.org") and self.before(head.stem - len(head.prefix)) in self.frames.not_after:
            return None
        node = Node(head.start, head.end, tag, definite=bool(self.frames.article) and head.stem > head.start)
        if tag.startswith("unit.org"):
            return self._organisation(node, head)
        if tag in ("unit.class", "unit.branch"):
            return self._named_for(node) if head.value == "named" else self._group(node, head.value)
        if tag in _FORMATIONS:
            node.echelon = None if head.value in ("-", "plural") else head.value
            node.several = tag == "unit.formations" or head.value == "plural"
        elif tag in ("unit.staff", "unit.service", "unit.service_of"):
            node.kind = "service"
            value, _, node.home = head.value.partition("@")
            service, _, echelon = value.partition(">")
            node.service, node.numbered_echelon, node.arm = service, echelon or None, SERVICES.get(service)
            if tag == "unit.staff":
                node.echelon = "command"
        else:
            node.kind = "forces"
        for _ in range(_MAX):
            at = self.next(node.end)
            if at is None or not self._part(node, at):
                break
        if not node.owned and (known := self.known.get(node.start)) and known.end > node.end:
            node.end, node.country, node.owned = known.end, known.country, True
        if node.kind == "service" and not node.owned:
            node.country = node.home or None
        return self._judge(node)

    # -- parts: each takes one step and says whether it could ---------------------------------------------------------------

    def _part(self, node: Node, at: int) -> bool:
        owned_service = node.tag in _FORMATIONS and self.hit_at(at, "unit.service_of") is not None  # before it is read as a mere arm
        return (self._designator(node, at) or (owned_service and self._nested(node, at)) or self._arm(node, at)
                or self._owner(node, at) or self._nested(node, at) or self._word(node, at) or self._name(node, at))

    def _designator(self, node: Node, at: int) -> bool:
        takes = node.tag in _FORMATIONS or node.numbered_echelon
        if not takes or node.designators or node.parent or (node.owned and not self.frames.number_last):
            return False
        if hit := self.hit_at(at, "unit.number"):
            at = self.next(hit.end) or at
        found = self.number(at)
        if found is None:
            return False
        end, value = found
        digits = self.text[end - 1].isdecimal()
        if digits and (self._counts(end) or (node.owned and not self._closes(end))):
            return False
        if node.kind == "service":
            after = self.next(end)
            if digits and not self._whole(after):
                return False
            node.kind, node.echelon = "formation", node.numbered_echelon
        node.designators.append((at, end, value))
        node.end = end
        while (more := self._coordinated(node.end)) is not None:
            node.designators.append(more)
            node.end = more[1]
        return True

    def _whole(self, at: int | None) -> bool:
        """Whether what follows shows that a number belongs to the army before it: its country, its arm (not 45 Palestinians)."""
        if at is None:
            return False
        owner = self.owner_at(at)
        if owner is not None:
            return owner.label == "LOC" or (bool(self.frames.article) and self.text.startswith(self.frames.article, at))
        return self.hit_at(at, "unit.arm") is not None

    def _coordinated(self, end: int) -> tuple[int, int, str] | None:
        """A further designator after "and", or after a comma that leads to an "and": اللواءان 47 و82."""
        m = _AND.match(self.text, end)
        if not m or m.end() == end or m.group() == " ":
            return None
        found = self.number(m.end())
        if found is None or self._counts(found[0]) or (not m.group(1) and self._coordinated(found[0]) is None):
            return None
        return m.end(), found[0], found[1]

    def _counts(self, end: int) -> bool:
        """Whether the number that ends here counts the noun after it."""
        return self.word_at(self.next(end)) in self.frames.counted

    def _closes(self, end: int) -> bool:
        """Whether a number is last in its phrase: an end, a mark or a particle follows."""
        word = self.word_at(self.next(end))
        return not word or word in self.frames.stop

    def _arm(self, node: Node, at: int) -> bool:
        if node.parent or node.kind == "service" or node.tag == "unit.troops":
            return False
        hit = self.hit_at(at, "unit.arm", joins=bool(node.designators))
        if hit is None or not (node.designators or self._agrees(node, at)):
            return False
        if node.tag == "unit.force":
            node.kind = "formation"
        node.arm = node.arm or hit.value
        node.end = hit.end
        return True

    def _owner(self, node: Node, at: int) -> bool:
        if node.owned and not (node.by in ("other", "state") and node.country is None):
            return False
        if node.tag in _FORMATIONS and not node.named and self.hit_at(at, "unit.name"):
            return False  # لشکر ۲۵ کربلا has the name of a city and is not that city's
        owner = self.owner_at(at) if self._agrees(node, at) else None
        if owner is not None and owner.label == "PLACE" and node.kind != "forces":
            return False  # a name (لواء حلب), not whose it is
        if owner is not None and node.owned and not self.text.startswith(self.frames.article, at):
            return False  # the UN force, south of Sudan
        if owner is None and (node.tag == "unit.staff" or node.service == "armed-forces") and self.text[at] in self.frames.joins:
            owner = self.owner_at(at + 1)
        if owner is None and node.kind == "forces" and not node.owned:
            if (hit := self.hit_at(at, "unit.owner")) and self._agrees(node, at):
                owner = Owner(hit.end, None, "state" if hit.value == "*" else "other")
            elif (person := self.people.get(at)) and node.tag == "unit.force":
                owner = Owner(person.end, None, "PER")
        if owner is None:
            return False
        node.owned, node.by, node.end, node.country = True, owner.label, owner.end, owner.country
        other = self.owner_at(self._and(owner.end)) if node.kind == "forces" else None
        if other and (other.label == owner.label or node.tag == "unit.troops") and other.country != owner.country:
            node.end, node.country, node.mixed = other.end, None, True
        return True

    def _agrees(self, node: Node, at: int) -> bool:
        """Whether a word may qualify a head: after the article only with the article ("the army killed Israelis" is no name)."""
        return not node.definite or self.text.startswith(self.frames.article, at)

    def _and(self, end: int) -> int:
        """The position after "and", as a word or as a proclitic; the end of the text if there is none."""
        text, conjunction = self.text, " " + self.frames.conjunction
        if not text.startswith(conjunction, end):
            return len(text)
        at = end + len(conjunction)
        return at + 1 if text.startswith(" ", at) else at

    def _nested(self, node: Node, at: int) -> bool:
        """The larger unit after "belonging to", after a preposition, or straight after (ستاد کل ارتش)."""
        if node.parent or (node.owned and node.kind == "forces"):
            return False
        link = ""
        if hit := self.hit_at(at, "unit.of"):
            after = self.next(hit.end)
            at, link = (hit.end if after is None else after), "of"
        elif (node.tag in _FORMATIONS or node.tag == "unit.staff") and self.word_at(at) in self.frames.part_of:
            after = self.next(at + len(self.word_at(at)))
            if after is None:
                return False
            at, link = after, "in"
        for hit in self.heads(at, joins=link == "of" or node.tag == "unit.staff"):
            inner = self.grow(hit)
            if inner is None or not self._holds(node, inner, link):
                continue
            node.parent, node.end, node.owned = inner, inner.end, True
            node.country = node.country or inner.country
            if node.kind == "formation" and inner.kind == "service":
                node.arm = node.arm or inner.arm
            node.parts.append(inner)
            return True
        if link == "in" and node.several and not node.arm and (hit := self.hit_at(at, "unit.arm")):
            node.arm, node.end = hit.value, hit.end  # ألوية من مشاة البحرية
            return True
        if link == "of" and not node.owned:
            for start in (at, at + 1) if at < len(self.text) and self.text[at] in self.frames.joins else (at,):
                owner = self.owner_at(start)
                other = self.hit_at(start, "unit.owner") if owner is None else None
                if owner or other:
                    node.end, node.country = (owner.end, owner.country) if owner else (other.end if other else at, node.country)
                    node.owned, node.by = True, "state" if other and other.value == "*" else "other"
                    return True
        return False

    def _holds(self, node: Node, inner: Node, link: str) -> bool:
        """Whether a unit may be the one that another belongs to, joined by "of", by "in", or by standing after it."""
        if (node.owned and link != "of") or (node.tag == "unit.troops" and inner.kind == "formation"):
            return False
        if inner.kind == "forces":
            return link == "of"
        if link == "in":  # "the brigade took a village from the army" is no belonging; "units of the army" is
            return inner.kind == "formation" or not node.designators or node.definite or node.tag == "unit.staff"
        if link:
            return True
        if node.definite and node.tag != "unit.staff":
            return False
        return inner.kind != "armed_group" or node.kind == "forces" or node.tag in _FORMATIONS or not self.frames.article

    def _word(self, node: Node, at: int) -> bool:
        hit = self.hit_at(at, "unit.word")
        if hit is None or node.parent or node.tag == "unit.troops":
            return False
        after_number = bool(node.designators) and node.designators[-1][1] == node.end and hit.value == "military"  # اللواء 444 قتال
        if not (after_number or self._agrees(node, at)):
            return False
        node.end = hit.end
        node.military = node.military or hit.value == "military"
        return True

    def _name(self, node: Node, at: int) -> bool:
        """A given name: from the lexicon, in quotation marks, a place or person, or an unknown word after a bare head."""
        if node.tag not in _FORMATIONS and not node.home:
            if node.kind == "service" and not node.owned and not self.frames.article and (place := self.places.get(at)):
                node.end, node.owned = place.end, True
                return True
            return False
        if node.owned:
            return False
        if hit := self.hit_at(at, "unit.name"):
            m = _HONORIFIC.match(self.text, hit.end)
            node.end, node.named, node.military = m.end() if m else hit.end, True, True
            node.country = node.country or (None if hit.value == "-" else hit.value)
            return True
        if node.home:
            return False
        if self.word_at(at) in self.frames.honorifics and (second := self.word_at(self.next(at + len(self.word_at(at))))):
            node.end, node.named = at + len(self.word_at(at)) + 1 + len(second), True
            return True
        if node.designators and not node.named and not self.frames.article and (m := _COMPOUND.match(self.text, at)):
            node.end, node.named = m.end(), True
            return True
        if (m := QUOTED.match(self.text, at)) and not node.named:
            node.end, node.named = m.end(), True
            return True
        if node.definite:
            return False
        rank = self.text[node.start:node.end] in self.frames.ranks
        entity = self.places.get(at) or (None if rank else self.people.get(at))
        if entity is not None:
            node.sure = bool(node.designators or node.arm)
            node.end, node.named, node.owned = entity.end, True, bool(entity.country)
            node.country = node.country or entity.country
            return True
        return self._unknown_name(node, at)

    def _unknown_name(self, node: Node, at: int) -> bool:
        """A word that no lexicon knows, right after an indefinite head, and the definite word that it may rule (صقور الشام)."""
        article, word = self.frames.article, self.word_at(at)
        several = node.tag == "unit.formations"
        if not article:
            return self._lone_name(node, at)
        if node.tag == "unit.vague" or node.echelon is None or node.designators or node.arm or node.named:
            return False
        if node.end - node.start > 3 and self.text[node.end - 1] == "ه" == word[-1:]:
            return False  # a feminine adjective after a feminine head (كتيبة إضافية)
        known = [h for h in self.starts.get(at, ()) if not several or h.layer in ("units", "names")]
        if len(word) < 3 or word in self.frames.stop or word in self.frames.counted or known or at in self.people:
            return False
        node.end, node.named, node.sure = at + len(word), True, False
        after = self.next(node.end)
        second = self.word_at(after)
        if after is not None and not word.startswith(article) and second.startswith(article) and not self.starts.get(after) \
                and after not in self.owners:
            node.end = after + len(second)
        if several:  # brigades of so and so are no brigades of an army but a group (كتائب الفاروق)
            node.kind, node.echelon = "armed_group", None
        return True

    def _lone_name(self, node: Node, at: int) -> bool:
        """The same without an article to go by: the word must be the last of its phrase (گردان یونس در …)."""
        word = self.word_at(at)
        if node.tag != "unit.formation" or node.echelon is None or node.designators or node.arm or node.named or len(word) < 3:
            return False
        if word in self.frames.stop or self.starts.get(at) or not self._closes(at + len(word)):
            return False
        node.end, node.named, node.sure = at + len(word), True, False
        return True

    # -- judging ------------------------------------------------------------------------------------------------------------

    def _judge(self, node: Node) -> Node | None:
        if self._in_agency(node) or self.word_at(self.next(node.end)) in self.frames.not_before or (not node.owned and self._title(node)):
            return None
        tag, described = node.tag, bool(node.designators or node.arm or node.named or node.parent)
        if node.kind == "forces":
            return node if (node.owned or node.mixed) and (tag != "unit.troops" or self._the(node)) else None
        if tag == "unit.force":
            return node if node.owned else None
        if tag == "unit.staff" and not (node.owned or node.parent):
            article = self.frames.article  # "a staff to fight smuggling"; without an article only an owner tells
            return node if article and (node.definite or f" {article}" in self.text[node.start:node.end]) else None
        if tag == "unit.service_of":
            return node if node.owned or node.parent else None
        if tag == "unit.service":
            if not (node.owned or node.designators) and self.before(node.start) in self.frames.some:
                return None
            bare = not (node.definite or node.owned or node.designators or " " in self.text[node.start:node.end])
            return None if bare and self.frames.article else node  # "an army of", "his army"
        if node.several and node.by in ("NORP", "LOC") and node.echelon is None and not (described or node.military):
            node.kind = "forces"  # "the Russian units" are whose they are and no more
            return node
        if tag in ("unit.formation", "unit.formations"):
            return None if not (described or node.owned) or self._rank(node) else node
        if tag == "unit.vague":
            civil = node.arm in _CIVIL_ARMS and not (node.designators or node.parent or node.named)
            if not (described or (node.military and node.owned)) or (civil and node.arm in ("medical", "logistics") and not node.military):
                return None
            node.sure = node.sure and bool(node.designators or node.parent or node.military or (node.arm and not civil))
        return node

    def _in_agency(self, node: Node) -> bool:
        """Whether a civil body bears the unit's words in its name (هيئة العمليات البحرية البريطانية)."""
        return self.agencies.around(node.start, node.end)

    def _title(self, node: Node) -> bool:
        """Whether a service's word only begins a short phrase in quotation marks («ارتش ابرها»)."""
        if node.kind != "service" or node.start == 0 or self.text[node.start - 1] not in "«\"“":
            return False
        m = _TITLE.match(self.text, node.end)
        return m is not None

    def _the(self, node: Node) -> bool:
        """Whether "soldiers of X" is definite: by its article, or by what it rules being a name or having the article."""
        article = self.frames.article
        if not article or node.definite or node.by in ("LOC", "PLACE", "PER") or node.parent is not None:
            return True
        return self.text.startswith(article, self.text.find(" ", node.start) + 1)

    def _rank(self, node: Node) -> bool:
        """Whether a head is an officer's rank: a person's name follows (اللواء كيريلو بودانوف)."""
        at = self.next(node.end)
        return not (node.designators or node.arm or node.parent or node.named) and at is not None and at in self.people
