"""``python -m tests.soak [SEED] [SECONDS]``: random articles for as long as wanted, every promise checked on each.

Texts are put together from words of our passages, forms of both lexicons and stray characters, so that rules meet in ways that
nobody thought of. Prints each new failure once, with the language, ``published`` and the text that made it, and ends with 1 if
there was one. The same seed gives the same texts.
"""

from __future__ import annotations

import argparse
import random
import time
import traceback
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import kursk_nlp
from kursk_nlp import Document
from kursk_nlp.rules.lexicon import read_rows

from .marked import FIXTURES
from .test_pipeline import mentions

LAYERS = ("numbers", "dates", "entities", "units", "quotes", "figures")
JOINTS = (" ", " ", " ", "", "، ", "؛ ", ". ", "\n", " و", " «", "» ", '"', " - ", ":", "/", " ( ", ") ", "\u200c")
LOOSE = ("14,000 ۱۴،۰۰۰ ١٤٫٥ 3-1 12/5/2024 ۱۴۰۳/۰۸/۲۴ 05:30 50٪ % ½ F-16 155 هـ ق و ل ب ك س می ها را د. م. (KCNA) a.m. ﷺ ﻻ … ؟ !").split()
#: a text that takes longer than this is a failure (seconds of CPU; the texts are short)
SLOW = 2.0


class Failure(NamedTuple):
    """What went wrong, where in the code, and the input that did it."""

    error: str
    place: str
    lang: str
    published: str | None
    text: str


def vocabulary() -> tuple[list[str], list[str]]:
    """Words of the passages and forms of the lexicons."""
    words = [w for p in sorted(FIXTURES.glob("*/*.txt")) for w in p.read_text(encoding="utf-8").split()]
    tables = [f for code in ("fa", "ar") for f in sorted(Path(str(files("kursk_nlp.lang") / code / "data")).glob("*.tsv"))]
    return words, [part for f in tables for row in read_rows(f) for part in row.form.replace("~", "").split("|") if part]


def texts(seed: int) -> Iterator[tuple[str, str, str | None]]:
    """Language, text, published, without end."""
    chance = random.Random(seed)
    words, forms = vocabulary()
    while True:
        parts: list[str] = []
        for _ in range(chance.choice((1, 2, 3, 5, 8, 13, 40, 120))):
            kind = chance.random()
            if kind < 0.97:
                parts.append(chance.choice(words if kind < 0.45 else forms if kind < 0.82 else LOOSE))
            else:
                parts.append(chr(chance.choice((chance.randrange(0x250), chance.randrange(0x600, 0x700), chance.randrange(0x2000, 0x2070),
                                                chance.randrange(0xFB50, 0xFDFF), 0x1F4A5))))
            parts.append(chance.choice(JOINTS))
        yield chance.choice(("fa", "ar")), "".join(parts), chance.choice((None, "2025-04-28", "0001-01-01", "9999-12-31"))


def check(lang: str, text: str, published: str | None) -> None:
    """Raises ``AssertionError``, or whatever the library raises, where a promise is broken."""
    start = time.process_time()
    doc = kursk_nlp.load(lang)(text, published=published)
    for m in mentions(doc.to_dict()):
        assert 0 <= m["start"] <= m["end"] <= len(text), m
        assert m["text"] == text[m["start"]:m["end"]], m
    for layer in LAYERS:
        starts = [record.start for record in getattr(doc, layer)]
        assert starts == sorted(starts), layer
        assert all(record.rule for record in getattr(doc, layer)), layer
    for number in (*doc.numbers, *(f.number for f in doc.figures)):
        assert number.low is None or number.high is None or number.low <= number.high, number
    for i, figure in enumerate(doc.figures):
        for whole in (figure.part_of, figure.fraction_of):
            assert whole is None or (0 <= whole < len(doc.figures) and whole != i), figure
    for date in doc.dates:
        assert not date.date_start or not date.date_end or date.date_start <= date.date_end, date
    assert Document.from_json(doc.to_json()) == doc
    doc.explain()
    short = text[:60]
    for parsed in (kursk_nlp.parse_number(short, lang), kursk_nlp.parse_date(short, lang, published)):
        assert parsed is None or parsed.text == short[parsed.start:parsed.end], parsed
    assert time.process_time() - start < SLOW, "slow"


def soak(seed: int, seconds: float = float("inf"), count: int | None = None) -> tuple[int, list[Failure]]:
    """How many texts were read in that time (or ``count`` of them), and each kind of failure once."""
    end, done = time.monotonic() + seconds, 0
    seen: dict[tuple[str, str], Failure] = {}
    for lang, text, published in texts(seed):
        if time.monotonic() > end or done == count:
            break
        done += 1
        try:
            check(lang, text, published)
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(frame.filename).name}:{frame.lineno}"
            seen.setdefault((type(error).__name__, place), Failure(f"{type(error).__name__}: {error}"[:300], place, lang, published, text))
    return done, list(seen.values())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__.split("\n", 1)[0])
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("seconds", nargs="?", type=float, default=60)
    options = parser.parse_args()
    done, failures = soak(options.seed, options.seconds)
    for failure in failures:
        print(failure.error, failure.place, failure.lang, failure.published, repr(failure.text), sep="\n  ")
    print(f"{done} texts, {len(failures)} kinds of failure")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
