"""Arabic spelling as careless writing loses it: hamzas, madda, the dots of teh marbuta and of final yeh."""

from __future__ import annotations

import functools

from ...text.normalise import key
from ...text.patterns import pattern
from ..shared.data import frequencies

_WORD = pattern("normalise.arabic_word", r"[\u0621-\u063a\u0641-\u064a]++")
#: letters before a word that are surely clitics: others would cut words that the list, which holds only what can be restored, lacks
_BEFORE = ("", *(c + p + "ال" for c in ("و", "ف", "") for p in ("ب", "") if c + p), "و")
#: what careless writing loses; a final yeh may also lose its dots, or gain them
_LOSES = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه"})
_YEH = str.maketrans({"ى": "ي"})


@functools.cache
def _right() -> dict[str, str]:
    """Folded letters -> the spelling that a word list finds by far the commonest."""
    return {key(word): word for word in frequencies(__package__)}


@functools.lru_cache(maxsize=16384)
def _word(word: str) -> str:
    known = _right()
    for letters in _BEFORE:
        clitic = letters.removesuffix("ال")
        rest = word[len(clitic):]
        right = known.get(key(rest)) if word.startswith(letters) and len(rest) > (3 if clitic else 1) else None
        if right is not None:
            lost = rest == rest.translate(_LOSES) and rest.translate(_YEH) == right.translate(_LOSES).translate(_YEH)
            return clitic + right if lost else word
    return word


def restore_hamza(text: str) -> str:
    """The text with hamzas, madda and teh marbuta put back where careless writing has lost them (القاهره، الى، احمد) and a word list knows
    but one common spelling. A word that has any of them already is left alone. The length does not change."""
    return _WORD.sub(lambda m: _word(m.group()), text)
