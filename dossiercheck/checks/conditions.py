"""When a requirement is asked: `when:` in the YAML, weighed against the dossier with three answers.

    when: {has_locations: true, headcount: {above: 25}}      both
    when: {any: [{role: sub}, {product: [plus]}]}            one of them

Yes, no, or not known: what the provider did not state never makes that a requirement is not asked.
"""

from collections.abc import Collection, Iterable
from typing import Literal

from pydantic import Field

from dossiercheck.checks.case import Case, Model
from dossiercheck.documents import Contact, Employment
from dossiercheck.facts import Fact
from dossiercheck.findings import Clause
from dossiercheck.people import Person

Truth = bool | None
"""None: not known."""


class HeadCount(Model):
    """A number of persons, volunteers not counted: more than `above`, fewer than `below`, or both."""

    above: int | None = Field(default=None, ge=0, description="More than so many persons.")
    below: int | None = Field(default=None, gt=0, description="Fewer than so many persons.")


class Condition(Model):
    """What must hold for a requirement to be asked. Of several keys, all must hold."""

    product: tuple[str, ...] = Field(default=(), description="One of these products is applied for.")
    role: Literal["main", "sub"] | None = Field(default=None, description="Main contractor or subcontractor.")
    municipality: tuple[str, ...] = Field(default=(), description="One of these municipalities is chosen.")
    has_locations: bool | None = Field(default=None, description="Support is given at an own location, or is not.")
    has_subcontractors: bool | None = Field(default=None, description="There are subcontractors, or there are none.")
    has_quality_certificate: bool | None = Field(default=None, description="A quality certificate is held, or is not.")
    headcount: HeadCount | None = Field(default=None, description="Persons in the whole organisation.")
    employment: tuple[Employment, ...] = Field(
        default=(), description="This employee's kind of employment; elsewhere: somebody in the table has it."
    )
    contact: tuple[Contact, ...] = Field(
        default=(), description="This employee's client contact; elsewhere: somebody in the table has it."
    )
    answered: dict[str, bool] = Field(default={}, description="Question of `declarations` -> the answer given.")
    all: tuple["Condition", ...] = Field(default=(), description="Each of these conditions.")
    any: tuple["Condition", ...] = Field(default=(), description="At least one of these conditions.")

    def holds(self, case: Case, person: Person | None = None) -> Truth:
        """Does it hold for this case, or for this person in it?"""
        return _every([*_stated(self, case), *_of_people(self, case, person), *_joined(self, case, person)])

    @property
    def is_personal(self) -> bool:
        """Does it ask something of each employee apart?"""
        return bool(self.employment or self.contact) or any(inner.is_personal for inner in (*self.all, *self.any))

    @property
    def products_named(self) -> frozenset[str]:
        """Every product that it names."""
        return frozenset(self.product).union(*(inner.products_named for inner in (*self.all, *self.any)))

    @property
    def clause(self) -> Clause:
        """The condition for people."""
        parts = [*_plain_clauses(self), *(inner.clause for inner in self.all)]
        if self.any:
            parts.append(Clause(key="any", parts=tuple(inner.clause for inner in self.any)))
        return parts[0] if len(parts) == 1 else Clause(key="all", parts=tuple(parts))


def _stated(condition: Condition, case: Case) -> Iterable[Truth]:
    """The keys about what the provider states."""
    statement = case.dossier.statement
    if condition.product:
        yield _meets(condition.product, statement.products)
    if condition.role:
        yield None if statement.role is None else statement.role == condition.role
    if condition.municipality:
        yield _meets(condition.municipality, statement.municipalities)
    if condition.has_locations is not None:
        yield _same(condition.has_locations, statement.has_locations)
    if condition.has_subcontractors is not None:
        there = None if statement.subcontractors is None else bool(statement.subcontractors)
        yield _same(condition.has_subcontractors, there)
    if condition.has_quality_certificate is not None:
        yield _same(condition.has_quality_certificate, statement.quality_certificate)
    if condition.headcount:
        yield _in_range(condition.headcount, headcount(case))
    given = dict(statement.declarations or ())
    for question, answer in condition.answered.items():
        yield _same(answer, given.get(question))


def _of_people(condition: Condition, case: Case, person: Person | None) -> Iterable[Truth]:
    people = case.dossier.people if person is None else (person,)
    if condition.employment:
        yield _somebody(condition.employment, [p.employee.employment for p in people])
    if condition.contact:
        yield _somebody(condition.contact, [p.employee.contact for p in people])


def _joined(condition: Condition, case: Case, person: Person | None) -> Iterable[Truth]:
    yield from (inner.holds(case, person) for inner in condition.all)
    if condition.any:
        yield _some([inner.holds(case, person) for inner in condition.any])


def headcount(case: Case) -> int | None:
    """Persons in the organisation, volunteers not counted: as stated, but never fewer than the table shows."""
    stated, people = case.dossier.statement.headcount, case.dossier.people
    if stated is None and case.dossier.personnel_table is None:
        return None
    volunteers = [p for p in people if p.employee.employment and p.employee.employment.value is Employment.VOLUNTEER]
    return max(stated or 0, len(people) - len(volunteers))


def _in_range(wanted: HeadCount, count: int | None) -> Truth:
    if count is None:
        return None
    return (wanted.above is None or count > wanted.above) and (wanted.below is None or count < wanted.below)


def _same(wanted: bool, found: Truth) -> Truth:
    return None if found is None else found is wanted


def _meets(wanted: Collection[str], found: Collection[str] | None) -> Truth:
    if found is None:
        return None
    keys = {_key(word) for word in found}
    return any(_key(word) in keys for word in wanted)


def _key(word: str) -> str:
    return word.casefold().replace("-", " ").strip()


def _somebody(wanted: Collection[str], found: list[Fact[Employment] | None] | list[Fact[Contact] | None]) -> Truth:
    """Has somebody one of these? Not known where the table is missing or leaves a cell open."""
    if any(fact is not None and fact.value in wanted for fact in found):
        return True
    return None if not found or any(fact is None for fact in found) else False


def _every(answers: list[Truth]) -> Truth:
    if any(answer is False for answer in answers):
        return False
    return None if None in answers else True


def _some(answers: list[Truth]) -> Truth:
    if any(answers):
        return True
    return None if None in answers else False


def _plain_clauses(condition: Condition) -> Iterable[Clause]:
    """One clause a key, in the order of the model."""
    for key in ("product", "municipality", "employment", "contact"):
        if named := getattr(condition, key):
            yield Clause(key=key, named=tuple(str(word) for word in named))
    if condition.role:
        yield Clause(key=f"role-{condition.role}")
    for key in ("has_locations", "has_subcontractors", "has_quality_certificate"):
        if (wanted := getattr(condition, key)) is not None:
            yield Clause(key=f"{key.replace('_', '-')}-{_yes_no(wanted)}")
    for key in ("above", "below"):
        if condition.headcount and (number := getattr(condition.headcount, key)) is not None:
            yield Clause(key=f"headcount-{key}", named=(str(number),))
    for question, answer in condition.answered.items():
        yield Clause(key=f"answered-{_yes_no(answer)}", named=(question,))


def _yes_no(answer: bool) -> str:
    return "yes" if answer else "no"
