"""Marked-up passages: one text that is its own answer.

``{LOC|غزة}`` marks a name, ``{F killed >6000 src=a vic=v|أكثر من 6,000}`` a figure, ``{D 2024-08|...}`` a date, ``{U formation
echelon=brigade|...}`` a unit, ``{Q direct sp=a cue=c|...}`` a quote and ``{M #v|...}`` a phrase that others point at (``#v`` names a
mark, ``src`` ``vic`` ``sp`` ``cue`` ``at`` ``part`` ``frac`` name others). Marks nest. Values: ``9``, ``~14000`` approx, ``>6000``,
``<5``, ``>=5``, ``<=12000``, ``10..12`` a range, ``100+`` vague, ``?`` vague without bound, ``40%``, ``2/3=8000`` a fraction and what
it comes to.

``python -m tests.marked`` writes ``fixtures/<lang>/<name>.txt`` and ``.json`` (stand-off gold) from each ``<name>.mark``, and the
noisy twin ``<name>.noisy.txt`` by the transformations that its ``noise:`` line names.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
LABELS = ("PER", "ORG", "LOC", "NORP")


@dataclass
class Mark:
    """A marked stretch: ``kind``, its plain arguments, its named ones, and where it stands."""

    kind: str
    args: list[str]
    named: dict[str, str]
    start: int
    end: int = -1
    children: list[Mark] = field(default_factory=list)


def parse(marked: str, change: Callable[[str], str] = lambda leaf: leaf) -> tuple[str, list[Mark]]:
    """The plain text and every mark in it. ``change`` rewrites each stretch of plain text first. Raises ``ValueError``."""
    text, marks, stack = "", [], []
    for piece in re.findall(r"\{[^{}|]*\||\}|[^{}]+", marked):
        if piece == "}":
            if not stack:
                raise ValueError(f"a brace too many after {text[-30:]!r}")
            stack.pop().end = len(text)
        elif piece.startswith("{"):
            kind, *rest = piece[1:-1].split()
            named = dict(r.split("=", 1) for r in rest if re.match(r"[a-z]+=", r))
            named.update(("id", r[1:]) for r in rest if r.startswith("#"))
            args = [r for r in rest if not re.match(r"[a-z]+=|#", r)]
            marks.append(Mark(kind, args, named, len(text)))
            stack.append(marks[-1])
        else:
            text += change(piece)
    if stack:
        raise ValueError(f"{stack[-1].kind} at {stack[-1].start} is never closed")
    return text, marks


def number(value: str) -> dict[str, Any]:
    """The number record of a value in this notation."""
    kind, out = "cardinal", {"value": None, "low": None, "high": None, "mod": None}
    plain = float if "." in value.replace("..", "") else int
    if ".." in value:
        low, high = value.split("..")
        kind, out["low"], out["high"] = "range", int(low), int(high)
    elif value == "?":
        kind = "vague"
    elif value.endswith("+"):
        kind, out["low"] = "vague", int(value[:-1])
    elif value.endswith("%"):
        kind, out["value"] = "percent", plain(value[:-1])
    elif "/" in value:
        kind, out["value"], out["mod"] = "fraction", int(value.split("=")[1]), "approx"
    elif value.startswith((">=", "<=")):
        n = plain(value[2:])
        out |= {"value": n, ("low" if value[0] == ">" else "high"): n, "mod": "equal_or_more" if value[0] == ">" else "equal_or_less"}
    elif value[0] in "><":
        n = plain(value[1:])
        out |= {"value": n, ("low" if value[0] == ">" else "high"): n, "mod": "more_than" if value[0] == ">" else "less_than"}
    elif value[0] == "~":
        out |= {"value": plain(value[1:]), "mod": "approx"}
    else:
        out |= dict.fromkeys(("value", "low", "high"), plain(value))
    return {"kind": kind, **out}


def gold(text: str, marks: list[Mark]) -> dict[str, list[dict[str, Any]]]:
    """The stand-off layers of a parsed passage. Raises ``ValueError`` for a mark that names a missing one."""
    ids = {m.named["id"]: m for m in marks if "id" in m.named}

    def span(m: Mark) -> dict[str, Any]:
        return {"start": m.start, "end": m.end, "text": text[m.start:m.end]}

    def named(m: Mark, key: str) -> list[Mark]:
        names = m.named[key].split(",") if key in m.named else []
        if missing := [n for n in names if n not in ids]:
            raise ValueError(f"{m.kind} at {m.start} names {missing[0]!r}, which no mark bears")
        return [ids[n] for n in names]

    def one(m: Mark, key: str) -> dict[str, Any] | None:
        found = named(m, key)
        return span(found[0]) if found else None

    marks = sorted(marks, key=lambda m: (m.start, m.end))
    figures = [m for m in marks if m.kind == "F"]
    out: dict[str, list[dict[str, Any]]] = {"dates": [], "entities": [], "units": [], "figures": [], "quotes": []}
    for m in marks:
        get = m.named.get
        if m.kind in LABELS:
            out["entities"].append(span(m) | {"label": m.kind, "id": None})
        elif m.kind == "D":
            value = None if m.args[0] == "?" else m.args[0]
            kind = get("type") or ("DURATION" if (value or "").startswith("P") else "TIME" if value and "T" in value else "DATE")
            record = span(m) | {"type": kind, "value": value, "calendar": get("cal", "gregorian")}
            if value and "/" in value:
                record["date_start"], record["date_end"] = value.split("/")
            out["dates"].append(record)
        elif m.kind == "U":
            out["units"].append(span(m) | {"kind": m.args[0], "country": get("c"), "echelon": get("echelon"), "arm": get("arm"),
                                           "designator": get("d")})
        elif m.kind == "F":
            (part,), (frac,) = ([figures.index(x) for x in named(m, key)] or [None] for key in ("part", "frac"))
            place = one(m, "at")
            out["figures"].append(span(m) | {
                "number": number(m.args[1]), "outcome": m.args[0], "victims": one(m, "vic"), "country": get("c"), "role": get("role"),
                "sources": [span(s) for s in named(m, "src")], "status": get("status", "asserted"), "cumulative": "cum" in m.args,
                "part_of": part, "fraction_of": frac, "place": place and place["text"], "date": get("on")})
        elif m.kind == "Q":
            speaker = one(m, "sp")
            if speaker:
                speaker["name"] = (one(m, "name") or speaker)["text"]
            out["quotes"].append({"kind": m.args[0], "start": m.start, "end": m.end, "speaker": speaker, "cue": one(m, "cue"),
                                  "sources": [span(s) for s in named(m, "src")], "text_head": text[m.start:min(m.end, m.start + 12)]})
        elif m.kind != "M":
            raise ValueError(f"{m.kind!r} at {m.start} is no kind of mark; the kinds are F, D, U, Q, M, {', '.join(LABELS)}")
    return out


def _digits(leaf: str) -> str:
    """Every run of digits in another script than the run before it."""
    scripts = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")

    def swap(m: re.Match[str]) -> str:
        return "".join(scripts[len(m.string[:m.start()]) % 3][int(c)] for c in m.group())
    return re.sub(r"\d+", swap, leaf)


#: what real pages do to a text, by name
NOISE: dict[str, Callable[[str], str]] = {
    "fused": lambda s: s.replace("\u200c", ""),
    "spaced": lambda s: s.replace("\u200c", " "),
    "arabic_letters": lambda s: s.translate(str.maketrans("یک", "يك")),
    "farsi_letters": lambda s: s.translate(str.maketrans("يك", "یک")),
    "no_hamza": lambda s: s.translate(str.maketrans("أإآ", "ااا")),
    "heh": lambda s: re.sub(r"ة\b", "ه", s),
    "dotless": lambda s: re.sub(r"ي\b", "ى", s),
    "digits": _digits,
    "comma": lambda s: s.replace("٬", "،"),
    "straight": lambda s: s.translate(str.maketrans("«»", '""')),
    "curly": lambda s: s.translate(str.maketrans("«»", "“”")),
    "nbsp": lambda s: re.sub(r" (?=\d)", "\u00a0", s),
    "tatweel": lambda s: re.sub(r"(?<=\bال)(?=[جحسش]\w{3})", "ـ", s),
    "tashkeel": lambda s: re.sub(r"(?<=[تدر])(?=[اوي])", "\u0651", s),
    "bidi": lambda s: re.sub(r"(\d+(?:[.,٬]\d+)*)", "\u200e\\1\u200e", s),
    "double_space": lambda s: s.replace("، ", "،  "),
}


@dataclass
class Passage:
    """A ``.mark`` file: its header lines and its marked text."""

    path: Path
    lang: str
    published: str | None
    noise: list[str]
    before: str
    after: str
    marked: str

    @classmethod
    def read(cls, path: Path) -> Passage:
        head, marked = path.read_text(encoding="utf-8").split("\n---\n", 1)
        lines = [line.split(": ", 1) for line in head.splitlines() if not line.startswith("#")]
        get = {key: "\n".join(v for k, v in lines if k == key) for key, _ in lines}.get
        return cls(path, path.parent.name, get("published"), get("noise", "").split(), get("before", ""), get("after", ""), marked)

    def files(self) -> dict[str, str]:
        """File name -> content, clean and (where there is any noise) noisy."""
        name, out = self.path.stem, {}
        for stem, noisy in ((name, False), (name + ".noisy", True)):
            if noisy and not (self.noise or self.before or self.after):
                continue
            marked = self.marked
            if noisy:
                marked = "\n".join(filter(None, (self.before, marked.rstrip("\n"), self.after))) + "\n"

            def change(leaf: str, noisy: bool = noisy) -> str:
                for n in self.noise if noisy else ():
                    leaf = NOISE[n](leaf)
                return leaf
            try:
                text, marks = parse(marked, change)
                layers = gold(text, marks)
            except ValueError as wrong:
                raise ValueError(f"{self.path}: {wrong}") from None
            record = {"id": f"{self.lang}-{stem}", "file": stem + ".txt", "lang": self.lang, "published": self.published,
                      "text_sha256": hashlib.sha256(text.encode()).hexdigest(), **layers}
            out[stem + ".txt"] = text
            out[stem + ".json"] = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        return out


def passages() -> list[Passage]:
    """Every passage under ``fixtures/``, in order."""
    return [Passage.read(p) for p in sorted(FIXTURES.glob("*/*.mark"))]


if __name__ == "__main__":
    for passage in passages():
        for file, content in passage.files().items():
            (passage.path.parent / file).write_text(content, encoding="utf-8")
