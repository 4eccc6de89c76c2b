"""Dates: each expression is found in full and has the value that the text means."""

from __future__ import annotations

import datetime
import itertools
from pathlib import Path

import hijridate
import pytest
import regex

import kursk_nlp
from kursk_nlp.build.calendars import LANG, table
from kursk_nlp.extract.dates.atoms import CODE, Atom
from kursk_nlp.extract.dates.grammar import GLUE, RULES, matches
from kursk_nlp.lang.shared.calendars import CALENDARS
from kursk_nlp.text.patterns import REGISTRY

#: lang, sentence with every date in brackets, published, the values in order
SENTENCES = [
    ("ar", "انفجر لغم [أمس الثلاثاء] قرب الموصل بعد هدوء دام [ثلاثة أسابيع].", "2017-03-15", ["2017-03-14", "P3W"]),
    ("ar", "وقع الاتفاق في [17 مارس/آذار 2016] وبدأ تنفيذه [مطلع نيسان] من دون تأخير.", "2016-05-02", ["2016-03-17", "2016-04"]),
    ("ar", "قال الوزير [الأحد] إن [الشهر الماضي] كان الأعنف منذ [عام 2014].", "2023-06-05", ["2023-06-04", "2023-05", "2014"]),
    ("ar", "بدأ القصف عند [الساعة 03:15 من فجر الجمعة] واستمر [ساعتين].", "2024-02-10", ["2024-02-09T03:15", "PT2H"]),
    ("ar", "[06:30] قتل ثلاثة في قصف [مساء أمس].\n[07:15] وصل المسعفون.", "2025-03-12",
     ["2025-03-12T06:30", "2025-03-11", "2025-03-12T07:15"]),
    ("ar", "[السبت 1 مارس 2025]\n- [10:00] دوى انفجار", "2025-03-12", ["2025-03-01", "2025-03-01T10:00"]),
    ("ar", "وقع الزلزال [يوم الثلاثاء]، وضربت هزة [الساعة 14:20] سوق الجمعة في الليلة الثانية.", "2025-03-12",
     ["2025-03-11", "2025-03-11T14:20"]),
    ("ar", "زاد النزوح في [السداسي الأول من سنة 2024] بالمدينة", "2025-03-12", ["2024-H1"]),
    ("fa", "آتش از [روز شنبه] می‌سوزد.\n[ساعت ۱۵:۲۰] | شیرخواره سه‌ماهه و پسربچهٔ ۱۸ ماهه زنده‌اند، محاصرهٔ [دو ماهه] شکست.", "2025-03-12",
     ["2025-03-08", "2025-03-12T15:20", "P2M"]),
    ("fa", "زمین‌لرزه [بامداد پنجشنبه، ۷ تیر] شهر را لرزاند و [سه روز] بعد پس‌لرزه آمد.", "2024-06-30", ["2024-06-27", None]),
    ("fa", "شمار کشته‌ها تا [پایان فوریه ۲۰۲۳] به ده هزار نفر رسید.", "2023-03-10", ["2023-02"]),
    ("fa", "او [دو هفته پیش] گفت [سال گذشته] سخت بود و [هر ماه] بدتر شد.", "2022-08-17", ["2022-W31", "2021", "P1M"]),
]


@pytest.mark.parametrize(("lang", "marked", "published", "values"), SENTENCES)
def test_dates_in_a_sentence(lang: str, marked: str, published: str, values: list[str | None]) -> None:
    text = marked.replace("[", "").replace("]", "")
    expected = [part.split("]")[0] for part in marked.split("[")[1:]]
    found = kursk_nlp.load(lang)(text, published=published).dates
    if None in values:
        found = tuple(d for d, v in zip(found, values, strict=True) if v)
        expected = [e for e, v in zip(expected, values, strict=True) if v]
        values = [v for v in values if v]
    assert [d.text for d in found] == expected
    assert [d.value for d in found] == values


MARKED = [line.split("\t") for line in (Path(__file__).parent / "dates_marked.tsv").read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("published", "lang", "marked"), MARKED)
def test_marked_sentences(published: str, lang: str, marked: str) -> None:
    expected = [tuple(found.split("=")) for found in regex.findall(r"\[([^]]+)\]", marked)]
    text = regex.sub(r"\[([^]=]+)=[^]]+\]", r"\1", marked)
    assert [(d.text, d.value) for d in kursk_nlp.load(lang)(text, published=published).dates] == expected


@pytest.mark.parametrize(("lang", "text"), [
    ("ar", "مارس الجيش ضغوطا كبيرة على السكان وقتل 15 شخصا على مساحة 1268 كيلومترا."),
    ("ar", "عاد رجب إلى صفر اليدين، وتغذى الناس على الماء."),
    ("fa", "ارتش اسد میزان خسارت را اعلام نکرد و آب شهر قطع شد."),
    ("fa", "این می‌تواند مهر مادری باشد؛ تلفن ۰۲۱۸۸۷۷۶۶۵۵ است و تیر به دیوار خورد."),
])
def test_what_is_no_date(lang: str, text: str) -> None:
    assert kursk_nlp.load(lang)(text, published="2024-01-10").dates == ()


def test_every_solar_year_begins_on_the_equinox_and_no_day_is_skipped() -> None:
    solar = CALENDARS["s"]
    persian = pytest.importorskip("convertdate").persian  # astronomical, and slow
    day = datetime.date(*persian.to_gregorian(1320, 1, 1))
    for year in range(1320, 1421):
        if year % 4 == 0:
            assert solar.to_date(year, 1, 1) == datetime.date(*persian.to_gregorian(year, 1, 1))
        for month in range(1, 13):
            for number in range(1, 32):
                if (found := solar.to_date(year, month, number)) is not None:
                    assert found == day
                    assert solar.from_date(day) == (year, month, number)
                    day += datetime.timedelta(1)
    assert day == datetime.date(*persian.to_gregorian(1421, 1, 1))


def test_every_islamic_day_follows_the_one_before() -> None:
    islamic = CALENDARS["i"]
    day = hijridate.Hijri(1343, 1, 1).to_gregorian()
    for year in range(1343, 1501):
        for month in range(1, 13):
            for number in range(1, 32):  # the tables hold one month of 31 days, in 1345
                if (found := islamic.to_date(year, month, number)) is not None:
                    assert found == day
                    assert islamic.from_date(found) == (year, month, number)
                    day += datetime.timedelta(1)
    assert day == hijridate.Hijri(1500, 12, 30).to_gregorian() + datetime.timedelta(1)
    assert islamic.to_date(491, 1, 1) == datetime.date(1097, 12, 15)  # arithmetical, outside the tables (proleptic Gregorian)
    assert islamic.to_date(491, 1, 31) is None


@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_the_calendar_names_are_those_of_cldr(lang: str) -> None:
    assert (LANG / lang / "data" / "calendar.tsv").read_text(encoding="utf-8") == table(lang)


def test_no_rule_reads_glue_alone_or_over_a_plain_word() -> None:
    matches([Atom(0, 0, "month")])  # the rules are compiled at first use
    rules = {name: rule for name, rule in REGISTRY.items() if name.startswith("date.") and name.split(".")[1].isdecimal()}
    glue = CODE["other"].join("".join(map(CODE.__getitem__, run)) for run in itertools.product(sorted(GLUE), repeat=3))
    assert len(rules) == len(RULES)
    assert [name for name, rule in rules.items() if rule.search(glue)] == []
    assert [name for name, rule in rules.items() if CODE["other"] in rule.pattern] == []
