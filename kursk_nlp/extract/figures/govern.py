"""Which word says what befell those counted: the rules of government, each with the grammar that it stands on.

A rule is given the chart, the candidates of the article and the index of one; it answers with an outcome or None. The language
says which rules its grammar has and in which order they are asked.
"""

from __future__ import annotations

from collections.abc import Callable

from .candidates import Candidate
from .chart import CLOSERS, COMMAS, Chart, Mark

Rule = Callable[[Chart, list[Candidate], int], bool]
RULES: dict[str, Rule] = {}
#: how far a governor may stand from its number, in tokens
REACH = 26
#: roles that no army sends
CIVIL = frozenset({"civilian", "child", "woman", "journalist", "medic"})
COUNTED_TOGETHER = frozenset({"killed", "injured", "missing", "captured"})


def rule(function: Rule) -> Rule:
    """Register a rule by its name."""
    RULES[function.__name__] = function
    return function


def govern(chart: Chart, found: list[Candidate]) -> None:
    """Ask the rules of the language about every candidate, in order of place."""
    order = [RULES[name] for name in chart.frames.rules]
    for k, c in enumerate(found):
        if c.kind == "thing":
            continue
        for ask in order:
            if ask(chart, found, k):
                c.rule = ask.__name__
                break


def accept(chart: Chart, c: Candidate, mark: Mark, strict: bool = False) -> bool:
    """Let a mark govern a candidate if the noun fits what the mark asks for."""
    outcome = mark.value
    if strict or "weak" in mark.flags:
        fits = c.people or c.kind == "other" or (c.kind == "empty" and outcome != "deployed" and "weak" not in mark.flags)
        if not fits:
            return False
    if outcome == "deployed" and not _can_be_sent(chart, c, "weak" in mark.flags):
        return False
    if "fate" in mark.flags and not _near(chart, mark.last, "fate"):
        return False
    c.outcome, c.governor = together(chart, mark), (mark.first, mark.last)
    return True


def _can_be_sent(chart: Chart, c: Candidate, weak: bool) -> bool:
    """Soldiers, fighters and those of a nationality are deployed; plain persons only by words that say nothing else."""
    if c.role in CIVIL:
        return False
    if c.role in ("military", "fighter", "police"):
        return True
    nation = c.noun is not None and any(i in chart.unit or ((e := chart.entity.get(i)) and e.label == "NORP") for i in range(*c.noun))
    return nation or c.anaphor or (not weak and c.kind in ("person", "empty", "other"))


def _near(chart: Chart, i: int, tag: str, within: int = REACH) -> Mark | None:
    stop = min(chart.sentence(i)[1], i + within) if i < chart.size else i
    return next((m for j in range(i, stop) if (m := chart.at(j, tag))), None)


def together(chart: Chart, mark: Mark) -> str:
    """The outcome of a mark; ``casualties`` where another one shares its number (قتيل وجريح، کشته یا زخمی، قُتل وجُرح)."""
    if mark.value not in COUNTED_TOGETHER:
        return mark.value
    for other in (_coordinated_after(chart, mark), _coordinated_before(chart, mark)):
        if other and other.value in COUNTED_TOGETHER and other.value != mark.value and _same_form(chart, mark, other):
            return "casualties"
    return mark.value


def _coordinated_after(chart: Chart, mark: Mark) -> Mark | None:
    i = mark.last
    if i < chart.size and chart.words[i] in chart.frames.conjunctions:
        return chart.at(i + 1, mark.tag, "state", "victim", "act", "verb")
    other = chart.at(i, mark.tag)
    return other if other and chart.joined(other) else None


def _coordinated_before(chart: Chart, mark: Mark) -> Mark | None:
    i = mark.first
    if i and chart.words[i - 1] in chart.frames.conjunctions:
        return chart.ending(i - 1, mark.tag, "state", "victim", "act", "verb")
    return chart.ending(i, mark.tag) if chart.joined(mark) else None


def _same_form(chart: Chart, one: Mark, two: Mark) -> bool:
    """Two nouns that share a number have the same ending and article: 40 قتيلا وجريحا, but 40 قتيلا وجرحى."""
    if one.tag == "verb":
        return True
    article = chart.frames.article
    return one.hit.suffix == two.hit.suffix and (not article or one.hit.prefix.endswith(article) == two.hit.prefix.endswith(article))


# ---------------------------------------------------------------------------------------------------------------- the noun itself


@rule
def noun(chart: Chart, found: list[Candidate], k: int) -> bool:
    """The counted noun says what befell: 12 قتيلا، ۱۲ کشته، ۲۸ شهید."""
    c = found[k]
    if c.kind != "victim" or c.head is None:
        return False
    if c.single and c.number.value == 1 and not chart.ending(c.first, "bring", "act", "among") and not _goes_on(chart, found, k):
        return False
    c.outcome = _pair(chart, c) or together(chart, c.head)
    c.governor = (c.head.first, c.head.last)
    return True


def _pair(chart: Chart, c: Candidate) -> str:
    """بين قتيل وجريح behind the number: not told apart."""
    for i in range(c.last, min(c.end + 6, chart.sentence(c.first)[1])):
        victim = chart.at(i, "victim")
        if victim and victim.value in COUNTED_TOGETHER and i > c.last and chart.words[i - 1] in chart.frames.pair:
            other = _coordinated_after(chart, victim)
            if other and other.tag == "victim":
                return "casualties"
        if chart.at(i, "finite", "verb", "break") or chart.words[i] in CLOSERS:
            break
    return ""


@rule
def pair(chart: Chart, found: list[Candidate], k: int) -> bool:
    """13 ألفا بين قتيل وجريح, العشرات من جنوده بين قتيل ومصاب."""
    c = found[k]
    if outcome := _pair(chart, c):
        c.outcome, c.governor = outcome, (c.first, c.end)
        return True
    return False


@rule
def attribute(chart: Chart, found: list[Candidate], k: int) -> bool:
    """What stands right behind the noun phrase says it: 9 جنود قُتلوا، 20 جنديا أسيرا، ۱۲ نفر کشته، ۵۲۰۰ سرباز مستقر."""
    c = found[k]
    i = c.end
    copula = chart.at(i, "copula")
    if copula:
        i = copula.last
    if i < chart.size and chart.words[i] in chart.frames.auxiliaries:
        i += 1
    mark = chart.at(i, "victim", "state", "verb")
    if mark is None or chart.joined(mark) or mark.first >= chart.sentence(c.first)[1]:
        return False
    if mark.tag == "victim" and chart.frames.article and mark.hit.prefix.endswith(chart.frames.article) != c.partitive and not copula:
        return False
    if mark.tag == "state" and not predicate(chart, mark):
        return False
    if mark.tag == "verb" and c.kind == "empty" and not c.anaphor and c.prep:
        return False
    if c.kind == "unknown" and mark.value == "deployed":
        return False
    if not accept(chart, c, mark, strict=bool(c.prep) and mark.tag != "verb" and c.kind != "empty"):
        return False
    if mark.tag == "victim" and not copula:
        c.end = mark.last
        if c.noun is None:
            c.noun = (mark.first, mark.last)
        else:
            c.noun = (c.noun[0], mark.last)
    return True


# -------------------------------------------------------------------------------------------------------------- what stands before


@rule
def act(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A verbal noun right before the number, or before a phrase that only holds whose deed it is: مقتل 3، کشته شدن ۳ نفر."""
    c = found[k]
    mark = governing_noun(chart, c.first)
    if mark is None or (c.prep and c.prep not in chart.frames.attached):
        return False
    if "take" in mark.flags and not _near(chart, c.end, "take", 8):
        return False
    return accept(chart, c, mark)


def governing_noun(chart: Chart, i: int) -> Mark | None:
    """The verbal noun that ends before a token: one by itself, or a state with an infinitive (کشته شدن)."""
    mark = chart.ending(i, "act")
    if mark:
        return mark if mark.hit.suffix in chart.frames.construct else None
    inf = chart.ending(i, "inf")
    return chart.ending(inf.first, "state") if inf else None


@rule
def before(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A verb before its number, its subject or times and places between: قُتل أمس في الغارة 12 شخصا، قتلت القوات 12 شخصا."""
    c = found[k]
    start = chart.sentence(c.first)[0]
    commas, i = 0, c.first - 1
    spans = {j: d for d in found[max(0, k - 6):k] for j in range(d.first, d.end)}
    while i >= start and c.first - i <= REACH:
        if i in chart.closed:
            i = chart.closed[i][0] - 1
            continue
        other = spans.get(i)
        mark = chart.at(i, "verb", "act")
        if other is not None and not (mark and mark.first == i and not other.first <= i < other.last):
            if not (c.joined or other.prep or other.kind == "thing"):
                return False
            i = other.first - 1
            continue
        if mark and _takes(chart, c, mark, spans):
            return accept(chart, c, mark, strict=c.first - mark.last > 3)
        word = chart.words[i]
        commas += word in COMMAS
        if word in CLOSERS or word == ":" or commas > 3:
            return False
        if barrier := chart.at(i, "break", "among", "finite"):
            behind_relative = barrier.tag == "finite" and barrier.last < c.first and chart.ending(barrier.first, "relative")
            if not behind_relative:
                return False
        i -= 1
    return False


def _takes(chart: Chart, c: Candidate, mark: Mark, spans: dict[int, Candidate]) -> bool:
    """Whether a verb or verbal noun to the left may have this number as its subject or object."""
    if "with" in mark.flags:
        return c.prep in chart.frames.attached
    if c.prep:
        return False
    if mark.tag == "verb":
        return True
    if c.joined or mark.last == c.first:
        return True
    return c.people and all(i in chart.entity or i in chart.unit or i in chart.closed or i in spans for i in range(mark.last, c.first))


# --------------------------------------------------------------------------------------------------------------- what stands behind


def predicate(chart: Chart, mark: Mark) -> bool:
    """Whether a state is said of somebody here, not a noun after a preposition or before an infinitive."""
    if chart.at(mark.last, "inf") or (chart.ending(mark.first, "prep") and mark.last - mark.first == 1):
        return False
    if "light" not in mark.flags:
        return True
    for i in range(mark.last, min(mark.last + 3, chart.size)):
        if chart.at(i, "finite", "verb"):
            return True
        if chart.words[i] in CLOSERS:
            break
    other = _coordinated_after(chart, mark)
    return bool(other and other.tag == "state" and predicate(chart, other))


@rule
def after(chart: Chart, found: list[Candidate], k: int) -> bool:
    """The predicate at the end of the clause: ۳ سرباز در نبرد دیروز کشته شدند. Relative clauses on the way keep their verbs."""
    c = found[k]
    if c.prep:
        return False
    stop = min(chart.sentence(c.first)[1], c.end + REACH)
    starts = {d.first: d for d in found[k + 1:k + 8]}
    pending, own, i = 0, chart.at(c.end, "relative") is not None, c.end
    while i < stop:
        if i in chart.closed:
            i = chart.closed[i][1]
            continue
        other = starts.get(i)
        if other is not None:
            if not (other.kind == "thing" or other.prep or (other.joined and _clause_goes_on(chart, c, other))):
                return False
            i = max(other.end, i + 1) if other.kind != "victim" else other.last
            continue
        if chart.words[i] in CLOSERS or chart.words[i] == ":" or chart.at(i, "break"):
            return False
        mark = chart.at(i, "state", "verb")
        if mark and (mark.tag == "verb" or predicate(chart, mark)):
            if not pending or own:
                return accept(chart, c, mark, strict=c.kind == "unknown" and i - c.end > 2)
            pending, i = pending - 1, _behind_verb(chart, mark)
            continue
        if chart.at(i, "relative"):
            pending += 1
        elif chart.at(i, "finite"):
            if not pending:
                return False
            pending, own = pending - 1, False
        i += 1
    return False


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
    return not loose or bool(chart.at(loose[0], "prep") or chart.words[loose[0]] == chart.frames.object_mark)


# ------------------------------------------------------------------------------------------------------------- topics, lists, parts


@rule
def topic(chart: Chart, found: list[Candidate], k: int) -> bool:
    """The number of a topic named before: ارتفع عدد القتلى إلى 12، شمار زخمیان به ۱۲ نفر رسید، زخمیان را ۲۷ تن اعلام کرد."""
    c = found[k]
    if c.prep not in chart.frames.topic or (c.kind not in ("empty", "other") and not c.people) or _is_rise(chart, c):
        return False
    start = chart.sentence(c.first)[0]
    counted = {j for d in found[max(0, k - 8):k] for j in range(d.first, d.end)}
    for i in range(c.first - 1, max(start, c.first - 40) - 1, -1):
        if i in counted or (chart.words[i] == ":" and c.first - i > 3):
            continue
        if (mark := chart.at(i, "count")) and not chart.ending(mark.last + 1, "label"):
            return _of_count(chart, c, mark)
        victim = chart.at(i, "victim")
        if victim and _is_topic(chart, victim) and not chart.ending(victim.first, "prep"):
            head = _count_before(chart, victim, start)
            if head is not None:
                return _of_count(chart, c, head)
            return _of_noun(chart, c, victim)
        if chart.words[i] in CLOSERS:
            return False
    return False


def _count_before(chart: Chart, victim: Mark, start: int) -> Mark | None:
    return next((m for i in range(victim.first - 1, max(start, victim.first - 5) - 1, -1) if (m := chart.at(i, "count"))), None)


def _is_rise(chart: Chart, c: Candidate) -> bool:
    """A rise or fall *by* a number is no total."""
    return bool(chart.ending(c.first, "by") or (not c.prep and chart.at(c.end, "by")))


def _is_topic(chart: Chart, victim: Mark) -> bool:
    """Plural or definite, or losses: a noun that can be what a count is about."""
    hit, article = victim.hit, chart.frames.article
    return victim.value == "casualties" or (bool(article) and hit.prefix.endswith(article)) or hit.suffix in chart.frames.plural


def _of_count(chart: Chart, c: Candidate, mark: Mark) -> bool:
    """The topic is how many: the first word behind it that says what befell; fighters with none are a strength."""
    role, seen = "", 0
    for i in range(mark.last, c.first):
        said = chart.at(i, "victim", "state", "verb")
        if said and (said.tag != "state" or predicate(chart, said)):
            c.topic = (mark.first, c.first)
            return accept(chart, c, said)
        if chart.at(i, "act") and not seen:
            return False
        if chart.at(i, "thing") and not role:
            return False
        person = chart.at(i, "person", "people")
        if person and not role:
            role = person.value
        seen += 1
    person_role = c.role if c.role not in ("", "-") else role
    if person_role in ("military", "fighter") and role in ("military", "fighter", "-"):
        c.role, c.outcome, c.topic = person_role, "deployed", (mark.first, c.first)
        return True
    return False


def _of_noun(chart: Chart, c: Candidate, victim: Mark) -> bool:
    """The topic is a noun by itself; losses may be money, so they need people near: خسائر الكوريين، خسائرهم."""
    between = range(victim.last, c.first)
    if victim.value == "casualties" and c.kind != "person" and not (
            victim.hit.suffix in chart.frames.possessors
            or any(chart.at(i, "person", "people", "victim") or i in chart.unit
                   or ((e := chart.entity.get(i)) and e.label in ("NORP", "LOC")) for i in between)
            or _pair(chart, c)):
        return False
    if len(between) > 1 and any(chart.at(i, "thing") for i in (victim.last, victim.last + 1)):
        return False
    c.topic = (victim.first, c.first)
    c.governor = (victim.first, victim.last)
    c.outcome = together(chart, victim)
    return True


@rule
def among(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A breakdown takes the outcome of what it breaks down: بينهم 3 أطفال، از جمله ۳ کودک، ثلث منهم."""
    c = found[k]
    if not (c.anaphor or chart.ending(c.first, "among") or _goes_on(chart, found, k, "among")):
        return False
    parent = whole(chart, found, k)
    if parent is None:
        return False
    c.parent, c.outcome = parent, parent.outcome
    return True


def whole(chart: Chart, found: list[Candidate], k: int) -> Candidate | None:
    """The figure that a breakdown breaks down: the nearest one before, in its sentence or the one before it."""
    c = found[k]
    low = chart.sentence(max(0, chart.sentence(c.first)[0] - 1))[0]
    want = c.head.value if c.head is not None and c.kind == "victim" and c.head.value != "casualties" else ""
    for d in reversed(found[:k]):
        if d.first < low:
            break
        if d.outcome and (not want or d.outcome == want):
            root = d.parent if d.parent is not None and "among" in (d.rule, *d.flags) and not c.anaphor else d
            return root
    return None


@rule
def listed(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A list goes on: 3 جنود ومدنيان، ۳ سرباز و دو غیرنظامی, or opens behind a colon."""
    c = found[k]
    if not c.people and c.kind != "unknown":
        return bool(c.kind in ("empty", "other") and _gapped(chart, found, k))
    if _goes_on(chart, found, k):
        d = found[k - 1]
        c.outcome, c.sibling, c.parent = d.outcome, d, d.parent
        if d.rule == "among" or "among" in d.flags:
            c.flags.add("among")
        return True
    if k and chart.words[c.first - 1] == ":" and found[k - 1].outcome and found[k - 1].first >= chart.sentence(c.first)[0]:
        c.outcome, c.parent = found[k - 1].outcome, found[k - 1]
        c.flags.add("among")
        return True
    return False


def _goes_on(chart: Chart, found: list[Candidate], k: int, rule_name: str = "") -> bool:
    """Whether a candidate is coordinated with the figure before it, with no verb between."""
    c = found[k]
    if not k or not c.joined or c.prep:
        return False
    d = found[k - 1]
    if not d.outcome or d.first < chart.sentence(c.first)[0] or (rule_name and not (d.rule == rule_name or rule_name in d.flags)):
        return False
    between = range(d.end, c.first)
    limit = 0 if c.single else 8
    return len([i for i in between if chart.is_word(i) and chart.words[i] not in chart.frames.conjunctions]) <= limit and not any(
        chart.at(i, "finite", "verb", "break", "state", "relative") or chart.words[i] in CLOSERS for i in between)


def _gapped(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A number whose noun is left out goes on from the one before: و55 إلى مستشفى آخر، وإلى تشاد نصف مليون."""
    c = found[k]
    if not k:
        return False
    d = found[k - 1]
    if not d.outcome or d.kind == "thing" or d.first < chart.sentence(c.first)[0] or c.first - d.end > 8:
        return False
    between = range(d.end, c.first)
    if any(chart.at(i, "finite", "verb", "break", "state", "thing", "among") or chart.words[i] in CLOSERS for i in between):
        return False
    prepositional = d.prep and c.prep == d.prep
    if not (prepositional or (not c.prep and (c.joined and c.joined not in COMMAS))) and not _after_joined_place(chart, d, c):
        return False
    c.outcome, c.sibling, c.parent = d.outcome, d, d.parent
    return True


def _after_joined_place(chart: Chart, d: Candidate, c: Candidate) -> bool:
    """نزح إلى تشاد 5 آلاف وإلى السودان 3 آلاف: a conjunction and a preposition open the gap, only a place fills it."""
    i = d.end
    return not c.prep and d.kind == c.kind == "empty" and i < c.first and chart.words[i][0] in chart.frames.conjunctions and all(
        j in chart.closed or chart.ending(j + 1, "prep") for j in range(i + 1, c.first))


@rule
def corrected(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A number said to be wrong takes the outcome of the one it is set against: ۱۱ نفر کشته شدند، نه ۱۳ نفر."""
    c = found[k]
    if not k or not found[k - 1].outcome or not chart.ending(c.first, "not") or found[k - 1].first < chart.sentence(c.first)[0]:
        return False
    c.outcome, c.sibling = found[k - 1].outcome, found[k - 1]
    c.flags.add("denied")
    return True
