"""Lexicon forms with a place to fill, written once where several words may stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

SLOT = "*"
#: the marks that a name may bear, as normal text has them
_MARKS = (("«", "»"), ('"', '"'), ("“", "”"))


def filled(words: Sequence[str], *, marked: bool = False) -> Callable[[str], Iterable[str]]:
    """What turns a form with ``*`` into one form for each of the words; ``marked`` adds each word in quotation marks."""
    fillers = [*words, *(f"{a}{word}{b}" for word in words for a, b in _MARKS)] if marked else list(words)

    def expand(form: str) -> Iterable[str]:
        return [form.replace(SLOT, word) for word in fillers] if SLOT in form else (form,)

    return expand
