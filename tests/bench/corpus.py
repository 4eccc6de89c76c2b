"""``python -m tests.bench.corpus [--articles 4000]``: articles a second with one and two processes, and peak memory at a tenth and all.

Memory is the peak resident size of the process that reads, writes and waits (not of its workers), in MiB.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from ..generated import write_jsonl

_CODE = """
import json, resource, sys, time
from kursk_nlp.corpus import read_corpus
start = time.perf_counter()
corpus = read_corpus(sys.argv[1], db=sys.argv[2], jobs=int(sys.argv[3]))
seconds = time.perf_counter() - start
print(json.dumps({"articles": len(corpus), "seconds": round(seconds, 2),
                  "peak MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
"""


def run(source: Path, folder: Path, jobs: int) -> dict[str, float]:
    """One run in a fresh process."""
    db = folder / f"{source.stem}-{jobs}.duckdb"
    db.unlink(missing_ok=True)
    made = subprocess.run([sys.executable, "-c", _CODE, str(source), str(db), str(jobs)], capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(made.stdout)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.corpus", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=4000)
    size = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = write_jsonl(folder / "few.jsonl", size // 10), write_jsonl(folder / "many.jsonl", size)
        small, one, two = run(few, folder, 2), run(many, folder, 1), run(many, folder, 2)
    print(json.dumps({"few": small, "one job": one, "two jobs": two, "speed of two over one": round(one["seconds"] / two["seconds"], 2),
                      "memory of many over few": round(two["peak MiB"] / small["peak MiB"], 2)}, indent=1))


if __name__ == "__main__":
    main()
