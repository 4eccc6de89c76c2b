"""Who a speaker is: the mention in the sentence, and the person or body behind it in the article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from ..rules.frames.quotes import QuoteFrames, Report, Sentence
from ..rules.rule import pattern
from ..schema import Entity, SourceKind
from ..text.normalise import fold
from .draft import Draft

#: the words of a role that are looked at, on either side of a name
_ROLE = 9
_APPOSED = pattern("quotes.apposition", r"[ ]?(?:\([^)\n]{1,30}\)[ ]?)?[،,][ ]([^،,.؛:!?؟«»\"“”\n]{3,90}+)(?=[،,.؛:]|\n|$)")
_KINDS: dict[str, SourceKind] = {"quote.outlet": "media", "quote.media": "media", "quote.anonymous": "anonymous", "quote.role": "person",
                                 "quote.body": "organisation", "quote.document": "organisation"}


@dataclass(frozen=True)
class Mention:
    """Where a speaker is named, at normal offsets, and who that is; ``explicit`` is false for a pronoun or a subject left out."""

    start: int
    end: int
    name: str
    kind: SourceKind
    id: str | None = None
    role: str | None = None
    organisation: str | None = None
    explicit: bool = True
    head: str = ""
    gender: str = ""


class Voices:
    """The speakers of one article, in the order in which they speak."""

    def __init__(self, draft: Draft, frames: QuoteFrames) -> None:
        self.draft, self.frames = draft, frames
        self.text, self.folded = draft.view.normal, draft.view.folded
        self.entities = [e for e in draft.entities if e.label != "NORP"]
        self._starts = [e.start for e in self.entities]
        self._tags: dict[int, set[str]] = {}
        for hit in draft.hits.get(*frames.tags):
            self._tags.setdefault(draft.view.tokens.at(hit.start), set()).add(hit.tag)
        self.people = [e for e in self.entities if e.label == "PER"]
        self.roles = {e.start: self._role(e) for e in self.people}
        self.past: list[Mention] = []
        self._of: dict[int, Mention | None] = {}

    def raw(self, start: int, end: int) -> str:
        """The original spelling of a normal span: what names are shown in."""
        first, last = self.draft.view.offsets.to_raw(start, end)
        return self.draft.view.raw[first:last].strip(" «»“”\"'")

    # --- mentions ---------------------------------------------------------------------------------------------------------------

    def speaker(self, sentence: Sentence, report: Report) -> Mention | None:
        """The speaker of a report; of one whose subject is left out, whoever spoke before, at the cue. None where nobody did."""
        gender = self.frames.gender(self.folded[report.cue.start:report.cue.end]) if report.cue else ""
        if report.shares is not None:
            found = self._of.get(id(report.shares))
        else:
            found = self.mention(sentence, *report.speaker) if report.speaker else None
            found = self._resolved(found, gender) if found else self._elided(sentence, report, gender)
        self._of[id(report)] = found
        if found is not None and not report.nested:
            self.past.append(replace(found, gender=gender or found.gender))
        return found

    def outlets(self, sentence: Sentence, report: Report) -> list[Mention]:
        """The outlets that a report came through, from the origin outward."""
        found = (self.mention(sentence, *zone) for zone in report.outlets)
        return [self._resolved(m, "") for m in found if m is not None]

    def mention(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        """Who is named among these items: a person, else a name in marks, else the first noun phrase."""
        items, frames = sentence.items, self.frames
        for i in range(start, end):
            if items[i].label == "PER" and (entity := self._entity(items[i].start)) and (i == start or items[i - 1].start < entity.start):
                if sentence.word(i - 1) in frames.governing or any(w in frames.after_object for w in self._next(sentence, entity.end, i)):
                    continue
                return self._person(entity)
        first = start
        while first < end and (items[first].kind in ("punct", "date") or (items[first].word in frames.demonstratives and first + 1 == end)):
            first += 1
        for i in range(first, end):
            if items[i].kind == "mark":
                return self._marked(sentence, i, first)
        if first >= end or items[first].word in frames.stops:
            return None
        stop = first + (2 if items[first].word in frames.partitives and first + 2 < end else 1)
        while stop < end and items[stop].kind == "word" and not items[stop].word.startswith(frames.towards) and (
                items[stop].word not in frames.stops or items[stop - 1].word in frames.partitives):
            stop += 1
        if sentence.word(stop) in frames.after_object:
            stop = self._before_object(sentence, first, stop)
        return self._apposed(sentence, first, stop, end) or self._phrase(sentence, first, stop)

    def _before_object(self, sentence: Sentence, first: int, stop: int) -> int:
        """Where the subject ends when subject and object stand side by side: at a demonstrative, else after a name."""
        for i in range(first + 1, stop):
            if sentence.word(i) in self.frames.demonstratives:
                return i
        named = [i for i in range(first, stop) if sentence.items[i].label]
        return named[-1] + 1 if named else stop

    def _apposed(self, sentence: Sentence, first: int, stop: int, end: int) -> Mention | None:
        """The name after a comma that says who "the director" or "the channel" is, where no tagger knew it for one."""
        items, tags = sentence.items, sentence.tags(first)
        if sentence.word(stop) not in ("،", ",") or not tags & {"quote.role", "quote.media"}:
            return None
        last = stop + 1
        while last < end and items[last].kind == "word" and not items[last].tags and items[last].word not in self.frames.stops:
            last += 1
        if not 1 < last - stop <= 5 or (sentence.word(last) not in ("،", ",") and last < end):
            return None
        head, role = self._phrase(sentence, first, stop), self.raw(items[first].start, items[stop - 1].end)
        start, finish = items[stop + 1].start, items[last - 1].end
        return replace(head, start=start, end=finish, name=self.raw(start, finish), role=role if head.kind == "person" else None)

    def _next(self, sentence: Sentence, position: int, at: int) -> list[str]:
        while at < len(sentence.items) and sentence.items[at].start < position:
            at += 1
        return [sentence.word(at)]

    def _entity(self, position: int) -> Entity | None:
        at = bisect_right(self._starts, position) - 1
        for i in (at, at + 1):  # the next one begins after a clitic of this token
            if 0 <= i < len(self.entities) and position - 3 < self.entities[i].start + 3 and self.entities[i].end > position:
                return self.entities[i]
        return self.entities[at] if at >= 0 and self.entities[at].end > position else None

    def _person(self, entity: Entity) -> Mention:
        role, organisation = self.roles.get(entity.start, (None, None))
        full = self._full(entity)
        if role is None:
            same = [self.roles[e.start] for e in self.people if self._full(e) == full and self.roles[e.start][0]]
            role, organisation = same[0] if same else (None, None)
        return Mention(entity.start, entity.end, full.name, "person", full.id or entity.id, role, organisation, head="person")

    def _full(self, entity: Entity) -> Entity:
        """The longest name in the article that holds every word of this one."""
        words = set(fold(self.text[entity.start:entity.end]).split())
        best = entity
        for other in self.people:
            others = set(fold(self.text[other.start:other.end]).split())
            if (words < others and len(others) > len(best.name.split())) or (entity.id and entity.id == other.id
                                                                            and len(other.name) > len(best.name)):
                best = other
        return best

    def _marked(self, sentence: Sentence, at: int, first: int) -> Mention:
        item = sentence.items[at]
        start, end = item.start + 1, item.end - 1
        tags = frozenset().union(*(sentence.tags(i) for i in range(first, at)))
        name = self.raw(start, end)
        kind: SourceKind = "media" if tags & {"quote.media", "quote.outlet"} else "person"
        role = self.raw(sentence.items[first].start, sentence.items[at - 1].end) if first < at and kind == "person" else None
        return Mention(start, end, name, kind, role=role, head=self._head(sentence, first))

    def _phrase(self, sentence: Sentence, first: int, stop: int) -> Mention:
        items, frames = sentence.items, self.frames
        start, end = items[first].start, items[stop - 1].end
        text = self.raw(start, end)
        if items[first].word in frames.pronouns and stop == first + 1:
            return Mention(start, end, text, "person", explicit=False)
        named = next((e for i in range(first, stop) if items[i].label in ("ORG", "LOC") and (e := self._entity(items[i].start))), None)
        at_head = first + (items[first].word in frames.demonstratives and first + 1 < stop)
        tags = sentence.tags(at_head)
        kind: SourceKind = next((k for t, k in _KINDS.items() if t in tags), "organisation")
        if named is not None and named.start <= items[at_head].start + 2:
            return Mention(max(start, named.start), max(end, named.end), named.name if named.end >= end else text, kind, named.id,
                           head=self._head(sentence, at_head))
        organisation = named.name if named is not None and kind == "person" else None
        role = text if kind == "person" else None
        return Mention(start, end, text, kind, None, role, organisation, head=self._head(sentence, at_head))

    def _head(self, sentence: Sentence, at: int) -> str:
        return sentence.word(at).removeprefix(self.frames.article)

    # --- who it is ----------------------------------------------------------------------------------------------------------------

    def _elided(self, sentence: Sentence, report: Report, gender: str) -> Mention | None:
        if report.cue is None or not self.past:
            return None
        before = self._last(gender)
        return replace(before, start=report.cue.start, end=report.cue.end, explicit=False)

    def _last(self, gender: str) -> Mention:
        return next((m for m in reversed(self.past) if not gender or not m.gender or m.gender == gender), self.past[-1])

    def _resolved(self, mention: Mention, gender: str) -> Mention:
        """The mention with the name of whom it points back at: a pronoun, "the agency", "this report", "the leader of X"."""
        if not mention.explicit:
            who = next((m for m in reversed(self.past) if m.kind == "person"), None) or (self.past[-1] if self.past else None)
            return replace(who, start=mention.start, end=mention.end, explicit=False) if who else mention
        if (mention.kind == "person" and mention.head == "person") or mention.id:
            return mention
        text = self.folded[mention.start:mention.end]
        plain = self._plain(text)
        for start, (role, organisation) in self.roles.items():
            if role and self._plain(fold(role)) == plain and len(plain) > 4:
                entity = next(e for e in self.people if e.start == start)
                full = self._full(entity)
                return replace(mention, name=full.name, id=full.id, role=role, organisation=organisation)
        words = text.split()
        short = len(words) <= 2 and (words[0] in self.frames.demonstratives or
                                     (bool(self.frames.article) and len(words) == 1 and text.startswith(self.frames.article)))
        if not short:
            return mention
        back = next((m for m in reversed(self.past) if m.head == mention.head and m.explicit), None)
        back = back or next((m for m in reversed(self.past) if self._stands_for(mention, m)), None)
        if back is None:
            body = next((e for e in reversed(self.entities) if e.label == "ORG" and e.end <= mention.start
                         and fold(self.text[e.start:e.end]).removeprefix(self.frames.article).startswith(mention.head)), None)
            return replace(mention, name=body.name, id=body.id) if body else mention
        return replace(back, start=mention.start, end=mention.end, head=mention.head)

    def _stands_for(self, mention: Mention, earlier: Mention) -> bool:
        if self._is_document(mention):
            return True
        return mention.kind == earlier.kind and mention.kind == "media"

    def _is_document(self, mention: Mention) -> bool:
        at = self.draft.view.tokens.at(mention.end - 1)
        return "quote.document" in self._tags.get(at, ())

    def _plain(self, text: str) -> str:
        return text.replace(" ", "").removeprefix(self.frames.article)

    # --- roles ------------------------------------------------------------------------------------------------------------------------

    def _role(self, entity: Entity) -> tuple[str | None, str | None]:
        """What a person is called beside the name, and the body named in it: (role, organisation)."""
        tokens = self.draft.view.tokens
        after = _APPOSED.match(self.text, entity.end)
        if after and self._tags.get(tokens.at(after.start(1)), set()) & {"quote.role", "quote.anonymous"}:
            return self._with_body(*after.span(1))
        first = tokens.at(entity.start)
        at = first - 1
        if at >= 0 and tokens.words[at] in ("،", ","):
            at -= 1
        best = None
        for i in range(at, max(-1, at - _ROLE), -1):
            if tokens.words[i] in self.frames.stops or not tokens.words[i][0].isalnum():
                break
            if self._tags.get(i, set()) & {"quote.role"}:
                best = i
        return self._with_body(tokens.starts[best], tokens.ends[at]) if best is not None else (None, None)

    def _with_body(self, start: int, end: int) -> tuple[str | None, str | None]:
        body = next((e.name for e in self.entities if e.label == "ORG" and start <= e.start and e.end <= end), None)
        return self.raw(start, end), body
