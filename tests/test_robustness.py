"""Every public function and every stage of the corridor, over a table of junk: a result or one of our own errors, never another."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
import regex

import kursk_nlp
from kursk_nlp import KurskError, LanguageError, lang, taggers
from kursk_nlp.extract import article, dates, figures, names, numbers, quotes, units
from kursk_nlp.extract.draft import Draft
from kursk_nlp.text.language import tell
from kursk_nlp.text.normalise import fold, key
from kursk_nlp.text.view import View

from .test_pipeline import mentions

#: what is no text at all
NO_TEXT: dict[str, Any] = {"none": None, "true": True, "zero": 0, "float": 1.5, "nan": float("nan"), "bytes": b"\xd9\x82\xd8\xaa\xd9\x84",
                           "bytearray": bytearray(b"x"), "list": ["قتل"], "dict": {"text": "قتل"}, "object": object(), "type": str}
#: strings of each kind that an encoding, a copy or a scraper leaves behind
JUNK: dict[str, str] = {
    "empty": "", "space": " ", "spaces": " \t\u00a0\u2003" * 9, "breaks": "\r\n\r\n\x0b\x0c\x85\u2028\u2029", "nul": "\x00",
    "bom": "\ufeff",
    "controls": "".join(map(chr, range(32))), "bidi": "\u202e\u202d\u2067\u2069\u200f\u061c" * 5, "zwnj": "\u200c" * 50,
    "marks alone": "\u064b\u0651\u0670" * 20, "tatweel": "ـ" * 60, "emoji": "💥🏴‍☠️👨‍👩‍👧", "astral": "𝟙𝟚𞸀𞺀", "roman": "ⅷ Ⅻ",
    "circled": "①②③",
    "superscript": "x² ³", "fraction": "½ ¾ ⅓", "other digits": "१२३ ๑๒ ߁߂ 𝟗", "mixed digits": "1۲٣4۵", "long number": "9" * 400,
    "long fraction": "0." + "3" * 400, "separators": "1,2,3,4.5.6،7٬8", "only commas": "،,،,", "minus": "-5 −7 –9",
    "infinite": "1e999 inf nan",
    "dates that are none": "45/45/4545 0000-00-00 99:99 31/02/2024 29/2/1403", "quotes open": "«“\"'" * 12, "quotes shut": "»”\"'" * 12,
    "brackets": "([{" * 30 + ")]}" * 29, "colons": ":::::؛؛؛", "one letter": "و", "letters apart": "ق ت ل ٣ ج ن و د",
    "fused": "قتل" * 80,
    "presentation": "ﻗﺘﻞ ﺛﻼﺛﺔ ﷲ ﷺ ﷼", "persian in arabic": "كشته شدند ۳ نفر يك", "urdu": "ہلاک ہونے والے ۳ افراد",
    "hebrew": "נהרגו 3 בני אדם",
    "chinese": "三人死亡", "latin": "Three killed", "html": "<b>قتل 3</b>&nbsp;&#1602;",
    "url": "https://example.org/قتل?id=3#٤", "mail": "a3@b4.example",
    "mojibake": "Ù‚ØªÙ„ 3 Ø¬Ù†ÙˆØ¯", "formula": "=SUM(3;4)", "tags": "#قتل_٣ @جنود", "percent": "٪٪ %50 50%%", "currency": "$3 ۳﷼ €4",
    "private use": "\ue000\uf8ff", "noncharacter": "\ufffe\uffff", "replacement": "\ufffd" * 20, "combining": "ق" + "\u0301" * 200,
    "soft hyphen": "قت\u00adل ثل\u00adاثة", "numbers without nouns": "١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩", "stops": "…....؟!؟!",
    "newline in number": "١٢\n٣٤",
}
ARABIC = regex.compile(r"\p{Arabic}")
TEXTS = pytest.mark.parametrize("text", JUNK.values(), ids=JUNK)
LANGS = pytest.mark.parametrize("code", list(lang.LANGUAGES))


@LANGS
@TEXTS
def test_a_document_whose_spans_hold_or_a_clear_error(code: str, text: str) -> None:
    for published in (None, "2025-04-28"):
        doc = kursk_nlp.load(code)(text, published=published)
        for m in mentions(doc.to_dict()):
            assert m["text"] == text[m["start"]:m["end"]]
        assert kursk_nlp.Document.from_json(doc.to_json()) == doc
        assert isinstance(doc.explain(), str)


@LANGS
@TEXTS
def test_every_stage_over_what_the_others_left_empty(code: str, text: str) -> None:
    """A stage may not lean on what an earlier one usually finds: each runs alone over the bare draft."""
    language = lang.get(code)
    rooms: dict[str, Callable[[Draft], Any]] = {
        "article": lambda d: article.read(d, language.article), "numbers": lambda d: numbers.find(d, language.numbers),
        "dates": lambda d: dates.find(d, language.dates), "names": lambda d: names.find(d, language.names, taggers.get("none", code)),
        "names and tagger": lambda d: names.find(d, language.names, taggers.get("crf", code)),
        "units": lambda d: units.find(d, language.units),
        "quotes": lambda d: quotes.find(d, language.quotes), "figures": lambda d: figures.find(d, language.figures)}
    view = View(text)
    hits = language.lexicon.scan(view)
    for name, room in rooms.items():
        found = room(Draft(view, hits, code))
        for record in found if isinstance(found, list) else ():
            assert 0 <= record.start <= record.end <= len(view.normal), name


@TEXTS
def test_the_light_functions_give_a_value_or_none(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert key(key(text)) == key(text)
    assert len(kursk_nlp.normalise_digits(text)) == len(text)
    for code in lang.LANGUAGES:
        for found in (kursk_nlp.parse_number(text, code), kursk_nlp.parse_date(text, code, "2025-04-28")):
            assert found is None or found.text == text[found.start:found.end]
    if ARABIC.search(text):
        assert tell(text) in lang.LANGUAGES
    else:
        with pytest.raises(LanguageError, match="no Arabic-script word"):
            tell(text)


@TEXTS
def test_words_are_restored_or_left(text: str) -> None:
    for restore in (kursk_nlp.restore_zwnj, kursk_nlp.restore_hamza):
        assert isinstance(restore(text), str)


@pytest.mark.parametrize("given", NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_told_by_every_door(given: Any) -> None:
    doors: dict[str, Callable[[Any], Any]] = {
        "load": kursk_nlp.load("fa"), "auto": kursk_nlp.load("auto"), "parse_number": lambda t: kursk_nlp.parse_number(t, "fa"),
        "parse_date": lambda t: kursk_nlp.parse_date(t, "ar"), "published": lambda t: kursk_nlp.load("fa")("متن", published=t)}
    for name, door in doors.items():
        if name == "published" and given is None:
            continue
        with pytest.raises(KurskError) as told:
            door(given)
        assert type(given).__name__ in str(told.value) or repr(given) in str(told.value), f"{name} does not say what was given"


@pytest.mark.parametrize("given", [*NO_TEXT.values(), *JUNK.values()])
def test_a_language_or_tagger_that_there_is_not_is_told(given: Any) -> None:
    for call in (lambda: kursk_nlp.load(given), lambda: kursk_nlp.load("fa", given), lambda: kursk_nlp.parse_number("۵", given)):
        with pytest.raises((KurskError, TypeError)) as told:
            call()
        assert isinstance(told.value, KurskError) or "unhashable" in str(told.value)


@TEXTS
def test_junk_is_no_stored_document(text: str) -> None:
    with pytest.raises(msgspec.MsgspecError):
        kursk_nlp.Document.from_json(text)


def test_the_table_is_whole() -> None:
    """Every public function is tried above or is a class, an error or the reader of corpora (``test_corpus``)."""
    functions = {n for n in kursk_nlp.__all__ if inspect.isfunction(inspect.unwrap(getattr(kursk_nlp, n)))}
    assert functions - {"read_corpus"} == {"load", "normalise_digits", "parse_date", "parse_number", "restore_hamza", "restore_zwnj"}
