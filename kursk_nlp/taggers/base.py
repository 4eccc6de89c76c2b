"""What a tagger is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol, runtime_checkable

NameLabel = Literal["PER", "ORG", "LOC", "NORP"]


class NameSpan(NamedTuple):
    """Tokens ``start:end`` (half-open indices into the sentence) are a name of this label."""

    start: int
    end: int
    label: NameLabel


class Tagger(Protocol):
    """Finds names in sentences that are already tokens.

    ``tag`` takes sentences of folded words (see ``text.tokens``) and gives, for each, its names in order, which never overlap. It
    keeps nothing between calls. ``name`` is what a document records.
    """

    name: str

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[NameSpan]]: ...


@runtime_checkable
class BatchTagger(Tagger, Protocol):
    """A tagger that is faster on the sentences of many documents at once: ``tag_many`` gives for each what ``tag`` would."""

    def tag_many(self, documents: Sequence[Sequence[Sequence[str]]]) -> list[list[list[NameSpan]]]: ...


class Tagged:
    """What a tagger found in the sentences of one document, when it read them together with other documents."""

    def __init__(self, name: str, found: list[list[NameSpan]]) -> None:
        self.name, self._found = name, found

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[NameSpan]]:
        """The names that were found; ``sentences`` are the ones that they were found in."""
        assert len(sentences) == len(self._found)
        return self._found


class NoTagger:
    """Finds nothing: names then come from the lexicon and the rules only."""

    name = "none"

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[NameSpan]]:
        """An empty list for every sentence."""
        return [[] for _ in sentences]


#: what taggers look for; a model may have been taught more, which is no name
NAMES = ("PER", "LOC", "ORG")


def spans(tags: Sequence[str]) -> list[NameSpan]:
    """The persons, places and organisations of a BIO (or BIOES) sequence; an ``I-`` after nothing, or after another label, begins one."""
    found: list[NameSpan] = []
    start, label = 0, ""
    for i, tag in enumerate((*tags, "O")):
        if tag == "O" and not label:
            continue
        here = tag[2:]
        if label and (tag[0] in "OBS" or here != label):
            if label in NAMES:
                found.append(NameSpan(start, i, label))  # type: ignore[arg-type]
            label = ""
        if tag[0] != "O" and not label:
            start, label = i, here
    return found
