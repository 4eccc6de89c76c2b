"""The frame of ``names``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NameFrames:
    """What a language tells about names."""
