"""One skeleton for the spellings of a foreign name in both scripts: پسکوف and بيسكوف, ولادیمیر and فلاديمير.

Arabic writes p as ب, v as ف, g as غ, ج or ك, ch as تش; both leave vowels out as they please. The skeleton keeps the consonants in
classes that survive the journey. It is made for names of persons and outlets of two words or more; a single short word meets too many.
"""

from __future__ import annotations

import functools

from ..text.normalise import key

_CLASSES = str.maketrans({
    "پ": "ب", "ف": "و", "ڤ": "و", "گ": "غ", "ج": "غ", "ژ": "غ", "ق": "ک",
    "ث": "س", "ص": "س", "ز": "س", "ذ": "س", "ض": "س", "ظ": "س", "ط": "ت", "ح": "ه",
    "ا": "", "ی": "", "ع": "", "ء": ""})


@functools.lru_cache(maxsize=1 << 14)
def skeleton(name: str) -> str:
    """The consonant classes of a name, words joined; doubled letters count once. Empty for a name without consonants."""
    words = []
    for word in key(name).split(" "):
        word = word.removeprefix("ال").replace("عبدال", "عبد").replace("تش", "چ").replace("تس", "س").removesuffix("ه").translate(_CLASSES)
        words.append("".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1]))
    return "".join(words)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings, in either language, may be one foreign name: equal skeletons of at least four consonants."""
    first = skeleton(one)
    return len(first) >= 4 and first == skeleton(other)
