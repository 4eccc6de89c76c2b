"""The frame of ``names``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...text.view import View
from ..lexicon import Hit

#: view, head, known names by start, small words of organisation names by start -> where the name ends
Chain = Callable[[View, Hit, Mapping[int, Hit], Mapping[int, Hit]], int | None]


@dataclass(frozen=True)
class NameFrames:
    """What a language tells about names.

    ``span`` is the part of a hit that belongs to the name, endings and clitics aside. ``organisation`` is where the name of an
    organisation ends that begins with a head word, or None when none does. ``place_wanted`` and ``people_wanted`` tell whether the
    words around ask for a place, or for an adjective of nationality, where a form may be either.
    """

    span: Callable[[Hit], tuple[int, int]]
    organisation: Chain
    place_wanted: Callable[[View, Hit], bool]
    people_wanted: Callable[[View, Hit], bool]
