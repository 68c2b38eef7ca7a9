"""Rows of the table that hold the same person: the same birth date and a name that fits by itself (twins do not)."""

from collections.abc import Sequence
from datetime import date

from dossiercheck.documents.model import Employee
from dossiercheck.people.model import Grade
from dossiercheck.people.names import match_name


def same_persons(employees: Sequence[Employee]) -> tuple[tuple[int, ...], ...]:
    """For every row the rows that hold the same person (itself included): same birth date and fitting name."""
    by_birth: dict[date, list[int]] = {}
    for index, employee in enumerate(employees):
        if employee.born_on:
            by_birth.setdefault(employee.born_on.value, []).append(index)
    group: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(employees))}
    for born, rows in by_birth.items():
        for row in rows:
            fits = [o for o in rows if o == row or _is_same(employees[row], employees[o], born)]
            group[row] = tuple(sorted({r for o in fits for r in group[o]} | set(fits)))
        for row in rows:
            for other in group[row]:
                group[other] = tuple(sorted({*group[other], *group[row]}))
    return tuple(group[index] for index in range(len(employees)))


def _is_same(a: Employee, b: Employee, born: date) -> bool:
    fits = (Grade.EXACT, Grade.BY_RULE)
    plain = [match_name(x, y.display_name) for x, y in ((a, b), (b, a))]
    return any(m.grade in fits for m in plain) and match_name(a, b.display_name, born).grade in fits
