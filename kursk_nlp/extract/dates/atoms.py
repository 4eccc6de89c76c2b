"""The text as a string of one-character kinds, so that date grammar can be written as patterns over kinds.

Each word of the dates lexicon, each numeral, each numeric date and clock time becomes one atom; every other token is an atom
of kind ``other`` or of its punctuation mark. A proclitic that is a word of its own (و and, ب in) is an atom before its word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from ...gazetteer.tables import NAME, THE_NAME
from ...rules.frames.dates import PREFIX, DateFrames
from ...rules.rule import pattern
from ...text.patterns import Pattern
from ..draft import Draft

#: kinds in no order that matters; ``the`` marks the definite noun
KINDS = (
    "other break comma slash dash dot colon open close n31 n99 glued nbig year4 yearw ord ordbig numdate time month weak weekday "
    "weekday0 day theday days thedays night thenight week theweek mon themon yr theyr age theage quarter thequarter tick thetick moment "
    "clock hour units theunits ticks pair thepair day24 unitadj unitage long yearlong ref refyear rel relago rellater next same samepre "
    "this that edge half last lastpost rest part midnight ampm ago about later since during hence every set suchday vague many whole "
    "one frac mod era eraletter season theseason decade of in by to between equal and within through trimester holiday daymonth th "
    "times or weekdays ezafe yearlead thehalf except mim market relative counter upon refweak equals aheadweak theticks unitsof years "
    "thenago thenlater ahead site thesite prayer paper person agew lasting byside"
).split()
CODE = {kind: chr(0x100 + i) for i, kind in enumerate(KINDS)}
_MARKS = {",": "comma", "،": "comma", "/": "slash", "\\": "slash", "-": "dash", "–": "dash", "—": "dash", ".": "dot", ":": "colon",
          "(": "open", ")": "close", "[": "open", "]": "close", "=": "equals"}
_BY_GRAIN = {"week": "week", "month": "mon", "year": "yr", "decade": "age", "century": "age", "season": "age"}
#: number words that the numerals leave out because they are also an article or a preposition
_NUMBERS = {"single": "n31", "first": "ord"}

_NUMERIC = pattern("date.numeric.form", r"""(?<![\d/.\-:\\]) (?: \d{4} (?P<s>[ ]?[-/.\\][ ]?) \d{1,2} (?P=s) \d{1,2} (?: (?= T?\d\d:) T? )?
    | [4-9]\d (?P<u>[ ]?[-/.][ ]?) \d{1,2} (?P=u) \d{1,2}
    | \d{1,2} / \d{1,2} [ ]? [,،] [ ]? \d{4}
    | \d{1,2} (?P<t>[ ]?[-/.\\][ ]?) \d{1,2} (?P=t) (?: \d{4} | \d{2} ) ) (?! \d | [-/.]\d )""")
_TIME = pattern("date.clock.form", r"(?<![\d:.,/]) (?: [01]?\d | 2[0-4] ) [ ]?:[ ]? [0-5]\d (?: [ ]?:[ ]? [0-5]\d )?+ (?! [\d:] | [.,]\d )")
_DAY_MONTH = pattern("date.day_month.form", r"(?<![\d/.]) \d{1,2} / \d{1,2} (?![\d/])")
#: a day with its zero, which the numerals take for a code
_ZERO = pattern("date.zero.form", r"(?<![\d.,:/]) 0[1-9] (?![\d:/] | [.,]\d)")
#: a day before its month, which the numerals take for a code where such a word stands before it
_DAY_BEFORE = pattern("date.day.form", r"(?<![\d.,:/-]) (0?[1-9] | [12]\d | 3[01]) [ ]? $")
#: a clock time with a comma or point, after the word for it
_COMMA_CLOCK = pattern("date.clock.comma", r"[ ]? ([01]?\d | 2[0-3]) [.,،] ([0-5]\d) (?! \d | [.,]\d )")
_GROUP = pattern("date.digits", r"\d++")


class Atom(NamedTuple):
    """One unit of date grammar at normal offsets."""

    start: int
    end: int
    kind: str
    value: str = ""
    number: float = 0


def atoms(draft: Draft, frames: DateFrames, whole: bool = False) -> list[Atom]:
    """The atoms of the text, in order and without overlap; together they cover every token."""
    text = draft.view.folded
    chosen: list[Atom] = []
    reach = 0
    for atom in sorted(_candidates(draft, frames, whole), key=lambda a: (a.start, -a.end, a.kind in ("n31", "n99", "nbig", "ord"))):
        if atom.start >= reach:
            if chosen and atom.start == reach and atom.kind in ("n31", "n99", "year4") and chosen[-1].kind in ("month", "weak"):
                atom = atom._replace(kind="glued")
            chosen.append(atom)
            reach = atom.end
    out: list[Atom] = []
    tokens, at, size = draft.view.tokens, 0, len(draft.view.tokens)
    starts, ends, words, article = tokens.starts, tokens.ends, tokens.words, frames.article
    line = _line_end(text, 0)
    for atom in (*chosen, Atom(len(text), len(text), "break")):
        while at < size and (start := starts[at]) < atom.start:
            if line < start:
                out.append(Atom(start, start, "break"))
                line = _line_end(text, start)
            if ends[at] > atom.start:  # the token begins with proclitics of this atom
                if text[start:atom.start] not in article:
                    out += [Atom(start + i, start + i + 1, frames.clitics[c], c) for i, c in enumerate(text[start:atom.start])
                            if c in frames.clitics]
            elif words[at] not in article:  # الـ24, الـ 24: an article of digits changes nothing
                out.append(_new(Atom, (start, ends[at], _MARKS.get(words[at], "other"), words[at], 0)))
            at += 1
        if line < atom.start:
            out.append(Atom(atom.start, atom.start, "break"))
            line = _line_end(text, atom.start)
        if atom.end > atom.start and atom.kind != "ezafe":
            out.append(atom)
        if line < atom.end:
            line = _line_end(text, atom.end)
        while at < size and starts[at] < atom.end:
            at += 1
    return out


_new = tuple.__new__


def _line_end(text: str, at: int) -> int:
    """Where the line ends that a position is in."""
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _beginning(numbers: list[int], form: Pattern, text: str) -> Iterator[regex.Match[str]]:
    """The matches of a form that begins with a number, one behind the other, from where the numbers of a text begin."""
    reach = 0
    for start in numbers:
        if start >= reach and (found := form.match(text, start)):
            reach = found.end()
            yield found


def _candidates(draft: Draft, frames: DateFrames, whole: bool) -> list[Atom]:
    text = draft.view.folded
    numbers = [m.start() for m in _GROUP.finditer(text)]
    found = [Atom(m.start(), m.end(), "numdate", m.group()) for m in _beginning(numbers, _NUMERIC, text)]
    found += [Atom(m.start(), m.end(), "time", m.group().replace(" ", "")) for m in _beginning(numbers, _TIME, text)]
    if whole:
        found += [Atom(m.start(), m.end(), "daymonth", m.group()) for m in _beginning(numbers, _DAY_MONTH, text)]
    weak = {(hit.stem, hit.stem_end) for hit in draft.hits.get("date.weak")}
    named = _named(draft)
    for hit in draft.hits.all:
        tag = hit.tag
        if tag.startswith(PREFIX) and tag != "date.weak" and hit.stem not in named:
            kind = tag[len(PREFIX):]
            if number := frames.glued.get(hit.prefix):  # a numeral written into its unit
                found.append(Atom(hit.start, hit.stem, "n31" if number == int(number) else "frac", str(number), number))
                found.append(Atom(hit.stem, hit.end, _kind(kind, hit.value, False, False), hit.value))
                continue
            if kind == "weekday" and frames.plural and hit.suffix.endswith(frames.plural):
                kind = "weekdays"
            definite = hit.prefix in frames.definite
            if kind == "none":
                kind = "other"
            if kind in _NUMBERS:
                found.append(Atom(hit.start, hit.end, _NUMBERS[kind], number=int(hit.value)))
                continue
            is_weak = (hit.stem, hit.stem_end) in weak
            one = int(kind == "unit" and hit.suffix != "" and hit.suffix == frames.accusative)  # of measure: (for) a week
            found.append(Atom(hit.start, hit.end, _kind(kind, hit.value, definite, is_weak, hit.suffix in frames.ezafe), hit.value, one))
            if kind in ("clock", "hour") and (m := _COMMA_CLOCK.match(text, hit.end)):
                found.append(Atom(m.start(1), m.end(), "time", f"{m[1]}:{m[2]}"))
            if kind == "month" and (m := _DAY_BEFORE.search(text, max(0, hit.start - 5), hit.start)):
                found.append(Atom(m.start(1), m.end(1), "n31", number=int(m[1])))
    found += [Atom(m.start(), m.end(), "n31", number=int(m.group())) for m in _beginning(numbers, _ZERO, text)]
    for numeral in draft.numerals:
        if numeral.value is not None and numeral.kind in ("cardinal", "ordinal"):
            kind = _number(text[numeral.start:numeral.end], numeral.value, numeral.kind == "ordinal")
            found.append(Atom(numeral.start, numeral.end, kind, number=numeral.value))
    return found


def _named(draft: Draft) -> set[int]:
    """The positions inside known names of several words, none of which is a date: رادیو فردا, أخبار اليوم."""
    text, inside = draft.view.folded, set[int]()
    for hit in draft.hits.get(NAME, THE_NAME):
        if not hit.value.endswith("?") and " " in text[hit.stem:hit.stem_end]:
            inside.update(range(hit.stem, hit.stem_end))
    return inside


def _kind(kind: str, value: str, definite: bool, weak: bool, ezafe: bool = False) -> str:
    """The kind of a lexicon row, made finer by its grain and its article."""
    if kind == "month":
        return "weak" if weak else "month"
    if kind == "weekday0":
        return "weekday" if definite else kind
    if kind == "frac":
        return "thehalf" if definite and value == "0.5" else kind
    if kind == "month0":
        return "mon"
    if kind == "ref" and weak:
        return "refweak"
    if kind == "ref" and value.startswith("year"):
        return "refyear"
    if kind == "unit":
        kind = _BY_GRAIN[value]
    if kind == "units":
        if ezafe:
            return "years" if value == "year" else "unitsof"
        kind = {"day": "days", "hour": "ticks", "minute": "ticks", "second": "ticks"}.get(value, "units")
    return f"the{kind}" if definite and f"the{kind}" in CODE else kind


def _number(written: str, value: float, ordinal: bool) -> str:
    if ordinal:
        return "ord" if 1 <= value <= 31 else "ordbig"
    if value != int(value):
        return "nbig"
    if 1 <= value <= 31:
        return "n31"
    if written.isdecimal():
        return "n99" if len(written) <= 2 else "year4" if len(written) == 4 and 600 <= value < 2200 else "nbig"
    return "n99" if value < 100 else "nbig" if any(map(str.isdigit, written)) else "yearw" if 1000 <= value < 2200 else "nbig"


def numbers_in(written: str) -> list[int]:
    """The digit groups of a numeric date or a clock time."""
    return [int(n) for n in _GROUP.findall(written)]
