"""Stretches of days at a grain, in one of three calendars, and the way to the next one."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from ...rules.frames.dates import Calendar

Day = datetime.date
ONE = datetime.timedelta(days=1)
#: grains that are whole months -> months
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
#: a season as (first month, months) of its year; a winter ends in the next year
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Period(NamedTuple):
    """First and last day, both included, and the ISO 8601 value at the grain stated."""

    value: str
    start: Day
    end: Day


def period(grain: str, date: Day, calendar: Calendar) -> Period | None:
    """The day, ISO week, month, quarter, half, year, decade or century of ``calendar`` that holds ``date``."""
    if grain == "day":
        return Period(date.isoformat(), date, date)
    if grain == "week":
        year, week, _ = date.isocalendar()
        start = date - (date.isoweekday() - 1) * ONE
        return Period(f"{year}-W{week:02d}", start, start + 6 * ONE)
    parts = calendar.from_date(date)
    if parts is None:
        return None
    return of_months(grain, parts[0], parts[1], calendar)


def of_months(grain: str, year: int, month: int, calendar: Calendar) -> Period | None:
    """The period of whole months that holds this month of this calendar; None where the calendar does not reach."""
    size = _MONTHS[grain]
    first = ((year * 12 + month - 1) // size) * size
    start = calendar.to_date(first // 12, first % 12 + 1, 1)
    after = calendar.to_date((first + size) // 12, (first + size) % 12 + 1, 1)
    if start is None or after is None:
        return None
    end = after - ONE
    if calendar.name != "gregorian":
        return Period(f"{start}/{end}", start, end)
    value = {"month": f"{year:04d}-{month:02d}", "quarter": f"{year:04d}-Q{(month - 1) // 3 + 1}",
             "half": f"{year:04d}-H{(month - 1) // 6 + 1}",
             "year": f"{year:04d}", "decade": f"{year // 10:03d}", "century": f"{year // 100:02d}"}[grain]
    return Period(value, start, end)


def shift(grain: str, date: Day, count: int, calendar: Calendar) -> Day | None:
    """``date`` moved by ``count`` grains; a day that the month does not have becomes its last day."""
    try:
        if grain in ("day", "week"):
            return date + count * (7 if grain == "week" else 1) * ONE
    except OverflowError:
        return None
    parts = calendar.from_date(date)
    if parts is None:
        return None
    year, month, day = parts
    months = year * 12 + month - 1 + count * _MONTHS[grain]
    for last in (day, 30, 29, 28):
        if last <= day and (found := calendar.to_date(months // 12, months % 12 + 1, last)):
            return found
    return None


def season(code: str, year: int) -> Period | None:
    """A meteorological season of the northern hemisphere: spring is March to May; winter begins in December of ``year``."""
    try:
        start = Day(year, SEASONS[code], 1)
        end = Day(year + (code == "WI"), (SEASONS[code] + 2) % 12 + 1, 1) - ONE if code != "FA" else Day(year, 12, 1) - ONE
    except ValueError:
        return None
    return Period(f"{year:04d}-{code}", start, end)


def nearest_back(weekday: int, date: Day) -> Day:
    """The nearest such weekday (Monday 1) on or before ``date``."""
    return date - ((date.isoweekday() - weekday) % 7) * ONE


def nearest_ahead(weekday: int, date: Day) -> Day:
    """The nearest such weekday after ``date``."""
    return date + (((weekday - date.isoweekday() - 1) % 7) + 1) * ONE
