"""Where each document goes: to one person, to rows of the same person, or to nobody; content first, then its place."""

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
    Unreadable,
    Unrecognised,
    Vog,
)
from dossiercheck.facts import Fact
from dossiercheck.people.candidates import Candidate, Rank, Rows, best_candidates
from dossiercheck.people.holders import PERSONAL
from dossiercheck.people.model import Grade, NameMatch
from dossiercheck.people.names import match_name
from dossiercheck.people.path_clues import PathClue, PathClues
from dossiercheck.people.unsure_names import has_unsure_name

PersonalPaper = Diploma | Vog | Contract | EvcCertificate
MATES_NEEDED = 2
"""So many papers of one person, of different kinds, make a folder that person's."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """Where one document goes: to one person (or rows of the same person), to nobody yet, or to no one alone."""

    document: Document
    people: tuple[int, ...] = ()
    by: str = ""
    match: NameMatch | None = None
    torn_between: tuple[int, ...] = ()


def is_sure(placed: Placed) -> bool:
    """Does its own content name this person?"""
    return placed.match is not None and placed.match.grade in (Grade.EXACT, Grade.BY_RULE)


def is_personal(document: Document) -> bool:
    """Is it a kind of paper that a person has?"""
    paper = document.paper
    return isinstance(paper, PersonalPaper) or (isinstance(paper, Declared) and paper.of_employee)


def _may_be_personal(document: Document) -> bool:
    """A file that could not be read as what it is, and may be a person's paper all the same."""
    match document.paper:
        case Unreadable():
            return True
        case Unrecognised(hint=hint):
            return hint in PERSONAL or (hint is None and (document.scanned or bool(document.part_pages)))
        case _:
            return False


def place_all(
    documents: Sequence[Document], employees: Sequence[Employee], clues: PathClues, same: Sequence[tuple[int, ...]]
) -> tuple[Placed, ...]:
    """Place every document that is or may be a person's, by content first and then by what surrounds it."""
    papers = [part for document in documents for part in (document.parts or (document,))]
    mine = [document for document in papers if is_personal(document) or _may_be_personal(document)]
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


def _by_content(document: Document, rows: Rows, clue: PathClue, same: Sequence[tuple[int, ...]]) -> Placed:
    """Whose a document is by the name and birth date in it; nobody's (yet) where they fit no row."""
    names, born = names_in(document)
    candidates = best_candidates(rows, names, born)
    if not candidates or candidates[0].rank is Rank.NAMESAKE:
        return Placed(document=document)
    by = ["name"] if candidates[0].match.grade is not Grade.DIFFERENT else []
    if candidates[0].match.birth_date:
        by.append("birth_date")
    if len({same[c.person] for c in candidates}) > 1:
        candidates, code = _break_tie(document, candidates, rows.employees, clue)
        by.append(code)
    if len({same[c.person] for c in candidates}) > 1:
        return Placed(document=document, torn_between=tuple(c.person for c in candidates))
    first = candidates[0]
    return Placed(document=document, people=(first.person,), by="+".join(b for b in by if b), match=first.match)


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


def names_in(document: Document) -> tuple[tuple[str, ...], date | None]:
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


def _folder_owners(placed: Iterable[Placed]) -> dict[str, int]:
    """Folders whose papers, as far as their content is sure, are all one person's."""
    owners: dict[str, set[int]] = {}
    kinds: dict[str, set[str]] = {}
    for p in placed:
        folder = p.document.file.rpartition("/")[0]
        if folder and is_sure(p):
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


def _heap_owners(placed: Iterable[Placed]) -> dict[str, int]:
    """Files of several papers of which all that are somebody's are one person's."""
    owners: dict[str, set[int]] = {}
    for p in placed:
        if p.document.part_pages and p.people:
            owners.setdefault(p.document.file, set()).update(p.people)
    return {file: next(iter(people)) for file, people in owners.items() if len(people) == 1}


def _by_surroundings(document: Document, rows: Rows, clue: PathClue, filled: set[tuple[int, str]]) -> Placed:
    """Place a document whose content fits nobody: a namesake's row, then folder and file name, then the only person.

    A paper with another person's name goes to a row only where that row has no such paper of its own; the check of
    names then says what is wrong, instead of 'missing' here and 'belongs to nobody' there.
    """
    names, born = names_in(document)
    kind = document.kind_name
    namesakes = [c for c in best_candidates(rows, names, born) if (c.person, kind) not in filled]
    if len(namesakes) == 1:
        return Placed(document=document, people=(namesakes[0].person,), by="name", match=namesakes[0].match)
    owners = clue.people or ((0,) if len(rows.employees) == 1 and (is_personal(document) or document.goes_on) else ())
    by = clue.by or "only_person"
    if (not names or has_unsure_name(document)) and born and (not owners or by.endswith("_mates")):
        born_then = tuple(i for i, e in enumerate(rows.employees) if e.born_on and e.born_on.value == born)
        owners, by = (born_then, "birth_date") if born_then or not owners else (owners, by)
    if len(owners) != 1:
        return Placed(document=document, torn_between=owners if clue.named and not names else ())
    owner = owners[0]
    if names and is_personal(document) and (owner, kind) in filled:
        return Placed(document=document)
    return Placed(document=document, people=(owner,), by=by, match=match_with(rows.employees[owner], names, born))


def match_with(employee: Employee, names: tuple[str, ...], born: date | None) -> NameMatch | None:
    """How the paper's name fits the person whom its surroundings name; None where it prints no name."""
    if names:
        return match_name(employee, names[0], born)
    if born and employee.born_on and employee.born_on.value != born:
        return NameMatch(grade=Grade.DIFFERENT, birth_date=False)
    return None
