"""Numbers: numerals, the words that bound them, and ranges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import msgspec

from ..rules.frames.numbers import NumberFrames, Numeral
from ..rules.lexicon import Hit
from ..schema import Date, Mod, Number
from .draft import Draft


def find(draft: Draft, frames: NumberFrames) -> list[Number]:
    """The numbers of an article, in order of ``start``, at normal offsets; ``draft.numerals`` keeps the bare numerals.

    The span of a number holds the words beside it that bound it, and its multiplier, never the noun it counts.
    """
    names = [(h.start, h.end) for h in draft.hits.get("number.name")]
    draft.numerals = [n for n in frames.read(draft.view, False) if not _inside(n, names)]
    years = _years(draft, frames)
    return assemble(draft, frames, [n for n in draft.numerals if n.rule != "number.weak" and n.start not in years])


def _years(draft: Draft, frames: NumberFrames) -> set[int]:
    """Where four digits are a year that "year" or another year before them tells, so that one which no date takes is no count either."""
    tokens, text, found = draft.view.tokens, draft.view.folded, set()
    last = -9
    for n in draft.numerals:
        if n.rule != "number.digits" or n.end - n.start != 4 or not 1000 <= (n.value or 0) < 2200:
            continue
        at = tokens.at(n.start)
        if (at and tokens.words[at - 1] in frames.years) or (n.start - last < 7 and text[last:n.start].strip() in frames.year_joins):
            found.add(n.start)
            last = n.end
    return found


def _inside(numeral: Numeral, spans: list[tuple[int, int]]) -> bool:
    """Whether a numeral belongs to a name or an idiom."""
    at = bisect_right(spans, (numeral.start, len(spans) and spans[-1][1])) - 1
    return at >= 0 and numeral.start < spans[at][1] and numeral.end <= spans[at][1]


def whole(draft: Draft, frames: NumberFrames) -> Number | None:
    """The number that the whole text is; None where it is more, or less, than one."""
    draft.numerals = frames.read(draft.view, True)
    found = assemble(draft, frames, draft.numerals)
    text = draft.view.folded
    if not found:  # a dual: the noun itself says two
        found = [Number(start=h.start, end=h.end, text="", kind="cardinal", value=2, low=2, high=2, rule="number.dual")
                 for h in draft.hits.get(*frames.counted)[:1] if frames.dual(h)]
    if len(found) != 1 or any(c.isalnum() or c in "%٪‰" for c in text[:found[0].start] + text[found[0].end:]):
        return None
    return found[0]


def assemble(draft: Draft, frames: NumberFrames, numerals: list[Numeral]) -> list[Number]:
    """Numerals into numbers: ranges first, then the bounds before and after."""
    out: list[Number] = []
    text = draft.view.folded
    before = {_after_space(text, h.end): h for h in draft.hits.get("bound.before", "bound.exceed")}
    between = {_after_space(text, h.end): h for h in draft.hits.get("bound.between") if not _among(draft, frames, h)}
    i = 0
    while i < len(numerals):
        found = _range(draft, frames, numerals, i, between)
        if found is not None:
            number, taken = found
            if number is not None:
                hit = before.get(number.start) or before.get(numerals[i].start)  # fewer than 20 to 30: its "than" opens no range
                out.append(_bounded_range(number, hit))
            i += taken
            continue
        out.append(_bounded(draft, frames, numerals, i, before))
        i += 1
    return out


def _among(draft: Draft, frames: NumberFrames, hit: Hit) -> bool:
    """Whether "between" is "from among", which begins no range."""
    at = draft.view.tokens.at(hit.start)
    return at > 0 and draft.view.tokens.words[at - 1] in frames.among


def _after_space(text: str, at: int) -> int:
    return at + 1 if text[at:at + 1] == " " else at


# ---------------------------------------------------------------------------------------------------------------- bounds
def _bounded(draft: Draft, frames: NumberFrames, numerals: list[Numeral], i: int, before: dict[int, Hit]) -> Number:
    """One numeral with what bounds it."""
    numeral = numerals[i]
    hit = before.get(numeral.start)
    if numeral.kind == "ordinal":
        if hit is None or not (numeral.definite and numeral.words) or (numeral.value or 1) % 10:
            return _number(numeral, numeral.start, numeral.end, None)
        numeral = numeral._replace(kind="cardinal", rule="number.words")  # close to the seventy: no seventieth
    text = draft.view.folded
    start, end, mod = numeral.start, numeral.end, None
    for clitic in ("ب", "ل", "ک", "ال", "ال ") if hit is None else ():  # يقدر بنحو، ما يناهز الـ 200
        if hit is None and text.endswith(clitic, 0, start):
            hit = before.get(start - len(clitic))
    if hit is not None:
        negation = _negation(draft, frames, hit) if hit.tag == "bound.exceed" else None
        start, mod = (hit.start, hit.value) if negation is None else (negation, _NEGATED[hit.value])
    else:
        mod = _apart(draft, frames, numeral, numerals[i - 1].end if i else 0)
    if mod is None:
        end, mod = _after(draft, frames, numeral, numerals[i + 1].start if i + 1 < len(numerals) else len(text) + 2)
    number = _number(numeral, start, end, mod)
    return msgspec.structs.replace(number, rule="number.adjective") if _is_adjective(draft, frames, numeral) else number


def _is_adjective(draft: Draft, frames: NumberFrames, numeral: Numeral) -> bool:
    """Whether a number makes an adjective (a twelve-year-old, a ten-day war), written together or not, and so counts nothing itself."""
    if not frames.adjectives:
        return False
    tokens, text = draft.view.tokens, draft.view.folded
    at = tokens.at(numeral.end)
    if at >= len(tokens) or tokens.starts[at] > numeral.end + 1:
        return False
    return text[max(tokens.starts[at], numeral.end):tokens.ends[at]] in frames.adjectives


_NEGATED = {"more_than": "equal_or_less", "less_than": "equal_or_more"}


def _negation(draft: Draft, frames: NumberFrames, hit: Hit) -> int | None:
    """Where the negation of a verb begins, None where it has none."""
    tokens = draft.view.tokens
    at = tokens.at(hit.stem)
    if not at or tokens.words[at - 1] not in frames.negations:
        return None
    return tokens.starts[at - 1] + (1 if tokens.words[at - 1][0] == "و" and len(tokens.words[at - 1]) > 1 else 0)


def _apart(draft: Draft, frames: NumberFrames, numeral: Numeral, limit: int) -> str | None:
    """The bound of a verb whose subject stands between it and the number (the toll exceeded 500; it is not above 300)."""
    tokens = draft.view.tokens
    at = tokens.at(numeral.start)
    if not at:
        return None
    last = tokens.words[at - 1]
    first = max(limit, draft.view.sentence_at(numeral.start)[0], numeral.start - 60)
    for hit in reversed(draft.hits.within(first, numeral.start, "bound.exceed", "bound.by")):
        between = draft.view.folded[hit.end:numeral.start]
        if between.count(" ") > 6 or any(c in "،,.؛:()\"«»\n" for c in between):
            return None
        if last in frames.by if hit.tag == "bound.by" else last.isalpha() and last not in frames.apart:
            return hit.value if _negation(draft, frames, hit) is None else _NEGATED[hit.value]
    return None


def _after(draft: Draft, frames: NumberFrames, numeral: Numeral, limit: int) -> tuple[int, str | None]:
    """The end of the span and the bound that follows: beside the number it belongs to the span, apart only to the value."""
    text = draft.view.folded
    sentence_end = draft.view.sentence_at(numeral.start)[1]
    reach = min(limit, sentence_end, numeral.end + 40)
    for hit in draft.hits.within(numeral.end, reach, "bound.after"):
        between = text[numeral.end:hit.start]
        if between.endswith("و") or _after_space(text, hit.end) >= limit:  # and at least | sixteen: the next number's
            break
        if between.strip() == "":
            return hit.end, hit.value
        if between.count(" ") <= 4 and not any(c in "،,.؛:()\"«»" for c in between):
            return numeral.end, hit.value
        break
    tokens = draft.view.tokens
    at = tokens.at(numeral.start)
    if at > 1 and tokens.words[at - 1] in frames.thresholds:
        at -= 1
    if at and tokens.words[at - 1] in frames.from_:
        for hit in draft.hits.within(numeral.end, reach, "bound.verb"):
            between = text[numeral.end:hit.start]
            if between.count(" ") <= 4 and not any(c in "،,.؛:()\"«»" for c in between):
                return numeral.end, hit.value
            break
    return numeral.end, None


def _number(numeral: Numeral, start: int, end: int, mod: str | None) -> Number:
    """The record of a numeral under a bound: the interval is what the bound says, and nothing is made up."""
    value = numeral.value
    low: int | float | None = None
    high: int | float | None = None
    if numeral.kind == "vague":
        low = numeral.low
    elif mod in ("more_than", "equal_or_more"):
        low = value
    elif mod in ("less_than", "equal_or_less"):
        high = value
    elif mod is None and numeral.kind == "cardinal":
        low = high = value
    if numeral.kind == "vague" and mod not in (None, "approx", "more_than", "equal_or_more"):
        low = None
    return Number(start=start, end=end, text="", kind=numeral.kind, value=value, low=low, high=high, mod=mod,  # type: ignore[arg-type]
                  rule=numeral.rule)


# ---------------------------------------------------------------------------------------------------------------- ranges
_COUNTABLE = ("cardinal", "percent", "fraction")


def _range(draft: Draft, frames: NumberFrames, numerals: list[Numeral], i: int,
           between: dict[int, Hit]) -> tuple[Number | None, int] | None:
    """A range that begins at numeral ``i`` and how many numerals it takes; no number at all where they are a score or a code."""
    first = numerals[i]
    if first.kind not in _COUNTABLE or first.value is None:
        return None
    opened = between.get(first.start)
    start = opened.start if opened else first.start
    second = numerals[i + 1] if i + 1 < len(numerals) else None
    if second is None or second.kind not in _COUNTABLE or second.value is None:
        return _split(first, start) if opened else None
    how = _joined(draft, frames, first, second, opened is not None)
    if how == "hyphen" and not _is_count(draft, frames, first, second):
        dash = second.start - first.end > 1 and max(first.value, second.value) > 30
        return None if dash else (None, 2)
    if not how:
        return _split(first, start) if opened else None
    low, high = first.value, second.value
    if how in ("from", "bare") and _are_years(draft, frames, first, second):
        return None, 2
    if second.scale > 1 and first.scale == 1 and first.kind == second.kind and low * second.scale < high:
        low = _whole(low * second.scale)
    if not low < high:
        return None
    if how == "from":
        start = draft.view.tokens.starts[draft.view.tokens.at(first.start) - 1]
    kind = "percent" if "percent" in (first.kind, second.kind) else "range"
    return Number(start=start, end=second.end, text="", kind=kind, low=low, high=high, rule="number.range"), 2  # type: ignore[arg-type]


def _are_years(draft: Draft, frames: NumberFrames, first: Numeral, second: Numeral) -> bool:
    """Whether "from 1940 to 1955" goes from one year to another: nothing that could be counted follows, or the years are ours."""
    low, high = first.value or 0, second.value or 0
    if not 1900 <= low < high <= 2035 or not first.end - first.start == second.end - second.start == 4:
        return False
    tokens = draft.view.tokens
    at = tokens.at(second.end)
    return low >= 1980 or at >= len(tokens) or not tokens.words[at].isalpha() or tokens.words[at] in frames.apart


def _bounded_range(number: Number, hit: Hit | None) -> Number:
    """A range under a bound: "about 20 to 30" keeps both ends, "at least 20 to 30" leaves the upper one open."""
    if hit is None or hit.tag != "bound.before":
        return number
    mod: Mod = hit.value  # type: ignore[assignment]
    return msgspec.structs.replace(number, start=hit.start, mod=mod, low=None if mod in ("less_than", "equal_or_less") else number.low,
                                   high=None if mod in ("more_than", "equal_or_more") else number.high)


def _joined(draft: Draft, frames: NumberFrames, first: Numeral, second: Numeral, opened: bool) -> str:
    """How two numbers are joined into a range: "between", "from", "bare", "hyphen", "adjacent", or "" where they are not."""
    text, tokens = draft.view.folded, draft.view.tokens
    gap = text[first.end:second.start]
    if len(gap) > 24 or "\n" in gap:
        return ""
    words = gap.split()
    join = words[-1] if words else ""
    if len(words) == 2 and words[0].isalpha():  # between 5 dead and 7 dead: the noun stands after both
        after = tokens.at(second.end)
        if after >= len(tokens) or tokens.words[after] != words[0]:
            return ""
    elif len(words) > 1:
        return ""
    and_ = (second.joined and join in ("", "و")) or (len(words) == 2 and join == "و")
    if opened:
        return "between" if join in frames.between_joins or and_ else ""
    if len(words) == 2:
        return ""
    before = tokens.at(first.start)
    if before and tokens.words[before - 1] in frames.from_ and join in frames.from_joins:
        return "" if _changes(draft, frames, first.start) else "from"
    if join in "-–—" and join:
        return "hyphen"
    if join in frames.bare_joins:
        return "bare" if not _changes(draft, frames, first.start) else ""
    return "adjacent" if frames.adjacent_ranges and gap in ("", " ") and first.words and second.words and _neighbours(first, second) else ""


def _is_count(draft: Draft, frames: NumberFrames, first: Numeral, second: Numeral) -> bool:
    """Whether a hyphened pair counts something: it rises, a word follows, and no score, year or code is spoken of."""
    tokens, value = draft.view.tokens, second.value or 0
    if not (first.value or 0) < value or (first.value or 0) >= 1000 <= value < 2200:
        return False
    at, before = bisect_left(tokens.starts, second.end), tokens.at(first.start)
    if second.scale > 1 or second.kind == "percent":
        return True
    near = tokens.words[max(0, before - 3):before]
    if any(w in frames.scores or w in "-–—" for w in near) or at >= len(tokens):  # a score, or the sets of a match
        return False
    word = tokens.words[at]
    return word.isalpha() and word not in frames.year_joins and word not in frames.apart \
        and "\n" not in draft.view.normal[second.end:tokens.starts[at]]


def _split(first: Numeral, start: int) -> tuple[Number | None, int] | None:
    """``between five and twenty`` read as one number, taken apart."""
    if first.split is None or first.split[0] >= first.split[1]:
        return None
    low, high = first.split
    return Number(start=start, end=first.end, text="", kind="range", low=low, high=high, rule="number.range"), 1


def _changes(draft: Draft, frames: NumberFrames, position: int) -> bool:
    """Whether the clause before tells of a rise or fall, so that "from 5 to 7" is two numbers."""
    tokens = draft.view.tokens
    first = tokens.at(draft.view.sentence_at(position)[0])
    at = tokens.at(position)
    return any(w in frames.change or w[1:] in frames.change for w in tokens.words[max(first, at - 14):at])


def _neighbours(first: Numeral, second: Numeral) -> bool:
    """Two steps of counting: two three, thirty forty, ten twelve."""
    low, high = first.value or 0, (second.value or 0) / (second.scale if first.scale == 1 else 1)
    step = high - low
    return (step == 1 and high < 13) or (low % 10 == 0 and high % 10 == 0 and step in (10, 20, 100)) or (low, high) in ((10, 12), (10, 15))


def _whole(value: int | float) -> int | float:
    return int(value) if float(value).is_integer() else value


def outside(numbers: list[Number], dates: list[Date]) -> list[Number]:
    """The numbers that are no part of a date."""
    spans = sorted((d.start, d.end) for d in dates)
    starts = [s for s, _ in spans]
    kept = []
    for n in numbers:
        at = bisect_left(starts, n.end) - 1
        if at < 0 or not any(start < n.end and n.start < end for start, end in spans[max(0, at - 2):at + 1]):
            kept.append(n)
    return kept
