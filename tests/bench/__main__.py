"""``python -m tests.bench [--json FILE] [--page FILE] [--largest KB] [ARTICLE ...]``: what reading costs, beside what others cost.

Prints tables: each stage of the corridor, the whole pipeline with each tagger, other packages over the same texts, import and load,
memory, articles a second, and growth with the length of the text. Times of one machine say little, so each is also a ratio to one
regex tokenisation pass over the same articles in the same run. CPU times are the cheapest of several rounds. Articles default to the
real ones (``KURSK_SHARED``: seeds and challenge passages) where they are found, else to ``fixtures/``. A tagger or package that is not
there is reported as such. ``--page`` writes the same tables as Markdown (``docs/benchmark.md``).
"""

from __future__ import annotations

import argparse
import json
import os
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import kursk_nlp
from kursk_nlp import KurskError, lang, taggers
from kursk_nlp.text.language import tell

from ..generated import articles
from ..marked import FIXTURES
from ..shared import SHARED
from . import fresh, growth, page, peers
from .stages import FLOOR, STAGES, Spent, best, clock

REPEATS = 9


def lowest(work: Any, texts: list[str], repeats: int) -> Spent:
    """The cheapest of some rounds of ``work`` over all texts; the first round, which warms, does not count."""
    rounds = [clock(lambda: [work(t) for t in texts])[1] for _ in range(repeats + 1)][1:]
    return Spent(min(r.cpu for r in rounds), min(r.wall for r in rounds))


def row(spent: Spent, unit: float, count: int) -> dict[str, Any]:
    return {"cpu ms": round(1000 * spent.cpu / count, 3), "wall ms": round(1000 * spent.wall / count, 3),
            "× tokenisation": round(spent.cpu / unit, 2)}


def corridor(texts: list[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    """Each stage without a tagger, then the pipeline with each tagger that there is; ratios to one tokenisation pass."""
    spent = best(texts, REPEATS)
    unit = spent[FLOOR].cpu
    table = {name: row(spent[name], unit, len(texts)) for name in STAGES}
    for tagger in taggers.TAGGERS:
        try:
            pipelines = {code: kursk_nlp.load(code, tagger) for code in lang.LANGUAGES}
            found = lowest(lambda pair, at=pipelines: at[pair[0]](pair[1]), texts, REPEATS if tagger != "stanza" else 2)  # type: ignore[misc,arg-type]
            table[f"pipeline, tagger {tagger}"] = row(found, unit, len(texts))
        except KurskError as error:
            table[f"pipeline, tagger {tagger}"] = {"note": str(error)}
    return table


def others(texts: list[tuple[str, str]]) -> dict[str, list[dict[str, Any]]]:
    """For each language: the pipeline without and with the default tagger, and each peer, as times and ratios to search_dates."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for code in lang.LANGUAGES:
        mine = [t for c, t in texts if c == code]
        unit = best([(code, t) for t in mine], 3)[FLOOR].cpu
        rows: list[dict[str, Any]] = [
            {"what": f"kursk_nlp, tagger {tagger}", "asked": "everything"}
            | row(lowest(kursk_nlp.load(code, tagger), mine, 5), unit, len(mine)) for tagger in ("none", "crf")]
        for peer, state, read in peers.ready(code):
            about = {"what": f"{peer.package} {state}" if read else peer.package, "asked": peer.asked}
            try:
                rows.append(about | (row(lowest(read, mine, 2), unit, len(mine)) if read else {"note": state}))
            except Exception as error:  # another package's bug is a line of the table
                rows.append(about | {"note": f"{type(error).__name__}: {error}"})
        floor = next((r["cpu ms"] for r in rows if r["what"].startswith("dateparser") and "cpu ms" in r), None)
        for r in rows:
            if floor and "cpu ms" in r:
                r["× search_dates"] = round(r["cpu ms"] / floor, 2)
        tables[code] = rows
    return tables


def _read(text: str) -> int:
    return len(kursk_nlp.load("auto")(text).figures)


def throughput(count: int = 400) -> dict[str, float]:
    """Articles a second, default tagger, with one and with two processes that are warm."""
    texts = [a["text"] for a in articles(count)]
    out = {}
    for jobs in (1, 2):
        with ProcessPoolExecutor(jobs) as pool:
            list(pool.map(_read, texts[:40] * jobs, chunksize=20))
            start = time.perf_counter()
            list(pool.map(_read, texts, chunksize=20))
            out[f"{jobs} process{'es' if jobs > 1 else ''}"] = round(count / (time.perf_counter() - start), 1)
    return out


def measure(texts: list[str], largest: int) -> dict[str, Any]:
    """All figures as JSON types."""
    pairs = [(tell(t), t) for t in texts]
    sample = min((p for p in FIXTURES.glob("*/*.txt")), key=str)
    result: dict[str, Any] = {
        "machine": page.machine(), "articles": len(texts), "characters": round(sum(map(len, texts)) / len(texts)),
        "load at start": round(os.getloadavg()[0], 1),
        "stages": corridor(pairs), "others": others(pairs),
        "fresh": {f"{code}, {tagger}": fresh.steps(code, tagger, str(sample)) for code in lang.LANGUAGES for tagger in ("none", "crf")},
        "articles a second": throughput()}
    if largest:
        rows = {code: growth.measure(code, largest * 1024) for code in lang.LANGUAGES}
        result["growth"] = {code: {"rows": r, "ratios": growth.ratios(r), "mean ratio": growth.overall(r)} for code, r in rows.items()}
    return result


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.split("\n", 1)[0])
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--json", type=Path, help="write all figures here")
    parser.add_argument("--page", type=Path, help="write the tables here, as Markdown")
    parser.add_argument("--largest", type=int, default=4096, metavar="KB", help="the longest text for growth; 0 leaves it out")
    options = parser.parse_args()
    real = [p for folder in ("seeds", "challenge/texts") for p in sorted((SHARED / folder).glob("*.txt"))]
    paths = options.articles or real or sorted(FIXTURES.glob("*/*.txt"))
    result = measure([p.read_text(encoding="utf-8") for p in paths], options.largest)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    written = page.write(result)
    if options.page:
        options.page.write_text(written, encoding="utf-8")
    print(written)


if __name__ == "__main__":
    main()
