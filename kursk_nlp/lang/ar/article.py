"""article: wiring only; the words are in ``data/article.tsv``."""

from __future__ import annotations

from ...rules.frames.article import ArticleFrames
from .inflect import EXACT

_FRAMES = ArticleFrames()
AFFIXES = dict.fromkeys(_FRAMES.tags, EXACT)


def frames() -> ArticleFrames:
    """The frame, filled."""
    return _FRAMES
