"""The frame of ``names``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from ...text.view import View
from ..lexicon import Hit

#: view, head, known names by start, small words of organisation names by start and tag -> where the name ends
Chain = Callable[[View, Hit, Mapping[int, Hit], Mapping[tuple[int, str], Hit]], int | None]


@dataclass(frozen=True)
class NameFrames:
    """What a language tells about names.

    ``span`` is the part of a hit that belongs to the name, endings and clitics aside; ``stands`` tells whether it is the name at all
    and not a word made of it. ``organisation`` is where the name of an organisation ends that begins with a head word, or None when
    none does. ``place_wanted`` and ``people_wanted`` tell whether the words around ask for a place, or for an adjective of
    nationality, where a form may be either. ``outside`` are, by label, the words that a tagger may put in front of a name and that
    are no part of it (titles, kinds of place), and under "beyond" those that an organisation's name does not go on over.
    ``clitic`` is how many letters before a name are clitics, given the other first words
    of names in the article and whether a name or a mark stands before it; ``proclitics`` are all the lengths that could be.
    ``construct`` tells whether a kind of place can have its name after it; ``place_name`` is where the name of a place ends that
    begins at a token, so many letters of which are clitics, or None where that token begins none; ``compound`` the same for a known name
    of several words without its kind before it; ``parts`` are the words, with their proclitics,
    that it begins with, and how many letters are proclitics; ``place_list`` are words behind which a list of places may stand;
    ``plural`` tells whether a list of names may follow a kind of place.
    ``definite`` tells a word with the article, ``towards`` are beginnings of words that go on with a role;
    ``strange`` whether a word that raw text never showed is a foreign name rather than
    fused words. ``given`` are the given names (2, or 1 for a common word too), ``given_here``
    the same with their proclitics, ``within`` the particles after which a name
    goes on (أبو), ``between`` those that stand between two names (بن),
    ``crowns`` the titles whose bearers are numbered; ``unlike`` tells an unknown word that by its shape is a verb or has a pronoun.
    ``coordinated`` tells whether a word goes on with a role after "and", given the next word;
    ``that`` are the words that begin what was said; ``common`` tells a word that its form shows to be a common noun (a participle);
    ``bare`` a noun without article or pronoun, whose name can follow it; ``divine`` are words that are a given name before الله;
    ``relays`` are verbs of outlets and ``relayed`` what follows an outlet behind one; ``no_outlet`` words that are no outlet's name
    behind "newspaper"; ``describing`` are adjectives between a facility and the town that its name ends with.
    """

    span: Callable[[Hit], tuple[int, int]]
    stands: Callable[[Hit, str], bool]
    organisation: Chain
    place_wanted: Callable[[View, Hit], bool]
    people_wanted: Callable[[View, Hit], bool]
    outside: Mapping[str, frozenset[str]]
    clitic: Callable[[str, Collection[str], bool], int]
    proclitics: Callable[[str], tuple[int, ...]]
    construct: Callable[[Hit], bool]
    place_name: Callable[[View, int, int], int | None]
    compound: Callable[[View, int, int], int | None]
    place_list: frozenset[str]
    parts: Mapping[str, int]
    plural: Callable[[Hit], bool]
    definite: Callable[[str], bool]
    towards: tuple[str, ...]
    strange: bool
    given: Mapping[str, int]
    given_here: Mapping[str, int]
    within: frozenset[str]
    between: frozenset[str]
    crowns: frozenset[str]
    unlike: Callable[[str], bool]
    coordinated: Callable[[str, str], bool]
    that: frozenset[str]
    common: Callable[[str], bool]
    bare: Callable[[str], bool]
    divine: frozenset[str]
    relays: frozenset[str]
    relayed: frozenset[str]
    no_outlet: frozenset[str]
    describing: frozenset[str]
