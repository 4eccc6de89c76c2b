"""The document while it walks the corridor."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from ..rules.lexicon import Hits
from ..schema import Date, Entity, Figure, Number, Quote, Unit
from ..text.view import View


@dataclass
class Draft:
    """What is known of an article so far; every offset is a normal one.

    ``zones`` are the stretches that are no part of the story (boilerplate: tags, comment forms, share buttons) and in which
    no claim is looked for; ``header`` is the stretch before the story (agency, byline, date line).
    """

    view: View
    hits: Hits
    lang: str
    published: datetime.date | None = None
    header: tuple[int, int] = (0, 0)
    zones: list[tuple[int, int]] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def in_boilerplate(self, position: int) -> bool:
        """Whether a position lies in a stretch that is no part of the story."""
        return any(start <= position < end for start, end in self.zones)
