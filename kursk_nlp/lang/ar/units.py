"""Units in Arabic: what may stand around their words, and the particles that bound them."""

from __future__ import annotations

from ...rules.frames.units import UnitFrames
from ...rules.lexicon import Affixes
from ...text.normalise import key
from ..shared.organisations import organisations
from .inflect import NOUN

#: no pronoun may follow: "his forces" (قواته) names no unit
_PLAIN = Affixes(prefixes=NOUN.prefixes)
_DEFINITE = Affixes(prefixes={k: v for k, v in NOUN.prefixes.items() if k.endswith(("ال", "لل"))})
AFFIXES = {f"unit.{role}": _PLAIN for role in ("formation", "formations", "vague", "command", "staff", "service", "service_of", "force",
                                               "troops", "class", "branch", "arm", "word", "name", "owner", "ordinal", "of", "not", "org")}
AFFIXES["unit.org.the"] = _DEFINITE

_STOP = frozenset(map(key, ("في من على إلى عن مع بعد قبل قرب عند منذ خلال ضد بين حتى أن إن قد لم لن كان كانت و ثم أو أم بل لكن التي الذي "
                            "الذين هو هي هم هذا هذه ذلك تلك أمس اليوم غدا غرب شرق شمال جنوب داخل خارج حول تحت فوق أمام خلف وفق حسب بحسب "
                            "كما فيما بينما حيث عبر ضمن قوله قال قالت أعلن أعلنت دون بدون سيطرة لمدة").split()))
_COUNTED = frozenset(map(key, ("جندي جنديا جنود عسكري عسكريا عسكريين ألف ألفا آلاف مليون شخص شخصا أشخاص فرد فردا أفراد دبابة دبابات آلية "
                               "آليات مقاتل مقاتلا مقاتلين قتيل قتيلا قتلى جريح جريحا جرحى ضابط ضابطا ضباط عنصر عنصرا عناصر كيلومترا "
                               "كيلومترات مترا عاما سنوات أيام يوما ساعة ساعات مرة مرات عضو عضوا أعضاء").split()))


def frames() -> UnitFrames:
    """The frame, filled."""
    return UnitFrames(organisations=organisations("ar"), joins=frozenset("لب"), part_of=frozenset(map(key, ("في", "من", "ضمن"))),
                      article="ال", ranks=frozenset(map(key, ("لواء", "فريق"))), number_last=True, stop=_STOP, counted=_COUNTED)
