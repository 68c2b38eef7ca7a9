"""The findings as CSV for other programs: one line each, with codes that never follow the language (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Sequence

from dossiercheck.findings import FileUse, Finding, Report, RequirementInfo
from dossiercheck.reports import escape
from dossiercheck.reports.interface import View
from dossiercheck.reports.wording import Words, words

# fmt: off
COLUMNS = (
    "requirement", "source", "severity", "subject_kind", "subject_id", "subject_name", "product", "outcome", "reason",
    "decided_by", "expiring", "valid_until", "waived_by", "decision", "message", "remedy",
    "file", "page", "cell", "text", "how", "confidence",
)
FILE_COLUMNS = (
    "file", "sha256", "size", "pages", "kind", "confidence", "employee", "fact", "value", "page", "cell", "text",
)
# fmt: on


def render(report: Report, view: View) -> str:
    """A line for each finding, with the first place of its evidence."""
    say = words(view.lang)
    known = {r.id: r for r in report.requirements}
    shown = [f for f in report.findings if view.only in (None, f.severity)]
    return text(COLUMNS, (_line(f, known.get(f.requirement), say) for f in shown), view.encoding)


def render_inspect(documents: Sequence[FileUse], view: View) -> str:
    """A line for each fact of each file; a file without facts has one."""
    return text(FILE_COLUMNS, (line for use in documents for line in _facts(use)), view.encoding)


def text(header: Iterable[str], lines: Iterable[Iterable[object]], encoding: str = "utf-8") -> str:
    """Lines as CSV; text that a spreadsheet would take for a formula is made plain text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_cell(title) for title in header])
    writer.writerows([_cell(value) for value in line] for line in lines)
    return escape.spelled(out.getvalue(), encoding)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape.cell(value) if isinstance(value, str) else str(value)


def _line(finding: Finding, requirement: RequirementInfo | None, say: Words) -> list[object]:
    place = finding.evidence[0] if finding.evidence else None
    return [
        finding.requirement,
        finding.source,
        finding.severity.value,
        finding.subject.kind.value,
        finding.subject.id,
        finding.subject.name,
        finding.product,
        finding.outcome.value,
        finding.reason.value if finding.reason else None,
        finding.decided_by.value,
        finding.expiring,
        finding.valid_until,
        finding.waived_by,
        finding.decision,
        say.sentence(finding, requirement),
        say.remedy(finding, requirement),
        *(
            (place.file, place.page, place.cell, place.text, place.how.value, round(place.confidence, 4))
            if place
            else [None] * 6
        ),
    ]


def _facts(use: FileUse) -> Iterable[list[object]]:
    start: list[object] = [use.file, use.sha256, use.size, use.pages, use.kind, round(use.confidence, 4), use.employee]
    facts = [*use.facts, *(fact for part in use.parts for fact in part.facts)]
    for fact in facts:
        place = fact.place
        value = "; ".join(fact.value) if isinstance(fact.value, tuple) else fact.value
        yield [*start, fact.name, value, *((place.page, place.cell, place.text) if place else [None] * 3)]
    if not facts:
        yield [*start, *[None] * 5]
