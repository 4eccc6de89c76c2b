"""The parts of an article: header, story, boilerplate, and the day it was published."""

from __future__ import annotations

import datetime

from ..rules.frames.article import ArticleFrames
from .draft import Draft


def read(draft: Draft, frames: ArticleFrames) -> None:
    """Fill ``draft.header`` and ``draft.zones``."""


def published(draft: Draft, frames: ArticleFrames) -> datetime.date | None:
    """The day of publication that the article itself states in its header or footer, from ``draft.dates``; None if none."""
    return None
