"""Rows into CSV, JSON Lines, Excel and GeoJSON; one piece in memory at a time."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from ..errors import DataError, need

#: names of the columns and rows, piece by piece
Batches = Iterable[tuple[Sequence[str], Sequence[Sequence[Any]]]]
#: the most rows and characters that a sheet and a cell of Excel hold
_SHEET_ROWS, _CELL = 1_048_576, 32_767


def _plain(value: Any) -> Any:
    """A value as JSON has it: a whole number without a point, a day as ISO string."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _cell(value: Any) -> Any:
    value = _plain(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


#: what a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection"), full-width forms included
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _harmless(value: Any) -> Any:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write_csv(path: Path, batches: Batches) -> None:
    """UTF-8 with a byte order mark, so that Excel reads it as such; lists as JSON.

    Text that a spreadsheet would run as a formula gets an apostrophe before it; the other forms hold it as it is.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for number, (names, rows) in enumerate(batches):
            if not number:
                writer.writerow(names)
            writer.writerows([_harmless(_cell(v)) for v in row] for row in rows)


def write_jsonl(path: Path, batches: Batches) -> None:
    """One JSON object a row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        for names, rows in batches:
            for row in rows:
                record = dict(zip(names, map(_plain, row), strict=True))
                file.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


def write_xlsx(path: Path, batches: Batches) -> None:
    """One sheet, right to left, its first row kept in view; text is text even where it begins like a formula.

    Raises ``DataError`` for more rows than a sheet holds.
    """
    openpyxl = need("openpyxl", "corpus")
    illegal = need("openpyxl.cell.cell", "corpus").ILLEGAL_CHARACTERS_RE
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("claims")
    sheet.sheet_view.rightToLeft = True
    sheet.freeze_panes = "A2"
    make = need("openpyxl.cell", "corpus").WriteOnlyCell

    def cell(value: Any) -> Any:
        if isinstance(value, (datetime.date, datetime.datetime)):
            return value
        value = _cell(value)
        if not isinstance(value, str):
            return value
        made = make(sheet, illegal.sub("", value)[:_CELL])
        made.data_type = "s"
        return made

    count = 0
    try:
        for number, (names, rows) in enumerate(batches):
            if not number:
                sheet.append(list(names))
            count += len(rows)
            if count >= _SHEET_ROWS:
                raise DataError(f"an Excel sheet holds {_SHEET_ROWS - 1:,} rows and this table has more: export .csv or .parquet")
            for row in rows:
                sheet.append([cell(v) for v in row])
    except BaseException:
        sheet.close()  # or openpyxl complains on standard error when the sheet is thrown away
        raise
    book.save(path)


def write_geojson(path: Path, batches: Batches) -> None:
    """A FeatureCollection (RFC 7946) of the rows that have coordinates: longitude, latitude; WGS 84.

    Raises ``DataError`` for a table without the columns latitude and longitude.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        first = True
        for names, rows in batches:
            if not {"latitude", "longitude"} <= set(names):
                raise DataError("GeoJSON needs the columns latitude and longitude: export the table claims or entities")
            for row in rows:
                record = dict(zip(names, map(_plain, row), strict=True))
                latitude, longitude = record.pop("latitude"), record.pop("longitude")
                if latitude is None or longitude is None:
                    continue
                feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [longitude, latitude]}, "properties": record}
                file.write(("" if first else ",") + "\n" + json.dumps(feature, ensure_ascii=False))
                first = False
        file.write("\n]}\n")


WRITERS: dict[str, Callable[[Path, Batches], None]] = {".csv": write_csv, ".jsonl": write_jsonl, ".xlsx": write_xlsx,
                                                       ".geojson": write_geojson}
