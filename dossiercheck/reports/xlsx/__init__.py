"""The workbook that a reviewer works in: verdict, grid, findings, what to do, files."""

from collections.abc import Sequence
from datetime import date

from dossiercheck.findings import FileUse, Report
from dossiercheck.reports import escape
from dossiercheck.reports.grid import SIGNS
from dossiercheck.reports.interface import View
from dossiercheck.reports.problems import sections
from dossiercheck.reports.readings import reading_lines
from dossiercheck.reports.summary import VERDICT_SIGNS, counts, other_remarks
from dossiercheck.reports.tables import (
    CellValue,
    Column,
    Table,
    actions_table,
    files_table,
    findings_table,
    grid_table,
)
from dossiercheck.reports.to_do_first import shelf_life
from dossiercheck.reports.wording import Words, words
from dossiercheck.reports.xlsx.book import workbook

EPOCH = date(2000, 1, 1)
"""Stands as the day of writing where a workbook is about no day."""


def render(report: Report, view: View) -> bytes:
    """The whole report; `only` narrows the sheets, never the verdict."""
    say = words(view.lang)
    tables = (
        _overview(report, say),
        grid_table(report, say, view.only),
        findings_table(report, say, view.only),
        actions_table(report, say, view.only),
        files_table(report.documents, say),
    )
    return workbook(tables, report.on)


def render_inspect(documents: Sequence[FileUse], view: View) -> bytes:
    """What was seen in these files, one row each."""
    return workbook((files_table(documents, words(view.lang)),), EPOCH)


def _overview(report: Report, say: Words) -> Table:
    """Verdict, counts and what was judged by what: the cover of the workbook."""
    rows: list[tuple[CellValue, CellValue]] = [
        (say.label("provider"), escape.name(report.provider) or None),
        (
            say.label("verdict"),
            f"{VERDICT_SIGNS[report.verdict]} {say.label(f'verdict-{report.verdict.value}')}",
        ),
        *(
            (say.label("counts"), f"{SIGNS[c.state]} {say.label(c.label, count=c.count)}")
            for c in counts(report, sections(report, say))
        ),
        (say.label("judged-on"), report.on),
        (say.label("requirements"), f"{say.text(report.set_title)} ({escape.name(report.set_id)})"),
        (say.label("receipt-set-version"), escape.name(report.set_version)),
        (say.label("dossier"), escape.path(report.dossier)),
        *((say.label("section-shelf-life"), life) for life in [shelf_life(report, say)] if life),
        *(
            (say.label("section-readings"), f"{r.title}: {r.used}. {' '.join(r.others)}")
            for r in reading_lines(report, say)
        ),
        *((say.label("not-judged"), f"{say.text(r.title)} ({escape.name(r.id)})") for r in report.not_checked),
        *((say.label("section-remarks"), say.say(r.say, r.values)) for r in other_remarks(report)),
        (say.label("receipt-version"), escape.name(report.tool_version)),
        (say.label("receipt-set"), escape.clean(report.set_sha256)),
        (say.label("receipt-dossier"), escape.clean(report.dossier_sha256)),
    ]
    columns = (Column(title=say.label("col-item"), width=34, lead=True), Column(title=say.label("col-value"), width=90))
    return Table(title=say.label("sheet-overview"), columns=columns, rows=tuple(rows))
