"""Variations that a news text could have: words, numbers, marks and controls put in, taken out, doubled, swapped; JSON by its parts."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from functools import cache
from typing import Any

from ..soak import JOINTS, LOOSE, vocabulary
from ..test_robustness import JUNK
from .entries import BREAK

_DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
_SEPARATORS = (",", "،", "٬", "٫", ".", "/", "-", ":", " ", "\u200c", "–", "")
_CONTROLS = ("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
             "\ufeff\u00ad\u0640\u064b\u0651\u0653\u0654\u0670\n\r\t\x0b\x85\u2028\u00a0\0\x1c")
_MARKS = "«»“”„‟‘’\"'`()[]{}<>،؛؟!.…:-–—/%٪$#@*|\\=+"
#: rows that tables and pages are made of
_MARKUP = ('","', '"\n"', "\n", '{"text": "', '", "lang": "', '"}', "text,lang\n", "<p>", "</p>", "<article>", "&#1602;", "<!--",
           "<script>", "\\ud83d", "\\u0000", '"published": "2025-01-01"', "null", "[", "]")
_VALUES: tuple[Any, ...] = (None, True, False, 0, -1, 1, 10**9, 10**30, 1.5, -0.0, 1e308, "", "x", "fa", "ar", "2025-02-30", "0000", "P3D",
                            "2024-W99", "DOCUMENT", [], {}, [[]], [{}], {"text": None}, "\ud800", "\0", "figure-killed", "T1 9 3")


@cache
def _words() -> list[str]:
    words, forms = vocabulary()
    return [*words, *forms, *LOOSE]


def _number(chance: random.Random) -> str:
    digits = chance.choice(_DIGITS)
    lengths = [chance.choice((1, 1, 2, 2, 3, 3, 4, 8)) for _ in range(chance.choice((1, 1, 2, 3, 3)))]
    return chance.choice(_SEPARATORS).join("".join(chance.choice(digits) for _ in range(length)) for length in lengths)


def _new(chance: random.Random) -> str:
    """Something to put in."""
    kind = chance.random()
    if kind < 0.5:
        return chance.choice(JOINTS) + chance.choice(_words()) + chance.choice(JOINTS)
    if kind < 0.65:
        return " " + _number(chance) + chance.choice(JOINTS)
    if kind < 0.75:
        return chance.choice(_MARKS)
    if kind < 0.83:
        return chance.choice(_CONTROLS)
    if kind < 0.88:
        return chance.choice(_MARKUP)
    if kind < 0.93:
        return chance.choice(tuple(JUNK.values()))[:60]
    if kind < 0.97:
        return chr(chance.choice((chance.randrange(0x300), chance.randrange(0x600, 0x780), chance.randrange(0x2000, 0x2070),
                                  chance.randrange(0xFB50, 0xFEFF), chance.randrange(0x10000, 0x1FFFF))))
    return "".join(chance.choice(_words()) + " " for _ in range(chance.randrange(2, 12)))


def text(given: str, chance: random.Random) -> str:
    """``given`` with one to four changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        at = chance.randrange(len(given) + 1)
        to = min(len(given), at + chance.choice((1, 1, 2, 4, 8, 20, 60)))
        kind = chance.random()
        if kind < 0.45:
            given = given[:at] + _new(chance) + given[at:]
        elif kind < 0.6:
            given = given[:at] + _new(chance) + given[to:]
        elif kind < 0.72:
            given = given[:at] + given[to:]
        elif kind < 0.8:
            given = given[:at] + given[at:to] * chance.choice((2, 2, 3, 9)) + given[to:]
        elif kind < 0.88:
            words = given.split(" ")
            i, j = chance.randrange(len(words)), chance.randrange(len(words))
            words[i], words[j] = words[j], words[i]
            given = " ".join(words)
        elif kind < 0.92:
            given = given[:at] + given[at:to].replace(" ", chance.choice(("", "\u200c", "\n", "  "))) + given[to:]
        elif kind < 0.96:
            given = given[:at] + given[at:to].translate(str.maketrans(chance.choice(_DIGITS), chance.choice(_DIGITS))) + given[to:]
        else:
            given = given[:at] + BREAK + given[at:]
    return given


def _changed(value: Any, chance: random.Random) -> Any:
    """A JSON value with one part changed, somewhere inside."""
    if isinstance(value, (dict, list)) and value and chance.random() < 0.85:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        name = chance.choice(keys)
        kind = chance.random()
        if kind < 0.1:
            del value[name]
        elif kind < 0.2 and isinstance(value, list):
            value.insert(chance.randrange(len(value) + 1), deepcopy(value[name]))
        elif kind < 0.2 and isinstance(value, dict):
            value[chance.choice(keys)] = deepcopy(value[name])
        else:
            value[name] = _changed(value[name], chance)
        return value
    if isinstance(value, str) and chance.random() < 0.5:
        return text(value, chance)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and chance.random() < 0.6:
        return value + chance.choice((-1, 1, -100, 100, 0.5, 2**31, -(2**63)))
    return deepcopy(chance.choice(_VALUES))


def parts(given: str, chance: random.Random) -> str:
    """JSON (or lines with JSON in them, or a text behind ``BREAK``) with a change in its structure; text where it is no JSON."""
    body, sign, rest = given.partition(BREAK)
    rows = body.split("\n")
    at = chance.randrange(len(rows))
    head, tab, row = rows[at].rpartition("\t")
    try:
        value = json.loads(row)
    except ValueError:
        return text(given, chance)
    for _ in range(chance.choice((1, 1, 2, 3))):
        value = _changed(value, chance)
    rows[at] = head + tab + json.dumps(value, ensure_ascii=chance.random() < 0.3)
    return "\n".join(rows) + sign + (text(rest, chance) if chance.random() < 0.1 else rest)


def mutated(data: bytes, form: str, seed: int) -> bytes:
    """A variation of an input of that form; the same seed gives the same."""
    chance = random.Random(seed)
    choice, given = data[:1] or b"\0", data[1:].decode("utf-8", "replace")
    if chance.random() < 0.1:
        choice = bytes([chance.randrange(256)])
    try:
        return choice + (parts if form == "json" and chance.random() < 0.8 else text)(given, chance).encode("utf-8", "surrogatepass")
    except RecursionError:
        return data
