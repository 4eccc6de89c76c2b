"""Normalisation in named passes, each undoable through the offset map.

The normal form is what the rules read: ASCII digits, one yeh (ی), one kaf (ک), one heh (ه), no tashkeel, no tatweel, no
zero-width or bidi characters, one kind of space. The *folded* form goes on, character by character, to what matching
needs when hamzas, dots on teh marbuta and capitals are lost. Both forms have the same length and share one map.

Dropping the zero-width non-joiner makes a Farsi word typed with it (می‌کنند) equal to the same word in text that has
lost it (میکنند): most of the damage in real corpora then needs no special case.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from .offsets import Offsets
from .patterns import pattern

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"

_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９")}
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک", "ہ": "ه", "ە": "ه", "ھ": "ه",
                          "ۀ": "ه", "ۂ": "ه", "ۃ": "ة", "ٱ": "ا", "ٲ": "أ", "ٳ": "إ"})
_SPACES = dict.fromkeys((9, 11, 12, *range(28, 32), 160, 5760, *range(8192, 8203), 8239, 8287, 12288), " ")
_SPACES |= {ord(c): "\n" for c in "\r\x85\u2028\u2029"}
_QUOTES = str.maketrans({"„": "“", "‟": "“", "″": "”", "‚": "‘", "‛": "‘", "`": "'", "´": "'", "＂": '"', "《": "«", "》": "»"})
_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ی", "ة": "ه", **{chr(c): chr(c + 32) for c in range(65, 91)}})

_COMPOSED = {"\u0627\u0653": "\u0622", "\u0627\u0654": "\u0623", "\u0627\u0655": "\u0625", "\u0648\u0654": "\u0624",
             "\u06cc\u0654": "\u0626"}


_MARK = pattern("mark", f"[{MARKS}\u0640]", verbose=False)


@functools.lru_cache(maxsize=4096)
def _expand(char: str) -> str:
    """A presentation form as plain letters; an isolated mark becomes nothing (its carrier space is no text)."""
    plain = _MARK.sub("", unicodedata.normalize("NFKC", char))
    return "" if plain.isspace() else plain.translate(_LETTERS)


_DECIMAL_DIGIT = pattern("decimal_digit", r"[^\P{Nd}0-9]")


@functools.lru_cache(maxsize=1024)
def _ascii_digit(digit: str) -> str:
    """A decimal digit of any script in ASCII. One that is newer than Python's Unicode tables is told by its place: digits stand in tens."""
    value = unicodedata.decimal(digit, None)
    if value is None:
        first = ord(digit)
        while _DECIMAL_DIGIT.match(chr(first - 1)):
            first -= 1
        value = (ord(digit) - first) % 10
    return str(value)


#: pass name -> (characters or pattern that it rewrites, replacement); one-to-one passes are one ``str.translate``
TRANSLATIONS: dict[str, Mapping[int, str]] = {"digits": _DIGITS, "letters": _LETTERS, "spaces": _SPACES, "quotes": _QUOTES}
#: passes that change the length: pattern, replacement, whether a dropped character belongs to the letter before it
Rewrite = tuple[str, Callable[[str], str], bool]
COMPOSE_REWRITES: dict[str, Rewrite] = {
    "compose": ("[\u0627\u0648\u06cc][\u0653-\u0655]", lambda s: _COMPOSED.get(s, s[0]), False),
}
LETTER_REWRITES: dict[str, Rewrite] = {
    "presentation": (f"[{PRESENTATION}]", _expand, False),
    "marks": (f"[{MARKS}\u0640]++", lambda s: "", True),
    "invisible": (f"[{INVISIBLE}]++", lambda s: "", False),
    "other_digits": (r"[^\P{Nd}0-9]", _ascii_digit, False),
}
#: these look at neighbours, so they run on what the letter passes have left
RUN_REWRITES: dict[str, Rewrite] = {
    "double_quotes": ("''|,,|‘‘|’’", lambda s: '"', False),
    "space_runs": ("(?<= ) ++|(?<=\n) *+\n[ \n]*+| ++(?=\n)|(?<=\n) ++", lambda s: "", False),
}
PASSES: tuple[str, ...] = (*TRANSLATIONS, *COMPOSE_REWRITES, *LETTER_REWRITES, *RUN_REWRITES)
#: characters that no letter pass touches, as the inside of a set: nearly all of an article
_PLAIN = " \n!-/0-9:-~«»،؛؟…\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc"
#: the rewrites in order of their stages, and where a stage finds work: strings without which a text has none, or what its places begin with
REWRITES: tuple[tuple[dict[str, Rewrite], tuple[str, ...] | str], ...] = (
    (COMPOSE_REWRITES, ("\u0653", "\u0654", "\u0655")),
    (LETTER_REWRITES, f"[^{_PLAIN}]"),
    (RUN_REWRITES, ("  ", "\n\n", " \n", "\n ", "''", ",,", "‘‘", "’’")),
)


class _OneToOne:
    """Characters for characters. ``str.translate`` looks up each character of a text; a text of some length is read faster by looking
    for each character of the table, since no replacement is itself replaced."""

    _LONG = 150

    def __init__(self, table: Mapping[int, str]) -> None:
        self.table = table
        self._pairs = [(chr(old), new) for old, new in table.items()]

    def __call__(self, text: str) -> str:
        if len(text) < self._LONG:
            return text.translate(self.table)
        for old, new in self._pairs:
            text = text.replace(old, new)
        return text


class Normaliser:
    """Rewrites text in named passes and keeps the way back.

    ``Normaliser()`` runs every pass of ``PASSES``; ``Normaliser(without=("marks",))`` leaves some out,
    ``Normaliser(only=("digits",))`` runs only those named. Raises ``ValueError`` for a name that is no pass.
    """

    def __init__(self, only: Iterable[str] | None = None, without: Iterable[str] = ()) -> None:
        chosen = tuple(PASSES if only is None else only)
        unknown = [p for p in (*chosen, *without) if p not in PASSES]
        if unknown:
            raise ValueError(f"unknown normalisation pass {unknown[0]!r}; the passes are {', '.join(PASSES)}")
        self.passes = tuple(p for p in PASSES if p in chosen and p not in set(without))
        self.table: dict[int, str] = {}
        for name in self.passes:
            self.table |= TRANSLATIONS.get(name, {})
        self._translate = _OneToOne(self.table)
        self._stages = [_Stage([table[p] for p in table if p in self.passes], where) for table, where in REWRITES]

    def __call__(self, raw: str) -> tuple[str, Offsets]:
        """``raw`` in normal form, and where each normal character came from."""
        text = self._translate(raw)
        offsets = Offsets(range(len(text)), range(1, len(text) + 1), len(raw))
        for stage in self._stages:
            text, offsets = stage(text, offsets)
        return text, offsets


class _Stage:
    """Rewrites that do not see each other's work, in one sweep; ``where`` is as in ``REWRITES``."""

    def __init__(self, rewrites: list[Rewrite], where: tuple[str, ...] | str) -> None:
        self._rewrites = rewrites
        self._hints = where if isinstance(where, tuple) else ()
        source = "|".join(f"({source})" for source, _, _ in rewrites)
        if isinstance(where, str):
            source = f"(?={where})(?:{source})"
        self._pattern = pattern(f"normalise {source}", source, verbose=False) if rewrites else None

    def __call__(self, text: str, offsets: Offsets) -> tuple[str, Offsets]:
        if self._hints and not any(map(text.__contains__, self._hints)):
            return text, offsets
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for m in self._pattern.finditer(text) if self._pattern else ():
            start, end = m.span()
            pieces.append(text[at:start])
            starts.extend(offsets.starts[at:start])
            ends.extend(offsets.ends[at:start])
            _, rewrite, keeps = self._rewrites[(m.lastindex or 1) - 1]
            new = rewrite(m.group())
            if new:
                pieces.append(new)
                starts.extend([offsets.starts[start]] * len(new))
                ends.extend([offsets.ends[end - 1]] * len(new))
            elif keeps and ends and ends[-1] == offsets.starts[start]:
                ends[-1] = offsets.ends[end - 1]
            at = end
        if not pieces:
            return text, offsets
        pieces.append(text[at:])
        starts.extend(offsets.starts[at:])
        ends.extend(offsets.ends[at:])
        return "".join(pieces), Offsets(starts, ends, offsets.raw_length)


_fold = _OneToOne(_FOLD)


def fold(normal: str) -> str:
    """The matching form of normal text, of the same length: hamzas, teh marbuta and capitals are levelled."""
    return _fold(normal)


normaliser = Normaliser()


def normalise_digits(text: str) -> str:
    """The text with every decimal digit of any script as an ASCII digit; separators, and everything else, as they stand."""
    return text if text.isascii() else _DECIMAL_DIGIT.sub(lambda m: _ascii_digit(m.group()), text)


#: what any pass that changes the length could touch; a form without it needs no more than two tables
_SPECIAL = pattern("normalise.special", f"[{MARKS}{INVISIBLE}{PRESENTATION}\u0640\n'‘’,]|  |[^\\P{{Nd}}0-9]", verbose=False)


@functools.lru_cache(maxsize=16384)
def key(form: str) -> str:
    """The folded form of a word from a lexicon or a name, outer spaces removed."""
    plain = form.translate(normaliser.table)
    return fold(plain if _SPECIAL.search(plain) is None else normaliser(form)[0]).strip()
