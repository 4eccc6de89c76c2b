"""The rules of government that reach over other words: a verb far before its number or at the clause's end."""

from __future__ import annotations

from ...text.normalise import key
from . import fit
from .candidate import Candidate
from .chart import CLOSERS, COMMAS, Chart, Mark
from .fit import REACH, accept, predicate, rule
from .singles import owned_object

#: how far behind a noun that says one itself its verb may stand, where verbs come first
ALONE = 6


def asks_preposition(mark: Mark) -> bool:
    """دعم ب, أفرج عن: the number stands behind a preposition or is not this verb's."""
    return any(f.startswith("with=") for f in mark.flags)


def is_agent(chart: Chart, found: list[Candidate], k: int) -> bool:
    """قتل مسلحان 12 شخصا, خسر ثمانية نواب مقاعدهم: an object right behind shows that these are the ones who did it."""
    c = found[k]
    if not chart.frames.article or c.end >= chart.size:
        return False
    d = found[k + 1] if k + 1 < len(found) else None
    apart = 8 if c.single and c.number.value == 1 else 1
    if d and not d.prep and not d.joined and d.kind != "thing" and not d.anaphor and d.first - c.end < apart:
        return not any(chart.at(i, "verb", "finite", "break", "act") or chart.words[i] in CLOSERS for i in range(c.end, d.first))
    return c.kind != "empty" and owned_object(chart, c.end)


@rule
def before(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A verb before its number, its subject or times and places between: قُتل أمس في الغارة 12 شخصا، قتلت القوات 12 شخصا."""
    c = found[k]
    start = chart.sentence(c.first)[0]
    if k and c.joined and c.joined not in COMMAS and found[k - 1].prep and not found[k - 1].outcome and c.first - found[k - 1].end <= 1:
        return False  # مع ستة وموظف: it shares the preposition
    commas, crossed, i = 0, False, c.front - 1
    spans = {j: d for d in found[max(0, k - 6):k] for j in range(d.first, d.end)}
    while i >= start and c.first - i <= REACH:
        if (aside := chart.aside_ends.get(i + 1)) is not None:
            i = aside - 1
            continue
        if i in chart.closed:
            i = chart.closed[i][0] - 1
            continue
        other = spans.get(i)
        if other is None and chart.plain(i):
            i -= 1
            continue
        mark = chart.at(i, "verb", "act")
        victim = chart.at(i, "victim")
        if mark is None and victim and other is None and (victim.value == "casualties" or victim.hit.prefix.endswith(chart.frames.article)):
            return False
        if other is not None and not (mark and mark.first == i and not other.first <= i < other.last):
            if not (c.joined or other.prep or other.kind == "thing" or other.end == c.first or (other.single and not other.outcome)):
                return False
            i = other.first - 1
            continue
        if mark and any(d.governor == (mark.first, mark.last) and d.first < mark.first for d in found[max(0, k - 6):k]):
            return False
        if mark and _takes(chart, c, mark, spans):
            if not c.joined and any(d.governor == (mark.first, mark.last) for d in spans.values()):
                return False  # جرح سبعة، وتسخير 12 غطاسا: it has its number
            if is_agent(chart, found, k):
                return False
            return accept(chart, c, mark, strict=crossed or commas > 1)
        word = chart.words[i]
        commas += word in COMMAS
        if word in CLOSERS or word == ":" or commas > 3:
            return False
        if barrier := chart.at(i, "break", "among", "finite"):
            if barrier.tag == "among" and barrier.last - barrier.first == 1 and chart.ending(barrier.first, "verb", "finite"):
                i -= 1
                continue  # وفر منها المئات
            behind_relative = barrier.tag == "finite" and barrier.last < c.first and chart.ending(barrier.first, "relative")
            told = barrier.value == "aside" and not chart.joined(barrier)
            if not behind_relative and not told:
                return False
            crossed = True
        i -= 1
    return False


def _takes(chart: Chart, c: Candidate, mark: Mark, spans: dict[int, Candidate]) -> bool:
    """Whether a verb or verbal noun to the left may have this number as its subject or object."""
    if asked := next((f for f in mark.flags if f.startswith("with=")), ""):
        return c.prep in key(asked.removeprefix("with=")).split("|")
    if c.prep:
        return any(f.startswith("also=") and c.prep == key(f.removeprefix("also=")) for f in mark.flags)
    if mark.tag == "verb":
        i = mark.last
        particle = chart.words[mark.first] in chart.frames.particles and i < c.first
        return not particle or bool(i in chart.unit or i in chart.entity or chart.at(i, "person", "people", "prep"))
    if mark.hit.prefix.endswith(chart.frames.article):
        return False  # من بين الحضور ثلاثة ضباط
    if c.joined or mark.last == c.first:
        return True
    return c.people and all(i in chart.entity or i in chart.unit or i in chart.closed or i in spans
                            or chart.at(i, "label") for i in range(mark.last, c.first))


@rule
def condition(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A state that a phrase of place puts off: نُقل أربعة منهم إلى المستشفى في حالة حرجة, وقع سبعة من الجنود في قبضة المتمردين."""
    c = found[k]
    if c.prep or c.kind == "unknown":
        return False
    for i in range(c.end, min(c.end + 6, chart.sentence(c.first)[1])):
        state = chart.at(i, "state")
        if state and state.value in ("injured", "captured"):
            return accept(chart, c, state)
        if i in chart.numbers or not chart.is_word(i) or chart.at(i, "finite", "verb", "break", "relative"):
            return False
    return False


@rule
def after(chart: Chart, found: list[Candidate], k: int) -> bool:
    """The predicate at the end of the clause: ۳ سرباز در نبرد دیروز کشته شدند. Relative clauses on the way keep their verbs."""
    c = found[k]
    opens = chart.at(c.end, "relative")
    if (c.prep and not (opens and not chart.frames.article)) or not _opens_clause(chart, c):
        return False
    alone = chart.frames.article and c.single and c.number.value == 1
    stop = min(chart.sentence(c.first)[1], c.end + (ALONE if alone else REACH))
    starts = {d.first: d for d in found[k + 1:k + 8]}
    passed = c
    pending, own, i = 0, opens is not None, c.end
    while i < stop:
        if i in chart.asides or i in chart.closed:
            i = chart.asides.get(i) or chart.closed[i][1]
            continue
        other = starts.get(i)
        if other is not None:
            aside = other.kind == "thing" or other.prep or chart.ending(i, "among")
            if not (aside or (other.joined and _clause_goes_on(chart, passed, other))):
                return False
            i = max(other.end, i + 1) if other.kind != "victim" else other.last
            passed = other
            continue
        if chart.plain(i):
            i += 1
            continue
        if chart.words[i] in CLOSERS or chart.words[i] == ":" or chart.at(i, "break"):
            return False
        mark = chart.at(i, "state", "verb")
        if mark and mark.tag == "verb" and asks_preposition(mark):
            mark = None
        if mark and mark.tag == "verb" and chart.joined(mark):
            return False
        if mark and (mark.tag == "verb" or predicate(chart, mark)):
            if not pending or own:
                if mark.value == "missing" and own and found_again(chart, mark):
                    return False
                return accept(chart, c, mark, strict=c.kind == "unknown" and i - c.end > 2)
            pending, i = pending - 1, _behind_verb(chart, mark)
            continue
        if relative := chart.at(i, "relative"):
            pending += 1
            if chart.frames.article and i > c.end:
                pending, i = pending - 1, relative.last  # the next word is its verb
        elif finite := chart.at(i, "finite"):
            if not pending and not c.prep and _subject_goes_on(chart, finite, chart.words[c.end] == chart.frames.object_mark):
                i = finite.last + 1
                continue
            if not pending:
                return False
            pending, own = pending - 1, False
            if c.prep:
                return False
        i += 1
    return False


def _subject_goes_on(chart: Chart, finite: Mark, as_object: bool) -> bool:
    """هدف گلوله قرار گرفت و جان باخت, ۱۲ نفر را به رگبار بستند و کشتند: the next verb has the same subject and object if it names none."""
    i = finite.last
    if chart.frames.article or i >= chart.size or chart.words[i] not in chart.frames.conjunctions:
        return False
    for j in range(i + 1, min(i + 6, chart.size)):
        mark = chart.at(j, "state", "verb")
        if mark and mark.value in fit.COUNTED_TOGETHER and (
                (mark.tag == "state" and predicate(chart, mark)) or "natural" in mark.flags or (as_object and mark.tag == "verb")):
            return True
        if j in chart.numbers or not chart.is_word(j) or chart.words[j] == chart.frames.object_mark or chart.at(
                j, "person", "people", "victim", "finite", "verb", "relative"):
            return False
    return False


def found_again(chart: Chart, mark: Mark) -> bool:
    """دو کوهنورد که گم شده بودند پیدا شدند."""
    return any((f := chart.at(i, "finite")) and f.value == "compound"
               for i in range(mark.last, min(mark.last + 8, chart.sentence(mark.first)[1])))


def _opens_clause(chart: Chart, c: Candidate) -> bool:
    """Where verbs come first, a number has its verb behind it only at the head of its clause: إن 12 شخصا … قتلوا."""
    if not chart.frames.article:
        return True
    i = c.front
    opener = chart.ending(i, "break", "copula", "among")
    return bool(opener) or i == chart.sentence(i)[0] or (c.joined and c.joined not in COMMAS) or chart.words[i - 1] in ":«\"“-"


def _behind_verb(chart: Chart, mark: Mark) -> int:
    i = mark.last
    while i < chart.size and i < mark.last + 3 and (finite := chart.at(i, "finite")):
        i = finite.last
    return i


def _clause_goes_on(chart: Chart, c: Candidate, other: Candidate) -> bool:
    """Whether a number behind a conjunction is still in this one's clause: only its own phrase, or places, lie between."""
    if other.single and other.number.value == 1:
        return True
    between = range(c.end, other.first)
    loose = [i for i in between if chart.is_word(i) and chart.words[i] not in chart.frames.conjunctions]
    aside = any(chart.at(i, "among") for i in between)
    return not loose or aside or bool(chart.at(loose[0], "prep") or chart.words[loose[0]] == chart.frames.object_mark)
