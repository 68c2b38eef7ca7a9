"""The contracts of one person, as the chain that they make: which governs, and what the chain says together."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from dossiercheck.checks.base import EmployeeRequirement
from dossiercheck.checks.papers import Held, further_pages, held, their_own
from dossiercheck.documents import Contract, Unrecognised
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import Finding, Outcome, Reason
from dossiercheck.people import Person

T = TypeVar("T")


def contracts_of(person: Person) -> tuple[Held[Contract], ...]:
    """The person's contracts, in the order of their start; one without a start first, unless it ends after all others.

    That one is an extension or a conversion, which goes on where the one before it ended.
    """
    contracts = their_own(held(person, Contract))
    latest = max((_end_of(contract) for contract in contracts if contract.paper.starts_on), default=date.max)

    def order(contract: Held[Contract]) -> tuple[date, int]:
        goes_on = contract.paper.starts_on is None and _end_of(contract) > latest
        return (_end_of(contract) if goes_on else start_of(contract)), _signed_by(contract)

    return tuple(sorted(contracts, key=order))


def _end_of(contract: Held[Contract]) -> date:
    """Its last day; the last day of all where it has none, the first where none was read."""
    end = contract.paper.ends_on
    return date.min if end is None else end.value or date.max


def start_of(contract: Held[Contract]) -> date:
    """Its first day; the first day of all where it states none."""
    return contract.paper.starts_on.value if contract.paper.starts_on else date.min


def _signed_by(contract: Held[Contract]) -> int:
    """How many are seen to have signed: of two copies the signed one counts."""
    return sum(bool(signed.value) for signed in (contract.paper.signed_by_employer, contract.paper.signed_by_employee))


def governing(person: Person) -> Held[Contract] | None:
    """The contract that holds now: of a chain, the last."""
    contracts = contracts_of(person)
    return contracts[-1] if contracts else None


def ended_by(person: Person) -> tuple[Place, ...]:
    """Papers of this person that end a contract, in the contract's file or beside it."""
    inside = [place for contract in contracts_of(person) for place in contract.paper.ended_by]
    beside = [
        Place(file=assigned.document.file, page=1)
        for assigned in person.papers
        if isinstance(assigned.document.paper, Unrecognised) and assigned.document.paper.ends_contract
    ]
    return (*inside, *beside)


def stated(person: Person, pick: Callable[[Contract], Fact[T] | None]) -> Fact[T] | None:
    """What the governing contract says; where it is silent (an extension often is), the one before it."""
    found = (pick(contract.paper) for contract in reversed(contracts_of(person)))
    return next((fact for fact in found if fact is not None), None)


def not_stated(check: EmployeeRequirement, person: Person, contract: Held[Contract], fact: str, say: str) -> Finding:
    """What is said of something that should be in a contract and was not found in it.

    Absent only where the text was readable and has no word about it; else a person looks.
    """
    unsure = fact in contract.paper.unclear or contract.document.scanned or bool(further_pages(person))
    outcome, reason = (Outcome.UNDECIDED, Reason.NEEDS_PERSON) if unsure else (Outcome.NOT_MET, Reason.FIELD_MISSING)
    return check.of(person, outcome, f"{say}-unclear" if unsure else f"{say}-missing", reason, contract.place)
