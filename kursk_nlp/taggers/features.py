"""What the CRF sees of a word and of its neighbours.

Everything about one word is worked out once (``functools.lru_cache``) as ready-made strings for each place that it can take in the
window, so that reading a sentence is only putting lists together.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Mapping, Sequence

#: of one word: as itself, as the one before, after, two before, two after, its coarse class and its looks
Features = tuple[list[bytes], list[bytes], list[bytes], list[bytes], list[bytes], str, str]
_CLITICS: dict[str, tuple[str, ...]] = {
    "ar": ("وبال", "وکال", "فبال", "ولل", "بال", "کال", "وال", "فال", "لل", "ال", "وب", "ول", "وک", "و", "ب", "ل", "ف", "ک"), "fa": ()}


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

    ``clusters`` maps a word to its classes (see ``words.clusters``); ``places`` tells what a gazetteer knows of a word (a short
    string, empty for nothing). ``known`` are the features that a trained model has a weight for: the others are left out, which
    halves the work; None while training.
    """

    def __init__(self, lang: str, clusters: Mapping[str, str], places: Callable[[str], str],
                 known: Container[str] | None = None) -> None:
        self._clitics = _CLITICS[lang]
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

    def _read(self, word: str) -> Features:
        stem = self.stem(word)
        clusters = (self._clusters.get(word) or self._clusters.get(stem) or "").split()
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
        return self._kept(own), self._kept(before), self._kept(after), self._kept(second[0]), self._kept(second[1]), coarse, looks

    def _kept(self, features: list[str]) -> list[bytes]:
        known = self._known
        return [f.encode() for f in features if known is None or f in known]

    def __call__(self, sentence: Sequence[str]) -> list[list[bytes]]:
        """The features of each word as python-crfsuite takes them fastest, in UTF-8."""
        words = [self._word(w) for w in sentence]
        last = len(words) - 1
        out = []
        for i, (own, _, _, _, _, coarse, looks) in enumerate(words):
            item = own.copy()
            if i:
                before = words[i - 1]
                item += before[1]
                item += self._pair("b-", before[5], coarse)
                item += self._pair("v-", before[6], looks)
                if i > 1:
                    item += words[i - 2][3]
            else:
                item.append(b"bos")
            if i < last:
                after = words[i + 1]
                item += after[2]
                item += self._pair("b+", coarse, after[5])
                item += self._pair("v+", looks, after[6])
                if i + 1 < last:
                    item += words[i + 2][4]
            else:
                item.append(b"eos")
            out.append(item)
        return out

    def _join(self, kind: str, first: str, second: str) -> list[bytes]:
        return self._kept([f"{kind}{first}|{second}"])
