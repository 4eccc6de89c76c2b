"""Units in Farsi: what may stand around their words, and the words that bound them."""

from __future__ import annotations

from ...gazetteer.armed import organisations
from ...rules.frames.units import UnitFrames
from ...rules.lexicon import Affixes
from ...text.normalise import key
from ..shared.slots import filled
from .inflect import EXACT

_EZAFE = Affixes(suffixes=frozenset({"", "ی"}))
AFFIXES = {f"unit.{role}": EXACT for role in (
    "formation", "formations", "vague", "command", "staff", "service", "service_of", "force", "troops", "class", "branch", "called",
    "number", "name", "owner", "ordinal", "of", "org", "org.the")}
AFFIXES |= {"unit.arm": _EZAFE, "unit.word": _EZAFE}

#: what the groupings of an army are called after, in marks or without
EXPAND = {"unit.command": filled("شمال جنوب شرق غرب مرکز دنیپر شرقی شمالی جنوبی غربی".split(), marked=True)}


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(w) for w in words.split())


_COUNTED = _keys("""هزار میلیون میلیارد صد نفر نفری نفره تن نظامی سرباز نیرو کشته زخمی مجروح روز ساله سال ماه بار کیلومتر متر تانک خودرو
    درصد اسیر جنگجو رزمنده دستگاه فروند قبضه""")
_STOP = _keys("در از به را که و با بود بودند است هم نیز تا برای یا اما اند بر مستقر کامل دیگر مذکور جدید تازه خود ما اعزامی")
_AGAINST = _keys("نابودی انهدام نابود حمله تلفات اسارت اسیر مواضع تجهیزات اسرای هلاکت")
_NOT_AFTER = _keys("وزارت وزیر فیلم سریال رمان کتاب مستند نمایش ترانه باشگاه تیم")
_NOT_BEFORE = _keys("پلیس ناجا فراجا انتظامی شهرداری موسیقی")
_HONORIFICS = _keys("شهید حضرت امام سید")
_AGENCIES = _keys("سازمان وزارت آژانس مرکز دانشگاه دانشکده شرکت موسسه")
_OF_GROUPS = _keys("سرکرده عناصر اعضای جنگجویان رهبر")


def frames() -> UnitFrames:
    """The frame, filled."""
    return UnitFrames(organisations=organisations("fa"), part_of=_keys("از"), stop=_STOP, counted=_COUNTED, against=_AGAINST,
                      home_media=frozenset({"IR"}), not_after=_NOT_AFTER, not_before=_NOT_BEFORE, honorifics=_HONORIFICS,
                      agencies=_AGENCIES, soldiers_of=tuple(f" {key(w)} " for w in ("از", "وابسته به", "عضو")),
                      of_groups=_OF_GROUPS, some=_keys("یک یه هر هیچ چند کدام پایگاه"))
