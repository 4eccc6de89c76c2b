"""How well articles are read: found mentions against stand-off gold.

Gold is one JSON file an article, in the form of the schema, with the layers that were annotated (a layer left out is not
scored); ``file`` names the text it was made for and ``text_sha256`` ties it to that text. Spans are code points of it.

A mention counts as found when a gold mention fits it: figures by overlap, value and outcome; units by half their span; marked
quotes by four fifths of it and their speaker, indirect ones by half and their speaker; dates by overlap and the days that they
mean; names by overlap and label (``names exact``: by the very span). Pairs are one to one, the best overlap first. What a paired
figure or unit says besides (who, from whom, where, when, part of what) is a rate over the pairs whose gold says it.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .errors import DataError
from .export.review import read_brat, read_label_studio
from .gold import read_gold
from .pipeline import load
from .schema import days_of
from .text.normalise import key

Fact = Mapping[str, Any]
Fit = Callable[[Fact, Fact], bool]


@dataclass
class Score:
    """Counts of one measure: pairs, mentions in the gold, mentions found."""

    paired: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """The share of found mentions that are right; 1.0 where nothing was found."""
        return self.paired / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of gold mentions that were found; 1.0 where there are none."""
        return self.paired / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean; 1.0 where there was nothing to find and nothing was found."""
        return 2 * self.paired / (self.found + self.gold) if self.found + self.gold else 1.0


@dataclass
class Rate:
    """How often an attribute of paired mentions is right."""

    right: int = 0
    of: int = 0


@dataclass(frozen=True)
class Slip:
    """A gold mention that was missed (``-``), a mention that was made up (``+``), or an attribute that differs (``~``)."""

    document: str
    measure: str
    sign: str
    start: int
    end: int
    text: str
    detail: str


@dataclass
class Report:
    """The result: scores and rates by language (``"fa"``, ``"ar"``, ``"all"``) and measure, and every slip."""

    scores: dict[str, dict[str, Score]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Score)))
    rates: dict[str, dict[str, Rate]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Rate)))
    slips: list[Slip] = field(default_factory=list)
    documents: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON types; ratios have four decimals."""
        return {
            "documents": self.documents,
            "scores": {lang: {name: {"precision": round(s.precision, 4), "recall": round(s.recall, 4), "f1": round(s.f1, 4), "gold": s.gold,
                                     "found": s.found} for name, s in table.items()} for lang, table in self.scores.items()},
            "rates": {lang: {name: {"right": r.right, "of": r.of} for name, r in table.items()} for lang, table in self.rates.items()},
            "slips": [vars(s) for s in self.slips],
        }


def evaluate(gold_dir: Path | str, text_dir: Path | str | None = None, *, lang: str | None = None,
             tagger: str = "crf") -> Report:
    """Read every text that gold was made for and compare.

    ``gold_dir`` is a folder of stand-off gold, whose texts are in ``text_dir``; or a reviewed Label Studio export (a .json file), or a
    folder of brat annotations (.ann with .txt), which hold their texts. ``lang`` limits the run to one language, ``tagger`` is that of
    ``load``. Raises ``DataError``
    for gold that cannot be read, that is not in its form or that was made for another text, and where there is none at all.
    """
    report = Report()
    found = 0
    for gold, text in _golds(Path(gold_dir), text_dir):
        found += 1
        if lang in (None, gold["lang"]):
            document = load(gold["lang"], tagger)(text, published=gold.get("published"), id=gold["id"])
            compare(gold, document.to_dict(), report)
    if not report.documents:
        raise DataError(f"{gold_dir} holds {found} gold documents" + (f", none of them for {lang!r}" if found else ""))
    return report


def _golds(place: Path, text_dir: Path | str | None) -> Iterator[tuple[dict[str, Any], str]]:
    if place.is_file():
        yield from read_label_studio(place)
    elif annotated := sorted(place.glob("*.ann")):
        yield from map(read_brat, annotated)
    else:
        for path in sorted(place.glob("*.json")):
            if text_dir is None:
                raise DataError(f"{place} is stand-off gold, which does not hold its texts: name the folder of the texts too")
            yield read_gold(path, Path(text_dir))


def compare(gold: Fact, found: Fact, report: Report) -> None:
    """Add one document to ``report``: ``gold`` as read from its file, ``found`` as ``Document.to_dict()`` gives it."""
    report.documents += 1
    tables = (gold["lang"], "all")
    for name, measure in MEASURES.items():
        if measure.layer not in gold:
            continue
        wanted, given = (list(filter(measure.only, layer[measure.layer])) for layer in (gold, found))
        pairs = match(wanted, given, measure.fits)
        for table in tables:
            score = report.scores[table][name]
            score.paired, score.gold, score.found = (
                score.paired + len(pairs), score.gold + len(wanted), score.found + len(given))
        if measure.told:
            for sign, facts, hit in (("-", wanted, pairs.keys()), ("+", given, pairs.values())):
                report.slips += [_slip(gold, name, sign, f, _say(measure.layer, f)) for i, f in enumerate(facts) if i not in hit]
        for attribute, agrees in measure.attributes.items():
            for i, j in pairs.items():
                verdict = agrees(wanted[i], given[j], pairs)
                if verdict is None:
                    continue
                for table in tables:
                    rate = report.rates[table][f"{name}: {attribute}"]
                    rate.right, rate.of = rate.right + verdict, rate.of + 1
                if not verdict:
                    detail = f"{attribute} {_show(wanted[i], attribute)}, found {_show(given[j], attribute)}"
                    report.slips.append(_slip(gold, name, "~", wanted[i], detail))


def _slip(gold: Fact, name: str, sign: str, fact: Fact, detail: str) -> Slip:
    return Slip(gold["id"], name, sign, fact["start"], fact["end"], fact.get("text") or fact.get("text_head", "") + "…", detail)


def _say(layer: str, fact: Fact) -> str:
    """What a mention claims, in a few words."""
    if layer == "figures":
        n = fact["number"]
        return f"{fact['outcome']} value={n.get('value')} low={n.get('low')} high={n.get('high')}"
    if layer == "quotes":
        speaker = fact.get("speaker") or {}
        return f"{fact['kind']}, speaker {speaker.get('name') or speaker.get('text')}"
    return str(fact.get("label") or fact.get("value") or fact.get("kind") or "")


def _show(fact: Fact, attribute: str) -> str:
    value = fact.get({"source": "sources"}.get(attribute, attribute))
    if isinstance(value, list | tuple):
        return " ← ".join(v["text"] for v in value) or "none"
    return str(value["text"] if isinstance(value, Mapping) else value)


def match(gold: list[Fact], found: list[Fact], fits: Fit) -> dict[int, int]:
    """One-to-one pairs (index in gold → index in found) among those that fit, the greatest overlap first."""
    candidates = sorted(((-shared(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if fits(g, f)))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def shared(a: Fact, b: Fact) -> float:
    """The overlap of two spans as a share of their union: 0 where they do not meet, 1 where they are the same."""
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return common / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if common > 0 else 0.0


def _near(a: float | None, b: float | None) -> bool:
    """Equal within one per cent (a fraction may be rounded), or both open."""
    return a is b if a is None or b is None else abs(a - b) <= 0.01 * max(1.0, abs(a))


def _same_value(g: Fact, f: Fact) -> bool:
    return all(_near(g["number"].get(k), f["number"].get(k)) for k in ("value", "low", "high"))


@functools.lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, key(name)))


def _same_speaker(g: Fact, f: Fact) -> bool:
    a, b = g.get("speaker"), f.get("speaker")
    if not a or not b:
        return not a and not b
    if shared(a, b):
        return True
    x, y = _letters(a.get("name") or ""), _letters(b.get("name") or "")
    return bool(x and y) and (x in y or y in x)


def days(fact: Fact) -> tuple[str, str] | None:
    """The first and last day that a date covers, as ISO strings; None where it covers none that can be told."""
    if fact.get("date_start") and fact.get("date_end"):
        return fact["date_start"], fact["date_end"]
    return days_of(fact.get("value"))


def _same_date(g: Fact, f: Fact) -> bool:
    return g["value"] == f.get("value") or (g["type"] == f["type"] == "DATE" and days(g) is not None and days(g) == days(f))


Agrees = Callable[[Fact, Fact, Mapping[int, int]], bool | None]


def _equal(name: str) -> Agrees:
    """Right where both say the same; not asked where the gold says nothing."""
    return lambda g, f, _: None if g.get(name) is None else str(g[name]) == str(f.get(name))


def _linked(name: str) -> Agrees:
    """Right where the link leads to the paired figure, or where neither has one."""
    def agrees(g: Fact, f: Fact, pairs: Mapping[int, int]) -> bool | None:
        if name not in g:
            return None
        there = f.get(name)
        return there is None if g[name] is None else there is not None and pairs.get(g[name]) == there
    return agrees


def _source(g: Fact, f: Fact, _: Mapping[int, int]) -> bool | None:
    if "sources" not in g:
        return None
    mine = list(f.get("sources") or ())
    return not mine if not g["sources"] else bool(mine) and any(shared(s, mine[0]) for s in g["sources"])


def _place(g: Fact, f: Fact, _: Mapping[int, int]) -> bool | None:
    if not g.get("place"):
        return None
    there = f.get("place") or {}
    x, y = _letters(str(g["place"])), (_letters(there.get("text", "")), _letters(there.get("name", "")))
    return any(n and (n in x or x in n) for n in y)


def _cumulative(g: Fact, f: Fact, _: Mapping[int, int]) -> bool | None:
    return None if "cumulative" not in g else bool(g["cumulative"]) == bool(f.get("cumulative"))


@dataclass(frozen=True)
class Measure:
    """A line of the result: the layer it reads, which of its mentions, what counts as found, and what is asked of the pairs."""

    layer: str
    fits: Fit
    only: Callable[[Fact], bool] = lambda fact: True
    attributes: Mapping[str, Agrees] = field(default_factory=dict)
    told: bool = True


def _at_least(share: float, also: Fit = lambda g, f: True) -> Fit:
    return lambda g, f: shared(g, f) >= share and also(g, f)


def _overlapping(also: Fit = lambda g, f: True) -> Fit:
    return lambda g, f: shared(g, f) > 0 and also(g, f)


def _labelled(g: Fact, f: Fact) -> bool:
    return bool(g["label"] == f["label"])


MEASURES: dict[str, Measure] = {
    "figures": Measure("figures", _overlapping(lambda g, f: _same_value(g, f) and g["outcome"] == f["outcome"]), attributes={
        "country": _equal("country"), "role": _equal("role"), "source": _source, "status": _equal("status"), "place": _place,
        "date": _equal("date"), "cumulative": _cumulative, "part_of": _linked("part_of"), "fraction_of": _linked("fraction_of")}),
    "figures, value only": Measure("figures", _overlapping(_same_value), told=False),
    "units": Measure("units", _at_least(0.5), lambda u: u["kind"] != "forces", {
        k: _equal(k) for k in ("kind", "country", "echelon", "arm", "designator")}),
    "forces": Measure("units", _at_least(0.5), lambda u: u["kind"] == "forces"),
    "quotes, marked": Measure("quotes", _at_least(0.8, _same_speaker), lambda q: q["kind"] != "indirect"),
    "quotes, indirect": Measure("quotes", _at_least(0.5, _same_speaker), lambda q: q["kind"] == "indirect"),
    "dates": Measure("dates", _overlapping(_same_date)),
    "names": Measure("entities", _overlapping(_labelled), lambda e: e["label"] in ("PER", "ORG", "LOC")),
    "names, exact": Measure("entities", _at_least(1.0, _labelled), lambda e: e["label"] in ("PER", "ORG", "LOC"), told=False),
}


def lines(report: Report) -> Iterator[str]:
    """Every slip as one line: document, measure, sign, characters, text, detail."""
    for s in report.slips:
        yield f"{s.document} {s.measure} {s.sign} [{s.start}:{s.end}] {s.text}: {s.detail}"
