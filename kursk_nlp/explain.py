"""A document for a person's eyes: what was found, by which rule, from which characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from .schema import Attribution, Date, Document, Entity, Figure, Number, Quote, Span, Speaker, Unit
from .text.view import View

_BOUNDS = {"approx": "about ", "more_than": "more than ", "less_than": "less than ", "equal_or_more": "at least ",
           "equal_or_less": "up to "}
_SIGNS = {"approx": "~", "more_than": ">", "less_than": "<", "equal_or_more": "≥", "equal_or_less": "≤"}
LAYERS = ("figures", "units", "quotes", "dates", "entities", "numbers")
_NAMES = {"figures": "figure", "units": "unit", "quotes": "quote", "dates": "date", "entities": "name", "numbers": "number"}
Mention = Figure | Unit | Quote | Date | Entity | Number


def isolated(text: str) -> str:
    """``text`` between Unicode isolates (FSI … PDI), so that a right-to-left phrase does not reorder the Latin line around it."""
    return f"\u2068{text}\u2069"


def amount(number: Number, *, short: bool = False) -> str:
    """A number as it was claimed, bounds and all: ``more than 6,000``, ``10,000 to 12,000``; short: ``>6,000``, ``10,000–12,000``."""
    low, high, value = (_grouped(n) for n in (number.low, number.high, number.value))
    if number.kind == "vague":
        return (f"{low}+" if low else "?") if short else f"{low} or more, no count given" if low else "no count given"
    if not value:
        ends = [e for e in (low, high) if e]
        return ("–" if short else " to ").join(ends) if ends else "?"
    bound = (_SIGNS if short else _BOUNDS).get(number.mod or "", "")
    return f"{bound}{value}{'%' if number.kind == 'percent' else ''}"


def _grouped(n: float | None) -> str:
    return "" if n is None else f"{n:,}" if isinstance(n, int) or n % 1 else f"{int(n):,}"


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open spans of the sentences of an original text, in code points of that text."""
    view = View(text)
    return [view.offsets.to_raw(start, end) for start, end in view.sentences]


def sentence_of(spans: list[tuple[int, int]], position: int) -> tuple[int, int]:
    """The span among ``spans`` (as ``sentences`` gives them) that holds ``position``; an empty one where there is none."""
    return spans[max(0, bisect_right(spans, (position, 1 << 60)) - 1)] if spans else (position, position)


def headline(document: Document) -> str:
    """One line on a document: id, language, day of publication and how much of each layer was found."""
    counts = (f"{len(found)} {_NAMES[layer]}{'s' if len(found) != 1 else ''}" for layer in LAYERS if (found := getattr(document, layer)))
    parts = (document.id or "(no id)", document.lang, f"published {document.published or 'unknown'}", ", ".join(counts) or "nothing found")
    return " · ".join(parts)


def explain(document: Document) -> str:
    """What was found in ``document``, sentence by sentence: value, characters and the rule that made it.

    Each mention stands under its sentence as ``layer [start:end] text: reading (rule)``; offsets are code points of the original
    text. A document that was read back from JSON does not hold its text: its mentions are then listed without sentences.
    """
    found: list[tuple[int, int, str, Mention]] = sorted(
        ((m.start, m.end, layer, m) for layer in LAYERS for m in getattr(document, layer)), key=lambda f: (f[0], LAYERS.index(f[2]), f[1]))
    lines = [headline(document)]
    spans = sentences(document.text) if document.text is not None else []
    last = None
    for start, _, layer, mention in found:
        span = sentence_of(spans, start)
        if span != last and document.text is not None:
            lines += ["", f"[{span[0]}:{span[1]}] {isolated(' '.join(document.text[span[0]:span[1]].split()))}"]
            last = span
        lines.append(f"  {_NAMES[layer]:6} {_place(mention)}: {_said(document, mention)} ({mention.rule})")
    lines += [f"  skipped {_place(s)}: looking through it took too long ({s.rule})" for s in document.skipped]
    return "\n".join(lines)


def _said(document: Document, mention: Mention) -> str:
    return ", ".join(f"{name} {value}".strip() for name, value in reading(document, mention))


def _place(span: Span) -> str:
    text = " ".join(span.text.split())
    return f"[{span.start}:{span.end}] {isolated(text if len(text) <= 60 else text[:59] + '…')}"


def _fields(record: Mention, *names: str) -> Iterator[tuple[str, str]]:
    for name in names:
        value = getattr(record, name)
        if value not in (None, False, ""):
            yield ("", name) if value is True else (name, str(value))


def _who(role: str, span: Attribution | Speaker) -> tuple[str, str]:
    return role, _place(span) + (f" = {isolated(span.name)}" if span.name and span.name != span.text else "")


def reading(document: Document, mention: Mention) -> Iterator[tuple[str, str]]:
    """What a mention says beyond its text, as pairs of a name ("" where the value speaks for itself) and a value."""
    if isinstance(mention, Figure):
        yield "", f"{amount(mention.number)} {mention.outcome}"
        if mention.victims:
            yield "counted", _place(mention.victims)
        yield from _fields(mention, "country", "role", "date", "cumulative")
        if mention.place:
            yield "in", _place(mention.place)
        for word, other in (("part of", mention.part_of), ("a fraction of", mention.fraction_of)):
            if other is not None:
                yield word, _place(document.figures[other].number)
        if mention.status != "asserted":
            yield "", mention.status
    elif isinstance(mention, Quote):
        yield "", mention.kind
        if mention.stance != "neutral":
            yield "", mention.stance
        if mention.cue:
            yield "cue", _place(mention.cue)
        if mention.speaker:
            yield _who("speaker", mention.speaker)
            yield from (("speaker's " + k, v) for k in ("role", "organisation", "id") if (v := getattr(mention.speaker, k)))
    elif isinstance(mention, Date):
        yield "", f"{mention.type} {mention.value or 'unresolved'}"
        yield from _fields(mention, "mod")
        if mention.calendar != "gregorian":
            yield "", mention.calendar
    elif isinstance(mention, Number):
        yield "", f"{mention.kind} {amount(mention)}"
    elif isinstance(mention, Unit):
        yield "", mention.kind
        yield from _fields(mention, "echelon", "arm", "designator", "country")
    else:
        yield "", mention.label
        yield from _fields(mention, "id", "country")
    for source in mention.sources if isinstance(mention, Figure | Quote) else ():
        yield _who("said by", source)
