"""The second witness: do two birth dates agree, and if not, may one be a slip of the other?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BirthDates:
    """The row's birth date and the printed one, each None where it is not known."""

    own: date | None
    printed: date | None

    @property
    def agrees(self) -> bool | None:
        """None: one of the two is not known."""
        return None if self.own is None or self.printed is None else self.own == self.printed

    @property
    def slip(self) -> bool:
        """They differ by a likely slip: one digit, or two digits or day and month swapped."""
        return self.agrees is False and _is_slip(self.own or date.min, self.printed or date.min)


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
