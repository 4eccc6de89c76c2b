"""Farsi numbers: the words, their ordinals, the ways they are written together, and where a word that is also something else counts."""

from __future__ import annotations

import functools

from ...rules.frames.numbers import NumberFrames, Numeral
from ...rules.lexicon import Affixes
from ...text.normalise import key
from ..shared.data import table
from ..shared.numerals import Numerals
from ..shared.words import Grammar, Word, word_of
from .inflect import EXACT, NOUN

_ROWS = table(__package__, "numbers")

#: number words are read by the grammar of numerals, never by the scan
AFFIXES = {**{row.tag: Affixes(prefixes={}) for row in _ROWS if row.tag.startswith("number.")}, "number.name": NOUN,
           "bound.before": EXACT, "bound.after": EXACT, "bound.verb": NOUN, "bound.between": EXACT}

_CLASSES = ("unit", "ten", "teen", "tens", "hundred", "scale", "first", "third", "fraction", "vague", "sign", "point", "zero")
_CARDINAL = ("unit", "ten", "teen", "tens", "hundred", "scale")
#: what may follow a number inside one written word: the noun it counts, or an adjective made of both
_TAILS = frozenset("نفر تن ساله روزه نفره ماهه درصد درصدی ساعته هفته بار سال روز ماه ساعت دقیقه کشور شان نفرشان تنشان کشته زخمی مجروح "
                   "مصدوم شهید سرباز نظامی کودک زن مرد غیرنظامی افسر مامور شهروند خبرنگار کارگر کشاورز معدنچی مسافر مهاجر جسد پیکر".split())


def _table() -> dict[str, Word]:
    out: dict[str, Word] = {}
    for row in _ROWS:
        if row.tag.removeprefix("number.") not in _CLASSES:
            continue
        form, word = key(row.form), word_of(row.tag, row.value)
        out[form] = word
        if word.cls in _CARDINAL and not word.ordinal and form != "سه":
            for ending in ("ام", "امین") if form == "سی" else ("م", "مین"):
                out[form + ending] = word._replace(ordinal=True)
        if word.cls in ("unit", "ten", "teen", "tens") and " " not in form:
            out["و" + form] = word._replace(lead=1, conj=True)  # چهل ونه
    return out


_TABLE = _table()
_JOINABLE = {form: word for form, word in _TABLE.items()
             if word.cls in (*_CARDINAL, "fraction", "vague") and " " not in form and form not in ("نصف", "ربع", "ثلث")}
_HEADS = frozenset(form[:2] for form in _JOINABLE)


@functools.lru_cache(maxsize=8192)
def fused(text: str) -> tuple[Word, ...] | None:
    """The number words of a word that is written together (سیصدوپنجاه، دوهزار، سینفر); None where it is no number."""
    if text[:2] not in _HEADS or len(text) > 40:
        return None

    def parts(at: int, before: Word | None) -> tuple[Word, ...] | None:
        rest = text[at:]
        if not rest:
            return ()
        if before is not None and (before.ordinal or before.cls == "fraction"):  # nothing but the noun follows an ordinal (نخستین‌بار)
            return () if before.ordinal and rest == "بار" else None if before.ordinal else _half_of(rest, at, len(text))
        if before is not None and (rest in _TAILS or rest == "و"):
            return ()
        skip = 1 if before is not None and rest[0] == "و" else 0
        for length in range(min(len(rest) - skip, 9), 1, -1):
            word = _JOINABLE.get(rest[skip:skip + length])
            if word is None or not _follows(before, word, bool(skip)):
                continue
            tail = parts(at + skip + length, word)
            if tail is not None:
                return (word._replace(lead=at + skip, tail=len(text) - at - skip - length, conj=bool(skip)), *tail)
        return None

    found = parts(0, None)
    if not found:
        return None
    return found if len(found) > 1 or text[len(text) - found[0].tail:] in (*_TAILS, "و") else None


def _half_of(rest: str, at: int, size: int) -> tuple[Word, ...] | None:
    """The multiplier after نیم, all that may be written onto it (نیمروز is noon)."""
    word = _JOINABLE.get(rest)
    return (word._replace(lead=at, tail=size - at - len(rest)),) if word is not None and word.cls == "scale" and not word.ordinal else None


def _follows(before: Word | None, word: Word, conj: bool) -> bool:
    """Whether a word may follow another inside one written word."""
    if before is None:
        return True
    if word.cls in ("vague", "fraction"):
        return word.cls == "fraction" and conj  # یک‌ونیم
    if before.cls == "vague":
        return not conj and word.cls in ("ten", "hundred", "scale")
    if word.cls == "scale":
        return not conj or before.cls == "scale"
    if conj:
        order = {"scale": 5, "hundred": 4, "tens": 3}
        return order.get(before.cls, 0) > order.get(word.cls, 2)
    if before.cls != "unit":
        return False
    # two hundred; two three (neighbours in counting); two thirds
    return word.cls == "hundred" or (word.cls == "unit" and (word.ordinal or word.value == (before.value or 0) + 1))


def _list(*tags: str) -> frozenset[str]:
    """The words of these tags."""
    return frozenset(key(row.form) for row in _ROWS if row.tag in tags)


_LATIN, _PERSONS, _COUNTERS = _list("number.latin"), _list("number.person"), _list("number.person", "number.counter")
_SCALES = frozenset(key(row.form) for row in _ROWS if row.tag == "number.scale")
_GIVEN = frozenset("ادامه انجام نشان قرار پاسخ اجازه توضیح تشکیل ارایه خبر دست گزارش گوش جواب یاد شرح تغییر افزایش کاهش پایان رای".split())
_FIRSTS = _list("number.firsts")
_PLACES = frozenset("روستای ولسوالی قریه منطقه دهستان بخش".split())


def _judge(words: list[str], first: int, last: int, found: Numeral, text: str, normal: str) -> Numeral | None:
    """The numeral as it is where it stands; None where its word is no number."""
    after = words[last + 1] if last + 1 < len(words) else ""
    before = words[first - 1] if first else ""
    if first == last and words[first] != text and words[first].startswith(text):  # written onto what follows
        after = words[first][len(text):]
    good = True
    if found.kind == "vague" and found.low is None:
        good = after.isalpha()
    elif first != last:
        good = True
    elif text == "یک":
        good = after in _PERSONS or _counts_on(words, first, last)
    elif text == "نه":
        joined = before in ("،", ",", "و") and (after not in _PERSONS or before != "و" or "نه" in words[max(0, first - 9):first])
        good = after in _COUNTERS and not joined and (after in _PERSONS or not _neither(words[last + 1:last + 9]))
    elif text == "سی":
        good = before not in _LATIN and after not in _LATIN and not after.isdecimal()
    elif text == "ده":
        good = before not in _PLACES
    elif text == "دهم":
        good = before not in _GIVEN
    elif text == "یکم" or (text == "اول" and before not in _FIRSTS):
        return found._replace(rule="number.weak")  # "a little", "at first": a number only in a date
    return found if good else None


def _counts_on(words: list[str], first: int, last: int) -> bool:
    """Whether یک goes on a count (four women and one man) or begins one (one soldier and two civilians)."""
    if first and words[first - 1] in ("و", "،") and any(_is_number(w) for w in words[max(0, first - 5):first - 1]):
        return True
    for at in range(last + 2, min(last + 4, len(words) - 1)):
        if words[at] in ("و", "،"):
            return _is_number(words[at + 1])
    return False


def _neither(words: list[str]) -> bool:
    """Whether another نه follows in the clause: neither … nor."""
    for word in words:
        if not word.isalnum() and word not in ("،", ","):
            return False
        if word == "نه":
            return True
    return False


def _is_number(word: str) -> bool:
    """Whether a word counts beyond one and is not also something else."""
    known = _TABLE.get(word)
    return word.isdecimal() or (known is not None and known.cls in _CARDINAL and not known.ordinal and word not in ("یک", "نه"))


_PERCENTS: dict[str, tuple[tuple[str, ...], ...]] = {"%": (("%",),), "٪": (("٪",),), "درصد": (("درصد",),), "درصدی": (("درصدی",),),
                                                     "در": (("در", "صد"), ("در", "صدی")), "فیصد": (("فیصد",),)}

_MEASURES = frozenset("ریشتر کیلومتر کیلومتری متر متری تن کیلوگرم دلار تومان یورو لیتر مگاوات درجه بشکه".split())

NUMERALS = Numerals(Grammar(
    words=_TABLE, units_last=True, judge=_judge, percents=_PERCENTS, fused=fused, measures=_MEASURES,
    codes=_list("number.code") | {"خبر"},
    spoken={"سیم": Word("tens", 30, ordinal=True), "صفرم": Word("unit", 0, ordinal=True), "یه": Word("unit", 1)},
    endings=frozenset(("م", "مین", "ام", "امین")), spaced_endings=frozenset(("ام", "امین")),
    per=frozenset(("در",)), over=frozenset(("بر", "روی")), of=frozenset(("از",)), part=frozenset(("بخش", "قسمت")), after=frozenset(),
    each=frozenset(("هر",))))


def frames() -> NumberFrames:
    """The frame, filled."""
    return NumberFrames(
        read=NUMERALS.read,
        between_joins=frozenset(("تا", "و", "الی")), from_=frozenset(("از",)), from_joins=frozenset(("تا", "الی")),
        bare_joins=frozenset(("تا", "الی", "یا")), thresholds=frozenset(("مرز",)),
        by=frozenset(), apart=frozenset("در از به با برای که و تا را بر است بود".split()), negations=frozenset(), change=frozenset(),
        scores=frozenset("نتیجه گل مقابل بازی".split()), years=_list("number.year"), adjectives=_list("number.adjective"),
        year_joins=frozenset(("و", "،", "تا", "الی", "-", "–", "یا")), among=frozenset(("از",)),
        adjacent_ranges=True, dual=lambda hit: False, counted=())
