"""Countries and nationalities: made from CLDR and the rules of each language, the same again at any time, and read in every ending."""

from __future__ import annotations

from pathlib import Path

import pytest

import kursk_nlp
from kursk_nlp.build import countries
from kursk_nlp.errors import DataError
from kursk_nlp.gazetteer.tables import LANGS, things

SHIPPED = Path(kursk_nlp.__file__).parent / "gazetteer" / "data" / "countries.tsv"
HAND = countries.HAND.read_text(encoding="utf-8").splitlines()


def test_the_table_is_made_again_letter_by_letter() -> None:
    pytest.importorskip("babel", reason="NOT TESTED: Babel is missing; pip install '.[test]' brings it")
    assert countries.table() == SHIPPED.read_text(encoding="utf-8")


def test_no_row_of_the_hand_made_table_is_idle() -> None:
    pytest.importorskip("babel", reason="NOT TESTED: Babel is missing; pip install '.[test]' brings it")
    names = countries.cldr()
    idle = []
    for at, line in enumerate(HAND):
        if line and not line.startswith("#"):
            code = line.split("\t")[0]
            mine = [row for row in HAND if row.startswith(f"{code}\t")]
            less = [row for row in (*HAND[:at], *HAND[at + 1:]) if row.startswith(f"{code}\t")]
            if countries.cells(code, countries.hand(mine), names) == countries.cells(code, countries.hand(less), names):
                idle.append(line)
    assert idle == []


@pytest.mark.parametrize("row", ["FR\tfa\tname\tفرانسه",
                                 "FR\ten\tname\tFrance\twhy",
                                 "FR\tfa\tnames\tفرانسه\twhy", "FR\tfa\tname\tفرانسه\t "])
def test_a_row_without_language_kind_or_reason_is_an_error(row: str) -> None:
    with pytest.raises(DataError, match=r"countries\.tsv:1: a row is code, fa or ar"):
        countries.hand([row])


def test_every_country_of_the_world_has_a_name_in_both_languages() -> None:
    known = {t.country: t for t in things().values() if t.kind == "country" and t.country}
    assert len(known) == 250  # those of ISO 3166-1 and Kosovo
    assert [c for c, t in known.items() if not all(any(t.names[code]) for code in LANGS)] == []


def test_every_country_has_its_adjective_or_says_why() -> None:
    told = {(row.split("\t")[0], row.split("\t")[1]) for row in HAND if row.split("\t")[2:4] == ["people", "-"]}
    bare = {(t.key[5:], code) for t in things().values() if t.kind == "people" for code in LANGS if not any(t.names[code])}
    beyond_the_rules = {"AG", "CV", "IO", "KN", "NC", "PM", "ST", "TF", "UM", "VC", "PG", "CF", "VI", "GS", "VG", "BQ", "MP"}
    assert {country for country, _ in bare - told} <= beyond_the_rules


@pytest.mark.parametrize(("name", "adjective"), [
    ("بولندا", "بولندي"), ("نيجيريا", "نيجيري"), ("العراق", "عراقي"), ("سنغافورة", "سنغافوري"), ("كوريا الشمالية", "كوري شمالي"),
    ("جنوب السودان", "جنوب سوداني"), ("جزر المالديف", "مالديفي"), ("ترينيداد وتوباغو", "ترينيدادي"), ("جيبوتي", "جيبوتي"),
    ("كوسوفو", "كوسوفي"), ("كوراساو", "كوراساوي"), ("غينيا الاستوائية", "غيني استوائي"), ("بابوا غينيا الجديدة", None)])
def test_the_arabic_adjective(name: str, adjective: str | None) -> None:
    assert countries.arabic_adjective(name) == adjective


@pytest.mark.parametrize(("name", "adjective"), [
    ("لهستان", "لهستانی"), ("کوبا", "کوبایی"), ("مکزیکو", "مکزیکویی"), ("نیجریه", "نیجریه~ای"), ("مالزی", "مالزیایی"),
    ("پاراگوای", "پاراگوایی"), ("برونئی", "برونئیایی"), ("کره شمالی", "کره~ای شمالی"), ("جزایر مارشال", "مارشالی"),
    ("ترینیداد و توباگو", "ترینیدادی"), ("جمهوری عربی مصر", None)])
def test_the_farsi_adjective(name: str, adjective: str | None) -> None:
    assert countries.farsi_adjective(name) == adjective


#: in every ending: a text and the nationality or country in it
READ = {
    "ar": [("التقى وفدان ليتوانيان", "LT"), ("انسحب المراقبون الفنزويليون", "VE"), ("نُقلت طالبتان نيباليتان", "NP"),
           ("أُفرج عن البحارة الفلبينيين", "PH"),
           ("اختطف مسلحون عاملين كوبيين", "CU"), ("تضامن الصرب", "RS"), ("غضب القبارصة", "CY"), ("للكوريين الجنوبيين مطالب", "KR"),
           ("بالقوات الفيجية", "FJ"), ("عاد الجنود التوغوليون", "TG"), ("زار فانواتو", "VU"), ("وصلت السفينة إلى كيريباتي", "KI"),
           ("ضرب الإعصار جزر سليمان", "SB"), ("فيضانات في مايوت", "YT"), ("في توجو وأنجولا", "TG")],
    "fa": [("ملوانان فیلیپینی‌ها", "PH"), ("دو شهروند لیتوانیایی", "LT"), ("کوبایی‌ها رفتند", "CU"), ("نیروهای فیجیایی", "FJ"),
           ("سفر به جاپان", "JP"), ("سفیر پولند در کابل", "PL"), ("حکومت هسپانیه", "ES"),
           ("سیل در وانواتو", "VU"), ("طوفان در جزایر سلیمان", "SB"),
           ("توگویی‌ها پیروز شدند", "TG"), ("یک کارگر گینه‌ای", "GN"), ("مالیزیا هشدار داد", "MY"), ("در مایوت", "YT"),
           ("ترکمن‌های مرزنشین", "TM")],
}


@pytest.mark.parametrize(("lang", "text", "country"), [(lang, *case) for lang, cases in READ.items() for case in cases])
def test_nationalities_are_read_in_their_endings(lang: str, text: str, country: str) -> None:
    assert country in {e.country for e in kursk_nlp.load(lang, tagger="none")(text).entities}
