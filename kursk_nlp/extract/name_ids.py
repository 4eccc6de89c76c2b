"""Which person, place or organisation a name means: canonical name, id, country, coordinates."""

from __future__ import annotations

import functools
from collections import Counter

from ..gazetteer import places
from ..gazetteer.fold import skeleton
from ..gazetteer.tables import Thing, plain, things
from ..schema import Entity
from ..text.normalise import MARKS, key
from ..text.patterns import pattern
from .draft import Draft
from .name_bodies import Body, known_bodies
from .name_tags import Found

#: consonants that a skeleton needs to name one person or outlet
LONG = 5


def identify(draft: Draft, names: list[Found]) -> list[Entity]:
    """The entities of an article, from its names in order of ``start``."""
    rivals = {f.start: _shared(draft.lang).get(draft.view.folded[f.start:f.end], ()) for f in names if f.label == "LOC"}
    known = Counter(f.thing.country for f in names if f.thing is not None and f.thing.country and not rivals.get(f.start))
    names = [f._replace(thing=_meant(some, known)) if (some := rivals.get(f.start)) else f for f in names]
    countries = Counter(f.thing.country for f in names if f.thing is not None and f.thing.country and f.thing.kind != "place")
    people = _People(draft, names)
    bodies = known_bodies(draft, names)
    return [_entity(draft, f, people, countries, bodies.get(f.start)) for f in names]


@functools.cache
def _shared(lang: str) -> dict[str, list[Thing]]:
    """The places that share a folded name with another, by that name; a country comes first: عمان is Oman and Amman."""
    out: dict[str, list[Thing]] = {}
    for thing in (t for t in things().values() if t.label == "LOC"):
        for form in {key(plain(f)) for f in thing.names.get(lang, ())}:
            out.setdefault(form, []).append(thing)
    return {form: some for form, some in out.items() if len(some) > 1}


def _meant(some: list[Thing], known: Counter[str]) -> Thing | None:
    """The one of them whose country the article names most, the first of equals; where it names none a country, else nothing."""
    best = max(some, key=lambda thing: known[thing.country or ""])
    return best if known[best.country or ""] or best.kind == "country" else None


_UNSEEN = pattern("names.unseen", f"[{MARKS}\\u0640\\u200b\\u200d-\\u200f\\u202a-\\u202e\\u2066-\\u2069]++", verbose=False)
_FARSI = str.maketrans("يكىۀ", "یکیه")


def display(draft: Draft, start: int, end: int) -> str:
    """A stretch of the article as a name is shown: in its own letters (Farsi ones in Farsi), without vowel and direction marks."""
    at, to = draft.view.offsets.to_raw(start, end)
    return _shown(draft.view.raw[at:to], draft.lang)


@functools.lru_cache(maxsize=1 << 12)
def _shown(written: str, lang: str) -> str:
    text = " ".join(_UNSEEN.sub("", written).split())
    return text.translate(_FARSI) if lang == "fa" else text


class _People:
    """The persons an article names in full, so that a short form finds them."""

    def __init__(self, draft: Draft, names: list[Found]) -> None:
        self._draft = draft
        self._by_word: dict[str, list[tuple[str, Thing | None]]] = {}
        for f in names:
            words = draft.view.folded[f.start:f.end].split()
            if f.label != "PER" or (len(words) < 2 and f.thing is None):
                continue
            thing = f.thing or known_by_skeleton("PER", draft.view.folded[f.start:f.end])
            full = thing.canonical(draft.lang) if thing else display(draft, f.start, f.end)
            for word in {words[0], words[-1]}:
                entries = self._by_word.setdefault(word, [])
                if all(full != known for known, _ in entries):
                    entries.append((full, thing))

    def of(self, f: Found) -> tuple[str, Thing | None]:
        """The full name, and the known person, that a mention means; the mention itself where the article tells no more."""
        text = self._draft.view.folded[f.start:f.end]
        thing = f.thing or known_by_skeleton("PER", text)
        if thing is None and " " not in text:
            entries = self._by_word.get(text, [])
            if len(entries) == 1:
                return entries[0]
        return (thing.canonical(self._draft.lang) if thing else display(self._draft, f.start, f.end)), thing


#: kinds of thing whose names are written by ear in both languages; "the Syrian guard" must not meet "the revolutionary guard"
_FOREIGN = ("person", "media", "company")


@functools.cache
def _skeletons(label: str) -> dict[str, Thing | None]:
    out: dict[str, Thing | None] = {}
    for thing in things().values():
        if thing.label == label and thing.kind in _FOREIGN:
            for form in (f for lang in ("fa", "ar") for f in thing.names.get(lang, ()) if f[:1] != "-" and not f.endswith("?")):
                bones = skeleton(plain(form))
                if len(bones) >= LONG:
                    out[bones] = thing if out.get(bones, thing) is thing else None
    return out


def known_by_skeleton(label: str, folded: str) -> Thing | None:
    """The known person or organisation whose name, in either language, has the consonants of this one; names of one word do not count."""
    return _skeletons(label).get(skeleton(folded)) if " " in folded else None


def _entity(draft: Draft, f: Found, people: _People, countries: Counter[str], body: Body | None) -> Entity:
    text, thing = draft.view.normal[f.start:f.end], f.thing
    name = display(draft, f.start, f.end)
    if f.label == "NORP":
        country = thing.country if thing else None
        return Entity(start=f.start, end=f.end, text=text, label="NORP", name=name, id=f"iso:{country}" if country else None,
                      country=country, rule=f.rule)
    if f.label == "PER":
        name, thing = people.of(f)
    elif f.label == "ORG" and thing is None:
        thing = known_by_skeleton("ORG", draft.view.folded[f.start:f.end])
    if f.label == "LOC" and (thing is None or thing.kind == "place"):
        place = _place(draft.view.folded[f.start:f.end], thing, countries)
        if place is not None:
            return Entity(start=f.start, end=f.end, text=text, label="LOC", name=name, id=f"geonames:{place.geonames_id}",
                          country=place.country, latitude=place.latitude, longitude=place.longitude, rule=f.rule)
    if thing is None:
        ident, country = body or (None, None)
        return Entity(start=f.start, end=f.end, text=text, label=f.label, name=name, id=ident, country=country, rule=f.rule)
    return Entity(start=f.start, end=f.end, text=text, label=f.label, name=thing.canonical(draft.lang),
                  id=thing.key if thing.key != "iso:KOREA" else None, country=thing.country,
                  latitude=thing.latitude, longitude=thing.longitude, rule=f.rule)


def _place(folded: str, thing: Thing | None, countries: Counter[str]) -> places.Place | None:
    """A place of GeoNames for a name that is not in our own list, or that in this article means another one (طرابلس in Lebanon)."""
    if thing is None:
        return places.resolve(folded, countries)
    if thing.country in countries or not any(p.country in countries for p in places.lookup(folded)):
        return None
    return places.resolve(folded, countries)
