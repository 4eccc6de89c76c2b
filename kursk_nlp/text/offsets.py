"""From normal characters back to the original ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Offsets(NamedTuple):
    """Where each normal character came from.

    ``starts[i]:ends[i]`` is the range of original code points that made normal character ``i``. Both sequences never
    decrease. Two normal characters may share a range (a ligature that was taken apart); an original character may belong to
    none (a zero-width joint that was dropped).
    """

    starts: Sequence[int]
    ends: Sequence[int]
    raw_length: int

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open span of the normal half-open span ``start:end``; an empty span stays empty."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.raw_length
            return at, at
        return self.starts[start], self.ends[end - 1]
