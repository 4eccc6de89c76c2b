"""The command line: ``kursk-nlp extract | explain | evaluate | schema``.

Exit codes: 0 all went well; 1 some input could not be read or some output not written (the rest was done); 2 wrong usage;
130 interrupted; 141 whoever read the output stopped reading.
"""

from __future__ import annotations

import enum
import functools
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, ParamSpec

import typer

from . import __version__
from .errors import InputError, KurskError, LanguageError
from .explain import amount, headline, isolated, sentence_of, sentences
from .pipeline import day, load
from .schema import Document, Figure, json_schema
from .text.decode import decode
from .text.language import tell

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

P = ParamSpec("P")
app = typer.Typer(name="kursk-nlp", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Farsi and Arabic news into checkable claims. Exit codes: 0 done, 1 some input or output failed, 2 wrong usage.")


class Lang(enum.StrEnum):
    """A language, or ``auto``: told from each text."""

    fa = "fa"
    ar = "ar"
    auto = "auto"


class Format(enum.StrEnum):
    """How documents are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


class EvaluateFormat(enum.StrEnum):
    """How an evaluation is written."""

    table = "table"
    json = "json"


def _date(value: str | None) -> str | None:
    try:
        found = day(value)
    except InputError as wrong:
        raise typer.BadParameter(str(wrong)) from None
    return found.isoformat() if found else None


Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE", help="UTF-8 text files; - reads standard input.")]
LangOption = Annotated[Lang, typer.Option(help="The language of the articles.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", callback=_date,
                                               help="Day of publication, e.g. 2025-11-14; else read from each article's own header.")]
FormatOption = Annotated[Format | None, typer.Option(help="table for a person (the default), json, or jsonl: a line an article.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")]


def main() -> None:
    """The entry point: every error becomes one line on standard error and an exit code, never a traceback."""
    try:
        app()
    except KurskError as wrong:
        _fail(str(wrong))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except OSError as wrong:
        _fail(f"{wrong.filename or 'input or output'}: {wrong.strerror or wrong}")


def _fail(message: str) -> NoReturn:
    _complain(message)
    raise SystemExit(1)


def _complain(message: str) -> None:
    print(f"kursk-nlp: {message}", file=sys.stderr)


def told(command: Callable[P, int]) -> Callable[P, None]:
    """Turn the number that a command returns into its exit code."""
    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(command(*args, **kwargs))
    run.__annotations__["return"] = None
    return run


def _version(wanted: bool) -> None:
    if wanted:
        _write([__version__ + "\n"], None)
        raise typer.Exit(0)


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")]


@app.callback()
def options(version: Version = False) -> None:
    """Farsi and Arabic news into checkable claims."""


@app.command()
@told
def extract(articles: Articles, lang: LangOption = Lang.auto, published: Published = None,
            format: FormatOption = None,
            output: Output = None) -> int:
    """Read articles and write what they claim.

    json is one object for one article and a list for several. Without --format, FILE's ending decides (.json, .jsonl).
    """
    if format is None:
        suffix = output.suffix[1:] if output else ""
        format = Format(suffix) if suffix in ("json", "jsonl") else Format.table
    failures: list[str] = []
    documents = _documents(articles, lang.value, published, failures)
    pieces: Iterable[str]
    if format is Format.jsonl:
        pieces = (d.to_json() + "\n" for d in documents)
    elif format is Format.json and len(articles) == 1:
        pieces = (d.to_json(indent=2) + "\n" for d in documents)
    elif format is Format.json:
        pieces = [json.dumps([d.to_dict() for d in documents], ensure_ascii=False, indent=2) + "\n"]
    else:
        pieces = (_rendered(_table(d), output) for d in documents)
    _write(pieces, output)
    return 1 if failures else 0


@app.command()
@told
def explain(articles: Articles, lang: LangOption = Lang.auto, published: Published = None, output: Output = None) -> int:
    """Say what was found in articles, by which rule, from which characters."""
    failures: list[str] = []
    _write((d.explain() + "\n\n" for d in _documents(articles, lang.value, published, failures)), output)
    return 1 if failures else 0


@app.command()
@told
def evaluate(gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of stand-off gold, one .json an article.")],
             text_dir: Annotated[Path, typer.Argument(metavar="TEXT_DIR", help="Folder of the texts that the gold names.")],
             lang: LangOption = Lang.auto,
             errors: Annotated[bool, typer.Option("--errors", help="List what was missed (-), made up (+) and wrong (~).")] = False,
             format: Annotated[EvaluateFormat, typer.Option(help="table or json.")] = EvaluateFormat.table,
             output: Output = None) -> int:
    """Precision, recall and F1 of every layer against gold, by language."""
    from . import evaluate as scorer

    for folder in (gold_dir, text_dir):
        if not folder.is_dir():
            raise InputError(f"{folder} is no folder" if folder.exists() else f"{folder}: no such folder")
    report = scorer.evaluate(gold_dir, text_dir, lang=None if lang is Lang.auto else lang.value)
    if format is EvaluateFormat.json:
        _write([json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n"], output)
        return 0
    _write([_rendered(_scores(report), output), *(line + "\n" for line in scorer.lines(report) if errors)], output)
    return 0


@app.command()
@told
def schema(output: Output = None) -> int:
    """Write the JSON Schema of a document."""
    _write([json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"], output)
    return 0


def _documents(articles: Sequence[str], lang: str, published: str | None, failures: list[str]) -> Iterator[Document]:
    """Each article's document; one that cannot be read is told on standard error and put into ``failures``."""
    nlp = load(lang)
    for article in articles:
        try:
            name, text = _read(article)
            yield nlp(text, published=published, id=name)
            if lang != "auto" and text.strip() and (other := _told(text)) not in (None, lang):
                _complain(f"{article}: warning: this reads like {other!r}; it was read as {lang!r} because --lang says so")
        except (KurskError, OSError) as wrong:
            failures.append(article)
            _complain(str(wrong) if article in str(wrong) else f"{article}: {wrong}")


def _told(text: str) -> str | None:
    try:
        return tell(text)
    except LanguageError:
        return None


def _read(article: str) -> tuple[str, str]:
    """Name and text of an article. Raises ``InputError`` that says what is wrong with it."""
    if article == "-":
        name, shown, data = "stdin", "standard input", sys.stdin.buffer.read()
    else:
        path = Path(article)
        if path.is_dir():
            raise InputError(f"{article} is a folder; name the articles in it, e.g. {article.rstrip('/')}/*.txt")
        try:
            name, shown, data = path.stem, article, path.read_bytes()
        except FileNotFoundError:
            raise InputError(f"{article}: no such file") from None
        except OSError as wrong:
            raise InputError(f"{article} cannot be read: {wrong.strerror}") from None
    text = decode(data, shown)
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(f"{shown} is empty")
    return name, text


def _write(pieces: Iterable[str], output: Path | None) -> None:
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
    if output.is_dir():
        raise InputError(f"-o {output} is a folder; name a file")
    try:
        if output.exists() and not output.is_file():  # a device or a pipe: nothing to replace
            output.write_text("".join(pieces), encoding="utf-8", newline="")
            return
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=".kursk-")
    except OSError as wrong:
        raise InputError(f"-o {output} cannot be written: {wrong.strerror}") from None
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        os.replace(name, output)
    except BaseException:
        os.unlink(name)
        raise


def _console(output: Path | None) -> Console:
    from rich.console import Console

    person = output is None and sys.stdout.isatty()
    return Console(file=StringIO(), force_terminal=person, width=None if person or "COLUMNS" in os.environ else 170, highlight=False,
                   emoji=False, legacy_windows=False)


def _rendered(parts: Iterable[RenderableType], output: Path | None) -> str:
    console = _console(output)
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return capture.get()


def _table(document: Document) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    yield Text(headline(document), style="bold")
    if not document.figures:
        yield Text("no figure of people killed, injured, missing, captured, displaced or deployed was found\n", style="dim")
        return
    table = Table("figure", "outcome", "who", "source", "sentence", box=None, padding=(0, 2, 0, 0), header_style="bold", expand=False)
    for column, width in zip(table.columns, (16, 20, 30, 34, None), strict=True):
        column.overflow, column.no_wrap, column.max_width = "ellipsis", True, width
    spans = sentences(document.text or "")
    for figure in document.figures:
        table.add_row(*_row(document, figure, spans))
    yield table
    yield Text("")


def _row(document: Document, figure: Figure, spans: list[tuple[int, int]]) -> list[Any]:
    from rich.text import Text

    who = [_cut(figure.victims.text, 16)] if figure.victims else []
    who += [x for x in (figure.country, figure.role) if x]
    source = " ← ".join(_cut(s.name, 30 // len(figure.sources)) for s in figure.sources) or "the article itself"
    outcome = figure.outcome if figure.status == "asserted" else f"{figure.outcome} ({figure.status})"
    text, (start, end) = document.text or "", sentence_of(spans, figure.start)
    before, after = " ".join(text[start:figure.start].split()), " ".join(text[figure.end:end].split())
    if len(before) > 30:  # cut between words: half a number would be another number
        before = "… " + before[-29:].partition(" ")[2]
    if len(after) > 50:
        after = after[:49].rpartition(" ")[0] + " …"
    sentence = Text.assemble("\u2067", before, " " * bool(before), (figure.text, "bold reverse"), " " * bool(after), after, "\u2069")
    return [amount(figure.number, short=True), outcome, ", ".join(who) or "not said", source, sentence]


def _cut(text: str, width: int) -> str:
    """At most ``width`` characters, cut before it is isolated: an isolate that lost its end would turn the rest of the line."""
    return isolated(text if len(text) <= width else text[:max(1, width - 1)] + "…")


def _scores(report: Any) -> Iterator[RenderableType]:
    from rich.table import Table

    languages = [lang for lang in ("fa", "ar", "all") if lang in report.scores]
    if len(languages) == 2:
        languages = languages[:1]
    for lang in languages:
        table = Table("measure", "precision", "recall", "F1", "gold", "found", title=f"{lang}", title_justify="left", box=None,
                      padding=(0, 2, 0, 0))
        for column in table.columns[1:]:
            column.justify = "right"
        for name, s in report.scores[lang].items():
            table.add_row(name, f"{s.precision:.3f}" if s.found else "–", f"{s.recall:.3f}" if s.gold else "–",
                          f"{s.f1:.3f}" if s.gold or s.found else "–", str(s.gold), str(s.found))
        for name, r in report.rates[lang].items():
            table.add_row(name, "", "", f"{r.right / r.of:.3f}", str(r.of), str(r.right))
        yield table
