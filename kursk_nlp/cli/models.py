"""``models list`` and ``models download``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import InputError
from ..taggers import stanza_models
from .base import Lang, complain, told, write

app = typer.Typer(no_args_is_help=True, help="Models of the stanza tagger: which are here, and official ones from the network.")

Folder = Annotated[Path | None, typer.Option(metavar="FOLDER", help=(
    f"Where models lie; else the folder that the environment variable {stanza_models.FOLDER} names, else Stanza's own. "
    "list looks in the package last."))]
Which = Annotated[Lang, typer.Option("--lang", help="The language; auto: both.")]
Package = Annotated[str, typer.Option(metavar="NAME", help="A NER package of Stanza, e.g. aqmar_charlm or arman.")]


def _languages(lang: Lang) -> list[str]:
    return ["ar", "fa"] if lang is Lang.auto else [lang.value]


@app.command("list")
@told
def list_models(lang: Which = Lang.auto, folder: Folder = None) -> int:
    """The model that each language's stanza tagger takes, a line each: language, megabytes with what it needs, file.

    Exit code 1 says that a language has none.
    """
    missing = 0
    for code in _languages(lang):
        try:
            model = stanza_models.choose(stanza_models.home(code, folder), code)
        except InputError as wrong:
            complain(str(wrong))
            missing += 1
            continue
        size = sum(path.stat().st_size for path in model if path is not None)
        write([f"{code}\t{size / 1e6:.1f} MB\t{model.path}\n"], None)
    return 1 if missing else 0


@app.command()
@told
def download(lang: Which = Lang.auto, folder: Folder = None, package: Package = "default") -> int:
    """Fetch Stanza's official NER models. The one command that uses the network."""
    home = stanza_models.folder(folder)
    for code in _languages(lang):
        write((f"{path}\n" for path in stanza_models.download(code, home, package)), None)
    return 0
