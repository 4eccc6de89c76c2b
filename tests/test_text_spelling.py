"""Half-spaces and hamzas put back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_nlp import restore_hamza, restore_zwnj
from kursk_nlp.build import words
from kursk_nlp.text.normalise import key

LETTERS = st.text(st.sampled_from("ابتجدرسشعفقکگلمنهویئآؤ پچژيكى\u200c\u064e۱2،."), max_size=40)


@pytest.mark.parametrize("parts", [
    "می|کنند", "نمی|تواند", "می|رسد", "مین|های", "کتاب|ها", "سازمان|هایشان", "کره|شمالی", "رئیس|جمهور", "شده|اند", "گفته|اند", "هسته|ای",
    "خانه|ای", "ضد|تانک", "بی|سابقه", "بین|المللی", "کشته|شدگان", "پهپاد|های", "دستگیر|شدگان", "غذا|ها",
])
def test_a_lost_half_space_comes_back(parts: str) -> None:
    assert restore_zwnj(parts.replace("|", "")) == parts.replace("|", "\u200c")


@pytest.mark.parametrize("word", """میهن نمیر تنها بها میدان میزان میزبان میراث میلاد میلیون میانه
                         میمون انتها رها اشتها درها بهای تنهایی همچنین
                         همکاری پیشرفت سخنگو دوشنبه یکشنبه نماینده نمایش بیمار بیست بیمه شدید سرانجام دمیتری اوکراین بودانوف ایران
                         اینترنت آنها""".split())
def test_what_is_a_word_is_not_cut(word: str) -> None:
    assert restore_zwnj(word) == word


@settings(deadline=None)
@given(LETTERS)
def test_restoring_only_adds_half_spaces(text: str) -> None:
    restored = restore_zwnj(text)
    assert restored.replace("\u200c", "") == text.replace("\u200c", "")
    assert restore_zwnj(restored) == restored


@pytest.mark.parametrize(("careless", "careful"), [
    ("القاهره", "القاهرة"), ("احمد", "أحمد"), ("الى", "إلى"), ("والقياده", "والقيادة"), ("الامم المتحده", "الأمم المتحدة"),
    ("وصفه", "وصفه"), ("كانت", "كانت"), ("واحد", "واحد"), ("إلى", "إلى"),
])
def test_lost_hamzas_come_back(careless: str, careful: str) -> None:
    assert restore_hamza(careless) == careful


@settings(deadline=None)
@given(LETTERS)
def test_restoring_hamzas_keeps_the_length_and_the_folded_form(text: str) -> None:
    restored = restore_hamza(text)
    assert len(restored) == len(text)
    assert key(restored) == key(text)
    assert restore_hamza(restored) == restored


@pytest.mark.parametrize("lang", ["fa", "ar"])
def test_the_word_lists_are_what_their_builder_makes(lang: str) -> None:
    pytest.importorskip("wordfreq", reason="the builder of the word lists needs wordfreq, which the build extra brings")
    kept = {"fa": words.farsi, "ar": words.arabic}[lang](words.frequencies(lang, words.LEAST[lang] - 0.5))
    assert words.table(kept, words.LEAST[lang]) == (words.LANG / lang / "data" / "words.txt").read_text(encoding="utf-8")
