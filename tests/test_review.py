"""Documents go out for review and come back as gold: untouched they agree with themselves, touched they say what the reviewer said."""

from __future__ import annotations

import copy
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kursk_nlp
from kursk_nlp import DataError, Document
from kursk_nlp.evaluate import Report, compare, evaluate
from kursk_nlp.export.review import LABELS, brat, config, label_studio, mentions, read_brat, read_label_studio

from .documents import sample
from .marked import FIXTURES


def documents() -> list[Document]:
    nlp = kursk_nlp.load("auto")
    paths = sorted(FIXTURES.glob("[fa][ar]/*.txt"))[::4]
    return [sample(), *(nlp(p.read_text(encoding="utf-8"), published="2024-12-05", id=f"{p.parent.name}-{p.stem}") for p in paths)]


def accepted(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What Label Studio exports when every suggestion is taken over as it is."""
    return [{"id": n, "data": t["data"], "annotations": [{"was_cancelled": False, "result": copy.deepcopy(t["predictions"][0]["result"])}],
             "predictions": []} for n, t in enumerate(tasks)]


def written(folder: Path, tasks: list[dict[str, Any]]) -> Path:
    path = folder / "export.json"
    path.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    return path


def perfect(golds: list[tuple[dict[str, Any], str]], found: list[Document]) -> Report:
    report = Report()
    for (gold, text), document in zip(golds, found, strict=True):
        assert text == document.text
        compare(gold, document.to_dict(), report)
    return report


def test_label_studio_gives_back_what_it_got(tmp_path: Path) -> None:
    found = documents()
    report = perfect(list(read_label_studio(written(tmp_path, accepted(label_studio(found))))), found)
    assert report.slips == []
    assert {s.f1 for s in report.scores["all"].values()} == {1.0}
    assert report.scores["all"]["figures"].gold > 10


def test_brat_gives_back_what_it_got(tmp_path: Path) -> None:
    found = documents()
    for n, document in enumerate(found):
        assert document.text is not None
        (tmp_path / f"{n:03}.txt").write_bytes(document.text.encode())
        (tmp_path / f"{n:03}.ann").write_text(brat(document), encoding="utf-8")
    report = perfect([read_brat(p) for p in sorted(tmp_path.glob("*.ann"))], found)
    assert report.slips == []
    lines = [line.split("\t") for line in (tmp_path / "000.ann").read_text(encoding="utf-8").splitlines()]
    for name, place, text in (line for line in lines if line[0].startswith("T")):
        label, start, end = place.split()
        assert label in LABELS
        assert sample().text[int(start):int(end)] == text, name  # type: ignore[index]


def test_the_interface_knows_every_label_and_only_those() -> None:
    labels = {e.get("value") for e in ElementTree.fromstring(config()).iter("Label")}
    assert labels == set(LABELS)
    assert {label for d in documents() for _, label, _ in mentions(d)} <= labels


Change = Callable[[list[dict[str, Any]]], Any]


def region(result: list[dict[str, Any]], name: str, kind: str) -> dict[str, Any]:
    return next(r["value"] for r in result if r["id"] == name and r["from_name"] == kind)


@pytest.mark.parametrize(("change", "check"), [
    (lambda r: region(r, "figures-0", "label").update(labels=["figure-injured"]), lambda g: g["figures"][0]["outcome"] == "injured"),
    (lambda r: region(r, "units-0", "label").update(labels=["unit-forces"]), lambda g: g["units"][0]["kind"] == "forces"),
    (lambda r: r.append({"id": "new", "from_name": "label", "value": {"start": 0, "end": 4, "text": "قالت", "labels": ["PER"]}}),
     lambda g: [e["text"] for e in g["entities"]] == ["قالت", "حلب"]),
    (lambda r: r.append({"id": "new", "from_name": "label", "value": {"start": 0, "end": 4, "text": "قالت", "labels": ["figure-killed"]}}),
     lambda g: [f["part_of"] for f in g["figures"][1:]] == [None, 1, None]),
    (lambda r: [r.remove(x) for x in [x for x in r if x["id"] == "figures-0"]],
     lambda g: len(g["figures"]) == 2 and g["figures"][0]["part_of"] is None),
])
def test_what_the_reviewer_changes_is_gold(tmp_path: Path, change: Change, check: Callable[[dict[str, Any]], bool]) -> None:
    tasks = accepted(label_studio([sample()]))
    change(tasks[0]["annotations"][0]["result"])
    ((gold, _),) = read_label_studio(written(tmp_path, tasks))
    assert check(gold)


def test_offsets_in_utf16_are_recognised(tmp_path: Path) -> None:
    text = "🕊️ قُتل 12 جنديا في حلب"
    document = kursk_nlp.load("ar")(text, id="x")
    tasks = accepted(label_studio([document]))
    for item in tasks[0]["annotations"][0]["result"]:
        item["value"]["start"] += 1
        item["value"]["end"] += 1
    ((gold, _),) = read_label_studio(written(tmp_path, tasks))
    assert [(f["start"], f["text"]) for f in gold["figures"]] == [(f.start, f.text) for f in document.figures]
    assert gold["figures"]


def test_only_finished_tasks_count_and_the_folder_is_scored(tmp_path: Path) -> None:
    tasks = accepted(label_studio(documents()))
    tasks[1]["annotations"][0]["was_cancelled"] = True
    tasks[2]["annotations"] = []
    report = evaluate(written(tmp_path, tasks))
    assert report.documents == len(tasks) - 2


@pytest.mark.parametrize("content", ["[", '{"a": 1}', '[{"annotations": []}, 3]'])
def test_what_is_no_export_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content)
    with pytest.raises(DataError, match="is no Label Studio export"):
        list(read_label_studio(tmp_path / "x.json"))


def test_a_broken_region_is_told(tmp_path: Path) -> None:
    for change, message in ((lambda v: v.update(start=3, end=5), "says"), (lambda v: v.update(labels=["WHAT"]), "is no label of ours")):
        tasks = accepted(label_studio([sample()]))
        change(region(tasks[0]["annotations"][0]["result"], "figures-0", "label"))
        with pytest.raises(DataError, match=message):
            list(read_label_studio(written(tmp_path, tasks)))
    (tmp_path / "a.ann").write_text("T1\tPER 0 4\tx\n")
    with pytest.raises(DataError, match="is no brat annotation"):
        evaluate(tmp_path)
