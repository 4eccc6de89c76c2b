"""The check of branch coverage counts right and can fail."""

from __future__ import annotations

import pytest

from .branches import told


def report(**files: tuple[int, int]) -> dict[str, object]:
    """What ``coverage json`` says of files with so many branches taken and there; ``__`` stands for a slash."""
    return {"files": {f"kursk_nlp/{name.replace('__', '/')}.py": {"summary": {"covered_branches": taken, "num_branches": there}}
                      for name, (taken, there) in files.items()}}


@pytest.mark.parametrize(("files", "enough", "percent"), [
    ({"schema": (19, 20)}, True, "95.00"), ({"schema": (189, 200)}, False, "94.50"),
    ({"schema": (20, 20), "explain": (0, 1)}, True, "95.24"),
    ({"extract__dates__grammar": (5, 10), "text__view": (90, 90)}, True, "95.00"), ({"text__view": (9, 10)}, False, "90.00"),
])
def test_the_share_of_branches_decides(files: dict[str, tuple[int, int]], enough: bool, percent: str) -> None:
    lines, passed = told(report(**files), 95)
    assert (passed, lines[-1].split()[0]) == (enough, percent)


def test_what_is_not_taken_is_said_by_room() -> None:
    lines, _ = told(report(extract__dates__grammar=(5, 10), extract__dates__atoms=(1, 4), extract__quotes=(3, 4), schema=(2, 2)), 95)
    assert [" ".join(line.split()) for line in lines[:-1]] == ["extract 3 of 4 1 not taken", "extract/dates 6 of 14 8 not taken"]


def test_nothing_measured_is_no_success() -> None:
    with pytest.raises(SystemExit, match="no branch was measured"):
        told(report(schema=(0, 0)), 95)
