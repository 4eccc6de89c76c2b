"""The grammar of numerals, for both languages: words and digits, one after the other, into numbers.

A number is a sum of groups below a thousand, each times a multiplier, multipliers falling: two million and three hundred thousand and
five. The word classes say how a word joins what stands before it; where the languages differ, the tables differ (Arabic says the
units before the tens, Farsi after them, and Farsi leaves out the "and" where speech does).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ...rules.frames.numbers import Numeral, NumeralKind
from ...text.view import View
from . import digits
from .words import Word

INF = float("inf")


class Item(NamedTuple):
    """A word at its place: ``first`` and ``last`` are token indices; ``link`` is how it joins the item before: "", "adj", "and"."""

    start: int
    end: int
    first: int
    last: int
    word: Word
    link: str
    digits: digits.Digits | None = None


class State(NamedTuple):
    """A number while it is being read: finished groups, the smallest multiplier so far, the open group and its last class."""

    total: int | float = 0
    limit: float = INF
    group: int | float | None = None
    last: str = ""
    scale: int = 1
    dotted: float | None = None


#: classes after which a class may be added to an open group with "and"
_AFTER = {"unit": ("hundred",), "ten": ("hundred",), "teen": ("hundred",), "tens": ("hundred",), "hundred": ()}


class Numerals:
    """Reads the numerals of one language.

    ``words`` gives each folded word; ``fused`` reads a word that is not there (numerals written together); ``units_last`` is the order
    of Farsi; ``accept(words, first, last, numeral, text)`` says whether what is also something else is a number where it stands.
    """

    def __init__(self, words: Mapping[str, Word], *, units_last: bool, fused: Callable[[str], tuple[Word, ...] | None] | None,
                 accept: Callable[[list[str], int, int, Numeral, str], bool], percents: Mapping[str, tuple[tuple[str, ...], ...]],
                 measures: frozenset[str] = frozenset(), spoken: Mapping[str, Word] | None = None) -> None:
        self._words, self._units_last, self._fused = words, units_last, fused
        self._accept, self._percents, self._measures = accept, percents, measures
        self._lax = {**words, **(spoken or {})}

    def read(self, view: View, whole: bool = False) -> list[Numeral]:
        """Every numeral of a text, in order."""
        items = self._items(view, whole)
        out: list[Numeral] = []
        i = 0
        while i < len(items):
            found, after = self._one(items, i, whole)
            if found is None:
                i = max(after, i + 1)
                continue
            found, after = self._mixed(items, found, after, whole)
            found, last = self._percent(view, items, found, after)
            if whole or found.kind == "percent" or not found.words or self._accept(view.tokens.words, items[i].first, last, found,
                                                                                      view.folded[found.start:found.end]):
                out.append(found)
            while after < len(items) and items[after].first <= last:  # the hundred of "in the hundred"
                after += 1
            i = after
        return out

    # ------------------------------------------------------------------ items
    def _items(self, view: View, whole: bool) -> list[Item]:
        tokens, folded = view.tokens, view.folded
        starts, ends, words = tokens.starts, tokens.ends, tokens.words
        numbers = {d.start: d for d in digits.find(folded, whole)}
        table = self._lax if whole else self._words
        out: list[Item] = []
        size, i = len(words), 0
        while i < size:
            text = words[i]
            found = table.get(text)
            if found is not None:
                self._add(out, view, Item(starts[i] + found.lead, ends[i] - found.tail, i, i, found, ""))
            elif (number := numbers.get(starts[i])) is not None:
                last = tokens.at(number.end - 1)
                word = self._digits_word(number, words, last, whole)
                if word is not None:
                    self._add(out, view, Item(number.start, number.end, i, last, word, "", number))
                i = last
            elif self._fused is not None and len(text) > 3 and (parts := self._fused(text)):
                at = starts[i]
                for part in parts:
                    self._add(out, view, Item(at + part.lead, ends[i] - part.tail, i, i, part, ""))
            i += 1
        return out

    def _digits_word(self, number: digits.Digits, words: list[str], last: int, whole: bool) -> Word | None:
        """Digits as a word of the grammar. A slash is a decimal mark before a multiplier, a percent or a measure, in Farsi; else, where
        the text is one expression, a fraction; else a date or a file number, and left alone."""
        if number.slash is None:
            return Word("digits", number.value)
        after = words[last + 1] if last + 1 < len(words) else ""
        if self._units_last and (whole or after in self._percents or after in self._measures
                                 or (after in self._words and self._words[after].cls == "scale")):
            return Word("digits", number.value)
        return Word("fraction", number.slash[0] / number.slash[1]) if whole else None

    @staticmethod
    def _add(out: list[Item], view: View, item: Item) -> None:
        """Append an item with its link to the one before."""
        link = ""
        if out:
            before = out[-1]
            gap = view.folded[before.end:item.start - item.word.lead]
            if before.last == item.last and not item.digits:
                link = "and" if item.word.conj else "adj"
            elif gap in ("", " "):
                link = "and" if item.word.conj else "" if item.word.fresh else "adj"
            elif gap in (" و ", " و", "و ") and not item.word.fresh and not item.word.conj:
                link = "and"
        out.append(item._replace(link=link))

    # ------------------------------------------------------------------ one number
    def _one(self, items: list[Item], i: int, whole: bool) -> tuple[Numeral | None, int]:
        """The number that begins at item ``i``, and the index after it."""
        first = items[i]
        cls = first.word.cls
        if cls == "sign":
            if i + 1 < len(items) and items[i + 1].link == "adj" and items[i + 1].word.cls not in ("sign", "vague"):
                found, after = self._one(items, i + 1, whole)
                if found is not None and found.value is not None:
                    return found._replace(start=first.start, value=-found.value, joined=first.word.conj), after
            return None, i + 1
        if cls == "vague" or (first.word.plural and cls in ("scale", "hundred")):
            return self._vague(items, i)
        if cls in ("point", "percent", "parts"):
            return None, i + 1
        if cls == "ordinal":
            return self._ordinal(items, i)
        return self._cardinal(items, i, whole)

    def _vague(self, items: list[Item], i: int) -> tuple[Numeral, int]:
        first = items[i]
        low = first.word.value
        scale = int(low or 1)
        after = i + 1
        while after < len(items) and items[after].link == "adj" and items[after].word.cls in ("vague", "scale", "hundred", "ten", "tens"):
            value = items[after].word.value
            if not value or items[after].word.ordinal or (items[after].word.cls == "ten" and low != 3):
                break
            if items[after].word.cls == "ten" and items[after].word.fresh:
                break
            low = (low or 0) + 10 if items[after].word.cls == "ten" and low == 3 else (low or 1) * value
            scale = int(value)
            after += 1
        return self._numeral(items, i, after, None, "vague", "number.vague")._replace(low=low, scale=scale), after

    def _ordinal(self, items: list[Item], i: int) -> tuple[Numeral, int]:
        """Arabic ordinals: third, third-ten, third and the twentieth, tenth after the hundred."""
        value = items[i].word.value or 0
        after = i + 1
        if after < len(items) and items[after].link == "adj" and items[after].word.cls == "ten" and value < 10:
            value += 10
            after += 1
        elif after < len(items) and items[after].link == "and" and items[after].word.cls == "tens" and value < 10:
            value += items[after].word.value or 0
            after += 1
        return self._numeral(items, i, after, value, "ordinal", "number.ordinal"), after

    def _cardinal(self, items: list[Item], i: int, whole: bool) -> tuple[Numeral | None, int]:
        state, kind, rule = State(), "cardinal", "number.words"
        marks: list[tuple[State, int]] = []
        j = i
        while j < len(items):
            item = items[j]
            if j > i and not item.link:
                break
            link = item.link if j > i else ""
            word = item.word
            if word.cls == "parts" or (word.ordinal and link == "adj" and self._is_denominator(state, word)):
                done = self._fraction(state, word)
                if done is None or link != "adj":
                    break
                return self._numeral(items, i, j + 1, done, "fraction", "number.fraction"), j + 1
            if word.cls == "fraction":
                return self._with_fraction(items, i, j, state, link)
            if word.cls == "point" and link == "adj" and state.group is not None:
                return self._pointed(items, i, j, state)
            if word.cls == "ordinal":
                if link == "and" and (state.last == "hundred" or state.group is None) and state != State():
                    tail, after = self._ordinal(items, j)
                    value = state.total + (state.group or 0) + (tail.value or 0)
                    return self._numeral(items, i, after, value, "ordinal", "number.ordinal"), after
                break
            step = self._step(state, item, link, whole, items[j + 1] if j + 1 < len(items) else None)
            if step is None:
                if link == "adj" and word.cls in ("scale", "hundred") and marks:
                    state, j = marks[-1]
                break
            if link == "and":
                marks.append((state, j))
            state = step
            j += 1
            if word.ordinal:
                kind, rule = "ordinal", "number.ordinal"
                break
        if j == i:
            return None, i + 1
        value = state.total + (state.group or 0)
        split = None
        if not self._units_last and marks and j - i == 2 and items[i].word.cls == "unit" and items[i + 1].word.cls == "tens":
            split = (items[i].word.value or 0, items[i + 1].word.value or 0)
        if all(it.digits for it in items[i:j]):
            rule = "number.digits"
        if items[j - 1].word.article and items[j - 1].word.cls in ("tens", "hundred", "scale", "ten") and items[i].word.article \
                and not items[j - 1].word.plural:
            kind = "ordinal"
        found = self._numeral(items, i, j, value, kind, rule)._replace(split=split)  # type: ignore[arg-type]
        return found._replace(scale=state.scale if state.group is None else 1), j

    def _step(self, state: State, item: Item, link: str, whole: bool, following: Item | None) -> State | None:
        """The state after one more word; None where the word does not belong to the number."""
        word, (total, limit, group, last, scale, dotted) = item.word, state
        cls, value = word.cls, word.value
        if value is None:
            return None
        begins = group is None and total == 0
        lax = whole or self._units_last
        if cls == "zero":
            return State(0, limit, 0, "x", 1) if begins else None
        if cls == "digits":
            if begins:
                return State(0, INF, value, "digits", 1, item.digits.dotted if item.digits else None)
            if group is None and (link == "and" or (whole or _scaled(following, limit))) and value < limit and isinstance(value, int):
                return State(total, limit, value, "digits", scale)
            if whole and link == "and" and last == "hundred" and isinstance(value, int) and group is not None and value < 100:
                return State(total, limit, group + value, "x", scale)
            return None
        if cls == "scale":
            if group is not None:
                if link != "adj" and not (whole and link == "and" and total == 0):
                    return None
                if link == "and":
                    return State(group + value, min(group, value), None, "scale", scale)
                if value < limit and str(value)[0] != "2":
                    group = dotted if dotted is not None and value >= 1_000_000 else group  # 1.250 million
                    return State(total + group * value, value, None, "scale", int(value))
                return None
            base = value // 2 if str(value)[0] == "2" else value  # a dual: two thousand
            if begins:
                return State(value, base, None, "scale", int(base))
            if link == "adj":
                return State(total * value, value, None, "scale", int(value)) if value >= limit else None
            return State(total + value, base, None, "scale", scale) if value < limit else None
        if group is None:
            if begins or link == "and" or lax:
                return State(total, limit, value, cls, scale) if value < limit else None
            return None
        if cls == "hundred" and value == 100 and link == "adj" and (group < 10 or whole) and last in ("unit", "digits", "teen", "ten", "x"):
            return State(total, limit, group * 100, "hundred", scale)
        if cls == "ten" and link == "adj" and last == "unit" and not self._units_last:
            return State(total, limit, group + value, "teen", scale)
        joined = link == "and" or lax
        if not joined:
            return None
        if cls == "unit" and (last == "hundred" or (last == "tens" and self._units_last)):
            return State(total, limit, group + value, cls if last == "hundred" else "x", scale)
        if cls == "tens" and last == "unit" and not self._units_last and link == "and":
            return State(total, limit, group + value, "x", scale)
        if last in _AFTER.get(cls, ()):
            return State(total, limit, group + value, cls, scale)
        return None

    @staticmethod
    def _is_denominator(state: State, word: Word) -> bool:
        return state.group is not None and isinstance(word.value, int) and word.value >= 3 and 0 < state.group < word.value \
            and (state.last != "tens" or word.value >= 100)

    @staticmethod
    def _fraction(state: State, word: Word) -> float | None:
        value = state.total + (state.group or 0)
        return value / word.value if value and word.value else None

    def _with_fraction(self, items: list[Item], i: int, j: int, state: State, link: str) -> tuple[Numeral | None, int]:
        """A half: alone, times a multiplier (half a million), or added to what stands before it (two million and a half)."""
        part = float(items[j].word.value or 0)
        nxt = items[j + 1] if j + 1 < len(items) else None
        times = nxt is not None and nxt.link == "adj" and nxt.word.cls == "scale" and not nxt.word.ordinal
        if j == i:
            if times and nxt is not None:
                value = part * int(nxt.word.value or 1)
                return self._numeral(items, i, j + 2, _whole(value), "cardinal", "number.fraction"), j + 2
            return self._numeral(items, i, j + 1, part, "fraction", "number.fraction"), j + 1
        if link != "and":
            return (self._close(items, i, j, state), j)
        if state.group is not None and state.total == 0:
            if times and nxt is not None and nxt.word.value:
                scale = int(nxt.word.value)
                found = self._numeral(items, i, j + 2, _whole((state.group + part) * scale), "cardinal", "number.fraction")
                return found._replace(scale=scale), j + 2
            return self._numeral(items, i, j + 1, state.group + part, "cardinal", "number.fraction"), j + 1
        if state.group is None and state.limit < INF:
            same = times and nxt is not None and nxt.word.value == state.limit
            end = j + 2 if same else j + 1
            return self._numeral(items, i, end, _whole(state.total + part * state.limit), "cardinal", "number.fraction"), end
        return (self._close(items, i, j, state), j)

    def _close(self, items: list[Item], i: int, j: int, state: State) -> Numeral:
        return self._numeral(items, i, j, state.total + (state.group or 0), "cardinal", "number.words")

    def _pointed(self, items: list[Item], i: int, j: int, state: State) -> tuple[Numeral | None, int]:
        """``three point five``: the digits said one by one or as one number, then perhaps a multiplier."""
        decimals, k = "", j + 1
        while k < len(items) and items[k].link == "adj" and items[k].word.cls in ("zero", "unit", "digits") and not items[k].word.ordinal \
                and not (k + 1 < len(items) and items[k + 1].link == "and"):
            decimals += str(items[k].word.value)
            k += 1
        if not decimals and k < len(items) and items[k].link == "adj":
            found, k = self._cardinal(items, k, False)
            decimals = str(found.value) if found is not None else ""
        if not decimals.isdigit():
            return self._close(items, i, j, state), j
        value = float(f"{state.total + (state.group or 0)}.{decimals}")
        if k < len(items) and items[k].link == "adj" and items[k].word.cls == "scale":
            value *= items[k].word.value or 1
            k += 1
        return self._numeral(items, i, k, _whole(value), "cardinal", "number.words"), k

    def _mixed(self, items: list[Item], found: Numeral, after: int, whole: bool) -> tuple[Numeral, int]:
        """An integer, "and", a fraction below or above one: twenty-three and three fifths."""
        if found.kind != "cardinal" or found.value is None or after >= len(items) or items[after].link != "and":
            return found, after
        if items[after].word.cls in ("fraction", "vague", "ordinal"):
            return found, after
        part, end = self._one(items, after, whole)
        if part is not None and part.kind == "fraction" and part.value:
            return found._replace(end=part.end, value=found.value + part.value, rule="number.fraction"), end
        return found, after

    def _percent(self, view: View, items: list[Item], found: Numeral, after: int) -> tuple[Numeral, int]:
        """The number with the percent sign or words after it, or the sign before it; and its last token."""
        words, starts, ends = view.tokens.words, view.tokens.starts, view.tokens.ends
        last = items[after - 1].last
        if found.kind in ("ordinal", "vague"):
            return found, last
        if last + 1 < len(words):
            for phrase in self._percents.get(words[last + 1], ()):
                stop = last + 1 + len(phrase)
                if tuple(words[last + 1:stop]) == phrase and "\n" not in view.normal[found.end:ends[stop - 1]]:
                    return found._replace(end=ends[stop - 1], kind="percent", rule="number.percent"), stop - 1
        first = view.tokens.at(found.start)
        if first and words[first - 1] in ("%", "٪") and ends[first - 1] == starts[first]:
            return found._replace(start=starts[first - 1], kind="percent", rule="number.percent"), last
        return found, last

    def _numeral(self, items: list[Item], i: int, j: int, value: int | float | None, kind: NumeralKind, rule: str) -> Numeral:
        inside = items[i:j]
        return Numeral(inside[0].start, inside[-1].end, value if value is None else _whole(value), kind,
                       joined=inside[0].word.conj or inside[0].link == "and", words=not any(it.digits for it in inside),
                       definite=inside[0].word.article, rule=rule)


def _scaled(following: Item | None, limit: float) -> bool:
    """Whether the next word is a multiplier below ``limit`` (2 million 300 thousand)."""
    return following is not None and following.link == "adj" and following.word.cls == "scale" and (following.word.value or 0) < limit


def _whole(value: int | float) -> int | float:
    """An int where the value is one."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e18 else value
