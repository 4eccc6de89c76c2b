"""units."""

from __future__ import annotations

from ...rules.frames.units import UnitFrames


def frames() -> UnitFrames:
    """The frame, filled."""
    return UnitFrames()
