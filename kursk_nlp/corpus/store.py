"""The database: DuckDB tables with real types and keys, a schema version, and the view ``claims``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from .. import __version__
from ..errors import DataError, need
from .tables import KEYS, TABLES

STORE_VERSION = 2
FILLING, ASKING = "96MB", "512MB"
#: store version -> the statements that lead from it to the next; a database that is older is brought up by them when opened
MIGRATIONS: dict[int, Sequence[str]] = {
    1: ["ALTER TABLE documents ADD COLUMN tagger VARCHAR", "ALTER TABLE errors ADD COLUMN tagger VARCHAR",
        "UPDATE documents SET tagger = 'crf'"]}

_CLAIMS = """
CREATE OR REPLACE VIEW claims AS
SELECT d.id AS article, d.lang, d.outlet, d.url, d.published, f.sentence, f."text", f.outcome, f.value, f.low, f.high, f.mod,
       f.number_kind, f.victims AS who, f.role, f.country, f.source, f.source_kind, f.source_id, f.status, f.cumulative,
       f.date AS event_date, f.date_start AS event_start, f.date_end AS event_end, f.place, f.place_id, f.latitude, f.longitude,
       f.part_of, f.fraction_of, f."start", f."end", f.start_utf16, f.end_utf16, f.sentence_start, f.sentence_end, f.rule, f.n, f.key
FROM figures f JOIN documents d USING (key)
"""
#: what can be looked at and exported, with an order that is the same in every run
ORDER = {"claims": ("article", "key", "n"), "documents": ("id", "key"), **{t: k for t, k in KEYS.items() if t != "documents"}}


class Store:
    """An open database. ``path`` None keeps it in memory.

    Raises ``DataError`` for a file that is no database of ours, that a newer kursk_nlp made, or that another process has open.
    """

    def __init__(self, path: str | Path | None, *, read_only: bool = False) -> None:
        self.duckdb = need("duckdb", "corpus")
        self.path = path
        try:
            self.connection = self.duckdb.connect(str(path or ":memory:"), read_only=read_only and path is not None)
        except self.duckdb.Error as wrong:
            raise DataError(f"{path} cannot be opened as a database: {wrong}") from None
        try:
            self.allow(ASKING)
            self.connection.execute("SET checkpoint_threshold = '4MB'")  # small and often: memory stays flat
            self.connection.execute("SET threads = 2")
            self.connection.execute("SET preserve_insertion_order = false")
            self._prepare(read_only)
        except BaseException:
            self.connection.close()
            raise

    def _prepare(self, read_only: bool) -> None:
        tables = {name for (name,) in self.ask("SELECT table_name FROM duckdb_tables()")}
        if "kursk_nlp" not in tables:
            if tables or read_only:
                raise DataError(f"{self.path} is no kursk_nlp database: it holds " + (", ".join(sorted(tables)) or "nothing"))
            self._create()
            return
        ((version,),) = self.ask("SELECT max(store_version) FROM kursk_nlp")
        if version > STORE_VERSION:
            raise DataError(f"{self.path} was made by a newer kursk_nlp (store version {version}; this one, {__version__}, knows up to "
                            f"{STORE_VERSION}): upgrade kursk_nlp, or name another file")
        for step in range(version, STORE_VERSION):
            if read_only:
                raise DataError(f"{self.path} has store version {version} and must be brought to {STORE_VERSION}: open it for writing once")
            self._transaction([*MIGRATIONS[step], _CLAIMS, f"INSERT INTO kursk_nlp VALUES ({step + 1}, '{__version__}')"])

    def _create(self) -> None:
        statements = ["CREATE TABLE kursk_nlp (store_version INTEGER PRIMARY KEY, version VARCHAR)"]
        for table, columns in TABLES.items():
            defined = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
            statements.append(f'CREATE TABLE {table} ({defined}, PRIMARY KEY ({", ".join(KEYS[table])}))')
        self._transaction([*statements, _CLAIMS, f"INSERT INTO kursk_nlp VALUES ({STORE_VERSION}, '{__version__}')"])

    def _transaction(self, statements: Iterable[str]) -> None:
        self.connection.execute("BEGIN")
        try:
            for statement in statements:
                self.connection.execute(statement)
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise

    def allow(self, memory: str) -> None:
        """How much memory the database may take: little while it is filled, more when it is asked."""
        self.connection.execute(f"SET memory_limit = '{memory}'")

    def known(self, keys: Sequence[str], *, tagger: str, failed: bool) -> set[str]:
        """Those of ``keys`` that this version of the library has read with this tagger, or (with ``failed``) has failed to read."""
        found = self.connection.execute(
            "SELECT key FROM documents WHERE key IN (SELECT unnest(?)) AND version = ? AND tagger = ?" +
            (" UNION SELECT key FROM errors WHERE key IN (SELECT unnest(?)) AND version = ? AND (tagger IS NULL OR tagger = ?)"
             if failed else ""),
            [list(keys), __version__, tagger] * (2 if failed else 1)).fetchall()
        return {key for (key,) in found}

    def forget(self, sources: Sequence[str]) -> None:
        """Drop what was said of the files and rows that could not be read, before they are tried again."""
        self.connection.execute("DELETE FROM errors WHERE kind = 'unreadable' AND source IN (SELECT unnest(?))", [list(sources)])

    def add(self, batches: dict[str, list[Any]]) -> None:
        """Put Arrow tables in, all or none; what the same articles had from another version or tagger is replaced."""
        pa = need("pyarrow", "corpus")
        execute = self.connection.execute
        merged = {table: pa.concat_tables(parts) for table, parts in batches.items()}
        execute("BEGIN")
        try:
            if documents := merged.get("documents"):
                keys = documents.column("key").to_pylist()
                stale = execute("SELECT key FROM documents WHERE key IN (SELECT unnest(?))", [keys]).fetchall()
                for table in TABLES if stale else ():
                    if table != "errors":
                        execute(f"DELETE FROM {table} WHERE key IN (SELECT unnest(?))", [[k for (k,) in stale]])
                self.connection.register("incoming", documents.select(["key", "source", "position"]))
                execute("DELETE FROM errors WHERE EXISTS (FROM incoming i WHERE i.key = errors.key OR "
                        "(i.source = errors.source AND i.position IN (0, errors.position)))")
            for table, content in merged.items():
                self.connection.register("incoming", content)
                conflict = "INSERT OR REPLACE" if table == "errors" else "INSERT"
                execute(f"{conflict} INTO {table} SELECT * FROM incoming")
                self.connection.unregister("incoming")
            execute("COMMIT")
        except BaseException as wrong:
            with suppress(self.duckdb.Error):  # an error inside a transaction may have ended it already
                execute("ROLLBACK")
            if "interrupted" in str(wrong).lower():  # Ctrl-C while DuckDB was at work
                raise KeyboardInterrupt from None
            raise

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows that a query gives."""
        found: list[tuple[Any, ...]] = self.connection.execute(query, list(values)).fetchall()
        return found

    def query(self, table: str) -> str:
        """The statement that gives a whole table or view in a fixed order. Raises ``DataError`` for a name that is none."""
        if table not in ORDER:
            raise DataError(f"no table {table!r}; the tables are {', '.join(sorted(ORDER))}")
        return f"SELECT * FROM {table} ORDER BY {', '.join(ORDER[table])}"
