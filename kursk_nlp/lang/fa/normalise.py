"""Farsi half-spaces: where a word that is written together should have one.

For matching none of this is needed: the normal form has no half-spaces at all, so lexicons and rules see a word the same way with and
without. For reading, searching and for other tools they can be put back.
"""

from __future__ import annotations

import functools

from ...rules.lexicon import JOINT
from ...text.normalise import fold, key
from ...text.patterns import pattern
from ..shared.data import frequencies, rows
from .inflect import conjugate

_LETTERS = "\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u06c0\u06d5"
_WORD = pattern("normalise.farsi_word", rf"(?<![\u200c\w]) [{_LETTERS}]++ (?![\u200c\w])")
ZWNJ = "\u200c"
#: endings that take a half-space, after any noun; after a final heh also the others
_PLURALS = tuple("هایشان هایمان هایتان هایش هایم هایت هایی های ها".split())
_AFTER_HEH = tuple("ایم اید اند ای ام اش".split())
_DEGREES = ("ترین", "تر")
_PREFIXES = ("بین", "غیر", "پیش", "نیمه", "شبه", "ضد", "هیچ", "هم", "بی", "پسا", "فرا")
#: words that begin or end many compounds; a long unknown word is cut only where one of them is a part
_FIRST = frozenset("رییس نخست کره سخن پاک دست جان خانه اتش زیر مین تیر راه نیرو چشم بازداشت جنگ عربستان فرمانده".split())
_SECOND = frozenset("شده شدگان کننده کنندگان دهنده دهندگان گذاری سازی زدایی باخته باختگان جمهور جمهوری وزیر شمالی جنوبی شناسی "
                    "نشین نشینان پذیر پذیری ناپذیر امیز انگیز گرفته گرفتگان یافته یافتگان دیده دیدگان اور اوران زده زدگان "
                    "طلب طلبان گیر گیری گیران".split())


class _Known:
    """The words of the language, and the joints of those that have some."""

    def __init__(self) -> None:
        listed = frequencies(__package__)
        self.zipf: dict[str, float] = {}
        self.joints: dict[str, tuple[int, ...]] = {}
        self.verbs: set[str] = set()
        for word, zipf in listed.items():
            parts = fold(word).split(ZWNJ)
            if len(parts) == 1:
                self.zipf[parts[0]] = zipf
            else:
                self._add(parts)
                if parts[0] in ("می", "نمی"):
                    self.verbs.add(parts[1])
        self.joints = {word: at for word, at in self.joints.items()
                       if self.zipf.get(word, 0) <= listed.get(_joined(word, at), 0) + 0.3 or not self.zipf.get(word)}
        for row in rows(__package__):
            for form in conjugate(row.form):
                parts = [key(part) for part in form.replace(ZWNJ, JOINT).split(JOINT)] if " " not in form else []
                if len(parts) > 1 and all(parts) and "".join(parts) not in self.zipf:
                    self._add(parts)

    def _add(self, parts: list[str]) -> None:
        at, cuts = 0, []
        for part in parts[:-1]:
            at += len(part)
            cuts.append(at)
        self.joints.setdefault("".join(parts), tuple(cuts))


def _joined(word: str, at: tuple[int, ...]) -> str:
    return ZWNJ.join(word[a:b] for a, b in zip((0, *at), (*at, len(word)), strict=True))


@functools.cache
def _known() -> _Known:
    return _Known()


@functools.lru_cache(maxsize=16384)
def _cuts(word: str) -> tuple[int, ...]:
    """Where the half-spaces of a folded word belong; () where it needs none or is not known."""
    known = _known()
    if word in known.joints:
        return known.joints[word]
    own = known.zipf.get(word, 0.0)
    for prefix in ("نمی", "می"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 2 and rest in known.verbs and known.zipf.get(rest, 3.0) >= own:
            return (len(prefix),)
    for ending in _PLURALS:
        if (cuts := _ended(word, ending, own)) is not None:
            return cuts
    for ending in _AFTER_HEH if not word.endswith("های") or word[:-3] not in known.zipf else ():
        if word.endswith("ه" + ending) and (cuts := _ended(word, ending, own)) is not None:
            return cuts
    if own:
        return ()
    for ending in _DEGREES:
        if word.endswith(ending) and known.zipf.get(word.removesuffix(ending), 0.0) > 4:
            return (len(word) - len(ending),)
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 2 and (known.zipf.get(rest, 0) > 3.4 or _cuts(rest)):
            return (len(prefix), *(len(prefix) + at for at in _cuts(rest)))
    return _compound(word, known)


def _ended(word: str, ending: str, own: float) -> tuple[int, ...] | None:
    """The cuts of a word with an ending, None where its stem is no commoner word."""
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < 3:
        return None
    if _known().zipf.get(stem, 0.0) > max(3.2, own - 0.2):
        return (*_cuts(stem), len(stem))
    cuts = _cuts(stem) if not own and len(stem) > 4 else ()
    return (*cuts, len(stem)) if cuts else None


def _compound(word: str, known: _Known) -> tuple[int, ...]:
    """The cut of a long unknown word into two common ones, of which one makes many compounds."""
    best, cut = 0.0, 0
    for at in range(2, len(word) - 2):
        first, second = word[:at], word[at:]
        if first in _FIRST or second in _SECOND:
            both = min(known.zipf.get(first, 0.0), known.zipf.get(second, 3.5 if second in _SECOND else 0.0))
            if both > max(best, 3.4):
                best, cut = both, at
    return (cut,) if cut else ()


def restore_zwnj(text: str) -> str:
    """The text with a zero-width non-joiner wherever a word written together has lost one (میکنند، کتابها، شدهاند، ضدتانک).

    Verb prefixes, plural and other endings, and compounds of known words; nothing is cut that is a common word itself (میهن، تنها، بها),
    and no letter is changed. A space that was lost cannot be told from a half-space: کرهشمالی gets a half-space too.
    """
    return _WORD.sub(lambda m: _restored(m.group()), text)


def _restored(word: str) -> str:
    folded = key(word)
    if len(folded) != len(word):
        return word
    cuts = _cuts(folded)
    return _joined(word, cuts) if cuts else word
