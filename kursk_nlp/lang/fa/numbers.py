"""numbers."""

from __future__ import annotations

from ...rules.frames.numbers import NumberFrames


def frames() -> NumberFrames:
    """The frame, filled."""
    return NumberFrames()
