"""The second witness: do two birth dates agree, and if not, may one be a slip of the other?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BirthDates:
    """The outcome of comparing two birth dates."""

    agrees: bool | None
    """None: one of the two is not known."""
    slip: bool = False
    """They differ by a likely slip: one digit, or two digits or day and month swapped."""


def compare_birth_dates(own: date | None, printed: date | None) -> BirthDates:
    """Compare the row's birth date with the printed one."""
    if own is None or printed is None:
        return BirthDates(agrees=None)
    if own == printed:
        return BirthDates(agrees=True)
    return BirthDates(agrees=False, slip=_is_slip(own, printed))


def _is_slip(a: date, b: date) -> bool:
    if (a.year, a.month, a.day) == (b.year, b.day, b.month):
        return True
    first, second = a.strftime("%d%m%Y"), b.strftime("%d%m%Y")
    differing = [i for i, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    if len(differing) == 1:
        return True
    if len(differing) == 2:
        i, j = differing
        return first[i] == second[j] and first[j] == second[i]
    return False
