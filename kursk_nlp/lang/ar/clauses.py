"""How Arabic builds a report: verb, subject, then the clause (أنّ), a verbal noun, or a colon; or the clause, then وفق."""

from __future__ import annotations

from ...rules.frames.quotes import Cue, Report, Sentence
from .speech import (
    ADVERBIALS,
    AS,
    COMMAS,
    CONTRAST,
    ENDS,
    MARKED,
    NEGATION,
    OPENERS,
    PERFECT,
    RELATIVE,
    WAS,
    WHAT,
    complement,
    is_that,
    words,
)

_AND = words("و ثم")
_BREAK = words("دون وذلك علما مما")
_TAKES_BACK = words("فيما بينما حين وقت لكن لكنه لكنها غير ولم ولا من")
_PUBLISHED = words("جاء ورد أوردت أورده أوردته أوردها جاءت نشرته نشرت نشره نشرتها نشرها أظهرت بثته بثه بثتها بثها وزعتها")
_IT_CAME = words("جاء وجاء جاءت يأتي ويأتي وجاءت تأتي")
_THIS = words("ذلك هذا هذه")
_UPON = words("عليه عليها عليهم")
_ISSUED = words("صادر صادرة صدر صدرت")
_LED = words("ل ما لما")
_NO_SUBJECT = words("ما هذا هذه ذلك ب بأنه بأنها بأنهم")
_TO_OUTLET = words("مع إلى عبر على في")
_IN = words("في عن على به بها فيه عنه")
_INSIDE = words("في")
_MEANWHILE = words("فيما")
#: after "while" these go on with the same toll, so that the speaker goes on too
_ALSO_COUNTED = words("لا ما أصيب أصيبت جرح جرحت فقد فقدت نقل نقلت بلغ بلغت وصل وصلت ارتفع ارتفعت نزح نزحت غادر لقي لقيت")
_ACCOMPANIED = words("بينهم بينهن منهم معظمهم غالبيتهم أغلبهم بعد إثر جراء نتيجة قبل منذ خلال في إلى من على مساء فجر صباح ليل")
_SPEAKS = frozenset({"quote.role", "quote.body", "quote.anonymous", "quote.document", "quote.media", "quote.outlet"})
_MEDIA = frozenset({"quote.media", "quote.outlet"})


def reports(sentence: Sentence) -> list[Report]:
    """The reports of one sentence, in order; those that stand in another one's content are ``nested``."""
    return _Grammar(sentence).read()


class _Grammar:
    """One sentence being read."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.items, self.word = sentence, sentence.items, sentence.word
        self.size = len(sentence.items)
        self.found: list[Report] = []
        self.waiting: list[tuple[int, int]] = []

    def read(self) -> list[Report]:
        readers = {"say": self.say, "describe": self.describe, "participle": self.participle, "relay": self.relay, "saying": self.saying,
                   "accord": self.accord, "as": self.as_said, "stated": self.stated}
        taken = 0
        for at, item in enumerate(self.items):
            if item.cue is None or at < taken:
                continue
            reader = readers.get(item.cue.kind)
            report = reader(at, item.cue) if reader else None
            if report is None:
                taken = self.sentence.past(at) if item.cue.kind == "void" else taken
                continue
            outer = self.outer(at)
            report.nested = outer is not None and not self.leaves(at, outer, report)
            if not report.nested and item.cue.kind != "accord":
                report.outlets, self.waiting = [*report.outlets, *self.waiting], []
            self.found.append(report)
            named = report.speaker[1] if report.speaker and item.cue.kind in ("accord", "as") else 0
            led = report.content[0] if report.content and not report.back else 0
            taken = max(self.sentence.past(at), named, led)
        return self.found

    def outer(self, at: int) -> Report | None:
        return next((r for r in reversed(self.found) if r.content and r.content[0] <= at < r.content[1]), None)

    def before(self) -> Report | None:
        """The report whose speaker goes on where a subject is left out."""
        return next((r for r in reversed(self.found) if not r.nested), None)

    def leaves(self, at: int, outer: Report, report: Report) -> bool:
        """Whether a cue inside a report's content ends that content: coordinated (وأضاف), a participle, a source at the end."""
        item, first = self.items[at], at
        kind = item.cue.kind if item.cue else ""
        joined = bool(item.cue and item.cue.start > item.start) or self.word(at - 1) in _AND | CONTRAST or kind == "participle"
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
            joined = joined or self.word(first - 1) in CONTRAST | WAS or self.items[first].word.startswith("و")
        content = outer.content or (0, 0)
        while (first > content[0] and self.word(first - 1) in COMMAS | CONTRAST | _AND | WAS) or (self.word(first - 1) in _INSIDE and (
                self.word(first) in CONTRAST)):
            first -= 1
        if not joined or first <= content[0]:
            return False
        outer.content = (content[0], first)
        return True

    # --- verb, subject, clause ----------------------------------------------------------------------------------------------------

    def say(self, at: int, cue: Cue) -> Report | None:
        """قال فلان إن …؛ أعلنت الوزارة مقتل …؛ أقر الجيش بسقوط …؛ «…»، قال فلان."""
        prior, start = self.word(at - 1), self.sentence.past(at)
        if prior in NEGATION or ("quote.title" in self.sentence.tags(at) and cue.family == "claim" and self.items[at].cue is not None and (
                self.items[start].label == "PER" if start < self.size else True)):
            return None
        if cue.family == "write" and self.word(start) in _UPON:
            return None
        place = complement(self.sentence, start, cue.takes, colon=cue.family != "claim")
        if prior in WHAT or (prior in AS and place is None):
            return self.describe(at, cue) if cue.family == "believe" and prior in WHAT else None
        report = Report("verb", cue, None)
        if place is None:
            mark = self.mark_before(at) if MARKED not in cue.takes else -1
            if mark < 0:
                return self.describe(at, cue) if cue.family == "believe" else None
            report.content, report.speaker, report.back = (mark, mark + 1), (start, self.zone_end(start)), True
        else:
            zone, content, report.skip = place
            saying = next((i for i in range(start, zone) if (c := self.items[i].cue) and c.kind == "saying"), zone)
            report.content, report.speaker = (content, self.content_end(content)), (start, saying)
        self.subject(at, report)
        self.split_zone(report)
        return report

    def zone_end(self, start: int) -> int:
        """The end of a subject with no clause after it: the next stop or relative."""
        end = start
        while end < self.size and self.word(end) not in ENDS | COMMAS | RELATIVE and self.word(end) not in (":", "وهو", "وهی", "قبل"):
            end += 1
        return end

    def mark_before(self, at: int) -> int:
        i = at - 1
        while i >= 0 and self.items[i].kind == "punct":
            i -= 1
        return i if i >= 0 and self.items[i].kind == "mark" else -1

    def subject(self, at: int, report: Report) -> None:
        """Where the subject stands: after the verb, before it (كان فلان قد قال, فلان يقول), or nowhere: the one before goes on."""
        perfect = self.word(at - 1) in PERFECT
        was = next((i for i in range(at - 1, -1, -1) if self.word(i) in WAS), -1)
        between = any((c := self.items[i].cue) and c.kind == "say" for i in range(max(was, 0), at))
        if was >= 0 and at - perfect > was + 1 and (perfect or not between):
            report.speaker = (was + 1, at - perfect)
            return
        zone = report.speaker or (at, at)
        if not self.no_subject(*zone):
            return
        last = self.before()
        if self.word(at - 1) in RELATIVE:
            if last is not None and last.speaker and last.speaker[1] <= at:
                report.shares, report.speaker = last, None
            else:
                report.speaker = (self.clause_start(at - 1), at - 1)
            return
        joined = (report.cue is not None and report.cue.start > self.items[at].start) or self.word(at - 1) in _AND
        start = self.clause_start(at)
        if not joined and start < at and (self.can_speak(start, start + 1) or self.items[start].label or self.word(start).startswith("ال")):
            report.speaker = (start, at)
        else:
            report.shares = last
            report.speaker = None if last is not None else self.main_subject(at)

    def no_subject(self, start: int, end: int) -> bool:
        """Whether no subject stands here: nothing, or an adverbial first."""
        if start >= end:
            return True
        item = self.items[start]
        return item.kind in ("punct", "date") or item.word in ADVERBIALS or item.word.startswith("لل")

    def clause_start(self, at: int) -> int:
        """The first item of the clause that ends at ``at``: after the last stop, without openers."""
        start = at
        while start > 0 and self.word(start - 1) not in COMMAS | ENDS and self.word(start - 1) != ":" and at - start < 14:
            start -= 1
        while start < at and self.opens(start):
            start += 1
        return start

    def opens(self, at: int) -> bool:
        return self.word(at) in OPENERS or self.word(at).removeprefix("و") in OPENERS

    def split_zone(self, report: Report) -> None:
        """Take the outlet out of the subject zone: قال فلان لوكالة …؛ قالت الوكالة نقلا عن فلان."""
        start, end = report.speaker or (0, 0)
        for i in range(start + 1, end):
            word, media = self.word(i), self.sentence.tags(i) & _MEDIA
            if word == "نقلا" and self.word(i + 1) == "عن":
                report.outlets, report.speaker = [(start, i)], (i + 2, end)
                return
            if (word == "ل" and (self.items[i + 1].kind == "mark" or self.sentence.tags(i + 1) & _MEDIA)) or (
                    media and (word.startswith("ل") or self.word(i - 1) in _TO_OUTLET)):
                stop = i + 1
                while stop < end and self.word(stop) not in ADVERBIALS and self.items[stop].kind != "punct":
                    stop += 1
                report.outlets, report.speaker = [(i + (word == "ل"), stop)], (start, i)
                return

    def content_end(self, start: int) -> int:
        """Where a reported clause ends: the end of the sentence, or where the article takes the word back."""
        for i in range(start + 1, self.size - 1):
            cue = self.items[i].cue
            if cue and cue.kind == "accord" and i > start + 2:
                return i
            if self.word(i) not in COMMAS:
                continue
            after, kind = self.word(i + 1), cue.kind if (cue := self.items[i + 1].cue) else ""
            if kind in ("participle", "break", "accord") or after in _BREAK:
                return i
            if after in _TAKES_BACK and any("quote.comment" in self.sentence.tags(j) for j in range(i + 2, i + 6)):
                return i
            contrast = 2 if after in _INSIDE and self.word(i + 2) in CONTRAST else after in _MEANWHILE
            if contrast and self.word(i + 1 + contrast) not in _ALSO_COUNTED:
                return i
            if (after == "من" and self.word(i + 2) == "دون") or (kind == "as" and self.as_said(i + 1, self.items[i + 1].cue)):
                return i
        end = self.size
        while end > start and (self.word(end - 1) in ENDS or self.word(end - 1) in COMMAS):
            end -= 1
        return end

    # --- the other ways -----------------------------------------------------------------------------------------------------------

    def participle(self, at: int, cue: Cue) -> Report | None:
        """… مضيفا أن …: the speaker of before goes on; only a clause counts, not a noun."""
        if cue.family == "describe":
            return self.describe(at, cue)
        if at and self.items[at - 1].kind == "word" and not self.word(at).startswith("و"):
            return None  # an adjective or a noun (لافتة), not what the speaker adds
        for i in range(self.sentence.past(at), min(at + 7, self.size)):
            word = self.word(i)
            if not is_that(word) and word != ":" and self.items[i].kind != "mark":
                if word in COMMAS | ENDS:
                    return None
                continue
            content = i + (word in words("أن إن بأن :"))
            report = Report("participle", cue, (content, self.content_end(content)), shares=self.before())
            report.speaker = None if report.shares else self.main_subject(at)
            return report
        return None

    def main_subject(self, at: int) -> tuple[int, int] | None:
        """Where the sentence names its subject, for what it says further on: after its first verb, or before it."""
        publisher = next((i for i in range(1, at) if self.word(i) in _PUBLISHED and self.word(i - 1) in RELATIVE), 0)
        if publisher:  # in the footage that X published: X tells what it shows
            return publisher + 1, at
        start = 0
        while start < at and (self.items[start].kind == "punct" or self.opens(start)):
            start += 1
        nominal = start < at and (self.items[start].label or self.can_speak(start, start + 1) or self.word(start).startswith("ال"))
        start += not nominal
        return (start, at) if start < at else None

    def describe(self, at: int, cue: Cue) -> Report | None:
        """وصف كذا بأنه «…»، ما أسماه «…»: only the marked words are the speaker's."""
        start = self.sentence.past(at)
        mark = next((i for i in range(start, min(start + 16, self.size)) if self.items[i].kind == "mark" or self.word(i) in ENDS
                     or self.items[i].cue), -1)
        if mark < 0 or self.items[mark].kind != "mark":
            return None
        report = Report("describe", cue, (mark, mark + 1), (start, mark), marked=True)
        joined = at > 0 and (cue.start > self.items[at].start or self.word(at - 1) in _AND)
        if cue.kind == "participle" or joined or self.word(start) in _NO_SUBJECT or mark == start:
            report.speaker, report.shares = None, self.before()
            if report.shares is None:
                report.speaker = self.main_subject(at)
        return report

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
        content = start + (word in words("أن إن بأن :"))
        if any(r.content and r.content[0] == content for r in self.found) or start >= self.size:
            return None
        if not (is_that(word) or word == ":" or self.items[start].kind == "mark"):
            return None
        return Report("saying", cue, (content, self.content_end(content)), (self.clause_start(at) + 1, at))

    def accord(self, at: int, cue: Cue) -> Report | None:
        """وفق فلان، …؛ …، بحسب ما أعلنت الوزارة."""
        start = self.sentence.past(at)
        while self.word(start) in _LED:
            start += 1
        said = self.items[start].cue if start < self.size else None
        if (said is not None and said.kind in ("say", "relay")) or self.word(start) in _PUBLISHED:
            start = self.sentence.past(start)
            start += self.word(start) in _IN
        start = self.owner(start)
        end = start
        while end < self.size and self.word(end) not in COMMAS | ENDS | RELATIVE and self.word(end) != ":" and not (
                (c := self.items[end].cue) and end > start and c.kind in ("say", "participle", "relay")) and not (
                end > start and self.word(end)[0].isdigit()):
            end += 1
        if end <= start or (self.sentence.tags(start) & {"quote.norm"} and not self.items[start].label):
            return None
        report = Report("accord", cue, None, (start, end))
        source = self.sentence.find({"عن"}, start, end)
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
            if self.word(i) == "عن" and self.word(i - 1) in _ISSUED:
                return i + 1
            if self.word(i).startswith("ل") and (self.sentence.tags(i) & _SPEAKS or self.items[i].label == "ORG"):
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
            if comma < 0:
                return None
            following = self.items[comma + 1].cue if comma + 1 < self.size else None
            if following is not None and following.kind in ("say", "relay", "describe"):
                self.waiting = sources
                return None
            report.content = (comma + 1, self.content_end(comma + 1))
            return report
        stop = at
        while stop > start and self.items[stop - 1].kind == "punct":
            stop -= 1
        if stop == at and not self.can_speak(*sources[0]):
            return None
        if stop - start < 2 or (self.word(start) in _IT_CAME and any(self.word(i) in _THIS for i in range(start + 1, start + 3))):
            return None
        report.content, report.back = (start, stop), True
        inside = end < self.size and self.items[end].kind != "punct" and self.word(end) not in RELATIVE
        if inside or (self.word(end) in COMMAS and self.word(end + 1) in _ACCOMPANIED):
            report.content = (start, self.content_end(end))
        return report

    def can_speak(self, start: int, end: int) -> bool:
        return any(self.sentence.tags(i) & _SPEAKS or self.items[i].label in ("PER", "ORG") for i in range(start, end))

    def as_said(self, at: int, cue: Cue | None) -> Report | None:
        """…، كما قال فلان: like وفق where no clause of its own follows."""
        start = self.sentence.past(at)
        said = self.items[start].cue if start < self.size else None
        if cue is None or at == 0 or said is None or said.kind != "say" or complement(self.sentence, self.sentence.past(start), said.takes):
            return None
        return self.accord(at, cue)
