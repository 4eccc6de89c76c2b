"""Many spans, asked many times: what a span touches or lies in, without looking at each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """Half-open spans in any order; they may overlap. Each question costs the logarithm of their number."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a position with ``start:end``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def around(self, start: int, end: int) -> bool:
        """Whether one of them begins before ``start`` and ends at ``end`` or behind it."""
        before = bisect_left(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end
