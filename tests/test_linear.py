"""Twice the text costs about twice the time, whole pipeline and each stage, on text made to be worse than any article.

``python -m tests.test_linear [CHARACTERS]`` doubles up to so many characters and prints every ratio.
"""

from __future__ import annotations

import gc
import sys
from itertools import pairwise

import pytest

import kursk_nlp
from kursk_nlp.rules.lexicon import Hit, Hits
from kursk_nlp.text.sentences import LONGEST
from kursk_nlp.text.view import View

from .bench.stages import STAGES, stages
from .marked import FIXTURES


def _passages(code: str) -> str:
    return " ".join(" ".join(p.read_text(encoding="utf-8").split()) for p in sorted((FIXTURES / code).glob("*.txt")))


def baits(code: str) -> dict[str, str]:
    """What is repeated, by name: lists that never end, quotation marks without number, one name, no stop, one line."""
    plain = _passages(code)
    fa = code == "fa"
    return {
        "one line": plain + " ", "no stops": "".join(c for c in plain if c not in ".،؛؟!:") + " ",
        "a word a line": plain.replace(" ", "\n"), "quotes": "او گفت: «سه نفر کشته شدند» " if fa else "وقال سامي: «قتل ثلاثة جنود» ",
        "straight quotes": 'گفت "نه" ' if fa else 'قال "لا" ',
        "open quotes": "گفت: « " if fa else "قال: « ", "one name": "ولادیمیر پوتین " if fa else "فلاديمير بوتين ",
        "name and verb": "ولادیمیر پوتین گفت. " if fa else "قال فلاديمير بوتين. ", "digits": "من 1234567890", "numbers": "من 12 345 6,789 ",
        "dates": "۱۲ مهر ۱۴۰۳ روز جمعه " if fa else "12 يونيو 2024 يوم الجمعة ",
        "units": "لشکر ۲۷ ارتش و " if fa else "اللواء 155 في الجيش و",
        "figures": "۱۲ نفر کشته و ۳۰ نفر زخمی شدند و " if fa else "مقتل 12 شخصا وإصابة 30 آخرين و",
        "outlets": "به گزارش رویترز " if fa else "بحسب رويترز ", "said": "او گفت که " if fa else "وقال إن ", "brackets": "(من(",
        "one word": "کشته" if fa else "قتل"}


def cost(code: str, bait: str, size: int, runs: int = 1) -> dict[str, float]:
    """CPU seconds of every stage for so many characters, the lowest of some runs; the collector rests."""
    low: dict[str, float] = {}
    for _ in range(runs):
        gc.collect()
        gc.disable()
        try:
            spent = stages((bait * (size // len(bait) + 1))[:size], "crf", code)
        finally:
            gc.enable()
        low = {name: min(low.get(name, 9e9), spent[name].cpu) for name in STAGES}
    return low


@pytest.mark.parametrize(("code", "bait"), [("ar", "وزارة الدفاع الروسية وإيران و"), ("fa", "وزارت دفاع روسیه و ایران و ")])
def test_what_is_looked_at_around_a_name_lies_near_it(code: str, bait: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked, within = 0, Hits.within

    def counted(self: Hits, start: int, end: int, *tags: str) -> list[Hit]:
        nonlocal looked
        found = within(self, start, end, *tags)
        looked += len(found)
        return found

    monkeypatch.setattr(Hits, "within", counted)
    names = kursk_nlp.load(code)(bait * 500).entities
    assert len(names) >= 500
    assert looked < 20 * len(names)


#: four times the text may cost six times as much, which leaves room for a busy machine; the square of it would be sixteen
TIMES, ROOM = 4, 6.5


@pytest.mark.parametrize("code", ["fa", "ar"])
@pytest.mark.parametrize("name", ["no stops", "straight quotes", "one name", "figures"])
def test_four_times_the_text_costs_about_four_times_the_time(code: str, name: str) -> None:
    bait = baits(code)[name]
    small, large = 2 * LONGEST, 2 * LONGEST * TIMES
    worst: dict[str, float] = {}
    for _ in range(3):
        short, long = cost(code, bait, small), cost(code, bait, large)
        worst = {s: round(long[s] / short[s], 1) for s in STAGES if long[s] > max(0.02, ROOM * short[s])}
        if not worst:
            return
    pytest.fail(f"{TIMES} times the text cost so many times as much: {worst}")


def test_text_without_stops_is_cut_where_it_seems_best() -> None:
    word = "قتل "
    for text, ends in (("،".join([word * 200] * 9), "،"), (word * 3000, "ل"), ("ق" * 20_000, "ق"), ("؛".join([word * 500] * 5), "؛")):
        view = View(text)
        spans = view.sentences
        assert len(spans) > 2
        assert all(0 < end - start <= LONGEST for start, end in spans)
        assert all(a[1] <= b[0] and not view.normal[a[1]:b[0]].strip() for a, b in pairwise(spans)), "nothing is lost between two"
        assert all(view.normal[end - 1] == ends for _, end in spans[:-1])
        assert (spans[0][0], spans[-1][1]) == (0, len(view.normal.rstrip()))


def test_a_long_sentence_is_left_alone() -> None:
    text = "قتل جندي و" * (LONGEST // 10)
    assert len(View(text).sentences) == 1


def main() -> None:
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 64_000
    for code in ("fa", "ar"):
        for name, bait in baits(code).items():
            sizes = [largest >> n for n in (3, 2, 1, 0)]
            rows = [cost(code, bait, size) for size in sizes]
            whole = [round(sum(b.values()) / sum(a.values()), 2) for a, b in pairwise(rows)]
            worst = {s: round(b[s] / a[s], 2) for a, b in pairwise(rows) for s in STAGES if b[s] > 0.05 and b[s] > 2.2 * a[s]}
            seconds = sum(rows[-1].values())
            print(f"{code} {name}: {seconds:.2f} s for {largest:,} characters; doublings {whole}; above 2.2: {worst}", flush=True)


if __name__ == "__main__":
    main()
