"""The form that gold must have, whoever wrote it and with whatever tool: what the scorer reads of it, checked before it is scored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Annotated, Any

import msgspec

from . import limits
from .errors import DataError
from .schema import DateType, Label, Lang, NumberKind, Outcome, QuoteKind, UnitKind

Position = Annotated[int, msgspec.Meta(ge=0)]


class Place(msgspec.Struct):
    """Characters of the text."""

    start: Position
    end: Position
    text: str | None = None
    text_head: str | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span ends at {self.end}, before its start at {self.start}")


class Named(Place):
    """A source or speaker: it need not be named."""

    name: str | None = None


class Source(Named, kw_only=True):
    """A source says its words, which a report of slips repeats."""

    text: str


class Amount(msgspec.Struct):
    """What a figure counts."""

    kind: NumberKind = "cardinal"
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    mod: str | None = None


class Figure(Place, kw_only=True):
    """A figure."""

    number: Amount
    outcome: Outcome
    country: str | None = None
    role: str | None = None
    status: str | None = None
    date: str | None = None
    place: str | None = None
    cumulative: bool | None = None
    part_of: int | None = None
    fraction_of: int | None = None
    sources: list[Source] = []


class Unit(Place, kw_only=True):
    """A unit."""

    kind: UnitKind
    country: str | None = None
    echelon: str | None = None
    arm: str | None = None
    designator: str | None = None


class Quote(Place, kw_only=True):
    """A quote."""

    kind: QuoteKind
    speaker: Named | None = None


class Date(Place, kw_only=True):
    """A date; its value must be said, and is null where the text does not tell it."""

    type: DateType
    value: str | None
    date_start: str | None = None
    date_end: str | None = None


class Entity(Place, kw_only=True):
    """A name."""

    label: Label


class Form(msgspec.Struct):
    """A gold document; a layer that was not annotated is left out."""

    id: str
    file: str
    lang: Lang
    published: str | None = None
    text_sha256: str | None = None
    figures: list[Figure] = []
    units: list[Unit] = []
    quotes: list[Quote] = []
    dates: list[Date] = []
    entities: list[Entity] = []


def check(gold: Mapping[str, Any], path: Path) -> None:
    """Raises ``DataError`` that names the field of ``gold`` that does not fit; ``path`` is what it was read from."""
    try:
        form = msgspec.convert(gold, Form)
        json.dumps(gold, ensure_ascii=False).encode()
    except (msgspec.ValidationError, UnicodeEncodeError, RecursionError) as wrong:
        raise DataError(f"{path} is no gold file: {wrong}") from None
    for name in ("part_of", "fraction_of"):
        for n, figure in enumerate(form.figures):
            to = getattr(figure, name)
            if to is not None and not 0 <= to < len(form.figures):
                raise DataError(f"{path} is no gold file: figures[{n}].{name} is {to}, and there are {len(form.figures)} figures")


def read_gold(path: Path, text_dir: Path) -> tuple[dict[str, Any], str]:
    """A gold file and the text it was made for. Raises ``DataError`` where they do not belong together or cannot be read."""
    try:
        gold: dict[str, Any] = json.loads(limits.read_file(path, limits.JSON))
        gold["lang"], gold["id"], gold["file"]
    except limits.TooLargeError:
        raise
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise DataError(f"{path} is no gold file: it must be a JSON object with at least id, file and lang ({wrong!r})") from None
    check(gold, path)
    file = PurePath(gold["file"])
    if file.is_absolute() or ".." in file.parts:
        raise DataError(f"{path} names the text {gold['file']!r}, which is not in the folder of the texts")
    source = text_dir / file
    try:
        text = limits.read_file(source, limits.ARTICLE).decode("utf-8")
    except limits.TooLargeError:
        raise
    except (OSError, ValueError) as wrong:
        raise DataError(f"{path} names the text {source}, which cannot be read: {wrong}") from None
    digest = hashlib.sha256(text.encode()).hexdigest()
    if gold.get("text_sha256") not in (None, digest):
        raise DataError(f"{path} was made for another text than {source}: the SHA-256 differs, so its offsets mean nothing here")
    return gold, text
