"""Who the employees are where there is no personnel table: the persons whose names stand on the papers themselves.

One person for each name; two papers are one person's where names (initials, married names) and birth dates allow it.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dossiercheck.documents import split_name
from dossiercheck.documents.model import (
    Contact,
    Contract,
    Diploma,
    Document,
    Employee,
    EvcCertificate,
    PersonalPaper,
    Vog,
)
from dossiercheck.facts import Fact, Place
from dossiercheck.people.model import Grade
from dossiercheck.people.names import match_name

_SAME = (Grade.EXACT, Grade.BY_RULE)


def employees_of(documents: Iterable[Document]) -> tuple[Employee, ...]:
    """The persons whom the papers name, in the order of their files; the fullest name of each."""
    papers = [part for document in documents for part in (document.parts or (document,))]
    named = [found for paper in papers if (found := _named(paper))]
    named.sort(key=lambda found: -len(found[0].value))
    people: list[Employee] = []
    for name, born, function in named:
        known = next((person for person in people if _is(person, name.value, born)), None)
        if known is None:
            people.append(_employee(name, born, function, people))
    return tuple(sorted(people, key=lambda person: person.place.file))


_Named = tuple[Fact[str], Fact[date] | None, Fact[str] | None]


def _named(document: Document) -> _Named | None:
    """Name, birth date and function on a paper of a person."""
    paper = document.paper
    if not isinstance(paper, PersonalPaper):
        return None
    match paper:
        case Contract(employee=name, born_on=born, function=function):
            return (name, born, function) if name else None
        case Vog(holder=name, born_on=born, function=function):
            return (name, born, function) if name else None
        case Diploma(holder=name, born_on=born) | EvcCertificate(holder=name, born_on=born):
            return (name, born, None) if name else None


def _is(person: Employee, name: str, born: Fact[date] | None) -> bool:
    """Is this the person? Doubtful names are one person's only where the birth dates agree."""
    match = match_name(person, name, born.value if born else None)
    if match.birth_date is False:
        return False
    return match.grade in _SAME or (match.grade is Grade.DOUBTFUL and match.birth_date is True)


def _employee(
    name: Fact[str], born: Fact[date] | None, function: Fact[str] | None, others: Sequence[Employee]
) -> Employee:
    """A row as a table would hold it. Its number is the name, so that it can be told from the others.

    Contact is direct: papers are asked of those who have it, and of nobody else.
    """
    bare = re.sub(r"^(?:de\s+heer|mevrouw|mw\.?|dhr\.?)\s+", "", name.value, flags=re.IGNORECASE)
    twins = sum(1 for other in others if other.number and other.number.value.split(" (")[0] == bare)
    number = f"{bare} ({twins + 1})" if twins else bare

    columns = split_name(name)
    return Employee(
        place=Place(file=name.place.file, page=name.place.page),
        number=Fact(value=number, place=name.place),
        surname=columns.surname,
        prefix=columns.prefix,
        initials=columns.initials,
        given_name=columns.given_name,
        born_on=born,
        function=function,
        contact=Fact(value=Contact.DIRECT, place=name.place),
    )
