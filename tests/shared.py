"""Where the articles lie that do not belong to the project: ``KURSK_SHARED``, else ``../shared``."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KURSK_SHARED") or ROOT.parent / "shared")
if not SHARED.is_absolute():
    SHARED = ROOT / SHARED


def needs(extra: str, *modules: str) -> None:
    """Skip the module that calls this, loudly, where the modules of an extra are not installed."""
    if missing := [m for m in modules if find_spec(m) is None]:
        pytest.skip(f"NOT TESTED: {', '.join(missing)} missing; pip install '.[{extra}]' brings what is needed", allow_module_level=True)


needs_shared = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(),
    reason=f"THE FIVE REAL ARTICLES WERE NOT FOUND: there is no {SHARED / 'seeds'}. Set KURSK_SHARED to the folder that holds seeds/ and "
           "gold/; without them nothing here says how well real text is read")
