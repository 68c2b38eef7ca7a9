"""Waivers: the reviewer's file, and the findings that they lift. A lapsed or unused one is reported."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dossiercheck.desk.model import Waiver
from dossiercheck.desk.source import Entry, Keys, read_lists
from dossiercheck.documents import same_number
from dossiercheck.findings import DecidedBy, Finding, Outcome, Remark, Ruling, SubjectKind, Value

_SUBJECTS = {
    "employee": SubjectKind.EMPLOYEE,
    "location": SubjectKind.LOCATION,
    "product": SubjectKind.PRODUCT,
    "document": SubjectKind.DOCUMENT,
}
_KEYS = Keys(required=("requirement", "reason", "by", "until"), optional=tuple(_SUBJECTS), dates=("until",))


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a file, in its order. Raises DeskFileError."""
    return tuple(_waiver(entry) for entry in read_lists(path, {"waivers": _KEYS})["waivers"])


def _waiver(entry: Entry) -> Waiver:
    subject = next((key for key in _SUBJECTS if key in entry.words), None)
    return Waiver(
        requirement=entry.words["requirement"],
        subject_kind=_SUBJECTS[subject] if subject else None,
        subject=entry.words[subject] if subject else "",
        why=entry.words["reason"],
        by=entry.words["by"],
        until=entry.days["until"],
    )


def waive(
    findings: Sequence[Finding], waivers: Sequence[Waiver], on: date
) -> tuple[tuple[Finding, ...], tuple[Remark, ...]]:
    """The findings with what is waived marked, and a remark for each waiver that has lapsed or lifts nothing."""
    in_force = [waiver for waiver in waivers if waiver.until >= on]
    waived = [(finding, _first(finding, in_force)) for finding in findings]
    used = {id(waiver) for _, waiver in waived if waiver}
    return (
        tuple(_marked(finding, waiver) if waiver else finding for finding, waiver in waived),
        tuple(_remarks(waivers, on, used)),
    )


def _first(finding: Finding, waivers: Sequence[Waiver]) -> Waiver | None:
    open_ = finding.outcome in (Outcome.NOT_MET, Outcome.UNDECIDED) and finding.decided_by is not DecidedBy.AUTHORITY
    return next((waiver for waiver in waivers if _lifts(waiver, finding)), None) if open_ else None


def _lifts(waiver: Waiver, finding: Finding) -> bool:
    if waiver.requirement != finding.requirement:
        return False
    if waiver.subject_kind is SubjectKind.PRODUCT and finding.product is not None:
        return waiver.subject == finding.product
    if waiver.subject_kind not in (None, finding.subject.kind):
        return False
    if waiver.subject_kind is SubjectKind.EMPLOYEE:
        return same_number(waiver.subject, finding.subject.id)
    return waiver.subject_kind is None or waiver.subject == finding.subject.id


def _marked(finding: Finding, waiver: Waiver) -> Finding:
    return replace(finding, waived_by=waiver.by, ruling=Ruling(by=waiver.by, why=waiver.why, until=waiver.until))


def _remarks(waivers: Sequence[Waiver], on: date, used: set[int]) -> Iterator[Remark]:
    for waiver in waivers:
        values: dict[str, Value] = {
            "requirement": waiver.requirement,
            "subject": waiver.subject,
            "by": waiver.by,
            "until": waiver.until,
        }
        if waiver.until < on:
            yield Remark(say="waiver-lapsed", values=values)
        elif id(waiver) not in used:
            yield Remark(say="waiver-unused", values=values)
