"""Month and weekday names of the Gregorian calendar from CLDR (Babel), as the lexicon files ``calendar.tsv``.

``python -m kursk_nlp.build.calendars`` writes them again; a test compares them byte for byte. Needs Babel. The names of the
Solar Hijri and Islamic months and all other spellings are in ``dates.tsv``: Babel carries the Gregorian calendar only.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from ..text.normalise import key

LOCALES = {
    "ar": ("ar", "ar_EG", "ar_SA", "ar_AE", "ar_SD", "ar_LY", "ar_SY", "ar_IQ", "ar_LB", "ar_JO", "ar_PS", "ar_DZ", "ar_TN", "ar_MA",
           "ar_MR"),
    "fa": ("fa", "fa_AF"),
}
LANG = Path(__file__).resolve().parent.parent / "lang"


def table(lang: str) -> str:
    """The content of ``calendar.tsv`` of a language: form, tag, value, the locales that write so."""
    locale: Any = importlib.import_module("babel").Locale
    names: dict[tuple[str, str, str], list[str]] = {}
    forms: dict[tuple[str, str, str], str] = {}
    read = {code: locale.parse(code) for code in LOCALES[lang]}
    for data in read.values():
        assert data.territories  # Babel fills in aliases in data that locales share, so all are loaded before one is asked for months
    for code, data in read.items():
        rows = [("date.month", f"g{number}", name) for width in ("format", "stand-alone")
                for number, name in sorted(data.months[width]["wide"].items())]
        rows += [("date.weekday", str(number + 1), name) for number, name in sorted(data.days["format"]["wide"].items())]
        for tag, value, name in rows:
            row = (tag, value, key(name))
            forms.setdefault(row, name.replace("\u200c", "~").replace("\u0654", ""))
            if code not in names.setdefault(row, []):
                names[row].append(code)
    lines = [f"# Generated from CLDR by python -m kursk_nlp.build.calendars ({lang}); do not edit.",
             *(f"{forms[row]}\t{row[0]}\t{row[1]}\t{' '.join(codes)}" for row, codes in names.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write both files."""
    for lang in LOCALES:
        (LANG / lang / "data" / "calendar.tsv").write_text(table(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
