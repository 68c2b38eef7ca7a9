"""A relevant diploma for each support worker (H6), with no rule of register, level or profile."""

from collections.abc import Iterator
from typing import ClassVar

from dossiercheck.checks.base import Case, EmployeeRequirement
from dossiercheck.checks.diploma_rules import CareWords, is_no_qualification, judge_programme
from dossiercheck.checks.functions import FunctionWords, contact_denied, works_at_a_desk
from dossiercheck.checks.papers import Held, absent, held, judge_name, their_own
from dossiercheck.checks.provider_papers import perhaps
from dossiercheck.documents import Diploma, EvcCertificate, Kind
from dossiercheck.findings import Finding, Outcome, Reason, Value
from dossiercheck.people import Person

_ORDER = (Outcome.MET, Outcome.UNDECIDED, Outcome.NOT_MET)


class RelevantDiploma(EmployeeRequirement):
    """A diploma of a care-related programme; what is not plainly so is for a person, as an EVC proof is."""

    kind: ClassVar[str] = "relevant-diploma"

    programmes: CareWords
    functions: FunctionWords

    def evaluate(self, case: Case) -> Iterator[Finding]:
        yield from super().evaluate(case)
        if not case.dossier.people:
            yield self._nobody(case)

    def _nobody(self, case: Case) -> Finding:
        """Where no table and no paper names anybody, nothing was shown of anybody."""
        unread = perhaps(case, Kind.DIPLOMA, Kind.VOG)
        if unread is not None:
            values: dict[str, Value] = {"file": unread.file}
            at = (unread.at,)
            return self.finding(Outcome.UNDECIDED, "nobody-read", reason=Reason.UNREADABLE, values=values, at=at)
        return self.finding(Outcome.NOT_MET, "nobody-known", reason=Reason.MISSING)

    def contradicted(self, person: Person) -> Finding | None:
        return contact_denied(self, person, self.functions)

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        diplomas = their_own(held(person, Diploma))
        proofs = held(person, EvcCertificate)
        if diplomas:
            yield min((self._one(person, paper, case) for paper in diplomas), key=lambda f: _ORDER.index(f.outcome))
        elif proofs:
            at = proofs[0].place
            yield self.of(person, Outcome.UNDECIDED, "evc-for-a-person", Reason.NEEDS_PERSON, at)
        elif works_at_a_desk(person, self.functions):
            yield self.of(person, Outcome.UNDECIDED, "role-unknown", Reason.NEEDS_PERSON, person.employee.place)
        else:
            yield absent(self, person, Kind.DIPLOMA, case)

    def _one(self, person: Person, paper: Held[Diploma], case: Case) -> Finding:
        diploma = paper.paper
        awarded, programme = diploma.awarded_on, diploma.programme
        if not paper.is_theirs:
            return judge_name(self, person, paper, diploma.holder)
        if awarded and awarded.value > case.on:
            values: dict[str, Value] = {"awarded": awarded.value, "on": case.on}
            say = "diploma-in-future"
            return self.of(person, Outcome.NOT_MET, say, Reason.IN_FUTURE, awarded.place, values=values)
        if is_no_qualification(diploma):
            at = diploma.no_qualification.place if diploma.no_qualification else paper.place
            why = diploma.no_qualification.value.value if diploma.no_qualification else "secondary_school"
            say = f"not-a-qualification-{why.replace('_', '-')}"
            return self.of(person, Outcome.NOT_MET, say, Reason.NOT_A_QUALIFICATION, at)
        judged = judge_programme(diploma, self.programmes)
        values = {"programme": programme.value if programme else ""}
        at = programme.place if programme else paper.place
        return self.of(person, judged.outcome, judged.say, judged.reason, at, values=values)
