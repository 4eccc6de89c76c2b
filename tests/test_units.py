"""Units: found, bounded and taken apart, in both languages; and what looks like one and is none.

The cases are their own answer: sentences with their units in ⟦…⟧, one inside another where one name holds another.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import pytest

import kursk_nlp
from kursk_nlp.export import symbol
from kursk_nlp.extract.unit_symbol import ARMS, ECHELONS, sidc
from kursk_nlp.gazetteer import armed
from kursk_nlp.gazetteer.tables import plain, things
from kursk_nlp.rules.frames.units import SERVICES
from kursk_nlp.schema import Arm, Echelon, Unit
from kursk_nlp.text.normalise import key

from . import unit_page

CASES = Path(__file__).parent / "cases"
KINDS = ("formation", "service", "armed_group", "forces")
Parts = tuple[int, int, str, str | None, str | None, str | None, str | None]


def cases(lang: str) -> list[tuple[str, str, str]]:
    """Language, marked sentence and parts of each line."""
    lines = (CASES / f"units_{lang}.txt").read_text(encoding="utf-8").splitlines()
    return [(lang, *(c.strip() for c in line.split("|"))) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


def read(marked: str, spec: str) -> tuple[str, list[Parts]]:
    """The plain sentence and the units that it should hold."""
    plain, open_at, spans = "", [], []
    for char in marked:
        if char == "⟦":
            open_at.append(len(plain))
        elif char == "⟧":
            spans.append((open_at.pop(), len(plain)))
        else:
            plain += char
    spans.sort(key=lambda s: (s[0], -s[1]))
    parts = [] if spec == "-" else [p.split() for p in spec.split(";")]
    assert len(spans) == len(parts), f"{len(spans)} units and {len(parts)} sets of parts in {marked!r}"
    return plain, [(a, b, *_sort(words)) for (a, b), words in zip(spans, parts, strict=True)]


def _sort(words: list[str]) -> tuple[str, str | None, str | None, str | None, str | None]:
    def one(test: object) -> str | None:
        return next((w for w in words[1:] if test(w)), None)  # type: ignore[operator]

    assert words[0] in KINDS
    return words[0], one(ECHELONS.__contains__), one(ARMS.__contains__), one(str.isdigit), one(lambda w: len(w) == 2 and w.isupper())


def parts(u: Unit) -> Parts:
    return u.start, u.end, u.kind, u.echelon, u.arm, u.designator, u.country


@pytest.mark.parametrize(("lang", "marked", "spec"), cases("ar") + cases("fa"), ids=lambda v: v if len(v) < 3 else "")
def test_units_and_their_parts(lang: str, marked: str, spec: str) -> None:
    text, expected = read(marked, spec)
    found = sorted((parts(u) for u in kursk_nlp.load(lang)(text).units), key=lambda p: (p[0], -p[1]))
    assert found == expected, [text[p[0]:p[1]] for p in found]


def unit(lang: str, text: str) -> Unit:
    """The first unit of a text."""
    units = kursk_nlp.load(lang)(text).units
    assert units, f"no unit in {text!r}"
    return units[0]


#: arm -> (words after an Arabic head, the same after a Farsi one)
ARM_WORDS = {
    "infantry": ("المشاة", "پیاده"), "armor": ("المدرعات", "زرهی"), "artillery": ("المدفعية", "توپخانه"), "engineer": ("الهندسة", "مهندسی"),
    "special_forces": ("المغاوير", "کماندو"), "airborne": ("المظليين", "هوابرد"), "marine": ("مشاة البحرية", "تفنگداران دریایی"),
    "air_defense": ("الدفاع الجوي", "پدافند هوایی"), "aviation": ("الطيران", "بالگرد"), "missile": ("الصواريخ", "موشکی"),
    "reconnaissance": ("الاستطلاع", "شناسایی"), "logistics": ("الإمداد", "لجستیک"), "signals": ("الإشارة", "مخابرات"),
    "intelligence": ("الاستخبارات", "اطلاعاتی"), "unmanned": ("المسيرات", "پهپادی"), "military_police": ("الشرطة العسكرية", "دژبان"),
    "medical": ("الإخلاء الطبي", "بهداری"),
}
#: echelon -> (Arabic head, whether feminine, Farsi head)
ECHELON_WORDS = {
    "squad": ("حضيرة", True, "جوخه"), "platoon": ("فصيلة", True, "دسته"), "company": ("سرية", True, "گروهان"),
    "battalion": ("كتيبة", True, "گردان"), "regiment": ("فوج", False, "هنگ"), "brigade": ("لواء", False, "تیپ"),
    "division": ("فرقة", True, "لشکر"), "corps": ("فيلق", False, "سپاه"),
}


def forms(echelon: str, arm: str | None) -> list[tuple[str, str, str]]:
    """Language, sentence and the unit in it, for every way to write 27 with an echelon and perhaps an arm."""
    head, feminine, farsi = ECHELON_WORDS[echelon]
    ordinal = "السابعة والعشرون" if feminine else "السابع والعشرون"
    arabic_arm, farsi_arm = ARM_WORDS[arm] if arm else ("", "")
    arabic = [f"{head} {arabic_arm} {n}" for n in ("27", "٢٧", "الـ27", ordinal)] if arm else [
        f"ال{head} {n}" for n in ("27", "٢٧", "رقم 27", ordinal)]
    in_farsi = [f"{farsi} {n} {farsi_arm}".strip() for n in ("۲۷", "27", "بیست و هفتم")]
    if echelon != "corps":  # سپاه before an arm is the Guard
        in_farsi.append(f"{farsi} {farsi_arm} ۲۷" if arm else f"{farsi} شماره ۲۷")
        in_farsi.append(f"{farsi}‌های ۲۷ و ۲۸ {farsi_arm}".strip())
    return [*(("ar", f"وصل {f} إلى أوكرانيا.", f) for f in arabic), *(("fa", f"{f} اوکراین عقب نشست.", f"{f} اوکراین") for f in in_farsi)]


@pytest.mark.parametrize("echelon", ECHELON_WORDS)
@pytest.mark.parametrize("arm", [None, *ARM_WORDS])
def test_every_echelon_and_arm_with_every_form_of_designator(echelon: str, arm: str | None) -> None:
    for lang, text, expected in forms(echelon, arm):
        found = unit(lang, text)
        assert (found.text, found.kind, found.echelon, found.arm, found.designator, found.country) == (
            expected, "formation", echelon, arm, "27", "UA")


@pytest.mark.parametrize("clitic", ["و", "ب", "ل", "ك", "ف", "وب"])
def test_clitics_stay_outside(clitic: str) -> None:
    text = f"هذا {clitic}لواء غولاني، وقال الجيش الإسرائيلي ذلك."
    assert unit("ar", text).text == "لواء غولاني"


def test_a_known_organisation_has_one_id_in_both_languages() -> None:
    pairs = [("قالت كتائب القسام إنها ردت.", "گردان‌های القسام پاسخ دادند."),
             ("نفى الحرس الثوري الإيراني ذلك.", "سپاه پاسداران رد کرد."),
             ("تقدم الجيش الأوكراني.", "ارتش اوکراین پیشروی کرد."), ("انسحبت قوات الدعم السريع.", "نیروهای واکنش سریع عقب رفتند.")]
    for arabic, farsi in pairs:
        a, f = unit("ar", arabic), unit("fa", farsi)
        assert a.id == f.id
        assert a.id is not None
        assert (a.kind, a.country) == (f.kind, f.country)


def test_an_armed_organisation_is_one_thing_as_a_unit_and_as_a_name() -> None:
    known = things()
    for entry in armed.table():
        assert f"org:{entry.id}" in known or entry.kind == "formation", entry.id
    named = {key(plain(form)): thing.key for thing in known.values() if thing.label == "ORG"
             for forms in thing.names.values() for form in forms if form[-1] != "?"}
    for entry in armed.table():
        for name in (*entry.ar, *entry.fa):
            other = named.get(key(name.lstrip("+?=").replace("~", "\u200c")))
            assert other in (None, f"org:{entry.id}"), f"{name}: {other} among the names, org:{entry.id} among the units"


def test_organisations_have_known_kinds_countries_and_parts() -> None:
    for entry in armed.table():
        assert entry.kind in KINDS
        assert entry.echelon in ("", *ECHELONS)
        assert entry.arm in ("", *ARMS)
        assert not entry.country or (len(entry.country) == 2 and entry.country.isupper())
        assert not entry.wikidata or (entry.wikidata[0] == "Q" and entry.wikidata[1:].isdigit())
        assert entry.ar or entry.fa


def test_every_arm_echelon_and_service_is_one_of_the_schema() -> None:
    assert set(ARMS) == set(get_args(Arm))
    assert set(ECHELONS) == set(get_args(Echelon))
    assert {a for a in SERVICES.values() if a} <= set(ARMS)


def test_the_symbol_code_says_echelon_and_arm_of_an_unknown_land_unit() -> None:
    u = unit("ar", "تقدم اللواء 155 مشاة البحرية الروسية.")
    assert u.sidc == "10011000181211010000"
    assert unit("fa", "ارتش اوکراین پیشروی کرد.").sidc == "10011000000000000000"


@pytest.mark.parametrize(("affiliation", "digit"), [("friend", "3"), ("hostile", "6"), ("neutral", "4"), ("unknown", "1")])
def test_the_symbol_takes_its_side_from_the_caller(affiliation: str, digit: str) -> None:
    u = unit("ar", "تقدم اللواء 155 مشاة البحرية الروسية.")
    assert symbol.code(u, {"RU": affiliation})[3] == digit
    assert symbol.code(u, {"UA": "friend"})[3] == "1"
    drawn = u.symbol_svg({"RU": affiliation}, size=60)
    assert drawn.startswith("<svg")
    assert ">155</text>" in drawn
    assert ">RU</text>" in drawn


@pytest.mark.parametrize("echelon", [None, *ECHELONS])
def test_every_symbol_is_drawn_and_no_two_arms_look_alike(echelon: str | None) -> None:
    milsymbol = pytest.importorskip("milsymbol")
    drawn = {arm: milsymbol.Symbol(sidc(echelon, arm)) for arm in (None, *ARMS)}
    assert all(s.is_valid() for s in drawn.values())
    assert len({s.as_svg() for s in drawn.values()}) == len(drawn)


def test_an_affiliation_that_is_none_is_told() -> None:
    u = unit("ar", "تقدم اللواء 155 مشاة البحرية الروسية.")
    with pytest.raises(kursk_nlp.InputError, match="'enemy' for RU; the affiliations are pending, unknown"):
        u.symbol_svg({"RU": "enemy"})


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "milsymbol", None)
    with pytest.raises(kursk_nlp.MissingExtraError, match=r"kursk_nlp\[symbols\]"):
        unit("fa", "ارتش اوکراین پیشروی کرد.").symbol_svg()


def test_the_page_of_units_is_what_the_library_finds() -> None:
    page, symbols = unit_page.made()
    assert unit_page.PAGE.read_text(encoding="utf-8") == page, "run python -m tests.unit_page to renew the page"
    assert {p.name: p.read_text(encoding="utf-8") for p in unit_page.SYMBOLS.iterdir()} == symbols
    assert page.count("![](symbols/") >= 20
