"""The words that a tagger knows from raw text: how common they are, which cluster they fell into, what kind of name they look like."""

from __future__ import annotations

import functools
import lzma
from importlib.resources import files
from typing import NamedTuple


class Looks(NamedTuple):
    """How much a word looks like no name, a person's, a place's, an organisation's: 0 (hardly) to 3 (surely)."""

    other: int
    person: int
    place: int
    organisation: int


UNKNOWN = Looks(0, 0, 0, 0)


@functools.cache
def clusters(lang: str) -> dict[str, str]:
    """Word -> its classes split by spaces: clusters coarse to fine, looks, roles (see ``build.vectors``); most frequent word first.

    Words are folded. The file holds the words, an empty line, and the classes in the same order, which is read in a twentieth of a second.
    """
    data = lzma.decompress((files(__package__) / "data" / f"{lang}.words.xz").read_bytes()).decode()
    words, _, classes = data.partition("\n\n")
    return dict(zip(words.split("\n"), classes.split("\n"), strict=True))


@functools.cache
def features(lang: str) -> frozenset[str]:
    """The features that the shipped model of a language has a weight for."""
    return frozenset(lzma.decompress((files(__package__) / "data" / f"{lang}.features.xz").read_bytes()).decode().split("\n"))


@functools.cache
def ranks(lang: str) -> dict[str, int]:
    """Word -> its place in the order of frequency, 0 for the commonest."""
    return {word: i for i, word in enumerate(clusters(lang))}


@functools.lru_cache(maxsize=1 << 14)
def looks(lang: str, word: str) -> Looks:
    """What a word looks like; all zeros for one that raw text never showed."""
    classes = clusters(lang).get(word, "").split(" ")
    return Looks(*map(int, classes[3])) if len(classes) > 3 else UNKNOWN
