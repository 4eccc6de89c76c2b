"""Files into articles: one article a text or HTML file, one a row of a table; what cannot be read is told and the rest goes on."""

from __future__ import annotations

import codecs
import csv
import datetime
import glob
import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import IO, Any

from .. import limits
from ..errors import InputError, need
from ..text.decode import decode
from . import parquet

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Article:
    """An article with where it comes from. ``position`` is its row in the file, counted from 1; 0 where the file is the article.

    ``published`` is what the source says, a date or ISO string; ``lang`` a language code; None where the source is silent.
    """

    source: str
    position: int
    id: str
    text: str
    published: str | None = None
    lang: str | None = None
    url: str | None = None
    outlet: str | None = None

    @property
    def key(self) -> str:
        """32 hexadecimal digits that stand for the text, the day and the language given: what decides how it is read."""
        given = "\x1f".join((self.text, self.published or "", self.lang or ""))
        return hashlib.sha256(given.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True)
class Unreadable:
    """A file or row that is no article, and why."""

    source: str
    position: int
    message: str
    kind: str = "unreadable"


@dataclass(frozen=True)
class Columns:
    """The names that the columns of a table have."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    lang: str = "lang"
    url: str = "url"
    outlet: str = "outlet"

    @classmethod
    def named(cls, names: Mapping[str, str]) -> Columns:
        """The usual names except those given. Raises ``InputError`` for a column that there is not."""
        known = {f.name for f in fields(cls)}
        if unknown := sorted(set(names) - known):
            raise InputError(f"no column {unknown[0]!r}; the columns that can be named are {', '.join(sorted(known))}")
        return replace(cls(), **names)


_LANGUAGES = {"fa": "fa", "fas": "fa", "per": "fa", "prs": "fa", "farsi": "fa", "persian": "fa", "dari": "fa", "ar": "ar", "ara": "ar",
              "arb": "ar", "arabic": "ar"}


def files(paths: Iterable[str | Path]) -> list[Path]:
    """The files that folders, patterns and file names stand for, each once, in order of name.

    Raises ``InputError`` for a name where there is nothing, a folder or pattern without a file of a known kind, and a file of
    an unknown kind.
    """
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and _kind(p))
        elif path.exists():
            if not _kind(path):
                raise InputError(f"{path} is of no kind that is read; the kinds are {', '.join(_READERS)}, each also with .gz")
            inside = [path]
        else:
            inside = sorted(Path(p) for p in glob.glob(str(given), recursive=True) if Path(p).is_file() and _kind(Path(p)))
        if not inside:
            raise InputError(f"{given}: no such file or folder, or nothing of a kind that is read in it ({', '.join(_READERS)})")
        found |= dict.fromkeys(inside)
    return list(found)


def _kind(path: Path) -> str:
    name = path.name.lower().removesuffix(".gz")
    suffix = "." + name.rpartition(".")[2]
    return suffix if suffix in _READERS else ""


def read(paths: Iterable[Path], columns: Columns | None = None) -> Iterator[Article | Unreadable]:
    """Every article of these files, one at a time; rows of a table as they come."""
    for path in paths:
        try:
            yield from _READERS[_kind(path)](path, columns or Columns())
        except (InputError, OSError, EOFError, zlib.error) as wrong:
            message = str(wrong)
            yield Unreadable(str(path), 0, message if str(path) in message else f"{path}: {message}")


def count(paths: Iterable[Path]) -> int:
    """How many articles these files hold, for a progress bar: exact for texts and Parquet, by line ends for the other tables."""
    total = 0
    for path in paths:
        kind = _kind(path)
        try:
            if kind in (".jsonl", ".ndjson", ".csv"):
                with _open(path) as file:
                    total += sum(block.count(b"\n") for block in iter(lambda: file.read(_CHUNK), b""))
            elif kind == ".parquet":
                total += need("pyarrow.parquet", "corpus").ParquetFile(path).metadata.num_rows
            else:
                total += 1
        except Exception:  # told when the file is read; a count is only a guess
            total += 1
    return total


def _open(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[return-value]


def _stem(path: Path) -> str:
    return path.name.removesuffix(".gz").rpartition(".")[0] or path.name


def _whole(path: Path) -> str:
    with _open(path) as file:
        return decode(limits.read(file, str(path), limits.ARTICLE), str(path))


def _lines(file: IO[bytes], most: int) -> Iterator[bytes]:
    """The lines of a file, one at a time; of a longer one no more than ``most`` bytes and one, and the rest is passed over."""
    while line := file.readline(most + 1):
        yield line
        while len(line) > most and not line.endswith(b"\n") and (rest := file.readline(_CHUNK)):
            line = line[:most] + rest[-1:]


def _text(path: Path, columns: Columns) -> Iterator[Article | Unreadable]:
    text = _whole(path)
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(f"{path} is empty")
    yield Article(str(path), 0, _stem(path), text)


def _html(path: Path, columns: Columns) -> Iterator[Article | Unreadable]:
    trafilatura = need("trafilatura", "corpus")
    page = _whole(path)
    # trafilatura drops what Python calls unprintable, and with it the half-spaces of Farsi: a letter that the page has not keeps
    # their place
    joint = next(c for c in map(chr, range(0xA984, 0xD7A3)) if c.isprintable() and c not in page)
    found = trafilatura.bare_extraction(page.replace("\u200c", joint), include_comments=False, include_tables=False, with_metadata=True)
    body = found.as_dict() if found else {}
    text = (body.get("text") or "").replace(joint, "\u200c")
    if not text.strip():
        raise InputError(f"{path}: no article was found in this page")
    yield Article(str(path), 0, _stem(path), text, published=body.get("date"), url=body.get("url"), outlet=_word(body.get("sitename")))


def _jsonl(path: Path, columns: Columns) -> Iterator[Article | Unreadable]:
    with _open(path) as file:
        for number, line in enumerate(_lines(file, limits.most(limits.ARTICLE)), 1):
            if not line.strip():
                continue
            try:
                limits.check(len(line), f"{path}:{number}", limits.ARTICLE)
                row = json.loads(decode(line.rstrip(b"\r\n"), f"{path}:{number}").removeprefix("\ufeff"))
                if not isinstance(row, dict):
                    raise InputError(f"{path}:{number} is no JSON object")
                yield _row(path, number, row, columns)
            except InputError as wrong:
                yield Unreadable(str(path), number, str(wrong))
            except (ValueError, RecursionError) as wrong:
                yield Unreadable(str(path), number, f"{path}:{number} is no JSON: {wrong}")


class _Rows:
    """The lines of a table for ``csv``, which joins those of a row by itself; ``size`` is what the present row holds so far."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._lines, self._name = _lines(file, limits.most(limits.ARTICLE)), name
        self._parts: Iterator[str] = iter(())
        self._first, self.size = True, 0

    def __iter__(self) -> _Rows:
        return self

    def __next__(self) -> str:
        part = next(self._parts, None)
        while part is None:
            line = next(self._lines)
            limits.check(len(line), self._name, limits.ARTICLE)
            text = line.removeprefix(codecs.BOM_UTF8 if self._first else b"").decode("utf-8")
            self._parts, self._first = iter(io.StringIO(text, newline="")), False  # a lone carriage return ends a line too
            part = next(self._parts, None)
        self.size += len(part)
        limits.check(self.size, self._name, limits.ARTICLE)
        return part


def _csv(path: Path, columns: Columns) -> Iterator[Article | Unreadable]:
    csv.field_size_limit(limits.most(limits.ARTICLE) + 1)
    number = 0
    with _open(path) as file:
        source = _Rows(file, str(path))
        try:
            lines = csv.DictReader(source)
            _check_columns(path, lines.fieldnames or (), columns)
            while True:
                number, source.size = number + 1, 0
                try:
                    yield _row(path, number, next(lines), columns)
                except StopIteration:
                    return
                except csv.Error as wrong:
                    yield Unreadable(str(path), number, f"{path}:{number} is no row of a table: {wrong}")
                except limits.TooLargeError as wrong:
                    yield Unreadable(str(path), number, f"{path}:{number}: {wrong}; what follows it is not read, since where it ends "
                                                        "cannot be told")
                    return
                except InputError as wrong:
                    yield Unreadable(str(path), number, str(wrong))
        except csv.Error as wrong:
            raise InputError(f"{path} is no table: {wrong}") from None
        except UnicodeDecodeError:
            raise InputError(f"{path} is not UTF-8: byte {_first_bad_byte(path)} (row {number} or later)") from None


def _first_bad_byte(path: Path) -> int:
    decoder, at = codecs.getincrementaldecoder("utf-8")(), 0
    with _open(path) as file:
        while block := file.read(_CHUNK):
            kept = len(decoder.getstate()[0])
            try:
                decoder.decode(block)
            except UnicodeDecodeError as wrong:
                return at - kept + wrong.start
            at += len(block)
    return at


def _parquet(path: Path, columns: Columns) -> Iterator[Article | Unreadable]:
    table = parquet.Table(path)
    _check_columns(path, table.names, columns)
    for number, row in table.rows([getattr(columns, f.name) for f in fields(columns)]):
        try:
            if isinstance(row, InputError):
                raise row
            yield _row(path, number, row, columns)
        except InputError as wrong:
            yield Unreadable(str(path), number, str(wrong))


def _check_columns(path: Path, names: Iterable[str], columns: Columns) -> None:
    names = list(names)
    if columns.text not in names:
        raise InputError(f"{path} has no column {columns.text!r} for the text; its columns are {', '.join(map(repr, names)) or 'none'}")


def _row(path: Path, number: int, row: Mapping[str, Any], columns: Columns) -> Article:
    """The article of a row. Raises ``InputError`` for a row without text, with too much of it, or with a language that is none of ours."""
    text = row.get(columns.text)
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"{path}:{number} has no text in column {columns.text!r}")
    limits.check(len(text), f"{path}:{number}", limits.ARTICLE)
    lang = _word(row.get(columns.lang))
    if lang and lang.lower() not in _LANGUAGES:
        raise InputError(f"{path}:{number} is in language {lang!r}; the languages are 'fa' and 'ar'")
    return Article(str(path), number, _word(row.get(columns.id)) or f"{_stem(path)}:{number}", text, _date(row.get(columns.published)),
                   _LANGUAGES[lang.lower()] if lang else None, _word(row.get(columns.url)), _word(row.get(columns.outlet)))


def _word(value: object) -> str | None:
    """A value as a word that any file can hold (half of a surrogate pair becomes a question mark); None for nothing."""
    return str(value).strip().encode("utf-8", "replace").decode() or None if value is not None else None


def _date(value: object) -> str | None:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else _word(value)


_READERS: dict[str, Callable[[Path, Columns], Iterator[Article | Unreadable]]] = {
    ".txt": _text, ".jsonl": _jsonl, ".ndjson": _jsonl, ".csv": _csv, ".parquet": _parquet, ".html": _html, ".htm": _html}
