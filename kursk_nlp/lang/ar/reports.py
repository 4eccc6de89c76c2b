"""How Arabic builds a report: verb, subject, then the clause (أنّ), a verbal noun, or a colon; or the clause, then وفق."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ...rules.reporting import MEDIA, Cue, Report, Sentence
from .sources import Sources
from .speech import (
    ADVERBIALS,
    AND,
    AS,
    COMMAS,
    ENDS,
    MARKED,
    NEGATION,
    NO_SUBJECT,
    RELATIVE,
    RUMOURS,
    THAT,
    THIS,
    THUS,
    TO_OUTLET,
    UPON,
    WHAT,
    by_the_way,
    complement,
    denied,
    is_that,
)


def reports(sentence: Sentence) -> list[Report]:
    """The reports of one sentence, in order; those that stand in another one's content are ``nested``."""
    return _Reports(sentence).read()


#: what a body counts: a toll, deaths
COUNTED = frozenset({"quote.count", "quote.event"})


#: items between a participle and the noun that it reports
_NEAR = 3


class _Reports(Sources):
    """Verbs of saying and their kin."""

    readers: ClassVar[Mapping[str, str]] = {
        "say": "say", "describe": "describe", "refuse": "refuse", "participle": "participle", "relay": "relay", "saying": "saying",
        "accord": "accord", "as": "as_said", "stated": "stated", "credit": "credit"}

    def apply(self, rule: str, at: int, cue: Cue) -> int:
        """Run a rule at a cue and place what it finds: nested in an earlier report, or ending that one."""
        report: Report | None = getattr(self, rule)(at, cue)
        if report is None:
            return at
        outer = self.outer(at)
        report.nested = outer is not None and not self.leaves(at, outer, report)
        if not report.nested and cue.kind != "accord":
            report.outlets, self.waiting = [*report.outlets, *self.waiting], []
        self.found.append(report)
        named = report.speaker[1] if report.speaker and cue.kind in ("accord", "as") else 0
        led = report.content[0] if report.content and not report.back else 0
        return max(self.sentence.past(at), named, led)

    def say(self, at: int, cue: Cue) -> Report | None:
        """قال فلان إن …؛ أعلنت الوزارة مقتل …؛ أقر الجيش بسقوط …؛ «…»، قال فلان."""
        prior, start = self.word(at - 1), self.sentence.past(at)
        if prior in RELATIVE and self.word(at - 2) in RUMOURS:
            return None
        if prior in NEGATION or ("quote.title" in self.sentence.tags(at) and cue.family == "claim" and self.items[at].cue is not None and (
                self.items[start].label == "PER" if start < self.size else True)):
            return None
        if by_the_way(self.sentence, at) and prior not in AND and "quote.title" not in self.sentence.tags(at):
            return None
        if cue.family == "write" and (self.word(start) in UPON or self.byline(start)):
            return None
        place = denied(self.sentence, start) if cue.family == "deny" else None
        place = place or complement(self.sentence, start, cue.takes, colon=cue.family != "claim")
        if prior in WHAT or (prior in AS and place is None):
            return self.describe(at, cue) if cue.family == "believe" and prior in WHAT else None
        report = Report("verb", cue, None)
        if place is None:
            mark = self.mark_before(at) if not any(t.endswith(MARKED) for t in cue.takes) else -1
            if mark >= 0 and self.outer(mark) is not None:
                return None  # the words of the report before
            if mark < 0:
                return self.describe(at, cue) if cue.family == "believe" else None
            report.content, report.speaker, report.back = (mark, mark + 1), (start, self.zone_end(start)), True
        else:
            zone, content, report.skip = place
            saying = next((i for i in range(start, zone) if (c := self.items[i].cue) and c.kind == "saying"), zone)
            report.content, report.speaker = (content, self.content_end(content)), (start, saying)
            report.cue = self.items[saying].cue if saying < zone else cue
        self.subject(at, report)
        self.split_zone(report)
        return report

    def refuse(self, at: int, cue: Cue) -> Report | None:
        """رفضت الوزارة ما أشيع عن مقتل …: to reject what others report is to deny it; all else that is rejected is no quote."""
        place = denied(self.sentence, self.sentence.past(at)) if self.word(at - 1) not in NEGATION else None
        if place is None:
            return None
        report = Report("verb", cue, (place[1], self.content_end(place[1])), (self.sentence.past(at), place[0]), skip=place[2])
        self.subject(at, report)
        return report

    def byline(self, start: int) -> bool:
        """Whether nothing but a colon and a name follows: كتب: فلان."""
        end = self.content_end(start)
        return self.word(start) == ":" and all(self.items[i].label == "PER" for i in range(start + 1, end))

    def split_zone(self, report: Report) -> None:
        """Take the outlet out of the subject zone: قال فلان لوكالة …؛ قالت الوكالة نقلا عن فلان."""
        start, end = report.speaker or (0, 0)
        for i in range(start + 1, end):
            word, media = self.word(i), self.sentence.tags(i) & MEDIA
            if word == "نقلا" and self.word(i + 1) == "عن":
                report.outlets, report.speaker = [(start, i)], (i + 2, end)
                return
            if (word == "ل" and (self.items[i + 1].kind == "mark" or self.sentence.tags(i + 1) & MEDIA)) or (
                    media and (word.startswith("ل") or self.word(i - 1) in TO_OUTLET)):
                stop = i + 1
                while stop < end and self.word(stop) not in ADVERBIALS and self.items[stop].kind != "punct":
                    stop += 1
                report.outlets, report.speaker = [(i + (word == "ل"), stop)], (start, i)
                return

    def participle(self, at: int, cue: Cue) -> Report | None:
        """… مضيفا أن …: the speaker of before goes on; only a clause counts, not a noun."""
        if cue.family == "describe":
            return self.describe(at, cue)
        if at and self.items[at - 1].kind == "word" and not self.word(at).startswith("و"):
            return None  # an adjective or a noun (لافتة), not what the speaker adds
        start = self.sentence.past(at)
        place = (denied(self.sentence, start) if cue.family == "deny" else None) or (
            complement(self.sentence, start, cue.takes) if cue.takes else None)
        if place is not None and (place[1] - start <= _NEAR or cue.family == "deny"):
            clause = self.is_mark(place[1]) or self.word(place[1] - 1) == ":" or any(
                is_that(self.word(i)) for i in range(start, place[1] + 1))
            report = Report("participle", cue, (place[1], self.content_end(place[1])), shares=self.before(), skip=place[2])
            report.silent = not clause and cue.family not in ("deny", "estimate")  # a noun: theirs, but no words of theirs
            report.speaker = None if report.shares else self.main_subject(at)
            return report
        for i in range(start, min(at + 16, self.size)):
            word = self.word(i)
            if not is_that(word) and word != ":" and self.items[i].kind != "mark":
                if word in COMMAS | ENDS:
                    return None
                continue
            if i > at + 6 and self.items[i].kind != "mark":
                return None
            content = i + (word in THAT or word == ":")
            report = Report("participle", cue, (content, self.content_end(content)), shares=self.before())
            report.speaker = None if report.shares else self.main_subject(at)
            return report
        return None

    def describe(self, at: int, cue: Cue) -> Report | None:
        """وصف كذا بأنه «…»، ما أسماه «…»: only the marked words are the speaker's."""
        start = self.sentence.past(at)
        saying = next((i for i in range(start, min(start + 8, self.size)) if (c := self.items[i].cue) and
                       c.kind in ("saying", "participle") and self.items[i - 1].kind == "word"), -1)
        if saying >= 0 and cue.kind == "describe":  # he described it, saying: …
            content = self.sentence.past(saying)
            content += self.word(content) == ":"
            return Report("verb", cue, (content, self.content_end(content)), (start, saying)) if self.is_mark(content) else None
        if self.word(at - 1) in THUS and (quoted := self.mark_before(at)) >= 0:
            return Report("describe", cue, (quoted, quoted + 1), (start, self.zone_end(start)), back=True)
        mark = next((i for i in range(start, min(start + 16, self.size)) if self.items[i].kind == "mark" or self.word(i) in ENDS
                     or self.items[i].cue), -1)
        if mark < 0 or self.items[mark].kind != "mark":
            return None
        report = Report("describe", cue, (mark, mark + 1), (start, mark), marked=True)
        named = self.sentence.find(THIS, start + 1, mark) > 0 and self.can_speak(start, start + 1)  # who described *this*
        joined = at > 0 and not named and (cue.start > self.items[at].start or self.word(at - 1) in AND)
        if cue.kind == "participle" or joined or self.word(start) in NO_SUBJECT or self.no_subject(start, mark):
            report.speaker, report.shares = None, self.before()
            if report.shares is None:
                report.speaker = self.main_subject(at)
        return report

    def credit(self, at: int, cue: Cue) -> Report | None:
        """رفعت الوزارة الحصيلة إلى …: no quote, but the number is theirs."""
        start = self.sentence.past(at)
        end = self.content_end(start)
        count = next((i for i in range(start + 1, min(start + 12, end)) if self.sentence.tags(i) & COUNTED), -1)
        if count < 0 or not any("quote.number" in self.sentence.tags(i) for i in range(count, end)):
            return None
        return Report("credit", cue, (count, end), (start, count), silent=True)

    def stated(self, at: int, cue: Cue) -> Report | None:
        """جاء في بيان الوزارة أن …: what the words stand in, or whose it is, says them."""
        start = self.owner(self.sentence.past(at))
        place = complement(self.sentence, start, ())
        if place is None:
            return None
        zone, content, skip = place
        return Report("stated", cue, (content, self.content_end(content)), (start, zone), skip=skip)

    def relay(self, at: int, cue: Cue) -> Report | None:
        """نقلت الوكالة عن فلان قوله إن …: the outlet first, then the speaker."""
        start = self.sentence.past(at)
        source = self.sentence.find(cue.takes or {"عن"}, start, start + 14)
        if source < 0 and cue.takes and self.sentence.tags(start) & MEDIA:  # the agency has learnt that …
            source = start - 1
        place = complement(self.sentence, source + 1, ()) if source >= 0 else None
        if place is None or self.word(at - 1) in NEGATION:
            return None
        zone, content, _ = place
        saying = next((i for i in range(source + 1, zone) if (c := self.items[i].cue) and c.kind == "saying"), zone)
        return Report("relay", cue, (content, self.content_end(content)), (source + 1, saying), [(start, source)] if source > start else [])

    def saying(self, at: int, cue: Cue) -> Report | None:
        """رد الجيش بالقول إن …: the subject stands before. None where a verb before it has read the clause already."""
        start = self.sentence.past(at)
        word = self.word(start)
        content = start + (word in THAT or word == ":")
        if any(r.content and r.content[0] == content for r in self.found) or start >= self.size:
            return None
        if not (is_that(word) or word == ":" or self.items[start].kind == "mark"):
            return None
        report = Report("saying", cue, (content, self.content_end(content)), (self.clause_start(at) + 1, at))
        if (before := self.items[at - 1].cue) and before.kind == "break":  # مكتفيا بالقول: who is named earlier
            report.shares = self.before()
            report.speaker = None if report.shares else self.main_subject(at - 1)
        return report
