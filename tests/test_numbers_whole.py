"""A string that is one number: kind, value, bounds and the rule that read it; or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursk_nlp import parse_number

TABLE = (Path(__file__).parent / "numbers_whole.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.replace("\t", " | "))
def test_a_string_is_the_number_that_it_says(row: str) -> None:
    lang, text, kind, value, low, high, mod, rule = row.split("\t")
    found = parse_number(text, lang)
    if not kind:
        assert found is None
        return
    assert found is not None
    assert (found.kind, found.mod or "", found.rule, found.text) == (kind, mod, rule, text)
    for got, wanted in ((found.value, value), (found.low, low), (found.high, high)):
        assert got == (pytest.approx(float(wanted)) if wanted else None)
