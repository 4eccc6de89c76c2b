"""Questions about many spans get the answers that looking at each of them gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_nlp.text.spans import Spans

PAIRS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1]))


@settings(max_examples=150, deadline=None)
@given(spans=st.lists(PAIRS, max_size=12), asked=PAIRS)
def test_as_if_each_were_looked_at(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    found = Spans(spans)
    assert found.touch(start, end) == any(a < end and start < b for a, b in spans)
    assert found.around(start, end) == any(a < start and end <= b for a, b in spans)
