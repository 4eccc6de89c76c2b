"""From word vectors to classes that tell what kind of name a word looks like, and what kind of name it stands beside.

A small network learns, from the words of a training corpus, how often a word of that meaning is part of a person's, a place's or an
organisation's name, and then speaks about every word that has a vector, also those the corpus never shows. A second one learns the
roles: whether such a word begins or goes on with a name, and which names come after it and before it («الرئيس» stands before
persons). Each word is judged by networks that did not see it, so that a class means the same for words in and out of the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from ..text.normalise import key
from .corpora import Sentence

LABELS = ("O", "PER", "LOC", "ORG")
#: a word's own part in a name, then what stands after it, then what stands before it
ROLES = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
#: a role's share is told as how many of these it reaches
STEPS = (0.02, 0.06, 0.15, 0.3, 0.5, 0.75)
FOLDS, BATCH = 5, 512


class Shape(NamedTuple):
    """A network: how many shares each of its answers has, and how it is trained."""

    heads: tuple[int, ...]
    hidden: int
    epochs: int
    rate: float


LOOKS = Shape((len(LABELS),), hidden=32, epochs=30, rate=0.005)
PARTS = Shape((len(ROLES), len(LABELS), len(LABELS)), hidden=64, epochs=25, rate=0.004)


def classes(vectors: Path, sentences: Iterable[Sentence]) -> dict[str, str]:
    """Word -> its looks, four digits from 0 to 3 (how much it looks like no name, a person, a place, an organisation), a space, and
    its roles, three groups of digits from 0 to 6 split by dots: its own part, the name after it, the name before it."""
    import numpy as np

    stored = np.load(vectors)
    index: dict[str, int] = {}
    for i, word in enumerate(stored["words"]):
        index.setdefault(key(str(word)), i)
    space = stored["vectors"].astype(np.float32)
    space *= 3 / (np.linalg.norm(space, axis=1, keepdims=True) + 1e-6)
    looks: dict[str, Any] = defaultdict(lambda: np.zeros(sum(LOOKS.heads), np.float32))
    parts: dict[str, Any] = defaultdict(lambda: np.zeros(sum(PARTS.heads), np.float32))
    after, before = len(ROLES), len(ROLES) + len(LABELS)
    for words, tags in sentences:
        around = ["O", *tags, "O"]
        for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
            if word in index:
                looks[word][LABELS.index(tag[2:] or "O")] += 1
                parts[word][ROLES.index(tag)] += 1
                if tag == "O":
                    parts[word][after + LABELS.index(around[i + 2][2:] or "O")] += 1
                    parts[word][before + LABELS.index(around[i][2:] or "O")] += 1
    look = np.minimum(3, (4 * _judged(np, LOOKS, space, index, looks)).astype(int))
    part = np.digitize(_judged(np, PARTS, space, index, parts), STEPS)

    def digits(row: Any) -> str:
        return "".join(map(str, row))
    return {word: f"{digits(look[i])} {digits(part[i, :after])}.{digits(part[i, after:before])}.{digits(part[i, before:])}"
            for word, i in index.items()}


def _judged(np: Any, shape: Shape, space: Any, index: dict[str, int], counts: dict[str, Any], seed: int = 0) -> Any:
    """The shares of every vector, those of counted words from the networks that did not see them."""
    known = sorted(counts)
    rows = [index[w] for w in known]
    table = np.stack([counts[w] for w in known])
    target, weight, at = np.zeros_like(table), np.zeros_like(table), 0
    for width in shape.heads:
        total = table[:, at:at + width].sum(1, keepdims=True)
        target[:, at:at + width] = table[:, at:at + width] / np.maximum(total, 1)
        weight[:, at:at + width] = np.sqrt(total) / np.sqrt(total).mean()
        at += width
    random = np.random.default_rng(seed)
    fold = random.integers(0, FOLDS, len(known))
    mean = np.zeros((len(space), at), np.float32)
    own = np.zeros_like(target)
    for f in range(FOLDS):
        keep = fold != f
        guess = _network(np, random, shape, space[rows][keep], target[keep], weight[keep])(space)
        mean += guess / FOLDS
        own[~keep] = guess[rows][~keep]
    mean[rows] = own
    return mean


def _network(np: Any, random: Any, shape: Shape, x: Any, y: Any, weight: Any) -> Callable[[Any], Any]:
    """One hidden layer, trained with Adam; gives the function from vectors to the shares of each head."""
    sizes = ((x.shape[1], shape.hidden), (shape.hidden,), (shape.hidden, y.shape[1]), (y.shape[1],))
    params = [random.normal(0, 0.1, s).astype(np.float32) if len(s) == 2 else np.zeros(s, np.float32) for s in sizes]
    first, second = [np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params]

    def forward(v: Any) -> tuple[Any, Any]:
        hidden = np.maximum(0, v @ params[0] + params[1])
        out, at = hidden @ params[2] + params[3], 0
        for width in shape.heads:
            some = np.exp(out[:, at:at + width] - out[:, at:at + width].max(1, keepdims=True))
            out[:, at:at + width] = some / some.sum(1, keepdims=True)
            at += width
        return hidden, out

    step = 0
    for _ in range(shape.epochs):
        order = random.permutation(len(x))
        for at in range(0, len(order), BATCH):
            some = order[at:at + BATCH]
            hidden, out = forward(x[some])
            error = (out - y[some]) * weight[some] / len(some)
            below = (error @ params[2].T) * (hidden > 0)
            step += 1
            for i, gradient in enumerate((x[some].T @ below, below.sum(0), hidden.T @ error, error.sum(0))):
                gradient = gradient + 1e-4 * params[i]
                first[i] = 0.9 * first[i] + 0.1 * gradient
                second[i] = 0.999 * second[i] + 0.001 * gradient ** 2
                params[i] -= shape.rate * (first[i] / (1 - 0.9 ** step)) / (np.sqrt(second[i] / (1 - 0.999 ** step)) + 1e-8)
    return lambda v: forward(v)[1]
