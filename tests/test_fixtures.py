"""The passages under ``fixtures/`` are what their marked-up sources say, are ours alone, and cover what they should."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kursk_nlp.text.normalise import key

from .marked import FIXTURES, NOISE, Passage, gold, number, parse, passages
from .shared import SHARED, needs_shared

PASSAGES = passages()
GOLD = sorted(FIXTURES.glob("*/*.json"))


def by_name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: by_name(p.path))
def test_text_and_gold_are_what_the_marked_source_says(passage: Passage) -> None:
    for name, content in passage.files().items():
        assert (passage.path.parent / name).read_text(encoding="utf-8") == content, f"run python -m tests.marked to renew {name}"


def test_every_file_has_a_source_and_every_language_enough_of_them() -> None:
    expected = {p.path.parent / name for p in PASSAGES for name in p.files()} | {p.path for p in PASSAGES}
    assert {p for p in FIXTURES.rglob("*") if p.is_file() and "distractors" not in p.parts} == expected
    assert all(n >= 8 for n in Counter(p.lang for p in PASSAGES).values())
    assert {n for p in PASSAGES for n in p.noise} == set(NOISE), "a kind of noise that no passage has"


def spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "start" in value and "text" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from spans(item)


@pytest.mark.parametrize("path", GOLD, ids=by_name)
def test_gold_points_at_its_text(path: Path) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(record["file"]).read_text(encoding="utf-8")
    assert record["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    found = list(spans(record))
    assert found
    for span in found:
        assert text[span["start"]:span["end"]] == span["text"] == span["text"].strip()
    for quote in record["quotes"]:
        assert text[quote["start"]:quote["end"]].startswith(quote["text_head"])
    for i, figure in enumerate(record["figures"]):
        assert figure["part_of"] is None or figure["part_of"] != i


def test_all_outcomes_and_kinds_occur() -> None:
    records = [json.loads(p.read_text(encoding="utf-8")) for p in GOLD]
    for lang in ("fa", "ar"):
        mine = [r for r in records if r["lang"] == lang]
        assert {f["outcome"] for r in mine for f in r["figures"]} == {"killed", "injured", "casualties", "missing", "captured", "displaced",
                                                                      "deployed"}
        assert {q["kind"] for r in mine for q in r["quotes"]} == {"direct", "mixed", "indirect"}
        assert {u["kind"] for r in mine for u in r["units"]} >= {"formation", "service", "armed_group"}
        assert any(not r["figures"] for r in mine), "a passage without any figure is missing"


def test_marks_nest_and_point_at_each_other() -> None:
    text, marks = parse("{M #g|قال} {PER #s|سالم}: «{Q direct sp=s cue=g|سقط "
                        "{F killed >6 #k vic=v|أكثر من 6} {M #v|رجال}، {F killed 2 part=k|طفلان}}»")
    layers = gold(text, marks)
    assert text == "قال سالم: «سقط أكثر من 6 رجال، طفلان»"
    assert layers["figures"][0]["number"] == {"kind": "cardinal", "value": 6, "low": 6, "high": None, "mod": "more_than"}
    assert layers["figures"][1]["part_of"] == 0
    assert layers["quotes"][0]["speaker"] == {"start": 4, "end": 8, "text": "سالم", "name": "سالم"}


@pytest.mark.parametrize(("marked", "message"), [
    ("{LOC|غزة", "never closed"), ("غزة}", "brace too many"), ("{WHAT|غزة}", "no kind of mark"),
    ("{F killed 3 vic=v|ثلاثة}", "no mark bears")])
def test_a_wrong_mark_is_told(marked: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        gold(*parse(marked))


@pytest.mark.parametrize(("value", "low", "high", "mod", "kind"), [
    ("9", 9, 9, None, "cardinal"), ("~14", None, None, "approx", "cardinal"), ("<=12", None, 12, "equal_or_less", "cardinal"),
    ("10..12", 10, 12, None, "range"), ("100+", 100, None, None, "vague"), ("40%", None, None, None, "percent")])
def test_values_are_written_short(value: str, low: int | None, high: int | None, mod: str | None, kind: str) -> None:
    assert {k: number(value)[k] for k in ("low", "high", "mod", "kind")} == {"low": low, "high": high, "mod": mod, "kind": kind}


def runs(text: str) -> set[tuple[str, ...]]:
    words = "".join(c if c.isalnum() else " " for c in key(text)).split()
    return {tuple(words[i:i + 8]) for i in range(len(words) - 7)}


@needs_shared
def test_no_passage_borrows_a_sentence() -> None:
    others = [p for folder in ("seeds", "challenge/texts") for p in (SHARED / folder).glob("*.txt")]
    foreign = set().union(*(runs(p.read_text(encoding="utf-8")) for p in others))
    for path in FIXTURES.glob("*/*.txt"):
        assert not runs(path.read_text(encoding="utf-8")) & foreign, by_name(path)
