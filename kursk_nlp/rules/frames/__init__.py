"""What a language gives to ``extract``: words by role, and small functions where the grammars truly differ."""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon import Lexicon
from .article import ArticleFrames
from .dates import DateFrames
from .figures import FigureFrames
from .names import NameFrames
from .numbers import NumberFrames
from .quotes import QuoteFrames
from .units import UnitFrames


@dataclass(frozen=True)
class Language:
    """One language, wired: its lexicon and a frame for every kind of fact."""

    code: str
    lexicon: Lexicon
    article: ArticleFrames
    numbers: NumberFrames
    dates: DateFrames
    names: NameFrames
    units: UnitFrames
    quotes: QuoteFrames
    figures: FigureFrames
