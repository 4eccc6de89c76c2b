"""Counts of people in Farsi: the verb is last, and most verbs are a nominal part with a light verb."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.frames.figures import FigureFrames
from .inflect import EXACT, NOUN, VERB
from .inflect import conjugate as _conjugate

_PLURAL = frozenset(s for s in NOUN.suffixes if s.startswith(("ها", "ان", "گان", "یان", "یها")))


def conjugate(form: str) -> Iterator[str]:
    """The forms of a verb behind its preverb or nominal part: جان باخت|باز.

    Without the second person singular, which news does not use and which makes nouns of some stems (کشتی).
    """
    if "|" not in form:
        yield form
        return
    nominal, _, verb = form.rpartition(" ")
    past, present = verb.split("|")
    for bent in _conjugate(verb):
        if bent not in (past + "ی", present + "ی", "ب" + present + "ی"):
            yield f"{nominal} {bent}".strip()


AFFIXES = {f"f.{tag}": VERB for tag in ("verb", "finite", "reach", "take", "by", "deny", "exceed")}
AFFIXES |= {f"f.{tag}": EXACT for tag in ("thing.era", "prep", "relative", "break", "not", "since", "inf")}
EXPAND = {tag: conjugate for tag in AFFIXES if AFFIXES[tag] is VERB}


def how_many(prefix: str, suffix: str, flags: frozenset[str]) -> int | None:
    """1 for a noun with the indefinite yeh (دختری); the rules ask for it only where a person is brought in."""
    return 1 if suffix in ("ی", "ای", "یی") else None


def _is_negative(form: str) -> bool:
    """نشد, نمی‌شود; not the verbs whose stem begins with ن (نمود, نشست, نوشت, نامید)."""
    return form.startswith(("نمی", "نشد", "نشو")) or (form.startswith("ن") and not form.startswith(("نم", "نش", "نو", "نام")))


def frames() -> FigureFrames:
    """The frame, filled."""
    return FigureFrames(
        rules=("noun", "act", "attribute", "corrected", "after", "among", "enumerated", "topic", "listed"),
        how_many=how_many,
        measured=frozenset({"ساله", "ماهه", "روزه", "هفته", "ساعته", "نفره", "نفری", "قلو"}),
        pronouns=frozenset({"یکی"}),
        all_of=frozenset({"هر"}),
        demonstratives=frozenset({"این", "آن", "ان", "همان"}),
        copulas=frozenset({"اند", "ند", "ست", "است"}),
        predicative=frozenset({"", "ند", "اند", "ست", "است", "ی", "ای"}),
        partitive=frozenset({"از"}),
        conjunctions=frozenset({"و", "یا"}),
        clitics=frozenset(),
        attached=frozenset(),
        topic=frozenset({"", "به", "از", "تا"}),
        article="",
        accusative="",
        feminine="",
        object_mark="را",
        pair=frozenset({"بین", "میان"}),
        auxiliaries=frozenset(),
        construct=frozenset({"", "ی", "های"}),
        plural=_PLURAL | {"ان", "گان"},
        possessors=frozenset({"ش", "شان", "اش"}),
        theirs=frozenset({"شان"}),
        particles=frozenset(),
        uncounted=frozenset({"f.not"}),
        clausal=frozenset(),
        negations=frozenset(),
        negative_verb=_is_negative,
        place_words=frozenset({"در", "نزدیکی", "اطراف", "حومه", "شرق", "غرب", "شمال", "جنوب", "مرکز", "محور", "حوالی", "جبهه",
                               "راه", "راهی", "عازم", "روانه"}),
        since=frozenset({"از", "تا", "بین", "آغاز", "اغاز"}),
        goal_words=frozenset({"به"}),
        origin_words=frozenset({"از"}),
        plural_verb=("ند",),
        one="",
        along="با",
        passed="از",
        indefinite=frozenset({"ی", "ای", "یی"}),
        is_owned=lambda word, text: False,
        is_single=lambda word: False,
        present="",
    )
