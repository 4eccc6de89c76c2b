"""The words of dates and what Farsi does with them."""

from __future__ import annotations

from ...rules.frames.dates import PREFIX, WORDS, DateFrames
from ...rules.lexicon import Affixes
from ..shared.calendars import CALENDARS

_WORD = Affixes(suffixes=frozenset({"", "ی"}))
_PLURAL = Affixes(suffixes=frozenset({"", "ی", "یی"}))
_WEEKDAY = Affixes(suffixes=frozenset({"", "ی", "شب", "ها"}))
_EXACT = Affixes()
AFFIXES = {PREFIX + kind: _WORD for kind in WORDS}
AFFIXES |= {PREFIX + "units": _PLURAL, PREFIX + "weekday": _WEEKDAY}
AFFIXES |= {PREFIX + kind: _EXACT for kind in ("of", "in", "by", "to", "between", "this", "that", "mod", "rel", "later", "during", "every")}


def year_of(number: int) -> tuple[str, int]:
    """Calendar and full year: 1403 and 88 are Solar Hijri, 2024 is Gregorian."""
    if number < 100:
        return "s", number + (1400 if number < 20 else 1300)
    return ("s", number) if 1200 <= number < 1500 else ("g", number)


def frames() -> DateFrames:
    """The frame, filled."""
    return DateFrames(CALENDARS, year_of, bare_weak=False)
