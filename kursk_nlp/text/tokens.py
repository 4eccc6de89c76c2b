"""Tokens: runs of letters, runs of digits, single marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from .patterns import pattern

_WORD = pattern("token", r"[^\W\d_]++|\d++|\S")


class Tokens:
    """The tokens of a folded text as parallel lists.

    ``words[i] == folded[starts[i]:ends[i]]``. Letters and digits never share a token (مقتل3 is two).
    """

    __slots__ = ("ends", "starts", "words")

    def __init__(self, folded: str) -> None:
        found = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(folded)]
        self.starts = [f[0] for f in found]
        self.ends = [f[1] for f in found]
        self.words = [f[2] for f in found]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, position: int) -> int:
        """The index of the token that covers ``position``, else of the first one after it (``len`` if none)."""
        return bisect_right(self.ends, position)

    def after(self, position: int) -> int:
        """The index of the first token that begins at ``position`` or after it (``len`` if none); never one that holds it."""
        return bisect_left(self.starts, position)

    def within(self, start: int, end: int) -> range:
        """The indices of the tokens that lie wholly inside ``start:end``."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))
