"""How long: numbers and units of time as an ISO 8601 duration."""

from __future__ import annotations

from itertools import pairwise

from .atoms import Atom

_LETTER = {"day": "D", "week": "W", "month": "M", "quarter": "3M", "year": "Y", "decade": "0Y", "century": "00Y", "hour": "TH",
           "minute": "TM", "second": "TS"}
_UNITS = frozenset({"day", "night", "week", "mon", "yr", "age", "tick", "hour", "moment", "days", "units", "ticks", "day24", "quarter",
                    "unitadj", "unitage", "theday", "theweek", "themon", "theyr", "theage", "thedays", "theunits", "theticks",
                    "unitsof", "years", "thetick", "clock", "thequarter"})
_NUMBERS = frozenset({"n31", "n99", "nbig", "year4", "yearw", "ord"})


def parts(atoms: list[Atom]) -> list[tuple[float, str]]:
    """(count, unit) from left to right: a number or fraction and its unit, a dual, a unit alone; a lone fraction adds to the last."""
    found: list[tuple[float, str]] = []
    count: float | None = None
    for at, atom in enumerate(atoms):
        following = atoms[at + 1].kind if at + 1 < len(atoms) else ""
        if atom.kind in _NUMBERS:
            if count is None and found and atoms[at - 1].kind in ("theunits", "thedays", "theticks"):
                found[-1] = (atom.number, found[-1][1])
            else:
                count = atom.number
        elif atom.kind == "frac" or (atom.kind == "quarter" and (following in _UNITS or (at and atoms[at - 1].kind == "and"))):
            part = 0.25 if atom.kind == "quarter" else float(atom.value)
            if at and atoms[at - 1].kind == "and" and found and following not in _UNITS:
                found[-1] = (found[-1][0] + part, found[-1][1])
            else:
                count = part
        elif atom.kind in ("pair", "thepair"):
            found.append((2, atom.value))
        elif atom.kind in _UNITS and atom.value in _LETTER:
            found.append((1 if count is None else count, atom.value))
            count = None
    return found


def is_vague(atoms: list[Atom]) -> bool:
    """Whether nobody says how many: several days, months, two or three years."""
    kinds = {a.kind for a in atoms}
    if any(b.kind in _NUMBERS and (a.kind in _NUMBERS or a.kind in ("to", "dash", "or")) for a, b in pairwise(atoms)):
        return True
    plural = kinds & {"units", "days", "ticks", "theunits", "thedays", "theticks", "unitsof", "years"}
    return bool(kinds & {"vague", "many"}) or bool(plural and not kinds & _NUMBERS)


def length(atoms: list[Atom]) -> str | None:
    """The ISO 8601 duration; ``PXM`` for a number of months that is not told."""
    for atom in atoms:
        if atom.kind in ("long", "yearlong"):
            return atom.value
        if atom.kind == "trimester":
            return "P3M"
    found = parts(atoms)
    if not found:
        return None
    if is_vague(atoms):
        found = found[:1]
    elif found[-1][1] == "hour" and found[-1][0] % 1 and (minutes := 60 * (found[-1][0] % 1)) == int(minutes):
        whole = [(int(found[-1][0]), "hour")] if found[-1][0] > 1 else []
        found = [*found[:-1], *whole, (int(minutes), "minute")]  # half an hour: PT30M
    date, time = "", ""
    for count, unit in found:
        letter = _LETTER[unit]
        digits = "X" if is_vague(atoms) else f"{count:.6f}".rstrip("0").rstrip(".")
        if unit in ("decade", "century", "quarter") and digits != "X":
            digits, letter = f"{count * {'decade': 10, 'century': 100, 'quarter': 3}[unit]:g}", letter[-1]
        elif unit in ("decade", "century", "quarter"):
            digits, letter = "X", {"decade": "DE", "century": "CE", "quarter": "Q"}[unit]
        if letter.startswith("T"):
            time += digits + letter[1:]
        else:
            date += digits + letter
    return "P" + date + ("T" + time if time else "")


def modifier(atoms: list[Atom]) -> str | None:
    """The bound or approximation that the words put on it."""
    return next((a.value for a in atoms if a.kind == "mod"), None)
