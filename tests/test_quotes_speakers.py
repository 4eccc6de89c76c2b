"""Who a speaker is within an article: short names, pronouns, "the agency", subjects left out, roles, outlets."""

from __future__ import annotations

import pytest

import kursk_nlp
from kursk_nlp.schema import Document

AR = ("قال المتحدث باسم الكرملين دميتري بيسكوف إن الهدنة صامدة. وأضاف أن القوات باقية في مواقعها. وأكد بيسكوف لوكالة تاس أن "
      "«الحوار مستمر». وذكرت وزارة الخارجية الفرنسية أن سفيرها عاد. وقالت الوزارة إن السفارة ستفتح الأحد.")
FA = ("به گزارش رویترز، دمیتری پسکوف، سخنگوی کرملین، گفت آتش‌بس پابرجاست. او افزود که نیروها در جای خود می‌مانند. پسکوف تأکید کرد "
      "گفت‌وگوها «ادامه دارد». وزارت خارجه فرانسه اعلام کرد سفیرش بازگشته است. این وزارتخانه گفت سفارت یکشنبه باز می‌شود.")


def read(lang: str, text: str) -> Document:
    return kursk_nlp.load(lang)(text)


@pytest.mark.parametrize(("lang", "text"), [("ar", AR), ("fa", FA)])
def test_each_speaker_once_with_all_quotes(lang: str, text: str) -> None:
    person, ministry = read(lang, text).speakers
    assert person.id == "person:dmitry-peskov"
    assert len(person.quotes) == 3
    assert len(person.spellings) >= 2
    assert person.role in ("المتحدث باسم الكرملين", "سخنگوی کرملین")
    assert len(ministry.quotes) == 2
    assert len({q.speaker.name for q in ministry.quotes if q.speaker}) == 1


def test_the_same_person_has_one_id_in_both_languages() -> None:
    assert read("ar", AR).speakers[0].id == read("fa", FA).speakers[0].id


def test_outlets_are_sources_not_speakers() -> None:
    assert [s.kind for s in read("fa", FA).quotes[0].sources] == ["media"]
    assert [s.kind for q in read("ar", AR).quotes for s in q.sources] == ["media"]


def test_a_subject_left_out_is_mentioned_at_the_cue() -> None:
    second = read("ar", AR).quotes[1]
    assert second.speaker is not None
    assert second.cue is not None
    assert second.speaker.text == second.cue.text == "أضاف"


@pytest.mark.parametrize(("lang", "text", "stance"), [
    ("ar", "زعم القائد أن المدينة سقطت.", "claims"), ("ar", "أقر الوزير بأن الخطة فشلت.", "admits"),
    ("ar", "نفت الشركة أن يكون الخزان قد انفجر.", "denies"), ("ar", "أكدت الشرطة أن الطريق آمن.", "confirms"),
    ("ar", "قالت الشرطة إن الطريق آمن.", "neutral"), ("fa", "فرمانده مدعی شد شهر سقوط کرده است.", "claims"),
    ("fa", "وزیر اذعان کرد که طرح شکست خورد.", "admits"), ("fa", "شرکت آتش گرفتن مخزن را تکذیب کرد.", "denies"),
    ("fa", "پلیس تأیید کرد جاده امن است.", "confirms"), ("fa", "پلیس گفت جاده امن است.", "neutral"),
])
def test_stance(lang: str, text: str, stance: str) -> None:
    assert [q.stance for q in read(lang, text).quotes] == [stance]


@pytest.mark.parametrize(("lang", "text", "kind"), [
    ("ar", "قال مصدر أمني إن الطريق آمن.", "anonymous"), ("ar", "قالت وزارة الداخلية إن الطريق آمن.", "organisation"),
    ("ar", "قال وزير الداخلية إن الطريق آمن.", "person"), ("ar", "ذكرت صحيفة محلية أن الطريق آمن.", "media"),
    ("fa", "یک منبع امنیتی گفت جاده امن است.", "anonymous"), ("fa", "وزارت کشور گفت جاده امن است.", "organisation"),
    ("fa", "وزیر کشور گفت جاده امن است.", "person"), ("fa", "یک روزنامه محلی نوشت جاده امن است.", "media"),
])
def test_a_figure_inside_a_quote_has_its_speaker_as_origin(lang: str, text: str, kind: str) -> None:
    said = text.replace("الطريق آمن", "خمسة جنود قتلوا").replace("جاده امن است", "پنج سرباز کشته شدند")
    document = read(lang, said)
    assert [s.kind for s in document.figures[0].sources] == [kind]
    assert document.quotes[0].speaker is not None
    assert document.figures[0].sources[0].name == document.quotes[0].speaker.name


def test_a_claim_inside_a_claim_comes_first() -> None:
    document = read("ar", "قال السفير إن الجيش أعلن مقتل تسعة جنود في الكمين.")
    assert len(document.quotes) == 1
    assert [s.name for s in document.figures[0].sources] == ["الجيش", "السفير"]
