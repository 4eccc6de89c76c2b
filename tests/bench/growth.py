"""What twice the text costs: from 1 KB to 4 MB of UTF-8, each stage by itself.

The collector of garbage rests while a size is measured (it runs at moments of its own, which would blur one doubling and not the
next); the whole pipeline with the collector at work is given beside it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import pairwise

import kursk_nlp
from kursk_nlp.text.language import tell

from ..generated import articles
from .stages import STAGES, clock, stages

#: below this many bytes fixed costs rule and a ratio says nothing of growth
TELLING = 64 * 1024


def texts(code: str, largest: int) -> Iterator[tuple[int, str]]:
    """Texts of 1 KB, 2 KB, … up to ``largest`` bytes, made of our own sentences in ever new order."""
    size, body = 1024, ""
    parts = (row["text"] for seed in range(10_000) for row in articles(100, seed) if tell(row["text"]) == code)
    held: list[str] = []
    total = 0
    while size <= largest:
        while total < size:
            held.append(next(parts))
            total += len(held[-1].encode()) + 1
        body = "\n".join(held).encode()[:size].decode(errors="ignore")
        yield size, body
        size *= 2


def measure(code: str, largest: int, tagger: str = "crf") -> list[dict[str, float]]:
    """For each size: bytes, CPU seconds of each stage, of all of them, and of the pipeline with the collector at work."""
    rows: list[dict[str, float]] = []
    nlp = kursk_nlp.load(code, tagger)
    for size, text in texts(code, largest):
        if not rows:
            stages(text, tagger, code)  # warm
        gc.collect()
        gc.disable()
        try:
            spent = stages(text, tagger, code)
        finally:
            gc.enable()
        rows.append({"bytes": size, **{name: spent[name].cpu for name in STAGES}, "all stages": sum(s.cpu for s in spent.values()),
                     "pipeline": clock(lambda text=text: nlp(text))[1].cpu})  # type: ignore[misc]
    return rows


def ratios(rows: list[dict[str, float]]) -> dict[str, list[float]]:
    """How many times more each stage costs at each doubling, from ``TELLING`` bytes on."""
    telling = [row for row in rows if row["bytes"] >= TELLING]
    return {name: [round(b[name] / max(a[name], 1e-9), 2) for a, b in pairwise(telling)]
            for name in rows[0] if name not in ("bytes", "tell language")}  # the language is told from the first 20,000 characters


def overall(rows: list[dict[str, float]]) -> dict[str, float]:
    """The mean ratio of a doubling over all of them, for each stage: above 2 it grows faster than the text."""
    telling = [row for row in rows if row["bytes"] >= TELLING]
    steps = len(telling) - 1
    return {name: round((telling[-1][name] / max(telling[0][name], 1e-9)) ** (1 / steps), 2) if steps > 0 else 0.0
            for name in rows[0] if name not in ("bytes", "tell language")}
