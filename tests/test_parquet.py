"""Parquet from strangers: a small file that unpacks to much is refused before it does, and the rest of it is read."""

from __future__ import annotations

import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from kursk_nlp import InputError, limits
from kursk_nlp.corpus.reader import Article, Columns, Unreadable, read

from .shared import needs

needs("corpus", "pyarrow")

import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

from kursk_nlp.corpus.parquet import _header  # noqa: E402

MIB = 1 << 20
WORD = "قتل شخص. "


def groups(path: Path, *texts: Any, **options: Any) -> Path:
    """A file with a row group for each list of texts."""
    with pq.ParquetWriter(path, pa.table({"text": texts[0]}).schema, **({"compression": "zstd", "use_dictionary": False} | options)) as out:
        for group in texts:
            out.write_table(pa.table({"text": group}))
    return path


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """4 MiB for a page."""
    monkeypatch.setenv(limits.PARQUET, "4")


def taken(path: Path, most: int | None = None) -> tuple[list[Article | Unreadable], int]:
    """What a file holds (no more than so many) and the bytes that Arrow took at most to say so."""
    usual = pa.default_memory_pool()
    pa.set_memory_pool(counted := pa.proxy_memory_pool(usual))
    try:
        return list(islice(read([path]), most)), counted.max_memory()
    finally:
        pa.set_memory_pool(usual)


@pytest.mark.usefixtures("small")
def test_a_page_that_unpacks_to_too_much_is_told_and_the_other_groups_are_read(tmp_path: Path) -> None:
    bomb = groups(tmp_path / "a.parquet", [WORD + "1", WORD + "2"], ["x", "0" * (64 * MIB)], [WORD + "3"])
    assert bomb.stat().st_size < MIB
    found, peak = taken(bomb)
    assert [(type(f).__name__, f.position) for f in found] == [("Article", 1), ("Article", 2), ("Unreadable", 3), ("Article", 5)]
    assert isinstance(found[2], Unreadable)
    assert found[2].message == (f"{bomb}: a page of column 'text' in row group 1 is too large: more than 4 MiB; the environment variable "
                                "KURSK_NLP_MAX_PARQUET_MB allows more")
    assert peak < MIB


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("options", [{"use_dictionary": True}, {"column_encoding": {"text": "DELTA_BYTE_ARRAY"}}])
def test_many_rows_of_few_bytes_are_not_unpacked_at_once(tmp_path: Path, options: dict[str, Any]) -> None:
    """One long text again and again, stored once: each row is within the limits, a thousand would not be."""
    bomb = groups(tmp_path / "a.parquet", ["0" * MIB] * 64, **options)
    assert bomb.stat().st_size < MIB
    found, peak = taken(bomb, 20)
    assert [(type(f), f.position) for f in found] == [(Article, n) for n in range(1, 21)]
    assert all(isinstance(f, Article) and len(f.text) == MIB for f in found)
    assert peak < 24 * MIB


@pytest.mark.parametrize(("column", "message"), [
    ([["a"], ["b", "c"]], "column 'text' holds lists or records, not one value a row"),
    ([{"a": 1}, {"a": 2}], "column 'text' holds lists or records"),
    (["a", "b"], "row group 0 is too large: more than 0.000976562 MiB"),
])
def test_a_column_that_is_not_one_small_value_a_row_is_told(tmp_path: Path, column: list[Any], message: str,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.PARQUET, str(1 / 1024))
    rows = {"text": column} if not isinstance(column[0], str) else {"text": column, "id": pa.array([b"x" * 2000] * 2, pa.binary(2000))}
    pq.write_table(pa.table(rows), tmp_path / "a.parquet", use_dictionary=False)
    (told,) = read([tmp_path / "a.parquet"])
    assert isinstance(told, Unreadable)
    assert message in told.message


@pytest.mark.parametrize("version", ["1.0", "2.0"])
@pytest.mark.parametrize("compression", ["none", "snappy", "zstd", "gzip", "brotli"])
def test_every_form_of_page_is_read(tmp_path: Path, version: str, compression: str) -> None:
    texts = [f"{WORD}{n}" * (n % 50 + 1) if n % 7 else None for n in range(3000)]
    for dictionary in (True, False):
        pq.write_table(pa.table({"body": texts, "id": range(3000)}), tmp_path / "a.parquet", row_group_size=1100, compression=compression,
                       data_page_version=version, use_dictionary=dictionary, data_page_size=5000)
        found = list(read([tmp_path / "a.parquet"], Columns(text="body")))
        assert [f.position for f in found] == list(range(1, 3001))
        assert [(f.text, f.id) if isinstance(f, Article) else None for f in found] == [t and (t, str(n)) for n, t in enumerate(texts)]


def test_text_that_is_no_utf8_costs_its_row_alone(tmp_path: Path) -> None:
    bad = pa.array([WORD.encode(), b"\xff\xfe", WORD.encode()]).view(pa.string())
    pq.write_table(pa.table({"text": bad}), tmp_path / "a.parquet")
    first, second, third = read([tmp_path / "a.parquet"])
    assert (isinstance(first, Article), isinstance(third, Article)) == (True, True)
    assert isinstance(second, Unreadable)
    assert "a.parquet:2 cannot be read: " in second.message


def test_two_columns_of_one_name_are_told(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_arrays([pa.array(["a"]), pa.array(["b"])], names=["text", "text"]), tmp_path / "a.parquet")
    (told,) = read([tmp_path / "a.parquet"])
    assert isinstance(told, Unreadable)
    assert "has two columns 'text'" in told.message


def test_a_damaged_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """Each byte of the pages changed in turn: an article or a word on what is wrong, never anything else."""
    whole = groups(tmp_path / "a.parquet", [WORD + "1"], [WORD + "2"]).read_bytes()
    end = len(whole) - 8 - int.from_bytes(whole[-8:-4], "little")
    damaged = tmp_path / "b.parquet"
    told = 0
    for at in range(4, end):
        damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1:])
        found = list(read([damaged]))
        assert found
        for one in found:
            assert isinstance(one, Article) or str(damaged) in one.message
        told += not all(isinstance(one, Article) for one in found)
    assert told > (end - 4) // 4, "older versions of Arrow read on over more of them"


#: Thrift's compact protocol: type 0, 100 bytes unpacked, 7 packed, and behind them what a reader must step over
HEAD = bytes([0x15, 0x00, 0x15, 0xC8, 0x01, 0x15, 0x0E])


@pytest.mark.parametrize("rest", [
    b"\x00", b"\x15\x02\x00", b"\x11\x12\x00", b"\x13\x07\x16\x81\x01\x00", b"\x17" + bytes(8) + b"\x00", b"\x18\x03abc\x00",
    b"\x1c\x15\x02\x11\x00\x00", b"\x19\x25\x02\x04\x00", b"\x19\xf8\x10" + b"\x01x" * 16 + b"\x00", b"\x19\x21\x01\x02\x00",
    b"\x05\x14\x02\x00",
])
def test_the_header_of_a_page_is_read_whatever_follows(rest: bytes) -> None:
    assert _header(HEAD + rest + b"next") == (100, 7, len(HEAD + rest))
    for end in range(len(HEAD + rest)):
        with pytest.raises(IndexError):
            _header((HEAD + rest)[:end])


@pytest.mark.parametrize("data", [
    HEAD + b"\x1c" * 100, HEAD + b"\x1b\x01\x55\x02\x02\x00", HEAD + b"\x15" + b"\xff" * 11, HEAD + b"\x19\xf7\xff\xff\xff\xff\xff\xff\x7f",
    b"", HEAD + b"\x18\xff\xff\xff\x7f", HEAD + b"\x1e\x00",
])
def test_what_is_no_header_is_none(data: bytes) -> None:
    with pytest.raises(IndexError):
        _header(data)


def test_of_two_sizes_the_larger_is_believed() -> None:
    assert _header(HEAD + b"\x05\x04\x02\x00")[0] == 100
    assert _header(bytes([0x25, 0x02, 0x05, 0x04, 0xC8, 0x01, 0x15, 0x0E, 0x00]))[0] == 100


def test_a_negative_size_is_damage(tmp_path: Path) -> None:
    from kursk_nlp.corpus.parquet import _pages

    for data in (b"\x15\x00\x15\x01\x15\x0e\x00", b"\x15\x00\x15\x02\x15\x01\x00", b"\x15\x00\x00"):
        (tmp_path / "x").write_bytes(data)
        with (tmp_path / "x").open("rb") as file, pytest.raises(InputError, match="the page at byte 0 has a negative size"):
            list(_pages(file, tmp_path / "x", 0, len(data)))


@pytest.mark.parametrize("day", [datetime.date(2024, 5, 15), datetime.datetime(2024, 5, 15, 13, 0), "2024-05-15"])
def test_a_day_of_publication_of_any_type_is_its_day(tmp_path: Path, day: object) -> None:
    pq.write_table(pa.table({"text": [WORD], "published": [day]}), tmp_path / "a.parquet")
    (article,) = read([tmp_path / "a.parquet"])
    assert isinstance(article, Article)
    assert article.published == "2024-05-15"


def test_a_header_longer_than_usual_is_read(tmp_path: Path) -> None:
    """Statistics in it may hold long texts."""
    from kursk_nlp.corpus.parquet import _pages

    header = HEAD + b"\x18\x90\x4e" + b"x" * 10_000 + b"\x00"
    (tmp_path / "x").write_bytes(header + bytes(7) + HEAD + b"\x00" + bytes(7))
    with (tmp_path / "x").open("rb") as file:
        assert list(_pages(file, tmp_path / "x", 0, len(header) + 7 + len(HEAD) + 8)) == [100, 100]
