"""``python -m tests.bench [--json] [ARTICLE ...]``: what import, load and each stage cost.

Times of one machine say little, so every stage is also given as a ratio to one regex tokenisation pass over the same articles,
measured in the same run. Articles default to the real ones (``KURSK_SHARED``) where they are found, else to ``fixtures/``.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kursk_nlp import lang, load, taggers
from kursk_nlp.extract import article, dates, figures, names, numbers, quotes, units
from kursk_nlp.extract.draft import Draft
from kursk_nlp.text.language import tell
from kursk_nlp.text.tokens import Tokens
from kursk_nlp.text.view import View

from ..marked import FIXTURES
from ..shared import SHARED

REPEATS = 15


def process_seconds(code: str) -> float:
    """Median wall time of a fresh Python that runs ``code``."""
    def once() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - start
    return statistics.median(once() for _ in range(5))


def stages(text: str) -> dict[str, float]:
    """Seconds that each stage takes for one text, in the order of the corridor."""
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], object]) -> object:
        start = time.perf_counter()
        result = work()
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - start
        return result

    code = timed("tell language", lambda: tell(text))
    language = lang.get(str(code))
    view = View("")
    view = timed("normalise", lambda: View(text))  # type: ignore[assignment]
    timed("tokens, sentences", lambda: (view.tokens, view.sentences))
    draft = Draft(view, timed("lexicon scan", lambda: language.lexicon.scan(view)), str(code))  # type: ignore[arg-type]
    timed("article", lambda: article.read(draft, language.article))
    for layer, room in (("numbers", numbers), ("dates", dates), ("entities", names), ("units", units), ("quotes", quotes),
                        ("figures", figures)):
        frames = getattr(language, "names" if layer == "entities" else layer)
        more = (taggers.get("crf", str(code)),) if layer == "entities" else ()
        setattr(draft, layer, timed(layer, lambda room=room, given=(frames, *more): room.find(draft, *given)))  # type: ignore[misc]
        if layer == "dates":
            draft.numbers = numbers.outside(draft.numbers, draft.dates)
    timed("whole pipeline", lambda: load(str(code))(text))
    return spent


def measure(texts: list[str]) -> dict[str, object]:
    """All figures as JSON types; times in milliseconds."""
    bare = process_seconds("pass")
    imported = process_seconds("import kursk_nlp")
    loads = {code: process_seconds(f"import kursk_nlp; kursk_nlp.load({code!r})") for code in lang.LANGUAGES}
    for text in texts:
        stages(text)  # warm
    rows: dict[str, list[float]] = {}
    for _ in range(REPEATS):
        for name in (totals := [stages(t) for t in texts])[0]:
            rows.setdefault(name, []).append(sum(t[name] for t in totals) / len(texts))
    folded = [View(t).folded for t in texts]

    def tokenise() -> float:
        start = time.perf_counter()
        for text in folded:
            Tokens(text)
        return (time.perf_counter() - start) / len(folded)
    unit = statistics.median(tokenise() for _ in range(REPEATS))
    medians = {name: statistics.median(v) for name, v in rows.items()}
    table = {name: {"ms": round(1000 * s, 3), "ratio": round(s / unit, 2)} for name, s in medians.items()}
    return {
        "articles": len(texts), "characters": round(sum(map(len, texts)) / len(texts)),
        "import ms over bare python": round(1000 * (imported - bare), 1),
        "load ms": {code: round(1000 * (seconds - imported), 1) for code, seconds in loads.items()},
        "tokenisation ms": round(1000 * unit, 3), "stages, per article": table,
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.split("\n", 1)[0])
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    paths = options.articles or sorted((SHARED / "seeds").glob("*.txt")) or sorted(FIXTURES.glob("*/*.txt"))
    result = measure([p.read_text(encoding="utf-8") for p in paths])
    if options.json:
        print(json.dumps(result, indent=1))
        return
    for name, value in result.items():
        if name != "stages, per article":
            print(f"{name}: {value}")
    print(f"\n{'stage':20} {'ms':>9} {'× tokenisation':>15}")
    for name, row in result["stages, per article"].items():  # type: ignore[attr-defined]
        print(f"{name:20} {row['ms']:9.3f} {row['ratio']:15.2f}")


if __name__ == "__main__":
    main()
