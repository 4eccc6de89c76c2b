"""What the gazetteer knows of a single word, in short: a hint for taggers."""

from __future__ import annotations

import functools

from ..text.normalise import key
from . import places
from .tables import plain, things

_KINDS = {"country": "k", "place": "l", "person": "p", "media": "m", "body": "o", "company": "o", "army": "o", "armed_group": "a"}


@functools.cache
def _kinds() -> dict[str, str]:
    out: dict[str, str] = {}
    for thing in things().values():
        kind = _KINDS.get(thing.kind)
        if kind is None:
            continue
        for form in (f for forms in thing.names.values() for f in forms if f and not f.endswith("?")):
            whole = key(plain(form))
            words = [w.removeprefix("ال") if kind in "kl" else w for w in whole.split(" ")]
            if len(words) == 1 or kind == "p":
                for word in (*words, whole) if len(words) == 1 else words:
                    if len(word) > 2:
                        out.setdefault(word, kind)
    return out


@functools.lru_cache(maxsize=1 << 15)
def hint(folded: str) -> str:
    """The kind of known thing that a word names by itself, else how large a place of that name is; empty for neither."""
    return _kinds().get(folded) or places.weight(folded)
