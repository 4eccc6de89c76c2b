"""dates."""

from __future__ import annotations

from ..rules.frames.dates import DateFrames
from ..schema import Date
from .draft import Draft


def find(draft: Draft, frames: DateFrames) -> list[Date]:
    """Every calendar expression, resolved against ``draft.published`` (relative ones to None without it)."""
    return []
