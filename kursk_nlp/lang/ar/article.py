"""article."""

from __future__ import annotations

from ...rules.frames.article import ArticleFrames


def frames() -> ArticleFrames:
    """The frame, filled."""
    return ArticleFrames()
