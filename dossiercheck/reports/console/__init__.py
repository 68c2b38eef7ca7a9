"""The report on a terminal: verdict first, then who misses what, then the findings, worst first."""

from collections.abc import Sequence

from dossiercheck.findings import FileUse, Report
from dossiercheck.reports.console.findings import show_section
from dossiercheck.reports.console.inspect import show_document
from dossiercheck.reports.console.outlook import show_readings, show_what_to_do
from dossiercheck.reports.console.page import Page
from dossiercheck.reports.console.people import show_people
from dossiercheck.reports.console.rest import (
    show_authority,
    show_files,
    show_not_checked,
    show_remarks,
    show_running_out,
)
from dossiercheck.reports.console.verdict import show_verdict, show_verdict_line
from dossiercheck.reports.interface import View
from dossiercheck.reports.problems import Section, sections
from dossiercheck.reports.wording import words

LONG = 40
"""A report of more lines repeats its verdict at the end, where a terminal stops scrolling."""

_LISTED = (Section.KNOCKOUT, Section.REQUIRED, Section.UNDECIDED, Section.ADVICE, Section.WAIVED)


def render(report: Report, view: View) -> str:
    """The whole report, or only its verdict where the view is quiet."""
    page = Page(view, words(view.lang))
    everything = sections(report, page.words)
    if view.quiet:
        show_verdict_line(page, report, everything)
        return page.result()
    found = sections(report, page.words, view.only) if view.only else everything
    show_verdict(page, report, everything)
    show_people(page, report)
    for section in (*_LISTED, *([Section.MET] if view.verbose else [])):
        if section in found:
            show_section(page, section, found[section])
    show_running_out(page, report)
    show_files(page, report, found)
    show_authority(page, found.get(Section.AUTHORITY, ()))
    show_not_checked(page, report)
    show_readings(page, report)
    show_remarks(page, report)
    show_what_to_do(page, report)
    if len(page) > LONG:
        page.blank()
        show_verdict_line(page, report, everything)
    return page.result()


def render_inspect(documents: Sequence[FileUse], view: View) -> str:
    """What the program saw in these files."""
    page = Page(view, words(view.lang))
    for use in documents:
        show_document(page, use)
    return page.result()
