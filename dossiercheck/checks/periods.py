"""Calendar periods, as the tender counts them: whole months and years back from a day, the boundary day included.

A month is clamped to its last day: three months before 31 May is 28 (or 29) February. Never 30 or 90 days.
"""

from calendar import monthrange
from datetime import date, timedelta


def months_before(day: date, months: int) -> date:
    """The day `months` calendar months before `day`, clamped to the month's end."""
    return _shift(day, -months)


def last_valid_day(issued_on: date, months: int) -> date:
    """The last day on which a paper of `issued_on` is not older than `months` months.

    That is the last day whose `months_before` is not after `issued_on`: a paper of 28 February 2025 is three months
    old at most up to and including 31 May 2025.
    """
    day = _shift(issued_on, months)
    while months_before(day + timedelta(days=1), months) <= issued_on:
        day += timedelta(days=1)
    return day


def _shift(day: date, months: int) -> date:
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month_index + 1, min(day.day, monthrange(year, month_index + 1)[1]))
