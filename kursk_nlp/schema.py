"""The public records; the JSON Schema is generated from them.

``start`` and ``end`` are half-open offsets in code points of the original text, and ``text == original[start:end]``.
Conventions: UCDP GED (``low``/``high``, never invented), TimeML TIMEX3 (``mod``, ``value``), APP-6 / MIL-STD-2525 (echelons),
ISO 3166-1 alpha-2 (countries), GeoNames (places).
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from . import limits

SCHEMA_VERSION = "1.0"

Lang = Literal["fa", "ar"]
NumberKind = Literal["cardinal", "ordinal", "fraction", "percent", "range", "vague"]
Mod = Literal["approx", "more_than", "less_than", "equal_or_more", "equal_or_less"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Calendar = Literal["gregorian", "solar_hijri", "islamic"]
Label = Literal["PER", "ORG", "LOC", "NORP", "MISC"]
UnitKind = Literal["formation", "service", "armed_group", "forces"]
Echelon = Literal["team", "squad", "section", "platoon", "company", "battalion", "regiment", "brigade", "division", "corps",
                  "army", "army_group", "command"]
Arm = Literal["infantry", "armor", "artillery", "engineer", "special_forces", "airborne", "marine", "air_defense", "aviation",
              "missile", "reconnaissance", "medical", "logistics", "signals", "intelligence", "unmanned", "military_police"]
Outcome = Literal["killed", "injured", "casualties", "missing", "captured", "displaced", "deployed"]
Status = Literal["asserted", "denied", "unconfirmed"]
QuoteKind = Literal["direct", "mixed", "indirect"]
SourceKind = Literal["person", "organisation", "media", "anonymous"]
Stance = Literal["neutral", "claims", "admits", "denies", "confirms"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, equal by value."""


class Span(Record, frozen=True, kw_only=True):
    """A stretch of the original text."""

    start: int
    end: int
    text: str


class Number(Span, frozen=True, kw_only=True):
    """A numeric expression: the value as stated, or the interval that is claimed (None where open)."""

    kind: NumberKind
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    mod: Mod | None = None
    rule: str = ""


class Date(Span, frozen=True, kw_only=True):
    """A TIMEX3 expression; ``value`` is ISO 8601 at the grain stated, None when it cannot be resolved."""

    type: DateType
    value: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    calendar: Calendar = "gregorian"
    mod: Mod | None = None
    rule: str = ""


class Entity(Span, frozen=True, kw_only=True):
    """A name: ``id`` is shared by both languages; coordinates are WGS 84 degrees, for places."""

    label: Label
    name: str
    id: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    rule: str = ""


class Unit(Span, frozen=True, kw_only=True):
    """A military formation, service, armed group, or the forces of somebody.

    ``id`` is the same in both languages: ``org:qassam`` for a known organisation, ``org:ua-army`` for a service of a country.
    """

    kind: UnitKind
    name: str
    id: str | None = None
    echelon: Echelon | None = None
    arm: Arm | None = None
    designator: str | None = None
    country: str | None = None
    parent: str | None = None
    sidc: str | None = None
    rule: str = ""

    def symbol_svg(self, affiliations: Mapping[str, str] | None = None, *, size: int = 80) -> str:
        """The unit's APP-6 symbol as SVG, ``size`` pixels.

        Its affiliation is unknown unless ``affiliations`` has the unit's country: ``{"UA": "friend", "RU": "hostile", "MD": "neutral"}``.
        Raises ``InputError`` for an affiliation that is none, ``MissingExtraError`` without the extra ``symbols``.
        """
        return DRAWERS["svg"](self, affiliations, size)


#: how a unit is drawn; filled like ``RENDERERS``
DRAWERS: dict[str, Callable[[Unit, Mapping[str, str] | None, int], str]] = {}


class Attribution(Span, frozen=True, kw_only=True):
    """Who says so: the mention as written and who it is."""

    name: str
    kind: SourceKind
    id: str | None = None


class Speaker(Span, frozen=True, kw_only=True):
    """Who said it: the mention as written (``text``) and who that is within the article (``name``)."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    id: str | None = None


class Figure(Span, frozen=True, kw_only=True):
    """A count of people and what befell them, or where they are."""

    number: Number
    outcome: Outcome
    victims: Span | None = None
    country: str | None = None
    role: str | None = None
    sources: tuple[Attribution, ...] = ()
    place: Entity | None = None
    date: str | None = None
    status: Status = "asserted"
    cumulative: bool = False
    part_of: int | None = None
    fraction_of: int | None = None
    rule: str = ""


class Quote(Span, frozen=True, kw_only=True):
    """What somebody is reported to have said; the span is the words said, without the marks."""

    kind: QuoteKind
    cue: Span | None = None
    speaker: Speaker | None = None
    sources: tuple[Attribution, ...] = ()
    stance: Stance = "neutral"
    rule: str = ""


#: how a document is shown, by kind ("text", "html"); the rooms that can show one put themselves here, so that the schema knows none
RENDERERS: dict[str, Callable[[Document], str | None]] = {}


class Skipped(Span, frozen=True, kw_only=True):
    """A stretch that one rule gave up: looking through it took too long. The other rules have read it."""

    rule: str


class Voice(Record, frozen=True, kw_only=True):
    """One speaker of a document: who it is, how the article names them, and all they are reported to have said."""

    name: str
    id: str | None = None
    role: str | None = None
    organisation: str | None = None
    spellings: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Document(Record, frozen=True, kw_only=True, dict=True):
    """One article and everything found in it. Lists are in order of ``start``."""

    schema_version: str = SCHEMA_VERSION
    id: str
    lang: Lang
    published: str | None
    text_sha256: str
    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    entities: tuple[Entity, ...] = ()
    units: tuple[Unit, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def text(self) -> str | None:
        """The original text; None when the document was read back from its JSON, which does not hold it."""
        return self.__dict__.get("text")

    @property
    def tagger(self) -> str | None:
        """The tagger that was asked for names; None when the document was read back from its JSON."""
        return self.__dict__.get("tagger")

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What a pattern did not finish in time and so was not read by its rule; nearly always empty. Not part of the JSON."""
        skipped: tuple[Skipped, ...] = self.__dict__.get("skipped", ())
        return skipped

    @property
    def casualties(self) -> tuple[Figure, ...]:
        """The figures whose outcome is not ``deployed``."""
        return tuple(f for f in self.figures if f.outcome != "deployed")

    @property
    def deployments(self) -> tuple[Figure, ...]:
        """The figures whose outcome is ``deployed``."""
        return tuple(f for f in self.figures if f.outcome == "deployed")

    @property
    def speakers(self) -> tuple[Voice, ...]:
        """Each speaker once, in order of first quote, with every spelling of the mention and all quotes.

        Speakers are one where they share an ``id``, else a ``name``; a subject left out (whose mention is the cue) adds no spelling.
        """
        groups: dict[str, list[Quote]] = {}
        for quote in self.quotes:
            if quote.speaker is not None and quote.speaker.name:
                groups.setdefault(quote.speaker.id or quote.speaker.name, []).append(quote)
        return tuple(_voice(quotes) for quotes in groups.values())

    def to_dict(self) -> dict[str, Any]:
        """Exactly the keys of the shared schema, of JSON types only."""
        data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))  # to_builtins would leave tuples, which JSON has not
        return data

    def to_json(self, *, indent: int | None = None) -> str:
        """The same as one line of JSON, or indented by ``indent`` spaces."""
        line = msgspec.json.encode(self)
        return (msgspec.json.format(line, indent=indent) if indent else line).decode()

    def explain(self) -> str:
        """What was found, by which rule, from which characters; for a person, as plain text."""
        return RENDERERS["text"](self) or ""

    def _repr_html_(self) -> str | None:
        """The report, framed, for a notebook; None (the plain form) where the text or the extra ``report`` is missing."""
        return RENDERERS["html"](self)

    @classmethod
    def from_json(cls, data: str | bytes) -> Document:
        """Read back what ``to_json`` wrote.

        Raises ``msgspec.ValidationError`` naming the field that does not fit, ``InputError`` for more than ``limits.JSON`` allows.
        """
        limits.check(len(data), "a stored document", limits.JSON)
        try:
            document: Document = msgspec.json.decode(data, type=cls)
        except RecursionError:
            raise msgspec.ValidationError("the JSON is nested too deeply to be a document") from None
        for n, figure in enumerate(document.figures):
            for name in ("part_of", "fraction_of"):
                to = getattr(figure, name)
                if to is not None and not 0 <= to < len(document.figures):
                    raise msgspec.ValidationError(f"there is no figure {to} - at `$.figures[{n}].{name}`")
        return document


def _voice(quotes: list[Quote]) -> Voice:
    said = [q.speaker for q in quotes if q.speaker is not None]
    named = [q.speaker.text for q in quotes if q.speaker is not None and (q.cue is None or q.speaker.start != q.cue.start)]
    return Voice(name=said[0].name or "", id=said[0].id, role=next((s.role for s in said if s.role), None),
                 organisation=next((s.organisation for s in said if s.organisation), None), spellings=tuple(dict.fromkeys(named)),
                 quotes=tuple(quotes))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document."""
    return msgspec.json.schema(Document)


def days_of(value: str | None) -> tuple[str, str] | None:
    """The first and last day that a TIMEX3 value covers (``"2024-02"``: 1 to 29 February), as ISO strings; None if it is no date."""
    value = value or ""
    first, slash, last = value.partition("/")
    try:
        if slash or len(value) == 10:
            start, end = (datetime.date.fromisoformat(v) for v in (first, last or first))
            return start.isoformat(), end.isoformat()
        if value[4:6] == "-W":
            monday = datetime.date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
            return monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()
        if len(value) == 7:
            return f"{value}-01", f"{value}-{calendar.monthrange(int(value[:4]), int(value[5:]))[1]}"
    except ValueError:
        return None
    return (f"{value}-01-01", f"{value}-12-31") if len(value) == 4 and value.isdecimal() else None
