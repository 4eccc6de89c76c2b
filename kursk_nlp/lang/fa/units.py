"""Units in Farsi: what may stand around their words, and the nouns that a number counts."""

from __future__ import annotations

from ...rules.frames.units import UnitFrames
from ...rules.lexicon import Affixes
from ...text.normalise import key
from ..shared.organisations import organisations
from .inflect import EXACT

_EZAFE = Affixes(suffixes=frozenset({"", "ی"}))
AFFIXES = {f"unit.{role}": EXACT for role in ("formation", "formations", "vague", "command", "staff", "service", "service_of", "force",
                                              "class", "branch", "name", "owner", "ordinal", "of", "org", "org.the", "troops")}
AFFIXES |= {"unit.arm": _EZAFE, "unit.word": _EZAFE}

_COUNTED = frozenset(map(key, ("هزار میلیون میلیارد صد نفر نفری نفره تن نظامی سرباز نیرو کشته زخمی مجروح روز ساله سال ماه بار کیلومتر متر "
                               "تانک خودرو درصد اسیر جنگجو رزمنده دستگاه فروند قبضه").split()))


def frames() -> UnitFrames:
    """The frame, filled."""
    return UnitFrames(organisations=organisations("fa"), part_of=frozenset(map(key, ("از",))), counted=_COUNTED)
