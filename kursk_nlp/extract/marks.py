"""Quotation marks: which stretches stand between them, however carelessly they were typed.

«» and ‹› say by themselves which way they point; “ ” and " are typed either way round, so what stands beside them decides: a
mark after a space and before a letter opens, one after a letter and before a space or stop closes. An apostrophe inside a
word is none. A quotation may run over paragraphs (each may open again); one that is never closed ends with its paragraph, or before
the clause in which somebody is said to speak again or the next quotation opens; a mark that closes nothing is passed over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import regex

from ..rules.reporting import Cue
from ..rules.rule import pattern

_MARK = pattern("quotes.mark", r"[«»“”\"‹›]|(?<![\w'’])[‘’'](?=\w) | (?<=[\w.!?؟])[’‘'](?!\w)")
_TERMINATOR = pattern("quotes.unclosed", r"[.!?؟…](?=\s|$) | \n | $")
_CLASS = {"«": 0, "»": 0, "‹": 1, "›": 1, "“": 2, "”": 2, '"': 3, "‘": 4, "’": 4, "'": 4}
#: clitics that may touch an opening mark: بـ«…», لـ"…"
_CLITICS = frozenset("بلوکف")
_LONGEST = 4000
#: a quotation never closed is no longer than this; an apostrophe never closed is one of a name, and goes no further than its sentence
_LOST, _APOSTROPHES = 1500, "‘’'"
#: kinds of cues behind a comma whose words stand before it
_BEHIND = frozenset({"accord", "as", "relay"})


class Pair(NamedTuple):
    """A marked stretch: the words are ``start:end``, the marks lie outside; ``close`` is after the closing mark."""

    open: int
    start: int
    end: int
    close: int


def pairs(text: str, cues: Sequence[Cue] = ()) -> list[Pair]:
    """The outermost marked stretches of normal text, in order; those inside others are part of them. Linear.

    ``cues`` tell, in order, where somebody is said to speak: what ends a quotation that is never closed.
    """
    found: list[Pair] = []
    opened: list[regex.Match[str]] = []
    marks = list(_MARK.finditer(text))
    for number, mark in enumerate(marks):
        if opened and ((_breaks(text, opened[0].end(), mark.start()) and not _goes_on(text, mark))
                       or mark.start() - opened[0].start() > _LONGEST):
            _add(text, opened[0].start(), _lost_end(text, opened[0], len(text), cues), 0, found)
            opened = []
        top = opened[-1] if opened else None
        same = top is not None and _CLASS[top.group()] == _CLASS[mark.group()]
        way = _way(text, mark)
        if opened and way == "open" and _after_break(text, mark.start()):
            continue  # the next paragraph of one quotation opens again
        if same and way != "open":
            opened.pop()
            if not opened and top is not None:
                _add(text, top.start(), mark.start(), 1, found)
        elif way == "open" and same and (mark.group() in "\"'" or not _nested(text, marks, number)):
            _add(text, opened[0].start(), _lost_end(text, opened[0], mark.start(), cues), 0, found)
            opened = [mark]
        elif way == "open" or (way == "either" and not opened and _closes_later(marks, number)):
            opened.append(mark)
        elif way == "close" and len(opened) > 1 and any(_CLASS[o.group()] == _CLASS[mark.group()] for o in opened):
            _add(text, opened[0].start(), mark.start(), 1, found)
            opened = []
    if opened:
        _add(text, opened[0].start(), _lost_end(text, opened[0], len(text), cues), 0, found)
    return found


def inside(spans: list[Pair], position: int) -> Pair | None:
    """The pair whose stretch, marks included, holds ``position``."""
    at = bisect_right(spans, position, key=lambda p: p.open) - 1
    return spans[at] if at >= 0 and spans[at].open <= position < spans[at].close else None


def _way(text: str, mark: regex.Match[str]) -> str:
    start, end = mark.span()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    free = before.isspace() or before in "([{«“‹-–—:،,/" or (before in _CLITICS and not text[start - 2:start - 1].isalnum())
    opens = free and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in ".,،؛;:!?؟)]}»”›\"'")
    if mark.group() in "«»‹›" and opens == closes:
        return "open" if mark.group() in "«‹" else "close"
    if opens != closes:
        return "open" if opens else "close"
    return "either"


def _breaks(text: str, start: int, end: int) -> bool:
    return "\n" in text[start:end]


def _after_break(text: str, at: int) -> bool:
    return text[:at].rstrip(" ").endswith("\n") if at < 3 else "\n" in text[at - 2:at]


def _goes_on(text: str, mark: regex.Match[str]) -> bool:
    """Whether a quotation still open over a line break goes on: what comes next closes it or opens its next paragraph."""
    return _way(text, mark) == "close" or _after_break(text, mark.start())


def _closes_later(marks: list[regex.Match[str]], number: int) -> bool:
    return any(_CLASS[m.group()] == _CLASS[marks[number].group()] for m in marks[number + 1:number + 3])


def _nested(text: str, marks: list[regex.Match[str]], number: int) -> bool:
    """Whether an opening mark inside an open quotation is closed for itself: two closing marks of its kind follow it."""
    following = [m for m in marks[number + 1:number + 3] if _CLASS[m.group()] == _CLASS[marks[number].group()]]
    return len(following) == 2 and all(_way(text, m) == "close" for m in following)


def _lost_end(text: str, mark: regex.Match[str], limit: int, cues: Sequence[Cue]) -> int:
    """Where a quotation ends whose closing mark is lost.

    That is before the clause in which somebody speaks again, before the sentence (else the clause) in which the next quotation opens
    at ``limit``, or with the paragraph.
    """
    start = mark.end()
    far = min(limit, start + _LOST)
    if mark.group() in _APOSTROPHES:
        return _sentence_end(text, start, far)
    end = text.find("\n", start, far)
    end = far if end < 0 else end
    at = bisect_right(cues, start, key=lambda cue: cue.start)
    spoken = at < len(cues) and cues[at].start < end
    stop = cues[at].start if spoken else end
    sentence = _last_end(text, start, stop)
    comma = max(text.rfind("،", start, stop), text.rfind("؛", start, stop))
    if spoken:
        clause = sentence if sentence > 0 and cues[at].kind in _BEHIND else max(sentence, comma)
        return clause if clause > 0 else _sentence_end(text, start, end)
    if end == limit < len(text) or end == start + _LOST:  # the sentence of the next quotation, or too long
        return sentence if sentence > 0 else comma if comma > 0 else end
    return sentence if text[sentence + 1:end].strip() == "" and sentence > 0 else end


def _last_end(text: str, start: int, stop: int) -> int:
    """Where the last sentence that ends before ``stop`` ends; -1 if none does."""
    last = -1
    while (found := _TERMINATOR.search(text, start, stop)) is not None and found.start() < stop:
        last, start = found.start(), found.end()
    return last


def _sentence_end(text: str, start: int, limit: int) -> int:
    found = _TERMINATOR.search(text, start, limit)
    return found.start() if found else limit


def _add(text: str, opening: int, end: int, closing: int, found: list[Pair]) -> None:
    start, stop = opening + 1, end
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        found.append(Pair(opening, start, stop, end + closing))
