"""Every pattern of the library, by name, and what keeps each from running away.

Patterns that read an article are made by ``pattern`` and by nothing else. It refuses a repeat without end that can give back what it
took, and a group of several that can: so a match at one place costs a bounded number of steps. What is left is a scan of a long text
that tries again at every place; such scans run under a limit that grows with the text. A scan beyond it finds nothing more, raises
nothing, and is recorded as a stretch that was skipped. The name is also what a mention carries in ``rule``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextvars import ContextVar
from typing import Any, NamedTuple

import regex

#: every pattern by name, in order of definition
REGISTRY: dict[str, regex.Pattern[str]] = {}
#: CPU seconds that one scan of a text may take, and so many more a character; the usual need is a thousandth of it
SECONDS, SECONDS_A_CHARACTER = 2.0, 1e-4
#: a text shorter than this cannot take long by being tried at every place, and is read without looking at the clock
_SHORT = 1000

_ESCAPES, _SETS = regex.compile(r"\\."), regex.compile(r"\[[^]]*+\]")
_KEEPS = regex.compile(r"(?:[*+?]|\{\d*+,?+\d*+\})\+")
_GIVES_BACK = regex.compile(r"[*+]|\{\d*+,\}|\)\s*+\{\d*+,\d*+\}")


class Passed(NamedTuple):
    """A stretch that a pattern did not finish: the pattern's name, the very string it read, and the span in it."""

    rule: str
    string: str
    start: int
    end: int


#: where the reading of an article that is under way collects what was skipped
SKIPPED: ContextVar[list[Passed] | None] = ContextVar("skipped", default=None)


class Pattern:
    """A compiled pattern whose scans end in time. ``match`` and ``fullmatch`` begin at one place and need no limit."""

    __slots__ = ("_compiled", "_name", "fullmatch", "groupindex", "match")

    def __init__(self, name: str, compiled: regex.Pattern[str]) -> None:
        self._name, self._compiled, self.groupindex = name, compiled, compiled.groupindex
        self.match: Callable[..., regex.Match[str] | None] = compiled.match
        self.fullmatch: Callable[..., regex.Match[str] | None] = compiled.fullmatch

    def finditer(self, string: str) -> Iterator[regex.Match[str]]:
        """Every match, in order; those before the skipped stretch where the limit is reached."""
        return self._compiled.finditer(string) if len(string) < _SHORT else self._finditer(string)

    def _finditer(self, string: str) -> Iterator[regex.Match[str]]:
        found = None
        try:
            for found in self._compiled.finditer(string, timeout=limit(string)):
                yield found
        except TimeoutError:
            self._pass(string, found.end() if found else 0, len(string))

    def search(self, string: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        """The first match between ``pos`` and ``endpos``; None too where the limit is reached."""
        end = len(string) if endpos is None else endpos
        if end - pos < _SHORT:
            return self._compiled.search(string, pos, end)
        try:
            return self._compiled.search(string, pos, end, timeout=limit(string))
        except TimeoutError:
            self._pass(string, pos, end)
            return None

    def findall(self, string: str) -> list[Any]:
        """What every match says; nothing where the limit is reached."""
        try:
            return self._compiled.findall(string, timeout=None if len(string) < _SHORT else limit(string))
        except TimeoutError:
            self._pass(string, 0, len(string))
            return []

    def sub(self, new: str | Callable[[regex.Match[str]], str], string: str) -> str:
        """``string`` with every match replaced; as it was where the limit is reached."""
        try:
            return self._compiled.sub(new, string, timeout=None if len(string) < _SHORT else limit(string))
        except TimeoutError:
            self._pass(string, 0, len(string))
            return string

    def _pass(self, string: str, start: int, end: int) -> None:
        skipped = SKIPPED.get()
        if skipped is not None:
            skipped.append(Passed(self._name, string, start, end))


def limit(string: str) -> float:
    """The CPU seconds that one scan of ``string`` may take."""
    return SECONDS + SECONDS_A_CHARACTER * len(string)


def gives_back(source: str) -> str | None:
    """The first repeat in a pattern that could run away: one without end, or of a group, that is not possessive; None if there is none."""
    plain = _KEEPS.sub("P", _SETS.sub("s", _ESCAPES.sub("e", source)))
    found = _GIVES_BACK.search(plain)
    return plain[max(0, found.start() - 20):found.end()] if found else None


def pattern(name: str, source: str, lists: Mapping[str, Collection[str]] | None = None, *, verbose: bool = True) -> Pattern:
    """Compile ``source`` (regex V1, verbose unless told) under a name that no other pattern bears.

    ``lists`` fills the named lists ``\\L<name>``. Raises ``ValueError`` when the name is taken by another source and for a repeat that
    could run away.
    """
    if (wrong := gives_back(source)) is not None:
        raise ValueError(f"pattern {name!r} could run away at {wrong!r}: make the repeat possessive or give it an end")
    flags = regex.V1 | regex.VERBOSE if verbose else regex.V1
    compiled = regex.compile(source, flags, **{k: list(v) for k, v in (lists or {}).items()})  # type: ignore[arg-type]
    if name in REGISTRY and REGISTRY[name].pattern != source:
        raise ValueError(f"two patterns are named {name!r}")
    REGISTRY[name] = compiled
    return Pattern(name, compiled)
