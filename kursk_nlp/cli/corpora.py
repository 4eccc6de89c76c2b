"""``corpus run``, ``corpus export`` and ``corpus info``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from .base import Lang, LangOption, TaggerOption, complain, told, write

app = typer.Typer(no_args_is_help=True, help="Many articles into a database of claims, and out of it. Needs the extra 'corpus'.")

Database = Annotated[Path, typer.Option("--db", metavar="FILE", help="The DuckDB file; made if missing.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Folders, patterns, .txt .jsonl .csv .parquet .html, also with .gz.")]
Jobs = Annotated[int, typer.Option(min=1, help="Processes that read at once.")]
Timeout = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="An article that takes longer is recorded as an error.")]
Retry = Annotated[bool, typer.Option("--retry", help="Read again what failed in an earlier run.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress bar.")]


def _column(name: str) -> Any:
    return typer.Option(None, f"--{name}-column", metavar="NAME", help=f"The column of a table that holds the {name}; else {name!r}.")


@app.command()
@told
def run(paths: Paths, db: Database, lang: LangOption = Lang.auto, tagger: TaggerOption = "crf", jobs: Jobs = 1,
        timeout: Timeout = 30.0, retry: Retry = False, quiet: Quiet = False, text_column: str | None = _column("text"),
        id_column: str | None = _column("id"), published_column: str | None = _column("published"),
        lang_column: str | None = _column("lang"), url_column: str | None = _column("url"),
        outlet_column: str | None = _column("outlet")) -> int:
    """Read articles into the database.

    Articles that it holds already are passed over, so the same command goes on where an interrupted one stopped and adds what is
    new; what another tagger read is read again. Exit code 1 says that some articles could not be read: the table errors says which
    and why.
    """
    from ..corpus.corpus import Corpus
    from ..corpus.progress import silent, terminal
    from ..corpus.reader import Columns, files

    given = {"text": text_column, "id": id_column, "published": published_column, "lang": lang_column, "url": url_column,
             "outlet": outlet_column}
    found = files(paths)
    with Corpus.open(db) as corpus:
        try:
            tally = corpus.read(found, lang=lang.value, tagger=tagger, jobs=jobs, timeout=timeout, retry=retry,
                                columns=Columns.named({k: v for k, v in given.items() if v}),
                                progress=silent if quiet or not sys.stderr.isatty() else terminal)
        except KeyboardInterrupt:
            complain(f"interrupted; {db} holds {len(corpus)} articles, and the same command goes on from there")
            raise
        for (message,) in corpus.sql("SELECT message FROM errors ORDER BY source, position LIMIT 10").fetchall() if tally["failed"] else ():
            complain(message)
        write([f"{tally['read']} read, {tally['known']} known before, {tally['failed']} failed; {db} holds {len(corpus)} articles\n"], None)
    return 1 if tally["failed"] else 0


@app.command()
@told
def export(db: Annotated[Path, typer.Option("--db", metavar="FILE", help="The database.")],
           output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE",
                                                help=".csv, .parquet, .jsonl, .xlsx or .geojson: the ending decides.")],
           table: Annotated[str, typer.Option(help="claims (one row a figure), documents, figures, units, quotes, speakers, dates, "
                                                   "entities, numbers or errors.")] = "claims") -> int:
    """Write a table to a file."""
    from ..corpus.corpus import Corpus

    with Corpus.open(db, read_only=True) as corpus:
        corpus.export(table, output)
    return 0


@app.command()
@told
def review(db: Annotated[Path, typer.Option("--db", metavar="FILE", help="The database.")],
           output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE|FOLDER",
                                                help="A .json file of Label Studio tasks, or a folder for brat.")]) -> int:
    """Write what was read as suggestions to be reviewed by hand; evaluate reads the reviewed result as gold.

    The interface that Label Studio needs is written beside the tasks, as .xml.
    """
    from ..corpus.corpus import Corpus

    with Corpus.open(db, read_only=True) as corpus:
        corpus.review(output)
    return 0


@app.command()
@told
def info(db: Annotated[Path, typer.Option("--db", metavar="FILE", help="The database.")]) -> int:
    """Say what a database holds."""
    from ..corpus.corpus import Corpus

    with Corpus.open(db, read_only=True) as corpus:
        write([f"{table:10} {rows:>9,}\n" for table, rows in corpus.counts().items()], None)
    return 0
