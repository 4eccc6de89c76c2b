"""Reading the NER corpora that taggers are trained and measured on.

A corpus file has a token and its BIO tag on each line and a blank line between sentences. Tokens are folded and split as the
library does it with an article's text, so that training sees what tagging sees.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..taggers.base import NAMES, spans
from ..text.normalise import key
from ..text.tokens import Tokens

Sentence = tuple[list[str], list[str]]
#: pronouns that NewsFANE splits off their word (شن ها); articles do not
_ENCLITICS = frozenset(("ه", "ها", "هم", "هما", "هن", "نا", "كم"))
#: labels that teach a model what is no name though it looks like one
_OTHERS = ("NORP", "MISC")
#: MultiCoNER's labels, of its first version and the finer ones of its second, and ParsTwiNER's nationalities, events and parties
_FINE = {fine: label for label, some in (
    ("NORP", "NAT"), ("MISC", "EVE POG CW PROD ArtWork MusicalWork VisualWork WrittenWork Software Clothing Drink Food OtherPROD Vehicle"
                              " AnatomicalStructure Disease MedicalProcedure Medication/Vaccine Symptom"),
    ("PER", "Artist Athlete Cleric OtherPER Politician Scientist SportsManager"), ("LOC", "Facility HumanSettlement OtherLOC Station"),
    ("ORG", "AerospaceManufacturer CarManufacturer CORP GRP MusicalGRP PrivateCorp PublicCorp SportsGRP")) for fine in some.split()}


def read(path: Path, *, others: bool = False) -> list[Sentence]:
    """The sentences of a file, folded, with PER, LOC and ORG tags, and with ``others`` NORP and MISC (what is left becomes O)."""
    labels = {*NAMES, *(_OTHERS if others else ())}
    out: list[Sentence] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split()
        if cells and cells[0] in _ENCLITICS and cells[-1] == "O" and tags and tags[-1] == "O" and words[-1].isalpha():
            words[-1] += key(cells[0])
            continue
        if not cells or line.startswith("# id"):
            if words:
                out.append((words, tags))
                words, tags = [], []
            continue
        tag, _, label = cells[-1].partition("-")
        label = _FINE.get(label, label)
        label = label if label in labels else ""
        for i, word in enumerate(Tokens(key(cells[0])).words):
            words.append(word)
            tags.append("O" if not label else f"{'I' if i and tag == 'B' else tag}-{label}")
    return out


def fused(sentences: Iterable[Sentence], share: float, seed: int = 7) -> Iterator[Sentence]:
    """Copies of the sentences with names of several words, ``share`` of their inner spaces lost, as in text without half-spaces."""
    chance = random.Random(seed)
    for words, tags in sentences:
        new_words: list[str] = []
        new_tags: list[str] = []
        for word, tag in zip(words, tags, strict=True):
            if tag[0] == "I" and new_words and new_words[-1].isalpha() and word.isalpha() and chance.random() < share:
                new_words[-1] += word
            else:
                new_words.append(word)
                new_tags.append(tag)
        if len(new_words) < len(words):
            yield new_words, new_tags


def score(gold: list[Sentence], predicted: list[list[str]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 in per cent of exact entities, by label and for ``all``."""
    counts: dict[str, list[int]] = {}
    for (_, tags), found in zip(gold, predicted, strict=True):
        want, have = set(spans(tags)), set(spans(found))
        for label in (*NAMES, "all"):
            w = {s for s in want if label in (s.label, "all")}
            h = {s for s in have if label in (s.label, "all")}
            row = counts.setdefault(label, [0, 0, 0])
            row[0] += len(w & h)
            row[1] += len(h)
            row[2] += len(w)
    out = {}
    for label, (right, found_n, want_n) in counts.items():
        p, r = right / found_n if found_n else 0.0, right / want_n if want_n else 0.0
        out[label] = (100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0)
    return out
