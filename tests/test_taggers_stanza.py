"""The Stanza tagger: a toy model, trained in seconds, through the real ``stanza.Pipeline`` in both languages."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

import kursk_nlp
from kursk_nlp.taggers import stanza as ours
from kursk_nlp.text.normalise import key
from tests.shared import needs

needs("stanza", "stanza", "torch")
pytestmark = pytest.mark.filterwarnings("default")  # torch and Stanza warn about themselves

TOY = {"ar": (["قال", "سمير", "في", "حلب", "أمس"], ["O", "S-PER", "O", "S-LOC", "O"]),
       "fa": (["سمیر", "در", "تبریز", "گفت", "دیروز"], ["S-PER", "O", "S-LOC", "O", "O"])}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Models of both languages, laid out as Stanza does."""
    from stanza.models import ner_tagger
    from stanza.models.common.pretrain import Pretrain

    home = tmp_path_factory.mktemp("stanza")
    for lang, (words, tags) in TOY.items():
        chance = random.Random(1)
        for part in ("ner", "pretrain"):
            (home / lang / part).mkdir(parents=True)
        forms = [key(w) for w in words]
        rows = "\n".join(f"{w} {' '.join(f'{chance.uniform(-1, 1):.3f}' for _ in range(10))}" for w in forms)
        (home / "vectors.txt").write_text(f"{len(forms)} 10\n{rows}\n", encoding="utf-8")
        vectors = home / lang / "pretrain" / "toy.pt"
        Pretrain(str(vectors), str(home / "vectors.txt"), save_to_file=True).load()
        data = home / f"{lang}.json"
        data.write_text(json.dumps([[{"text": w, "ner": t} for w, t in zip(forms, tags, strict=True)]] * 40), encoding="utf-8")
        ner_tagger.main(["--mode", "train", "--train_file", str(data), "--eval_file", str(data), "--wordvec_pretrain_file", str(vectors),
                         "--word_emb_dim", "10", "--hidden_dim", "16", "--char_hidden_dim", "8", "--char_emb_dim", "8", "--optim", "adam",
                         "--lr", "0.02", "--max_steps", "60", "--eval_interval", "30", "--shorthand", f"{lang}_toy", "--cpu",
                         "--save_dir", str(home / lang / "ner"), "--save_name", "toy.pt"])
    return home


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_the_real_pipeline_finds_what_the_toy_was_taught(folder: Path, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words, tags = TOY[lang]
    expected = [(i, i + 1, t[2:]) for i, t in enumerate(tags) if t != "O"]
    tagger = ours.StanzaTagger(lang, folder)
    forms = [key(w) for w in words]
    assert [[tuple(s) for s in found] for found in tagger.tag([forms, [], forms])] == [expected, [], expected]
    monkeypatch.setenv(ours.FOLDER, str(folder))
    ours.load.cache_clear()
    doc = kursk_nlp.load(lang, tagger="stanza")(" ".join(words))
    assert doc.tagger == "stanza"
    assert {(e.text, e.label) for e in doc.entities} == {(words[i], label) for i, _, label in expected}


def test_no_models_is_said_clearly(tmp_path: Path) -> None:
    with pytest.raises(kursk_nlp.InputError, match="no Stanza models for 'ar'"):
        ours.StanzaTagger("ar", tmp_path)


def test_the_compiler_stays_out(folder: Path) -> None:
    code = (f"from kursk_nlp.taggers.stanza import StanzaTagger; import sys; StanzaTagger('ar', {str(folder)!r}); "
            "print([m for m in sys.modules if m.startswith('torch._dynamo')])")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
