"""The figures of a run as Markdown tables."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

PACKAGES = ("regex", "pyahocorasick", "msgspec", "python-crfsuite", "dateparser")


def machine() -> dict[str, str]:
    """Processor, system, Python and the packages that decide."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    found = {"processor": f"{len(models)} × {models[0]}" if models else platform.processor(), "system": platform.system(),
             "python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines)


def _cells(row: dict[str, Any], names: Sequence[str]) -> list[Any]:
    if "note" in row:
        return [row["note"], *[""] * (len(names) - 1)]
    return [row.get(name, "") for name in names]


def write(result: dict[str, Any]) -> str:
    """The page: what was measured, on what, and the tables."""
    times = ("cpu ms", "wall ms", "× tokenisation")
    out = [
        "# Benchmark\n\nWritten by `python -m tests.bench --page docs/benchmark.md`; the packages compared come with `pip install "
        "'.[bench]'`, each where it can be had. Times are CPU and wall milliseconds an article, the cheapest of several rounds in one "
        "process; a ratio is to one regex tokenisation pass over the same articles in the same run, or to dateparser's `search_dates`. "
        "On another machine look at the ratios. "
        f"{result['articles']} articles of {result['characters']} characters on average.\n\n"
        + "; ".join(f"{k} {v}" for k, v in result["machine"].items()) + f". Load average at the start: {result['load at start']}.\n",
        "## Stages\n\nWithout a tagger, language told first; the pipelines are given the language.\n\n"
        + table(["stage", *times], [[name, *_cells(row, times)] for name, row in result["stages"].items()])]
    names = (*times, "× search_dates")
    for code, rows in result["others"].items():
        out.append(f"## Beside other packages: {code}\n\nNone does the same work; the second column says what each was asked for.\n\n"
                   + table(["package", "asked for", *names], [[r["what"], r["asked"], *_cells(r, names)] for r in rows]))
    steps = next(iter(result["fresh"].values()))
    out.append("## Fresh process\n\nCPU milliseconds of each step and peak memory (MiB) after it.\n\n" + table(
        ["language, tagger", *steps], [[name, *(f"{s['cpu ms']} ms, {s['peak MiB']} MiB" for s in run.values())]
                                       for name, run in result["fresh"].items()]))
    out.append("## Articles a second\n\nDefault tagger, warm.\n\n" + table(["processes", "articles a second"],
                                                                         list(result["articles a second"].items())))
    for code, grown in result.get("growth", {}).items():
        sizes = [f"{int(r['bytes']) // 1024} KB" for r in grown["rows"]]
        out.append(f"## Growth: {code}\n\nDefault tagger. CPU seconds of the whole pipeline, the collector at work: "
                   + ", ".join(f"{size} {row['pipeline']:.3f}" for size, row in zip(sizes, grown["rows"], strict=True))
                   + ".\n\nHow many times more each stage costs at each doubling from 64 KB on (2 is linear); the collector rests, but for "
                   "`pipeline`.\n\n"
                   + table(["stage", "each doubling", "mean"], [[name, ", ".join(map(str, r)), grown["mean ratio"][name]]
                                                                for name, r in grown["ratios"].items()]))
    return "\n".join(out)
