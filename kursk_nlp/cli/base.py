"""What every command shares: options, errors as one line and an exit code, output whole or not at all."""

from __future__ import annotations

import enum
import functools
import os
import sys
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from ..errors import InputError
from ..export.files import whole
from ..pipeline import day

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

P = ParamSpec("P")


class Lang(enum.StrEnum):
    """A language, or ``auto``: told from each text."""

    fa = "fa"
    ar = "ar"
    auto = "auto"


def _date(value: str | None) -> str | None:
    try:
        found = day(value)
    except InputError as wrong:
        raise typer.BadParameter(str(wrong)) from None
    return found.isoformat() if found else None


Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE", help="UTF-8 text files; - reads standard input.")]
TaggerOption = Annotated[str, typer.Option("--tagger", metavar="crf|none|stanza", help=(
    "What finds names: the shipped model, only lexicon and rules, or Stanza models (see kursk-nlp models)."))]
LangOption = Annotated[Lang, typer.Option(help="The language of the articles.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", callback=_date,
                                               help="Day of publication, e.g. 2025-11-14; else read from each article's own header.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")]


def complain(message: str) -> None:
    print(f"kursk-nlp: {message}", file=sys.stderr)


def told(command: Callable[P, int]) -> Callable[P, None]:
    """Turn the number that a command returns into its exit code."""
    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(command(*args, **kwargs))
    run.__annotations__["return"] = None
    return run


def write(pieces: Iterable[str], output: Path | None) -> None:
    """Write each piece as it comes to standard output, or all of them to a file: whole or not at all."""
    if output is None:
        try:
            for piece in pieces:
                sys.stdout.buffer.write(piece.encode("utf-8"))
                sys.stdout.buffer.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(141) from None
        return
    with whole(output) as path, path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


def _console(output: Path | None) -> Console:
    from rich.console import Console

    person = output is None and sys.stdout.isatty()
    return Console(file=StringIO(), force_terminal=person, width=None if person or "COLUMNS" in os.environ else 170, highlight=False,
                   emoji=False, legacy_windows=False)


def rendered(parts: Iterable[RenderableType], output: Path | None) -> str:
    console = _console(output)
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return capture.get()
