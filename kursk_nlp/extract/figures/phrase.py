"""The noun phrase that a number counts."""

from __future__ import annotations

from .candidate import LONGEST_PHRASE, NO_NOUN, Candidate, Kind
from .chart import COMMAS, Chart, Mark


def before_number(chart: Chart, first: int, start: int) -> tuple[str, str]:
    """The preposition and the conjunction that a number stands behind."""
    frames, words = chart.frames, chart.words
    written, at = chart.folded[chart.starts[first]:start], first - 1
    if plus := chart.ending(first, "plus"):
        return written, chart.words[plus.first]
    if not written and at >= 0 and chart.ends[at] == chart.starts[first] and words[at] in frames.clitics:
        written, at = words[at], at - 1
    joined = next((c for c in frames.conjunctions if written.startswith(c)), "")
    prep = written[len(joined):]
    if at >= 0 and not joined and words[at] in frames.conjunctions | COMMAS:
        joined, at = words[at], at - 1 if words[at] not in COMMAS else at
        if at == first - 1:
            return prep, joined
        return prep, joined
    mark = chart.ending(at + 1, "prep") if not prep and at >= 0 else None
    if mark and not mark.hit.suffix and (words[mark.last - 1] not in frames.all_of or chart.ending(mark.first, "prep")):
        prep = mark.value or words[mark.last - 1]
    return prep, joined


def read_phrase(chart: Chart, c: Candidate) -> None:
    """Read the noun phrase behind a number."""
    limit = min(chart.sentence(c.first)[1], c.last + LONGEST_PHRASE)
    i = c.last
    if _noun_before(chart, c):
        return
    among = chart.at(i, "among") is not None  # 20، من بينهم: not "20 of"
    if i < limit and chart.words[i] in chart.frames.partitive and not among and not ((prep := chart.at(i, "prep")) and prep.last > i + 1):
        c.partitive, i = True, i + 1
    elif _stands_alone(chart, c) or _is_year(chart, c):
        c.end, c.kind = c.last, ("thing" if _is_year(chart, c) else "empty")
        c.flags.add("alone")
        return
    if c.partitive:
        while i < limit and chart.words[i] in chart.frames.demonstratives and not chart.at(i, "anaphor"):
            i += 1
    c.kind, c.head, j = _noun(chart, i, limit, c.partitive)
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
    c.end = extend(chart, c, i, j, limit)
    c.noun = (i, c.end)


def _stands_alone(chart: Chart, c: Candidate) -> bool:
    """المئات, العشرات: with the article a vague number takes its noun with من alone."""
    article, word = chart.frames.article, chart.words[c.first]
    if not article or c.number.kind != "vague" or len(word) < len(article) + 3:  # الاف: the word itself, its madda lost
        return False
    return chart.draft.view.normal.startswith(article, chart.starts[c.first])


def _is_year(chart: Chart, c: Candidate) -> bool:
    """زلزال 2015, توفي 1940: four digits behind the noun of an event or a verb of dying."""
    word, before = chart.words[c.first], chart.ending(c.first, "thing", "verb")
    year = len(word) == 4 and word.isdecimal() and c.last - c.first == 1 and word[:2] in ("13", "14", "17", "18", "19", "20")
    event = before is not None and (before.tag == "thing" or ("natural" in before.flags and before.value == "killed"))
    return year and event and not c.prep and c.number.mod is None and not chart.at(c.last, "person", "people", "victim")


def _noun_before(chart: Chart, c: Candidate) -> bool:
    """The number as an adjective behind its noun: الجنود الثلاثة, صحفي واحد, جنديين اثنين."""
    article = chart.frames.article
    mark = chart.ending(c.first, "people", "person", "victim", "thing")
    if not article or mark is None:
        return False
    word = chart.words[c.first]
    definite = mark.hit.prefix.endswith(article) or (mark.tag != "thing" and mark.hit.suffix.endswith(tuple(chart.frames.possessors)))
    adjective = word.startswith(article) and definite and chart.draft.view.normal.startswith(article, chart.starts[c.first])
    suffix = chart.words[mark.last - 1][-2:] if mark.tag == "people" else mark.hit.suffix
    repeated = c.number.value in (1, 2) and mark.tag != "thing" and not chart.at(c.first, "one") and \
        c.number.value == chart.frames.how_many(mark.hit.prefix, suffix, mark.flags - {"sound"})
    if not adjective and not (repeated and word.isalpha()):
        return False
    c.kind = "thing" if mark.tag == "thing" else "victim" if mark.tag == "victim" else "person"
    c.head, c.end, c.noun = mark, c.last, (mark.first - (chart.words[mark.first - 1] in chart.frames.all_of), mark.last)
    c.role = mark.value if c.kind == "person" else ""
    c.prep, c.joined = before_number(chart, c.noun[0], mark.hit.start if c.noun[0] == mark.first else chart.starts[c.noun[0]])
    return True


def _ends_in_pronoun(chart: Chart, c: Candidate) -> bool:
    """ثلثهم, نصفهم, هفده‌شان: a fraction or a number of those told before."""
    if chart.folded[c.number.end:chart.ends[c.last - 1]] in chart.frames.theirs:
        return True
    return c.number.kind == "fraction" and any(
        chart.words[i].endswith(p) for i in range(c.first, c.last) for p in chart.frames.theirs)


def _noun(chart: Chart, i: int, limit: int, partitive: bool = False) -> tuple[Kind, Mark | None, int]:
    """What kind of noun starts at a token, its mark, and the token behind it."""
    if i >= limit or not chart.is_word(i):
        return "empty", None, i
    thing, person = chart.at(i, "thing"), chart.at(i, "victim", "people", "person")
    if thing and _behind_preposition(chart, thing):
        return "empty", None, i  # إصابة 70 بالصواريخ
    if thing and (person is None or thing.last >= person.last):
        return ("person" if partitive and thing.value == "family" else "thing"), thing, thing.last
    if person and not _behind_preposition(chart, person):
        return ("victim" if person.tag == "victim" else "person"), person, person.last
    entity = chart.entity.get(i)
    if entity and entity.label == "PER":
        return "thing", None, i + 1
    if entity and entity.label == "NORP":
        return "person", None, chart.range(entity.start, entity.end)[1]
    if partitive and entity and entity.label == "LOC" and (entity.id or "").startswith("iso:"):
        return "person", None, chart.range(entity.start, entity.end)[1]  # خمسة من بنغلاديش
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


def extend(chart: Chart, c: Candidate, start: int, j: int, limit: int) -> int:
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
            if (force := chart.unit.get(j + 1)) and force.kind == "formation":
                j = chart.range(force.start, force.end)[1]
                while j + 1 < limit and words[j] in frames.conjunctions and (force := chart.unit.get(j + 1)):
                    j = chart.range(force.start, force.end)[1]
                continue
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
        elif (quality := chart.at(j, "quality")) and quality.last < limit and chart.words[quality.last].startswith(frames.article):
            j = quality.last + 1
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
