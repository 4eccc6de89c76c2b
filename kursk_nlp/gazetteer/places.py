"""Places by name, from GeoNames: 42,000 Arabic and Farsi names of 32,000 places.

The file is sorted text, read at the first question and searched by halves, so that it costs nothing to those who do not ask.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Collection
from importlib.resources import files
from typing import NamedTuple


class Place(NamedTuple):
    """A populated place; degrees are WGS 84."""

    geonames_id: int
    country: str
    latitude: float
    longitude: float
    population: int


@functools.cache
def _lines() -> list[str]:
    return (files(__package__) / "data" / "geonames.tsv").read_text(encoding="utf-8").split("\n")


@functools.lru_cache(maxsize=1 << 15)
def lookup(folded: str) -> tuple[Place, ...]:
    """The places that a folded name may mean, largest first; at most four."""
    lines = _lines()
    at = bisect_left(lines, folded + "\t")
    if at == len(lines) or not lines[at].startswith(folded + "\t"):
        return ()
    rows = (c.split(" ") for c in lines[at][len(folded) + 1:].split(";"))
    return tuple(Place(int(i), cc, float(lat), float(lon), int(pop)) for i, cc, lat, lon, pop in rows)


#: a name alone is enough for a place of this size, when no other place of that name has a tenth of its people
LARGE = 100_000


def resolve(folded: str, countries: Collection[str]) -> Place | None:
    """The one place that a name means in an article about these countries, or None where that is not clear.

    A wrong coordinate is worse than none: of places in the article's countries the largest counts when it is clearly so; outside them
    only a large one without a rival.
    """
    found = lookup(folded)
    here = tuple(p for p in found if p.country in countries)
    if here:
        return here[0] if _clear(here) else None
    return found[0] if found and found[0].population >= LARGE and _clear(found) else None


def _clear(candidates: tuple[Place, ...]) -> bool:
    return len(candidates) == 1 or candidates[0].population > 10 * candidates[1].population


def weight(folded: str) -> str:
    """How well known a place of that name is, for a tagger: ``"3"`` to ``"7"`` (the power of ten of its people), empty for none."""
    found = lookup(folded)
    return str(min(7, max(3, len(str(found[0].population)) - 1))) if found else ""
