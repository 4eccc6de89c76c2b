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
])
def test_farsi(text: str, expected: tuple[object, ...]) -> None:
    assert brief(text, "fa") == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("مقتل تسعة جنود في كمين", ("تسعة", 9, 9, 9, None)),
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
