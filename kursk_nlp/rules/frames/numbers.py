"""The frame of ``numbers``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NumberFrames:
    """What a language tells about numbers."""
