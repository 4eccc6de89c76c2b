"""The words of an article as the figures read them: every lexicon word of the layer at its token, names and dates closed."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from ...gazetteer.tables import things
from ...rules.frames.figures import FigureFrames
from ...rules.lexicon import Hit
from ...schema import Date, Entity, Unit
from ..draft import Draft

PREFIX = "f."
#: no sentence is longer than this to either side, in tokens: text without stops must not cost its square
WINDOW = 200
#: no aside is longer, in tokens
ASIDE = 16
#: marks that names keep
HOSPITAL = "f.hospital"
COMMAS = frozenset("،,")
CLOSERS = frozenset(".!؟?؛;…۔")


_first = attrgetter("first")


class Mark(NamedTuple):
    """A word or phrase of the layer's lexicon: tokens ``first:last``, its value (an outcome or a role) and its flags."""

    first: int
    last: int
    tag: str
    value: str
    flags: frozenset[str]
    hit: Hit


_new = tuple.__new__


@functools.lru_cache(maxsize=1 << 13)
def _read(tag: str, value: str) -> tuple[str, str, frozenset[str]]:
    """A row's tag without the layer's prefix, the first word of its value, and the rest as flags."""
    first, *flags = value.split() or [""]
    return tag[len(PREFIX):].partition(".")[0], first, frozenset(flags)


class Chart:
    """The tokens with their marks; a position is a token's index.

    Words inside a name or a date bear no marks: مستشفى الشهداء counts nobody. ``entity`` and ``unit`` give what covers a token.
    """

    def __init__(self, draft: Draft, frames: FigureFrames) -> None:
        self.draft, self.frames = draft, frames
        self.folded = draft.view.folded
        self.tokens = draft.view.tokens
        self.words, self.starts, self.ends = self.tokens.words, self.tokens.starts, self.tokens.ends
        self.size = len(self.words)
        self.entity: dict[int, Entity] = {}
        self.unit: dict[int, Unit] = {}
        self.closed: dict[int, tuple[int, int]] = {}
        for date in draft.dates:
            first, last = self.range(date.start, date.end)
            for i in range(first, last):
                self.closed[i] = (first, last)
        for entity in draft.entities:
            first, last = self.range(entity.start, entity.end)
            for i in range(first, last):
                self.entity[i] = entity
                if entity.label in ("LOC", "ORG", "PER"):
                    self.closed.setdefault(i, (first, last))
        for unit in draft.units:
            for i in range(*self.range(unit.start, unit.end)):
                if i not in self.unit or unit.end - unit.start > self.unit[i].end - self.unit[i].start:
                    self.unit[i] = unit
        self.numbers = {self.tokens.at(n.start) for n in draft.numbers}
        self._sentences: dict[int, tuple[int, int]] = {}
        self._at: dict[int, dict[str, Mark]] = {}
        self._ending: dict[int, dict[str, Mark]] = {}
        self.by_tag: dict[str, list[Mark]] = defaultdict(list)
        for hit in [hit for hit in draft.hits.all if hit.tag.startswith(PREFIX)]:
            self._add(hit)

    def _add(self, hit: Hit) -> None:
        first = self.tokens.at(hit.start)
        last = first + 1 if hit.end <= self.ends[first] else self.tokens.at(hit.end - 1) + 1
        verbal = hit.tag in ("f.verb", "f.finite")
        if verbal and first in self.closed and self._overran(first, hit.prefix):
            begin, end = self.closed[first]
            for i in range(begin, first):
                self.closed[i] = (begin, first)
            for i in range(first, end):
                self.closed.pop(i, None)
                self.entity.pop(i, None)
        if first in self.closed and self.closed[first] != (first, last) and last - first <= 1 and hit.tag != HOSPITAL:
            return
        if (hit.tag in self.frames.uncounted and first in self.numbers) or (verbal and self._is_governed(first)):
            return
        mark = _new(Mark, (first, last, *_read(hit.tag, hit.value), hit))
        here = self._at.setdefault(first, {})
        known = here.get(mark.tag)
        if known is None or known.last <= last:
            here[mark.tag] = mark
        self._ending.setdefault(last, {}).setdefault(mark.tag, mark)
        self.by_tag[mark.tag].append(mark)

    def _is_governed(self, i: int) -> bool:
        """في قصف: where verbs and their nouns are written alike, what stands behind a preposition is no verb."""
        prep = self.ending(i, "prep") if self.frames.article else None
        return prep is not None and not prep.hit.suffix and self.words[i - 1] not in self.frames.clausal

    def _overran(self, i: int, prefix: str) -> bool:
        """Whether a guessed name runs on over a verb that ends a clause, or begins one behind a conjunction: the name ends before it."""
        entity = self.entity.get(i)
        if self.frames.article and not prefix.startswith(tuple(self.frames.conjunctions)):
            return False
        return entity is not None and i in self.closed and self.closed[i][0] < i and (
            entity.rule not in ("names.known", "names.repeated"))

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that the characters ``start:end`` touch."""
        return self.tokens.at(start), self.tokens.at(end - 1) + 1

    def plain(self, i: int) -> bool:
        """Whether a token is a word that the layer's lexicon does not know."""
        return i not in self._at and self.words[i][0].isalpha()

    def country(self, entity: Entity) -> str | None:
        """The country of a name, or of the one country or place that a body's name holds (وزارت بهداشت غزه)."""
        if entity.country or entity.label != "ORG":
            return entity.country
        inside = {thing.country for hit in self.draft.hits.within(entity.start, entity.end, "name", "people")
                  if (thing := things().get(hit.value.rstrip("?"))) and thing.country}
        return next(iter(inside)) if len(inside) == 1 else None

    def at(self, i: int, *tags: str) -> Mark | None:
        """The mark that starts at a token, the first of ``tags`` that is there."""
        marks = self._at.get(i)
        if marks:
            for tag in tags:
                if tag in marks:
                    return marks[tag]
        return None

    def ending(self, i: int, *tags: str) -> Mark | None:
        """The mark that ends right before a token."""
        marks = self._ending.get(i)
        if marks:
            for tag in tags:
                if tag in marks:
                    return marks[tag]
        return None

    def has(self, start: int, stop: int, *tags: str) -> bool:
        """Whether a mark with one of ``tags`` starts at one of the tokens ``start:stop``."""
        for tag in tags:
            marks = self.by_tag.get(tag)
            if marks:
                k = bisect_left(marks, start, key=_first)
                if k < len(marks) and marks[k].first < stop:
                    return True
        return False

    @cached_property
    def days(self) -> list[Date]:
        """The dates with a value, in order."""
        return sorted((d for d in self.draft.dates if d.type == "DATE" and d.value), key=lambda d: d.start)

    @cached_property
    def places(self) -> list[int]:
        """The tokens at which the names of places begin, in order."""
        named = {self.tokens.at(e.start): e for e in self.draft.entities if e.label == "LOC"}
        return sorted(i for i, e in named.items() if self.entity.get(i) is e and self.starts[i] <= e.start)

    def places_in(self, start: int, stop: int) -> list[int]:
        """Those among the tokens ``start:stop``."""
        return self.places[bisect_left(self.places, start):bisect_left(self.places, stop)]

    @cached_property
    def asides(self) -> dict[int, int]:
        """What counts nobody and stands in brackets, or between commas and names who told it: its first token and the one behind."""
        out: dict[int, int] = {}
        for i, word in enumerate(self.words):
            told = word in COMMAS and (mark := self.at(i + 1, "break")) is not None and mark.value == "aside"
            if word != "(" and not told:
                continue
            for j in range(i + 1, min(i + ASIDE, self.size)):
                if j in self.numbers or self.words[j] in CLOSERS:
                    break
                if self.words[j] == ")" if word == "(" else self.words[j] in COMMAS:
                    out[i] = j + 1
                    break
        return out

    @cached_property
    def aside_ends(self) -> dict[int, int]:
        """The asides by the token behind them."""
        return {last: first for first, last in self.asides.items()}

    @cached_property
    def sentence_starts(self) -> list[int]:
        return [self.tokens.at(start) for start, _ in self.draft.view.sentences]

    def sentence(self, i: int) -> tuple[int, int]:
        """The tokens of the sentence that holds a token; of one that has no end, those within ``WINDOW`` of it."""
        if (known := self._sentences.get(i)) is not None:
            return known
        starts = self.sentence_starts
        k = max(0, bisect_right(starts, i) - 1)
        first, stop = (starts[k] if starts else 0), (starts[k + 1] if k + 1 < len(starts) else self.size)
        found = self._sentences[i] = max(first, i - WINDOW), min(stop, i + WINDOW)
        return found

    def is_word(self, i: int) -> bool:
        return 0 <= i < self.size and self.words[i][0].isalpha()

    def joined(self, mark: Mark) -> bool:
        """Whether a conjunction is written on the word."""
        prefix = mark.hit.prefix
        return any(prefix.startswith(c) for c in self.frames.conjunctions if c)

    def text(self, first: int, last: int) -> tuple[int, int]:
        """The characters of tokens ``first:last``."""
        return self.starts[first], self.ends[last - 1]
