"""Sentences and paragraphs of normal text."""

from __future__ import annotations

from .patterns import pattern

_LETTER = "[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]"
#: a terminator, what may close after it, then space or the end, or a word of Arabic letters where the space was lost; not after a
#: lone letter (د. = doctor, أ.ف.ب) or inside 4.5
_END = pattern("sentence.end", rf"""
    (?: (?<! (?<! [^\W\d_] ) [^\W\d_] ) \.++ (?! \d ) | [!?؟…۔]++ )
    (?: [\"»”'’)\]]*+ (?= \s | $ ) | (?<= {_LETTER}{{2}} . ) (?= {_LETTER}{{2}} ) )
  | \n++""")
_PAIRS = pattern("sentence.pairs", r"«[^«»\n]*+»|“[^“”\n]*+”|\"[^\"\n]*+\"|\([^()\n]{0,200}+\)")


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open spans of the sentences, without outer space, in order.

    A line break always ends one. A full stop inside balanced quotation marks or brackets does not: the quotation is part of
    the sentence that reports it; nor does the one after the number of a list item ("1. …"). What goes on for more than ``LONGEST``
    characters is no sentence but text without stops: it is cut where it seems best, so that rules that look around in a sentence
    never look far.
    """
    inside = [m.span() for m in _PAIRS.finditer(text)]
    spans: list[tuple[int, int]] = []
    start, pair = 0, 0
    for m in _END.finditer(text):
        while pair < len(inside) and inside[pair][1] <= m.start():
            pair += 1
        if pair < len(inside) and inside[pair][0] < m.start() and m.end() < inside[pair][1]:
            continue
        if m.end() - start <= 5 and text[start:m.start()].strip().isdecimal() and text[m.start()] == ".":
            continue
        _add(text, start, m.end(), spans)
        start = m.end()
    _add(text, start, len(text), spans)
    return spans


#: a sentence longer than this is cut (characters; long ones of real articles have a thousand)
LONGEST = 3000
_STOPS = ("؛", ";", "،", ",", " ")


def _cut(text: str, start: int) -> int:
    """Where to cut a stretch that is too long: after the last stop, comma or space of its second half, else in the middle of a word."""
    middle, limit = start + LONGEST // 2, start + LONGEST
    return next((at + 1 for stop in _STOPS if (at := text.rfind(stop, middle, limit)) >= 0), limit)


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = _cut(text, start)
        spans.append((start, len(text[start:cut].rstrip()) + start))
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))
