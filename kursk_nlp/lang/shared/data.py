"""The TSV files of a language folder, and what the shared tables say in that language."""

from __future__ import annotations

from importlib.resources import files

from ...gazetteer import armed
from ...rules.lexicon import Row, read_rows
from ...text.normalise import key


def rows(package: str) -> list[Row]:
    """All rows of ``<package>/data/*.tsv``, in the order of file names, then those of the shared tables.

    Raises ``DataError`` for a malformed row.
    """
    folder = files(package) / "data"
    tables = sorted((f for f in folder.iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name)
    found = [row for table in tables for row in read_rows(table)]
    return found + armed.rows(package.rsplit(".", 1)[-1])


def table(package: str, layer: str) -> list[Row]:
    """The rows of one file, ``<package>/data/<layer>.tsv``. Raises ``DataError`` for a malformed row."""
    return read_rows(files(package) / "data" / f"{layer}.tsv")


def frequencies(package: str) -> dict[str, float]:
    """The words of ``<package>/data/words.txt`` with their Zipf frequency (6 is once in a thousand words)."""
    out = {}
    for line in (files(package) / "data" / "words.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            zipf, *words = line.split()
            out.update(dict.fromkeys(words, int(zipf) / 10))
    return out


def given(package: str) -> dict[str, int]:
    """The given names of ``<package>/data/given.txt``, folded: 2 for a name, 1 for one that is a common word too."""
    lines = (files(package) / "data" / "given.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    return {key(word.lstrip("?").replace("\u200c", "")): 1 if word.startswith("?") else 2 for word in words}
