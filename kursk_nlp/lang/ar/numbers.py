"""Arabic numbers: the words with their proclitics, and where a word that is also something else counts."""

from __future__ import annotations

from ...rules.frames.numbers import NumberFrames, Numeral
from ...rules.lexicon import Affixes
from ...text.normalise import key
from ..shared.data import rows
from ..shared.numerals import Numerals
from ..shared.words import Word, word_of
from .inflect import EXACT, VERB, conjugate

_CONJ = {"": 0, "و": 1, "ف": 1}
_BOUND = Affixes(prefixes={c + p: len(c + p) for c in ("", "و", "ف") for p in ("", "ب", "ل", "ک")})
_WORDS = ("unit", "ten", "tens", "hundred", "hundreds", "scale", "scales", "ordinal", "fraction", "parts", "vague", "sign", "point", "zero")

#: number words are read by the grammar of numerals, never by the scan
AFFIXES = {**{f"number.{cls}": Affixes(prefixes={}) for cls in _WORDS},
           "bound.before": _BOUND, "bound.after": EXACT, "bound.exceed": VERB}
EXPAND = {"bound.exceed": conjugate}

_PRONOUNS = ("هم", "ها", "هن", "ه", "هما", "نا", "کم")
_HUNDREDS = {"ثلاث": 300, "اربع": 400, "خمس": 500, "ست": 600, "سبع": 700, "ثمان": 800, "ثمانی": 800, "تسع": 900}


def _prefixes(form: str) -> list[tuple[str, int, bool, bool, bool]]:
    """Letters before a form: how many lie outside the span, whether they say "and", open a new number, hold the article."""
    out = []
    for c in ("", "و", "ف"):
        for p in ("", "ب", "ل", "ک"):
            out.append((c + p, len(c + p), c == "و", p != "", False))
            if p != "ل":
                out.append((c + p + "ال", len(c + p), c == "و", p != "", True))
        out.append((c + "لل", len(c) + 1, c == "و", True, True))
    if form == "ست":  # لست is "I am not"
        out = [o for o in out if o[0][-1:] not in ("ل", "ب", "ک") or o[0].endswith("ال")]
    return out


def _table() -> dict[str, Word]:
    base: dict[str, Word] = {}
    for row in rows(__package__):
        if row.layer == "numbers" and row.tag.startswith("number."):
            base[key(row.form)] = word_of(row.tag, row.value)
    for stem, value in _HUNDREDS.items():
        for hundred in ("میه", "مایه"):
            base[stem + hundred] = Word("hundred", value)
    fractions = {k: w for k, w in base.items() if w.cls == "fraction"}
    table: dict[str, Word] = {}
    for form, word in base.items():
        for letters, lead, conj, fresh, article in _prefixes(form):
            if word.cls in ("sign", "point") and (fresh or article):
                continue
            table.setdefault(letters + form, word._replace(lead=lead, conj=conj, fresh=fresh, article=article))
    for form, word in fractions.items():
        for letters, lead, conj, fresh, article in _prefixes(form):
            if not article and not form.endswith("ان"):
                for pronoun in _PRONOUNS:
                    stem = form[:-1] if form == "ثلثین" else form
                    table.setdefault(letters + stem + pronoun, word._replace(lead=lead, conj=conj, fresh=fresh))
    for form in ("الف", "ملیون", "ملیار"):
        table[form + "ا"] = base[form]
    return table


#: before "one" these make it "anyone", "each one", "one of"
_NOT_ONE = frozenset(("کل", "ای", "من", "او", "یوم"))
#: feminine nouns after which الثانية is "the second" and not a second of time
_SECONDS = frozenset("المره للمره المرحله الدوره السنه المرتبه الفقره الماده العالمیه الجوله الحرب الدرجه الطبعه الفرقه الکتیبه".split())


def _accept(words: list[str], first: int, last: int, found: Numeral, text: str) -> bool:
    """Whether a numeral in words counts where it stands."""
    if first != last:
        return True
    after = words[last + 1] if last + 1 < len(words) else ""
    before = words[first - 1] if first else ""
    if text in ("احد", "احدی", "الاحد", "الاثنین", "الاثنان") or (text == "اثنین" and before == "یوم"):
        return False
    if text in ("واحد", "واحده"):
        return before.isalpha() and not before.startswith("ال") and before not in _NOT_ONE and not after.startswith("ال") and after != "من"
    if text == "الف":  # "he wrote" takes its object in the accusative, the thousand in the genitive
        return not (after.endswith("ا") and len(after) > 3)
    if found.kind == "ordinal":
        return text in ("ثانی", "ثالث") or (found.value or 0) > 2 if not found.definite else text != "الثانیه" or before in _SECONDS
    return found.kind != "vague" or found.low is not None


_PERCENT_WORDS = ("المیه", "المایه")
_PERCENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "%": (("%",),), "٪": (("٪",),), "فی": tuple(("فی", w) for w in _PERCENT_WORDS), **{"ب" + w: (("ب" + w,),) for w in _PERCENT_WORDS}}


def dual(word: str) -> str | None:
    """The singular of a dual noun (جنديان، طفلتين; folded, no clitics); None for a word that does not end like a dual."""
    if len(word) < 5 or not word.endswith(("ان", "ین")):
        return None
    stem = word[:-2]
    return stem[:-1] + "ه" if stem.endswith("ت") else stem


NUMERALS = Numerals(_table(), units_last=False, fused=None, accept=_accept, percents=_PERCENTS)


def frames() -> NumberFrames:
    """The frame, filled."""
    return NumberFrames(
        read=NUMERALS.read,
        between=frozenset(("بین",)), between_joins=frozenset(("و", "الی", "حتی")),
        from_=frozenset(("من",)), from_joins=frozenset(("الی", "حتی")), bare_joins=frozenset(("الی", "-", "–", "—", "او")),
        negations=frozenset(("لم", "لا", "لن", "ما", "الا", "ولم", "ولا", "ولن")),
        change=frozenset("ارتفع ارتفعت ارتفاع ارتفاعا زاد زادت زیاده انخفض انخفضت انخفاض تراجع تراجعت قفز قفزت صعد هبط تحول خفض خفضت خفضها "
                         "رفع رفعت رفعها".split()),
        adjacent_ranges=False, dual=dual)
