"""Any number of different articles made from our own passages: sentences in other orders, with other numbers."""

from __future__ import annotations

import json
import random
from pathlib import Path

from .marked import FIXTURES


def articles(count: int, seed: int = 7) -> list[dict[str, str]]:
    """``count`` rows with id, text, published, outlet; no two texts are the same."""
    chance = random.Random(seed)
    texts = {p.parent.name + p.stem: (p.parent.name, p.read_text(encoding="utf-8")) for p in sorted(FIXTURES.glob("*/*.txt"))}
    sentences = {lang: [s for code, t in texts.values() if code == lang for s in t.replace("\n", " ").split(". ") if len(s) > 30]
                 for lang in ("fa", "ar")}
    rows = []
    for n in range(count):
        lang = chance.choice(("fa", "ar"))
        body = ". ".join(chance.sample(sentences[lang], chance.randint(4, 9)))
        extra = {"fa": f"در این حادثه {n + 2} نفر کشته و {chance.randint(2, 900)} نفر زخمی شدند.",
                 "ar": f"وأسفر الهجوم عن مقتل {n + 2} شخصا وإصابة {chance.randint(2, 900)} آخرين."}[lang]
        rows.append({"id": f"g{n:05}", "text": f"{extra} {body}.", "outlet": chance.choice(("الف", "ب", "جيم")),
                     "published": f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"})
    return rows


def write_jsonl(path: Path, count: int, seed: int = 7) -> Path:
    """The same as a JSON Lines file."""
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in articles(count, seed)), encoding="utf-8")
    return path
