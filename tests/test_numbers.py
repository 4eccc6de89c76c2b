"""Numbers in running text: span, kind, value, bounds."""

from __future__ import annotations

import pytest

from kursk_nlp import lang, normalise_digits, parse_number
from kursk_nlp.extract import numbers
from kursk_nlp.extract.draft import Draft
from kursk_nlp.schema import Number
from kursk_nlp.text.view import View


def found(text: str, code: str) -> list[tuple[str, Number]]:
    """The numbers of a text with their surfaces."""
    language = lang.get(code)
    view = View(text)
    draft = Draft(view, language.lexicon.scan(view), code)
    return [(view.normal[n.start:n.end], n) for n in numbers.find(draft, language.numbers)]


def brief(text: str, code: str) -> list[tuple[object, ...]]:
    """Surface, then value, low, high, mod."""
    return [(surface, n.value, n.low, n.high, n.mod) for surface, n in found(text, code)]


@pytest.mark.parametrize(("text", "expected"), [
    ("در این حمله ۹ نفر کشته شدند", ("9", 9, 9, 9, None)),
    ("حدود ۱۴،۰۰۰ نیرو رسید", ("حدود 14،000", 14000, None, None, "approx")),
    ("بیش از ۶،۰۰۰ تن", ("بیش از 6،000", 6000, 6000, None, "more_than")),
    ("دست‌کم ۵ نفر", ("دستکم 5", 5, 5, None, "equal_or_more")),
    ("کمتر از پنج نفر", ("کمتر از پنج", 5, None, 5, "less_than")),
    ("تا ۱۲ هزار نیرو", ("تا 12 هزار", 12000, None, 12000, "equal_or_less")),
    ("بین ۱۰ تا ۱۲ هزار نفر", ("بین 10 تا 12 هزار", None, 10000, 12000, None)),
    ("ده‌ها نفر ماندند", ("دهها", None, 10, None, None)),
    ("ده‌ها هزار نفر رفتند", ("دهها هزار", None, 10000, None, None)),
    ("شمار مجروحان از ۵۰ نفر گذشت", ("50", 50, 50, None, "more_than")),
    ("۱۱ هزار و ۳۰۰ خانه ویران شد", ("11 هزار و 300", 11300, 11300, 11300, None)),
    ("۴۰ درصد خانه‌ها", ("40 درصد", 40, None, None, None)),
    ("دمای هوا −۱۲ درجه بود", ("−12", -12, -12, -12, None)),
    ("نه خانه سوخت.", ("نه", 9, 9, 9, None)),
    ("کمتر از ده‌ها نفر آمدند", ("کمتر از دهها", None, None, None, "less_than")),
    ("تا صدها نفر آمدند", ("تا صدها", None, None, None, "equal_or_less")),
    ("شمار کشته‌ها از ۵۰ نفر، در شهر، گذشت", ("50", 50, 50, 50, None)),
    ("۳-۵ میلیون نفر آواره شدند", ("3-5 میلیون", None, 3000000, 5000000, None)),
    ("۱۰-۱۵ درصد مردم رفتند", ("10-15 درصد", None, 10, 15, None)),
])
def test_farsi(text: str, expected: tuple[object, ...]) -> None:
    assert brief(text, "fa") == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("مقتل تسعة جنود في كمين", ("تسعة", 9, 9, 9, None)),
    ("نجا الركاب العشرة من الحادث", ("العشرة", 10, 10, 10, None)),
    ("نحو 14 ألفا من السكان", ("نحو 14 ألفا", 14000, None, None, "approx")),
    ("أكثر من 6,000 نازح", ("أکثر من 6,000", 6000, 6000, None, "more_than")),
    ("ما لا يقل عن 5 مدنيين", ("ما لا یقل عن 5", 5, 5, None, "equal_or_more")),
    ("أقل من 5 جرحى", ("أقل من 5", 5, None, 5, "less_than")),
    ("ما يصل إلى 12,000 مقاتل", ("ما یصل إلی 12,000", 12000, None, 12000, "equal_or_less")),
    ("بين 10 و12 ألفا من النازحين", ("بین 10 و12 ألفا", None, 10000, 12000, None)),
    ("عشرات الآلاف من النازحين", ("عشرات الآلاف", None, 10000, None, None)),
    ("فر ثلثاهم إلى الجبال", ("ثلثاهم", 2 / 3, None, None, None)),
    ("وصل مليون و300 ألف لاجئ", ("ملیون و300 ألف", 1300000, 1300000, 1300000, None)),
    ("اعتقل 23 عنصرا على الأقل", ("23", 23, 23, None, "equal_or_more")),
    ("مقتل3 جنود", ("3", 3, 3, 3, None)),
    ("انخفضت الحرارة إلى -5 درجات", ("-5", -5, -5, -5, None)),
    ("أقل من عشرات الأشخاص حضروا", ("أقل من عشرات", None, None, None, "less_than")),
    ("ما لا يزيد عن مئات النازحين", ("ما لا یزید عن مئات", None, None, None, "equal_or_less")),
    ("نزح 3-5 ملايين شخص", ("3-5 ملایین", None, 3000000, 5000000, None)),
    ("نزح 10-15% من السكان", ("10-15%", None, 10, 15, None)),
])
def test_arabic(text: str, expected: tuple[object, ...]) -> None:
    assert brief(text, "ar") == [expected]


def test_digits_of_every_script_become_ascii_and_nothing_else_changes() -> None:
    assert normalise_digits("٣،۴ و5: ०५ ½ ²") == "3،4 و5: 05 ½ ²"


def test_parse_number_gives_offsets_in_the_text_it_was_given() -> None:
    number = parse_number("  بیش از ۱۴٬۰۰۰ ", "fa")
    assert number is not None
    assert (number.text, number.low, number.mod) == ("بیش از ۱۴٬۰۰۰", 14000, "more_than")
    assert parse_number("۱۴ نفر", "fa") is None


@pytest.mark.parametrize(("text", "code", "surfaces"), [
    ("ده ها هزار نفر", "fa", ["ده ها هزار"]),
    ("پنج سرباز و دست کم شانزده غیرنظامی", "fa", ["پنج", "دست کم شانزده"]),
    ("نه نفر آمدند؛ نه سرباز بودند و نه افسر", "fa", ["نه"]),
    ("سیصدوپنجاه تن و دوهزار خانه و دویست‌هزار نفر", "fa", ["سیصدوپنجاه", "دوهزار", "دویستهزار"]),
    ("دو سه نفر و سی چهل تن و پنج شش هزار نفر", "fa", ["دو سه", "سی چهل", "پنج شش هزار"]),
    ("نزده تن و هفتده تن و سه صد و یازده تن", "fa", ["نزده", "هفتده", "سه صد و یازده"]),
    ("یک‌ونیم هزار تن", "fa", ["یکونیم هزار"]),
    ("دوسه نفر و پنجدرصد و یکنفر", "fa", ["دوسه", "پنجدرصد", "یک"]),
    ("۴ زن، ۲ کودک و یک مرد", "fa", ["4", "2", "یک"]),
    ("۳، ۴ و ۵ نفر", "fa", ["3", "4", "5"]),
    ("قتل 5 جنود وعلى الأقل 16 مدنيا", "ar", ["5", "علی الأقل 16"]),
    ("واحد من كل خمسة أطفال", "ar", ["واحد من کل خمسة"]),
    ("٢٠٠ ألف و٣٠٠ ألف و٤٠ مليونا", "ar", ["200 ألف", "300 ألف", "40 ملیونا"]),
    ("مئة ألف وألفا جندي", "ar", ["مئة ألف", "ألفا"]),
    ("قتيل واحد وطفلة واحدة", "ar", ["واحد", "واحدة"]),
    ("خمسة وأربعون مدنيا وأحد عشر جنديا", "ar", ["خمسة وأربعون", "أحد عشر"]),
])
def test_where_one_number_ends_and_the_next_begins(text: str, code: str, surfaces: list[str]) -> None:
    assert [surface for surface, _ in found(text, code)] == surfaces


@pytest.mark.parametrize(("text", "code"), [
    ("بازی با نتیجه ۳-۱ پایان یافت", "fa"),
    ("جنگنده اف-۱۶ و پهپاد شاهد ۱۳۶ و بالگرد T72", "fa"),
    ("روز سه شنبه و پنج شنبه در ده بالا", "fa"),
    ("بی بی سی و سی ان ان گفتند نه، یک مقام هم نیامد", "fa"),
    ("میهن و سیم و دهه و نهاد و صدا و پنجره و ششلول و یکدیگر", "fa"),
    ("تلفن ۰۲۱۸۸۷۷۶۶۵۵ ساعت ۱۴:۳۰", "fa"),
    ("هر چند در هفت تپه و هزار و یک شب", "fa"),
    ("وقع الهجوم يوم الأحد ثم الاثنين، وهو أحد القادة", "ar"),
    ("ألف كتابا عن بئر السبع ولست متأكدا", "ar"),
    ("طائرات إف-16 وميغ 29 ودبابات تي-72", "ar"),
    ("فاز بنتيجة 1-3 في نصف النهائي", "ar"),
    ("فاز على خصمه 6 - 1 و 3 - 6 و 6 - 3", "ar"),
    ("كل واحد منهم وواحد من القادة وأي واحدة", "ar"),
    ("كمية من السلاح وكميات منه وكالفين وشركة ميتا وبعده قال", "ar"),
    ("دونه و دومینیک و نیمروز و دوگانه و ادامه دهم", "fa"),
    ("في الثانية من عمره دفع ثمن ذلك من جهة ثانية", "ar"),
])
def test_what_only_looks_like_a_number_is_none(text: str, code: str) -> None:
    assert found(text, code) == []


@pytest.mark.parametrize(("text", "code", "expected"), [
    ("تجاوزت حصيلة القصف 40 ألفا", "ar", (40000, 40000, None, "more_than")),
    ("لا يزيد عددهم عن 300", "ar", (300, None, 300, "equal_or_less")),
    ("لا يقل عددهم عن 20", "ar", (20, 20, None, "equal_or_more")),
    ("لم يتجاوز عددهم ثلاثين", "ar", (30, None, 30, "equal_or_less")),
    ("ما يناهز الـ200", "ar", (200, None, None, "approx")),
    ("ناهز السبعين", "ar", (70, None, None, "approx")),
    ("وصل العدد إلى المئة", "ar", (100, 100, 100, None)),
    ("نحو 20 إلى 30", "ar", (None, 20, 30, "approx")),
    ("أقل من 20 إلى 30 شخصا", "ar", (None, None, 30, "less_than")),
    ("کمتر از ۲۰ تا ۳۰ نفر", "fa", (None, None, 30, "less_than")),
    ("بیش از ۲۰ تا ۳۰ نفر", "fa", (None, 20, None, "more_than")),
    ("من 200 إلى ألف شخص", "ar", (None, 200, 1000, None)),
    ("از ۲۰۰ تا هزار نفر", "fa", (None, 200, 1000, None)),
    ("دست‌کم ۲۰ تا ۳۰ تن", "fa", (None, 20, None, "equal_or_more")),
    ("30 ونيف", "ar", (30, 30, None, "more_than")),
    ("150 نفر یا بیشتر", "fa", (150, 150, None, "equal_or_more")),
    ("شمار آنان از ۵ هزار تن فراتر رفته است", "fa", (5000, 5000, None, "more_than")),
    ("نیمی از آنان", "fa", (0.5, None, None, None)),
    ("سی و اندی سال", "fa", (30, 30, None, "more_than")),
])
def test_bounds_near_and_far(text: str, code: str, expected: tuple[object, ...]) -> None:
    assert [row[1:] for row in brief(text, code)] == [expected]


@pytest.mark.parametrize(("text", "code", "expected"), [
    ("قتل 5 مدنيين على الأقل 16 جنديا", "ar", [(5, 5, 5, None), (16, 16, None, "equal_or_more")]),
    ("قتل 5 على الأقل و16 جنديا", "ar", [(5, 5, None, "equal_or_more"), (16, 16, 16, None)]),
    ("۵ نفر دست‌کم ۱۶ زخمی", "fa", [(5, 5, 5, None), (16, 16, None, "equal_or_more")]),
    ("من 50 إلى 50 شخصا", "ar", [(50, 50, 50, None), (50, 50, 50, None)]),
    ("من 50 إلى 20 شخصا", "ar", [(50, 50, 50, None), (20, 20, 20, None)]),
    ("بين 50 و50 شخصا", "ar", [(50, 50, 50, None), (50, 50, 50, None)]),
    ("حدود ده‌ها نفر", "fa", [(None, 10, None, "approx")]),
    ("نحو مئات الأشخاص", "ar", [(None, 100, None, "approx")]),
    ("بیش از سومین بار", "fa", [(3, None, None, None)]),
    ("أكثر من ثالث هجوم", "ar", [(3, None, None, None)]),
])
def test_a_bound_belongs_to_one_number(text: str, code: str, expected: list[tuple[object, ...]]) -> None:
    assert [row[1:] for row in brief(text, code)] == expected


@pytest.mark.parametrize(("text", "code", "values"), [
    ("من بين خمسة وعشرين مرشحا", "ar", [25]),
    ("بين عامي 2014 و2018 قتل 2000 شخص", "ar", [2000]),
    ("من 2014 إلى 2018", "ar", []),
    ("من 2014 إلى 2018 قتل 30 شخصا", "ar", [30]),
    ("از ۲۰۱۴ تا ۲۰۱۸ سی نفر کشته شدند", "fa", [30]),
    ("در سال‌های ۲۰۱۴ و ۲۰۱۸ دو تن", "fa", [2]),
    ("سال‌های ۱۳۵۹ تا ۱۳۶۷", "fa", []),
])
def test_years_are_no_counts_and_from_among_no_range(text: str, code: str, values: list[int]) -> None:
    assert [n.value for _, n in found(text, code)] == values


def test_a_pair_after_a_rise_is_no_range() -> None:
    assert [n.value for _, n in found("ارتفع العدد من 12 إلى 27 قتيلا", "ar")] == [12, 27]
    assert [(n.low, n.high) for _, n in found("من 5 إلى 7 آلاف مقاتل", "ar")] == [(5000, 7000)]
    assert [(n.low, n.high) for _, n in found("بين خمسة وعشرين قتيلا", "ar")] == [(5, 20)]
    assert [(n.low, n.high) for _, n in found("بين خمسة وعشرين وثلاثين", "ar")] == [(25, 30)]


@pytest.mark.parametrize(("text", "value"), [
    ("جنديان", 2), ("قتيلين", 2), ("طفلتان", 2), ("جندي", None), ("مسلحين", None), ("الجنديان", None),
])
def test_a_dual_noun_says_two(text: str, value: int | None) -> None:
    number = parse_number(text, "ar")
    assert (number.value if number else None) == value
