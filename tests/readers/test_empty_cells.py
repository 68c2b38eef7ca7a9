"""Sheets with borders drawn down to row 100,000: read like the same sheet without."""

import io
import re
import zipfile

import openpyxl
import pytest
from openpyxl.styles import Border, Side

from dossiercheck.readers import empty_cells
from dossiercheck.readers.excel import read_workbook
from dossiercheck.readers.settings import ReadLimits


@pytest.fixture
def bordered(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Three filled rows, one of them hidden, and 400 that have borders only; every sheet counts as large."""
    monkeypatch.setattr(empty_cells, "LARGE", 0)
    book = openpyxl.Workbook()
    sheet = book.active
    line = Border(left=Side(style="thin"))
    for row in range(1, 401):
        for column in range(1, 9):
            sheet.cell(row, column).border = line
    for row in (1, 2, 300):
        sheet.cell(row, 2, f"rij {row}")
        sheet.cell(row, 8, row)
    sheet.row_dimensions[300].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(data: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.read(name)


def test_only_empty_cells_go(bordered: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    thin = empty_cells.without_empty_cells(bordered)
    assert len(re.findall(rb"<c ", sheet_of(thin))) == 6
    read = read_workbook(bordered, "xlsx", ReadLimits())
    monkeypatch.setattr(empty_cells, "LARGE", 2**40)
    assert read == read_workbook(bordered, "xlsx", ReadLimits())
    assert [(row.number, row.hidden, len(row.cells)) for row in read.sheets[0].rows] == [
        (1, False, 2),
        (2, False, 2),
        (300, True, 2),
    ]


def test_cells_that_do_not_say_where_they_stand_stay(bordered: bytes) -> None:
    """Their place follows from the ones before them."""
    sheet = sheet_of(bordered).replace(b'<c r="B1"', b"<c")
    assert empty_cells._thinned(sheet) == sheet


def test_a_strict_workbook_reads_like_any_other(bordered: bytes) -> None:
    """Excel offers 'Strict Open XML' when saving; its names for the same things are others."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bordered)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
            content = content.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            new.writestr(name, content)
    assert read_workbook(out.getvalue(), "xlsx", ReadLimits()) == read_workbook(bordered, "xlsx", ReadLimits())
