"""What the rules of government share: their registry, and whether a word that says what befell fits a number."""

from __future__ import annotations

from collections.abc import Callable

from .candidate import Candidate
from .chart import CLOSERS, Chart, Mark

Rule = Callable[[Chart, list[Candidate], int], bool]
RULES: dict[str, Rule] = {}
#: how far a governor may stand from its number, in tokens
REACH = 26
#: how far before its count the word of a forecast may stand
SCOPE = 8
#: how many sentences back a disease makes cases of illness of cases
CASE_REACH = 2
#: how far around its verb the place that people run from may stand, and from how many on they are a crowd
ESCAPE, CROWD = 8, 100
#: roles that no army sends
CIVIL = frozenset({"civilian", "child", "woman", "journalist", "medic"})
COUNTED_TOGETHER = frozenset({"killed", "injured", "missing", "captured"})


def rule(function: Rule) -> Rule:
    """Register a rule by its name."""
    RULES[function.__name__] = function
    return function


def accept(chart: Chart, c: Candidate, mark: Mark, strict: bool = False) -> bool:
    """Let a mark govern a candidate if the noun fits what the mark asks for."""
    outcome = mark.value
    if strict or "weak" in mark.flags:
        left_out = c.kind == "empty" and outcome != "deployed" and ("weak" not in mark.flags or "company" in c.flags)
        fits = c.people or c.kind == "other" or left_out or (mark.tag == "verb" and near(chart, c.last, "fate", 3) is not None)
        if not fits:
            return False
    if outcome == "deployed" and not _can_be_sent(chart, c, mark):
        return False
    if c.head is not None and "sport" in c.head.flags and outcome not in ("killed", "captured"):
        return False
    if is_negated(chart, mark) or is_illness(chart, mark) or (outcome != "deployed" and is_hypothetical(chart, c, mark)):
        return False
    if "patient" in mark.flags and (chart.ending(c.first, "relative") or not _hurt_before(chart, c)):
        return False
    if any(asked in mark.flags and not near(chart, mark.last, asked) for asked in ("fate", "flee", "shelter", "hospital")):
        return False
    if _disagrees(chart, c, mark) or (mark.tag == "state" and mark.value == "casualties" and _loses_else(chart, c, mark)):
        return False
    if "war" in mark.flags and not chart.has(*chart.sentence(c.first), "flee"):
        return False
    if "natural" in mark.flags and any(chart.words[i] == chart.frames.object_mark for i in range(c.end, mark.first)):
        return False
    before = chart.sentence(mark.first)[0], max(mark.first, c.first)
    if any(asked in mark.flags and not chart.has(*before, asked) for asked in ("carry", "arrest")):
        return False
    if "force" in mark.flags and not _by_force(chart, c):
        return False
    if "evacuate" in mark.flags and c.noun is not None and any(
            (p := chart.at(i, "people", "person")) and p.hit.suffix.endswith(tuple(chart.frames.possessors)) for i in range(*c.noun)):
        return False  # أجلت فرنسا 120 من رعاياها
    if "escape" in mark.flags and not _leaves_home(chart, c, mark):
        return False
    if mark.value == "missing" and mark.tag == "state" and "weak" in mark.flags and _death_before(chart, c):
        return False
    c.outcome, c.governor = together(chart, mark), (mark.first, mark.last)
    if "own" in mark.flags and c.head is not None and (
            c.head.hit.suffix.endswith(tuple(chart.frames.possessors)) or _is_loser_told(chart, c, mark)):
        c.outcome = "casualties"
    if c.head is not None and "kin" in c.head.flags and (c.outcome == "casualties" or (
            "own" in mark.flags and _is_loser_told(chart, c, mark))):
        c.outcome = "killed"
    return True


def is_many(chart: Chart, mark: Mark) -> bool:
    """A plural noun."""
    return mark.tag == "people" or mark.hit.suffix in chart.frames.plural


def _disagrees(chart: Chart, c: Candidate, mark: Mark) -> bool:
    """A plural verb is not said of one (یک برج … جان باختند); asked only where the noun itself is not known to be a person."""
    if c.kind != "unknown" or c.number.value != 1 or chart.frames.article:
        return False
    last = next((m.last for i in range(mark.last, min(mark.last + 3, chart.size)) if (m := chart.at(i, "finite"))), mark.last)
    return chart.words[last - 1].endswith(chart.frames.plural_verb)


def _loses_else(chart: Chart, c: Candidate, mark: Mark) -> bool:
    """هفت نماینده کرسی خود را از دست دادند: another noun before the object mark is what is lost."""
    for i in range(c.end, mark.first):
        if i in chart.numbers or chart.words[i] == chart.frames.object_mark or chart.at(i, "prep"):
            return False
        plain = chart.is_word(i) and i not in chart.closed and chart.words[i] not in chart.frames.conjunctions
        if plain and not chart.at(i, "own", "person", "one"):
            return any(chart.words[j] == chart.frames.object_mark for j in range(i, mark.first))
    return False


def _death_before(chart: Chart, c: Candidate) -> bool:
    return any((m := chart.at(i, "verb", "act")) and m.value == "killed" for i in range(chart.sentence(c.first)[0], c.first))


def _hurt_before(chart: Chart, c: Candidate) -> bool:
    """Whether the sentence or the one before tells of the wounded."""
    low = chart.sentence(max(0, chart.sentence(c.first)[0] - 1))[0]
    return any((m := chart.at(i, "victim", "state", "act", "verb")) and m.value == "injured" for i in range(low, c.first))


def _by_force(chart: Chart, c: Candidate) -> bool:
    """Whether a force or a state stands before the number in its sentence, as a subject can."""
    return _force_in(chart, chart.sentence(c.first)[0], c.first)


def _is_loser_told(chart: Chart, c: Candidate, mark: Mark) -> bool:
    """فقدت القوات 30, القوات فقدت 30; but وفُقد ثلاثة: nobody lost them, they are missing."""
    low = max(chart.sentence(c.first)[0], mark.first - 5)
    i = mark.last  # فقدت البلاد 10 آلاف: a subject right behind
    if i < c.front and chart.words[i].startswith(chart.frames.article) and i not in chart.closed and not chart.at(i, "prep"):
        return True
    return _force_in(chart, mark.last, c.first) or (not chart.joined(mark) and _force_in(chart, low, mark.first))


def _leaves_home(chart: Chart, c: Candidate, mark: Mark) -> bool:
    """Those who run from a building, a vehicle or the scene are not displaced; where no place is told of, a crowd is."""
    start, stop = chart.sentence(c.first)
    low, high = min(c.first, mark.first), max(c.end, mark.last)
    back = start if not chart.frames.article else low
    while low > back and c.first - low < ESCAPE and low - 1 not in chart.numbers and not chart.at(low - 1, "finite", "verb"):
        low -= 1
    while high < stop and high - max(c.end, mark.last) < ESCAPE and high not in chart.numbers:
        high += 1
    window = range(low, high)
    frames, told = chart.frames, False
    for i in window:
        if chart.words[i] not in frames.origin_words | frames.goal_words:
            continue
        place = chart.at(i + 1, "thing")
        entity = chart.entity.get(place.last if place and place.value == "place" else i + 1)
        named = place is None and entity is not None and entity.label == "LOC"
        if named or (place and "home" in place.flags) or chart.at(i + 1, "flee") or chart.at(i, "among"):
            return True
        if place and chart.words[i] in frames.origin_words:
            return False
        told = told or i >= c.end
    return any(chart.at(i, "flee") for i in window) or (not told and (c.number.value or c.number.low or 0) >= CROWD)


def _force_in(chart: Chart, first: int, last: int) -> bool:
    for i in range(first, last):
        entity = chart.entity.get(i)
        people = chart.at(i, "people", "person")
        armed = people is not None and people.value in ("military", "fighter") and is_many(chart, people)
        if i in chart.unit or armed or chart.at(i, "own", "label"):
            return True
        if entity and entity.label in ("LOC", "NORP") and entity.country and not chart.ending(chart.tokens.at(entity.start), "prep"):
            return True
    return False


def _can_be_sent(chart: Chart, c: Candidate, mark: Mark) -> bool:
    """Soldiers, fighters and those of a nationality are deployed; plain persons by an army, or by words that say nothing else."""
    if c.role in CIVIL:
        return False
    if c.role in ("military", "fighter", "element"):
        return True
    if "armed" in mark.flags or (c.role == "police" and "weak" in mark.flags):
        return False
    if c.kind == "person" and any(i in chart.unit for i in range(mark.last, c.first)):
        return True
    nation = c.noun is not None and any(i in chart.unit or ((e := chart.entity.get(i)) and e.label == "NORP") for i in range(*c.noun))
    return nation or (c.anaphor and _force_told(chart, c)) or ("weak" not in mark.flags and _is_anybody(c))


def _force_told(chart: Chart, c: Candidate) -> bool:
    """Whether those whom an anaphor means can be soldiers: some are told of in the sentence or the one before."""
    low = chart.sentence(max(0, chart.sentence(c.first)[0] - 1))[0]
    armed = ("military", "fighter", "element")
    return any(i in chart.unit or ((p := chart.at(i, "people", "person")) and p.value in armed) for i in range(low, c.first))


def _is_anybody(c: Candidate) -> bool:
    """Persons of no profession but that of being sent."""
    return c.kind in ("empty", "other") or (c.kind == "person" and c.head is not None and bool(c.head.flags & {"classifier", "plain"}))


def near(chart: Chart, i: int, tag: str, within: int = REACH) -> Mark | None:
    stop = min(chart.sentence(i)[1], i + within) if i < chart.size else i
    return next((m for j in range(i, stop) if (m := chart.at(j, tag))), None)


def together(chart: Chart, mark: Mark) -> str:
    """The outcome of a mark; ``casualties`` where another one shares its number (قتيل وجريح، کشته یا زخمی، قُتل وجُرح)."""
    if mark.value not in COUNTED_TOGETHER:
        return mark.value
    for other in (coordinated_after(chart, mark), _coordinated_before(chart, mark)):
        if other and other.value in COUNTED_TOGETHER and other.value != mark.value and _same_form(chart, mark, other):
            return "killed" if "captured" in (mark.value, other.value) and "killed" in (mark.value, other.value) else "casualties"
    return mark.value


def coordinated_after(chart: Chart, mark: Mark) -> Mark | None:
    """The like word that a conjunction adds, if it has no number of its own."""
    i = mark.last
    tags = (mark.tag,) if chart.frames.article else (mark.tag, "state", "victim", "act", "verb")
    if i < chart.size and chart.words[i] in chart.frames.conjunctions:
        other = chart.at(i + 1, *tags)
    else:
        other = chart.at(i, mark.tag)
        other = other if other and chart.joined(other) else None
    if other and ("case" in other.flags) != ("case" in mark.flags):
        return None  # شهداء وإصابات
    if other and chart.frames.article and (
            not chart.numbers.isdisjoint(range(other.last, other.last + 3)) or (mark.tag == "verb" and _has_subject(chart, other.last))):
        return None
    return other


def _has_subject(chart: Chart, i: int) -> bool:
    """استشهد وأصيب رفيقه: a person, or somebody's, right behind a verb."""
    if i in chart.closed:
        return i in chart.entity and chart.entity[i].label == "PER"
    if i >= chart.size or not chart.is_word(i) or chart.at(i, "fate", "prep", "anaphor"):
        return False
    normal = chart.draft.view.normal
    return chart.at(i, "person", "people", "other") is not None or chart.frames.is_owned(normal[chart.starts[i]:chart.ends[i]], normal)


def _coordinated_before(chart: Chart, mark: Mark) -> Mark | None:
    i = mark.first
    apart = i > 0 and chart.words[i - 1] in chart.frames.conjunctions
    if not chart.frames.article:
        return chart.ending(i - 1, mark.tag, "state", "victim", "act", "verb") if apart else None
    other = chart.ending(i - apart, mark.tag) if apart or chart.joined(mark) else None
    if other is not None and mark.tag == "act" and other.first - 1 in chart.numbers:
        return None  # 17 جثة والبحث جار عن 4
    if other is None or mark.tag != "verb":
        return other
    # a verb in the plural, or right behind a person, stands behind its own subject (131 توفوا وفقد 365)
    subject = chart.ending(other.first, "person", "people", "victim") or chart.words[other.first - 1] in chart.frames.auxiliaries
    plural = chart.frames.plural_verb
    return None if subject or chart.words[other.first].endswith(plural) or chart.words[other.last - 1].endswith(plural) else other


def _same_form(chart: Chart, one: Mark, two: Mark) -> bool:
    """Two nouns that share a number have the same ending and article: 40 قتيلا وجريحا, not 40 قتيلا وجرحى."""
    if one.tag == "verb":
        return True
    article = chart.frames.article
    if not article:
        plural = all(m.tag == "victim" and ("plural" in m.flags or m.hit.suffix in chart.frames.plural) for m in (one, two))
        return plural or {one.hit.suffix, two.hit.suffix} <= chart.frames.predicative  # شمار کشته‌ها و زخمی‌ها; کشته و زخمی
    definite = (article, article[-1] * 2)  # للقتلى والجرحى
    return one.hit.suffix == two.hit.suffix and one.hit.prefix.endswith(definite) == two.hit.prefix.endswith(definite)


def predicate(chart: Chart, mark: Mark) -> bool:
    """Whether a state is said of somebody here, not a noun after a preposition or before an infinitive."""
    behind = chart.ending(mark.first, "prep") is not None and mark.last - mark.first == 1
    if behind or mark.hit.suffix not in chart.frames.predicative or chart.at(mark.last, "inf"):
        return False
    if "light" not in mark.flags or mark.hit.suffix in chart.frames.copulas:
        return True
    for i in range(mark.last, min(mark.last + 3, chart.size)):
        if finite := chart.at(i, "finite"):
            return finite.value != "compound"
        if chart.words[i] in CLOSERS:
            break
    return mark.last < chart.size and chart.words[mark.last] in chart.frames.conjunctions


def governing_noun(chart: Chart, i: int) -> Mark | None:
    """The verbal noun that ends before a token: one by itself, or a state with an infinitive (کشته شدن)."""
    mark = chart.ending(i, "act")
    if mark:
        article = chart.frames.article
        definite = bool(article) and mark.hit.prefix.endswith(article)
        return mark if mark.hit.suffix in chart.frames.construct and not definite else None
    inf = chart.ending(i, "inf")
    return chart.ending(inf.first, "state") if inf else None


def goes_on(chart: Chart, found: list[Candidate], k: int, rule_name: str = "") -> bool:
    """Whether a candidate is coordinated with the figure before it, with no verb between."""
    c = found[k]
    if not k or not c.joined or c.prep:
        return False
    d = found[k - 1]
    if not d.outcome or d.first < chart.sentence(c.first)[0] or (rule_name and not (d.rule == rule_name or rule_name in d.flags)):
        return False
    plus = chart.ending(c.first, "plus")
    between = range(d.end, plus.first if plus else c.first)
    limit = 0 if c.single else 8
    return len([i for i in between if chart.is_word(i) and chart.words[i] not in chart.frames.conjunctions]) <= limit and not any(
        chart.at(i, "finite", "verb", "break", "state", "relative") or chart.words[i] in CLOSERS for i in between)


def is_topic(chart: Chart, victim: Mark) -> bool:
    """Plural, or losses: a noun that can be what a count is about."""
    if victim.hit.suffix in chart.frames.theirs and victim.value != "casualties":
        return False  # الذين وصلت جثامينهم
    return victim.value == "casualties" or "plural" in victim.flags or victim.hit.suffix in chart.frames.plural


def is_negated(chart: Chart, mark: Mark) -> bool:
    """لم يُقتل, کشته نشد: nothing befell."""
    if mark.tag == "verb" and mark.first and chart.words[mark.first - 1] in chart.frames.negations:
        return True
    if mark.tag == "victim":  # ۵ نفر کشته نشدند: read as a noun beside its number
        passive = chart.at(mark.last, "finite")
        return passive is not None and passive.value == "become" and chart.frames.negative_verb(chart.words[passive.first])
    if mark.tag != "state":
        return False
    finite = next((m for i in range(mark.last, min(mark.last + 3, chart.size)) if (m := chart.at(i, "finite"))), None)
    return finite is not None and chart.frames.negative_verb(chart.words[finite.first])


def is_hypothetical(chart: Chart, c: Candidate, mark: Mark) -> bool:
    """A forecast or a condition: رجحت أن يقتل 12, ممکن است ۱۲ نفر کشته شوند."""
    present = chart.frames.present
    if present and mark.tag == "verb" and chart.words[mark.first].startswith(present) and mark.first and (
            chart.words[mark.first - 1] in chart.frames.auxiliaries):
        return True  # قد يفقدون: a present behind the particle is a may-be
    low = min(c.first, mark.first)
    start = chart.sentence(c.first)[0]
    for i in range(low - 1, max(start, low - SCOPE) - 1, -1):
        if chart.words[i] in CLOSERS:
            return False
        if chart.at(i, "maybe"):
            return True
    return not chart.frames.article and chart.has(c.end, mark.first, "maybe")


def is_illness(chart: Chart, mark: Mark) -> bool:
    """The sick and those who died of a disease are no figures; a case is one of illness where the sentences around name one."""
    if not mark.flags & {"case", "natural"}:
        return False
    start, stop = chart.sentence(mark.first)
    if "case" in mark.flags:
        for _ in range(CASE_REACH):
            start = chart.sentence(max(0, start - 1))[0]
    return any(start <= m.first < stop for m in chart.by_tag["disease"])
