"""The frame of ``article``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ArticleFrames:
    """What a language tells about article."""
