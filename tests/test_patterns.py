"""No pattern of the library can run away: looked at, and tried on strings built to make it."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex

import kursk_nlp
from kursk_nlp.text import patterns
from kursk_nlp.text.patterns import REGISTRY, SKIPPED, Passed, Pattern, gives_back, pattern

sre = pytest.importorskip("regexploit.ast.sre", reason="the analysis of patterns needs regexploit, which the test extra brings")
redos = pytest.importorskip("regexploit.redos")

for code in ("fa", "ar"):  # patterns are made when a language is built
    kursk_nlp.load(code)("نص متن 1")
NAMES = sorted(REGISTRY)


class Parser(sre.SreOpParser):  # type: ignore[misc]
    """regexploit's parser, taught what never gives back: an atomic part counts as read once."""

    def from_ATOMIC_GROUP(self, parsed: Any) -> Any:  # noqa: N802
        return self.sequence_or_singleton(list(parsed))

    def from_POSSESSIVE_REPEAT(self, parsed: Any) -> Any:  # noqa: N802
        return self.sequence_or_singleton(parsed[2])


def plain(source: str, verbose: bool) -> str:
    """A regex-module pattern in the smaller language of ``re``: named lists, properties and set operations as stand-ins."""
    source = regex.sub(r"\\L<\w++>", "ق", source)
    source = regex.sub(r"\\[pP]\{[^}]++\}", "ق", source)
    seen: set[str] = set()
    source = regex.sub(r"\(\?P<(\w++)>", lambda m: "(" if m[1] in seen else (seen.add(m[1]), m[0])[1], source)  # ``re`` takes a name once
    return f"(?x){source}" if verbose else source


@pytest.mark.parametrize("name", NAMES)
def test_no_repeat_is_nested_over_overlapping_sets(name: str) -> None:
    compiled = REGISTRY[name]
    tree = Parser().parse_sre(plain(compiled.pattern, bool(compiled.flags & regex.VERBOSE)), 0)
    worst = [r for r in redos.find(tree) if r.starriness > 2]
    assert not worst, f"{name} can take cubic time or worse: {worst[0]}"


def test_the_analysis_sees_what_it_should() -> None:
    assert any(r.starriness > 2 for r in redos.find(Parser().parse_sre(r"(ق+)+x", 0)))
    assert not any(r.starriness > 2 for r in redos.find(Parser().parse_sre(r"(?:ق++)++x", 0)))


BAIT = {
    "digits": "1", "digits and commas": "1,", "digits and spaces": "1 ", "arabic commas": "،", "waws": "و", "spaced waws": "و ",
    "quotes": "«", "straight quotes": '"', "pairs": "«»", "dots": ".", "spaces": " x", "letters": "ا", "short words": "ال ",
    "slashes": "1/", "colons": "1:", "dashes": "- ", "parentheses": "(", "lines": "\n-", "latin": "a ", "hyphens": "a-", "percent": "1%",
    "years": "2024 ",
}


def cost(compiled: regex.Pattern[str], text: str) -> float:
    """Seconds to find everything, the best of three."""
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        for _m in compiled.finditer(text, timeout=20):
            pass
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("bait", BAIT)
def test_eight_times_the_text_costs_about_eight_times_the_time(bait: str) -> None:
    for name in NAMES:
        short, long = BAIT[bait] * 2000, BAIT[bait] * 16000
        before, after = cost(REGISTRY[name], short), cost(REGISTRY[name], long)
        assert after < 0.02 or after / max(before, 1e-4) < 24, f"{name} on {bait}: 8 times the text took {after / before:.0f} times as long"


def test_every_pattern_is_made_by_the_registry() -> None:
    root = Path(kursk_nlp.__file__).parent
    for path in root.rglob("*.py"):
        if path.name == "patterns.py" or path.relative_to(root).parts[0] == "build":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
            if made and node.func.value.id in ("re", "regex"):  # type: ignore[attr-defined]
                assert node.func.attr == "escape", f"{path.name}:{node.lineno} makes a pattern past the registry"  # type: ignore[attr-defined]


@pytest.mark.parametrize("source", ["a+", "a*b", "(?:ab)+", "(a|b){1,9}c", "[+]+", r"a{3,}", "(?:ab)*?"])
def test_a_repeat_that_could_run_away_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="could run away"):
        pattern("test.runs", source)
    assert "test.runs" not in REGISTRY


@pytest.mark.parametrize("source", ["a++", "[+*]b", r"\+c?", "(?:ab)*+", "(a|b){1,9}+c", "a{3,}+", "a{2,5}", "(?:a{1,9}+){2}"])
def test_a_repeat_that_cannot_is_taken(source: str) -> None:
    assert gives_back(source) is None


#: at every place of a run of one letter it goes to the run's end, to find no x there: the square of the run's length
SLOW = "ا++x"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pattern]:
    """A pattern that takes too long over a long run of one letter, and a limit that is soon reached."""
    monkeypatch.setattr(patterns, "SECONDS", 0.05)
    monkeypatch.setattr(patterns, "SECONDS_A_CHARACTER", 0.0)
    yield pattern("test.slow", SLOW)
    del REGISTRY["test.slow"]


LONG = "ااx " + "ا" * 60_000


def test_a_scan_that_takes_too_long_ends_and_says_so(slow: Pattern) -> None:
    skipped: list[Passed] = []
    token = SKIPPED.set(skipped)
    start = time.process_time()
    assert [m.span() for m in slow.finditer(LONG)] == [(0, 3)], "what was found before is kept"
    assert slow.search(LONG, 4) is None
    assert slow.findall(LONG) == []
    assert slow.sub("", LONG) == LONG
    assert time.process_time() - start < 2
    SKIPPED.reset(token)
    assert [(p.rule, p.start, p.end) for p in skipped] == [("test.slow", s, len(LONG)) for s in (3, 4, 0, 0)]
    assert [list(slow.finditer("ااx")), slow.findall("ااx"), slow.sub("", "ااx x")][1:] == [["ااx"], " x"]
    assert slow.findall(LONG) == [], "with nobody to collect it, it is only not found"


def test_the_document_says_what_was_skipped(slow: Pattern, monkeypatch: pytest.MonkeyPatch) -> None:
    from kursk_nlp.extract import units

    usual = units.find
    text = "قتل  12 جنديا. " + "ا" * 60_000
    monkeypatch.setattr(units, "find", lambda draft, frames: [list(slow.finditer(draft.view.normal)), usual(draft, frames)][1])
    monkeypatch.setattr(patterns, "_SHORT", 10)
    document = kursk_nlp.load("ar", "none")(text)
    assert [(s.start, s.end, s.rule) for s in document.skipped] == [(0, len(text), "test.slow")]
    assert document.skipped[0].text == text
    assert [f.number.value for f in document.figures] == [12], "the other rules have read it"
    assert "skipped [0:" in document.explain()
    assert document.explain().endswith("took too long (test.slow)")
    assert "skipped" not in document.to_dict()
    assert kursk_nlp.load("ar", "none")("قتل 12 جنديا.").skipped == ()


def test_two_patterns_cannot_share_a_name() -> None:
    pattern("test.same", "a")
    pattern("test.same", "a")
    with pytest.raises(ValueError, match="two patterns are named"):
        pattern("test.same", "b")
    del REGISTRY["test.same"]
