"""Lengths, repeated times, clock times, and the days that a length before or after now leads to."""

from __future__ import annotations

import datetime

from .anchors import Anchors, Resolved
from .atoms import Atom, numbers_in
from .grammar import Match
from .lengths import is_vague, length, modifier, parts
from .periods import ONE, Day, Period, shift

_SECONDS = {"hour": 3600, "minute": 60, "second": 1}


class Moments(Anchors):
    """The rules of lengths and clock times: one method for each, named after it."""

    def _last_units(self, match: Match, atoms: list[Atom]) -> Resolved:
        rel, published = match.one("rel"), self.clock.published
        value = length(atoms)
        unit = parts(atoms)
        assert rel is not None
        if published is None or len(unit) != 1 or is_vague(atoms) or unit[0][1] not in ("day", "week", "month", "year"):
            return Resolved("DURATION", value, mod=modifier(atoms))
        count, grain = int(unit[0][0]), unit[0][1]
        if grain in ("day", "week"):
            size = count * (7 if grain == "week" else 1)
            start, end = (published + ONE, published + size * ONE) if rel.value == "1" else (published - size * ONE, published - ONE)
        else:
            other = shift(grain, published, count if rel.value == "1" else -count, self.gregorian)
            if other is None:
                return Resolved("DURATION", value)
            start, end = (published, other) if rel.value == "1" else (other, published)
        return Resolved("DURATION", value, Period("", start, end), mod=modifier(atoms))

    def _moved(self, atoms: list[Atom], sign: int, anchor: Day | None, day_grain: bool = False) -> Resolved:
        found = parts(atoms)
        if (era := next((a for a in atoms if a.kind == "era"), None)) and era.value in self.frames.calendars and anchor:
            moved = shift(found[0][1], anchor, sign * int(found[0][0]), self._calendar(era.value)) if found else None
            return self._grain(found[0][1] if found else "day", moved, era.value)
        clocked = any(unit in ("hour", "minute", "second") for _, unit in found)
        if clocked and self.moment is not None and not is_vague(atoms):
            return self._at(found, sign)
        if anchor is None or is_vague(atoms) or not found or clocked:
            return Resolved("DATE", None)
        date: Day | None = anchor
        grain = "day"
        for count, unit in found:
            if date is None or count != int(count):
                return Resolved("DATE", None)
            date = shift(unit, date, sign * int(count), self.gregorian)
            grain = unit
        return self._grain("day" if day_grain or len(found) > 1 else grain, date)

    def _at(self, found: list[tuple[float, str]], sign: int) -> Resolved:
        """A moment so and so long from the reference."""
        assert self.moment is not None
        day: Day | None = self.moment.date()
        seconds = 0.0
        for count, unit in found:
            if unit in _SECONDS:
                seconds += count * _SECONDS[unit]
            elif day is not None:
                day = shift(unit, day, sign * int(count), self.gregorian)
        if day is None or unit not in _SECONDS:
            return Resolved("DATE")
        moment = datetime.datetime.combine(day, self.moment.time()) + sign * datetime.timedelta(seconds=round(seconds))
        return Resolved("TIME", moment.isoformat(timespec="seconds"), Period("", moment.date(), moment.date()))

    def _ago(self, match: Match, atoms: list[Atom]) -> Resolved:
        direction = match.one("dir")
        if direction is not None and direction.kind == "since" and not self.alone:
            return self._duration(match, atoms)
        return self._moved(atoms, -1, self.clock.published, any(a.kind == "suchday" for a in atoms))

    def _ago_then(self, match: Match, atoms: list[Atom]) -> Resolved:
        direction, last = match.one("dir"), self.clock.last
        assert direction is not None
        sign = int(direction.value)
        return self._moved(atoms, sign, (last.end if sign > 0 else last.start) if last else None)

    def _later(self, match: Match, atoms: list[Atom]) -> Resolved:
        near, told = self.clock.near, self.alone or self.clock.ahead or match.one("dir") is None
        if near is not None and not self.clock.ahead:
            return self._moved(atoms, 1, near.end)
        return self._moved(atoms, 1, self.clock.published if told else None)

    def _hence(self, match: Match, atoms: list[Atom]) -> Resolved:
        return self._moved(atoms, 1, self.clock.published)

    _in_duration = _hence

    def _duration(self, match: Match, atoms: list[Atom]) -> Resolved:
        return Resolved("DURATION", length(atoms), mod=modifier(atoms))

    _solo = _through = _lone = _lone_accusative = _duration

    def _set(self, match: Match, atoms: list[Atom]) -> Resolved:
        fixed = next((a for a in atoms if a.kind == "set"), None)
        if fixed is not None:
            return Resolved("SET", fixed.value)
        weekday = next((a for a in atoms if a.kind in ("weekday", "weekday0", "weekdays")), None)
        return Resolved("SET", f"XXXX-WXX-{weekday.value}" if weekday else length(atoms))

    # -- clock times

    def _clocked(self, hour: int, minute: int, second: int | None, part: Atom | None) -> Resolved:
        half = "" if part is None else "night" if part.kind in ("night", "thenight") else part.value
        later = {"pm": range(1, 12), "noon": range(1, 10), "night": range(6, 12)}.get(half, ())
        if hour in later:
            hour += 12
        elif hour == 24 or (hour == 12 and half in ("am", "night")):
            hour = 0
        near = self.clock.near
        day = near.end if near and near.start == near.end else self.clock.published
        clock = f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
        found = Period("", day, day) if day else None
        return Resolved("TIME", f"{day}{clock}" if day else clock, found)

    def _time(self, match: Match, atoms: list[Atom]) -> Resolved:
        atom = match.one("time")
        assert atom is not None
        hour, minute, *second = numbers_in(atom.value)
        half = match.one("part") or next((a for a in atoms if a.kind in ("ampm", "mim")), None)
        return self._clocked(hour, minute, second[0] if second else None, half)

    def _oclock(self, match: Match, atoms: list[Atom]) -> Resolved:
        hour, minute = match.one("hour"), match.one("minute")
        assert hour is not None
        half = match.one("part") or next((a for a in atoms if a.kind in ("ampm", "mim")), None)
        number = {"thetick": 2, "one": 1}.get(hour.kind, int(hour.number))
        past, second, less = _minutes(minute), match.one("second"), match.one("less")
        if less is not None:
            number, past = number - 1, 60 - _minutes(less)
        if not 0 <= number <= 24 or past > 59:
            return Resolved("TIME")
        return self._clocked(number, past, int(second.number) if second else None, half)

    _hour_part = _oclock

    def _hour_number(self, match: Match, atoms: list[Atom]) -> Resolved:
        return self._oclock(match, atoms) if match.one("hour") else self._clocked(0, 0, None, None)


def _minutes(atom: Atom | None) -> int:
    """Minutes past the hour of a number, a half, a third, a quarter."""
    if atom is None:
        return 0
    if atom.kind in ("quarter", "thequarter"):
        return 15
    return int(60 * float(atom.value)) + (atom.value.startswith("0.3")) if atom.kind in ("frac", "thehalf") else int(atom.number)
