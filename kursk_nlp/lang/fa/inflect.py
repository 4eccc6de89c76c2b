"""How Farsi words bend: what may stand around a form inside one written word, and the persons of a verb."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.lexicon import Affixes

_PLURAL = ("ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایمان", "هاست")
_POSSESSIVE = ("م", "ت", "ش", "مان", "تان", "شان", "اش", "اشان")
_COPULA = ("اند", "ند", "ست", "است", "ام", "اید", "ایم")

#: a noun or adjective with ezafe yeh, indefinite yeh, plurals, possessives, copula; with lost half-spaces all are one word
NOUN = Affixes(suffixes=frozenset({"", "ی", "ای", "یی", "ایی", *_PLURAL, *_POSSESSIVE, *_COPULA, "ان", "انی", "انش", "انشان", "یان", "گان",
                                   "گانی", "یها", "یهای", "یاند"}),
               spaced=frozenset({*_PLURAL, "ای", "اند"}))
#: a name: ezafe, copula, relative yeh
NAME = Affixes(suffixes=frozenset({"", "ی", "ند", "اند", "ست", "را"}))
#: a verb is conjugated in full, so nothing more stands around it; conjunct pronouns of speech aside
VERB = Affixes()
EXACT = Affixes()

_PAST = ("", "م", "ی", "یم", "ید", "ند")
_PRESENT = ("د", "ند", "م", "یم", "ید", "ی")
_PERFECT = ("", "~است", "~اند", "~ام", "~ایم", "~بود", "~بودند", "~بودیم", "~باشد", "~باشند")


def conjugate(form: str) -> Iterator[str]:
    """Every written form of a verb given as ``past stem|present stem``: گفت|گو. Preverbs and nominal parts stay outside.

    Past, imperfect, perfect and pluperfect, present, subjunctive, future (خواهد گفت), each with its negation; joints (~) where
    texts write a half-space, a space or nothing. A form without ``|`` is only itself.
    """
    if "|" not in form:
        yield form
        return
    past, present = form.split("|")
    if past:
        for no in ("", "ن"):
            yield from (no + past + e for e in _PAST)
            yield from (f"{no}می~{past}{e}" for e in _PAST)
            yield from (f"{no}{past}ه{e}" for e in _PERFECT)
            yield from (f"{no}می~{past}ه{e}" for e in ("~است", "~اند"))
            yield from (f"{no}خواه{e} {past}" for e in ("د", "ند", "یم", "م"))
    if present:
        for no in ("", "ن"):
            yield from (f"{no}می~{present}{e}" for e in _PRESENT)
            yield from (f"{no or 'ب'}{present}{e}" for e in _PRESENT)
            yield from (f"{no}{present}{e}" for e in _PRESENT[:2])
