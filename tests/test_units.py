"""Units: found, bounded and taken apart, in both languages; and what looks like one and is none."""

from __future__ import annotations

import pytest

import kursk_nlp
from kursk_nlp.schema import Unit

#: language, sentence, (unit, kind, echelon, arm, designator, country)…
FOUND: list[tuple[str, str, list[tuple[str, str, str | None, str | None, str | None, str | None]]]] = [
    ("ar", "تقدم اللواء 155 مشاة البحرية الروسية نحو القرية.",
     [("اللواء 155 مشاة البحرية الروسية", "formation", "brigade", "marine", "155", "RU")]),
    ("ar", "انسحب الجيش الأوكراني بعد قصف كتيبة مشاة روسية.",
     [("الجيش الأوكراني", "service", None, None, None, "UA"), ("كتيبة مشاة روسية", "formation", "battalion", "infantry", None, "RU")]),
    ("ar", "هاجمت القوات الروسية مواقع حزب الله.",
     [("القوات الروسية", "forces", None, None, None, "RU"), ("حزب الله", "armed_group", None, None, None, "LB")]),
    ("ar", "وجه رسالة للقوات المسلحة الأوكرانية.", [("لقوات المسلحة الأوكرانية", "service", None, None, None, "UA")]),
    ("fa", "تیپ ۸۱۰ تفنگداران دریایی روسیه عقب نشست.",
     [("تیپ ۸۱۰ تفنگداران دریایی روسیه", "formation", "brigade", "marine", "810", "RU"),
      ("تفنگداران دریایی روسیه", "service", None, "marine", None, "RU")]),
    ("fa", "ستاد کل ارتش اوکراین از پیشروی نیروهای روسیه خبر داد.",
     [("ستاد کل ارتش اوکراین", "service", "command", None, None, "UA"), ("ارتش اوکراین", "service", None, None, None, "UA"),
      ("نیروهای روسیه", "forces", None, None, None, "RU")]),
    ("fa", "سخنگوی طالبان به خبرنگاران پاسخ داد.", [("طالبان", "armed_group", None, None, None, "AF")]),
]
#: language, sentence that holds no unit
NONE = [
    ("ar", "افتتح رئيس البلدية مئة وحدة سكنية في الحي."),
    ("ar", "فاز الجيش الملكي بهدفين على أرضه."),
    ("ar", "شارك في الحفل أعضاء فرقة الفنون الشعبية."),
    ("fa", "لشکر بیکاران هر روز بزرگتر می‌شود."),
    ("fa", "تیپ تهاجمی این تیم تماشایی بود."),
]


def parts(u: Unit) -> tuple[str, str, str | None, str | None, str | None, str | None]:
    return u.text, u.kind, u.echelon, u.arm, u.designator, u.country


@pytest.mark.parametrize(("lang", "text", "expected"), FOUND, ids=lambda v: v[:30] if isinstance(v, str) else "")
def test_units_and_their_parts(lang: str, text: str, expected: list[object]) -> None:
    assert [parts(u) for u in kursk_nlp.load(lang)(text).units] == expected


@pytest.mark.parametrize(("lang", "text"), NONE, ids=lambda v: v[:30])
def test_no_unit(lang: str, text: str) -> None:
    assert [u.text for u in kursk_nlp.load(lang)(text).units] == []
