"""Every pattern of the library, by name.

Patterns that read an article are made by ``pattern`` and by nothing else, so that one test can look at them all: for nested
repeats that could run away, and on strings built to make them. The name is also what a mention carries in ``rule``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import regex

#: every pattern by name, in order of definition
REGISTRY: dict[str, regex.Pattern[str]] = {}


def pattern(name: str, source: str, lists: Mapping[str, Collection[str]] | None = None, *, verbose: bool = True) -> regex.Pattern[str]:
    """Compile ``source`` (regex V1, verbose unless told) under a name that no other pattern bears.

    ``lists`` fills the named lists ``\\L<name>``. Raises ``ValueError`` when the name is taken by another source.
    """
    flags = regex.V1 | regex.VERBOSE if verbose else regex.V1
    compiled = regex.compile(source, flags, **{k: list(v) for k, v in (lists or {}).items()})  # type: ignore[arg-type]
    if name in REGISTRY and REGISTRY[name].pattern != source:
        raise ValueError(f"two patterns are named {name!r}")
    REGISTRY[name] = compiled
    return compiled
