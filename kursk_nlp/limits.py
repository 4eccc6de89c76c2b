"""How much is read into memory at once, of what somebody else has written.

``KURSK_NLP_MAX_ARTICLE_MB`` (16 unless set) bounds one article: a text or HTML file, a row of a table; what a .gz holds is counted, not
the .gz itself. ``KURSK_NLP_MAX_JSON_MB`` (256 unless set) bounds JSON that is read whole: stored documents, gold, Label Studio exports,
brat notes. ``KURSK_NLP_MAX_PARQUET_MB`` (256 unless set) bounds a page of a column of a Parquet file, unpacked. They are environment
variables, in MiB, looked up whenever something is read; tables are read row by row and may be of any length.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import IO

from .errors import InputError

ARTICLE, JSON, PARQUET = "KURSK_NLP_MAX_ARTICLE_MB", "KURSK_NLP_MAX_JSON_MB", "KURSK_NLP_MAX_PARQUET_MB"
_USUAL = {ARTICLE: 16.0, JSON: 256.0, PARQUET: 256.0}


class TooLargeError(InputError):
    """More than may be read at once; says what, how much is allowed, and how to allow more."""


def most(limit: str) -> int:
    """The bytes that ``limit`` (one of the three above) allows. Raises ``InputError`` where the variable is set to no positive number."""
    given = os.environ.get(limit, "")
    try:
        megabytes = float(given) if given.strip() else _USUAL[limit]
        if not 0 < megabytes < 1 << 40:
            raise ValueError
    except ValueError:
        raise InputError(f"the environment variable {limit} must be a number of MiB above 0, not {given!r}") from None
    return max(1, int(megabytes * 2**20))


def check(size: int, name: str, limit: str) -> None:
    """Raises ``TooLargeError`` where ``size`` bytes are more than ``limit`` allows."""
    if size > most(limit):
        raise TooLargeError(f"{name} is too large: more than {most(limit) / 2**20:g} MiB; the environment variable {limit} allows more")


def read(file: IO[bytes], name: str, limit: str) -> bytes:
    """All of an open file. Raises ``TooLargeError`` without reading on where it holds more than ``limit`` allows."""
    data = file.read(most(limit) + 1)
    check(len(data), name, limit)
    return data


def read_file(path: Path, limit: str) -> bytes:
    """All of a file; the same."""
    with path.open("rb") as file:
        return read(file, str(path), limit)


def decompressed(data: bytes, name: str, limit: str) -> bytes:
    """What zlib made ``data`` of. Raises ``TooLargeError`` without unpacking on where it is more, ``zlib.error`` where it is damaged."""
    out = zlib.decompressobj().decompress(data, most(limit) + 1)
    check(len(out), name, limit)
    return out
