"""Corpora: folders and files of articles into a database of claims, and out again as tables, reports and frames."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .corpus import Corpus

__all__ = ["read_corpus"]


def read_corpus(path: str | Path | Iterable[str | Path], *, db: str | Path | None = None, lang: str = "auto", tagger: str = "crf",
                jobs: int = 1, timeout: float = 30.0, columns: dict[str, str] | None = None, progress: bool = False,
                retry: bool = False) -> Corpus:
    """Read articles into a ``Corpus``; needs the extra ``corpus``.

    ``path`` is a folder (read with all below it), a file, a glob pattern, or several of these: .txt, .jsonl, .csv, .parquet and
    .html, each also gzipped. ``db`` is the DuckDB file to keep the result in (made if missing; articles that it holds already
    are not read again); without it the corpus lives in memory. ``lang`` is "fa", "ar" or "auto", told from each article that
    does not say it itself; ``tagger`` is that of ``load``, and what another tagger read is read again. ``jobs`` processes read at
    once; an article that takes more than ``timeout`` seconds or brings its process down is recorded as an error, as is one that
    cannot be read; ``retry`` reads such articles again. ``columns`` says how the columns of tables are named, e.g.
    ``{"text": "body", "published": "date"}``. ``progress`` shows a progress bar.

    Raises ``InputError`` for a path where there is nothing or a tagger without models, ``DataError`` for a database
    that is none of ours or that is newer than this library, ``MissingExtraError`` where the extra is not installed.
    """
    from .corpus import Corpus
    from .progress import notebook, silent
    from .reader import Columns, files

    paths = [path] if isinstance(path, (str, Path)) else list(path)
    found = files(paths)
    corpus = Corpus.open(db)
    corpus.read(found, lang=lang, tagger=tagger, jobs=jobs, timeout=timeout, columns=Columns.named(columns or {}), retry=retry,
                progress=notebook if progress else silent)
    return corpus
