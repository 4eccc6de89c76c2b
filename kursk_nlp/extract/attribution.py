"""Who says so: the one mechanism that gives quotes their outlets and figures their sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..schema import Attribution
from .draft import Claim, Draft
from .speakers import Mention


def sources_of(draft: Draft, start: int, end: int) -> tuple[Attribution, ...]:
    """Who vouches for what the normal span ``start:end`` states, from the origin of the claim outward to the outlet.

    Read from ``draft.claims``, which the quotes fill: a figure inside a reported clause takes its speaker first, then the
    outlets that clause came through; a claim reported inside another one's clause comes before it. ``()`` where the article
    itself says it. Attributions are at normal offsets; the same source is named once.
    """
    return distinct(a for claim in covering(draft.claims, start, end) for a in claim.sources)


#: a claim lies in one sentence, so that few begin between it and what it covers
_BETWEEN = 24


def covering(claims: Sequence[Claim], start: int, end: int) -> Iterator[Claim]:
    """The claims (in order of ``start``) whose stretch holds the whole span, the narrowest first."""
    last = bisect_right(claims, start, key=lambda c: c.start)
    holding = [c for c in claims[max(0, last - _BETWEEN):last] if end <= c.end]
    yield from sorted(holding, key=lambda c: (c.end - c.start, -c.start))


def distinct(sources: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The sources in order, each once (by ``id`` where it has one, else by name)."""
    seen: dict[str, Attribution] = {}
    for source in sources:
        seen.setdefault(source.id or source.name, source)
    return tuple(seen.values())


def attribute(mention: Mention, draft: Draft) -> Attribution:
    """A mention as a source."""
    return Attribution(start=mention.start, end=mention.end, text=draft.view.normal[mention.start:mention.end], name=mention.name,
                       kind=mention.kind, id=mention.id)
