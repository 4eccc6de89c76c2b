"""A unit's military symbol, drawn.

``milsymbol`` draws: a table of symbols made with the reference implementation in JavaScript, two megabytes, no dependencies, with the
text fields around the frame. (``military-symbol`` brings numpy and scipy, some 240 megabytes, draws no text fields, and its current
release does not run on Python 3.11.)
"""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import InputError, need
from ..schema import Unit

#: affiliation -> digit of the standard identity in the code
AFFILIATIONS = {"pending": "0", "unknown": "1", "assumed_friend": "2", "friend": "3", "neutral": "4", "suspect": "5", "hostile": "6"}


def code(unit: Unit, affiliations: Mapping[str, str] | None = None) -> str:
    """The unit's ``sidc`` with the affiliation that ``affiliations`` gives to its country (``{"UA": "friend"}``), else unknown.

    Raises ``InputError`` for a unit that has no code and for an affiliation that is none of ``AFFILIATIONS``.
    """
    if unit.sidc is None:
        raise InputError(f"{unit.name!r} has no symbol code (sidc), so it cannot be drawn")
    affiliation = (affiliations or {}).get(unit.country or "", "unknown")
    if affiliation not in AFFILIATIONS:
        raise InputError(f"unknown affiliation {affiliation!r} for {unit.country}; the affiliations are {', '.join(AFFILIATIONS)}")
    return unit.sidc[:3] + AFFILIATIONS[affiliation] + unit.sidc[4:]


def svg(unit: Unit, affiliations: Mapping[str, str] | None = None, size: int = 80) -> str:
    """The symbol as SVG: designator at the lower left, country at the lower right; ``size`` is the frame's in pixels.

    Raises ``InputError`` as ``code`` does, and ``MissingExtraError`` without the extra ``symbols``.
    """
    sidc = code(unit, affiliations)
    symbol = need("milsymbol", "symbols").Symbol(sidc, size=size, unique_designation=unit.designator or "",
                                                 higher_formation=unit.country or "")
    drawn: str = symbol.as_svg()
    return drawn
