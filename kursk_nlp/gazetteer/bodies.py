"""Ministries, armies, parliaments and their like: one id in both languages, made of the country and the kind of body.

``bodies.tsv`` has a row for each kind, not for each body: وزارة الدفاع الروسية and وزارت دفاع روسیه are ``org:ru-ministry-of-defence``.
"""

from __future__ import annotations

import functools

from ..text.normalise import key
from .tables import LANGS, Thing, plain, table_lines

#: places with ministries of their own, beside the countries: the government in Gaza is not that in Ramallah
REGIONS = {"geonames:281133": "gaza", "place:kurdistan-iraq": "kurdistan-iraq"}


@functools.cache
def _kinds(lang: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Folded name without spaces -> slug, and the slugs of the bodies that stand in the table of organisations, by country."""
    out: dict[str, tuple[str, dict[str, str]]] = {}
    for cells in table_lines("bodies.tsv"):
        known = dict(pair.split("=") for pair in cells[3].split())
        for form in cells[1 + LANGS.index(lang)].split("|"):
            out[key(plain(form)).replace(" ", "").replace("\u200c", "")] = (cells[0], known)
    return out


def kind(folded: str, lang: str) -> str | None:
    """The kind of body that a folded name without country names, as a slug; None where it names none."""
    found = _kinds(lang).get(folded.replace(" ", ""))
    return found[0] if found else None


def body(folded: str, lang: str, owner: Thing) -> tuple[str, str | None] | None:
    """Id and country of the body of that folded name in a country or region; None for a name or a place that makes none."""
    found = _kinds(lang).get(folded.replace(" ", ""))
    region = REGIONS.get(owner.key) or (owner.country.lower() if owner.country and owner.kind in ("country", "people") else None)
    if found is None or region is None:
        return None
    slug, known = found
    return f"org:{known.get(region.upper(), f'{region}-{slug}')}", owner.country
