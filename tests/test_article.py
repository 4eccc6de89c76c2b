"""The parts of a page: what is header, what is furniture, and that no line of the story is lost to either."""

from __future__ import annotations

import pytest

from kursk_nlp import lang
from kursk_nlp.extract import article
from kursk_nlp.extract.draft import Draft
from kursk_nlp.text.view import View

STORY_AR = ("أكدت السلطات المحلية أن فرق الإنقاذ تواصل البحث عن ناجين تحت أنقاض المباني المنهارة في القرى الجبلية البعيدة عن الطريق العام، "
            "وأن الطقس السيئ يعيق وصول المساعدات إليها.")
STORY_FA = ("مقام های محلی گفتند گروه های امداد همچنان در روستاهای کوهستانی دور از جاده اصلی به دنبال بازماندگان زیر آوار می گردند و "
            "هوای بد مانع رسیدن کمک ها شده است.")


def read(text: str, code: str) -> tuple[str, list[str]]:
    view, language = View(text), lang.get(code)
    draft = Draft(view, language.lexicon.scan(view), code)
    article.read(draft, language.article)
    raw = view.offsets.to_raw
    (a, b), zones = raw(*draft.header), [raw(*z) for z in draft.zones]
    return text[a:b], [text[s:e] for s, e in zones]


@pytest.mark.parametrize(("before", "header"), [
    (("ar", "date 2024-03-09 "), "date 2024-03-09"),
    (("ar", "السبت 9 مارس 2024\n"), "السبت 9 مارس 2024"),
    (("ar", "عنوان قصير للخبر\nنُشر في: 9 آذار 2024 - 18:20\n"), "عنوان قصير للخبر\nنُشر في: 9 آذار 2024 - 18:20"),
    (("ar", "وكالة الأناضول\n"), "وكالة الأناضول"),
    (("ar", "+ الخط -\nاستمع إلى المقال\n"), "الخط -\nاستمع إلى المقال"),
    (("ar", "الخرطوم - "), "الخرطوم -"),
    (("ar", "نيروبي (رويترز) – "), "نيروبي (رويترز) –"),
    (("ar", "تعز - كتب سالم العمري: "), "تعز - كتب سالم العمري:"),
    (("ar", ""), ""),
    (("fa", "date 2024-03-09 "), "date 2024-03-09"),
    (("fa", "تاریخ انتشار: ۱۹ اسفند ۱۴۰۲ ساعت ۱۸:۲۰\n"), "تاریخ انتشار: ۱۹ اسفند ۱۴۰۲ ساعت ۱۸:۲۰"),
    (("fa", "شنبه ۱۹ اسفند ۱۴۰۲\n"), "شنبه ۱۹ اسفند ۱۴۰۲"),
    (("fa", "خبرگزاری پامیر\n"), "خبرگزاری پامیر"),
    (("fa", "گروه حوادث خبرگزاری پامیر؛ مینا رستگار - "), "گروه حوادث خبرگزاری پامیر؛ مینا رستگار -"),
    (("fa", ""), ""),
])
def test_the_header_ends_where_the_story_begins(before: tuple[str, str], header: str) -> None:
    code, lead = before
    found, _ = read(lead + {"ar": STORY_AR, "fa": STORY_FA}[code], code)
    assert found.strip() == header or ("+ " + header) == found.strip()


@pytest.mark.parametrize(("code", "after", "zones"), [
    ("ar", "شارك المقال", ["شارك المقال"]),
    ("ar", "المصدر: صحيفة محلية", ["المصدر: صحيفة محلية"]),
    ("ar", "اقرأ أيضا: مقتل ثلاثة في انهيار جسر", ["اقرأ أيضا"]),
    ("ar", "الكلمات المفتاحية: زلزال، إنقاذ", ["الكلمات المفتاحية: زلزال، إنقاذ"]),
    ("ar", "جميع الحقوق محفوظة لموقعنا 2024", ["جميع الحقوق محفوظة لموقعنا 2024"]),
    ("ar", "أضف تعليقا\nاسمك\nقتل عشرة من أهلي", ["أضف تعليقا\nاسمك\nقتل عشرة من أهلي"]),
    ("fa", "برچسب ها: زلزله ، امداد", ["برچسب ها: زلزله ، امداد"]),
    ("fa", "برچسبها: زلزله", ["برچسبها: زلزله"]),
    ("fa", "کد خبر: ۴۵۱۲۳", ["کد خبر: ۴۵۱۲۳"]),
    ("fa", "كد خبر ٤٥١٢٣", ["كد خبر ٤٥١٢٣"]),
    ("fa", "انتهای پیام/", ["انتهای پیام/"]),
    ("fa", "نظر شما\nنام\nسه نفر از بستگانم کشته شدند", ["نظر شما\nنام\nسه نفر از بستگانم کشته شدند"]),
    ("fa", "ما را در تلگرام دنبال کنید", ["ما را در تلگرام دنبال کنید"]),
])
def test_furniture_is_no_story(code: str, after: str, zones: list[str]) -> None:
    assert read({"ar": STORY_AR, "fa": STORY_FA}[code] + "\n" + after, code)[1] == zones


@pytest.mark.parametrize(("code", "text"), [
    ("ar", "المصدر الأمني قال إن الهجوم أوقع خمسة قتلى."),
    ("ar", "تعليقات المسؤولين أثارت غضب الأهالي."),
    ("ar", "شارك في العملية خمسون جنديا."),
    ("ar", "مشاركة الجنود في البحث استمرت يومين."),
    ("ar", "التعليقات\n" + STORY_AR),
    ("fa", "منبع آگاه گفت در این حمله پنج نفر کشته شدند."),
    ("fa", "منبعی که نخواست نامش برده شود این رقم را تایید کرد."),
    ("fa", "منابع محلی از کشته شدن پنج نفر خبر دادند."),
    ("fa", "نظرات کارشناسان درباره علت حادثه متفاوت است."),
    ("fa", "بازدید وزیر از منطقه دو ساعت طول کشید."),
])
def test_a_sentence_that_begins_like_furniture_is_story(code: str, text: str) -> None:
    assert [z for z in read(text, code)[1] if len(z) > len("التعليقات")] == []


@pytest.mark.parametrize(("code", "tail"), [
    ("fa", ["انتهای پیام/"]), ("fa", ["کد خبر: ۱۲۳۴۵"]), ("fa", ["منبع: رویترز"]), ("ar", ["المصدر: وكالات"]), ("ar", []), ("fa", [])])
def test_furniture_that_lost_its_line_break_is_found_behind_the_story(code: str, tail: list[str]) -> None:
    assert read(" ".join([{"ar": STORY_AR, "fa": STORY_FA}[code], *tail]), code)[1] == tail


def test_a_news_code_is_no_dateline() -> None:
    assert read("کد خبر: ۱۲۳۴۵\n" + STORY_FA, "fa") == ("کد خبر: ۱۲۳۴۵", ["کد خبر: ۱۲۳۴۵"])
