"""What is judged, and the parts that every model of a requirement set is built of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from dossiercheck.documents import LocationOverview
from dossiercheck.findings import Wording
from dossiercheck.people import Dossier, Person


class Model(BaseModel):
    """A part of a requirement set: nothing unknown in it, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Texts(Model):
    """A text in Dutch and in English."""

    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)

    @property
    def wording(self) -> Wording:
        return Wording(nl=self.nl, en=self.en)


class Lead(Model):
    """How long something takes from now, in calendar time."""

    minutes: int = Field(default=0, ge=0)
    hours: int = Field(default=0, ge=0)
    days: int = Field(default=0, ge=0)
    weeks: int = Field(default=0, ge=0)

    @property
    def in_minutes(self) -> int:
        return self.minutes + 60 * (self.hours + 24 * (self.days + 7 * self.weeks))


_NOT_TO_READ = ("id", "check", "reading", "readings")


class Reading(Model):
    """One way to read an ambiguous text: what it comes to, and the parameters that it sets."""

    title: Texts
    set: dict[str, object] = Field(default={}, description="Parameter -> its value in this reading.")

    @field_validator("set")
    @classmethod
    def _only_parameters(cls, values: dict[str, object]) -> dict[str, object]:
        wrong = next((key for key in values if key in _NOT_TO_READ), None)
        if wrong is not None:
            message, nl = f"a reading cannot set `{wrong}`", f"een lezing kan `{wrong}` niet zetten"
            raise PydanticCustomError("not_a_parameter", "{en}", {"en": message, "nl": nl})
        return values


@dataclass(frozen=True, kw_only=True)
class KindInfo:
    """What a check must know of a kind of document that the set declares."""

    title: Wording
    phrases: tuple[str, ...]
    """Phrases that make a paper one of this kind: in a file's name they are a hint."""
    names_holder: bool = False
    """It has a field of the type `name`: whose it is, it says itself."""


@dataclass(frozen=True, kw_only=True)
class KnownLocation:
    """A location that the overview names."""

    name: str
    words: tuple[str, ...]
    """Its name, address and postal code: what a paper may call it by."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is judged: the dossier, the day, and what the provider applies for."""

    dossier: Dossier
    on: date
    products: tuple[str, ...]
    """Product ids applied for; those of the set where nothing (known) is stated."""
    set_products: tuple[str, ...]
    sampled: frozenset[str] | None
    """Numbers (as written in the table) to which the sample narrows the check; None: everybody is judged."""
    expiring_days: int
    document_kinds: Mapping[str, KindInfo] = field(default_factory=dict)
    """The kinds of documents that the set declares."""
    absence_said: frozenset[tuple[str, str, str]] = frozenset()
    """Document, `per` and condition of the requirements that say that a paper is missing: no other repeats it."""
    deadline: date | None = None
    """The closing date that the operator gave; None: the set's, if it has one."""
    response_deadline: date | None = None
    """The last day for what was asked for later, where the buyer set another term than the tender's."""

    @property
    def locations(self) -> tuple[KnownLocation, ...]:
        """The locations of the overview, in its order; empty where there is none."""
        overviews = [d.paper for d in self.dossier.documents if isinstance(d.paper, LocationOverview)]
        found = {location.id: location for overview in overviews for location in overview.locations}
        return tuple(
            KnownLocation(
                name=id_,
                words=tuple(fact.value for fact in (place.name, place.address, place.postcode) if fact),
            )
            for id_, place in found.items()
        )

    def in_scope(self, person: Person) -> bool:
        """Must this person show diplomas, contract and VOG?"""
        return self.sampled is None or person.number in self.sampled
