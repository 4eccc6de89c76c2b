"""From a reading to a TIMEX3 value: against the day of publication (news looks back) or the dates before it in the text."""

from __future__ import annotations

from .anchors import Resolved
from .atoms import Atom, numbers_in
from .grammar import Match
from .moments import Moments
from .periods import ONE, Period, nearest_ahead, nearest_back, of_months, period, season, shift

_BY_KIND = {"day": "day", "theday": "day", "week": "week", "theweek": "week", "mon": "month", "themon": "month", "yr": "year",
            "theyr": "year", "quarter": "quarter", "thequarter": "quarter"}
#: how many days before it a feast is the coming one
_SOON = 30


class Resolver(Moments):
    """Resolves readings in the order of the text: one method for each rule of the grammar, named after it."""

    def __call__(self, match: Match, atoms: list[Atom]) -> Resolved:
        """The meaning of a reading; ``atoms`` are those inside it."""
        try:
            found: Resolved = getattr(self, "_" + match.rule.removeprefix("date."))(match, atoms)
        except OverflowError:  # beyond the first or last day that datetime knows
            return Resolved("DATE")
        if found.type == "DATE" and found.period is not None:
            self.clock.last, self.clock.last_at = found.period, self.clock.at
        return found

    def _day_month(self, match: Match, atoms: list[Atom]) -> Resolved:
        day = match.one("day")
        assert day is not None
        date, key = self._date(match, int(day.number))
        weekday = match.one("weekday")
        if date and weekday and day.kind == "ord" and day.number <= 5 and int(weekday.value) != date.isoweekday() and match.one("year"):
            return self._nth_weekday(match, atoms)  # the third Tuesday of September, not Tuesday the third
        return self._dated(date, key)

    _month_day = _year_month_day = _day_month

    def _month_number(self, match: Match, atoms: list[Atom]) -> Resolved:
        number = match.one("number")
        if number is None or number.number > 12:
            return Resolved("DATE")
        return self._day_month(match, atoms) if match.one("day") else self._month(match, atoms)

    def _day_and_month(self, match: Match, atoms: list[Atom]) -> Resolved:
        day, month = numbers_in(atoms[0].value)
        ref = self.clock.published
        return self._dated(self.gregorian.to_date(ref.year, month, day) if ref else None)

    def _day_range(self, match: Match, atoms: list[Atom]) -> Resolved:
        first, last = match.groups["day"][0], match.groups["day2"][0]
        if match.one("month"):
            end, key = self._date(match, int(last.number))
        else:
            found_end, key = self._day_of_month(match, atoms, last), "g"
            end = found_end.period.end if found_end.period else None
        calendar = self._calendar(key)
        found = calendar.from_date(end) if end else None
        start = calendar.to_date(found[0], found[1], int(first.number)) if found else None
        if start is None or end is None or start > end:
            return Resolved("DATE", calendar=calendar.name)
        return self._spanned(Period(f"{start}/{end}", start, end), key)

    def _day_of_month(self, match: Match, atoms: list[Atom], last: Atom | None = None) -> Resolved:
        day, rel, this = last or match.one("day"), match.one("rel"), match.one("this")
        assert day is not None
        textual = (rel and rel.kind in ("same", "next")) or (this and this.kind == "that") or not (rel or this)
        anchor = self.clock.here if textual else self.clock.published
        month = shift("month", anchor.replace(day=1), int(rel.value) if rel else 0, self.gregorian) if anchor else None
        return self._dated(self.gregorian.to_date(month.year, month.month, int(day.number)) if month else None)

    _day_this = _day_of_month

    def _weekday_day(self, match: Match, atoms: list[Atom]) -> Resolved:
        day, weekday, ref = match.one("day"), match.one("weekday"), self.clock.published
        assert day is not None
        assert weekday is not None
        if ref is None:
            return Resolved("DATE")
        for offset in (0, -1, 1, -2, 2):
            month = shift("month", ref.replace(day=1), offset, self.gregorian)
            date = self.gregorian.to_date(month.year, month.month, int(day.number)) if month else None
            if date and date.isoweekday() == int(weekday.value):
                return self._dated(date)
        return Resolved("DATE")

    def _month(self, match: Match, atoms: list[Atom]) -> Resolved:
        key, month = self._month_of(match) or ("g", 1)
        year = self._explicit_year(match, key, month, 1)
        if year is None and not any(match.one(g) for g in ("year", "yrel", "ythis", "yref")):
            year = self._nearest_year(match, key, month, None)
        found = of_months("month", year, month, self._calendar(key)) if year is not None else None
        return self._spanned(found, key)

    def _weekday(self, match: Match, atoms: list[Atom]) -> Resolved:
        weekday, published = match.one("weekday"), self.clock.published
        assert weekday is not None
        if published is None:
            return Resolved("DATE")
        number = int(weekday.value)
        if (wrel := match.one("wrel")) or match.one("wthis"):
            monday = nearest_back(1, published) + 7 * (int(wrel.value) if wrel else 0) * ONE
            return self._dated(monday + (number - 1) * ONE)
        rel, ref = match.one("rel"), match.one("ref")
        if any(a.kind == "this" for a in atoms):
            return self._dated(nearest_ahead(number, published - ONE))
        if rel is not None and rel.kind == "next" and rel.value == "-1":
            return self._dated(nearest_back(number, (self.clock.here or published) - ONE))
        if rel is not None and rel.kind != "next" and rel.value != "0":
            count = int(rel.value)
            date = nearest_back(number, published - ONE) if count < 0 else nearest_ahead(number, published)
            return self._dated(date + 7 * (count + 1 if count < 0 else count - 1) * ONE)
        if rel is not None and rel.kind == "next":
            return self._dated(nearest_ahead(number, self.clock.here or published))
        if ref is not None and ref.value.startswith("day:"):
            date = published + int(ref.value.split(":")[1]) * ONE
            if date.isoweekday() == number:
                return self._dated(date)
            if int(ref.value.split(":")[1]) > 0:
                return self._dated(nearest_ahead(number, published))
        return self._dated(nearest_ahead(number, published) if self.clock.ahead else nearest_back(number, published))

    _week_weekday = _weekday_week = _weekday

    def _ref(self, match: Match, atoms: list[Atom]) -> Resolved:
        atom, published = match.one("ref") or match.one("yref"), self.clock.published
        if published is None or atom is None:
            return Resolved("DATE")
        grain, _, count = atom.value.partition(":")
        return self._grain(grain, shift(grain, published, int(count or 0), self.gregorian))

    def _rel_unit(self, match: Match, atoms: list[Atom]) -> Resolved:
        unit = next((a for a in atoms if a.kind in _BY_KIND or a.kind in ("age", "theage", "night", "trimester")), None)
        rel, era = match.one("rel"), match.one("era")
        assert unit is not None
        grain = "day" if unit.kind == "night" else unit.value
        textual = rel is not None and rel.kind in ("next", "rellater")
        anchor = self.clock.here if textual and self.clock.last else self.clock.published
        key = era.value if era and era.value in self.frames.calendars else "g"
        if key == "h" or (era and era.value == "h"):
            key = "i"
        if anchor is None or grain == "season":
            return Resolved("DATE")
        return self._grain(grain, shift(grain, anchor, int(rel.value) if rel else 0, self._calendar(key)), key)

    def _edge_unit(self, match: Match, atoms: list[Atom]) -> Resolved:
        era, key = match.one("era"), "g"
        if era is not None and era.value in self.frames.calendars:
            key = era.value
        return self._grain(atoms[1].value, self.clock.published, key)

    def _same_unit(self, match: Match, atoms: list[Atom]) -> Resolved:
        unit = next((a for a in atoms if a.kind in _BY_KIND or a.kind in ("age", "theage")), None)
        if unit is None:  # the same night
            return self._grain("day", self.clock.here)
        return self._grain(unit.value or "day", self.clock.here) if unit.value in _BY_KIND.values() else Resolved("DATE")

    def _ref_then(self, match: Match, atoms: list[Atom]) -> Resolved:
        ref, last = match.one("ref"), self.clock.last
        if ref is None or last is None or not ref.value.startswith("day:"):
            return Resolved("DATE")
        return self._dated(last.end + int(ref.value.split(":")[1]) * ONE)

    def _holiday(self, match: Match, atoms: list[Atom]) -> Resolved:
        atom = match.one("holiday")
        assert atom is not None
        key, (month, day) = atom.value[0], (int(n) for n in atom.value[1:].split("-"))
        year = self._explicit_year(match, key, month, day)
        if year is None and not any(match.one(g) for g in ("year", "yrel", "ythis", "yref")):
            year = self._nearest_year(match, key, month, day)
            coming = self._calendar(key).to_date(year + 1, month, day) if year is not None else None
            if year is not None and coming and self.clock.published and 0 <= (coming - self.clock.published).days <= _SOON:
                year += 1  # a feast is spoken of before it comes
        date, nth = self._calendar(key).to_date(year, month, day) if year is not None else None, match.one("nth")
        return self._dated(date + (int(nth.number) - 1) * ONE if date and nth else date, key)

    def _base_year(self, match: Match) -> tuple[str, int] | None:
        atom, ref = match.one("year"), self.clock.published
        if atom is not None:
            return self._year_of(atom, match.one("era"))
        year = self._explicit_year(match, "g", 1, 1)
        return ("g", year) if year is not None else ("g", ref.year) if ref and not match.one("yrel") else None

    def _quarter(self, match: Match, atoms: list[Atom]) -> Resolved:
        n, base = match.one("n"), self._base_year(match)
        number = 4 if n is None or n.kind == "lastpost" else int(n.number)
        if base is None or number > 4:
            return Resolved("DATE")
        return self._spanned(of_months("quarter", base[1], 3 * number, self._calendar(base[0])), base[0])

    def _half_year(self, match: Match, atoms: list[Atom]) -> Resolved:
        n, base = match.one("n"), self._base_year(match)
        if base is None or n is None or n.number > 2:
            return Resolved("DATE")
        return self._spanned(of_months("half", base[1], 6 * int(n.number), self._calendar(base[0])), base[0])

    def _frame_period(self, match: Match) -> Period | None:
        """The month or year inside which a week or weekday is counted."""
        if match.one("month"):
            return self._month(match, []).period
        rel, ref = match.one("rel"), self.clock.published
        if match.one("this") or rel:
            moved = shift("month", ref.replace(day=1), int(rel.value) if rel else 0, self.gregorian) if ref else None
            return period("month", moved, self.gregorian) if moved else None
        base = self._base_year(match)
        return of_months("year", base[1], 1, self._calendar(base[0])) if base else None

    def _nth_week(self, match: Match, atoms: list[Atom]) -> Resolved:
        inside, n = self._frame_period(match), match.one("n")
        if inside is None or n is None:
            return Resolved("DATE")
        if n.kind == "lastpost":
            return self._grain("week", inside.end - 3 * ONE)
        # ISO 8601: the week that holds the fourth day of the year; of a month, the first that begins in it
        whole_year = (inside.end - inside.start).days > 31
        monday = nearest_back(1, inside.start + 3 * ONE) if whole_year else nearest_ahead(1, inside.start - ONE)
        return self._grain("week", monday + 7 * (int(n.number) - 1) * ONE)

    def _nth_weekday(self, match: Match, atoms: list[Atom]) -> Resolved:
        inside, n, weekday = self._frame_period(match), match.one("n") or match.one("day"), match.one("weekday")
        if inside is None or n is None or weekday is None:
            return Resolved("DATE")
        if n.kind == "last":
            return self._dated(nearest_back(int(weekday.value), inside.end))
        number = 2 if n.kind == "thetick" else int(n.number)
        date = nearest_ahead(int(weekday.value), inside.start - ONE) + 7 * (number - 1) * ONE
        return self._dated(date if date <= inside.end else None)

    def _season(self, match: Match, atoms: list[Atom]) -> Resolved:
        atom, base, rel, ref = match.one("season"), self._base_year(match), match.one("rel"), self.clock.published
        assert atom is not None
        if base is None:
            return Resolved("DATE")
        key, year = base
        if key == "s":
            start = {"SP": 1, "SU": 4, "FA": 7, "WI": 10}[atom.value]
            return self._spanned(of_months("quarter", year, start, self._calendar("s")), "s")
        found = season(atom.value, year)
        if rel is not None and rel.value != "0" and found and ref:
            count = int(rel.value)
            if count < 0 and found.end >= ref:
                found = season(atom.value, year - 1)
            elif count > 0 and found.start <= ref:
                found = season(atom.value, year + 1)
        return self._spanned(found)

    def _decade(self, match: Match, atoms: list[Atom]) -> Resolved:
        atom, era = match.one("decade"), match.one("era")
        assert atom is not None
        if atom.kind == "decade":
            return self._spanned(of_months("decade", 1900 + 10 * int(atom.value), 1, self.gregorian))
        found = self._year_of(atom, era)
        if found is None or found[1] % 10:
            return Resolved("DATE")
        if found[0] == "g" and found[1] < 100:  # the nineties (AD) are those of the last century
            found = ("g", 1900 + found[1])
        return self._spanned(of_months("decade", found[1], 1, self._calendar(found[0])), found[0])

    def _decades(self, match: Match, atoms: list[Atom]) -> Resolved:
        both = [self._year_of(atom, match.one("era")) for atom in match.groups["year"]]
        periods = [of_months("decade", found[1], 1, self._calendar(found[0])) if found else None for found in both]
        first, last = periods[0], periods[-1]
        if first is None or last is None or first.start > last.start or both[0] is None:
            return Resolved("DATE")
        return self._spanned(Period(f"{first.start}/{last.end}", first.start, last.end), both[0][0])

    def _part(self, match: Match, atoms: list[Atom]) -> Resolved:
        near = self.clock.near
        return self._dated(near.end if near and near.start == near.end else self.clock.published)

    def _century(self, match: Match, atoms: list[Atom]) -> Resolved:
        n, era = match.one("n"), match.one("era")
        if n is None or (era is not None and era.value != "g") or n.number > 22:
            return Resolved("DATE")
        return self._spanned(of_months("century", 100 * (int(n.number) - 1), 1, self.gregorian) if n.number > 1 else None)

    def _year(self, match: Match, atoms: list[Atom]) -> Resolved:
        atom = match.one("year")
        found = self._year_of(atom, match.one("era")) if atom else None
        if found is None:
            return Resolved("DATE")
        return self._spanned(of_months("year", found[1], 1, self._calendar(found[0])), found[0])

    _bare_year = _year_word = _era_year = _year

    def _numeric(self, match: Match, atoms: list[Atom]) -> Resolved:
        atom, era = match.one("date"), match.one("era")
        assert atom is not None
        a, b, c = numbers_in(atom.value)[:3]
        first = len(atom.value.lstrip()) and atom.value[:4].isdecimal()
        year, month, day = (a, b, c) if first else (c, b, a)
        if not first and year < 100:
            key, full = self.frames.year_of(a)
            if key == "s" and a > 31:
                year, month, day = full, b, c
            else:
                year += 2000 if year < 70 else 1900
        key = era.value if era and era.value in self.frames.calendars else self.frames.year_of(year)[0]
        if month > 12 and day <= 12 and not first:
            month, day = day, month
        return self._dated(self._calendar(key).to_date(year, month, day), key)
