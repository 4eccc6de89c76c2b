"""README says what is true: its Python runs, its commands exist, its set-up is what CI runs."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec

import pytest

import kursk_nlp
from kursk_nlp import cli

from .readme import README, blocks, commands
from .shared import ROOT

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("block", blocks("python"))
def test_its_python_runs(block: str) -> None:
    if "read_corpus" in block and not all(map(find_spec, ("duckdb", "pyarrow", "pebble", "pandas"))):
        pytest.skip("NOT TESTED: README's Python on corpora needs pip install '.[corpus]'")
    ended = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_every_command_is_documented_and_every_documented_one_exists() -> None:
    real = {c.name or c.callback.__name__ for c in cli.app.registered_commands if c.callback}
    real |= {g.name for g in cli.app.registered_groups if g.name}
    assert set(re.findall(r"^kursk-nlp (\w+)", TEXT, re.M)) == real


def test_every_option_of_a_documented_command_exists() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "kursk_nlp" / "cli").glob("*.py"))
    for option in set(re.findall(r"\[(--?[a-z-]+)", TEXT)):
        assert option.lstrip("-").replace("-", "_") in source


def test_two_commands_do_the_set_up_and_ci_runs_them_as_they_stand() -> None:
    run, test = commands()[:2]
    assert "kursk-nlp extract fixtures/" in run
    assert test.endswith("pytest")
    assert (ROOT / re.findall(r"fixtures/\S+", run)[0]).is_file()
    assert "tests/readme.py" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_public_name_is_documented() -> None:
    everything = TEXT + "".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs").glob("*.md"))
    missing = [name for name in kursk_nlp.__all__ if name not in everything]
    assert not missing, "add a row to docs/api.md"
