"""The words of dates and what Farsi does with them."""

from __future__ import annotations

from ...rules.frames.dates import PREFIX, WORDS, DateFrames
from ...rules.lexicon import Affixes
from ..shared.calendars import CALENDARS, NAMED

_WORD = Affixes(suffixes=frozenset({"", "ی"}))
_PLURAL = Affixes(suffixes=frozenset({"", "ی", "یی"}))
_WEEKDAY = Affixes(suffixes=frozenset({"", "ی", "شب", "ها"}), spaced=frozenset({"ها"}))
_EXACT = Affixes()
AFFIXES = {PREFIX + kind: _WORD for kind in WORDS}
_LOW = "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست".split()
GLUED: dict[str, float] = {**{word: value for value, word in enumerate(_LOW, 1)}, "سی": 30, "صد": 100, "نیم": 0.5}
_UNIT = Affixes(prefixes={"": 0, **dict.fromkeys(GLUED, 0)}, suffixes=_WORD.suffixes)
AFFIXES |= {PREFIX + kind: _UNIT for kind in ("day", "unit", "month0", "tick", "hour", "unitadj", "unitage")}
AFFIXES |= {PREFIX + "units": _PLURAL, PREFIX + "weekday": _WEEKDAY}
AFFIXES |= {PREFIX + kind: _EXACT
            for kind in ("and", "of", "in", "by", "to", "between", "this", "that", "mod", "rel", "later", "during", "every")}


def year_of(number: int) -> tuple[str, int]:
    """Calendar and full year: 1403 and 88 are Solar Hijri, 2024 is Gregorian."""
    if number < 100:
        return "s", number + (1400 if number < 20 else 1300)
    return ("s", number) if 1200 <= number < 1500 else ("g", number)


def frames() -> DateFrames:
    """The frame, filled."""
    return DateFrames(CALENDARS, year_of, NAMED, bare_weak=False, lone_unit=False, plural="ها", ezafe=frozenset({"ی", "یی"}), glued=GLUED)
