"""What one sentence claims of each count: its bounds, who says it, whether it is denied, what it is a part of, whether it is a total.

Each row is here because a change of one comparison in the rules would make it wrong.
"""

from __future__ import annotations

import pytest

import kursk_nlp

Claim = tuple[float, float | None, float | None, str | None]

BOUNDS: list[tuple[str, str, list[Claim]]] = [
    ("ar", "لم يتجاوز عدد القتلى 300.", [(300, None, 300, "equal_or_less")]),
    ("ar", "تجاوز عدد القتلى 300.", [(300, 300, None, "more_than")]),
    ("ar", "تجاوز عدد القتلى نحو 300.", [(300, None, None, "approx")]),
    ("fa", "شمار کشته‌ها از ۳۰۰ گذشت.", [(300, 300, None, "more_than")]),
    ("fa", "شمار کشته‌ها از ۳۰۰ نگذشت.", [(300, None, 300, "equal_or_less")]),
    ("ar", "قتل 30 شخصا، ثلثهم أطفال.", [(30, 30, 30, None), (10, None, None, "approx")]),
    ("fa", "۳۰ نفر کشته شدند که یک‌سوم آنان کودک بودند.", [(30, 30, 30, None), (10, None, None, "approx")]),
    ("fa", "۳۰ نفر کشته شدند که ۲۰ درصد آنان کودک بودند.", [(30, 30, 30, None), (6, None, None, "approx")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), BOUNDS)
def test_bounds(lang: str, text: str, expected: list[Claim]) -> None:
    found = kursk_nlp.load(lang)(text, published="2024-05-15").figures
    assert [(f.number.value, f.number.low, f.number.high, f.number.mod) for f in found] == expected


STATUS = [
    ("ar", "نفت الوزارة مقتل 12 جنديا.", ["denied"]),
    ("fa", "وزارت دفاع کشته شدن ۱۲ سرباز را تکذیب کرد.", ["denied"]),
    ("ar", "قال المرصد إن 12 جنديا قتلوا. ونفت الوزارة هذه الأرقام.", ["denied"]),
    ("fa", "یک منبع گفت ۱۲ سرباز کشته شدند. وزارت دفاع این آمار را تکذیب کرد.", ["denied"]),
    ("ar", "قال المرصد إن 12 جنديا قتلوا. ولم تنف الوزارة هذه الأرقام.", ["asserted"]),
    ("fa", "یک منبع گفت ۱۲ سرباز کشته شدند. وزارت دفاع این آمار را تکذیب نکرد.", ["asserted"]),
    ("ar", "قال المرصد إن 12 جنديا قتلوا. ولم يتسن التحقق من هذه الأرقام.", ["unconfirmed"]),
    ("ar", "نفت الوزارة مقتل 12 جنديا، ولم يتسن التحقق من هذه الأرقام من مصدر مستقل.", ["denied"]),
    ("fa", "وزارت دفاع این ادعا را که ۱۲ سرباز کشته شده‌اند رد کرد.", ["denied"]),
    ("fa", "وزارت دفاع این ادعا را که ۱۲ سرباز کشته شده‌اند رد نکرد.", ["asserted"]),
    ("ar", "قتل 3 في حادث سير. وقال المرصد إن 12 جنديا قتلوا. ونفت الوزارة هذه الأرقام.", ["asserted", "denied"]),
    ("ar", "قتل 3 في حادث سير وقال المرصد إن 12 جنديا قتلوا، لكن الوزارة نفت هذه الأرقام.", ["asserted", "denied"]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), STATUS)
def test_status(lang: str, text: str, expected: list[str]) -> None:
    assert [f.status for f in kursk_nlp.load(lang)(text, published="2024-05-15").figures] == expected


PARTS = [
    ("ar", "قتل 5 أشخاص، بينهم 5 نساء.", [None, 0]),
    ("fa", "۵ نفر، از جمله ۵ زن، کشته شدند.", [None, 0]),
    ("ar", "قتل 5 أشخاص، بينهم 7 نساء.", [None, None]),
    ("ar", "نفت وزارة الدفاع مقتل 12 جنديا. وقال ناشط إن 20 جنديا قتلوا، ثلثهم من الضباط.", [None, None, 1]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), PARTS)
def test_a_part_is_no_larger_than_its_whole(lang: str, text: str, expected: list[int | None]) -> None:
    assert [f.part_of for f in kursk_nlp.load(lang)(text, published="2024-05-15").figures] == expected


@pytest.mark.parametrize(("lang", "text", "total"), [
    ("ar", "منذ بداية الحرب قتل 3000 شخص.", True), ("fa", "از آغاز جنگ ۳۰۰۰ نفر کشته شدند.", True),
    ("ar", "منذ بداية الحرب نزح 3000 شخص.", False), ("fa", "از آغاز جنگ ۳۰۰۰ نفر آواره شدند.", False),
])
def test_a_count_since_a_beginning_is_a_total_of_those_hurt(lang: str, text: str, total: bool) -> None:
    assert [f.cumulative for f in kursk_nlp.load(lang)(text, published="2024-05-15").figures] == [total]


SOURCES = [
    ("ar", "نقلت وكالة رويترز عن وزير الدفاع قوله إن 12 جنديا قتلوا.", [["وزير الدفاع", "وكالة رويترز"]]),
    ("fa", "خبرگزاری رویترز به نقل از وزیر دفاع نوشت ۱۲ سرباز کشته شدند.", [["وزیر دفاع", "خبرگزاری رویترز"]]),
    ("fa", "به گزارش رویترز، وزیر دفاع گفت ۱۲ سرباز کشته شدند.", [["وزیر دفاع", "رویترز"]]),
    ("ar", "قتل 3 في حادث سير. وقال المرصد إن 12 جنديا قتلوا.", [[], ["المرصد"]]),
    ("ar", "قال الوزير إن المرصد أعلن مقتل 12 جنديا.", [["المرصد", "الوزير"]]),
    ("fa", "وزیر دفاع گفت که دیدبان اعلام کرده ۱۲ سرباز کشته شدند.", [["دیدبان", "وزیر دفاع"]]),
    ("ar", "قال الوزير إن 12 جنديا قتلوا، وأضاف أن 5 مدنيين جرحوا.", [["الوزير"], ["الوزير"]]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SOURCES)
def test_sources_go_from_the_origin_outward(lang: str, text: str, expected: list[list[str]]) -> None:
    found = kursk_nlp.load(lang)(text, published="2024-05-15").figures
    assert [[s.name for s in f.sources] for f in found] == expected


@pytest.mark.parametrize(("lang", "text", "expected"), [
    ("fa", "۱۲ نفر کشته یا اسیر شدند.", [(12, "killed")]), ("ar", "بين قتيل وأسير سقط 12 جنديا.", [(12, "killed")]),
    ("ar", "عرض فيلم «مقتل 12 جنديا» في المهرجان.", []), ("ar", "قال الوزير «مقتل 12 جنديا خسارة كبيرة».", [(12, "killed")]),
])
def test_outcomes_that_share_a_number_and_titles_that_tell_none(lang: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert [(f.number.value, f.outcome) for f in kursk_nlp.load(lang)(text, published="2024-05-15").figures] == expected
