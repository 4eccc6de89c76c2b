"""What was reached is not lost again: F1 floors, kept in ``floors.json``, over the real articles and over our own passages."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest

from kursk_nlp.evaluate import Report, evaluate

from .marked import FIXTURES
from .shared import ROOT, SHARED, needs_shared

FLOORS: dict[str, dict[str, float]] = {k: v for k, v in json.loads((ROOT / "tests" / "floors.json").read_text()).items() if k != "_"}
SETS: dict[str, list[tuple[Path, Path]]] = {
    "seeds": [(SHARED / "gold" / "seeds", SHARED / "seeds")],
    "challenge": [(SHARED / "challenge" / "gold", SHARED / "challenge" / "texts")],
    "fixtures": [(FIXTURES / lang, FIXTURES / lang) for lang in ("fa", "ar")],
}
CASES = [pytest.param(name, measure, floor, id=f"{name}-{measure}", marks=needs_shared if name != "fixtures" else ())
         for name, floors in FLOORS.items() for measure, floor in floors.items()]


@functools.cache
def reached(name: str) -> dict[str, float]:
    measured: dict[str, list[tuple[int, int]]] = {}
    for gold, texts in SETS[name]:
        report: Report = evaluate(gold, texts)
        for measure, s in report.scores["all"].items():
            measured.setdefault(measure, []).append((2 * s.paired, s.gold + s.found))
        for measure, r in report.rates["all"].items():
            measured.setdefault(measure, []).append((r.right, r.of))
    return {measure: sum(a for a, _ in pairs) / max(1, sum(b for _, b in pairs)) for measure, pairs in measured.items()}


@pytest.mark.parametrize(("name", "measure", "floor"), CASES)
def test_f1_is_not_below_its_floor(name: str, measure: str, floor: float) -> None:
    assert reached(name)[measure] >= floor, "see: kursk-nlp evaluate GOLD_DIR TEXT_DIR --errors"


def test_every_set_has_floors() -> None:
    assert set(FLOORS) == set(SETS)


if __name__ == "__main__":  # python -m tests.test_floors: what is reached now, in the form of floors.json
    print(json.dumps({name: {m: int(v * 1000) / 1000 for m, v in reached(name).items()} for name in SETS}, indent=1))
