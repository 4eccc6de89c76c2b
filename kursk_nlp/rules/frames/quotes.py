"""The frame of ``quotes``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class QuoteFrames:
    """What a language tells about quotes."""
