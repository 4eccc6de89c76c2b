"""The Stanza tagger: a toy model, trained in seconds, through the real ``stanza.Pipeline`` in both languages."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from hashlib import md5
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import kursk_nlp
from kursk_nlp.taggers import stanza as ours
from kursk_nlp.taggers import stanza_models
from kursk_nlp.text.normalise import key
from tests.shared import needs

needs("stanza", "stanza", "torch")
pytestmark = pytest.mark.filterwarnings("default")  # torch and Stanza warn about themselves

TOY = {"ar": (["قال", "سمير", "في", "حلب", "أمس"], ["O", "B-PER", "O", "B-LOC", "O"]),
       "fa": (["سمیر", "در", "تبریز", "گفت", "دیروز"], ["B-PER", "O", "B-LOC", "O", "O"])}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Models of both languages, made by the build command's own functions."""
    import numpy

    from kursk_nlp.build import stanza as build

    home = tmp_path_factory.mktemp("stanza")
    for lang, (words, tags) in TOY.items():
        chance = random.Random(1)
        rows = numpy.array([[chance.uniform(-1, 1) for _ in range(10)] for _ in words], numpy.float16)
        build.small_vectors(words, rows, len(words), home / lang / "pretrain" / build.NAME)
        sentence = [key(w) for w in words], tags
        recipe = build.RECIPES[lang]._replace(vectors=5, kept=4 if lang == "ar" else 5, steps=60, rate=0.02, pace=30)
        build.train(lang, [sentence] * 40, [sentence], home, recipe, hidden=16, char=8)
    return home


def spans(lang: str) -> list[tuple[int, int, str]]:
    return [(i, i + 1, t[2:]) for i, t in enumerate(TOY[lang][1]) if t != "O"]


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_the_real_pipeline_finds_what_the_toy_was_taught(folder: Path, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words, _ = TOY[lang]
    tagger = ours.StanzaTagger(lang, folder)
    forms = [key(w) for w in words]
    assert [[tuple(s) for s in found] for found in tagger.tag([forms, [], forms])] == [spans(lang), [], spans(lang)]
    expected = {(words[i], label) for i, _, label in spans(lang)}
    doc = kursk_nlp.load(lang, tagger="stanza", models=str(folder))(" ".join(words))
    assert doc.tagger == "stanza"
    assert {(e.text, e.label) for e in doc.entities} == expected
    monkeypatch.setenv(stanza_models.FOLDER, str(folder))
    ours.load.cache_clear()
    assert kursk_nlp.Pipeline(lang, "stanza")(" ".join(words)).to_dict() == doc.to_dict()


@pytest.mark.parametrize("lang", ["ar", "fa", "auto"])
def test_pipe_in_batches_equals_one_by_one(folder: Path, lang: str) -> None:
    chance = random.Random(2)
    kinds = ["ar", "fa"] if lang == "auto" else [lang]
    texts = ["", *(" ".join(chance.choices([*TOY[chance.choice(kinds)][0], ".", "و", "۱۲"], k=chance.randint(3, 40))) for _ in range(90))]
    if lang == "auto":
        texts = [f"{'این است که' if i % 2 else 'هذا الذي قالته'} {text}" for i, text in enumerate(texts)]
    nlp = kursk_nlp.load(lang, tagger="stanza", models=str(folder))
    assert list(nlp.pipe(texts)) == [nlp(text, id=str(i)) for i, text in enumerate(texts)]


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_our_reading_of_the_network_equals_the_pipeline_s(folder: Path, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    words = [key(w) for w in TOY[lang][0]]
    words += ["".join(chance.choices("ابتهیکنمو", k=chance.randint(1, 70))) for _ in range(30)]
    sentences = [chance.choices(words, k=chance.randint(1, 50)) for _ in range(200)]
    fast = ours.StanzaTagger(lang, folder)
    monkeypatch.setattr(ours.Bulk, "fits", lambda processor: False)
    plain = ours.StanzaTagger(lang, folder)
    expected = plain.tag(sentences)
    assert sum(map(len, expected)) > 200
    assert fast.tag(sentences) == expected
    monkeypatch.setattr("kursk_nlp.taggers.stanza_bulk.KEPT", 3)  # the table of known words begins anew at every call
    assert [fast.tag([words]) for words in sentences[:20]] == [plain.tag([words]) for words in sentences[:20]]


def test_pipe_gives_the_documents_before_a_text_that_cannot_be_read(folder: Path) -> None:
    read = kursk_nlp.load("ar", tagger="stanza", models=str(folder)).pipe(["قال سمير", "في حلب", b"x"])  # type: ignore[list-item]
    assert [next(read).id, next(read).id] == ["0", "1"]
    with pytest.raises(kursk_nlp.InputError, match="must be str"):
        next(read)


def test_offsets_are_exact_on_tokens_of_several_words_and_marks(folder: Path) -> None:
    text = "وَقَالَ سَميرٌ، و«سمير» بحلب وفي   حلـــب: وسمير\u200f فقالها لسمير" + "ا" * 5000
    found = ours.StanzaTagger("ar", folder).tag([kursk_nlp.text.tokens.Tokens(key(text)).words])[0]
    assert found
    doc = kursk_nlp.load("ar", tagger="stanza", models=str(folder))(text)
    assert {e.text for e in doc.entities} >= {"سَميرٌ", "حلـــب"}
    assert all(e.text == text[e.start:e.end] for e in doc.entities)


def test_words_are_spelt_as_a_model_s_vectors_have_them() -> None:
    from stanza.models.common.pretrain import PretrainedWordVocab

    spell = ours._spelling({"word": PretrainedWordVocab(["في", "كييف", "أوكرانيا", "مدينة"])})
    assert [spell(key(w)) for w in ("في", "كييف", "أوكرانيا", "مدينة", "كيك")] == ["في", "كييف", "أوكرانيا", "مدينة", "كيك"]
    assert ours._spelling({})("کییف") == "کییف"


@pytest.mark.parametrize(("lang", "sentence", "names"), [
    ("ar", "التقى ستيفان دوجاريك نظيره خالد المنصوري في مدينة بنغازي", {"PER", "LOC"}),
    ("fa", "جان کربی در واشنگتن با ناصر کریمی دیدار کرد", {"PER", "LOC"})])
def test_the_shipped_models_need_no_folder(lang: str, sentence: str, names: set[str], monkeypatch: pytest.MonkeyPatch,
                                           tmp_path: Path) -> None:
    monkeypatch.delenv(stanza_models.FOLDER, raising=False)
    monkeypatch.setattr("stanza.resources.common.DEFAULT_MODEL_DIR", str(tmp_path))
    assert stanza_models.home(lang) == stanza_models.SHIPPED
    ours.load.cache_clear()
    nlp = kursk_nlp.Pipeline(lang, "stanza")
    assert {s.label for s in ours.load(lang).tag([key(sentence).split()])[0]} == names
    assert nlp(sentence).tagger == "stanza"
    (tmp_path / lang / "ner").mkdir(parents=True)
    (tmp_path / lang / "ner" / "x.pt").touch()
    assert stanza_models.home(lang) == tmp_path
    assert stanza_models.home(lang, "given") == Path("given")


def test_no_models_is_said_clearly(tmp_path: Path) -> None:
    with pytest.raises(kursk_nlp.InputError, match=r"no Stanza models for 'ar' in .*kursk-nlp models download --lang ar"):
        ours.StanzaTagger("ar", tmp_path)


def test_a_broken_model_is_said_clearly(tmp_path: Path) -> None:
    for part in ("ner", "pretrain"):
        (tmp_path / "fa" / part).mkdir(parents=True)
        (tmp_path / "fa" / part / "x.pt").write_bytes(b"no model")
    with pytest.raises(kursk_nlp.InputError, match=r"x\.pt cannot be loaded"):
        ours.StanzaTagger("fa", tmp_path)


def test_the_compiler_stays_out_and_weights_are_stored_small(folder: Path) -> None:
    import torch

    code = (f"from kursk_nlp.taggers.stanza import StanzaTagger; import sys; StanzaTagger('ar', {str(folder)!r}); "
            "print([m for m in sys.modules if m.startswith('torch._dynamo')])")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
    stored = torch.load(folder / "ar" / "ner" / "kursk.pt", weights_only=True)["model"]
    assert {w.dtype for w in stored.values()} == {torch.float16}


def cli(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kursk_nlp", *args], capture_output=True, text=True, check=False,
                          env=os.environ | environment)


def test_without_network_the_download_says_so(tmp_path: Path) -> None:
    ended = cli("models", "download", "--lang", "ar", "--folder", str(tmp_path), STANZA_RESOURCES_URL="http://127.0.0.1:9")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "Stanza's 'default' NER package for 'ar' could not be downloaded" in ended.stderr
    assert "ConnectionError" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.fixture
def mirror(folder: Path, tmp_path: Path) -> Iterator[str]:
    """The toy of Arabic offered over HTTP as Stanza offers its packages, its vectors under another name."""
    from stanza._version import __resources_version__ as version

    site = tmp_path / "site"
    entry: dict[str, dict[str, object]] = {"ner": {}, "pretrain": {}}
    for part, name, needed in (("ner", "toy", [{"model": "pretrain", "package": "news"}]), ("pretrain", "news", [])):
        data = (folder / "ar" / part / "kursk.pt").read_bytes()
        (site / "ar" / part).mkdir(parents=True)
        (site / "ar" / part / f"{name}.pt").write_bytes(data)
        entry[part][name] = {"md5": md5(data).hexdigest(), "dependencies": needed}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(site)))
    url = f"http://127.0.0.1:{server.server_port}"
    (site / f"resources_{version}.json").write_text(json.dumps(
        {"url": url + "/{lang}/{filename}", "ar": {"lang_name": "Arabic", "packages": {"default": {"ner": "toy"}}, **entry}}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield url
    server.shutdown()
    server.server_close()


def test_a_download_is_found_by_list_and_load(mirror: str, tmp_path: Path) -> None:
    home = tmp_path / "models"
    ended = cli("models", "download", "--lang", "ar", "--folder", str(home), STANZA_RESOURCES_URL=mirror)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.split() == [str(home / "ar" / "ner" / "toy.pt"), str(home / "ar" / "pretrain" / "news.pt")]
    listed = cli("models", "list", KURSK_STANZA=str(home))
    assert listed.returncode == 1
    assert listed.stdout.startswith("ar\t0.")
    assert "no Stanza models for 'fa'" in listed.stderr
    words = [key(w) for w in TOY["ar"][0]]
    assert [tuple(s) for s in ours.StanzaTagger("ar", home).tag([words])[0]] == spans("ar")
    unknown = cli("models", "download", "--lang", "ar", "--package", "nosuch", "--folder", str(home), STANZA_RESOURCES_URL=mirror)
    assert unknown.returncode == 1
    assert "Stanza has no NER package 'nosuch' for 'ar'; it has toy" in unknown.stderr
