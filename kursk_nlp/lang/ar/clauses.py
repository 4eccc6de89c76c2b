"""Where an Arabic clause begins and ends, and who its subject is."""

from __future__ import annotations

from ...rules.reporting import Grammar, Report
from .speech import (
    ADVERBIALS,
    ALONE,
    ALSO_COUNTED,
    AND,
    BREAK,
    BUT,
    COMMAS,
    CONTRAST,
    DECLARED,
    ENDS,
    EXCEPT,
    INSIDE,
    MEANWHILE,
    NEGATION,
    OPENERS,
    PERFECT,
    PUBLISHED,
    RELATIVE,
    TAKES_BACK,
    THUS,
    WAS,
    complement,
    is_how,
    is_that,
)


class Clauses(Grammar):
    """The clauses of one sentence."""

    def leaves(self, at: int, outer: Report, report: Report) -> bool:
        """Whether a cue inside a report's content ends that content: coordinated (وأضاف), a participle, a source at the end."""
        item, first = self.items[at], at
        kind = item.cue.kind if item.cue else ""
        joined = bool(item.cue and item.cue.start > item.start) or self.word(at - 1) in AND | CONTRAST or kind == "participle"
        if kind in ("accord", "as"):
            joined = report.back
        elif kind == "saying":
            first = self.clause_start(at)
            joined = self.word(first).startswith("و")
        elif self.word(at - 1) in PERFECT:
            first, joined = at - 1, True
        elif self.word(at - 2) == "قبل" and is_that(self.word(at - 1)):
            first, joined = at - 2, True
        if report.speaker and report.speaker[1] <= at and kind == "say":
            first = min(first, report.speaker[0])
            first -= 2 * (self.word(first - 2) in CONTRAST)
            joined = joined or self.word(first - 1) in CONTRAST | WAS | BUT or self.items[first].word.startswith("و")
            if is_that(self.word(first - 1)) and self.word(first - 2) in EXCEPT:
                first, joined = first - 2, True
        content = outer.content or (0, 0)
        while (first > content[0] and self.word(first - 1) in COMMAS | CONTRAST | AND | WAS | BUT) or (self.word(first - 1) in INSIDE and (
                self.word(first) in CONTRAST)):
            first -= 1
        if not joined or first <= content[0]:
            return False
        outer.content = (content[0], first)
        return True

    def zone_end(self, start: int) -> int:
        """The end of a subject with no clause after it: the next stop or relative."""
        end = start
        while end < self.size and self.word(end) not in ENDS | COMMAS | RELATIVE and self.word(end) not in (":", "وهو", "وهی", "قبل"):
            end += 1
        return end

    def mark_before(self, at: int) -> int:
        i = at - 1
        while i >= 0 and (self.items[i].kind == "punct" or self.word(i) in THUS):
            i -= 1
        return i if i >= 0 and self.items[i].kind == "mark" else -1

    def clause_start(self, at: int) -> int:
        """The first item of the clause that ends at ``at``: after the last stop, without openers."""
        start = at
        while start > max(0, at - 14):
            before = self.word(start - 1)
            if before in COMMAS or before in ENDS or before == ":" or is_that(before):
                break
            start -= 1
        while start < at and self.opens(start):
            start += 1
        return start

    def opens(self, at: int) -> bool:
        return self.word(at) in OPENERS or self.word(at).removeprefix("و") in OPENERS

    def main_subject(self, at: int) -> tuple[int, int] | None:
        """Where the sentence names its subject, for what it says further on: after its first verb, or before it."""
        publisher = next((i for i in range(1, at) if self.word(i) in PUBLISHED and self.word(i - 1) in RELATIVE), 0)
        if publisher:  # in the footage that X published: X tells what it shows
            return publisher + 1, at
        start = 0
        while start < at and (self.items[start].kind == "punct" or self.opens(start) or self.word(start) in NEGATION):
            start += 1 + (self.word(start) in NEGATION)
        verb = next((i for i in range(start, min(start + 6, at)) if (c := self.items[i].cue) and c.kind == "say"), start)
        if verb > start and self.items[verb].cue is not None and not any(self.word(i) in ADVERBIALS for i in range(start, verb)):
            return start, verb  # but N. N. denied it and called it …
        nominal = start < at and (self.items[start].label or self.can_speak(start, start + 1) or self.word(start).startswith("ال"))
        start += not nominal
        declared = next((i for i in range(start + 1, at) if self.word(i) in DECLARED), at)
        return (start, declared) if start < declared else None

    def antecedent(self, relative: int) -> tuple[int, int]:
        """The noun phrase before "who": definite words and the one they complete."""
        start = relative - 1
        while start > 0 and self.word(start).startswith("ال") and self.items[start - 1].kind == "word" and not (
                self.items[start - 1].label == "PER" or self.items[start - 1].cue):
            start -= 1
        return start, relative

    def turned(self, at: int, last: Report | None) -> int:
        """The "while" that gave the clause of a coordinated verb a subject of its own (فيما شككت الحكومة في ذلك وقالت إن)."""
        low = last.content[0] if last is not None and last.content else 0
        for i in range(at - 2, max(low, at - 14), -1):
            if self.items[i].cue is not None and self.word(i - 1) not in CONTRAST:
                return 0
            if self.word(i) in CONTRAST:
                return i
        return 0

    def no_subject(self, start: int, end: int) -> bool:
        """Whether no subject stands here: nothing, or an adverbial first."""
        if start >= end:
            return True
        item = self.items[start]
        how = not item.label and not item.tags and is_how(item.word, item.written)
        return item.kind in ("punct", "date") or how or item.word in ADVERBIALS or item.word.startswith("لل")

    def past_adverbs(self, start: int, end: int) -> int:
        """The subject behind adverbs that come between it and its verb (وقالت اليوم الأحد وزارة …), else ``start``."""
        at = start
        while at < end and (self.items[at].kind == "date" or self.word(at) in ALONE):
            at += 1
        return at if start < at < end and (self.items[at].label in ("PER", "ORG") or self.can_speak(at, at + 1)) else start

    def subject(self, at: int, report: Report) -> None:
        """Where the subject stands: after the verb, before it (كان فلان قد قال, فلان يقول), or nowhere: the one before goes on."""
        perfect = self.word(at - 1) in PERFECT
        was = next((i for i in range(at - 1, -1, -1) if self.word(i) in WAS), -1)
        between = any((c := self.items[i].cue) and c.kind == "say" for i in range(max(was, 0), at))
        if was >= 0 and at - perfect > was + 1 and (perfect or not between):
            report.speaker = (was + 1, at - perfect)
            return
        zone = report.speaker or (at, at)
        if (first := self.past_adverbs(*zone)) > zone[0]:
            report.speaker = zone = (first, zone[1])
        if not self.no_subject(*zone):
            return
        last = self.before()
        if self.word(at - 1) in RELATIVE:
            if last is not None and last.speaker and last.speaker[1] <= at:
                report.shares, report.speaker = last, None
            else:
                report.speaker = self.antecedent(at - 1)
            return
        joined = (report.cue is not None and report.cue.start > self.items[at].start) or self.word(at - 1) in AND
        start = self.clause_start(at)
        if not joined and start < at and (self.can_speak(start, start + 1) or self.items[start].label or self.word(start).startswith("ال")):
            report.speaker = (start, at)
        elif (turn := self.turned(at, last)) > 0:
            report.speaker = (turn + 2, at)
        else:
            report.shares = last
            report.speaker = None if last is not None else self.main_subject(at)

    def content_end(self, start: int) -> int:
        """Where a reported clause ends: the end of the sentence, or where the article takes the word back."""
        whereas = self.whereas(start)
        for i in range(start + 1, self.size - 1):
            cue = self.items[i].cue
            if cue and cue.kind == "accord" and i > start + 2:
                return i
            if cue and cue.kind == "say" and cue.start > self.items[i].start and self.word(i).startswith("و"):
                return i  # the next report, whether it has a clause or not
            if self.word(i) not in COMMAS:
                continue
            after, kind = self.word(i + 1), cue.kind if (cue := self.items[i + 1].cue) else ""
            if whereas and (kind == "say" or "quote.comment" in self.sentence.tags(i + 1)):
                return i
            if kind == "say" and cue and cue.start > self.items[i + 1].start:
                return i  # the next report, whether it has a clause or not
            if kind in ("participle", "break", "accord") or after in BREAK:
                return i
            if after in TAKES_BACK and any("quote.comment" in self.sentence.tags(j) for j in range(i + 2, i + 6)):
                return i
            contrast = 2 if after in INSIDE and self.word(i + 2) in CONTRAST else after in MEANWHILE
            counts = any("quote.number" in self.sentence.tags(j) for j in range(i + 2, i + 6))
            if contrast and not counts and self.word(i + 1 + contrast) not in ALSO_COUNTED:
                return i
            if (after == "من" and self.word(i + 2) == "دون") or (kind == "as" and self.stands_alone(i + 1)):
                return i
        end = self.size
        while end > start and (self.word(end - 1) in ENDS or self.word(end - 1) in COMMAS):
            end -= 1
        return end

    def whereas(self, start: int) -> bool:
        """Whether the sentence begins with a "while" (في حين, بينما) whose clause this is, so that its main clause is still to come."""
        opener = self.word(0)[self.word(0)[:1] in tuple("فو"):]
        first = 1 if self.word(0)[-2:] in INSIDE else 0 if opener in CONTRAST or self.word(0) in CONTRAST else -1
        cues = [i for i in range(first + 1, start) if self.items[i].cue] if first >= 0 and (not first or self.word(1) in CONTRAST) else []
        return len(cues) == 1 and cues[0] <= first + 2

    def stands_alone(self, at: int) -> bool:
        """Whether "as" (كما) is followed by a verb of saying without a clause of its own, so that it means according to."""
        start = self.sentence.past(at)
        said = self.items[start].cue if start < self.size else None
        return said is not None and said.kind == "say" and complement(self.sentence, self.sentence.past(start), said.takes) is None
