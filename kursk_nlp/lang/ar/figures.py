"""figures."""

from __future__ import annotations

from ...rules.frames.figures import FigureFrames


def frames() -> FigureFrames:
    """The frame, filled."""
    return FigureFrames()
