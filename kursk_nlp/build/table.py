"""``python -m kursk_nlp.build.table``: exact entity F1 of both taggers on every test split and across corpora.

The CRF's recipe is trained with what it is tested on left out; the Stanza model is the one that ``load`` finds (extra ``stanza``), where
``build.stanza`` made it, and its training saw none of the splits. ``KURSK_SHARED`` says where the corpora are (see ``build.ner``).
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from .ner import SHIPPED, table
from .stanza import measure


def main() -> None:
    """Print the table of both languages."""
    data = Path(os.environ.get("KURSK_SHARED", "../shared")) / "ner"
    for lang in sorted(SHIPPED):
        table(data, lang)
        if find_spec("stanza"):
            measure(data, lang)
        else:
            print(f"{lang}  stanza  not measured: the extra 'stanza' is not installed")


if __name__ == "__main__":
    main()
