"""Reporting speech in Farsi: the words, as cues with their kind."""

from __future__ import annotations

import functools

from ...rules.frames.quotes import QuoteFrames
from ...rules.lexicon import Affixes, Hit, Hits
from ...rules.reporting import Cue
from ...rules.rule import pattern
from ...text.normalise import key
from ...text.view import View
from ..shared.slots import filled
from .inflect import EXACT, VERB, conjugate
from .reports import reports
from .speech import words

_KINDS = {"quote.accord": "accord", "quote.relay": "relay", "quote.stated": "stated", "quote.aside": "aside",
          "quote.as": "as", "quote.void": "void", "quote.beside": "beside"}
_SIMPLE = {"quote.say": "say", "quote.describe": "describe"}
_COMPOUND = {"quote.preverb": "say", "quote.callverb": "describe", "quote.credit": "credit"}

_LIGHT = {"کرد": "کرد|کن", "داد": "داد|ده", "داشت": "داشت|دار", "نمود": "نمود|نما", "شد": "شد|شو", "گردید": "گردید|گرد", "زد": "زد|زن",
          "گفت": "گفت|گوی", "بود": "بود|", "سپرد": "سپرد|سپار"}


def _joined(form: str) -> str:
    return key(form.replace("~", "")).replace(" ", "")


def _indicative(verb: str) -> frozenset[str]:
    """The positive indicative forms of a light verb, as one word; the bare present (کند) is a subjunctive, داشت aside."""
    stems = _LIGHT[verb]
    bare = () if verb == "داشت" else tuple(stems.split("|")[1] + e for e in ("د", "ند"))
    return frozenset(_joined(f) for f in conjugate(stems) if f not in bare and (not f.startswith(("ن", "ب")) or f.startswith(verb)))


#: light verb -> its forms
_FORMS = {verb: _indicative(verb) for verb in _LIGHT}
_FORMS["است"] = frozenset(_joined(f) for f in ("است", "ست", "اند", "ند", "هست", "هستند", "هستیم", "هستم", "ام", "ایم"))
_PASSIVE = frozenset(_joined(f) for f in conjugate("شد|شو"))
_STEMS = tuple(key(s) for s in ("گفت", "گو", "نوشت", "نویس", "افزو", "افزا", "فرمو", "فرما", "خوان", "نامید", "نام", "دان", "شمر", "شمار"))
#: a first part of a compound verb may have its light verb stuck to it
_STUCK = Affixes(suffixes=frozenset().union({""}, *_FORMS.values()))

AFFIXES = {**dict.fromkeys(_SIMPLE, VERB), **dict.fromkeys(_COMPOUND, _STUCK),
           "quote.accord": Affixes(suffixes=frozenset({"", "ی", "های"})), "quote.relay": EXACT, "quote.stated": EXACT, "quote.aside": EXACT,
           "quote.beside": EXACT,
           "quote.void": EXACT, "quote.as": EXACT}
#: "on the basis of", as journalists of Iran and of Afghanistan write it
_BASES = ("بر اساس", "بر مبنای", "بر پایه", "بر بنیاد", "بر حسب", "بنا بر", "بنا به", "طبق", "مطابق", "به استناد", "به اساس")

EXPAND = {"quote.say": conjugate, "quote.describe": conjugate, "quote.accord": filled(_BASES)}


def cues(view: View, hits: Hits) -> list[Cue]:
    """Every cue of the text, in order; negated and passive verbs report nothing."""
    found = [Cue(h.start, h.end, _KINDS[h.tag], h.value.split(" ")[1] if " " in h.value else "", (h.value.split(" ")[0],))
             for h in hits.get(*_KINDS)]
    compound = [cue for h in hits.get(*_COMPOUND) if (cue := _compound(view, h))]
    ends = {cue.end for cue in compound}
    found += compound
    found += [cue for h in hits.get(*_SIMPLE) if h.end not in ends and (cue := _simple(view, h))]
    return sorted(found)


def _next(view: View, position: int, count: int) -> list[tuple[str, int]]:
    """What stands after a position as ever longer strings of words without spaces, each with its end."""
    tokens, out, text = view.tokens, [], ""
    first = tokens.at(position)
    for i in range(first, min(first + count, len(tokens))):
        if not tokens.words[i][0].isalpha():
            break
        text += tokens.words[i]
        out.append((text, tokens.ends[i]))
    return out


def _simple(view: View, hit: Hit) -> Cue | None:
    word = view.folded[hit.start:hit.end]
    negated = word.startswith("نمی") or (word[:1] in "نب" and word[1:].startswith(_STEMS))
    if negated or any(w in _PASSIVE for w, _ in _next(view, hit.end, 2)):
        return None
    family, *takes = hit.value.split(" ")
    if word.endswith("ه") and not _continued(view, hit):
        return None
    return Cue(hit.start, hit.end, _SIMPLE[hit.tag], family, tuple(takes))


#: before گفته these make it a noun: the words of
_NOUN_BEFORE = words("به از این آن همین همان طبق بنابه برخلاف خلاف در با بر براساس اساس آنچه هر چند")


def _continued(view: View, hit: Hit) -> bool:
    """Whether a bare participle reports: a clause goes on from it, and nothing before makes it a noun."""
    following = view.folded[hit.end:hit.end + 4].lstrip()
    if following[:1] in tuple("،,:«“\"") or following.startswith(("که", "و ")):
        return True
    before = view.tokens.at(hit.start) - 1
    return bool(following) and following[0].isalnum() and before >= 0 and view.tokens.words[before] not in _NOUN_BEFORE


@functools.cache
def _forms(lights: str) -> frozenset[str]:
    """The forms of the light verbs that a row joins with a plus."""
    return frozenset().union(*(_FORMS[verb] for verb in lights.split("+")))


def _compound(view: View, hit: Hit) -> Cue | None:
    family, lights, *takes = hit.value.split(" ")
    forms = _forms(lights)
    best = hit.end if hit.suffix and hit.suffix in forms else 0
    for verb, end in _next(view, hit.end, 3):
        if hit.suffix + verb in forms:
            best = end
    return Cue(hit.start, best, _COMPOUND[hit.tag], family, tuple(t for take in takes for t in take.split("+"))) if best else None


#: we shall, we have …; will not: words of one who speaks for himself
_OURS = pattern("quotes.fa.ours", r"ن?(?:می)?\w{2,10}یم | ما | نخواهد | نخواهند | نباید | باید")


def frames() -> QuoteFrames:
    """The frame, filled."""
    return QuoteFrames(
        cues=cues,
        reports=reports,
        tags=("quote.anonymous", "quote.role", "quote.body", "quote.document", "quote.media", "quote.outlet", "quote.title", "quote.norm",
              "quote.capital", "quote.rank", "quote.tale", "quote.event"),
        stops=words("""
    به در از با برای بر تا که را روز صبح ظهر عصر شامگاه بامداد شب دیروز امروز امشب دیشب پس پیش پیشتر همچنین نیز هم اما ولی
    طی شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه ضمن درباره علیه این‌که اینکه خطاب سپس بار هفته ماه سال بعدازظهر و
    یا نخست ابتدا گذشته پیرامون هنگام مقابل توسط سوی"""),
        governing=words("""
    به با از برای علیه سخنگوی دفتر برادر خواهر همسر پدر مادر پسر دختر وکیل مشاور خانواده نزدیکان هواداران حامیان دولت ارتش
    معاون دستیار فرزند پسرعموی جانشین و توسط سوی"""),
        pronouns=words("او وی ایشان آنها آنان آن‌ها"),
        demonstratives=words("این آن همین همان"),
        after_object=words("را"),
        partitives=words("یکی برخی شماری گروهی بسیاری تعدادی جمعی بعضی یک‌تن هیچ‌یک"),
        towards=(),
        called=frozenset({key("به نام"), key("با نام")}),
        doubtful=frozenset(),
        belonging=words("نزدیک وابسته وفادار متعلق منسوب"),
        inside=words("در"),
        retired=words("بازنشسته"),
        bylines=frozenset(),
        agrees=lambda first, second: True,
        how=lambda word: False,
        relatives=frozenset(),
        breaking=words("فوری عاجل"),
        relaying=frozenset(),
        ours=lambda word: bool(_OURS.fullmatch(word)),
        article="",
        definite=lambda word: False,
        gender=lambda verb: "",
    )
