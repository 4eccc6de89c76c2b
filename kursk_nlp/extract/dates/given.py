"""A day as a caller gives it."""

from __future__ import annotations

import datetime

from ...errors import InputError

Given = datetime.date | datetime.datetime | str | None


def as_day(given: Given, name: str) -> datetime.date | None:
    """The day of a date, a datetime or an ISO string; None for None. Raises ``InputError`` that names the argument."""
    if given is None or (isinstance(given, datetime.date) and not isinstance(given, datetime.datetime)):
        return given
    if isinstance(given, datetime.datetime):
        return given.date()
    try:
        return datetime.datetime.fromisoformat(str(given)).date()
    except ValueError:
        raise InputError(f"{name} must be a date, a datetime or an ISO string such as '2025-11-14', not {given!r}") from None


def as_moment(given: Given) -> datetime.datetime | None:
    """The moment of a datetime or of an ISO string with a time, without its zone; None for a day alone."""
    if isinstance(given, str) and len(given) > 10:
        given = datetime.datetime.fromisoformat(given)
    return given.replace(tzinfo=None) if isinstance(given, datetime.datetime) else None
