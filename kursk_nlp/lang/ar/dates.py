"""The words of dates and what Arabic does with them."""

from __future__ import annotations

from ...rules.frames.dates import PREFIX, WORDS, DateFrames
from ...rules.lexicon import Affixes
from ..shared.calendars import CALENDARS, NAMED
from .inflect import NOUN, PARTICLE

_WORD = Affixes(prefixes=NOUN.prefixes)
_COUNTED = Affixes(prefixes=NOUN.prefixes, suffixes=frozenset({"", "ا"}))
_GLUE = Affixes(prefixes=PARTICLE.prefixes)
AFFIXES = {PREFIX + kind: _WORD for kind in WORDS}
AFFIXES |= {PREFIX + kind: _COUNTED for kind in ("day", "unit", "units", "tick", "part", "night", "whole", "pair")}
AFFIXES |= {PREFIX + kind: _GLUE for kind in ("of", "in", "to", "between", "ago", "later", "since", "this", "that", "mod", "ref")}
AFFIXES |= {PREFIX + "ref": _WORD, PREFIX + "and": Affixes()}


def year_of(number: int) -> tuple[str, int]:
    """Calendar and full year: 1446 is Islamic, 24 is 2024, 48 is 1948."""
    if 1300 <= number < 1500:
        return "i", number
    if number < 100:
        return "g", number + (2000 if number <= 40 else 1900)
    return "g", number


def frames() -> DateFrames:
    """The frame, filled."""
    return DateFrames(CALENDARS, year_of, NAMED, bare_weak=True, lone_unit=True, article=("ال",),
                      definite=frozenset(p for p in NOUN.prefixes if p.endswith(("ال", "لل"))), accusative="ا", counted=("ا", "ه"),
                      clitics={"و": "and", "ف": "and", "ب": "in", "ل": "in", "ک": "in"}, towards="ل")
