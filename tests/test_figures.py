"""Counts of people: what is found, what is not, and what is told about it."""

from __future__ import annotations

import pytest

import kursk_nlp
from kursk_nlp.schema import Figure

FOUND = {
    "ar": [
        ("قُتل خمسة جنود في انفجار عبوة قرب تعز", [(5, "killed")]),
        ("مقتل 14 شخصا وإصابة 33 آخرين في زلزال", [(14, "killed"), (33, "injured")]),
        ("أدى القصف إلى سقوط 7 قتلى و12 جريحا", [(7, "killed"), (12, "injured")]),
        ("قالت الشرطة إن 19 عاملا لقوا حتفهم في المنجم", [(19, "killed")]),
        ("ارتفع عدد المصابين إلى 61", [(61, "injured")]),
        ("نزح 3 آلاف شخص من المدينة", [(3000, "displaced")]),
    ],
    "fa": [
        ("۵ سرباز در انفجار مین کشته شدند", [(5, "killed")]),
        ("۱۴ کشته و ۳۳ زخمی در زمین‌لرزه", [(14, "killed"), (33, "injured")]),
        ("پلیس گفت ۱۹ کارگر در معدن جان باختند", [(19, "killed")]),
        ("شمار زخمی‌ها به ۶۱ نفر رسید", [(61, "injured")]),
        ("سه هزار نفر از شهر گریختند", [(3000, "displaced")]),
    ],
}
NOT_FOUND = {
    "ar": ["دمرت الغارة 12 منزلا وثلاث سيارات", "استمر القتال 5 أيام", "باع المصنع 300 سيارة", "فاز الفريق بثلاثة أهداف"],
    "fa": ["۱۲ خانه در حمله ویران شد", "نبرد ۵ روز ادامه داشت", "کارخانه ۳۰۰ خودرو فروخت", "تیم با سه گل پیروز شد"],
}


def figures(lang: str, text: str) -> tuple[Figure, ...]:
    return kursk_nlp.load(lang)(text, published="2025-11-14").figures


@pytest.mark.parametrize(("lang", "text", "expected"), [(la, t, e) for la, rows in FOUND.items() for t, e in rows])
def test_found(lang: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert [(f.number.value, f.outcome) for f in figures(lang, text)] == expected


@pytest.mark.parametrize(("lang", "text"), [(la, t) for la, rows in NOT_FOUND.items() for t in rows])
def test_not_found(lang: str, text: str) -> None:
    assert figures(lang, text) == ()


@pytest.mark.parametrize(("lang", "text", "value"), [("ar", "أرسلت روسيا 10 آلاف جندي", 10000), ("fa", "روسیه ۲۴ سرباز فرستاد", 24)])
def test_a_name_that_ends_in_a_digit_takes_none_of_a_longer_number(lang: str, text: str, value: int) -> None:
    assert [f.number.value for f in figures(lang, text)] == [value]
