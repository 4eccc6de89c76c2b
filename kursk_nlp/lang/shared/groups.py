"""How words add up: hundreds, tens and units into a group, groups times multipliers into a number."""

from __future__ import annotations

from typing import NamedTuple

from .words import Item

INF = float("inf")


class State(NamedTuple):
    """A number while it is being read.

    ``total``: the finished groups; ``limit``: the smallest multiplier so far, which the next must be below; ``group``: the open group, and
    ``last``: the class of its last word ("x" when nothing more may be added); ``scale``: the last multiplier said after a group;
    ``dotted``: the other value of digits whose mark may be a decimal one.
    """

    total: int | float = 0
    limit: float = INF
    group: int | float | None = None
    last: str = ""
    scale: int = 1
    dotted: float | None = None

    @property
    def value(self) -> int | float:
        return self.total + (self.group or 0)

    @property
    def empty(self) -> bool:
        return self.group is None and self.total == 0


def step(state: State, item: Item, link: str, following: Item | None, *, units_last: bool, whole: bool) -> State | None:
    """The state after one more word; None where the word does not belong to the number.

    ``link`` is how the word joins ("", "adj", "and"), ``following`` the next word, ``units_last`` the order of Farsi, ``whole`` the laxer
    grammar of a string that is nothing but a number.
    """
    if item.word.value is None:
        return None
    cls = item.word.cls
    if cls == "zero":
        return State(group=0, last="x") if state.empty else None
    if cls == "digits":
        return _digits(state, item, link, following, whole)
    if cls == "scale":
        return _scale(state, item.word.value, link, whole)
    return _below_thousand(state, cls, int(item.word.value), link, units_last, whole)


def _digits(state: State, item: Item, link: str, following: Item | None, whole: bool) -> State | None:
    value = item.word.value or 0
    if state.empty:
        return State(group=value, last="digits", dotted=item.digits.dotted if item.digits else None)
    if not isinstance(value, int):
        return None
    if state.group is None and value < state.limit and (link == "and" or whole or _scaled(following, state.limit)):
        return state._replace(group=value, last="digits", dotted=None)
    if link == "and" and state.last == "hundred" and state.group is not None and value < 100 and item.digits:
        return state._replace(group=state.group + value, last="x")
    return None


def _scaled(following: Item | None, limit: float) -> bool:
    """Whether the next word is a multiplier below ``limit`` (2 million 300 thousand)."""
    return following is not None and following.link == "adj" and following.word.cls == "scale" and (following.word.value or 0) < limit


def _scale(state: State, value: int | float, link: str, whole: bool) -> State | None:
    """A multiplier: of the open group, of all before it (a thousand billion), or a group of its own (a million and a thousand)."""
    dual = str(value)[0] == "2"  # two thousand, in one word
    base = value // 2 if dual else value
    if state.empty:
        return State(total=value, limit=base, last="scale")
    if state.group is not None:
        if link == "and" and whole and state.total == 0 and state.group < base:  # a hundred and ten and a million
            return State(total=state.group + value, limit=state.group, last="scale")
        if link != "adj" or dual or base >= state.limit:
            return None
        group = state.dotted if state.dotted is not None and value >= 1_000_000 else state.group  # 1.250 million
        return State(total=state.total + group * value, limit=value, last="scale", scale=int(value))
    if link == "adj":
        return State(total=state.total * value, limit=value, last="scale", scale=int(value)) if value >= state.limit and not dual else None
    return State(total=state.total + value, limit=base, last="scale", scale=state.scale) if base < state.limit else None


def _below_thousand(state: State, cls: str, value: int, link: str, units_last: bool, whole: bool) -> State | None:
    lax = whole or units_last
    group, last = state.group, state.last
    if group is None:
        fits = (state.empty or link == "and" or lax) and value < state.limit
        return state._replace(group=value, last=cls, dotted=None) if fits else None
    if cls == "hundred" and value == 100 and link == "adj":
        small = group < 10 and last in ("unit", "digits")
        return state._replace(group=group * 100, last="hundred") if small or (whole and last in ("teen", "ten", "tens", "x")) else None
    if cls == "ten" and link == "adj" and last == "unit" and not units_last:
        return state._replace(group=group + value, last="teen")
    if link != "and" and not lax:
        return None
    if cls == "tens" and last == "unit" and not units_last and link == "and":
        return state._replace(group=group + value, last="x")
    if last == "hundred" and cls != "hundred":
        return state._replace(group=group + value, last=cls)
    if cls == "unit" and last == "tens" and units_last:
        return state._replace(group=group + value, last="x")
    return None
