"""Counts of people: what is found, what is not, and what is told about it."""

from __future__ import annotations

import pytest

import kursk_nlp
from kursk_nlp.schema import Figure

FOUND = {
    "ar": [
        ("قُتل خمسة جنود في انفجار عبوة قرب تعز", [(5, "killed")]),
        ("مقتل 14 شخصا وإصابة 33 آخرين في زلزال", [(14, "killed"), (33, "injured")]),
        ("أدى القصف إلى سقوط 7 قتلى و12 جريحا", [(7, "killed"), (12, "injured")]),
        ("قالت الشرطة إن 19 عاملا لقوا حتفهم في المنجم", [(19, "killed")]),
        ("ارتفع عدد المصابين إلى 61", [(61, "injured")]),
        ("نزح 3 آلاف شخص من المدينة", [(3000, "displaced")]),
        ("قال الدفاع المدني إن 16 شخصا، بينهم 3 نساء وخمسة أطفال، قتلوا", [(16, "killed"), (3, "killed"), (5, "killed")]),
        ("قتلت الغارات 331 شخصا وجرحت 945 بينهم 120 طفلا", [(331, "killed"), (945, "injured"), (120, "injured")]),
        ("وكان من بين الجرحى ثمانية شرطيين وصحفي واحد، واعتُقل أربعون متظاهرا", [(8, "injured"), (1, "injured"), (40, "captured")]),
        ("قتل 3 مسلحين 20 قرويا شمال نيجيريا", [(20, "killed")]),
        ("تجاوز عدد القتلى 300 والجرحى ألفا", [(300, "killed"), (1000, "injured")]),
        ("فارق ثلاثة من الجرحى الحياة", [(3, "killed")]),
        ("قُتل جندي وجرح آخر", [(1, "killed"), (1, "injured")]),
        ("أسرت القوات جنديين مصابين", [(2, "captured")]),
        ("قتلت وأصابت أكثر من 200 مسلح", [(200, "casualties")]),
        ("سقط العشرات من الجنود بين قتيل ومصاب", [(None, "casualties")]),
        ("فقد الجيش 30 جنديا وفُقد ثلاثة صيادين", [(30, "casualties"), (3, "missing")]),
        ("أفرجت السلطات عن 56 معتقلا", [(56, "captured")]),
        ("اضطر 30 ألفا إلى مغادرة منازلهم", [(30000, "displaced")]),
        ("القوة المؤلفة من ثلاثمئة عنصر وصلت فجرا", [(300, "deployed")]),
        ("ارتفع إلى 157 عدد قتلى الزلزال", [(157, "killed")]),
        ("نُقل أربعة منهم إلى المستشفى في حالة حرجة بعد مقتل 9 أشخاص", [(4, "injured"), (9, "killed")]),
        ("أصيب نحو ٦٠ نازحا في حريق", [(60, "injured")]),
        ("عثرت الشرطة على جثتين في النهر", [(2, "killed")]),
        ("عشرون شخصا سقطوا بين قتيل وجريح", [(20, "casualties")]),
        ("نعت الجمعية مسعفا في القصف", [(1, "killed")]),
    ],
    "fa": [
        ("۵ سرباز در انفجار مین کشته شدند", [(5, "killed")]),
        ("۱۴ کشته و ۳۳ زخمی در زمین‌لرزه", [(14, "killed"), (33, "injured")]),
        ("پلیس گفت ۱۹ کارگر در معدن جان باختند", [(19, "killed")]),
        ("شمار زخمی‌ها به ۶۱ نفر رسید", [(61, "injured")]),
        ("سه هزار نفر از شهر گریختند", [(3000, "displaced")]),
        ("۷۲ غیرنظامی از جمله ۲۱ کودک کشته و نزدیک به ۳۰۰ هزار نفر آواره شده‌اند",
         [(72, "killed"), (21, "killed"), (300000, "displaced")]),
        ("۲۸ اسرائیلی کشته و سه هزار و ۲۳۸ تن راهی بیمارستان شده‌اند", [(28, "killed"), (3238, "injured")]),
        ("سه تبعه چین در میان کشته‌ها هستند", [(3, "killed")]),
        ("سه تن از مجروحان در بیمارستان درگذشتند", [(3, "killed")]),
        ("شمار کشته‌ها از ۳۰۰ و زخمی‌ها از هزار نفر گذشت", [(300, "killed"), (1000, "injured")]),
        ("۱۹ هزار نظامی عراقی اسیر و بیش از ۱۶ هزار نفر کشته یا زخمی شدند", [(19000, "captured"), (16000, "casualties")]),
        ("هزاران سرباز را در جنگی که چهار سال طول کشید اعزام کرده است", [(None, "deployed")]),
        ("۱۱ نفر کشته شدند، نه ۱۳ نفر", [(11, "killed"), (13, "killed")]),
        ("در این حمله یک زن و دو کودک کشته شدند", [(1, "killed"), (2, "killed")]),
        ("پسربچه‌ای هفت‌ساله در حمله کشته شد", [(1, "killed")]),
        ("زلزله هرات جان دو هزار تن را گرفت", [(2000, "killed")]),
        ("هفت نفرشان همچنان در بیمارستان‌ها بستری‌اند", [(7, "injured")]),
        ("این لشکر هفت هزار رزمنده دارد", [(7000, "deployed")]),
        ("نیروهای دشمن ۱۵۰ نفر تلفات دادند", [(150, "casualties")]),
        ("زنی که سه فرزندش را از دست داده گفت", [(3, "killed")]),
    ],
}
NOT_FOUND = {
    "ar": ["دمرت الغارة 12 منزلا وثلاث سيارات", "استمر القتال 5 أيام", "باع المصنع 300 سيارة", "فاز الفريق بثلاثة أهداف",
           "خسر ثمانية نواب مقاعدهم", "رجحت الهيئة أن تتجاوز الحصيلة عشرة آلاف قتيل", "لم يُقتل أحد في الهجوم", "نجا منهم ثلاثة فقط",
           "غرق مركب صيد يقل مئات المهاجرين", "أُسر قائده بعد مقاومة شديدة", "فقد هدمت السقيفة مرة واحدة", "توفي الشاعر سنة 270 هجرية",
           "شاركت 13 دولة، سبع منها من أمريكا", "شيع المئات جثامين الشهداء", "الإفراج عن نائب رئيس الوزراء", "غرفة واحدة في بيت الأسرى",
           "بلغت المبيعات 80 ألفا، وقتل الفريق الوقت", "مئة ألف شخص قد يفقدون كل شيء",
           "سجلت البلاد 120 إصابة بفيروس كورونا و9 وفيات"],
    "fa": ["۱۲ خانه در حمله ویران شد", "نبرد ۵ روز ادامه داشت", "کارخانه ۳۰۰ خودرو فروخت", "تیم با سه گل پیروز شد",
           "بین ۴۰۰ تا ۷۵۰ نفر در این کشتی بودند", "دو کوهنورد که گم شده بودند پیدا شدند", "هفت نماینده کرسی خود را از دست دادند",
           "ممکن است هزاران نفر زیر آوار کشته شده باشند", "دختر یکی از قربانیان گفت", "۱۲۰ مدیر در ورزشگاه شهید بهشتی گرد آمدند",
           "۵۶ نفر از زیر آوار نجات یافتند", "یکی اسیر دنیای موسیقی است", "هیچ سربازی کشته نشد", "۴۵۰ دانشجو به مناطق جنگی اعزام شدند",
           "۲۱ بیمار مبتلا به کووید جان خود را از دست دادند"],
}


def figures(lang: str, text: str) -> tuple[Figure, ...]:
    return kursk_nlp.load(lang)(text, published="2025-11-14").figures


@pytest.mark.parametrize(("lang", "text", "expected"), [(la, t, e) for la, rows in FOUND.items() for t, e in rows])
def test_found(lang: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert [(f.number.value, f.outcome) for f in figures(lang, text)] == expected


@pytest.mark.parametrize(("lang", "text"), [(la, t) for la, rows in NOT_FOUND.items() for t in rows])
def test_not_found(lang: str, text: str) -> None:
    assert figures(lang, text) == ()


@pytest.mark.parametrize(("lang", "text", "value"), [("ar", "أرسلت روسيا 10 آلاف جندي", 10000), ("fa", "روسیه ۲۴ سرباز فرستاد", 24)])
def test_a_name_that_ends_in_a_digit_takes_none_of_a_longer_number(lang: str, text: str, value: int) -> None:
    assert [f.number.value for f in figures(lang, text)] == [value]


def test_relations_are_told() -> None:
    found = figures("ar", "ارتفعت حصيلة الزلزال إلى 200 قتيل، 60% منهم أطفال، و500 جريح، عشرون منهم في حالة حرجة")
    assert [(f.number.value, f.outcome, f.part_of, f.fraction_of, f.cumulative) for f in found] == [
        (200, "killed", None, None, True), (120, "killed", 0, 0, True), (500, "injured", None, None, True), (20, "injured", 2, None, True)]
    found = figures("fa", "تلفات ارتش از سه هزار نفر گذشته است که حدود ۳۰۰ نفر از آنان کشته و ۲۷۰۰ نفر زخمی شده‌اند")
    assert {f.role for f in found} == {"military"}
    assert [(f.number.value, f.number.mod, f.outcome, f.part_of) for f in found] == [
        (3000, "more_than", "casualties", None), (300, "approx", "killed", 0), (2700, None, "injured", 0)]


def test_a_fraction_of_nothing_counted_is_no_figure() -> None:
    assert figures("fa", "دو سوم کشته‌شدگان زن بودند") == ()
    assert figures("ar", "نصف القتلى من الأطفال") == ()


WHO = [
    ("ar", "مقتل 13 عسكريا أميركيا وإصابة 18 آخرين في كابل", [("US", "military"), ("US", "military")]),
    ("ar", "أعلن الجيش الإسرائيلي مقتل جندي في غزة", [("IL", "military")]),
    ("ar", "أفرجت موسكو عن 498 من جنودها", [("RU", "military")]),
    ("ar", "قتلت الغارات الإسرائيلية 30 شخصا في بيروت", [("LB", None)]),
    ("ar", "غرق 25 مهاجرا قبالة سواحل تونس", [(None, None)]),
    ("ar", "أصيب صحفيان ومسعف في حلب", [("SY", "journalist"), ("SY", "medic")]),
    ("ar", "قالت وزارة الدفاع الجنوب أفريقية إن ثلاثة من جنودها قتلوا في الكونغو", [("ZA", "military")]),
    ("ar", "قُتل طفلان، وعشرة من البدو", [(None, "child"), (None, None)]),
    ("fa", "اسرائیل دیشب حمله کرد. وزارت بهداشت غزه شمار شهدا را ۴۰۰ نفر اعلام کرد", [("PS", None)]),
    ("fa", "اسرائیل دیشب حمله کرد و ۴۰۰ نفر کشته شدند", [(None, None)]),
    ("fa", "روسیه ۵۰ هزار سرباز در مرز اوکراین مستقر کرده است", [("RU", "military")]),
    ("fa", "اوکراین ۴۰۰ سرباز خود را از دست داد", [("UA", "military")]),
    ("fa", "نیروهای کره شمالی آسیب دیدند و هزار تن از آنان کشته شدند", [("KP", None)]),
    ("fa", "پلیس هلند ۶۲ هوادار اسرائیلی را بازداشت کرد", [("IL", None)]),
    ("fa", "۲۳ تن از جنگجویان داعش کشته شدند", [(None, None)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), WHO)
def test_who_they_are(lang: str, text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(f.country, f.role) for f in figures(lang, text)] == expected


STATUS = [
    ("ar", "نفى المتحدث مقتل 40 جنديا", ["denied"]),
    ("ar", "قالت الوزارة إن 40 جنديا قتلوا. ولم يتسن التحقق من هذه الأرقام بشكل مستقل", ["unconfirmed"]),
    ("ar", "قالت الوزارة إن 40 جنديا قتلوا. ونفى الجيش هذه الأرقام", ["denied"]),
    ("ar", "زعمت الوزارة أن 40 جنديا قتلوا", ["asserted"]),
    ("fa", "ارتش گفت ۴۰ سرباز کشته شدند. مسکو این ارقام را رد کرد", ["denied"]),
    ("fa", "ارتش گفت ۴۰ سرباز کشته شدند. مسکو این ارقام را رد نکرده است", ["asserted"]),
    ("fa", "۱۱ نفر کشته شدند، نه ۱۳ نفر", ["asserted", "denied"]),
    ("fa", "ارتش گفت ۴۰ سرباز کشته شدند. رویترز نتوانسته این آمار را تأیید کند", ["unconfirmed"]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), STATUS)
def test_whether_the_text_stands_by_it(lang: str, text: str, expected: list[str]) -> None:
    assert [f.status for f in figures(lang, text)] == expected


def test_where_and_when() -> None:
    (killed,) = figures("fa", "پلیس جمعه گفت در انفجار روز چهارشنبه در کابل ۱۲ نفر کشته شدند")
    assert killed.place is not None
    assert (killed.place.name, killed.date, [s.text for s in killed.sources]) == ("کابل", "2025-11-12", ["پلیس"])
