"""Names: known things from the lexicon, rules over the words around, a tagger, and what the article repeats."""

from __future__ import annotations

from ..rules.frames.names import NameFrames
from ..schema import Entity
from ..taggers.base import NoTagger, Tagger
from ..taggers.words import looks
from . import name_places, name_rules
from .draft import Draft
from .name_ids import identify
from .name_people import people
from .name_tags import Found, merge, over, repeated, tagged


def find(draft: Draft, frames: NameFrames, tagger: Tagger | None = None) -> list[Entity]:
    """The names of an article, in order of ``start``, at normal offsets; ``tagger`` None is the lexicon and the rules alone."""
    tags = tagged(draft, frames, tagger or NoTagger())
    seen = {(t.start, t.end, t.label) for t in tags}
    openings = list(name_rules.line_openings(draft))
    known = list(name_rules.known(draft, frames, {(start, end) for start, end, _ in openings}))
    firm = {f.thing.country for f, weak in known if f.thing is not None and not weak} - {None}
    found = [f for f, weak in known if not weak or (f.start, f.end, f.label) in seen
             or (weak == 1 and f.thing is not None and f.thing.country in firm and f.label != "PER")]
    found += [*name_rules.organisations(draft, frames), *name_rules.marked(draft), *name_places.datelines(draft, openings)]
    found += name_places.compounds(draft, frames)
    found += name_places.headed(draft, frames, [*found, *tags])
    starts = {h.start for h in draft.hits.get("org_head")}
    facilities = {h.start: h.end for h in draft.hits.get("place_in")}
    tags = name_places.parted(draft, frames, tags, found, facilities)

    def heads(f: Found) -> bool:
        if f.label == "LOC":
            return f.start in facilities
        word = draft.view.tokens.words[draft.view.tokens.at(f.start)]
        seen = looks(draft.lang, word)
        return f.start in starts or seen.organisation > 1 or seen.other < 3

    names = merge(_best(found), tags, heads)
    names = merge(names, people(draft, frames, names), heads)
    names = merge(names, [*name_places.near(draft, frames), *name_rules.sources(draft, frames, names)], heads)
    names = over(names, name_rules.owned(draft, frames, names))
    names = over(names, name_rules.aliases(draft, names))
    names = merge(names, name_places.listed(draft, frames, names), heads)
    names = sorted([*names, *repeated(draft, frames, names)], key=lambda f: f.start)
    return identify(draft, names)


def _best(found: list[Found]) -> list[Found]:
    """The candidates that do not overlap: longer ones first, then known ones, then organisations, which the words around asked for."""
    kept: list[Found] = []
    taken: set[int] = set()
    for f in sorted(found, key=lambda f: (f.start - f.end, f.thing is None and f.rule != "names.media", f.label != "ORG", f.start)):
        if f.end > f.start and taken.isdisjoint(range(f.start, f.end)):
            taken.update(range(f.start, f.end))
            kept.append(f)
    return sorted(kept, key=lambda f: f.start)
