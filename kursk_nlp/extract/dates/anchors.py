"""What a date leaves unsaid: its year, its century, its calendar; and where in time the text stands."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from ...rules.frames.dates import Calendar, DateFrames
from .atoms import Atom
from .grammar import Match
from .periods import Day, Period, period


class Resolved(NamedTuple):
    """What a reading means; every field but ``type`` is None where it cannot be known."""

    type: str
    value: str | None = None
    period: Period | None = None
    calendar: str = "gregorian"
    mod: str | None = None


#: how many characters a day named in the text is what "a month later" and bare clock times belong to
_NEAR = 700
#: how many days ahead an "until" may point without a word that says so
_SOON = 92


@dataclass
class Clock:
    """Where we stand: the day of publication, and the last day or longer period that the text has named."""

    published: Day | None
    last: Period | None = None
    last_at: int = 0
    at: int = 0
    ahead: bool = False
    until: bool = False
    #: the kinds of the words before
    leads: frozenset[str] = frozenset()

    @property
    def here(self) -> Day | None:
        """The day that text-anchored expressions start from."""
        return self.last.end if self.last else self.published

    @property
    def near(self) -> Period | None:
        """The last day or period named, when that is not too long ago to be meant."""
        return self.last if self.last and self.at - self.last_at <= _NEAR else None


class Anchors:
    """The years and days that words leave unsaid."""

    def __init__(self, frames: DateFrames, published: Day | None, alone: bool = False, moment: datetime.datetime | None = None) -> None:
        """``alone``: a date by itself, with no news around it that would look back: its unsaid year is that of the reference. ``moment``:
        the reference to the second, from which hours and minutes are counted."""
        self.frames, self.clock, self.alone, self.moment = frames, Clock(published), alone, moment
        #: the day that stands as a line by itself over what follows
        self.heading: Period | None = None
        self.gregorian = frames.calendars["g"]

    def place(self, at: int, ahead: bool, until: bool, leads: frozenset[str]) -> None:
        """Say where in the text the next reading begins, whether its sentence looks ahead, whether "until" stands before it, and what
        kinds of words do."""
        self.clock.at, self.clock.ahead, self.clock.until, self.clock.leads = at, ahead, until, leads

    def _year_of(self, atom: Atom, era: Atom | None) -> tuple[str, int] | None:
        number = int(atom.number)
        key, year = self.frames.year_of(number)
        if era is not None and era.value != "h":
            if era.value == "bc":
                return None
            key = "g" if era.kind == "mim" else era.value
            year = number if number > 99 else year if key == self.frames.year_of(number)[0] else number
        elif era is not None:
            key = "i" if self.frames.year_of(1400)[0] != "s" else "s"
            year = number
        return key, year

    def _calendar(self, key: str) -> Calendar:
        return self.frames.calendars[key]

    def _explicit_year(self, match: Match, key: str, month: int, day: int) -> int | None:
        """The year that the words give, in the calendar of the month."""
        atom = match.one("year")
        if atom is not None:
            year_of = self._year_of(atom, match.one("era"))
            if year_of is None:
                return None
            kind, year = year_of
            if key == "g" and kind != "g" and match.one("era") is None and atom.number < 100:
                base = 2000 if atom.number <= (self.clock.published.year if self.clock.published else 2030) % 100 + 10 else 1900
                return base + int(atom.number)
            if match.one("era") is None and (kind == "i" if key == "g" else kind != "g"):
                return year  # 1446 after Sha'ban is Islamic, after Mehr Solar Hijri
            return year if kind == key else self._year_across(kind, year, key, month, day)
        ref = self.clock.published
        if (yref := match.one("yref")) and ref:
            return self._from(ref, key, int(yref.value.split(":")[1]))
        if (rel := match.one("yrel")) or match.one("ythis"):
            if rel is None or rel.kind == "same":
                atom_this = match.one("ythis")
                anchor = self.clock.here if rel or (atom_this and atom_this.kind == "that") else ref
                return self._from(anchor, key, 0) if anchor else None
            anchor = self.clock.here if rel.kind == "next" else ref
            return self._from(anchor, key, int(rel.value)) if anchor else None
        return None

    def _from(self, date: Day, key: str, offset: int) -> int | None:
        found = self._calendar(key).from_date(date)
        return found[0] + offset if found else None

    def _year_across(self, kind: str, year: int, key: str, month: int, day: int) -> int | None:
        """The year of one calendar whose day lies in the year of another (Ramadan 2019)."""
        start = self._calendar(kind).to_date(year, 1, 1)
        base = self._from(start, key, 0) if start else None
        for candidate in (base, base + 1) if base else ():
            date = self._calendar(key).to_date(candidate, month, day)
            found = self._calendar(kind).from_date(date) if date else None
            if found and found[0] == year:
                return candidate
        return None

    def _nearest_year(self, match: Match, key: str, month: int, day: int | None) -> int | None:
        """The year that is not said: back from publication, ahead where the text looks ahead, or where the weekday asks for it."""
        ref = self.clock.published
        here = self._calendar(key).from_date(ref) if ref else None
        if ref is None or here is None:
            return None
        rel = match.one("rel")
        if rel is not None and rel.kind in ("rel", "relago", "rellater") and rel.value != "0":
            count = int(rel.value)
            if day is None:
                passed = (month, 0) < (here[1], 0)
                coming = (month, 0) > (here[1], 0)
                year = here[0] if (passed if count < 0 else coming) else here[0] + (1 if count > 0 else -1)
            else:
                passed = (month, day) < here[1:]
                year = here[0] if passed == (count < 0) and (month, day) != here[1:] else here[0] + (1 if count > 0 else -1)
            return year + (count + 1 if count < 0 else count - 1)
        if rel is not None and rel.value == "0":
            return here[0]
        if day is not None and (named := self.frames.named.get((key, month, day))) and named[0] <= here[0] and named[1] & self.clock.leads:
            return named[0]  # the attack of 7 October
        weekday = match.one("weekday")
        years = [here[0], here[0] - 1, here[0] + 1]
        if (month > here[1]) if day is None else (month, day) > here[1:]:
            years = [here[0] - 1, here[0], here[0] - 2]
            soon = self._calendar(key).to_date(here[0], month, day or 1)
            near = self.clock.until and soon is not None and (soon - ref).days <= _SOON  # until December, said in October
            if self.alone or self.clock.ahead or near:
                years = [here[0], here[0] - 1, here[0] - 2]
        if weekday is not None and day is not None:
            for year in (years[0], years[1], years[2]):
                date = self._calendar(key).to_date(year, month, day)
                if date and date.isoweekday() == int(weekday.value):
                    return year
        return years[0]

    def _month_of(self, match: Match) -> tuple[str, int] | None:
        atom, number = match.one("month"), match.one("number")
        return (atom.value[0], int(atom.value[1:])) if atom else ("g", int(number.number)) if number else None

    def _date(self, match: Match, day: int) -> tuple[Day | None, str]:
        key, month = self._month_of(match) or ("g", 1)
        year = self._explicit_year(match, key, month, day)
        if year is None and not any(match.one(g) for g in ("year", "yrel", "ythis", "yref")):
            year = self._nearest_year(match, key, month, day)
        return (self._calendar(key).to_date(year, month, day) if year is not None else None), key

    def _dated(self, date: Day | None, key: str = "g", mod: str | None = None) -> Resolved:
        found = period("day", date, self.gregorian) if date else None
        return Resolved("DATE", found.value if found else None, found, self._calendar(key).name, mod)

    def _spanned(self, found: Period | None, key: str = "g") -> Resolved:
        return Resolved("DATE", found.value if found else None, found, self._calendar(key).name)

    def _grain(self, grain: str, date: Day | None, key: str = "g") -> Resolved:
        return self._spanned(period(grain, date, self._calendar(key)) if date else None, key)
