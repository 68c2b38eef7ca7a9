"""What there is to do, for formats that list it subject by subject: each action with its findings."""

from dataclasses import dataclass

from dossiercheck.findings import Finding, Report, Severity
from dossiercheck.reports.problems import Section, section_of
from dossiercheck.reports.to_do_first import action_lines
from dossiercheck.reports.wording import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Todo:
    """One thing to do, in words, with what it settles."""

    what: str
    lead: str
    """How long it takes, such as '4 weeks'; empty where it is not known."""
    section: Section
    """Where the worst of its findings is told."""
    settles: tuple[str, ...]
    """Titles of requirements."""
    findings: tuple[Finding, ...]
    once: bool
    """Done once for the whole dossier."""


def todos(report: Report, words: Words, only: Severity | None = None) -> tuple[Todo, ...]:
    """The report's actions in their order; of each only the findings shown, and none without any."""
    found = []
    for action, line in zip(report.actions, action_lines(report, words), strict=True):
        shown = tuple(finding for finding in action.findings if only in (None, finding.severity))
        sections = [section for finding in shown if (section := section_of(finding))]
        if sections:
            worst = min(sections, key=list(Section).index)
            found.append(
                Todo(
                    what=line.what,
                    lead=line.lead,
                    section=worst,
                    settles=line.settles,
                    findings=shown,
                    once=action.once,
                )
            )
    return tuple(found)
