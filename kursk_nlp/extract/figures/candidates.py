"""What could be a figure: every number with the noun that it counts, and nouns that say one or two themselves."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from ...schema import Entity, Number
from .chart import COMMAS, Chart, Mark

Kind = Literal["victim", "person", "thing", "other", "empty", "unknown"]
#: a mark of these at a token shows that no counted noun stands there
NO_NOUN = ("prep", "finite", "verb", "state", "break", "among", "relative", "copula", "not", "reach", "deny", "doubt", "since", "apart",
           "maybe", "fate")
LONGEST_PHRASE = 10


@dataclass
class Candidate:
    """A number, its tokens ``first:last``, and the phrase it counts, which ends before token ``end``.

    ``prep`` is the preposition it stands behind, ``joined`` how it is coordinated with what precedes (a conjunction, a comma, or
    ""). ``single`` is a noun that is its own number. What the rules find out is filled in: ``outcome``, ``rule``, ``parent``.
    """

    number: Number
    first: int
    last: int
    prep: str = ""
    joined: str = ""
    kind: Kind = "empty"
    head: Mark | None = None
    noun: tuple[int, int] | None = None
    end: int = 0
    partitive: bool = False
    anaphor: bool = False
    single: bool = False
    role: str = ""
    outcome: str = ""
    rule: str = ""
    governor: tuple[int, int] | None = None
    topic: tuple[int, int] | None = None
    parent: Candidate | None = None
    sibling: Candidate | None = None
    flags: set[str] = field(default_factory=set)

    @property
    def people(self) -> bool:
        """Whether the counted noun is known to name people."""
        return self.kind in ("person", "victim") or (self.kind == "empty" and self.anaphor)


def candidates(chart: Chart) -> list[Candidate]:
    """All of them in order of place; numbers that are names of something (the 4th article, a brigade's number) are left out."""
    found = [c for n in chart.draft.numbers if (c := _from_number(chart, n))]
    taken = {i for c in found for i in (*range(c.first, c.end), *range(*(c.noun or (0, 0))))}
    firsts = sorted(c.first for c in found)
    for mark in sorted((*chart.by_tag["person"], *chart.by_tag["victim"])):
        if mark.first not in taken and (single := _from_noun(chart, mark, firsts)):
            taken.update(range(single.first, single.last))
            found.append(single)
    for mark in chart.by_tag["other"]:
        if mark.value == "one" and mark.first not in taken and (c := _from_other(chart, mark)):
            found.append(c)
    for entity in chart.draft.entities:
        if entity.label == "NORP" and chart.tokens.at(entity.start) not in taken and (c := _from_nation(chart, entity)):
            found.append(c)
    found += [c for mark in chart.by_tag["one"] if mark.first not in taken and (c := _from_one(chart, mark))]
    return sorted(found, key=lambda c: (c.first, c.last))


def _from_number(chart: Chart, number: Number) -> Candidate | None:
    if number.kind == "ordinal" or chart.draft.in_boilerplate(number.start):
        return None
    first, last = chart.range(number.start, number.end)
    if first >= chart.size or _is_name(chart, number, first):
        return None
    if number.kind == "cardinal" and isinstance(number.value, float) and not number.value.is_integer():
        return None
    if chart.words[first] in chart.frames.pronouns and last - first == 1:
        return None
    c = Candidate(number, first, last)
    c.prep, c.joined = _before(chart, first, number.start)
    if chart.ending(first, "label") and chart.words[first].isdigit():
        c.kind, c.end = "thing", last
    else:
        _count(chart, c)
    return c


def _is_name(chart: Chart, number: Number, first: int) -> bool:
    """Inside a unit's designator or a name (لواء 155, Uran-6)."""
    unit, entity = chart.unit.get(first), chart.entity.get(first)
    return bool((unit and unit.designator and unit.designator in number.text + chart.folded[number.start:number.end])
                or (entity and entity.label in ("ORG", "LOC", "MISC") and entity.start <= number.start))


def _before(chart: Chart, first: int, start: int) -> tuple[str, str]:
    """The preposition and the conjunction that a number stands behind."""
    frames, words = chart.frames, chart.words
    written, at = chart.folded[chart.starts[first]:start], first - 1
    if not written and at >= 0 and chart.ends[at] == chart.starts[first] and words[at] in frames.clitics:
        written, at = words[at], at - 1
    joined = next((c for c in frames.conjunctions if written.startswith(c)), "")
    prep = written[len(joined):]
    if at >= 0 and not joined and words[at] in frames.conjunctions | COMMAS:
        joined, at = words[at], at - 1 if words[at] not in COMMAS else at
        if at == first - 1:
            return prep, joined
        return prep, joined
    if not prep and at >= 0 and (mark := chart.ending(at + 1, "prep")) and not mark.hit.suffix:
        prep = words[mark.last - 1]
    return prep, joined


def _count(chart: Chart, c: Candidate) -> None:
    """Read the noun phrase behind a number."""
    limit = min(chart.sentence(c.first)[1], c.last + LONGEST_PHRASE)
    i = c.last
    if _noun_before(chart, c):
        return
    if i < limit and chart.words[i] in chart.frames.partitive:
        c.partitive, i = True, i + 1
        while i < limit and chart.words[i] in chart.frames.demonstratives and not chart.at(i, "anaphor"):
            i += 1
    c.kind, c.head, j = _noun(chart, i, limit)
    if c.kind == "empty":
        anaphor = chart.at(i, "anaphor")
        c.anaphor = anaphor is not None or _ends_in_pronoun(chart, c)
        c.end = anaphor.last if anaphor else c.last
        c.noun = (i, c.end) if anaphor and c.partitive else None
        return
    c.anaphor = _ends_in_pronoun(chart, c)
    if c.kind == "thing":
        c.end = j
        return
    if c.kind == "other":
        c.flags.add("other")
    c.role = c.head.value if c.head and c.head.tag in ("person", "people") else ""
    pronouns = tuple(p for p in chart.frames.possessors if len(p) > 1)
    if c.head is not None and "classifier" in c.head.flags and c.head.hit.suffix.endswith(pronouns):
        c.anaphor = True
    c.end = _extend(chart, c, i, j, limit)
    c.noun = (i, c.end)


def _noun_before(chart: Chart, c: Candidate) -> bool:
    """The number as an adjective behind its noun: الجنود الثلاثة, صحفي واحد, جنديين اثنين."""
    article = chart.frames.article
    mark = chart.ending(c.first, "people", "person", "victim", "thing")
    if not article or mark is None:
        return False
    word = chart.words[c.first]
    adjective = word.startswith(article) and mark.hit.prefix.endswith(article) and \
        chart.draft.view.normal.startswith(article, chart.starts[c.first])
    repeated = c.number.value in (1, 2) and mark.tag == "person" and not chart.at(c.first, "one") and \
        c.number.value == chart.frames.how_many(mark.hit.prefix, mark.hit.suffix, mark.flags - {"sound"})
    if not adjective and not (repeated and word.isalpha()):
        return False
    c.kind = "thing" if mark.tag == "thing" else "victim" if mark.tag == "victim" else "person"
    c.head, c.end, c.noun = mark, c.last, (mark.first, mark.last)
    c.role = mark.value if c.kind == "person" else ""
    c.prep, c.joined = _before(chart, mark.first, mark.hit.start)
    return True


def _ends_in_pronoun(chart: Chart, c: Candidate) -> bool:
    """ثلثهم, نصفهم: a fraction of those told before."""
    return c.number.kind == "fraction" and any(
        chart.words[i].endswith(p) for i in range(c.first, c.last) for p in chart.frames.possessors if len(p) > 1)


def _noun(chart: Chart, i: int, limit: int) -> tuple[Kind, Mark | None, int]:
    """What kind of noun starts at a token, its mark, and the token behind it."""
    if i >= limit or not chart.is_word(i):
        return "empty", None, i
    thing, person = chart.at(i, "thing"), chart.at(i, "victim", "people", "person")
    if thing and (person is None or thing.last >= person.last):
        return "thing", thing, thing.last
    if person and not _behind_preposition(chart, person):
        return ("victim" if person.tag == "victim" else "person"), person, person.last
    entity = chart.entity.get(i)
    if entity and entity.label == "NORP":
        return "person", None, chart.range(entity.start, entity.end)[1]
    unit = chart.unit.get(i)
    if unit and unit.kind != "formation":
        return "person", None, chart.range(unit.start, unit.end)[1]
    other = chart.at(i, "other")
    if other:
        return "other", other, other.last
    if (deed := chart.at(i, "act")) and not chart.joined(deed):
        return "thing", None, i + 1
    if person or i in chart.closed or chart.at(i, *NO_NOUN, "anaphor") or _starts_clause(chart, i):
        return "empty", None, i
    return "unknown", None, i + 1


def _behind_preposition(chart: Chart, mark: Mark) -> bool:
    """Whether a preposition or conjunction is written on the word."""
    prefix = mark.hit.prefix
    return bool(prefix) and prefix != chart.frames.article


def _starts_clause(chart: Chart, i: int) -> bool:
    """A conjunction, alone or written on a word that no lexicon knows; or a number."""
    word = chart.words[i]
    return any(word == c or (len(word) > 3 and c and c in chart.frames.clitics and word.startswith(c)) for c in chart.frames.conjunctions)


def _extend(chart: Chart, c: Candidate, start: int, j: int, limit: int) -> int:
    """The end of the noun phrase: adjectives, nationalities, whose they are, from whom they are taken."""
    frames, words = chart.frames, chart.words
    while j < limit and chart.is_word(j):
        mark = chart.at(j, "people", "person", "other")
        if chart.at(j, "victim"):
            break
        entity, unit = chart.entity.get(j), chart.unit.get(j)
        if mark and not _behind_preposition(chart, mark):
            if "of_victims" in c.flags and mark.tag != "other":
                break
            if mark.tag == "other":
                c.flags.add("other")
            elif c.role in ("", "-") and mark.value != "-":
                c.role = mark.value
            j = mark.last
        elif entity and entity.label != "PER" and (entity.start == chart.starts[j] or chart.starts[start] >= entity.start):
            j = chart.range(entity.start, entity.end)[1]
        elif unit and unit.start == chart.starts[j]:
            j = chart.range(unit.start, unit.end)[1]
        elif words[j] in frames.partitive and c.kind in ("person", "victim"):
            if anaphor := chart.at(j + 1, "anaphor"):
                c.anaphor, c.partitive = True, True
                return anaphor.last
            j += chart.words[j + 1] in frames.demonstratives if j + 1 < limit else 0
            kind, head, end = _noun(chart, j + 1, limit + 4)
            if kind not in ("person", "victim"):
                break
            c.partitive = c.partitive or c.kind == "person"
            if head and head.tag in ("person", "people") and c.role in ("", "-"):
                c.role = head.value
            if kind == "victim" and c.kind == "person":
                c.flags.add("of_victims")
                c.head, c.kind = head, "victim"
            j = end
        elif anaphor := chart.at(j, "anaphor"):
            c.anaphor = True
            return anaphor.last
        elif _agrees(chart, j) or (j == start + 1 and _holder(chart, c, j)):
            j += 1
        else:
            break
    return j


def _holder(chart: Chart, c: Candidate, j: int) -> bool:
    """The definite noun of a construct: سكان المدينة, أبناء العشائر."""
    article = chart.frames.article
    return bool(article) and c.partitive and chart.words[j].startswith(article) and not chart.words[j - 1].startswith(article)


def _agrees(chart: Chart, j: int) -> bool:
    """An adjective that no lexicon knows, by its ending or its article (Arabic)."""
    word, noun = chart.words[j], chart.words[j - 1]
    if j in chart.closed or chart.at(j, *NO_NOUN, "act", "thing", "count", "bring"):
        return False
    article, ending = chart.frames.article, chart.frames.accusative
    if not article or word.startswith(article) != noun.startswith(article):
        return False
    return word.startswith(article) or (word.endswith(ending) and noun.endswith(ending) and len(word) > 3)


def _from_noun(chart: Chart, mark: Mark, firsts: list[int]) -> Candidate | None:
    """A noun that says one or two itself, where something close says what befell them or a list goes on."""
    hit, first = mark.hit, mark.first
    count = chart.frames.how_many(hit.prefix, hit.suffix, mark.flags)
    if count == 1 and _is_owned(chart, mark):
        return None
    if count is None or first in chart.closed or chart.draft.in_boilerplate(hit.start) or chart.ending(first, "label", "count"):
        return None
    k = bisect_left(firsts, first)
    if k and firsts[k - 1] == first:
        return None
    prep, joined = _before(chart, first, hit.start)
    if prep or (count == 1 and not _single_place(chart, mark, joined)):
        return None
    number = Number(start=hit.start, end=hit.end, text="", kind="cardinal", value=count, low=count, high=count, rule="noun")
    c = Candidate(number, first, mark.last, prep, joined, "victim" if mark.tag == "victim" else "person", mark, single=True)
    c.role = mark.value if mark.tag != "victim" else ""
    c.end = _extend(chart, c, first, mark.last, min(chart.sentence(first)[1], first + LONGEST_PHRASE))
    c.noun = (first, c.end)
    if count == 1 and (_is_definite(chart, c) or owned_object(chart, c.end) or (joined and _of_the_phrase(chart, first))):
        return None
    return c


def owned_object(chart: Chart, i: int) -> bool:
    """A noun with a pronoun at a token, no preposition or verb: زوجته, مقاعدهم."""
    if not chart.frames.article or i >= chart.size or not chart.is_word(i) or chart.at(i, *NO_NOUN, "fate", "anaphor") or i in chart.closed:
        return False
    theirs = len(chart.words[i]) > 3 and chart.draft.view.normal[chart.ends[i] - 1] == "ه" and "ة" in chart.draft.view.normal
    return theirs or (len(chart.words[i]) > 4 and chart.words[i].endswith(("هم", "هما", "هن")))


def _of_the_phrase(chart: Chart, first: int) -> bool:
    """460 مريضا ومرافقا: behind a number above ten, whose noun is singular, a second singular belongs to the same count."""
    for number in chart.draft.numbers:
        end = chart.range(number.start, number.end)[1]
        if end < first <= end + 3 and (number.value or number.low or 0) > 10 and number.kind != "percent":
            return not any(chart.at(i, "break", "finite", "verb", "act") for i in range(end, first))
    return False


def _from_one(chart: Chart, mark: Mark) -> Candidate | None:
    """یک سرباز, یکی از سربازان, أحد الجنود: one, where known people follow."""
    hit = mark.hit
    number = Number(start=hit.start, end=hit.end, text="", kind="cardinal", value=1, low=1, high=1, rule="one")
    if chart.draft.in_boilerplate(hit.start) or mark.first in chart.closed:
        return None
    c = Candidate(number, mark.first, mark.last)
    c.prep, c.joined = _before(chart, mark.first, hit.start)
    _count(chart, c)
    if chart.frames.article and not chart.ending(mark.first, "act", "verb"):
        return None
    if not chart.frames.article and mark.last - mark.first > 1 and _is_owner(chart, mark.first):
        return None
    return c if c.kind in ("person", "victim", "unknown") else None


def _is_owner(chart: Chart, i: int) -> bool:
    """دختر یکی از قربانیان: whoever stands right behind a plain noun is its owner."""
    return chart.is_word(i - 1) and i - 1 not in chart.closed and i > chart.sentence(i)[0] and not chart.ending(
        i, *NO_NOUN, "act", "inf") and chart.words[i - 1] not in chart.frames.conjunctions


def _from_other(chart: Chart, mark: Mark) -> Candidate | None:
    """وجُرح آخر: one more, right behind the word of what befell."""
    hit = mark.hit
    if not chart.ending(mark.first, "verb", "act") or hit.prefix.endswith(chart.frames.article) or chart.draft.in_boilerplate(hit.start):
        return None
    number = Number(start=hit.start, end=hit.end, text="", kind="cardinal", value=1, low=1, high=1, rule="other")
    return Candidate(number, mark.first, mark.last, kind="other", head=mark, noun=(mark.first, mark.last), end=mark.last, single=True,
                     flags={"other"})


def _from_nation(chart: Chart, entity: Entity) -> Candidate | None:
    """استشهاد فلسطيني, ثلاثة ملاويين وأوروغوياني: a nationality as a noun for one person."""
    first, last = chart.range(entity.start, entity.end)
    word, article = chart.folded[entity.start:entity.end], chart.frames.article
    if not article or word.startswith(article) or word.endswith(("ین", "ون", "ان", "ه", "ات")) or chart.at(first, "person", "people"):
        return None
    prep, joined = _before(chart, first, entity.start)
    if prep or not (chart.ending(first, "verb", "act", "among") or (joined and joined not in COMMAS)):
        return None
    number = Number(start=entity.start, end=entity.end, text="", kind="cardinal", value=1, low=1, high=1, rule="nation")
    c = Candidate(number, first, last, prep, joined, "person", end=last, noun=(first, last), single=True)
    return None if _is_definite(chart, c) else c


def _is_owned(chart: Chart, mark: Mark) -> bool:
    """قائده, not طفلة: a pronoun on the noun makes it a certain person. Texts that have lost the dots of ة leave it open."""
    normal = chart.draft.view.normal
    return chart.frames.article != "" and mark.hit.suffix == "ه" and normal[mark.hit.end - 1] == "ه" and "ة" in normal


def _single_place(chart: Chart, mark: Mark, joined: str) -> bool:
    """Right behind a word of what befell, or of a breakdown, or going on a list of people."""
    first = mark.first
    if chart.ending(first, "among", "act", "bring"):
        return True
    if mark.tag == "victim":
        return False
    if chart.ending(first, "verb") or _behind_adverbial(chart, first):
        return True
    if not chart.frames.article:
        opens = first == chart.sentence(first)[0] or chart.words[first - 1] == ":" or chart.ending(first, "relative", "break")
        return bool(opens) and mark.hit.suffix == "ی"
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


def _is_definite(chart: Chart, c: Candidate) -> bool:
    """A named person or holder of an office: what follows the noun makes it definite (قائد الجيش، مراسل الجزيرة)."""
    i = c.last
    if i >= chart.size or not chart.is_word(i):
        return False
    entity = chart.entity.get(i)
    return (entity is not None and entity.label != "NORP") or bool(chart.frames.article and chart.words[i].startswith(chart.frames.article))
