"""A report to send around: who and what is in it can no longer be told.

No name, no file name, no word and no picture of a paper, and no fact but dates and numbers that a sentence needs.
Persons keep their number, where it is one; everybody and everything else gets a number of its own (`P2`, `L1`, `#7`).
Of the words in sentences only those stay that come from the requirement set.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dossiercheck.facts import Place, Seal
from dossiercheck.findings import (
    Action,
    FileUse,
    Finding,
    OtherReading,
    PartUse,
    PersonLine,
    ReadingUse,
    Remark,
    Report,
    Subject,
    SubjectKind,
    Value,
)

# fmt: off
OF_THE_SET = frozenset({
    "product", "products", "allowed", "asked", "profiles", "kind", "kinds", "level",
    "minimum", "employment", "contact", "table_contact", "condition", "fields", "field", "lacking",
    "missing", "requirement", "unanswered", "languages", "form", "format", "layout", "column",
    "expected", "needs", "set", "version",
})
# fmt: on
"""Values that hold words of the requirement set or codes, never words of a dossier."""
_A_NUMBER = re.compile(r"\d{1,8}")


def shared(report: Report) -> Report:
    """The same judgement, of nobody in particular."""
    return _Sharer(aliases_of(report)).report(report)


@dataclass(frozen=True, slots=True)
class Aliases:
    """What files (by path), persons (by number) and locations are called instead."""

    files: Mapping[str, str]
    people: Mapping[str, str]
    locations: Mapping[str, str]


def aliases_of(report: Report) -> Aliases:
    """The same report gives the same aliases."""
    findings = [*report.findings, *(f for action in report.actions for f in action.findings)]
    people = [*(person.number for person in report.people), *_ids(findings, SubjectKind.EMPLOYEE)]
    files = [*(use.file for use in report.documents), *_ids(findings, SubjectKind.DOCUMENT)]
    return Aliases(
        files=_numbered(files, "#"),
        people={id_: id_ if _A_NUMBER.fullmatch(id_) else alias for id_, alias in _numbered(people, "P").items()},
        locations=_numbered(_ids(findings, SubjectKind.LOCATION), "L"),
    )


def _ids(findings: Iterable[Finding], kind: SubjectKind) -> list[str]:
    return [finding.subject.id for finding in findings if finding.subject.kind is kind]


def _numbered(ids: Iterable[str], mark: str) -> dict[str, str]:
    return {id_: f"{mark}{number}" for number, id_ in enumerate(dict.fromkeys(ids), start=1)}


class _Sharer:
    """Takes out of each part of a report what could tell who it is about."""

    def __init__(self, aliases: Aliases) -> None:
        self._aliases = aliases

    def report(self, report: Report) -> Report:
        return replace(
            report,
            dossier="dossier",
            provider="",
            people=tuple(PersonLine(number=self._person(p.number), name="", function="") for p in report.people),
            findings=self._findings(report.findings),
            documents=tuple(self._document(use) for use in report.documents),
            remarks=tuple(Remark(say=r.say, values=_values(r.values)) for r in report.remarks if not _lists(r)),
            readings=tuple(self._reading(use) for use in report.readings),
            actions=tuple(self._action(action) for action in report.actions),
            asked={name: value for name, value in report.asked.items() if isinstance(value, bool | int | date)},
            pictures={},
        )

    def _findings(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(self._finding(finding) for finding in findings)

    def _finding(self, finding: Finding) -> Finding:
        return replace(
            finding,
            subject=self._subject(finding.subject),
            values=_values(finding.values),
            evidence=tuple(self._place(place) for place in finding.evidence),
            waived_by="…" if finding.waived_by else None,
            decision="…" if finding.decision else None,
            ruling=None,
        )

    def _subject(self, subject: Subject) -> Subject:
        match subject.kind:
            case SubjectKind.EMPLOYEE:
                return Subject(kind=subject.kind, id=self._person(subject.id))
            case SubjectKind.DOCUMENT:
                return Subject(kind=subject.kind, id=self._file(subject.id))
            case SubjectKind.LOCATION:
                return Subject(kind=subject.kind, id=self._aliases.locations.get(subject.id, "L?"))
            case SubjectKind.PROVIDER | SubjectKind.PRODUCT:
                return Subject(kind=subject.kind, id=subject.id)

    def _place(self, place: Place) -> Place:
        cell = place.cell.rpartition("!")[2] if place.cell else None
        return replace(place, file=self._file(place.file), cell=cell, text="", box=None)

    def _document(self, use: FileUse) -> FileUse:
        parts = tuple(
            PartUse(pages=part.pages, kind=part.kind, employee=self._maybe(part.employee)) for part in use.parts
        )
        return FileUse(
            file=self._file(use.file),
            sha256=use.sha256,
            size=use.size,
            pages=use.pages,
            kind=use.kind,
            confidence=use.confidence,
            employee=self._maybe(use.employee),
            matched_by=use.matched_by,
            parts=parts,
            seal=Seal(state=use.seal.state, fault=use.seal.fault) if use.seal else None,
            problem=use.problem,
            problem_values=_values(use.problem_values),
        )

    def _reading(self, use: ReadingUse) -> ReadingUse:
        return replace(use, others=tuple(self._other(other) for other in use.others))

    def _other(self, other: OtherReading) -> OtherReading:
        changes = tuple(
            replace(
                change,
                before=self._finding(change.before) if change.before else None,
                after=self._finding(change.after) if change.after else None,
            )
            for change in other.changes
        )
        return replace(other, changes=changes)

    def _action(self, action: Action) -> Action:
        return replace(action, findings=self._findings(action.findings))

    def _file(self, path: str) -> str:
        return self._aliases.files.get(path, "#?")

    def _person(self, number: str) -> str:
        return self._aliases.people.get(number, "P?")

    def _maybe(self, number: str | None) -> str | None:
        return None if number is None else self._person(number)


def _lists(remark: Remark) -> bool:
    """It is no more than a list of what may not be told, such as files."""
    return any(isinstance(value, tuple) and key not in OF_THE_SET for key, value in remark.values.items())


def _values(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values that a sentence may keep: numbers, days, and words of the requirement set."""
    return {
        key: value if key in OF_THE_SET or isinstance(value, int | float | date) else None
        for key, value in values.items()
    }
