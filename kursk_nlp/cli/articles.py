"""``extract``, ``explain`` and ``schema``."""

from __future__ import annotations

import enum
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .. import limits
from ..errors import InputError, KurskError, LanguageError
from ..explain import amount, headline, isolated, sentence_of, sentences
from ..pipeline import load
from ..schema import Document, Figure, json_schema
from ..text.decode import decode
from ..text.language import tell
from .base import Articles, Lang, LangOption, Output, Published, TaggerOption, complain, rendered, told, write

if TYPE_CHECKING:
    from rich.console import RenderableType


class Format(enum.StrEnum):
    """How documents are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


FormatOption = Annotated[Format | None, typer.Option(help="table for a person (the default), json, or jsonl: a line an article.")]


@told
def extract(articles: Articles, lang: LangOption = Lang.auto, published: Published = None,
            tagger: TaggerOption = "crf", format: FormatOption = None, output: Output = None) -> int:
    """Read articles and write what they claim.

    json is one object for one article and a list for several. Without --format, FILE's ending decides (.json, .jsonl).
    """
    if format is None:
        suffix = output.suffix[1:] if output else ""
        format = Format(suffix) if suffix in ("json", "jsonl") else Format.table
    failures: list[str] = []
    documents = read_articles(articles, lang.value, published, failures, tagger)
    pieces: Iterable[str]
    if format is Format.jsonl:
        pieces = (d.to_json() + "\n" for d in documents)
    elif format is Format.json and len(articles) == 1:
        pieces = (d.to_json(indent=2) + "\n" for d in documents)
    elif format is Format.json:
        pieces = [json.dumps([d.to_dict() for d in documents], ensure_ascii=False, indent=2) + "\n"]
    else:
        pieces = (rendered(table_of(d), output) for d in documents)
    write(pieces, output)
    return 1 if failures else 0


@told
def explain(articles: Articles, lang: LangOption = Lang.auto, published: Published = None, tagger: TaggerOption = "crf",
            output: Output = None) -> int:
    """Say what was found in articles, by which rule, from which characters."""
    failures: list[str] = []
    write((d.explain() + "\n\n" for d in read_articles(articles, lang.value, published, failures, tagger)), output)
    return 1 if failures else 0


@told
def schema(output: Output = None) -> int:
    """Write the JSON Schema of a document."""
    write([json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"], output)
    return 0


def read_articles(articles: Sequence[str], lang: str, published: str | None, failures: list[str],
                  tagger: str = "crf") -> Iterator[Document]:
    """Each article's document; one that cannot be read is told on standard error and put into ``failures``."""
    nlp = load(lang, tagger)
    for article in articles:
        try:
            name, text = read_article(article)
            document = nlp(text, published=published, id=name)
            for s in document.skipped:
                complain(f"{article}: warning: rule {s.rule} gave up characters {s.start} to {s.end}: looking through them took too long")
            yield document
            if lang != "auto" and text.strip() and (other := _told(text)) not in (None, lang):
                complain(f"{article}: warning: this reads like {other!r}; it was read as {lang!r} because --lang says so")
        except (KurskError, OSError) as wrong:
            failures.append(article)
            complain(str(wrong) if article in str(wrong) else f"{article}: {wrong}")


def _told(text: str) -> str | None:
    try:
        return tell(text)
    except LanguageError:
        return None


def read_article(article: str) -> tuple[str, str]:
    """Name and text of an article. Raises ``InputError`` that says what is wrong with it."""
    if article == "-":
        name, shown, data = "stdin", "standard input", limits.read(sys.stdin.buffer, "standard input", limits.ARTICLE)
    else:
        path = Path(article)
        if path.is_dir():
            raise InputError(f"{article} is a folder; name the articles in it, e.g. {article.rstrip('/')}/*.txt")
        try:
            name, shown, data = path.stem, article, limits.read_file(path, limits.ARTICLE)
        except FileNotFoundError:
            raise InputError(f"{article}: no such file") from None
        except OSError as wrong:
            raise InputError(f"{article} cannot be read: {wrong.strerror}") from None
    text = decode(data, shown)
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(f"{shown} is empty")
    return name, text


def table_of(document: Document) -> Iterator[RenderableType]:
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
