"""A document built by hand, in which every layer says something, so that its views are tested apart from the extractors."""

from __future__ import annotations

import hashlib
from typing import Any

from kursk_nlp import Document
from kursk_nlp.schema import Attribution, Date, Entity, Figure, Number, Quote, Span, Speaker, Unit

TEXT = ("قالت وزارة الصحة، أمس، إن نحو 1,200 شخص قُتلوا في حلب، بينهم ثلثاهم من النساء. وأضاف سامي: «لن ننسى».\n"
        "وصل عشرات الجنود من اللواء 12 إلى المدينة.")


def at(words: str, after: str = "") -> dict[str, Any]:
    """Offsets and text of ``words`` in ``TEXT``, the first time that they stand after ``after``."""
    start = TEXT.index(words, TEXT.index(after))
    return {"start": start, "end": start + len(words), "text": words}


def sample() -> Document:
    total = Number(**at("نحو 1,200"), kind="cardinal", value=1200, mod="approx", rule="number.digits")
    share = Number(**at("ثلثاهم"), kind="fraction", value=800, mod="approx", rule="number.fraction")
    some = Number(**at("عشرات"), kind="vague", low=10, rule="number.vague")
    ministry = Attribution(**at("وزارة الصحة"), name="وزارة الصحة", kind="organisation")
    city = Entity(**at("حلب"), label="LOC", name="حلب", id="geonames:170063", country="SY", latitude=36.2, longitude=37.16,
                  rule="name.place")
    document = Document(
        id="a1", lang="ar", published="2025-03-02", text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        numbers=(total, share, some),
        dates=(Date(**at("أمس"), type="DATE", value="2025-03-01", date_start="2025-03-01", date_end="2025-03-01", rule="date.relative"),),
        entities=(city,),
        units=(Unit(**at("اللواء 12"), kind="formation", name="اللواء 12", echelon="brigade", designator="12", rule="unit.numbered"),),
        figures=(
            Figure(**at("نحو 1,200"), number=total, outcome="killed", victims=Span(**at("شخص")), sources=(ministry,), place=city,
                   date="2025-03-01", cumulative=True, rule="figure.verb"),
            Figure(**at("ثلثاهم"), number=share, outcome="killed", role="woman", fraction_of=0, part_of=0, sources=(ministry,),
                   status="unconfirmed", rule="figure.part"),
            Figure(**at("عشرات"), number=some, outcome="deployed", victims=Span(**at("الجنود")), role="military", country="SY",
                   rule="figure.verb")),
        quotes=(Quote(**at("لن ننسى"), kind="direct", cue=Span(**at("أضاف")), speaker=Speaker(**at("سامي"), name="سامي"),
                      rule="quote.marked"),))
    document.__dict__["text"] = TEXT
    return document
