"""The page of twenty units: made from the passages ``order_of_battle``, so that it shows what the library really finds.

``python -m tests.unit_page`` writes ``docs/units.md`` and ``docs/symbols/``; a test says when they are out of date.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import kursk_nlp
from kursk_nlp.schema import Unit

ROOT = Path(__file__).resolve().parent.parent
PAGE, SYMBOLS = ROOT / "docs" / "units.md", ROOT / "docs" / "symbols"
#: who is who for the reader of each passage; the rest stays unknown
SIDES = {"ar": {"UA": "friend", "RU": "hostile", "KP": "hostile"}, "fa": {"LB": "friend", "IL": "hostile", "US": "neutral"}}
PUBLISHED = {"ar": "2025-03-02", "fa": "2024-11-20"}

HEAD = """# Units

A unit is a military formation, a service, an armed group, or the forces of somebody. Each is the longest noun phrase that names it,
without the particles written to it; a unit inside another's name is a unit itself. `kind` is one of

| kind | what | examples |
|---|---|---|
| `formation` | a named, numbered or described unit, a fleet, a joint command | اللواء 47، كتيبة الهندسة · تیپ ۶۵ نوهد |
| `service` | an army, navy, air force, general staff, national guard … | الجيش السوداني، هيئة الأركان · نیروی هوایی ارتش |
| `armed_group` | a force of no state | كتائب القسام، قوات الدعم السريع · طالبان |
| `forces` | "the forces" or "the soldiers" of somebody | القوات الروسية · نیروهای اوکراین |

`echelon` and `arm` are those of APP-6, `designator` is the number (a coordination such as «تیپ‌های ۴۷ و ۸۲» gives a unit for each), and
`country` is read from the adjective, the larger unit, the table of organisations or, where the name is silent, from who speaks and which
forces were named before. `id` is the same in both languages: `org:qassam` for a known organisation, `org:ua-army` for a service of a
country. `sidc` is the twenty-digit symbol code of APP-6(D), a land unit of unknown affiliation.

```python
unit = kursk_nlp.load("ar")("تقدم اللواء 155 مشاة البحرية الروسية.").units[0]
unit.echelon, unit.arm, unit.designator, unit.country      # ('brigade', 'marine', '155', 'RU')
unit.symbol_svg({"UA": "friend", "RU": "hostile"})         # needs the extra: pip install 'kursk_nlp[symbols]'
```

The symbols are drawn by `milsymbol`: two megabytes, no dependencies, the drawing instructions of the reference implementation in
JavaScript, and the text fields around the frame. `military-symbol`, the other one, needs numpy and scipy (some 240 megabytes), draws no
text fields, and in its current release does not import on Python 3.11.

What is no unit: ministries, police, rescue teams, ranks before a name (اللواء فلان), clubs and bands, districts (لواء in Jordan), housing
units, crowds (لشکر بیکاران), titles of films. A phrase that civil life could mean too counts only in an article that holds a unit beyond
doubt.

The table of organisations is `kursk_nlp/gazetteer/data/armed.tsv`; a group that is missing needs one line there. A Wikidata id
stands only where a source was looked at.
"""


def row(unit: Unit, lang: str) -> str:
    cells = (f"![](symbols/{name(unit)}.svg)", unit.text, unit.kind, unit.echelon, unit.arm, unit.designator, unit.country, unit.parent,
             unit.id and f"`{unit.id}`", f"`{unit.sidc}`")
    return "| " + " | ".join(c or "" for c in cells) + " |"


def name(unit: Unit) -> str:
    """The symbol's file: what it shows and nothing else, so that equal symbols are one file."""
    return "-".join(x for x in (unit.country, unit.echelon, unit.arm, unit.designator) if x).lower() or unit.kind


def made() -> tuple[str, dict[str, str]]:
    """The page and the symbols by file name."""
    page, symbols = [HEAD], {}
    for lang, title in (("ar", "Arabic"), ("fa", "Farsi")):
        text = (ROOT / "fixtures" / lang / "order_of_battle.txt").read_text(encoding="utf-8")
        page.append(f"## {title}: `fixtures/{lang}/order_of_battle.txt`\n")
        page.append("| symbol | text | kind | echelon | arm | designator | country | parent | id | sidc |\n|" + "---|" * 10)
        for unit in kursk_nlp.load(lang)(text, published=PUBLISHED[lang]).units:
            page.append(row(unit, lang))
            symbols[f"{name(unit)}.svg"] = unit.symbol_svg(SIDES[lang], size=40) + "\n"
        page.append("")
    return "\n".join(page), symbols


def main() -> None:
    page, symbols = made()
    shutil.rmtree(SYMBOLS, ignore_errors=True)
    SYMBOLS.mkdir(parents=True)
    PAGE.write_text(page, encoding="utf-8")
    for file, drawn in symbols.items():
        (SYMBOLS / file).write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
