"""``evaluate``."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import InputError
from .base import Lang, LangOption, Output, TaggerOption, rendered, told, write

if TYPE_CHECKING:
    from rich.console import RenderableType


class EvaluateFormat(enum.StrEnum):
    """How an evaluation is written."""

    table = "table"
    json = "json"


@told
def evaluate(gold_dir: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of stand-off gold, a .json an article; or what was "
                                                                      "reviewed: a Label Studio export or a folder of brat .ann files.")],
             text_dir: Annotated[Path | None, typer.Argument(metavar="TEXT_DIR", help="Folder of the texts that the gold names.")] = None,
             lang: LangOption = Lang.auto, tagger: TaggerOption = "crf",
             errors: Annotated[bool, typer.Option("--errors", help="List what was missed (-), made up (+) and wrong (~).")] = False,
             format: Annotated[EvaluateFormat, typer.Option(help="table or json.")] = EvaluateFormat.table,
             output: Output = None) -> int:
    """Precision, recall and F1 of every layer against gold, by language."""
    from .. import evaluate as scorer

    for place in (gold_dir, *filter(None, [text_dir])):
        if not place.exists():
            raise InputError(f"{place}: no such folder")
        if not place.is_dir() and (place is text_dir or place.suffix != ".json"):
            raise InputError(f"{place} is no folder")
    report = scorer.evaluate(gold_dir, text_dir, lang=None if lang is Lang.auto else lang.value, tagger=tagger)
    if format is EvaluateFormat.json:
        write([json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n"], output)
        return 0
    write([rendered(_scores(report), output), *(line + "\n" for line in scorer.lines(report) if errors)], output)
    return 0


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
