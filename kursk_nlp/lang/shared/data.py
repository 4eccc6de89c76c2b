"""The TSV files of a language folder."""

from __future__ import annotations

from importlib.resources import files

from ...rules.lexicon import Row, read_rows


def rows(package: str) -> list[Row]:
    """All rows of ``<package>/data/*.tsv``, in the order of file names. Raises ``DataError`` for a malformed row."""
    folder = files(package) / "data"
    tables = sorted((f for f in folder.iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name)
    return [row for table in tables for row in read_rows(table)]
