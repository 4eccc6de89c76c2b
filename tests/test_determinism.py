"""The same text gives the same document, wherever and whenever it is read."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import kursk_nlp

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "fixtures").glob("*/*.txt"))]

CODE = """
import hashlib, sys, pathlib, kursk_nlp
nlp = kursk_nlp.load("auto")
digest = hashlib.sha256()
for path in sorted(pathlib.Path(sys.argv[1]).glob("*/*.txt")):
    digest.update(nlp(path.read_text(encoding="utf-8")).to_json().encode())
print(digest.hexdigest())
"""


def digest(**environment: str) -> str:
    """The hash of all fixture documents, made by a fresh interpreter in a changed environment."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | environment
    run = subprocess.run([sys.executable, "-W", "error", "-c", CODE, str(ROOT / "fixtures")], env=env, capture_output=True, text=True,
                         check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


@pytest.fixture(scope="module")
def usual() -> str:
    return digest(PYTHONHASHSEED="0")


@pytest.mark.parametrize("environment", [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "77"}, {"TZ": "Asia/Kabul"}, {"TZ": "Pacific/Apia"},
                                         {"LC_ALL": "C"}, {"LANG": "fa_IR.UTF-8"}, {"PYTHONOPTIMIZE": "2"}],
                         ids=lambda e: "-".join(f"{k}={v}" for k, v in e.items()))
def test_no_hash_seed_time_zone_or_locale_changes_a_document(environment: dict[str, str], usual: str) -> None:
    assert digest(**environment) == usual


def test_threads_share_a_pipeline() -> None:
    nlp = kursk_nlp.load("auto")
    alone = [nlp(t) for t in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(nlp, TEXTS * 3)) == alone * 3


def test_today_is_never_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Relative dates without a reference stay unresolved: nothing reads the clock."""
    for lang, text in (("fa", "دیروز سه نفر در شهر کشته شدند."), ("ar", "قتل ثلاثة أشخاص في المدينة أمس.")):
        data = kursk_nlp.load(lang)(text).to_dict()
        assert data["published"] is None
        assert all(d["value"] is None for d in data["dates"] if d["type"] == "DATE"), data["dates"]
