"""Persons with their papers, and the dossier as the checks see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossiercheck.documents.model import (
    Document,
    Employee,
    PersonnelTable,
)
from dossiercheck.facts import Fact
from dossiercheck.intake.statement import Statement


class Grade(StrEnum):
    """How well a printed name fits a person (domain.md 7)."""

    EXACT = "exact"
    BY_RULE = "by_rule"
    """The same person by a rule of Dutch naming (married name, initials, prefix); `NameMatch.rule` says which."""
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


@dataclass(frozen=True, kw_only=True, slots=True)
class NameMatch:
    """The outcome of comparing a printed name with a row of the table."""

    grade: Grade
    rule: str = ""
    """Codes joined by `+`: `initials`, `birth_name`, `partner_name`, `prefix`, `call_name`, `spelling`, …"""
    score: float = 0.0
    birth_date: bool | None = None
    """True: agrees; False: contradicts; None: one of the two is not known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assigned:
    """A document (or part) that belongs to a person."""

    document: Document
    match: NameMatch | None
    """How its name fits; None where it prints no readable name and was assigned by folder or file name."""
    matched_by: str
    """Codes joined by `+`: `name`, `birth_date`, `folder`, `file_name`, `number`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A row of the personnel table with the papers that are this person's, in the order of their paths."""

    employee: Employee
    papers: tuple[Assigned, ...] = ()
    """Readable papers of a known kind, and scans or unreadable files that folder or name gives to this person."""

    @property
    def number(self) -> str:
        """The number as written; the row's cell where there is none."""
        return self.employee.number.value if self.employee.number else (self.employee.place.cell or "?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ambiguity:
    """A document that fits several persons equally well."""

    document: Document
    candidates: tuple[str, ...]
    """Numbers of the persons."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NameConflict:
    """A file whose name (or folder) points at another person than its content."""

    document: Document
    by_content: str
    by_name: str
    """Numbers of the persons."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """A dossier, recognised and matched: what the checks judge."""

    people: tuple[Person, ...]
    """One per row of the personnel table that holds an employee, in its order."""
    documents: tuple[Document, ...]
    """Every file of the folder exactly once, in the order of their paths."""
    table: Document | None = None
    """The document that holds the personnel table (its `paper` is a PersonnelTable)."""
    other_tables: tuple[Document, ...] = ()
    unassigned: tuple[Document, ...] = ()
    """Papers of a person (diploma, VOG, contract, EVC) that fit nobody in the table."""
    ambiguous: tuple[Ambiguity, ...] = ()
    name_conflicts: tuple[NameConflict, ...] = ()
    twice_in_table: tuple[tuple[str, ...], ...] = ()
    """Numbers of rows that hold the same person."""
    statement: Statement = field(default_factory=Statement)
    sample: tuple[Fact[str], ...] | None = None
    """The drawn sample; None when none was handed over."""
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """File that holds something unread (or a paper attached to it, as `within` says) -> numbers of those whose it can
    be; a file that is not named here can hold anybody's."""

    @property
    def personnel_table(self) -> PersonnelTable | None:
        return self.table.paper if self.table and isinstance(self.table.paper, PersonnelTable) else None
