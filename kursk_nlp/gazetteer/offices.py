"""Offices that one person of a country holds, by their names in both languages, and who has held them when.

An article's "Russian president" is the one whom the article names so; the table of holders only tells which of the persons that the
article names it is, and never brings in a name that the article does not have.
"""

from __future__ import annotations

import functools

from ..text.normalise import key
from .tables import LANGS, plain, table_lines

#: an office and the ISO code of its country
Office = tuple[str, str]
#: the table of holders was written with the knowledge of this day: who had an office then may have lost it since
KNOWN_UNTIL = "2025-06-30"


@functools.cache
def _names(lang: str) -> dict[str, str]:
    at = 1 + LANGS.index(lang)
    return {key(plain(form)).replace(" ", ""): cells[0] for cells in table_lines("offices.tsv") for form in cells[at].split("|")}


def office(folded: str, lang: str, country: str) -> Office | None:
    """The office of that folded name (without its country) in a country; None where it names none."""
    slug = _names(lang).get(folded.replace(" ", ""))
    return (slug, country) if slug else None


@functools.cache
def _holders() -> dict[Office, list[tuple[str, str, str]]]:
    out: dict[Office, list[tuple[str, str, str]]] = {}
    for slug, country, person, first, last in table_lines("holders.tsv"):
        out.setdefault((slug, country), []).append((f"person:{person}", first, last or KNOWN_UNTIL))
    return out


def holders(which: Office, day: str | None) -> frozenset[str]:
    """The ids of those who held an office on an ISO day (at any time, where the day is not known); nobody's after ``KNOWN_UNTIL``."""
    return frozenset(person for person, first, last in _holders().get(which, ()) if day is None or first <= day <= last)
