"""``python -m tests.bench.neural [MODELS] [--lang ar|fa]``: how fast the stanza tagger loads, and reads in bulk against Stanza alone.

MODELS is a folder of Stanza models, by default those that ship. The articles are blocks of ten sentences of a corpus under
``KURSK_SHARED`` that the model was not trained on. CPU seconds of one thread; each article is timed the first time that the tagger
sees it, and ``pipe`` begins with a tagger that has seen none, but with lexicons that are warm.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import stanza
import torch

import kursk_nlp
from kursk_nlp.build.corpora import read
from kursk_nlp.extract.name_tags import sentences
from kursk_nlp.taggers import stanza_models
from kursk_nlp.taggers.stanza import load
from tests.shared import SHARED

CORPUS = {"ar": "ar/newsfane.test.bio", "fa": "fa/parstwiner.test.bio"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.neural", description=__doc__)
    parser.add_argument("models", type=Path, nargs="?", default=stanza_models.SHIPPED)
    parser.add_argument("--lang", choices=sorted(CORPUS), default="ar")
    given = parser.parse_args()
    torch.set_num_threads(1)
    begin = time.process_time()
    nlp = kursk_nlp.load(given.lang, tagger="stanza", models=str(given.models))
    print(f"loaded {time.process_time() - begin:.2f} s after torch and Stanza were imported (lexicons included)")
    gold = [" ".join(words) for words, _ in read(SHARED / "ner" / CORPUS[given.lang])]
    texts = ["\n".join(gold[i:i + 10]) for i in range(0, len(gold), 10)]
    model = stanza_models.choose(given.models, given.lang)
    with tempfile.TemporaryDirectory() as empty:
        (Path(empty) / "resources.json").write_text("{}")
        plain = stanza.Pipeline(
            given.lang, dir=empty, processors="tokenize,ner", tokenize_pretokenized=True, ner_model_path=str(model.path),
            ner_pretrain_path=str(model.pretrain), download_method=None, allow_unknown_language=True, use_gpu=False, verbose=False)
    documents = [[list(words) for words in sentences(nlp._begin(text, None)) if words] for text in texts]
    tokens = sum(len(words) for document in documents for words in document)
    plain(documents[0])
    half = len(documents) // 2
    seconds = {"stanza.Pipeline, document by document": 0.0, "tagger in bulk": 0.0}
    tagger = nlp._tagger(given.lang)
    for some in (documents[:half], documents[half:]):
        begin = time.process_time()
        for document in some:
            plain(document)
        middle = time.process_time()
        for at in range(0, len(some), 64):
            tagger.tag_many(some[at:at + 64])  # type: ignore[attr-defined]
        seconds["stanza.Pipeline, document by document"] += middle - begin
        seconds["tagger in bulk"] += time.process_time() - middle
    list(kursk_nlp.load(given.lang, tagger="none").pipe(texts[:20]))
    load.cache_clear()
    nlp._tagger(given.lang)
    begin = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    seconds["pipe, all layers"] = time.process_time() - begin
    print(f"{len(texts)} articles, {tokens:,} tokens")
    for name, took in seconds.items():
        print(f"{name:38s} {took:6.2f} s  {tokens / took:8,.0f} tokens/s")


if __name__ == "__main__":
    main()
