"""``python -m tests.branches [FILE] [--least 95] [-- PYTEST ARGUMENTS]``: how many branches of the core the tests take.

Runs the tests under coverage (or, given the FILE that ``coverage json`` wrote, only reads that), prints the branches that no test takes
by room of the house, and ends with 1 where less than ``--least`` percent are taken. What makes the data, and what needs a neural network,
is no part of the core: ``pyproject.toml`` says so. All extras but ``stanza`` must be installed, or their rooms count as not taken.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import takewhile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def rooms(report: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Branches taken and branches there are, by the folder of the package (or the module in none) that they lie in."""
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for name, file in report["files"].items():
        parts = Path(name.replace("\\", "/")).parts
        inside = parts[parts.index("kursk_nlp") + 1:]
        room = "/".join(inside[:2 if inside[0] in ("extract", "lang") and len(inside) > 2 else 1])
        taken, there = found[room]
        found[room] = taken + file["summary"]["covered_branches"], there + file["summary"]["num_branches"]
    return dict(found)


def told(report: dict[str, Any], least: float) -> tuple[list[str], bool]:
    """The lines to print, and whether enough branches are taken."""
    by_room = rooms(report)
    taken, there = (sum(pair[n] for pair in by_room.values()) for n in (0, 1))
    if not there:
        raise SystemExit("no branch was measured: run the tests with branch coverage (pytest --cov --cov-report=json)")
    lines = [f"{room:24} {a:>5} of {b:>5}   {b - a:>4} not taken" for room, (a, b) in sorted(by_room.items()) if b > a]
    enough = 100 * taken >= least * there
    return [*lines, f"{100 * taken / there:.2f} % of {there} branches are taken; {least:g} % are asked for"], enough


def main() -> int:
    ours = list(takewhile(lambda word: word != "--", sys.argv[1:]))
    parser = argparse.ArgumentParser(prog="python -m tests.branches", description=__doc__.split("\n", 1)[0])
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--least", type=float, default=95.0, metavar="PERCENT")
    options = parser.parse_args(ours)
    with tempfile.TemporaryDirectory() as folder:
        file = options.file or Path(folder) / "coverage.json"
        if options.file is None:
            tests = subprocess.run([sys.executable, "-m", "pytest", "--cov", f"--cov-report=json:{file}", *sys.argv[len(ours) + 2:]],
                                   cwd=ROOT, check=False)
            if tests.returncode:
                return tests.returncode
        lines, enough = told(json.loads(file.read_text(encoding="utf-8")), options.least)
    print(*lines, sep="\n")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
