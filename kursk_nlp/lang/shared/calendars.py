"""Three calendars on one day line, by the calendar libraries and not by hand.

Gregorian is ``datetime``; Solar Hijri is jalali-core, the arithmetic of jdatetime (a cycle of
33 years) without its look at the system's locale; Islamic is hijridate,
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
    import jalali_core

    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year < 3000):
        return None
    found = datetime.date(*jalali_core.JalaliToGregorian(year, month, day).getGregorianList())
    return found if _from_solar(found) == (year, month, day) else None  # 31 Mehr, 30 Esfand of a common year


@functools.lru_cache(maxsize=4096)
def _islamic(year: int, month: int, day: int) -> datetime.date | None:
    import hijridate

    try:
        return datetime.date(*hijridate.Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def _from_solar(date: datetime.date) -> Day | None:
    import jalali_core

    if date.year < 700:
        return None
    year, month, day = jalali_core.GregorianToJalali(date.year, date.month, date.day).getJalaliList()
    return year, month, day


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
