"""Whether the text stands by a figure: denials, corrections, doubts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from ...schema import Attribution
from .candidate import Candidate
from .chart import CLOSERS, Chart, Mark
from .discourse import unsaid

#: how many sentences a denial may reach back over
REACH_BACK = 4
#: how far from a denial or doubt the words stand that tell what it is about, and how far from its number a denial
CLAIM, DENIAL = 8, 14
#: how far before a deed the word stands by which somebody denies having done it
BLAME = 6
_first = attrgetter("first")


def statuses(chart: Chart, kept: list[Candidate], sources: Sequence[tuple[Attribution, ...]]) -> list[str]:
    """``asserted``, ``denied`` or ``unconfirmed`` for each figure; ``sources`` tell who vouches for it."""
    sourced = [bool(said) for said in sources]
    out = ["denied" if _denied_here(chart, c) else "asserted" for c in kept]
    content = {_behind_denial(chart, c, chart.sentence(c.first)[0]) for c in kept}  # what these deny stands behind them
    for mark in chart.by_tag["deny"]:
        if mark.first not in content and _about_claims(chart, mark) and not _is_negated(chart, mark):
            for k in _of_claimant(chart, kept, sources, mark) or _meant(chart, kept, sourced, mark):
                out[k] = "denied"
    for mark in chart.by_tag["doubt"]:
        if mark.value == "self" or (mark.value == "that" and _points_back(chart, mark)):
            meant = _before_in_sentence(chart, kept, mark)
        elif mark.value != "that" and (mark.value == "full" or _near(chart, mark, "verify")):
            meant = _of_claimant(chart, kept, sources, mark)
            if not meant and (_near(chart, mark, "claimed") or _told_as_that(chart, mark)):
                meant = _meant(chart, kept, sourced, mark) or _before_in_sentence(chart, kept, mark)
        else:
            continue
        for k in meant:
            if out[k] == "asserted":
                out[k] = "unconfirmed"
    return out


def _points_back(chart: Chart, mark: Mark) -> bool:
    """لم تؤكد السلطات ذلك, ولم تؤكد الوزارة هذه الحصيلة."""
    return any(chart.at(i, "claimed", "that") for i in range(mark.last, min(mark.last + CLAIM, chart.sentence(mark.first)[1])))


def _of_claimant(chart: Chart, kept: list[Candidate], sources: Sequence[tuple[Attribution, ...]], mark: Mark) -> list[int]:
    """The figures of the one whose count a denial or doubt names: التحقق من حصيلة المرصد leaves the ministry's alone."""
    start, stop = chart.sentence(mark.first)
    named: set[str] = set()
    for i in range(max(start, mark.first - CLAIM), min(stop, mark.last + CLAIM)):
        if chart.at(i, "count", "claim"):
            named |= {chart.words[j] for j in range(i + 1, min(i + 4, stop)) if chart.is_word(j)}
    low = start
    for _ in range(REACH_BACK if named else 0):
        low = chart.sentence(max(0, low - 1))[0]
    return [k for k in _between(kept, low, mark.first) if any(
        not named.isdisjoint(chart.folded[s.start:s.end].split()) for s in sources[k])] if named else []


def _denied_here(chart: Chart, c: Candidate) -> bool:
    """Set against the right number, taken back later, or the content of a denial."""
    if "denied" in c.flags:
        return True
    start, stop = chart.sentence(c.first)
    if _was_first(chart, c, start) and any(chart.at(i, "correct") for i in range(start, stop)):
        return True
    if unsaid(chart, c) is not None:
        return True
    if _put_right(chart, c, start, stop):
        return True
    if c.topic and c.prep and c.prep == chart.frames.passed and any(chart.at(i, "correct") for i in range(c.end, min(c.end + 10, stop))):
        return True
    return not _is_blamed(chart, c, start) and (_behind_denial(chart, c, start) is not None or _before_denial(chart, c, stop))


def _is_blamed(chart: Chart, c: Candidate, start: int) -> bool:
    """نفى مسؤوليته عن مقتل 12: not the count is denied."""
    low = min(c.first, c.governor[0]) if c.governor else c.first
    return any(chart.at(i, "blame") for i in range(max(start, low - BLAME), low))


def _told_as_that(chart: Chart, mark: Mark) -> bool:
    """آن را تأیید نکرد."""
    return mark.value == "full" and any(chart.at(i, "that") for i in range(max(0, mark.first - 3), mark.first))


def _was_first(chart: Chart, c: Candidate, start: int) -> bool:
    """نخست ۲۰ کشته, آمار قبلی ۱۵ فوتی."""
    if chart.frames.article:
        return chart.ending(c.first, "corrected") is not None
    for i in range(c.first - 1, max(start, c.first - CLAIM) - 1, -1):
        if i in chart.numbers or chart.words[i] in CLOSERS:
            return False
        if chart.at(i, "corrected"):
            return True
    return False


def _put_right(chart: Chart, c: Candidate, start: int, stop: int) -> bool:
    """أعلنت في البداية مقتل 20 ثم صححت العدد إلى 15: with a word for the first count before it or another number behind the correction."""
    if not chart.frames.article or not c.outcome:
        return False
    mark = next((m for i in range(c.end, stop) if (m := chart.at(i, "correct"))), None)
    if mark is None:
        return False
    first = any(chart.at(i, "corrected") for i in range(start, c.first))
    return first or any(i in chart.numbers for i in range(mark.last, min(mark.last + 5, stop)))


def _behind_denial(chart: Chart, c: Candidate, start: int) -> int | None:
    """The denial that a figure is the content of: نفى مقتل 12 جنديا, نفت أنباء تحدثت عن مقتل 12; not نفى ذلك وقال إن 12 قتلوا."""
    low = c.governor[0] if c.governor and c.governor[0] < c.first else c.first
    for i in range(low - 1, max(start, low - DENIAL) - 1, -1):
        if deny := chart.at(i, "deny"):
            said = [h for h in chart.draft.hits.within(chart.ends[i], chart.starts[low], "quote.say", "quote.participle")
                    if not _is_what_is_told(chart, chart.tokens.at(h.start))]  # نفى ذلك مؤكدا أن ثلاثة قتلوا
            own = (not chart.frames.object_mark or deny.value == "noun") and not said and not _is_negated(chart, deny)
            return i if own else None
        if chart.at(i, "relative", "finite") and _is_what_is_told(chart, i):
            continue
        if chart.at(i, "finite", "relative") or chart.words[i] in CLOSERS:
            return None
    return None


def _is_what_is_told(chart: Chart, i: int) -> bool:
    """أنباء تحدثت عن, ما ذكرته صفحات, این خبر که: the word stands right behind what was told."""
    relative_what = bool(chart.frames.article) and i > 0 and chart.words[i - 1] in chart.frames.negations
    return relative_what or chart.ending(i, "claim", "claimed") is not None


def _before_denial(chart: Chart, c: Candidate, stop: int) -> bool:
    """کشته شدن ۱۲ نفر را تکذیب کرد, این خبر را که ۱۲ نفر کشته‌اند رد کرد."""
    if not chart.frames.object_mark:
        return False
    if _claim_denied(chart, c, stop):
        return True
    if c.rule != "act":
        return False
    for i in range(c.end, min(stop, c.end + 8)):
        if chart.words[i] == chart.frames.object_mark:
            return any(chart.at(j, "deny") for j in range(i + 1, min(i + 4, stop)))
        if chart.at(i, "finite", "verb"):
            return False
    return False


def _claim_denied(chart: Chart, c: Candidate, stop: int) -> bool:
    """A claim that the figure is the content of, as the object of a denial behind it."""
    low = min(c.first, c.governor[0]) if c.governor else c.first
    start = chart.sentence(c.first)[0]
    claim = None
    for i in range(low - 1, max(start, low - DENIAL) - 1, -1):
        if chart.words[i] in CLOSERS or chart.at(i, "finite", "deny"):
            return False
        if claim := chart.at(i, "claim", "claimed"):
            break
    if claim is None:
        return False
    told = chart.at(claim.last, "relative") is not None or any(
        chart.words[i] == chart.frames.object_mark for i in range(claim.last, c.first))
    for i in range(c.end, min(stop, c.end + DENIAL)):
        if chart.words[i] in CLOSERS or (chart.at(i, "break") and i > c.end):
            return False
        told = told or chart.words[i] == chart.frames.object_mark
        if deny := chart.at(i, "deny"):
            said = chart.draft.hits.within(chart.ends[c.end - 1], chart.starts[i], "quote.say", "quote.participle")
            return told and not said and not _is_negated(chart, deny)
    return False


def _is_negated(chart: Chart, mark: Mark) -> bool:
    """رد نکرده است, لم ينف: no denial."""
    negative = chart.frames.negative_verb
    behind = chart.at(mark.last, "finite")
    return (mark.first > 0 and chart.words[mark.first - 1] in chart.frames.negations) or any(
        negative(chart.words[i]) for i in range(mark.first + 1, behind.last if behind else mark.last))


def _about_claims(chart: Chart, mark: Mark) -> bool:
    """The sentence points at a count given before: هذه الأرقام, این آمار, أعداد الضحايا."""
    start, stop = chart.sentence(mark.first)
    counts = (m for i in range(max(start, mark.first - 12), min(stop, mark.last + 12)) if (m := chart.at(i, "count")))
    return _near(chart, mark, "claimed") or any(chart.at(m.last, "victim") for m in counts)


def _near(chart: Chart, mark: Mark, tag: str) -> bool:
    start, stop = chart.sentence(mark.first)
    return any(chart.at(i, tag) for i in range(max(start, mark.first - 12), min(stop, mark.last + 12)))


def _before_in_sentence(chart: Chart, kept: list[Candidate], mark: Mark) -> list[int]:
    start = chart.sentence(mark.first)[0]
    return list(_between(kept, start, mark.first))


def _between(kept: list[Candidate], first: int, last: int) -> range:
    """Which of the candidates, that are in order, begin at the tokens ``first:last``."""
    return range(bisect_left(kept, first, key=_first), bisect_left(kept, last, key=_first))


def _meant(chart: Chart, kept: list[Candidate], sourced: list[bool], mark: Mark) -> list[int]:
    """The figures a denial or doubt is about: those before it in its sentence, else the nearest sentence with claimed ones."""
    start, stop = chart.sentence(mark.first)
    window = range(max(start, mark.first - 8), min(stop, mark.last + 8))
    losses = any(chart.at(i, "victim") for i in window)
    low, counts = start, any((m := chart.at(i, "claimed")) and m.value == "count" for i in window)
    for _ in range(REACH_BACK + 1 if counts else 2):
        found = [k for k in _between(kept, low, mark.first) if sourced[k]]
        if found:
            return [k for k in found if not (losses and kept[k].outcome == "deployed")]
        if low == 0:
            break
        low = chart.sentence(low - 1)[0]
    return []
