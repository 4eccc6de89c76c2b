"""The frame of ``figures``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureFrames:
    """What a language tells about figures."""
