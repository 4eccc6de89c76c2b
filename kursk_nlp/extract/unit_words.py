"""What stands at a position of an article, as the parts of a unit's name: words, owners, numbers, heads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..gazetteer.tables import NAME, PEOPLE, THE_NAME, things
from ..rules.frames.units import UnitFrames
from ..rules.lexicon import Hit
from ..rules.rule import pattern
from ..text.spans import Spans
from .draft import Draft

HEADS = ("unit.org", "unit.org.the", "unit.formation", "unit.formations", "unit.vague", "unit.command", "unit.staff", "unit.service",
         "unit.service_of", "unit.force", "unit.troops", "unit.class", "unit.branch")
_NAMES = frozenset((NAME, THE_NAME, PEOPLE))
_DIGITS = pattern("unit.designator", r"(?:ال[ ]?)?+(\d{1,4}+)(?![.,٫٬/:-]?\d|%)")
_WORD = pattern("unit.word", r"[^\W\d_]++")


class Owner(NamedTuple):
    """Whose: a country name or nationality (``label`` LOC or NORP), a PLACE in a country, a person (PER), or another (other, state)."""

    end: int
    country: str | None
    label: str


@dataclass(eq=False)
class Node:
    """A unit while it grows; offsets are normal ones."""

    start: int
    end: int
    tag: str
    kind: str = "formation"
    definite: bool = False
    service: str | None = None
    numbered_echelon: str | None = None
    echelon: str | None = None
    arm: str | None = None
    designators: list[tuple[int, int, str]] = field(default_factory=list)
    country: str | None = None
    #: the only country whose service it can be where no owner is named
    home: str = ""
    #: an owner was named, by itself (``by`` its label) or through the larger unit
    owned: bool = False
    by: str = ""
    mixed: bool = False
    named: bool = False
    several: bool = False
    military: bool = False
    org: str | None = None
    parent: Node | None = None
    parts: list[Node] = field(default_factory=list)
    #: False where civil life could mean it too; ``witness`` is then a country whose mention settles it
    sure: bool = True
    witness: str | None = None


class Words:
    """Looks at one article; every position is a folded one."""

    def __init__(self, draft: Draft, frames: UnitFrames) -> None:
        self.draft, self.frames = draft, frames
        self.text = draft.view.folded
        self.starts = draft.hits.starts
        self.owners = {e.start: e for e in draft.entities if e.country and e.label in ("NORP", "LOC")}
        self.places = {e.start: Owner(e.end, e.country, "LOC") for e in draft.entities if e.label == "LOC" and e.rule != "names.headed"}
        for hit in draft.hits.get(NAME, THE_NAME):
            if hit.value.startswith(("geonames:", "place:")) and hit.start not in self.places and hit.value[-1] != "?":
                self.places[hit.start] = Owner(hit.end, things()[hit.value].country, "LOC")
        #: organisations that the names know, by their start: the longest
        self.known: dict[int, Owner] = {}
        for hit in draft.hits.get(NAME, THE_NAME):
            if hit.value.startswith("org:") and hit.end > self.known.get(hit.start, Owner(0, None, "")).end:
                self.known[hit.start] = Owner(hit.end, things()[hit.value.rstrip("?")].country, "ORG")
        self.agencies = Spans((e.start, e.end) for e in draft.entities if e.label == "ORG" and self.word_at(e.start) in frames.agencies
                              and not any(h.tag in HEADS for h in self.starts.get(e.start, ())))
        self.people = {e.start: e for e in draft.entities if e.label == "PER"}
        self.numbers = {n.start: n for n in draft.numbers if n.kind in ("ordinal", "cardinal") and isinstance(n.value, int)}

    def number(self, at: int) -> tuple[int, str] | None:
        """A designator at a position: up to four digits (أل47 too), or a number word that is an ordinal or a definite ten."""
        if m := _DIGITS.match(self.text, at):
            return m.end(), m.group(1)
        if first := self.hit_at(at, "unit.ordinal"):
            return first.end, first.value
        n = self.numbers.get(at)
        if n is None or self.text[at].isdecimal() or not (n.kind == "ordinal" or self.text.startswith(self.frames.article or "\0", at)):
            return None
        return n.end, str(n.value)

    def owner_at(self, at: int) -> Owner | None:
        """The country or nationality at a position, or an epithet of a country (صهیونیستی)."""
        if e := self.owners.get(at):
            return Owner(e.end, e.country, "PLACE" if e.label == "LOC" and not (e.id or "").startswith("iso:") else e.label)
        if (hit := self.hit_at(at, "unit.owner")) and hit.value not in "-*":
            return Owner(hit.end, hit.value, "NORP")
        for hit in self.starts.get(at, ()):  # inside the name of an army no entity of its own is found
            if hit.tag in _NAMES and hit.value.startswith(("norp:", "iso:")):
                thing = things().get(hit.value.rstrip("?"))
                if thing is not None:
                    return Owner(hit.end, thing.country, thing.label)
        return None

    def heads(self, at: int, *, joins: bool) -> list[Hit]:
        found = [h for h in self.starts.get(at, ()) if h.tag in HEADS]
        if joins and not found and at < len(self.text) and self.text[at] in self.frames.joins:
            found = [h for h in self.starts.get(at + 1, ()) if h.tag in HEADS]
        return found

    def next(self, end: int) -> int | None:
        """Where the next word of the phrase begins: after one space, or at once where a digit follows a letter."""
        text = self.text
        if end + 1 >= len(text):
            return None
        if text[end] == " ":
            return end + 1
        return end if text[end].isdecimal() and text[end - 1].isalpha() else None

    def before(self, at: int) -> str:
        """The word before a position, an opening mark between them aside."""
        tokens = self.draft.view.tokens
        i = tokens.at(at) - 1
        if i > 0 and tokens.words[i] in "«\"“(":
            i -= 1
        return tokens.words[i] if i >= 0 else ""

    def word_at(self, at: int | None) -> str:
        m = _WORD.match(self.text, at) if at is not None else None
        return m.group() if m else ""

    def hit_at(self, at: int, tag: str, *, joins: bool = False) -> Hit | None:
        """The longest hit with a tag whose word begins at a position, perhaps behind a joining proclitic."""
        for hit in self.starts.get(at, ()):
            if hit.tag == tag:
                return hit
        if joins and at < len(self.text) and self.text[at] in self.frames.joins:
            for hit in self.starts.get(at + 1, ()):
                if hit.tag == tag:
                    return hit
        return None
