"""The frame of ``quotes``: what a language tells about reported speech."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ...text.view import View
from ..lexicon import Hits
from ..reporting import Cue, Report, Sentence


@dataclass(frozen=True)
class QuoteFrames:
    """What a language tells about quotes.

    ``cues`` finds every cue of a text; ``reports`` reads a sentence; ``tags`` are the lexicon tags that items carry. The word
    lists are folded. ``stops`` end a noun phrase; ``governing`` words make the name after them somebody else's (to X, son of X);
    ``after_object`` stand behind what is no subject (را); ``partitives`` go on with "of" (one of); ``towards`` begin a word that
    means "to the X" (لل); ``bylines`` are verbs of writing that name a reporter in a dateline; ``called`` lead to a name (called X);
    ``doubtful`` are among the stops but names after a rank (علي); ``inside`` are "in"; ``belonging`` go on with "to" (belonging
    to); ``retired`` may stand between rank and name; ``relatives`` are verbs of a relative clause without "who"; ``agrees`` tells
    whether the second of two definite words can be an adjective of the first, ``how`` whether a word tells how something is said;
    ``breaking`` words stand before news and tell nothing; ``relaying`` lead from an outlet to its own source; ``ours`` tells a folded
    word in which somebody speaks for himself (a first person, shall not). ``article`` is what makes a noun definite (none in Farsi),
    ``definite`` tells whether a noun, as written, is; ``gender`` tells the ``f`` or ``m`` of a folded verb, ``""`` where it has none.
    """

    cues: Callable[[View, Hits], list[Cue]]
    reports: Callable[[Sentence], list[Report]]
    tags: tuple[str, ...]
    stops: frozenset[str]
    governing: frozenset[str]
    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    after_object: frozenset[str]
    partitives: frozenset[str]
    towards: tuple[str, ...]
    bylines: frozenset[str]
    called: frozenset[str]
    doubtful: frozenset[str]
    inside: frozenset[str]
    belonging: frozenset[str]
    retired: frozenset[str]
    relatives: frozenset[str]
    agrees: Callable[[str, str], bool]
    how: Callable[[str], bool]
    breaking: frozenset[str]
    relaying: frozenset[str]
    ours: Callable[[str], bool]
    article: str
    definite: Callable[[str], bool]
    gender: Callable[[str], str]


#: what each family of cues tells about the reporter's distance; those not named are neutral
STANCES: dict[str, Literal["claims", "admits", "denies", "confirms"]] = {
    "claim": "claims", "accuse": "claims", "admit": "admits", "deny": "denies", "confirm": "confirms", "stress": "confirms",
}
