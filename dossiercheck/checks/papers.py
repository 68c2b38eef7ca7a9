"""Which of a person's papers a check looks at, and how a name on it is judged. Shared by all checks about persons."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dossiercheck.checks.base import Case, EmployeeRequirement
from dossiercheck.checks.unread_files import Wanted, is_wanted, may_hold
from dossiercheck.documents import (
    Contract,
    Diploma,
    Document,
    EvcCertificate,
    Kind,
    Problem,
    Unrecognised,
    Vog,
)
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import Finding, Outcome, Reason, Value
from dossiercheck.people import NAMESAKE_SCORE, Assigned, Grade, Person, has_unsure_name

P = TypeVar("P", Diploma, Vog, Contract, EvcCertificate)

FITTING = (Grade.EXACT, Grade.BY_RULE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Held(Generic[P]):
    """A paper of a person, with the document that it stands in."""

    paper: P
    assigned: Assigned

    @property
    def document(self) -> Document:
        return self.assigned.document

    @property
    def place(self) -> Place:
        return Place(file=self.document.file, page=self.document.first_page)

    @property
    def is_theirs(self) -> bool:
        """Its name does not speak against it being this person's."""
        return self.assigned.match is None or self.assigned.match.grade is not Grade.DIFFERENT


def held(person: Person, kind: type[P]) -> tuple[Held[P], ...]:
    """The person's papers of a kind, copies of the same bytes once, in the order of their paths."""
    found: dict[tuple[str, int], Held[P]] = {}
    for assigned in person.papers:
        if isinstance(assigned.document.paper, kind):
            key = assigned.document.sha256, assigned.document.part
            found.setdefault(key, Held(paper=assigned.document.paper, assigned=assigned))
    return tuple(found.values())


def their_own(papers: tuple[Held[P], ...]) -> tuple[Held[P], ...]:
    """Those whose name fits; all of them where none does (so that the name check can say so)."""
    return tuple(paper for paper in papers if paper.is_theirs) or papers


def first_start(person: Person) -> Fact[date] | None:
    """The earliest start that a contract of this person states."""
    starts = [contract.paper.starts_on for contract in their_own(held(person, Contract)) if contract.paper.starts_on]
    return min(starts, key=lambda fact: fact.value) if starts else None


def further_pages(person: Person) -> tuple[str, ...]:
    """Files of this person that hold the rest of a contract which begins in another file."""
    return tuple(assigned.document.file for assigned in person.papers if assigned.document.goes_on)


def pages_of_nobody(case: Case) -> tuple[str, ...]:
    """Files that hold the rest of a contract of which it is not known whose it is."""
    return tuple(document.file for document in case.dossier.unassigned if document.goes_on)


def not_read(person: Person, kind: Kind) -> Document | None:
    """A file of this person that may be such a paper, but could not be read (a scan, a damaged file)."""
    for assigned in person.papers:
        if is_wanted(assigned.document, kind):
            return assigned.document
    return None


def absent(check: EmployeeRequirement, person: Person, kind: Kind, case: Case) -> Finding:
    """What is said where no paper of the kind was recognised: missing, fitting others as well, or there and unread."""
    for ambiguity in case.dossier.ambiguous:
        if ambiguity.document.kind is kind and person.number in ambiguity.candidates:
            values: dict[str, Value] = {"file": ambiguity.document.file, "candidates": ambiguity.candidates}
            at = Place(file=ambiguity.document.file, page=ambiguity.document.first_page)
            return check.of(person, Outcome.UNDECIDED, "paper-fits-several", Reason.AMBIGUOUS, at, values=values)
    document = not_read(person, kind)
    if document is None and (unsure := _of_an_unsure_name(kind, case)):
        at = Place(file=unsure.file, page=unsure.first_page)
        return check.of(
            person, Outcome.UNDECIDED, "paper-name-unsure", Reason.UNREADABLE, at, values={"file": unsure.file}
        )
    if document is None and (perhaps := _perhaps_of_the_kind(kind, case)):
        at, values = Place(file=perhaps.file, page=perhaps.first_page), {"file": perhaps.file}
        say = "paper-maybe-this-scan" if perhaps.scanned else "paper-maybe-among-several"
        return check.of(person, Outcome.UNDECIDED, say, Reason.NEEDS_PERSON, at, values=values)
    if document is None and (pictures := _with_pictures(person)):
        say, at = "paper-maybe-on-unread-pages", Place(file=pictures.file, page=pictures.picture_pages[0])
        return check.of(person, Outcome.UNDECIDED, say, Reason.UNREADABLE, at, values={"file": pictures.file})
    if document is None and (there := may_hold(case.dossier, Wanted(kind=kind.value), person)):
        return check.of(person, Outcome.UNDECIDED, there.say, Reason.UNREADABLE, there.at, values=there.values)
    if document is None and (nameless := _unread_surname(person)):
        say, values = nameless.say, dict(nameless.values)
        return check.of(person, Outcome.UNDECIDED, say, nameless.reason, nameless.place, values=values)
    if document is None:
        return check.of(person, Outcome.NOT_MET, f"{kind.value}-missing", Reason.MISSING)
    read = isinstance(document.paper, Unrecognised) and document.kind is not Kind.UNREADABLE
    say = "paper-not-recognised" if read else "paper-not-read"
    reason = Reason.NEEDS_PERSON if read else Reason.UNREADABLE
    at = Place(file=document.file, page=document.first_page if document.pages else None)
    return check.of(person, Outcome.UNDECIDED, say, reason, at, values={"file": document.file})


def _unread_surname(person: Person) -> Problem | None:
    """The table does hold a surname, and it could not be read: no paper can be known as this person's."""
    if person.employee.surname:
        return None
    unread = (p for p in person.employee.problems if p.reason is Reason.UNREADABLE)
    return next((p for p in unread if p.values.get("field") in ("surname", "name")), None)


def _with_pictures(person: Person) -> Document | None:
    """A file of this person in which, besides papers, there are pages on which nothing could be read."""
    return next((a.document for a in person.papers if a.document.picture_pages), None)


def _of_an_unsure_name(kind: Kind, case: Case) -> Document | None:
    """A paper of the kind that is nobody's because its name was not read surely: it may be anybody's."""
    mine = (document for document in case.dossier.unassigned if document.kind is kind)
    return next((document for document in mine if has_unsure_name(document)), None)


_NOT_TOLD_APART = ("not-recognised", "two-kinds", "several-papers")


def _perhaps_of_the_kind(kind: Kind, case: Case) -> Document | None:
    """A scan that is nobody's, since what it is was not made out, and that may be such a paper of anybody; or several
    papers that were not told apart.

    That the other papers in its file are all of one person does not make it that person's.
    """
    held = (a for person in case.dossier.people for a in person.papers if a.matched_by != "file_mates")
    assigned = {(a.document.file, a.document.part) for a in held}
    for document in (part for whole in case.dossier.documents for part in whole.parts or (whole,)):
        paper = document.paper
        if (document.file, document.part) in assigned:
            continue
        if not isinstance(paper, Unrecognised) or paper.say not in _NOT_TOLD_APART:
            continue
        if not document.scanned and paper.say != "several-papers":
            continue
        kinds = paper.values.get("kinds", ())
        if paper.hint is kind or (isinstance(kinds, tuple) and kind.value in kinds):
            return document
    return None


def judge_name(check: EmployeeRequirement, person: Person, paper: Held[P], printed: Fact[str] | None) -> Finding:
    """Is the name on the paper the employee's in the table (birth name included)?"""
    match = paper.assigned.match
    if person.employee.surname is None:
        return check.of(person, Outcome.NOT_APPLICABLE, "table-without-name", Reason.FIELD_MISSING, paper.place)
    if printed is None or match is None:
        return check.of(person, Outcome.UNDECIDED, "name-not-found", Reason.UNREADABLE, paper.place)
    values: dict[str, Value] = {"printed": printed.value, "table": person.employee.display_name, "rule": match.rule}
    match match.grade:
        case Grade.EXACT:
            return check.of(person, Outcome.MET, "name-exact", None, printed.place, values=values)
        case Grade.BY_RULE:
            return check.of(person, Outcome.MET, "name-by-rule", None, printed.place, values=values)
        case Grade.DOUBTFUL:
            say = "name-doubtful-birth-date" if match.birth_date is False else "name-doubtful"
            return check.of(person, Outcome.UNDECIDED, say, Reason.NAME_MISMATCH, printed.place, values=values)
        case Grade.DIFFERENT:
            namesake = match.birth_date is False and match.score >= NAMESAKE_SCORE
            say = "name-other-birth-date" if namesake else "name-different"
            return check.of(person, Outcome.NOT_MET, say, Reason.NAME_MISMATCH, printed.place, values=values)
