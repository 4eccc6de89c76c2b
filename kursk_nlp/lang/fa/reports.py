"""How Farsi builds a report: subject, verb, then the clause (with or without که); or the clause inside, before the verb."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ...rules.reporting import Cue, Report, Sentence
from .sources import Sources
from .speech import (
    CLAUSE,
    COMMAS,
    COUNTS,
    IN,
    IT,
    OBJECT,
    THAT,
    THIS,
)


def reports(sentence: Sentence) -> list[Report]:
    """The reports of one sentence, in order; those that stand in another one's content are ``nested``."""
    return _Reports(sentence).read()


class _Reports(Sources):
    """Verbs of saying and their kin."""

    readers: ClassVar[Mapping[str, str]] = {
        "say": "say", "describe": "describe", "accord": "accord", "relay": "accord", "stated": "stated", "aside": "aside",
        "beside": "beside", "credit": "credit", "as": "as_said"}

    def say(self, at: int, cue: Cue) -> int:
        """فلان گفت (که) …؛ فلان از … خبر داد؛ فلان شمار … را … اعلام کرد؛ «…»، فلان گفت."""
        start, nested = self.open_clause(at)
        after = self.sentence.past(at)
        if "که" in cue.takes and self.word(after) != "که":
            return after
        report = Report("verb", cue, None, nested=nested)
        behind = self.backward(start, at, cue)
        ahead = self.word(after) in THAT or self.is_mark(after)
        told = behind is not None and (self.word(behind[0]) in COUNTS or any(self.is_verbal(i) for i in range(*behind[:2])))
        if ahead and not told:
            behind = None  # از تهران خبر داد که …: where from, not what
        placed = self.forward(after) if ahead and self.word(after) != "که" else behind or self.forward(after)
        if self.is_mark(start) and self.after_this(start + 1, at) > start + 1:
            placed = None  # «…»، این را کسی گفت که …: the clause is about the speaker
        if placed is None:
            mark = next((i for i in range(at - 1, max(start - 3, -1), -1) if self.is_mark(i)), -1)
            if mark < 0 and self.word(start) in THIS and (said := self.after_this(start, at)) > start:
                self.found.append(Report("before", cue, None, (said, at)))
            if mark < 0 or self.word(mark + 1) in OBJECT or "quote.title" in self.sentence.tags(mark - 1):
                return after
            report.content, report.back = (mark, mark + 1), True
            self.give_subject(report, self.after_this(mark + 1, at) if mark - start < 2 else start, at)
        else:
            first, end, subject_end = placed
            report.content = (first, end)
            self.give_subject(report, start, min(subject_end, at))
            self.after_object(report, start, at)
        self.found.append(report)
        if behind and report.content == behind[:2] and self.word(after) == "که" and self.word(behind[0]) in COUNTS:
            rest = Report("verb", cue, (after + 1, self.content_end(after + 1)), shares=report, nested=nested, silent=True)
            self.found.append(rest)  # … را ۲۰ نفر اعلام کرد که ۳ نفرشان …: no quote of its own, but theirs
        return after

    def after_object(self, report: Report, start: int, at: int) -> None:
        """A subject that stands behind its object: شمار تلفات را وزارت صحت ۲۰ نفر (اعلام کرد)."""
        object_ = self.sentence.find(OBJECT, start, at)
        number = next((i for i in range(object_, at) if "quote.number" in self.sentence.tags(i)), -1) if object_ > 0 else -1
        if self.word(self.skip_openers(start, at)) in COUNTS and number > object_ + 1 and self.can_speak(object_ + 1, object_ + 2):
            report.speaker, report.shares = (object_ + 1, number), None

    def after_this(self, start: int, end: int) -> int:
        """Past "این را" (this is what …) behind a quotation."""
        first = start + (self.word(start) in COMMAS)
        object_ = self.sentence.find(OBJECT, first, min(first + 5, end))
        return object_ + 1 if object_ > 0 and self.word(first) in THIS else start

    def describe(self, at: int, cue: Cue) -> int:
        """فلان این را «…» خواند."""
        start, nested = self.open_clause(at)
        mark = next((i for i in range(at - 1, start, -1) if self.is_mark(i)), -1)
        place = (self.condition(start, at) or self.count(start, at) or self.object(start, at)) if mark < 0 or at - mark > 4 else None
        if place is not None and place[1] == at:
            report = Report("describe", cue, place[:2], nested=nested)
            self.give_subject(report, start, place[2])
            self.found.append(report)
        if mark < 0 or at - mark > 4:
            return self.sentence.past(at)
        report = Report("describe", cue, (mark, mark + 1), nested=nested, marked=True)
        first = self.sentence.find(OBJECT, start, mark)
        alone = start > 0 and 0 < first - start <= 4 and self.sentence.find(IT, start, first) < 0
        self.give_subject(report, first + 1 if alone else start, mark)
        self.found.append(report)
        return self.sentence.past(at)

    def credit(self, at: int, cue: Cue) -> int:
        """فلان آمار را به … اصلاح کرد: no quote, but the number is theirs."""
        start, nested = self.open_clause(at)
        first = self.skip_openers(start, at)
        place = self.count(first, at) or self.object(first, at)
        if place is not None and place[1] == at:
            report = Report("credit", cue, place[:2], nested=nested, silent=True)
            self.give_subject(report, start, place[2])
            self.found.append(report)
        return self.sentence.past(at)

    def stated(self, at: int, cue: Cue) -> int:
        """در این بیانیه آمده است (که) …"""
        outer = self.outer(at)
        inside = self.sentence.find(IN, outer.content[0] if outer and outer.content else self.clause, at)
        nested = outer is not None
        placed = self.forward(self.sentence.past(at))
        if inside >= 0 and placed is not None and not nested:
            self.found.append(Report("stated", cue, placed[:2], (inside + 1, at)))
        return self.sentence.past(at)

    def aside(self, at: int, cue: Cue) -> int:
        """فلان با بیان اینکه …، گفت"""
        start, nested = self.open_clause(at)
        main = next((i for i in range(at + 1, self.size) if (c := self.items[i].cue) and c.kind in ("say", "describe")
                     and self.word(i - 1) in COMMAS), -1)
        first = self.sentence.past(at)
        if nested or main - 1 <= first:
            return first
        report = Report("aside", cue, (first, main - 1))
        self.give_subject(report, start, at)
        self.found.append(report)
        self.clause = main
        return main

    def beside(self, at: int, cue: Cue) -> int:
        """فلان با تکذیب خبر …، گفت …؛ با رد ادعای …، فلان گفت …: what is denied or confirmed by the way."""
        start, nested = self.open_clause(at)
        first = self.sentence.past(at)
        if cue.family == "say":
            return self.expressed(first, start, at, cue) if self.is_mark(first) and not nested else first
        comma = self.sentence.find(COMMAS, first, self.size)
        which = self.sentence.find(CLAUSE, first, comma)
        verbal = next((i for i in range(first, comma) if self.is_verbal(i)), -1)
        if nested or comma < 0 or (which < 0 and verbal < 0) or not any(
                (c := i.cue) and c.kind in ("say", "describe") for i in self.items[comma + 1:]):
            return first
        told = which + 1 if which > 0 else max(self.noun_start(verbal), first)
        report = Report("beside", cue, (told, comma))
        before = self.skip_openers(start, at)
        if before < at:
            self.give_subject(report, start, at)
        else:
            main = next(i for i in range(comma + 1, self.size) if (c := self.items[i].cue) and c.kind in ("say", "describe"))
            self.give_subject(report, comma + 1, main)
        self.found.append(report)
        self.clause = comma + 1
        return comma + 1

    def expressed(self, mark: int, start: int, at: int, cue: Cue) -> int:
        """فلان با ابراز «نگرانی» …: only the marked words."""
        report = Report("beside", cue, (mark, mark + 1), marked=True)
        self.give_subject(report, start, at)
        self.found.append(report)
        return mark + 1
