"""Many articles at once, in processes that may die: each article ends as rows or as an error, none takes the others along."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, wait
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..errors import InputError, KurskError, need
from ..pipeline import load
from .reader import Article
from .tables import Failed, Read, Row, error_row, rows, to_arrow

#: articles that a process gets at once: enough to make the way there cheap, few enough to read singly when one of them kills it
CHUNK = 16


@dataclass
class Result:
    """What became of some articles: Arrow tables as IPC bytes by name, and how many articles they hold."""

    tables: dict[str, bytes]
    articles: int


def read_all(articles: Iterable[Article], *, lang: str, tagger: str, jobs: int, timeout: float) -> Iterator[Result]:
    """Read articles in ``jobs`` processes; results as they come. Only a few chunks are under way at any time.

    A chunk that takes longer than ``timeout`` seconds, or whose process dies, is read again article by article; the one that
    does it again is an error (kind ``timeout`` or ``crash``).
    """
    pebble = need("pebble", "corpus")
    _prepare(lang, tagger)
    fork = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if fork else "spawn")
    source = iter(articles)
    with pebble.ProcessPool(max_workers=jobs, context=context, initializer=_follow, initargs=[os.getpid()]) as pool:
        running: dict[Any, list[Article]] = {}
        try:
            while True:
                while len(running) < 2 * jobs + 1 and (chunk := list(islice(source, CHUNK))):
                    running[pool.schedule(_read_chunk, args=[chunk, lang, tagger], timeout=timeout)] = chunk
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    chunk = running.pop(future)
                    failure = future.exception()
                    if failure is None:
                        yield future.result()
                    elif len(chunk) > 1:
                        for article in chunk:
                            running[pool.schedule(_read_chunk, args=[[article], lang, tagger], timeout=timeout)] = [article]
                    else:
                        yield packed([error_row(_failed(chunk[0], failure, timeout, tagger))], 1)
        except BaseException:
            pool.stop()
            raise


def _prepare(lang: str, tagger: str) -> None:
    """Build both languages here: every process that is forked from this one shares them.

    Raises what is wrong with the tagger, unless only the language that was not asked for lacks a model.
    """
    wrong: list[KurskError] = []
    for code in ("fa", "ar"):
        try:
            load(code, tagger)("")
        except KurskError as missing:
            if lang == code or wrong:
                raise
            wrong.append(missing)


def _follow(parent: int) -> None:
    """In the other process: end when ``parent`` does, however it ends, and leave an interrupt to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if torch := sys.modules.get("torch"):  # its threads do not live through a fork, and there is a process for each core
        torch.set_num_threads(1)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)
    threading.Thread(target=watch, daemon=True).start()


def _failed(article: Article, failure: BaseException, timeout: float, tagger: str) -> Failed:
    if isinstance(failure, TimeoutError):
        kind, message = "timeout", f"took more than {timeout:g} seconds"
    else:
        kind, message = "crash", f"its process died: {failure or type(failure).__name__}"
    return Failed(article.source, article.position, article.id, article.key, kind, message, tagger)


def _read_chunk(articles: list[Article], lang: str, tagger: str) -> Result:
    """In the other process: every article as rows, or as an error where reading it raises."""
    found: list[tuple[str, Row]] = []
    for article in articles:
        found += read_one(article, lang, tagger)
    return packed(found, len(articles))


def read_one(article: Article, lang: str, tagger: str) -> list[tuple[str, Row]]:
    """The rows of one article, or of the error that it raised."""
    try:
        document = load(article.lang or lang, tagger)(article.text, published=article.published, id=article.id)
        skipped = [error_row(Failed(article.source, article.position, article.id, article.key, "skipped", f"rule {s.rule} gave up "
                                    f"characters {s.start} to {s.end}: looking through them took too long", tagger))
                   for s in document.skipped]
        return [*rows(Read(article, document)), *skipped]
    except InputError as wrong:
        kind, message = "input", str(wrong)
    except Exception as bug:
        kind, message = "error", f"{type(bug).__name__}: {bug}"
    return [error_row(Failed(article.source, article.position, article.id, article.key, kind, message, tagger))]


def packed(found: list[tuple[str, Row]], articles: int) -> Result:
    """Rows by table as a result that goes from one process to another cheaply."""
    pa = need("pyarrow", "corpus")
    by_table: dict[str, list[Row]] = {}
    for table, row in found:
        by_table.setdefault(table, []).append(row)
    tables = {}
    for table, content in by_table.items():
        arrow, sink = to_arrow(table, content), pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, arrow.schema) as writer:
            writer.write_table(arrow)
        tables[table] = sink.getvalue().to_pybytes()
    return Result(tables, articles)
