"""``python -m kursk_nlp.build.stanza --lang ar|fa -o FOLDER``: train a Stanza NER model and lay it out as ``load`` finds it.

This made the models that ship. ``FOLDER/<lang>/ner/kursk.pt`` is the model, ``FOLDER/<lang>/pretrain/kursk.pt`` its word vectors,
cut to the commonest words; the numbers of both are kept in half precision, which Stanza reads back to full. The same corpora and
vectors as for the shipped tagger are needed (``--data``, see ``build.ner``), and the extra ``stanza``. Ends with exact entity F1 on
test splits that training did not see.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import need
from ..taggers.stanza import StanzaTagger
from ..taggers.stanza_models import home
from ..text.normalise import key
from .corpora import Sentence, fused
from .ner import FUSED, rates, sentences

#: what is trained on, what decides when to stop, and what is measured; of the latter, only mixed.dev decided
SPLITS = {"ar": (("newsfane.train",), ("newsfane.dev", "aqmar.dev"), ("newsfane.test", "aqmar.test", "aqmar.train")),
          "fa": (("mixed.train",), ("mixed.dev",), ("mixed.dev", "parstwiner.dev", "parstwiner.test"))}
NAME = "kursk.pt"


class Recipe(NamedTuple):
    """How a language is trained: words with a vector while training and afterwards, batches, learning rate, batches between two looks at
    how it does, looks without gain after which the rate is halved, share of words hidden, and whether vectors are learnt on."""

    vectors: int
    kept: int
    steps: int
    rate: float
    pace: int
    patience: int
    hidden_words: float
    finetune: bool


#: Arabic gains most (75.0 to 79.9 on NewsFANE) from vectors that stay as they are and words that are hidden; Farsi not tried so
RECIPES = {"ar": Recipe(60_000, 32_000, 4500, 0.002, 200, 2, 0.05, finetune=False),
           "fa": Recipe(25_000, 25_000, 6000, 0.003, 500, 3, 0.01, finetune=True)}
HIDDEN = 128


def small_vectors(words: Sequence[str], rows: Any, size: int, path: Path) -> None:
    """Write the vectors of the first ``size`` different words, folded, as Stanza reads them. ``rows`` is an array, a row a word."""
    torch = need("torch", "stanza")
    from stanza.models.common.pretrain import PretrainedWordVocab

    index: dict[str, int] = {}
    for i, word in enumerate(words):
        folded = key(word)
        if folded and folded not in index:
            index[folded] = i
            if len(index) == size:
                break
    vocab = PretrainedWordVocab(list(index))
    emb = torch.zeros(len(vocab), rows.shape[1], dtype=torch.float16)
    emb[len(vocab) - len(index):] = torch.tensor(rows[list(index.values())]).half()
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"vocab": vocab.state_dict(), "emb": emb}, path, _use_new_zipfile_serialization=False)


def train(lang: str, training: Sequence[Sentence], stop: Sequence[Sentence], folder: Path, recipe: Recipe, *, hidden: int = HIDDEN,
          char: int = 50, batch: int = 32) -> None:
    """Train on ``training`` with the vectors in ``folder``, keep what does best on ``stop``."""
    torch = need("torch", "stanza")
    need("stanza", "stanza")
    from stanza.models import ner_tagger

    mine = folder / lang
    with tempfile.TemporaryDirectory() as work:
        for name, some in (("train", training), ("stop", stop)):
            (Path(work) / f"{name}.json").write_text(json.dumps(
                [[{"text": w, "ner": t} for w, t in zip(words, tags, strict=True)] for words, tags in some if words]), encoding="utf-8")
        vectors = torch.load(mine / "pretrain" / NAME, weights_only=True)["emb"]
        full = Path(work) / "vectors.pt"  # while training Stanza computes with the vectors as they are stored
        torch.save({**torch.load(mine / "pretrain" / NAME, weights_only=True), "emb": vectors.float()}, full)
        (mine / "ner").mkdir(parents=True, exist_ok=True)
        ner_tagger.main([
            "--mode", "train", "--train_file", f"{work}/train.json", "--eval_file", f"{work}/stop.json", "--shorthand", f"{lang}_kursk",
            "--wordvec_pretrain_file", str(full), "--word_emb_dim", str(vectors.shape[1]),
            "--emb_finetune_known_only" if recipe.finetune else "--no_emb_finetune", "--word_dropout", str(recipe.hidden_words),
            "--patience", str(recipe.patience), "--hidden_dim", str(hidden), "--char_hidden_dim", str(char), "--char_emb_dim", str(char),
            "--optim", "adam", "--lr", str(recipe.rate), "--batch_size", str(batch), "--max_steps", str(recipe.steps),
            "--eval_interval", str(recipe.pace), "--log_step", str(recipe.pace), "--cpu",
            "--save_dir", str(mine / "ner"), "--save_name", NAME])
    _shrink(mine / "ner" / NAME, mine / "pretrain" / NAME, recipe)


def _shrink(path: Path, vectors: Path, recipe: Recipe) -> None:
    """Store the weights of a model in half precision, drop what was not learnt, and keep as many words as the recipe says.

    A word that lost its vector is read by its letters and as an unknown word, which training hid words to teach.
    """
    torch = need("torch", "stanza")
    stored = torch.load(path, map_location="cpu", weights_only=True)
    if not recipe.finetune:
        marks = stored["vocab"]["delta"]["_id2unit"][:4]  # Stanza's own; the rest of the table of changes is zeros
        stored["vocab"]["delta"] |= {"_id2unit": marks, "_unit2id": {mark: i for i, mark in enumerate(marks)}}
        stored["model"]["delta_emb.weight"] = stored["model"]["delta_emb.weight"][:4].clone()
    if recipe.kept < recipe.vectors:
        table = torch.load(vectors, weights_only=True)
        words = table["vocab"]["_id2unit"][:recipe.kept + 4]
        table["vocab"] |= {"_id2unit": words, "_unit2id": {word: i for i, word in enumerate(words)}}
        stored["vocab"]["word"] = table["vocab"]
        torch.save({"vocab": table["vocab"], "emb": table["emb"][:len(words)].clone()}, vectors, _use_new_zipfile_serialization=False)
    stored["model"] = {name: w.half() if w.is_floating_point() else w for name, w in stored["model"].items()}
    torch.save(stored, path, _use_new_zipfile_serialization=False)


def build(data: Path, lang: str, folder: Path, recipe: Recipe) -> None:
    """Vectors, model, and its figures on standard output."""
    numpy = need("numpy", "stanza")
    stored = numpy.load(data / "vectors" / f"{lang}.npz")
    small_vectors([str(w) for w in stored["words"]], stored["vectors"], recipe.vectors, folder / lang / "pretrain" / NAME)
    names, stop, _ = SPLITS[lang]
    training = sentences(data, lang, names)
    if FUSED[lang]:
        training += list(fused(training, FUSED[lang]))
    begin = time.perf_counter()
    train(lang, training, sentences(data, lang, stop), folder, recipe)
    megabytes = sum(p.stat().st_size for p in (folder / lang).rglob(NAME)) / 1e6
    print(f"{lang}  {len(training):,} sentences, {(time.perf_counter() - begin) / 60:.1f} minutes, {megabytes:.1f} MB in {folder / lang}")
    measure(data, lang, folder)


def measure(data: Path, lang: str, folder: Path | None = None) -> None:
    """Print exact entity F1 by label, on test splits, of the model in ``folder``, by default the one that ``load`` finds.

    One that is not ours is left out, since nobody can tell what its training saw.
    """
    where = folder or home(lang)
    if not (where / lang / "ner" / NAME).is_file():
        print(f"{lang}  stanza  not measured: the model in {where} is not of this command")
        return
    names, _, tests = SPLITS[lang]
    tagger = StanzaTagger(lang, where)
    for test in tests:
        print(f"{lang}  stanza  {' + '.join(names):28s} -> {test:16s} {rates(tagger, sentences(data, lang, (test,)))}", flush=True)


def main() -> None:
    """The command line."""
    shared = Path(os.environ.get("KURSK_SHARED", "../shared"))
    parser = argparse.ArgumentParser(prog="python -m kursk_nlp.build.stanza", description=__doc__)
    parser.add_argument("--lang", choices=sorted(SPLITS), action="append", help="default: both")
    parser.add_argument("--data", type=Path, default=shared / "ner")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the models go")
    parser.add_argument("--vectors", type=int, metavar="N", help="words that have a vector, while training and afterwards")
    parser.add_argument("--steps", type=int, metavar="N", help="most batches to train on")
    given = parser.parse_args()
    if not given.data.is_dir():
        parser.error(f"no corpora at {given.data}; say --data or set KURSK_SHARED")
    for lang in given.lang or sorted(SPLITS):
        recipe = RECIPES[lang]
        if given.vectors:
            recipe = recipe._replace(vectors=given.vectors, kept=given.vectors)
        build(given.data, lang, given.output, recipe._replace(steps=given.steps or recipe.steps))


if __name__ == "__main__":
    main()
