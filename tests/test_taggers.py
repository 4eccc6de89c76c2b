"""Taggers: one protocol, the shipped models, the features, and their build."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import kursk_nlp
from kursk_nlp.build import corpora, ner
from kursk_nlp.taggers import BATCH, TAGGERS, get, stanza_models
from kursk_nlp.taggers.base import NameSpan, spans
from kursk_nlp.taggers.features import Extractor
from kursk_nlp.taggers.words import clusters, features, looks, ranks
from kursk_nlp.text.normalise import key

DATA = Path(corpora.__file__).resolve().parent.parent / "taggers" / "data"


@pytest.mark.parametrize(("tags", "found"), [
    ("O B-PER I-PER O", [(1, 3, "PER")]), ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]), ("I-LOC O", [(0, 1, "LOC")]),
    ("B-PER I-ORG", [(0, 1, "PER"), (1, 2, "ORG")]), ("", []), ("B-MISC I-MISC B-LOC B-NORP", [(2, 3, "LOC")])])
def test_spans_of_bio(tags: str, found: list[tuple[int, int, str]]) -> None:
    assert spans(tags.split()) == [NameSpan(*f) for f in found]  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["ar", "fa"])
@pytest.mark.parametrize("name", sorted(set(TAGGERS) - {"stanza"}))  # which has no models here and tests of its own
def test_every_tagger_keeps_the_protocol(lang: str, name: str) -> None:
    tagger = get(name, lang)
    sentences = [key("محمد کریمی به بغداد رفت").split(), [], ["."]]
    found = tagger.tag(sentences)
    assert tagger.name == name
    assert len(found) == 3
    assert all(0 <= s.start < s.end <= len(words) for words, some in zip(sentences, found, strict=True) for s in some)
    assert tagger.tag(sentences) == found


@pytest.mark.parametrize(("lang", "sentence", "names"), [
    ("ar", "التقى ستيفان دوجاريك نظيره خالد المنصوري في مدينة بنغازي", {"PER", "LOC"}),
    ("fa", "جان کربی در واشنگتن با ناصر کریمی دیدار کرد", {"PER", "LOC"})])
def test_the_shipped_models_find_what_no_table_holds(lang: str, sentence: str, names: set[str]) -> None:
    assert {s.label for s in get("crf", lang).tag([key(sentence).split()])[0]} == names


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_features_without_weight_change_nothing(lang: str) -> None:
    words = key("وصل الوزير أمس إلى سومي وقال لرويترز")
    everything = Extractor(lang, clusters(lang), lambda word: "")(words.split())
    kept = Extractor(lang, clusters(lang), lambda word: "", features(lang))(words.split())
    for full, some in zip(everything, kept, strict=True):
        assert set(some) - {b"bos", b"eos"} == {f for f in full if f.decode() in features(lang)} - {b"bos", b"eos"}


@pytest.mark.parametrize(("lang", "word", "stem", "ending"), [
    ("ar", "وبریطانیا", "بریطانیا", ""), ("ar", "الرییس", "رییس", ""),
    ("fa", "وزیر", "وزیر", ""), ("fa", "تهرانی", "تهرانی", "ی"), ("fa", "استقلالیها", "استقلالیها", "یها"), ("fa", "ایران", "ایران", "")])
def test_what_a_word_remains_without(lang: str, word: str, stem: str, ending: str) -> None:
    read = Extractor(lang, clusters(lang), lambda word: "")
    assert (read.stem(word), read.ending(word)) == (stem, ending)


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_the_shipped_files_are_small(lang: str) -> None:
    assert sum(f.stat().st_size for f in DATA.glob(f"{lang}.*")) < 6_000_000
    assert stanza_models.choose(stanza_models.SHIPPED, lang).path.name == "kursk.pt"
    assert sum(f.stat().st_size for f in stanza_models.SHIPPED.rglob("*.pt")) < 24e6


def test_words_know_what_they_look_like() -> None:
    assert looks("ar", key("سوريا")).place == 3
    assert looks("ar", key("جنديا")).other == 3
    assert looks("fa", "نیستدرجهان") == (0, 0, 0, 0)
    assert ranks("fa")[key("در")] < ranks("fa")[key("تهران")]


def test_a_corpus_is_read_as_the_library_reads_text(tmp_path: Path) -> None:
    path = tmp_path / "small.bio"
    path.write_text("وقال\tO\nأحمد\tB-PER\nعلي\tI-PER\nفي\tO\nأبو-ظبي\tB-LOC\nشن\tO\nها\tO\n\nحزب\tB-POG\n", encoding="utf-8")
    assert corpora.read(path) == [
        (["وقال", "احمد", "علی", "فی", "ابو", "-", "ظبی", "شنها"], ["O", "B-PER", "I-PER", "O", "B-LOC", "I-LOC", "I-LOC", "O"]),
        (["حزب"], ["O"])]
    path.write_text("الأكراد\tB-NORP\nغالاكسي\tB-MISC\nأمس\tB-TIM\n", encoding="utf-8")
    assert corpora.read(path)[0][1] == ["O", "O", "O"]
    assert corpora.read(path, others=True)[0][1] == ["B-NORP", "B-MISC", "O"]
    path.write_text("هواداران\tO\nگیلکان\tB-NAT\nنوروزگاه\tB-EVE\n", encoding="utf-8")
    assert corpora.read(path, others=True)[0][1] == ["O", "B-NORP", "B-MISC"]
    path.write_text("# id 1\tdomain=fa\nکیوان _ _ B-Politician\nتوس _ _ B-HumanSettlement\nآبشار _ _ B-WrittenWork\n", encoding="utf-8")
    assert corpora.read(path)[0][1] == ["B-PER", "B-LOC", "O"]


def test_a_mixture_has_the_labels_of_its_parts_again(tmp_path: Path) -> None:
    (tmp_path / "fa").mkdir()
    for name in (*ner.RICHER["fa"], *ner.GUESTS["fa"]):
        (tmp_path / "fa" / f"{name}.{'conll' if name.startswith('multiconer') else 'bio'}").touch()
    (tmp_path / "fa" / "parstwiner.train.bio").write_text("گیلکان\tB-NAT\nآمدند\tO\n", encoding="utf-8")
    (tmp_path / "fa" / "multiconer1.dev.conll").write_text("برف\tO\nبارید\tO\n", encoding="utf-8")
    (tmp_path / "fa" / "mixed.train.bio").write_text("گیلکان\tO\nآمدند\tO\n\nبرف\tO\nبارید\tO\n", encoding="utf-8")
    tags = ["B-NORP", "O"], ["O", "O"]
    assert tuple(t for _, t in ner.sentences(tmp_path, "fa", ["mixed.train"], others=True)) == tags
    assert ner.sentences(tmp_path, "fa", ["mixed.train"])[0][1] == ["O", "O"]
    assert ner.guests(tmp_path, "fa") == {"برفبارید": b"M"}


def test_fused_copies_lose_spaces_inside_names_only() -> None:
    sentence = ("او کره شمالی را دید".split(), ["O", "B-LOC", "I-LOC", "O", "O"])
    assert list(corpora.fused([sentence], 1.0)) == [("او کرهشمالی را دید".split(), ["O", "B-LOC", "O", "O"])]
    assert list(corpora.fused([sentence], 0.0)) == []


def test_scores_count_exact_names() -> None:
    gold = [(["a", "b", "c"], ["B-PER", "I-PER", "B-LOC"])]
    assert corpora.score(gold, [["B-PER", "I-PER", "O"]])["all"] == pytest.approx((100, 50, 66.67), abs=0.01)
    assert corpora.score(gold, [["B-PER", "O", "B-LOC"]])["PER"] == (0, 0, 0)


def test_which_stanza_model_a_folder_gives(tmp_path: Path) -> None:
    def put(*names: str) -> None:
        for name in names:
            (tmp_path / "fa" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "fa" / name).touch()

    def chosen() -> list[str | None]:
        return [path and path.stem for path in stanza_models.choose(tmp_path, "fa")]

    with pytest.raises(kursk_nlp.InputError, match="no Stanza models for 'fa'"):
        chosen()
    put("ner/b.pt", "ner/c.pt", "pretrain/a.pt", "pretrain/b.pt")
    assert chosen() == ["b", "b", None, None]
    put("forward_charlm/x.pt", "forward_charlm/w.pt", "backward_charlm/x.pt")
    needed = [{"model": part, "package": name} for part, name in (("pretrain", "a"), ("forward_charlm", "x"), ("backward_charlm", "x"))]
    (tmp_path / "resources.json").write_text(json.dumps(
        {"fa": {"packages": {"default": {"ner": "c"}}, "ner": {"c": {"dependencies": needed}}}}))
    assert chosen() == ["c", "a", "x", "x"]
    put("ner/kursk.pt", "pretrain/kursk.pt")
    assert chosen()[:2] == ["kursk", "kursk"]
    (tmp_path / "resources.json").write_text("[")
    assert chosen()[:2] == ["kursk", "kursk"]


def test_pipe_stops_at_a_text_that_cannot_be_read_after_those_before_it() -> None:
    read = kursk_nlp.load("ar").pipe(["قال", "من", 5, "في"])  # type: ignore[list-item]
    assert [next(read).id, next(read).id] == ["0", "1"]
    with pytest.raises(kursk_nlp.InputError, match="must be str"):
        next(read)


class Counting:
    """A tagger that reads documents together, and remembers how many at once: every second word is a person."""

    name = "stanza"

    def __init__(self) -> None:
        self.batches: list[int] = []

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[NameSpan]]:
        return [[NameSpan(i, i + 1, "PER") for i in range(0, len(words), 2)] for words in sentences]

    def tag_many(self, documents: Sequence[Sequence[Sequence[str]]]) -> list[list[list[NameSpan]]]:
        self.batches.append(len(documents))
        return [self.tag(sentences) for sentences in documents]


def test_a_tagger_that_can_gets_many_documents_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    taggers = {"ar": Counting(), "fa": Counting()}
    monkeypatch.setattr("kursk_nlp.taggers.get", lambda name, lang, models=None: taggers[lang])
    monkeypatch.setitem(BATCH, "stanza", 4)
    nlp = kursk_nlp.Pipeline("auto", "stanza")
    texts = ["قال زيدون إن هذا في البيت", "سمیرا گفت که این خانه است", "هذا الذي قالته لمياء", "قال فلان الذي هنا", "این خانه است"]
    one_by_one = [nlp(text, id=str(i)) for i, text in enumerate(texts)]
    assert any(d.entities for d in one_by_one)
    assert list(nlp.pipe(iter(texts))) == one_by_one
    assert taggers["ar"].batches == [3]
