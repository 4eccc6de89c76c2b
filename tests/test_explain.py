"""What a person is shown: nothing that the document does not say, and everything that it does."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kursk_nlp import Document
from kursk_nlp.explain import amount, headline, sentence_of, sentences
from kursk_nlp.schema import Number

from .documents import TEXT, sample


@pytest.mark.parametrize(("number", "long", "short"), [
    ({"kind": "cardinal", "value": 9, "low": 9, "high": 9}, "9", "9"),
    ({"kind": "cardinal", "value": 14000, "mod": "approx"}, "about 14,000", "~14,000"),
    ({"kind": "cardinal", "value": 6000, "low": 6000, "mod": "more_than"}, "more than 6,000", ">6,000"),
    ({"kind": "cardinal", "value": 5, "low": 5, "mod": "equal_or_more"}, "at least 5", "≥5"),
    ({"kind": "cardinal", "value": 5, "high": 5, "mod": "less_than"}, "less than 5", "<5"),
    ({"kind": "cardinal", "value": 12000, "high": 12000, "mod": "equal_or_less"}, "up to 12,000", "≤12,000"),
    ({"kind": "range", "low": 10000, "high": 12000}, "10,000 to 12,000", "10,000–12,000"),
    ({"kind": "vague", "low": 100}, "100 or more, no count given", "100+"),
    ({"kind": "vague"}, "no count given", "?"),
    ({"kind": "percent", "value": 40}, "40%", "40%"),
    ({"kind": "cardinal", "value": 1.2}, "1.2", "1.2"),
    ({"kind": "cardinal", "value": 0, "low": 0, "high": 0}, "0", "0"),
])
def test_a_number_is_shown_as_it_was_claimed(number: dict[str, Any], long: str, short: str) -> None:
    record = Number(start=0, end=1, text="x", **number)
    assert (amount(record), amount(record, short=True)) == (long, short)


def test_every_mention_stands_under_its_sentence_with_its_rule() -> None:
    document = sample()
    shown = document.explain()
    assert shown.splitlines()[0] == "a1 · ar · published 2025-03-02 · 3 figures, 1 unit, 1 quote, 1 date, 1 name, 3 numbers"
    for layer in ("figures", "units", "quotes", "dates", "entities", "numbers"):
        for mention in getattr(document, layer):
            assert re.search(rf"\[{mention.start}:{mention.end}\] \u2068{mention.text}\u2069: .*\({re.escape(mention.rule)}\)", shown)
    for said in ("about 1,200 killed", "a fraction of [", "unconfirmed", "said by",
                 "cumulative", "designator 12", "speaker", "cue", "in ["):
        assert said in shown
    paragraphs = [p.splitlines() for p in shown.split("\n\n")[1:]]
    for head, *mentions in paragraphs:
        first, last = map(int, re.match(r"\[(\d+):(\d+)\]", head).groups())  # type: ignore[union-attr]
        assert "".join(TEXT[first:last].split()) == "".join(head.split("\u2068")[1].rstrip("\u2069").split())
        starts = [int(re.search(r"\[(\d+):", m)[1]) for m in mentions]  # type: ignore[index]
        assert all(first <= s < last for s in starts)


def test_without_its_text_a_document_is_still_explained() -> None:
    shown = Document.from_json(sample().to_json()).explain()
    assert shown.count("\n") == 10
    assert "\u2068نحو 1,200\u2069: about 1,200 killed" in shown


def test_a_document_without_findings_says_so() -> None:
    assert headline(Document(id="", lang="fa", published=None, text_sha256="")) == "(no id) · fa · published unknown · nothing found"


def test_sentences_are_spans_of_the_original() -> None:
    raw = "جملهٔ اول می‌آید.  جملهٔ دوم!\n\nسوم"
    spans = sentences(raw)
    assert [raw[a:b] for a, b in spans] == ["جملهٔ اول می‌آید.", "جملهٔ دوم!", "سوم"]
    assert all(sentence_of(spans, p) == span for span in spans for p in (span[0], span[1] - 1))
    assert sentence_of([], 7) == (7, 7)
