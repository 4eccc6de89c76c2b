"""Farsi: wiring only."""

from __future__ import annotations

from ...rules.frames import Language
from ..shared.wiring import wire
from . import article, dates, figures, names, numbers, quotes, units
from .inflect import NOUN

_LAYERS = {"article": article, "numbers": numbers, "dates": dates, "names": names, "units": units, "quotes": quotes, "figures": figures}


def build() -> Language:
    """The language, its lexicon compiled."""
    return wire(__package__, _LAYERS, NOUN, loose_spaces=True)
