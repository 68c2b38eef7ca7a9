"""Decisions: what a person decided of the undecided findings, kept in the reviewer's own file.

A decision is taken along while the files that the finding rests on hold the same content, whatever they are called.
Where they changed, the question is open again and the report says so.
"""

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dossiercheck.desk.model import Decision, Question, question_of
from dossiercheck.desk.source import Entry, Keys, read_list
from dossiercheck.errors import DeskFileError
from dossiercheck.findings import DecidedBy, Finding, Outcome, Remark, Ruling, SubjectKind, Value

_KEYS = Keys(
    required=("dossier", "requirement", "about", "id", "question", "outcome", "reason", "by", "on"),
    optional=("product", "contents"),
    dates=("on",),
    lists=("contents",),
)
_DECIDED = {"met": Outcome.MET, "not_met": Outcome.NOT_MET}


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order; of two about one question the later one counts. Raises DeskFileError."""
    return tuple(_decision(path, entry) for entry in read_list(path, "decisions", _KEYS))


def _decision(path: Path, entry: Entry) -> Decision:
    words = entry.words
    kinds = {kind.value: kind for kind in SubjectKind}
    if words["outcome"] not in _DECIDED or words["about"] not in kinds:
        wrong = words["about"] if words["outcome"] in _DECIDED else words["outcome"]
        raise DeskFileError(
            nl=f"{path}: '{wrong[:40]}' kan hier niet; outcome is met of not_met, about een van {', '.join(kinds)}.",
            en=f"{path}: '{wrong[:40]}' cannot stand here; outcome is met or not_met, about one of {', '.join(kinds)}.",
        )
    return Decision(
        question=Question(
            dossier=words["dossier"],
            requirement=words["requirement"],
            subject_kind=kinds[words["about"]],
            subject=words["id"],
            product=words.get("product"),
            say=words["question"],
        ),
        outcome=_DECIDED[words["outcome"]],
        why=words["reason"],
        by=words["by"],
        on=entry.days["on"],
        contents=entry.lists.get("contents", ()),
    )


def write_decisions(path: Path, decisions: Sequence[Decision]) -> None:
    """The file, whole or not at all, readable by its owner only. Raises DeskFileError."""
    import yaml

    text = yaml.safe_dump(
        {"decisions": [_plain(decision) for decision in decisions]}, allow_unicode=True, sort_keys=False, width=120
    )
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
        Path(temporary).replace(path)
    except OSError as error:
        raise DeskFileError(
            nl=f"{path} kan niet worden geschreven: {error.strerror}.",
            en=f"{path} cannot be written: {error.strerror}.",
        ) from error


def _plain(decision: Decision) -> dict[str, str | list[str]]:
    question = decision.question
    product = {"product": question.product} if question.product else {}
    return {
        "dossier": question.dossier,
        "requirement": question.requirement,
        "about": question.subject_kind.value,
        "id": question.subject,
        **product,
        "question": question.say,
        "outcome": decision.outcome.value,
        "reason": decision.why,
        "by": decision.by,
        "on": decision.on.isoformat(),
        "contents": list(decision.contents),
    }


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
