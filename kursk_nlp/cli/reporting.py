"""``report``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import KurskError
from ..export.html import Item, report
from .articles import read_articles
from .base import Articles, Lang, LangOption, Output, Published, told, write


@told
def report_command(articles: Articles, lang: LangOption = Lang.auto, published: Published = None, output: Output = None) -> int:
    """Write one self-contained HTML page about articles, or about a database that corpus run made. Needs the extra 'report'."""
    failures: list[str] = []
    if len(articles) == 1 and _is_database(Path(articles[0])):
        from ..corpus.corpus import Corpus

        with Corpus.open(articles[0], read_only=True) as corpus:
            page = report(corpus.items(), Path(articles[0]).stem, total=len(corpus))
    else:
        def items() -> Iterator[Item]:
            yield from (Item(d) for d in read_articles(articles, lang.value, published, failures))
        found = list(items())
        if not found:
            raise KurskError("no article could be read, so there is nothing to report")
        page = report(found, found[0].document.id if len(found) == 1 else f"{len(found)} articles", total=len(found))
    write([page], output)
    return 1 if failures else 0


def _is_database(path: Path) -> bool:
    """Whether a file has the mark of a DuckDB database."""
    try:
        with path.open("rb") as file:
            return file.read(12)[8:] == b"DUCK"
    except OSError:
        return False
