"""Corpora: every way in, every way out, and that neither a bad article nor a kill -9 costs more than itself."""

from __future__ import annotations

import csv
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import kursk_nlp
from kursk_nlp import DataError, InputError
from kursk_nlp.corpus import parallel, progress, read_corpus, store, tables
from kursk_nlp.corpus.corpus import Corpus
from kursk_nlp.corpus.reader import Article, Columns, Unreadable, count, files, read

from .generated import articles, write_jsonl
from .marked import FIXTURES
from .shared import ROOT, needs

needs("corpus", "duckdb", "pyarrow", "pebble", "pandas", "openpyxl", "trafilatura", "lxml_html_clean")

FA = (FIXTURES / "fa" / "herat_quake.txt").read_text(encoding="utf-8")
AR = (FIXTURES / "ar" / "derna_dams.txt").read_text(encoding="utf-8")


def everything(corpus: Corpus) -> dict[str, list[Any]]:
    """All tables as rows, in the fixed order."""
    return {table: [row for _, rows in corpus.batches(table) for row in rows] for table in store.ORDER}


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def write_parquet(path: Path, rows: list[dict[str, Any]]) -> None:
    import pyarrow as pa
    import pyarrow.parquet

    pyarrow.parquet.write_table(pa.Table.from_pylist(rows), path)


HTML = f"""<!doctype html><html lang="fa"><head><title>زلزله</title><meta property="article:published_time" content="2023-10-09T08:00:00Z">
</head><body><nav><a href="/">خانه</a></nav><article><h1>زلزله هرات</h1><p>{FA.splitlines()[0]}</p><p>{FA.splitlines()[1]}</p></article>
<footer>تماس با ما</footer></body></html>"""


def test_every_kind_of_file_is_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", FA)
    put(tmp_path, "deep/b.txt.gz", gzip.compress(AR.encode()))
    rows = [{"id": "x", "text": FA, "published": "2023-10-09", "url": "u", "outlet": "o", "lang": "per"}, {"text": AR}]
    put(tmp_path, "c.jsonl", "\n".join(json.dumps(r) for r in rows) + "\n\n")
    with (tmp_path / "d.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    put(tmp_path, "d2.csv.gz", gzip.compress((tmp_path / "d.csv").read_bytes()))
    write_parquet(tmp_path / "e.parquet", [{**rows[0], "more": 1}, {"text": AR, "published": None}])
    put(tmp_path, "f.html", HTML)
    put(tmp_path, "ignored.pdf", b"%PDF")
    found = list(read(files([tmp_path])))
    assert [type(a) for a in found] == [Article] * 11
    assert [(a.source.rpartition("/")[2], a.position) for a in found] == [
        ("a.txt", 0), ("c.jsonl", 1), ("c.jsonl", 2), ("d.csv", 1), ("d.csv", 2), ("d2.csv.gz", 1), ("d2.csv.gz", 2), ("b.txt.gz", 0),
        ("e.parquet", 1), ("e.parquet", 2), ("f.html", 0)]
    full = [a for a in found if a.position == 1]
    assert {(a.id, a.text, a.published, a.url, a.outlet, a.lang) for a in full} == {("x", FA, "2023-10-09", "u", "o", "fa")}  # type: ignore[union-attr]
    assert {a.text for a in found if a.position == 2} == {AR}  # type: ignore[union-attr]
    assert found[2].id == "c:2"  # type: ignore[union-attr]
    page = found[-1]
    assert isinstance(page, Article)
    assert FA.splitlines()[1] in page.text
    assert "تماس" not in page.text
    assert page.published == "2023-10-09"
    assert count(files([tmp_path])) >= len(found)


def test_patterns_folders_and_files_name_each_file_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        put(tmp_path, name, FA)
    assert len(files([tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt"), str(tmp_path / "**" / "*.txt")])) == 3
    for given, message in ((tmp_path / "none.txt", "no such file or folder"), (put(tmp_path, "x.pdf", "x"), "of no kind that is read")):
        with pytest.raises(InputError, match=message):
            files([given])


@pytest.mark.parametrize(("name", "data", "message"), [
    ("a.txt", b"\xff\xfe\x00", "is UTF-16, not UTF-8"), ("a.txt", b"abc\x81", "a.txt is not UTF-8: byte 0x81 at byte 3"),
    ("a.txt", b" \n", "is empty"), ("a.jsonl", b"{", "a.jsonl:1 is no JSON"), ("a.jsonl", b"[1]", "a.jsonl:1 is no JSON object"),
    ("a.jsonl", b'{"text": ""}', "has no text"), ("a.jsonl", b'{"text": "x", "lang": "en"}', "is in language 'en'"),
    ("a.jsonl", b"\n{\xff}", "a.jsonl:2 is not UTF-8"), ("a.csv", b"id,body\n1,x\n",
     "no column 'text' for the text; its columns are 'id', 'body'"),
    ("a.csv", b"text\nabc\n\xff\n", "is not UTF-8: byte 9"), ("a.csv", b"", "no column 'text'"),
    ("a.parquet", b"PAR1 not really", "is no Parquet file"), ("a.txt.gz", b"no gzip", "a.txt.gz"),
    ("a.html", b"<html><body></body></html>", "no article was found"),
])
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    put(tmp_path, name, data)
    put(tmp_path, "z.txt", FA)
    found = list(read(files([tmp_path])))
    assert [type(a) for a in found if a.source.endswith("z.txt")] == [Article]
    told = [a for a in found if isinstance(a, Unreadable)]
    assert len(told) == 1
    assert message in told[0].message
    assert name in told[0].message


def test_columns_have_other_names(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", json.dumps({"body": FA, "when": "2023-10-09", "paper": "p"}))
    (article,) = read([path], Columns.named({"text": "body", "published": "when", "outlet": "paper"}))
    assert isinstance(article, Article)
    assert (article.published, article.outlet) == ("2023-10-09", "p")
    with pytest.raises(InputError, match="no column 'body'; the columns that can be named are"):
        Columns.named({"body": "x"})


@pytest.fixture(scope="module")
def corpus() -> Iterator[Corpus]:
    with read_corpus([FIXTURES / "fa", FIXTURES / "ar"]) as made:
        yield made


def test_the_tables_say_what_the_documents_say(corpus: Corpus) -> None:
    nlp = kursk_nlp.load("auto")
    expected = {(p.parent.name, p.stem): nlp(p.read_text(encoding="utf-8"), id=p.stem) for p in FIXTURES.glob("[fa][ar]/*.txt")}
    assert {(d.lang, d.id): d for d in corpus.documents()} == expected
    assert all(d.text for d in corpus.documents())
    by_id = {(row["lang"], row["id"]): row["key"] for row in corpus.to_arrow("documents").to_pylist()}
    for layer in ("figures", "units", "quotes", "dates", "entities", "numbers"):
        rows = corpus.to_arrow(layer).to_pylist()
        got = {(r["key"], r["n"]): (r["start"], r["end"], r["text"], r["rule"]) for r in rows}
        assert got == {(by_id[name], n): (m.start, m.end, m.text, m.rule)
                       for name, d in expected.items() for n, m in enumerate(getattr(d, layer))}
    for r in corpus.to_arrow("claims").to_pylist():
        document = expected[r["lang"], r["article"]]
        figure = document.figures[r["n"]]
        number = figure.number
        assert (r["value"], r["low"], r["high"], r["mod"]) == (number.value, number.low, number.high, number.mod)
        assert (r["outcome"], r["who"], r["source"]) == (figure.outcome, figure.victims and figure.victims.text,
                                                        figure.sources[0].name if figure.sources else None)
        assert document.text is not None
        assert r["sentence"] == " ".join(document.text[r["sentence_start"]:r["sentence_end"]].split())
        assert r["sentence_start"] <= r["start"] < r["sentence_end"]


def test_types_are_real(corpus: Corpus) -> None:
    kinds = dict(corpus.sql("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'figures'").fetchall())
    assert (kinds["value"], kinds["cumulative"], kinds["date_start"], kinds["start"]) == ("DOUBLE", "BOOLEAN", "DATE", "INTEGER")
    assert list(corpus.to_pandas("claims").columns) == corpus.to_arrow("claims").column_names
    assert "Corpus in memory" in repr(corpus)


def test_provenance_is_carried_along(tmp_path: Path) -> None:
    put(tmp_path, "a.jsonl", json.dumps({"id": "i", "text": FA, "published": "2023-10-09", "url": "u", "outlet": "o", "lang": "fa"}))
    with read_corpus(tmp_path) as made:
        (row,) = made.to_arrow("documents").to_pylist()
        assert (row["id"], str(row["published"]), row["url"], row["outlet"], row["position"]) == ("i", "2023-10-09", "u", "o", 1)
        assert row["source"] == str(tmp_path / "a.jsonl")
        assert row["text"] == FA
        claim = made.to_arrow("claims").to_pylist()[0]
        assert (claim["article"], claim["outlet"], claim["url"]) == ("i", "o", "u")


def test_offsets_in_utf16_count_what_javascript_counts() -> None:
    text = "🕊️🕊️ قُتل 12 جنديا"
    document = kursk_nlp.load("ar")(text, id="x")
    article = Article("s", 0, "x", text)
    found = [row for table, row in tables.rows(tables.Read(article, document)) if table == "numbers"]
    columns = list(tables.TABLES["numbers"])
    (row,) = [dict(zip(columns, r, strict=True)) for r in found]
    wide = text.encode("utf-16-le")[2 * row["start_utf16"]:2 * row["end_utf16"]].decode("utf-16-le")
    assert wide == row["text"] == text[row["start"]:row["end"]]
    assert row["start_utf16"] == row["start"] + 2


def test_reading_again_changes_nothing_and_adds_what_is_new(tmp_path: Path) -> None:
    folder, db = tmp_path / "in", tmp_path / "c.duckdb"
    write_jsonl(put(folder, "a.jsonl", ""), 20)
    with read_corpus(folder, db=db) as made:
        first = everything(made)
    with Corpus.open(db) as made:
        assert made.read(files([folder])) == {"read": 0, "known": 20, "failed": 0}
        assert everything(made) == first
        put(folder, "b.txt", FA)
        put(folder, "copy.txt", FA)
        assert made.read(files([folder])) == {"read": 1, "known": 21, "failed": 0}
        assert len(made) == 21


def test_another_version_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, db = tmp_path / "in", tmp_path / "c.duckdb"
    put(folder, "a.txt", FA)
    with read_corpus(folder, db=db) as made:
        before = everything(made)
    monkeypatch.setattr(store, "__version__", "9.9")
    monkeypatch.setattr(tables, "__version__", "9.9")
    with Corpus.open(db) as made:
        assert made.read(files([folder]))["read"] == 1
        after = everything(made)
        assert [r[:-3] for r in after["documents"]] == [r[:-3] for r in before["documents"]]
        assert after["figures"] == before["figures"]
        assert made.sql("SELECT DISTINCT version FROM documents").fetchall() == [("9.9",)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_poisoned_endless_or_crashing_article_is_an_error_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                                               jobs: int) -> None:
    real = parallel.load

    def load(code: str, tagger: str) -> Callable[..., Any]:
        def nlp(text: str, **kwargs: Any) -> Any:
            if "ENDLESS" in text:
                time.sleep(60)
            if "CRASH" in text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "POISON" in text:
                raise RuntimeError("a bug")
            return real(code, tagger)(text, **kwargs)
        return nlp
    monkeypatch.setattr(parallel, "load", load)
    rows = articles(30)
    for n, word in ((3, "ENDLESS"), (11, "CRASH"), (25, "POISON")):
        rows[n]["text"] += " " + word
    rows[7]["text"] = "only Latin"
    rows[8]["published"] = "some day"
    put(tmp_path, "a.jsonl", "".join(json.dumps(r) + "\n" for r in rows))
    with Corpus.open() as made:
        assert made.read(files([tmp_path]), jobs=jobs, timeout=0.8) == {"read": 25, "known": 0, "failed": 5}
        errors = {r["id"]: (r["kind"], r["message"]) for r in made.to_arrow("errors").to_pylist()}
        assert {i: kind for i, (kind, _) in errors.items()} == {"g00003": "timeout", "g00007": "input", "g00008": "input",
                                                              "g00011": "crash", "g00025": "error"}
        assert "took more than 0.8 seconds" in errors["g00003"][1]
        assert "a bug" in errors["g00025"][1]
        assert made.read(files([tmp_path])) == {"read": 0, "known": 30, "failed": 0}
        monkeypatch.setattr(parallel, "load", real)
        assert made.read(files([tmp_path]), retry=True) == {"read": 3, "known": 25, "failed": 2}
        assert len(made.to_arrow("errors")) == 2


def test_an_error_goes_away_when_its_file_is_mended(tmp_path: Path) -> None:
    bad = put(tmp_path, "a.txt", b"\xff")
    with Corpus.open() as made:
        assert made.read(files([bad]))["failed"] == 1
        bad.write_text(FA, encoding="utf-8")
        assert made.read(files([bad]))["read"] == 1
        assert made.counts()["errors"] == 0


def command(*args: str, module: tuple[str, ...] = ("kursk_nlp",)) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", *module, "corpus", *args], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(*args: str) -> tuple[int, str, str]:
    out, err = (running := command(*args)).communicate(timeout=120)
    assert b"Traceback" not in err
    return running.returncode, out.decode(), err.decode()


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, list[Any]]]:
    """A file of a hundred articles, and what an undisturbed run makes of it."""
    folder = tmp_path_factory.mktemp("whole")
    source = str(write_jsonl(folder / "a.jsonl", 100))
    with read_corpus(source, db=folder / "whole.duckdb") as made:
        return source, everything(made)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("moment", ["reading", "committing"])
def test_what_was_finished_survives_an_end_in_the_middle(hundred: tuple[str, dict[str, list[Any]]], tmp_path: Path, moment: str,
                                                        end: signal.Signals) -> None:
    source, whole = hundred
    broken = tmp_path / "broken.duckdb"
    running = command("run", source, "--db", str(broken), "--jobs", "2", "--timeout", "600", module=("tests.interrupted", moment))
    assert running.stdout
    lasting = int(running.stdout.readline())
    assert moment == "reading" or running.stdout.readline() == b"committing\n"
    running.send_signal(end)
    _, err = running.communicate(timeout=60)
    assert running.returncode == (130 if end == signal.SIGINT else -end)
    assert b"Traceback" not in err
    with Corpus.open(broken) as made:
        kept = len(made)
    assert 0 < lasting <= kept < 100
    if end == signal.SIGINT:
        assert f"holds {kept} articles, and the same command goes on".encode() in err
    elif moment == "committing":
        assert kept == lasting, "half of a commit is none"
    with Corpus.open(broken) as made:
        assert made.read(files([source]), jobs=2) == {"read": 100 - kept, "known": kept, "failed": 0}
        assert everything(made) == whole


def test_a_database_that_is_not_ours_or_too_new_is_refused(tmp_path: Path) -> None:
    import duckdb

    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("CREATE TABLE t (a INTEGER)")
    with pytest.raises(DataError, match="is no kursk_nlp database: it holds t"):
        Corpus.open(other)
    newer = tmp_path / "newer.duckdb"
    Corpus.open(newer).close()
    with duckdb.connect(str(newer)) as connection:
        connection.execute("INSERT INTO kursk_nlp VALUES (99, '42.0')")
    with pytest.raises(DataError, match=r"made by a newer kursk_nlp \(store version 99; this one, .* knows up to 2\): upgrade"):
        Corpus.open(newer)
    with pytest.raises(DataError, match="cannot be opened as a database"):
        Corpus.open(put(tmp_path, "text.duckdb", FA))


def test_an_older_database_is_brought_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = tmp_path / "old.duckdb"
    read_corpus(FIXTURES / "fa" / "herat_quake.txt", db=db).close()
    monkeypatch.setattr(store, "STORE_VERSION", 3)
    monkeypatch.setattr(store, "MIGRATIONS", {2: ["ALTER TABLE units ADD COLUMN strength INTEGER"]})
    with pytest.raises(DataError, match="must be brought to 3"):
        Corpus.open(db, read_only=True)
    with Corpus.open(db) as made:
        assert "strength" in made.to_arrow("units").column_names
    with Corpus.open(db) as made:
        assert len(made) == 1


def test_a_database_of_the_first_store_learns_which_tagger_read_it(tmp_path: Path) -> None:
    folder, db = tmp_path / "in", tmp_path / "old.duckdb"
    put(folder, "a.txt", FA)
    put(folder, "b.txt", "only Latin")
    with read_corpus(folder, db=db) as made:
        made.sql("SELECT 1").fetchall()
        for statement in ("ALTER TABLE documents DROP COLUMN tagger", "ALTER TABLE errors DROP COLUMN tagger",
                          "UPDATE kursk_nlp SET store_version = 1"):
            made._store.connection.execute(statement)
    with Corpus.open(db) as made:
        assert made.read(files([folder])) == {"read": 0, "known": 2, "failed": 0}
        assert [d.tagger for d in made.documents()] == ["crf"]


def test_another_tagger_reads_again_and_is_recorded(tmp_path: Path) -> None:
    folder, db = tmp_path / "in", tmp_path / "c.duckdb"
    put(folder, "a.txt", FA)
    put(folder, "b.txt", "only Latin")
    with read_corpus(folder, db=db, tagger="none") as made:
        plain = kursk_nlp.load("fa", tagger="none")(FA, id="a")
        assert [(d, d.tagger) for d in made.documents()] == [(plain, "none")]
        assert made.read(files([folder]), tagger="none") == {"read": 0, "known": 2, "failed": 0}
        assert made.read(files([folder])) == {"read": 1, "known": 0, "failed": 1}
        assert [(d, d.tagger) for d in made.documents()] == [(kursk_nlp.load("fa")(FA, id="a"), "crf")]
        assert made.sql("SELECT tagger FROM documents UNION ALL SELECT tagger FROM errors").fetchall() == [("crf",)] * 2
    code, out, _ = finish("run", str(folder), "--db", str(db), "--tagger", "none")
    assert (code, out) == (1, f"1 read, 0 known before, 1 failed; {db} holds 1 articles\n")
    with pytest.raises(InputError, match="unknown tagger 'magic'"):
        read_corpus(folder, tagger="magic")
    code, _, err = finish("run", str(folder), "--db", str(db), "--tagger", "magic")
    assert code == 1
    assert "unknown tagger 'magic'" in err
    assert err.count("\n") == 1


class TestExports:
    def rows(self, corpus: Corpus) -> list[dict[str, Any]]:
        return corpus.to_arrow("claims").to_pylist()  # type: ignore[no-any-return]

    def test_csv_opens_in_excel(self, corpus: Corpus, tmp_path: Path) -> None:
        corpus.export("claims", tmp_path / "c.csv")
        assert (tmp_path / "c.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
            got = list(csv.DictReader(file))
        assert [(r["sentence"], r["value"], r["start_utf16"]) for r in got] == [
            (r["sentence"], "" if r["value"] is None else f"{r['value']:.10g}", str(r["start_utf16"])) for r in self.rows(corpus)]

    def test_parquet_and_json_lines_are_the_table(self, corpus: Corpus, tmp_path: Path) -> None:
        import pyarrow.parquet

        corpus.export("figures", tmp_path / "c.parquet")
        corpus.export("figures", tmp_path / "c.jsonl")
        rows = corpus.to_arrow("figures").to_pylist()
        assert pyarrow.parquet.read_table(tmp_path / "c.parquet").to_pylist() == rows
        got = [json.loads(line) for line in (tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()]
        assert got == json.loads(json.dumps(rows, default=str))

    def test_excel_holds_the_same_and_no_formula(self, corpus: Corpus, tmp_path: Path) -> None:
        import openpyxl

        corpus.export("claims", tmp_path / "c.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "c.xlsx").active
        names, *values = sheet.iter_rows(values_only=True)
        assert [dict(zip(names, v, strict=True))["sentence"] for v in values] == [r["sentence"] for r in self.rows(corpus)]
        assert sheet.sheet_view.rightToLeft
        from kursk_nlp.export.table import write_xlsx
        write_xlsx(tmp_path / "f.xlsx", [(["a"], [["=1+1"], ["ok\x07"]])])
        cells = [c.value for c in openpyxl.load_workbook(tmp_path / "f.xlsx").active["A"]]
        assert cells == ["a", "=1+1", "ok"]
        assert openpyxl.load_workbook(tmp_path / "f.xlsx").active["A2"].data_type == "s"

    def test_geojson_has_the_placed_ones(self, corpus: Corpus, tmp_path: Path) -> None:
        corpus.export("claims", tmp_path / "c.geojson")
        made = json.loads((tmp_path / "c.geojson").read_text(encoding="utf-8"))
        placed = [r for r in self.rows(corpus) if r["latitude"] is not None]
        assert [f["geometry"]["coordinates"] for f in made["features"]] == [[r["longitude"], r["latitude"]] for r in placed]
        with pytest.raises(DataError, match="needs the columns latitude and longitude"):
            corpus.export("units", tmp_path / "u.geojson")
        assert sorted(os.listdir(tmp_path)) == ["c.geojson"]

    def test_a_table_too_long_for_a_sheet_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from kursk_nlp.export import table

        monkeypatch.setattr(table, "_SHEET_ROWS", 4)
        table.write_xlsx(tmp_path / "a.xlsx", iter([(["a"], [[1], [2]]), (["a"], [[3]])]))
        with pytest.raises(DataError, match="an Excel sheet holds 3 rows and this table has more: export"):
            table.write_xlsx(tmp_path / "b.xlsx", iter([(["a"], [[1], [2]]), (["a"], [[3], [4]])]))

    @pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx"])
    def test_a_table_in_many_pieces_is_whole(self, corpus: Corpus, tmp_path: Path, ending: str) -> None:
        """Read 7 rows at a time, as a long table is 4,096 at a time."""
        from kursk_nlp.export.table import WRITERS

        pieces = list(corpus.batches("numbers", 7))
        rows = corpus.to_arrow("numbers").to_pylist()
        assert len(pieces) == -(-len(rows) // 7) > 2
        for name, batches in (("many", iter(pieces)), ("one", corpus.batches("numbers"))):
            WRITERS[f".{ending}"](tmp_path / f"{name}.{ending}", batches)
        if ending == "xlsx":
            import openpyxl

            sheets = [openpyxl.load_workbook(tmp_path / f"{name}.xlsx").active for name in ("many", "one")]
            assert [list(s.values) for s in sheets[:1]] == [list(s.values) for s in sheets[1:]]
            assert sheets[0].max_row == len(rows) + 1
        else:
            assert (tmp_path / f"many.{ending}").read_bytes() == (tmp_path / f"one.{ending}").read_bytes()

    def test_an_unknown_form_or_table_is_told(self, corpus: Corpus, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=r"must be one of \.csv"):
            corpus.export("claims", tmp_path / "c.doc")
        with pytest.raises(DataError, match="no table 'claim'; the tables are claims"):
            corpus.export("claim", tmp_path / "c.csv")


def test_the_commands(tmp_path: Path) -> None:
    db = str(tmp_path / "c.duckdb")
    put(tmp_path, "in/bad.txt", b"\xff")
    code, out, err = finish("run", str(tmp_path / "in"), str(FIXTURES / "fa"), "--db", db)
    count = len(list((FIXTURES / "fa").glob("*.txt")))
    assert (code, out) == (1, f"{count} read, 0 known before, 1 failed; {db} holds {count} articles\n")
    assert "bad.txt is not UTF-8: byte 0xFF at byte 0" in err
    assert finish("export", "--db", db, "-o", str(tmp_path / "c.csv")) == (0, "", "")
    assert f"documents         {count}" in finish("info", "--db", db)[1]
    for args, message in ((("run", str(tmp_path / "no"), "--db", db), "no such file"), (("info", "--db", db + "x"), "cannot be opened"),
                          (("export", "--db", db, "-o", str(tmp_path / "no" / "c.csv")), "cannot be written")):
        code, _, err = finish(*args)
        assert code == 1
        assert message in err
        assert err.count("\n") == 1


def test_a_corpus_goes_out_for_review_and_comes_back(tmp_path: Path) -> None:
    from kursk_nlp.evaluate import evaluate

    db = str(tmp_path / "c.duckdb")
    read_corpus([FIXTURES / "fa", FIXTURES / "ar"], db=db).close()
    assert finish("review", "--db", db, "-o", str(tmp_path / "brat")) == (0, "", "")
    report = evaluate(tmp_path / "brat")
    assert (report.documents, report.slips) == (len(list(FIXTURES.glob("[fa][ar]/*.txt"))), [])
    assert finish("review", "--db", db, "-o", str(tmp_path / "tasks.json")) == (0, "", "")
    assert len(json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))) == report.documents
    assert (tmp_path / "tasks.xml").read_text(encoding="utf-8").startswith("<View>")


def test_progress_passes_everything_through_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    results = [parallel.Result({}, 2), parallel.Result({}, 3)]
    for bar in (progress.silent, progress.notebook, progress.terminal):
        assert list(bar(iter(results), 5)) == results
    assert "5/5" in capsys.readouterr().err.replace(" ", "")


def test_what_cannot_be_asked_of_a_parallel_reader_is_an_error_row(tmp_path: Path) -> None:
    """In this process: what the other ones do with one article that is fine, one that is refused, and one that shows a bug."""
    fine = Article("f", 1, "a", FA)
    found = parallel.read_one(fine, "auto", "crf")
    assert {table for table, _ in found} >= {"documents", "figures"}
    ((table, row),) = parallel.read_one(Article("f", 2, "b", "x"), "auto", "crf")
    assert table == "errors"
    assert "no Arabic-script word" in str(row)
    result = parallel._read_chunk([fine], "fa", "crf")
    assert result.articles == 1
    assert {"documents", "figures"} <= set(result.tables)
