"""Passages full of numbers that count no victim and no soldier: not one figure may come of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import kursk_nlp

from .marked import FIXTURES

PASSAGES = sorted((FIXTURES / "distractors").glob("*/*.txt"))


@pytest.mark.parametrize("path", PASSAGES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_no_figure_is_invented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    document = kursk_nlp.load(path.parent.name)(text, published="2025-11-14")
    assert [(f.text, f.outcome, f.rule) for f in document.figures] == []
    assert document.numbers, "a distractor without a number tests nothing"


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_there_are_thirty_of_them(lang: str) -> None:
    assert sum(p.parent.name == lang for p in PASSAGES) >= 30
