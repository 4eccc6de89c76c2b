"""Counts of people in Arabic: verbs stand before or behind, nouns say one and two by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...rules.frames.figures import FigureFrames
from ...rules.lexicon import Affixes
from .inflect import EXACT, NOUN, PARTICLE, VERB
from .inflect import conjugate as _conjugate

_PRONOUNS = frozenset({"ه", "ها", "هم", "هن", "هما", "نا", "ی"})
_DUAL = frozenset({"ان", "تان", "تین"})
_OWNED_DUAL = frozenset(d + p for d in ("ی", "تی", "ا", "تا") for p in _PRONOUNS - {"ی"})
_PERSON = Affixes(NOUN.prefixes, frozenset({"", "ا", "ه", "ان", "ین", "تان", "تین", "ات", "ون", "و", "ی", "تا", "تی",
                                           *_PRONOUNS, *(p + s for p in ("ی", "ت", "ا", "تا", "تی") for s in _PRONOUNS)}))
_FEMININE = Affixes(NOUN.prefixes, frozenset({"ه", "تان", "تین", "تا", "تی", "ات", *("ت" + s for s in _PRONOUNS)}))
_ACT = Affixes(NOUN.prefixes, frozenset({"", "ه", "ها", "هم", "ا"}))


def conjugate(form: str) -> Iterator[str]:
    """The forms of a verb, without the one that is far more often a time of day (فجرا)."""
    return (bent for bent in _conjugate(form) if bent != "فجرا")


AFFIXES = {
    "f.person": _PERSON, "f.person.fem": _FEMININE, "f.victim.fem": _FEMININE, "f.victim": _PERSON,
    "f.state.adj": _PERSON,
    "f.act": _ACT, "f.verb": VERB, "f.finite": VERB, "f.reach": VERB, "f.copula": VERB,
    "f.deny": VERB, "f.break": EXACT, "f.prep": PARTICLE, "f.among": EXACT, "f.relative": EXACT, "f.anaphor": EXACT, "f.since": EXACT,
    "f.fate": EXACT, "f.doubt": EXACT, "f.thing.era": EXACT,
    "f.correct": VERB, "f.exceed": VERB, "f.carry": VERB,
    "f.bring": Affixes({**NOUN.prefixes, **VERB.prefixes}, frozenset({"", "ت", "وا"})),
}
EXPAND: dict[str, Callable[[str], Iterator[str]]] = dict.fromkeys(
    ("f.verb", "f.finite", "f.reach", "f.copula", "f.deny", "f.bring", "f.exceed", "f.carry", "f.correct"), conjugate)


def how_many(prefix: str, suffix: str, flags: frozenset[str]) -> int | None:
    """1 for an indefinite singular, 2 for a dual; a regular plural in ین is neither, nor is what has the article."""
    if prefix.endswith("ال") or prefix == "لل":
        return None
    if suffix in _OWNED_DUAL and "sound" not in flags:
        return 2
    if suffix in _DUAL or (suffix == "ین" and "sound" not in flags and "plural" not in flags):
        return 2
    return 1 if suffix in ("", "ا", "ه") and "plural" not in flags else None


def _is_owned(word: str, text: str) -> bool:
    """زوجته, مقاعدهم; ه is a pronoun only where the text has kept the dots of ة."""
    return (len(word) > 3 and word.endswith("ه") and "ة" in text) or (len(word) > 4 and word.endswith(("هم", "هما", "هن")))


def frames() -> FigureFrames:
    """The frame, filled."""
    return FigureFrames(
        rules=("noun", "pair", "act", "verb", "attribute", "among", "before", "corrected", "enumerated", "topic", "after", "condition",
               "listed"),
        how_many=how_many,
        measured=frozenset(),
        pronouns=frozenset(),
        all_of=frozenset({"جمیع", "کل", "کافه", "بجمیع", "بکل"}),
        demonstratives=frozenset({"هذه", "هولاء", "هذا", "تلک"}),
        copulas=frozenset(),
        predicative=frozenset({"", "ا", "ه", "ین", "ون"}),
        partitive=frozenset({"من"}),
        conjunctions=frozenset({"و", "ف", "او", "ثم"}),
        clitics=frozenset({"و", "ف", "ب", "ل", "ک", "وب", "ول", "فب"}),
        attached=frozenset({"ب", "ل"}),
        topic=frozenset({"", "الی", "ب", "عند", "علی", "ل"}),
        article="ال",
        accusative="ا",
        feminine="ه",
        object_mark="",
        pair=frozenset({"بین"}),
        auxiliaries=frozenset({"قد", "سوف", "لم", "لن"}),
        construct=frozenset({"", "ا"}),
        plural=frozenset({"ین", "ون", "ات"}),
        possessors=frozenset({"هم", "ها", "ه", "نا"}),
        theirs=frozenset({"هم", "هن", "هما"}),
        particles=frozenset({"فقد"}),
        uncounted=frozenset({"f.not", "f.one"}),
        clausal=frozenset({"من", "حتی"}),
        negations=frozenset({"لم", "لن", "لا", "ما"}),
        negative_verb=lambda form: False,
        place_words=frozenset({"فی", "قرب", "بالقرب", "شرق", "شرقی", "غرب", "غربی", "شمال",
                               "شمالی", "جنوب", "جنوبی", "وسط", "داخل", "محیط", "علی", "وفی", "قباله", "ضواحی", "ریف"}),
        since=frozenset({"منذ", "حتی", "من", "الی", "بین", "قبل"}),
        goal_words=frozenset({"الی", "نحو"}),
        origin_words=frozenset({"من", "عن"}),
        plural_verb=("وا", "ون"),
        one="واحد",
        along="",
        passed="",
        indefinite=frozenset(),
        is_owned=_is_owned,
        is_single=lambda word: not word.endswith(("ین", "ون", "ان", "ه", "ات")),
        present="ی",
    )
