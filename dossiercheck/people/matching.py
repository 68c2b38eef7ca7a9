"""Documents -> persons with their papers: one best assignment that depends on content first.

Each paper is compared with every row. Its name and birth date decide; where two rows fit alike, other facts that the
table holds too (start date, date of the VOG) decide, then folder and file name; else nobody decides and it is said.
The order of the files plays no part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dossiercheck.documents.model import (
    Contract,
    Declared,
    Diploma,
    Document,
    Employee,
    EvcCertificate,
    PersonnelTable,
    Unreadable,
    Unrecognised,
    Vog,
)
from dossiercheck.facts import Fact
from dossiercheck.intake.statement import Statement
from dossiercheck.people.candidates import Candidate, Rank, Rows, best_candidates
from dossiercheck.people.from_papers import employees_of
from dossiercheck.people.holders import PERSONAL, Holders
from dossiercheck.people.model import Ambiguity, Assigned, Dossier, Grade, NameConflict, NameMatch, Person
from dossiercheck.people.names import match_name
from dossiercheck.people.path_clues import PathClue, PathClues
from dossiercheck.people.same_person import same_persons
from dossiercheck.people.sample_numbers import drawn_sample
from dossiercheck.people.unsure_names import has_unsure_name

PersonalPaper = Diploma | Vog | Contract | EvcCertificate
MATES_NEEDED = 2
"""So many papers of one person, of different kinds, make a folder that person's."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Placed:
    """Where one document goes: to one person (or rows of the same person), to nobody yet, or to no one alone."""

    document: Document
    people: tuple[int, ...] = ()
    by: str = ""
    match: NameMatch | None = None
    torn_between: tuple[int, ...] = ()


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
    placed = _place_all(ordered, employees, clues, same)
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
            if not p.people and not p.torn_between and (_is_personal(p.document) or _goes_on(p.document))
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
    placed: Iterable[_Placed], clues: PathClues, same: Sequence[tuple[int, ...]], statement: Statement
) -> Holders:
    sure: dict[str, set[int]] = {}
    surrounded: dict[str, int] = {}
    for p in placed:
        if p.people and _is_sure(p):
            sure.setdefault(p.document.file, set()).update(p.people)
        elif len(p.people) == 1:
            surrounded[p.document.file] = p.people[0]
    return Holders(clues=clues, same=same, provider=statement.provider_name or "", sure=sure, surrounded=surrounded)


def _is_sure(placed: _Placed) -> bool:
    """Does its own content name this person?"""
    return placed.match is not None and placed.match.grade in (Grade.EXACT, Grade.BY_RULE)


def _tables(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if isinstance(document.paper, PersonnelTable)]


def _completeness(document: Document) -> tuple[int, int, int, str]:
    """The most complete table sorts first."""
    table = document.paper
    if not isinstance(table, PersonnelTable):
        return (0, 0, 0, document.file)
    return (-len(table.employees), len(table.missing_columns), table.layout != "xlsx", document.file)


def _is_personal(document: Document) -> bool:
    paper = document.paper
    return isinstance(paper, PersonalPaper) or (isinstance(paper, Declared) and paper.of_employee)


def _goes_on(document: Document) -> bool:
    """Is it the rest of a contract that begins in another file?"""
    return isinstance(document.paper, Unrecognised) and document.paper.say == "contract-continuation"


def _may_be_personal(document: Document) -> bool:
    """A file that could not be read as what it is, and may be a person's paper all the same."""
    match document.paper:
        case Unreadable():
            return True
        case Unrecognised(hint=hint):
            return hint in PERSONAL or (hint is None and (document.scanned or bool(document.part_pages)))
        case _:
            return False


def _place_all(
    documents: Sequence[Document], employees: Sequence[Employee], clues: PathClues, same: Sequence[tuple[int, ...]]
) -> tuple[_Placed, ...]:
    """Place every document that is or may be a person's, by content first and then by what surrounds it."""
    papers = [part for document in documents for part in (document.parts or (document,))]
    mine = [document for document in papers if _is_personal(document) or _may_be_personal(document)]
    read = {document.file: clues.read(document.file) for document in mine}
    rows = Rows(employees)
    by_content = [_by_content(document, rows, read[document.file], same) for document in mine]
    mates = {**_folder_owners(by_content), **_heap_owners(by_content)}
    filled = {(i, p.document.kind_name) for p in by_content for i in p.people}
    done = []
    for placed in by_content:
        if not placed.people and not placed.torn_between:
            clue = _with_mates(read[placed.document.file], placed.document, mates)
            placed = _by_surroundings(placed.document, rows, clue, filled)
        done.append(placed)
    return tuple(done)


def _by_content(document: Document, rows: Rows, clue: PathClue, same: Sequence[tuple[int, ...]]) -> _Placed:
    """Whose a document is by the name and birth date in it; nobody's (yet) where they fit no row."""
    names, born = _names_in(document)
    candidates = best_candidates(rows, names, born)
    if not candidates or candidates[0].rank is Rank.NAMESAKE:
        return _Placed(document=document)
    by = ["name"] if candidates[0].match.grade is not Grade.DIFFERENT else []
    if candidates[0].match.birth_date:
        by.append("birth_date")
    if len({same[c.person] for c in candidates}) > 1:
        candidates, code = _break_tie(document, candidates, rows.employees, clue)
        by.append(code)
    if len({same[c.person] for c in candidates}) > 1:
        return _Placed(document=document, torn_between=tuple(c.person for c in candidates))
    first = candidates[0]
    return _Placed(document=document, people=(first.person,), by="+".join(b for b in by if b), match=first.match)


def _break_tie(
    document: Document, candidates: tuple[Candidate, ...], employees: Sequence[Employee], clue: PathClue
) -> tuple[tuple[Candidate, ...], str]:
    """Of rows that fit alike: the one whose dates are the paper's, else the one that folder or file name points at."""
    dated = tuple(c for c in candidates if _same_dates(document, employees[c.person]))
    if len(dated) == 1:
        return dated, "dates"
    pointed = tuple(c for c in candidates if c.person in clue.people)
    return (pointed, clue.by) if len(pointed) == 1 else (candidates, "")


def _same_dates(document: Document, employee: Employee) -> bool:
    """Does the paper bear a date that the table gives for this person?"""
    match document.paper:
        case Contract(starts_on=Fact(value=start)):
            return start in {f.value for f in (employee.starts_on, employee.in_service_since) if f}
        case Vog(issued_on=Fact(value=issued)):
            return employee.vog_on is not None and employee.vog_on.value == issued
        case _:
            return False


def _names_in(document: Document) -> tuple[tuple[str, ...], date | None]:
    """The names of the person that a paper is about, and the birth date."""
    match document.paper:
        case Diploma() | Vog() | EvcCertificate() | Declared() as paper:
            names = (paper.holder.value,) if paper.holder else ()
            return names, paper.born_on.value if paper.born_on else None
        case Contract() as paper:
            names = (paper.employee.value,) if paper.employee else ()
            return names, paper.born_on.value if paper.born_on else None
        case Unrecognised() as paper:
            return tuple(fact.value for fact in paper.names[:5]), None
        case _:
            return (), None


def _folder_owners(placed: Iterable[_Placed]) -> dict[str, int]:
    """Folders whose papers, as far as their content is sure, are all one person's."""
    owners: dict[str, set[int]] = {}
    kinds: dict[str, set[str]] = {}
    for p in placed:
        folder = p.document.file.rpartition("/")[0]
        if folder and _is_sure(p):
            owners.setdefault(folder, set()).update(p.people)
            kinds.setdefault(folder, set()).add(p.document.kind_name)
    return {
        folder: next(iter(people))
        for folder, people in owners.items()
        if len(people) == 1 and len(kinds[folder]) >= MATES_NEEDED
    }


def _with_mates(clue: PathClue, document: Document, owners: dict[str, int]) -> PathClue:
    """Where folder and file name say nothing (or cannot decide), the other papers in the folder may."""
    heap = document.file if document.part_pages else ""
    owner = owners.get(heap, owners.get(document.file.rpartition("/")[0]))
    if owner is None or clue.person is not None or (clue.people and owner not in clue.people):
        return clue
    return PathClue(people=(owner,), by="file_mates" if heap in owners else "folder_mates")


def _heap_owners(placed: Iterable[_Placed]) -> dict[str, int]:
    """Files of several papers of which all that are somebody's are one person's."""
    owners: dict[str, set[int]] = {}
    for p in placed:
        if p.document.part_pages and p.people:
            owners.setdefault(p.document.file, set()).update(p.people)
    return {file: next(iter(people)) for file, people in owners.items() if len(people) == 1}


def _by_surroundings(document: Document, rows: Rows, clue: PathClue, filled: set[tuple[int, str]]) -> _Placed:
    """Place a document whose content fits nobody: a namesake's row, then folder and file name, then the only person.

    A paper with another person's name goes to a row only where that row has no such paper of its own; the check of
    names then says what is wrong, instead of 'missing' here and 'belongs to nobody' there.
    """
    names, born = _names_in(document)
    kind = document.kind_name
    namesakes = [c for c in best_candidates(rows, names, born) if (c.person, kind) not in filled]
    if len(namesakes) == 1:
        return _Placed(document=document, people=(namesakes[0].person,), by="name", match=namesakes[0].match)
    owners = clue.people or (
        (0,) if len(rows.employees) == 1 and (_is_personal(document) or _goes_on(document)) else ()
    )
    by = clue.by or "only_person"
    if (not names or has_unsure_name(document)) and born and (not owners or by.endswith("_mates")):
        born_then = tuple(i for i, e in enumerate(rows.employees) if e.born_on and e.born_on.value == born)
        owners, by = (born_then, "birth_date") if born_then or not owners else (owners, by)
    if len(owners) != 1:
        return _Placed(document=document, torn_between=owners if clue.named and not names else ())
    owner = owners[0]
    if names and _is_personal(document) and (owner, kind) in filled:
        return _Placed(document=document)
    return _Placed(document=document, people=(owner,), by=by, match=_match_with(rows.employees[owner], names, born))


def _match_with(employee: Employee, names: tuple[str, ...], born: date | None) -> NameMatch | None:
    """How the paper's name fits the person whom its surroundings name; None where it prints no name."""
    if names:
        return match_name(employee, names[0], born)
    if born and employee.born_on and employee.born_on.value != born:
        return NameMatch(grade=Grade.DIFFERENT, birth_date=False)
    return None


def _papers_of(
    index: int, employee: Employee, placed: Sequence[_Placed], same: Sequence[tuple[int, ...]]
) -> Iterable[Assigned]:
    """The papers of one row; a person on two rows has all papers on both."""
    for p in placed:
        if not p.people or p.people[0] not in same[index]:
            continue
        match = p.match
        if p.people[0] != index and match is not None:
            names, born = _names_in(p.document)
            match = _match_with(employee, names, born) or match
        yield Assigned(document=p.document, match=match, matched_by=p.by)


def _conflicts(
    placed: Sequence[_Placed], people: Sequence[Person], clues: PathClues, same: Sequence[tuple[int, ...]]
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
