"""Three calendars on one day line, by the calendar libraries and not by hand.

Gregorian is ``datetime``; Solar Hijri is jalali-core, the arithmetic of jdatetime (a cycle of
33 years) without its look at the system's locale; Islamic is hijridate,
which holds the Umm al-Qura tables of 1343 to 1500 AH; outside them it is the arithmetical calendar of convertdate, from which a day
then observed may differ by one or two. The libraries are imported at the first date of their calendar.
"""

from __future__ import annotations

import datetime
import functools

from ...rules.frames.dates import Calendar

Day = tuple[int, int, int]

#: days that are spoken of for years without their year; "since 7 October" is since 2023, "since 11 September" is of any year
NAMED = {("g", 10, 7): (2023, frozenset({"yearlead", "since"})), ("g", 9, 11): (2001, frozenset({"yearlead"}))}


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
    if 1343 <= year <= 1500:
        import hijridate

        try:
            return datetime.date(*hijridate.Hijri(year, month, day).to_gregorian().datetuple())
        except (ValueError, OverflowError):
            return None
    from convertdate import islamic

    if not (1 <= year < 2000 and 1 <= month <= 12 and 1 <= day <= islamic.month_length(year, month)):
        return None
    return datetime.date(*islamic.to_gregorian(year, month, day))


def _from_solar(date: datetime.date) -> Day | None:
    import jalali_core

    if date.year < 700:
        return None
    year, month, day = jalali_core.GregorianToJalali(date.year, date.month, date.day).getJalaliList()
    return year, month, day


def _from_islamic(date: datetime.date) -> Day | None:
    if datetime.date(1924, 8, 1) <= date <= datetime.date(2077, 11, 16):
        import hijridate

        found = hijridate.Gregorian.fromdate(date).to_hijri()
        return found.year, found.month, found.day
    from convertdate import islamic

    if date.year < 623:
        return None
    year, month, day = islamic.from_gregorian(date.year, date.month, date.day)
    return year, month, day


CALENDARS = {
    "g": Calendar("gregorian", _gregorian, lambda date: (date.year, date.month, date.day)),
    "s": Calendar("solar_hijri", _solar, _from_solar),
    "i": Calendar("islamic", _islamic, _from_islamic),
}
