"""The gazetteer: countries, places, people; one id per thing; a wrong place is worse than none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import kursk_nlp
from kursk_nlp.gazetteer import places
from kursk_nlp.gazetteer.fold import same_name, skeleton
from kursk_nlp.gazetteer.tables import LANGS, plain, things
from kursk_nlp.text.normalise import key

PLACES = Path(__file__).parent / "data" / "names" / "places.tsv"
SENTENCE = {"ar": "وصل الوفد أمس إلى {} قبل المساء", "fa": "هیئت دیروز به {} رسید"}


def named_places() -> list[tuple[str, str, str, bool]]:
    """Language, country, name, and whether other countries share it."""
    rows = [line.split("\t") for line in PLACES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(lang, country, name.lstrip("*"), name.startswith("*")) for lang, country, names in rows for name in names.split("|")]


def test_places_are_never_put_in_the_wrong_country() -> None:
    wrong, found = [], Counter[bool]()
    cases = named_places()
    assert len(cases) >= 500
    for lang, country, name, shared in cases:
        owner = things()[f"iso:{country}"].canonical(lang)
        for text in (SENTENCE[lang].format(name), f"{owner}: " + SENTENCE[lang].format(name)):
            got = next((e for e in kursk_nlp.load(lang)(text).entities if e.label == "LOC" and e.text in (name, name[1:])), None)
            if got is not None and got.country not in (None, country) and not (shared and text.startswith(SENTENCE[lang][:4])):
                wrong.append((name, country, got.country))
            found[got is not None and got.country == country] += 1
    share = found[True] / found.total()
    print(f"{share:.0%} of {len(cases)} place names found with their country, with and without the country in the text")
    assert not wrong
    assert share > 0.85


def test_a_place_known_in_several_countries_needs_the_article() -> None:
    name = key("طرابلس")
    assert {p.country for p in places.lookup(name)} >= {"LB", "LY"}
    resolved = places.resolve(name, {"LB"})
    assert resolved is not None
    assert resolved.country == "LB"
    assert places.resolve(name, {"LB", "LY"}) is None or places.resolve(name, {"LB", "LY"}).population > 1_000_000  # type: ignore[union-attr]
    assert places.lookup("نامکده") == ()


@pytest.mark.parametrize(("lang", "text", "name", "ident"), [
    ("ar", "عقد اللقاء في عمان عاصمة الأردن", "عمان", "geonames:250441"),
    ("ar", "عاد الوسيط إلى عمان من مسقط، وشكرت سلطنة عمان الحضور", "عمان", "iso:OM"),
    ("ar", "أعاصير في جورجيا الأميركية", "جورجيا", "place:georgia-us"), ("ar", "قالت جورجيا إن الحدود آمنة", "جورجيا", "iso:GE"),
    ("fa", "زلزله در زابل در جنوب شرق ایران", "زابل", "geonames:1113217"), ("fa", "والی زابل در جنوب افغانستان", "زابل", "place:zabul"),
    ("ar", "اقتحم الجنود الإسرائيليون مدنا في الضفة الغربية", "الضفة الغربية", "place:gaza-west-bank"),
    ("ar", "غرق زورق قرب بانياس في سوريا", "بانياس", "geonames:171830"), ("fa", "حمله به حمیمیم در سوریه", "حمیمیم", "place:hmeimim"),
    ("ar", "سقط صاروخ قرب نوفا كاخوفكا", "نوفا كاخوفكا", "geonames:699839"),
    ("fa", "سیل لائو کای ویتنام را گرفت", "لائو کای", "geonames:1576303"),
    ("ar", "ارتفعت حصيلة الغرقى في الأقصر بمصر", "الأقصر", "geonames:360502"), ("fa", "طالبان در میدان وردک", "میدان وردک", "place:wardak"),
    ("ar", "انفجار في الباب بسوريا", "الباب", "geonames:174018")])
def test_a_name_of_two_places_is_that_of_the_article(lang: str, text: str, name: str, ident: str) -> None:
    assert [e.id for e in kursk_nlp.load(lang)(text).entities if e.text == name][:1] == [ident]


@pytest.mark.parametrize(("lang", "text"), [
    ("ar", "سيطرت القوات على الضفة الشرقية"), ("ar", "وقف الحارس في الباب"), ("ar", "استعراض العديد من القضايا"),
    ("ar", "الدول الخمس الكبرى"),
    ("ar", "التقرير مالي وإداري"), ("ar", "استيقظ باكرا"), ("ar", "في باريس طويلة"), ("fa", "چین و چروک صورت"),
    ("fa", "کتاب را در کیف گذاشت"), ("fa", "همه در امان‌اند"),
    ("fa", "کابل‌های برق سوخت"), ("fa", "در آب‌های آزاد"), ("fa", "کمک‌های مالی رسید"), ("fa", "پیرو قانون است"), ("ar", "المدى القصير")])
def test_what_is_also_a_place_is_none_without_reason(lang: str, text: str) -> None:
    found = kursk_nlp.load(lang, tagger="none")(text).entities
    assert [e.text for e in found if e.label == "LOC" and e.text != "باريس"] == []


@pytest.mark.parametrize(("ar", "fa", "ident"), [
    ("أعلنت وزارة الدفاع البولندية ذلك", "وزارت دفاع لهستان اعلام کرد", "org:pl-ministry-of-defence"),
    ("أكدت الخارجية النرويجية الخبر", "وزارت امور خارجه نروژ تأیید کرد", "org:no-ministry-of-foreign-affairs"),
    ("للجيش التشادي موقف", "ارتش چاد عقب نشست", "org:td-army"),
    ("هيئة الأركان العامة الأوكرانية", "ستاد کل ارتش اوکراین", "org:ua-general-staff"),
    ("قالت وزارة الصحة في غزة", "وزارت بهداشت غزه گفت", "org:gaza-ministry-of-health"),
    ("تدخلت القوات الجوية الباكستانية", "نیروی هوایی پاکستان وارد شد", "org:pk-air-force"),
    ("جمعية الهلال الأحمر الإيرانية", "جمعیت هلال احمر ایران", "org:iran-red-crescent"),
    ("صرحت وزارة الداخلية المغربية. وأضافت وزارة الداخلية أمس", "وزارت کشور مراکش گفت. وزارت کشور افزود", "org:ma-ministry-of-interior")])
def test_a_state_body_has_one_id_made_of_its_country_and_kind(ar: str, fa: str, ident: str) -> None:
    found = [{e.id for e in kursk_nlp.load(lang, tagger="none")(t).entities if e.label == "ORG"} for lang, t in (("ar", ar), ("fa", fa))]
    assert found == [{ident}, {ident}]


@pytest.mark.parametrize(("lang", "text"), [
    ("ar", "قالت وزارة الصحة أمس"), ("fa", "وزارت کشور بیانیه داد"),
    ("ar", "وزارة الدفاع الروسية ووزارة الدفاع الأوكرانية على خلاف، وقالت وزارة الدفاع كذا")])
def test_a_body_whose_country_nobody_says_has_no_id(lang: str, text: str) -> None:
    assert [e.id for e in kursk_nlp.load(lang, tagger="none")(text).entities if e.label == "ORG"][-1:] == [None]


def test_the_saudi_kingdom_and_its_adjective() -> None:
    labels = {t: [e.label for e in kursk_nlp.load("ar", tagger="none")(t).entities] for t in (
        "أعلنت السعودية ذلك", "وصل إلى السعودية", "القوات السعودية في عدن", "قال إن السعودية ترفض", "الحدود السعودية")}
    assert list(labels.values()) == [["LOC"], ["LOC"], ["NORP", "LOC"], ["LOC"], ["NORP"]]


def test_every_thing_has_one_row_and_sound_fields() -> None:
    keys = [line.split("\t")[0] for table in ("people", "organisations")
            for line in (Path(kursk_nlp.__file__).parent / "gazetteer" / "data" / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")]
    assert [k for k, n in Counter(keys).items() if n > 1] == []
    for thing in things().values():
        assert thing.country is None or (len(thing.country) == 2 and thing.country.isupper()), thing
        assert any(thing.names.get(code) for code in (*LANGS, "la")), thing
        if thing.latitude is not None:
            assert -90 <= thing.latitude <= 90
            assert -180 <= (thing.longitude or 0) <= 180
        assert thing.kind in {"country", "people", "place", "person", "media", "body", "company",
                              "service", "formation", "armed_group"}, thing


@pytest.mark.parametrize(("one", "other"), [
    ("پسکوف دمیتری", "بيسكوف دميتري"), ("ولودیمیر زلنسکی", "فولوديمير زيلينسكي"), ("ولادیمیر", "فلاديمير"),
    ("کراسنایا زوزدا", "كراسنايا زفيزدا"), ("سرگئی شویگو", "سيرغي شويغو"), ("عبدالکریم حداد", "عبد الكريم الحداد")])
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert same_name(one, other)


def test_the_fold_tells_known_people_apart() -> None:
    by_bones: dict[str, set[str]] = {}
    met = total = 0
    for person in (t for t in things().values() if t.label == "PER"):
        forms = {code: {skeleton(plain(f)) for f in person.names.get(code, ()) if " " in f} for code in LANGS}
        for bones in forms["fa"] | forms["ar"]:
            by_bones.setdefault(bones, set()).add(person.key)
        if forms["fa"] and forms["ar"]:
            total += 1
            met += bool(forms["fa"] & forms["ar"])
    print(f"{met} of {total} people have one skeleton in both languages")
    assert [people for people in by_bones.values() if len(people) > 1] == []
    assert met / total > 0.85
