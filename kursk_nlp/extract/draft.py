"""The document while it walks the corridor."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import dataclass, field

from ..rules.frames.numbers import Numeral
from ..rules.lexicon import Hits
from ..schema import Attribution, Date, Entity, Figure, Number, Quote, Unit
from ..text.patterns import Passed
from ..text.view import View


@dataclass(frozen=True)
class Claim:
    """A stretch of the article that somebody else vouches for: its sources, from the origin outward to the outlet."""

    start: int
    end: int
    sources: tuple[Attribution, ...]


@dataclass
class Draft:
    """What is known of an article so far; every offset is a normal one.

    ``zones`` are the stretches that are no part of the story (boilerplate: tags, comment forms, share buttons) and in which
    no claim is looked for, in order and apart; ``header`` is the stretch before the story (agency, byline, date line). ``claims`` are the
    stretches that the quotes found somebody to vouch for, in order (read them through ``attribution.sources_of``).
    """

    view: View
    hits: Hits
    lang: str
    published: datetime.date | None = None
    header: tuple[int, int] = (0, 0)
    zones: list[tuple[int, int]] = field(default_factory=list)
    numerals: list[Numeral] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    skipped: list[Passed] = field(default_factory=list)

    def in_boilerplate(self, position: int) -> bool:
        """Whether a position lies in a stretch that is no part of the story."""
        at = bisect_right(self.zones, (position, len(self.view.normal))) - 1
        return at >= 0 and position < self.zones[at][1]
