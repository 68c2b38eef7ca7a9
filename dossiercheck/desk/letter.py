"""From a report the letters to write: to the provider what is missing, by paragraph; to employees what to fetch.

Only what is not met is asked for, and what could not be read; what a reviewer must still decide is in no letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dossiercheck.desk.saved import SavedFinding, SavedReport

_ASKED_AGAIN = frozenset({"missing", "unreadable", "unsafe_file"})
"""Reasons for which something undecided is asked for all the same: nobody can decide what is not there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """Until when an answer is expected."""

    until: date
    working_days: int | None = None
    """So many were counted; None where the day itself was given."""
    holidays: tuple[date, ...] = ()
    """Public holidays that were counted out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One thing that is asked, of whom it is."""

    who: str
    """Number and name; empty for the provider."""
    product: str | None
    message: str
    ruled: str | None = None
    """Why a person decided that it is not in order; None where nobody had to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One requirement with all that is asked about it."""

    source: str
    title: str
    severity: str
    cases: tuple[Case, ...]
    remedies: tuple[str, ...]
    """What to do, each once. What was decided by a person has none: the report's advice was to that person."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProviderLetter:
    """What to write to the provider."""

    provider: str
    tender: str
    on: date
    points: tuple[Point, ...]

    @property
    def knockouts(self) -> int:
        return sum(len(point.cases) for point in self.points if point.severity == "knockout")

    @property
    def asked(self) -> int:
        return sum(len(point.cases) for point in self.points)


@dataclass(frozen=True, kw_only=True, slots=True)
class EmployeeNote:
    """What to ask of one employee."""

    number: str
    name: str
    tender: str
    things: tuple[str, ...]
    """What to do, longest lead time first."""
    messages: tuple[str, ...]
    """Why, in the words of the report."""


def provider_letter(report: SavedReport) -> ProviderLetter:
    """The letter about this report, by paragraph of the tender."""
    by_requirement: dict[str, list[SavedFinding]] = {}
    for finding in report.findings:
        if _is_asked(finding):
            by_requirement.setdefault(finding.requirement, []).append(finding)
    points = (_point(found) for found in by_requirement.values())
    return ProviderLetter(
        provider=report.provider or report.dossier,
        tender=report.set_title,
        on=report.on,
        points=tuple(sorted(points, key=lambda point: _in_order(point.source))),
    )


def left_to_decide(report: SavedReport) -> int:
    """How many findings wait for a person's decision, and are in no letter before that."""
    return sum(finding.is_open and not _is_asked(finding) for finding in report.findings)


def _is_asked(finding: SavedFinding) -> bool:
    return finding.is_open and (finding.outcome == "not_met" or finding.reason in _ASKED_AGAIN)


def _point(found: Sequence[SavedFinding]) -> Point:
    first = found[0]
    return Point(
        source=first.source,
        title=first.title or first.requirement,
        severity=first.severity,
        cases=tuple(Case(who=_who(f), product=f.product, message=f.message, ruled=f.ruled) for f in found),
        remedies=tuple(dict.fromkeys(f.remedy for f in found if f.remedy and f.ruled is None)),
    )


def _who(finding: SavedFinding) -> str:
    if finding.subject_kind == "provider":
        return ""
    return finding.subject if finding.subject == finding.name else f"{finding.subject} {finding.name}".strip()


def _in_order(source: str) -> list[tuple[int, int, str]]:
    """3.2.10 after 3.2.9, and words after numbers."""
    parts = re.findall(r"\d+|[^\W\d]+", source)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def employee_notes(report: SavedReport) -> tuple[EmployeeNote, ...]:
    """A note to each employee who must fetch something, in the order of the report."""
    findings = {(f.requirement, f.subject, f.product): f for f in report.findings if f.subject_kind == "employee"}
    asked: dict[str, list[tuple[str, list[SavedFinding]]]] = {}
    for action in report.actions:
        if action.ask is None:
            continue
        settled = [found for key in action.settles if (found := findings.get(key)) and _is_asked(found)]
        for number, mine in _by_subject(settled):
            asked.setdefault(number, []).append((action.ask, mine))
    return tuple(
        EmployeeNote(
            number=number,
            name=things[0][1][0].name,
            tender=report.set_title,
            things=tuple(dict.fromkeys(what for what, _ in things)),
            messages=tuple(dict.fromkeys(f.ruled or f.message for _, mine in things for f in mine)),
        )
        for number, things in asked.items()
    )


def _by_subject(findings: Sequence[SavedFinding]) -> Iterator[tuple[str, list[SavedFinding]]]:
    found: dict[str, list[SavedFinding]] = {}
    for finding in findings:
        found.setdefault(finding.subject, []).append(finding)
    yield from found.items()
