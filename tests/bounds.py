"""``python -m tests.bounds FOLDER [--newest] [--extra NAME]... [-- PYTEST ARGUMENTS]``: do the lowest versions that we declare do?

Makes a virtual environment in FOLDER with the library's dependencies and those of the named extras (default: all that need no neural
network), each at exactly the lower bound of ``pyproject.toml`` (or, with ``--newest``, at the newest version that pip finds), and runs
the tests in it. What our dependencies need themselves is left to pip. Ends with pytest's exit code, or pip's where they cannot be
installed together.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
import venv
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = ("test", "build", "corpus", "report", "symbols", "notebooks", "bench")


def requirements(extras: list[str], newest: bool = False) -> list[str]:
    """What pip is asked for: every requirement of the library and of these extras, lower bounds as the very version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(r for extra in extras for r in project["optional-dependencies"][extra])]
    if newest:
        return sorted(set(wanted))
    low: dict[str, str] = {}
    for requirement in wanted:
        name = re.split(r"[<>=!~ ;\[]", requirement)[0].lower()
        exact = re.sub(r">=\s*([\w.]+)", r"==\1", requirement)
        if name in low and low[name] != exact:
            raise SystemExit(f"{name} has two lower bounds: {low[name]} and {exact}")
        low[name] = exact
    return sorted(low.values())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bounds", description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--newest", action="store_true")
    parser.add_argument("--extra", action="append", choices=(*EXTRAS, "stanza", "browser", "fuzz"))
    ours = list(takewhile(lambda word: word != "--", sys.argv[1:]))  # argparse would not give what follows to pytest alone
    options = parser.parse_args(ours)
    python = options.folder.resolve() / "bin" / "python"
    if not python.exists():
        venv.create(options.folder, with_pip=True)
    wanted = requirements(options.extra or list(EXTRAS), options.newest)
    print(*wanted, sep="\n", flush=True)
    installed = subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", *wanted], check=False).returncode
    return installed or subprocess.run([python, "-m", "pytest", *sys.argv[len(ours) + 2:]], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
