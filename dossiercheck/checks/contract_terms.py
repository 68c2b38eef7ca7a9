"""What else a contract must hold (3.2.3): function, weekly hours, and salary, grade or rate."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, EmployeeRequirement
from dossiercheck.checks.contract_chain import governing, not_stated, stated
from dossiercheck.checks.functions import SameJob, functions_agree
from dossiercheck.documents import Employment
from dossiercheck.findings import Finding, Outcome, Reason
from dossiercheck.people import Person


class ContractFunction(EmployeeRequirement):
    """The function is in the contract and agrees with the table."""

    kind: ClassVar[str] = "contract-function"

    fillers: tuple[str, ...] = Field(default=(), description="Words that say nothing of what somebody does.")
    akin: tuple[tuple[str, ...], ...] = Field(
        default=(), description="Groups of names of one job: two of a group are neither equal nor different."
    )
    apart: tuple[str, ...] = Field(default=(), description="Words that make another job of a function's name.")

    def agree(self, one: str, other: str) -> bool | None:
        """Whether two names are of the same function; None where a person has to say."""
        return functions_agree(one, other, SameJob(fillers=self.fillers, akin=self.akin, apart=self.apart))

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        function = stated(person, lambda paper: paper.function)
        in_table = person.employee.function
        if function is None:
            yield not_stated(self, person, contract, "function", "contract-function")
            return
        if in_table is None:
            yield self.of(
                person, Outcome.MET, "contract-function-stated", None, function.place, values={"found": function.value}
            )
            return
        at = (function.place, in_table.place)
        values = {"contract": function.value, "table": in_table.value}
        match self.agree(function.value, in_table.value):
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
        contract = governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        hours = stated(person, lambda paper: paper.hours_per_week)
        flexible = stated(person, lambda paper: paper.hours_stated)
        if hours is not None:
            yield self.of(person, Outcome.MET, "contract-hours", None, hours.place, values={"hours": hours.value})
        elif flexible is not None:
            say, reason = "contract-hours-flexible", Reason.NEEDS_PERSON
            yield self.of(person, Outcome.UNDECIDED, say, reason, flexible.place, values={"stated": flexible.value})
        else:
            yield not_stated(self, person, contract, "hours_per_week", "contract-hours")


class ContractSalary(EmployeeRequirement):
    """Salary, grade or rate is in the contract."""

    kind: ClassVar[str] = "contract-salary"

    never_failed: tuple[Employment, ...] = Field(default=(), description="Employment that may do without.")

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        contract = governing(person)
        if contract is None:
            yield self.without_paper(person)
            return
        salary = stated(person, lambda paper: paper.salary)
        employment = person.employee.employment
        if salary is not None:
            yield self.of(person, Outcome.MET, "contract-salary", None, salary.place)
        elif employment and employment.value in self.never_failed:
            yield self.of(person, Outcome.NOT_APPLICABLE, "contract-salary-not-needed")
        else:
            yield not_stated(self, person, contract, "salary", "contract-salary")
