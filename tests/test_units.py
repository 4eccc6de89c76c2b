"""Units: found, bounded and taken apart, in both languages; and what looks like one and is none.

The cases are their own answer: sentences with their units in ⟦…⟧, one inside another where one name holds another.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import kursk_nlp
from kursk_nlp.extract.unit_symbol import ARMS, ECHELONS
from kursk_nlp.schema import Unit

CASES = Path(__file__).parent / "cases"
KINDS = ("formation", "service", "armed_group", "forces")
Parts = tuple[int, int, str, str | None, str | None, str | None, str | None]


def cases(lang: str) -> list[tuple[str, str, str]]:
    """Language, marked sentence and parts of each line."""
    lines = (CASES / f"units_{lang}.txt").read_text(encoding="utf-8").splitlines()
    return [(lang, *(c.strip() for c in line.split("|"))) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


def read(marked: str, spec: str) -> tuple[str, list[Parts]]:
    """The plain sentence and the units that it should hold."""
    plain, open_at, spans = "", [], []
    for char in marked:
        if char == "⟦":
            open_at.append(len(plain))
        elif char == "⟧":
            spans.append((open_at.pop(), len(plain)))
        else:
            plain += char
    spans.sort(key=lambda s: (s[0], -s[1]))
    parts = [] if spec == "-" else [p.split() for p in spec.split(";")]
    assert len(spans) == len(parts), f"{len(spans)} units and {len(parts)} sets of parts in {marked!r}"
    return plain, [(a, b, *_sort(words)) for (a, b), words in zip(spans, parts, strict=True)]


def _sort(words: list[str]) -> tuple[str, str | None, str | None, str | None, str | None]:
    def one(test: object) -> str | None:
        return next((w for w in words[1:] if test(w)), None)  # type: ignore[operator]

    assert words[0] in KINDS
    return words[0], one(ECHELONS.__contains__), one(ARMS.__contains__), one(str.isdigit), one(lambda w: len(w) == 2 and w.isupper())


def parts(u: Unit) -> Parts:
    return u.start, u.end, u.kind, u.echelon, u.arm, u.designator, u.country


@pytest.mark.parametrize(("lang", "marked", "spec"), cases("ar") + cases("fa"), ids=lambda v: v if len(v) < 3 else "")
def test_units_and_their_parts(lang: str, marked: str, spec: str) -> None:
    text, expected = read(marked, spec)
    found = sorted((parts(u) for u in kursk_nlp.load(lang)(text).units), key=lambda p: (p[0], -p[1]))
    assert found == expected, [text[p[0]:p[1]] for p in found]
