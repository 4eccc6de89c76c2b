"""Units in Arabic: what may stand around their words, and the particles that bound them."""

from __future__ import annotations

from ...gazetteer.armed import organisations
from ...rules.frames.units import UnitFrames
from ...rules.lexicon import Affixes
from ...text.normalise import key
from ..shared.slots import filled
from .inflect import NOUN

#: no pronoun may follow: "his forces" (قواته) names no unit
_PLAIN = Affixes(prefixes=NOUN.prefixes)
_DEFINITE = Affixes(prefixes={k: v for k, v in NOUN.prefixes.items() if k.endswith(("ال", "لل"))})
AFFIXES = {f"unit.{role}": _PLAIN for role in (
    "formation", "formations", "vague", "command", "staff", "service", "service_of", "force", "troops", "class", "branch", "called",
    "number", "arm", "word", "name", "owner", "ordinal", "of", "not")}
AFFIXES["unit.org.the"] = _DEFINITE
#: a name without the article never takes one: الحماس is enthusiasm
AFFIXES["unit.org"] = Affixes(prefixes={k: v for k, v in NOUN.prefixes.items() if not k.endswith(("ال", "لل"))})

#: what the groupings of an army are called after, in marks or without
EXPAND = {"unit.command": filled("الشمال الجنوب الشرق الغرب المركز الوسط دنيبر فوستوك سيفير سيفر زاباد يوغ تسنتر".split(), marked=True)}


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(w) for w in words.split())


_STOP = _keys("""في من على إلى عن مع بعد قبل قرب عند منذ خلال ضد بين حتى أن إن قد لم لن كان كانت و ثم أو أم بل لكن التي الذي الذين هو هي هم
    هذا هذه ذلك تلك أمس اليوم غدا غرب شرق شمال جنوب داخل خارج حول تحت فوق أمام خلف وفق حسب بحسب كما فيما بينما حيث عبر ضمن قوله قال قالت
    أعلن أعلنت دون بدون سيطرة لمدة كامل كاملة آخر أخرى إضافي ثان ثالث رابع كبير صغير سابق معاد تابع واحد""")
_COUNTED = _keys("""جندي جنديا جنود عسكري عسكريا عسكريين ألف ألفا آلاف مليون شخص شخصا أشخاص فرد فردا أفراد دبابة دبابات آليات مقاتل مقاتلا
    مقاتلين قتيل قتيلا قتلى جريح جريحا جرحى ضابط ضابطا ضباط عنصر عنصرا عناصر كيلومترا كيلومترات مترا عاما سنوات أيام يوما ساعة ساعات مرة
    مرات عضو عضوا أعضاء""")
_AGAINST = _keys("""هجوما هجوم هجومين هجمات تدمير استهداف خسائر أسرى أسر أسيرا تحييد إبادة دحر معدات آليات مواقع مقرات استهدف استهدفت دمر
    دمرت هاجم هاجمت""")
_NOT_AFTER = _keys("وزارة وزير وزراء لوزارة لوزير فيلم رواية مسلسل مسرحية كتاب أغنية نادي فريق لاعب لاعبو مباراة")
_NOT_BEFORE = _keys("الموسيقية الموسيقي الفنية المسرحية الشرطية البوليسية المدرسية الكشفية الإلكتروني الأحمر الأبيض")
_BY = _keys("شنه شنته شنها نفذه نفذته نفذها قاده قادته بدأه بدأته تقوده يقوده")
_AGENCIES = _keys("هيئة وكالة وزارة مركز معهد كلية أكاديمية جامعة شركة منظمة لجنة")
_OF_GROUPS = _keys("""تبنت زعيم عناصر مقاتلي مقاتلو مسلحي مسلحو قيادي قادة مرتبطة المرتبطة مرتبط المرتبط مرتبطين موالية الموالية
    بايعت بايع أمير خلايا فلول قياديي أنصار""")


def frames() -> UnitFrames:
    """The frame, filled."""
    return UnitFrames(organisations=organisations("ar"), joins=frozenset("لب"), part_of=_keys("في من ضمن"), article="ال",
                      number_last=True, ranks=_keys("لواء فريق"), stop=_STOP, counted=_COUNTED, against=_AGAINST, by=_BY,
                      soldiers_of=tuple(f" {key(w)} " for w in ("من", "في", "ضمن", "إلى")),
                      agencies=_AGENCIES, of_groups=_OF_GROUPS, not_after=_NOT_AFTER, not_before=_NOT_BEFORE)
