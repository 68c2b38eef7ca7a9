"""How ambiguous texts were read, in words: which reading was used, and what another would change."""

from dataclasses import dataclass

from dossiercheck.findings import OtherReading, Report
from dossiercheck.reports import escape
from dossiercheck.reports.naming import subject_name
from dossiercheck.reports.wording import Words

NAMES = 8
"""So many subjects whose findings another reading changes are named."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingLine:
    """One ambiguous requirement: how it was read, and a sentence or two for each reading that changes something."""

    requirement: str
    title: str
    used: str
    others: tuple[str, ...]


def reading_lines(report: Report, words: Words) -> tuple[ReadingLine, ...]:
    """One for each requirement whose text can be read in several ways."""
    known = {requirement.id: requirement for requirement in report.requirements}
    lines = []
    for use in report.readings:
        requirement = known.get(use.requirement)
        others = tuple(_other(other, report, words) for other in use.others if other.changes)
        lines.append(
            ReadingLine(
                requirement=escape.name(use.requirement),
                title=words.text(requirement.title) if requirement else escape.name(use.requirement),
                used=words.text(use.title),
                others=others or (words.label("reading-changes-nothing"),),
            )
        )
    return tuple(lines)


def _other(other: OtherReading, report: Report, words: Words) -> str:
    what = words.label("reading-changes", count=len(other.changes), who=_who(other, words) or None)
    same = other.verdict is report.verdict
    verdict = words.label(f"verdict-{other.verdict.value}").lower()
    then = words.label("reading-same-verdict") if same else words.label("reading-other-verdict", verdict=verdict)
    return f"{words.label('reading-other', title=words.text(other.title))} {what} {then}"


def _who(other: OtherReading, words: Words) -> str:
    found = (change.after or change.before for change in other.changes)
    names = [name for finding in found if finding and (name := subject_name(finding.subject, words))]
    distinct = list(dict.fromkeys(names))
    more = words.label("and-so-many-more", count=len(distinct) - NAMES) if len(distinct) > NAMES else ""
    return ", ".join(distinct[:NAMES]) + (f" {more}" if more else "")
