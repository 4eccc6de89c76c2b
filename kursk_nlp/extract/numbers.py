"""numbers."""

from __future__ import annotations

from ..rules.frames.numbers import NumberFrames
from ..schema import Date, Number
from .draft import Draft


def find(draft: Draft, frames: NumberFrames) -> list[Number]:
    """The numbers of an article, in order of ``start``, at normal offsets."""
    return []


def outside(numbers: list[Number], dates: list[Date]) -> list[Number]:
    """The numbers that are no part of a date."""
    return [n for n in numbers if not any(d.start <= n.start and n.end <= d.end for d in dates)]
