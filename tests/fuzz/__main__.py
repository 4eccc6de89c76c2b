"""``python -m tests.fuzz ENTRY [--minutes N] [--work FOLDER] [--log FILE]``: atheris on one door of the library.

Everything that atheris learnt stays in the work folder, so that a later run goes on where this one stopped. A promise that is broken is
recorded there once for each place in the code and the run goes on; a hang, a crash of the interpreter or a lack of memory ends the
process, is recorded, and another takes over. Ends with 1 if something was found. With ``--log`` a line of JSON says what was done.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import time
import traceback
from collections import deque
from pathlib import Path

from .entries import ENTRIES, check
from .mutate import mutated

#: wall seconds after which an input counts as a hang, and memory (MiB) that a process may take
HANG, MEMORY = 120, 3000


def child(name: str, work: Path, seconds: int) -> None:
    """In its own process: fuzz until the time is over."""
    import atheris

    entry, seen = ENTRIES[name], set()

    def one(data: bytes) -> None:
        try:
            check(name, data)
        except Exception as wrong:
            frame = traceback.extract_tb(wrong.__traceback__)[-1]
            place = f"{Path(frame.filename).name}:{frame.name}:{type(wrong).__name__}:{frame.line}"
            if place not in seen:
                seen.add(place)
                stem = hashlib.sha256(place.encode()).hexdigest()[:12]
                (work / "found").mkdir(exist_ok=True)
                if not (work / "found" / f"{stem}.bin").exists():
                    (work / "found" / f"{stem}.bin").write_bytes(data)
                    (work / "found" / f"{stem}.txt").write_text(traceback.format_exc(), encoding="utf-8", errors="replace")

    def mutator(data: bytes, longest: int, seed: int) -> bytes:
        return bytes(atheris.Mutate(data, longest)) if seed % 5 == 0 else mutated(data, entry.form, seed)[:longest]

    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", f"-max_len={entry.longest}", f"-timeout={HANG}", f"-rss_limit_mb={MEMORY}",
                   f"-artifact_prefix={work}/stopped-", "-print_final_stats=1", "-len_control=0", "-reload=0", str(work / "corpus")], one,
                  custom_mutator=mutator)
    atheris.Fuzz()


def run(name: str, minutes: float, work: Path) -> dict[str, object]:
    """Fuzz for so long; what was done and found."""
    corpus = work / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in ENTRIES[name].seeds():
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed[:ENTRIES[name].longest])
    end, executions, features, processes = time.monotonic() + 60 * minutes, 0, (0, 0), 0
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    while (left := end - time.monotonic()) > 5:
        processes += 1
        command = [sys.executable, "-W", "ignore", "-m", "tests.fuzz.child", name, str(work), str(int(left))]
        with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, errors="replace",
                              env=os.environ | {"PYTHONHASHSEED": "0"}) as process:
            assert process.stderr is not None
            last, tail = 0, deque[str](maxlen=60)
            for line in process.stderr:
                tail.append(line)
                if m := re.match(r"#(\d+)\s.*?cov: (\d+) ft: (\d+)", line):
                    last, features = int(m[1]), (int(m[2]), int(m[3]))
                elif m := re.match(r"stat::number_of_executed_units:\s*(\d+)", line):
                    last = int(m[1])
            executions += last
        if process.returncode:
            (work / f"stopped-{processes}.log").write_text("".join(tail), encoding="utf-8")
            if not last:
                raise SystemExit("".join(tail))
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = sorted(str(p.relative_to(work)) for p in (*work.glob("found/*.bin"), *work.glob("stopped-*-*")))
    cpu = spent.ru_utime + spent.ru_stime - before.ru_utime - before.ru_stime
    return {"entry": name, "minutes": round(minutes, 1), "cpu_seconds": round(cpu),
            "executions": executions, "coverage": features[0], "features": features[1], "inputs": len(list(corpus.iterdir())),
            "processes": processes, "found": found}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.split("\n", 1)[0])
    parser.add_argument("entry", choices=ENTRIES)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--work", type=Path, help="default: .fuzz/ENTRY")
    parser.add_argument("--log", type=Path)
    options = parser.parse_args()
    work = (options.work or Path(".fuzz") / options.entry).resolve()
    done = run(options.entry, options.minutes, work)
    line = json.dumps(done, ensure_ascii=False)
    print(line)
    if options.log:
        with options.log.open("a", encoding="utf-8") as log:
            log.write(line + "\n")
    return 1 if done["found"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
