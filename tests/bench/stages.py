"""The corridor of ``pipeline``, stage by stage, with a clock at each door."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, NamedTuple

from kursk_nlp import lang, taggers
from kursk_nlp.extract import article, dates, figures, names, numbers, quotes, units
from kursk_nlp.extract.draft import Draft
from kursk_nlp.pipeline import _document
from kursk_nlp.text.language import tell
from kursk_nlp.text.tokens import Tokens
from kursk_nlp.text.view import View

#: the floor that every stage is compared with: one pass of a regex over the folded text, kept as lists
FLOOR = "tokenisation"
STAGES = (FLOOR, "tell language", "normalise", "tokens, sentences", "lexicon scan", "article", "numbers", "dates", "entities", "units",
          "quotes", "figures", "document")


class Spent(NamedTuple):
    """Seconds of this process's CPU, and on the wall."""

    cpu: float = 0.0
    wall: float = 0.0

    def plus(self, other: Spent) -> Spent:
        return Spent(self.cpu + other.cpu, self.wall + other.wall)


def clock(work: Callable[[], Any]) -> tuple[Any, Spent]:
    """What ``work`` gives, and what it cost."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Spent(time.process_time() - cpu, time.perf_counter() - wall)


def stages(text: str, tagger: str = "none", code: str = "") -> dict[str, Spent]:
    """What each of ``STAGES`` costs for one text; ``code`` is its language where it need not be told."""
    spent: dict[str, Spent] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        result, spent[name] = clock(work)
        return result

    told = timed("tell language", lambda: tell(text))
    code = code or told
    language = lang.get(code)
    view: View = timed("normalise", lambda: View(text))
    timed(FLOOR, lambda: Tokens(view.folded))
    timed("tokens, sentences", lambda: (view.tokens, view.sentences))
    draft = Draft(view, timed("lexicon scan", lambda: language.lexicon.scan(view)), code)
    timed("article", lambda: article.read(draft, language.article))
    draft.numbers = timed("numbers", lambda: numbers.find(draft, language.numbers))
    draft.dates = timed("dates", lambda: dates.find(draft, language.dates))
    draft.numbers = numbers.outside(draft.numbers, draft.dates)
    draft.entities = timed("entities", lambda: names.find(draft, language.names, taggers.get(tagger, code)))
    draft.units = timed("units", lambda: units.find(draft, language.units))
    draft.quotes = timed("quotes", lambda: quotes.find(draft, language.quotes))
    draft.figures = timed("figures", lambda: figures.find(draft, language.figures))
    timed("document", lambda: _document(draft, ""))
    return spent


def best(texts: list[tuple[str, str]], repeats: int, tagger: str = "none") -> dict[str, Spent]:
    """The cheapest of ``repeats`` rounds over (language, text) pairs, for each stage: what else a machine does only adds to a time."""
    found: dict[str, Spent] = {}
    for _ in range(repeats + 1):
        totals = dict.fromkeys(STAGES, Spent())
        for code, text in texts:
            for name, spent in stages(text, tagger, code).items():
                totals[name] = totals[name].plus(spent)
        if not found:  # the first round warms caches
            found = dict.fromkeys(STAGES, Spent(float("inf"), float("inf")))
            continue
        found = {name: min(found[name], totals[name]) for name in STAGES}
    return found
