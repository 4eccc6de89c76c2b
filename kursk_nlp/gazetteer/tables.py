"""The hand-made tables of known things, and the lexicon rows that they become in each language.

A form may carry marks. ``~`` is a joint, as in every lexicon. ``?`` at the end: the form is a common word too, so it counts only in
a context that asks for it, or for a place where the article names its country; ``??``: only where the words around ask for it;
``???``: only where they ask for a place and the article names its country (في الباب).
``-`` at the front: a short form of a person's name. ``=`` at the front: takes no endings.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from ..rules.lexicon import JOINT, Row
from . import armed

LANGS = ("fa", "ar")


class Thing(NamedTuple):
    """Something with a name. ``key`` is its id (``iso:KP``, ``person:vladimir-putin``, ``geonames:538560``, ``norp:KP``)."""

    key: str
    label: str
    kind: str
    country: str | None
    names: dict[str, tuple[str, ...]]
    latitude: float | None = None
    longitude: float | None = None

    def canonical(self, lang: str) -> str:
        """The name to show: the first form in this language, else in the other, else the first Latin one."""
        for code in (lang, *LANGS, "la"):
            if self.names.get(code):
                return plain(self.names[code][0])
        return self.key.partition(":")[2]


def plain(form: str) -> str:
    """A form without its marks, joints as zero-width non-joiners."""
    return form.strip("-=?").replace(JOINT, "\u200c")


def table_lines(name: str) -> Iterator[list[str]]:
    """The rows of a table of this package, each as its cells."""
    for line in (files(__package__) / "data" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _forms(cells: list[str], at: int) -> tuple[str, ...]:
    return tuple(f for f in cells[at].split("|") if f) if at < len(cells) else ()


def _armed() -> Iterator[Thing]:
    """The armed organisations that are also names: services, groups and the commands of states; formations are units alone.

    Its marks stand before a form (see ``armed``); one that needs a class word (``+``) is no name by itself,
    and neither is a bare word for an army (``?اردو``).
    """
    for entry in armed.table():
        if entry.kind == "formation" and entry.echelon != "command":
            continue
        names: dict[str, tuple[str, ...]] = {}
        for code in LANGS:
            marked = [f for f in getattr(entry, code) if f[0] != "+" and not (f[0] == "?" and entry.kind == "service")]
            firm = {f.lstrip("=") for f in marked if "?" not in f[:2]}
            names[code] = tuple(dict.fromkeys(bare if (bare := f.lstrip("=?")) in firm else f"{bare}?" for f in marked))
        latin = tuple(dict.fromkeys(f for code in LANGS for f in names[code] if f.isascii()))
        names = {code: tuple(f for f in names[code] if not f.isascii()) for code in LANGS} | {"la": latin}
        yield Thing(f"org:{entry.id}", "ORG", entry.kind, entry.country or None, names)


@functools.cache
def things() -> dict[str, Thing]:
    """Every known thing by its key."""
    found: list[Thing] = []
    for code, fa, fa_people, ar, ar_people in table_lines("countries.tsv"):
        known = code if len(code) == 2 else None
        found.append(Thing(f"iso:{code}", "LOC", "country", known, {"fa": tuple(fa.split("|")), "ar": tuple(ar.split("|"))}))
        found.append(Thing(f"norp:{code}", "NORP", "people", known, {"fa": tuple(fa_people.split("|")), "ar": tuple(ar_people.split("|"))}))
    for cells in table_lines("organisations.tsv"):
        found.append(Thing(f"org:{cells[0]}", "ORG", cells[1], cells[2] or None,
                           {"fa": _forms(cells, 3), "ar": _forms(cells, 4), "la": _forms(cells, 5)}))
    found += _armed()
    for cells in table_lines("people.tsv"):
        found.append(Thing(f"person:{cells[0]}", "PER", "person", cells[1] or None,
                           {"fa": _forms(cells, 2), "ar": _forms(cells, 3), "la": _forms(cells, 4)}))
    for cells in table_lines("places.tsv"):
        found.append(Thing(cells[0], "LOC", "place", cells[1] or None, {"fa": _forms(cells, 4), "ar": _forms(cells, 5)},
                           float(cells[2]) if cells[2] else None, float(cells[3]) if cells[3] else None))
    out: dict[str, Thing] = {}
    for thing in found:
        known_thing = out.get(thing.key)
        if known_thing is not None:  # two rows of one place (a city and its region): the forms add up
            thing = thing._replace(names={c: (*known_thing.names.get(c, ()), *thing.names.get(c, ())) for c in (*LANGS, "la")})
        out[thing.key] = thing
    return out


#: the tags of the lexicon rows: a name, a name whose article was cut off (it must be there), people named after a country, letters,
#: a phrase in which a name is none, which as the longer form keeps it from being found
NAME, THE_NAME, PEOPLE, LATIN, NO_NAME = "name", "the_name", "people", "latin_name", "no_name"


@functools.cache
def rows(lang: str) -> list[Row]:
    """The lexicon rows of all known things in a language; ``value`` is the key, with ``?`` where the form needs context and ``-``
    before it where the form is short."""
    out = []
    for thing in things().values():
        for form in thing.names.get(lang, ()):
            if not form:
                continue
            value = f"{'-' if form[0] == '-' else ''}{thing.key}{form[len(form.rstrip('?')):]}"
            bare = form.strip("-?")
            if thing.label == "NORP":
                out.append(Row(bare, PEOPLE, value, "names"))
            elif lang == "ar" and bare.startswith("ال"):
                out.append(Row(bare[2:], THE_NAME, value, "names"))
            else:
                out.append(Row(bare.strip("="), NAME, value, "names"))
        out += [Row(form, LATIN, thing.key, "names") for form in thing.names.get("la", ())]
    out += [Row(form, NO_NAME, "", "names") for code, form, _ in table_lines("no_names.tsv") if code == lang]
    return out
