"""The small words of reported speech in Farsi, and the ends of finite verbs."""

from __future__ import annotations

import functools

from ...rules.reporting import Sentence
from ...rules.rule import pattern
from ...text.normalise import key


def words(text: str) -> frozenset[str]:
    """The folded words of a string."""
    return frozenset(key(w) for w in text.split())


COORDINATORS = words("و اما ولی ولیکن لیکن بلکه")
COMMAS = words("، ,")
ENDS = words(". ؛ ; ! ؟ …")
SEMICOLONS = frozenset({"؛", ";"})
OPENING = words("""
    همچنین نیز سپس پیشتر پیش‌تر اکنون همزمان هم‌زمان اما ولی و البته نهایتا سرانجام بعدا همچنان متقابلا هم عاجل فوری
    این‌گونه اینگونه چنین این‌چنین این‌طور اینطور""")
_PHRASES = tuple(tuple(key(w) for w in p.split()) for p in (
    "در همین حال", "در همین زمینه", "در این میان", "در این حال", "در عین حال", "با این حال", "با این همه", "از سوی دیگر", "از طرف دیگر",
    "در مقابل", "در ادامه", "پیش از این", "پس از آن", "بار دیگر",
    "در واکنش", "علاوه بر این", "در همین راستا", "در پایان", "در این باره",
    "به این ترتیب", "از این رو", "در پاسخ", "به تازگی", "در همین رابطه", "این در حالی است که",
    "در حالی که", "درحالی که", "از جمله", "در این خصوص",
    "در این زمینه", "در این رابطه", "در ضمن", "در نهایت", "به طور مشخص", "از سویی", "از سوی خود", "به نوبه خود", "به همین منظور"))
#: openers of several words, which no comma need follow, by their first word
PHRASES = {first: tuple(p for p in _PHRASES if p[0] == first) for first in {p[0] for p in _PHRASES}}
PREPOSITIONS = words("در با از به پس پیش بر طی برای ضمن هنگام بعد علیرغم")
#: heads of a stated number, the object of "put at" (شمار کشته‌ها را … اعلام کرد)
COUNTS = words("""
    شمار تعداد آمار رقم تلفات میزان خسارت خسارات قربانیان عدد کشته‌ها کشته‌های زخمی‌ها مجروحان کشته‌شدگان حجم ارزش مصدومان
    جان‌باختگان شهدا شهدای آوارگان اسرا اسیران""")
CONDITION = words("حال وضعیت وضع حالت")
#: participles that say of a document where it came from: it speaks for itself
REACHED = words("رسیده واصله دریافتی منتشرشده منتشره")
#: before از these make it "more than, one of, after", no complement
NOT_FROM = words("پس پیش بعد قبل بیش یکی کمتر بسیاری برخی شماری گروهی تعدادی بخشی غیر دور خارج فراتر جمعی هر کدام هیچ یک")
FROM_NO_COMPLEMENT = words("سوی طرف جمله این آن نظر رهبران فرماندهان اعضای")
PERSONS = words("او وی ایشان آنها آنان")
#: a clause about a speaker who wants no name: it is none of his words
_WISHES = words("خواست خواسته نخواست نخواسته نخواستند خواستند نمی‌خواهد خواهان مایل خواسته‌اند نخواسته‌اند")
_NAMED = words("نام نامش نامشان هویت هویتش هویتشان ناشناس")
#: nouns that say what a place is (در هرات، مرکز ولایت هرات، …)
PLACES = words("مرکز پایتخت شهر شهری بندر منطقه منطقه‌ای استان ولایت شهرستان روستا روستایی روستای بزرگترین محل جایی")
ORDINAL = pattern("quotes.fa.ordinal", r"(?:نخست|اول|دوم|سوم|چهارم|پنجم|بزرگتر|مهمتر|پرجمعیتتر)ین")
INFINITIVE = pattern("quotes.fa.infinitive", r"(?<!\w)(?!لندن|بدن|گردن|تمدن)\w{1,20}(?:دن|تن)")
#: infinitives of light verbs, whose noun stands before them (کشته شدن)
LIGHT = words("شدن کردن دادن داشتن زدن گرفتن بودن رفتن آمدن خوردن نمودن یافتن بردن بستن گذاشتن ماندن باختن کشیدن شدنِ")
WHICH = words("که")
IT = words("آن این")
THAT = words("که :")
LEADS = words("که : ،")
AFTER_NAME = words("که : ؛")
COLON = frozenset({":"})
OBJECT = words("را")
IN = words("در")
THIS = words("این")
#: adjectives after a document that name no owner
QUALITIES = words("رسمی غیررسمی محلی اولیه مقدماتی نهایی تازه جدید قبلی نخستین موجود منتشرشده معتبر بین‌المللی یادشده")
AFTER = words("پس پیش بعد قبل")
NEXT = words("این در از تا روز")
TOWARDS = words("به با از")
NO_CLAUSE = words(") را")
#: families whose noun complement must be verbal to tell anything
STRICT = frozenset({"admit", "accuse", "threaten", "stress", "say"})
#: families whose object is what others have said; what is said of a thing before it is known to be true
DENIALS = frozenset({"deny", "confirm"})
HEARSAY = words("""
    خبر خبرها خبرهای خبری اخبار گزارش گزارش‌ها گزارش‌های ادعا ادعای ادعاها ادعاهای ادعایی شایعه شایعات شایعه‌ها شایعه‌های اتهام
    اتهامات موضوع مطلب روایت مدعیات گمانه‌زنی‌ها""")
REQUESTS = words("درخواست تقاضا پیشنهاد طرح لایحه شکایت دعوت تقاضای پیشنهادها درخواست‌ها خواسته")
CLAUSE = words("که اینکه آنکه")
#: after a comma these take the word back from the speaker
ALTHOUGH = words("هرچند اگرچه گرچه درحالی هر‌چند") | {"در حالی", "هر چند", "اگر چه", "این درحالی"}
_FINITE = pattern("quotes.fa.finite", r"""
    (?:ن|بر|در|باز|فرا)? (?:شد|کرد|داد|بود|رفت|گفت|یافت|رسید|گرفت|زد|امد|ماند|ساخت|خورد|گذشت|پیوست|گردید|گذاشت|خواست|انداخت
        |پرداخت|دید|برد|نشست|پذیرفت|خواند|دانست|نامید|باخت|افتاد|ایستاد|فرستاد|توانست|داشت|نمود|کشت|نوشت|افزود|ریخت
        |خاست|گشت|بست) (?:ه|هاست|هاند|هبود|هبودند)?
    | (?:ن?می)?(?:شود|شوند|کند|کنند|دهد|دهند|دارد|دارند|رسد|رسند|رود|روند|گیرد|گیرند|باشد|باشند|خواهد|خواهند|گوید|گویند|ندارد|ندارند)
    | است | نیست | هست | هستند | نیستند | اند | نخواهد | نخواهند
    | (?<!\w)ن?می\w{1,20}(?:د|ند|م|یم|ست) | (?<!\w)\w{1,20}(?:دند|تند|هاند|هاست)""")
#: nouns that look like one of these
_NO_VERB = words("نبرد برخورد درگذشت بازگشت برداشت بازداشت درخواست گذشته گشت کشته درامد بازدید نوشته نشست ساخت ساخته میلاد خواسته")


def unnamed(sentence: Sentence, at: int) -> bool:
    """Whether a clause that begins here tells that somebody wants no name (خواست نامش فاش نشود)."""
    return sentence.word(at) in _WISHES and any(sentence.word(i) in _NAMED for i in range(at + 1, at + 4))


@functools.lru_cache(maxsize=1 << 13)
def finite(word: str, before: str = "") -> bool:
    """Whether a folded word (after ``before``) ends a clause as a finite verb or participle does."""
    return before in ("می", "نمی") or (word not in _NO_VERB and bool(_FINITE.fullmatch(word)))
