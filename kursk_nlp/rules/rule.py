"""A named rule: a pattern with the reason it exists, listed in one registry.

The name is what a mention carries in ``rule`` and what ``explain()`` prints. Every pattern of the library that reads an
article is made here, so that one test can look at them all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import regex

#: every pattern by rule name, in order of definition
REGISTRY: dict[str, regex.Pattern[str]] = {}


def pattern(name: str, source: str, lists: Mapping[str, Collection[str]] | None = None) -> regex.Pattern[str]:
    """Compile ``source`` (regex V1, verbose) under a name that nothing else bears.

    ``lists`` fills the named lists ``\\L<name>``. Raises ``ValueError`` when the name is taken by another pattern.
    """
    compiled = regex.compile(source, regex.V1 | regex.VERBOSE, **{k: list(v) for k, v in (lists or {}).items()})  # type: ignore[arg-type]
    known = REGISTRY.setdefault(name, compiled)
    if known.pattern != source:
        raise ValueError(f"two patterns are named {name!r}")
    REGISTRY[name] = compiled
    return compiled
