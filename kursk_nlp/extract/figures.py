"""figures."""

from __future__ import annotations

from ..rules.frames.figures import FigureFrames
from ..schema import Figure
from .draft import Draft


def find(draft: Draft, frames: FigureFrames) -> list[Figure]:
    """The figures of an article, in order of ``start``, at normal offsets."""
    return []
