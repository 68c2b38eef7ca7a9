"""Contracts (3.2.3): there, in one PDF, in force, signed by both, and saying what the table says of their dates."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, EmployeeRequirement
from dossiercheck.checks.contract_chain import contracts_of, ended_by, governing, not_stated, start_of
from dossiercheck.checks.contract_doubts import doubt
from dossiercheck.checks.papers import Held, absent, first_start, further_pages, judge_name, pages_of_nobody
from dossiercheck.checks.signing import in_own_name, outcome_of
from dossiercheck.documents import Contract, ContractKind, Employment, Kind
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Value
from dossiercheck.people import Person


class ContractPresent(EmployeeRequirement):
    """A contract of a kind that fits the employment. An owner has none: the KvK extract takes its place."""

    kind: ClassVar[str] = "contract-present"

    kinds: dict[Employment, tuple[ContractKind, ...]] = Field(description="Kinds of contract by kind of employment.")
    without: tuple[Employment, ...] = Field(default=(), description="Employment for which another paper may stand in.")

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = governing(person)
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
        contracts = contracts_of(person)
        if not contracts:
            yield self.without_paper(person)
            return
        texts = {c.document.text_sha256 or c.document.file: c for c in reversed(contracts)}
        places = {c.document.file: c.place for c in contracts if c in texts.values()}
        places |= {file: Place(file=file, page=1) for file in further_pages(person)}
        elsewhere = pages_of_nobody(case) if not any(_ends_here(c.paper) for c in contracts) else ()
        if len(places) == 1 and elsewhere:
            at = (*places.values(), *(Place(file=file, page=1) for file in elsewhere))
            values: dict[str, Value] = {"file": next(iter(places)), "files": elsewhere}
            yield self.of(person, Outcome.UNDECIDED, "contract-maybe-split", Reason.SPLIT, *at, values=values)
        elif len(places) == 1:
            yield self.of(person, Outcome.MET, "contract-one-pdf", None, *places.values())
        else:
            values = {"files": tuple(places)}
            yield self.of(person, Outcome.NOT_MET, "contract-split", Reason.SPLIT, *places.values(), values=values)


def _ends_here(contract: Contract) -> bool:
    """Does it show where both sign? Then the rest of it is in no other file."""
    return any(signed.value is not None for signed in (contract.signed_by_employer, contract.signed_by_employee))


class ContractInForce(EmployeeRequirement):
    """The contract runs on the date judged by."""

    kind: ClassVar[str] = "contract-in-force"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        start, end = first_start(person), contract.paper.ends_on
        if ended := ended_by(person):
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


class ContractSigned(EmployeeRequirement):
    """Employer and employee both signed."""

    kind: ClassVar[str] = "contract-signed"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        employer, employee = contract.paper.signed_by_employer, contract.paper.signed_by_employee
        employee = employee if employee.value is not None else in_own_name(person, contract) or employee
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
        contract = governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        yield self._judge_start(person, contract) or self._judge_end(person, contract)

    def _judge_start(self, person: Person, contract: Held[Contract]) -> Finding | None:
        """None where the start is there and fits."""
        start, in_table = first_start(person), person.employee.starts_on
        if start is None:
            return not_stated(self, person, contract, "starts_on", "contract-start")
        if in_table is None:
            say, reason = "table-start-missing", Reason.FIELD_MISSING
            return self.of(person, Outcome.NOT_APPLICABLE, say, reason, person.employee.place, start.place)
        fits = {start.value, start_of(contract)} | {t.starts_on.value for t in contract.paper.terms[-1:] if t.starts_on}
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
        unclear = next((p for p in person.employee.problems if p.values.get("field") == "ends_on"), None)
        if in_table is None and unclear:
            at = (unclear.place, end.place)
            return self.of(person, Outcome.UNDECIDED, unclear.say, Reason.NEEDS_PERSON, *at, values=unclear.values)
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


class ContractName(EmployeeRequirement):
    """The name in the contract is the employee's in the table."""

    kind: ClassVar[str] = "contract-name"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = governing(person)
        if contract is None:
            yield self.without_paper(person)
        else:
            yield judge_name(self, person, contract, contract.paper.employee)
