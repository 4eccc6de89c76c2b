"""What may become a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ...schema import Number
from .chart import Mark

Kind = Literal["victim", "person", "thing", "other", "empty", "unknown"]
#: a mark of these at a token shows that no counted noun stands there
NO_NOUN = ("prep", "finite", "verb", "state", "break", "among", "relative", "copula", "not", "reach", "deny", "doubt", "since", "apart",
           "maybe", "fate", "count", "but")
LONGEST_PHRASE = 10


@dataclass
class Candidate:
    """A number, its tokens ``first:last``, and the phrase it counts, which ends before token ``end``.

    ``prep`` is the preposition it stands behind, ``joined`` how it is coordinated with what precedes (a conjunction, a comma, or
    ""). ``single`` is a noun that is its own number. What the rules find out is filled in: ``outcome``, ``rule``, ``parent``.
    """

    number: Number
    first: int
    last: int
    prep: str = ""
    joined: str = ""
    kind: Kind = "empty"
    head: Mark | None = None
    noun: tuple[int, int] | None = None
    end: int = 0
    partitive: bool = False
    anaphor: bool = False
    single: bool = False
    role: str = ""
    outcome: str = ""
    rule: str = ""
    governor: tuple[int, int] | None = None
    topic: tuple[int, int] | None = None
    parent: Candidate | None = None
    sibling: Candidate | None = None
    flags: set[str] = field(default_factory=set)

    @property
    def front(self) -> int:
        """The first token of number and noun, whichever comes first (متهمين اثنين)."""
        return min(self.first, self.noun[0]) if self.noun else self.first

    @property
    def people(self) -> bool:
        """Whether the counted noun is known to name people."""
        return self.kind in ("person", "victim") or (self.kind == "empty" and self.anaphor)


def before(found: Sequence[Candidate], k: int, first: int = 0) -> Iterator[Candidate]:
    """The candidates before the one at ``k``, nearest first, as far back as those that begin at token ``first``."""
    for i in range(k - 1, -1, -1):
        if found[i].first < first:
            return
        yield found[i]
