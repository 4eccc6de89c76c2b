"""A short run of ``tests.soak``, and that it sees what is broken."""

from __future__ import annotations

from typing import Any

import pytest

from kursk_nlp.extract import units

from . import soak


@pytest.mark.parametrize("seed", [1, 20])
def test_random_articles_break_no_promise(seed: int) -> None:
    done, failures = soak.soak(seed, count=120)
    assert done == 120
    assert not failures, "\n".join(map(str, failures))


def test_the_same_seed_gives_the_same_texts() -> None:
    assert [t for t, _ in zip(soak.texts(5), range(9), strict=False)] == [t for t, _ in zip(soak.texts(5), range(9), strict=False)]


def test_what_breaks_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: Any) -> Any:
        raise IndexError("made for this test")

    monkeypatch.setattr(units, "find", broken)
    done, failures = soak.soak(3, count=5)
    assert done == 5
    assert [f.error for f in failures] == ["IndexError: made for this test"]
