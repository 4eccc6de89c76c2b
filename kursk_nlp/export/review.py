"""Documents for review by hand, and the reviewed ones back as gold: Label Studio and brat.

In both a mention is a labelled span (``figure-killed``, ``unit-service``, ``quote-direct``, ``date``, ``PER`` …) that carries its record
as JSON: what the label says wins over the record, so that a wrong outcome is mended by choosing another label, a wrong number by
editing the JSON. Offsets are code points, as brat has them and Label Studio since 2022; those of older versions (UTF-16) are
recognised by the text that stands beside them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args
from xml.sax.saxutils import quoteattr

from .. import limits
from ..errors import DataError
from ..gold import check
from ..schema import Document, Label, Outcome, QuoteKind, UnitKind

#: layer -> the field that its labels say, and what each label stands for
_SAID = {"figures": ("outcome", "figure", get_args(Outcome)), "units": ("kind", "unit", get_args(UnitKind)),
         "quotes": ("kind", "quote", get_args(QuoteKind))}
LABELS: dict[str, tuple[str, dict[str, str]]] = {
    **{f"{name}-{value}": (layer, {field: value}) for layer, (field, name, values) in _SAID.items() for value in values},
    "date": ("dates", {}), **{label: ("entities", {"label": label}) for label in get_args(Label)}}
LAYERS = ("figures", "units", "quotes", "dates", "entities")
Gold = dict[str, Any]


def mentions(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every mention as a name that is its own within the document, a label and its record; ``n`` counts it within its layer."""
    data = document.to_dict()
    for layer in LAYERS:
        for n, record in enumerate(data[layer]):
            field, word, _ = _SAID.get(layer, ("label", "", ()))
            said = f"{word}-{record[field]}" if word else record.get(field, "date")
            yield f"{layer}-{n}", said, {"n": n, **record}


def config() -> str:
    """The labelling interface that Label Studio needs for these tasks, as XML."""
    labels = "".join(f"<Label value={quoteattr(label)}/>" for label in LABELS)
    return (f'<View><Labels name="label" toName="text">{labels}</Labels><View style="direction: rtl">'
            '<Text name="text" value="$text" granularity="word"/></View>'
            '<TextArea name="record" toName="text" perRegion="true" editable="true" maxSubmissions="1" displayMode="region-list"/>'
            "</View>\n")


def label_studio(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """Tasks with predictions to import into Label Studio. The documents must hold their text."""
    tasks = []
    for document in documents:
        result = []
        for name, label, record in mentions(document):
            place = {"start": record["start"], "end": record["end"]}
            result += [
                {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": {**place, "text": record["text"],
                                                                                                  "labels": [label]}},
                {"id": name, "from_name": "record", "to_name": "text", "type": "textarea",
                 "value": {**place, "text": [json.dumps(record, ensure_ascii=False)]}}]
        tasks.append({
            "data": {"text": document.text or "", **{k: getattr(document, k) for k in ("id", "lang", "published", "text_sha256")}},
            "predictions": [{"model_version": "kursk_nlp", "result": result}]})
    return tasks


def read_label_studio(path: Path) -> Iterator[tuple[Gold, str]]:
    """Gold and text of every reviewed task of a Label Studio export (JSON).

    Of several annotations of a task the last counts; one that was cancelled does not, and a task without any is passed over.
    Raises ``DataError`` for a file that is no such export.
    """
    try:
        tasks = json.loads(limits.read_file(path, limits.JSON))
        for task in tasks:
            finished = [a for a in task["annotations"] if not a.get("was_cancelled")]
            if not finished:
                continue
            data = task["data"]
            regions: dict[str, dict[str, Any]] = {}
            for item in finished[-1]["result"]:
                regions.setdefault(item["id"], {})[item["from_name"]] = item["value"]
            found = []
            for name, region in regions.items():
                if "label" in region:
                    value = region["label"]
                    written = (region.get("record") or {}).get("text") or "{}"
                    found.append((value["labels"][0], *_placed(data["text"], value, path), _record(
                        written if isinstance(written, str) else written[-1], name, path)))
            yield _gold(data["id"], data["lang"], data.get("published"), data.get("text_sha256"), data["text"], found, path), data["text"]
    except limits.TooLargeError:
        raise
    except (OSError, KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError, OverflowError) as wrong:
        raise DataError(f"{path} is no Label Studio export of our tasks: {wrong!r}") from None


def brat(document: Document) -> str:
    """The ``.ann`` file of a document: its spans, each with its record as a note. brat writes the text beside it as ``.txt``."""
    about = {k: getattr(document, k) for k in ("id", "lang", "published")}
    lines = [f"#0\tAnnotatorNotes DOCUMENT\t{json.dumps(about, ensure_ascii=False)}"]
    for n, (_, label, record) in enumerate(mentions(document), 1):
        text = " ".join(record["text"].split("\n"))
        lines += [f"T{n}\t{label} {record['start']} {record['end']}\t{text}",
                  f"#{n}\tAnnotatorNotes T{n}\t{json.dumps(record, ensure_ascii=False)}"]
    return "\n".join(lines) + "\n"


def read_brat(path: Path) -> tuple[Gold, str]:
    """Gold and text of an ``.ann`` file with its ``.txt`` beside it. Raises ``DataError`` where it cannot be read."""
    spans: dict[str, tuple[str, int, int]] = {}
    notes: dict[str, str] = {}
    try:
        text = limits.read_file(path.with_suffix(".txt"), limits.ARTICLE).decode("utf-8")
        for line in limits.read_file(path, limits.JSON).decode("utf-8").splitlines():
            name, _, rest = line.partition("\t")
            if name.startswith("T"):
                label, start, *_, end = rest.partition("\t")[0].replace(";", " ").split()
                spans[name] = (label, int(start), int(end))
            elif name.startswith("#"):
                target, _, note = rest.partition("\t")
                notes[target.split()[1]] = note
        about = json.loads(notes.get("DOCUMENT", "{}"))
        found = [(label, start, end, _record(notes.get(name, "{}"), name, path)) for name, (label, start, end) in spans.items()]
        return _gold(about["id"], about["lang"], about.get("published"), None, text, found, path), text
    except limits.TooLargeError:
        raise
    except (OSError, KeyError, TypeError, ValueError, IndexError, RecursionError) as wrong:
        raise DataError(f"{path} is no brat annotation of our documents: {wrong!r}") from None


def _placed(text: str, value: Mapping[str, Any], path: Path) -> tuple[int, int]:
    """The span of a region in code points."""
    start, end, said = int(value["start"]), int(value["end"]), value.get("text")
    if said is None or text[start:end] == said:
        return start, end
    wide = text.encode("utf-16-le")
    try:
        first, last = (len(wide[:2 * at].decode("utf-16-le")) for at in (start, end))
    except UnicodeDecodeError:
        first, last = start, end
    if " ".join(text[first:last].split()) != " ".join(str(said).split()):
        raise DataError(f"{path}: a region at {start}:{end} says {said!r}, but the text there is {text[start:end]!r}")
    return first, last


def _record(written: str, name: str, path: Path) -> dict[str, Any]:
    try:
        record = json.loads(written)
    except ValueError as wrong:
        raise DataError(f"{path}: the record of {name} is no JSON: {wrong}") from None
    if not isinstance(record, dict):
        raise DataError(f"{path}: the record of {name} is no JSON object: {written[:60]!r}")
    return record


#: what a mention that a reviewer added says where its record is empty
_BLANK: dict[str, Callable[[], dict[str, Any]]] = {
    "figures": lambda: {"number": {"kind": "cardinal", "value": None, "low": None, "high": None, "mod": None}, "sources": [],
                        "status": "asserted"},
    "dates": lambda: {"type": "DATE", "value": None}, "quotes": lambda: {"speaker": None, "cue": None, "sources": []},
    "units": dict, "entities": dict}


def _gold(id: str, lang: str, published: str | None, digest: str | None, text: str,
          found: list[tuple[str, int, int, dict[str, Any]]], path: Path) -> Gold:
    """Gold in the form that ``evaluate`` reads, its lists in order and its links renumbered."""
    layers: dict[str, list[dict[str, Any]]] = {layer: [] for layer in LAYERS}
    for label, start, end, record in found:
        if label not in LABELS:
            raise DataError(f"{path}: {label!r} is no label of ours; the labels are {', '.join(LABELS)}")
        layer, said = LABELS[label]
        layers[layer].append({**_BLANK[layer](), **record, **said, "start": start, "end": end, "text": text[start:end]})
    gold: Gold = {"id": id, "file": f"{id}.txt", "lang": lang, "published": published}
    if digest:
        gold["text_sha256"] = digest
    gold |= {layer: sorted(records, key=lambda r: (r["start"], r["end"])) for layer, records in layers.items()}
    old = {record["n"]: new for new, record in enumerate(gold["figures"]) if "n" in record}
    for figure in gold["figures"]:
        for link in ("part_of", "fraction_of"):
            if figure.get(link) is not None:
                figure[link] = old.get(figure[link])
        if isinstance(figure.get("place"), dict):
            figure["place"] = figure["place"].get("text")
    check(gold, path)
    return gold
