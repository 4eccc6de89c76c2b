"""Who a speaker is: the mention among the items of a sentence, and the person or body behind it in the article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..rules.frames.quotes import QuoteFrames
from ..rules.reporting import SPEAKS, Report, Sentence
from ..schema import Entity, SourceKind
from ..text.normalise import key
from .draft import Draft
from .people import NO_ROLE, People

#: how many speakers back a pronoun or a subject left out may reach; words of a name without a tagger's word for it
_MEMORY, _NAME = 30, 4
_COMMAS = ("،", ",")
_KINDS: dict[str, SourceKind] = {"quote.outlet": "media", "quote.media": "media", "quote.anonymous": "anonymous", "quote.role": "person",
                                 "quote.body": "organisation", "quote.document": "organisation"}
#: what has its seat somewhere, which is then part of its name
_SEATED = frozenset({"quote.body", "quote.role"})
#: before a person's name these are theirs: their office, their forces, their experts
_OWNED = frozenset({"quote.body", "quote.document", "quote.media"})


@dataclass(frozen=True)
class Mention:
    """Where a speaker is named, at normal offsets, and who that is; ``explicit`` is false for a pronoun or a subject left out.

    ``tale`` is true for a film or a novel, which tells stories and reports nothing.
    """

    start: int
    end: int
    name: str
    kind: SourceKind
    id: str | None = None
    role: str | None = None
    organisation: str | None = None
    explicit: bool = True
    head: str = ""
    tale: bool = False
    gender: str = ""


class Voices:
    """The speakers of one article, in the order in which they speak."""

    def __init__(self, draft: Draft, frames: QuoteFrames) -> None:
        self.draft, self.frames = draft, frames
        self.folded = draft.view.folded
        self.people = People(draft, frames)
        self.past: list[Mention] = []
        self._of: dict[int, Mention | None] = {}

    def speaker(self, sentence: Sentence, report: Report) -> Mention | None:
        """The speaker of a report; of one whose subject is left out, whoever spoke before, at the cue. None where nobody did."""
        gender = self.frames.gender(self.folded[report.cue.start:report.cue.end]) if report.cue else ""
        if report.shares is not None:
            found = self._of.get(id(report.shares))
        else:
            found = self.mention(sentence, *report.speaker) if report.speaker else None
            found = self._resolved(found) if found else self._elided(report, gender)
        self._of[id(report)] = found
        if found is not None and not report.nested:
            self.past = [*self.past[-_MEMORY:], replace(found, gender=gender or found.gender)]
        return found

    def outlets(self, sentence: Sentence, report: Report) -> list[Mention]:
        """The outlets that a report came through, from the origin outward."""
        found = (self.mention(sentence, *zone) for zone in report.outlets)
        return [self._resolved(m) for m in found if m is not None]

    # --- mentions ---------------------------------------------------------------------------------------------------------------

    def mention(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        """Who is named among these items: a person, else what somebody is called, else the first noun phrase."""
        items, frames = sentence.items, self.frames
        for i in range(start, end):
            entity = self.people.at(items[i].start) if items[i].label == "PER" else None
            if entity is None or (i > start and items[i - 1].end > entity.start):
                continue
            owned = i > start and bool(sentence.tags(i - 1) & _OWNED)
            if frames.article and i > start:
                definite = (frames.article, *frames.towards)
                owned = bool(sentence.tags(i - 1) & (_OWNED | {"quote.anonymous"})) and not sentence.word(i - 1).startswith(definite)
            if sentence.word(i - 1) not in frames.governing and not owned and self._after(sentence, entity, i) not in frames.after_object:
                person = self._person(entity)
                if items[end - 1].word in frames.doubtful and end - i > 1 and items[end - 2].end == entity.end:
                    whole = self.people.raw(entity.start, items[end - 1].end)  # the name goes on: نوار علي
                    person = replace(person, end=items[end - 1].end, name=person.name if person.id else whole)
                return person
        first = self._head_at(sentence, start, end)
        if first >= end:
            return None
        if (called := self._called(sentence, first, end)) is not None:
            return called
        if items[first].kind == "mark":
            return self._marked(sentence, first, first)
        if items[first].word in frames.stops or (items[first].word[0].isdecimal() and not sentence.tags(first + 1) & SPEAKS):
            return None
        stop = self._phrase_end(sentence, first, end)
        if stop < end and items[stop].kind == "mark" and sentence.tags(stop - 1) & {"quote.title", "quote.media"}:
            return self._marked(sentence, stop, first)
        return (self._apposed(sentence, first, stop, end) or self._ranked(sentence, first, stop)
                or self._named(sentence, first, stop, end) or self._phrase(sentence, first, stop))

    def _head_at(self, sentence: Sentence, start: int, end: int) -> int:
        first = start
        while first < end and (sentence.items[first].kind in ("punct", "date")
                               or (sentence.word(first) in self.frames.demonstratives and first + 1 == end)):
            first += 1
        return first

    def _after(self, sentence: Sentence, entity: Entity, at: int) -> str:
        while at < len(sentence.items) and sentence.items[at].start < entity.end:
            at += 1
        return sentence.word(at)

    def _phrase_end(self, sentence: Sentence, first: int, end: int) -> int:
        """The end of the noun phrase that begins at an item: a stop, a number, or where an object stands beside the subject."""
        items, frames = sentence.items, self.frames
        stop = first + 1
        while stop < end and items[stop].kind == "word":
            word = items[stop].word
            ends = word in frames.stops and not items[stop].label and items[stop - 1].word not in frames.partitives
            if ends and word in frames.inside and stop + 1 < end and items[stop + 1].label == "LOC" and sentence.tags(first) & _SEATED:
                ends = False  # the ministry of health in Gaza
            if frames.article and word in frames.demonstratives and frames.definite(items[stop - 1].written) and not (
                    sentence.word(stop + 1).startswith(frames.article)):
                break  # the ministry denied *this*: an object, where nothing definite follows it
            if items[stop - 1].word in frames.belonging:
                ends = False
            elif word.startswith(frames.towards) or (ends and not self._doubtful(sentence, stop)):
                break
            if frames.how(word) and not items[stop].label and not items[stop].tags:
                break  # the mayor *in a low voice*
            if word in frames.relatives and not items[stop].label and not sentence.word(first).startswith(frames.article):
                break  # an official *asked* not to be named
            if self._object_begins(sentence, first, stop):
                break
            if word[0].isdecimal() and not items[stop].label and not sentence.tags(stop - 1) & {"quote.media"}:
                break
            stop += 1
        if sentence.word(stop) in frames.after_object:
            return self._before_object(sentence, first, stop)
        return stop

    def _object_begins(self, sentence: Sentence, first: int, at: int) -> bool:
        """Whether a word is what the verb is about (اتهمت الغرفة قوات الدعم), not part of the subject that begins at ``first``."""
        items, article = sentence.items, self.frames.article
        if not article:
            return False
        if items[at].label == items[at - 1].label == "LOC" and items[at - 1].end < items[at].start:
            return self.people.at(items[at].start) != self.people.at(items[at - 1].start)  # one state, and another
        if at != first + 1:
            return False
        one, other, label, tags = sentence.word(first), sentence.word(at), items[at].label, sentence.tags(first)
        if not one.startswith(article):  # a plural that can have no genitive after it
            return other.startswith(article) and "quote.anonymous" in tags and one.endswith(("ون", "ین"))
        if label:
            return label == "ORG" and not items[first].label and "quote.role" not in tags
        body = "quote.body" in sentence.tags(at) and bool(tags & SPEAKS)
        role = "quote.role" in tags and not one.endswith("ه") and other.endswith("ه")
        return other.startswith(article) and (body or role or not self.frames.agrees(one, other))

    def _before_object(self, sentence: Sentence, first: int, stop: int) -> int:
        """Where the subject ends when subject and object stand side by side: at a demonstrative, else after a name."""
        for i in range(first + 1, stop):
            if sentence.word(i) in self.frames.demonstratives:
                return i
        named = [i for i in range(first, stop) if sentence.items[i].label]
        return named[-1] + 1 if named else stop

    def _called(self, sentence: Sentence, first: int, end: int) -> Mention | None:
        """The name after "called", "by the code name": in marks, or the next words."""
        for i in range(first, end - 1):
            if sentence.word(i) not in self.frames.called and f"{sentence.word(i - 1)} {sentence.word(i)}" not in self.frames.called:
                continue
            at = i + 1
            while at < end and sentence.tags(at) & {"quote.title"} and sentence.items[at].kind == "word":
                at += 1
            if at < end and sentence.items[at].kind == "mark":
                return self._marked(sentence, at, first)
            stop = at
            while stop < min(end, at + _NAME) and sentence.items[stop].kind == "word" and sentence.word(stop) not in self.frames.stops:
                stop += 1
            if stop > at:
                return self._as_name(sentence, at, stop, first, i)
        # a name in marks or between commas right after the phrase: قائد آخر، «…»، أن
        stop = self._phrase_end(sentence, first, end)
        stop += sentence.word(stop) in _COMMAS
        if first < stop < end and sentence.items[stop].kind == "mark" and sentence.tags(first) & SPEAKS and sentence.items[stop].size <= 3:
            return self._marked(sentence, stop, first)
        return None

    def _apposed(self, sentence: Sentence, first: int, stop: int, end: int) -> Mention | None:
        """The name after a comma that says who "the director" or "the channel" is, where no tagger knew it for one."""
        items = sentence.items
        if sentence.word(stop) not in _COMMAS or not sentence.tags(first) & {"quote.role", "quote.media"}:
            return None
        if "quote.role" in sentence.tags(stop + 1) and any(self._name_like(sentence, i) for i in range(first + 1, stop)):
            return None  # the name came first, and what follows is another role
        start = stop + 1
        while start < end and "quote.role" in sentence.tags(start):
            start += 1  # a rank before the name
        last = start
        while last < end and items[last].kind == "word" and not items[last].tags and (
                items[last].word not in self.frames.stops or (last == start and items[last].word in self.frames.doubtful)):
            last += 1
        if not 1 <= last - start <= _NAME or (sentence.word(last) not in _COMMAS and last < end):
            return None
        return self._as_name(sentence, start, last, first, stop)

    def _ranked(self, sentence: Sentence, first: int, stop: int) -> Mention | None:
        """The name after a rank or title (سرهنگ بازنشسته …): whatever follows it in the phrase."""
        start = first
        while start < stop and "quote.rank" in sentence.tags(start):
            start += 1
        if start == first or start >= stop:
            return None
        start += start + 1 < stop and sentence.word(start) in self.frames.retired
        return self._as_name(sentence, start, stop, first, start)

    def _named(self, sentence: Sentence, first: int, stop: int, end: int) -> Mention | None:
        """The two to four words that close a phrase headed by a role and are no words of roles: a name no tagger knew."""
        items, frames = sentence.items, self.frames
        definite = sentence.word(first).startswith(frames.article)
        if not frames.article or not sentence.tags(first) & ({"quote.role", "quote.anonymous"} if definite else {"quote.role"}):
            return None
        limit = stop
        while limit < end and items[limit].kind == "word":
            limit += 1
        for start in range(first + 1, limit - 1):
            if not self._name_like(sentence, start) or not ((definite and start == first + 1) or self._closed(sentence, start - 1)):
                continue
            last = start + 1
            while last < min(limit, start + _NAME) and self._name_like(sentence, last):
                last += 1
            if last < limit and sentence.word(last).startswith(frames.article) and not items[last].tags and not items[last].label:
                last += 1  # the family name
            if last - start >= 2:
                return self._as_name(sentence, start, last, first, start)
        return None

    def _closed(self, sentence: Sentence, at: int) -> bool:
        """Whether a role without article is complete here (the minister of the *interior*), so that a name may follow."""
        word = sentence.word(at)
        return bool(sentence.items[at].label) or word.startswith((self.frames.article, *self.frames.towards))

    def _name_like(self, sentence: Sentence, at: int) -> bool:
        """A word that no lexicon knows, without article: it may be a given name."""
        item = sentence.items[at]
        stop = item.word in self.frames.stops and not self._doubtful(sentence, at)
        known = item.tags or item.label or stop or self.frames.how(item.word)
        plain = item.kind == "word" and not known and not item.word[0].isdecimal() and len(item.word) > 1
        article = bool(self.frames.article) and item.word.startswith(self.frames.article)
        return plain and not article and not item.word.startswith(self.frames.towards)

    def _doubtful(self, sentence: Sentence, at: int) -> bool:
        """Whether a word that ends phrases is a name here, as علي is after a rank or right before أن, and على is not."""
        if sentence.word(at) not in self.frames.doubtful:
            return False
        clause = sentence.word(at + 1) in self.frames.stops and not sentence.items[at - 1].tags
        return "quote.role" in sentence.tags(at - 1) or clause

    def _as_name(self, sentence: Sentence, start: int, stop: int, first: int, role_end: int) -> Mention:
        items = sentence.items
        begin, finish = items[start].start, items[stop - 1].end
        kind: SourceKind = "media" if sentence.tags(first) & {"quote.media"} else "person"
        role, body = NO_ROLE
        if kind == "person" and role_end > first:
            role, body = self.people.with_body(items[first].start, items[role_end - 1].end)
        return Mention(begin, finish, self.people.raw(begin, finish), kind, None, role, body, head=self._head(sentence, first))

    def _person(self, entity: Entity) -> Mention:
        full = self.people.full(entity)
        role, body = self.people.role(entity)
        return Mention(entity.start, entity.end, self.people.name(full), "person", full.id or entity.id, role, body, head="person")

    def _marked(self, sentence: Sentence, at: int, first: int) -> Mention:
        item = sentence.items[at]
        start, end = item.start + 1, item.end - 1
        tags = frozenset().union(*(sentence.tags(i) for i in range(first, at)))
        kind: SourceKind = "media" if tags & {"quote.media", "quote.outlet"} else "person"
        role = self.people.raw(sentence.items[first].start, sentence.items[at - 1].end) if first < at and kind == "person" else None
        return Mention(start, end, self.people.raw(start, end), kind, role=role, head=self._head(sentence, first))

    def _phrase(self, sentence: Sentence, first: int, stop: int) -> Mention:
        items, frames = sentence.items, self.frames
        start, end = items[first].start + items[first].lead, items[stop - 1].end
        text = self.people.raw(start, end)
        if items[first].word in frames.pronouns and stop == first + 1:
            return Mention(start, end, text, "person", explicit=False)
        named = next((e for i in range(first, stop) if items[i].label in ("ORG", "LOC") and (e := self.people.at(items[i].start))), None)
        at_head = first + (items[first].word in frames.demonstratives and first + 1 < stop)
        tags = sentence.tags(at_head)
        if not tags & SPEAKS and at_head + 1 < stop:
            tags |= sentence.tags(at_head + 1)  # a source, one of the officers, two officials
        unknown: SourceKind = "organisation" if any(i.label for i in items[first:stop]) else "person"
        kind: SourceKind = next((k for t, k in _KINDS.items() if t in tags), unknown)
        head = self._head(sentence, at_head)
        if named is not None and named.start <= items[at_head].start + 2:
            whole = self.people.name(named) if named.end >= end else text
            return Mention(max(start, named.start), max(end, named.end), whole, kind, named.id, head=head)
        organisation = self.people.name(named) if named is not None and kind == "person" else None
        role = text if kind == "person" else None
        if not tags and sentence.word(stop) in _COMMAS and sentence.tags(stop + 1) & {"quote.role", "quote.anonymous"}:
            last = stop + 1
            while last < len(items) and items[last].kind == "word":
                last += 1
            kind, (role, organisation) = "person", self.people.with_body(items[stop + 1].start, items[last - 1].end)
        return Mention(start, end, text, kind, None, role, organisation, head=head,
                       tale="quote.tale" in tags and not tags & SPEAKS)

    def _head(self, sentence: Sentence, at: int) -> str:
        return sentence.word(at)[sentence.items[at].lead:].removeprefix(self.frames.article)

    # --- who it is ----------------------------------------------------------------------------------------------------------------

    def _elided(self, report: Report, gender: str) -> Mention | None:
        if report.cue is None:
            return None
        if not self.past:
            who = self.people.subject_before(report.cue.start)
            return replace(self._person(who), start=report.cue.start, end=report.cue.end, explicit=False) if who else None
        last = next((m for m in reversed(self.past) if not gender or not m.gender or m.gender == gender), self.past[-1])
        return replace(last, start=report.cue.start, end=report.cue.end, explicit=False)

    def _resolved(self, mention: Mention) -> Mention:
        """The mention with the name of whom it points back at: a pronoun, "the agency", "this report", "the leader of X"."""
        if not mention.explicit:
            who = next((m for m in reversed(self.past) if m.kind == "person"), None) or (self.past[-1] if self.past else None)
            return replace(who, start=mention.start, end=mention.end, explicit=False) if who else mention
        if mention.head == "person" or mention.id:
            return mention
        text = self.folded[mention.start:mention.end]
        plain = self.people.plain(text)
        if (person := self.people.by_role.get(plain)) is not None and len(plain) > 4:
            role, body = self.people.role(person)
            return replace(mention, name=self.people.name(person), id=person.id, role=role, organisation=body)
        if (person := self.people.holder(mention.start, mention.end)) is not None:
            return replace(mention, name=self.people.name(self.people.full(person)), id=self.people.full(person).id)
        words, article = text.split(), self.frames.article
        bare = self._bare(text)
        if len(words) == 1 and (person := self.people.called(bare)) is not None:
            return replace(self._person(person), start=mention.start, end=mention.end)
        for earlier in reversed(self.past):
            known = self._bare(key(earlier.name))
            if earlier.explicit and (bare == known or (earlier.kind == "person" and len(words) == 1 and bare <= known and len(known) > 1)):
                return replace(earlier, start=mention.start, end=mention.end)
        definite = bool(article) and len(words) == 1 and text.startswith(article)
        pointing = bool(words) and words[0] in self.frames.demonstratives
        if not words or len(words) > 2 + pointing or not (pointing or definite):
            return mention
        back = next((m for m in reversed(self.past) if m.explicit and _same_head(m.head, mention.head)), None)
        back = back or next((m for m in reversed(self.past) if self._stands_for(mention, m)), None)
        if back is not None:
            return replace(back, start=mention.start, end=mention.end, head=mention.head)
        body_ = self.people.before(mention.start, "ORG", mention.head)
        return replace(mention, name=self.people.name(body_), id=body_.id) if body_ else mention

    def _bare(self, text: str) -> frozenset[str]:
        return frozenset(word.removeprefix(self.frames.article) for word in text.split())

    def _stands_for(self, mention: Mention, earlier: Mention) -> bool:
        at = self.draft.view.tokens.at(mention.end - 1)
        if "quote.document" in self.people.tags.get(at, ()):
            return True
        demonstrative = self.folded[mention.start:mention.end].split(" ")[0] in self.frames.demonstratives
        same = mention.kind == earlier.kind or (mention.kind, earlier.kind) == ("anonymous", "person")
        return same and demonstrative


def _same_head(one: str, other: str) -> bool:
    """وزارت and وزارتخانه are the same head, so are a noun and its longer form."""
    return min(len(one), len(other)) > 3 and (one.startswith(other) or other.startswith(one))
