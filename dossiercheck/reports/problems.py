"""Findings in the order in which a reader needs them: worst first, equal problems together, for any format."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from dossiercheck.findings import (
    DecidedBy,
    FileUse,
    Finding,
    Outcome,
    Report,
    RequirementInfo,
    Severity,
    SubjectKind,
    Wording,
)
from dossiercheck.reports.wording import Words


class Section(StrEnum):
    """The parts of the list, in their order."""

    KNOCKOUT = "knockout"
    REQUIRED = "required"
    UNDECIDED = "undecided"
    ADVICE = "advice"
    FILES = "files"
    """Advice about the files themselves (`files.*`), shown with the account of the files."""
    WAIVED = "waived"
    AUTHORITY = "authority"
    MET = "met"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """The same thing said of one or more subjects, with the same advice."""

    say: str
    remedy: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """Everything that a section holds about one requirement."""

    requirement: RequirementInfo
    problems: tuple[Problem, ...]

    @property
    def count(self) -> int:
        return sum(len(problem.findings) for problem in self.problems)


Sections = dict[Section, tuple[Topic, ...]]

PERSONAL = frozenset({"diploma", "vog", "contract", "evc-certificate"})
"""Kinds of papers that belong to an employee."""


def sections(report: Report, words: Words, only: Severity | None = None) -> Sections:
    """Every finding that has something to say, by section and requirement; empty sections are left out.

    What does not apply is not listed.
    """
    known = {r.id: r for r in report.requirements}
    order = {r.id: index for index, r in enumerate(report.requirements)}
    people = {person.number: index for index, person in enumerate(report.people)}
    sorted_findings = sorted(
        report.findings,
        key=lambda f: (
            _SEVERITIES[f.severity],
            order.get(f.requirement, len(order)),
            f.subject.kind is not SubjectKind.PROVIDER,
            people.get(f.subject.id, len(people)),
        ),
    )
    by_topic: defaultdict[tuple[Section, str], list[Finding]] = defaultdict(list)
    for finding in sorted_findings:
        section = section_of(finding)
        if section and (only in (None, finding.severity) or section is Section.AUTHORITY):
            by_topic[section, finding.requirement].append(finding)
    found: Sections = {}
    for wanted in Section:
        topics = tuple(
            _topic(findings, known.get(requirement), words)
            for (section, requirement), findings in by_topic.items()
            if section is wanted
        )
        if topics:
            found[wanted] = topics
    return found


def section_of(finding: Finding) -> Section | None:
    """Where a finding is told; None where there is nothing to tell."""
    if finding.decided_by is DecidedBy.AUTHORITY:
        return Section.AUTHORITY
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return None
    if finding.outcome is Outcome.MET:
        return Section.MET
    if finding.waived_by is not None:
        return Section.WAIVED
    if finding.severity is Severity.ADVICE:
        return Section.FILES if finding.requirement.startswith("files.") else Section.ADVICE
    if finding.outcome is Outcome.UNDECIDED:
        return Section.UNDECIDED
    return Section.KNOCKOUT if finding.severity is Severity.KNOCKOUT else Section.REQUIRED


def running_out(report: Report, only: Severity | None = None) -> tuple[Finding, ...]:
    """What is met now and runs out soon, the first to go first."""
    soon = ((f.valid_until, f) for f in report.findings if f.expiring and f.valid_until and only in (None, f.severity))
    return tuple(f for _, f in sorted(soon, key=lambda pair: (pair[0], pair[1].requirement)))


def of_nobody(documents: tuple[FileUse, ...]) -> tuple[FileUse, ...]:
    """Papers of a person that belong to none."""
    return tuple(
        use
        for use in documents
        if use.kind in PERSONAL and use.employee is None and not any(part.employee for part in use.parts)
    )


_SEVERITIES = {Severity.KNOCKOUT: 0, Severity.REQUIRED: 1, Severity.ADVICE: 2}


def _topic(findings: list[Finding], requirement: RequirementInfo | None, words: Words) -> Topic:
    first = findings[0]
    by_problem: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        by_problem[finding.say, words.remedy(finding, requirement)].append(finding)
    return Topic(
        requirement=requirement or _unknown(first),
        problems=tuple(
            Problem(say=say, remedy=remedy, findings=tuple(same)) for (say, remedy), same in by_problem.items()
        ),
    )


def _unknown(finding: Finding) -> RequirementInfo:
    """Stands in for a requirement that the report does not describe."""
    title = Wording(nl=finding.requirement, en=finding.requirement)
    nothing = Wording(nl="", en="")
    return RequirementInfo(
        id=finding.requirement, source=finding.source, severity=finding.severity, title=title, remedy=nothing
    )
