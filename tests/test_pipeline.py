"""The corridor as a whole: whatever goes in, what comes out can be checked against the original."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kursk_nlp
from kursk_nlp import Document, InputError, LanguageError

# words that wake every room of the house, so that random texts are not all silence
WORDS = st.sampled_from((
    "قال قالت وأضاف أعلن مقتل إصابة 14,000 ۱۴،۰۰۰ جنديا جنديين قتيلا و30 جريحا اللواء 155 كتائب القسام في من إلى أنّ إن روسيا الجيش الروسي "
    "يونيو/ حزيران 2024 أمس الاثنين «قال» “نعم” \" ' : ، . ؛ ۱۱ هزار نفر کشته شدند زخمی گفت که به گزارش رویترز کره‌شمالی کرهشمالی روز جمعه "
    "۱۴۰۳/۰۸/۲۴ لشکر ۲۷ بیش از حدود ده‌ها صدها عشرات الآلاف ثلثيهم 3-1 F-16 و ل ب ك س می می‌شود نیم ½ ٪ % 50٪ (KCNA) شباط مارس").split())
TEXTS = st.lists(st.one_of(WORDS, st.text(st.characters(exclude_categories=("Cs",)), max_size=5)), max_size=40).map(" ".join)


def mentions(value: Any) -> Iterator[dict[str, Any]]:
    """Every record with a span, however deep."""
    if isinstance(value, dict):
        if "start" in value and "text" in value:
            yield value
        for inner in value.values():
            yield from mentions(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from mentions(inner)


@pytest.mark.parametrize("lang", ["fa", "ar"])
@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_every_mention_is_the_original_s_own_text(lang: str, text: str) -> None:
    doc = kursk_nlp.load(lang)(text, published="2025-04-28", id="x")
    data = doc.to_dict()
    for m in mentions(data):
        assert 0 <= m["start"] <= m["end"] <= len(text)
        assert m["text"] == text[m["start"]:m["end"]]
    for layer in ("numbers", "dates", "entities", "units", "quotes", "figures"):
        assert [m["start"] for m in data[layer]] == sorted(m["start"] for m in data[layer]), layer
        assert all(m["rule"] for m in data[layer]), f"a mention of {layer} does not say which rule made it"
    assert Document.from_json(doc.to_json()) == doc
    assert set(data) == {"schema_version", "id", "lang", "published", "text_sha256", "numbers", "dates", "entities", "units", "figures",
                         "quotes"}


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS.map(lambda t: "من " + t), max_size=4))
def test_pipe_equals_one_by_one(texts: list[str]) -> None:
    nlp = kursk_nlp.load("ar")
    assert list(nlp.pipe(texts)) == [nlp(t, id=str(i)) for i, t in enumerate(texts)]


def test_the_document_carries_its_text_and_hash_but_does_not_write_the_text_out() -> None:
    text = "قُتل 12 جنديا."
    doc = kursk_nlp.load("ar")(text, id="a1")
    assert doc.text == text
    assert doc.text_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert "text" not in doc.to_dict()
    assert Document.from_json(doc.to_json()).text is None


@pytest.mark.parametrize("published", ["2025-11-14", "2025-11-14T10:00:00Z", datetime.date(2025, 11, 14),
                                       datetime.datetime(2025, 11, 14, 8)])
def test_published_in_every_form(published: Any) -> None:
    assert kursk_nlp.load("fa")("دیروز باران آمد.", published=published).published == "2025-11-14"


@pytest.mark.parametrize("published", ["yesterday", "14/11/2025", "", "2025-13-40", "2025-11-14 or so"])
def test_a_published_that_is_no_date_is_told(published: str) -> None:
    with pytest.raises(InputError, match="ISO string such as"):
        kursk_nlp.load("fa")("متن", published=published)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "2024", "Kursk only", "\x00\x01", "،" * 50, "١٤"])
@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_texts_without_anything_to_read_give_an_empty_document(text: str, lang: str) -> None:
    doc = kursk_nlp.load(lang)(text)
    assert doc.figures == doc.quotes == doc.units == ()


@pytest.mark.parametrize("text", [b"abc", None, 5, ["a"]])
def test_what_is_no_text_is_told(text: Any) -> None:
    with pytest.raises(InputError, match="a text must be str"):
        kursk_nlp.load("fa")(text)


def test_half_a_surrogate_pair_is_told_with_its_place() -> None:
    with pytest.raises(InputError, match=r"U\+D800\) at character 2"):
        kursk_nlp.load("ar")("من\ud800")


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(LanguageError, match="'fa' \\(Farsi\\), 'ar' \\(Arabic\\)"):
        kursk_nlp.load("he")


def test_auto_tells_the_language_and_says_so_when_it_cannot() -> None:
    nlp = kursk_nlp.load("auto")
    assert nlp("سربازان از شهر بیرون رفتند و جنگ پایان یافت.").lang == "fa"
    assert nlp("خرج الجنود من المدينة وانتهت الحرب في المساء.").lang == "ar"
    assert nlp("سربازان از شهر بيرون رفتند كه جنگ است.").lang == "fa"
    with pytest.raises(LanguageError, match="no Arabic-script word"):
        nlp("Only Latin here.")
