"""Nouns that say one or two by themselves: مقتل جندي, جنديان, دختری, یکی از سربازان."""

from __future__ import annotations

from bisect import bisect_left

from msgspec.structs import replace

from ...schema import Entity, Number
from .candidate import LONGEST_PHRASE, NO_NOUN, Candidate
from .chart import COMMAS, Chart, Mark
from .fit import COUNTED_TOGETHER, governing_noun
from .phrase import before_number, extend, read_phrase


def from_noun(chart: Chart, mark: Mark, firsts: list[int]) -> Candidate | None:
    """A noun that says one or two itself, where something close says what befell them or a list goes on."""
    hit, first = mark.hit, mark.first
    if chart.at(first, "prep"):
        return None  # أمام, folded like إمام
    count = chart.frames.how_many(hit.prefix, hit.suffix, mark.flags) or _bare(chart, mark)
    if count == 1 and (_is_owned(chart, mark) or mark.flags & {"kin", "case"}):
        return None
    described = chart.ending(first, "thing", "victim", "person") is not None or (
        "sound" in mark.flags and first > 0 and chart.plain(first - 1))
    if mark.tag == "victim" and count is not None and described and not chart.ending(first, "act", "verb"):
        return None
    inside = chart.closed.get(first, (first, mark.last)) != (first, mark.last)
    entity = chart.entity.get(first)
    if entity is not None and entity.label in ("LOC", "ORG"):
        return None  # أسرت أوكرانيا: a country whose name ends like an adjective
    if count is None or inside or chart.draft.in_boilerplate(hit.start) or chart.ending(first, "label", "count"):
        return None
    k = bisect_left(firsts, first)
    if k and firsts[k - 1] == first:
        return None
    prep, joined = before_number(chart, first, hit.start)
    if (prep and not (count == 2 and mark.tag == "victim")) or (count == 1 and not _single_place(chart, mark, joined)):
        return None
    number = Number(start=hit.start, end=hit.end, text="", kind="cardinal", value=count, low=count, high=count, rule="noun")
    c = Candidate(number, first, mark.last, prep, joined, "victim" if mark.tag == "victim" else "person", mark, single=True)
    c.role = mark.value if mark.tag != "victim" else ""
    c.end = extend(chart, c, first, mark.last, min(chart.sentence(first)[1], first + LONGEST_PHRASE))
    c.noun = (first, c.end)
    if count == 1 and (_is_definite(chart, c) or owned_object(chart, c.end) or (joined and _of_the_phrase(chart, first))):
        return None
    return c


def _bare(chart: Chart, mark: Mark) -> int | None:
    """جوان ۲۲ ساله‌ای, کشته شدن سرباز اسرائیلی: where there is no article, a bare noun is indefinite beside an age or behind a deed."""
    if chart.frames.article or mark.tag != "person" or mark.hit.suffix or mark.flags & {"classifier", "kin", "office", "plural"}:
        return None
    i = mark.last
    aged = i + 1 < chart.size and i in chart.numbers and chart.folded[chart.starts[i]:chart.ends[i + 1]].find("سال") > 0
    if aged:
        return 1
    deed = governing_noun(chart, mark.first)
    told = deed is not None and deed.value in COUNTED_TOGETHER and mark.value != "fighter"
    return 1 if told and not (i < chart.size and (i in chart.unit or chart.at(i, "anaphor", "own"))) else None


def owned_object(chart: Chart, i: int) -> bool:
    """A noun with a pronoun at a token, no preposition or verb: زوجته, مقاعدهم."""
    if not chart.frames.article or i >= chart.size or not chart.is_word(i) or chart.at(i, *NO_NOUN, "fate", "anaphor") or i in chart.closed:
        return False
    normal, word = chart.draft.view.normal, chart.words[i]
    if chart.plain(i) and word.startswith((*chart.frames.attached, chart.frames.present)):
        return False  # بحوزتهم: a preposition is written on it; يشتبه: a verb
    return chart.frames.is_owned(normal[chart.starts[i]:chart.ends[i]], normal)


def _of_the_phrase(chart: Chart, first: int) -> bool:
    """460 مريضا ومرافقا: behind a number above ten, whose noun is singular, a second singular belongs to the same count."""
    for number in chart.draft.numbers:
        end = chart.range(number.start, number.end)[1]
        if end < first <= end + 3 and (number.value or number.low or 0) > 10 and number.kind != "percent":
            return not chart.has(end, first, "break", "finite", "verb", "act")
    return False


def from_one(chart: Chart, mark: Mark) -> Candidate | None:
    """یک سرباز, یکی از سربازان, أحد الجنود: one, where known people follow; أحدهم, یکی از آنان: of those told of."""
    hit = mark.hit
    number = Number(start=hit.start, end=hit.end, text="", kind="cardinal", value=1, low=1, high=1, rule="one")
    if chart.draft.in_boilerplate(hit.start) or mark.first in chart.closed:
        return None
    c = Candidate(number, mark.first, mark.last)
    c.prep, c.joined = before_number(chart, mark.first, hit.start)
    if mark.last - mark.first == 1 and hit.suffix:
        return _of_them(chart, mark, c)
    read_phrase(chart, c)
    if c.kind == "empty" and c.anaphor and mark.last - mark.first > 1:
        c.partitive, c.noun = True, (mark.last, c.end)
        return c
    listed = bool(c.joined) and c.joined not in COMMAS and c.partitive and c.head is None and c.kind == "person"  # وواحد من نيبال
    if chart.frames.article and not listed and not chart.ending(mark.first, "act", "verb"):
        return None
    if not chart.frames.article and mark.last - mark.first > 1 and _is_owner(chart, mark.first):
        return None
    return c if c.kind in ("person", "victim", "unknown") else None


def _of_them(chart: Chart, mark: Mark, c: Candidate) -> Candidate | None:
    """قُتل أحدهم, …، أحدهم طفل: behind a word of what befell or beside those counted, not قال أحدهم."""
    if not chart.frames.article or mark.hit.suffix not in chart.frames.theirs or not (
            chart.ending(mark.first, "verb", "act", "among") or c.joined):
        return None
    c.anaphor, c.end = True, mark.last
    return c


def _is_owner(chart: Chart, i: int) -> bool:
    """دختر یکی از قربانیان: whoever stands right behind a plain noun is its owner."""
    return chart.is_word(i - 1) and i - 1 not in chart.closed and i > chart.sentence(i)[0] and not chart.ending(
        i, *NO_NOUN, "act", "inf") and chart.words[i - 1] not in chart.frames.conjunctions


def from_other(chart: Chart, mark: Mark) -> Candidate | None:
    """وجُرح آخر: one more, right behind the word of what befell; یکی دیگر زخمی شد before it."""
    hit, article = mark.hit, chart.frames.article
    if chart.draft.in_boilerplate(hit.start) or (article and (hit.prefix.endswith(article) or not chart.ending(mark.first, "verb", "act"))):
        return None
    if chart.ending(mark.first, "prep"):
        return None
    i = mark.last
    if i < chart.size and ((chart.plain(i) and not _is_manner(chart, i)) or chart.at(i, "thing", "person", "people")):
        return None
    number = Number(start=hit.start, end=hit.end, text="", kind="cardinal", value=1, low=1, high=1, rule="other")
    return Candidate(number, mark.first, mark.last, kind="other", head=mark, noun=(mark.first, mark.last), end=mark.last, single=True,
                     flags={"other"})


def from_ordinal(chart: Chart, number: Number, first: int) -> Candidate | None:
    """نفر چهارم در بیمارستان درگذشت: one more, by the classifier before the ordinal; the first two may be ranks."""
    mark = chart.ending(first, "person")
    if chart.frames.article or mark is None or "classifier" not in mark.flags or chart.ending(mark.first, "prep"):
        return None
    if (number.value or 0) < 3:
        return None
    one = replace(number, start=mark.hit.start, kind="cardinal", value=1, low=1, high=1, rule="other")
    last = chart.range(number.start, number.end)[1]
    return Candidate(one, mark.first, last, kind="other", head=mark, noun=(mark.first, last), end=last, single=True, flags={"other"})


def _is_manner(chart: Chart, i: int) -> bool:
    """توفي رابع متأثرا بجراحه: how, by its ending."""
    return len(chart.words[i]) > 3 and chart.words[i].endswith(chart.frames.accusative)


def from_nation(chart: Chart, entity: Entity) -> Candidate | None:
    """استشهاد فلسطيني, ثلاثة ملاويين وأوروغوياني: a nationality as a noun for one person."""
    first, last = chart.range(entity.start, entity.end)
    word, article = chart.folded[entity.start:entity.end], chart.frames.article
    if not article or word.startswith(article) or not chart.frames.is_single(word) or chart.at(first, "person", "people"):
        return None
    prep, joined = before_number(chart, first, entity.start)
    word_before = chart.ending(first, "verb", "act")
    if prep or (word_before and word_before.value == "deployed"):
        return None
    opener = chart.ending(first, "among")
    if not (word_before or (opener and opener.first - 1 not in chart.numbers) or (joined and joined not in COMMAS)):
        return None
    number = Number(start=entity.start, end=entity.end, text="", kind="cardinal", value=1, low=1, high=1, rule="nation")
    c = Candidate(number, first, last, prep, joined, "person", end=last, noun=(first, last), single=True)
    return None if _is_definite(chart, c) else c


def _is_owned(chart: Chart, mark: Mark) -> bool:
    """قائده, not طفلة: a pronoun on the noun makes it a certain person. Texts that have lost the dots of ة leave it open."""
    normal = chart.draft.view.normal
    return len(mark.hit.suffix) == 1 and chart.frames.is_owned(normal[mark.hit.start:mark.hit.end], normal)


def _single_place(chart: Chart, mark: Mark, joined: str) -> bool:
    """Right behind a word of what befell, or of a breakdown, or going on a list of people."""
    first = mark.first
    if (opener := chart.ending(first, "among")) and not (opener.first - 1 in chart.numbers and chart.at(opener.first, "anaphor")):
        return True
    if chart.ending(first, "act", "bring"):
        return True
    if mark.tag == "victim":
        fallen = chart.ending(first, "verb")  # وارتقى شهيد
        return fallen is not None and fallen.value == "killed"
    if chart.frames.article and chart.at(mark.last, "victim", "state") and chart.ending(first, "copula"):
        return True  # ولا يزال شخص مفقودا
    if mark.hit.suffix and mark.hit.suffix == chart.frames.accusative and "nation" not in mark.flags and chart.ending(first, "break"):
        return True  # إن جنديا لبنانيا استشهد
    there = chart.ending(first, "prep")
    if there and there.hit.suffix and chart.ending(there.first, "verb"):
        return True
    if chart.ending(first, "verb") or _behind_adverbial(chart, first) or _is_object(chart, mark):
        return True
    if not chart.frames.article:
        if not mark.hit.suffix:
            return governing_noun(chart, first) is not None or not _is_owner(chart, first)
        opens = first == chart.sentence(first)[0] or chart.words[first - 1] == ":" or chart.ending(first, "relative", "break")
        return bool(opens) and mark.hit.suffix in chart.frames.indefinite
    return bool(joined) and joined not in COMMAS


def _behind_adverbial(chart: Chart, first: int) -> bool:
    """قُتل في حادث سير أمس عامل: a verb, a prepositional phrase, then who it was."""
    if not chart.frames.article or chart.ending(first, *NO_NOUN):
        return False
    for i in range(first - 1, max(chart.sentence(first)[0], first - 7) - 1, -1):
        verb = chart.at(i, "verb")
        if verb and verb.value in ("killed", "injured"):
            return chart.at(verb.last, "prep") is not None
        if i in chart.numbers or chart.at(i, "finite", "break", "act", "among", "relative", "person", "people") or not chart.is_word(i):
            return False
    return False


def _is_object(chart: Chart, mark: Mark) -> bool:
    """نعت الجمعية مسعفا: the ending of an object, behind a verb and its subject."""
    article, first = chart.frames.article, mark.first
    if not article or mark.hit.suffix not in (chart.frames.accusative, chart.frames.feminine) or "nation" in mark.flags:
        return False
    strict = mark.hit.suffix != chart.frames.accusative  # طفلة shows no case
    for i in range(first - 1, max(chart.sentence(first)[0], first - 6) - 1, -1):
        verb = chart.at(i, "verb")
        if verb:
            return verb.value in ("killed", "injured", "captured") and i < first - 1
        if not chart.is_word(i) or i in chart.numbers or chart.at(i, *NO_NOUN, "act"):
            return False
        if strict and not (i in chart.closed or i in chart.unit or chart.words[i].startswith(article)):
            return False
    return False


def _is_definite(chart: Chart, c: Candidate) -> bool:
    """A named person or holder of an office: what follows the noun makes it definite (قائد الجيش، مراسل الجزيرة)."""
    i = c.last
    if i >= chart.size or not chart.is_word(i) or chart.at(i, "quality"):
        return False
    entity = chart.entity.get(i)
    if chart.frames.article and _in_construct(chart, i):
        return True
    if i in chart.unit and chart.frames.article:
        return True
    return (entity is not None and entity.label != "NORP") or bool(chart.frames.article and chart.words[i].startswith(chart.frames.article))


def _in_construct(chart: Chart, i: int) -> bool:
    """نائب رئيس الوزراء: nouns follow one another up to a definite one."""
    for j in range(i, min(i + 3, chart.size)):
        word = chart.words[j]
        if word.startswith(chart.frames.article):
            return j > i
        if not chart.is_word(j) or chart.at(j, *NO_NOUN) or j in chart.entity or word.startswith(
                tuple(chart.frames.clitics)) or word.endswith(chart.frames.accusative):
            return False
    return False
