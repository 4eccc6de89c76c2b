"""Rules that look past the clause: topics, breakdowns, lists, corrections."""

from __future__ import annotations

from .candidate import Candidate, before
from .chart import CLOSERS, COMMAS, Chart, Mark
from .fit import COUNTED_TOGETHER, accept, goes_on, is_topic, predicate, rule, together
from .govern import pair_of


@rule
def topic(chart: Chart, found: list[Candidate], k: int) -> bool:
    """The number of a topic named before: ارتفع عدد القتلى إلى 12، شمار زخمیان به ۱۲ نفر رسید، زخمیان را ۲۷ تن اعلام کرد."""
    c = found[k]
    led = c.prep in chart.frames.topic or _rises_from(chart, found, k)
    if not led or (c.kind not in ("empty", "other") and not c.people) or _is_rise(chart, c) or _is_forecast(chart, found, k):
        return False
    told = chart.at(c.end, "copula")
    if (c.prep or told) and c.kind == "empty" and chart.frames.article and (
            mark := chart.at(told.last if told else c.end, "count")) and _named_behind(chart, c, mark):
        return True
    start = chart.sentence(c.first)[0]
    counted = {j for d in found[max(0, k - 8):k] for j in range(d.first, d.end)}
    resumed = _resumed(chart, c)
    if resumed and k and found[k - 1].outcome:
        c.flags.add("resumed")
        c.sibling = found[k - 1]
    for i in range(c.first - 1, max(start, c.first - 40) - 1, -1):
        if i in counted or chart.plain(i) or (chart.words[i] == ":" and c.first - i > 3):
            continue
        if not chart.frames.article and (mark := chart.at(i, "claimed")) and mark.value == "count":
            near_enough = mark.last < c.first and chart.words[mark.last] in (chart.frames.object_mark, *chart.frames.topic)
            return near_enough and k > 0 and bool(found[k - 1].outcome) and _taken_up(chart, found, k, mark)
        if (mark := chart.at(i, "count")) and not chart.ending(mark.last + 1, "label"):
            return _of_count(chart, found, k, mark)
        victim = chart.at(i, "victim")
        if victim and chart.ending(i, "thing"):
            continue  # مدرسة النازحين: they only say whose
        if victim and is_topic(chart, victim) and victim.last == c.first and chart.words[victim.first - 1] in chart.frames.pair:
            c.flags.add("of_victims")
            return _of_noun(chart, c, victim)
        if victim and is_topic(chart, victim) and not chart.ending(victim.first, "prep"):
            head = _count_before(chart, victim, start)
            if head is not None:
                return _of_count(chart, found, k, head)
            return _of_noun(chart, c, victim)
        if chart.words[i] in CLOSERS or (chart.at(i, "break") and not resumed):
            return False
    return False


def _is_forecast(chart: Chart, found: list[Candidate], k: int) -> bool:
    """به ۲۳ نفر رسیده و انتظار می‌رود از ۵۰ نفر فراتر برود; من المتوقع أن يرتفع عدد القتلى إلى 50."""
    c, start = found[k], chart.sentence(found[k].first)[0]
    low = max(start, c.first - FORECAST, found[k - 1].end if k else 0)
    for i in range(c.first - 1, low - 1, -1):
        if chart.at(i, "maybe"):
            return True
        if chart.words[i] in CLOSERS or chart.words[i] in COMMAS:
            break
    return False


def _named_behind(chart: Chart, c: Candidate, count: Mark) -> bool:
    """ارتفع إلى 157 عدد قتلى الزلزال: the topic comes last."""
    for i in range(count.last, min(count.last + 3, chart.size) if not chart.joined(count) else count.last):
        if victim := chart.at(i, "victim"):
            c.topic = (count.first, victim.last)
            return accept(chart, c, victim)
    return False


def _count_before(chart: Chart, victim: Mark, start: int) -> Mark | None:
    """The word for "number of" that a victim noun depends on; another victim noun or number between ends the search."""
    for i in range(victim.first - 1, max(start, victim.first - 5) - 1, -1):
        if mark := chart.at(i, "count"):
            return mark
        if i in chart.numbers or chart.at(i, "victim", "finite"):
            return None
    return None


def _resumed(chart: Chart, c: Candidate) -> bool:
    """بينما تقول مصادر إنه تجاوز 13 ألفا: a pronoun right before takes the topic up again."""
    return any((mark := chart.at(i, "break")) and mark.hit.stem_end - mark.hit.stem > 2
               and chart.words[i].endswith(tuple(chart.frames.possessors)) for i in range(max(0, c.first - 3), c.first))


def _rises_from(chart: Chart, found: list[Candidate], k: int) -> bool:
    """ارتفع عدد القتلى من 36 إلى 41: the earlier count of a topic that has risen or fallen."""
    c, d = found[k], found[k + 1] if k + 1 < len(found) else None
    if c.prep not in chart.frames.partitive or d is None or d.kind == "thing" or not d.prep or d.prep not in chart.frames.topic:
        return False
    low = max(chart.sentence(c.first)[0], c.first - 12)
    return d.first - c.end <= 2 and chart.has(low, c.first, "reach")


def _is_rise(chart: Chart, c: Candidate) -> bool:
    """A rise or fall *by* a number is no total."""
    return bool(chart.ending(c.first, "by") or (not c.prep and chart.at(c.end, "by")))


def _of_count(chart: Chart, found: list[Candidate], k: int, mark: Mark) -> bool:
    """The topic is how many: the first word behind it that says what befell; fighters with none are a strength."""
    c, role = found[k], ""
    if (mark.hit.suffix in chart.frames.possessors and mark.hit.suffix) or chart.at(mark.last, "anaphor"):
        return _taken_up(chart, found, k, mark)
    for i in range(mark.last, c.first):
        said = chart.at(i, "victim", "state", "verb")
        strength = said is not None and said.value == "deployed" and role in ("military", "fighter")
        if said and not strength and (said.tag != "state" or predicate(chart, said)):
            c.topic = (mark.first, c.first)
            return accept(chart, c, said)
        if chart.at(i, "act") and i == mark.last:
            return False
        if chart.at(i, "thing") and not role:
            return False
        person = chart.at(i, "person", "people")
        if person and not role:
            role = person.value
    if chart.frames.article and mark.hit.prefix.endswith(chart.frames.article) and not role:
        return _taken_up(chart, found, k, mark)
    person_role = c.role if c.role not in ("", "-") else role
    if person_role in ("military", "fighter") and role in ("military", "fighter", "-"):
        c.role, c.outcome, c.topic = person_role, "deployed", (mark.first, c.first)
        return True
    return False


def _taken_up(chart: Chart, found: list[Candidate], k: int, mark: Mark) -> bool:
    """شمار آنان را ده هزار تن برآورد کرد, عددهم 300: those counted before, in this sentence or the last."""
    c = found[k]
    low = chart.sentence(max(0, chart.sentence(c.first)[0] - 1))[0]
    start = chart.sentence(c.first)[0]
    d = next((d for d in before(found, k, low) if d.outcome), None)
    just_before = range(mark.first - 1, max(start, mark.first - NEAR) - 1, -1)
    said = next((v for i in just_before if (v := chart.at(i, "victim")) and is_topic(chart, v)), None)
    if said is not None and (d is None or said.first >= d.end):
        c.outcome, c.topic = together(chart, said), (said.first, c.first)  # المفقودون لا يتعدى عددهم 15
        return True
    theirs = bool(mark.hit.suffix) or chart.at(mark.last, "anaphor") is not None
    if theirs and d is not None and d.first < start and 0 < (d.number.value or 0) < (c.number.value or 0):
        d = None  # more than those counted before: others
    if d is None and (deed := _of_all(chart, mark, start)):
        c.outcome, c.topic = deed.value, (deed.first, c.first)
        return True
    if d is None:
        people = next((p for i in range(mark.first - 1, low - 1, -1) if (p := chart.at(i, "people", "person"))), None)
        if people is None or people.value != "military":
            return False
        c.outcome, c.topic, c.role = "deployed", (low, c.first), "military"
        return True
    c.outcome, c.sibling, c.topic = d.outcome, d, (mark.first, c.first)
    c.flags.add("resumed")
    return True


def _of_noun(chart: Chart, c: Candidate, victim: Mark) -> bool:
    """The topic is a noun by itself; losses may be money, so they need people near: خسائر الكوريين، خسائرهم."""
    between = range(victim.last, c.first)
    if victim.value == "casualties" and c.kind != "person" and not (
            victim.hit.suffix in chart.frames.possessors
            or any(chart.at(i, "person", "people", "victim") or i in chart.unit
                   or ((e := chart.entity.get(i)) and e.label in ("NORP", "LOC")) for i in between)
            or pair_of(chart, c)):
        return False
    if len(between) > 1 and any(chart.at(i, "thing") for i in (victim.last, victim.last + 1)):
        return False
    c.topic = (victim.first, c.first)
    c.governor = (victim.first, victim.last)
    c.outcome = together(chart, victim)
    return True


def _of_all(chart: Chart, mark: Mark, start: int) -> Mark | None:
    """مقتل جميع من كانوا على متنها وعددهم 62: what befell all of them."""
    for i in range(mark.first - 1, max(start, mark.first - 12) - 1, -1):
        if i in chart.numbers or chart.words[i] in CLOSERS:
            return None
        if chart.words[i] in chart.frames.all_of:
            deed = chart.ending(i, "act", "verb")
            return deed if deed and deed.value in COUNTED_TOGETHER else None
    return None


@rule
def among(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A breakdown takes the outcome of what it breaks down: بينهم 3 أطفال، از جمله ۳ کودک، ثلث منهم."""
    c = found[k]
    opener = chart.ending(c.first, "among")
    if opener and chart.ending(opener.first, "finite", "verb"):
        return False
    if not opener and chart.ending(c.first, "relative") and k and found[k - 1].outcome and found[k - 1].first >= chart.sentence(c.first)[0]:
        opener = chart.ending(c.first, "relative") if c.head and "classifier" in c.head.flags else None
    if k and "none" in found[k - 1].flags and c.joined and not c.prep and c.people and c.first - found[k - 1].end <= 1:
        c.flags.add("none")
        return True
    if not (c.anaphor or opener or goes_on(chart, found, k, "among")):
        return False
    if not opener and c.number.rule == "one" and not _is_told(chart, c):
        return False
    if _of_none(chart, found, k, opener is not None):
        c.flags.add("none")
        return True
    if not opener and not c.anaphor:
        c.outcome, c.parent, c.sibling = found[k - 1].outcome, found[k - 1].parent, found[k - 1]
        return True
    parent = whole(chart, found, k)
    if opener and opener.value:
        c.outcome = opener.value
        return True
    if parent is None:
        return False
    c.parent, c.outcome = parent, parent.outcome
    return True


def _is_told(chart: Chart, c: Candidate) -> bool:
    """أحدهم طفل, یکی از آنان خبرنگار بود: what one of them is, not what one of them does."""
    if chart.frames.article:
        return not chart.at(c.end, "finite", "verb", "copula")
    verb = next((m for i in range(c.end, chart.sentence(c.first)[1]) if (m := chart.at(i, "finite", "verb"))), None)
    return verb is not None and verb.value == "be"


def _of_none(chart: Chart, found: list[Candidate], k: int, opener: bool) -> bool:
    """Those among the rescued, or of the gunmen who did it, are no figure when their whole is none."""
    c = found[k]
    start = chart.sentence(max(0, chart.sentence(c.first)[0] - 1))[0]
    d = next((d for d in before(found, k, start) if d.kind != "thing" and not (d.prep and not d.outcome and not _is_safe(d))), None)
    if d is not None and d.first < chart.sentence(c.first)[0] and not _is_safe(d):
        return False
    mark = chart.ending(c.first, "among")
    if opener and mark and d is not None and d is found[k - 1] and not d.outcome and not d.prep and mark.first - d.end <= 1:
        return True  # كان عددهم 20 من بينهم امرأة: those were none
    return (opener or c.anaphor) and d is not None and d.people and not d.outcome


def _is_safe(d: Candidate) -> bool:
    return d.head is not None and "safe" in d.head.flags


def whole(chart: Chart, found: list[Candidate], k: int) -> Candidate | None:
    """The figure that a breakdown breaks down: the nearest one before, in its sentence or the one before it."""
    c = found[k]
    low = chart.sentence(max(0, chart.sentence(c.first)[0] - 1))[0]
    want = c.head.value if c.head is not None and c.kind == "victim" and c.head.value != "casualties" else ""
    for d in before(found, k, low):
        if d.outcome and (not want or d.outcome == want):
            return d.parent if d.parent is not None and "among" in (d.rule, *d.flags) and not c.anaphor else d
    return None


@rule
def listed(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A list goes on: 3 جنود ومدنيان، ۳ سرباز و دو غیرنظامی, or opens behind a colon."""
    c = found[k]
    if not c.people and c.kind != "unknown":
        return bool(c.kind in ("empty", "other") and _gapped(chart, found, k))
    if goes_on(chart, found, k):
        d = found[k - 1]
        if d.outcome == "deployed" and c.role not in ("military", "fighter", "element", ""):
            return False
        c.outcome, c.sibling, c.parent = d.outcome, d, d.parent
        if d.rule == "among" or "among" in d.flags:
            c.flags.add("among")
        return True
    return False


@rule
def enumerated(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A colon opens the list of those just counted: … کشته شدند: ۷۴۵ غیرنظامی، ۱۲۵ نیرو."""
    c = found[k]
    if not k or not (c.people or c.kind == "unknown") or not found[k - 1].outcome:
        return False
    d = found[k - 1]
    if chart.words[c.first - 1] == ":" and d.first >= chart.sentence(c.first)[0]:
        c.outcome, c.parent = d.outcome, d
    elif d.rule == "enumerated" and goes_on(chart, found, k):
        c.outcome, c.parent = d.outcome, d.parent
    else:
        return False
    c.flags.add("among")
    return True


def _gapped(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A number whose noun is left out goes on from the one before: و55 إلى مستشفى آخر، وإلى تشاد نصف مليون."""
    c = found[k]
    if not k:
        return False
    d = found[k - 1]
    if not d.outcome or d.kind == "thing" or d.first < chart.sentence(c.first)[0] or c.first - d.end > 8:
        return False
    between = range(d.end, c.first)
    if any(chart.at(i, "break", "among") or chart.words[i] in CLOSERS for i in between):
        return False
    parallel = chart.at(c.last, "prep") and any(chart.words[i] == chart.words[c.last] for i in between)
    if not parallel and chart.has(d.end, c.first, "finite", "verb", "state", "thing"):
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


#: how far before its number the word of a forecast stands
FORECAST = 10
#: how far before a word of counting the people that it counts stand
NEAR = 6
#: how far behind the number that is negated the right one stands
BUT = 8


@rule
def corrected(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A number said to be wrong takes the outcome of the one it is set against: ۱۱ نفر کشته شدند، نه ۱۳ نفر."""
    c = found[k]
    if not k or not found[k - 1].outcome or found[k - 1].first < chart.sentence(c.first)[0]:
        return False
    right = (but := unsaid(chart, found[k - 1])) is not None and but.last <= c.first <= but.last + 3
    if not right and (chart.frames.article or not chart.ending(c.first, "not")):
        return False
    c.outcome, c.sibling = found[k - 1].outcome, found[k - 1]
    if not right:
        c.flags.add("denied")
    return True


def unsaid(chart: Chart, c: Candidate) -> Mark | None:
    """لم تعد 30 قتيلا بل 41, نه ۳۰ نفر بلکه ۴۱ نفر: the word that sets the right number against one that is negated; not "not only"."""
    start, stop = chart.sentence(c.first)
    but = next((m for i in range(c.end, min(stop, c.end + BUT)) if (m := chart.at(i, "but"))), None)
    if but is None or chart.numbers.isdisjoint(range(but.last, but.last + 4)) or not chart.numbers.isdisjoint(range(c.end, but.first)):
        return None
    before_it = range(max(start, c.first - 5), c.first)
    if any(chart.at(i, "only") for i in (*before_it, *range(c.end, but.first))):
        return None
    if any(chart.words[i] in chart.frames.negations or chart.at(i, "not") for i in before_it):
        return but
    behind = (chart.words[i] for i in range(c.end, but.first) if chart.at(i, "finite"))
    return but if not chart.frames.article and any(chart.frames.negative_verb(word) for word in behind) else None
