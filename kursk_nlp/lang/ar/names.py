"""Names in Arabic: nationalities in all their endings, organisations as chains of definite words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...gazetteer import places, tables
from ...rules.frames.names import NameFrames
from ...rules.lexicon import Affixes, Hit, Row
from ...taggers.words import looks, ranks
from ...text.view import View
from ..shared.data import given
from .inflect import EXACT, LAM, NAME, NOUN
from .name_words import (
    ADJECTIVES,
    ALONE,
    DIVINE,
    GOVERNED,
    NO_CENTRE,
    NO_FIELD,
    NO_OUTLET,
    NO_PLACE,
    NO_PURPOSE,
    ORG_TYPES,
    PERSONAL,
    PLACE_TYPES,
    RELAYS,
    STOP,
    TITLES,
    keys,
)

_ARTICLE = {k: v for k, v in NOUN.prefixes.items() if k.endswith("ال") or k.endswith("لل")}
AFFIXES: dict[str, Affixes] = {
    tables.NAME: NAME,
    tables.THE_NAME: Affixes(prefixes=_ARTICLE),
    tables.PEOPLE: Affixes(prefixes=NOUN.prefixes),
    tables.LATIN: EXACT,
    "org_head": Affixes(prefixes=NOUN.prefixes),
    "media_head": Affixes(prefixes=NOUN.prefixes),
    "name_stop": EXACT,
    "source_of": EXACT,
}


def _nisba(word: str) -> Iterator[str]:
    for ending in ("", "ة", "ين", "ون", "ان", "تين", "تان", "ات", "ا"):
        yield word + ending


def people(form: str) -> Iterator[str]:
    """The genders, numbers and cases of a nationality, with and without the article on its second word."""
    if form.startswith("="):
        yield from (form[1:], form[1:] + "ا")
        return
    first, _, second = form.partition(" ")
    if not second:
        yield from _nisba(form)
    elif not first.endswith("ي"):  # جنوب سوداني: only the second word bends
        yield from (f"{first} {a}{word}" for word in _nisba(second) for a in ("", "ال"))
    else:
        yield from (f"{one} {a}{two}" for one, two in zip(_nisba(first), _nisba(second), strict=True) for a in ("", "ال"))


EXPAND = {tables.PEOPLE: people}
ROWS: list[Row] = tables.rows("ar")


_BEFORE_PLACE = keys("""في فى من إلى الى على عن نحو بين شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط داخل خارج دولة جمهورية مدينة
    محافظة إقليم ولاية مقاطعة بلدة قرية حكومة رئيس تجاه ضد مع لدى عبر""")
_NO_ACCUSATIVE = keys("هذا إذا لا ما إلا كما بينما أيضا مما لما حيثما إنما أما كلما ربما ولا وما لولا هنا هذا")


def _previous(view: View, at: int) -> str:
    """The word before a position when only one space lies between."""
    i = view.tokens.at(at) - 1
    return view.tokens.words[i] if i >= 0 and view.folded[view.tokens.ends[i]:at] == " " else ""


def place_wanted(view: View, hit: Hit) -> bool:
    """Whether a word that may be a place or an adjective (سورية، السعودية، مالي) is a place here."""
    if hit.prefix.endswith(("بال", "لل")) or (hit.prefix[-1:] in ("ل", "ب") and not hit.prefix.endswith("ال")):
        return True
    before = _previous(view, hit.stem - len(hit.prefix))
    if hit.prefix.endswith("ال") and hit.value.startswith(("iso:", "norp:")):  # أعلنت السعودية, but القوات السعودية
        return before in _BEFORE_PLACE or not before.lstrip("وبف").startswith(("ال", "لل"))
    return before in _BEFORE_PLACE


def people_wanted(view: View, hit: Hit) -> bool:
    """Whether a word that may be a country or the accusative of its adjective (جنديا أوكرانيا، 570 إسبانيا) is the adjective."""
    raw = view.offsets.to_raw(hit.start, hit.end)
    if "\u064b" in view.raw[raw[0]:raw[1]]:
        return True
    at = hit.stem - len(hit.prefix)
    before = _previous(view, at)
    if hit.prefix:
        return False
    if before.endswith("ا") and len(before) > 3 and before not in _NO_ACCUSATIVE and not before.startswith("ال"):
        return True
    return before.isdecimal() and len(before) < 5 and 11 <= int(before) % 100 <= 99


def stands(hit: Hit, text: str) -> bool:
    """Whether a hit is a nationality: «الضفة اليمنى» and «القدم اليمنى» are the right ones; a feminine noun's would be اليمنية."""
    if hit.value != "norp:YE" or not text.endswith("یمنی", 0, hit.end):
        return True
    before = text[max(0, hit.start - 20):hit.start].rstrip().rpartition(" ")[2]
    return not before.endswith("ه") and before.removeprefix("ال") not in _PAIRED


_PAIRED = keys("يد قدم ساق عين ذراع كتف رجل أذن")


def span(hit: Hit) -> tuple[int, int]:
    """The name without clitics; endings belong to it."""
    return hit.start, hit.end


def organisation(view: View, head: Hit, known: Mapping[int, Hit], words: Mapping[tuple[int, str], Hit]) -> int | None:
    """Where the chain of definite words ends that a head word begins: وزارة الدفاع الروسية, اللجنة الدولية للصليب الأحمر."""
    tokens, text = view.tokens, view.folded
    definite = text[head.start:head.stem].endswith("ال") or text.startswith("ال", head.stem)
    i, end, taken, inner, kind = tokens.at(head.end), head.end, 0, False, head.value
    while i < len(tokens) and text[end:tokens.starts[i]] == " " and tokens.words[i] not in STOP:
        hit = known.get(tokens.starts[i])
        if hit is not None:
            if kind == "named" and taken and hit.tag != tables.PEOPLE:  # مستشفى الشفاء غزة
                break
            if definite and kind == "group" and hit.tag != tables.PEOPLE:  # أكدت الحركة الأمم المتحدة
                break
            if _owner(text, hit, head, definite) and not (kind == "national" and _no_ministry(view, head, hit)):
                i, end = tokens.after(hit.end), hit.end
                if hit.tag != tables.PEOPLE and kind in _OWNED and _agrees(view, i, end, head, known):  # جامعة أم درمان الإسلامية
                    return tokens.ends[i]
                word = tokens.words[i] if kind in _OPEN and i < len(tokens) and text[end:tokens.starts[i]] == " " else ""
                goes_on = word.startswith("لل") or (definite and word.startswith("ل") and word[1:2] not in ("", "ی"))
                step = _link(view, i, head, 1, definite) if goes_on and word not in NO_PURPOSE else 0
                if not step:
                    return end
                i, taken, end = i + step, taken + 2, tokens.ends[i + step - 1]  # المركز السوري للإعلام, المنظمة العربية لحقوق الإنسان
                continue
            if kind not in _OPEN or not hit.value.startswith("org:") or not (
                    tokens.words[i].startswith("لل") or (not taken and not definite and hit.prefix in ("", "ال"))):
                break
            i, end, taken, inner = tokens.after(hit.end), hit.end, taken + 1, True
            continue
        if kind in ("national", "body"):
            break
        place = known.get(tokens.starts[i + 1]) if i + 1 < len(tokens) and kind in _OPEN and not taken and not definite else None
        if place is not None and place.prefix == "" and place.value.startswith(_PLACES) and _link(view, i, head, taken, definite) == 0:
            kind_of_place = kind != "centre" and tokens.words[i] in GOVERNED  # مجلس محافظة درعا
            return place.end if kind_of_place or (
                len(tokens.words[i]) > 2 and tokens.words[i].isalpha() and tokens.words[i] not in _BEFORE_PLACE) else None
        step = _link(view, i, head, taken, definite)
        if not step and kind in ("named", "place") and not taken and _local(tokens.words[i], kind):
            step = 1
        if not step:
            break
        i, taken = i + step, taken + (step if kind == "centre" else 1)
        end = tokens.ends[i - 1]
    if inner and i + 1 < len(tokens) and tokens.words[i] == "فی":  # بعثة الأمم المتحدة في ليبيا
        place = known.get(tokens.starts[i + 1])
        if place is not None and place.value.startswith("iso:") and place.tag != tables.PEOPLE:
            return place.end
    if kind in ("national", "place") and not (kind == "place" and taken):
        return None
    if kind == "held":
        return end if inner and taken > 1 else None
    if kind == "centre":
        return end if taken > 1 else None
    return end if taken or kind in ("staff", "body") else None


#: heads whose names may hold another organisation's, or a word and a place (مديرية صحة إدلب)
_OPEN = ("in", "field", "and", "centre", "held", "ministry")
_PLACES = ("iso:", "geonames:", "place:")
#: how adjectives of a feminine head end: العامة, العليا, الكبرى
_FEMININE = tuple(keys("ة العليا الكبرى العظمى الأولى الوسطى"))
#: heads that an adjective may describe behind the place in their name
_OWNED = ("in", "field", "named")


def _agrees(view: View, i: int, end: int, head: Hit, known: Mapping[int, Hit]) -> bool:
    """Whether a definite adjective in -ī stands behind a name, of the gender of its head, and is no nationality."""
    tokens, text = view.tokens, view.folded
    if i == len(tokens) or text[end:tokens.starts[i]] != " ":
        return False
    word = tokens.words[i]
    ending = "یه" if text[head.stem_end - 1] == "ه" else "ی"
    return (word.startswith("ال") and len(word) > 5 and word.endswith(ending) and word not in STOP and word not in PERSONAL
            and tokens.starts[i] not in known)


def _local(word: str, kind: str) -> bool:
    """Whether a word can be the name of a hospital or school, or the place of a local body, though we do not know it."""
    if not word.isalpha() or len(word) < 3:
        return False
    if kind == "named" and word not in ranks("ar") and word[0] not in "یت":
        return True
    return looks("ar", word).place > 1 or (kind == "named" and bool(places.lookup(word)) and looks("ar", word).other < 3)


def _owner(text: str, hit: Hit, head: Hit, definite: bool) -> bool:
    """Whether a known name can end an organisation's: an adjective with the article, or after an indefinite head a place."""
    if hit.prefix not in ("", "ال") or hit.value.count("?") > 1:
        return False
    if hit.tag == tables.PEOPLE:
        return text.startswith("ال", hit.start)
    if head.value in ("agency", "group") and hit.value.startswith("org:"):
        return True
    return not definite and hit.value.startswith(("iso:", "geonames:", "place:"))


def _no_ministry(view: View, head: Hit, owner: Hit) -> bool:
    """Whether الخارجية or الدفاع is a minister's (وزير الخارجية الصيني) or the army is no one's, so that no ministry is named."""
    if not view.folded.startswith(("الخارجی", "الداخلی", "الدفاع"), head.start):
        return False
    before = _previous(view, head.stem - len(head.prefix))
    return not view.folded[owner.start:owner.end].endswith("ه") or before.lstrip("ولب").startswith("زیر")


def _link(view: View, i: int, head: Hit, taken: int, definite: bool) -> int:
    """How many tokens at ``i`` go on with the name: 1 for a definite word, 2 for a construct (لشؤون اللاجئين, أطباء السودان), else 0."""
    words, text = view.tokens.words, view.folded
    word = words[i]
    if (head.value in ("place", "held") and not taken) or (taken and word in PERSONAL):
        return 0
    if taken > 1 and words[i - 1].startswith("وال") and not word.endswith(("یه", "ی")):
        return 0  # the object of the sentence: أعلنت مديرية الصحة والسكان الحصيلة
    if word.startswith(LAM):
        return 0
    if definite and not taken and text[head.stem_end - 1] == "ه" and word.startswith("ال") and not word.endswith(_FEMININE):
        return 0  # نفت الحركة الأنباء
    if word.startswith(("ال", "لل")) and len(word) > 4:
        return int(taken > 0 or ((word not in NO_CENTRE or head.value == "and")
                              and (word not in TITLES or head.value in ("named", "in", "field", "centre"))))
    field = word[1:] not in NO_FIELD
    if word.startswith("وال") and len(word) > 6 and field and (
            (head.value in _COORDINATED and taken == 1) or (taken and words[i - 1].startswith("لل"))):
        return 1
    goes_on = (head.value == "ministry" and taken == 1) or (taken and words[i - 1].startswith("لل"))
    if goes_on and field and word[0] == "و" and i + 1 < len(words) and coordinated(word, words[i + 1]):
        return 2  # وزارة الطوارئ وإدارة الكوارث
    if word == "غیر" and taken and i + 1 < len(words) and words[i + 1].startswith("ال"):  # مكافحة الهجرة غير الشرعية
        return 2
    if word in ADJECTIVES:  # لجنة مستقلة
        return 0
    if i + 1 < len(words) and words[i + 1].startswith("ال") and words[i + 1] not in STOP and text[view.tokens.ends[i]] == " " and (
            (word.startswith("ل") and len(word) > 3) or (not taken and not definite and word.isalpha() and len(word) > 2)):
        return 2
    return 0


#: heads whose first word may be followed by another after "and"
_COORDINATED = ("ministry", "field", "and", "centre")


_ONE = ("و", "ف", "ب", "ل", "ک")
_TWO = ("وب", "ول", "وک", "فب", "فل")


def proclitics(word: str) -> tuple[int, ...]:
    """How many letters may be clitics at the front of a word: 1 (وبوتين), 2 (ولبوتين), or neither."""
    return tuple(n for n, some in ((1, _ONE), (2, _TWO)) if word[:n] in some and len(word) - n >= 3)


def clitic(word: str, heads: Collection[str], after_name: bool) -> int:
    """How many letters at the front of a name are clitics.

    A letter is cut where the rest has the article, stands in the article as a name by itself, or is at least twice as common as the whole
    in a news corpus; و also where neither is known and another name or a mark stands before. So لبنان and بوتين keep theirs.
    """
    rank = ranks("ar")
    whole = rank.get(word, NEVER)
    for n in reversed(proclitics(word)):
        rest = word[n:]
        article = (rest.startswith("ال") and len(rest) > 4 and whole > 4000) or (word[n - 1] == rest[0] == "ل" and len(rest) > 3)
        if article or rest in heads or (word[n - 1] not in "فک" and 2 * rank.get(rest, NEVER) < whole):
            return n
    return 1 if after_name and word[0] == "و" and len(word) > 4 and whole == NEVER else 0


#: the rank of a word that raw text never showed
NEVER = 1 << 30


def construct(hit: Hit) -> bool:
    """Whether a kind of place is bare, so that its name can follow: مدينة, not المدينة or مدينته."""
    return not hit.suffix and not hit.prefix.endswith(("ال", "لل"))


def place_name(view: View, i: int, cut: int = 0) -> int | None:
    """Where a place's name ends after its kind: one definite word (الفرقان), one that looks like a place or that nobody knows, two or three
    behind a word that takes another (كفر كلا, كرم أبو سالم), a title and a name (الشيخ رضوان). ``cut`` letters of the first are clitics."""
    tokens, text, rank = view.tokens, view.folded, ranks("ar")
    word = tokens.words[i][cut:]
    joined = i + 1 < len(tokens) and text[tokens.ends[i]:tokens.starts[i + 1]] == " "
    after = tokens.words[i + 1] if joined else ""
    if not word.isalpha() or word in NO_PLACE or word.startswith("لل"):
        return None
    known = compound(view, i, cut)
    if known is not None:
        return known
    takes = word in _PARTS or word in TITLES or word in _WITHIN or after in ("الدین", "الله")
    if takes and after.isalpha() and len(after) > 2 and after not in STOP and rank.get(after, COMMON) >= 200:
        more = i + 2 < len(tokens) and after in (_WITHIN | _PARTS) and text[tokens.ends[i + 1]:tokens.starts[i + 2]] == " "
        return tokens.ends[i + 2 if more and tokens.words[i + 2].isalpha() else i + 1]
    unknown = word not in rank and not word.endswith(("ها", "هم", "وا", "ون", "ین"))
    noun = after.startswith("ال") and len(after) > 4 and after not in STOP and not after.endswith(("ی", "ه", "ات", "ین"))
    if unknown and len(word) > 3 and noun:
        return tokens.ends[i + 1]  # عيتا الشعب
    definite = word.startswith("ال") and len(word) > 4 and word not in STOP
    seen, common = looks("ar", word), rank.get(word, NEVER)
    rare = NEVER > common >= (2 * RARE if seen.other > 2 else RARE)
    rare = rare and word[0] != "م" and not word.endswith(("ی", "ه", "ات", "ین", "ون", "ا"))
    if definite or (len(word) > 3 and (unknown or rare or seen.place > 1 or places.lookup(word))):
        return tokens.ends[i]
    return None


def compound(view: View, i: int, cut: int = 0) -> int | None:
    """Where a place's name of two or three words ends that GeoNames knows and that begins with a word that takes another (بنت جبيل)."""
    tokens, text = view.tokens, view.folded
    start = tokens.starts[i] + cut
    if tokens.words[i][cut:] not in _PARTS:
        return None
    for last in (i + 2, i + 1):
        if last < len(tokens) and tokens.ends[last] - start < 40 and places.lookup(text[start:tokens.ends[last]]):
            return tokens.ends[last]
    after = tokens.words[i + 1] if i + 1 < len(tokens) and text[tokens.ends[i]:tokens.starts[i + 1]] == " " else ""
    if tokens.words[i][cut:] in _SURE_PARTS and len(after) > 3 and after.isalpha() and after not in STOP and after not in NO_PLACE and (
            after.startswith("ال") or after not in ranks("ar")):
        return tokens.ends[i + 1]
    return None


#: first words of places that take another word, and those that are hardly anything else
_PARTS = keys("""كفر دير عين بنت بيت تل خان رأس وادي جبل دار خربة برج باب ود سيدي مارون عيتا ميس كرم آيت أيت أولاد بني بئر بير مرج خلة علما
    حارة شعب مجدل جسر سوق مار شبه طور جب خور""")
_SURE_PARTS = keys("كفر دير عيتا مارون خربة")
#: a word rarer than this, behind a kind of place, may be its name
RARE = 8000
COMMON = 1000
#: what a list of places follows
_TOWARDS = keys("في فى من على إلى الى نحو بين قرب باتجاه مدينة مدينتي بلدة بلدتي قرية قريتي بلدات قرى مدن محافظات ولايات ريف أطراف محيط")


#: particles after which a name goes on, and those that stand between two names
_WITHIN, _BETWEEN = keys("أبو أبي أبا أم آل عبد"), keys("بن ابن بنت ولد دي دا فان فون آغ")
_CROWNS = keys("""الملك ملك الملكة ملكة البابا بابا السلطان سلطان القيصر قيصر الإمبراطور إمبراطور الأمير أمير الشاه العاهل
    الخديوي البطريرك""")


def unlike(word: str) -> bool:
    """Whether a word that nobody knows looks like a verb or has a pronoun or a conjunction, so that it is no name."""
    starts, ends = ("است", "وال", "بال", "کال", "فال", "سی", "ست", "سن"), ("هم", "ها", "هما", "وا", "کم", "ناه", "تین")
    return word.startswith(starts) or word.endswith(ends) or (len(word) > 4 and word[-1] == "ت" and word[-2] != "ا" and word[:2] != "ال")


def coordinated(word: str, after: str) -> bool:
    """Whether a word goes on with a role after "and": والبيئة, or وإدارة before a definite word."""
    return word[0] == "و" and (word.startswith("وال") or (len(word) > 4 and after.startswith("ال")))


def frames() -> NameFrames:
    """The frame, filled."""
    names = given(__package__)
    here = {c + name: strength for c in (*_ONE, *_TWO) for name, strength in names.items() if len(name) > 2} | names
    return NameFrames(span, stands, organisation, place_wanted, people_wanted,
                      outside={"PER": TITLES, "LOC": PLACE_TYPES, "alone": ALONE,
                               "ORG": ORG_TYPES, "media": keys("قناة صحيفة جريدة مجلة موقع إذاعة"), "beyond": frozenset()},
                      clitic=clitic, proclitics=proclitics, construct=construct,
                      place_name=place_name, compound=compound,
                      parts={c + part: len(c) for c in (*_ONE, *_TWO, "") for part in _PARTS}, place_list=_TOWARDS,
                      plural=lambda hit: hit.value == "two",
                      definite=lambda word: word.startswith("ال"), towards=("لل",), strange=True,
                      given=names, given_here=here, within=_WITHIN, between=_BETWEEN, crowns=_CROWNS,
                      unlike=unlike, coordinated=coordinated, that=keys("أن بأن إن أنه أنها"), common=lambda word: False,
                      bare=lambda word: not word.startswith(("ال", "وال", "بال", "لل")) and not word.endswith(("ها", "هم")), divine=DIVINE,
                      relays=RELAYS,
                      relayed=keys("عن"), no_outlet=NO_OUTLET, describing=frozenset())
