"""A document as rows: the tables of the store, one record batch each; pure functions from records to columns."""

from __future__ import annotations

import datetime
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from .. import __version__
from ..errors import need
from ..explain import sentence_of, sentences
from ..schema import Attribution, Document, Entity, Figure, Quote, Span, days_of
from .reader import Article

_SPAN = {"key": "VARCHAR", "n": "INTEGER", "start": "INTEGER", "end": "INTEGER", "start_utf16": "INTEGER", "end_utf16": "INTEGER",
         "text": "VARCHAR"}
_SOURCES = 'STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR, "name" VARCHAR, "kind" VARCHAR, "id" VARCHAR)[]'
_NUMBER = {"value": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE", "mod": "VARCHAR", "number_kind": "VARCHAR"}
_SENTENCE = {"sentence": "VARCHAR", "sentence_start": "INTEGER", "sentence_end": "INTEGER"}

#: table -> column -> DuckDB type. ``key`` names the article, ``n`` counts its mentions of that layer from 0, in order of ``start``;
#: ``record`` is the document's JSON, packed with zlib
TABLES: dict[str, dict[str, str]] = {
    "documents": {"key": "VARCHAR", "id": "VARCHAR", "lang": "VARCHAR", "published": "DATE", "text_sha256": "VARCHAR", "text": "VARCHAR",
                  "characters": "INTEGER", "url": "VARCHAR", "outlet": "VARCHAR", "source": "VARCHAR", "position": "INTEGER",
                  "version": "VARCHAR", "record": "BLOB", "tagger": "VARCHAR"},
    "figures": {**_SPAN, **_NUMBER, "outcome": "VARCHAR", "status": "VARCHAR", "cumulative": "BOOLEAN", "victims": "VARCHAR",
                "victims_start": "INTEGER", "victims_end": "INTEGER", "country": "VARCHAR", "role": "VARCHAR", "source": "VARCHAR",
                "source_kind": "VARCHAR", "source_id": "VARCHAR", "sources": _SOURCES, "place": "VARCHAR", "place_id": "VARCHAR",
                "latitude": "DOUBLE", "longitude": "DOUBLE", "date": "VARCHAR", "date_start": "DATE", "date_end": "DATE",
                "part_of": "INTEGER", "fraction_of": "INTEGER", **_SENTENCE, "rule": "VARCHAR"},
    "units": {**_SPAN, "kind": "VARCHAR", "name": "VARCHAR", "echelon": "VARCHAR", "arm": "VARCHAR", "designator": "VARCHAR",
              "country": "VARCHAR", "parent": "VARCHAR", "sidc": "VARCHAR", "rule": "VARCHAR"},
    "quotes": {**_SPAN, "kind": "VARCHAR", "stance": "VARCHAR", "cue": "VARCHAR", "cue_start": "INTEGER", "cue_end": "INTEGER",
               "sources": _SOURCES, "rule": "VARCHAR"},
    "speakers": {**_SPAN, "name": "VARCHAR", "role": "VARCHAR", "organisation": "VARCHAR", "id": "VARCHAR"},
    "dates": {**_SPAN, "type": "VARCHAR", "value": "VARCHAR", "date_start": "DATE", "date_end": "DATE", "calendar": "VARCHAR",
              "mod": "VARCHAR", "rule": "VARCHAR"},
    "entities": {**_SPAN, "label": "VARCHAR", "name": "VARCHAR", "id": "VARCHAR", "country": "VARCHAR", "latitude": "DOUBLE",
                 "longitude": "DOUBLE", "rule": "VARCHAR"},
    "numbers": {**_SPAN, "kind": "VARCHAR", "value": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE", "mod": "VARCHAR", "rule": "VARCHAR"},
    "errors": {"source": "VARCHAR", "position": "INTEGER", "id": "VARCHAR", "key": "VARCHAR", "kind": "VARCHAR", "message": "VARCHAR",
               "version": "VARCHAR", "tagger": "VARCHAR"},
}
KEYS = {"documents": ("key",), "errors": ("source", "position"), **dict.fromkeys(
    ("figures", "units", "quotes", "speakers", "dates", "entities", "numbers"), ("key", "n"))}


class Read(NamedTuple):
    """An article and what was found in it."""

    article: Article
    document: Document


class Failed(NamedTuple):
    """An article that could not be read; ``kind`` is unreadable, input, timeout, crash or error (a bug)."""

    source: str
    position: int
    id: str | None
    key: str | None
    kind: str
    message: str
    tagger: str | None = None


Row = tuple[Any, ...]


def rows(read: Read) -> Iterator[tuple[str, Row]]:
    """Every row of an article with the table it belongs to; columns in the order of ``TABLES``."""
    article, document = read
    key, text = article.key, article.text
    spans = sentences(text)
    beyond = [i for i, c in enumerate(text) if c > "\uffff"]

    def utf16(position: int) -> int:
        return position + bisect_left(beyond, position)

    def span(n: int, s: Span) -> Row:
        return key, n, s.start, s.end, utf16(s.start), utf16(s.end), s.text

    yield "documents", (key, article.id, document.lang, _day(document.published), document.text_sha256, text, len(text), article.url,
                        article.outlet, article.source, article.position, __version__, zlib.compress(document.to_json().encode()),
                        document.tagger)
    for n, f in enumerate(document.figures):
        yield "figures", (*span(n, f), *_figure(f, text, sentence_of(spans, f.start)))
    for n, u in enumerate(document.units):
        yield "units", (*span(n, u), u.kind, u.name, u.echelon, u.arm, u.designator, u.country, u.parent, u.sidc, u.rule)
    for n, q in enumerate(document.quotes):
        yield "quotes", (*span(n, q), *_quote(q))
        if q.speaker:
            yield "speakers", (*span(n, q.speaker), q.speaker.name, q.speaker.role, q.speaker.organisation, q.speaker.id)
    for n, d in enumerate(document.dates):
        start, end = (d.date_start, d.date_end) if d.date_start else days_of(d.value) or (None, None)
        yield "dates", (*span(n, d), d.type, d.value, _day(start), _day(end), d.calendar, d.mod, d.rule)
    for n, e in enumerate(document.entities):
        yield "entities", (*span(n, e), e.label, e.name, e.id, e.country, e.latitude, e.longitude, e.rule)
    for n, x in enumerate(document.numbers):
        yield "numbers", (*span(n, x), x.kind, x.value, x.low, x.high, x.mod, x.rule)


def _figure(f: Figure, text: str, sentence: tuple[int, int]) -> Row:
    number, victims, place = f.number, f.victims, f.place or _NOWHERE
    origin = f.sources[0] if f.sources else None
    start, end = days_of(f.date) or (None, None)
    return (number.value, number.low, number.high, number.mod, number.kind, f.outcome, f.status, f.cumulative,
            victims and victims.text, victims and victims.start, victims and victims.end, f.country, f.role,
            origin and origin.name, origin and origin.kind, origin and origin.id, _sources(f.sources),
            place.name, place.id, place.latitude, place.longitude, f.date, _day(start), _day(end), f.part_of, f.fraction_of,
            " ".join(text[slice(*sentence)].split()), *sentence, f.rule)


def _quote(q: Quote) -> Row:
    cue = q.cue
    return q.kind, q.stance, cue and cue.text, cue and cue.start, cue and cue.end, _sources(q.sources), q.rule


class _Nowhere:
    name = id = latitude = longitude = None


_NOWHERE: Entity | _Nowhere = _Nowhere()


def _sources(sources: Iterable[Attribution]) -> list[dict[str, Any]]:
    return [{"start": s.start, "end": s.end, "text": s.text, "name": s.name, "kind": s.kind, "id": s.id} for s in sources]


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def error_row(failed: Failed) -> tuple[str, Row]:
    """The row of an article that could not be read."""
    return "errors", (*failed[:-1], __version__, failed.tagger)


def arrow_type(duck: str) -> Any:
    """The Arrow type of a column."""
    pa = need("pyarrow", "corpus")
    if duck == _SOURCES:
        names = {"start": pa.int32(), "end": pa.int32(), "text": pa.string(), "name": pa.string(), "kind": pa.string(), "id": pa.string()}
        return pa.list_(pa.struct(list(names.items())))
    types: dict[str, Callable[[], Any]] = {"VARCHAR": pa.string, "INTEGER": pa.int32, "DOUBLE": pa.float64, "BOOLEAN": pa.bool_,
                                           "DATE": pa.date32, "BLOB": pa.binary}
    return types[duck]()


def to_arrow(table: str, found: list[Row]) -> Any:
    """Rows of one table as an Arrow table."""
    pa = need("pyarrow", "corpus")
    names = TABLES[table]
    columns = zip(*found, strict=True) if found else ([] for _ in names)
    arrays = [pa.array(list(column), arrow_type(duck)) for column, duck in zip(columns, names.values(), strict=True)]
    return pa.table(arrays, names=list(names))
