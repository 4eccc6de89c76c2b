"""Where Stanza's models lie, which of them a language gets, and how official ones come there.

A folder of models is laid out as Stanza does it: ``<lang>/ner/*.pt`` are the models, ``<lang>/pretrain/*.pt`` their word vectors, and
``<lang>/forward_charlm``, ``<lang>/backward_charlm`` the character models that official ones may need. ``resources.json``, which Stanza
writes when it downloads, says which belong together.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import DownloadError, InputError, need

#: the environment variable that names the folder
FOLDER = "KURSK_STANZA"
#: a model of this name, made by ``build.stanza``, goes before others
OURS = "kursk"
#: what ships with the package, laid out in the same way
SHIPPED = Path(__file__).parent / "data" / "stanza"
_PARTS = ("pretrain", "forward_charlm", "backward_charlm")


class Model(NamedTuple):
    """A NER model and the files that it needs."""

    path: Path
    pretrain: Path
    forward_charlm: Path | None
    backward_charlm: Path | None


def folder(given: str | Path | None = None) -> Path:
    """The folder of models: the one given, else the one that ``KURSK_STANZA`` names, else the one where Stanza itself keeps its own."""
    return _named(given) or Path(need("stanza.resources.common", "stanza").DEFAULT_MODEL_DIR)


def home(lang: str, given: str | Path | None = None) -> Path:
    """Where a language's models are taken from: ``folder``, or the package where nobody named one and Stanza's own has none."""
    named = _named(given)
    if named is not None:
        return named
    own = folder()
    return own if any((own / lang / "ner").glob("*.pt")) else SHIPPED


def _named(given: str | Path | None) -> Path | None:
    where = given or os.environ.get(FOLDER)
    return Path(where) if where else None


def choose(home: Path, lang: str) -> Model:
    """The model of a language: ours, else Stanza's default one, else the first by name. Raises ``InputError`` where there is none."""
    models = {path.stem: path for path in sorted((home / lang / "ner").glob("*.pt"))}
    resources = _resources(home, lang)
    default = resources.get("packages", {}).get("default", {}).get("ner")
    name = next((n for n in (OURS, default) if n in models), min(models, default=""))
    parts = {d["model"]: d["package"] for d in resources.get("ner", {}).get(name, {}).get("dependencies", ())}
    files = {part: _file(home / lang / part, parts.get(part, name)) for part in _PARTS}
    if not models or files["pretrain"] is None:
        raise InputError(f"no Stanza models for {lang!r} in {home}: {lang}/ner and {lang}/pretrain in it must each hold a .pt file. Fetch "
                         f"official ones with 'kursk-nlp models download --lang {lang}', train one with "
                         f"'python -m kursk_nlp.build.stanza', or set {FOLDER} to the folder that holds yours")
    return Model(models[name], files["pretrain"], files["forward_charlm"], files["backward_charlm"])


def _resources(home: Path, lang: str) -> dict[str, Any]:
    """What ``resources.json`` says of a language; nothing where it is missing or is no such file."""
    try:
        stored = json.loads((home / "resources.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    found = stored.get(lang) if isinstance(stored, dict) else None
    return found if isinstance(found, dict) else {}


def _file(where: Path, name: str) -> Path | None:
    """The file of this name in a folder, else its first."""
    return next((p for p in (where / f"{name}.pt", *sorted(where.glob("*.pt"))) if p.is_file()), None)


def download(lang: str, home: Path, package: str = "default") -> list[Path]:
    """Fetch an official NER package of Stanza, and what it needs, into ``home``; the files that are there afterwards.

    Raises ``MissingExtraError`` without Stanza, and ``DownloadError``, with the reason, where the network, the disk or Stanza does not give
    it; what was there before stays.
    """
    stanza = need("stanza", "stanza")
    try:
        got = stanza.download(lang, model_dir=str(home), package=None, processors={"ner": package}, verbose=False)
    except Exception as wrong:  # requests, httpx, huggingface_hub and Stanza each have errors of their own
        reason = " ".join(str(wrong).split())[:200]
        raise DownloadError(f"Stanza's {package!r} NER package for {lang!r} could not be downloaded to {home} "
                            f"({type(wrong).__name__}: {reason}). On a machine without network, copy a folder downloaded elsewhere and set "
                            f"{FOLDER} to it; the default tagger needs no download") from wrong
    files = [home / lang / part / f"{name}.pt" for part, name in got]
    if not any(path.parent.name == "ner" for path in files):
        known = ", ".join(_resources(home, lang).get("ner", ()))
        raise DownloadError(f"Stanza has no NER package {package!r} for {lang!r}; it has {known}")
    return files
