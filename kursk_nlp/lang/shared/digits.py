"""Numbers written in digits: which characters belong to one, and what it is worth.

A mark between digits groups by three (14,000 14.000 14٬000 ۱۴،۰۰۰), else it is a decimal mark (4.5 4,5 4٫5, Algerian 4ر5); the Arabic
comma never is one, and then separates two numbers (۳،۴). What is no count is left alone: clock times, scores, versions, telephone
numbers, and codes that hang on letters (F-16, ب-52, T72).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...rules.rule import pattern

VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
          "⅙": 1 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
#: letters before digits that are proclitics (ال20، بـ15، ول3) and no code
_CLITICS = frozenset({"و", "ف", "ب", "ل", "ک", "ال", "بال", "وال", "لل", "وب", "ول", "فال", "ولل", "وبال", "کال"})
#: words of two letters that have lost the space before digits, in either language (در24 ساعت, من12 شخصا)
_LOST_SPACE = frozenset({"در", "از", "تا", "به", "با", "بر", "هر", "یا", "من", "فی", "عن", "مع", "او"})
#: Latin letters after digits that are a measure and no code
_MEASURES = frozenset({"km", "m", "cm", "mm", "kg", "g", "mw", "kw", "gw", "x", "usd"})
_GROUP, _DECIMAL = frozenset("،٬,.'’"), frozenset(".,٫ر")

_RUN = pattern("number.digits", r"\d++ (?: [.,:/'’٬٫،\-] \d++ | ر \d++ )*+ | [½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]")
_PIECE = pattern("number.digits.piece", r"\d++ | \D")
_SPACED = pattern("number.digits.spaced", r"(?: [ ] \d{3} (?! \d ) )++ (?: [.,٫] \d++ )?+ (?! [:/\-] \d )")


class Digits(NamedTuple):
    """A number in digits at normal offsets.

    ``dotted`` is the value that it has where a single mark followed by three digits is a decimal mark after all (1.250 million);
    ``slash`` tells a number written with a slash (1/5), a decimal in Farsi where a multiplier, a percent or a measure follows.
    ``hyphen`` tells that another number follows after a hyphen.
    """

    start: int
    end: int
    value: int | float
    dotted: float | None = None
    slash: tuple[int, int] | None = None
    hyphen: bool = False


def find(text: str, whole: bool = False) -> Iterator[Digits]:
    """The numbers in digits of a folded text, in order. ``whole`` takes the text for one expression and keeps more."""
    reach = 0
    for m in _RUN.finditer(text):
        start, end = m.span()
        if start < reach:
            continue
        run = m.group()
        if run in VULGAR:
            yield Digits(start, end, VULGAR[run])
            continue
        if not whole and _is_code(text, start, end):
            continue
        if whole and start and text[start - 1] in ".٫" and run.isdecimal() and not text[:start - 1].strip(" -−+"):
            yield Digits(start - 1, end, float("0." + run[:400]))  # .77
            continue
        if whole and (bare := _all_spaced(run, text, start)) is not None:
            reach = len(text)
            yield bare
            continue
        if run.isdecimal():
            if len(run) <= 3 and run[0] != "0" and (spaced := _SPACED.match(text, end)) and (whole or _credible(spaced.group())):
                reach = spaced.end()
                yield Digits(start, reach, _decimal(run + spaced.group().replace(" ", "")))
            elif end < len(text) and text[end] in VULGAR:
                reach = end + 1
                yield Digits(start, reach, int(run) + VULGAR[text[end]])
            elif whole or len(run) < 5 or (run[0] != "0" and len(run) < 16):
                yield Digits(start, end, int(run[:400]))
            continue
        yield from _marked(run, start, whole)


def _all_spaced(run: str, text: str, start: int) -> Digits | None:
    """A whole string that groups with a mark here and a space there (1٬000 000)."""
    spaced = _SPACED.match(text, start + len(run))
    if spaced is None or run.isdecimal() or spaced.end() < len(text):
        return None
    parts = _PIECE.findall(run)
    if len(parts[0]) > 3 or any(len(p) != 3 for p in parts[2::2]) or any(m not in _GROUP for m in parts[1::2]):
        return None
    return Digits(start, len(text), _decimal("".join(parts[::2]) + spaced.group().replace(" ", "")))


def _credible(groups: str) -> bool:
    """Whether spaced groups in running text are one number (20 000, 1 250 300) and not two side by side (5 120)."""
    return groups.count(" ") > 1 or groups.endswith("00")


def _marked(run: str, start: int, whole: bool) -> Iterator[Digits]:
    """The numbers of a run of digits and marks."""
    if ":" in run or run.count("-") > 1:
        return
    left, hyphen, right = run.partition("-")
    if hyphen:
        if left.isdecimal() and right.isdecimal() and int(left[:400]) >= int(right[:400]):
            return  # a score, a date, a code
        yield from (d._replace(hyphen=True) for d in _segment(left, start))
        yield from _segment(right, start + len(left) + 1)
        return
    yield from _segment(run, start)


def _segment(run: str, start: int) -> Iterator[Digits]:
    """The numbers of digits joined by marks other than hyphens and colons."""
    pieces = _PIECE.findall(run)
    parts, marks = pieces[::2], pieces[1::2]
    end = start + len(run)
    if not marks:
        yield Digits(start, end, int(run[:400]))
        return
    if "/" in marks:
        if len(marks) == 1 and int(parts[1][:400]):
            yield Digits(start, end, float(f"{parts[0]}.{parts[1]}"), slash=(int(parts[0][:400]), int(parts[1][:400])))
        return
    groups = 0
    repeated = len(marks) > 1 and set(marks) == {"٫"}  # a decimal mark cannot stand twice
    if len(parts[0]) <= 3 and parts[0][0] != "0" and (marks[0] in _GROUP or repeated):
        while groups < len(marks) and marks[groups] == marks[0] and len(parts[groups + 1]) == 3:
            groups += 1
    whole_part = "".join(parts[: groups + 1])
    if groups == len(marks):
        dotted = float(f"{parts[0]}.{parts[1]}") if groups == 1 and marks[0] in ".," else None
        yield Digits(start, end, int(whole_part[:400]), dotted=dotted)
    elif groups == len(marks) - 1 and marks[-1] in _DECIMAL and (not groups or marks[-1] != marks[0]):
        yield Digits(start, end, _decimal(f"{whole_part}.{parts[-1]}"))
    elif "،" in marks or marks[0] == ",":  # a list written without spaces
        separator = "،" if "،" in marks else ","
        at = start
        for piece in run.split(separator):
            yield from _segment(piece, at)
            at += len(piece) + 1


def _decimal(written: str) -> int | float:
    value = float(written.replace(",", ".").replace("٫", "."))
    return int(value) if value.is_integer() and value < 1e15 else value


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether digits belong to a name, a code or an address: F-16, ب-52, T72, /2024/, #7."""
    if start and not text[start - 1].isspace():
        before = text[start - 1]
        if before in "/_=@#&?+\\":
            return True
        at = start - 1 if before in "-–" else start
        first = at
        while first and text[first - 1].isalpha() and at - first < 7:
            first -= 1
        letters = text[first:at]
        if not letters or letters in _CLITICS or (at == start and letters in _LOST_SPACE):
            pass
        elif at < start or letters.isascii() or len(letters) < 3:
            return True
    if end < len(text) and text[end].isalpha() and text[end].isascii():
        last = end
        while last < len(text) and text[last].isalnum() and text[last].isascii() and last - end < 8:
            last += 1
        return text[end:last] not in _MEASURES
    return end + 1 < len(text) and text[end] in "-_/" and text[end + 1].isascii() and text[end + 1].isalpha()
