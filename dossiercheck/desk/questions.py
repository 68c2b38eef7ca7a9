"""What a report leaves to a person, each as a question that can be decided and known again."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dossiercheck.desk.decisions import contents_of, is_open
from dossiercheck.desk.model import Decision, Question, question_of
from dossiercheck.findings import Finding, Outcome, Report

MET_WORDS = frozenset({"met", "voldoet", "ja", "yes", "akkoord", "ok", "j", "y", "v"})
NOT_MET_WORDS = frozenset({"not_met", "not met", "voldoet niet", "nee", "no", "niet akkoord", "n"})


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenQuestion:
    """An undecided finding, and the contents that a decision would rest on."""

    question: Question
    finding: Finding
    contents: tuple[str, ...]

    @property
    def key(self) -> str:
        """Short name of question and contents together: a filled-in sheet says by it what it answers."""
        asked = self.question
        parts = (asked.dossier, asked.requirement, asked.subject_kind, asked.subject, asked.product or "", asked.say)
        return hashlib.sha256("\0".join((*parts, *self.contents)).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def decided(self, outcome: Outcome, why: str, by: str, on: date) -> Decision:
        return Decision(question=self.question, outcome=outcome, why=why, by=by, on=on, contents=self.contents)


def open_questions(report: Report) -> tuple[OpenQuestion, ...]:
    """What counts in the verdict and waits for a person, in the order of the report."""
    hashes: Mapping[str, str] = {use.file: use.sha256 for use in report.documents}
    return tuple(
        OpenQuestion(
            question=question_of(finding, report.dossier), finding=finding, contents=contents_of(finding, hashes)
        )
        for finding in report.findings
        if is_open(finding) and finding.counts
    )


def outcome_of(answer: str) -> Outcome | None:
    """What was answered, in Dutch or English; None for anything else."""
    flat = " ".join(answer.split()).casefold()
    if flat in MET_WORDS:
        return Outcome.MET
    return Outcome.NOT_MET if flat in NOT_MET_WORDS else None


def merged(earlier: tuple[Decision, ...], new: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The earlier decisions, with those about the same questions replaced, and the new ones after them."""
    asked = {decision.question for decision in new}
    return (*(decision for decision in earlier if decision.question not in asked), *new)
