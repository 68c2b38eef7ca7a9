"""Handed in on time (4.3.1, 3.1): before the closing date, and what is asked for later within the working days given.

The closing date is the buyer's to state: in the requirement set or with --deadline, never in the dossier. The time of
day is not known, so the closing day itself counts as in time.
"""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.working_days import HOLIDAYS, Term, working_days_after
from dossiercheck.findings import Finding, Outcome, Reason, Value


def _known_holiday(name: str) -> str:
    if name not in HOLIDAYS:
        raise PydanticCustomError("unknown_field", "no such holiday", {"allowed": tuple(HOLIDAYS)})
    return name


_LONGEST = 366
"""Days after a request over which working days are counted for the report."""
Holiday = Annotated[str, AfterValidator(_known_holiday)]


class OnTime(Requirement):
    """Handed in by the closing date, and within so many working days after a request.

    Interpretation: the first working day is the day after the request; the last one counts in full.
    """

    kind: ClassVar[str] = "on-time"

    deadline: date | None = Field(
        default=None, description="The tender's closing date; null: it is given on the command line."
    )
    working_days: int = Field(gt=0, le=366, description="Term for what is asked for later.")
    holidays: tuple[Holiday, ...] = Field(default=tuple(HOLIDAYS), description="Public holidays that count out.")
    equated: tuple[date, ...] = Field(default=(), description="Days that a decree puts on a par with public holidays.")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        deadline = case.deadline or self.deadline
        if deadline is not None:
            yield self._by_deadline(case, deadline)
        if case.response_deadline is not None or case.dossier.statement.requested_on is not None:
            yield self._by_request(case)
        elif deadline is None:
            yield self.finding(Outcome.NOT_APPLICABLE, "on-time-nothing-known")

    def _by_deadline(self, case: Case, deadline: date) -> Finding:
        statement = case.dossier.statement
        submitted, requested = statement.submitted_on, statement.requested_on
        values: dict[str, Value] = {"deadline": deadline, "submitted": submitted, "requested": requested}
        if submitted is None:
            return self._open("on-time-not-stated", values)
        if submitted <= deadline:
            return self.finding(Outcome.MET, "on-time", values=values)
        if requested is not None and requested > deadline:
            return self._open("on-time-only-response-known", values, Reason.NEEDS_PERSON)
        return self.finding(Outcome.NOT_MET, "on-time-too-late", reason=Reason.TOO_LATE, values=values)

    def _by_request(self, case: Case) -> Finding:
        submitted, requested = case.dossier.statement.submitted_on, case.dossier.statement.requested_on
        term = self._term(case, requested)
        counted = case.response_deadline is None
        values: dict[str, Value] = {
            "submitted": submitted,
            "requested": requested,
            "until": term.last_day,
            "days": self.working_days if counted else None,
            "holidays": tuple(f"{day.day}-{day.month}-{day.year}" for day in term.holidays),
            "used": self._used(requested, submitted),
        }
        if submitted is None:
            return self._open("response-not-stated", values)
        if requested is not None and submitted < requested:
            return self._open("response-before-request", values, Reason.AMBIGUOUS)
        if submitted > term.last_day:
            return self.finding(Outcome.NOT_MET, "response-too-late", reason=Reason.TOO_LATE, values=values)
        return self.finding(Outcome.MET, "response-on-time", values=values)

    def _term(self, case: Case, requested: date | None) -> Term:
        """The buyer's own term where one was given, else so many working days after the request."""
        if case.response_deadline is not None or requested is None:
            return Term(last_day=case.response_deadline or date.max, holidays=())
        return working_days_after(requested, self.working_days, self.holidays, self.equated)

    def _used(self, requested: date | None, submitted: date | None) -> int | None:
        """On which working day after the request it was handed in; None where that cannot be counted."""
        if requested is None or submitted is None or not 0 <= (submitted - requested).days <= _LONGEST:
            return None
        days = (working_days_after(requested, n, self.holidays, self.equated).last_day for n in range(1, _LONGEST))
        return sum(1 for _ in takewhile(lambda day: day <= submitted, days))

    def _open(self, say: str, values: dict[str, Value], reason: Reason = Reason.NOT_DECLARED) -> Finding:
        return self.finding(Outcome.UNDECIDED, say, reason=reason, values=values)
