"""The corridor: a raw article walks it once, forwards, and comes out as a Document."""

from __future__ import annotations

import datetime
import functools
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar, get_args

import msgspec

from . import lang, taggers
from .errors import InputError
from .extract import article, dates, figures, names, numbers, quotes, units
from .extract.dates.given import Given as Published
from .extract.dates.given import as_day
from .extract.draft import Draft
from .extract.name_tags import sentences
from .schema import Document, Record, Skipped, Span
from .text.language import tell
from .text.offsets import Offsets
from .text.patterns import SKIPPED, Passed, pattern
from .text.view import View

R = TypeVar("R", bound=Span)
_SURROGATE = pattern("surrogate", "[\ud800-\udfff]")


class Pipeline:
    """Reads articles of one language, or of whichever language each text is in (``"auto"``).

    Calling it with a text gives a ``Document``. ``published`` is a date, a datetime or an ISO string; without it the date is
    read from the article's own header, and if there is none either, relative dates stay unresolved. ``id`` is the caller's name
    for the article. Raises ``InputError`` for a text or date that cannot be read, ``LanguageError`` where the language cannot
    be told.

    ``tagger`` is the name of what finds names beside the lexicon (see ``taggers.TAGGERS``); a document records it as ``tagger``.
    ``models`` is the folder of Stanza's models, when it is not the usual one.
    """

    def __init__(self, language: str = "auto", tagger: str = "crf", models: str | None = None) -> None:
        self.language, self.tagger, self.models = language, tagger, models
        if language != "auto":
            lang.get(language)
        if language != "auto" or tagger not in taggers.TAGGERS:
            self._tagger(language)

    def __repr__(self) -> str:
        return f"kursk_nlp.load({self.language!r}, tagger={self.tagger!r})"

    def __call__(self, text: str, published: Published = None, id: str = "") -> Document:
        draft = self._begin(text, published)
        return self._end(draft, self._tagger(draft.lang), id)

    def pipe(self, texts: Iterable[str], published: Published = None) -> Iterator[Document]:
        """The documents of many texts, in order; equal to calling the pipeline on each.

        A tagger that is faster on many texts at once gets them in batches (``taggers.BATCH``). A text that cannot be read raises
        its error after the documents of those before it.
        """
        size, numbered = taggers.BATCH.get(self.tagger, 1), enumerate(texts)
        error: Exception | None = None
        while error is None:
            batch: list[tuple[int, Draft]] = []
            try:
                for number, text in islice(numbered, size):
                    batch.append((number, self._begin(text, published)))
            except Exception as wrong:
                error = wrong
            found = self._tag([draft for _, draft in batch])
            for (number, draft), tagger in zip(batch, found, strict=True):
                yield self._end(draft, tagger, str(number))
            if error is None and len(batch) < size:
                return
        raise error

    def _begin(self, text: str, published: Published) -> Draft:
        """The corridor up to the names."""
        _check(text)
        skipped: list[Passed] = []
        with _collecting(skipped):
            return self._read(text, published, skipped)

    def _read(self, text: str, published: Published, skipped: list[Passed]) -> Draft:
        code = tell(text) if self.language == "auto" else self.language
        language = lang.get(code)
        view = View(text)
        draft = Draft(view, language.lexicon.scan(view), code, published=day(published), skipped=skipped)
        article.read(draft, language.article)
        draft.numbers = numbers.find(draft, language.numbers)
        recognised = dates.recognise(draft, language.dates)
        draft.dates = dates.find(draft, language.dates, recognised)
        if draft.published is None:
            draft.published = article.published(draft, language.article)
            if draft.published is not None:
                draft.dates = dates.find(draft, language.dates, recognised)
        draft.numbers = numbers.outside(draft.numbers, draft.dates)
        return draft

    def _end(self, draft: Draft, tagger: taggers.Tagger, id: str) -> Document:
        """The corridor from the names on."""
        language = lang.get(draft.lang)
        with _collecting(draft.skipped):
            draft.entities = names.find(draft, language.names, tagger)
            draft.units = units.find(draft, language.units)
            draft.quotes = quotes.find(draft, language.quotes)
            draft.figures = figures.find(draft, language.figures)
        document = _document(draft, id)
        document.__dict__["tagger"] = self.tagger
        if draft.skipped:
            document.__dict__["skipped"] = _skipped(draft)
        return document

    def _tagger(self, code: str) -> taggers.Tagger:
        return taggers.get(self.tagger, code, self.models)

    def _tag(self, drafts: Sequence[Draft]) -> list[taggers.Tagger]:
        """What to find each draft's names with: where the tagger can, it has read all drafts of a language at once."""
        out = [self._tagger(draft.lang) for draft in drafts]
        for code in sorted({draft.lang for draft in drafts}):
            some, tagger = [i for i, draft in enumerate(drafts) if draft.lang == code], self._tagger(code)
            if len(some) > 1 and isinstance(tagger, taggers.BatchTagger):
                for i, found in zip(some, tagger.tag_many([sentences(drafts[i]) for i in some]), strict=True):
                    out[i] = taggers.Tagged(tagger.name, found)
        return out


@functools.cache
def load(language: str = "auto", tagger: str = "crf", models: str | None = None) -> Pipeline:
    """A pipeline for ``"fa"``, ``"ar"`` or ``"auto"`` (the language of each text is told from the text).

    ``tagger`` is ``"crf"`` (ships with the package), ``"none"`` (lexicon and rules only) or ``"stanza"``, whose models lie in the folder
    ``models`` (default: the environment variable ``KURSK_STANZA``, else Stanza's own folder, else the package). Raises
    ``LanguageError`` or ``InputError`` for a language, tagger or model that there is not.
    """
    return Pipeline(language, tagger, models)


def _check(text: object) -> None:
    if not isinstance(text, str):
        raise InputError(f"a text must be str, not {type(text).__name__}; decode bytes first, e.g. data.decode('utf-8')")
    broken = _SURROGATE.search(text)
    if broken:
        raise InputError(f"the text holds half of a surrogate pair (U+{ord(broken.group()):04X}) at character {broken.start()}, which no "
                         "encoding can carry; it was probably decoded wrongly")


def day(published: Published) -> datetime.date | None:
    """The day that a caller gave as the day of publication. Raises ``InputError`` for what is no date."""
    return as_day(published, "published")


def _document(draft: Draft, id: str) -> Document:
    raw, back = draft.view.raw, draft.view.offsets
    layers = {name: tuple(_to_raw(r, raw, back) for r in sorted(getattr(draft, name), key=lambda r: (r.start, r.end)))
              for name in ("numbers", "dates", "entities", "units", "quotes")}
    document = Document(
        id=id, lang=draft.lang, published=draft.published.isoformat() if draft.published else None,  # type: ignore[arg-type]
        text_sha256=hashlib.sha256(raw.encode()).hexdigest(),
        figures=tuple(_to_raw(f, raw, back) for f in draft.figures), **layers)  # type: ignore[arg-type]
    document.__dict__["text"] = raw
    return document


@contextmanager
def _collecting(skipped: list[Passed]) -> Iterator[None]:
    """Here and in no other thread, what patterns skip is put into ``skipped``."""
    before = SKIPPED.set(skipped)
    try:
        yield
    finally:
        SKIPPED.reset(before)


def _skipped(draft: Draft) -> tuple[Skipped, ...]:
    """What was skipped, at original offsets; where a rule read another form of the text, or a part of it, the whole of it counts."""
    view, found = draft.view, {}
    for rule, string, start, end in draft.skipped:
        if len(string) == len(view.normal) and string in (view.normal, view.folded):
            start, end = view.offsets.to_raw(start, end)
        elif string != view.raw:
            start, end = 0, len(view.raw)
        found[rule, start, end] = Skipped(start=start, end=end, text=view.raw[start:end], rule=rule)
    return tuple(found[key] for key in sorted(found, key=lambda k: (k[1], k[2], k[0])))


def _to_raw(record: R, raw: str, back: Offsets) -> R:
    """The record at original offsets: the one place where normal offsets become raw ones, nested records included."""
    start, end = back.to_raw(record.start, record.end)
    changes: dict[str, object] = {"start": start, "end": end, "text": raw[start:end]}
    for name in _nested(type(record)):
        value = getattr(record, name)
        if value:
            changes[name] = tuple([_to_raw(v, raw, back) for v in value]) if isinstance(value, tuple) else _to_raw(value, raw, back)
    return msgspec.structs.replace(record, **changes)


@functools.cache
def _nested(kind: type[Span]) -> tuple[str, ...]:
    """The fields of a record in which other records stand."""
    return tuple(field.name for field in msgspec.structs.fields(kind) if _holds_records(field.type))


def _holds_records(kind: Any) -> bool:
    return any(map(_holds_records, get_args(kind))) or (isinstance(kind, type) and issubclass(kind, Record))
