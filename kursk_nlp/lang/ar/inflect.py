"""How Arabic words bend: what may stand around a form inside one written word, and the persons of a verb."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.lexicon import Affixes
from ...text.normalise import key

_CONJUNCTIONS = ("", "و", "ف")
#: prefix letters -> how many of them are clitics outside the span; the article stays inside, and so does the second ل of لل
_NOUN = {c + p + a: len(c + p) for c in _CONJUNCTIONS for p in ("", "ب", "ک", "ل") for a in ("", "ال") if not (p == "ل" and a)}
_NOUN |= {c + "لل": len(c + "ل") for c in _CONJUNCTIONS}
_PRONOUNS = ("", "ه", "ها", "هم", "هن", "هما", "ک", "کم", "نا", "ی")

#: a noun or adjective: clitics, article, accusative alef, pronouns
NOUN = Affixes(prefixes=_NOUN, suffixes=frozenset({*_PRONOUNS, "ا"}))
#: a name: clitics, no endings; names that begin with the article are listed with it
NAME = Affixes(prefixes={k: v for k, v in _NOUN.items() if not k.endswith("ال")}, suffixes=frozenset({"", "ا"}))
#: a finite verb: conjunctions, future سـ, emphatic ل; object pronouns
VERB = Affixes(prefixes={c + p: len(c + p) for c in _CONJUNCTIONS for p in ("", "س", "ل", "ا")},
               suffixes=frozenset({"", "ه", "ها", "هم", "هما", "نا"}))
#: a particle or preposition: conjunctions before it, pronouns after it
PARTICLE = Affixes(prefixes={c: len(c) for c in _CONJUNCTIONS}, suffixes=frozenset(_PRONOUNS))
#: a form that stands as it is
EXACT = Affixes(prefixes={c: len(c) for c in _CONJUNCTIONS})

#: verbal nouns from roots in ل: what begins them is no article
LAM = tuple(map(key, ("التزام", "التحاق", "التقاء", "التقاط", "التفاف", "التماس", "التحام")))


def conjugate(form: str) -> Iterator[str]:
    """The third persons (and نحن) of a verb given as ``past|present``, both masculine singular: قال|يقول.

    Without vowels the passive is written like the active (قُتل = قتل); where it is not (أُصيب, يُقال) it has a row of its own.
    A form without ``|`` is only itself.
    """
    if "|" not in form:
        yield form
        return
    past, present = form.split("|")
    weak = past[-1] in "ىا"
    stem = past[:-1] if weak else past
    if past:
        they = (past[:-1] if past[-1] in "ىاي" else past) + "وا"
        yield from (past, stem + "ت", they, (stem + "ي" if weak else past) + "ا", stem + "تا",
                    (stem + "ي" if weak else past) + "ن", (stem + "ي" if weak else past) + "نا")
    if present:
        weak = present[-1] in "يى"
        base = present[1:]
        bare = base[:-1] if weak else base
        for person in "يتن":
            yield person + base
        for person in "يت":
            yield from (person + bare + "ون", person + bare + "وا", person + (bare + "ي" if weak else base) + "ان",
                        person + (bare + "ي" if weak else base) + "ن")
