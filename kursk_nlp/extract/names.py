"""names."""

from __future__ import annotations

from ..rules.frames.names import NameFrames
from ..schema import Entity
from .draft import Draft


def find(draft: Draft, frames: NameFrames) -> list[Entity]:
    """The names of an article, in order of ``start``, at normal offsets."""
    return []
