"""Who misses what: findings about employees as a grid of employees and groups of requirements, for any format.

A group is what stands before the first full stop of a requirement's id (`vog.max-age` is in `vog`). A cell sums up its
findings: the worst state, and a mark for each requirement that is not simply met.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from dossiercheck.findings import (
    DecidedBy,
    Finding,
    Outcome,
    PersonLine,
    Reason,
    Report,
    Severity,
    SubjectKind,
)


class State(IntEnum):
    """What a mark or cell says; a higher number is worse."""

    NOT_APPLICABLE = 0
    MET = 1
    WAIVED = 2
    EXPIRING = 3
    ADVICE = 4
    UNDECIDED = 5
    NOT_MET = 6


SIGNS = {
    State.NOT_APPLICABLE: "·",
    State.MET: "✓",
    State.WAIVED: "○",
    State.EXPIRING: "✓",
    State.ADVICE: "!",
    State.UNDECIDED: "?",
    State.NOT_MET: "✗",
}
"""A sign for each state, so that none needs colour."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A requirement that is not simply met."""

    state: State
    requirement: str
    product: str | None = None
    absent: bool = False
    """The paper itself is missing."""
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One employee in one group; `marks` worst first, empty where all is well or nothing was asked."""

    state: State
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One employee. `cells` stand in the order of the grid's groups."""

    person: PersonLine
    cells: tuple[Cell, ...]

    @property
    def state(self) -> State:
        return max((cell.state for cell in self.cells), default=State.NOT_APPLICABLE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """Employees in the order of the table, groups in the order of the requirement set."""

    groups: tuple[str, ...]
    rows: tuple[Row, ...]


NOTHING = Cell(state=State.NOT_APPLICABLE)


def build_grid(report: Report, only: Severity | None) -> Grid:
    """The grid of a report; `only` leaves out findings of other severities."""
    by_cell: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    found: dict[str, PersonLine] = {person.number: person for person in report.people}
    for finding in report.findings:
        if not _belongs(finding, only):
            continue
        subject = finding.subject
        found.setdefault(subject.id, PersonLine(number=subject.id, name=subject.name))
        by_cell[subject.id, group_of(finding.requirement)].append(finding)
    present = {group for _, group in by_cell}
    asked = dict.fromkeys(group_of(r.id) for r in report.requirements)
    groups = tuple(g for g in dict.fromkeys([*asked, *sorted(present)]) if g in present)
    return Grid(
        groups=groups,
        rows=tuple(
            Row(person=person, cells=tuple(_cell(by_cell.get((number, group), [])) for group in groups))
            for number, person in found.items()
        ),
    )


def group_of(requirement: str) -> str:
    """The group that a requirement's id names."""
    return requirement.partition(".")[0]


def state_of(finding: Finding) -> State:
    """What one finding says."""
    if finding.waived_by is not None:
        return State.WAIVED
    if finding.severity is Severity.ADVICE and finding.outcome in (Outcome.NOT_MET, Outcome.UNDECIDED):
        return State.ADVICE
    if finding.outcome is Outcome.MET:
        return State.EXPIRING if finding.expiring else State.MET
    return {
        Outcome.NOT_MET: State.NOT_MET,
        Outcome.UNDECIDED: State.UNDECIDED,
        Outcome.NOT_APPLICABLE: State.NOT_APPLICABLE,
    }[finding.outcome]


def number_ranges(numbers: Sequence[str]) -> tuple[str, ...]:
    """Numbers for people: three or more that follow each other become '5–9'; others stay as written."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(part for run in runs for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else run))


def _follows(one: str, other: str) -> bool:
    if not (one.isascii() and one.isdigit() and len(one) < 10):
        return False
    return other == str(int(one) + 1)


def _belongs(finding: Finding, only: Severity | None) -> bool:
    return (
        finding.subject.kind is SubjectKind.EMPLOYEE
        and finding.decided_by is not DecidedBy.AUTHORITY
        and only in (None, finding.severity)
    )


def _cell(findings: Iterable[Finding]) -> Cell:
    states = [(state_of(f), f) for f in findings]
    if not states:
        return NOTHING
    marks = dict.fromkeys(
        Mark(
            state=state,
            requirement=f.requirement,
            product=f.product,
            absent=f.reason is Reason.MISSING,
            valid_until=f.valid_until if state is State.EXPIRING else None,
        )
        for state, f in states
        if state not in (State.MET, State.NOT_APPLICABLE)
    )
    ordered = sorted(marks, key=lambda mark: -mark.state)
    return Cell(state=max(state for state, _ in states), marks=tuple(ordered))
