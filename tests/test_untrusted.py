"""What strangers write is data: bounded in memory, harmless where it is opened, and no reason to run code or call somebody."""

from __future__ import annotations

import ast
import csv
import gzip
import json
import os
import socket
import subprocess
import sys
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import pytest

import kursk_nlp
from kursk_nlp import DataError, Document, InputError, limits
from kursk_nlp.corpus.reader import Article, Unreadable, read
from kursk_nlp.evaluate import evaluate
from kursk_nlp.export.review import read_brat, read_label_studio
from kursk_nlp.export.table import write_csv
from kursk_nlp.gold import check, read_gold
from kursk_nlp.schema import Attribution, Entity, Figure, Number, Span

from .documents import sample
from .shared import ROOT

PACKAGE = Path(kursk_nlp.__file__).parent
WORD = "قتل "


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kilobyte for an article, two for JSON."""
    monkeypatch.setenv(limits.ARTICLE, str(1 / 1024))
    monkeypatch.setenv(limits.JSON, str(2 / 1024))


class TestLimits:
    @pytest.mark.parametrize("given", ["x", "0", "-1", "nan", "inf"])
    def test_a_limit_that_is_none_is_told(self, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(limits.ARTICLE, given)
        with pytest.raises(InputError, match="must be a number of MiB above 0"):
            limits.most(limits.ARTICLE)

    def test_they_are_as_documented(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(limits.JSON, " ")
        assert (limits.most(limits.ARTICLE), limits.most(limits.JSON)) == (16 << 20, 256 << 20)

    @pytest.mark.usefixtures("small")
    @pytest.mark.parametrize("ending", ["", ".gz"])
    def test_a_text_beyond_it_is_told_and_one_below_it_read(self, ending: str, tmp_path: Path) -> None:
        for name, size in (("a", 1024), ("b", 1025)):
            data = b"x" * size
            (tmp_path / f"{name}.txt{ending}").write_bytes(gzip.compress(data) if ending else data)
        first, second = read(sorted(tmp_path.iterdir()))
        assert isinstance(first, Article)
        assert isinstance(second, Unreadable)
        assert "too large: more than 0.000976562 MiB; the environment variable KURSK_NLP_MAX_ARTICLE_MB allows more" in second.message

    def test_a_bomb_is_not_unpacked(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """64 MiB of zeros in 64 KiB: as a text, as a line, as a row."""
        import tracemalloc

        bomb = gzip.compress(b"0" * (64 << 20))
        for name in ("a.txt.gz", "b.jsonl.gz", "c.csv.gz"):
            (tmp_path / name).write_bytes(bomb)
        monkeypatch.setenv(limits.ARTICLE, "1")
        tracemalloc.start()
        found = list(read(sorted(tmp_path.iterdir())))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert [type(f) for f in found] == [Unreadable] * 3
        assert all("too large" in f.message for f in found if isinstance(f, Unreadable))
        assert peak < 12 << 20

    @pytest.mark.usefixtures("small")
    def test_the_lines_around_a_long_one_are_read(self, tmp_path: Path) -> None:
        rows = [json.dumps({"text": t, "id": t[:1]}) for t in ("a", "b" * 1500, "c", "d" * 3000)]
        (tmp_path / "x.jsonl").write_text("\n".join(rows), encoding="utf-8")
        found = list(read([tmp_path / "x.jsonl"]))
        assert [(type(f).__name__, f.position) for f in found] == [("Article", 1), ("Unreadable", 2), ("Article", 3), ("Unreadable", 4)]

    @pytest.mark.usefixtures("small")
    @pytest.mark.parametrize("long", ["b" * 1500, '"' + "b\n" * 800 + '"', '"' + "b\n" * 800])
    def test_a_table_is_read_as_far_as_its_rows_can_be_told(self, long: str, tmp_path: Path) -> None:
        (tmp_path / "x.csv").write_text(f"text,id\na,1\n{long},2\nc,3\n", encoding="utf-8")
        first, second = read([tmp_path / "x.csv"])
        assert isinstance(first, Article)
        assert isinstance(second, Unreadable)
        assert (second.position, "what follows it is not read" in second.message) == (2, True)

    def test_rows_may_end_in_any_line_end_and_hold_some(self, tmp_path: Path) -> None:
        for end in ("\n", "\r\n", "\r"):
            (tmp_path / "x.csv").write_bytes(f'\ufefftext,id{end}"a\r\nb\rc\nd",1{end}e,2{end}'.encode())
            assert [a.text for a in read([tmp_path / "x.csv"]) if isinstance(a, Article)] == ["a\r\nb\rc\nd", "e"]

    @pytest.mark.usefixtures("small")
    def test_json_beyond_it_is_told(self, tmp_path: Path) -> None:
        document = sample()
        with pytest.raises(InputError, match=r"a stored document is too large.*KURSK_NLP_MAX_JSON_MB"):
            Document.from_json(document.to_json())
        with pytest.raises(InputError, match="a stored document is too large"):
            limits.decompressed(zlib.compress(b"0" * 4000), "a stored document", limits.JSON)
        for name in ("x.json", "x.ann"):
            (tmp_path / name).write_text("[" * 3000)
        (tmp_path / "x.txt").write_text("x")
        for reading in (lambda: read_gold(tmp_path / "x.json", tmp_path), lambda: list(read_label_studio(tmp_path / "x.json")),
                        lambda: read_brat(tmp_path / "x.ann")):
            with pytest.raises(limits.TooLargeError, match="too large"):
                reading()
        (tmp_path / "x.json").write_text('{"id": "x", "lang": "fa", "file": "x.txt"}')
        (tmp_path / "x.txt").write_text("x" * 1025)
        with pytest.raises(limits.TooLargeError, match=r"x\.txt is too large"):
            read_gold(tmp_path / "x.json", tmp_path)

    def test_the_command_line_tells_it(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(WORD * 300, encoding="utf-8")
        run = subprocess.run([sys.executable, "-m", "kursk_nlp", "extract", "-", str(tmp_path / "a.txt")], input=WORD * 300, text=True,
                             env=os.environ | {limits.ARTICLE: "0.001"}, capture_output=True, check=False, cwd=ROOT, encoding="utf-8")
        assert run.returncode == 1
        assert run.stderr.count("is too large: more than 0.00099") == 2
        assert "Traceback" not in run.stderr


DEEP = 200_000


@pytest.mark.parametrize("data", ["[" * DEEP, '{"x":' + "[" * DEEP + "]" * DEEP + "}", '{"id":' * DEEP])
def test_json_nested_without_end_is_told(data: str, tmp_path: Path) -> None:
    with pytest.raises(msgspec.ValidationError):
        Document.from_json(data)
    for name in ("x.json", "x.jsonl"):
        (tmp_path / name).write_text(data)
    with pytest.raises(DataError, match="is no gold file"):
        read_gold(tmp_path / "x.json", tmp_path)
    with pytest.raises(DataError, match="is no Label Studio export"):
        list(read_label_studio(tmp_path / "x.json"))
    (found,) = read([tmp_path / "x.jsonl"])
    assert isinstance(found, Unreadable)
    assert "is no JSON" in found.message


def test_a_stored_document_links_only_to_its_own_figures() -> None:
    data = sample().to_dict()
    data["figures"][1]["part_of"] = 3
    with pytest.raises(msgspec.ValidationError, match=r"there is no figure 3 - at `\$.figures\[1\].part_of`"):
        Document.from_json(json.dumps(data))


@pytest.mark.parametrize(("change", "message"), [
    ({"units": [{"start": 1, "end": 2}]}, r"missing required field `kind` - at `\$.units\[0\]`"),
    ({"units": [{"start": 3, "end": 2, "kind": "forces"}]}, "ends at 2, before its start at 3"),
    ({"entities": "PER"}, "Expected `array`"), ({"dates": [{"start": 1, "end": 2, "type": "DATE"}]}, "`value`"),
    ({"lang": "en"}, "'en'"), ({"id": "\ud800"}, "surrogates not allowed"),
    ({"figures": [{"start": 0, "end": 1, "number": {}, "outcome": "killed", "part_of": 4}]}, r"figures\[0\].part_of is 4, and there are 1"),
])
def test_gold_that_breaks_its_form_is_told_by_field(change: dict[str, Any], message: str) -> None:
    check({"id": "x", "file": "x.txt", "lang": "fa"}, Path("x.json"))
    with pytest.raises(DataError, match=message):
        check({"id": "x", "file": "x.txt", "lang": "fa", **change}, Path("x.json"))


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/hostname", "a/../../secret.txt"])
def test_gold_names_no_text_outside_its_folder(file: str, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "x.json").write_text(json.dumps({"id": "x", "file": file, "lang": "fa"}))
    with pytest.raises(DataError, match="not in the folder of the texts"):
        evaluate(tmp_path, tmp_path / "texts")


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "－1", '=HYPERLINK("https://example.org","x")']


def test_csv_holds_no_formula(tmp_path: Path) -> None:
    plain = ["قتل 3", "'=x", "3-1", "a=b", ""]
    write_csv(tmp_path / "c.csv", [(["a", "b"], [[text, -2] for text in FORMULAS + plain])])
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    assert [r[0] for r in rows] == ["'" + text for text in FORMULAS] + plain
    assert {r[1] for r in rows} == {"-2"}, "a number is a number"


HOSTILE = ["</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<!--", "]]>", "{{ 7*7 }}",
           "&lt;b&gt;", "javascript:alert(1)", "</title><svg onload=alert(1)>", "\u2028</article>"]


class Tags(HTMLParser):
    """Every element and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, tuple[str, ...]]] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, tuple(name for name, _ in attrs)))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


def _hostile(evil: str) -> Document:
    span: dict[str, Any] = {"start": 0, "end": len(evil), "text": evil}
    number = Number(**span, kind="cardinal", value=3, rule=evil)
    place = Entity(**span, label="LOC", name=evil, id=evil, country=evil, latitude=1.0, longitude=2.0, rule=evil)
    figure = Figure(**span, number=number, outcome="killed", victims=Span(**span), country=evil, role=evil, place=place, date="2024-01-02",
                    sources=(Attribution(**span, name=evil, kind="media", id=evil),), rule=evil)
    document = Document(id=evil, lang="ar", published="2024-01-02", text_sha256="", figures=(figure,), entities=(place,), numbers=(number,))
    document.__dict__["text"] = evil
    return document


@pytest.mark.skipif(not find_spec("jinja2"), reason="the report needs the extra report")
def test_no_word_of_an_article_becomes_a_part_of_the_page() -> None:
    """Wherever it stands (title, file name, claim, speaker, place, address, data): the page has the elements of a harmless one."""
    from kursk_nlp.export.html import Item, frame, report

    def tags(evil: str) -> Tags:
        found = Tags()
        found.feed(report([Item(_hostile(evil), evil, evil)], evil, total=1))
        return found

    usual = tags("harmless")
    for evil in HOSTILE:
        found = tags(evil)
        assert found.seen == usual.seen, evil
        assert all(address.startswith(("#", "data:,")) for address in found.addresses)
        outer = Tags()
        outer.feed(frame(report([Item(_hostile(evil))], evil, total=1)))
        assert [tag for tag, _ in outer.seen] == ["iframe"]


def _trees() -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path, node


#: modules that make objects, and so run code, out of data
LOADERS = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "yaml"}
#: modules that call somebody; ``build`` is not run by users
CALLERS = {"socket", "urllib.request", "http", "requests", "httpx", "aiohttp", "urllib3", "ftplib", "smtplib"}


def test_nothing_is_unpickled_and_nobody_is_called() -> None:
    for path, node in _trees():
        names = ([a.name for a in node.names] if isinstance(node, ast.Import) else
                 [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else [])
        for name in names:
            assert name.partition(".")[0] not in LOADERS, f"{path.name}:{node.lineno} imports {name}"  # type: ignore[attr-defined]
            if path.relative_to(PACKAGE).parts[0] != "build":
                assert not any(name == c or name.startswith(c + ".") for c in CALLERS), f"{path.name} imports {name}"
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("eval", "exec", "read_pickle", "os.system"), f"{path.name}:{node.lineno} calls {called}"
            keywords = {k.arg: ast.unparse(k.value) for k in node.keywords}
            if called.endswith("torch.load") or called.endswith("._torch.load"):
                assert keywords.get("weights_only") == "True", f"{path.name}:{node.lineno} loads more than tensors"
            if called.endswith("np.load") or called.endswith("numpy.load"):
                assert keywords.get("allow_pickle", "False") == "False", f"{path.name}:{node.lineno} may unpickle"


def test_reading_calls_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every door but the download of models, with every way out of this machine shut."""
    def shut(*given: Any, **also: Any) -> Any:
        raise AssertionError("somebody was called")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, shut)
    monkeypatch.setattr(socket, "getaddrinfo", shut)
    text = "قالت وزارة الصحة في https://example.org إن 12 شخصا قتلوا أمس في حلب."
    for tagger in ("none", "crf"):
        document = kursk_nlp.load("auto", tagger)(text, published="2025-03-02")
    assert document.figures
    document.explain()
    assert Document.from_json(document.to_json()) == document
    kursk_nlp.parse_date("أمس", "ar", "2025-03-02")
    if find_spec("jinja2"):
        assert document._repr_html_()
    if find_spec("trafilatura"):
        (tmp_path / "a.html").write_text(f"<html><head><link rel=canonical href='https://example.org/'></head><body><article><p>{text}</p>"
                                         f"<img src='https://example.org/x.png'></article></body></html>", encoding="utf-8")
        assert list(read([tmp_path / "a.html"]))
