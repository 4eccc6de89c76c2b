"""The doors that untrusted input comes through, and what each promises for any bytes whatever.

Each takes bytes. The first is a choice (language, day of publication, kind of file), so that one input is one whole experiment; the
rest is what came in. A promise that is broken raises: ``AssertionError``, or whatever the library let through.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

import kursk_nlp
from kursk_nlp import Document, InputError, KurskError, LanguageError
from kursk_nlp.evaluate import Report, compare, lines, read_gold
from kursk_nlp.export.review import brat, label_studio, read_brat, read_label_studio
from kursk_nlp.schema import Date, Number
from kursk_nlp.text.decode import decode
from kursk_nlp.text.language import tell
from kursk_nlp.text.normalise import key
from kursk_nlp.text.view import View

from .. import soak
from ..documents import sample
from ..marked import FIXTURES

PUBLISHED = (None, "2025-04-28", "0001-01-01", "9999-12-31")
#: parts a text from a day of reference, or a gold file from its text
BREAK = "\x1f"
#: CPU seconds that an input may take, plus so much a character
SECONDS, SECONDS_A_CHARACTER = 2.0, 0.002


class Entry(NamedTuple):
    """A door: what it promises, inputs to begin with, the form that they have ("text", "json"), the longest that is tried (bytes)."""

    check: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]
    form: str = "text"
    longest: int = 4096


def check(name: str, data: bytes) -> None:
    """Raises where the entry breaks a promise for these bytes, or takes too long over them."""
    start = time.process_time()
    ENTRIES[name].check(data)
    spent = time.process_time() - start
    assert spent < SECONDS + SECONDS_A_CHARACTER * len(data), f"slow: {spent:.1f} s for {len(data)} bytes"


def split(data: bytes) -> tuple[int, str]:
    """The choice and the text; bytes that are no UTF-8 become halves of surrogate pairs or replacement characters."""
    try:
        return (data or b"\0")[0], data[1:].decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data[0], data[1:].decode("utf-8", "replace")


def _pipeline(lang: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        choice, text = split(data)
        published = PUBLISHED[choice & 3]
        try:
            soak.check(lang, text, published)
        except InputError:
            if any("\ud800" <= c <= "\udfff" for c in text):
                return
            raise
        if choice & 4:
            nlp = kursk_nlp.load(lang, "none")
            first = nlp(text, published=published)
            assert nlp(text, published=published) == first, "a second reading differs"
    return run


def _parse(data: bytes) -> None:
    choice, given = split(data)
    text, _, reference = given.partition(BREAK)
    lang = ("fa", "ar")[choice & 1]
    found: list[Number | Date | None] = [kursk_nlp.parse_number(text, lang)]
    try:
        found.append(kursk_nlp.parse_date(text, lang, reference or PUBLISHED[choice >> 1 & 3]))
    except InputError:
        if not reference:
            raise
    for record in filter(None, found):
        assert 0 <= record.start < record.end <= len(text), record
        assert record.text == text[record.start:record.end], record
        assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record
        if isinstance(record, Number):
            assert record.low is None or record.high is None or record.low <= record.high, record
            assert kursk_nlp.parse_number(text, lang) == record, "a second reading differs"
        else:
            assert not record.date_start or not record.date_end or record.date_start <= record.date_end, record
    plain = kursk_nlp.normalise_digits(text)
    assert len(plain) == len(text)
    assert kursk_nlp.normalise_digits(plain) == plain
    restored = kursk_nlp.restore_zwnj(text)
    assert restored.replace("\u200c", "") == text.replace("\u200c", "")
    assert len(kursk_nlp.restore_hamza(text)) == len(text)


def _text(data: bytes) -> None:
    try:
        text = decode(data[1:], "input")
    except InputError:
        text = split(data)[1]
    else:
        assert text.encode() == data[1:], "decoding changed the text"
    view = View(text)
    size, raw = len(view.normal), len(text)
    assert len(view.folded) == size == len(view.offsets.starts) == len(view.offsets.ends)
    last = (0, 0)
    for start, end in zip(view.offsets.starts, view.offsets.ends, strict=True):
        assert 0 <= start < end <= raw, "an offset is outside the text"
        assert start >= last[0], "offsets go backwards"
        assert end >= last[1], "offsets go backwards"
        last = start, end
    tokens, at = view.tokens, 0
    for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        assert at <= start < end <= size
        assert view.folded[start:end] == word
        at = end
    at = 0
    for start, end in view.sentences:
        assert at <= start < end <= size, "sentences overlap"
        assert not view.normal[at:start].strip(), "a sentence was lost"
        at = end
    assert not view.normal[at:].strip(), "a sentence was lost"
    assert View(view.normal).normal == view.normal, "the normal form of a normal form differs"
    assert key(key(text)) == key(text)
    with contextlib.suppress(LanguageError):
        assert tell(text) in ("fa", "ar")


@cache
def _folder() -> Path:
    """A folder of this process, removed when it ends."""
    folder = tempfile.TemporaryDirectory(prefix="fuzz-")
    _KEPT.append(folder)
    return Path(folder.name)


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def _json(data: bytes) -> None:
    choice, content = (data or b"\0")[0], data[1:]
    (_stored, _gold, _label_studio, _brat)[choice & 3](content)


def _stored(content: bytes) -> None:
    try:
        document = Document.from_json(content)
    except (msgspec.MsgspecError, KurskError, UnicodeDecodeError):
        return
    again = document.to_json()
    assert Document.from_json(again) == document
    assert Document.from_json(document.to_json(indent=1)) == document
    document.explain()
    assert isinstance(document.speakers, tuple)
    assert len(document.casualties) + len(document.deployments) == len(document.figures)
    with contextlib.suppress(KurskError):
        compare(document.to_dict(), document.to_dict(), Report())
    json.dumps(label_studio([document]))
    brat(document)


def _compared(gold: dict[str, Any], text: str) -> None:
    report = Report()
    compare(gold, kursk_nlp.load(gold["lang"], "none")(text[:300], id="x").to_dict(), report)
    list(lines(report))
    json.dumps(report.to_dict())


def _gold(content: bytes) -> None:
    gold, _, text = content.partition(BREAK.encode())
    folder = _folder()
    (folder / "x.json").write_bytes(gold)
    (folder / "x.txt").write_bytes(text)
    try:
        _compared(*read_gold(folder / "x.json", folder))
    except KurskError:
        return


def _label_studio(content: bytes) -> None:
    path = _folder() / "export.json"
    path.write_bytes(content)
    try:
        for gold, text in read_label_studio(path):
            _compared(gold, text)
    except KurskError:
        return


def _brat(content: bytes) -> None:
    notes, _, text = content.partition(BREAK.encode())
    path = _folder() / "x.ann"
    path.write_bytes(notes)
    path.with_suffix(".txt").write_bytes(text)
    try:
        _compared(*read_brat(path))
    except KurskError:
        return


KINDS = (".txt", ".jsonl", ".csv", ".html", ".jsonl.gz", ".csv.gz", ".txt.gz", ".ndjson")


def _files(data: bytes) -> None:
    from kursk_nlp.corpus.parallel import read_one
    from kursk_nlp.corpus.reader import Article, count, read

    choice, content = (data or b"\0")[0], data[1:]
    path = _folder() / f"input{KINDS[choice & 7]}"
    path.write_bytes(content)
    count([path])
    for number, found in enumerate(read([path])):
        assert isinstance(found.source, str)
        if isinstance(found, Article):
            assert found.text.strip()
            assert len(found.key) == 32
            found.id.encode(), (found.outlet or "").encode(), (found.url or "").encode()
            if number < 2:
                for table, row in read_one(found, "auto", "crf"):
                    assert table != "errors" or row[4] in ("input",), row  # anything else is a bug
        else:
            assert found.message, found
    if choice & 24 == 8:
        path = path.rename(path.with_name("article.txt"))
        _command(("extract", "explain")[choice >> 5 & 1], str(path))


def _command(*arguments: str) -> None:
    """Runs the command line in this process; it may end in 0, 1 or 2 and in nothing else."""
    from kursk_nlp import cli

    out, wrong, given = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO(), sys.argv
    sys.argv = ["kursk-nlp", *arguments]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(wrong):
            cli.main()
    except SystemExit as end:
        if end.code not in (0, 1, 2, None):
            raise AssertionError(wrong.getvalue()) from end
    finally:
        sys.argv = given


def _articles(lang: str) -> Iterator[str]:
    for path in sorted((FIXTURES / lang).glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def _pieces(*langs: str) -> Iterator[str]:
    """Passages of ours, their lines, and their sentences."""
    for lang in langs:
        for text in _articles(lang):
            yield text
            yield from (line for line in text.split("\n") if line.strip())
            yield from text.replace("\n", " ").split(". ")


def _as_text(*langs: str) -> Callable[[], Iterator[bytes]]:
    def seeds() -> Iterator[bytes]:
        for number, piece in enumerate(_pieces(*langs)):
            yield bytes([number % 8]) + piece.encode()
    return seeds


def _short() -> Iterator[bytes]:
    for number, piece in enumerate(_pieces("fa", "ar")):
        words = piece.split()
        for at in range(0, len(words) - 4, 4):
            yield bytes([number % 8]) + " ".join(words[at:at + 1 + number % 4]).encode()


def _stored_seeds() -> Iterator[bytes]:
    yield b"\0" + sample().to_json().encode()
    for lang in ("fa", "ar"):
        for number, text in enumerate(_articles(lang)):
            document = kursk_nlp.load(lang, "none")(text[:200], id=f"{lang}{number}")
            gold = json.dumps({**document.to_dict(), "file": "x.txt"}, ensure_ascii=False)
            tasks = label_studio([document])
            tasks[0]["annotations"] = tasks[0].pop("predictions")
            yield b"\0" + document.to_json().encode()
            yield b"\1" + (gold + BREAK + text[:200]).encode()
            yield b"\2" + json.dumps(tasks, ensure_ascii=False).encode()
            yield b"\3" + (brat(document) + BREAK + text[:200]).encode()


def _file_seeds() -> Iterator[bytes]:
    import gzip

    for number, text in enumerate((*_articles("fa"), *_articles("ar"))):
        text = text[:500]
        row = {"text": text, "id": number, "published": "2025-03-04", "lang": ("fa", "ar", None)[number % 3], "url": "https://example.org/1"}
        table = json.dumps(row, ensure_ascii=False) + "\n"
        quoted = 'text,id,published\n"' + text.replace('"', '""') + f'",{number},2024-01-02\n'
        page = f'<html lang="fa"><head><title>x</title><meta name="date" content="2024-01-02"></head><body><article><p>{text}</p></article>'
        for kind, content in enumerate((text, table * 2, quoted, page)):
            yield bytes([kind | 8 * (number & 7)]) + content.encode()
        for kind, content in zip((4, 5, 6), (table, quoted, text), strict=True):
            yield bytes([kind]) + gzip.compress(content.encode())


ENTRIES = {
    "fa": Entry(_pipeline("fa"), _as_text("fa")), "ar": Entry(_pipeline("ar"), _as_text("ar")), "parse": Entry(_parse, _short),
    "text": Entry(_text, _as_text("fa", "ar")), "json": Entry(_json, _stored_seeds, "json", 24_000), "files": Entry(_files, _file_seeds)}
