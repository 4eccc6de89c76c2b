"""Persons by grammar alone: after a role or title, before a role in apposition, after "called"."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules.frames.names import NameFrames
from ..taggers.words import looks, ranks
from .draft import Draft
from .name_tags import RARE, Found

#: words of a name at most; how many words a role's own complement may have
LONGEST, COMPLEMENT = 4, 6
NAME_TAGS = frozenset(("name", "the_name", "people", "latin_name", "quote.capital"))


class People:
    """The words of one article as they may belong to a person's name."""

    def __init__(self, draft: Draft, frames: NameFrames, found: list[Found]) -> None:
        self.draft, self.frames = draft, frames
        self.tokens, self.text = draft.view.tokens, draft.view.folded
        self.spans = {f.start: f for f in found if f.label != "PER"}
        self.counts = {n.start for n in (*draft.numbers, *draft.dates)}
        self.roles = {h.end for h in draft.hits.get("quote.role")}
        self.role_starts = {h.start for h in draft.hits.get("quote.role")}

    def like(self, i: int, first: bool) -> bool:
        """Whether a token may be a word of a name: known as one, never seen, or rare and no plain word, and in no lexicon of ours."""
        word, lang = self.tokens.words[i], self.draft.lang
        start, end = self.tokens.starts[i], self.tokens.ends[i]
        if not word.isalpha() or len(word) < 2 or start in self.counts or (first and word in self.frames.outside["PER"]):
            return False
        if word.startswith(self.frames.towards) or (first and self.frames.definite(word)):
            return False
        if any(h.tag not in NAME_TAGS and h.end >= end for h in self.draft.hits.starts.get(start, ())):
            return False
        seen = looks(lang, word)
        return seen.person > 0 or word not in ranks(lang) or (ranks(lang)[word] >= RARE and seen.other < 3)

    def joined(self, i: int) -> bool:
        """Whether only a space parts a token from the one before it."""
        return i > 0 and self.text[self.tokens.ends[i - 1]:self.tokens.starts[i]] == " "

    def run(self, i: int) -> int:
        """Where the words of a name end that begins at a token; ``i`` when none does."""
        j = i
        while j < min(len(self.tokens), i + LONGEST) and (j == i or self.joined(j)) and self.like(j, j == i):
            j += 1
        return j

    def goes_on(self, word: str) -> bool:
        """Whether a word goes on with a role: with the article, or "to the"."""
        return self.frames.definite(word) or word.startswith(self.frames.towards)

    def complement(self, i: int) -> int:
        """The token after what a role is of (وزير الداخلية, رئيس بلدية, سخنگوی کرملین): names, definite words, further titles."""
        stop = min(len(self.tokens), i + COMPLEMENT)
        while i < stop and self.joined(i):
            span = self.spans.get(self.tokens.starts[i])
            word = self.tokens.words[i]
            if span is not None:
                i = self.tokens.after(span.end)  # a name may end inside a token: بلغاری
            elif word in self.frames.outside["PER"] or (len(word) > 4 and self.goes_on(word)):
                i += 1
            else:
                break
        return i


def people(draft: Draft, frames: NameFrames, found: list[Found]) -> Iterator[Found]:
    """Two words or more that can be a name, after a role and what it is of, or between a mark and the comma before a role; one word or
    more after "called"."""
    words = People(draft, frames, found)
    tokens = words.tokens
    titles = frames.outside["PER"]
    for i, word in enumerate(tokens.words):
        if word in titles or tokens.ends[i] in words.roles:
            begin = words.complement(i + 1)
            end = words.run(begin) if begin < len(tokens) and words.joined(begin) else begin
            if end >= begin + 2 and _sure(draft, tokens.words[begin:end], frames.strange):
                yield Found(tokens.starts[begin], tokens.ends[end - 1], "PER", "names.titled")
        elif word in "،," and i + 1 < len(tokens) and tokens.starts[i + 1] in words.role_starts:
            begin = i
            while begin > 0 and i - begin < LONGEST and words.like(begin - 1, False) and (begin == i or words.joined(begin)):
                begin -= 1
            if i - begin >= 2 and words.like(begin, True) and _bounded(words, begin) and _sure(draft, tokens.words[begin:i]):
                yield Found(tokens.starts[begin], tokens.ends[i - 1], "PER", "names.apposed")
    for hit in draft.hits.get("called"):
        begin = tokens.at(hit.end)
        end = words.run(begin) if begin < len(tokens) and words.joined(begin) else begin
        if end > begin:
            yield Found(tokens.starts[begin], tokens.ends[end - 1], "PER", "names.called")


def _sure(draft: Draft, some: list[str], strange: bool = False) -> bool:
    """Whether at least one word is known from names, or none is known at all, where unknown words are ``strange`` and no fused ones."""
    seen = any(looks(draft.lang, w).person > 0 for w in some)
    return seen or (strange and all(w not in ranks(draft.lang) for w in some))


def _bounded(words: People, begin: int) -> bool:
    """Whether a name in apposition begins where a phrase does: after a mark, a line, or one of the commonest words."""
    return begin == 0 or not words.joined(begin) or ranks(words.draft.lang).get(words.tokens.words[begin - 1], 1000) < 300
