"""Documents -> persons with their papers: one best assignment that depends on content first.

Each paper is compared with every row. Its name and birth date decide; where two rows fit alike, other facts that the
table holds too (start date, date of the VOG) decide, then folder and file name; else nobody decides and it is said.
The order of the files plays no part.
"""

from collections.abc import Iterable, Sequence

from dossiercheck.documents.model import (
    Document,
    Employee,
    PersonnelTable,
)
from dossiercheck.intake.statement import Statement
from dossiercheck.people.from_papers import employees_of
from dossiercheck.people.holders import Holders
from dossiercheck.people.model import Ambiguity, Assigned, Dossier, NameConflict, Person
from dossiercheck.people.path_clues import PathClue, PathClues
from dossiercheck.people.placing import Placed, is_personal, is_sure, match_with, names_in, place_all
from dossiercheck.people.same_person import same_persons
from dossiercheck.people.sample_numbers import drawn_sample


def match_people(
    documents: Sequence[Document], statement: Statement | None = None, *, from_papers: bool = False
) -> Dossier:
    """Persons with their papers, and what is left over.

    Without a personnel table there are no persons, unless `from_papers` says that the papers themselves tell who they
    are.
    """
    statement = statement or Statement()
    ordered = tuple(sorted(documents, key=lambda document: document.file))
    tables = sorted(_tables(ordered), key=_completeness)
    sample = drawn_sample(ordered, statement)
    table = tables[0].paper if tables else None
    if isinstance(table, PersonnelTable):
        employees = table.employees
    elif from_papers:
        employees = employees_of(ordered)
    else:
        return Dossier(people=(), documents=ordered, statement=statement, sample=sample)
    clues = PathClues(employees)
    same = same_persons(employees)
    placed = place_all(ordered, employees, clues, same)
    people = tuple(
        Person(employee=employee, papers=tuple(_papers_of(index, employee, placed, same)))
        for index, employee in enumerate(employees)
    )
    return Dossier(
        people=people,
        documents=ordered,
        table=tables[0] if tables else None,
        other_tables=tuple(tables[1:]),
        unassigned=tuple(
            p.document
            for p in placed
            if not p.people and not p.torn_between and (is_personal(p.document) or p.document.goes_on)
        ),
        ambiguous=tuple(
            Ambiguity(document=p.document, candidates=tuple(people[i].number for i in p.torn_between))
            for p in placed
            if p.torn_between
        ),
        name_conflicts=tuple(_conflicts(placed, people, clues, same)),
        twice_in_table=tuple(tuple(people[i].number for i in group) for group in dict.fromkeys(same) if len(group) > 1),
        statement=statement,
        sample=sample,
        holders={
            file: frozenset(people[i].number for i in rows)
            for file, rows in _holders(placed, clues, same, statement).of(ordered)
        },
    )


def _holders(
    placed: Iterable[Placed], clues: PathClues, same: Sequence[tuple[int, ...]], statement: Statement
) -> Holders:
    sure: dict[str, set[int]] = {}
    surrounded: dict[str, int] = {}
    for p in placed:
        if p.people and is_sure(p):
            sure.setdefault(p.document.file, set()).update(p.people)
        elif len(p.people) == 1:
            surrounded[p.document.file] = p.people[0]
    return Holders(clues=clues, same=same, provider=statement.provider_name or "", sure=sure, surrounded=surrounded)


def _tables(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if isinstance(document.paper, PersonnelTable)]


def _completeness(document: Document) -> tuple[int, int, int, str]:
    """The most complete table sorts first."""
    table = document.paper
    if not isinstance(table, PersonnelTable):
        return (0, 0, 0, document.file)
    return (-len(table.employees), len(table.missing_columns), table.layout != "xlsx", document.file)


def _papers_of(
    index: int, employee: Employee, placed: Sequence[Placed], same: Sequence[tuple[int, ...]]
) -> Iterable[Assigned]:
    """The papers of one row; a person on two rows has all papers on both."""
    for p in placed:
        if not p.people or p.people[0] not in same[index]:
            continue
        match = p.match
        if p.people[0] != index and match is not None:
            names, born = names_in(p.document)
            match = match_with(employee, names, born) or match
        yield Assigned(document=p.document, match=match, matched_by=p.by)


def _conflicts(
    placed: Sequence[Placed], people: Sequence[Person], clues: PathClues, same: Sequence[tuple[int, ...]]
) -> Iterable[NameConflict]:
    """Papers whose content names one person and whose file or folder names another."""
    in_file: dict[str, set[int]] = {}
    for p in placed:
        in_file.setdefault(p.document.file, set()).update(p.people)
    for p in placed:
        if not p.people or p.match is None or "name" not in p.by.split("+"):
            continue
        mine = same[p.people[0]]
        other = _somebody_else(clues.read(p.document.file), mine)
        if other is not None and other not in in_file[p.document.file]:
            yield NameConflict(document=p.document, by_content=people[p.people[0]].number, by_name=people[other].number)


def _somebody_else(clue: PathClue, mine: tuple[int, ...]) -> int | None:
    """The one other person whom the file's name (or, where that names nobody, its folder) names."""
    named = clue.file_people or clue.folder_people
    return named[0] if len(named) == 1 and named[0] not in mine else None
