"""Documents as one self-contained page: claims to sort and filter, charts, a map, and the articles with what was read in them."""

from __future__ import annotations

import datetime
import html
import itertools
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from .. import __version__
from ..errors import MissingExtraError, need
from ..explain import LAYERS, amount, headline, reading, sentence_of, sentences
from ..schema import Document, Figure, days_of
from .chart import Place, Point, places, timeline

#: more claims or articles than a page takes well
CLAIMS, ARTICLES = 2000, 200
_NAMES = {"figures": "figure", "units": "unit", "quotes": "quote", "dates": "date", "entities": "name", "numbers": "number"}
_COLUMNS = (("Figure", "number"), ("Outcome", "text"), ("Who", "text"), ("Source", "text"), ("Day", "text"), ("Place", "text"),
            ("Sentence", "text"), ("Article", "text"))
_COLOURS = 6


class Item(NamedTuple):
    """A document with what is known of where it comes from."""

    document: Document
    outlet: str | None = None
    url: str | None = None


def report(items: Iterable[Item], title: str, *, total: int | None = None) -> str:
    """The page for documents that hold their text; needs the extra ``report``.

    ``total`` is how many documents there are where it is known; beyond ``ARTICLES`` their texts are left out, and beyond
    ``CLAIMS`` rows the page says how many it leaves out.
    """
    jinja2, safe = need("jinja2", "report"), need("markupsafe", "report").Markup
    with_texts = total is None or total <= ARTICLES
    claims: list[dict[str, Any]] = []
    articles: list[dict[str, Any]] = []
    facts: list[list[Any]] = []
    counts: Counter[str] = Counter()
    langs: set[str] = set()
    found_places: Counter[tuple[str, float, float]] = Counter()
    for number, item in enumerate(items):
        document = item.document
        counts.update({"articles": 1, **{layer: len(getattr(document, layer)) for layer in LAYERS}})
        langs.add(document.lang)
        found_places.update((p.name, p.latitude, p.longitude) for f in document.figures
                            if (p := f.place) and p.latitude is not None and p.longitude is not None)
        if len(claims) < CLAIMS:
            claims += _claims(item, number if with_texts else None)
        if with_texts:
            body, told = _body(document, number)
            articles.append({"headline": headline(document), "lang": document.lang, "body": safe(body), "url": item.url})
            facts.append(told)
    left_out, claims = max(0, counts["figures"] - CLAIMS), claims[:CLAIMS]
    palette = _palette(claims)
    template = jinja2.Environment(autoescape=True, trim_blocks=True).from_string(_part("report.html.j2"))
    page: str = template.render(
        title=title, css=safe(_part("report.css")), js=safe(_part("report.js")), version=__version__, columns=_COLUMNS, claims=claims,
        counts=", ".join(f"{counts[k]:,} {k if counts[k] != 1 else _NAMES.get(k, 'article')}" for k in ("articles", *LAYERS) if counts[k]),
        outcomes=sorted({c["outcome"] for c in claims}), sources=sorted({c["source"] for c in claims} - {""}), langs=sorted(langs),
        left_out=left_out, charts=list(_charts(claims, palette)), palette=list(palette.items()),
        map=safe(places([Place(*where, n) for where, n in found_places.most_common()], _outlines())) if found_places else None,
        articles=articles, many=0 if with_texts else counts["articles"], layers=[(layer, _NAMES[layer]) for layer in LAYERS],
        data=safe(_script(facts)))
    return page


def framed(document: Document) -> str | None:
    """A document's page for a notebook; None where its text or the extra ``report`` is missing."""
    if document.text is None:
        return None
    try:
        return frame(report([Item(document)], document.id or "article", total=1))
    except MissingExtraError:
        return None


def frame(page: str, height: int = 560) -> str:
    """A page as a frame for a notebook, in which neither style reaches the other."""
    return (f'<iframe title="kursk_nlp report" style="width:100%;height:{height}px;border:1px solid #999" '
            f'srcdoc="{html.escape(page, quote=True)}"></iframe>')


def _part(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _outlines() -> list[list[tuple[float, float]]]:
    file = files(__package__) / "page" / "land.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []


def _script(data: object) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace(
        "\u2029", "\\u2029")


def _claims(item: Item, number: int | None) -> Iterator[dict[str, Any]]:
    document, text = item.document, item.document.text or ""
    spans = sentences(text)
    for n, f in enumerate(document.figures):
        start, end = sentence_of(spans, f.start)
        end = max(end, f.end)
        yield {
            "sort": _size(f), "amount": amount(f.number), "number": f.number, "outcome": f.outcome, "status": f.status,
            "lang": document.lang, "who": f.victims.text if f.victims else "", "detail": ", ".join(
                x for x in (f.country, f.role, "total to date" if f.cumulative else "") if x),
            "source": f.sources[0].name if f.sources else "", "place": f.place.name if f.place else "",
            "day": _day(f, document), "before": text[start:f.start].replace("\n", " "), "text": f.text,
            "after": text[f.end:end].replace("\n", " "), "article": document.id or "article", "outlet": item.outlet,
            "anchor": f"a{number}-figures-{n}" if number is not None else None}


def _size(f: Figure) -> float | str:
    return next((n for n in (f.number.value, f.number.low, f.number.high) if n is not None), "")


def _day(f: Figure, document: Document) -> str:
    covered = days_of(f.date)
    return covered[0] if covered else document.published or ""


def _palette(claims: Sequence[dict[str, Any]]) -> dict[str, int]:
    """A colour a source for those with the most claims, one for the rest."""
    commonest = Counter(c["source"] or "the article itself" for c in claims if c["day"])
    palette = {name: n for n, (name, _) in enumerate(sorted(commonest.most_common(_COLOURS)))}
    return palette | ({"others": _COLOURS} if len(commonest) > _COLOURS else {})


def _charts(claims: Sequence[dict[str, Any]], palette: dict[str, int]) -> Iterator[dict[str, Any]]:
    markup = need("markupsafe", "report").Markup
    by_outcome: dict[str, list[Point]] = {}
    for c in claims:
        n = c["number"]
        if not c["day"] or n.kind == "percent" or c["sort"] == "":
            continue
        source = c["source"] or "the article itself"
        label = f"{c['day']}: {amount(n)} {c['outcome']}, {source} ({c['article']})"
        by_outcome.setdefault(c["outcome"], []).append(Point(
            datetime.date.fromisoformat(c["day"]), n.value, n.low, n.high, palette.get(source, _COLOURS), label))
    for outcome, points in sorted(by_outcome.items(), key=lambda o: -len(o[1])):
        days = sorted(p.day for p in points)
        title = f"{len(points)} claims of people {outcome}, {days[0]} to {days[-1]}"
        yield {"outcome": f"{outcome} ({len(points)})", "svg": markup(timeline(points, title))}


def _body(document: Document, number: int) -> tuple[str, list[Any]]:
    """The article's text with its mentions as segments that do not nest, and what each mention says."""
    text = document.text or ""
    mentions = [(m.start, m.end, layer, n, m) for layer in reversed(LAYERS) for n, m in enumerate(getattr(document, layer))
                if m.start < m.end]
    told = [[f"{_NAMES[layer]}: {m.text}", *([name or "reads", value] for name, value in reading(document, m)),
             ["characters", f"{m.start}–{m.end}"], ["rule", m.rule]] for _, _, layer, _, m in mentions]
    cuts = sorted({0, len(text), *(p for m in mentions for p in m[:2])})
    over: list[list[int]] = [[] for _ in cuts]
    for i, (start, end, *_) in enumerate(mentions):
        at = bisect_right(cuts, start) - 1
        while cuts[at] < end:
            over[at].append(i)
            at += 1
    out: list[str] = []
    seen: set[int] = set()
    for at, (start, end) in enumerate(itertools.pairwise(cuts)):
        piece = html.escape(text[start:end])
        if not over[at]:
            out.append(piece)
            continue
        classes = " ".join(dict.fromkeys(mentions[i][2] for i in over[at]))
        new = [i for i in over[at] if i not in seen]
        seen.update(new)
        attributes = f'class="m {classes}" data-m="{" ".join(map(str, reversed(over[at])))}"'
        figure = next((mentions[i] for i in new if mentions[i][2] == "figures"), None)
        if figure:
            attributes += f' id="a{number}-figures-{figure[3]}"'
        if new:
            attributes += ' role="button" tabindex="0"'
        out.append(f"<span {attributes}>{piece}</span>")
    return "".join(out), told
