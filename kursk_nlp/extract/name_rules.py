"""Names that rules find: known things, organisations and places by their heads, what quotation marks and datelines show."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..gazetteer import tables
from ..gazetteer.fold import skeleton
from ..gazetteer.tables import Thing, plain, things
from ..rules.frames.names import NameFrames
from ..rules.lexicon import Hit
from ..schema import Label
from ..taggers.words import looks, ranks
from ..text.patterns import pattern
from .draft import Draft
from .name_tags import COMMON, RARE, Found

#: words in quotation marks, at most sixty letters
QUOTED = pattern("names.quoted", r"[ ]?+[«“\"‘]([^«»“”\"‘’\n]{2,60}+)[»”\"’]")
#: up to three words at the start of a line, before a dash, a colon, or what stands in brackets: a place, where they name one
DATELINE = pattern("names.dateline", r"^([\w]++(?:[ ][\w]++){0,2}+)[ ]?+(?:[-–—:/]|\([^()\n]{2,20}+\)[ ]?+[-–—:])")
#: the rank of a word that raw text never showed
NEVER = 1 << 30
#: a run of Latin words after a word that announces an outlet: وكالة East Wind
LATIN = pattern("names.latin", r"[ ]?+[«“\"]?+([A-Za-z][A-Za-z0-9]*+(?:[ -][A-Za-z0-9]++){0,5}+)")


def known(draft: Draft, frames: NameFrames, openings: Collection[tuple[int, int]]) -> Iterator[tuple[Found, int]]:
    """The known things that stand in the text, and how weak a reading each is: 0 firm, 1 for a common word, 2 and 3 for commoner ones.

    ``openings`` are the spans that begin a line as a place before the story does.
    """
    table = things()
    hits = [h for h in draft.hits.get(tables.NAME, tables.THE_NAME, tables.PEOPLE, tables.LATIN) if frames.stands(h, draft.view.folded)]
    people = {(h.start, h.end) for h in hits if h.tag == tables.PEOPLE}
    countries = {(h.start, h.end) for h in hits if h.tag != tables.PEOPLE and h.value.startswith("iso:")}
    after = {h.end for h in draft.hits.get("media_head", "org_head", "source_of")}
    counts = {(n.start, n.end) for n in draft.numbers}
    papers = {h.end + 1 for h in draft.hits.get("media_head") if h.value == "paper" and not h.suffix and frames.construct(h)}
    for hit in hits:
        thing = table.get(hit.value.strip("-?"))
        weak = hit.value.count("?")
        label: Label = "NORP" if hit.tag == tables.PEOPLE else thing.label if thing else "MISC"  # type: ignore[assignment]
        if hit.tag == tables.PEOPLE:
            if (hit.start, hit.end) in countries and _is_place(draft, frames, hit):
                continue
        elif label == "LOC":
            if (hit.start, hit.end) in people and not _is_place(draft, frames, hit):
                continue
            if thing and thing.kind == "country" and hit.suffix and frames.people_wanted(draft.view, hit):
                yield Found(hit.start, hit.end, "NORP", "names.people", thing), weak
                continue
            if hit.start in papers and hit.prefix in ("", "ال"):  # صحيفة القدس, روزنامه ایران
                yield Found(*frames.span(hit), "ORG", "names.media"), 0
                continue
            if weak and ((hit.start, hit.end) in openings or frames.place_wanted(draft.view, hit)):
                weak //= 3
        start, end = frames.span(hit)
        if thing and label == "ORG":
            relayed = thing.kind == "media" and weak and _relayed(draft, frames, hit)
            weak = 0 if hit.start - len(hit.prefix) - 1 in after or relayed else 2 * weak
            first = draft.view.folded[start:end].partition(" ")[0]
            rest = start + len(first) + 1
            if thing.kind == "media" and first in frames.outside["media"] and rest < end and (rest, end) not in counts:  # شبکه ۱۲
                start = rest
        elif thing and label == "PER" and hit.value.startswith("-"):
            start = _with_first_name(draft, start, thing)
        yield Found(start, end, label, "names.people" if label == "NORP" else "names.known", thing), weak


def _relayed(draft: Draft, frames: NameFrames, hit: Hit) -> bool:
    """Whether a name stands between a verb of relaying and "from" or "that", as an outlet's does: نقلت الشرق الأوسط عن."""
    tokens = draft.view.tokens
    i, j = tokens.at(hit.start), tokens.after(hit.end)
    return i > 0 and j < len(tokens) and tokens.words[i - 1] in frames.relays and tokens.words[j] in frames.that | frames.relayed


def _with_first_name(draft: Draft, start: int, thing: Thing) -> int:
    """Where a person's name begins whose last name alone is known: with the word before, if it spells the first name or looks like one."""
    tokens = draft.view.tokens
    i = tokens.at(start) - 1
    if i < 0 or draft.view.folded[tokens.ends[i]:start] != " " or len(tokens.words[i]) < 3:
        return start
    firsts = {skeleton(plain(f).partition(" ")[0]) for forms in thing.names.values() for f in forms if " " in f}
    return tokens.starts[i] if skeleton(tokens.words[i]) in firsts or looks(draft.lang, tokens.words[i]).person > 1 else start


def _is_place(draft: Draft, frames: NameFrames, hit: Hit) -> bool:
    """A form that is a country's name and its adjective too: the words around decide."""
    if frames.people_wanted(draft.view, hit):
        return False
    weak = any(h.value.endswith("?") for h in draft.hits.starts.get(hit.start, ()) if h.end == hit.end and h.value.startswith("iso:"))
    return not weak or frames.place_wanted(draft.view, hit)


def organisations(draft: Draft, frames: NameFrames) -> Iterator[Found]:
    """Names that begin with a head word: وزارة الدفاع الروسية, وزارت دفاع روسیه, تنظيم «...»."""
    heads = draft.hits.get("org_head")
    if not heads:
        return
    named: dict[int, Hit] = {}
    for hit in draft.hits.get(tables.NAME, tables.THE_NAME, tables.PEOPLE):
        at = hit.stem - len(hit.prefix)
        if at not in named or hit.end > named[at].end:
            named[at] = hit
    words = {(h.start, h.tag): h for h in reversed(draft.hits.get("topic", "agency_word", "body_word"))}
    outlets = {h.end: things()[h.value] for h in named.values() if h.value.startswith("org:") and h.value in things()}
    for head in heads:
        marks = head.value in ("in", "field", "and", "centre", "agency", "group", "quoted", "body", "open") and not head.suffix
        quoted = QUOTED.match(draft.view.normal, head.end) if marks else None
        if quoted:
            yield Found(head.start, quoted.end(), "ORG", "names.quoted")
        else:
            end = frames.organisation(draft.view, head, named, words)
            if end is not None:
                yield Found(head.start, end, "ORG", "names.organisation", outlets.get(end))


def marked(draft: Draft) -> Iterator[Found]:
    """Names in quotation marks or Latin letters after a word that announces one: قناة «روسيا 24», با نام رمز «ولهس»."""
    for hit in draft.hits.get("media_head", "company_head", "code_name"):
        quoted = QUOTED.match(draft.view.normal, hit.end) or (None if hit.tag == "code_name" else LATIN.match(draft.view.normal, hit.end))
        if quoted:
            person = hit.tag == "code_name"
            yield Found(*quoted.span(1), "PER" if person else "ORG", "names.code_name" if person else "names.media")
    for hit in draft.hits.get("org_head"):
        latin = LATIN.match(draft.view.normal, hit.end) if hit.value == "agency" else None
        if latin:
            yield Found(*latin.span(1), "ORG", "names.media")


def owned(draft: Draft, frames: NameFrames, names: list[Found]) -> Iterator[Found]:
    """A hospital, school or place with the person's name after it: المستشفى العسكري محمد الخامس, شفاخانه وزیر محمد اکبر خان."""
    tokens, text = draft.view.tokens, draft.view.folded
    people = {f.start: f for f in names if f.label == "PER"}
    others = {f.start: f for f in names if f.label != "PER"}
    roles = {h.end for h in draft.hits.get("quote.role")}
    for hit in draft.hits.get("org_head", "place_in"):
        if hit.tag == "org_head" and hit.value != "named":
            continue
        if hit.tag == "place_in" and not frames.construct(hit):
            continue
        at = max(hit.end, others[hit.start].end if hit.start in others else 0)
        if at > hit.end and hit.start - 1 in roles:  # مدير مجمع ناصر الطبي عاطف الحوت
            continue
        i = tokens.after(at)
        while i < len(tokens) and text[at:tokens.starts[i]] == " " and tokens.words[i] in frames.outside["PER"]:
            at, i = tokens.ends[i], i + 1
        person = people.get(at + 1) if text.startswith(" ", at) else None
        if person is not None:
            yield Found(hit.start, person.end, "ORG" if hit.tag == "org_head" else "LOC", "names.owned")


#: what stands in brackets after an organisation: one word, or letters one by one
ALIAS = pattern("names.alias", r"[ ]?+\([«“\"]?+((?>\p{L}[ .]){1,4}+\p{L}|[\p{L}]{2,16}+)[»”\"]?+\)")


def aliases(draft: Draft, names: list[Found]) -> Iterator[Found]:
    """The short name in brackets after an organisation's: (سنتكوم), (أ ش أ), (وفا)."""
    known = {f.start for f in names if f.label == "ORG"}
    for f in names:
        found = ALIAS.match(draft.view.normal, f.end) if f.label == "ORG" else None
        if found and found.start(1) not in known:
            yield Found(*found.span(1), "ORG", "names.alias")


def sources(draft: Draft, frames: NameFrames, names: list[Found]) -> Iterator[Found]:
    """An outlet that we do not know, by its place: one uncommon word between "according to" and a comma (به گزارش هرانا،)."""
    tokens = draft.view.tokens
    known = {f.start for f in names}
    outlets = {h.start: h.end for h in draft.hits.get("quote.outlet")}
    for hit in draft.hits.get("source_of", "media_head", "quote.say"):
        i = tokens.after(hit.end)
        if i == len(tokens) or draft.view.folded[hit.end:tokens.starts[i]] != " " or tokens.starts[i] in known:
            continue
        start = tokens.starts[i]
        if start in outlets:
            yield Found(start, outlets[start], "ORG", "names.source")
        elif _outlet(draft, frames, hit, i):
            yield Found(start, tokens.ends[i], "ORG", "names.source")


def _outlet(draft: Draft, frames: NameFrames, hit: Hit, i: int) -> bool:
    """Whether a token behind "according to", a kind of outlet, or "said" can be only an outlet's name."""
    tokens, word = draft.view.tokens, draft.view.tokens.words[i]
    if not word.isalpha() or frames.unlike(word):
        return False
    if frames.definite(word):
        return hit.tag == "media_head" and _known_by_article(draft, frames, hit, i)
    if word in frames.given:
        return False
    if any(h.end >= tokens.ends[i] for h in draft.hits.starts.get(tokens.starts[i], ())):
        return False
    rank, after = ranks(draft.lang).get(word, NEVER), tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if hit.tag == "source_of":
        return after in ("،", ",") and rank >= COMMON and looks(draft.lang, word).place < 2
    if hit.tag == "media_head" and frames.strange and rank >= RARE and looks(draft.lang, word).other < 2:
        return not hit.suffix
    return frames.strange and rank == NEVER and hit.tag == "quote.say" and len(word) < 5 and after in frames.that


#: what is no outlet's name behind "newspaper" or "site", though it has the article: bodies, formations, kinds of place
_OTHERS = frozenset(("org_head", "unit.word", "unit.formation", "quote.role", "quote.body", "place_in", "place_out", "media_head",
                     "f.event", "f.person", "f.people", "company_head"))


def _known_by_article(draft: Draft, frames: NameFrames, hit: Hit, i: int) -> bool:
    """Whether a word with the article is an outlet's name: behind a newspaper, or behind a site or channel that says something."""
    tokens = draft.view.tokens
    word, start = tokens.words[i], tokens.starts[i]
    if hit.suffix or not frames.construct(hit) or len(word) < 5 or word in frames.no_outlet:
        return False
    if any(h.tag in _OTHERS and h.end >= tokens.ends[i] for at in (start, start + 2) for h in draft.hits.starts.get(at, ())):
        return False
    before = tokens.at(hit.stem) - 1
    says = before >= 0 and any(h.end == tokens.ends[before] for h in draft.hits.within(
        max(0, tokens.starts[before] - 20), tokens.ends[before], "quote.say", "source_of"))
    return hit.value == "paper" or says or (before >= 0 and tokens.words[before] in frames.relays)


def line_openings(draft: Draft) -> Iterator[tuple[int, int, str]]:
    """What stands at the start of a line before a dash, a colon or brackets: its span and the last letter of the mark."""
    at = 0
    for line in draft.view.folded.split("\n"):
        if found := DATELINE.match(line):
            yield at, at + found.end(1), line[found.end() - 1]
        at += len(line) + 1
