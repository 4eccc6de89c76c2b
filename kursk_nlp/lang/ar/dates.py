"""dates."""

from __future__ import annotations

from ...rules.frames.dates import DateFrames


def frames() -> DateFrames:
    """The frame, filled."""
    return DateFrames()
