"""Farsi or Arabic?"""

from __future__ import annotations

from ..errors import LanguageError
from .patterns import pattern

# function words decide: each is among the commonest of its language and no common word of the other; letters alone cannot
# (Farsi typed with Arabic yeh and kaf, Arabic typed without hamzas)
_FA = frozenset(("است که را با این آن شد شده کرد کرده گفت برای تا هر یک های ها از در شدند کردند خود نیز بود باید روز می اند دو سه "
                 "به").split())
_AR = frozenset(("في فى من على إلى الى ان أن إن التي الذي عن هذا هذه ما لا لم مع قال وقال بعد كان كما بين وفي قد وقد ذلك عام خلال "
                 "إنه بأن أو").split())
_WORD = pattern("arabic_script_word", r"\p{Arabic}[\p{Arabic}\u200c]*+")
_FA_LETTERS, _AR_LETTERS = frozenset("پچژگکی"), frozenset("ةىأإ")
_SAMPLE = 20_000


def tell(text: str) -> str:
    """``"fa"`` or ``"ar"``, from function words first and letters second. Raises ``LanguageError`` where there is neither."""
    words = [w.replace("ي", "ی").replace("ك", "ک") if "ك" in w or "ي" in w else w for w in _WORD.findall(text[:_SAMPLE])]
    fa = 3 * sum(w in _FA for w in words) + sum(not _FA_LETTERS.isdisjoint(w) for w in _WORD.findall(text[:_SAMPLE]))
    ar = 3 * sum(w in _AR for w in words) + sum(w.startswith("ال") or not _AR_LETTERS.isdisjoint(w) for w in words)
    if not words:
        raise LanguageError("the text has no Arabic-script word, so its language cannot be told; kursk_nlp reads 'fa' and 'ar'")
    return "fa" if fa > ar else "ar"
