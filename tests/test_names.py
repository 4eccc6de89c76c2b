"""Names: known things in every written shape, organisations by their heads, and what is no name."""

from __future__ import annotations

import pytest

import kursk_nlp
from kursk_nlp.gazetteer.countries import country_of

#: text with [LABEL name] marks -> what must be found, and nothing else
CASES = {
    "ar": [
        "قال مسؤول في [LOC بيونغ يانغ] إن المهندسين [NORP الكوريين الشماليين] عادوا من [LOC روسيا]",
        "أصيب متطوع [NORP كوري جنوبي] واحد ورحلت عائلته إلى [LOC سول]",
        "أعلنت [ORG وزارة الدفاع البولندية] نشر بطاريات قرب حدود ل[LOC بيلاروسيا]",
        "تضامن و[LOC بولندا] مع الجنود [NORP الفرنسيين] ول[NORP لأوكرانيين]",
        "أسر 14 جنديا [NORP إثيوبيا] في الهجوم",
        "قرأ [PER بوتين] البيان بعد [PER فلاديمير بوتين] بيوم",
        "بحسب قناة «[ORG الشاهد]» المحلية",
        "أكدت [ORG الخارجية الإيرانية] ذلك",
        "زار المحتجين [NORP روسًا] وسط المدينة",
        "وصرح [PER منذر القاضي]، رئيس الجمعية، بأن سائقا يدعى [PER نبيل آدم] أصيب قرب [LOC إفران]",
        "أعلن [ORG الهلال الأحمر الليبي] و[ORG القوات المسلحة البولندية] و[ORG جماعة أنصار الله] ذلك",
        "وأفاد شهود بأن وزير الدفاع [NORP الإيطالي] وصل",
        "عبرت السفينة [LOC قناة السويس] بحسب قناة [ORG الجزيرة]",
        "جرفت السيول الجسور",
        "قال [PER ولاديمير بوتين] ذلك ول[PER بوتين] رأي",
        "[PER بوتين] و[PER بوتين] في [LOC لبنان] و[LOC لبنان]",
        "ألفين من الجنود في حي سكني",
        "قال النائب [PER حكمت الزين] لرئيس البلدية [PER جان مخول] إن اللجنة ستجتمع",
        "وحذر المدير العام [PER تدروس آدانوم]، وقال اللواء المتقاعد [PER حمدي بخيت] ذلك",
        "استقبل الملك [PER محمد الخامس] والبابا [PER ليو الرابع عشر] وفدا",
        "وأكد [PER كاظم غريب آبادي] نائب وزير الخارجية الأمر لوزير النقل [PER رائد الصالح]",
        "[PER بوتين] أعلن و[PER السيسي] إكليلا وضع، وحضر [PER حسن يوسف] و[PER سميرة عبد العزيز]",
        "أعلن [ORG الدفاع المدني] و[ORG الصليب الأحمر] أن [ORG شرطة كركوك] و[ORG مديرية صحة إدلب] تعملان",
        "أفادت [ORG وزارة الطوارئ وإدارة الكوارث] و[ORG مركز رصد الزلازل] بذلك، ونشر موقع [ORG هسبريس] الصور",
        "وقال مراسل [ORG وكالة الأنباء الفلسطينية] ([ORG وفا]) إن [ORG المستشفى العسكري محمد الخامس] امتلأ",
        "أعلنت [ORG بعثة الأمم المتحدة للدعم في ليبيا] ذلك، وقصفت [ORG مدرسة سيد الشهداء] فجرا",
        "وقع الحادث في مركز المدينة وتوقفت حركة المرور، وأفاد مركز الشرطة بذلك (أمس)",
        "قصفت المدفعية [LOC بنت جبيل] و[LOC مرجعيون]، ونزح سكان [LOC مخيم عين الحلوة] وقرية [LOC كفر كلا] وبلدة [LOC ود النورة]",
        "قتل سبعة في قرى [LOC دير الزهراني] و[LOC حومين] وأغلق [LOC معبر كرم أبو سالم]، وقال [PER ماجد أبو رمضان] ذلك",
        "انتشرت القوات في ريف [LOC جبلة] ووصلت [LOC سجن غويران]",
        "عثر على جثث في ساحة المعركة وفي مدن مزدهرة، وعملوا في أطراف الحي ومخيمات اللاجئين شرق البلاد",
        "والتزمت الحركة التزام الحذر وتمشط القوات غرفة العمليات",
        "سجل إقليم [LOC الحوز] أعلى حصيلة، وقال [ORG المركز السوري للإعلام وحرية التعبير] وخطيب [ORG برنامج الأمم المتحدة الإنمائي] ذلك",
        "أفادت [ORG وكالة الأنباء القطرية] ([ORG قنا]) بأن مدير [ORG مجمع ناصر الطبي] [PER عاطف الحوت] وصل",
        "وقالت المتحدثة باسم [ORG اليونيسف] [PER تيس إنغرام] إن الأطفال جوعى، ونعى مراسلها [PER إسماعيل بدر]",
        "وضع [PER السيسي] إكليلا، وسقط جسر معلق على ملعب مكشوف وقصفت مدرسة تؤوي نازحين في [LOC جزيرة أرواد]",
        "وشهد سعيد الحظ نور الشمس",
        "حذرت [ORG منسقية النازحين] و[ORG تنسيقية لجان مقاومة الخرطوم] و[ORG لجنة الأمن والدفاع] من المجاعة",
        "عقد [ORG مجلس الأمن القومي والدفاع] جلسة، وقالت [ORG الوقاية المدنية] و[ORG جهاز مكافحة الهجرة غير الشرعية] إن القارب غرق",
        "قال مدير [ORG مستشفى الأهلي] الدكتور [PER فضل نعيم] إن [ORG مستشفى خان يونس الميداني] مغلق",
        "نزح طلبة [ORG جامعة أم درمان الإسلامية] وأساتذتها",
        "تولت لجنة مستقلة التحقيق، وأوضح [ORG مجلس محافظة درعا] أن مركز محافظة [LOC حماة] بلا ماء",
        "قدم خالص التعازي وأعلن الحداد ثلاثة أيام، ووصف ما يجري بأنه الإبادة، ووصل جنود لواء غولاني",
        "وأضاف وزير الإعلام [PER عطا الله تارار] أن زعيم [LOC جمهورية كوريا الشعبية الديمقراطية] غاضب",
        "بتر الأطباء قدمه اليمنى وساقه، ووصل مندوب [NORP يمني]",
    ],
    "fa": [
        "سربازان [LOC کرهشمالی] به [LOC پیونگیانگ] برگشتند و [PER کیم جونگاون] از آنان استقبال کرد",
        "دو خلبان [NORP کره‌ای‌های شمالی] را در [LOC کورسک] دیدند",
        "[ORG وزارت امور خارجه اتریش] سفیر [LOC بلاروس] را احضار کرد",
        "[ORG ارتش لهستان] رزمایش خود را آغاز کرد",
        "به نوشته روزنامه «[ORG صبح امید]» این خبر نادرست است",
        "[NORP اوکراینی‌ها] در [LOC خارکیف]‌اند",
        "کمک مالی به آوارگان ادامه دارد",
        "پل‌های ولایت‌های [LOC فاریاب]، [LOC بادغیس] و [LOC هلمند] فرو ریخت",
        "مه غلیظ [LOC فرودگاه امام خمینی] و [LOC بندر شهید رجایی] را بست",
        "[ORG شورای امنیت روسیه] و [ORG جمعیت هلال احمر هرمزگان] و [ORG گروه طالبان] بیانیه دادند",
        "او تلگرامی نوشت و بسیجی شد",
        "در آستانهٔ زمستان سه هزار نفر از شهر گریختند",
        "[PER دیمیتری مدودف] گفت [LOC روسیه] آماده است",
        "به گفته [PER رحیم باقری]، استاندار، [PER آصف درانی] و [PER صفیه مرادی] زنده‌اند",
        "سرهنگ [PER مراد حاتمی] جان باخت و [PER هیثم منصور] کشته شد",
        "[ORG سازمان امداد و نجات] و [ORG سازمان هواشناسی] و [ORG صلیب سرخ] هشدار دادند",
        "[ORG وزارت امر به معروف و نهی از منکر طالبان] و [ORG فرمانداری سراوان] بیانیه دادند",
        "[ORG شفاخانه وزیر محمد اکبر خان] زخمی‌ها را پذیرفت، به گزارش [ORG تسنیم]، راه بسته است",
        "کمیته‌ای تشکیل شد، مرکز شهر در آتش سوخت و دفتر او ویران شد",
        "نیروها از [LOC بنت جبیل] و [LOC مرجعیون] گذشتند و در محله [LOC شیخ مقصود] و [LOC معدن طزره] ماندند",
        "بر بنیاد آمار [ORG وزارت صحت عامه]، [PER گل‌آغا شیرزی] زنده است و [LOC آزادراه خرم‌آباد] بسته شد",
        "قرارگاه نابود شد، در اطراف شهرهای شمالی و بازارهای شهر برق نیست",
        "[ORG گارد ساحلی یونان] و [ORG سازمان ثبت احوال] خبر دادند، سپاه رزمایش کرد",
        "جان ده‌ها نفر گرفته شد و به نظر همه هر سال زیاد باران می‌بارد",
        "پاپ [PER لئوی چهاردهم] و ملک [PER محمد ششم] پیام دادند",
        "[ORG سازمان ملی مدیریت بلایای اندونزی] و [ORG دفتر هماهنگی کمک‌های بشردوستانه سازمان ملل متحد] هشدار دادند",
        "[ORG دولت وحدت ملی] و [ORG دادگاه عالی پاکستان] و [ORG سازمان مدیریت بحران کشور] بیانیه دادند",
        "سازمان خواستار خروج نیروهای [LOC روسیه] شد و دفتر مرکزی در [LOC لندن] بسته است",
        "خانوادهٔ جان‌باختگان و کشته‌شده‌گان گریستند و گازگرفتگی جان چهار تن را گرفت",
        "روزنامه [ORG هشت صبح] و [ORG پلیس جامو و کشمیر] از آتش در [LOC زندان مرکزی زاهدان] گفتند",
        "[LOC تهران] آرام است، [LOC تهران]‌ست که می‌ماند",
    ],
}


def _marked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    plain, spans, at = "", [], 0
    while (start := text.find("[", at)) >= 0:
        end = text.index("]", start)
        label, name = text[start + 1:end].split(" ", 1)
        plain += text[at:start]
        spans.append((len(plain), len(plain) + len(name), label))
        plain, at = plain + name, end + 1
    return plain + text[at:], spans


@pytest.mark.parametrize(("lang", "marked"), [(lang, case) for lang, cases in CASES.items() for case in cases])
def test_names(lang: str, marked: str) -> None:
    text, expected = _marked(marked)
    found = kursk_nlp.load(lang)(text, published="2025-01-01").entities
    assert [(e.start, e.end, e.label) for e in found] == expected, [(e.text, e.label, e.rule) for e in found]


def test_a_thing_has_one_id_in_both_languages() -> None:
    fa = kursk_nlp.load("fa")("ولادیمیر پوتین در کورسک به رویترز گفت روسیه پیروز است")
    ar = kursk_nlp.load("ar")("قال فلاديمير بوتين في كورسك لوكالة رويترز إن روسيا انتصرت")
    assert {e.id for e in fa.entities} == {e.id for e in ar.entities}
    assert {e.id for e in fa.entities} == {"person:vladimir-putin", "geonames:538560", "org:reuters", "iso:RU"}
    place = next(e for e in fa.entities if e.id == "geonames:538560")
    assert (place.country, round(place.latitude or 0, 1), round(place.longitude or 0, 1)) == ("RU", 51.7, 36.2)


@pytest.mark.parametrize(("phrase", "country"), [("کره شمالی", "KP"), ("كوري شمالي", "KP"), ("کره‌ای جنوبی", "KR"), ("أوكراني", "UA"),
                                                 ("اوكراني", "UA"), ("المملكة المتحدة", "GB"), ("كورسك", "RU"), ("شورش", None)])
def test_country_of(phrase: str, country: str | None) -> None:
    assert country_of(phrase) == country


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("ar", "أكدت وزارة الري اليمنية ذلك في بيان", "وزارة الري اليمنية"), ("ar", "قال عـبد الكـريم الحـداد إنه بخير", "عبد الكريم الحداد"),
    ("fa", "وزارت نيرو اعلام كرد برق وصل است", "وزارت نیرو")])
def test_a_name_is_shown_in_the_letters_of_its_language(lang: str, text: str, name: str) -> None:
    assert [e.name for e in kursk_nlp.load(lang)(text).entities if e.label != "NORP"] == [name]


def test_the_taggers() -> None:
    text = "التقى كايسي دوجاريك صحفيين في بيروت"
    with_tagger, without = kursk_nlp.load("ar")(text), kursk_nlp.load("ar", tagger="none")(text)
    assert [e.text for e in with_tagger.entities] == ["كايسي دوجاريك", "بيروت"]
    assert [e.text for e in without.entities] == ["بيروت"]
    assert (with_tagger.tagger, without.tagger) == ("crf", "none")
    assert with_tagger.to_dict().keys() == without.to_dict().keys()
    with pytest.raises(kursk_nlp.InputError, match="the taggers are 'crf'"):
        kursk_nlp.load("ar", tagger="brain")


def test_a_short_form_has_the_id_of_the_full_name() -> None:
    doc = kursk_nlp.load("fa")("کیم جونگ‌اون به پیونگ‌یانگ برگشت. کیم از سربازان تمجید کرد و ناصر بهرامی او را دید. بهرامی گفت شادمان است.")
    people = [(e.text, e.name, e.id) for e in doc.entities if e.label == "PER"]
    assert {p[2] for p in people if p[0].startswith("کیم")} == {"person:kim-jong-un"}
    assert [p[1] for p in people if p[0].endswith("بهرامی")] == ["ناصر بهرامی", "ناصر بهرامی"]


def test_a_place_is_the_one_of_the_article_or_none() -> None:
    lebanon = kursk_nlp.load("ar")("وصل وزير الداخلية اللبناني إلى طرابلس في شمال لبنان")
    libya = kursk_nlp.load("ar")("وصل وزير الداخلية الليبي إلى طرابلس عاصمة ليبيا")
    assert [e.country for e in (*lebanon.entities, *libya.entities) if e.text == "طرابلس"] == ["LB", "LY"]


@pytest.mark.parametrize("text", ["پدر بلغاری تبارش آمد.", "وزیر روسیهای گفت.", "سخنگوی افغانی تبار آمد.", "رئيس روسيا الاتحادية وصل."])
def test_a_role_of_a_name_that_ends_inside_a_word_comes_to_an_end(text: str) -> None:
    lang = "ar" if "الا" in text else "fa"
    assert kursk_nlp.load(lang)(text).text == text
