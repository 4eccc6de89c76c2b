"""Pictures of claims: a bound is drawn as one, and a map is as wide as its places ask for."""

from __future__ import annotations

import datetime
import re

import pytest

from kursk_nlp.export.chart import HEIGHT, Place, Point, places, timeline

DAY = datetime.date(2024, 5, 15)


@pytest.mark.parametrize(("value", "low", "high", "dots", "bars", "tips"), [
    (9, 9, 9, 1, 0, 0),  # exact
    (None, 10, 20, 0, 1, 0),  # a range
    (9, 9, None, 1, 1, 1),  # at least
    (9, None, 9, 1, 1, 1),  # at most
    (None, 10, None, 1, 1, 1),  # dozens
    (None, None, 50, 0, 1, 1),  # fewer than fifty
    (None, None, None, 0, 0, 0),  # nothing said
])
def test_what_is_open_has_an_arrow(value: float | None, low: float | None, high: float | None, dots: int, bars: int, tips: int) -> None:
    picture = timeline([Point(DAY, value, low, high, 1, "claim & <source>")], "title")
    assert (picture.count('class="dot"'), picture.count('class="bar"'), picture.count('class="tip"')) == (dots, bars, tips)
    assert "claim &amp; &lt;source&gt;" in picture
    if tips:  # up where there is no upper bound, down where there is no lower one
        at = float(re.findall(r'class="tip" d="M[\d.]+ (\d+)', picture)[0])
        assert (at > HEIGHT / 2) == (low is None)


@pytest.mark.parametrize(("found", "shape"), [
    ([(30.0, 0.0), (31.0, 80.0)], "wide"), ([(10.0, 40.0), (60.0, 41.0)], "tall"), ([(35.0, 45.0)], "usual"),
])
def test_a_map_is_neither_a_strip_nor_a_pole(found: list[tuple[float, float]], shape: str) -> None:
    picture = places([Place(f"p{n}", latitude, longitude, 1) for n, (latitude, longitude) in enumerate(found)], [])
    wide, high = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', picture)[0])
    assert 1.55 < wide / high < 2.45, shape
    for x, y in re.findall(r'<circle[^>]*cx="([\d.]+)" cy="([\d.]+)"', picture):
        assert 0 <= float(x) <= wide
        assert 0 <= float(y) <= high
