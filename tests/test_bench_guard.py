"""The guard of ``tests.bench.guard``: no stage may come to cost twice its recorded share, and the guard sees one that does."""

from __future__ import annotations

import time
from typing import Any

import pytest

from kursk_nlp.extract import units

from .bench import guard


def test_no_stage_has_doubled() -> None:
    assert not guard.check(), "if the price is worth it: python -m tests.bench.guard --record"


def test_a_stage_that_doubles_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = units.find

    def slow(*given: Any) -> Any:
        until = time.process_time() + 0.002
        while time.process_time() < until:
            pass
        return usual(*given)

    monkeypatch.setattr(units, "find", slow)
    monkeypatch.setattr(guard, "ROUNDS", 2)
    assert set(guard.check()) == {"units"}
