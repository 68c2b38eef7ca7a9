"""What every check kind shares: its texts from the YAML, and how it makes findings.

A check kind is a subclass of `Requirement`: its fields are the parameters that the YAML may set, its `evaluate` yields
one finding per subject. It never writes a sentence: it names a key (`say`) and the values for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Annotated, ClassVar

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from dossiercheck.checks.case import Case, Lead, Model, Reading, Texts
from dossiercheck.checks.conditions import Condition
from dossiercheck.documents import Contact, Employee, Employment
from dossiercheck.facts import Place
from dossiercheck.findings import (
    NO_VALUES,
    PROVIDER,
    DecidedBy,
    Finding,
    Outcome,
    Reason,
    RequirementInfo,
    Severity,
    Subject,
    SubjectKind,
    Value,
)
from dossiercheck.people import Person

__all__ = [
    "EMPLOYEE_FIELDS",
    "Case",
    "EmployeeField",
    "EmployeeRequirement",
    "Model",
    "Requirement",
    "Texts",
    "employee_subject",
]


def _field_of_employee(name: str) -> str:
    if name not in EMPLOYEE_FIELDS:
        raise PydanticCustomError("unknown_field", "no such field", {"allowed": EMPLOYEE_FIELDS})
    return name


EMPLOYEE_FIELDS = tuple(f.name for f in fields(Employee) if f.name not in ("place", "problems", "hidden"))
EmployeeField = Annotated[str, AfterValidator(_field_of_employee)]
"""Name of a field of a row of the personnel table."""


class Requirement(Model):
    """One requirement of a set. The base class stamps id, severity and paragraph on each finding."""

    model_config = ConfigDict(defer_build=True)  # a set names a third of the kinds: build what it names

    kind: ClassVar[str]
    """Name in the YAML's `check:`."""
    rests_on_words: ClassVar[bool] = True
    """Does its outcome hang on single words or figures of a paper, which a scan may have garbled?"""

    about_genuineness: ClassVar[bool] = False
    """Is it about a paper being what its issuer gave? Then the issuer's own answer settles it."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,60}$")
    check: str = Field(description="The check kind that judges this requirement.")
    source: str = Field(description="Paragraph of the tender document.")
    severity: Severity
    title: Texts
    remedy: Texts = Field(description="What to do when it is not met.")
    lead: Lead | None = Field(default=None, description="How long the remedy takes. Left out: that is not known.")
    remedies: dict[str, Texts] = Field(default={}, description="By reason or sentence key, in place of `remedy`.")
    messages: dict[str, Texts] = Field(default={}, description="By sentence key, in place of the program's sentence.")
    interpretation: Texts | None = Field(default=None, description="How an ambiguous text is read.")
    readings: dict[str, Reading] = Field(default={}, description="The ways in which an ambiguous text can be read.")
    reading: str | None = Field(default=None, description="The reading that is used; left out: the first.")
    when: Condition | None = Field(default=None, description="It is asked only where this holds. Left out: always.")

    @field_validator("reading")
    @classmethod
    def _is_a_reading(cls, name: str | None, info: ValidationInfo) -> str | None:
        known = info.data.get("readings")
        if name is not None and known is not None and name not in known:
            raise PydanticCustomError("unknown_reading", "no such reading", {"allowed": tuple(known)})
        return name

    def findings(self, case: Case) -> Iterator[Finding]:
        """The findings about this case, its condition weighed: what is not asked is said once, and why."""
        holds = self.when.holds(case) if self.when else True
        if self.when and holds is False:
            values: dict[str, Value] = {"condition": self.when.clause}
            yield self.finding(Outcome.NOT_APPLICABLE, "condition-not-fulfilled", values=values)
            return
        for finding in self.evaluate(case):
            yield self._hedged(finding) if holds is None else finding

    def evaluate(self, case: Case) -> Iterator[Finding]:
        """The findings where it is asked: at least one per subject that it is about."""
        raise NotImplementedError

    @property
    def products_named(self) -> tuple[tuple[str, str], ...]:
        """Parameter and product id of each product that the parameters name: the set must have it."""
        return ()

    def _hedged(self, finding: Finding) -> Finding:
        """Nobody is failed on what may not be asked of them: whether the condition holds is not known."""
        if finding.outcome is not Outcome.NOT_MET or self.when is None:
            return finding
        return replace(
            finding,
            outcome=Outcome.UNDECIDED,
            say="condition-unknown",
            reason=Reason.NOT_DECLARED,
            values={"condition": self.when.clause},
            decided_by=DecidedBy.PERSON,
        )

    @property
    def info(self) -> RequirementInfo:
        return RequirementInfo(
            id=self.id,
            source=self.source,
            severity=self.severity,
            title=self.title.wording,
            remedy=self.remedy.wording,
            remedies={key: texts.wording for key, texts in self.remedies.items()},
            messages={key: texts.wording for key, texts in self.messages.items()},
            interpretation=self.interpretation.wording if self.interpretation else None,
            condition=self.when.clause if self.when else None,
        )

    def doubted(self, finding: Finding) -> Finding:
        """What a scan may have garbled decides nothing: then a person must look."""
        doubtful = [place for place in finding.evidence if not place.is_sure]
        if not self.rests_on_words or not doubtful or finding.outcome not in (Outcome.MET, Outcome.NOT_MET):
            return finding
        return replace(
            finding,
            outcome=Outcome.UNDECIDED,
            say="read-unsure",
            reason=Reason.UNREADABLE,
            values={"text": next((place.text for place in doubtful if place.text), "…")},
            decided_by=DecidedBy.PERSON,
            valid_until=None,
            expiring=False,
        )

    def until(self, finding: Finding, last_day: date, case: Case) -> Finding:
        """A finding that holds up to and including this day."""
        soon = last_day <= case.on + timedelta(case.expiring_days)
        return replace(finding, valid_until=last_day, expiring=soon)

    def finding(
        self,
        outcome: Outcome,
        say: str,
        *,
        reason: Reason | None = None,
        subject: Subject = PROVIDER,
        values: Mapping[str, Value] = NO_VALUES,
        at: tuple[Place | None, ...] = (),
        product: str | None = None,
        valid_until: date | None = None,
        case: Case | None = None,
        decided_by: DecidedBy | None = None,
    ) -> Finding:
        """A finding of this requirement. `case` is needed only where something can run out (`valid_until`)."""
        soon = case is not None and valid_until is not None and outcome is Outcome.MET
        by = DecidedBy.PERSON if outcome is Outcome.UNDECIDED else DecidedBy.PROGRAM
        return Finding(
            requirement=self.id,
            source=self.source,
            severity=self.severity,
            subject=subject,
            outcome=outcome,
            reason=reason,
            say=say,
            values=values,
            product=product,
            decided_by=decided_by or by,
            evidence=tuple(place for place in at if place is not None),
            valid_until=valid_until,
            expiring=bool(soon and case and valid_until and valid_until <= case.on + timedelta(case.expiring_days)),
        )


class EmployeeRequirement(Requirement):
    """A requirement about each employee, for the kinds of employment and contact that it names."""

    employment: tuple[Employment, ...] = Field(
        default=tuple(Employment), description="Kinds of employment it holds for."
    )
    contact: tuple[Contact, ...] = Field(default=tuple(Contact), description="Kinds of client contact it holds for.")
    sampled: ClassVar[bool] = True
    """Is it narrowed by a drawn sample?"""

    def findings(self, case: Case) -> Iterator[Finding]:
        """As for any requirement; a condition on employment or contact is weighed person by person."""
        if self.when is None or not self.when.is_personal:
            yield from super().findings(case)
            return
        values: dict[str, Value] = {"condition": self.when.clause}
        for person in case.dossier.people:
            holds = self.when.holds(case, person)
            if holds is False:
                yield self.of(person, Outcome.NOT_APPLICABLE, "condition-not-fulfilled", values=values)
                continue
            for finding in self._about(person, case):
                yield self._hedged(finding) if holds is None else finding

    def evaluate(self, case: Case) -> Iterator[Finding]:
        for person in case.dossier.people:
            yield from self._about(person, case)

    def _about(self, person: Person, case: Case) -> Iterator[Finding]:
        if self.sampled and not case.in_scope(person):
            yield self.of(person, Outcome.NOT_APPLICABLE, "not-in-sample")
        elif (because := self._exempt(person)) is not None:
            yield self.contradicted(person) or self.of(person, Outcome.NOT_APPLICABLE, because)
        else:
            for finding in self.judge(person, case):
                yield self._softened(person, finding)

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        """The findings about one person to whom it applies."""
        raise NotImplementedError

    def contradicted(self, person: Person) -> Finding | None:
        """What is said where something speaks against the exemption of this person; None: nothing does."""
        return None

    def of(
        self,
        person: Person,
        outcome: Outcome,
        say: str,
        reason: Reason | None = None,
        *at: Place | None,
        product: str | None = None,
        valid_until: date | None = None,
        case: Case | None = None,
        values: Mapping[str, Value] = NO_VALUES,
    ) -> Finding:
        """A finding about one person."""
        return self.finding(
            outcome,
            say,
            reason=reason,
            subject=employee_subject(person),
            values=values if product is None else {"product": product, **values},
            at=at,
            product=product,
            valid_until=valid_until,
            case=case,
        )

    def without_paper(self, person: Person) -> Finding:
        """What is said where the paper is absent: its `*.present` says it once."""
        return self.of(person, Outcome.NOT_APPLICABLE, "paper-missing", Reason.MISSING)

    def _exempt(self, person: Person) -> str | None:
        employee = person.employee
        if employee.employment and employee.employment.value not in self.employment:
            return f"not-for-{employee.employment.value}"
        if employee.contact and employee.contact.value not in self.contact:
            return f"not-for-contact-{employee.contact.value}"
        return None

    def _softened(self, person: Person, finding: Finding) -> Finding:
        """Nobody is failed, or passed, on what is not surely known: who this is, or what a scan says."""
        employee = person.employee
        unsure = (employee.employment is None and len(self.employment) < len(Employment)) or (
            employee.contact is None and len(self.contact) < len(Contact)
        )
        in_table = employee.place.cell is not None  # of whoever is known by papers alone, no table says more
        if unsure and in_table and finding.outcome is Outcome.NOT_MET:
            return self.of(person, Outcome.UNDECIDED, "role-unknown", Reason.NEEDS_PERSON, employee.place)
        return self.doubted(finding)


def employee_subject(person: Person) -> Subject:
    """The subject of a finding about this person."""
    return Subject(kind=SubjectKind.EMPLOYEE, id=person.number, name=person.employee.display_name)
