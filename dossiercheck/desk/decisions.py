"""Decisions: what a person decided of the undecided findings, laid over them.

A decision is taken along while the files that the finding rests on hold the same content, whatever they are called.
Where they changed, the question is open again and the report says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossiercheck.desk.model import Decision, question_of
from dossiercheck.findings import DecidedBy, Finding, Outcome, Remark, Ruling, Value


def contents_of(finding: Finding, sha256: Mapping[str, str]) -> tuple[str, ...]:
    """The contents that a finding rests on. `sha256` is by path in the dossier."""
    return tuple(sorted({sha256.get(place.file, "") for place in finding.evidence}))


def decide(
    findings: Sequence[Finding], decisions: Sequence[Decision], dossier: str, sha256: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Remark, ...]]:
    """The findings with what a person decided, and a remark for each decision whose files have changed since."""
    by_question = {decision.question: decision for decision in decisions}
    decided: list[Finding] = []
    remarks: list[Remark] = []
    for finding in findings:
        decision = by_question.get(question_of(finding, dossier)) if is_open(finding) else None
        if decision and decision.contents == contents_of(finding, sha256):
            decided.append(_settled(finding, decision))
            continue
        decided.append(finding)
        if decision:
            remarks.append(Remark(say="decision-outdated", values=_values(decision)))
    return tuple(decided), tuple(remarks)


def is_open(finding: Finding) -> bool:
    """Does it wait for a person?"""
    return finding.outcome is Outcome.UNDECIDED and finding.decided_by is DecidedBy.PERSON


def _settled(finding: Finding, decision: Decision) -> Finding:
    ruling = Ruling(by=decision.by, why=decision.why, on=decision.on)
    return replace(finding, outcome=decision.outcome, decision=decision.by, ruling=ruling)


def _values(decision: Decision) -> dict[str, Value]:
    return {
        "requirement": decision.question.requirement,
        "subject": decision.question.subject,
        "by": decision.by,
        "decided": decision.on,
    }
