"""Working days: Monday to Friday without the public holidays of the Algemene termijnenwet (domain.md 10).

Own table: Easter by calculation, 5 May in every year, King's Day a day earlier where it falls on a Sunday. Days that a
decree puts on a par with them are not known here; a requirement set can name them.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A number of working days after a day, counted out."""

    last_day: date
    holidays: tuple[date, ...]
    """Public holidays on weekdays that were counted out, in order."""


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    golden = year % 19
    century, year_in_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon = (19 * golden + century - leap_centuries - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (year_in_century // 4) - moon - year_in_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _kings_day(year: int) -> date:
    day = date(year, 4, 27)
    return day - _DAY if day.weekday() == 6 else day


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter_sunday(year) + timedelta(days=days)


HOLIDAYS: Mapping[str, Callable[[int], date]] = MappingProxyType(
    {
        "new-year": lambda year: date(year, 1, 1),
        "good-friday": _after_easter(-2),
        "easter-monday": _after_easter(1),
        "kings-day": _kings_day,
        "liberation-day": lambda year: date(year, 5, 5),
        "ascension-day": _after_easter(39),
        "whit-monday": _after_easter(50),
        "christmas-day": lambda year: date(year, 12, 25),
        "boxing-day": lambda year: date(year, 12, 26),
    }
)
"""The public holidays that can fall on a weekday, by name; Easter and Whit Sunday never do."""


def working_days_after(
    start: date, count: int, holidays: Collection[str] = tuple(HOLIDAYS), extra: Collection[date] = ()
) -> Term:
    """The term of `count` working days; the first is the day after `start`. `extra` days count out as well."""
    day, left = start, count
    out: list[date] = []
    while left > 0:
        day += _DAY
        if day.weekday() >= 5:
            continue
        if day in extra or any(HOLIDAYS[name](day.year) == day for name in holidays):
            out.append(day)
        else:
            left -= 1
    return Term(last_day=day, holidays=tuple(out))
