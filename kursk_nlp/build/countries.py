"""Countries and their people from CLDR (Babel), as ``gazetteer/data/countries.tsv``.

Names come from every Arabic and Persian locale that CLDR has, adjectives from the names by the rules of each language (كوريا الشمالية →
كوري شمالي, روسیه → روسیه‌ای); the endings of an adjective are added when a lexicon is compiled. ``build/data/countries.tsv`` holds what
neither gives: a row is code · language · what · forms · reason, where *what* is

- ``first`` or ``name``: more names, before or after those of CLDR (the first is the one that is shown);
- ``people``: adjectives and peoples instead of the rule's; ``also``: besides them; ``-`` for none;
- ``drop``: names of CLDR that are not used.

Forms carry the marks of ``gazetteer.tables``; a form with a mark takes the place of the same form without.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import DataError
from ..text.normalise import key
from ..text.patterns import pattern

HAND = Path(__file__).resolve().parent / "data" / "countries.tsv"
#: what CLDR lists beside the countries of ISO 3166-1: unions, islands with a code of their own, tests, the unknown
_NO_COUNTRY = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
_WHAT = ("first", "name", "people", "also", "drop")
_BRACKET = pattern("countries.bracket", r"^([^()،]++)(?:\(([^()]++)\)|،.*+)$")


def _spellings(name: str) -> Iterator[str]:
    """A name of CLDR as rows of ours: without the explanation after a comma or in brackets, a second name in brackets by itself."""
    bracket = _BRACKET.match(name)
    for part in (bracket.group(1), bracket.group(2)) if bracket else (name,):
        if part and "منطقة" not in part:
            plain = "".join(c for c in part if not "\u064b" <= c <= "\u0655").replace("\u200c", "~")
            yield plain.replace(" - ", " ").replace("-", "~").strip()


def cldr() -> dict[str, dict[str, list[str]]]:
    """By language the names of every country in all locales of it, the language's own first. Needs Babel."""
    return {lang: _names(lang) for lang in ADJECTIVE}


def _names(lang: str) -> dict[str, list[str]]:
    babel: Any = importlib.import_module("babel")
    known = importlib.import_module("babel.localedata").locale_identifiers()
    names: dict[str, list[str]] = defaultdict(list)
    for code in sorted(c for c in known if c == lang or c.startswith(f"{lang}_")):
        for country, name in babel.Locale.parse(code).territories.items():
            if len(country) == 2 and country not in _NO_COUNTRY:
                names[country] += _spellings(name)
    return names


# --- adjectives -------------------------------------------------------------------------------------------------------------------

_KINDS_AR = ("جزر", "جزيرة", "جمهورية", "دولة", "مملكة", "المملكة", "الجمهورية")
_SIDES = ("جنوب", "شمال", "شرق", "غرب", "وسط")


def arabic_adjective(name: str) -> str | None:
    """The nisba of a country, masculine singular without article: بولندا → بولندي, جنوب السودان → جنوب سوداني. None where no rule fits."""
    words = name.split(" ")
    if len(words) > 1 and words[0] in _KINDS_AR:
        words = words[1:]
        if len(words) > 1 and words[1][0] != "و":  # جمهورية مصر العربية
            return None
    if len(words) == 1:
        return _nisba(words[0])
    first, second = words[:2]
    if second.startswith("و") and len(second) > 3:  # ترينيداد وتوباغو
        return _nisba(first)
    if len(words) != 2:
        return None
    if first in _SIDES:
        return f"{first} {_nisba(second)}"
    if second.startswith("ال"):
        return f"{_nisba(first)} {second[2:-1]}" if second.endswith("ية") else None
    return f"{first} {_nisba(second)}"


def _nisba(word: str) -> str:
    """One word with the ending of belonging: final alef, teh marbuta and (after a consonant) waw give way to it."""
    word = word.removeprefix("ال")
    if word.endswith(("يا", "ية")):
        return word[:-1]
    if word.endswith("ي"):
        return word
    if word.endswith(("ا", "ة", "اء")) or (word.endswith("و") and word[-2] != "ا" and len(word) > 3):
        return word.removesuffix("ء")[:-1] + "ي"
    return word + "ي"


_KINDS_FA = ("جزایر", "جزیره", "جمهوری")


def farsi_adjective(name: str) -> str | None:
    """The adjective of a country: لهستان → لهستانی, کوبا → کوبایی, روسیه → روسیه‌ای, مالزی → مالزیایی. None where no rule fits."""
    words = name.split(" ")
    if "و" in words:  # ترینیداد و توباگو
        words = words[:words.index("و")]
    if len(words) > 1 and words[0] in _KINDS_FA:
        words = words[1:]
        if len(words) > 1:  # جمهوری عربی مصر
            return None
    if len(words) == 1:
        return _yeh(words[0])
    if len(words) == 2 and words[1].endswith("ی"):  # کره شمالی
        return f"{_yeh(words[0])} {words[1]}"
    return f"{words[0]} {_yeh(words[1])}" if len(words) == 2 else None


def _yeh(word: str) -> str:
    if word.endswith(("ا", "و")):
        return word + "یی"
    if word.endswith("ه"):
        return word + "~ای"
    return word + ("ایی" if word.endswith("ی") and not word.endswith("ای") else "ی")


ADJECTIVE: dict[str, Callable[[str], str | None]] = {"fa": farsi_adjective, "ar": arabic_adjective}


# --- the table --------------------------------------------------------------------------------------------------------------------

#: code, language and what the forms are -> the forms
Hand = dict[tuple[str, str, str], list[str]]


def hand(rows: Iterable[str]) -> Hand:
    """The forms of the hand-made table. Raises ``DataError`` for a row without its five cells."""
    out: Hand = {}
    for number, line in enumerate(rows, 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 5 or cells[1] not in ADJECTIVE or cells[2] not in _WHAT or not cells[4].strip():
            raise DataError(f"countries.tsv:{number}: a row is code, fa or ar, {' or '.join(_WHAT)}, forms, reason; got {line!r}")
        out.setdefault((cells[0], cells[1], cells[2]), []).extend(f for f in cells[3].split("|") if f != "-")
    return out


def _once(forms: Iterable[str]) -> list[str]:
    """Forms that are written differently when folded, in order; of two that are not, the one with a mark."""
    out: dict[str, str] = {}
    for form in forms:
        bones = key(form.strip("=?")).replace("~", " ")
        if bones not in out or (form.strip("=?") != form and out[bones][0] != "="):
            out[bones] = form
    return list(out.values())


def cells(code: str, own: Hand, cldr: dict[str, dict[str, list[str]]]) -> list[str]:
    """One row of the table: the code, then names and peoples in Farsi, names and peoples in Arabic, forms split by ``|``."""
    out = [code]
    for lang, adjective in ADJECTIVE.items():
        dropped = {key(f) for f in own.get((code, lang, "drop"), ())}
        public = [n for n in cldr[lang].get(code, ()) if key(n) not in dropped]
        names = [*own.get((code, lang, "first"), ()), *public, *own.get((code, lang, "name"), ())]
        made = own.get((code, lang, "people"))
        if made is None:  # an official name of ours makes no adjective
            made = [a for n in names if (n in public or " " not in n) and (a := adjective(n.rstrip("?")))]
        out += ["|".join(_once(names)), "|".join(_once([*made, *own.get((code, lang, "also"), ())]))]
    return out


def table() -> str:
    """The content of ``gazetteer/data/countries.tsv``."""
    own = hand(HAND.read_text(encoding="utf-8").splitlines())
    names = cldr()
    lines = ["# generated by kursk_nlp.build.countries: code · Farsi names · Farsi adjectives and peoples · Arabic names · Arabic ones"]
    lines += ("\t".join(cells(code, own, names)) for code in sorted({*names["fa"], *names["ar"], *(c for c, _, _ in own)}))
    return "\n".join(lines) + "\n"
