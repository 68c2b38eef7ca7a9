"""Contracts (3.2.3): there, in one PDF, in force, signed by both, and saying what the table says."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import ClassVar, TypeVar

from pydantic import Field

from dossiercheck.checks.base import Case, EmployeeRequirement
from dossiercheck.checks.contract_doubts import doubt
from dossiercheck.checks.functions import functions_agree
from dossiercheck.checks.papers import Held, absent, first_start, further_pages, held, judge_name, their_own
from dossiercheck.checks.signing import outcome_of
from dossiercheck.documents import Contract, ContractKind, Employment, Kind, Unrecognised
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import Finding, Outcome, Reason, Value
from dossiercheck.people import Person

T = TypeVar("T")


def _contracts(person: Person) -> tuple[Held[Contract], ...]:
    """The person's contracts, in the order of their start; those without a start first."""
    return tuple(sorted(their_own(held(person, Contract)), key=lambda held: (_start_of(held), _signed_by(held))))


def _start_of(contract: Held[Contract]) -> date:
    return contract.paper.starts_on.value if contract.paper.starts_on else date.min


def _signed_by(contract: Held[Contract]) -> int:
    """How many are seen to have signed: of two copies the signed one counts."""
    return sum(bool(signed.value) for signed in (contract.paper.signed_by_employer, contract.paper.signed_by_employee))


def _governing(person: Person) -> Held[Contract] | None:
    """The contract that holds now: of a chain, the last."""
    contracts = _contracts(person)
    return contracts[-1] if contracts else None


class ContractPresent(EmployeeRequirement):
    """A contract of a kind that fits the employment. An owner has none: the KvK extract takes its place."""

    kind: ClassVar[str] = "contract-present"

    kinds: dict[Employment, tuple[ContractKind, ...]] = Field(description="Kinds of contract by kind of employment.")
    without: tuple[Employment, ...] = Field(default=(), description="Employment for which another paper may stand in.")

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = _governing(person)
        employment = person.employee.employment.value if person.employee.employment else None
        if contract is None:
            if employment in self.without:
                yield self.of(person, Outcome.UNDECIDED, "contract-owner", Reason.NEEDS_PERSON, person.employee.place)
            else:
                yield absent(self, person, Kind.CONTRACT, case)
            return
        found = contract.paper.kind
        values = {"found": found.value.value, "employment": employment.value if employment else ""}
        allowed = self.kinds.get(employment, tuple(ContractKind)) if employment else tuple(ContractKind)
        if found.value in allowed and (
            seen := doubt(contract.document, contract.paper, case.dossier.statement.provider_name)
        ):
            said: dict[str, Value] = {**values, **seen.values}
            yield self.of(person, Outcome.UNDECIDED, seen.say, seen.reason, seen.place, values=said)
        elif found.value in allowed:
            yield self.of(person, Outcome.MET, "contract-present", None, found.place, values=values)
        else:
            asked = tuple(kind.value for kind in allowed)
            say, reason = "contract-wrong-kind", Reason.WRONG_KIND
            yield self.of(person, Outcome.NOT_MET, say, reason, found.place, values={**values, "asked": asked})


class ContractOnePdf(EmployeeRequirement):
    """The contract, with all that was added to it, is one file."""

    kind: ClassVar[str] = "contract-one-pdf"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contracts = _contracts(person)
        if not contracts:
            yield self.without_paper(person)
            return
        texts = {c.document.text_sha256 or c.document.file: c for c in reversed(contracts)}
        places = {c.document.file: c.place for c in contracts if c in texts.values()}
        places |= {file: Place(file=file, page=1) for file in further_pages(person)}
        if len(places) == 1:
            yield self.of(person, Outcome.MET, "contract-one-pdf", None, *places.values())
        else:
            values = {"files": tuple(places)}
            yield self.of(person, Outcome.NOT_MET, "contract-split", Reason.SPLIT, *places.values(), values=values)


class ContractInForce(EmployeeRequirement):
    """The contract runs on the date judged by."""

    kind: ClassVar[str] = "contract-in-force"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = _governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        start, end = first_start(person), contract.paper.ends_on
        if ended := _ended_by(person):
            say, reason = "contract-termination-seen", Reason.NEEDS_PERSON
            yield self.of(person, Outcome.UNDECIDED, say, reason, *ended, values={"text": ended[0].text})
        elif start and start.value > case.on:
            values = {"start": start.value, "on": case.on}
            yield self.of(person, Outcome.NOT_MET, "contract-not-begun", Reason.IN_FUTURE, start.place, values=values)
        elif end is None:
            say, reason = "contract-end-not-found", Reason.NEEDS_PERSON
            yield self.of(person, Outcome.UNDECIDED, say, reason, contract.place)
        elif end.value is None:
            yield self.of(person, Outcome.MET, "contract-indefinite", None, end.place)
        elif end.value < case.on:
            values = {"end": end.value, "on": case.on}
            yield self.of(person, Outcome.NOT_MET, "contract-ended", Reason.EXPIRED, end.place, values=values)
        else:
            until = end.value
            yield self.of(
                person,
                Outcome.MET,
                "contract-runs",
                None,
                end.place,
                valid_until=until,
                case=case,
                values={"end": until},
            )


def _ended_by(person: Person) -> tuple[Place, ...]:
    """Papers of this person that end a contract, in the contract's file or beside it."""
    inside = [place for contract in _contracts(person) for place in contract.paper.ended_by]
    beside = [
        Place(file=assigned.document.file, page=1)
        for assigned in person.papers
        if isinstance(assigned.document.paper, Unrecognised) and assigned.document.paper.ends_contract
    ]
    return (*inside, *beside)


class ContractSigned(EmployeeRequirement):
    """Employer and employee both signed."""

    kind: ClassVar[str] = "contract-signed"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = _governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        employer, employee = contract.paper.signed_by_employer, contract.paper.signed_by_employee
        at = (employer.place or contract.place, employee.place)
        values = {"employer_by": employer.by, "employee_by": employee.by}
        if contract.paper.altered_after_signing:
            say, altered = "contract-altered", Reason.ALTERED_AFTER_SEALING
            yield self.of(person, Outcome.NOT_MET, say, altered, *at, values=values)
            return
        outcome, say, reason = outcome_of(employer, employee)
        if outcome is Outcome.NOT_MET and _may_be_lost(contract):
            outcome, say, reason = Outcome.UNDECIDED, "contract-signatures-lost-in-heap", Reason.NEEDS_PERSON
        yield self.of(person, outcome, say, reason, *at, values=values)


def _may_be_lost(contract: Held[Contract]) -> bool:
    """Papers with text that were joined in one PDF lost their digital signatures: empty places prove nothing then."""
    signed = contract.paper.signed_by_employer, contract.paper.signed_by_employee
    by_service = any(party.value is False and party.by == "service" for party in signed)
    return bool(contract.document.part_pages) and not contract.document.scanned and not by_service


class ContractDates(EmployeeRequirement):
    """Start and end are in the contract and equal the table's.

    Interpretation: in a chain of contracts the first gives the start and the last the end; a table that holds the
    start of the last one fits too.
    """

    kind: ClassVar[str] = "contract-dates"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = _governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        yield self._judge_start(person, contract) or self._judge_end(person, contract)

    def _judge_start(self, person: Person, contract: Held[Contract]) -> Finding | None:
        """None where the start is there and fits."""
        start, in_table = first_start(person), person.employee.starts_on
        if start is None:
            return _not_stated(self, person, contract, "starts_on", "contract-start")
        if in_table is None:
            say, reason = "table-start-missing", Reason.FIELD_MISSING
            return self.of(person, Outcome.NOT_APPLICABLE, say, reason, person.employee.place, start.place)
        fits = {start.value, _start_of(contract)} | {
            t.starts_on.value for t in contract.paper.terms[-1:] if t.starts_on
        }
        if in_table.value in fits:
            return None
        values = {"contract": start.value, "table": in_table.value}
        return self.of(
            person,
            Outcome.NOT_MET,
            "contract-start-differs",
            Reason.DATE_MISMATCH,
            start.place,
            in_table.place,
            values=values,
        )

    def _judge_end(self, person: Person, contract: Held[Contract]) -> Finding:
        end, in_table = contract.paper.ends_on, person.employee.ends_on
        if end is None:
            return self.of(person, Outcome.UNDECIDED, "contract-end-not-found", Reason.NEEDS_PERSON, contract.place)
        stated = in_table.value if in_table else None
        if stated in (end.value, contract.paper.ends_until or end.value):
            return self.of(person, Outcome.MET, "contract-dates-agree", None, end.place)
        say = (
            "contract-end-only-in-table"
            if end.value is None
            else "contract-end-not-in-table"
            if stated is None
            else "contract-end-differs"
        )
        at = (end.place, in_table.place if in_table else person.employee.place)
        values = {"contract": end.value, "table": stated}
        return self.of(person, Outcome.NOT_MET, say, Reason.DATE_MISMATCH, *at, values=values)


def _stated(person: Person, pick: Callable[[Contract], Fact[T] | None]) -> Fact[T] | None:
    """What the governing contract says; where it is silent (an extension often is), the one before it."""
    found = (pick(contract.paper) for contract in reversed(_contracts(person)))
    return next((fact for fact in found if fact is not None), None)


def _not_stated(check: EmployeeRequirement, person: Person, contract: Held[Contract], fact: str, say: str) -> Finding:
    """What is said of something that should be in a contract and was not found in it.

    Absent only where the text was readable and has no word about it; else a person looks.
    """
    unsure = fact in contract.paper.unclear or contract.document.scanned or bool(further_pages(person))
    outcome, reason = (Outcome.UNDECIDED, Reason.NEEDS_PERSON) if unsure else (Outcome.NOT_MET, Reason.FIELD_MISSING)
    return check.of(person, outcome, f"{say}-unclear" if unsure else f"{say}-missing", reason, contract.place)


class ContractFunction(EmployeeRequirement):
    """The function is in the contract and agrees with the table."""

    kind: ClassVar[str] = "contract-function"

    fillers: tuple[str, ...] = Field(default=(), description="Words that say nothing of what somebody does.")

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = _governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        function = _stated(person, lambda paper: paper.function)
        in_table = person.employee.function
        if function is None:
            yield _not_stated(self, person, contract, "function", "contract-function")
            return
        if in_table is None:
            yield self.of(
                person, Outcome.MET, "contract-function-stated", None, function.place, values={"found": function.value}
            )
            return
        at = (function.place, in_table.place)
        values = {"contract": function.value, "table": in_table.value}
        match functions_agree(function.value, in_table.value, self.fillers):
            case True:
                yield self.of(person, Outcome.MET, "contract-function-agrees", None, *at, values=values)
            case None:
                say, reason = "contract-function-partly", Reason.FUNCTION_MISMATCH
                yield self.of(person, Outcome.UNDECIDED, say, reason, *at, values=values)
            case False:
                say, reason = "contract-function-differs", Reason.FUNCTION_MISMATCH
                yield self.of(person, Outcome.NOT_MET, say, reason, *at, values=values)


class ContractHours(EmployeeRequirement):
    """The weekly hours are in the contract."""

    kind: ClassVar[str] = "contract-hours"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = _governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        hours = _stated(person, lambda paper: paper.hours_per_week)
        stated = _stated(person, lambda paper: paper.hours_stated)
        if hours is not None:
            yield self.of(person, Outcome.MET, "contract-hours", None, hours.place, values={"hours": hours.value})
        elif stated is not None:
            say, reason = "contract-hours-flexible", Reason.NEEDS_PERSON
            yield self.of(person, Outcome.UNDECIDED, say, reason, stated.place, values={"stated": stated.value})
        else:
            yield _not_stated(self, person, contract, "hours_per_week", "contract-hours")


class ContractSalary(EmployeeRequirement):
    """Salary, grade or rate is in the contract."""

    kind: ClassVar[str] = "contract-salary"

    never_failed: tuple[Employment, ...] = Field(default=(), description="Employment that may do without.")

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = _governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        salary = _stated(person, lambda paper: paper.salary)
        employment = person.employee.employment
        if salary is not None:
            yield self.of(person, Outcome.MET, "contract-salary", None, salary.place)
        elif employment and employment.value in self.never_failed:
            yield self.of(person, Outcome.NOT_APPLICABLE, "contract-salary-not-needed")
        else:
            yield _not_stated(self, person, contract, "salary", "contract-salary")


class ContractName(EmployeeRequirement):
    """The name in the contract is the employee's in the table."""

    kind: ClassVar[str] = "contract-name"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = _governing(person)
        if contract is None:
            yield self.without_paper(person)
        else:
            yield judge_name(self, person, contract, contract.paper.employee)
