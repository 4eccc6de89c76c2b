""""According to" in Farsi: before a clause, after it, in its middle, or beside a verb of saying."""

from __future__ import annotations

from ...rules.reporting import MEDIA, Cue, Report
from .clauses import Clauses
from .speech import (
    AFTER_NAME,
    COLON,
    COMMAS,
    COORDINATORS,
    ENDS,
    NEXT,
    PERSONS,
    PREPOSITIONS,
    QUALITIES,
    REACHED,
    THIS,
    WHICH,
)


class Sources(Clauses):
    """Sources named beside what they say."""

    def as_said(self, at: int, cue: Cue) -> int:
        """آن‌طور که فلان می‌گوید، …؛ …، چنان‌که فلان گفت: like "according to" where the verb has no clause of its own."""
        start = self.sentence.past(at)
        verb = next((i for i in range(start, min(start + 12, self.size)) if (c := self.items[i].cue) and c.kind == "say"), -1)
        end = self.sentence.past(verb) if verb > start else -1
        if end < 0 or (end < self.size and self.word(end) not in COMMAS | ENDS):
            return start
        outer = next((r for r in reversed(self.found) if r.content and r.content[0] <= at < r.content[1]), None)
        if end + 1 >= self.size and at > self.clause:
            return self.behind(at, end, cue, [(start, verb)], outer)
        self.found.append(Report("accord", cue, (end + 1, self.content_end(end + 1)), (start, verb), nested=outer is not None))
        return end + 1

    def accord(self, at: int, cue: Cue) -> int:
        """به گفته فلان، …؛ به گزارش الف به نقل از ب، فلان گفت …؛ …، به گفته فلان."""
        start, (manner, *_) = self.sentence.past(at), cue.takes or ("said",)
        if manner == "relay" and self.items[at - 1].kind != "punct" and at > self.clause and self.relays(at):
            return self.relayed(at, cue)
        reached = self.sentence.find(COMMAS, start, start + 12) if self.word(start) in REACHED and cue.family == "report" else -1
        end = reached if reached > 0 else self.source_end(start)
        ownerless = reached > 0 or (end == start + 1 and self.word(start) in QUALITIES and (manner, cue.family) == ("said", "report"))
        sources = [(start - ownerless, end)]  # official figures, a new report: the document speaks for itself
        inner = next((i for i in range(start, end) if (c := self.items[i].cue) and c.kind == "relay"), -1)
        if inner > 0:
            sources = [(self.sentence.past(inner), end), (start, inner)]
        if end <= start or self.sentence.tags(start) & {"quote.norm"} or (manner == "loose" and not self.can_speak(start, end)):
            return start
        if manner == "relay" and "quote.document" in self.sentence.tags(at - 1) and self.word(at - 2) in THIS:
            return end  # "these words … from X" tells where they came from, no more words
        first = self.after_source(end)
        after_which = self.word(at - 1)
        outer = next((r for r in reversed(self.found) if r.content and r.content[0] <= at < r.content[1]), None)
        at_end = first >= self.size or self.word(end) in ENDS or end >= self.size
        if outer is not None and not at_end and after_which in COORDINATORS and at >= 2 and self.finite(at - 2):
            outer.content = (outer.content[0], at - 1) if outer.content else None
            outer = None
        if at_end and at > self.clause:
            return self.behind(at, end, cue, sources, outer)
        if outer is not None:
            return end
        main = next((i for i in range(first, self.size) if (c := self.items[i].cue) and c.kind in ("say", "describe", "aside")), -1)
        as_outlet = manner in ("outlet", "relay") or bool(self.sentence.tags(start) & {"quote.media", "quote.outlet"})
        if main >= 0 and as_outlet and not self.relative(first, main):
            self.waiting, self.clause = sources, first
            return first
        publisher = self.skip_openers(self.clause, at)
        if self.word(end) in COLON and self.publisher(publisher, at):
            sources.append((publisher, at))
        elif at - self.clause > 1 and self.goes_round(at):
            first = self.clause
        self.found.append(Report("accord", cue, (first, self.content_end(max(first, end))), sources[0], sources[1:]))
        return max(first, end)

    def publisher(self, start: int, end: int) -> bool:
        """Whether nothing but a publisher's name stands here (روزنامه فلان به نقل از …:)."""
        named = start < end and (self.sentence.tags(start) & MEDIA or self.items[start].label == "ORG")
        return bool(named) and end - start <= 5 and all(i.kind in ("word", "mark") and not i.cue for i in self.items[start:end])

    def goes_round(self, at: int) -> bool:
        """Whether the clause has begun before an according-to phrase in its middle (این حمله، به گفته فلان، …)."""
        if self.word(at - 1) in COLON:
            return False
        if self.word(at - 1) in COMMAS:
            return not self.finite(at - 2) and self.word(self.clause) not in PREPOSITIONS
        return self.word(at - 1) not in COORDINATORS | WHICH and not self.finite(at - 1)

    def behind(self, at: int, end: int, cue: Cue, sources: list[tuple[int, int]], outer: Report | None) -> int:
        """A source named after the clause: it vouches for the whole, or the clause's own speaker came through it."""
        stop = at - (self.word(at - 1) in COMMAS)
        if outer is not None and outer.content:
            outer.content = (outer.content[0], stop)
            outer.outlets += sources
        elif stop - self.clause > 1:
            self.found.append(Report("accord", cue, (self.skip_openers(self.clause, stop), stop), sources[0], sources[1:], back=True))
        return end

    def relays(self, at: int) -> bool:
        return any((c := self.items[i].cue) and c.kind == "say" for i in range(at + 1, min(at + 40, self.size)))

    def relayed(self, at: int, cue: Cue) -> int:
        """خبرگزاری الف به نقل از ب نوشت …: the one after the phrase speaks."""
        verb = next(i for i in range(at + 1, self.size) if (c := self.items[i].cue) and c.kind == "say")
        said = self.items[verb].cue
        start, nested = self.open_clause(at)
        source = self.sentence.past(at)
        placed = (self.backward(source, verb, said) if said else None) or self.forward(self.sentence.past(verb))
        if placed is None:
            return source
        report = Report("relay", cue, placed[:2], (source, min(verb, placed[2])), nested=nested)
        report.outlets = [(self.skip_openers(start, at), at), *self.waiting]
        self.waiting = []
        self.found.append(report)
        return self.sentence.past(verb)

    def source_end(self, start: int) -> int:
        """The end of the noun phrase after "according to": a comma, که, or where a name, pronoun or title is over."""
        if self.word(start) in PERSONS:
            return start + 1
        end = start
        while end < min(start + 18, self.size) and self.word(end) not in COMMAS | ENDS | AFTER_NAME and not self.finite(end):
            if self.is_mark(end) and end > start and not self.sentence.tags(end - 1) & {"quote.title", "quote.media"}:
                return end
            end += 1
        if end < self.size and self.word(end) in COMMAS | ENDS | AFTER_NAME:
            listed = end
            while self.word(listed) in COMMAS and 0 < self.list_goes_on(listed) <= self.size:
                listed = self.list_goes_on(listed)
            return self.with_name(start, listed)
        for i in range(start, end):
            name = self.items[i].label and (i + 1 >= self.size or not self.items[i + 1].label)
            if self.word(i) in PERSONS or self.is_mark(i) or name:
                return i + 1
        stop = next((i for i in range(start + 1, end) if self.word(i) in NEXT or "quote.number" in self.sentence.tags(i)
                     or self.word(i)[:1].isdecimal() or self.items[i].kind == "date"), end)
        return stop if stop - start <= 8 else start

    def with_name(self, start: int, comma: int) -> int:
        """Past the name that follows a role ("according to the spokesman of X, N. N., …"): the index of the comma after it."""
        if self.word(comma) not in COMMAS or "quote.role" not in self.sentence.tags(start):
            return comma
        end = comma + 1
        while end < min(comma + 6, self.size) and self.items[end].kind == "word" and not self.items[end].tags - {"quote.role"} and (
                not self.finite(end) and self.word(end) not in PREPOSITIONS):
            end += 1
        return end if self.word(end) in COMMAS and end - comma > 1 else comma

    def list_goes_on(self, comma: int) -> int:
        """After "منابع الف" a comma may go on with "ب و ج،": the index of the next comma, 0 where it does not."""
        for i in range(comma + 1, min(comma + 6, self.size)):
            if self.word(i) in COMMAS:
                joined = any(self.word(j) == "و" for j in range(comma + 1, i))
                return i if joined and all(self.items[j].kind == "word" for j in range(comma + 1, i)) and not any(
                    self.finite(j) for j in range(comma + 1, i)) else 0
        return 0

    def after_source(self, end: int) -> int:
        """Where the clause begins: after the comma, and after a relative clause about the source."""
        if self.word(end) == "که":
            for i in range(end + 1, self.size):
                if self.word(i) in COMMAS and self.finite(i - 1):
                    return i + 1
            return self.size
        return end + (self.word(end) in COMMAS | COLON)

    def relative(self, start: int, main: int) -> bool:
        """Whether a verb stands in a relative clause that is over before the sentence is (… که فلان گفته بود، …)."""
        which = self.sentence.find(WHICH, start, main)
        return which >= 0 and not any(self.finite(i) for i in range(which, main)) and self.word(self.sentence.past(main)) in COMMAS
