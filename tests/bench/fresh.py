"""What only a fresh interpreter shows: import and load times, peak memory."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

#: what each step of a session has cost so far, in a process of its own
_CODE = """
import json, resource, sys, time
from pathlib import Path
code, tagger, path = sys.argv[1:]
out = {}
def peak():
    status = Path("/proc/self/status")  # Linux hands the parent's peak on to a child in getrusage, but not here
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
def mark(name, since):
    out[name] = {"cpu ms": 1000 * (time.process_time() - since), "peak MiB": peak()}
    return time.process_time()
since = mark("bare python", 0.0)
import kursk_nlp
since = mark("import", since)
nlp = kursk_nlp.load(code, tagger)
if code != "auto":
    from kursk_nlp import taggers
    taggers.get(tagger, code)
since = mark("load", since)
nlp(open(path, encoding="utf-8").read())
mark("first article", since)
print(json.dumps(out))
"""


def steps(code: str, tagger: str, path: str, times: int = 5) -> dict[str, dict[str, float]]:
    """CPU milliseconds of each step, and the peak memory after it, in MiB: medians of ``times`` fresh processes."""
    runs = [json.loads(subprocess.run([sys.executable, "-c", _CODE, code, tagger, path], check=True, capture_output=True, text=True).stdout)
            for _ in range(times)]
    return {step: {what: round(statistics.median(r[step][what] for r in runs), 1) for what in runs[0][step]} for step in runs[0]}
