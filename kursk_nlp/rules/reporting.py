"""Reported speech as every grammar reads it: sentences as items, cues among them, and the reports that come of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple


class Cue(NamedTuple):
    """A word or phrase that reports speech, at normal offsets.

    ``kind`` is how it is built into the sentence (the grammars know the kinds they use); ``family`` is what it tells (say, claim,
    deny …); ``takes`` are the folded prepositions that lead to its complement, ``-`` for a bare noun.
    """

    start: int
    end: int
    kind: str
    family: str
    takes: tuple[str, ...] = ()


class Item(NamedTuple):
    """One thing in a sentence: a word, a stop, a whole date or a whole marked stretch (whose ``word`` is ``«»``, of ``size`` words).

    ``word`` is folded; ``written`` still has its hamzas; ``lead`` is how many letters of it are clitics before a known word.
    """

    start: int
    end: int
    word: str
    kind: str
    label: str = ""
    tags: frozenset[str] = frozenset()
    cue: Cue | None = None
    size: int = 1
    written: str = ""
    lead: int = 0


@dataclass(frozen=True)
class Sentence:
    """The items of one sentence; ``line`` tells whether it is a headline (a short line without a full stop)."""

    items: list[Item]
    headline: bool = False

    def word(self, at: int) -> str:
        """The word at an index, empty outside the sentence."""
        return self.items[at].word if 0 <= at < len(self.items) else ""

    def tags(self, at: int) -> frozenset[str]:
        """What the lexicon says of the item at an index."""
        return self.items[at].tags if 0 <= at < len(self.items) else frozenset()

    def past(self, at: int) -> int:
        """The index of the first item after the cue that begins at ``at``."""
        cue = self.items[at].cue
        end = cue.end if cue else self.items[at].end
        while at < len(self.items) and self.items[at].start < end:
            at += 1
        return at

    def find(self, words: Iterable[str], start: int, end: int) -> int:
        """The index of the first item in ``start:end`` with one of these words, -1 if none."""
        wanted = frozenset(words)
        return next((i for i in range(start, min(end, len(self.items))) if self.items[i].word in wanted), -1)


@dataclass
class Report:
    """Somebody says something, as ranges of item indices in one sentence.

    ``speaker`` is where the speaker is named (empty or None: left out, so the one before speaks on); ``content`` is what is
    said; ``outlets`` are where the outlets are named, from the origin outward. ``shares`` points at the earlier report of the same
    sentence with the same speaker. ``marked`` means that only marked words in the content count (described as «…»); ``nested``
    that it stands inside another report's content; ``back`` that the content comes before the cue; ``skip`` is how many letters of
    the content's first word are a clitic outside it (بمقتل); ``silent`` that it is no quote, but somebody vouches for it (corrected the
    toll to …). The rule ``before`` says that the content is the sentence before.
    """

    rule: str
    cue: Cue | None
    content: tuple[int, int] | None
    speaker: tuple[int, int] | None = None
    outlets: list[tuple[int, int]] = field(default_factory=list)
    shares: Report | None = None
    marked: bool = False
    nested: bool = False
    back: bool = False
    skip: int = 0
    silent: bool = False


class Grammar:
    """One sentence being read by a language's rules: the loop over its cues, and what the rules have found so far.

    A language fills ``readers`` (kind of cue -> name of its rule). A rule is given the index of the cue and the cue, adds what it finds to
    ``found`` and returns the index up to which the sentence has been read. ``waiting`` are outlets named before the verb of their
    report.
    """

    readers: ClassVar[Mapping[str, str]] = {}

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.items, self.word = sentence, sentence.items, sentence.word
        self.size = len(sentence.items)
        self.found: list[Report] = []
        self.waiting: list[tuple[int, int]] = []

    def read(self) -> list[Report]:
        """The reports of the sentence, in order; those that stand in another one's content are ``nested``."""
        taken = 0
        for at, item in enumerate(self.items):
            if item.cue is None or at < taken:
                continue
            rule = self.readers.get(item.cue.kind)
            taken = max(taken, self.apply(rule, at, item.cue) if rule else self.sentence.past(at))
        return self.found

    def apply(self, rule: str, at: int, cue: Cue) -> int:
        """Run a rule at a cue."""
        end: int = getattr(self, rule)(at, cue)
        return end

    def outer(self, at: int) -> Report | None:
        """The report whose content holds an item."""
        return next((r for r in reversed(self.found) if r.content and r.content[0] <= at < r.content[1]), None)

    def before(self) -> Report | None:
        """The report whose speaker goes on where a subject is left out."""
        return next((r for r in reversed(self.found) if not r.nested), None)

    def is_mark(self, at: int) -> bool:
        """Whether an item is a marked stretch."""
        return 0 <= at < self.size and self.items[at].kind == "mark"

    def can_speak(self, start: int, end: int) -> bool:
        """Whether one of these items is a word for somebody who speaks, or a name."""
        return any(self.sentence.tags(i) & SPEAKS or self.items[i].label in ("PER", "ORG") for i in range(start, min(end, self.size)))


#: the tags of words for those who speak, and of those among them that publish
SPEAKS = frozenset({"quote.role", "quote.body", "quote.anonymous", "quote.document", "quote.media", "quote.outlet"})
MEDIA = frozenset({"quote.media", "quote.outlet"})
