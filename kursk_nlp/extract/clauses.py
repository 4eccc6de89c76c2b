"""Sentences as items: words, stops, dates and marked stretches, each with what the lexicon and the names say of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from ..rules.frames.quotes import QuoteFrames
from ..rules.reporting import Cue, Item, Sentence
from ..schema import Entity
from .draft import Draft
from .headings import NUMBER, STATE, STOPS, dashed, dateline, is_headline, stamp
from .marks import Pair


class Reader:
    """Cuts an article into sentences of items."""

    def __init__(self, draft: Draft, frames: QuoteFrames, marks: list[Pair], cues: list[Cue]) -> None:
        self.draft, self.frames, self.marks = draft, frames, marks
        self.text, self.tokens = draft.view.folded, draft.view.tokens
        self.opens = {m.open: m for m in marks}
        self.dates = {d.start: d.end for d in draft.dates if d.type != "DURATION"}
        self.labels: dict[int, str] = {}
        self.leads: dict[int, int] = {}
        self.names: dict[int, Entity] = {}
        tags: dict[int, set[str]] = defaultdict(set)
        for entity in draft.entities:
            if entity.label != "NORP":
                for i in self._tokens(entity.start, entity.end):
                    self.labels.setdefault(i, entity.label)
                    self.names.setdefault(i, entity)
                first = self.tokens.at(entity.start)
                self.leads[first] = entity.start - self.tokens.starts[first]
                if (entity.id or "").startswith("iso:"):
                    tags[self.tokens.at(entity.start)].add(STATE)
        for hit in draft.hits.get(*frames.tags):
            at = self.tokens.at(hit.start)
            tags[at].add(hit.tag)
            self.leads[at] = max(self.leads.get(at, 0), hit.start - self.tokens.starts[at])
        for number in draft.numbers:
            tags[self.tokens.at(number.start)].add(NUMBER)
        self.tags = {i: frozenset(t) for i, t in tags.items()}
        self.cues: dict[int, Cue] = {}
        for cue in cues:
            at = self.tokens.at(cue.start)
            if at in self.labels:
                name = self.names[at]
                if cue.end < name.end or (cue.end == name.end and (name.label == "PER" or cue.start > name.start)):
                    continue  # part of a name
                self.labels.pop(at)
            if at not in self.cues or cue.end > self.cues[at].end:
                self.cues[at] = cue

    def _tokens(self, start: int, end: int) -> range:
        return range(self.tokens.at(start), self.tokens.at(end - 1) + 1)

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of the story, in order. A marked stretch is never cut; one that stands alone joins what follows it."""
        spans = self.draft.view.sentences
        start: int | None = None
        for number, (first, end) in enumerate(spans):
            start = first if start is None else start
            following = spans[number + 1][0] if number + 1 < len(spans) else None
            if following is not None and (self._cut(end) or (self._alone(start, end) and "\n" not in self.text[end:following])):
                continue
            yield from self._sentence(start, end)
            start = None

    def _cut(self, position: int) -> bool:
        at = bisect_right(self.marks, position, key=lambda m: m.open) - 1
        return at >= 0 and self.marks[at].open < position < self.marks[at].close

    def _alone(self, start: int, end: int) -> bool:
        mark = self.opens.get(start)
        return mark is not None and not self.text[mark.close:end].strip(" .،,!؟")

    def _sentence(self, start: int, end: int) -> Iterator[Sentence]:
        if self.draft.in_boilerplate(start):
            return
        items = self._items(start, end)
        header = self.draft.header[1]
        story = next((i for i in items if i.start >= header), None)
        if start < header < end and story and story.kind != "mark" and all(
                i.word not in self.frames.relaying and (i.cue is None or i.word in self.frames.bylines) for i in items if i.end <= header):
            items = [i for i in items if i.start >= header]
        before, after = self.text.rfind("\n", 0, start) + 1, self.text.find("\n", end)
        begins = not self.text[before:start].strip(" -•*")
        lead = stamp(items, self.text, self.frames) if begins else 0
        items = items[lead:]
        while items and items[0].kind == "punct" and items[0].word in STOPS:
            items = items[1:]
        if items:
            whole = begins and not self.text[end:after if after >= 0 else len(self.text)].strip()
            if whole and (dash := dashed(items)):
                items = items[dash:]
            items = items[dateline(items):]
            yield Sentence(items, headline=is_headline(items, whole=whole, stamped=lead > 0))

    def _items(self, start: int, end: int) -> list[Item]:
        starts, ends, words, normal = self.tokens.starts, self.tokens.ends, self.tokens.words, self.draft.view.normal
        label, tags, cue, lead, opens, dates = (
            self.labels.get, self.tags.get, self.cues.get, self.leads.get, self.opens.get, self.dates.get)
        items: list[Item] = []
        i, last = bisect_left(starts, start), bisect_left(starts, end)
        while i < last:
            at = starts[i]
            mark = opens(at)
            stop = mark.close if mark else dates(at)
            if stop:
                word, kind = ("«»", "mark") if mark else (words[i], "date")
                items.append(Item(at, stop, word, kind, size=self.text.count(" ", at, stop) + 1))
                i = max(i + 1, bisect_left(starts, stop))
                continue
            items.append(_new(Item, (at, ends[i], words[i], "word" if words[i][0].isalnum() else "punct", label(i, ""), tags(i, _NO_TAGS),
                                     cue(i), 1, normal[at:ends[i]], lead(i, 0))))
            i += 1
        return items


_new = tuple.__new__
_NO_TAGS: frozenset[str] = frozenset()
