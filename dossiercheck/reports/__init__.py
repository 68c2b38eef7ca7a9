"""Room: reports. A `Report` becomes text or a file for people or programs, in Dutch or English.

All sentences for people live here, as data in `wording/`. A format is one module with `render` and `render_inspect`
(`interface.py`) and one line in `FORMATS`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from dossiercheck.errors import OutputError
from dossiercheck.findings import FileUse, Overview, Report, Severity, Value
from dossiercheck.reports.interface import MAX_WIDTH, MIN_WIDTH, PIPE_WIDTH, Format, Rendered, View
from dossiercheck.reports.pages import (
    render_check,
    render_checks,
    render_differences,
    render_index,
    render_requirement,
    render_set,
)

if TYPE_CHECKING:
    from dossiercheck.desk import (
        Comparison,
        Difference,
        EmployeeNote,
        OpenQuestion,
        ProviderLetter,
        Term,
        ToConfirm,
    )
    from dossiercheck.reports.letter import Filled
    from dossiercheck.reports.tables import Table

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "console": "dossiercheck.reports.console",
        "json": "dossiercheck.reports.json",
        "html": "dossiercheck.reports.html",
        "xlsx": "dossiercheck.reports.xlsx",
        "csv": "dossiercheck.reports.csv",
        "markdown": "dossiercheck.reports.markdown",
    }
)
"""Name of each format, as `--format` takes it, and the module that writes it (imported when it is asked for)."""

__all__ = [
    "FORMATS",
    "MAX_WIDTH",
    "MIN_WIDTH",
    "PIPE_WIDTH",
    "Filled",
    "Rendered",
    "View",
    "confirmation_sheet",
    "confirmation_text",
    "fill_for_employee",
    "fill_for_provider",
    "filled_rows",
    "fitted",
    "label",
    "letters_docx",
    "letters_markdown",
    "question_sheet",
    "question_text",
    "render",
    "render_check",
    "render_checks",
    "render_comparison",
    "render_differences",
    "render_index",
    "render_inspect",
    "render_overview",
    "render_requirement",
    "render_set",
    "verification_text",
    "view_of",
]


def view_of(lang: str, width: int | None, *, colour: bool, encoding: str, verbose: bool = False) -> View:
    """How a page is to be shown; the options are those of `render`."""
    return View(lang=lang, width=_columns(width), colour=colour, encoding=encoding, verbose=verbose)


def render(
    report: Report,
    format: str,
    *,
    lang: str,
    width: int | None = None,
    colour: bool = False,
    only: Severity | None = None,
    verbose: bool = False,
    quiet: bool = False,
    encoding: str = "utf-8",
) -> Rendered:
    """A report in one of `FORMATS`: text that ends with a line break, or the bytes of a workbook.

    `width` is the terminal's, None in a pipe. `colour` is the caller's decision (terminal, NO_COLOR, FORCE_COLOR).
    `encoding` is that of the stream: what it lacks is written otherwise.

    Raises:
        KeyError: the format is unknown.
    """
    view = View(
        lang=lang,
        width=_columns(width),
        colour=colour,
        encoding=encoding,
        only=only,
        verbose=verbose,
        quiet=quiet,
    )
    return _load(format).render(report, view)


def render_inspect(
    documents: Sequence[FileUse],
    format: str,
    *,
    lang: str,
    width: int | None = None,
    colour: bool = False,
    verbose: bool = False,
    encoding: str = "utf-8",
) -> Rendered:
    """What was seen in these files; the options are those of `render`."""
    view = View(lang=lang, width=_columns(width), colour=colour, encoding=encoding, verbose=verbose)
    return _load(format).render_inspect(documents, view)


def render_comparison(comparison: "Comparison", format: str, lang: str, width: int) -> str:
    """What changed between two reports, as `console` (of this width), `markdown` or `json`; ends with a line break."""
    from dossiercheck.reports.comparison import render_comparison as rendered

    return rendered(comparison, format, lang, width)


def question_text(asked: "OpenQuestion", report: Report, lang: str, width: int) -> str:
    """One question that is left to a person, with its evidence, on lines of at most so many columns."""
    from dossiercheck.reports.questions import question_text as shown

    return shown(asked, {r.id: r for r in report.requirements}, lang, width)


def question_sheet(asked: "Sequence[OpenQuestion]", report: Report, lang: str, *, as_workbook: bool) -> Rendered:
    """The questions as a sheet to fill in: a workbook, or CSV."""
    from dossiercheck.reports.questions import questions_table

    table = questions_table(asked, {r.id: r for r in report.requirements}, lang)
    return _sheet(table, report.on, as_workbook=as_workbook)


def confirmation_text(papers: "Sequence[ToConfirm]", lang: str) -> str:
    """What only an issuer can confirm, as a list; ends with a line break."""
    from dossiercheck.reports.confirming import confirmation_text as shown

    return shown(papers, lang)


def confirmation_sheet(papers: "Sequence[ToConfirm]", on: date, lang: str, *, as_workbook: bool) -> Rendered:
    """The same as a sheet to fill in: a workbook, or CSV."""
    from dossiercheck.reports.confirming import confirmation_table

    return _sheet(confirmation_table(papers, lang), on, as_workbook=as_workbook)


def filled_rows(rows: Sequence[Sequence[str]], sheet: str) -> list[tuple[int, dict[str, str]]] | None:
    """The answered rows of a sheet (`questions`, `confirm`), each with its number; None where it is no such sheet."""
    from dossiercheck.reports.filled import filled_rows as found

    return found(rows, sheet)


def _sheet(table: "Table", on: date, *, as_workbook: bool) -> Rendered:
    if as_workbook:
        from dossiercheck.reports.xlsx.book import workbook

        return workbook((table,), on)
    from dossiercheck.reports import csv

    return csv.text([column.title for column in table.columns], table.rows)


def render_overview(
    overview: Overview,
    format: str,
    *,
    lang: str,
    width: int | None = None,
    colour: bool = False,
    only: Severity | None = None,
    quiet: bool = False,
    encoding: str = "utf-8",
) -> Rendered:
    """Many dossiers side by side, in one of `OVERVIEW_FORMATS`; the options are those of `render`."""
    from dossiercheck.reports.overview import OVERVIEW_FORMATS

    view = View(lang=lang, width=_columns(width), colour=colour, encoding=encoding, only=only, quiet=quiet)
    return OVERVIEW_FORMATS[format](overview, view)


def verification_text(found: "Sequence[Difference]", lang: str) -> str:
    """How a report and the same dossier judged again differ, a line each; ends with a line break."""
    from dossiercheck.reports.verifying import verification_text as shown

    return shown(found, lang)


def fill_for_provider(letter: "ProviderLetter", term: "Term", dated: date, sender: str, lang: str) -> "Filled":
    """What a letter to the provider is filled with."""
    from dossiercheck.reports.letter import to_provider

    return to_provider(letter, term, dated, sender, lang)


def fill_for_employee(note: "EmployeeNote", term: "Term", dated: date, sender: str, lang: str) -> "Filled":
    """What a note to an employee is filled with."""
    from dossiercheck.reports.letter import to_employee

    return to_employee(note, term, dated, sender, lang)


def letters_markdown(letters: "Sequence[Filled]", to: str, lang: str, template: Path | None) -> str:
    """The letters as Markdown, by the user's template or the program's own for `to` (provider, employee)."""
    return "\n\n---\n\n".join(_filled_in(letters, to, lang, template))


def letters_docx(letters: "Sequence[Filled]", to: str, lang: str, template: Path | None) -> bytes:
    """The letters as one Word document, each on a page of its own. Raises OutputError."""
    from dossiercheck.reports import docx

    if template is None or template.suffix.lower() != ".docx":
        return docx.letters(_filled_in(letters, to, lang, template), lang)
    try:
        return docx.filled_template(template, letters)
    except ValueError as error:
        raise OutputError(nl=f"{template} is geen Word-document.", en=f"{template} is no Word document.") from error


def _filled_in(letters: "Sequence[Filled]", to: str, lang: str, template: Path | None) -> list[str]:
    from dossiercheck.reports.letter import default_template, fill

    if template is None:
        return [fill(default_template(to, lang), letter) for letter in letters]
    try:
        own = template.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(
            nl=f"Het sjabloon {template} kan niet worden gelezen als tekst. Gebruik een bestand dat eindigt op .md.",
            en=f"The template {template} cannot be read as text. Use a file that ends in .md.",
        ) from error
    return [fill(own, letter) for letter in letters]


def label(key: str, lang: str, **values: Value) -> str:
    """A word or phrase of the reports, for commands that talk with their user."""
    from dossiercheck.reports.wording import words

    return words(lang).label(key, **values)


def fitted(text: str, width: int) -> str:
    """A line cut to so many columns of a terminal, where some letters take two."""
    from rich.cells import set_cell_size

    return set_cell_size(text, width).rstrip()


def _load(format: str) -> Format:
    return cast(Format, import_module(FORMATS[format]))


def _columns(width: int | None) -> int:
    return PIPE_WIDTH if width is None else min(max(width, MIN_WIDTH), MAX_WIDTH)
