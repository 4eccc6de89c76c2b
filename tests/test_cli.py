"""The command line: what it writes, and that whatever is given, it ends with a code and a sentence, never a traceback."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest

import kursk_nlp
from kursk_nlp import cli
from kursk_nlp.cli.articles import table_of
from kursk_nlp.cli.base import rendered

from .documents import sample
from .marked import FIXTURES
from .shared import ROOT

FARSI = str(FIXTURES / "fa" / "herat_quake.txt")
ARABIC = str(FIXTURES / "ar" / "derna_dams.txt")


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*args: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "argv", ["kursk-nlp", *args])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capfdbinary.readouterr()
        assert b"Traceback" not in err
        return Ended(int(end.value.code or 0), out.decode(), err.decode())
    return run


def test_json_is_the_document(run: Run) -> None:
    ended = run("extract", FARSI, "--format", "json", "--published", "2023-10-09")
    text = Path(FARSI).read_text(encoding="utf-8")
    assert ended.code == 0
    assert json.loads(ended.out) == kursk_nlp.load("fa")(text, published="2023-10-09", id="herat_quake").to_dict()


def test_many_articles_in_every_format(run: Run) -> None:
    as_list = json.loads(run("extract", FARSI, ARABIC, "--format", "json").out)
    as_lines = [json.loads(line) for line in run("extract", FARSI, ARABIC, "--format", "jsonl").out.splitlines()]
    assert as_list == as_lines
    assert [d["lang"] for d in as_list] == ["fa", "ar"]
    table = run("extract", FARSI, ARABIC).out
    assert "herat_quake · fa" in table
    assert "derna_dams · ar" in table


def test_standard_input_is_an_article(run: Run) -> None:
    assert json.loads(run("extract", "-", "--format", "jsonl", stdin=Path(ARABIC).read_bytes()).out)["id"] == "stdin"


@pytest.mark.parametrize(("name", "objects"), [("x.json", 1), ("x.jsonl", 1), ("x.txt", 0)])
def test_the_ending_of_the_output_file_decides_the_format(run: Run, tmp_path: Path, name: str, objects: int) -> None:
    ended = run("extract", FARSI, "-o", str(tmp_path / name))
    assert (ended.code, ended.out) == (0, "")
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert written.startswith("{") == bool(objects)
    assert os.listdir(tmp_path) == [name]


def test_the_table_says_value_outcome_who_source_and_sentence_each_in_its_own_direction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "170")
    shown = rendered(table_of(sample()), None).splitlines()
    assert shown[0].startswith("a1 · ar · published 2025-03-02 · 3 figures")
    first = next(line for line in shown if "~1,200" in line)
    for cell in ("killed", "\u2068شخص\u2069", "\u2068وزارة الصحة\u2069", "نحو 1,200"):
        assert cell in first
    assert re.search("\u2067…?[^\u2067\u2069]*نحو 1,200[^\u2067\u2069]*\u2069", first), "the sentence stands in right-to-left isolates"
    assert any("10+" in line and "deployed" in line and "the article itself" in line and "SY, military" in line for line in shown)
    assert any("killed (un" in line for line in shown)


def test_explain_names_rules_and_characters(run: Run) -> None:
    ended = run("explain", FARSI)
    assert ended.code == 0
    assert ended.out.startswith("herat_quake · fa")


def test_the_schema_is_valid_and_fits_the_documents(run: Run) -> None:
    schema = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(sample().to_dict(), schema)
    broken = sample().to_dict()
    broken["figures"][0]["outcome"] = "vanished"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_evaluate_scores_the_fixtures(run: Run) -> None:
    folder = str(FIXTURES / "fa")
    assert "names, exact" in run("evaluate", folder, folder).out
    report = json.loads(run("evaluate", folder, folder, "--format", "json").out)
    assert report["scores"]["fa"]["figures"]["gold"] > 30
    listed = run("evaluate", folder, folder, "--errors").out
    assert len(listed.splitlines()) >= len(report["slips"])
    assert run("evaluate", folder, folder, "--lang", "ar").code == 1


def article(folder: Path, data: bytes, name: str = "a.txt") -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


@pytest.mark.parametrize(("data", "message"), [
    (b"", "is empty"), (b" \n\t\n", "is empty"), (b"\xef\xbb\xbf", "is empty"),
    ("باران".encode() + b"\xff\xfe", "not UTF-8: byte 0xFF at byte 10 (line 1)"),
    (b"\n\n\xd8", "not UTF-8: byte 0xD8 at byte 2 (line 3)"),
    ("خبر".encode("windows-1256"), "not UTF-8"),
    ("خبر".encode("utf-16"), "is UTF-16, not UTF-8"), ("خبر".encode("utf-32"), "is UTF-32, not UTF-8"),
    (b"%PDF-1.7\n\x00\x01\x02", "zero byte at byte 9"), (b"\x89PNG\r\n\x1a\n\x00", "zero byte at byte 8"),
    (b"Only Latin letters here.", "no Arabic-script word"), (b"12345 67", "no Arabic-script word"),
    ("Новости на русском".encode(), "no Arabic-script word"),
])
def test_an_article_that_cannot_be_read_is_told_with_file_and_byte(run: Run, tmp_path: Path, data: bytes, message: str) -> None:
    path = article(tmp_path, data)
    ended = run("extract", path)
    assert ended.code == 1
    assert ended.out == ""
    assert path in ended.err
    assert message in ended.err
    assert ended.err.count("\n") == 1


def test_the_others_are_still_read(run: Run, tmp_path: Path) -> None:
    ended = run("extract", article(tmp_path, b"\xff"), FARSI, str(tmp_path / "nowhere.txt"), str(tmp_path), "--format", "jsonl")
    assert ended.code == 1
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == ["herat_quake"]
    assert [w in ended.err for w in ("not UTF-8", "nowhere.txt: no such file", "is a folder; name the articles in it")] == [True] * 3


def test_a_forced_language_that_does_not_fit_is_warned_of(run: Run) -> None:
    ended = run("extract", ARABIC, "--lang", "fa", "--format", "jsonl")
    assert (ended.code, json.loads(ended.out)["lang"]) == (0, "fa")
    assert "reads like 'ar'" in ended.err


@pytest.mark.parametrize(("args", "message"), [
    (("extract", FARSI, "--lang", "en"), "'en' is not one of 'fa', 'ar'"),
    (("extract", FARSI, "--published", "14/11/2025"), "14/11/2025"),
    (("extract", FARSI, "--format", "xml"), "'xml' is not one of"),
    (("extract",), "ARTICLE"), (("explain",), "ARTICLE"), (("evaluate",), "GOLD"), (("extrct", "x"), "extrct"),
    (("extract", FARSI, "--nope"), "--nope"),
])
def test_wrong_usage_is_told_with_what_is_allowed(run: Run, args: tuple[str, ...], message: str) -> None:
    ended = run(*args)
    assert ended.code == 2
    assert message in " ".join(re.sub("[│╭╮╰╯─]", "", ended.err).split())


@pytest.mark.parametrize("target", ["missing/x.json", ".", "file/x.json"])
def test_an_output_that_cannot_be_written_is_told(run: Run, tmp_path: Path, target: str) -> None:
    (tmp_path / "file").write_text("")
    ended = run("extract", FARSI, "-o", str(tmp_path / target))
    assert ended.code == 1
    assert ended.err.startswith("kursk-nlp: -o ")
    assert sorted(os.listdir(tmp_path)) == ["file"]


def test_evaluate_tells_what_it_needs(run: Run, tmp_path: Path) -> None:
    assert "no such folder" in run("evaluate", str(tmp_path / "x"), str(tmp_path)).err
    assert "is no folder" in run("evaluate", FARSI, str(tmp_path)).err
    assert "holds 0 gold documents" in run("evaluate", str(tmp_path), str(tmp_path)).err


def test_help_and_version(run: Run) -> None:
    assert run("--version").out.strip() == kursk_nlp.__version__
    shown = run("--help").out
    assert all(c in shown for c in ("extract", "explain", "evaluate", "schema"))


def process(*args: str, **kwargs: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "kursk_nlp", *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
                            **kwargs)  # type: ignore[call-overload, no-any-return]


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    with process("extract", *[FARSI] * 40, "--format", "jsonl") as running:
        assert running.stdout is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_it_writes_utf8_whatever_the_locale() -> None:
    with process("extract", FARSI, env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}) as running:
        out, err = running.communicate()
    assert (running.returncode, err) == (0, b"")
    assert "herat_quake · fa" in out.decode("utf-8")


def test_a_bug_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise KeyError("oops")
    monkeypatch.setattr("kursk_nlp.cli.articles.load", broken)
    ended = run("extract", FARSI)
    assert (ended.code, ended.out) == (70, "")
    assert ended.err.startswith("kursk-nlp: a bug of kursk_nlp: KeyError: 'oops'")
    assert ended.err.count("\n") == 1


def test_the_tagger_can_be_chosen_and_a_wrong_one_is_told(run: Run) -> None:
    assert run("extract", FARSI, "--tagger", "none", "--format", "json").code == 0
    wrong = run("extract", FARSI, "--tagger", "bert")
    assert wrong.code == 1
    assert "the taggers are 'crf'" in wrong.err


def test_a_bug_shows_itself_to_who_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KURSK_NLP_TRACEBACK", "1")
    monkeypatch.setattr("kursk_nlp.cli.articles.load", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run("extract", FARSI)


@pytest.mark.parametrize("text", ["باران بارید و جاده بسته شد.", "هطلت الأمطار وأغلق الطريق."])
def test_the_table_says_that_there_is_no_figure(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ended = run("extract", str(tmp_path / "a.txt"))
    assert ended.code == 0
    assert "no figure of people" in ended.out


def test_what_was_skipped_is_warned_of(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from kursk_nlp import pipeline
    from kursk_nlp.text.patterns import Passed

    real = pipeline._document

    def document(draft: Any, id: str | None) -> Any:
        draft.skipped.append(Passed("test.slow", draft.view.normal, 0, 4))
        return real(draft, id)

    monkeypatch.setattr(pipeline, "_document", document)
    (tmp_path / "a.txt").write_text("قتل 12 جنديا.", encoding="utf-8")
    ended = run("extract", str(tmp_path / "a.txt"), "--lang", "ar")
    assert ended.code == 0
    assert "warning: rule test.slow gave up characters 0 to 4: looking through them took too long" in ended.err
