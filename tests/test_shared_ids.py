"""One id in both languages: persons and places of the real articles, descriptions of office-holders, names of no table by their fold."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

import kursk_nlp
from kursk_nlp.gazetteer.fold import same_name, skeleton
from kursk_nlp.gazetteer.offices import KNOWN_UNTIL, holders
from kursk_nlp.gazetteer.tables import things

from .shared import SHARED, needs_shared

PAIRS = Path(__file__).parent / "data" / "names" / "fold.tsv"


@needs_shared
def test_the_real_articles_share_ids_for_what_both_name() -> None:
    named: dict[str, list[dict[tuple[str, str], str | None]]] = {"fa": [], "ar": []}
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        doc = kursk_nlp.load("auto")(path.read_text(encoding="utf-8"))
        found = {(e.label, skeleton(e.name)): e.id for e in doc.entities if e.label in ("PER", "LOC") and len(skeleton(e.name)) > 2}
        named[doc.lang].append(found)
    assert named["fa"]
    assert named["ar"]
    met, apart = 0, []
    for fa, ar in itertools.product(named["fa"], named["ar"]):
        for name in fa.keys() & ar.keys():
            met += 1
            if fa[name] is None or fa[name] != ar[name]:
                apart.append((name, fa[name], ar[name]))
    assert apart == []
    assert met >= 10


DESCRIBED = {
    "ar": [("التقى الرئيس الروسي فلاديمير بوتين الصحفيين. وقال الرئيس الروسي إن الطريق طويل.", "person:vladimir-putin"),
           ("وصل بوتين إلى كورسك. وأكد الرئيس الروسي أن الطريق طويل.", "person:vladimir-putin"),
           ("استقبل كيم جونغ أون الوفد. وقال زعيم كوريا الشمالية إن الجنود أبطال.", "person:kim-jong-un"),
           ("وصل عباس عراقجي، وزير الخارجية الإيراني، إلى جنيف. وقال وزير الخارجية الإيراني إن الحوار مستمر.", "person:abbas-araghchi"),
           ("قال الرئيس الروسي إن الطريق طويل.", None), ("زار ماكرون بيروت. وقال الرئيس الروسي إن الطريق طويل.", None),
           ("التقى بوتين أوباما. وقال الرئيس الأميركي السابق إن الطريق طويل.", None)],
    "fa": [("ولادیمیر پوتین، رئیس‌جمهور روسیه، به کورسک رفت. رئیس‌جمهور روسیه گفت راه دراز است.", "person:vladimir-putin"),
           ("زلنسکی در کی‌یف بود. رئیس جمهوری اوکراین گفت ارتش آماده است.", "person:volodymyr-zelensky"),
           ("کیم جونگ اون سان دید. رهبر کره شمالی گفت آنان قهرمانند.", "person:kim-jong-un"),
           ("عباس عراقچی به ژنو رفت. وزیر امور خارجه ایران گفت گفت‌وگو ادامه دارد.", "person:abbas-araghchi"),
           ("رهبر کره شمالی گفت آنان قهرمانند.", None), ("مکرون به لندن رفت. رئیس‌جمهور روسیه گفت راه دراز است.", None)],
}


@pytest.mark.parametrize(("lang", "text", "ident"), [(lang, *case) for lang, cases in DESCRIBED.items() for case in cases])
def test_a_description_is_the_person_whom_the_article_names(lang: str, text: str, ident: str | None) -> None:
    quote = kursk_nlp.load(lang)(text, published="2025-05-01").quotes[-1]
    assert quote.speaker is not None
    assert quote.speaker.id == ident
    assert ident is None or quote.speaker.name == things()[ident].canonical(lang)


def test_nobody_is_known_to_hold_an_office_after_the_table_was_written() -> None:
    assert holders(("president", "FR"), KNOWN_UNTIL) == {"person:emmanuel-macron"}
    assert holders(("president", "FR"), "2026-11-24") == frozenset()


def test_a_term_that_is_over_makes_no_holder() -> None:
    text = "وصل سيرغي شويغو إلى بكين. وقال وزير الدفاع الروسي إن التعاون مستمر."
    ids = [kursk_nlp.load("ar")(text, published=day).quotes[-1].speaker.id for day in ("2023-05-01", "2025-05-01")]  # type: ignore[union-attr]
    assert ids == ["person:sergei-shoigu", None]


def test_the_fold_is_precise_and_finds_most() -> None:
    """The pairs are of names in no table; a near miss is another person or place with a name like it."""
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    same = [(fa, ar) for kind, fa, ar in rows if kind == "="]
    other = [(fa, ar) for kind, fa, ar in rows if kind == "/"]
    assert len(same) >= 150
    assert len(other) >= 150
    met, wrong = [same_name(*pair) for pair in same], [pair for pair in other if same_name(*pair)]
    precision, recall = sum(met) / (sum(met) + len(wrong)), sum(met) / len(met)
    print(f"fold: precision {precision:.3f}, recall {recall:.3f} on {len(same)} pairs and {len(other)} near misses; wrong: {wrong}; "
          f"missed: {[pair for pair, one in zip(same, met, strict=True) if not one]}")
    assert precision >= 0.97
    assert recall >= 0.9
