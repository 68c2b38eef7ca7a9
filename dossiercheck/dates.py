"""Dutch dates in text: `3 februari 1980`, `03-02-1980`, `1980-02-03`, `3 feb. 1980`, `01.02.2024`, `1-9-'23`.

Day-month order always (4-5-2024 is 4 May). An impossible date (31-02-2024) is no date: it is never bent into another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb febr february",
            "maart mrt mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sept sep",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMERIC = r"""
      (?P<iso_y>\d{4})-(?P<iso_m>\d{1,2})-(?P<iso_d>\d{1,2})(?!-?\d)
    | (?P<d>\d{1,2})\s?(?P<sep>[-./])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|['’]\d{2})(?!\d)(?![-/.]\d)
    | (?P<sd>\d{1,2})(?P<ssep>[-/])(?P<sm>\d{1,2})(?P=ssep)(?P<sy>\d{2})(?!\d)(?![-/.]\d)
    | (?P<dd>\d{2})\.(?P<dm>\d{2})\.(?P<dy>\d{2})(?!\d)(?![-/.]\d)
"""
_WORDS = rf"""
      (?P<wd>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?[\s-]*(?:of\s+)?(?P<wm>{_MONTH})(?![^\W\d_])[\s.,-]*(?P<wy>\d{{4}}|['’]\d{{2}})(?!\d)
    | (?P<em>{_MONTH})\s+(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<ey>\d{{4}})(?!\d)
"""
_DATE = re.compile(rf"(?<![\d./-])(?:{_NUMERIC}|{_WORDS})", re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True, kw_only=True, slots=True)
class DateHit:
    """A date in a text, with its offsets. `value` is None for what is written as a date and cannot be one."""

    start: int
    end: int
    text: str
    value: date | None


def find_dates(text: str, *, latest: date | None = None) -> Iterator[DateHit]:
    """The dates in `text`, in order. Two-digit years fall in the hundred years up to `latest` (default: 2050)."""
    for match in _DATE.finditer(text):
        group = match.groupdict()
        day = _first(group, "iso_d", "d", "sd", "dd", "wd", "ed")
        month = _first(group, "iso_m", "m", "sm", "dm", "wm", "em")
        year = _first(group, "iso_y", "y", "sy", "dy", "wy", "ey")
        month_number = MONTHS.get(month.lower()) or int(month)
        yield DateHit(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            value=_calendar_day(_full_year(year, latest), month_number, int(day)),
        )


def parse_date(text: str, *, latest: date | None = None) -> date | None:
    """The date that `text` is, and nothing besides; None when it is not a (possible) date."""
    hits = list(find_dates(text.strip(), latest=latest))
    if len(hits) != 1 or hits[0].text != text.strip():
        return None
    return hits[0].value


def _first(group: dict[str, str | None], *names: str) -> str:
    return next(value for name in names if (value := group[name]))


def _full_year(year: str, latest: date | None) -> int:
    digits = year.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    last = latest.year if latest else 2050
    full = last - last % 100 + int(digits)
    return full if full <= last else full - 100


def _calendar_day(year: int, month: int, day: int) -> date | None:
    if not 1900 <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
