"""The words of dates and what Arabic does with them."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.frames.dates import PREFIX, WORDS, DateFrames
from ...rules.lexicon import Affixes
from ...text.view import View
from ..shared.calendars import CALENDARS
from .inflect import NOUN, PARTICLE

_WORD = Affixes(prefixes=NOUN.prefixes)
_COUNTED = Affixes(prefixes=NOUN.prefixes, suffixes=frozenset({"", "ا"}))
_GLUE = Affixes(prefixes=PARTICLE.prefixes)
AFFIXES = {PREFIX + kind: _WORD for kind in WORDS}
AFFIXES |= {PREFIX + kind: _COUNTED for kind in ("day", "unit", "tick", "part", "night", "whole", "pair")}
AFFIXES |= {PREFIX + kind: _GLUE for kind in ("of", "in", "to", "between", "ago", "later", "since", "this", "that", "mod", "ref")}
AFFIXES[PREFIX + "ref"] = _WORD


def year_of(number: int) -> tuple[str, int]:
    """Calendar and full year: 1446 is Islamic, 24 is 2024."""
    if 1300 <= number < 1500:
        return "i", number
    if number < 100:
        return "g", number + (2000 if number < 50 else 1900)
    return "g", number


_N = {}
for _i, _w in enumerate("واحد اثنین ثلاث اربع خمس ست سبع ثمان تسع عشر".split(), 1):
    for _f in (_w, _w + "ه", _w + "ة"):
        _N[_f] = (_i, False)
_N |= {"ثمانیه": (8, False), "ثمانی": (8, False), "عشرین": (20, False), "عشرون": (20, False), "ثلاثین": (30, False), "ثلاثون": (30, False)}
for _i, _w in enumerate("اول ثانی ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split(), 1):
    for _f in (_w, "ال" + _w, "ال" + _w + "ه"):
        _N[_f] = (_i, True)
_N["الاولی"] = (1, True)


def numerals(view: View) -> Iterator[tuple[int, int, float, bool]]:
    """Digits and simple words, until the numerals' reader stands here."""
    tokens = view.tokens
    for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        if word.isdigit():
            yield start, end, int(word[:20]), False
        elif word in _N:
            value, ordinal = _N[word]
            yield start, end, value, ordinal


def frames() -> DateFrames:
    """The frame, filled."""
    return DateFrames(CALENDARS, year_of, bare_weak=True, numerals=numerals)
