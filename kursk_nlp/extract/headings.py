"""What stands before the news in a line (bullet, clock time, "breaking", place, agency), and lines in which somebody says: "X: …"."""

from __future__ import annotations

from collections.abc import Sequence

from ..rules.frames.quotes import QuoteFrames
from ..rules.reporting import MEDIA, SPEAKS, Item, Report, Sentence

STOPS = frozenset("،,؛;:.!?؟-–—…()[]/|")
DASHES = frozenset("-–—ـ")
_COMMAS = frozenset("،,")
#: between a time and what is told of it
_PARTS = DASHES | frozenset(":|")
#: tags that come from other layers: the name of a state, which speaks as its government does, and the beginning of a number
STATE, NUMBER = "quote.state", "quote.number"
#: words before the colon of a headline; words of an outlet's name in marks; items of a line that may be a headline
SAYER, _BYLINE, _HEADLINE = 7, 3, 30
#: items that a dateline may have, and after its colon those among which somebody must be said to speak
_DATELINE, _SAID = 14, 20
#: who may stand before the colon of a headline
_HEADS = frozenset({"quote.role", "quote.body", "quote.anonymous", "quote.outlet", "quote.media", "quote.capital", STATE})
#: what stands before marked words and says nothing by itself
_TOPICS = frozenset({"quote.document", "quote.title", "quote.tale"})


def stamp(items: Sequence[Item], text: str, frames: QuoteFrames) -> int:
    """How many items at the beginning of a line are a bullet, a clock time, the number of a list, "breaking": no part of what it says."""
    at = 0
    while at < len(items):
        item = items[at]
        following = items[at + 1].word if at + 1 < len(items) else ""
        if item.word == "(" and at + 2 < len(items) and items[at + 2].word == ")" and items[at + 1].kind == "date":
            at += 3
            continue
        clock = item.kind == "date" and (following in _PARTS or (item.word[0].isdecimal() and ":" in text[item.start:item.end]))
        listed = item.word.isdecimal() and len(item.word) < 4 and following in (".", ")", *DASHES)
        if not (clock or listed or item.word in frames.breaking or (item.kind == "punct" and item.word != "(")):
            break
        at += 1
    return at if at < len(items) else 0


def dateline(items: Sequence[Item]) -> int:
    """How many items at the beginning are places, agencies and dates before a dash, or before a colon after which somebody speaks."""
    cut, outlet = 0, False
    for i, item in enumerate(items[:_DATELINE]):
        near = item.end < items[i + 1].start or items[i - 1].end < item.start if 0 < i < len(items) - 1 else False
        if item.word == ":":
            speaks = any(later.cue and later.cue.kind == "say" for later in items[i + 1:i + _SAID])
            return i + 1 if i and speaks else cut if outlet else 0
        if (near and item.word in DASHES) or (item.word == "/" and i):
            cut = i + 1
        unknown = i == 0 and len(items) > 2 and items[1].word in _COMMAS and items[2].label == "LOC" and not item.tags & SPEAKS
        if "quote.outlet" in item.tags or (unknown and item.kind == "word"):
            outlet = True
        elif item.label != "LOC" and item.word not in STOPS and item.kind != "date" and not (
                i > 0 and "quote.outlet" in items[i - 1].tags and item.kind == "word" and not item.tags and not item.cue):
            break
    return cut if outlet else 0


def dashed(items: Sequence[Item]) -> int:
    """How many items at the beginning of a line are a dateline or byline: names, then a dash that stands alone."""
    for i in range(1, min(len(items) - 1, 9)):
        if items[i].word in DASHES and items[i - 1].end < items[i].start and items[i].end < items[i + 1].start:
            return i + 1 if not any(item.cue for item in items[:i]) else 0
    return 0


def is_headline(items: Sequence[Item], *, whole: bool, stamped: bool) -> bool:
    """Whether a line may be an "X: …": a short one without a full stop, or whatever follows a bullet or a clock time."""
    return stamped or (whole and len(items) <= _HEADLINE and items[-1].word not in {".", "؟", "!"})


def headline(sentence: Sentence, frames: QuoteFrames) -> Report | None:
    """"X: …" as a line of its own: whoever stands before the colon says it. A place that is no capital is a dateline."""
    if not sentence.headline:
        return None
    wide = "quote.role" in sentence.tags(0) or sentence.items[0].label in ("PER", "ORG")
    colon = sentence.find({":"}, 1, 2 * SAYER if wide else SAYER + 1)
    if colon < 0 or any((item.kind != "word" and not (item.word in _COMMAS and "quote.role" in sentence.tags(i + 1))) or item.cue
                        for i, item in enumerate(sentence.items[:colon])):
        return None
    if len(sentence.items) - colon < 2 + (sentence.items[-1].kind != "mark"):
        return None
    tags, label = sentence.tags(0), sentence.items[0].label
    said = sentence.items[colon + 1:]
    if label == "LOC" and len(said) == 1 and said[0].kind == "mark" and said[0].size <= _BYLINE:
        return None  # Beirut: «The Outlet»
    if colon == 1 and tags & _TOPICS and not label and not tags & _HEADS:
        return None  # testimonies: «…». What follows, not who says it
    if _is_place(sentence, frames, said):
        return None
    speaks = label in ("PER", "ORG") or tags & _HEADS or any(i.label == "PER" for i in sentence.items[:colon])
    if not speaks and any(i.kind != "mark" for i in said):
        return None
    relayed = sentence.find(frames.relaying, 1, colon)
    if relayed > 0 and tags & MEDIA:
        return Report("headline", None, (colon + 1, end(sentence)), (relayed + 1, colon), [(0, relayed)])
    return Report("headline", None, (colon + 1, end(sentence)), (0, colon))


def _is_place(sentence: Sentence, frames: QuoteFrames, said: Sequence[Item]) -> bool:
    """Whether a state or a capital before the colon is where it happened, not who says so (Libya: five dead).

    A state speaks where it names another one or its words show that they are somebody's: marks, a first person, a denial.
    """
    tags, label = sentence.tags(0), sentence.items[0].label
    if label in ("PER", "ORG") or not tags & {STATE, "quote.capital"}:
        return False
    if any(STATE in i.tags or i.kind == "mark" for i in said):
        return False
    happened = said[0].tags & {"quote.event", "quote.count", NUMBER}
    if "quote.capital" in tags:
        return bool(happened)
    return bool(happened) or not any(frames.ours(i.word) for i in said)


def end(sentence: Sentence) -> int:
    """The end of a sentence's items without the stops that close it."""
    last = len(sentence.items)
    while last > 0 and sentence.items[last - 1].word in STOPS:
        last -= 1
    return last
