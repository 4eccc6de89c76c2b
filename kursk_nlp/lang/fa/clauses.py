"""Where a Farsi clause begins and ends, and who its subject is."""

from __future__ import annotations

from ...rules.reporting import Cue, Grammar, Report, Sentence
from .speech import (
    AFTER,
    ALTHOUGH,
    CLAUSE,
    COMMAS,
    CONDITION,
    COORDINATORS,
    COUNTS,
    DENIALS,
    ENDS,
    FROM_NO_COMPLEMENT,
    HEARSAY,
    INFINITIVE,
    IT,
    LEADS,
    LIGHT,
    NO_CLAUSE,
    NOT_FROM,
    OBJECT,
    OPENING,
    ORDINAL,
    PHRASES,
    PLACES,
    PREPOSITIONS,
    REQUESTS,
    SEMICOLONS,
    STRICT,
    TOWARDS,
    finite,
    unnamed,
)


class Clauses(Grammar):
    """The clauses of one sentence; ``clause`` is where the open one begins."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.clause = 0

    def read(self) -> list[Report]:
        """The reports of the sentence; what follows one after ؛ and goes on with its count is its speaker's too."""
        super().read()
        self.found += [more for report in self.found if (more := self.goes_on(report)) is not None]
        return self.found

    def goes_on(self, report: Report) -> Report | None:
        """What stands after the ؛ that ends a report and still counts (…؛ ۷ کودک نیز …), for its speaker; no quote."""
        start = report.content[1] + 1 if report.content and not report.back and not report.marked else self.size
        if self.word(start - 1) not in SEMICOLONS or start >= self.size or self.items[start].kind == "date":
            return None
        stop = self.sentence.find(SEMICOLONS, start, self.size)
        stop = stop if stop > 0 else self.size
        counts = any("quote.number" in self.sentence.tags(i) for i in range(start, min(start + 5, stop)))
        if not counts or any(i.cue or i.kind == "date" for i in self.items[start:stop]) or stop - start < 3:
            return None
        return Report(report.rule, report.cue, (start, stop), outlets=report.outlets, shares=report, nested=report.nested, silent=True)

    def open_clause(self, at: int) -> tuple[int, bool]:
        """Where the clause of a verb begins, and whether it stands inside another report's content (else that content ends here)."""
        outer = next((r for r in reversed(self.found) if r.content and not r.back and r.content[0] <= at < r.content[1]), None)
        low = max(self.clause, outer.content[0] if outer and outer.content else 0)
        start = low
        for i in range(at - 1, low, -1):
            word = self.word(i)
            if word in COORDINATORS:
                last = i - 1 - (self.word(i - 1) in COMMAS | SEMICOLONS)
                if i == at - 1 or self.is_mark(last) or self.finite(last):
                    start = i + 1
                    break
            if word in SEMICOLONS or (word == "که" and outer is None and self.finite(i - 1)):
                start = i + 1
                break
        if start > low and self.word(start + 1) == "که":
            start = start + 2
        if outer is not None and outer.content:
            if start == low:
                return self.clause_inside(low, at), True
            stop = start - 1
            while stop > outer.content[0] and self.word(stop - 1) in COMMAS:
                stop -= 1
            outer.content = (outer.content[0], stop)
        self.clause = start
        return start, False

    def clause_inside(self, low: int, at: int) -> int:
        """The beginning of a verb's clause inside another one's content: after the last که or comma."""
        return next((i + 1 for i in range(at - 1, low, -1) if self.word(i) == "که"), low)

    def give_subject(self, report: Report, start: int, end: int) -> None:
        """The subject between the beginning of the clause and the verb; where it is left out, that of the clause before."""
        first = self.skip_openers(start, end)
        if self.word(first) in IT and self.word(first + 1) in OBJECT:
            first += 2  # آن را: the object alone, so the subject is left out
        report.outlets, self.waiting = [*self.waiting, *report.outlets], []
        last = next((r for r in reversed(self.found) if not r.nested), None)
        if first < end and not self.adverbial(first, end):
            report.speaker = (first, end)
        elif last is not None:
            report.shares = last
        elif start > 0:
            first = self.skip_openers(0, start - 1)
            report.speaker = (first, start - 1) if first < start - 1 else None

    def adverbial(self, start: int, end: int) -> bool:
        """Whether nothing but adverbials stands here: it begins with a preposition, a date or an object."""
        return self.items[start].kind == "date" or (self.word(start) in PREPOSITIONS and not any(
            i.label in ("PER", "ORG") and self.word(start) not in TOWARDS for i in self.items[start:end]))

    def skip_openers(self, start: int, end: int) -> int:
        """Past connectors and fronted adverbials that a comma ends."""
        at = start
        while at < end:
            word = self.word(at)
            comma = self.sentence.find(COMMAS, at, min(end, at + 14))
            phrase = next((p for p in PHRASES.get(word, ()) if all(self.word(at + i) == w for i, w in enumerate(p))), ())
            if phrase:
                at += len(phrase)
            elif word in OPENING or self.items[at].kind in ("punct", "date"):
                at += 1
            elif 0 < comma < end - 1 and (word in PREPOSITIONS or self.dated(at, end)):
                at = self.past_place(comma, end)
            else:
                break
        return at

    def past_place(self, comma: int, end: int) -> int:
        """Past the comma, and past what says of the place before it which one it is (در میکولایف، شهری بندری، …)."""
        second = self.sentence.find(COMMAS, comma + 1, min(end, comma + 12))
        first = self.word(comma + 1)
        which = first in PLACES or bool(ORDINAL.fullmatch(first))
        return second + 1 if which and self.items[comma - 1].label == "LOC" and second < end - 1 and second > 0 else comma + 1

    def dated(self, at: int, end: int) -> bool:
        """Whether a fronted "two days after …" begins here."""
        return any(self.word(i) in AFTER and self.word(i + 1) == "از" for i in range(at, min(at + 5, end)))

    def content_end(self, start: int, spoken: bool = False) -> int:
        """Where a reported clause ends: ؛, or the end of the sentence; coordinated reports cut it later.

        Speech after a colon (``spoken``) goes on over ؛ to the end of the sentence.
        """
        for i in range(start + 1, self.size):
            word = self.items[i].word
            if word in SEMICOLONS and not spoken:
                return i
            if word in COMMAS and (self.word(i + 1) in ALTHOUGH or f"{self.word(i + 1)} {self.word(i + 2)}" in ALTHOUGH):
                return i
        end = self.size
        while end > start and self.word(end - 1) in ENDS | COMMAS:
            end -= 1
        return end

    def finite(self, at: int) -> bool:
        return 0 <= at < self.size and self.items[at].kind == "word" and finite(self.word(at), self.word(at - 1))

    def forward(self, after: int) -> tuple[int, int, int] | None:
        """The clause after the verb: (first, end, where the subject may reach)."""
        word = self.word(after)
        first = after + (word in LEADS)
        if unnamed(self.sentence, first):
            return None
        short = first >= self.size - 1 and not self.is_mark(first)
        if after >= self.size or word in ENDS | COORDINATORS or word in NO_CLAUSE or short:
            return None
        if self.word(first) == ":" or (word == "که" and self.word(first) == ":"):
            first += 1
        spoken = self.word(first - 1) == ":"
        return first, self.content_end(first, spoken), self.size

    def backward(self, start: int, at: int, cue: Cue) -> tuple[int, int, int] | None:
        """A complement before the verb: از … خبر داد, شمار … را … اعلام کرد, … را رد کرد, به … متهم کرد."""
        start = self.skip_openers(start, at)
        for preposition in cue.takes:
            if preposition == "را":
                place = (self.rumour(start, at) if cue.family in DENIALS else self.count(start, at)) or self.object(start, at)
            elif preposition == "را#":
                place = self.count(start, at)
            else:
                place = self.after_preposition(start, at, preposition, strict=cue.family in STRICT)
            if place is not None:
                return place
        return None

    def count(self, start: int, at: int) -> tuple[int, int, int] | None:
        """A number that the verb states: شمار کشته‌ها را ۲۰ نفر (اعلام کرد)."""
        mark = self.sentence.find(OBJECT, start, at)
        count = self.sentence.find(COUNTS, start, mark)
        if count >= 0 and any("quote.number" in self.sentence.tags(i) for i in range(count, at)):
            return count, at, count
        return None

    def condition(self, start: int, at: int) -> tuple[int, int, int] | None:
        """How somebody is said to be: حال دو نفر را وخیم (توصیف کرد)."""
        head = self.sentence.find(CONDITION, start, at)
        mark = self.sentence.find(OBJECT, head, at) if head >= 0 else -1
        return (head, at, head) if 0 < mark < at - 1 else None

    def object(self, start: int, at: int) -> tuple[int, int, int] | None:
        """A verbal noun as object: کشته شدن فرمانده را (تکذیب کرد)."""
        mark = self.sentence.find(OBJECT, start, at)
        verbal = next((i for i in range(start + 1, mark) if self.is_verbal(i)), -1)
        if verbal < 0:
            return None
        first = self.noun_start(verbal)
        asked = self.sentence.find(REQUESTS, start, first) >= 0  # a request is refused, not denied
        return (first, mark, first) if first > start and not asked else None

    def rumour(self, start: int, at: int) -> tuple[int, int, int] | None:
        """What a report or rumour said, which the verb denies or confirms: این خبر را که … (رد کرد), گزارش‌ها درباره … را."""
        head = self.sentence.find(HEARSAY, start, at)
        mark = self.sentence.find(OBJECT, head, at) if head >= 0 else -1
        if mark < 0:
            return None
        subject = head - (self.word(head - 1) in IT)
        if self.word(mark + 1) == "که":
            return (mark + 2, at, subject) if at - mark > 3 else None
        which = self.sentence.find(CLAUSE, head + 1, mark)
        if which > 0:
            return (which + 1, mark, subject) if mark - which > 2 else None
        verbal = next((i for i in range(head + 1, mark) if self.is_verbal(i)), -1)
        return (max(self.noun_start(verbal), head + 1), mark, subject) if verbal > 0 else None

    def is_verbal(self, at: int) -> bool:
        """Whether an item is an infinitive or a noun of doing."""
        return "quote.event" in self.sentence.tags(at) or bool(INFINITIVE.fullmatch(self.word(at)))

    def noun_start(self, verbal: int) -> int:
        """Where the phrase of a verbal noun begins: a light verb's infinitive takes its noun along (کشته و زخمی شدن)."""
        if self.word(verbal) not in LIGHT:
            return verbal
        return verbal - 3 if self.word(verbal - 2) == "و" else verbal - 1

    def after_preposition(self, start: int, at: int, preposition: str, strict: bool) -> tuple[int, int, int] | None:
        for i in range(start + 1, at - 1):
            if self.word(i) != preposition or self.word(i - 1) in NOT_FROM or self.items[i].label:
                continue
            if preposition == "از" and self.word(i + 1) in FROM_NO_COMPLEMENT:
                continue
            if strict and not any(self.is_verbal(j) for j in range(i + 1, min(i + 7, at))):
                continue
            first = i + 1 + (self.word(i + 1) == "به" and preposition == "نسبت")
            return (first, at, i) if at - first >= 2 else None
        return None
