"""The frame of ``quotes``: sentences as items, and the reports that a language's grammar finds in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ...text.view import View
from ..lexicon import Hits

Span = tuple[int, int]


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
    the content's first word are a clitic outside it (بمقتل).
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


@dataclass(frozen=True)
class QuoteFrames:
    """What a language tells about quotes.

    ``cues`` finds every cue of a text; ``reports`` reads a sentence; ``tags`` are the lexicon tags that items carry. The word
    lists are folded: ``stops`` end a noun phrase, ``governing`` words make the name after them somebody else's (to X, with X, son
    of X), ``after_object`` stand behind what is no subject (را), ``partitives`` go on with "of" (one of), ``towards`` begin a word
    that means "to the X" (لل), ``bylines`` are verbs of writing that name a reporter in a dateline, ``called`` lead to a name
    (called X). ``article`` is what makes a noun definite (none in Farsi); ``gender`` tells the ``f`` or ``m`` of a folded verb,
    ``""`` where it has none.
    """

    cues: Callable[[View, Hits], list[Cue]]
    reports: Callable[[Sentence], list[Report]]
    tags: tuple[str, ...]
    stops: frozenset[str]
    governing: frozenset[str]
    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    after_object: frozenset[str]
    partitives: frozenset[str]
    towards: tuple[str, ...]
    bylines: frozenset[str]
    called: frozenset[str]
    article: str
    gender: Callable[[str], str]


#: what each family of cues tells about the reporter's distance; those not named are neutral
STANCES: dict[str, Literal["claims", "admits", "denies", "confirms"]] = {
    "claim": "claims", "accuse": "claims", "admit": "admits", "deny": "denies", "confirm": "confirms", "stress": "confirms",
}
