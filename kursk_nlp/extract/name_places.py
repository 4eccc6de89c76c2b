"""Places that rules find: by their kind, in lists, as names of several words, near something, before the story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..gazetteer import places
from ..rules.frames.names import NameFrames
from ..taggers.words import looks, ranks
from ..text.patterns import pattern
from .draft import Draft
from .name_rules import QUOTED
from .name_tags import COMMON, Found


def datelines(draft: Draft, openings: Iterable[tuple[int, int, str]]) -> Iterator[Found]:
    """A place at the start of a line, before the story: العلمين (مصر) -; ``openings`` are ``line_openings``."""
    for start, end, mark in openings:
        some = places.lookup(draft.view.folded[start:end])
        if some and some[0].population > (places.LARGE if mark == ":" else 0):
            yield Found(start, end, "LOC", "names.dateline")


def headed(draft: Draft, frames: NameFrames, found: list[Found]) -> Iterator[Found]:
    """Places by the word before them: بلدة كفر تخاريم, استان یزد; and with it, where that is part of the name: مطار المزة."""
    starts = {f.start: f for f in found if f.label in ("LOC", "PER")}
    tokens, text = draft.view.tokens, draft.view.folded
    counts = {n.start for n in (*draft.numbers, *draft.dates)}
    months = {d.start for d in draft.dates if text[d.start:d.end].isalpha()}
    for hit in draft.hits.get("place_in", "place_out"):
        if not frames.construct(hit):
            continue
        quoted = QUOTED.match(draft.view.normal, hit.end)
        if quoted:
            yield Found(*((hit.start, quoted.end()) if hit.tag == "place_in" else quoted.span(1)), "LOC", "names.headed")
            continue
        at = hit.end
        while (gap := (SPACE if at == hit.end else GAP).match(text, at)) and (at == hit.end or gap.group() != " "):
            i = tokens.at(gap.end())
            if i < len(tokens) and hit.tag == "place_in" and tokens.starts[i] in months:  # سد تشرين
                yield Found(hit.start, tokens.ends[i], "LOC", "names.headed")
                break
            if i == len(tokens) or tokens.starts[i] in counts:
                break
            cut = max(0, gap.end() - tokens.starts[i])  # ومارون
            next_one = starts.get(tokens.starts[i] + cut)
            end = next_one.end if next_one else frames.place_name(draft.view, i, cut)
            if end is None or (next_one is None and frames.plural(hit) and not _known(draft, tokens.words[i][cut:])):
                break
            if hit.tag == "place_in":
                yield Found(hit.start, end, "LOC", "names.headed")
            elif next_one is None or next_one.label == "PER":  # بلدة أبو حمد
                yield Found(tokens.starts[i] + cut, end, "LOC", "names.headed")
            if hit.tag == "place_in" or not frames.plural(hit):
                break
            at = end


def parted(draft: Draft, frames: NameFrames, tags: list[Found], found: list[Found], facilities: Mapping[int, int]) -> list[Found]:
    """The tagger's facilities without the town behind a name of their own (مسجد گازرگاه هرات are two names); where only adjectives stand
    between (زندان مرکزی هرات), it belongs to the name."""
    towns = {f.end: f.start for f in found if f.label == "LOC" and f.thing is not None and f.thing.country}
    return [t._replace(end=towns[t.end] - 1) if t.label == "LOC" and _own_name(draft, frames, t, towns.get(t.end), facilities) else t
            for t in tags]


def _own_name(draft: Draft, frames: NameFrames, t: Found, town: int | None, facilities: Mapping[int, int]) -> bool:
    kind = facilities.get(t.start)
    return kind is not None and town is not None and kind < town - 1 and not all(
        word in frames.describing for word in draft.view.folded[kind:town].split())


def _known(draft: Draft, word: str) -> bool:
    """Whether a word in a list behind a plural (مدن، روستاهای) is sure to be a place: in raw text, in GeoNames, or a word nobody knows."""
    return looks(draft.lang, word).place > 1 or bool(places.lookup(word)) or word not in ranks(draft.lang)


#: between a kind of place and its name a space, between the names of a list a comma or "and"
SPACE = pattern("names.space", r"[ ]")
GAP = pattern("names.gap", r"[ ]?+[،,][ ](?:و[ ]?+)?|[ ]و[ ]?+|[ ]")


def near(draft: Draft, frames: NameFrames) -> Iterator[Found]:
    """A place after a word such as "near": one that GeoNames knows, or that looks like a place in raw text."""
    tokens = draft.view.tokens
    for hit in draft.hits.get("place_near"):
        i = tokens.at(hit.end)
        if hit.suffix not in ("", "ی") or i == len(tokens) or draft.view.folded[hit.end:tokens.starts[i]] != " ":
            continue
        word = tokens.words[i]
        if frames.place_name(draft.view, i, 0) is None or frames.clitic(word, (), False):
            continue
        if looks(draft.lang, word).place > 1 or (places.lookup(word) and ranks(draft.lang).get(word, COMMON) >= COMMON):
            yield Found(tokens.starts[i], tokens.ends[i], "LOC", "names.near")


def compounds(draft: Draft, frames: NameFrames) -> Iterator[Found]:
    """Places of several words that begin with one that takes another, with or without a kind before them: بنت جبيل, دير الزور."""
    tokens = draft.view.tokens
    for i, cut in enumerate(map(frames.parts.get, tokens.words)):
        end = frames.compound(draft.view, i, cut) if cut is not None else None
        if cut is not None and end is not None:
            yield Found(tokens.starts[i] + cut, end, "LOC", "names.compound")


def listed(draft: Draft, frames: NameFrames, names: list[Found]) -> Iterator[Found]:
    """The further places of a list whose first is known and stands behind a preposition or a kind: في جبلة وبانياس."""
    tokens, text = draft.view.tokens, draft.view.folded
    starts = {f.start: f for f in names}
    for f in names:
        if f.label != "LOC":
            continue
        first = tokens.at(f.start)
        behind = f.rule in _OWN or f.start > tokens.starts[first] or (first > 0 and tokens.words[first - 1] in frames.place_list)
        at = f.end
        while (gap := GAP.match(text, at)) and gap.group() != " ":
            i = tokens.at(gap.end())
            if i == len(tokens) or not tokens.words[i].isalpha():
                break
            cut = max(0, gap.end() - tokens.starts[i])
            start = tokens.starts[i] + cut
            if start in starts or tokens.starts[i] in starts:
                break
            end = _item(draft, frames, i, cut, behind)
            if end is None:
                break
            yield Found(start, end, "LOC", "names.listed")
            at = end


#: rules that found a place by the words around it
_OWN = ("names.headed", "names.near", "names.listed")


def _item(draft: Draft, frames: NameFrames, i: int, cut: int, behind: bool) -> int | None:
    """Where a place in a list ends: one of several words, or one word that looks like a place, that GeoNames knows, or, ``behind`` a
    preposition, that nobody does."""
    end = frames.compound(draft.view, i, cut)
    if end is not None:
        return end
    word = draft.view.tokens.words[i][cut:]
    seen, rank = looks(draft.lang, word), ranks(draft.lang).get(word)
    here = draft.hits.starts.get(draft.view.tokens.starts[i] + cut, ())
    if len(word) < 4 or word in frames.given or any(h.end >= draft.view.tokens.ends[i] for h in here):
        return None
    if seen.place > 1 or (places.lookup(word) and (rank is None or (rank >= COMMON and seen.other < 3))):
        return draft.view.tokens.ends[i]
    unknown = behind and cut > 0 and rank is None and draft.view.tokens.words[i] not in ranks(draft.lang) and not frames.unlike(word)
    unknown = unknown and word[0] not in "کلبفست" and word[-1] not in "کتی"
    return draft.view.tokens.ends[i] if unknown else None
