"""units."""

from __future__ import annotations

from ..rules.frames.units import UnitFrames
from ..schema import Unit
from .draft import Draft


def find(draft: Draft, frames: UnitFrames) -> list[Unit]:
    """The units of an article, in order of ``start``, at normal offsets."""
    return []
