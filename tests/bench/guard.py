"""``python -m tests.bench.guard [--record]``: has a stage become twice as dear?

Every stage is given as a ratio of its CPU time to one regex tokenisation pass over the same passages (``fixtures/``), measured in the
same breath, so the figures of one machine hold on another. The cheapest of several rounds counts, and a stage that seems
to have doubled is measured again before it is called so. ``--record`` writes what is reached into ``guard.json``, for a change that is
worth its price.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from ..marked import FIXTURES
from .stages import FLOOR, STAGES, best

RECORD = Path(__file__).with_name("guard.json")
LIMIT = 2.0
ROUNDS, REPEATS = 6, 4


def passages() -> list[tuple[str, str]]:
    """Language and text of every passage of our own."""
    return [(p.parent.name, p.read_text(encoding="utf-8")) for p in sorted(FIXTURES.glob("*/*.txt"))]


def ratios() -> Iterator[dict[str, float]]:
    """The ratios to the floor, better known with each round: the lowest CPU times so far."""
    texts = passages()
    low: dict[str, float] = dict.fromkeys(STAGES, float("inf"))
    while True:
        for name, spent in best(texts, REPEATS).items():
            low[name] = min(low[name], spent.cpu)
        yield {name: round(low[name] / low[FLOOR], 3) for name in STAGES if name != FLOOR}


def doubled(found: dict[str, float], recorded: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The stages that cost ``LIMIT`` times what was recorded, with the ratio recorded and the one found."""
    return {name: (recorded[name], ratio) for name, ratio in found.items() if ratio > LIMIT * recorded[name]}


def check() -> dict[str, tuple[float, float]]:
    """The stages that have doubled, after as many rounds as it took to be sure; empty when all is well."""
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    slow: dict[str, tuple[float, float]] = {}
    for found, _ in zip(ratios(), range(ROUNDS), strict=False):
        if not (slow := doubled(found, recorded)):
            break
    return slow


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.guard", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--record", action="store_true", help="write what is reached now")
    if parser.parse_args().record:
        *_, found = (found for found, _ in zip(ratios(), range(ROUNDS), strict=False))
        RECORD.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        print(RECORD.read_text(encoding="utf-8"), end="")
    elif slow := check():
        sys.exit("\n".join(f"{name}: {now} times the tokenisation pass; {then} were recorded" for name, (then, now) in slow.items()))


if __name__ == "__main__":
    main()
