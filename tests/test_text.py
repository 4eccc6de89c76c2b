"""Normalisation never loses the way back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kursk_nlp
from kursk_nlp import Normaliser
from kursk_nlp.text.normalise import PASSES, fold, key, normaliser
from kursk_nlp.text.view import View

ARABIC = st.text(st.sampled_from("ابتجحدرسعفقكلمنهويىئؤأإآةءپچژگکی۱۲۳٤٥٦123،,.؛؟«»“”\"' \n\t\u200c\u200d\u200f\u00a0\u064b\u064e"
                                 "\u0651\u0670\u0640\u0653\u0654\u0655ﻻﷲﺑﹰABcd-/%٪"), max_size=60)
ANY = st.one_of(ARABIC, st.text(max_size=60))


@settings(deadline=None)
@given(ANY)
def test_the_map_is_monotone_and_as_long_as_the_text(raw: str) -> None:
    normal, offsets = normaliser(raw)
    assert len(offsets.starts) == len(offsets.ends) == len(normal)
    assert all(a <= b for a, b in zip(offsets.starts, list(offsets.starts)[1:], strict=False))
    assert all(a <= b for a, b in zip(offsets.ends, list(offsets.ends)[1:], strict=False))
    assert all(0 <= a < b <= len(raw) for a, b in zip(offsets.starts, offsets.ends, strict=True))


@settings(deadline=None)
@given(ANY)
def test_each_normal_character_comes_from_the_range_it_names(raw: str) -> None:
    normal, offsets = normaliser(raw)
    for char, start, end in zip(normal, offsets.starts, offsets.ends, strict=True):
        assert char in normaliser(raw[start:end])[0]


@settings(deadline=None)
@given(ANY)
def test_normalising_twice_changes_nothing(raw: str) -> None:
    once = normaliser(raw)[0]
    assert normaliser(once)[0] == once
    assert fold(fold(once)) == fold(once)
    assert len(fold(once)) == len(once)


@settings(deadline=None)
@given(ANY)
def test_tokens_and_sentences_lie_in_the_text(raw: str) -> None:
    view = View(raw)
    tokens = view.tokens
    for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        assert view.folded[start:end] == word
        assert not word.isspace()
    last = 0
    for start, end in view.sentences:
        assert last <= start < end <= len(view.normal)
        last = end
    assert " ".join(view.normal[a:b] for a, b in view.sentences).replace(" ", "").replace("\n", "") == "".join(view.normal.split())


@pytest.mark.parametrize(("raw", "normal"), [
    ("كتاب يكتب", "کتاب یکتب"),
    ("٣ و۴ و5", "3 و4 و5"),
    ("مدرسةٍ", "مدرسة"),
    ("الشفـــاء", "الشفاء"),
    ("می‌کنند", "میکنند"),
    ("ﷲ ﻻ", "الله لا"),
    ("ا\u0653ب", "آب"),
    ("رئ\u0654يس", "رئیس"),
    ("أ\u00a0ب\u2009ج", "أ ب ج"),
    ("سطر  \r\n\r\n  آخر", "سطر\nآخر"),
    ("''كلام''", '"کلام"'),
    ("१२ 𝟛 \U00010d45", "12 3 5"),  # the last is newer than the Unicode of Python 3.11
])
def test_each_pass_does_what_its_name_says(raw: str, normal: str) -> None:
    assert normaliser(raw)[0] == normal


def test_a_mark_belongs_to_its_letter_and_a_joint_to_nobody() -> None:
    raw = "مدرسةٍ\u200c "
    normal, offsets = normaliser(raw)
    assert offsets.to_raw(0, 5) == (0, 6)
    assert normal == "مدرسة "


def test_passes_can_be_chosen_and_a_wrong_name_is_told() -> None:
    assert Normaliser(only=("digits",))("كتاب ٣")[0] == "كتاب 3"
    assert Normaliser(without=("marks",))("كتابٌ")[0] == "کتابٌ"
    with pytest.raises(ValueError, match="unknown normalisation pass 'tashkeel'; the passes are digits"):
        Normaliser(only=("tashkeel",))
    assert set(normaliser.passes) == set(PASSES)


def test_spellings_that_differ_only_in_script_meet() -> None:
    assert key("كيم جونغ أون") == key("کیم جونغ اون")
    assert key("القاهرة") == key("القاهره")


@pytest.mark.parametrize(("text", "count"), [
    ("۶،۰۰۰ نفر کشته شدند. دو نفر ماندند.", 2),
    ("قال: «ذهبنا. ثم عدنا» وانتهى.", 1),
    ("بلغ 4.5 مليون. ثم زاد.", 2),
    ("وصل د. سامي إلى المدينة.", 1),
    ("عنوان\nنص أول. نص ثان!", 3),
    ("آنان کشته شدند.وی افزود که پنج نفر ماندند.", 2),
    ("قالت أ.ف.ب إن القصف توقف. وأضافت ق.م ذلك.", 2),
    ("چرا رفتند؟کسی نمی‌داند!", 2),
    ("1. وقف القتال.\n2. تبادل الأسرى.", 2),
    ("نقل عن www.example.org أن العدد 3.5 ملايين.", 1),
    ("(انتهى. ثم بدأ) وصمت.", 1),
    ("انتهى الأمر... ثم بدأ.", 2),
    ("قال «نعم.» ثم خرج.", 2),
    ("«بدأ ولم ينته. ثم جملة أخرى.", 2),
])
def test_sentences(text: str, count: int) -> None:
    assert len(View(text).sentences) == count


def test_digits_newer_than_python_are_read_by_their_place() -> None:
    assert kursk_nlp.normalise_digits("\U00010d40\U00010d49 १") == "09 1"
    assert kursk_nlp.parse_number("\U00010d41\U00010d42", "ar").value == 12
    for lang in ("fa", "ar"):
        assert kursk_nlp.load(lang)("\U00010d40/\U00010d41").text
