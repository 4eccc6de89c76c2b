"""Who vouches for a stretch of text: the narrowest claim first, each source once."""

from __future__ import annotations

from kursk_nlp.extract.attribution import sources_of
from kursk_nlp.extract.draft import Claim, Draft
from kursk_nlp.rules.lexicon import Hits
from kursk_nlp.schema import Attribution
from kursk_nlp.text.view import View


def source(name: str, id: str | None = None) -> Attribution:
    return Attribution(start=0, end=1, text="x", name=name, kind="person", id=id)


def test_the_origin_comes_before_the_outlet_and_the_inner_claim_before_the_outer() -> None:
    draft = Draft(View("x" * 100), Hits(()), "ar")
    draft.claims = [Claim(10, 90, (source("minister"), source("agency"))), Claim(20, 40, (source("army"), source("agency")))]
    assert [s.name for s in sources_of(draft, 25, 30)] == ["army", "agency", "minister"]
    assert [s.name for s in sources_of(draft, 50, 60)] == ["minister", "agency"]
    assert [s.name for s in sources_of(draft, 35, 45)] == ["minister", "agency"]
    assert sources_of(draft, 5, 12) == ()


def test_a_source_with_an_id_is_the_same_under_two_names() -> None:
    draft = Draft(View("x" * 100), Hits(()), "fa")
    draft.claims = [Claim(0, 50, (source("Reuters", "org:reuters"), source("the agency", "org:reuters")))]
    assert [s.name for s in sources_of(draft, 1, 2)] == ["Reuters"]
