"""quotes."""

from __future__ import annotations

from ...rules.frames.quotes import QuoteFrames


def frames() -> QuoteFrames:
    """The frame, filled."""
    return QuoteFrames()
