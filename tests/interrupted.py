"""``python -m tests.interrupted reading|committing ARGUMENTS``: the command line, held in the middle of its work until a signal ends it.

Prints how many articles lasted when the first of them were committed, then never ends by itself: either a process hangs over one of the
articles that are left while the others go on (``reading``), or the second commit hangs with all its rows put in (``committing``).
"""

from __future__ import annotations

import signal
import sys
import time
from typing import Any

from kursk_nlp.cli import main
from kursk_nlp.corpus import corpus, parallel, store

#: one of the last of a hundred, so that a good deal is committed before it is come to, and more cannot be
ENDLESS = "g00085"


def hang() -> None:
    """Longer than any test waits."""
    time.sleep(3600)


class Connection:
    """A DuckDB connection whose second ``COMMIT`` of articles hangs."""

    def __init__(self, real: Any, moment: str) -> None:
        self._real, self._moment, self._commits = real, moment, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def execute(self, statement: str, *values: Any) -> Any:
        if statement == "COMMIT":
            self._commits += 1
            if self._commits == 2 and self._moment == "committing":
                print("committing", flush=True)
                hang()
        found = self._real.execute(statement, *values)
        if statement == "COMMIT" and self._commits == 1:
            print(*self._real.execute("SELECT count(*) FROM documents").fetchone(), flush=True)
        return found


def run(moment: str) -> None:
    """Put the obstacle in the way, then do what the command line does."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have started us with interrupts ignored
    corpus.COMMIT = 32
    read_one, prepare = parallel.read_one, store.Store._prepare

    def read(article: Any, lang: str, tagger: str) -> Any:
        if article.id == ENDLESS and moment == "reading":
            hang()
        return read_one(article, lang, tagger)

    def prepared(self: Any, read_only: bool) -> None:
        prepare(self, read_only)
        self.connection = Connection(self.connection, moment)

    parallel.read_one, store.Store._prepare = read, prepared  # type: ignore[method-assign]
    main()


if __name__ == "__main__":
    run(sys.argv.pop(1))
