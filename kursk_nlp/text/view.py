"""One article as every room of the house sees it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from .normalise import fold, normaliser
from .sentences import sentences
from .tokens import Tokens


class View:
    """An article in its forms: ``raw`` as given, ``normal`` for reading, ``folded`` for matching.

    ``normal`` and ``folded`` have the same length; every position inside the library is one of theirs. ``offsets`` leads
    back to ``raw``, and is used once, when the document is made.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.normal, self.offsets = normaliser(raw)
        self.folded = fold(self.normal)

    @cached_property
    def tokens(self) -> Tokens:
        return Tokens(self.folded)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        return sentences(self.normal)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s for s, _ in self.sentences]

    def sentence_index(self, position: int) -> int:
        """The index of the sentence that holds ``position`` (of the last one before it, when it lies between two)."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The span of that sentence; the whole text when there is none."""
        return self.sentences[self.sentence_index(position)] if self.sentences else (0, len(self.normal))
