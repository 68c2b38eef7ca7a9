"""What was judged: findings, what a report says of requirements and persons, and the account of every file.

A finding carries no sentence: it has the requirement, the outcome, a reason code, the key of a sentence (`say`) and the
values for it. `reports/` turns that into Dutch or English.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from dossiercheck.facts import Place, Seal


class Outcome(StrEnum):
    """The four outcomes of a judgement. What is unreadable or a person's call is UNDECIDED: never green, never red."""

    MET = "met"
    NOT_MET = "not_met"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How bad it is when a requirement is not met; from the tender."""

    KNOCKOUT = "knockout"
    REQUIRED = "required"
    ADVICE = "advice"


class DecidedBy(StrEnum):
    """Who has the last word: this program, a person at the desk, or the municipalities alone."""

    PROGRAM = "program"
    PERSON = "person"
    AUTHORITY = "authority"


class SubjectKind(StrEnum):
    """What a finding is about."""

    PROVIDER = "provider"
    EMPLOYEE = "employee"
    LOCATION = "location"
    PRODUCT = "product"
    DOCUMENT = "document"


class Verdict(StrEnum):
    """The sum of a report."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    NEEDS_REVIEW = "needs_review"


class Reason(StrEnum):
    """Why a finding is what it is. Fixed codes (formats.md 4): other programs rely on them."""

    MISSING = "missing"
    EXPIRED = "expired"
    TOO_OLD = "too_old"
    IN_FUTURE = "in_future"
    TOO_OLD_AT_START = "too_old_at_start"
    AFTER_START = "after_start"
    WRONG_PROFILE = "wrong_profile"
    NAME_MISMATCH = "name_mismatch"
    DATE_MISMATCH = "date_mismatch"
    FUNCTION_MISMATCH = "function_mismatch"
    LEVEL_TOO_LOW = "level_too_low"
    NOT_SEALED = "not_sealed"
    ALTERED_AFTER_SEALING = "altered_after_sealing"
    SEAL_BROKEN = "seal_broken"
    WRONG_SIGNER = "wrong_signer"
    SEAL_NOT_TRUSTED = "seal_not_trusted"
    UNSIGNED_EMPLOYER = "unsigned_employer"
    UNSIGNED_EMPLOYEE = "unsigned_employee"
    UNSIGNED = "unsigned"
    FIELD_MISSING = "field_missing"
    DUPLICATE = "duplicate"
    WRONG_KIND = "wrong_kind"
    NOT_DUTCH = "not_dutch"
    PERSONAL_DATA = "personal_data"
    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"
    NEEDS_PERSON = "needs_person"
    DECLARED_NO = "declared_no"
    NOT_DECLARED = "not_declared"
    WRONG_SIZE = "wrong_size"
    TOO_LATE = "too_late"
    NOT_A_QUALIFICATION = "not_a_qualification"
    PRINTED = "printed"
    SPLIT = "split"
    INVALID_IBAN = "invalid_iban"
    NEEDS_BASIS = "needs_basis"
    UNKNOWN_MUNICIPALITY = "unknown_municipality"
    UNKNOWN_NUMBER = "unknown_number"
    UNASSIGNED = "unassigned"
    NAME_CONFLICT = "name_conflict"
    UNSAFE_FILE = "unsafe_file"
    INTERNAL_ERROR = "internal_error"
    NOT_GENUINE = "not_genuine"
    """The issuer does not know it as it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """A text in both languages."""

    nl: str
    en: str

    def in_language(self, lang: str) -> str:
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """A condition of the requirement set, to be put in words: a key of the wording with what it names.

    `all` and `any` join the clauses in `parts`.
    """

    key: str
    named: tuple[str, ...] = ()
    """Product ids, municipalities, questions, a number: what the key's words need."""
    parts: "tuple[Clause, ...]" = ()


Value = str | int | float | bool | date | tuple[str, ...] | Clause | Wording | None
"""What may stand in a sentence."""

NO_VALUES: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class RequirementInfo:
    """What a report needs to know of a requirement."""

    id: str
    source: str
    """Paragraph of the tender document."""
    severity: Severity
    title: Wording
    remedy: Wording
    remedies: Mapping[str, Wording] = field(default_factory=dict)
    """By reason or by sentence key, in place of `remedy`."""
    messages: Mapping[str, Wording] = field(default_factory=dict)
    """By sentence key, in place of the program's own sentence."""
    interpretation: Wording | None = None
    """How an ambiguous text was read."""
    condition: Clause | None = None
    """When it is asked; None: always."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """Whom or what a finding is about. `id`: an employee's number as written, `provider`, a product id, a path."""

    kind: SubjectKind
    id: str
    name: str = ""


PROVIDER = Subject(kind=SubjectKind.PROVIDER, id="provider")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """What a reviewer ruled of a finding: who, why, and when or until when."""

    by: str
    why: str
    on: date | None = None
    """The day of a decision; None of a waiver."""
    until: date | None = None
    """The last day of a waiver; None of a decision."""
    issuer: bool = False
    """It is what the paper's issuer answered, and `by` who asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One judgement of one requirement about one subject."""

    requirement: str
    source: str
    severity: Severity
    subject: Subject
    outcome: Outcome
    reason: Reason | None = None
    """None for a plain `met` or `not_applicable`."""
    say: str
    """Key of the sentence in `reports/wording/`."""
    values: Mapping[str, Value] = field(default_factory=dict)
    product: str | None = None
    decided_by: DecidedBy = DecidedBy.PROGRAM
    evidence: tuple[Place, ...] = ()
    valid_until: date | None = None
    """The last day on which this still holds; None where no paper runs out."""
    expiring: bool = False
    waived_by: str | None = None
    """Name of the reviewer who waived it."""
    decision: str | None = None
    """Name of the person who decided what the program left open; the outcome is then that person's."""
    ruling: Ruling | None = None
    """Of a waiver or decision: why, and when."""

    @property
    def counts(self) -> bool:
        """Does it count in verdict and exit code?"""
        return (
            self.severity is not Severity.ADVICE
            and self.decided_by is not DecidedBy.AUTHORITY
            and self.waived_by is None
        )


FactValue = str | int | float | bool | date | tuple[str, ...] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FactView:
    """One fact of a document as reports show it; `place` is None for what no place proves (such as 'no end date')."""

    name: str
    value: FactValue
    place: Place | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PartUse:
    """One of several papers in one file."""

    pages: tuple[int, ...]
    kind: str
    employee: str | None = None
    facts: tuple[FactView, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FileUse:
    """What became of one file of the dossier. Every file has exactly one."""

    file: str
    sha256: str = ""
    size: int = 0
    pages: int = 0
    kind: str
    """One of the kinds of formats.md 4."""
    confidence: float = 1.0
    employee: str | None = None
    """Number of the employee whose it is."""
    matched_by: str = ""
    """Codes joined by `+`, such as `name+birth_date`, `folder`; worded by the report."""
    facts: tuple[FactView, ...] = ()
    parts: tuple[PartUse, ...] = ()
    seal: Seal | None = None
    """None for files that cannot bear one."""
    problem: str | None = None
    """Sentence key of what stood in the way of reading it, with `problem_values`."""
    problem_values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonLine:
    """A row of the personnel table, as far as a report shows it."""

    number: str
    name: str
    function: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """Something that holds for the whole report, such as what the provider states about itself."""

    say: str
    values: Mapping[str, Value] = field(default_factory=dict)
