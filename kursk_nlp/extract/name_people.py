"""Persons by grammar: after a role or title, before a role in apposition, after "called", by their given names."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules.frames.names import NameFrames
from ..taggers.words import looks, ranks
from .draft import Draft
from .name_tags import COMMON, RARE, Found

#: words of a name at most; how many words a role's own complement may have
LONGEST, COMPLEMENT = 4, 8
#: words as rare as this are foreign names, where they stand behind a role
UNSEEN = 30_000
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
        self.ordinals = {n.start: n.end for n in draft.numbers if n.kind == "ordinal"}
        self.skips = {h.start: h.end for h in draft.hits.get("topic", "agency_word")}

    def like(self, i: int, first: bool) -> bool:
        """Whether a token may be a word of a name: known as one, never seen, or rare and no plain word, and in no lexicon of ours."""
        word, lang = self.tokens.words[i], self.draft.lang
        if not self.word(i) or len(word) < 2 or (first and word in self.frames.outside["PER"]):
            return False
        if self.frames.given.get(word) == 2 or self.divine(i):
            return True
        if first and self.frames.clitic(word, self.frames.given, True):
            return False
        if word.startswith(self.frames.towards) or (first and self.frames.definite(word)):
            return False
        if self.lexical(i):
            return False
        seen = looks(lang, word)
        if word not in ranks(lang):
            return not self.frames.unlike(word)
        return seen.person > 0 or (ranks(lang)[word] >= RARE and seen.other < 3)

    def joined(self, i: int) -> bool:
        """Whether only a space parts a token from the one before it."""
        return i > 0 and self.text[self.tokens.ends[i - 1]:self.tokens.starts[i]] == " "

    def run(self, i: int) -> int:
        """Where the words of a name end that begins at a token; ``i`` when none does."""
        if self.tokens.words[i] not in self.frames.within and not self.like(i, True) and not self.frames.given.get(self.tokens.words[i]):
            return i
        return self.extent(i, i if self.tokens.words[i] in self.frames.within else i + 1, True)

    def extent(self, i: int, j: int, role: bool = False) -> int:
        """Where the name ends that has at least the tokens ``i:j``; ``role`` where it stands behind a role."""
        words, frames = self.tokens.words, self.frames
        while j < len(self.tokens) and j < i + LONGEST and (j == i or self.joined(j)) and self.tokens.starts[j] not in self.spans:
            if words[j] in frames.within or words[j] in frames.between:
                if j + 1 == len(self.tokens) or not self.joined(j + 1) or self.no_part(words[j + 1]):
                    break
                if words[j] in frames.between and not (self.given(j + 1) or words[j + 1] in frames.within or self.follows(i, j + 1)):
                    break
                j += 1 if words[j + 1] in frames.within else 2
            elif self.follows(i, j) or (role and j == i + 1 and self.given(i) and self.surname(j)):
                j += 1
            else:
                break
        return self.numbered(i, j)

    def follows(self, i: int, j: int) -> bool:
        """Whether a token goes on with a name that begins at ``i``: itself one, never seen, or at the second place at least rare."""
        word, lang, frames = self.tokens.words[j], self.draft.lang, self.frames
        if frames.given.get(word) == 2 and (j == i + 1 or self.given(j - 1)):
            return True
        if self.divine(j - 1):
            return True
        i += self.divine(i)  # عطا الله is one name
        if frames.strange and j == i + 1 and frames.given.get(word) and self.given(i) == 2:
            return True
        if not self.word(j) or len(word) < 2 or self.lexical(j) or word in frames.outside["PER"]:
            return False
        if word.startswith(frames.towards) or frames.clitic(word, frames.given, True):
            return False
        seen, rank = looks(lang, word), ranks(lang).get(word)
        if rank is None:
            return (frames.strange or j == i + 1) and not frames.unlike(word)
        return seen.person > 0 or (j == i + 1 and rank >= RARE and seen.other < 2)

    def surname(self, i: int) -> bool:
        """Whether a token may be the second word of a name whose first is a given name: no verb, no preposition, no common word."""
        word, lang = self.tokens.words[i], self.draft.lang
        if not self.word(i) or len(word) < 3 or word in self.frames.outside["PER"] or self.frames.unlike(word):
            return False
        if self.lexical(i) and not (self.frames.definite(word) and self.given(i - 1) == 2):
            return False
        return ranks(lang).get(word, COMMON) >= COMMON and not self.frames.clitic(word, (), False)

    def lexical(self, i: int) -> bool:
        """Whether a token is a word of our lexicons and no name."""
        start, end = self.tokens.starts[i], self.tokens.ends[i]
        starts = (start, start + 1) if self.tokens.words[i][0] == "و" else (start,)  # ونائبه
        return any(h.tag not in NAME_TAGS and h.end >= end for at in starts for h in self.draft.hits.starts.get(at, ()))

    def divine(self, i: int) -> bool:
        """Whether a token and الله behind it are one given name: عطا الله."""
        if self.tokens.words[i] not in self.frames.divine or i + 1 == len(self.tokens):
            return False
        return self.tokens.words[i + 1] == "الله" and self.joined(i + 1)

    def no_part(self, word: str) -> bool:
        """Whether a word cannot follow a particle of a name."""
        return not word.isalpha() or word in self.frames.outside["PER"]

    def word(self, i: int) -> bool:
        """Whether a token is a word and no count."""
        return self.tokens.words[i].isalpha() and self.tokens.starts[i] not in self.counts

    def given(self, i: int) -> int:
        """Whether a token is a given name, clitics aside: 2, or 1 for a common word too."""
        return self.frames.given_here.get(self.tokens.words[i], 0)

    def before(self, i: int) -> bool:
        """Whether the token before one belongs to the same name: a given name, or a particle."""
        if not self.joined(i) or self.tokens.starts[i - 1] in self.spans or self.tokens.words[i - 1] in self.frames.outside["PER"]:
            return False
        word = self.tokens.words[i - 1]
        return self.given(i - 1) > (looks(self.draft.lang, word).person == 0) or word in self.frames.within or word in self.frames.between

    def begins(self, i: int) -> int:
        """Where the name begins in a token that is, with clitics or without, a given name."""
        word = self.tokens.words[i]
        cut = next((n for n in self.frames.proclitics(word) if word not in self.frames.given and word[n:] in self.frames.given), 0)
        return self.tokens.starts[i] + cut

    def numbered(self, i: int, j: int) -> int:
        """Where the name ``i:j`` ends with the number of a king or pope: محمد السادس, لئوی چهاردهم."""
        if j == len(self.tokens) or j > i + 2 or j == i or not self.joined(j) or self.tokens.starts[j] not in self.ordinals:
            return j
        crowned = i > 0 and self.tokens.words[i - 1] in self.frames.crowns
        return self.tokens.after(self.ordinals[self.tokens.starts[j]]) if crowned or (j == i + 1 and self.given(i)) else j

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
            elif self.tokens.starts[i] in self.skips:
                i = self.tokens.after(self.skips[self.tokens.starts[i]])
            elif word in self.frames.outside["PER"] or (len(word) > 4 and self.goes_on(word)):
                i += 1
            elif i + 1 < len(self.tokens) and self.frames.coordinated(word, self.tokens.words[i + 1]):
                i += 2 if not self.goes_on(word[1:]) else 1
            else:
                break
        return i


def people(draft: Draft, frames: NameFrames, found: list[Found]) -> Iterator[Found]:
    """Two words or more that can be a name, after a role and what it is of, or between a mark and the comma before a role; one word or
    more after "called"."""
    words = People(draft, frames, found)
    tokens = words.tokens
    titles = frames.outside["PER"]
    ends = {h.start for h in draft.hits.get("quote.say")} | words.role_starts
    for i, word in enumerate(tokens.words):
        if word in titles or tokens.ends[i] in words.roles:
            begin = words.complement(i + 1)
            end = words.run(begin) if begin < len(tokens) and words.joined(begin) else begin
            if end >= begin + 2 and (word in frames.crowns or words.divine(begin) or _sure(
                    draft, frames, tokens.words[begin:end], frames.strange or _closed(words, end, ends))):
                yield Found(tokens.starts[begin], tokens.ends[end - 1], "PER", "names.titled")
        elif tokens.starts[i] in words.role_starts and i > 1 and (i == 2 or not words.joined(i - 2)) and words.joined(i):
            # a name of two words at the head of a clause, before its role without a comma
            first = words.joined(i - 1) and words.like(i - 2, True) and words.like(i - 1, False)
            if first and _sure(draft, frames, tokens.words[i - 2:i], frames.strange):
                yield Found(tokens.starts[i - 2], tokens.ends[i - 1], "PER", "names.apposed")
        elif word in "،," and i + 1 < len(tokens) and tokens.starts[i + 1] in words.role_starts:
            begin = i
            while begin > 0 and i - begin < LONGEST and words.like(begin - 1, False) and (begin == i or words.joined(begin)):
                begin -= 1
            if i - begin >= 2 and words.like(begin, True) and _bounded(words, begin) and _sure(draft, frames, tokens.words[begin:i]):
                yield Found(tokens.starts[begin], tokens.ends[i - 1], "PER", "names.apposed")
    yield from _given(words)
    for f in found:
        if f.label == "PER" and f.thing is None:
            yield from _widened(words, f)
    for hit in draft.hits.get("called", "quote.say"):
        begin, called = tokens.at(hit.end), hit.tag == "called"
        if begin < len(tokens) and words.joined(begin) and (called or words.given(begin)):
            end = words.run(begin)
            if end > begin + (not called):
                yield Found(tokens.starts[begin], tokens.ends[end - 1], "PER", "names.called" if called else "names.speaker")


def _given(words: People) -> Iterator[Found]:
    """A given name and what goes on with it: حكمت الزين. One that is a common word too needs another, or a word seen in names."""
    tokens, frames = words.tokens, words.frames
    end = 0
    for i, strength in enumerate(map(frames.given_here.get, tokens.words)):
        if strength is None or i < end:
            continue
        end = i + 1
        if words.word(i) and tokens.starts[i] not in words.spans and tokens.words[i] not in frames.outside["PER"]:
            end = words.extent(i, i + 1)
            after = range(i + 1, end)
            if after and (strength > 1 or any(words.given(k) > 1 or looks(words.draft.lang, tokens.words[k]).person > 1 for k in after)):
                yield Found(words.begins(i), tokens.ends[end - 1], "PER", "names.given")
            else:
                end = i + 1


def _widened(words: People, f: Found) -> Iterator[Found]:
    """A person's name of which a part was found, with the given names before it, and what a particle or a number goes on with."""
    tokens, frames = words.tokens, words.frames
    i, j = tokens.at(f.start), tokens.after(f.end)
    start = f.start
    while start == tokens.starts[i] and j - i < LONGEST and words.before(i):
        i -= 1
        start = words.begins(i)
    if tokens.words[i] in frames.between:
        i, start = tokens.at(f.start), f.start
    j -= tokens.words[j - 1] in frames.within or tokens.words[j - 1] in frames.between
    if j < len(tokens) and ((j == i + 1 and words.given(i)) or frames.given.get(tokens.words[j]) == 2 or tokens.words[j] in frames.within
                            or tokens.words[j] in frames.between):
        j = words.extent(i, j)
    else:
        j = words.numbered(i, j)
    if (start, tokens.ends[j - 1]) != (f.start, f.end):
        yield Found(start, tokens.ends[j - 1], "PER", "names.widened")


def _sure(draft: Draft, frames: NameFrames, some: list[str], strange: bool = False) -> bool:
    """Whether at least one word is known from names, or none is known at all, where unknown words are ``strange`` and no fused ones."""
    seen = any(looks(draft.lang, w).person > 0 or w in frames.given for w in some)
    return seen or (strange and all(ranks(draft.lang).get(w, UNSEEN) >= UNSEEN for w in some))


def _closed(words: People, end: int, ends: set[int]) -> bool:
    """Whether a name ends where its clause goes on with a verb of saying, a role or brackets, so that even strange words are one."""
    tokens = words.tokens
    return end < len(tokens) and (tokens.words[end] == "(" or (words.joined(end) and tokens.starts[end] in ends))


def _bounded(words: People, begin: int) -> bool:
    """Whether a name in apposition begins where a phrase does: after a mark, a line, or one of the commonest words."""
    return begin == 0 or not words.joined(begin) or ranks(words.draft.lang).get(words.tokens.words[begin - 1], 1000) < 300
