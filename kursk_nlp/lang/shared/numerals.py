"""The grammar of numerals, for both languages: words and digits, one after the other, into numbers.

A number is a sum of groups below a thousand, each times a multiplier, multipliers falling: two million and three hundred thousand and
five. The word classes say how a word joins what stands before it; where the languages differ, the tables differ (Arabic says the
units before the tens, Farsi after them, and Farsi leaves out the "and" where speech does).
"""

from __future__ import annotations

from ...rules.frames.numbers import Numeral, NumeralKind
from ...text.view import View
from . import digits
from .groups import INF, State, step
from .ratios import combine
from .words import Grammar, Item, Word, whole_number

_ENDS_ORDINAL = ("tens", "hundred", "scale", "ten")


class Numerals:
    """Reads the numerals of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._spoken = {**grammar.words, **grammar.spoken}
        self._pairs = {tuple(form.split()): word for form, word in grammar.words.items() if form.count(" ") == 1}
        self._firsts = frozenset(pair[0] for pair in self._pairs)
        self._words = frozenset((*self._spoken, *self._firsts, *grammar.hidden))

    def read(self, view: View, whole: bool = False) -> list[Numeral]:
        """Every numeral of a text, in order; ``whole`` reads the text as one expression, by a laxer grammar."""
        items = self._items(view, whole)
        out: list[Numeral] = []
        i = 0
        while i < len(items):
            signed = items[i].word.cls == "sign"
            if signed and not (i + 1 < len(items) and items[i + 1].link == "adj" and items[i + 1].word.cls not in ("sign", "vague")):
                i += 1
                continue
            found, after = self._one(items, i + signed, whole)
            if found is None:
                i = max(after, i + 1)
                continue
            found, after = self._mixed(items, found, after, whole)
            if signed and found.value is not None:
                found = found._replace(start=items[i].start, value=-found.value, joined=items[i].word.conj)
            found, last = self._percent(view, items, found, after, whole)
            judged: Numeral | None = found
            if found.words and not whole and found.kind != "percent":
                span = slice(found.start, found.end)
                judged = self._grammar.judge(view.tokens.words, items[i].first, last, found, view.folded[span], view.normal[span])
            if judged is not None:
                out.append(judged)
            while found.kind == "percent" and after < len(items) and items[after].first <= last:  # the hundred of "in the hundred"
                after += 1
            i = after
        return combine(view, out, self._grammar, whole)

    # ------------------------------------------------------------------ items
    def _items(self, view: View, whole: bool) -> list[Item]:
        """The number words and digits of a text, each with its link to the one before."""
        tokens, grammar = view.tokens, self._grammar
        starts, ends, words = tokens.starts, tokens.ends, tokens.words
        numbers = {d.start: d for d in digits.find(view.folded, whole)}
        table = self._spoken if whole else grammar.words
        out: list[Item] = []
        size, known, fused = len(words), self._words, grammar.fused
        i = 0
        for at, text in enumerate(words):
            if at < i or (text not in known and starts[at] not in numbers and not whole and (
                    fused is None or len(text) < 4 or not fused(text))):
                continue  # taken already, or no number word
            i = at
            if text in self._firsts and i + 1 < size and (pair := self._pairs.get((text, words[i + 1]))) is not None:
                self._add(out, view, Item(starts[i], ends[i + 1], i, i + 1, pair))
                i += 2
                continue
            found = table.get(text)
            if text in grammar.hidden:
                following = table.get(words[i + 1]) if i + 1 < size else None
                if view.normal[starts[i]:ends[i]] != text or (following is not None and following.cls == "ten"):
                    found = grammar.hidden[text]
            if found is not None:
                item = Item(starts[i] + found.lead, ends[i] - found.tail, i, i, found)
                if i + 1 < size and words[i + 1] in grammar.spaced_endings and found.cls in ("unit", "ten", "teen", "tens", "hundred"):
                    item = item._replace(end=ends[i + 1], last=i + 1, word=found._replace(ordinal=True))
                self._add(out, view, item)
                i = item.last
            elif (number := numbers.get(starts[i])) is not None:
                item = self._digit_item(view, number, i, whole)
                if item.word.cls != "none":
                    self._add(out, view, item)
                i = item.last
            elif grammar.fused is not None and len(text) > 3 and (parts := grammar.fused(text)):
                for part in parts:
                    self._add(out, view, Item(starts[i] + part.lead, ends[i] - part.tail, i, i, part))
            elif whole and not i and text in "-−–":
                self._add(out, view, Item(starts[i], ends[i], i, i, Word("sign", -1)))
            i += 1
        return out

    def _digit_item(self, view: View, number: digits.Digits, i: int, whole: bool) -> Item:
        """Digits as a word of the grammar, of class "none" where they are no number.

        A slash is a decimal mark before a multiplier, a percent or a measure, in Farsi; else, where the text is one expression, a
        fraction; else a date or a file number. Digits after the name of a weapon or a channel belong to it.
        """
        grammar, tokens = self._grammar, view.tokens
        words = tokens.words
        last = tokens.at(number.end - 1)
        after = words[last + 1] if last + 1 < len(words) else ""
        item = Item(number.start, number.end, i, last, Word("digits", number.value), digits=number)
        if number.slash is not None:
            scaled = after in grammar.words and grammar.words[after].cls == "scale"
            if not (grammar.units_last and (whole or scaled or after in grammar.percents or after in grammar.measures)):
                word = Word("fraction", number.slash[0] / number.slash[1]) if whole else Word("none", None)
                item = item._replace(word=word)
        elif not whole and after in grammar.degrees and _has_minus(view.folded, number.start):
            item = item._replace(start=number.start - 1, word=Word("digits", -number.value))
        elif not whole and i and self._names(words[i - 1], words[i - 2] if i > 1 else ""):
            item = item._replace(word=Word("none", None))
        elif after in grammar.endings and tokens.starts[last + 1] == number.end and isinstance(number.value, int) and number.value < 1000:
            item = item._replace(end=tokens.ends[last + 1], last=last + 1, word=Word("digits", number.value, ordinal=True))
        return item

    def _names(self, before: str, earlier: str) -> bool:
        """Whether the word before digits (or before a colon before them) makes them part of a name."""
        return before in self._grammar.codes or (before == ":" and earlier in self._grammar.codes)

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
            elif gap in (" و ", " و", "و ", "و") and not item.word.fresh and not item.word.conj:
                link = "and"
        out.append(item._replace(link=link))

    # ------------------------------------------------------------------ one number
    def _one(self, items: list[Item], i: int, whole: bool) -> tuple[Numeral | None, int]:
        """The number that begins at item ``i``, and the index after it."""
        word = items[i].word
        if word.cls == "vague" or (word.plural and word.cls in ("scale", "hundred")):
            return self._vague(items, i)
        if word.cls in ("point", "parts", "sign"):
            return None, i + 1
        return self._ordinal(items, i) if word.cls == "ordinal" else self._cardinal(items, i, whole)

    def _vague(self, items: list[Item], i: int) -> tuple[Numeral, int]:
        """Dozens, tens of thousands, some thousands, and بضعة عشر (some and ten)."""
        low = items[i].word.value
        scale, j = int(low or 1), i + 1
        while j < len(items) and items[j].link == "adj" and items[j].word.value and not items[j].word.ordinal:
            word = items[j].word
            if word.cls == "ten" and low == 3 and j == i + 1:
                low += 10
            elif word.cls in ("vague", "scale", "hundred") or (word.cls == "ten" and low is None):
                if low != word.value:  # thousands and thousands are no millions
                    low = (low or 1) * (word.value or 1)
                scale = int(word.value or 1)
            else:
                break
            j += 1
        return self._numeral(items, i, j, None, "vague", "number.vague")._replace(low=low, scale=scale), j

    def _ordinal(self, items: list[Item], i: int) -> tuple[Numeral, int]:
        """Arabic ordinals: third, third-ten, third and the twentieth."""
        value = items[i].word.value or 0
        j = i + 1
        if j < len(items) and value < 10:
            word = items[j].word
            if (items[j].link, word.cls) in (("adj", "ten"), ("and", "tens")):
                value += word.value or 0
                j += 1
        return self._numeral(items, i, j, value, "ordinal", "number.ordinal"), j

    def _cardinal(self, items: list[Item], i: int, whole: bool) -> tuple[Numeral | None, int]:
        """A cardinal, or what it turns out to be when its last words are an ordinal's or a fraction's."""
        state, kind, rule = State(), "cardinal", "number.words"
        ands: list[tuple[State, int]] = []
        j = i
        while j < len(items):
            item = items[j]
            word, link = item.word, item.link if j > i else ""
            if j > i and not link:
                break
            if word.cls == "parts" or (word.ordinal and link == "adj" and _is_denominator(state, word)):
                if link != "adj" or not state.value or not word.value:
                    break
                return self._numeral(items, i, j + 1, state.value / word.value, "fraction", "number.fraction"), j + 1
            if word.cls == "fraction":
                return self._with_fraction(items, i, j, state, link)
            if word.cls == "point" and link == "adj" and state.group is not None:
                return self._pointed(items, i, j, state)
            if word.cls == "ordinal":
                if link == "and" and (state.last == "hundred" or state.group is None):  # the two hundredth and fifteenth
                    tail, j = self._ordinal(items, j)
                    return self._numeral(items, i, j, state.value + (tail.value or 0), "ordinal", "number.ordinal"), j
                break
            following = items[j + 1] if j + 1 < len(items) else None
            after = step(state, item, link, following, units_last=self._grammar.units_last, whole=whole)
            if after is None:
                if link == "adj" and word.cls in ("scale", "hundred") and ands:  # 3000 and 4 | 1000: the 4 is the next one's
                    state, j = ands[-1]
                break
            if link == "and":
                ands.append((state, j))
            state = after
            j += 1
            if word.ordinal:
                kind, rule = "ordinal", "number.ordinal"
                break
        if j == i:
            return None, i + 1
        return self._closed(items, i, j, state, "ordinal" if kind == "ordinal" else "cardinal", rule), j

    def _closed(self, items: list[Item], i: int, j: int, state: State, kind: NumeralKind = "cardinal",
                rule: str = "number.words") -> Numeral:
        """The number of the items ``i`` to ``j``."""
        first, last = items[i].word, items[j - 1].word
        split = None
        if not self._grammar.units_last and j - i == 2 and (first.cls, last.cls) == ("unit", "tens"):
            split = (first.value or 0, last.value or 0)
        if first.article and last.article and last.cls in _ENDS_ORDINAL and not last.plural:
            kind, rule = "ordinal", "number.ordinal"
        if all(it.digits for it in items[i:j]):
            rule = "number.digits"
        found = self._numeral(items, i, j, state.value, kind, rule)
        return found._replace(split=split, scale=state.scale if state.group is None else 1)

    def _with_fraction(self, items: list[Item], i: int, j: int, state: State, link: str) -> tuple[Numeral | None, int]:
        """A half: alone, times a multiplier (half a million), or added to what stands before it (two million and a half)."""
        part = float(items[j].word.value or 0)
        nxt = items[j + 1] if j + 1 < len(items) else None
        scale = int(nxt.word.value or 0) if nxt and nxt.link == "adj" and nxt.word.cls in ("scale", "hundred") \
            and not nxt.word.ordinal else 0
        if j == i:
            if scale:
                return self._numeral(items, i, j + 2, part * scale, "cardinal", "number.fraction"), j + 2
            return self._numeral(items, i, j + 1, part, "fraction", "number.fraction"), j + 1
        if link == "and" or items[j].digits:
            if state.group is not None and state.total == 0:
                value, end = state.group + part, j + 1
                if scale == 100 <= state.group:  # two hundred and half a hundred
                    return self._numeral(items, i, j + 2, state.group + part * scale, "cardinal", "number.fraction"), j + 2
                if scale:
                    return self._numeral(items, i, j + 2, value * scale, "cardinal", "number.fraction")._replace(scale=scale), j + 2
                return self._numeral(items, i, end, value, "cardinal", "number.fraction"), end
            if state.group is None and state.limit < INF:
                end = j + 2 if scale == state.limit else j + 1
                return self._numeral(items, i, end, state.total + part * state.limit, "cardinal", "number.fraction"), end
        return self._closed(items, i, j, state), j

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
        if not decimals.isdecimal() or not isinstance(state.value, int):
            return self._closed(items, i, j, state), j
        value = float(f"{state.value}.{decimals}")
        if k < len(items) and items[k].link == "adj" and items[k].word.cls == "scale":
            value *= items[k].word.value or 1
            k += 1
        return self._numeral(items, i, k, value, "cardinal", "number.point")._replace(split=(state.value, int(decimals[:18]))), k

    def _mixed(self, items: list[Item], found: Numeral, after: int, whole: bool) -> tuple[Numeral, int]:
        """A number, "and", and a fraction said with its denominator: twenty-three and three fifths."""
        if found.kind != "cardinal" or found.value is None or after >= len(items) or items[after].link != "and":
            return found, after
        if items[after].word.cls in ("fraction", "vague", "ordinal", "sign"):
            return found, after
        part, end = self._one(items, after, whole)
        if part is not None and part.kind == "fraction" and part.value:
            return found._replace(end=part.end, value=whole_number(found.value + part.value), rule="number.fraction"), end
        return found, after

    def _percent(self, view: View, items: list[Item], found: Numeral, after: int, whole: bool) -> tuple[Numeral, int]:
        """The number with the percent sign or words after it, or the sign before it; and its last token."""
        words, starts, ends = view.tokens.words, view.tokens.starts, view.tokens.ends
        last = items[after - 1].last
        if found.kind in ("ordinal", "vague"):
            return found, last
        if found.end < ends[last] and view.folded[found.end:ends[last]] in self._grammar.percents:  # پنجدرصد
            return found._replace(end=ends[last], kind="percent", rule="number.percent"), last
        if last + 1 < len(words) and words[last + 1] == "‰" and found.value is not None:
            value = whole_number(found.value / 10)
            return found._replace(end=ends[last + 1], value=value, kind="percent", rule="number.percent"), last + 1
        for phrase in self._grammar.percents.get(words[last + 1], ()) if last + 1 < len(words) else ():
            stop = last + 1 + len(phrase)
            if tuple(words[last + 1:stop]) == phrase and "\n" not in view.normal[found.end:ends[stop - 1]]:
                return found._replace(end=ends[stop - 1], kind="percent", rule="number.percent"), stop - 1
        first = view.tokens.at(found.start)
        if first and words[first - 1] in "%٪" and (ends[first - 1] == starts[first] or (whole and first == 1)):
            return found._replace(start=starts[first - 1], kind="percent", rule="number.percent"), last
        return found, last

    @staticmethod
    def _numeral(items: list[Item], i: int, j: int, value: int | float | None, kind: NumeralKind, rule: str) -> Numeral:
        inside = items[i:j]
        return Numeral(inside[0].start, inside[-1].end, value if value is None else whole_number(value), kind,
                       joined=inside[0].word.conj or inside[0].link == "and", words=not any(it.digits for it in inside),
                       definite=inside[0].word.article, rule=rule)


def _has_minus(text: str, start: int) -> bool:
    """Whether a minus hangs on digits and on nothing else."""
    return start > 0 and text[start - 1] in "-−–" and (start == 1 or text[start - 2] in " (\n«")


def _is_denominator(state: State, word: Word) -> bool:
    """Whether a Farsi ordinal after a number is the denominator of a fraction: three fourths, forty-two hundredths."""
    return state.group is not None and isinstance(word.value, int) and word.value >= 3 and 0 < state.group < word.value \
        and (state.last != "tens" or word.value >= 100)
