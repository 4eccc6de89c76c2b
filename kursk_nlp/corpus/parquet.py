"""Rows of a Parquet file, unpacked a bounded piece at a time: how large a page is, is looked up before Arrow makes room for it.

A Parquet file keeps each column in pages, and a few bytes of a page can unpack to gigabytes. The footer may say anything; the header of a
page says how much Arrow will make room for. Values are never larger than the page (or page of dictionary) that they come from, so the
largest page also says how many rows may be taken at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from .. import limits
from ..errors import InputError, need

_ROWS = 64  # at once, where pages are of the usual size
_HEADER = 16 << 20  # what Arrow takes for the header of a page at most
_DEPTH = 16


class Table:
    """A Parquet file and its flat columns. Raises ``InputError`` for what is no Parquet file."""

    def __init__(self, path: Path) -> None:
        parquet = need("pyarrow.parquet", "corpus")
        self.path = path
        try:
            self._file = parquet.ParquetFile(path)
        except (OSError, ValueError) as wrong:
            raise InputError(f"{path} is no Parquet file: {wrong}") from None
        self.names: list[str] = self._file.schema_arrow.names

    def rows(self, wanted: Sequence[str]) -> Iterator[tuple[int, Mapping[str, Any] | InputError]]:
        """Each row by its number, counted from 1, or why it cannot be read; one error stands for all rows of a group that is too large.

        Raises ``InputError`` for a column that is not one value a row, and for a file that is damaged.
        """
        schema, number = self._file.schema, 0
        places = {}
        for n, column in enumerate(map(schema.column, range(len(schema)))):
            name = column.path.partition(".")[0]
            if name in wanted:
                if column.path != name or column.max_repetition_level:
                    raise InputError(f"{self.path}: column {name!r} holds lists or records, not one value a row")
                if name in places:
                    raise InputError(f"{self.path} has two columns {name!r}")
                places[name] = (n, column.length or 0)
        for group in range(self._file.metadata.num_row_groups):
            try:
                at_once = self._at_once(group, places)
            except limits.TooLargeError as wrong:
                yield number + 1, wrong
                number += self._file.metadata.row_group(group).num_rows
                continue
            for row in self._group(group, list(places), at_once):
                number += 1
                yield number, InputError(f"{self.path}:{number} cannot be read: {row}") if isinstance(row, Exception) else row

    def _at_once(self, group: int, places: Mapping[str, tuple[int, int]]) -> int:
        """How many rows of a group may be unpacked at once. Raises ``TooLargeError`` where a page alone is too much."""
        found = self._file.metadata.row_group(group)
        total = 0
        with self.path.open("rb") as file:
            for name, (n, width) in places.items():
                chunk = found.column(n)
                start, dictionary = chunk.data_page_offset, chunk.dictionary_page_offset or 0
                if 0 < dictionary < start:
                    start = dictionary
                size = max([width, *_pages(file, self.path, start, start + chunk.total_compressed_size)])
                limits.check(size, f"{self.path}: a page of column {name!r} in row group {group}", limits.PARQUET)
                total += size
        return max(1, min(_ROWS, limits.most(limits.PARQUET) // max(1, total)))

    def _group(self, group: int, columns: list[str], at_once: int) -> Iterator[Mapping[str, Any] | Exception]:
        wrong = need("pyarrow", "corpus").ArrowException
        try:
            for batch in self._file.iter_batches(batch_size=at_once, row_groups=[group], columns=columns):
                for n in range(batch.num_rows):
                    try:
                        yield {name: batch.column(name)[n].as_py() for name in columns}
                    except (ValueError, OverflowError) as bad:  # text that is not UTF-8, a day that no calendar has
                        yield bad
        except (OSError, wrong) as damaged:
            raise InputError(f"{self.path} is damaged in row group {group}: {damaged}") from None


def _pages(file: IO[bytes], path: Path, start: int, end: int) -> Iterator[int]:
    """The bytes that each page from ``start`` to ``end`` unpacks to, as its own header says."""
    while start < end:
        size = 1 << 12
        while True:
            file.seek(max(start, 0))
            data = file.read(size)
            try:
                unpacked, packed, length = _header(data)
                break
            except IndexError:
                if len(data) < size or size >= _HEADER:
                    raise InputError(f"{path} is damaged: no page begins at byte {start}") from None
                size *= 16
        if packed < 0 or unpacked < 0:
            raise InputError(f"{path} is damaged: the page at byte {start} has a negative size")
        yield unpacked
        start += length + packed


def _header(data: bytes) -> tuple[int, int, int]:
    """Of a page's header (a structure of Thrift's compact protocol): bytes unpacked, bytes packed, and its own length.

    Raises ``IndexError`` where ``data`` ends before it does or is none.
    """
    fields = {2: [-1], 3: [-1]}  # uncompressed_page_size, compressed_page_size
    end = _skip(data, 0, 12, 0, fields)
    return max(fields[2]), fields[3][-1], end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value, at, shift = value | (byte & 127) << shift, at + 1, shift + 7
        if byte < 128:
            return value, at
        if shift > 63:
            raise IndexError


def _skip(data: bytes, at: int, kind: int, depth: int, fields: dict[int, list[int]] | None = None) -> int:
    """Where the value that begins at ``at`` ends; numbers of the outermost structure are put into ``fields``."""
    if depth > _DEPTH:
        raise IndexError
    if kind in (1, 2):  # a truth value: in a structure the kind alone says it
        return at
    if kind in (4, 5, 6):
        return _varint(data, at)[1]
    if kind in (3, 7):
        return at + (1 if kind == 3 else 8)
    if kind == 8:
        length, at = _varint(data, at)
        return at + length
    if kind in (9, 10):
        count, element, at = data[at] >> 4, data[at] & 15, at + 1
        if count == 15:
            count, at = _varint(data, at)
        for _ in range(count):
            if at >= len(data):
                raise IndexError
            at = at + 1 if element in (1, 2) else _skip(data, at, element, depth + 1)
        return at
    if kind != 12:  # headers of pages hold no maps
        raise IndexError
    field = 0
    while byte := data[at]:
        at, kind = at + 1, byte & 15
        if byte >> 4:
            field += byte >> 4
        else:
            value, at = _varint(data, at)
            field = value >> 1 ^ -(value & 1)
        if fields is not None and field in fields and kind == 5:
            value, at = _varint(data, at)
            fields[field].append(value >> 1 ^ -(value & 1))
        else:
            at = _skip(data, at, kind, depth + 1)
    return at + 1
