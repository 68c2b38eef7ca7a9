"""A reviewer's own rulings: waivers of a requirement, and decisions of what the program leaves to a person."""

from dataclasses import dataclass
from datetime import date

from dossiercheck.findings import Finding, Outcome, SubjectKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiver:
    """An exception that the reviewer makes (formats.md 1): with a reason, a name and an end."""

    requirement: str
    subject_kind: SubjectKind | None = None
    """None: it holds for whatever the requirement is about."""
    subject: str = ""
    """Number of the employee, name of the location, id of the product, path of the document."""
    why: str
    by: str
    until: date
    """The last day on which it holds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What a person is asked to decide: one undecided finding, known again by this in a later run."""

    dossier: str
    """Name of the folder or ZIP."""
    requirement: str
    subject_kind: SubjectKind
    subject: str
    product: str | None = None
    say: str
    """Key of the sentence: another question about the same subject is another question."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What a person decided, with the contents that it rests on."""

    question: Question
    outcome: Outcome
    """MET or NOT_MET."""
    why: str
    by: str
    on: date
    contents: tuple[str, ...] = ()
    """SHA-256 of the files of the finding's evidence, sorted; empty where it rests on none."""


def question_of(finding: Finding, dossier: str) -> Question:
    """The question that an undecided finding asks."""
    return Question(
        dossier=dossier,
        requirement=finding.requirement,
        subject_kind=finding.subject.kind,
        subject=finding.subject.id,
        product=finding.product,
        say=finding.say,
    )
