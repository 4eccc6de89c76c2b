"""Names from the tagger, and names that an article repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from ..gazetteer.tables import NAME, NO_NAME, PEOPLE, Thing, things
from ..rules.frames.names import NameFrames
from ..schema import Label
from ..taggers.base import Tagger
from ..taggers.words import looks, ranks
from .draft import Draft


class Found(NamedTuple):
    """A candidate: ``thing`` where it is known."""

    start: int
    end: int
    label: Label
    rule: str
    thing: Thing | None = None


def sentences(draft: Draft) -> list[Sequence[str]]:
    """The sentences of an article as a tagger reads them."""
    tokens = draft.view.tokens
    return [tokens.words[r.start:r.stop] for r in (tokens.within(*s) for s in draft.view.sentences)]


def tagged(draft: Draft, frames: NameFrames, tagger: Tagger) -> list[Found]:
    """What the tagger finds, its edges cleaned: no clitics, titles, kinds of place, dates, lone quotation marks, or plain words."""
    tokens = draft.view.tokens
    ranges = [tokens.within(*s) for s in draft.view.sentences]
    spans = tagger.tag(sentences(draft))
    found = [(r.start + s.start, r.start + s.end, s.label) for r, some in zip(ranges, spans, strict=True) for s in some]
    if not found:
        return []
    heads, ends = {tokens.words[i] for i, _, _ in found}, {j for _, j, _ in found}
    bare = {(h.stem_end, label) for label, tags in _HEADS.items() for h in draft.hits.get(*tags)}
    counts = {i for d in (*draft.dates, *draft.numbers) for i in tokens.within(d.start, d.end)}
    outlets = {h.stem for h in draft.hits.get("media_head")}
    bodies = {h.start for h in draft.hits.get("org_head")}
    formations = {h.start for h in draft.hits.get("unit.word", "unit.formation", "unit.command")} - bodies
    people = {h.stem_end for h in draft.hits.get(PEOPLE)}
    skips = {i: tokens.after(h.end) for h in draft.hits.get("source_of") for i in tokens.within(h.start, h.end)}
    facilities = {h.start for h in draft.hits.get("place_in")}
    kinds = {h.start for h in draft.hits.get("place_out")}
    counted = draft.hits.get("f.thing", "f.person", "f.people", "unit.word", "unit.formation")
    things = {h.start for h in counted if h.tag != "f.thing" or not h.prefix}
    illnesses = {h.end for h in draft.hits.get("f.disease")}
    roles, named = {h.end for h in draft.hits.get("quote.role")}, {h.start for h in draft.hits.get("unit.formation")}
    none = {i for h in draft.hits.get(NO_NAME) for i in tokens.within(h.start, h.end)}
    full = _full(draft)
    out = []
    for i, j, label in found:
        i = min(j, max(i, skips.get(i, i)))  # بر بنیاد آمار وزارت صحت
        while i < j and i in counts:
            i += 1
        for k in range(i, j):
            month = label == "PER" and k > i and tokens.words[k - 1] in frames.within  # أبو رمضان
            beyond = label == "ORG" and k > i and tokens.words[k] in frames.outside["beyond"]  # بنیاد X در واکنش
            if (k in counts and not month) or (k > i and tokens.words[k] in _QUOTES) or beyond:
                j = k
                break
        i, j = _clean(draft, frames, i, j, label)
        if label == "PER" and i < j and full:
            j = _known(draft, full, i, j)
        if label == "PER" and i < j and tokens.ends[i] not in people:
            i = _given(draft, frames, i, j)
        if i == j or (label == "ORG" and _holds(outlets, tokens.ends[i], tokens.starts[j - 1])) or (
                label != "PER" and tokens.starts[i] in formations):
            continue
        if label == "ORG" and tokens.starts[i] not in bodies:
            if tokens.starts[i] in facilities:  # زندان اوین
                label = "LOC"
            elif any(tokens.starts[k] in kinds for k in range(i + 1, j)):
                continue
        if label == "LOC" and tokens.starts[i] in facilities:  # کلیسای مار الیاس محلهٔ دویلعه
            j = next((k for k in range(i + 2, j) if tokens.starts[k] in kinds and len(tokens.words[k]) > 3), j)
        if tokens.ends[i] in illnesses or (i in none and j - 1 in none):  # بفيروس كورونا, خالص التعازي
            continue
        if all(map(frames.common, tokens.words[i:j])):  # جان‌باختگان
            continue
        if label == "PER" and i and tokens.starts[i - 1] in named and frames.bare(tokens.words[i - 1]) and (
                j == i + 1 or i < 2 or tokens.ends[i - 2] not in roles):  # لواء غولاني
            continue
        if label == "PER" and (_designation(draft, i, j) or _words(draft, frames, i, j)):
            continue
        if label == "ORG" and j == i + 1 and tokens.words[i] in frames.outside["alone"]:
            continue
        if label == "PER" and tokens.starts[i] in things and not frames.given.get(tokens.words[i]) and not any(
                looks(draft.lang, w).person > 1 for w in tokens.words[i + 1:j]):  # نظامی سوری
            continue
        if j == i + 1 and ((tokens.ends[i], label) in bare or not _alone(draft, tokens.words[i], label)):
            continue
        after_name = i == 0 or i in ends or not tokens.words[i - 1].isalnum()
        start = tokens.starts[i] + frames.clitic(tokens.words[i], heads, after_name)
        out.append(Found(start, tokens.ends[j - 1], label, f"names.{tagger.name}"))
    return out


#: heads of names that are no name by themselves
_HEADS = {"ORG": ("org_head", "media_head", "company_head"), "LOC": ("place_in", "place_out")}
_QUOTES = frozenset("«»“”\"")
#: a word that looks like no name must be rarer than this to be a word of one
RARE = 8000
#: a word that looks like no name and is among so many commonest is none at the edge of a person's or place's
COMMON = 3000


def _given(draft: Draft, frames: NameFrames, i: int, j: int) -> int:
    """Where a person's name of one word begins when the word before it is a given name that the tagger missed."""
    if j != i + 1 or i == 0:
        return i
    tokens, word = draft.view.tokens, draft.view.tokens.words[i - 1]
    seen = looks(draft.lang, word)
    near = draft.view.folded[tokens.ends[i - 1]:tokens.starts[i]] == " "
    return i - 1 if near and word.isalpha() and 0 < seen.person >= seen.other - 1 and word not in frames.outside["PER"] and (
        seen.person > 1 or ranks(draft.lang)[word] >= COMMON) else i


def _full(draft: Draft) -> dict[int, int]:
    """Where the names of several words of known persons begin and end."""
    text = draft.view.folded
    several = (h for h in draft.hits.get(NAME) if " " in text[h.stem:h.stem_end])
    return {h.stem: h.stem_end for h in several if (thing := things().get(h.value)) is not None and thing.label == "PER"}


def _known(draft: Draft, full: dict[int, int], i: int, j: int) -> int:
    """Where a person ends who begins as a known one: with that name, unless a word after it looks like a person's."""
    tokens = draft.view.tokens
    k = tokens.after(full.get(tokens.starts[i], len(draft.view.folded)))
    return k if k < j and all(looks(draft.lang, w).person < 2 for w in tokens.words[k:j]) else j


def _designation(draft: Draft, i: int, j: int) -> bool:
    """Whether a name in quotation marks goes on with a number there, which makes it that of a weapon: «قاصف ۲کا»."""
    words = draft.view.tokens.words
    return i > 0 and words[i - 1] in _QUOTES and j < len(words) and words[j][0].isdecimal()


def _words(draft: Draft, frames: NameFrames, i: int, j: int) -> bool:
    """Whether raw text shows every word of a name of several to be none."""
    return j > i + 1 and all(looks(draft.lang, w).other == 3 and not frames.given.get(w) for w in draft.view.tokens.words[i:j])


def _alone(draft: Draft, word: str, label: str) -> bool:
    """Whether one word that the tagger takes for a name by itself is not one that raw text shows to be none."""
    seen = looks(draft.lang, word)
    if len(word) < 2 or seen.other == 3 or (label == "LOC" and seen.other == 2 and not seen.place):
        return False
    return label != "PER" or seen.person > 0 or word not in ranks(draft.lang)


def _holds(positions: set[int], start: int, end: int) -> bool:
    return any(start < p <= end for p in positions)


def _clean(draft: Draft, frames: NameFrames, i: int, j: int, label: str) -> tuple[int, int]:
    words, outside = draft.view.tokens.words, frames.outside.get(label, frozenset())
    rank = ranks(draft.lang)

    def plain(word: str) -> bool:
        return not word.isalnum() or (label != "ORG" and rank.get(word, COMMON) < COMMON and looks(draft.lang, word).other == 3)

    ends = draft.view.tokens.ends
    roles: set[int] = set()
    if label == "PER" and i < j:
        roles = {h.end for h in draft.hits.within(draft.view.tokens.starts[i], ends[j - 1], "quote.role", "quote.say")}
    while i < j and (words[i] in outside or ends[i] in roles or not words[i].isalnum() or (j == i + 1 and plain(words[i]))):
        i += 1
    while i < j:
        object_ = label == "PER" and j == i + 2 and words[j - 1][-1] == "ا" and frames.definite(words[i])
        if (object_ and not looks(draft.lang, words[j - 1]).person) or (label == "PER" and len(words[j - 1]) < 2):  # السيسي إكليلا, سليم لـ
            j -= 1
            continue
        surname = label == "PER" and j > i + 1 and frames.definite(words[j - 1])  # القاضي, الخطيب
        if not (plain(words[j - 1]) and not surname) and not (label == "LOC" and words[j - 1] in outside):
            break
        j -= 1
    return i, j


_place: Callable[[Found], tuple[int, int]] = itemgetter(0, 1)


def merge(base: list[Found], extra: Iterable[Found], heads: Callable[[Found], bool]) -> list[Found]:
    """``base`` with what ``extra`` adds: a longer name of an organisation or person swallows what lies inside it, else base stands.

    ``base`` holds spans that do not overlap. ``heads`` tells whether a span begins with a word that can begin the name
    of an organisation, or of a facility for a place.
    """
    by_start = sorted(base, key=_place)
    dropped: set[tuple[int, int]] = set()
    added: list[Found] = []
    at = 0
    for t in sorted(extra, key=_place):
        while at < len(by_start) and by_start[at].end <= t.start:
            at += 1
        over = []
        k = at
        while k < len(by_start) and by_start[k].start < t.end:
            over.append(by_start[k])
            k += 1
        if (not added or added[-1].end <= t.start) and _swallows(t, over, heads):
            dropped.update(map(_place, over))
            added.append(t)
    if not added:
        return by_start
    return sorted([*(b for b in by_start if _place(b) not in dropped), *added], key=_place)


def over(base: list[Found], wider: Iterable[Found]) -> list[Found]:
    """``base`` with names that hold some of its own in their place."""
    add = {f.start: f for f in wider}
    kept: list[Found] = []
    reach = -1
    for f in sorted([*add.values(), *base], key=lambda f: (f.start, -f.end)):
        if f.start >= reach:
            kept.append(f)
            reach = f.end if f.start in add else reach
    return kept


def _swallows(t: Found, over: list[Found], heads: Callable[[Found], bool]) -> bool:
    """Whether a name takes the place of the ones that it overlaps, all of them shorter and inside it."""
    if not all(t.start <= o.start and o.end <= t.end and _place(o) != _place(t) for o in over):
        return False
    if t.label == "LOC":
        return all(o.label == "LOC" and ((o.thing is None and o.start == t.start) or (o.end == t.end and heads(t))) for o in over)
    if t.label == "PER":
        return all(o.label == "PER" or o.start > t.start for o in over)
    inner = [o for o in over if o.label == "ORG"]
    if any(o.label in ("ORG", "LOC") for o in over) and not heads(t):
        return False
    return not inner or (len(inner) == 1 and (inner[0].start > t.start or inner[0].rule == "names.media"))


#: a single word among so many commonest is not spread over an article
TOO_COMMON = 1500


def repeated(draft: Draft, frames: NameFrames, found: list[Found]) -> Iterator[Found]:
    """A name found once is a name everywhere in its article; of a person's name the last word alone too."""
    tokens = draft.view.tokens
    forms: dict[str, list[tuple[tuple[str, ...], Found]]] = defaultdict(list)
    for f in found:
        if f.label == "NORP":
            continue
        words = tuple(draft.view.folded[f.start:f.end].split(" "))
        ways = [words]
        if f.label == "PER" and len(words) > 1:
            ways.append(words[-1:])
        for way in ways:
            rare = len(way[0]) > 2 and way[0].isalpha() and ranks(draft.lang).get(way[0], TOO_COMMON) >= TOO_COMMON
            if (len(way) > 1 or rare) and all(w != way for w, _ in forms[way[0]]):
                forms[way[0]].append((way, f))
    covered = sorted((f.start, f.end) for f in found)
    ends = {word[-2:] for word in forms}  # few words end as a name does, and only those can be one behind clitics
    at = 0
    for i, word in enumerate(tokens.words):
        if word[-2:] not in ends and word[-1] not in ends:
            continue
        start = tokens.starts[i]
        while at < len(covered) and covered[at][1] <= start:
            at += 1
        if at < len(covered) and covered[at][0] <= start:
            continue
        for cut in (0, *frames.proclitics(word)):
            hits = [(way, f) for way, f in forms.get(word[cut:], ()) if _follows(draft, i, way)]
            if hits:
                way, f = max(hits, key=lambda h: len(h[0]))
                end = tokens.ends[i + len(way) - 1]
                if at == len(covered) or covered[at][0] >= end:
                    yield Found(start + cut, end, f.label, "names.repeated", f.thing)
                break


def _follows(draft: Draft, i: int, way: tuple[str, ...]) -> bool:
    tokens = draft.view.tokens
    last = i + len(way) - 1
    return (last < len(tokens) and tuple(tokens.words[i + 1:last + 1]) == way[1:]
            and tokens.ends[last] - tokens.ends[i] == sum(len(w) + 1 for w in way[1:]))
