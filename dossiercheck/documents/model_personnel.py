"""The personnel table and the drawn sample, as typed facts; None means: an empty cell, or one that makes no sense."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dossiercheck.documents.kinds import Level
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import Reason, Value


class Employment(StrEnum):
    """Column J of the personnel table."""

    EMPLOYED = "loondienst"
    HIRED = "inhuur"
    SELF_EMPLOYED = "zzp"
    TRAINEE = "stagiair"
    VOLUNTEER = "vrijwilliger"
    OWNER = "eigenaar"


class Contact(StrEnum):
    """Column K of the personnel table."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    NONE = "geen"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something wrong at one cell of a table."""

    reason: Reason
    say: str
    place: Place
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Employee:
    """One row of the personnel table. Texts as written; None where a cell is empty or makes no sense (`problems`)."""

    place: Place
    """The row's number cell (or its first filled cell)."""
    number: Fact[str] | None
    surname: Fact[str] | None = None
    prefix: Fact[str] | None = None
    birth_name: Fact[str] | None = None
    initials: Fact[str] | None = None
    given_name: Fact[str] | None = None
    born_on: Fact[date] | None = None
    function: Fact[str] | None = None
    employment: Fact[Employment] | None = None
    contact: Fact[Contact] | None = None
    products: Fact[tuple[str, ...]] | None = None
    """Product ids as written, lower case; None when the cell is empty or the column absent."""
    starts_on: Fact[date] | None = None
    ends_on: Fact[date | None] | None = None
    """Fact(None) for `onbepaald`; None when the cell is empty."""
    hours_per_week: Fact[float] | None = None
    programme: Fact[str] | None = None
    level: Fact[Level] | None = None
    vog_on: Fact[date] | None = None
    in_service_since: Fact[date] | None = None
    """Where it differs from `starts_on`."""
    department: Fact[str] | None = None
    problems: tuple[Problem, ...] = ()
    hidden: bool = False

    @property
    def display_name(self) -> str:
        """Name for people: given name or initials, prefix, surname."""
        first = self.given_name or self.initials
        return " ".join(f.value for f in (first, self.prefix, self.surname) if f and f.value).strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class SkippedRow:
    """A row below the header that holds no employee; `say` tells why it was not read as one."""

    place: Place
    say: str
    number: str = ""
    """What stands in the column of the numbers."""
    text: str = ""
    """What stands in the row, shortened, without dates and long numbers: a person may be named in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonnelTable:
    """The personnel table. `len(employees) + len(skipped) == rows_there`: no row vanishes."""

    layout: str
    """`xlsx`, or what else it was read from."""
    sheet: str
    employees: tuple[Employee, ...]
    skipped: tuple[SkippedRow, ...]
    rows_there: int
    """Filled rows below the header row."""
    header: Place
    missing_columns: tuple[str, ...] = ()
    """Field names of required columns that were not found."""
    number_column: str = "B"
    """The column letter in which the numbers stand."""
    further_sheets: tuple[str, ...] = ()
    """Sheets with the same header that were read with the first as one table: one a location, hired staff, …"""
    problems: tuple[Problem, ...] = ()
    """About the table as a whole (cut off, several sheets, number column elsewhere)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SampleList:
    """A drawn sample (`steekproef.csv`): employee numbers as written."""

    numbers: tuple[Fact[str], ...]
