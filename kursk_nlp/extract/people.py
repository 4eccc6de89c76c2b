"""The people of one article: the full name behind a short one, and what each is called beside the name. Built once, linear."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from ..gazetteer import offices
from ..gazetteer.offices import Office
from ..gazetteer.tables import NAME, PEOPLE, THE_NAME, things
from ..rules.frames.quotes import QuoteFrames
from ..rules.rule import pattern
from ..schema import Entity
from ..text.normalise import key
from .draft import Draft

#: the words of a role that are looked at before a name
_ROLE = 9
_APPOSED = pattern("quotes.apposition", r"[ ]?(?:\([^)\n]{1,30}\)[ ]?)?[،,][ ]([^،,.؛:!?؟«»\"“”\n]{3,90}+)(?=[،,.؛:]|\n|$)")

#: (role as written, body named in it)
Role = tuple[str | None, str | None]
NO_ROLE: Role = (None, None)


class People:
    """Names by their words, roles by name; positions are normal offsets."""

    def __init__(self, draft: Draft, frames: QuoteFrames) -> None:
        self.draft, self.frames = draft, frames
        self.entities = [e for e in draft.entities if e.label != "NORP"]
        self._starts = [e.start for e in self.entities]
        self.tags: dict[int, set[str]] = defaultdict(set)
        for hit in draft.hits.get(*frames.tags):
            self.tags[draft.view.tokens.at(hit.start)].add(hit.tag)
        self._names: dict[frozenset[str], Entity] = {}
        self._with_word: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._full: dict[frozenset[str], Entity] = {}
        self._roles: dict[str, Role] = {}
        self.by_role: dict[str, Entity] = {}
        self._longest: dict[str, tuple[int, int]] = {}
        for entity in self.entities:
            if entity.id:
                start, end = self._longest.get(entity.id, (0, 0))
                if entity.end - entity.start > end - start:
                    self._longest[entity.id] = (entity.start, entity.end)
        people = [e for e in self.entities if e.label == "PER"]
        for entity in people:
            words = self._words(entity)
            if words not in self._names:
                self._names[words] = entity
                for word in words:
                    self._with_word[word].append(words)
        self._by_office: dict[Office, set[str]] = defaultdict(set)
        for entity in people:
            span = self._role_span(entity)
            if span is not None:
                role, full = self.with_body(*span), self.full(entity)
                self._roles.setdefault(self.name(full), role)
                self.by_role.setdefault(self.plain(role[0] or ""), full)
                if (office := self.office(*span)) is not None:
                    self._by_office[office].add(self.name(full))

    def raw(self, start: int, end: int) -> str:
        """The original spelling of a normal span: what names are shown in. An article that a clitic has swallowed (لل) is restored."""
        first, last = self.draft.view.offsets.to_raw(start, end)
        text = self.draft.view.raw[first:last].strip(" «»“”\"'")
        swallowed = start > 0 and self.draft.view.folded[start - 1:start + 1] in self.frames.towards
        return self.frames.article + text[1:] if swallowed else text

    def name(self, entity: Entity) -> str:
        """The canonical name of a known person; of all else the fullest form that the article writes."""
        if entity.label == "PER" and entity.id:
            return entity.name
        start, end = self._longest.get(entity.id or "", (entity.start, entity.end))
        return self.raw(start, end)

    def plain(self, text: str) -> str:
        """A role for comparing: folded, without spaces and article."""
        return key(text).replace(" ", "").removeprefix(self.frames.article)

    def office(self, start: int, end: int) -> Office | None:
        """The office that a stretch names, with its country: الرئيس الروسي, رئیس‌جمهور روسیه. None for one with other words beside."""
        for hit in self.draft.hits.within(start, end, NAME, THE_NAME, PEOPLE):
            thing = things().get(hit.value)
            if thing is not None and thing.country and thing.kind in ("country", "people"):
                folded = self.draft.view.folded
                rest = f"{folded[start:hit.stem - len(hit.prefix)]} {folded[hit.end:end]}".strip()
                return offices.office(rest.removeprefix(self.frames.article), self.draft.lang, thing.country)
        return None

    def holder(self, start: int, end: int) -> Entity | None:
        """The person whom the article names and who, by the article itself or by our table, has the office that a stretch names."""
        office = self.office(start, end)
        if office is None:
            return None
        named = self._by_office.get(office, set())
        if named:
            return next((e for e in self.entities if e.label == "PER" and self.name(e) in named), None) if len(named) == 1 else None
        published = self.draft.published
        known = offices.holders(office, published.isoformat() if published else None)
        here = {e.id: e for e in reversed(self.entities) if e.id in known}
        return next(iter(here.values())) if len(here) == 1 else None

    def at(self, position: int) -> Entity | None:
        """The name that covers a position, or begins a clitic's length after it."""
        i = bisect_right(self._starts, position) - 1
        if i >= 0 and self.entities[i].end > position:
            return self.entities[i]
        following = self.entities[i + 1] if i + 1 < len(self.entities) else None
        return following if following is not None and following.start - position <= 2 else None

    def before(self, position: int, label: str, head: str) -> Entity | None:
        """The nearest name before a position that has this label and begins with a (folded) word."""
        last = bisect_left(self._starts, position)
        for entity in reversed(self.entities[max(0, last - 60):last]):
            folded = self.draft.view.folded[entity.start:entity.end]
            if entity.label == label and folded.removeprefix(self.frames.article).startswith(head):
                return entity
        return None

    def called(self, words: frozenset[str]) -> Entity | None:
        """The person whose full name, somewhere in the article, holds these words and more."""
        wider = [n for word in words for n in self._with_word.get(word, ()) if words < n]
        return self._names[max(wider, key=len)] if wider else None

    def subject_before(self, position: int) -> Entity | None:
        """The first person named in the nearest of the three sentences before a position that names one."""
        at = self.draft.view.sentence_index(position)
        for start, end in reversed(self.draft.view.sentences[max(0, at - 3):at]):
            first = bisect_left(self._starts, start)
            for entity in self.entities[first:first + 8]:
                if entity.label == "PER" and entity.end <= end:
                    return entity
        return None

    def full(self, entity: Entity) -> Entity:
        """The longest name in the article that holds every word of this one (itself where there is none)."""
        words = self._words(entity)
        if words not in self._full:
            wider = [n for word in words for n in self._with_word[word] if words < n]
            self._full[words] = self._names[max(wider, key=len)] if wider and not entity.id else self._names.get(words, entity)
        return self._full[words]

    def role(self, entity: Entity) -> Role:
        """What the person is called beside the name, anywhere in the article, and the body named in it."""
        return self._roles.get(self.name(self.full(entity)), NO_ROLE)

    def with_body(self, start: int, end: int) -> Role:
        """A stretch that is a role, as written, and the first body named in it."""
        first = bisect_left(self._starts, start)
        body = next((self.name(e) for e in self.entities[first:first + 6] if e.label == "ORG" and e.end <= end), None)
        return self.raw(start, end), body

    def _words(self, entity: Entity) -> frozenset[str]:
        return frozenset(self.draft.view.folded[entity.start:entity.end].split())

    def _role_span(self, entity: Entity) -> tuple[int, int] | None:
        """Where a person's role stands: after the name in commas, or before it."""
        tokens = self.draft.view.tokens
        after = _APPOSED.match(self.draft.view.normal, entity.end)
        if after and self.tags.get(tokens.at(after.start(1)), set()) & {"quote.role", "quote.anonymous"}:
            return after.span(1)
        at = tokens.at(entity.start) - 1
        at -= at >= 0 and tokens.words[at] in ("،", ",")
        best = None
        for i in range(at, max(-1, at - _ROLE), -1):
            if tokens.words[i] in self.frames.stops or not tokens.words[i][0].isalnum():
                break
            if "quote.role" in self.tags.get(i, ()):
                best = i
        return (tokens.starts[best], tokens.ends[at]) if best is not None else None
