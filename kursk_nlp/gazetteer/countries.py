"""Which country does a word mean?"""

from __future__ import annotations

import functools

from ..text.normalise import key
from .tables import plain, things


@functools.cache
def _by_form() -> dict[str, str]:
    out: dict[str, str] = {}
    for thing in things().values():
        if thing.country and thing.label in ("LOC", "NORP"):
            for forms in thing.names.values():
                for form in forms:
                    if form:
                        out.setdefault(_tight(plain(form)), thing.country)
    return out


def _tight(text: str) -> str:
    return key(text).replace(" ", "")


def country_of(phrase: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country name, a nationality in its base form or a known place, in either language; else None.

    Spaces, half-spaces and hamzas do not matter. For inflected words in an article, ask the NORP and LOC entities of the draft.
    """
    return _by_form().get(_tight(phrase))
