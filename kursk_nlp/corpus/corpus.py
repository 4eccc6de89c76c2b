"""A corpus: articles read into a database, and ways to look at it."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from .. import limits
from ..errors import InputError, MissingExtraError, need
from ..export.files import whole
from ..export.html import Item, frame, report
from ..export.review import brat, config, label_studio
from ..export.table import WRITERS
from ..schema import Document
from .parallel import CHUNK, Result, packed, read_all
from .progress import Progress, silent
from .reader import Article, Columns, Unreadable, count, read
from .store import ASKING, FILLING, ORDER, Store
from .tables import Failed, error_row

#: articles, bytes of rows or seconds after which what was read is made to last: a kill loses no more, and the same command reads it again
COMMIT, COMMIT_BYTES, COMMIT_SECONDS = 256, 8 << 20, 1.0


class Corpus:
    """An open corpus; ``with`` closes it.

    ``corpus.sql(query)`` asks the database directly. Tables: documents, figures, units, quotes, speakers, dates, entities,
    numbers, errors; view: claims, one row a figure.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asking = store.connection.cursor()  # kept, since before DuckDB 2 a relation does not outlive the cursor it came from

    @classmethod
    def open(cls, db: str | Path | None = None, *, read_only: bool = False) -> Corpus:
        """Open a database file, or make it; None keeps the corpus in memory. Raises ``DataError`` for a file that is none of ours."""
        return cls(Store(db, read_only=read_only))

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._asking.close()
        self._store.connection.close()

    def __len__(self) -> int:
        return int(self._store.ask("SELECT count(*) FROM documents")[0][0])

    def __repr__(self) -> str:
        counts = ", ".join(f"{n} {table}" for table, n in self.counts().items() if n)
        return f"<Corpus {self._store.path or 'in memory'}: {counts or 'empty'}>"

    def counts(self) -> dict[str, int]:
        """Rows by table."""
        return {t: int(self._store.ask(f"SELECT count(*) FROM {t}")[0][0]) for t in ORDER if t != "claims"}

    def read(self, files: Sequence[Path], *, lang: str = "auto", tagger: str = "crf", jobs: int = 1, timeout: float = 30.0,
             columns: Columns | None = None, retry: bool = False, progress: Progress = silent) -> dict[str, int]:
        """Read files into the corpus; articles that it holds already, read with the same tagger, are passed over.

        Returns how many articles were ``read``, ``known`` before and ``failed``. An interrupt keeps all that was finished.
        """
        tally = {"read": 0, "known": 0, "failed": 0}
        waiting: dict[str, list[Any]] = {}
        size, weight, since = 0, 0, time.monotonic()
        if self._store.path is not None:
            self._store.allow(FILLING)
        self._store.forget([str(f) for f in files])
        done = progress(self._results(files, lang, tagger, jobs, timeout, columns or Columns(), retry, tally), count(files))
        try:
            for result in done:
                for table, content in result.tables.items():
                    waiting.setdefault(table, []).append(_unpacked(content))
                size += result.articles
                weight += sum(map(len, result.tables.values()))
                if size >= COMMIT or weight >= COMMIT_BYTES or time.monotonic() - since >= COMMIT_SECONDS:
                    self._store.add(waiting)
                    waiting, size, weight, since = {}, 0, 0, time.monotonic()
        finally:
            if waiting:
                self._store.add(waiting)
            self._store.allow(ASKING)
            for table, key in (("documents", "read"), ("errors", "failed")):
                tally[key] = tally.get(table, 0)
        return {k: tally[k] for k in ("read", "known", "failed")}

    def _results(self, files: Sequence[Path], lang: str, tagger: str, jobs: int, timeout: float, columns: Columns, retry: bool,
                 tally: dict[str, int]) -> Iterator[Result]:
        """One result an article's worth of progress: new ones as they are read, known ones and unreadable ones at once."""
        unreadable: list[Unreadable] = []

        def fresh() -> Iterator[Article]:
            seen: set[bytes] = set()
            source = read(files, columns)
            while chunk := list(islice(source, 4 * CHUNK)):
                articles = [a for a in chunk if isinstance(a, Article)]
                unreadable.extend(a for a in chunk if isinstance(a, Unreadable))
                known = self._store.known([a.key for a in articles], tagger=tagger, failed=not retry) if articles else set()
                for article in articles:
                    key = bytes.fromhex(article.key)
                    if article.key in known or key in seen:
                        tally["known"] += 1
                    else:
                        seen.add(key)
                        yield article

        passed = 0
        for result in read_all(fresh(), lang=lang, tagger=tagger, jobs=jobs, timeout=timeout):
            for table in ("documents", "errors"):
                if table in result.tables:
                    tally[table] = tally.get(table, 0) + _unpacked(result.tables[table]).num_rows
            yield result
            if tally["known"] > passed:
                yield Result({}, tally["known"] - passed)
                passed = tally["known"]
        if tally["known"] > passed:
            yield Result({}, tally["known"] - passed)
        if unreadable:
            tally["errors"] = tally.get("errors", 0) + len(unreadable)
            yield packed([error_row(Failed(u.source, u.position, None, None, u.kind, u.message)) for u in unreadable], len(unreadable))

    def sql(self, query: str) -> Any:
        """The relation that a query gives (``.df()``, ``.arrow()``, ``.fetchall()``)."""
        return self._asking.sql(query)

    def to_arrow(self, table: str = "claims") -> Any:
        """A table or view as a ``pyarrow.Table``, in a fixed order."""
        return self.sql(self._store.query(table)).to_arrow_table()

    def to_pandas(self, table: str = "claims") -> Any:
        """A table or view as a ``pandas.DataFrame``, in a fixed order."""
        need("pandas", "corpus")
        return self.sql(self._store.query(table)).df()

    def batches(self, table: str = "claims", size: int = 4096) -> Iterator[tuple[list[str], list[tuple[Any, ...]]]]:
        """A table or view in pieces, each with the names of its columns."""
        yield from self._pieces(self._store.query(table), size)

    def _pieces(self, query: str, size: int = 4096) -> Iterator[tuple[list[str], list[tuple[Any, ...]]]]:
        cursor = self._store.connection.cursor()
        cursor.execute(query)
        names = [column[0] for column in cursor.description]
        yield names, cursor.fetchmany(size)
        while found := cursor.fetchmany(size):
            yield names, found

    def export(self, table: str, path: str | Path) -> None:
        """Write a table or view to a .csv, .parquet, .jsonl, .xlsx or .geojson file, whole or not at all.

        Raises ``InputError`` for another ending or a place that cannot be written to, ``DataError`` for a table that there is not
        or that the form cannot hold.
        """
        target = Path(path)
        if target.suffix not in (*WRITERS, ".parquet"):
            raise InputError(f"{target}: the ending says the form; it must be one of {', '.join((*WRITERS, '.parquet'))}")
        query = self._store.query(table)
        with whole(target) as place:
            if target.suffix == ".parquet":
                quoted = str(place).replace("'", "''")
                self._store.connection.execute(f"COPY ({query}) TO '{quoted}' (FORMAT parquet)")
            else:
                WRITERS[target.suffix](place, self.batches(table))

    def review(self, path: str | Path) -> None:
        """Write suggestions for review by hand: a .json file of Label Studio tasks (and its interface as .xml), else a brat folder.

        Raises ``InputError`` where that cannot be written.
        """
        target = Path(path)
        if target.suffix == ".json":
            with whole(target) as place:
                place.write_text(json.dumps(label_studio(self.documents()), ensure_ascii=False, indent=1), encoding="utf-8")
            with whole(target.with_suffix(".xml")) as place:
                place.write_text(config(), encoding="utf-8")
            return
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            raise InputError(f"{target} cannot be made a folder: {wrong.strerror}") from None
        used: set[str] = set()
        for document in self.documents():
            name = "".join(c if c.isalnum() or c in "-_." else "_" for c in document.id) or "article"
            while name in used:
                name += "_"
            used.add(name)
            (target / f"{name}.txt").write_bytes((document.text or "").encode())
            (target / f"{name}.ann").write_text(brat(document), encoding="utf-8")

    def items(self) -> Iterator[Item]:
        """Every document with its outlet and address, in a fixed order, for a report."""
        places = ((r[0], r[1]) for _, rows in self._pieces("SELECT outlet, url FROM documents ORDER BY id, key") for r in rows)
        for document, (outlet, url) in zip(self.documents(), places, strict=True):
            yield Item(document, outlet, url)

    def _repr_html_(self) -> str | None:
        """The report, framed, for a notebook; None (the plain form) where the extra ``report`` is missing."""
        try:
            return frame(report(self.items(), repr(self).strip("<>"), total=len(self)))
        except MissingExtraError:
            return None

    def report(self, path: str | Path, title: str | None = None) -> None:
        """Write the self-contained HTML report; needs the extra ``report``. Raises ``InputError`` where it cannot be written."""
        page = report(self.items(), title or (Path(self._store.path).stem if self._store.path else "corpus"), total=len(self))
        with whole(Path(path)) as place:
            place.write_text(page, encoding="utf-8")

    def documents(self) -> Iterator[Document]:
        """Every document with its text, in a fixed order."""
        cursor = self._store.connection.cursor()
        cursor.execute("SELECT record, text, tagger FROM documents ORDER BY id, key")
        while found := cursor.fetchmany(64):
            for record, text, tagger in found:
                document = Document.from_json(limits.decompressed(record, "a stored document", limits.JSON))
                document.__dict__.update(text=text, tagger=tagger)
                yield document


def _unpacked(content: bytes) -> Any:
    return need("pyarrow", "corpus").ipc.open_stream(io.BytesIO(content)).read_all()
