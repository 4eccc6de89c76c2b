"""Reporting speech in Arabic: the words, as cues with their kind."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.frames.quotes import QuoteFrames
from ...rules.lexicon import Affixes, Hit, Hits
from ...rules.reporting import Cue
from ...rules.rule import pattern
from ...text.normalise import key
from ...text.view import View
from .inflect import EXACT, NOUN, PARTICLE, VERB, conjugate
from .reports import reports
from .speech import ADVERBIALS, BELONGING, RELATIVES, agrees, is_how, words

_KINDS = {"quote.say": "say", "quote.describe": "describe", "quote.relay": "relay", "quote.participle": "participle",
          "quote.break": "break", "quote.accord": "accord", "quote.as": "as", "quote.saying": "saying",
          "quote.stated": "stated", "quote.refuse": "refuse", "quote.credit": "credit", "quote.void": "void"}

#: according to and the like: conjunctions, and ب and ل before it are words of their own rows; ما and ل follow as words
_FIXED = Affixes(prefixes={c: len(c) for c in ("", "و", "ف")}, suffixes=frozenset({"", "ا"}))


def _participle(form: str) -> Iterator[str]:
    """مشير: مشيرا، مشيرة، مشيرين, as they stand after a comma; a defective one (نافي) loses its yeh in the plural only."""
    yield from (form + "ا", form + "ة", (form[:-1] if form.endswith("ي") else form) + "ين", form + "تين")


_VERBS = ("quote.say", "quote.credit", "quote.describe", "quote.refuse", "quote.relay", "quote.comment")
#: a noun with the pronouns of the third person: خطابي is "my speech" in no report, but a family name
_THIRD = Affixes(prefixes=NOUN.prefixes, suffixes=frozenset({"", "ه", "ها", "هم", "هن", "هما", "ا"}))
_NOUNS = ("quote.anonymous", "quote.role", "quote.body", "quote.document", "quote.media", "quote.title", "quote.norm",
          "quote.count", "quote.tale")
_PARTICIPLES = ("quote.participle", "quote.break")

AFFIXES = {**dict.fromkeys(_VERBS, VERB), **dict.fromkeys((*_PARTICIPLES, "quote.as", "quote.void", "quote.stated"), EXACT),
           **dict.fromkeys(_NOUNS, _THIRD), "quote.accord": _FIXED, "quote.saying": PARTICLE, "quote.event": NOUN}
EXPAND = {**dict.fromkeys(_VERBS, conjugate), **dict.fromkeys(_PARTICIPLES, _participle)}


_READ = key("اقرأ")
_NAMES = tuple(f" {key(w)}" for w in "اسمه اسمها أسمائهم أسماءهم اسميهما هويته هويتها هويتهم".split())
#: عبر is "by way of" where no و makes it the verb
_VIA = "عبر"


def cues(view: View, hits: Hits) -> list[Cue]:
    """Every cue of the text, in order."""
    found = []
    for hit in hits.get(*_KINDS):
        if hit.end - hit.start == 3 and not hit.prefix and view.folded[hit.start:hit.end] == _VIA:
            continue
        if hit.tag == "quote.say" and not _is_verb(view, hit):
            continue
        if view.folded.startswith(_NAMES, hit.end):
            continue  # not wanting to give one's name is nothing said
        family, *takes = hit.value.split(" ")
        found.append(Cue(hit.start, hit.end, _KINDS[hit.tag], family, tuple(takes)))
    return found


#: verbs of saying that take a person as their object; on others a pronoun is none (تابعة is "belonging", no "followed him")
_TO_PERSONS = ("بلغ", "خبر", "علم", "تهم", "حذر", "عتبر", "نذر", "خاطب", "جاب")


def _is_verb(view: View, hit: Hit) -> bool:
    """Whether a form is the verb it looks like: no adjective in ة, no first person (أعتقد for اعتقد)."""
    folded, written = view.folded[hit.start:hit.end], view.normal[hit.start:hit.end]
    if hit.suffix and not view.folded.startswith("ما ", hit.start - 3) and not any(stem in folded for stem in _TO_PERSONS):
        return False
    if folded == _READ:
        return False
    return not written.endswith("ة") and not (written.startswith("أ") and folded.startswith(("اعت", "اته", "اخت", "است", "ادع")))


def _gender(verb: str) -> str:
    """قالت and تقول are feminine, قال and يقول masculine; تابع is a past of its own."""
    bare = verb.removeprefix("و")
    feminine = bare.endswith(("ت", "ته", "تها")) or (bare.startswith("م") and bare.endswith("ه"))
    past = ("تابع", "تحدث", "توقع", "توعد", "تعهد", "توصل", "تساءل")
    return "f" if feminine or (bare.startswith("ت") and not bare.startswith(past)) else "m"


#: we shall, we have, our …; no; shall not: words of one who speaks for himself
_OURS = pattern("quotes.ar.ours", r"س?ن[^ا\W]\w{2,5} | \w{2,8}نا | لن | لا | سوف | سن\w{3,5}")


def frames() -> QuoteFrames:
    """The frame, filled."""
    return QuoteFrames(
        cues=cues,
        reports=reports,
        tags=("quote.event", "quote.count", "quote.anonymous", "quote.role", "quote.body", "quote.document", "quote.media", "quote.outlet",
              "quote.title", "quote.norm", "quote.capital", "quote.tale", "quote.comment"),
        stops=ADVERBIALS,
        governing=words("باسم شقيق شقيقة والد والدة ابن ابنة زوجة زوج أرملة محامي محامية عن مع إلى على من لدى ضد بحق نجل صهر خلفا"),
        pronouns=words("هو هي هم"),
        demonstratives=words("هذا هذه هؤلاء ذلك تلك"),
        after_object=frozenset(),
        partitives=words("عدد عدة مجموعة كثير كثيرون العديد بعض واحد واحدة مصادر مصدر اثنان وعدد"),
        towards=("لل",),
        called=words("يدعى تدعى اسمه اسمها ويدعى وتدعى واسمه واسمها النداء نداء"),
        doubtful=words("علي"),
        belonging=BELONGING,
        inside=words("في"),
        retired=words("المتقاعد"),
        bylines=words("كتب كتبت"),
        agrees=agrees,
        how=is_how,
        relatives=RELATIVES,
        breaking=words("عاجل العاجل بتوقيت غرينتش جرينتش"),
        relaying=words("عن"),
        ours=lambda word: bool(_OURS.fullmatch(word)),
        article="ال",
        definite=lambda word: word.startswith("ال") or word.endswith(("ه", "ها", "هم")),
        gender=_gender,
    )
