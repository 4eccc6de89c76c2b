"""Rewriting a text in ways that do not change what it says changes no number in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from kursk_nlp import Document, load
from tests.test_numbers import found

FIXTURES = sorted((Path(__file__).resolve().parent.parent / "fixtures").glob("*/*.txt"))
ASCII, ARABIC, PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"


def digits(target: str) -> Callable[[str], str]:
    """Every digit in one script."""
    table = {ord(c): target[i] for script in (ASCII, ARABIC, PERSIAN) for i, c in enumerate(script)}
    return lambda text: text.translate(table)


def mixed(text: str) -> str:
    """The scripts in turn, so that one number holds all three."""
    scripts = (ASCII, ARABIC, PERSIAN)
    plain = digits(ASCII)(text)
    return "".join(scripts[i % 3][int(c)] if c in ASCII else c for i, c in enumerate(plain))


def grouped_by(mark: str) -> Callable[[str], str]:
    """Every thousands mark between groups of three as ``mark``."""
    return lambda text: re.sub(r"(?<=\d)[،٬,](?=\d{3}(?!\d))", mark, text)


def tashkeel(text: str) -> str:
    """A vowel on every fifth letter."""
    out = []
    for i, c in enumerate(text):
        out.append(c)
        if i % 5 == 0 and "\u0628" <= c <= "\u064a":
            out.append("\u064e")
    return "".join(out)


REWRITES: dict[str, Callable[[str], str]] = {
    "ASCII digits": digits(ASCII),
    "Arabic-Indic digits": digits(ARABIC),
    "Persian digits": digits(PERSIAN),
    "digits of three scripts in one number": mixed,
    "Arabic yeh and kaf": lambda t: t.replace("ی", "ي").replace("ک", "ك"),
    "Persian yeh and kaf": lambda t: t.replace("ي", "ی").replace("ك", "ک").replace("ى", "ی"),
    "no half-spaces": lambda t: t.replace("\u200c", ""),
    "tashkeel": tashkeel,
    "tatweel": lambda t: re.sub(r"(?<=[بتنسشعفقكمهي])(?=[ابتنسعفقكلمهي])", "ـ", t),
    "NFD": lambda t: unicodedata.normalize("NFD", t),
    "NFC": lambda t: unicodedata.normalize("NFC", t),
    "lost hamzas": lambda t: t.translate(str.maketrans("أإآ", "ااا")),
    "heh for teh marbuta": lambda t: t.replace("ة", "ه"),
    "grouped by comma": grouped_by(","),
    "grouped by Arabic comma": grouped_by("،"),
    "grouped by Arabic thousands mark": grouped_by("٬"),
    "direction marks": lambda t: re.sub(r"(\d+)", "\u200f\\1\u200f", t),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("path", FILES := [p for p in FIXTURES if ".noisy" not in p.name], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_no_rewrite_changes_a_number(path: Path) -> None:
    code = path.parent.name
    text = path.read_text(encoding="utf-8")
    expected = [(n.kind, n.value, n.low, n.high, n.mod) for _, n in found(text, code)]
    assert expected
    for name, rewrite in REWRITES.items():
        got = [(n.kind, n.value, n.low, n.high, n.mod) for _, n in found(rewrite(text), code)]
        assert got == expected, name


def claims(document: Document) -> dict[str, list[tuple[object, ...]]]:
    """What a document says, without its offsets and letters."""
    return {
        "numbers": [(n.kind, n.value, n.low, n.high, n.mod) for n in document.numbers],
        "figures": [(f.outcome, f.number.value, f.number.low, f.number.high, f.status, f.role, len(f.sources)) for f in document.figures],
        "dates": [(d.type, d.value) for d in document.dates],
        "units": [(u.kind, u.echelon, u.designator) for u in document.units],
        "quotes": [(q.kind,) for q in document.quotes],
        "entities": [(e.label, e.id) for e in document.entities],
    }


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_no_rewrite_changes_a_claim(path: Path) -> None:
    nlp = load(path.parent.name)
    text = path.read_text(encoding="utf-8")
    expected = claims(nlp(text, published="2025-11-14"))
    for name, rewrite in REWRITES.items():
        got = claims(nlp(rewrite(text), published="2025-11-14"))
        for layer in expected:
            assert got[layer] == expected[layer], f"{name} changes the {layer}"


def test_there_are_fixtures_of_both_languages() -> None:
    assert {p.parent.name for p in FILES} == {"fa", "ar"}
