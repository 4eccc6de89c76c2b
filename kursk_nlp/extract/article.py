"""The parts of an article: header, story, boilerplate, and the day it was published."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator

import regex

from ..rules.frames.article import ArticleFrames
from ..rules.rule import pattern
from ..schema import Date
from .draft import Draft

Span = tuple[int, int]

#: lines before the story that are looked at, and the words from which on a line is a paragraph of the story
_HEADER_LINES, _PARAGRAPH = 12, 22
#: lines after the story that are looked at for the day of publication
_FOOTER_LINES = 4
#: letters beside the dates of a line that is a date line (a place, "GMT"); how far into the story a dateline's date may begin
_DATELINE_LETTERS, _DATELINE = 24, 40
#: words of a line that is nothing but a date
_DATE_WORDS = 9

_BULLETS = pattern("article.bullets", r"[^\w«»“”\"'(]*+")
#: a machine's date field, glued to whatever follows
_FIELD = pattern("article.field", r"\s*+(?:date|published|updated)[ :]++\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?+")
_YEAR = pattern("article.year", r"\b(?:1[34]\d\d|19\d\d|20\d\d)\b")
#: what stands between the name of a field and its content
_FILLED = pattern("article.filled", r"[ ]?[:=|]|[ ]?\d|[ ]?\(")
#: what follows the date of a dateline: an agency in brackets, then a dash
_AFTER_DATELINE = pattern("article.dateline.date", r"[ ]?(?:\([^()\n]{1,40}+\)[ ]?)?+[-–—ـ:]{1,2}[ ]")
_CLOCK = pattern("article.clock", r"\b\d{1,2}:\d{2}\b")
#: place, agency or reporter, then a dash: "بغداد - ", "غزة (رويترز) – "
_DASHED = pattern("article.dateline", r"[^\W\d][^.:!?؟«»“”\"\n]{1,60}?[ ][-–—ـ]{1,2}[ ]")
#: agency or reporter, then a colon: "بغداد / السومرية: "
_COLON = pattern("article.byline", r"[^\W\d][^.:!?؟«»“”\"\n]{1,60}?[ ]?:[ ]")


def read(draft: Draft, frames: ArticleFrames) -> None:
    """Fill ``draft.zones`` (stretches that are no story, merged and in order) and ``draft.header``.

    The header runs from the beginning to the end of the last date line, agency line or dateline that stands before the
    story's first full paragraph; a headline or caption among them lies inside it and is read like any other line.
    """
    lines = [Line(draft, frames, start, end) for start, end in _lines(draft.view.normal)]
    draft.zones = sorted([*_zones(lines, len(draft.view.normal)), *_tails(draft, frames, lines)])
    draft.header = (0, _header_end(lines))


def published(draft: Draft, frames: ArticleFrames) -> datetime.date | None:
    """The day of publication that the article itself states in its header or footer, from ``draft.dates``; None if none.

    It is a full date, year and all, that a machine's date field or a word such as "published" introduces, or that fills its line,
    before the story or in the last lines after it; or that of a dateline at the very beginning.
    """
    lines = _lines(draft.view.normal)
    ends = [end for _, end in lines]
    for date in draft.dates:
        if not _is_full(date, draft.view.normal):
            continue
        at = bisect_left(ends, date.end)
        if at >= len(lines) or _HEADER_LINES <= at < len(lines) - _FOOTER_LINES:
            continue
        line = Line(draft, frames, *lines[at])
        if _dates_line(draft, line, date) or (date.start < draft.header[1] and _FIELD.match(draft.view.normal[line.start:date.end])):
            return datetime.date.fromisoformat(date.value or "")
    return None


def _is_full(date: Date, text: str) -> bool:
    """Whether a date is a day whose year is written."""
    return date.type == "DATE" and date.value is not None and len(date.value) == 10 and bool(_YEAR.search(text[date.start:date.end]))


def _dates_line(draft: Draft, line: Line, date: Date) -> bool:
    """Whether a line states when it was published: little but dates, times and the words that introduce them."""
    if line.lead(line.frames.dated) and line.words <= _PARAGRAPH:
        return True
    inside = [d for d in draft.dates if line.start <= d.start and d.end <= line.end]
    rest = line.text
    for d in reversed(inside):
        rest = rest[:d.start - line.start] + " " + rest[d.end - line.start:]
    return sum(map(str.isalpha, rest)) <= _DATELINE_LETTERS or bool(date.start - line.start <= _DATELINE and _AFTER_DATELINE.match(
        draft.view.normal, date.end))


def _lines(text: str) -> list[Span]:
    """The lines that hold something, without what stands before their first word."""
    found, start = [], 0
    for line in text.split("\n"):
        lead = _BULLETS.match(line)
        first = start + (lead.end() if lead else 0)
        if first < start + len(line):
            found.append((first, start + len(line)))
        start += len(line) + 1
    return found


class Line:
    """A line of the page and the phrases of the frame that it begins with."""

    def __init__(self, draft: Draft, frames: ArticleFrames, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.text = draft.view.normal[start:end]
        self.words = self.text.count(" ") + 1
        self.hits = draft.hits.within(start, end, *frames.tags)
        self.frames = frames

    @property
    def is_paragraph(self) -> bool:
        return self.words >= _PARAGRAPH

    @property
    def is_story(self) -> bool:
        return self.is_paragraph and self.is_sentence

    @property
    def is_sentence(self) -> bool:
        return self.text.rstrip("»”\"') ").endswith((".", "!", "؟", "…"))

    def lead(self, *tags: str) -> int:
        """The length of the longest phrase with one of these tags that begins the line; 0 if none."""
        return max((h.end - self.start for h in self.hits if h.start == self.start and h.tag in tags), default=0)

    def zone(self) -> Span | None:
        """The part of this line that is no story."""
        frames, whole = self.frames, (self.start, self.end)
        if (length := self.lead(frames.furniture, frames.rest, frames.field, frames.line)) and not _has_letter(self.text[length:]):
            return whole
        if (length := self.lead(frames.field)) and _FILLED.match(self.text, length):
            return whole
        if self.words <= 14 and not self.is_sentence and self.lead(frames.line):
            return whole
        return (self.start, self.start + length) if (length := self.lead(frames.label)) else None

    def is_header(self) -> bool:
        """Whether the whole line is a date, an agency or a button, so that the story has not begun."""
        frames = self.frames
        if self.is_sentence:
            return False
        if self.words <= _DATE_WORDS and sum(map(str.isdigit, self.text)) > 4 and _YEAR.search(self.text):
            return True
        if self.words <= 14 and (self.lead(frames.dated) or self.zone() == (self.start, self.end)):
            return True
        return (self.words <= 3 and bool(_CLOCK.search(self.text))) or (self.words <= 6 and any(
            h.tag == frames.agency for h in self.hits))

    def prefix(self) -> int:
        """How many characters at the beginning of the line are date field, dateline and byline."""
        at = _end(_FIELD.match(self.text))
        dashed = _DASHED.match(self.text, at)
        if dashed and dashed.group().count(" ") <= 9:
            at = dashed.end()
        colon = _COLON.match(self.text, at)
        if colon and any(h.tag == self.frames.agency and h.end <= self.start + colon.end() for h in self.hits):
            at = colon.end()
        return at


def _end(found: regex.Match[str] | None) -> int:
    return found.end() if found else 0


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _zones(lines: list[Line], size: int) -> Iterator[Span]:
    last_story = max((line.start for line in lines if line.is_story), default=-1)
    for line in lines:
        if line.start > last_story and line.words <= 12 and not line.is_sentence and line.lead(line.frames.rest):
            yield line.start, size
            return
        if zone := line.zone():
            yield zone


def _tails(draft: Draft, frames: ArticleFrames, lines: list[Line]) -> Iterator[Span]:
    """Furniture that lost its line break and stands behind the story's last paragraph: "... انتهای پیام/ کد خبر: 123"."""
    last = next((line for line in reversed(lines) if line.is_paragraph), None)
    for start, end in reversed(draft.view.sentences) if last else ():
        if last is None or not last.start < start < last.end:
            continue
        sentence = Line(draft, frames, start, end)
        zone = sentence.zone()
        if zone != (start, end):
            return
        yield zone


def _header_end(lines: list[Line]) -> int:
    end = 0
    for line in lines[:_HEADER_LINES]:
        if not line.is_paragraph and line.is_header():
            end = line.end
        elif prefix := line.prefix():
            end = line.start + prefix
        if line.is_paragraph:
            break
    return end
