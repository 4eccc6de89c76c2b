"""The small words of reported speech in Arabic, and where a verb's complement begins."""

from __future__ import annotations

from ...rules.reporting import Sentence
from ...rules.rule import pattern
from ...text.normalise import key
from .inflect import LAM


def words(text: str) -> frozenset[str]:
    """The folded words of a string."""
    return frozenset(key(w) for w in text.split())


COMMAS = words("، ,")
ENDS = words(". ؛ ; ! ؟ …")
#: أنّ, إنّ and بأنّ, alone and with a pronoun
THAT = words("أن إن بأن")
THAT_PRONOUN = words("أنه أنها أنهم أنهن أنهما أنني أننا أنك إنه إنها إنهم إنهن إنهما إنني إننا إني بأنه بأنها بأنهم بأنهما بأننا بأنني")
#: before أن these make it "before …ing", "without …ing", "must": no report
_NOT_THAT = words("""
    قبل بعد دون منذ حتى غير مع رغم كما لولا شرط بشرط علما إلا يجب ينبغي يمكن بد منعا خشية أجل بعيد قبيل سيما يتوقع المتوقع
    المقرر المفترض على""")
_BEFORE_THAT = words("إلى على عن في من")
_ALI = key("علي")
#: "according to X, (so) the raids …"
SO = words("فإن فقد فإنه فإنها")
NEGATION = words("لم لن لا ولم ولا ولن فلم دون")
RELATIVE = words("الذي التي الذين اللذين اللتين")
WHAT = words("ما مما بما لما عما")
AS = words("كما مثلما")
WAS = words("كان كانت كانوا وكان وكانت وكانوا فكان")
PERFECT = words("قد فقد وقد")
#: adverbials: where a subject would stand after the verb, they tell that it is left out; after one they end it
ADVERBIALS = words("""
    في فى خلال عبر عن على أمام لدى بعد قبل أثناء مساء صباح فجر ظهر ليل ليلة اليوم أمس غداة ردا تعليقا ضمن منذ إلى حول بشأن
    إثر عقب حين عندما كذلك أيضا لاحقا سابقا بحسب حسب وفق هنا مرة مع من ثم قد ما مما له لها لهم لكم لنا بدوره بدورها
    لأول للمرة حتى لم لا وهو وهي هو هي الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد ب ل صدر صدرت الذي التي الذين اللذان أن إن
    بأن أنه أنها إنه إنها مؤخرا حينها فيه فيها به بها عليه عليها عنه عنها لديه لديها بين بما لما فيما عما وقتها آنذاك بعدما قبيل بعيد
    لحظة لحظات قليلا برهة مليا طويلا جملة قطعيا قطعا نهائيا بشدة""")
#: verbs of a relative clause without "who", after an indefinite noun (مسؤول طلب عدم ذكر اسمه, امرأة فقدت زوجها)
RELATIVES = words("""
    طلب طلبت طلبوا طلبا فضل فضلت فضلوا رفض رفضت رفضوا اشترط اشترطت اشترطوا آثر آثرت نجا نجت نجوا فقد فقدت فقدوا نزح نزحت نزحوا
    فر فرت فروا عاد عادت عادوا شارك شاركت حضر حضرت شهد شهدت يعمل تعمل يعملون يقيم تقيم يقطن تقطن يعيش تعيش خسر خسرت أصيب أصيبت
    اطلع اطلعت اطلعوا شاهد شاهدت وصل وصلت زار زارت خدم خدمت عاين عاينت عرف عرفت لم رأى رأت""")
#: how a thing is said: nouns after ب, adverbs and accusatives of circumstance, which are no speaker
_MANNER = words("""
    صوت حزن غضب حسرة ألم أسى هدوء سخرية ابتسامة دموع مرارة فخر ثقة حدة حرقة لهجة نبرة اقتضاب اختصار إيجاز صراحة وضوح شدة حماس
    انفعال تأثر تهكم استغراب أسف قوة صرامة حزم صورة شكل عبارة عبارات كلمات لغة طريقة سرعة صدمة ذهول خوف قلق ارتياح""")
_HOW = words("""
    هكذا صراحة حرفيا باكيا باكية ضاحكا ضاحكة غاضبا غاضبة ساخرا ساخرة مازحا مازحة مجددا علنا همسا بكاء جملة قطعا فورا رسميا
    تحديدا أخيرا قائلا قائلة واقفا باختصار بهدوء يومها ساعتها عندئذ حينئذ وسط بينما فيما وسط تزامنا ولم لم ولا فلم بعدها قبلها""")
_CIRCUMSTANCE = pattern("quotes.ar.circumstance", r"مت?[^اوی\W]\w{2,4}ا")
#: adverbs beside which the subject may still follow
ALONE = words("""
    بدوره بدورها بدورهم أيضا كذلك لاحقا سابقا مؤخرا اليوم أمس مجددا رسميا علنا آنذاك حينها أخيرا صراحة فورا مساء صباح فجر ظهر ليل""")
#: what is proclaimed: an object, however it stands beside the one who does so
DECLARED = words("الحداد حداد الطوارئ حالة حظر التعبئة النفير الإضراب الهدنة العصيان الاستنفار الأحكام الاستقلال العطلة وقف")
OPENERS = words("""
    من جهته جهتها جهتهم جانبه جانبها بدوره بدورها بدورهم في المقابل السياق غضون ذلك هذا وفي ومن إلى كما أيضا لكن ولكن لكنه
    حين بينما فيما وقت سابق ثم و غير أن إلا ميدانيا سياسيا الأثناء هذه تلك الأثناء سياق متصل آخر منفصل حادث تطور لافت وعلى
    صعيد وكان كان وكانت كانت وقد قد عاجل""")
CONTRAST = words("حين بينما فيما وقت")
#: verbal nouns that keep their article in a bare announcement, with على or عن after them
_OF, _TO = key("من"), key("إلى")
_WHILE = words("وهو وهي وهم وهما وهن")
#: after a preposition in what a verb takes: it reports only marked words (عن«)
MARKED = "«"
#: what a verb takes that reports a number (أحصت الوزارة 700 قتيل)
COUNTED = "#"
_PREPOSITIONS = words("في من إلى على عن بعد قبل خلال إثر عقب منذ حول بشأن مع")
_ABOUT = words("عن بشأن حول من في على بخصوص")
_DEFINITE = words("السيطرة القبض العثور الإفراج الاستيلاء التوصل الاتفاق الانسحاب")
_ROLE = frozenset({"quote.role"})
_BODY = frozenset({"quote.role", "quote.body"})

#: verbal nouns by their forms: إفعال, انفعال/افتعال, استفعال, تفعيل, with or without pronoun; not the names of bodies
_EVENT = pattern("quotes.ar.event", r"""
    (?!ادار|اذاع|اعلام|اسعاف|اتحاد|ایتلاف|استخبار|اقلیم|اغاث|اطفاء|تنظیم|تعلیم|تلفزیون|تکفیر|اعاد|تشرین|اجتماع|ابراهیم|اسلام|انباء
    |اسرایی|تصریح
    |تقریر|تلغرام|ترلیون|اطفال|افراد|اسماء|اعضاء|اسلح|اضرار|اعداد|ارقام|انباء|اخبار|اعمال|افلام|اهداف|اطراف|انصار|اقارب|احزاب|اموال
    |اسعار|احکام|اسباب|اوضاع|اسرار|امطار|اجزاء|ابناء|اصحاب|احیاء|اشخاص|اسواق|اسابیع|اجهز)
    (?: ا\w{2}ا\w | ا\wا\wه | است\w{2,3}ا\wه? | است\wا\wه | ا\wت\wا\w | ان\w{2}ا\w | ت\w{2}ی\wه? | ت\w{2}یه ) (?:ه|ها|هم)?""")
AND = words("و ثم")
BREAK = words("دون وذلك علما مما")
TAKES_BACK = words("فيما بينما حين وقت لكن لكنه لكنها غير ولم ولا من")
PUBLISHED = words("جاء ورد أوردت أورده أوردته أوردها جاءت نشرته نشرت نشره نشرتها نشرها أظهرت بثته بثه بثتها بثها وزعتها")
IT_CAME = words("جاء وجاء جاءت يأتي ويأتي وجاءت تأتي")
THIS = words("ذلك هذا هذه")
#: between a quotation and its verb: "thus", "in these words"
THUS = words("هكذا بهذه بهذا العبارة الكلمات الكلام العبارات بهذا")
#: before "to the X" these make it whose (التابعة للحوثيين)
BELONGING = words("التابع التابعة التابعين المقرب المقربة الموالي الموالية المنتمي المنتمية تابع تابعة مقرب مقربة موال موالية")
#: news and rumours that "speak of" something: nobody says it
RUMOURS = words("الأنباء أنباء الشائعات شائعات الأخبار أخبار المزاعم الاتهامات الإشاعات")
#: what others have said, which one denies
HEARSAY = words("""
    ما صحة الأنباء أنباء التقارير تقارير المعلومات معلومات خبر الخبر نبأ النبأ مزاعم المزاعم ادعاءات الادعاءات ادعاء شائعات الشائعات
    إشاعات الإشاعات إشاعة شائعة روايات رواية اتهامات الاتهامات أخبار الأخبار الأقاويل وجود مما لما بما لأنباء لتقارير""")
#: verbs of what befell people: after a source they begin the clause where no comma does (وفق الوزارة قتل خمسة)
BEFELL = words("""
    قتل قتلت أصيب أصيبت جرح جرحت لقي لقيت سقط سقطت نزح نزحت اعتقل اعتقلت بلغ بلغت ارتفع ارتفعت توفي توفيت غرق غرقت اختطف اختطفت
    استشهد استشهدت قضى انهار انهارت""")
UPON = words("عليه عليها عليهم")
ISSUED = words("صادر صادرة صدر صدرت")
LED = words("ل ما لما")
NO_SUBJECT = words("ما هذا هذه ذلك ب بأنه بأنها بأنهم")
TO_OUTLET = words("مع إلى عبر على في")
IN = words("في عن على به بها فيه عنه")
INSIDE = words("في")
#: "but", in one word and before أنّ
BUT, EXCEPT = words("لكن ولكن"), words("غير إلا بيد")
MEANWHILE = words("فيما")
#: after "while" these go on with the same toll, so that the speaker goes on too
ALSO_COUNTED = words("لا ما أصيب أصيبت جرح جرحت فقد فقدت نقل نقلت بلغ بلغت وصل وصلت ارتفع ارتفعت نزح نزحت غادر لقي لقيت")
ACCOMPANIED = words("بينهم بينهن منهم معظمهم غالبيتهم أغلبهم بعد إثر جراء نتيجة قبل منذ خلال في إلى من على مساء فجر صباح ليل")



def is_how(word: str, written: str = "") -> bool:
    """Whether a folded word tells how, or begins a denial, and so is no subject: بصوت, باكيا, مبتسما, ولم."""
    return word in _HOW or (word[:1] == "ب" and word[1:] in _MANNER) or (not written.endswith(("اء", "ى")) and bool(
        _CIRCUMSTANCE.fullmatch(word)))


def is_that(word: str) -> bool:
    """Whether a word begins a reported clause."""
    return word in THAT or word in THAT_PRONOUN


def agrees(first: str, second: str) -> bool:
    """Whether a definite word can be an adjective of the definite feminine noun before it: if not, it is another noun, an object."""
    return not first.endswith("ه") or second.endswith(("ه", "ا", "اء", "ی"))


def _indefinite(sentence: Sentence, at: int) -> bool:
    """A noun of two words or more without article, as in "warned of a famine": at the end of a clause."""
    item = sentence.items[at] if at < len(sentence.items) else None
    return item is not None and item.kind == "word" and not item.label and not item.word.startswith("ال") and len(item.word) > 3


def is_event(sentence: Sentence, at: int, clitic: str = "") -> bool:
    """Whether the item is a verbal noun (with ``clitic`` before it)."""
    known = "quote.event" in sentence.tags(at) and (not clitic or sentence.items[at].lead >= len(clitic))
    return known or _patterned(sentence, at, clitic)


def _bare(word: str) -> str:
    """A word without its article."""
    return word if word.startswith(LAM) else word.removeprefix("ال")


def _patterned(sentence: Sentence, at: int, clitic: str = "") -> bool:
    """Whether the item has the form of a verbal noun; a written أ tells the plural أفعال from إفعال."""
    if not 0 <= at < len(sentence.items):
        return False
    bare = _bare(sentence.word(at)[len(clitic):])
    written = sentence.items[at].written[len(clitic):].removeprefix("ال")
    return not written.startswith("أ") and bool(bare and _EVENT.fullmatch(bare))


def complement(sentence: Sentence, start: int, takes: tuple[str, ...], *, colon: bool = True) -> tuple[int, int, int] | None:
    """Where, after a verb, the subject zone ends, where the content begins, and how many letters of its first word are a clitic.

    None where nothing is reported. ``takes`` are the verb's prepositions (``-`` for a bare verbal noun); a colon introduces
    speech unless ``colon`` is false.
    """
    items = sentence.items
    for i in range(start, min(len(items), start + 60)):
        word, cue = items[i].word, items[i].cue
        if cue and i > start and ((cue.kind in ("say", "relay", "describe") and not by_the_way(sentence, i)) or (
                cue.kind in ("participle", "break") and word not in COMMAS and sentence.word(i - 1) in COMMAS)):
            return None
        if is_that(word):
            found = _that(sentence, i, takes)
            if found:
                return found
            continue
        if word == ":" and i + 1 < len(items) and colon:
            return i, i + 1, 0
        if items[i].kind == "mark" and not _is_name(sentence, i, start, takes) and _admits(sentence, i, takes):
            return i - (sentence.word(i - 1) == "ب"), i, 0
        if word in ENDS:
            return None
        if place := _nominal(sentence, i, start, takes):
            return place
    return None


def denied(sentence: Sentence, start: int) -> tuple[int, int, int] | None:
    """What was reported or rumoured and is denied, as ``complement`` gives it: نفى الجيش ما تداولته الصفحات بشأن أسر ثلاثة."""
    items = sentence.items
    head = start
    while head < min(len(items), start + 14) and sentence.word(head) not in HEARSAY:
        if is_that(sentence.word(head)) or sentence.word(head) in ENDS | COMMAS or (items[head].kind == "mark" and items[head].size > 3):
            return None
        head += 1
    subject = next((i for i in range(start, head) if items[i].kind == "mark"), head)  # denied «outright» …
    for i in range(head + 1, min(len(items), head + 14)):
        word, before = sentence.word(i), sentence.word(i - 1)
        if word in ENDS | COMMAS:
            return None
        if is_that(word) and before not in _NOT_THAT:
            return subject, i + (word in THAT), int(word.startswith("ب") and word not in THAT)
        clitic = word.startswith("ب") and is_event(sentence, i, "ب")
        if clitic or (is_event(sentence, i) and (before in _ABOUT or i - 1 == head or before in HEARSAY)):
            return (subject, i, int(clitic)) if i + 1 < len(items) else None
    return None


def _that(sentence: Sentence, i: int, takes: tuple[str, ...]) -> tuple[int, int, int] | None:
    prior = "" if i and sentence.items[i - 1].kind == "date" else sentence.word(i - 1)
    word = sentence.word(i)
    after, skip = i + (word in THAT), int(word.startswith("ب") and word not in THAT)
    if prior in takes or prior == "عن":
        return i - 1, after, skip
    if prior == _ALI:
        return i, after, skip  # no verb of saying but those that take على has it here: it is the name علي
    if prior in _NOT_THAT or prior in _BEFORE_THAT:
        return None
    return i, after, skip


def by_the_way(sentence: Sentence, at: int) -> bool:
    """A verb that only looks like one of saying: called X; while he points at something (وهو يشير إلى الركام)."""
    points = sentence.word(at - 1) in _WHILE and sentence.word(at + 1) == _TO and not is_that(sentence.word(at + 2))
    return "quote.title" in sentence.tags(at) or points


def _admits(sentence: Sentence, at: int, takes: tuple[str, ...]) -> bool:
    """Whether a marked stretch may be the complement: a verb that takes only marked words wants its preposition before them."""
    wanted = [t for t in takes if t.endswith(MARKED)]
    return not wanted or f"{sentence.word(at - 1)}{MARKED}" in wanted


def _is_name(sentence: Sentence, at: int, start: int, takes: tuple[str, ...]) -> bool:
    """Whether a marked stretch before the clause is part of the speaker's or the outlet's name."""
    before = sentence.word(at - 1)
    if before == ":" or (before == "ب" and "ب" in takes) or f"{before}{MARKED}" in takes:
        return False
    if at == start and takes and sentence.items[at].size <= 4:
        return True  # right after the verb: its subject, under a name in marks
    return (bool(sentence.tags(at - 1) & {"quote.title", "quote.media"}) or (before in ("ل", "ب") and at > start)
            or any((is_that(sentence.word(i)) and sentence.word(i - 1) not in _NOT_THAT) or sentence.word(i) == ":"
                   for i in range(at + 1, at + 12)))


def _nominal(sentence: Sentence, i: int, start: int, takes: tuple[str, ...]) -> tuple[int, int, int] | None:
    """A complement without أنّ: the verb's preposition, or nothing, and a verbal noun."""
    item, word = sentence.items[i], sentence.items[i].word
    for preposition in takes:
        if word == preposition[:-1] and preposition[-1] == COUNTED and "quote.number" in sentence.tags(i + 1) and any(
                "quote.count" in sentence.tags(j) for j in (i + 2, i + 3)):
            return i, i + 1, 0
        if word == preposition and (is_event(sentence, i + 1) or (word == _OF and _indefinite(sentence, i + 1))):
            return i, i + 1, 0
        if len(preposition) == 1 and preposition != "-" and word.startswith(preposition) and is_event(sentence, i, preposition):
            return i, i, 1
    if "-" not in takes or item.label or (word[0] in "بل" and (item.lead or "quote.event" not in item.tags)):
        return None
    event, counted = "quote.event" in item.tags, "quote.count" in item.tags
    if sentence.word(i - 1) in _PREPOSITIONS:
        return None
    if word != _bare(word) and word not in _DEFINITE and not counted:
        return None
    if i == start:
        return (i, i, 0) if event or _patterned(sentence, i) or (counted and COUNTED in takes) else None
    counted = counted or ("-" in takes and COUNTED in takes and "quote.number" in item.tags)
    open_ = frozenset() if sentence.word(i - 1).startswith("ال") else sentence.tags(i - 1)
    begins = (event and not open_ & _ROLE) or (counted and not open_ & _BODY and word[0] != "و")
    return (i, i, 0) if begins or (_patterned(sentence, i) and closed(sentence, i - 1)) else None


def closed(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase can end with this item: definite, a name, a date, a stop."""
    item = sentence.items[at]
    return item.kind != "word" or bool(item.label) or item.word.startswith(("ال", "لل"))
