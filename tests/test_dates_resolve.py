"""What each rule of dates means, counted from a day, from a moment and from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import kursk_nlp

TABLE = (Path(__file__).parent / "dates_resolved.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.replace("\t", " | "))
def test_an_expression_means_what_it_should(row: str) -> None:
    lang, reference, text, kind, value, calendar, rule = row.split("\t")
    found = kursk_nlp.parse_date(text, lang, reference or None)
    assert found is not None
    assert (found.type, found.value, found.calendar, found.rule) == (kind, value or None, calendar, f"date.{rule}")
    assert (found.date_start is None) == (found.date_end is None)
    if found.date_start and found.date_end:
        assert found.date_start <= found.date_end
