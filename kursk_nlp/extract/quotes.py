"""quotes."""

from __future__ import annotations

from ..rules.frames.quotes import QuoteFrames
from ..schema import Quote
from .draft import Draft


def find(draft: Draft, frames: QuoteFrames) -> list[Quote]:
    """The quotes of an article, in order of ``start``, at normal offsets."""
    return []
