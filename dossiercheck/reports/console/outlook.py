"""What a report says beyond its findings: how ambiguous texts were read."""

from dossiercheck.findings import OtherReading, ReadingUse, Report, Verdict
from dossiercheck.reports import escape
from dossiercheck.reports.console.page import Page
from dossiercheck.reports.naming import subject_name
from dossiercheck.reports.wording import Words

NAMES = 8
"""So many subjects whose findings another reading changes are named."""
_STYLES = {Verdict.COMPLETE: "green", Verdict.INCOMPLETE: "red", Verdict.NEEDS_REVIEW: "yellow"}


def show_readings(page: Page, report: Report) -> None:
    """Each ambiguous requirement: how it was read, and what another reading would change."""
    if not report.readings:
        return
    words = page.words
    page.heading(words.label("section-readings"))
    page.blank()
    known = {requirement.id: requirement for requirement in report.requirements}
    for use in report.readings:
        title = words.text(known[use.requirement].title) if use.requirement in known else escape.name(use.requirement)
        unchanged = "" if _changing(use) else f" {words.label('reading-changes-nothing')}"
        page.line((title, "bold"), f": {words.text(use.title)}.", (unchanged, "dim"), indent=3, marker="•")
        for other in _changing(use):
            _show_other(page, other, report)


def _changing(use: ReadingUse) -> list[OtherReading]:
    return [other for other in use.others if other.changes]


def _show_other(page: Page, other: OtherReading, report: Report) -> None:
    words, count = page.words, len(other.changes)
    page.line(words.label("reading-other", title=words.text(other.title)), indent=5)
    what = words.label("reading-changes", count=count, who=_who(other, words) or None)
    if other.verdict is report.verdict:
        page.line((f"{what} {words.label('reading-same-verdict')}", "dim"), indent=5)
    else:
        verdict = words.label("reading-other-verdict", verdict=words.label(f"verdict-{other.verdict.value}").lower())
        page.line((what, "dim"), " ", (verdict, _STYLES[other.verdict]), indent=5)


def _who(other: OtherReading, words: Words) -> str:
    """The subjects whose findings change, the first of them by name."""
    found = (change.after or change.before for change in other.changes)
    names = [name for finding in found if finding and (name := subject_name(finding.subject, words))]
    distinct = list(dict.fromkeys(names))
    more = words.label("and-so-many-more", count=len(distinct) - NAMES) if len(distinct) > NAMES else ""
    return ", ".join(distinct[:NAMES]) + (f" {more}" if more else "")
