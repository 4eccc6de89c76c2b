"""The frame of ``units``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class UnitFrames:
    """What a language tells about units."""
