"""A requirement set: what one subtender asks, read from its YAML and validated."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from dossiercheck.checks import EMPLOYEE_FIELDS, Model, Requirement, SampleDrawn, Texts
from dossiercheck.documents import Contact, Employment, Level, Vocabulary
from dossiercheck.findings import RequirementInfo, Severity


class Product(Model):
    """A product that can be applied for."""

    title: Texts
    aliases: tuple[str, ...] = Field(default=(), description="Other words for it in the personnel table.")


class NotYet(Model):
    """A requirement that this version cannot judge yet: named in each report, so that no green promises too much."""

    source: str
    severity: Severity
    title: Texts


def _column(name: str) -> str:
    if name not in _COLUMNS:
        raise PydanticCustomError("unknown_field", "no such column", {"allowed": _COLUMNS})
    return name


_COLUMNS = (*EMPLOYEE_FIELDS, "name")
"""`name` is a column that holds a whole name."""
Column = Annotated[str, AfterValidator(_column)]


class TableWords(Model):
    """How the personnel table is worded: headers and the words in its columns."""

    headers: dict[Column, tuple[str, ...]] = Field(description="Field name -> header texts.")
    required: tuple[Column, ...] = Field(description="Fields whose column must be there.")
    number_column: str = Field(default="B", pattern="^[A-Z]{1,3}$", description="Letter of the numbers' column.")
    employment: dict[Employment, tuple[str, ...]] = Field(description="Kind of employment -> words for it.")
    contact: dict[Contact, tuple[str, ...]] = Field(description="Kind of client contact -> words for it.")
    level: dict[Level, tuple[str, ...]] = Field(default={}, description="Level -> words for it.")
    no_end: tuple[str, ...] = Field(default=(), description="Words that say: no end date.")


class SetHeader(Model):
    """The keys of a requirement set's file, besides `requirements` and `defaults`."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    version: str
    title: Texts
    extends: str | None = None
    valid_from: date | None = Field(default=None, description="First day on which this version of the set holds.")
    valid_until: date | None = Field(default=None, description="Last day on which it holds. Left out: until replaced.")
    expiring_days: int = Field(default=90, ge=0, description="What runs out within so many days is named.")
    products: dict[str, Product] = Field(default={})
    table: TableWords
    not_yet: dict[str, NotYet] = Field(default={}, description="Requirements that cannot be judged yet.")


@dataclass(frozen=True, kw_only=True)
class Subtender:
    """A requirement set, ready to judge by."""

    header: SetHeader
    requirements: tuple[Requirement, ...]
    alternatives: tuple[Requirement, ...] = ()
    """Requirements in a reading that is not used; of each, the one in use has the same id."""
    sha256: str
    """Over the bytes of its file and of those that it extends."""
    vocabulary: Vocabulary

    @property
    def id(self) -> str:
        return self.header.id

    @property
    def products(self) -> tuple[str, ...]:
        return tuple(self.header.products)

    @property
    def sample(self) -> SampleDrawn | None:
        """The requirement that says how large a sample is; None where the set draws none."""
        return next((r for r in self.requirements if isinstance(r, SampleDrawn)), None)

    @property
    def not_checked(self) -> tuple[RequirementInfo, ...]:
        return tuple(
            RequirementInfo(
                id=id_,
                source=entry.source,
                severity=entry.severity,
                title=entry.title.wording,
                remedy=entry.title.wording,
            )
            for id_, entry in self.header.not_yet.items()
        )
