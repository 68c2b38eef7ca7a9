"""A requirement set: what one subtender asks, read from its YAML and validated."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from dossiercheck.checks import (
    EMPLOYEE_FIELDS,
    DocumentRequirement,
    KindInfo,
    Lead,
    Model,
    Requirement,
    SampleDrawn,
    Texts,
)
from dossiercheck.documents import Contact, Employment, Kind, Level, LocationKind, Tenure, Vocabulary
from dossiercheck.findings import RequirementInfo, Severity

Phrase = Annotated[str, Field(min_length=2, max_length=200, pattern=r"\w")]


class Product(Model):
    """A product that can be applied for."""

    title: Texts
    aliases: tuple[str, ...] = Field(default=(), description="Other words for it in the personnel table.")


class NotYet(Model):
    """A requirement that this version cannot judge yet: named in each report, so that no green promises too much."""

    source: str
    severity: Severity
    title: Texts


class FieldWords(Model):
    """A labelled value of a declared kind of document."""

    type: Literal["text", "name", "date", "birth_date", "number", "money", "iban", "choice"]
    labels: tuple[Phrase, ...] = Field(min_length=1, description="Texts that stand before (or above) the value.")
    choices: dict[str, tuple[Phrase, ...]] = Field(default={}, description="Of the type choice: value -> words for it.")

    @field_validator("choices")
    @classmethod
    def _only_of_a_choice(cls, choices: dict[str, tuple[str, ...]], info: ValidationInfo) -> dict[str, tuple[str, ...]]:
        if choices and info.data.get("type") not in (None, "choice"):
            raise PydanticCustomError(
                "choices_elsewhere", "belongs to the type choice only", {"nl": "hoort alleen bij het type choice"}
            )
        return choices


FieldName = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,40}$")]


class DocumentKind(Model):
    """A kind of document that the program does not know: how it is recognised, and what is read in it."""

    title: Texts
    about: Literal["provider", "employee"] = Field(default="provider", description="Whose paper it is.")
    where: Literal["title", "anywhere"] = Field(default="title", description="Where a phrase must stand.")
    phrases: tuple[Phrase, ...] = Field(min_length=1, description="One of these makes a paper one of this kind.")
    also: tuple[Phrase, ...] = Field(default=(), description="All of these must stand in it besides.")
    never: tuple[Phrase, ...] = Field(default=(), description="None of these may stand in it.")
    instead_of: tuple[Kind, ...] = Field(
        default=(), description="Kinds that the program knows, and of which this is a particular case."
    )
    fields: dict[FieldName, FieldWords] = Field(default={}, description="Field name -> how it is labelled.")


Settled = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,60}(/[a-z_]{1,40})?$")]
"""A requirement's id, or `id/reason` for one reason only."""


class ActionWords(Model):
    """Something to do that settles one or more findings at once."""

    title: Texts
    lead: Lead = Field(description="How long it takes before it is settled.")
    settles: tuple[Settled, ...] = Field(min_length=1, description="Requirements, or requirement/reason.")
    once: bool = Field(default=False, description="Done once for the whole dossier, not person by person.")
    ask: Texts | None = Field(default=None, description="The same, asked of the employee who alone can do it.")


def _new_kind(name: str) -> str:
    if name in set(Kind):
        raise PydanticCustomError(
            "known_kind",
            "is a kind that the program knows already; choose another id",
            {"nl": "is een soort die het programma al kent; kies een andere id"},
        )
    return name


KindId = Annotated[str, Field(pattern="^[a-z][a-z0-9-]{0,40}$"), AfterValidator(_new_kind)]


def _column(name: str) -> str:
    if name not in _COLUMNS:
        raise PydanticCustomError("unknown_field", "no such column", {"allowed": _COLUMNS})
    return name


_COLUMNS = (*EMPLOYEE_FIELDS, "name")
"""`name` is a column that holds a whole name."""
Column = Annotated[str, AfterValidator(_column)]


LocationColumn = Literal["name", "address", "postcode", "town", "kinds", "tenure"]
"""Name of a field of the overview of locations."""


class TableWords(Model):
    """How the personnel table is worded: headers and the words in its columns."""

    headers: dict[Column, tuple[str, ...]] = Field(description="Field name -> header texts.")
    required: tuple[Column, ...] = Field(description="Fields whose column must be there.")
    number_column: str = Field(default="B", pattern="^[A-Z]{1,3}$", description="Letter of the numbers' column.")
    employment: dict[Employment, tuple[str, ...]] = Field(description="Kind of employment -> words for it.")
    contact: dict[Contact, tuple[str, ...]] = Field(description="Kind of client contact -> words for it.")
    level: dict[Level, tuple[str, ...]] = Field(default={}, description="Level -> words for it.")
    no_end: tuple[str, ...] = Field(default=(), description="Words that say: no end date.")


class LocationWords(Model):
    """How the overview of locations is worded: headers and the words in its columns."""

    headers: dict[LocationColumn, tuple[str, ...]] = Field(description="Field name -> header texts.")
    kinds: dict[LocationKind, tuple[str, ...]] = Field(description="Kind of location -> words for it.")
    tenure: dict[Tenure, tuple[str, ...]] = Field(description="Owned or rented -> words for it.")
    ticks: tuple[str, ...] = Field(default=(), description="What stands for yes in a column to tick.")
    none: tuple[str, ...] = Field(default=(), description="What says that there are no locations.")


class SetHeader(Model):
    """The keys of a requirement set's file, besides `requirements` and `defaults`."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    version: str
    title: Texts
    extends: str | None = None
    valid_from: date | None = Field(default=None, description="First day on which this version of the set holds.")
    valid_until: date | None = Field(default=None, description="Last day on which it holds. Left out: until replaced.")
    expiring_days: int = Field(default=90, ge=0, description="What runs out within so many days is named.")
    people: Literal["table", "papers"] = Field(
        default="table",
        description="Who the employees are: the personnel table's rows; or, without a table, whoever the papers name.",
    )
    products: dict[str, Product] = Field(default={})
    table: TableWords
    document_kinds: dict[KindId, DocumentKind] = Field(
        default={}, description="Kinds of documents that the program does not know."
    )
    actions: dict[str, ActionWords] = Field(
        default={}, description="What to do first: actions that settle findings, with the time that they take."
    )
    locations: LocationWords | None = Field(default=None, description="How the overview of locations is worded.")
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
    def document_kinds(self) -> dict[str, KindInfo]:
        """What checks must know of the declared kinds of documents."""
        kinds = self.header.document_kinds
        return {id_: _kind_info(kind) for id_, kind in kinds.items()}

    @property
    def absence_said(self) -> frozenset[tuple[str, str, str]]:
        """What the requirements that a paper is there ask: those on what stands in it need not say that it is not."""
        rules = (rule for rule in self.requirements if isinstance(rule, DocumentRequirement) and rule.says_absence)
        return frozenset(rule.asked_for for rule in rules)

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


def _kind_info(kind: DocumentKind) -> KindInfo:
    named = any(field.type == "name" for field in kind.fields.values())
    return KindInfo(title=kind.title.wording, phrases=kind.phrases, names_holder=named)
