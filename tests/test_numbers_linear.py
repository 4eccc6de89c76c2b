"""Long and hostile strings cost time in proportion to their length, and nothing else."""

from __future__ import annotations

import time

import pytest

from kursk_nlp import lang
from kursk_nlp.extract import numbers
from kursk_nlp.extract.draft import Draft
from kursk_nlp.text.view import View

BAIT = ["1", "و", "و ", "1 ", "1,", "1-", "111 ", "هزار و ", "خمسة و", "صد", "بین 5 ", "بين خمسة و", "تجاوز العدد 5 ",
        "حدود ", "ثلاثة آلاف و", "%5", "«5"]


def cost(text: str, code: str, runs: int = 2) -> float:
    """Seconds to read the numbers of a text, from the raw string on; the best of some runs."""
    language = lang.get(code)
    best = 99.0
    for _ in range(runs):
        start = time.process_time()
        view = View(text)
        numbers.find(Draft(view, language.lexicon.scan(view), code), language.numbers)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("code", ["fa", "ar"])
@pytest.mark.parametrize("bait", BAIT)
def test_four_times_the_text_costs_about_four_times_the_time(bait: str, code: str) -> None:
    short = cost((bait * 3000)[:3000], code)
    long = cost((bait * 12000)[:12000], code)
    assert long < 0.03 or long / max(short, 1e-3) < 10


@pytest.mark.parametrize(("bait", "code"), [("1", "ar"), ("و", "ar"), ("۱", "fa")])
def test_ten_megabytes_of_one_character_end(bait: str, code: str) -> None:
    text = bait * (10_000_000 // len(bait.encode()))
    assert cost(text, code, runs=1) < 60
