""""According to" in Arabic: before a clause, after it, in its middle, or beside a verb of saying."""

from __future__ import annotations

from ...rules.reporting import MEDIA, SPEAKS, Cue, Report
from .clauses import Clauses
from .speech import (
    ACCOMPANIED,
    BEFELL,
    COMMAS,
    CONTRAST,
    ENDS,
    IN,
    ISSUED,
    IT_CAME,
    LED,
    PUBLISHED,
    RELATIVE,
    SO,
    THIS,
)


class Sources(Clauses):
    """Sources named beside what they say."""

    def accord(self, at: int, cue: Cue) -> Report | None:
        """وفق فلان، …؛ …، بحسب ما أعلنت الوزارة."""
        start = self.sentence.past(at)
        while self.word(start) in LED:
            start += 1
        said = self.items[start].cue if start < self.size else None
        if (said is not None and said.kind in ("say", "relay")) or self.word(start) in PUBLISHED:
            start = self.sentence.past(start)
            start += self.word(start) in IN
        start = self.owner(start)
        end = start
        while end < self.size and self.word(end) not in COMMAS | ENDS | RELATIVE and self.word(end) != ":" and not (
                (c := self.items[end].cue) and end > start and c.kind in ("say", "participle", "relay")) and not (
                end > start and (self.word(end)[0].isdecimal() or self.word(end) in SO or self.word(end) in BEFELL)):
            end += 1
        if end <= start or (self.sentence.tags(start) & {"quote.norm"} and not self.items[start].label):
            return None
        if said is not None and said.kind in ("say", "relay"):
            cue = said if said.kind == "relay" else cue._replace(end=said.end)
        report = Report("accord", cue, None, (start, end))
        source = self.sentence.find({"عن"}, start, end)
        told = next((i for i in range(start + 1, end) if self.sentence.tags(i) & SPEAKS or self.items[i].label == "PER"), -1)
        word, media = self.word(start), self.sentence.tags(start) & MEDIA
        outlet = media and (word.startswith("لل") or (word[:1] == "ل" and self.items[start].lead))
        if said is not None and told > 0 and outlet:
            report.speaker, report.outlets = (told, end), [(start, told)]  # as X told the agency
        if said is not None and said.kind == "relay" and source > 0:
            report.speaker, report.outlets = (source + 1, end), [(start, source)]
        return self.around(at, end, report)

    def owner(self, start: int) -> int:
        """Whose a document is: بيان للجيش, بيان صادر عن الجيش; the document itself where nobody is named."""
        if "quote.document" not in self.sentence.tags(start):
            return start
        for i in range(start + 1, min(start + 5, self.size)):
            if self.items[i].kind != "word" or self.word(i) in RELATIVE:
                break
            if self.word(i) == "عن" and self.word(i - 1) in ISSUED:
                return i + 1
            if self.word(i).startswith("ل") and (self.sentence.tags(i) & SPEAKS or self.items[i].label == "ORG"):
                return i
        return start

    def around(self, at: int, end: int, report: Report) -> Report | None:
        """Give an according-to phrase its content: what follows it at the beginning of a sentence, else what stands before it.

        Where that has a speaker of its own, the phrase names an outlet instead, and there is no report.
        """
        sources = [report.speaker or (at, end), *report.outlets]
        last = next((r for r in reversed(self.found) if r.content and not r.nested and r.content[1] >= at - 1 and r.content[0] < at), None)
        if last is not None and last.rule != "accord":
            last.outlets += sources
            if last.content and last.content[1] > at:
                last.content = (last.content[0], at - (self.word(at - 1) in COMMAS))
            return None
        start = max((r.content[1] for r in self.found if not r.nested and r.content and r.content[1] <= at), default=0)
        while start < at and (self.items[start].kind == "punct" or self.opens(start)):
            start += 1
        if start >= at:
            comma = end if self.word(end) in COMMAS or self.word(end) == ":" else self.sentence.find(COMMAS, end, end + 25)
            comma = end - 1 if self.word(end) in SO or self.word(end) in BEFELL else comma
            if comma < 0:
                return None
            following = self.items[comma + 1].cue if comma + 1 < self.size else None
            if following is not None and following.kind in ("say", "relay", "describe"):
                self.waiting = sources
                return None
            comma += self.word(comma + 1) in SO
            report.content = (comma + 1, self.content_end(comma + 1))
            return report
        if self.word(end) == ":" and end + 1 < self.size and self.publisher(start, at):
            report.content, report.outlets = (end + 1, self.content_end(end + 1)), [*report.outlets, (start, at)]
            return report
        stop = at
        while stop > start and self.items[stop - 1].kind == "punct":
            stop -= 1
        if stop == at and not self.can_speak(*sources[0]):
            return None
        if stop - start < 2 or (self.word(start) in IT_CAME and any(self.word(i) in THIS for i in range(start + 1, start + 3))):
            return None
        report.content, report.back = (start, stop), True
        inside = end < self.size and self.items[end].kind != "punct" and self.word(end) not in RELATIVE
        meanwhile = self.word(end + 2) in CONTRAST
        if inside or (self.word(end) in COMMAS and self.word(end + 1) in ACCOMPANIED and not meanwhile):
            report.content = (start, self.content_end(end))
        return report

    def publisher(self, start: int, end: int) -> bool:
        """Whether nothing but a publisher's name stands here (الصحيفة الفلانية نقلا عن …:)."""
        named = self.sentence.tags(start) & MEDIA or self.items[start].label == "ORG"
        return bool(named) and end - start <= 5 and all(i.kind in ("word", "mark") and not i.cue for i in self.items[start:end])

    def as_said(self, at: int, cue: Cue) -> Report | None:
        """…، كما قال فلان: like وفق where no clause of its own follows."""
        return self.accord(at, cue) if at and self.stands_alone(at) else None
