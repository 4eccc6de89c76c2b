"""Names in Farsi: nationalities with their plurals, organisations as chains of ezafe over known words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...gazetteer import tables
from ...rules.frames.names import NameFrames
from ...rules.lexicon import Affixes, Hit, Row
from ...text.normalise import key
from ...text.view import View
from .inflect import EXACT, NAME

_COPULA = ("", "ند", "اند", "ست", "است", "یم", "را")
_PLURAL = ("", "ها", "های", "هایی", "ان", "یان", "هایش", "هایشان")
AFFIXES: dict[str, Affixes] = {
    tables.NAME: Affixes(suffixes=NAME.suffixes | {"ای", "های"}, spaced=frozenset({"اند"})),
    tables.PEOPLE: Affixes(suffixes=frozenset(p + c for p in _PLURAL for c in (*_COPULA, "ی", "ای")),
                           spaced=frozenset({"ها", "های", "هایی", "اند"})),
    tables.LATIN: EXACT,
    "media_head": Affixes(suffixes=frozenset({"", "ی", "های"})),
    "org_head": Affixes(suffixes=frozenset({"", "ی"})),
    "topic": EXACT,
    "agency_word": EXACT,
}


def people(form: str) -> Iterator[str]:
    """A people's name; of two words the first may take the plural: کره‌ای‌های شمالی."""
    form = form.lstrip("=")
    yield form
    first, _, second = form.partition(" ")
    if second and first.endswith("ای"):
        yield from (f"{first}~{p} {second}" for p in ("ها", "های"))
        yield f"{second}ی {first}"


EXPAND = {tables.PEOPLE: people}
ROWS: list[Row] = tables.rows("fa")


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(w) for w in words.split())


_BEFORE_PLACE = _keys("در از به تا شمال جنوب شرق غرب کشور جمهوری دولت شهر استان سوی مرکز پایتخت ارتش اطراف حومه")


def span(hit: Hit) -> tuple[int, int]:
    """The name without copula, ezafe and indefinite yeh; plurals of peoples belong to it."""
    if hit.tag == tables.PEOPLE and hit.suffix:
        plural = max((p for p in _PLURAL if hit.suffix.startswith(p) and p != "هایش"), key=len)
        gap = hit.end - hit.stem_end - len(hit.suffix)  # the space before a spaced ending
        return hit.start, hit.stem_end + (gap + len(plural) if plural else 0)
    return hit.start, hit.stem_end


def _previous(view: View, at: int) -> str:
    i = view.tokens.at(at) - 1
    return view.tokens.words[i] if i >= 0 and view.folded[view.tokens.ends[i]:at] == " " else ""


def place_wanted(view: View, hit: Hit) -> bool:
    """Whether a word that is a common word too (مالی، چک) is asked for as a place."""
    return _previous(view, hit.start) in _BEFORE_PLACE


def people_wanted(view: View, hit: Hit) -> bool:
    """Whether a country name with an ending is the adjective: روسیه‌ای, but not «روسیه‌ای که»."""
    if not hit.suffix.endswith("ای"):
        return False
    i = view.tokens.at(hit.end)
    return not (i < len(view.tokens) and view.tokens.words[i] == key("که"))


def organisation(view: View, head: Hit, known: Mapping[int, Hit], words: Mapping[int, Hit]) -> int | None:
    """Where the name ends that a head word begins: وزارت دفاع روسیه, خبرگزاری رسمی کره شمالی, ارتش اوکراین."""
    end, taken = head.end, 0
    while end < len(view.folded) and view.folded[end] == " ":
        at = end + 1
        hit = known.get(at)
        word = words.get(at) if head.value in ("ministry", "agency") else None
        if word is not None and word.tag == ("topic" if head.value == "ministry" else "agency_word") and (
                hit is None or hit.end <= word.end):
            end, taken = word.end, taken + 1
            continue
        if head.value == "ministry" and taken and view.folded.startswith("و ", at) and (and_ := words.get(at + 2)) and and_.tag == "topic":
            end = and_.end
            continue
        if hit is not None and not hit.value.startswith(("-", "person:")) and (hit.tag != tables.PEOPLE or head.value != "national"):
            if hit.value.startswith("org:") and head.value != "agency":
                break
            return span(hit)[1]
        if head.value == "agency" and not taken and view.folded[at].isalpha():
            return view.tokens.ends[view.tokens.at(at)]
        break
    return end if taken and head.value == "ministry" else None


def frames() -> NameFrames:
    """The frame, filled."""
    return NameFrames(span, organisation, place_wanted, people_wanted)
