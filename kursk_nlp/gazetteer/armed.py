"""The table of armed organisations: armies, services, armed groups and famous formations, one id for both languages.

``armed.tsv`` has the columns id · kind · country · echelon · arm · wikidata · Arabic names · Farsi names · note. Names are
split by ``|``, the first is the canonical one; an article on the first Arabic word is required in the text too. A mark may stand
before a name: ``+`` it counts only after a class word (تنظيم, گروه), ``?`` only in an article that gives more evidence, ``=`` it is a
name in full, class word and all, that units put together themselves.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import NamedTuple

from ..errors import DataError
from ..rules.frames.units import Organisation
from ..rules.lexicon import Row

_COLUMNS = 8


class Entry(NamedTuple):
    """One line of the table; empty cells are empty strings."""

    id: str
    kind: str
    country: str
    echelon: str
    arm: str
    wikidata: str
    ar: tuple[str, ...]
    fa: tuple[str, ...]


@functools.cache
def table() -> tuple[Entry, ...]:
    """All organisations. Raises ``DataError`` for a line that has not eight or nine columns, or an id used twice."""
    entries: dict[str, Entry] = {}
    text = (files(__package__) / "data" / "armed.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [c.strip() for c in line.split("\t")]
        if len(cells) not in (_COLUMNS, _COLUMNS + 1) or cells[0] in entries:
            raise DataError(f"armed.tsv:{number}: a line has eight or nine columns and an id of its own; got {line!r}")
        ar, fa = (tuple(n.strip() for n in cell.split("|") if n.strip()) for cell in cells[6:8])
        ident, kind, country, echelon, arm, wikidata = cells[:6]
        entries[ident] = Entry(ident, kind, country, echelon, arm, wikidata, ar, fa)
    return tuple(entries.values())


def rows(code: str) -> list[Row]:
    """The lexicon rows of a language: each name with the tag ``unit.org`` and the id, its mark behind it.

    An Arabic name that begins with the article gets the tag ``unit.org.the`` and loses it, so that clitics join it (للحوثيين).
    """
    found = []
    for entry in table():
        for marked in getattr(entry, code):
            if marked[0] == "=":
                continue
            name = marked.lstrip("+?")
            mark = marked[:len(marked) - len(name)]
            definite = code == "ar" and name.startswith("ال")
            found.append(Row(name[2:] if definite else name, "unit.org.the" if definite else "unit.org", entry.id + mark, "units"))
    return found


def organisations(code: str) -> dict[str, Organisation]:
    """The organisations by id, named in that language (in the other where it has no name)."""
    return {e.id: Organisation(e.id, e.kind, e.country or None, e.echelon or None, e.arm or None,
                               next(iter((*getattr(e, code), *e.ar, *e.fa)), e.id).lstrip("+?=").replace("~", "\u200c")) for e in table()}
