"""``python -m kursk_nlp.build.ner --lang ar|fa``: train the tagger that ships.  ``--table``: measure the recipe on every test split
(``python -m kursk_nlp.build.table``: the Stanza models too).

The corpora and word vectors are not part of the package; ``--data`` names the folder that holds them (default: ``ner`` in the folder of
the environment variable ``KURSK_SHARED``, else ``../shared``). Training takes a minute or two on one core.
"""

from __future__ import annotations

import argparse
import gzip
import lzma
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pycrfsuite

from ..gazetteer.words import hint
from ..taggers.base import Tagger
from ..taggers.crf import CrfTagger
from ..taggers.features import Extractor
from ..text.normalise import key
from .corpora import Sentence, fused, read, score
from .vectors import classes

OUT = Path(__file__).resolve().parent.parent / "taggers" / "data"
#: what the shipped models are trained on
SHIPPED = {"ar": ("newsfane.train", "newsfane.dev", "newsfane.test", "aqmar.train", "aqmar.dev", "aqmar.test"),
           "fa": ("mixed.train", "mixed.dev", "parstwiner.test")}
#: the recipe measured: corpora trained on -> corpora tested on, none of which it saw
TABLE: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    "ar": ((("newsfane.train",), ("newsfane.test", "aqmar.test", "aqmar.train")),
           (("newsfane.train", "newsfane.dev", "aqmar.train"), ("newsfane.test", "aqmar.test")),
           (("anercorp.train",), ("anercorp.test", "aqmar.test"))),
    "fa": ((("mixed.train",), ("mixed.dev", "parstwiner.dev", "parstwiner.test")),
           (("parstwiner.train",), ("parstwiner.test", "perdt.test", "multiconer1.dev", "multiconer2.dev"))),
}
#: L1 keeps the Farsi model, made from three times the text, under six megabytes
PARAMETERS = {"ar": {"c1": 0.05, "c2": 0.05}, "fa": {"c1": 0.15, "c2": 0.05}}
#: share of inner spaces lost in the copies of sentences with names of several words; Arabic is not written so
FUSED = {"ar": 0.0, "fa": 0.3}
#: the parts of the Farsi mixture that have labels which the mixture lost (nationalities, works, events)
RICHER: dict[str, tuple[str, ...]] = {"ar": (), "fa": ("parstwiner.train", "multiconer1.dev", "multiconer2.dev", "multiconer2.train10")}
#: parts of another kind than the rest (queries, with guidelines of their own): what holds only there goes to features that only they
#: have and that tagging never makes
GUESTS: dict[str, dict[str, str]] = {"ar": {}, "fa": {"multiconer1.dev": "M", "multiconer2.dev": "M", "multiconer2.train10": "M"}}
_SHARED = tuple(f.encode() for f in ("w=", "v=", "b=", "c1=", "st=", "g=", "-1w=", "+1w="))


def sentences(data: Path, lang: str, names: Sequence[str], *, others: bool = False) -> list[Sentence]:
    """The sentences of some corpora (see ``corpora.read``); with ``others``, a mixture's have all labels that its parts have."""
    found = [s for name in names for s in read(_path(data, lang, name), others=others)]
    if not others:
        return found
    richer = {"".join(words): tags for name in RICHER[lang] for words, tags in read(_path(data, lang, name), others=True)}
    both = ((words, tags, richer.get("".join(words), tags)) for words, tags in found)
    return [(words, more if len(more) == len(tags) else tags) for words, tags, more in both]


def _path(data: Path, lang: str, name: str) -> Path:
    return data / lang / f"{name}.{'conll' if name.startswith('multiconer') else 'bio'}"


def guests(data: Path, lang: str) -> dict[str, bytes]:
    """The letters of each sentence of a corpus in ``GUESTS`` -> its mark."""
    return {"".join(words): mark.encode() for name, mark in GUESTS[lang].items() for words, _ in read(_path(data, lang, name))}


def word_classes(data: Path, lang: str, training: Sequence[Sentence]) -> dict[str, str]:
    """Word -> its clusters, coarse to fine, and where it has a vector what ``vectors.classes`` says of it; commonest word first."""
    looks = classes(data / "vectors" / f"{lang}.npz", training)
    out: dict[str, str] = {}
    with gzip.open(data / "clusters" / f"{lang}.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            word, *clusters = line.rstrip("\n").split("\t")
            if line.startswith("# ") or key(word) in out or not key(word):
                continue
            folded = key(word)
            out[folded] = " ".join((*clusters, looks[folded]) if folded in looks else clusters)
    return out


def train(lang: str, training: Sequence[Sentence], known: Mapping[str, str], path: Path, marks: Mapping[str, bytes]) -> None:
    """Write the model of these sentences to ``path``; ``marks`` are those of ``guests``."""
    features = Extractor(lang, known, hint)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**PARAMETERS[lang], "max_iterations": 100, "feature.possible_transitions": True})
    for words, tags in (*training, *(fused(training, FUSED[lang]) if FUSED[lang] else ())):
        items, mark = features(words), marks.get("".join(words))
        if mark:
            items = [[*item, mark, *(mark + f for f in item if f.startswith(_SHARED))] for item in items]
        trainer.append(items, tags)
    trainer.train(str(path))


def ship(data: Path, lang: str) -> None:
    """Make the files of the package for a language."""
    OUT.mkdir(exist_ok=True)
    known = word_classes(data, lang, sentences(data, lang, SHIPPED[lang]))
    text = "\n".join(known) + "\n\n" + "\n".join(known.values())
    _packed(text, OUT / f"{lang}.words.xz")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.crf"
        train(lang, sentences(data, lang, SHIPPED[lang], others=True), known, path, guests(data, lang))
        (OUT / f"{lang}.crf.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
        list_features(lang, path)


def list_features(lang: str, path: Path) -> None:
    """Write which features a model has a weight for, so that tagging makes no others."""
    model = pycrfsuite.Tagger()
    model.open(str(path))
    marks = tuple(set(GUESTS[lang].values()))
    _packed("\n".join(sorted(f for f in model.info().attributes if not f.startswith(marks))), OUT / f"{lang}.features.xz")


def _packed(text: str, path: Path) -> None:
    path.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))


def table(data: Path, lang: str) -> None:
    """Print exact entity F1 of the recipe, by label, on the test splits."""
    for names, tests in TABLE[lang]:
        known = word_classes(data, lang, sentences(data, lang, names))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.crf"
            train(lang, sentences(data, lang, names, others=True), known, path, guests(data, lang))
            tagger = CrfTagger(lang, str(path), known)
            for test in tests:
                print(f"{lang}  crf     {' + '.join(names):28s} -> {test:16s} {rates(tagger, sentences(data, lang, (test,)))}", flush=True)


def rates(tagger: Tagger, gold: list[Sentence]) -> str:
    """F1 of a tagger by label and for all, and its speed, in a line."""
    begin = time.perf_counter()
    found = tagger.tag([words for words, _ in gold])
    speed = sum(len(words) for words, _ in gold) / (time.perf_counter() - begin)
    tags = []
    for (words, _), names in zip(gold, found, strict=True):
        tags.append(["O"] * len(words))
        for start, end, label in names:
            tags[-1][start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return "  ".join(f"{label} {f1:5.1f}" for label, (_, _, f1) in score(gold, tags).items()) + f"   {speed:,.0f} tokens/s"


def main() -> None:
    """The command line."""
    shared = Path(os.environ.get("KURSK_SHARED", "../shared"))
    parser = argparse.ArgumentParser(prog="python -m kursk_nlp.build.ner", description=__doc__)
    parser.add_argument("--lang", choices=sorted(SHIPPED), action="append", help="default: both")
    parser.add_argument("--data", type=Path, default=shared / "ner")
    parser.add_argument("--table", action="store_true", help="print F1 on every test split instead of writing models")
    given = parser.parse_args()
    if not given.data.is_dir():
        parser.error(f"no corpora at {given.data}; say --data or set KURSK_SHARED")
    for lang in given.lang or sorted(SHIPPED):
        (table if given.table else ship)(given.data, lang)


if __name__ == "__main__":
    main()
