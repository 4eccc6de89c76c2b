"""Who said what: marked words and reported clauses, with cue, speaker and outlets."""

from __future__ import annotations

import dataclasses

from ..rules.frames.quotes import STANCES, QuoteFrames
from ..rules.reporting import Report, Sentence
from ..schema import Attribution, Quote, QuoteKind, Span, Speaker
from .attribution import attribute, distinct
from .clauses import Reader
from .draft import Claim, Draft
from .headings import SAYER, STOPS, end, headline
from .marks import Pair, pairs
from .speakers import Mention, Voices

#: words of a marked name
_TITLE = 5


def find(draft: Draft, frames: QuoteFrames) -> list[Quote]:
    """The quotes of an article, in order of ``start``, at normal offsets; fills ``draft.claims`` as it goes.

    A marked stretch is a quote where a report covers it and it is no name; a reported clause is one where it holds no such
    stretch. A report inside another one's content is no quote, but its speaker vouches for what it says (a claim).
    """
    cues = frames.cues(draft.view, draft.hits)
    marks = pairs(draft.view.normal, cues)
    previous: Sentence | None = None
    voices = Voices(draft, frames)
    inner = {m.open: m for m in marks}
    found: list[Quote] = []
    speaking = False
    for sentence in Reader(draft, frames, marks, cues).sentences():
        reports = frames.reports(sentence)
        if not reports and (report := headline(sentence, frames) or (speaking and _alone(sentence, inner)) or None):
            reports = [report]
        speaking = False
        unsaid, previous = previous, sentence if not reports else None
        for report in _whole(sentence, reports):
            speaker = voices.speaker(sentence, report)
            if report.rule == "before" and unsaid is not None:
                whole = dataclasses.replace(report, content=(0, end(unsaid)))
                _claim(draft, unsaid, whole, speaker, ())
                found += _quotes(draft, frames, unsaid, whole, inner, speaker, ())
            if report.content is None or (speaker is not None and speaker.tale):
                continue
            sources = tuple(attribute(m, draft) for m in voices.outlets(sentence, report))
            _claim(draft, sentence, report, speaker, sources)
            if not report.nested and not report.silent:
                made = _quotes(draft, frames, sentence, report, inner, speaker, sources)
                speaking = speaking or any(q.kind == "direct" for q in made)
                found += made
    draft.claims.sort(key=lambda c: (c.start, c.end))
    return sorted(found, key=lambda q: (q.start, q.end))


def _whole(sentence: Sentence, reports: list[Report]) -> list[Report]:
    """The reports, each split quotation («…», he said, «…») as two that share their speaker: its first half stands before the cue."""
    out = []
    for report in reports:
        first = _first_half(sentence, report)
        if first >= 0 and not any(r.content and r.content[0] <= first < r.content[1] for r in reports):
            if report.speaker and report.speaker[0] <= first:
                report.speaker = (first + 1 + (sentence.items[first + 1].kind == "punct"), report.speaker[1])
            out.append(dataclasses.replace(report, content=(first, first + 1), back=True, skip=0))
        out.append(report)
    return out


def _first_half(sentence: Sentence, report: Report) -> int:
    """The item of the marked words before a cue whose content is marked words too, -1 if there are none."""
    if report.rule != "verb" or report.cue is None or report.back or report.nested or report.content is None:
        return -1
    second = report.content[0]
    if second >= len(sentence.items) or sentence.items[second].kind != "mark":
        return -1
    first = next((i for i in range(second - 1, max(-1, second - SAYER - 5), -1) if sentence.items[i].kind == "mark"), -1)
    if first < 0 or sentence.items[first].start > report.cue.start or (first > 0 and sentence.items[first - 1].kind != "punct"):
        return -1
    between = sentence.items[first + 1:second]
    stops = [i for i, item in enumerate(between) if item.kind == "punct"]
    return first if all(i in (0, len(between) - 1) for i in stops) else -1


def _alone(sentence: Sentence, inner: dict[int, Pair]) -> Report | None:
    """A marked stretch that is a whole sentence after a direct quote: the same speaker goes on."""
    words = [i for i in sentence.items if i.kind != "punct"]
    if len(words) != 1 or words[0].kind != "mark":
        return None
    at = sentence.items.index(words[0])
    return Report("alone", None, (at, at + 1))


def _utterances(draft: Draft, frames: QuoteFrames, sentence: Sentence, report: Report) -> list[int]:
    """The items of the content that are marked words said, not names.

    What follows a definite noun and begins or ends the clause is its predicate (أن العملية «ناجحة»), not its name.
    """
    start, end = report.content or (0, 0)
    predicate = start + 1 if _definite(frames, sentence, start) and not _called(draft, frames, sentence, start + 1, end) else start
    last = end - 1 if _definite(frames, sentence, end - 2) else start
    return [i for i in range(start, min(end, len(sentence.items))) if sentence.items[i].kind == "mark"
            and (report.marked or end - start == 1 or i in (start, predicate, last) or not _is_name(sentence, i))]


def _definite(frames: QuoteFrames, sentence: Sentence, at: int) -> bool:
    return 0 <= at < len(sentence.items) and frames.definite(sentence.items[at].written)


def _called(draft: Draft, frames: QuoteFrames, sentence: Sentence, at: int, end: int) -> bool:
    """Whether marked words after a definite noun are its name all the same: definite or of two words, and the clause goes on."""
    if at + 1 >= end or sentence.items[at].kind != "mark" or sentence.items[at + 1].kind != "word":
        return False
    item = sentence.items[at]
    more = frames.definite(draft.view.normal[item.start + 1:item.end].split(" ")[0]) or item.size > 1
    return more and "quote.title" in sentence.tags(at - 1) and sentence.word(at + 1) not in frames.stops


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether marked words are a title, a code name, a slogan: a noun that takes one stands right before, or with an adjective."""
    item, before = sentence.items[at], sentence.items[at - 1]
    near = sentence.tags(at - 1) | (sentence.tags(at - 2) if before.kind == "word" and before.label != "LOC" else frozenset())
    return bool(near & {"quote.title", "quote.media"}) and item.size <= _TITLE


def _claim(draft: Draft, sentence: Sentence, report: Report, speaker: Mention | None, sources: tuple[Attribution, ...]) -> None:
    start, end = report.content or (0, 0)
    items = sentence.items[start:end]
    if items and (speaker or sources):
        origin = (attribute(speaker, draft),) if speaker else ()
        draft.claims.append(Claim(items[0].start, items[-1].end, distinct((*origin, *sources))))


def _quotes(draft: Draft, frames: QuoteFrames, sentence: Sentence, report: Report, inner: dict[int, Pair], speaker: Mention | None,
            sources: tuple[Attribution, ...]) -> list[Quote]:
    start, end = report.content or (0, 0)
    marked = _utterances(draft, frames, sentence, report)
    if marked:
        bare = all(i.kind != "word" for i in sentence.items[start:end])
        kind: QuoteKind = "direct" if bare and not report.marked and _introduced(sentence, report, start) else "mixed"
        spans = [inner[sentence.items[i].start][1:3] for i in marked]
    elif report.marked:
        return []
    else:
        items = sentence.items[start:end]
        while items and items[-1].word in STOPS - {")"}:
            items = items[:-1]
        while items and items[0].word in STOPS - {"("}:
            items = items[1:]
        if len(items) < 2:
            return []
        kind, spans = "indirect", [(items[0].start + report.skip, items[-1].end)]
    text = draft.view.normal
    cue = report.cue and Span(start=report.cue.start, end=report.cue.end, text=text[report.cue.start:report.cue.end])
    return [Quote(start=a, end=b, text=text[a:b], kind=kind, cue=cue, speaker=_speaker(speaker, text), sources=sources,
                  stance=STANCES.get(report.cue.family, "neutral") if report.cue else "neutral", rule=f"quotes.{report.rule}")
            for a, b in spans]


def _introduced(sentence: Sentence, report: Report, start: int) -> bool:
    """Whether marked words stand on their own: at the beginning, after a stop or right after the verb."""
    before = sentence.items[start - 1] if start else None
    return report.rule == "accord" or before is None or before.kind != "word" or (report.cue is not None and before.end == report.cue.end)


def _speaker(mention: Mention | None, text: str) -> Speaker | None:
    if mention is None:
        return None
    return Speaker(start=mention.start, end=mention.end, text=text[mention.start:mention.end], name=mention.name, role=mention.role,
                   organisation=mention.organisation, id=mention.id)
