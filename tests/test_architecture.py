"""Who may import whom: read from the imports themselves, so that a room cannot grow a back door."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "kursk_nlp"
FILES = sorted(ROOT.rglob("*.py"))

#: room -> rooms it may import from (itself always)
ALLOWED = {
    "errors": set(),
    "limits": {"errors"},
    "schema": {"limits"},
    "gold": {"errors", "limits", "schema"},
    "text": {"errors"},
    "rules": {"errors", "text"},
    "lang": {"errors", "text", "rules", "gazetteer", "taggers"},
    "gazetteer": {"errors", "text", "rules"},
    "taggers": {"errors", "text", "rules", "gazetteer"},
    "extract": {"errors", "schema", "text", "rules", "gazetteer", "taggers"},
    "pipeline": {"errors", "schema", "text", "rules", "lang", "gazetteer", "taggers", "extract"},
    "spelling": {"lang"},
    "parse": {"errors", "schema", "text", "lang", "extract"},
    "explain": {"schema", "text"},
    "evaluate": {"errors", "schema", "gold", "pipeline", "text", "export"},
    "corpus": {"errors", "limits", "schema", "pipeline", "export", "explain", "text"},
    "export": {"errors", "limits", "schema", "gold", "explain"},
    "cli": {"errors", "limits", "schema", "pipeline", "explain", "evaluate", "corpus", "export", "taggers", "text"},
    "__main__": {"cli"},
    "build": {"errors", "text", "rules", "lang", "gazetteer", "taggers", "pipeline"},
}
HEAVY = ("torch", "stanza", "pyarrow", "pandas", "duckdb", "pyspark", "babel", "dateparser", "rich", "numpy")


def room(path: Path) -> str:
    """The first folder or the file's stem."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> list[tuple[str, ...]]:
    """Every import of ours in a file, as parts below the package (``("text", "view")``)."""
    here = path.relative_to(ROOT).parts[:-1]
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = here[: len(here) - node.level + 1]
            module = (*base, *(node.module.split(".") if node.module else ()))
            found += [(*module, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kursk_nlp":
            found += [(*node.module.split(".")[1:], alias.name) for alias in node.names]
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_rooms_import_only_what_the_house_allows(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    assert own in ALLOWED, f"{own} is no room of the house; say in ALLOWED what it may import"
    for target in imports(path):
        assert target[0] in ALLOWED[own] | {own, "__version__"}, f"{path.name} ({own}) imports {'.'.join(target)}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_is_longer_than_400_lines(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 400


def test_the_two_languages_never_import_each_other() -> None:
    for path in FILES:
        parts = path.relative_to(ROOT).parts
        if parts[:1] == ("lang",) and len(parts) > 2 and parts[1] in ("fa", "ar"):
            other = {"fa": "ar", "ar": "fa"}[parts[1]]
            assert not any(t[:2] == ("lang", other) for t in imports(path)), f"{path} imports {other}"


def test_the_two_languages_have_the_same_files() -> None:
    assert {p.name for p in (ROOT / "lang/fa").glob("*.py")} == {p.name for p in (ROOT / "lang/ar").glob("*.py")}
    assert {p.name for p in (ROOT / "lang/fa/data").glob("*.tsv")} == {p.name for p in (ROOT / "lang/ar/data").glob("*.tsv")}


def test_no_import_cycle() -> None:
    modules = {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in FILES}
    edges: dict[str, set[str]] = {}
    for name, path in modules.items():
        targets = set()
        for t in imports(path):
            full, parent = ".".join(t), ".".join(t[:-1])
            targets.add(full if full in modules else parent)
        edges[name] = (targets & set(modules)) - {name}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name):], name))
        if name not in done:
            for target in edges[name]:
                visit(target, (*trail, name))
            done.add(name)

    for name in modules:
        visit(name, ())


def test_nothing_heavy_at_import() -> None:
    code = f"import sys, kursk_nlp; print([m for m in {HEAVY!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert out.stdout.strip() == "[]"
