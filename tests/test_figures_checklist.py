"""Behaviour over generated sentences, in CheckList's manner: minimum functionality, invariance, direction.

Every case is a frame of a sentence with a slot for the number, so that one table of frames gives each outcome in each voice and
order, and small functions vary the number's form, its bound, the clitics on it and the spelling.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

import kursk_nlp
from kursk_nlp.schema import Figure

#: outcome, frame; {n} takes a number above ten, whose noun is singular in both languages
FRAMES = {
    "ar": [
        ("killed", "قُتل {n} شخصا في انفجار"),
        ("killed", "قُتل أمس في انفجار وسط المدينة {n} شخصا"),
        ("killed", "قتلت الغارات {n} شخصا"),
        ("killed", "وقال شهود إن {n} شخصا قُتلوا"),
        ("killed", "مقتل {n} شخصا في هجوم"),
        ("killed", "أدى الحريق إلى مصرع {n} شخصا"),
        ("killed", "لقي {n} شخصا حتفهم في الحادث"),
        ("killed", "لقي {n} عاملا مصرعهم"),
        ("killed", "أودت السيول بحياة {n} شخصا"),
        ("killed", "راح ضحية الهجوم {n} شخصا"),
        ("killed", "استشهد {n} مواطنا في القصف"),
        ("killed", "سقط {n} قتيلا في الاشتباكات"),
        ("killed", "انتشلت الفرق جثث {n} مهاجرا"),
        ("killed", "حيّد الجيش {n} مسلحا"),
        ("injured", "أصيب {n} شخصا بجروح"),
        ("injured", "إصابة {n} شخصا في الحادث"),
        ("injured", "خلّف الهجوم {n} جريحا"),
        ("injured", "وجُرح {n} مدنيا"),
        ("missing", "وما زال {n} شخصا في عداد المفقودين"),
        ("missing", "وأعلنت البحرية فقدان {n} بحارا"),
        ("captured", "أسر المقاتلون {n} جنديا"),
        ("captured", "واعتقلت الشرطة {n} متظاهرا"),
        ("captured", "ألقت الشرطة القبض على {n} شخصا"),
        ("captured", "خطف مسلحون {n} تلميذا"),
        ("displaced", "نزح {n} شخصا من القرية"),
        ("displaced", "فرّ من المدينة {n} مدنيا"),
        ("deployed", "أرسلت الحكومة {n} جنديا إلى الحدود"),
        ("deployed", "نشر الجيش {n} جنديا"),
        ("deployed", "يشارك {n} جنديا في العملية"),
    ],
    "fa": [
        ("killed", "{n} نفر در انفجار کشته شدند"),
        ("killed", "در انفجار دیروز در مرکز شهر {n} نفر کشته شده‌اند"),
        ("killed", "مهاجمان {n} نفر را کشتند"),
        ("killed", "{n} نفر جان باختند"),
        ("killed", "{n} نفر جان خود را از دست دادند"),
        ("killed", "{n} سرباز به شهادت رسیدند"),
        ("killed", "ارتش {n} شورشی را به هلاکت رساند"),
        ("killed", "نیروها {n} جنگجو را از پا درآوردند"),
        ("killed", "کشته شدن {n} نفر در تصادف"),
        ("killed", "مرگ {n} کارگر در معدن"),
        ("killed", "سیل جان {n} نفر را گرفت"),
        ("killed", "این حادثه {n} کشته بر جا گذاشت"),
        ("killed", "شمار جان‌باختگان به {n} نفر رسید"),
        ("injured", "{n} نفر زخمی شدند"),
        ("injured", "{n} تن در این حمله زخم برداشتند"),
        ("injured", "این حمله {n} مجروح داشت"),
        ("injured", "زخمی شدن {n} نفر در انفجار"),
        ("missing", "{n} نفر هنوز ناپدیدند"),
        ("missing", "{n} کوهنورد مفقود شده‌اند"),
        ("captured", "{n} سرباز به اسارت درآمدند"),
        ("captured", "پلیس {n} نفر را بازداشت کرد"),
        ("captured", "شبه‌نظامیان {n} دانش‌آموز را ربودند"),
        ("captured", "بازداشت {n} نفر در پایتخت"),
        ("displaced", "{n} نفر آواره شدند"),
        ("displaced", "{n} نفر از شهر گریختند"),
        ("deployed", "دولت {n} سرباز به مرز اعزام کرد"),
        ("deployed", "{n} سرباز در مرز مستقر شده‌اند"),
        ("deployed", "ارتش {n} سرباز را به جبهه فرستاد"),
    ],
}
FORMS = {
    "ar": {14: ["14", "١٤", "أربعة عشر"], 2300: ["2300", "2,300", "٢٬٣٠٠", "2.300", "ألفين وثلاثمئة"], 11000: ["11 ألف", "١١ ألف"]},
    "fa": {14: ["14", "۱۴", "چهارده"], 2300: ["۲۳۰۰", "۲،۳۰۰", "۲٬۳۰۰", "دو هزار و سیصد"], 11000: ["۱۱ هزار", "یازده هزار"]},
}
BOUNDS = {
    "ar": [("نحو", "approx"), ("أكثر من", "more_than"), ("ما لا يقل عن", "equal_or_more"), ("أقل من", "less_than"),
           ("ما يصل إلى", "equal_or_less")],
    "fa": [("حدود", "approx"), ("بیش از", "more_than"), ("دست‌کم", "equal_or_more"), ("کمتر از", "less_than"),
           ("حداکثر", "equal_or_less")],
}
CASES = [(lang, outcome, frame) for lang, frames in FRAMES.items() for outcome, frame in frames]


def read(lang: str, text: str) -> tuple[Figure, ...]:
    return kursk_nlp.load(lang)(text, published="2025-11-14").figures


def told(figure: Figure) -> tuple[object, ...]:
    """What a figure says apart from its number."""
    return figure.outcome, figure.status, figure.role, figure.cumulative, figure.part_of, figure.victims and figure.victims.text


@pytest.mark.parametrize(("lang", "outcome", "frame"), CASES)
def test_each_outcome_in_each_order_with_each_form_of_number(lang: str, outcome: str, frame: str) -> None:
    for value, forms in FORMS[lang].items():
        for form in forms:
            found = read(lang, frame.format(n=form))
            assert [(f.number.value, f.outcome, f.status) for f in found] == [(value, outcome, "asserted")], form


@pytest.mark.parametrize(("lang", "outcome", "frame"), CASES)
def test_a_bound_put_in_front_changes_the_bound_only(lang: str, outcome: str, frame: str) -> None:
    (plain,) = read(lang, frame.format(n="40"))
    for word, mod in BOUNDS[lang]:
        (bounded,) = read(lang, frame.format(n=f"{word} 40"))
        assert (bounded.number.value, bounded.number.mod) == (40, mod), word
        assert told(bounded) == told(plain), word


@pytest.mark.parametrize(("lang", "text", "denied"), [
    ("ar", "أكدت الوزارة مقتل 40 جنديا", "نفت الوزارة مقتل 40 جنديا"),
    ("ar", "أكد المتحدث أسر 12 جنديا", "نفى المتحدث أسر 12 جنديا"),
    ("fa", "ارتش کشته شدن ۴۰ سرباز را تأیید کرد", "ارتش کشته شدن ۴۰ سرباز را تکذیب کرد"),
    ("fa", "دولت بازداشت ۱۲ نفر را تأیید کرد", "دولت بازداشت ۱۲ نفر را تکذیب کرد"),
])
def test_a_denial_changes_the_status_only(lang: str, text: str, denied: str) -> None:
    (one,), (two,) = read(lang, text), read(lang, denied)
    assert (one.status, two.status) == ("asserted", "denied")
    assert (one.number.value, one.outcome, one.role) == (two.number.value, two.outcome, two.role)


SPELLINGS: dict[str, list[Callable[[str], str]]] = {
    "ar": [
        lambda s: s.translate(str.maketrans("أإآ", "ااا")),
        lambda s: s.replace("ة ", "ه "),
        lambda s: s.translate(str.maketrans("يك", "یک")),
        lambda s: s.replace("ُ", "").replace("ّ", ""),
    ],
    "fa": [
        lambda s: s.replace("\u200c", ""),
        lambda s: s.replace("\u200c", " "),
        lambda s: s.translate(str.maketrans("یک", "يك")),
        lambda s: s.replace(" ", "\u00a0"),
    ],
}


@pytest.mark.parametrize(("lang", "outcome", "frame"), CASES)
def test_spelling_does_not_matter(lang: str, outcome: str, frame: str) -> None:
    for spell in SPELLINGS[lang]:
        text = spell(frame.format(n="25"))
        assert [(f.number.value, f.outcome) for f in read(lang, text)] == [(25, outcome)], text


PLACES = {"ar": ("حلب", "كييف", "مقديشو", "تعز"), "fa": ("حلب", "کی‌یف", "کابل", "تعز")}


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_names_do_not_matter(lang: str) -> None:
    frame = {"ar": "قُتل 15 مدنيا وأصيب 30 آخرون في غارة على {}", "fa": "در حمله به {} ۱۵ غیرنظامی کشته و ۳۰ نفر دیگر زخمی شدند"}[lang]
    for place in PLACES[lang]:
        found = read(lang, frame.format(place))
        assert [(f.number.value, f.outcome, f.role) for f in found] == [(15, "killed", "civilian"), (30, "injured", "civilian")], place


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_two_outcomes_keep_their_own_numbers(lang: str) -> None:
    first = {"ar": ["قُتل 12 شخصا", "مقتل 12 شخصا", "قتلت القوات 12 شخصا"], "fa": ["۱۲ نفر کشته", "۱۲ تن کشته"]}[lang]
    second = {"ar": [" وأصيب 33 آخرون", " وجُرح 33"], "fa": [" و ۳۳ نفر زخمی شدند", " و ۳۳ تن دیگر مجروح شده‌اند"]}[lang]
    for one, two in itertools.product(first, second):
        assert [(f.number.value, f.outcome) for f in read(lang, one + two)] == [(12, "killed"), (33, "injured")], one + two
