"""TSV rows in, one scan over the text out.

A lexicon row is ``form · tag · value · note``, tab-separated, UTF-8; lines that begin with ``#`` are comments. In a form, a
zero-width non-joiner (or ``~``, which can be seen) is a joint that texts write with it, with a space or with nothing; where
the language says so, every space is such a joint. All rows of a language go into one Aho-Corasick automaton, so that a text is
read once, however many lexicons there are.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources.abc import Traversable
from operator import itemgetter
from sys import intern
from typing import NamedTuple

import ahocorasick

from ..errors import DataError
from ..text.normalise import key
from ..text.view import View

JOINT = "~"


class Row(NamedTuple):
    """One line of a lexicon; ``layer`` is the file's stem."""

    form: str
    tag: str
    value: str
    layer: str


class Hit(NamedTuple):
    """A row found in the text.

    ``start:end`` is the word or phrase without proclitics but with its article and endings; ``stem:stem_end`` is the form of
    the row itself. ``prefix`` and ``suffix`` are the folded letters of the word before and after the form.
    """

    start: int
    end: int
    tag: str
    value: str
    layer: str
    stem: int
    stem_end: int
    prefix: str
    suffix: str


_START, _END = itemgetter(0), itemgetter(1)


@dataclass(frozen=True)
class Affixes:
    """What may stand inside the word around a form: folded strings; ``article`` are the prefixes that belong to the span.

    ``prefixes`` maps each allowed string of letters before the form to how many of them lie outside the span (وال: 1, the و).
    ``suffixes`` are the strings allowed after it; those in ``spaced`` may also follow after one space.
    """

    prefixes: Mapping[str, int] = field(default_factory=lambda: {"": 0})
    suffixes: frozenset[str] = frozenset({""})
    spaced: frozenset[str] = frozenset()


def read_rows(file: Traversable) -> list[Row]:
    """The rows of one TSV file. Raises ``DataError`` with file and line for a row that is not three or four columns."""
    rows, layer = [], intern(file.name.removesuffix(".tsv"))
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) not in (3, 4) or not cells[0].strip() or not cells[1].strip():
            raise DataError(f"{file.name}:{number}: a row is form, tag, value and perhaps note, split by tabs; got {line!r}")
        form, tag, value = (cell.strip() for cell in cells[:3])
        rows.append(Row(form, intern(tag), intern(value), layer))  # one string for all that are equal: a scan finds it where it was
    return rows


def spellings(form: str, loose_spaces: bool) -> set[str]:
    """Every folded way to write a form: each joint as a space or as nothing."""
    if JOINT not in form and "\u200c" not in form and (not loose_spaces or " " not in form):
        return {key(form)}
    marked = form.replace("\u200c", JOINT)
    if loose_spaces:
        marked = marked.replace(" ", JOINT)
    parts = [key(p) for p in marked.split(JOINT)]
    if len(parts) > 5:  # 32 ways are enough: a longer phrase joins only in its first places
        parts = [*parts[:5], " ".join(["", *parts[5:]])] if len(parts) > 6 else parts
    if len(parts) == 1:
        return {parts[0].strip()}
    if len(parts) == 2:
        return {"".join(parts).strip(), " ".join(parts).strip()}
    ways = itertools.product(("", " "), repeat=len(parts) - 1)
    return {"".join(itertools.chain.from_iterable(itertools.zip_longest(parts, way, fillvalue=""))).strip() for way in ways}


class Hits:
    """What a scan found, by tag and in order of ``start``; inside one layer a hit inside a longer one is dropped."""

    def __init__(self, found: Iterable[Hit]) -> None:
        self.all: list[Hit] = sorted(found, key=_END, reverse=True)
        self.all.sort(key=_START)
        self._by_tag: dict[str, list[Hit]] = defaultdict(list)
        for hit in self.all:
            self._by_tag[hit[2]].append(hit)
        self._asked: dict[tuple[str, ...], list[Hit]] = {}

    def get(self, *tags: str) -> list[Hit]:
        """The hits with any of these tags, in order of ``start``."""
        if len(tags) == 1:
            return self._by_tag.get(tags[0], [])
        found = self._asked.get(tags)
        if found is None:
            some = [hits for tag in tags if (hits := self._by_tag.get(tag))]
            found = self._asked[tags] = sorted(itertools.chain.from_iterable(some)) if some else []
        return found

    def within(self, start: int, end: int, *tags: str) -> list[Hit]:
        """Those of them that lie wholly inside ``start:end``."""
        out = []
        for tag in tags:
            hits = self._by_tag.get(tag)
            if not hits:
                continue
            i = bisect_left(hits, start, key=_START)
            while i < len(hits) and hits[i].start < end:
                if hits[i].end <= end:
                    out.append(hits[i])
                i += 1
        return out if len(tags) == 1 else sorted(out)

    @cached_property
    def starts(self) -> dict[int, list[Hit]]:
        """Every hit by the position of its ``start``, longest first."""
        at: dict[int, list[Hit]] = defaultdict(list)
        for hit in self.all:
            at[hit.start].append(hit)
        return at


class Lexicon:
    """The rows of one language, compiled. ``affixes`` is by tag, with ``default`` for the rest.

    ``expand`` turns a form of a tag into its inflected forms before spelling (a Farsi verb stem pair into all its persons).
    """

    def __init__(self, rows: Iterable[Row], affixes: Mapping[str, Affixes], default: Affixes, *, loose_spaces: bool,
                 expand: Mapping[str, Callable[[str], Iterable[str]]] | None = None) -> None:
        self.rows = list(rows)
        forms: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            inflect = (expand or {}).get(row.tag)
            for form in inflect(row.form) if inflect else (row.form,):
                for spelling in spellings(form, loose_spaces):
                    if spelling and row not in (here := forms[spelling]):
                        here.append(row)
        self._automaton = ahocorasick.Automaton()
        kinds: dict[tuple[int, ...], _Ways] = {}
        says: dict[tuple[str, ...], tuple[str, ...]] = {}  # tag, value and layer, one of all that are equal
        for spelling, found in forms.items():
            around = [affixes.get(row.tag, default) for row in found]
            kind = tuple(map(id, around))
            if kind not in kinds:
                kinds[kind] = _Ways(around)
            self._automaton.add_word(spelling, (len(spelling), kinds[kind], *(says.setdefault(row[1:], row[1:]) for row in found)))
        if forms:
            self._automaton.make_automaton()
        self._empty = not forms
        self._prefixes = frozenset().union(*(a.prefixes for ways in kinds.values() for a in ways.affixes))
        self._suffixes = frozenset().union(*(a.suffixes for ways in kinds.values() for a in ways.affixes))

    def scan(self, view: View) -> Hits:
        """Every row that stands in the text as a word or phrase of its own, clitics and endings aside. Linear."""
        text, prefixes, suffixes = view.folded, self._prefixes, self._suffixes
        if self._empty:
            return Hits(())
        layers: dict[str, list[Hit]] = defaultdict(list)
        left, right = _runs(view)
        for last, form in self._automaton.iter(text):
            stem_end = last + 1
            after = stem_end + right[stem_end]
            if (suffix := text[stem_end:after]) not in suffixes or after - stem_end > _MOST:
                continue
            length, ways = form[:2]
            stem = stem_end - length
            before = stem - left[stem]
            if (prefix := text[before:stem]) not in prefixes or stem - before > _MOST:
                continue
            if text[last].isdecimal() and text[stem_end:stem_end + 1].isdecimal():
                continue  # روسيا 1 is not in روسيا 10
            for row, outside, spaced in ways[prefix, suffix]:
                tag, value, layer = form[row]
                end, full = after, suffix
                if spaced and text.startswith(" ", after) and (word := text[after + 1:after + 1 + right[after + 1]]) in spaced:
                    end, full = after + 1 + len(word), suffix + word
                _keep(layers[layer], _new(Hit, (before + outside, end, tag, value, layer, stem, stem_end, prefix, full)))
        return Hits(itertools.chain.from_iterable(map(layers.__getitem__, sorted(layers))))


_new = tuple.__new__
#: no clitics or endings are longer than this; it keeps one endless word from costing its length at every letter
_MOST = 12


class _Ways(dict[tuple[str, str], list[tuple[int, int, frozenset[str]]]]):
    """For forms whose rows take these affixes, by the letters before and after the form: which rows take both (as places in what the
    automaton holds), how many of the letters before lie outside the hit, and what may follow after a space. Filled as it is asked, for
    affixes of the language only."""

    def __init__(self, affixes: list[Affixes]) -> None:
        self.affixes = affixes

    def __missing__(self, around: tuple[str, str]) -> list[tuple[int, int, frozenset[str]]]:
        prefix, suffix = around
        found = self[around] = [(row, outside, a.spaced) for row, a in enumerate(self.affixes, 2)
                                if (outside := a.prefixes.get(prefix)) is not None and suffix in a.suffixes]
        return found


def _ramp(length: int) -> bytes:
    """1, 2, 3 … for the letters of a word, up to ``_MOST`` and one."""
    return bytes(range(1, min(length, _MOST) + 1)) + bytes((_MOST + 1,)) * (length - _MOST)


_RAMPS = [(_ramp(length), _ramp(length)[::-1]) for length in range(32)]


def _runs(view: View) -> tuple[bytearray, bytearray]:
    """For every position: how many letters of a word end there, and how many begin there; ``_MOST`` and one stand for more."""
    left, right = bytearray(len(view.folded) + 1), bytearray(len(view.folded) + 1)
    tokens = view.tokens
    for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        if word[0].isalpha():
            length = end - start
            left[start + 1:end + 1], right[start:end] = _RAMPS[length] if length < 32 else (_ramp(length), _ramp(length)[::-1])
    return left, right


def _keep(kept: list[Hit], hit: Hit) -> None:
    """Add a hit to those of its layer, in order of ``stem_end``, where a form inside a longer one is dropped."""
    stem, stem_end = hit[5], hit[6]
    while kept and (last := kept[-1])[5] >= stem and (last[5] > stem or last[6] < stem_end):
        kept.pop()
    if not kept or kept[-1][6] < stem_end or kept[-1][5] == stem:
        kept.append(hit)
