"""The report as a page: one file that works offline, prints on A4, and can be read without colour, mouse or script."""

from collections.abc import Sequence

from dossiercheck.findings import FileUse, Report
from dossiercheck.reports import escape
from dossiercheck.reports.html.element import Element, el
from dossiercheck.reports.html.findings import finding_sections
from dossiercheck.reports.html.frame import framed
from dossiercheck.reports.html.outline import Outline
from dossiercheck.reports.html.people import people_section
from dossiercheck.reports.html.rest import (
    file_table,
    files_section,
    readings_section,
    receipt_section,
    remarks_section,
    soon_section,
)
from dossiercheck.reports.html.todo import todo_section
from dossiercheck.reports.html.verdict import verdict_header
from dossiercheck.reports.interface import View
from dossiercheck.reports.wording import words


def render(report: Report, view: View) -> str:
    """The whole page; `only` narrows what is listed, never the verdict."""
    say = words(view.lang)
    outline = Outline(report, say, view)
    main = [
        todo_section(outline),
        people_section(outline),
        *finding_sections(outline),
        soon_section(outline),
        files_section(outline),
        readings_section(outline),
        remarks_section(outline),
        receipt_section(outline),
    ]
    parts = [] if view.quiet else [part for part in main if part is not None]
    title = f"{say.label(f'verdict-{report.verdict.value}')}: {escape.name(report.provider or report.dossier)}"
    return framed(
        title,
        say,
        verdict_header(outline),
        _contents(parts, outline) if parts else None,
        el("main", *parts, id="report"),
        el("footer", el("p", say.label("html-footer", version=escape.name(report.tool_version)))),
    )


def render_inspect(documents: Sequence[FileUse], view: View) -> str:
    """What was seen in these files."""
    say = words(view.lang)
    title = say.label("section-files")
    return framed(
        title,
        say,
        el("header", el("h1", title), class_="plain"),
        el("main", el("section", el("h2", title), file_table(documents, say)), id="report"),
    )


def _contents(parts: Sequence[Element], outline: Outline) -> Element:
    """Links to the sections that there are, by their headings."""
    links = []
    for part in parts:
        anchor = next((value for name, value in part.attributes if name == "id"), None)
        heading = next((c for c in part.children if isinstance(c, Element) and c.tag == "h2"), None)
        if anchor and heading:
            links.append(el("li", el("a", *heading.children, href=f"#{anchor}")))
    return el("nav", el("ul", *links), aria_label=outline.words.label("html-contents"), class_="contents")
