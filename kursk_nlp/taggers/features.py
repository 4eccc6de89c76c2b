"""What the CRF sees of a word and of its neighbours.

Everything about one word is worked out once (``functools.lru_cache``) as ready-made strings for each place that it can take in the
window, so that reading a sentence is only putting lists together.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Mapping, Sequence
from itertools import pairwise

#: of one word: as itself, as the one before, after, two before, two after, and its coarse class with its looks
Features = tuple[list[bytes], list[bytes], list[bytes], list[bytes], list[bytes], tuple[str, str]]
_CLITICS: dict[str, tuple[str, ...]] = {
    "ar": ("وبال", "وکال", "فبال", "ولل", "بال", "کال", "وال", "فال", "لل", "ال", "وب", "ول", "وک", "و", "ب", "ل", "ف", "ک"), "fa": ()}
#: what Farsi writes at the end of a name: plurals, the ezafe and indefinite yeh, "is", pronouns, spoken "too" and "the"
_ENDINGS: dict[str, tuple[str, ...]] = {
    "ar": (),
    "fa": ("هایشان", "هایی", "های", "یها", "مان", "تان", "شان", "ها", "ای", "ات", "ان", "یی", "رو", "ی", "م", "ت", "ش", "و", "ه", "ا")}
#: rank of a word that raw text never showed
_NEVER = 1 << 30


def shape(word: str) -> str:
    """What a token is made of: digits (four of them apart), Latin letters, other letters, or the mark itself."""
    first = word[0]
    if first.isdecimal():
        return "4d" if len(word) == 4 else "d"
    if "a" <= first <= "z":
        return "x"
    return "w" if first.isalpha() else first


class Extractor:
    """Features of sentences for one language.

    ``clusters`` maps a word to its classes (see ``words.clusters``), commonest word first; ``places`` tells what a gazetteer knows of
    a word (a short string, empty for nothing). ``known`` are the features that a trained model has a weight for: the others are left
    out, which halves the work; None while training.
    """

    def __init__(self, lang: str, clusters: Mapping[str, str], places: Callable[[str], str],
                 known: Container[str] | None = None) -> None:
        self._clitics, self._endings = _CLITICS[lang], _ENDINGS[lang]
        self._ranks = {word: i for i, word in enumerate(clusters)} if self._endings else {}
        self._known = known
        self._clusters, self._places = clusters, places
        self._pair = functools.lru_cache(maxsize=1 << 16)(self._join)
        self._word = functools.lru_cache(maxsize=1 << 15)(self._read)

    def stem(self, word: str) -> str:
        """The word without the Arabic proclitics and article that a known word remains without."""
        for clitic in self._clitics:
            if word.startswith(clitic) and len(word) - len(clitic) >= 3 and word[len(clitic):] in self._clusters:
                return word[len(clitic):]
        return word

    def ending(self, word: str) -> str:
        """The Farsi ending that a commoner word remains without; empty for none."""
        rank = self._ranks.get(word, _NEVER)
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= 3 and self._ranks.get(word[:-len(ending)], _NEVER) < rank:
                return ending
        return ""

    def _read(self, word: str) -> Features:
        stem, ending = self.stem(word), self.ending(word)
        base = word[:len(word) - len(ending)]
        clusters = (self._clusters.get(word) or self._clusters.get(stem) or self._clusters.get(base) or "").split()
        kind = shape(word)
        coarse = clusters[0] if clusters else kind
        middle = clusters[1] if len(clusters) > 1 else kind
        own = [f"w={word}", *(f"c{i}={c}" for i, c in enumerate(clusters[:3])), f"sh={kind}"]
        if len(word) > 2 and word.isalpha():
            own += [f"p2={word[:2]}", f"p3={word[:3]}", f"s2={word[-2:]}", f"s3={word[-3:]}", f"s4={word[-4:]}", f"n={min(len(word), 9)}"]
            if len(word) > 4:
                own += [f"p1={word[:1]}", f"p4={word[:4]}", f"s5={word[-5:]}"]
        if stem != word:
            own += [f"st={stem}", f"cl={word[:len(word) - len(stem)]}"]
        if ending:
            own += [f"st={base}", f"cl={ending}"]
        near = [f"w={word}", f"c={middle}", f"s={word[-3:]}"]
        looks = kind
        if len(clusters) > 3:
            looks, roles = clusters[3], clusters[4].split(".")
            own += [f"v={looks}", f"b={roles[0]}"]
            near += [f"v={looks}", *(f"{name}={role}" for name, role in zip(("b", "bn", "bp"), roles, strict=True))]
        place = self._places(stem)
        if place:
            own.append(f"g={place}")
            near.append(f"g={place}")
        before, after = [f"-1{f}" for f in near], [f"+1{f}" for f in near]
        second = [f"-2w={word}", f"-2c={middle}"], [f"+2w={word}", f"+2c={middle}"]
        return self._kept(own), self._kept(before), self._kept(after), self._kept(second[0]), self._kept(second[1]), (coarse, looks)

    def _kept(self, features: list[str]) -> list[bytes]:
        known = self._known
        return [f.encode() for f in features if known is None or f in known]

    def __call__(self, sentence: Sequence[str]) -> list[list[bytes]]:
        """The features of each word as python-crfsuite takes them fastest, in UTF-8."""
        words = [self._word(w) for w in sentence]
        left, right = [_NO_WORD, _NO_WORD, *words], [*words, _NO_WORD, _NO_WORD]
        pairs = [self._pair(a[5], b[5]) for a, b in pairwise(words)]
        behind, ahead = [_BEGIN, *(b for _, b in pairs)], [*(a for a, _ in pairs), _END]
        return [[*word[0], *before[1], *to_before, *second_before[3], *after[2], *to_after, *second_after[4]]
                for word, before, to_before, second_before, after, to_after, second_after
                in zip(words, left[1:], behind, left, right[1:], ahead, right[2:], strict=False)]

    def _join(self, first: tuple[str, str], second: tuple[str, str]) -> tuple[list[bytes], list[bytes]]:
        """What two words that follow each other say together: of the first, of the second."""
        return tuple(self._kept([f"b{side}{first[0]}|{second[0]}", f"v{side}{first[1]}|{second[1]}"]) for side in "+-")  # type: ignore[return-value]


_NO_WORD: Features = ([], [], [], [], [], ("", ""))
_BEGIN, _END = [b"bos"], [b"eos"]
