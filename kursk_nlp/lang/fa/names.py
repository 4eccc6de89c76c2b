"""Names in Farsi: nationalities with their plurals, organisations as chains of ezafe over known words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...gazetteer import places, tables
from ...rules.frames.names import NameFrames
from ...rules.lexicon import Affixes, Hit, Row
from ...taggers.words import looks, ranks
from ...text.normalise import key
from ...text.view import View
from ..shared.data import given
from .inflect import EXACT, NAME
from .name_words import (
    ALONE,
    DESCRIBING,
    DIVINE,
    GOVERNS,
    MARTYR,
    NO_LINK,
    ORG_TYPES,
    PLACE_TYPES,
    TITLES,
    keys,
)

_COPULA = ("", "ند", "اند", "ست", "است", "یم", "را")
_PLURAL = ("", "ها", "های", "هایی", "ان", "یان", "هایش", "هایشان")
AFFIXES: dict[str, Affixes] = {
    tables.NAME: Affixes(suffixes=NAME.suffixes | {"ای", "های"}, spaced=frozenset({"اند"})),
    tables.PEOPLE: Affixes(suffixes=frozenset(p + c for p in _PLURAL for c in (*_COPULA, "ی", "ای")),
                           spaced=frozenset({"ها", "های", "هایی", "اند"})),
    tables.LATIN: EXACT,
    "media_head": Affixes(suffixes=frozenset({"", "ی", "های"})),
    "org_head": Affixes(suffixes=frozenset({"", "ی"})),
    "place_in": EXACT,
    "place_out": Affixes(suffixes=frozenset({"", "ی", "های"})),
    "topic": EXACT,
    "agency_word": EXACT,
    "body_word": EXACT,
    "source_of": EXACT,
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


_BEFORE_PLACE = keys("در از به تا شمال جنوب شرق غرب کشور جمهوری دولت شهر شهرستان استان ولایت ایالت سوی مرکز پایتخت ارتش اطراف حومه")


_VOWELS = ("ا", "و", "ه")


def stands(hit: Hit, text: str) -> bool:
    """Whether a hit is the name and no word made of it: تلگرامی is none of Telegram, کابل‌های is of cables; بریتانیای is ezafe."""
    if hit.suffix in ("ای", "های") and not hit.value.startswith("iso:"):
        return hit.tag == tables.PEOPLE
    return hit.tag == tables.PEOPLE or hit.suffix != "ی" or text[hit.stem_end - 1] in _VOWELS


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


def organisation(view: View, head: Hit, known: Mapping[int, Hit], words: Mapping[tuple[int, str], Hit]) -> int | None:
    """Where the name ends that a head word begins: وزارت دفاع روسیه, خبرگزاری رسمی کره شمالی, ارتش اوکراین."""
    if head.suffix not in ("", "ی") or (head.suffix and head.value in _BODIES) or _previous(view, head.start) in _THIS:
        return None
    kind, text = head.value, view.folded
    end, taken = head.end, 0
    while text.startswith(" ", end):
        at = end + 1
        hit, word = known.get(at), _small(words, at, kind)
        also = _small(words, at + 2, kind) if kind in ("ministry", "police", *_BODIES) and taken and text.startswith("و ", at) else None
        if word is not None and (hit is None or hit.end <= word.end):
            end, taken = word.end, taken + (word.value != "adj")
        elif also is not None:
            end = also.end
        else:
            break
    hit = known.get(end + 1) if text.startswith(" ", end) else None
    if hit is not None and _owns(hit, kind) and (taken or kind not in _BODIES):
        return _outpost(view, hit, known) if kind == "open" else span(hit)[1]
    if kind == "named" and text.startswith(" ", end) and (i := view.tokens.after(end)) < len(view.tokens) and (
            view.tokens.words[i] in DESCRIBING):  # بیمارستان صحرایی غزه
        town = known.get(view.tokens.ends[i] + 1)
        return span(town)[1] if town is not None and town.value.startswith(("iso:", "geonames:", "place:")) else None
    if kind == "open" and (chain := _chain(view, head.end, known)) is not None:
        return chain
    if kind == "quoted":
        return None
    if taken and kind in _BODIES and text.startswith(_HOME, end) and not text[end + len(_HOME):end + len(_HOME) + 1].isalpha():
        return end + len(_HOME)  # سازمان مدیریت بحران کشور
    if text.startswith(" ", end) and (i := view.tokens.after(end)) < len(view.tokens):
        if kind == "ministry" and not taken:
            return _ministry(view, i, known)
        if kind in ("agency", "named") and not taken:
            return _uncommon(view, i)
        if kind == "place":
            return place_name(view, i)
    return end if (taken and kind in ("ministry", "police", *_BODIES)) or kind in ("bare", "own") else None


_HOME = " کشور"
_BODIES = ("body", "open")
#: no name of an organisation has more words between its head and its owner
_REACH = 6


def _chain(view: View, at: int, known: Mapping[int, Hit]) -> int | None:
    """Where a chain of ezafe ends that leads from a head to its owner, a country or the like: سازمان مدیریت بلایای اندونزی.

    Words of grammar, verbs and what a body does or asks for (خواستار) end it, and so does an owner that is the object of a verb.
    """
    tokens, text = view.tokens, view.folded
    i = first = tokens.after(at)
    while i < len(tokens) and i < first + _REACH and text[at:tokens.starts[i]] == " ":
        hit = known.get(tokens.starts[i])
        if hit is not None:
            if i == first or tokens.words[i - 1] == "و" or hit.value.startswith(("-", "person:")) or hit.value.count("?") > 1:
                return None
            if hit.tag != tables.PEOPLE:
                end = _outpost(view, hit, known)
                j = tokens.after(end)
                return None if j < len(tokens) and tokens.words[j] in GOVERNS and text[end:tokens.starts[j]] == " " else end
            return None
        word = tokens.words[i]
        joins = word == "و" and first < i < first + _REACH - 1
        if not joins and (not word.isalpha() or len(word) < 3 or word in NO_LINK or word.endswith(_FINITE)):
            return None
        at, i = tokens.ends[i], i + 1
    return None


def _outpost(view: View, hit: Hit, known: Mapping[int, Hit]) -> int:
    """Where a name ends whose owner is the United Nations or the like, with the country that its office is in."""
    end = span(hit)[1]
    if hit.value.startswith("org:") and view.folded.startswith(_IN, end):
        place = known.get(end + len(_IN))
        if place is not None and place.tag != tables.PEOPLE and place.value.startswith("iso:"):
            return span(place)[1]
    return end


_IN = " در "


def _small(words: Mapping[tuple[int, str], Hit], at: int, kind: str) -> Hit | None:
    """The small word that stands at a position in the name of such an organisation."""
    return next((words[at, tag] for tag in _SMALL.get(kind, ()) if (at, tag) in words), None)


def _owns(hit: Hit, kind: str) -> bool:
    """Whether a known name can end the name of such an organisation."""
    if hit.value.count("?") > 1 and kind not in ("agency", "quoted"):  # سازمان … خبر داد
        return False
    if kind == "ministry" and hit.value.startswith("org:"):  # وزارت دفاع طالبان
        return True
    if hit.value.startswith(("-", "person:")) or (kind != "open" and hit.value.startswith("org:") != (kind in ("agency", "quoted"))):
        return kind == "agency" and hit.value.startswith(("iso:", "norp:"))
    return hit.tag != tables.PEOPLE or kind not in ("national", "named", "police", "place")


_THIS = keys("این آن یک همین همان هر چند")
#: the small words that may stand in the names of a kind of organisation
_SMALL = {"ministry": ("topic",), "agency": ("agency_word",), "body": ("body_word",), "open": ("body_word",), "police": ("body_word",)}
_FINITE = ("ند", "ید", "یم", "ست", "شان", "مان", "تان")


def _ministry(view: View, i: int, known: Mapping[int, Hit]) -> int | None:
    """The end of a ministry whose field is in no list of ours: one word, another after "and", and a country."""
    tokens, text = view.tokens, view.folded
    if i == len(tokens) or not tokens.words[i].isalpha() or ranks("fa").get(tokens.words[i], COMMON) < 60:
        return None
    end = tokens.ends[i]
    if i + 2 < len(tokens) and tokens.words[i + 1] == "و" and text.startswith(" ", end):
        hit = known.get(tokens.ends[i + 2] + 1)
        if hit is not None and hit.value.startswith("iso:"):
            return span(hit)[1]
    hit = known.get(end + 1) if text.startswith(" ", end) else None
    return span(hit)[1] if hit is not None and hit.value.startswith(("iso:", "geonames:", "place:")) else end


def _uncommon(view: View, i: int) -> int | None:
    """The end of one word that is no common one (بیمارستان شفا), or of two after شهید and the like."""
    tokens, rank = view.tokens, ranks("fa")
    if i < len(tokens) and tokens.words[i] in MARTYR and view.folded.startswith(" ", tokens.ends[i]):
        i += 1
        return tokens.ends[i] if i < len(tokens) and tokens.words[i].isalpha() else None
    if i == len(tokens) or not tokens.words[i].isalpha() or rank.get(tokens.words[i], COMMON) < COMMON:
        return None
    return tokens.ends[i] if looks("fa", tokens.words[i]).other < 3 else None


def construct(hit: Hit) -> bool:
    """Whether a kind of place is singular, so that its name can follow."""
    return hit.suffix in ("", "ی", "های")


def place_name(view: View, i: int, cut: int = 0) -> int | None:
    """Where a place's name ends after its kind: one word that looks like a place, or that nobody knows; two behind a word that takes
    another (بنت جبیل, ده سبز)."""
    tokens, text = view.tokens, view.folded
    word = tokens.words[i]
    if word in MARTYR:
        return _uncommon(view, i)
    known = compound(view, i)
    if known is not None:
        return known
    rank, seen = ranks("fa").get(word), looks("fa", word)
    after = tokens.words[i + 1] if i + 1 < len(tokens) and text[tokens.ends[i]:tokens.starts[i + 1]] == " " else ""
    if word in _PARTS and len(after) > 2 and after.isalpha() and ranks("fa").get(after, COMMON) >= COMMON and not after.endswith(_VERBAL):
        return tokens.ends[i + 1]
    if not word.isalpha() or len(word) < 3 or word in _DIRECTIONS or (rank is not None and rank < COMMON):
        return None
    unknown = rank is None and not word.endswith(_VERBAL)
    if unknown or seen.place > 1 or (seen.other < 2 and (places.lookup(word) or (rank or 0) >= 4 * COMMON)):
        return tokens.ends[i]
    return None


def compound(view: View, i: int, cut: int = 0) -> int | None:
    """Where a place's name of two or three words ends that GeoNames knows and that begins with a word that takes another (بنت جبیل)."""
    tokens, start = view.tokens, view.tokens.starts[i]
    if tokens.words[i] in _PARTS:
        for last in (i + 2, i + 1):
            if last < len(tokens) and tokens.ends[last] - start < 40 and places.lookup(view.folded[start:tokens.ends[last]]):
                return tokens.ends[last]
    return None


_DIRECTIONS = keys("شمالی جنوبی شرقی غربی مرکزی مرزی ساحلی")
#: first words of places that take another word
_PARTS = keys("بنت بیت دیر خان عین کفر تل شیخ خواجه باغ قلعه ده دره چهار پل سنگ نهر خاک قره آق آب تنگ چشمه مزار حاجی شاه نو گل سر کوت")
#: what a list of places follows
_TOWARDS = keys("در به از شهر شهرستان استان ولایت ولسوالی روستای روستاهای شهرهای ولایت‌های شهرستان‌های استان‌های نزدیکی شمال جنوب شرق غرب")


#: how finite verbs and participles end, so that an unknown word may be one
_VERBAL = ("ند", "ید", "یم", "ست", "ده", "شد", "رد", "فت", "شته")


#: surnames that end like verbs: یکتاپرست, کولیوند
_NAMED = tuple(map(key, ("پرست", "دوست", "یوند", "اوند")))
#: a word among so many commonest names no unknown place or hospital
COMMON = 1000


#: particles after which a name goes on, and those that stand between two names
_WITHIN, _BETWEEN = keys("ابو ابی ام آل عبد"), keys("بن ابن بنت فون ون")
_CROWNS = keys("ملک پادشاه پاپ شاه سلطان تزار امپراتور امپراطور امیر ملکه خلیفه")


def common(word: str) -> bool:
    """Whether the form of a word shows a participle in the plural or a noun made of one: جان‌باختگان, کشته‌شده‌گان, گازگرفتگی."""
    stem = next((word.removesuffix(end) for end in ("هگان", "گان", "هگی", "گی") if word.endswith(end)), "")
    return len(stem) > 4 and stem.endswith(_PARTICIPLES)


_PARTICIPLES = tuple(map(key, """شد باخت گرفت یافت دید خورد برد مرد مان سوخت رفت زد داد گذشت گریخت کشت ریخت
    نشست کرد رسید شناخت بست خواست شکست""".split()))


def frames() -> NameFrames:
    """The frame, filled."""
    names = given(__package__)
    return NameFrames(span, stands, organisation, place_wanted, people_wanted,
                      outside={"PER": TITLES, "LOC": PLACE_TYPES, "alone": ALONE,
                               "ORG": ORG_TYPES, "media": keys("روزنامه شبکه"), "beyond": keys("در که را")},
                      clitic=lambda word, heads, after_name: 0, proclitics=lambda word: (), construct=construct,
                      place_name=place_name, compound=compound,
                      parts=dict.fromkeys(_PARTS, 0), place_list=_TOWARDS,
                      plural=lambda hit: hit.suffix.startswith("های") or hit.value == "two",
                      definite=lambda word: False, towards=(), strange=False,
                      given=names, given_here=names, within=_WITHIN, between=_BETWEEN, crowns=_CROWNS,
                      unlike=lambda word: word.endswith(_VERBAL) and not word.endswith(_NAMED),
                      coordinated=lambda word, after: False, that=keys("که"),
                      common=common, bare=lambda word: True, divine=DIVINE, relays=frozenset(), relayed=frozenset(), no_outlet=frozenset(),
                      describing=DESCRIBING)
