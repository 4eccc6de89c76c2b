"""The frame of ``dates``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DateFrames:
    """What a language tells about dates."""
