"""What fuzzing has found stays mended, and a moment of fuzzing without atheris finds nothing new."""

from __future__ import annotations

import random
from importlib.util import find_spec
from pathlib import Path

import pytest

from .fuzz.entries import BREAK, ENTRIES, check
from .fuzz.mutate import mutated

FOUND = sorted((Path(__file__).parent / "fuzz" / "found").glob("*/*"))
#: reading files needs the extra ``corpus``
DOORS = [name for name in ENTRIES if name != "files" or all(map(find_spec, ("pyarrow", "trafilatura")))]


@pytest.mark.parametrize("path", FOUND, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_what_was_found_stays_mended(path: Path) -> None:
    if path.parent.name in DOORS:
        check(path.parent.name, path.read_bytes())


@pytest.mark.parametrize("name", DOORS)
def test_a_moment_of_variations_breaks_no_promise(name: str) -> None:
    chance = random.Random(10)
    seeds = list(ENTRIES[name].seeds())
    for seed in range(25):
        data = chance.choice(seeds)[:3000]
        for _ in range(3):
            data = mutated(data, ENTRIES[name].form, seed)[:3000]
            check(name, data)


def test_a_variation_changes_something_and_is_its_seed_s_own() -> None:
    for form, data in (("text", b"\0" + "قتل 3 جنود".encode()), ("json", b'\0{"id": "x", "units": [{"start": 1}]}'),
                       ("json", b'\0{"id": 1}' + BREAK.encode() + b"text")):
        made = {mutated(data, form, seed) for seed in range(40)}
        assert len(made) > 20
        assert mutated(data, form, 7) == mutated(data, form, 7)


def test_a_broken_promise_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    from kursk_nlp.text import view

    monkeypatch.setattr(view, "sentences", lambda text: [(0, 1)])
    with pytest.raises(AssertionError, match="a sentence was lost"):
        check("text", b"\0" + "قتل 3 جنود.".encode())
