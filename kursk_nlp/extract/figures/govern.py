"""Which word of the clause says what befell those counted: the rules of government, each with the grammar that it stands on.

A rule is given the chart, the candidates of the article and the index of one; it fills in the outcome and answers whether it did.
The language says which rules its grammar has and in which order they are asked.
"""

from __future__ import annotations

from . import fit
from .candidate import Candidate
from .candidate import before as before_it
from .chart import CLOSERS, Chart
from .fit import RULES, accept, coordinated_after, goes_on, governing_noun, is_topic, near, predicate, rule, together
from .reach import asks_preposition, before, found_again, is_agent


def govern(chart: Chart, found: list[Candidate]) -> None:
    """Ask the rules of the language about every candidate, in order of place."""
    order = [RULES[name] for name in chart.frames.rules]
    for k, c in enumerate(found):
        if c.kind == "thing":
            continue
        if k and any(d.outcome and d.first >= chart.sentence(c.first)[0] for d in found[max(0, k - 4):k]):
            c.flags.add("company")
        for ask in order:
            if ask(chart, found, k):
                c.rule = ask.__name__ if "none" not in c.flags else ""
                if c.outcome and (_adds(chart, c) or _of_nobody(chart, found, k)):
                    c.outcome, c.rule = "", ""
                break


def _adds(chart: Chart, c: Candidate) -> bool:
    """با فوت یکی از مجروحان شمار کشته‌ها به ۱۹ نفر رسید: what makes a toll rise is in the toll."""
    if chart.frames.article or c.governor is None or c.governor[0] == 0 or not chart.at(c.governor[0], "act", "state"):
        return False
    stop = chart.sentence(c.first)[1]
    opened = c.governor[0] < c.first and chart.words[c.governor[0] - 1] == chart.frames.along
    return opened and all(chart.has(c.end, stop, tag) for tag in ("count", "reach"))


def _of_nobody(chart: Chart, found: list[Candidate], k: int) -> bool:
    """یکی از آنها پارسال درگذشت: one of people to whom nothing befell died of old age."""
    c = found[k]
    if c.number.rule != "one" or not c.anaphor or c.kind != "empty" or c.governor is None:
        return False
    mark = chart.at(c.governor[0], "verb", "state", "act")
    low = chart.sentence(max(0, chart.sentence(c.first)[0] - 1))[0]
    return mark is not None and "natural" in mark.flags and not any(d.outcome for d in before_it(found, k, low))


@rule
def noun(chart: Chart, found: list[Candidate], k: int) -> bool:
    """The counted noun says what befell: 12 قتيلا، ۱۲ کشته، ۲۸ شهید."""
    c = found[k]
    if c.kind != "victim" or c.head is None:
        return False
    if c.single and c.number.value == 1 and not chart.ending(c.first, "bring", "act", "among", "verb") and not goes_on(chart, found, k):
        return False
    taken = c.partitive and c.head.value != "killed"
    deed = governing_noun(chart, c.front) or chart.ending(c.front, "verb")
    if deed and deed.value == "killed" and c.head.value == "injured" and not c.prep and accept(chart, c, deed):
        return True  # وفاة جريحين, مرگ ۲ مجروح
    if c.head.value == "injured" and not c.prep and _died(chart, found, k):
        return True
    if ("status" in c.head.flags or taken) and _something_befell(chart, found, k):
        return True
    if fit.is_hypothetical(chart, c, c.head) or fit.is_illness(chart, c.head):
        return False
    c.outcome = pair_of(chart, c) or together(chart, c.head)
    c.governor = (c.head.first, c.head.last)
    return True


def _died(chart: Chart, found: list[Candidate], k: int) -> bool:
    """إن جريحين فارقا الحياة, سه مجروح جان باختند: what stands right behind the wounded."""
    c = found[k]
    if RULES["attribute"](chart, found, k) and c.outcome == "killed" and c.governor:
        behind = c.governor[1]
        own = chart.frames.article == "" or chart.words[behind - 1].endswith((*chart.frames.plural_verb, chart.frames.accusative))
        if own or (chart.at(c.governor[0], "verb") and chart.at(behind, "fate")):
            return True
    c.outcome, c.governor = "", None
    return False


def _something_befell(chart: Chart, found: list[Candidate], k: int) -> bool:
    """Captives and displaced of whom a verb tells more: أصيب 60 نازحا, کشته شدن ۳ زندانی."""
    c = found[k]
    for name in ("act", "before", "attribute", "after"):
        if name in chart.frames.rules and RULES[name](chart, found, k):
            if c.outcome == "killed" or (c.outcome in ("injured", "casualties", "missing") and not c.partitive):
                return True
            c.outcome, c.governor = "", None
    return False


def pair_of(chart: Chart, c: Candidate) -> str:
    """بين قتيل وجريح behind the number: not told apart."""
    for i in range(c.last, min(c.end + 6, chart.sentence(c.first)[1])):
        victim = chart.at(i, "victim")
        if victim and victim.value in fit.COUNTED_TOGETHER and i > c.last and chart.words[i - 1] in chart.frames.pair:
            other = coordinated_after(chart, victim)
            if other and other.tag == "victim":
                return "casualties"
        if (chart.at(i, "finite", "verb", "break") and not chart.at(i, "bring")) or chart.words[i] in CLOSERS:
            break
    return ""


@rule
def pair(chart: Chart, found: list[Candidate], k: int) -> bool:
    """13 ألفا بين قتيل وجريح, العشرات من جنوده بين قتيل ومصاب."""
    c = found[k]
    if outcome := pair_of(chart, c):
        c.outcome, c.governor = outcome, (c.first, c.end)
        start = chart.sentence(c.first)[0]
        said = next((v for i in range(c.first - 1, start - 1, -1) if (v := chart.at(i, "victim")) and is_topic(chart, v)), None)
        c.topic = (said.first, c.first) if said else None
        return True
    return False


@rule
def attribute(chart: Chart, found: list[Candidate], k: int) -> bool:
    """What stands right behind the noun phrase says it: 9 جنود قُتلوا، 20 جنديا أسيرا، ۱۲ نفر کشته، ۵۲۰۰ سرباز مستقر."""
    c = found[k]
    i = c.end
    if relative := chart.at(i, "relative"):
        i = relative.last
    copula = chart.at(i, "copula")
    if copula:
        i = copula.last
    if i < chart.size and chart.words[i] in chart.frames.auxiliaries:
        i += 1
    mark = chart.at(i, "victim", "state", "verb")
    if mark is not None and mark.tag == "verb" and asks_preposition(mark):
        return False
    if mark is None or chart.joined(mark) or mark.first >= chart.sentence(c.first)[1]:
        return False
    if mark.tag == "victim" and not copula and chart.frames.article:
        if "alone" in c.flags:
            return False
        # أسرت القوات جنديين مصابين: what the verb says comes before what the adjective tells
        if before(chart, found, k) and c.outcome != "deployed":
            return True
        c.outcome, c.governor = "", None
    if mark.tag == "victim" and chart.frames.article and mark.hit.prefix.endswith(chart.frames.article) != c.partitive and not copula:
        return False
    if mark.tag == "state" and (not predicate(chart, mark) or (relative and mark.value == "missing" and found_again(chart, mark))):
        return False
    if mark.tag == "verb" and c.kind == "empty" and not c.anaphor and c.prep:
        return False
    if c.kind == "unknown" and mark.value == "deployed":
        return False
    if not accept(chart, c, mark, strict=bool(c.prep) and mark.tag != "verb" and c.kind != "empty"):
        return False
    if mark.tag == "victim" and not copula and chart.frames.article:
        c.end = mark.last
        if c.noun is None:
            c.noun = (mark.first, mark.last)
        else:
            c.noun = (c.noun[0], mark.last)
    return True


@rule
def act(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A verbal noun right before the number, or before a phrase that only holds whose deed it is: مقتل 3، کشته شدن ۳ نفر."""
    c = found[k]
    written = bool(c.prep) and c.first > 0 and chart.words[c.first - 1] == c.prep
    mark = governing_noun(chart, c.front - written)
    if mark is None or (c.prep and (c.prep not in chart.frames.attached or "carry" not in mark.flags)):
        return False
    if "take" in mark.flags and not near(chart, c.end, "take", 16):
        return False
    if is_agent(chart, found, k) or not accept(chart, c, mark):
        return False
    if "body" in mark.flags and _not_found(chart, c):
        c.outcome = "missing"
    return True


def _not_found(chart: Chart, c: Candidate) -> bool:
    """جسد ۴۰ تن پیدا نشده."""
    found_ = near(chart, c.end, "finite", 4)
    return found_ is not None and found_.value == "compound" and any(
        chart.frames.negative_verb(chart.words[i]) for i in range(found_.first, found_.last))


@rule
def verb(chart: Chart, found: list[Candidate], k: int) -> bool:
    """A verb right before its number: أصيب 12, وفُقد ثلاثة."""
    c = found[k]
    mark = chart.ending(c.front, "verb")
    if mark is None or c.prep or asks_preposition(mark):
        return False
    return not is_agent(chart, found, k) and accept(chart, c, mark)
