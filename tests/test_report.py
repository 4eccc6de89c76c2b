"""The HTML report: it says what the document says, whatever the article holds, and works in a real browser, offline."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import kursk_nlp
from kursk_nlp import Document
from kursk_nlp.export.html import ARTICLES, CLAIMS, Item, frame, report
from kursk_nlp.schema import Figure, Number

from .documents import TEXT, sample
from .marked import FIXTURES
from .shared import ROOT, needs

needs("report", "jinja2", "markupsafe")


class Reader(HTMLParser):
    """The text of the elements of one kind, and every attribute and tag met."""

    def __init__(self, kind: str) -> None:
        super().__init__(convert_charrefs=True)
        self.kind, self.depth, self.found, self.tags, self.links = kind, 0, [""], [], []

    kind: str
    depth: int
    found: list[str]
    tags: list[tuple[str, dict[str, str | None]]]
    links: list[str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.links += [v for k, v in attrs if k in ("href", "src") and v]
        self.depth += tag == self.kind

    def handle_endtag(self, tag: str) -> None:
        if tag == self.kind:
            self.depth -= 1
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found[-1] += data


def parsed(page: str, kind: str) -> Reader:
    reader = Reader(kind)
    reader.feed(page)
    return reader


NASTY = "قال سامي: «</script><script>alert(1)</script> & <b>12</b>» ثم قُتل 3 جنود \u2028 <!-- \U0001f54a"


@pytest.mark.parametrize("document", [sample(), kursk_nlp.load("ar")(NASTY, id="<i>&\"'"), kursk_nlp.load("fa")("هیچ.", id="x")],
                         ids=["sample", "nasty", "nothing"])
def test_the_article_stands_in_the_page_letter_by_letter(document: Document) -> None:
    page = report([Item(document)], document.id, total=1)
    reader = parsed(page, "article")
    assert reader.found[0] == document.text
    assert [a for tag, a in reader.tags if tag == "script" and a.get("type") != "application/json"] == [{}]
    assert "alert(1)" not in "".join(parsed(page, "script").found[1:])
    assert all(link.startswith(("#", "data:")) for link in reader.links), "the page needs something from elsewhere"


def test_every_mention_and_every_claim_is_there() -> None:
    document = sample()
    page = report([Item(document, "صحيفة", "https://example.org/a")], "t", total=1)
    (facts,) = json.loads(parsed(page, "script").found[0])
    told = [dict(f[1:]) for f in facts]
    for layer in ("figures", "units", "quotes", "dates", "entities", "numbers"):
        for mention in getattr(document, layer):
            assert any(f[0].endswith(mention.text) and t["rule"] == mention.rule and t["characters"] == f"{mention.start}–{mention.end}"
                       for f, t in zip(facts, told, strict=True))
    rows = parsed(page, "tr").found
    for text in ("about 1,200", "about 800", "10 or more, no count given", "(unconfirmed)", "total to date", "وزارة الصحة", "صحيفة"):
        assert any(text in row for row in rows), text
    assert parsed(page, "svg").found[0].startswith("2 claims of people killed, 2025-03-01 to 2025-03-02")
    assert "حلب: 1 claim" in page
    anchors = {a["id"] for tag, a in parsed(page, "x").tags if a.get("id")}
    assert {link[1:] for link in parsed(page, "x").links if link.startswith("#")} <= anchors


def test_a_page_has_its_limits_and_says_so() -> None:
    number = Number(**{"start": 0, "end": 4, "text": TEXT[:4]}, kind="cardinal", value=1, low=1, high=1, rule="r")
    figure = Figure(start=0, end=4, text=TEXT[:4], number=number, outcome="killed", rule="r")
    big = Document(id="b", lang="ar", published=None, text_sha256="", figures=(figure,) * (CLAIMS + 7))
    big.__dict__["text"] = TEXT
    page = report([Item(big)], "t", total=ARTICLES + 1)
    assert page.count("<tr data-outcome") == CLAIMS
    assert "7 more are in the database" in page
    assert "<article" not in page


def test_a_document_renders_itself_in_a_notebook() -> None:
    page = sample()._repr_html_()
    assert page is not None
    assert re.match(r'<iframe title="[^"]+" style="[^"]+" srcdoc="[^"<>]*"></iframe>$', page), "the page is escaped once, whole"
    assert Document.from_json(sample().to_json())._repr_html_() is None
    assert frame("<p>\"'&</p>").count('"') == 6


def command(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kursk_nlp", "report", *args], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command(tmp_path: Path) -> None:
    fa, ar = str(FIXTURES / "fa" / "gaza_clinic.txt"), str(FIXTURES / "ar" / "derna_dams.txt")
    assert command(fa, ar, "-o", str(tmp_path / "r.html")).returncode == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert [t.strip() for t in parsed(page, "article").found[:2]] == [Path(p).read_text(encoding="utf-8").strip() for p in (fa, ar)]
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    ended = command(str(tmp_path / "bad.txt"), "-o", str(tmp_path / "x.html"))
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "x.html").exists()


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None)
in_browser = pytest.mark.skipif(
    not (CHROMIUM and find_spec("playwright") and find_spec("axe_playwright_python")),
    reason="THE REPORT WAS NOT TRIED IN A BROWSER: it needs Chromium (Debian: apt install chromium) and pip install '.[browser]'")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """The page about the sample and two fixtures in a fresh tab; whatever the console says or the page asks for is a failure."""
    nlp = kursk_nlp.load("auto")
    items = [Item(sample(), "outlet"), *(Item(nlp(p.read_text(encoding="utf-8"), published="2024-12-05", id=p.stem)) for p in (
        FIXTURES / "fa" / "gaza_clinic.txt", FIXTURES / "ar" / "south_lebanon.txt"))]
    (tmp_path / "r.html").write_text(report(items, "three", total=3), encoding="utf-8")
    said: list[str] = []
    context = chromium.new_context(viewport={"width": 1200, "height": 900}, offline=True)
    page = context.new_page()
    page.on("console", lambda m: said.append(f"{m.type}: {m.text}"))
    page.on("pageerror", lambda e: said.append(str(e)))
    page.on("request", lambda r: said.append(r.url) if not r.url.startswith(("file:", "data:")) else None)
    page.goto((tmp_path / "r.html").as_uri())
    yield page
    context.close()
    assert said == []


@in_browser
def test_a_click_opens_what_was_read_and_escape_closes_it(opened: Any) -> None:
    opened.locator("summary").first.click()
    figure = opened.locator("article .m.figures").first
    figure.click()
    panel = opened.locator("#details")
    assert panel.is_visible()
    assert "about 1,200 killed" in panel.inner_text()
    assert "figure.verb" in panel.inner_text()
    assert figure.evaluate("m => m.classList.contains('on')")
    opened.keyboard.press("Escape")
    assert not panel.is_visible()
    assert figure.evaluate("m => m === document.activeElement"), "focus goes back to where it came from"


@in_browser
def test_the_keyboard_reaches_every_mention(opened: Any) -> None:
    opened.locator("summary").first.focus()
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    assert opened.locator("#details").is_visible()
    reached = opened.locator("article").first.locator("[tabindex='0']").evaluate_all("ms => ms.flatMap(m => m.dataset.m.split(' '))")
    document = sample()
    assert len(set(reached)) == sum(len(getattr(document, x)) for x in ("figures", "units", "quotes", "dates", "entities", "numbers"))


@in_browser
def test_the_table_sorts_and_filters(opened: Any) -> None:
    cells = lambda n: opened.locator(f"#claims tbody tr:not([hidden]) td:nth-child({n})").all_inner_texts()  # noqa: E731
    numbers = lambda: [float(v) for v in opened.locator("#claims tbody td:first-child").evaluate_all("c => c.map(x => x.dataset.value)")]  # noqa: E731
    heading = opened.locator("th button", has_text="Figure")
    heading.click()
    assert numbers() == sorted(numbers())
    assert opened.locator("th").first.get_attribute("aria-sort") == "ascending"
    heading.click()
    assert numbers() == sorted(numbers(), reverse=True)
    opened.select_option("#filter-outcome", "injured")
    assert set(cells(2)) == {"injured"}
    opened.select_option("#filter-outcome", "")
    opened.fill("#filter-text", "وزارة الصحه اللبنانيه")  # as it is typed without dots
    assert len(cells(4)) >= 2
    assert all("وزارة الصحة اللبنانية" in a + b for a, b in zip(cells(4), cells(7), strict=True))
    opened.fill("#filter-text", "44500")
    assert cells(1) == []
    opened.fill("#filter-text", "هفتم اکتبر 2023")
    assert len(cells(1)) == 1
    opened.fill("#filter-text", "about 1,200")
    assert cells(1) == ["about 1,200"]
    assert opened.locator("#shown").inner_text().startswith("1 of ")


@in_browser
def test_a_claim_leads_to_its_place_in_the_article(opened: Any) -> None:
    opened.locator("#claims tbody a").last.click()
    assert opened.locator("#details").is_visible()
    assert opened.locator("details.article[open]").count() == 1
    assert opened.locator("article .m.on.figures").first.is_visible()


@in_browser
def test_directions_are_isolated(opened: Any) -> None:
    opened.locator("summary").first.click()
    assert opened.locator("article").first.evaluate("a => getComputedStyle(a).direction") == "rtl"
    assert opened.locator("body").evaluate("a => getComputedStyle(a).direction") == "ltr"
    date, place = (opened.locator("article").first.locator(s).first.bounding_box() for s in (".m.dates", ".m.entities"))
    assert date["x"] > place["x"], "what comes first in the sentence stands further right"
    assert opened.locator("#claims td.sentence").first.get_attribute("dir") == "rtl"


@in_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_passes_an_accessibility_check(opened: Any, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened.emulate_media(color_scheme=scheme)
    for summary in opened.locator("summary").all():
        summary.click()
    opened.locator("article .m").first.click()
    result = Axe().run(opened)
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in result.response["violations"]] == []


@in_browser
def test_it_prints_without_its_controls(opened: Any) -> None:
    opened.emulate_media(media="print")
    assert not opened.locator("#filters").is_visible()
    assert opened.locator("#claims").is_visible()
    assert len(opened.pdf()) > 10_000


def test_a_database_is_reported_from_the_command_line(tmp_path: Path) -> None:
    needs("corpus", "duckdb", "pyarrow", "pebble")
    from kursk_nlp import cli
    from kursk_nlp.corpus import read_corpus

    db = tmp_path / "claims.duckdb"
    with read_corpus(FIXTURES / "fa" / "herat_quake.txt", db=db) as corpus:
        expected = len(corpus.to_arrow("figures"))
        claims = [row["sentence"] for row in corpus.to_arrow("claims").to_pylist()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kursk-nlp", "report", str(db), "-o", str(tmp_path / "r.html")])
        with pytest.raises(SystemExit) as ended:
            cli.main()
    assert ended.value.code in (0, None)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert expected == len(claims) > 0
    assert "herat_quake" in page
