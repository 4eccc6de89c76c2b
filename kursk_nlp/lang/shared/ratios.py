"""Numbers said as one of another: one in five, seven of ten, three per thousand, the tenth after the hundredth.

In an article only what can mean nothing else is read so ("three in the thousand", "one of every five"); a string that is nothing but
a number may also hold "one over three", "five of eight parts", "six and nine of ten" (6.9), "the tenth after the hundredth" (110).
"""

from __future__ import annotations

import itertools

from ...rules.frames.numbers import Numeral
from ...text.view import View
from .words import Grammar, whole_number


def combine(view: View, found: list[Numeral], grammar: Grammar, whole: bool) -> list[Numeral]:
    """The numerals with their ratios read as one."""
    if not found:
        return found
    out = list(found)
    _per_power(view, out, grammar, whole)
    if whole and len(out) <= 4:
        out = _whole(view, out, grammar)
    return out


def _gap(view: View, left: Numeral, right: Numeral) -> tuple[str, ...]:
    """The words between two numerals; an "and" is told by ``joined``."""
    words = tuple(view.folded[left.end:right.start].split())
    return () if words == ("و",) else words


def _per_power(view: View, out: list[Numeral], grammar: Grammar, whole: bool) -> None:
    """``three in the thousand``, ``one of every five``."""
    i = 0
    while i + 1 < len(out):
        left, right = out[i], out[i + 1]
        gap = view.folded[left.end:right.start]
        if (len(gap) < 9 and left.kind == right.kind == "cardinal") or (right.kind == "ordinal" and left.kind == "cardinal"):
            words = gap.split()
            power = right.value in (1000, 10_000, 100_000, 1_000_000) and (right.definite or (grammar.units_last and right.words))
            per = power and (gap == " ب" or (len(words) == 1 and words[0] in grammar.per))
            each = len(words) == 2 and words[0] in grammar.of and words[1] in grammar.each
            if (per or each) and left.value and right.value:
                out[i:i + 2] = [left._replace(end=right.end, value=left.value / right.value, kind="fraction", rule="number.ratio")]
                continue
        i += 1


def _whole(view: View, out: list[Numeral], grammar: Grammar) -> list[Numeral]:
    """The ratio that the whole text is, else the numerals as they are."""
    head = tuple(view.folded[:out[0].start].split())
    if len(out) == 1:
        if len(head) == 2 and head[0] in grammar.part and head[1] in grammar.of and out[0].value:
            return [_made(out[0], out[0], 1 / out[0].value, start=0)]
        letters = view.folded[out[0].start:out[0].end]
        if letters in grammar.weekdays:
            return []
        if letters in grammar.unit_fractions and out[0].value and view.raw.strip()[1:2] == "\u064f":  # خُمس is a fifth, خَمس is five
            return [_made(out[0], out[0], 1 / out[0].value)]
        return out
    gaps = [_gap(view, a, b) for a, b in itertools.pairwise(out)]
    last, values = out[-1], [n.value or 0 for n in out]
    if len(out) == 2 and not gaps[0]:
        if out[0].kind == "ordinal" and out[0].value == 100 and view.folded[:out[0].start].strip() == "ب":  # percent, then the number
            return [_made(out[0], last, values[1], start=0)._replace(kind="percent", rule="number.percent")]
        if view.folded[last.start:last.end] in grammar.unit_fractions and not last.joined:
            return [_made(out[0], last, values[0] / values[1])]
        if view.folded[out[0].start:out[0].end] in grammar.unit_fractions and last.definite:
            return [_made(out[0], last, values[1] / values[0])._replace(kind="cardinal")]
        if out[0].kind == "fraction" and last.definite and not last.joined:  # a third of the thirty
            return [_made(out[0], last, values[0] * values[1])._replace(kind="cardinal")]
        if last.joined and last.value in grammar.dual_fractions and isinstance(last.value, int):
            return [_made(out[0], last, values[0] + grammar.dual_fractions[last.value])._replace(kind="cardinal")]
    if len(out) == 2 and len(gaps[0]) == 1 and gaps[0][0] in grammar.after and out[0].kind == "ordinal":
        return [_made(out[0], last, values[0] + values[1])._replace(kind="ordinal", rule="number.ordinal")]
    if not values[-1] or not _is_ratio(gaps[-1], grammar):
        return out
    if len(out) == 3 and not gaps[0] and out[1].joined:
        value = values[0] + values[1] / values[2]
    elif len(out) == 2 and out[0].rule == "number.point" and out[0].split is not None:
        value = out[0].split[0] + out[0].split[1] / values[1]
    elif len(out) == 2 and isinstance(out[0].value, int) and out[0].value > 100 and out[0].value % 100 == 1 and gaps[0][0] in grammar.over:
        value = values[0] - 1 + 1 / values[1]
    elif len(out) == 2:
        value = values[0] / values[1]
    else:
        return out
    made = _made(out[0], last, value)
    if last.kind == "percent":
        return [made._replace(kind="percent", rule="number.percent")]
    return [made._replace(kind="fraction" if abs(value) < 1 else "cardinal")]


def _is_ratio(gap: tuple[str, ...], grammar: Grammar) -> bool:
    if len(gap) == 2:
        return gap[0] in grammar.part and gap[1] in grammar.of
    return len(gap) == 1 and (gap[0] in grammar.over or gap[0] in grammar.of)


def _made(first: Numeral, last: Numeral, value: int | float, start: int | None = None) -> Numeral:
    return first._replace(start=first.start if start is None else start, end=last.end, value=whole_number(value), kind="fraction",
                          rule="number.ratio")
