"""Word lists with frequencies, for the normalisers: ``lang/<fa|ar>/data/words.txt``.

``python -m kursk_nlp.build.words`` writes them again from wordfreq (its data: CC BY-SA 4.0). Each line is a frequency (Zipf scale times
ten: 50 is once in ten thousand words) and the words that have it. Farsi: every word, with its half-spaces. Arabic: only words that
are written with a hamza, a madda, a teh marbuta or a final yeh that careless spelling loses, where that spelling is by far the commonest.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..text.normalise import key, normaliser

LANG = Path(__file__).resolve().parent.parent / "lang"
#: the rarest words kept, and how much commoner (Zipf) a spelling must be than all others of the same letters
LEAST, MARGIN = {"fa": 3.0, "ar": 3.4}, 1.0


def farsi(frequencies: Mapping[str, float]) -> dict[str, float]:
    """Each word in the letters of the normal form, half-spaces kept, with the frequency of all its spellings."""
    words: dict[str, float] = defaultdict(float)
    for word, zipf in frequencies.items():
        parts = [normaliser(part)[0] for part in word.split("\u200c")]
        if all(part.isalpha() for part in parts) and any("\u0600" <= c <= "\u06ff" for c in word):
            words["\u200c".join(parts)] += 10.0 ** zipf
    return dict(words)


def arabic(frequencies: Mapping[str, float]) -> dict[str, float]:
    """The spellings that keep what careless writing loses, each by far the commonest of its folded letters."""
    groups: dict[str, dict[str, float]] = defaultdict(dict)
    for word, zipf in frequencies.items():
        if word.isalpha() and any("\u0600" <= c <= "\u06ff" for c in word):
            groups[key(word)][word] = 10.0 ** zipf
    kept: dict[str, float] = {}
    for folded, spellings in groups.items():
        best = max(spellings, key=lambda w: spellings[w])
        plain = best.replace("ي", "ی").replace("ك", "ک").replace("ى", "ی")
        rivals = [f for w, f in spellings.items() if w != best and not lost_hamza(w, best)]
        if (plain != folded or best[-1] in "ىي") and all(spellings[best] > f * 10 ** MARGIN for f in rivals):
            kept[best] = spellings[best]
    return kept


def lost_hamza(word: str, right: str) -> bool:
    """Whether a spelling only has a bare alef where the right one has a hamza or a madda, which is always mere carelessness: a heh may
    be a pronoun and not a teh marbuta, and a yeh another word."""
    return len(word) == len(right) and all(a == b or (a == "ا" and b in "أإآ") for a, b in zip(word, right, strict=True))


def table(words: Mapping[str, float], least: float) -> str:
    """The content of ``words.txt``."""
    log = importlib.import_module("math").log10
    lines: dict[int, list[str]] = defaultdict(list)
    for word, frequency in words.items():
        zipf = log(frequency)
        if zipf >= least - 1e-9:
            lines[round(zipf * 10)].append(word)
    head = "# Generated from wordfreq (data: CC BY-SA 4.0) by python -m kursk_nlp.build.words; do not edit.\n"
    return head + "".join(f"{zipf} {' '.join(sorted(found))}\n" for zipf, found in sorted(lines.items(), reverse=True))


def frequencies(lang: str, least: float) -> dict[str, float]:
    """Zipf frequencies of the words of a language, from wordfreq."""
    wordfreq = importlib.import_module("wordfreq")
    names: Iterable[str] = wordfreq.top_n_list(lang, 400_000)
    out = {}
    for word in names:
        zipf = float(wordfreq.zipf_frequency(word, lang))
        if zipf < least:
            break
        out[word] = zipf
    return out


def main() -> None:
    """Write both files."""
    for lang, kept in (("fa", farsi), ("ar", arabic)):
        (LANG / lang / "data" / "words.txt").write_text(table(kept(frequencies(lang, LEAST[lang] - 0.5)), LEAST[lang]), encoding="utf-8")


if __name__ == "__main__":
    main()
