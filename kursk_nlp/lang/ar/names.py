"""names."""

from __future__ import annotations

from ...rules.frames.names import NameFrames


def frames() -> NameFrames:
    """The frame, filled."""
    return NameFrames()
