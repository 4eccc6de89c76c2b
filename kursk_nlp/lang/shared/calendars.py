"""Three calendars on one day line, by the calendar libraries and not by hand.

Gregorian is ``datetime``; Solar Hijri is jdatetime (33-year cycle, official in Iran and Afghanistan); Islamic is hijridate,
which holds the Umm al-Qura tables of 1343 to 1500 AH and knows nothing outside them, so neither do we. Both libraries are
imported at the first date of their calendar.
"""

from __future__ import annotations

import datetime
import functools

from ...rules.frames.dates import Calendar

Day = tuple[int, int, int]


def _gregorian(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


@functools.lru_cache(maxsize=4096)
def _solar(year: int, month: int, day: int) -> datetime.date | None:
    import jdatetime

    try:
        found: datetime.date = jdatetime.date(year, month, day).togregorian()
    except (ValueError, OverflowError):
        return None
    return found


@functools.lru_cache(maxsize=4096)
def _islamic(year: int, month: int, day: int) -> datetime.date | None:
    import hijridate

    try:
        return datetime.date(*hijridate.Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def _from_solar(date: datetime.date) -> Day | None:
    import jdatetime

    try:
        found = jdatetime.date.fromgregorian(date=date)
    except (ValueError, OverflowError):
        return None
    return found.year, found.month, found.day


def _from_islamic(date: datetime.date) -> Day | None:
    import hijridate

    try:
        found = hijridate.Gregorian.fromdate(date).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month, found.day


CALENDARS = {
    "g": Calendar("gregorian", _gregorian, lambda date: (date.year, date.month, date.day)),
    "s": Calendar("solar_hijri", _solar, _from_solar),
    "i": Calendar("islamic", _islamic, _from_islamic),
}
