"""Sentences and paragraphs of normal text."""

from __future__ import annotations

from .patterns import pattern

#: a terminator, what may close after it, then space or the end; not after a lone letter (د. = doctor) or inside 4.5
_END = pattern("sentence.end", r"(?:(?<!(?<![^\W\d_])[^\W\d_])\.++(?!\d)|[!?؟…۔]++)[\"»”'’)\]]*+(?=\s|$)|\n++")
_PAIRS = pattern("sentence.pairs", r"«[^«»\n]*+»|“[^“”\n]*+”|\"[^\"\n]*+\"|\([^()\n]{0,200}+\)")


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open spans of the sentences, without outer space, in order.

    A line break always ends one. A full stop inside balanced quotation marks or brackets does not: the quotation is part of
    the sentence that reports it.
    """
    inside = [m.span() for m in _PAIRS.finditer(text)]
    spans: list[tuple[int, int]] = []
    start, pair = 0, 0
    for m in _END.finditer(text):
        while pair < len(inside) and inside[pair][1] <= m.start():
            pair += 1
        if pair < len(inside) and inside[pair][0] < m.start() and m.end() < inside[pair][1]:
            continue
        _add(text, start, m.end(), spans)
        start = m.end()
    _add(text, start, len(text), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
