"""The random sample (3.2.1): how many employees must show their papers, and whether a drawn sample is right.

Interpretation: the text counts '21 to 50' and '50 to 100'; fifty employees are read as the lower band. Counted, and
drawn from, are the employees with direct client contact.
"""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from dossiercheck.checks.base import Case, Model, Requirement
from dossiercheck.documents import Contact, same_number
from dossiercheck.findings import Finding, Outcome, Reason, Value
from dossiercheck.people import Dossier, Person


class Band(Model):
    """Up to how many employees the sample has which size. `size` null: all of them."""

    up_to: int | None = Field(default=None, description="Null: no upper limit.")
    size: int | None = Field(default=None, description="Null: all of them.")


class SampleDrawn(Requirement):
    """A drawn sample has the right size and names existing employees. Only then it narrows the check."""

    kind: ClassVar[str] = "personnel-sample"

    bands: tuple[Band, ...]
    counted: Literal["direct", "all"] = "direct"

    @field_validator("bands")
    @classmethod
    def _in_order(cls, bands: tuple[Band, ...]) -> tuple[Band, ...]:
        limits = [band.up_to for band in bands]
        if not limits or limits[-1] is not None or None in limits[:-1] or limits[:-1] != sorted(set(limits[:-1])):  # type: ignore[type-var]
            raise PydanticCustomError(
                "bands_order",
                "the bands must go up in `up_to`, and the last one has none",
                {"nl": "de banden moeten oplopen in `up_to`, en de laatste heeft er geen"},
            )
        return bands

    def evaluate(self, case: Case) -> Iterator[Finding]:
        yield self.judge(case.dossier)

    def narrows_to(self, dossier: Dossier) -> frozenset[str] | None:
        """The numbers, as the table writes them, that a right sample narrows the check to; None: everybody."""
        if dossier.sample is None or self.judge(dossier).outcome is not Outcome.MET:
            return None
        return frozenset(p.number for p in dossier.people if _is_drawn(p, dossier))

    def judge(self, dossier: Dossier) -> Finding:
        """Judge the sample against the table."""
        population = self.population(dossier)
        size = self.size_for(len(population))
        values: dict[str, Value] = {"asked": size, "population": len(population)}
        if dossier.personnel_table is None:
            return self.finding(Outcome.NOT_APPLICABLE, "paper-missing", reason=Reason.MISSING)
        if dossier.sample is None:
            say = "sample-everybody" if size == len(population) else "sample-not-drawn"
            return self.finding(Outcome.NOT_APPLICABLE, say, values=values)
        return self._judge_drawn(dossier, population, values, size)

    def _judge_drawn(self, dossier: Dossier, population: list[Person], values: dict[str, Value], size: int) -> Finding:
        drawn = dossier.sample or ()
        at = tuple(fact.place for fact in drawn[:1])
        unknown = tuple(f.value for f in drawn if not any(same_number(f.value, p.number) for p in dossier.people))
        distinct = _distinct(tuple(fact.value for fact in drawn))
        values |= {"found": len(distinct), "unknown": unknown}
        if unknown:
            return self.finding(
                Outcome.NOT_MET, "sample-unknown-number", reason=Reason.UNKNOWN_NUMBER, at=at, values=values
            )
        if len(distinct) != size:
            return self.finding(Outcome.NOT_MET, "sample-wrong-size", reason=Reason.WRONG_SIZE, at=at, values=values)
        outside = tuple(n for n in distinct if not any(same_number(n, p.number) for p in population))
        if outside:
            values["outside"] = outside
            return self.finding(
                Outcome.UNDECIDED, "sample-outside-population", reason=Reason.NEEDS_PERSON, at=at, values=values
            )
        return self.finding(Outcome.MET, "sample-right", at=at, values=values)

    def size_for(self, population: int) -> int:
        """How many of `population` employees must show their papers."""
        band = next(band for band in self.bands if band.up_to is None or population <= band.up_to)
        return population if band.size is None else min(band.size, population)

    def population(self, dossier: Dossier) -> list[Person]:
        """Those who are counted and drawn from. Unknown contact counts as direct: the stricter reading."""
        if self.counted == "all":
            return list(dossier.people)
        return [p for p in dossier.people if not p.employee.contact or p.employee.contact.value is Contact.DIRECT]


def _is_drawn(person: Person, dossier: Dossier) -> bool:
    return any(same_number(fact.value, person.number) for fact in dossier.sample or ())


def _distinct(numbers: tuple[str, ...]) -> tuple[str, ...]:
    kept: list[str] = []
    for number in numbers:
        if not any(same_number(number, other) for other in kept):
            kept.append(number)
    return tuple(kept)
