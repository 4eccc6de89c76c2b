"""One skeleton for the spellings of a foreign name in both scripts: پسکوف and بيسكوف, ولادیمیر and فلاديمير.

Arabic writes p as ب, v as ف, g as غ, ج or ك, ch as تش or ش; both leave vowels out as they please, save at the end of a name
(بتروف is a man, بتروفا a woman). The skeleton keeps the consonants in classes that survive the journey. Names of Arabic and
Persian origin are written alike in both languages, so they stay as they are: حسن is not حسين. It is made for names of persons and
outlets of two words or more; a single short word meets too many.
"""

from __future__ import annotations

import functools
from importlib.resources import files

from ..text.normalise import key

_CLASSES = str.maketrans({
    "پ": "ب", "ف": "و", "ڤ": "و", "گ": "غ", "ج": "غ", "ژ": "غ", "ق": "ک", "چ": "ش",
    "ث": "س", "ص": "س", "ز": "س", "ذ": "س", "ض": "س", "ظ": "س", "ط": "ت", "ح": "ه",
    "ا": "", "ی": "", "ع": "", "ء": ""})
#: how a name ends -> what is kept of it; the e of a Farsi ه is an Arabic ی
_ENDS = (("یا", "یا"), ("ا", "ا"), ("ی", "ی"), ("ه", "ی"))


@functools.cache
def _native() -> frozenset[str]:
    """The names that both languages write alike, folded."""
    lines = (files(__package__) / "data" / "native.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(key(word) for line in lines if not line.startswith("#") for word in line.split())


@functools.lru_cache(maxsize=1 << 14)
def skeleton(name: str) -> str:
    """The consonant classes of a name, words joined; doubled letters count once. Empty for a name without consonants."""
    parted = key(name).replace("الله", " لله").replace("عبدال", "عبد ").replace("عبد ال", "عبد ").replace("الدین", " دین")
    return "".join(map(_bones, parted.split()))


def _bones(word: str) -> str:
    word = word.removeprefix("ال")
    native = _native()
    if word in native or any(word[:i] in native and word[i:] in native for i in range(3, len(word) - 2)):  # محمدباقر
        return word
    end, kept = next(((end, kept) for end, kept in _ENDS if word.endswith(end) and len(word) > len(end) + 1), ("", ""))
    stem = word.removesuffix(end).replace("تش", "چ").replace("تس", "س").translate(_CLASSES)
    return "".join(c for i, c in enumerate(stem) if i == 0 or c != stem[i - 1]) + kept


def same_name(one: str, other: str) -> bool:
    """Whether two spellings, in either language, may be one foreign name: equal skeletons of at least four consonants."""
    first = skeleton(one)
    return len(first) >= 4 and first == skeleton(other)
