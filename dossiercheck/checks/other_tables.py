"""More than one personnel table in a dossier: does another one say anything that the table read does not?

The most complete one is judged. Somebody who stands in another one only would be dropped without a word.
"""

from collections.abc import Hashable
from dataclasses import fields

from dossiercheck.documents import Document, Employee, PersonnelTable
from dossiercheck.facts import Fact, Place

_NOT_COMPARED = frozenset({"place", "problems", "hidden"})


def first_difference(read: PersonnelTable, others: tuple[Document, ...]) -> tuple[str, Place] | None:
    """The first other table's file with a row that the table read does not have, and that row's place."""
    there = {_row(employee) for employee in read.employees}
    for document in others:
        if not isinstance(document.paper, PersonnelTable):
            continue
        for employee in document.paper.employees:
            if _row(employee) not in there:
                return document.file, employee.place
    return None


def _row(employee: Employee) -> tuple[Hashable, ...]:
    """What a row says, wherever it stands."""
    named = (getattr(employee, field.name) for field in fields(employee) if field.name not in _NOT_COMPARED)
    return tuple(fact.value if isinstance(fact, Fact) else fact for fact in named)
