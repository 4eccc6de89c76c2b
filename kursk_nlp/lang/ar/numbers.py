"""Arabic numbers: the words with their proclitics, and where a word that is also something else counts."""

from __future__ import annotations

import functools

from ...rules.frames.numbers import NumberFrames, Numeral
from ...rules.lexicon import Affixes, Hit
from ...text.normalise import key
from ..shared.data import table
from ..shared.numerals import Numerals
from ..shared.words import Grammar, Word, word_of
from .inflect import EXACT, VERB, conjugate

_BOUND = Affixes(prefixes={c + p: len(c + p) for c in ("", "و", "ف") for p in ("", "ب", "ل", "ک")})
_ROWS = table(__package__, "numbers")

#: number words are read by the grammar of numerals, never by the scan
AFFIXES = {**{row.tag: Affixes(prefixes={}) for row in _ROWS if row.tag.startswith("number.")}, "number.name": EXACT,
           "bound.before": _BOUND, "bound.after": EXACT, "bound.exceed": VERB, "bound.by": VERB, "bound.between": _BOUND}
EXPAND = {"bound.exceed": conjugate, "bound.by": conjugate}



def _list(tag: str) -> frozenset[str]:
    """The words of a tag."""
    return frozenset(key(row.form) for row in _ROWS if row.tag == tag)


_PRONOUNS = ("هم", "ها", "هن", "ه", "هما", "نا", "کم")
#: what "hundred" may be written onto, the last four as spoken
_HUNDREDS = {"ثلاث": 300, "اربع": 400, "خمس": 500, "ست": 600, "سبع": 700, "ثمان": 800, "ثمانی": 800, "تسع": 900,
             "تلت": 300, "تلات": 300, "ثمن": 800, "تمن": 800}
_CLASSES = frozenset("unit ten teen tens hundred hundreds scale scales ordinal fraction parts vague sign point zero".split())


@functools.cache
def _prefixes(form: str, cls: str) -> list[tuple[str, int, bool, bool, bool]]:
    """Letters before a form: how many lie outside the span, whether they say "and", open a new number, hold the article.

    Like ("as") stands before ordinals only: كمية is quantity and no hundred, كالفين a name and no two thousand.
    """
    out = []
    for c in ("", "و", "ف"):
        for p in ("", "ب", "ل", "ک") if cls == "ordinal" else ("", "ب", "ل"):
            out.append((c + p, len(c + p), c == "و", p != "", False))
            if p != "ل":
                out.append((c + p + "ال", len(c + p), c == "و", p != "", True))
        out.append((c + "لل", len(c) + 1, c == "و", True, True))
    if form == "ست":  # لست is "I am not", بست is no number either
        out = [o for o in out if o[0][-1:] not in ("ل", "ب") or o[0].endswith("ال")]
    return out


def _expand(base: dict[str, Word]) -> dict[str, Word]:
    """Every written word: the forms under their proclitics, fractions with pronouns too (ثلثهم)."""
    out: dict[str, Word] = {}
    for form, word in base.items():
        for letters, lead, conj, fresh, article in _prefixes("ست" if form == "ست" else "", word.cls):
            if word.cls not in ("sign", "point") or not (fresh or article):
                out.setdefault(letters + form, Word(word.cls, word.value, lead, 0, conj, fresh, article, word.plural))
    for form, word in base.items():
        if word.cls == "fraction" and not form.endswith("ان"):
            stem = "ثلثی" if form == "ثلثین" else form
            for letters, lead, conj, fresh, article in _prefixes("", word.cls):
                for pronoun in () if article else _PRONOUNS:
                    out.setdefault(letters + stem + pronoun, Word(word.cls, word.value, lead, 0, conj, fresh))
    return out


def _words(marked: str = "") -> dict[str, Word]:
    """The words whose tag begins with ``number.`` and ``marked``."""
    base = {key(row.form): word_of(row.tag.replace(marked, ""), row.value) for row in _ROWS
            if row.tag.startswith(f"number.{marked}") and row.tag.removeprefix(f"number.{marked}") in _CLASSES}
    if not marked:
        base |= {stem + hundred: Word("hundred", value) for stem, value in _HUNDREDS.items() for hundred in ("میه", "مایه")}
    return _expand(base)


#: before "one" these make it "anyone", "each one", "one of"
_NOT_ONE = frozenset(("کل", "ای", "من", "او", "یوم"))
#: before الثانية these make it "the second" of time
_PER = frozenset("فی کل خلال بعد قبل من".split())


#: after these an accusative thousand is one thousand, and before a noun without article it is the dual: ألفا جندي is two thousand
_DUALS = frozenset(("الفا", "ملیونا", "ملیارا", "تریلیونا"))
_NO_NOUN = frozenset("من فی علی الی عن بعد قبل منذ خلال بینهم بینها بحسب حسب وفق او ثم لکن فیما بینما کما لم لن قد ای اخرین اخر اخری "
                     "فقط حتی تقریبا سنویا یومیا شهریا اضافیا هذا هذه التی الذی".split())


#: after these a round number with the article is no ordinal
_TO = frozenset("الی من علی فی عن حتی سن عتبه حاجز سقف بلغ بلغت قارب قاربت تعدی تخطی حدود".split())
_ORDINALS = frozenset("ال" + key(row.form) for row in _ROWS if row.tag == "number.ordinal")


def _judge(words: list[str], first: int, last: int, found: Numeral, text: str, normal: str) -> Numeral | None:
    """The numeral as it is where it stands; None where its word is no number."""
    if first != last:
        return found
    after = words[last + 1] if last + 1 < len(words) else ""
    before = words[first - 1] if first else ""
    if text.startswith(("میه", "میت", "میات", "المیه", "المیت", "المیات")) and "ئ" not in normal:
        return None  # Meta, water, the dead: a hundred keeps its hamza
    if text in ("احد", "احدی", "الاحد", "الاثنین", "الاثنان") or (text == "اثنین" and before == "یوم"):
        return None
    if text in ("واحد", "واحده", "واحدا"):
        alone = before.isalpha() and not before.startswith("ال") and before.removeprefix("و") not in _NOT_ONE \
            and not after.startswith("ال") and after != "من"
        return found if alone or words[last + 1:last + 3] == ["من", "کل"] else None
    if text in ("الربع", "النصف", "الثلث") and (after in _ORDINALS or after == "الاخیر"):
        return None  # the first quarter, the second half
    if text == "الف":  # "he wrote" takes its object in the accusative, the thousand in the genitive
        return None if after.endswith("ا") and len(after) > 3 else found
    if text in _DUALS and found.value:
        noun = len(after) > 2 and after.isalpha() and after[0] != "و" and not after.startswith("ال") and after not in _NO_NOUN
        return found._replace(value=found.value * 2) if noun else found
    if found.kind == "ordinal":
        if found.definite and ((before in _TO and text not in _ORDINALS) or text in ("العشره", "العشر")):
            return found._replace(kind="cardinal", rule="number.words")  # it reached the hundred; the ten passengers
        if found.definite:
            return None if text == "الثانیه" and before in _PER else found
        first_noun = text == "اول" and after.isalpha() and after not in _NO_NOUN and not after.startswith(("ال", "ام"))
        return found if first_noun or text in ("ثانی", "ثالث") or (found.value or 0) > 2 else None
    if found.kind == "vague" and found.low is None:
        several = normal == "عدة" or words[first] == "عده"  # بعده is "after him"
        return found if several and after.isalpha() and not after.startswith("ال") and after not in _NO_NOUN else None
    return found


_PERCENT_WORDS = ("المیه", "المایه", "میه", "مایه")
_PERCENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "%": (("%",),), "٪": (("٪",),), "فی": tuple(("فی", w) for w in _PERCENT_WORDS), **{"ب" + w: (("ب" + w,),) for w in _PERCENT_WORDS}}


def _dual(hit: Hit) -> bool:
    """Whether a person noun is a dual (جنديان، طفلتين): a regular plural in ین (``sound``) looks like one and is none."""
    ending = hit.suffix in ("ان", "تان", "تین") or (hit.suffix == "ین" and "sound" not in hit.value.split())
    return ending and not hit.prefix.endswith(("ال", "لل"))


NUMERALS = Numerals(Grammar(
    words=_words(), hidden={"واحد": Word("unit", 1, lead=1, conj=True)}, spoken=_words("spoken_"), units_last=False, judge=_judge,
    percents=_PERCENTS,
    codes=frozenset(c + form for form in _list("number.code") for c in ("", "و", "ب", "ل", "ال", "وال")),
    per=frozenset(("فی",)), over=frozenset(("علی",)), of=frozenset(("من",)), part=frozenset("جزء اجزاء جزءا".split()),
    after=frozenset(("بعد",)), each=frozenset(("کل",)), dual_fractions={50: 2 / 5, 70: 2 / 7, 80: 2 / 8, 90: 2 / 9},
    weekdays=frozenset(("الاحد", "الاثنین")), unit_fractions=frozenset("خمس سبع تسع عشر".split())))


def frames() -> NumberFrames:
    """The frame, filled."""
    return NumberFrames(
        read=NUMERALS.read,
        between_joins=frozenset(("و", "الی", "حتی")),
        from_=frozenset(("من",)), from_joins=frozenset(("الی", "حتی")), bare_joins=frozenset(("الی", "او")),
        thresholds=frozenset(), by=frozenset(("عن", "علی")),
        apart=frozenset("فی من الی منذ خلال بعد قبل حتی عام سنه یوم نحو لدی مع ضد رقم الماده الفوج اللواء".split()),
        negations=frozenset(("لم", "لا", "لن", "ما", "الا", "ولم", "ولا", "ولن")),
        change=frozenset("ارتفع ارتفعت ارتفاع ارتفاعا زاد زادت زیاده انخفض انخفضت انخفاض تراجع تراجعت قفز قفزت صعد هبط تحول خفض خفضت "
                         "خفضها رفع رفعت رفعها".split()),
        scores=frozenset("بنتیجه نتیجه هدف اهداف مقابل".split()),
        years=frozenset(c + form for form in _list("number.year") for c in ("", "و", "ب", "ل", "وب", "ول")), adjectives=frozenset(),
        year_joins=frozenset(("و", "،", "، و", "الی", "-", "–", "او")), among=frozenset(("من", "ومن")),
        adjacent_ranges=False, dual=_dual, counted=("f.person", "f.person.fem", "f.victim"))
