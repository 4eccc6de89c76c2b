"""Farsi: wiring only."""

from __future__ import annotations

from ...rules.frames import Language
from ...rules.lexicon import Lexicon
from ..shared.data import rows
from . import article, dates, figures, names, numbers, quotes, units
from .inflect import NOUN

_LAYERS = (article, numbers, dates, names, units, quotes, figures)


def build() -> Language:
    """The language, its lexicon compiled."""
    lexicon = Lexicon(
        rows(__package__) + [row for layer in _LAYERS for row in getattr(layer, "ROWS", ())],
        affixes={tag: a for layer in _LAYERS for tag, a in getattr(layer, "AFFIXES", {}).items()},
        default=NOUN,
        loose_spaces=True,
        expand={tag: e for layer in _LAYERS for tag, e in getattr(layer, "EXPAND", {}).items()},
    )
    return Language("fa", lexicon, article.frames(), numbers.frames(), dates.frames(), names.frames(), units.frames(),
                    quotes.frames(), figures.frames())
