"""How Farsi builds a report: subject, verb, then the clause (with or without که); or the clause inside, before the verb."""

from __future__ import annotations

from ...rules.frames.quotes import Cue, Report, Sentence
from .speech import (
    COMMAS,
    COORDINATORS,
    COUNTS,
    ENDS,
    FROM_NO_COMPLEMENT,
    INFINITIVE,
    LIGHT,
    NOT_FROM,
    OPENING,
    PERSONS,
    PHRASES,
    PREPOSITIONS,
    SEMICOLONS,
    finite,
    words,
)

WHICH = words("که")
_LEADS = words("که : ،")
_AFTER_NAME = words("که : ؛")
_COLON = frozenset({":"})
_OBJECT = words("را")
_IN = words("در")
_THIS = words("این")
_AFTER = words("پس پیش بعد قبل")
_NEXT = words("این در از تا روز")
_TOWARDS = words("به با از")
_NO_CLAUSE = words(") را")
#: families whose noun complement must be verbal to tell anything
_STRICT = frozenset({"admit", "accuse", "threaten", "stress", "say"})


def reports(sentence: Sentence) -> list[Report]:
    """The reports of one sentence, in order; those that stand in another one's content are ``nested``."""
    return _Grammar(sentence).read()


class _Grammar:
    """One sentence being read: the clause that is open, the outlets that wait for their verb."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.items = sentence, sentence.items
        self.size = len(sentence.items)
        self.found: list[Report] = []
        self.clause = 0
        self.waiting: list[tuple[int, int]] = []

    def read(self) -> list[Report]:
        taken = 0
        for at, item in enumerate(self.items):
            if item.cue is None or at < taken:
                continue
            reader = {"say": self.say, "describe": self.describe, "accord": self.accord, "relay": self.accord, "stated": self.stated,
                      "aside": self.aside, "as": self.as_said}.get(item.cue.kind)
            if reader is None:
                taken = self.sentence.past(at)
                continue
            taken = max(reader(at, item.cue), self.sentence.past(at))
        return self.found

    # --- verbs ------------------------------------------------------------------------------------------------------------------

    def say(self, at: int, cue: Cue) -> int:
        """فلان گفت (که) …؛ فلان از … خبر داد؛ فلان شمار … را … اعلام کرد؛ «…»، فلان گفت."""
        start, nested = self.open_clause(at)
        after = self.sentence.past(at)
        if "که" in cue.takes and self.word(after) != "که":
            return after
        report = Report("verb", cue, None, nested=nested)
        placed = self.forward(after) if self.word(after) in _AFTER_NAME or self.is_mark(after) else (
            self.backward(start, at, cue) or self.forward(after))
        if placed is None:
            mark = next((i for i in range(at - 1, max(start - 3, -1), -1) if self.is_mark(i)), -1)
            if mark < 0 or self.word(mark + 1) in _OBJECT or "quote.title" in self.sentence.tags(mark - 1):
                return after
            report.content, report.back = (mark, mark + 1), True
            self.give_subject(report, self.after_this(mark + 1, at) if mark - start < 2 else start, at)
        else:
            first, end, subject_end = placed
            report.content = (first, end)
            self.give_subject(report, start, min(subject_end, at))
        self.found.append(report)
        return after

    def after_this(self, start: int, end: int) -> int:
        """Past "این را" (this is what …) behind a quotation."""
        object_ = self.sentence.find(_OBJECT, start, min(start + 5, end))
        return object_ + 1 if object_ > 0 and self.word(start) in _THIS else start

    def forward(self, after: int) -> tuple[int, int, int] | None:
        """The clause after the verb: (first, end, where the subject may reach)."""
        word = self.word(after)
        first = after + (word in _LEADS)
        short = first >= self.size - 1 and not self.is_mark(first)
        if after >= self.size or word in ENDS | COORDINATORS or word in _NO_CLAUSE or short:
            return None
        if self.word(first) == ":" or (word == "که" and self.word(first) == ":"):
            first += 1
        return first, self.content_end(first), self.size

    def backward(self, start: int, at: int, cue: Cue) -> tuple[int, int, int] | None:
        """A complement before the verb: از … خبر داد, شمار … را … اعلام کرد, … را رد کرد, به … متهم کرد."""
        for preposition in cue.takes:
            if preposition == "را":
                place = self.object(start, at, cue)
            else:
                place = self.after_preposition(start, at, preposition, strict=cue.family in _STRICT)
            if place is not None:
                return place
        return None

    def object(self, start: int, at: int, cue: Cue) -> tuple[int, int, int] | None:
        mark = self.sentence.find(_OBJECT, start, at)
        if mark <= start:
            return None
        count = next((i for i in range(start + 1, mark) if self.word(i) in COUNTS), -1)
        if count > 0 and mark + 1 < at and cue.family not in ("deny", "confirm"):
            return count, at, count
        verbal = next((i for i in range(start + 1, mark) if self.is_verbal(i)), -1)
        if verbal < 0:
            return None
        first = self.noun_start(verbal)
        return (first, mark, first) if first > start else None

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

    def describe(self, at: int, cue: Cue) -> int:
        """فلان این را «…» خواند."""
        start, nested = self.open_clause(at)
        mark = next((i for i in range(at - 1, start, -1) if self.is_mark(i)), -1)
        place = self.object(start, at, cue) if mark < 0 or at - mark > 4 else None
        if place is not None and any("quote.number" in self.sentence.tags(i) for i in range(place[0], at)):
            report = Report("describe", cue, place[:2], nested=nested)
            self.give_subject(report, start, place[2])
            self.found.append(report)
        if mark < 0 or at - mark > 4:
            return self.sentence.past(at)
        report = Report("describe", cue, (mark, mark + 1), nested=nested, marked=True)
        self.give_subject(report, start, mark)
        self.found.append(report)
        return self.sentence.past(at)

    def stated(self, at: int, cue: Cue) -> int:
        """در این بیانیه آمده است (که) …"""
        start, nested = self.open_clause(at)
        inside = self.sentence.find(_IN, start, at)
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

    # --- according to -------------------------------------------------------------------------------------------------------------

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
        end = self.source_end(start)
        sources = [(start, end)]
        inner = next((i for i in range(start, end) if (c := self.items[i].cue) and c.kind == "relay"), -1)
        if inner > 0:
            sources = [(self.sentence.past(inner), end), (start, inner)]
        if end <= start or self.sentence.tags(start) & {"quote.norm"} or (manner == "loose" and not self.can_speak(start, end)):
            return start
        if manner == "relay" and "quote.document" in self.sentence.tags(at - 1) and self.word(at - 2) in _THIS:
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
        if at - self.clause > 1 and self.goes_round(at):
            first = self.clause
        self.found.append(Report("accord", cue, (first, self.content_end(max(first, end))), sources[0], sources[1:]))
        return max(first, end)

    def goes_round(self, at: int) -> bool:
        """Whether the clause has begun before an according-to phrase in its middle (این حمله، به گفته فلان، …)."""
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
        return any((c := self.items[i].cue) and c.kind == "say" for i in range(at + 1, min(at + 14, self.size)))

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
        end = start
        while end < min(start + 18, self.size) and self.word(end) not in COMMAS | ENDS | _AFTER_NAME and not self.finite(end):
            end += 1
        if end < self.size and self.word(end) in COMMAS | ENDS | _AFTER_NAME:
            listed = end
            while self.word(listed) in COMMAS and 0 < self.list_goes_on(listed) <= self.size:
                listed = self.list_goes_on(listed)
            return listed
        for i in range(start, end):
            name = self.items[i].label and (i + 1 >= self.size or not self.items[i + 1].label)
            if self.word(i) in PERSONS or self.is_mark(i) or name:
                return i + 1
        stop = next((i for i in range(start + 1, end) if self.word(i) in _NEXT or self.word(i)[:1].isdigit()
                     or self.items[i].kind == "date"), end)
        return stop if stop - start <= 8 else start

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
        return end + (self.word(end) in COMMAS | _COLON)

    def can_speak(self, start: int, end: int) -> bool:
        tags = self.sentence.tags(start) | self.sentence.tags(start + 1)
        return bool(tags & {"quote.role", "quote.body", "quote.anonymous", "quote.document", "quote.media", "quote.outlet"}
                    or any(self.items[i].label in ("PER", "ORG") for i in range(start, end)))

    # --- clauses --------------------------------------------------------------------------------------------------------------------

    def open_clause(self, at: int) -> tuple[int, bool]:
        """Where the clause of a verb begins, and whether it stands inside another report's content (else that content ends here)."""
        outer = next((r for r in reversed(self.found) if r.content and not r.back and r.content[0] <= at < r.content[1]), None)
        low = max(self.clause, outer.content[0] if outer and outer.content else 0)
        start = low
        for i in range(at - 1, low, -1):
            last = i - 1 - (self.word(i - 1) in COMMAS | SEMICOLONS)
            over = self.finite(last) or self.is_mark(last) or i == at - 1
            if over and self.word(i) in COORDINATORS:
                start = i + 1
                break
            if self.word(i) in SEMICOLONS:
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
            i.label in ("PER", "ORG") and self.word(start) not in _TOWARDS for i in self.items[start:end]))

    def skip_openers(self, start: int, end: int) -> int:
        """Past connectors and fronted adverbials that a comma ends."""
        at = start
        while at < end:
            word = self.word(at)
            comma = self.sentence.find(COMMAS, at, min(end, at + 14))
            phrase = next((p for p in PHRASES if tuple(self.word(at + i) for i in range(len(p))) == p), ())
            if phrase:
                at += len(phrase)
            elif word in OPENING or self.items[at].kind in ("punct", "date"):
                at += 1
            elif 0 < comma < end - 1 and (word in PREPOSITIONS or self.dated(at, end)):
                at = comma + 1
            else:
                break
        return at

    def dated(self, at: int, end: int) -> bool:
        """Whether a fronted "two days after …" begins here."""
        return any(self.word(i) in _AFTER and self.word(i + 1) == "از" for i in range(at, min(at + 5, end)))

    def content_end(self, start: int) -> int:
        """Where a reported clause ends: ؛, or the end of the sentence; coordinated reports cut it later."""
        for i in range(start + 1, self.size):
            if self.word(i) in SEMICOLONS:
                return i
        end = self.size
        while end > start and self.word(end - 1) in ENDS | COMMAS:
            end -= 1
        return end

    def relative(self, start: int, main: int) -> bool:
        """Whether a verb stands in a relative clause that is over before the sentence is (… که فلان گفته بود، …)."""
        which = self.sentence.find(WHICH, start, main)
        return which >= 0 and not any(self.finite(i) for i in range(which, main)) and self.word(self.sentence.past(main)) in COMMAS

    def finite(self, at: int) -> bool:
        return 0 <= at < self.size and self.items[at].kind == "word" and finite(self.word(at), self.word(at - 1))

    def is_mark(self, at: int) -> bool:
        return 0 <= at < self.size and self.items[at].kind == "mark"

    def word(self, at: int) -> str:
        return self.sentence.word(at)
