"""A named rule: a pattern with the reason it exists. See ``text.patterns`` for the registry."""

from __future__ import annotations

from ..text.patterns import REGISTRY, pattern

__all__ = ["REGISTRY", "pattern"]
