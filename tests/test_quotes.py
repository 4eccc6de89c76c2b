"""Who said what, sentence by sentence: each line of ``data/quotes/*.tsv`` is its own answer."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kursk_nlp
from kursk_nlp.extract.marks import pairs
from kursk_nlp.text.normalise import key
from kursk_nlp.text.view import View

DATA = Path(__file__).parent / "data" / "quotes"
KINDS = {"d": "direct", "m": "mixed", "i": "indirect"}


class Case(NamedTuple):
    lang: str
    line: int
    text: str
    quotes: list[str]
    kinds: list[str]
    speakers: list[str]
    sources: list[str]


def cases() -> list[Case]:
    found = []
    for lang in ("ar", "fa"):
        for number, line in enumerate((DATA / f"{lang}.tsv").read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            marked, *columns = line.split("\t")
            kinds, speakers, sources = ([c.strip() for c in column.split("|") if c.strip()] for column in [*columns, "", "", ""][:3])
            text = re.sub(r"[{}]", "", marked).replace("\\n", "\n")
            quotes = [q.replace("\\n", "\n") for q in re.findall(r"\{([^{}]*)\}", marked)]
            found.append(Case(lang, number, text, quotes, [KINDS[k] for k in kinds], speakers, sources))
    return found


CASES = cases()


def test_there_are_enough_sentences_and_enough_that_quote_nobody() -> None:
    for lang in ("ar", "fa"):
        own = [c for c in CASES if c.lang == lang]
        assert len(own) >= 150
        assert sum(not c.quotes for c in own) >= 40


def test_every_line_is_whole() -> None:
    for case in CASES:
        assert len(case.quotes) == len(case.kinds) == len(case.speakers), f"{case.lang}.tsv:{case.line}: a column is short"


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.lang}:{c.line}")
def test_who_said_what(case: Case) -> None:
    found = kursk_nlp.load(case.lang)(case.text).quotes
    assert [q.text for q in found] == case.quotes
    assert [q.kind for q in found] == case.kinds
    for quote, speaker in zip(found, case.speakers, strict=True):
        if speaker == "-":
            assert quote.speaker is None
            continue
        assert quote.speaker is not None
        assert key(speaker) == key(quote.speaker.name or "") or key(speaker) in key(quote.speaker.text), quote.speaker
    if found:
        assert [key(s.text) for s in found[0].sources] == [key(s) for s in case.sources]


MARKED = [
    ("«a»", ["a"]), ('"a b"', ["a b"]), ("“a” “b”", ["a", "b"]), ("”a“", ["a"]), ("»a«", ["a"]), ("''a b''", ["a b"]), ("‹a›", ["a"]),
    ("„a“", ["a"]), ("‘a b’", ["a b"]), ("it's John's", []), ("«a «b» c»", ["a «b» c"]), ('a"', []), ('"a', ["a"]), ("»»", []), ("«»", []),
    ('x "a. b', ["a. b"]), ('x "a. b\nc', ["a. b"]), ('"a\n"b" c', ['a\n"b']), ("ب«a»", ["a"]), ('he: "a" b: "c" d".', ["a", "c"]),
    ("x: «a. y: «b»", ["a", "b"]), ("x: «a، y: «b»", ["a", "b"]),
    ("x: “a. y: “b”", ["a", "b"]),
]


@pytest.mark.parametrize(("text", "inside"), MARKED)
def test_marks(text: str, inside: list[str]) -> None:
    normal = View(text).normal
    assert [normal[p.start:p.end] for p in pairs(normal)] == inside


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="«»“”\"'‘’‹›\n .،:قالان گفت", max_size=60))
def test_no_number_of_marks_raises_and_marked_stretches_never_overlap(text: str) -> None:
    found = pairs(View(text).normal)
    assert all(a.close <= b.open for a, b in itertools.pairwise(found))
    assert all(p.open < p.start < p.end <= p.close for p in found)
    for lang in ("ar", "fa"):
        for quote in kursk_nlp.load(lang)(text).quotes:
            assert text[quote.start:quote.end] == quote.text
