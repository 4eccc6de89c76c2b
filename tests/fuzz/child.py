"""One process of a run, with the library instrumented before anything imports it."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kursk_nlp"]):
    import kursk_nlp
    from kursk_nlp import cli, evaluate, lang  # noqa: F401
    from kursk_nlp.corpus import reader  # noqa: F401
    from kursk_nlp.extract import article, dates, figures, names, numbers, quotes, units  # noqa: F401

    for _code in ("fa", "ar"):
        kursk_nlp.load(_code)("من 3")

from .__main__ import child

if __name__ == "__main__":
    child(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
