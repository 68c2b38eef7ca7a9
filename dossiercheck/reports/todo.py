"""What there is to do, from the findings: each piece of advice once, with everybody it is for, the worst first."""

from collections import defaultdict
from dataclasses import dataclass

from dossiercheck.findings import Finding, Report, RequirementInfo, Severity
from dossiercheck.reports.problems import Section, sections
from dossiercheck.reports.wording import Words

_TO_DO = (Section.KNOCKOUT, Section.REQUIRED, Section.UNDECIDED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Todo:
    """One thing to do. `requirements` and `findings` are those that it would settle, worst first."""

    what: str
    section: Section
    requirements: tuple[RequirementInfo, ...]
    findings: tuple[Finding, ...]


def todos(report: Report, words: Words, only: Severity | None = None) -> tuple[Todo, ...]:
    """Everything that keeps the dossier from being complete and that somebody can do something about."""
    found = sections(report, words, only)
    first: dict[str, Section] = {}
    requirements: defaultdict[str, dict[str, RequirementInfo]] = defaultdict(dict)
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for section in _TO_DO:
        for topic in found.get(section, ()):
            for problem in topic.problems:
                if problem.remedy:
                    first.setdefault(problem.remedy, section)
                    requirements[problem.remedy][topic.requirement.id] = topic.requirement
                    findings[problem.remedy] += problem.findings
    return tuple(
        Todo(
            what=what,
            section=section,
            requirements=tuple(requirements[what].values()),
            findings=tuple(findings[what]),
        )
        for what, section in first.items()
    )
