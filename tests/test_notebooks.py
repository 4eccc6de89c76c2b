"""The notebooks run from a clean kernel, on our passages everywhere and on the real articles where they are found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from .marked import FIXTURES
from .shared import ROOT, SHARED, needs

needs("corpus,report,notebooks", "nbclient", "nbformat", "ipykernel", "altair", "pandas", "duckdb", "pyarrow", "pebble", "jinja2")

NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


def shown(cell: Any) -> str:
    """Everything that a cell shows, as plain text and HTML."""
    out = ""
    for output in cell.get("outputs", ()):
        out += output.get("text", "") + "".join("".join(v) for k, v in output.get("data", {}).items() if k.startswith("text/"))
    return out


def run(path: Path) -> Any:
    import nbclient
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    return notebook


def test_there_are_three_and_they_are_stored_without_output() -> None:
    import nbformat

    assert len(NOTEBOOKS) == 3
    for path in NOTEBOOKS:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        assert all(not c.get("outputs") and not c.get("execution_count") for c in notebook.cells)


@pytest.fixture(autouse=True)
def same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel imports the library that is tested."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("KURSK_SHARED", str(SHARED))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/bin:/bin")


def test_first_steps() -> None:
    cells = [shown(c) for c in run(NOTEBOOKS[0]).cells]
    text = "\n".join(cells)
    assert "at least 12 killed" in text
    assert "about 30 injured" in text
    assert "وزارة الصحة" in text
    assert "2024-11-30" in text
    assert "<iframe" in cells[-1]


def test_exploring_a_corpus() -> None:
    cells = [shown(c) for c in run(NOTEBOOKS[1]).cells]
    assert f"'documents': {len(list(FIXTURES.glob('[fa][ar]/*.txt')))}," in cells[1]
    assert "killed" in cells[3]
    assert "farsi" in cells[5]
    assert "quotes" in cells[7]
    assert "<iframe" in cells[-1]


def test_checking_the_extractors() -> None:
    cells = [shown(c) for c in run(NOTEBOOKS[2]).cells]
    assert ("real articles" in cells[1]) == (SHARED / "seeds").is_dir()
    assert "our passages, fa" in cells[1]
    assert "figures: source" in cells[3]
