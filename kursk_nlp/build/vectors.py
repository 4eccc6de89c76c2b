"""From word vectors to a class that tells what kind of name a word looks like.

A small network learns, from the words of a training corpus, how often a word of that meaning is part of a person's, a place's or an
organisation's name, and then speaks about every word that has a vector, also those the corpus never shows. Each word is judged by
networks that did not see it, so that the class means the same for words in and out of the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..text.normalise import key
from .corpora import Sentence

LABELS = ("O", "PER", "LOC", "ORG")
FOLDS, HIDDEN, EPOCHS, BATCH, RATE = 5, 32, 30, 512, 0.005


def classes(vectors: Path, sentences: Iterable[Sentence], seed: int = 0) -> dict[str, str]:
    """Word -> four digits from 0 to 3: how much it looks like no name, a person, a place, an organisation."""
    import numpy as np

    stored = np.load(vectors)
    index: dict[str, int] = {}
    for i, word in enumerate(stored["words"]):
        index.setdefault(key(str(word)), i)
    space = stored["vectors"].astype(np.float32)
    space *= 3 / (np.linalg.norm(space, axis=1, keepdims=True) + 1e-6)
    counts: dict[str, Any] = defaultdict(lambda: np.zeros(len(LABELS), np.float32))
    for words, tags in sentences:
        for word, tag in zip(words, tags, strict=True):
            if word in index:
                counts[word][LABELS.index(tag[2:] or "O")] += 1
    known = sorted(counts)
    rows = [index[w] for w in known]
    table = np.stack([counts[w] for w in known])
    total = table.sum(1, keepdims=True)
    target, weight = table / total, np.sqrt(total) / np.sqrt(total).mean()
    random = np.random.default_rng(seed)
    fold = random.integers(0, FOLDS, len(known))
    mean = np.zeros((len(space), len(LABELS)), np.float32)
    own = np.zeros_like(target)
    for f in range(FOLDS):
        keep = fold != f
        predict = _network(np, random, space[rows][keep], target[keep], weight[keep])
        guess = predict(space)
        mean += guess / FOLDS
        own[~keep] = guess[rows][~keep]
    mean[rows] = own
    return {word: "".join(str(min(3, int(4 * p))) for p in mean[i]) for word, i in index.items()}


def _network(np: Any, random: Any, x: Any, y: Any, weight: Any) -> Any:
    """One hidden layer, trained with Adam; gives the function from vectors to the four shares."""
    sizes = ((x.shape[1], HIDDEN), (HIDDEN,), (HIDDEN, len(LABELS)), (len(LABELS),))
    params = [random.normal(0, 0.1, s).astype(np.float32) if len(s) == 2 else np.zeros(s, np.float32) for s in sizes]
    first, second = [np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params]

    def forward(v: Any) -> tuple[Any, Any]:
        hidden = np.maximum(0, v @ params[0] + params[1])
        out = hidden @ params[2] + params[3]
        out = np.exp(out - out.max(1, keepdims=True))
        return hidden, out / out.sum(1, keepdims=True)

    step = 0
    for _ in range(EPOCHS):
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
                params[i] -= RATE * (first[i] / (1 - 0.9 ** step)) / (np.sqrt(second[i] / (1 - 0.999 ** step)) + 1e-8)
    return lambda v: forward(v)[1]
