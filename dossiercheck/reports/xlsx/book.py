"""Tables become a workbook that runs nothing: no formulas, no macros, no links but to files beside it.

Text is written as text. A spreadsheet takes text for a formula by how it begins, here or later when it is saved as
CSV: such text gets an apostrophe before it (`escape.cell`). The same tables give the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from dossiercheck.reports import escape
from dossiercheck.reports.grid import SIGNS, State
from dossiercheck.reports.tables import CellValue, Column, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LOOKS = {
    State.NOT_MET: ("FFFBDAD7", "FF8C1007"),
    State.UNDECIDED: ("FFFDF0C9", "FF6B4A00"),
    State.MET: ("FFE2F2E4", "FF14532D"),
    State.ADVICE: ("FFDDEEF8", "FF0B4A6F"),
    State.WAIVED: ("FFE8E4F5", "FF43307A"),
}
"""Fill and letters of a cell that begins with the state's sign; EXPIRING shares its sign with MET."""
_MOST_ROWS = 1_048_000
_LONGEST = 32_000
"""Characters; a cell holds no more than 32,767."""
_WRAPPED_FROM = 20
"""Columns of so many characters fold their text."""
_DATE_FORMAT = "yyyy-mm-dd"
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def workbook(tables: Sequence[Table], on: date) -> bytes:
    """A workbook with a sheet for each table, as if written on the day `on`."""
    from openpyxl import Workbook

    book = Workbook()
    del book[book.sheetnames[0]]
    for table in tables:
        _fill(book.create_sheet(_NO_SHEET_NAME.sub(" ", table.title)[:31]), table)
    written = io.BytesIO()
    book.save(written)
    return _same_bytes(written.getvalue(), on)


def _fill(sheet: "Worksheet", table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    head = (Font(bold=True, color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F3A5F"))
    top = Alignment(vertical="top")
    folded = Alignment(vertical="top", wrap_text=True)
    linked = Font(color="FF1F4A7D", underline="single")
    for index, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width + 2
        cell = _write(sheet, 1, index, column.title)
        cell.font, cell.fill = head
        cell.alignment = folded
    for row, values in enumerate(table.rows[:_MOST_ROWS], start=2):
        for index, value in enumerate(values, start=1):
            if value is not None:
                cell = _write(sheet, row, index, value)
                cell.alignment = folded if table.columns[index - 1].width >= _WRAPPED_FROM else top
                link = table.links.get((row - 2, index - 1))
                if link and escape.BESIDE.match(link):
                    cell.hyperlink, cell.font = link, linked
    _arrange(sheet, table.columns, 1 + min(len(table.rows), _MOST_ROWS))


def _write(sheet: "Worksheet", row: int, column: int, value: CellValue):  # type: ignore[no-untyped-def]
    """One typed cell. Text is stored as text whatever it looks like."""
    cell = sheet.cell(row=row, column=column)
    if isinstance(value, str):
        cell.value = escape.shorten(escape.cell(value), _LONGEST)
        cell.data_type = "s"
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DATE_FORMAT
    return cell


def _arrange(sheet: "Worksheet", columns: Sequence[Column], last: int) -> None:
    """Frozen panes, filters, colours for states, and how it prints."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    end = get_column_letter(len(columns))
    leads = sum(column.lead for column in columns)
    sheet.freeze_panes = f"{get_column_letter(leads + 1)}2"
    sheet.auto_filter.ref = f"A1:{end}{last}"
    for state, (fill, letters) in _LOOKS.items():
        rule = FormulaRule(
            formula=[f'LEFT(A2,2)="{SIGNS[state]} "'],
            fill=PatternFill("solid", bgColor=fill),
            font=Font(color=letters),
        )
        sheet.conditional_formatting.add(f"A2:{end}{max(last, 2)}", rule)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&A  &P / &N"


def _same_bytes(book: bytes, on: date) -> bytes:
    """The same workbook without the moments at which it was written."""
    moment = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - written as UTC below
    stamp = f"{moment:%Y-%m-%dT%H:%M:%S}Z".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _WRITTEN.sub(rb"\g<1>" + stamp + rb"\g<2>", data)
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, data)
    return out.getvalue()
