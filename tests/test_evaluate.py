"""The scorer: a perfect reading scores 1, and every way to be wrong is seen."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from kursk_nlp import DataError
from kursk_nlp.evaluate import Report, compare, days, evaluate, lines, match, shared

from .marked import FIXTURES, gold, parse

MARKED = ("{M #c|قال} {PER #s|سالم} إن {Q indirect sp=s cue=c|{F killed >6 #k src=s vic=v c=SY role=military at=p cum|أكثر من 6} "
          "{M #v|جنود} و{F injured 2 part=k src=s|اثنين} سقطوا في {LOC #p|حلب} {D 2024-08|في آب 2024}}. "
          "{U formation c=SY d=4 echelon=division|الفرقة 4} و{U forces c=SY|قوات الحكومة}: «{Q direct|سنعود}».")


def perfect() -> tuple[dict[str, Any], dict[str, Any]]:
    text, marks = parse(MARKED)
    layers = gold(text, marks)
    found = copy.deepcopy(layers)
    for figure in found["figures"]:
        if figure["place"]:
            figure["place"] = {"text": figure["place"], "name": figure["place"]}
    return {"id": "g", "lang": "ar", **layers}, found


def scored(change: Any = None) -> Report:
    wanted, found = perfect()
    if change:
        change(found)
    report = Report()
    compare(wanted, found, report)
    return report


def test_a_perfect_reading_scores_one_everywhere() -> None:
    report = scored()
    assert {s.f1 for s in report.scores["all"].values()} == {1.0}
    assert all(s.gold for s in report.scores["all"].values())
    assert all(r.right == r.of > 0 for r in report.rates["ar"].values())
    assert set(report.rates["ar"]) >= {f"figures: {a}" for a in ("country", "role", "source", "status", "place", "cumulative", "part_of",
                                                                 "fraction_of")}
    assert report.slips == []


def drop(layer: str) -> Any:
    return lambda found: found[layer].pop(0)


def put(layer: str, name: str, value: Any, index: int = 0) -> Any:
    return lambda found: found[layer][index].__setitem__(name, value)


@pytest.mark.parametrize(("change", "measure", "signs"), [
    (drop("figures"), "figures", "-~"),
    (put("figures", "outcome", "injured"), "figures", "-+~"),
    (lambda f: f["figures"][0]["number"].update(value=7), "figures", "-+~"),
    (lambda f: f["figures"][0]["number"].update(low=None), "figures", "-+~"),
    (put("units", "end", 1000), "units", "-+"),
    (put("quotes", "speaker", None), "quotes, indirect", "-+"),
    (put("dates", "value", "2024-09"), "dates", "-+"),
    (put("entities", "label", "ORG"), "names", "-+"),
    (lambda f: f["entities"].append({**f["entities"][0], "start": 1000, "end": 1003}), "names", "+"),
])
def test_what_is_missed_or_made_up_costs(change: Any, measure: str, signs: str) -> None:
    report = scored(change)
    assert report.scores["ar"][measure].f1 < 1
    assert {s.sign for s in report.slips} == set(signs)
    assert all(line.startswith("g ") for line in lines(report))


@pytest.mark.parametrize(("change", "attribute"), [
    (put("figures", "country", "IQ"), "country"), (put("figures", "role", None), "role"), (put("figures", "sources", []), "source"),
    (put("figures", "status", "denied"), "status"), (put("figures", "cumulative", False), "cumulative"),
    (put("figures", "part_of", None, 1), "part_of"), (put("figures", "part_of", 1, 0), "part_of"),
    (put("figures", "fraction_of", 0, 1), "fraction_of"), (put("figures", "place", None), "place")])
def test_a_wrong_attribute_is_a_lower_rate_and_a_slip(change: Any, attribute: str) -> None:
    report = scored(change)
    rate = report.rates["ar"][f"figures: {attribute}"]
    assert rate.right == rate.of - 1
    assert [s.sign for s in report.slips] == ["~"]
    assert report.scores["ar"]["figures"].f1 == 1


def test_a_layer_without_gold_is_not_scored() -> None:
    wanted, found = perfect()
    del wanted["quotes"]
    report = Report()
    compare(wanted, found, report)
    assert not any(name.startswith("quotes") for name in report.scores["all"])


def test_pairs_are_one_to_one_and_the_best_overlap_wins() -> None:
    wanted, found = [{"start": 0, "end": 10}], [{"start": 0, "end": 4}, {"start": 0, "end": 9}]
    assert match(wanted, found, lambda g, f: shared(g, f) > 0) == {0: 1}
    assert shared({"start": 0, "end": 2}, {"start": 2, "end": 4}) == 0


@pytest.mark.parametrize(("fact", "covered"), [
    ({"value": "2024"}, ("2024-01-01", "2024-12-31")), ({"value": "2024-02"}, ("2024-02-01", "2024-02-29")),
    ({"value": "2024-02-03"}, ("2024-02-03", "2024-02-03")), ({"value": "2025-W01"}, ("2024-12-30", "2025-01-05")),
    ({"value": "2024-03-20/2025-03-20"}, ("2024-03-20", "2025-03-20")), ({"value": "P3D"}, None), ({"value": None}, None),
    ({"value": "x", "date_start": "2024-01-01", "date_end": "2024-01-02"}, ("2024-01-01", "2024-01-02"))])
def test_the_days_that_a_date_covers(fact: dict[str, Any], covered: tuple[str, str] | None) -> None:
    assert days(fact) == covered


def test_a_folder_of_gold_is_read_by_language() -> None:
    report = evaluate(FIXTURES / "ar", FIXTURES / "ar", lang="ar")
    assert report.documents == len(list((FIXTURES / "ar").glob("*.json")))
    assert set(report.scores) == {"ar", "all"}
    assert json.loads(json.dumps(report.to_dict()))["documents"] == report.documents


def test_gold_that_does_not_fit_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="holds 0 gold documents"):
        evaluate(tmp_path, tmp_path)
    (tmp_path / "a.json").write_text("[]")
    with pytest.raises(DataError, match="is no gold file"):
        evaluate(tmp_path, tmp_path)
    (tmp_path / "a.json").write_text('{"id": "a", "file": "a.txt", "lang": "fa", "text_sha256": "0"}')
    with pytest.raises(DataError, match="cannot be read"):
        evaluate(tmp_path, tmp_path)
    (tmp_path / "a.txt").write_text("متن", encoding="utf-8")
    with pytest.raises(DataError, match="another text"):
        evaluate(tmp_path, tmp_path)


def test_gold_without_texts_asks_for_their_folder() -> None:
    with pytest.raises(DataError, match="which does not hold its texts: name the folder of the texts too"):
        evaluate(FIXTURES / "fa")
