"""Workbooks to content: every filled cell, typed, with its place; and no workbook that can hang the reader."""

import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from dossiercheck.findings import Reason
from dossiercheck.readers.content import Cell, Sheet, Unread, WorkbookContent
from dossiercheck.readers.excel import read_workbook
from dossiercheck.readers.settings import ReadLimits

LIMITS = ReadLimits()


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(fill: Callable[[Worksheet], None]) -> bytes:
    book = Workbook()
    fill(book.active)
    return saved(book)


def read(data: bytes, limits: ReadLimits = LIMITS) -> WorkbookContent:
    content = read_workbook(data, "xlsx", limits)
    assert isinstance(content, WorkbookContent), content
    return content


def cells(sheet: Sheet) -> dict[str, Cell]:
    return {cell.ref: cell for row in sheet.rows for cell in row.cells}


def changed(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == member else old.read(name))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("stored", "number_format", "value", "shown"),
    [
        ("007", None, "007", "007"),
        (7, "000", 7, "007"),
        (7, '"P"000', 7, "P007"),
        (7, None, 7, "7"),
        (7.0, None, 7, "7"),
        (31.5, None, 31.5, "31.5"),
        (0.3, None, 0.3, "0.3"),
        (1 / 3, None, 0.3333333333333333, "0.333333333333333"),
        (True, None, True, "WAAR"),
        (date(2024, 3, 14), None, date(2024, 3, 14), "14-03-2024"),
        (datetime(2024, 3, 14, 15, 9, tzinfo=UTC).replace(tzinfo=None), None, date(2024, 3, 14), "14-03-2024"),
        (45365, "dd-mm-yyyy", date(2024, 3, 14), "14-03-2024"),
        (45365, None, 45365, "45365"),
        (time(9, 30), None, "09:30", "09:30"),
        (timedelta(hours=36), "[h]:mm", "36:00", "36:00"),
        ("  De\xa0Wit \u200b", None, "De Wit", "De Wit"),
        ("Zoe\u0308", None, "Zoë", "Zoë"),
        ("regel 1\r\nregel 2", None, "regel 1\nregel 2", "regel 1\nregel 2"),
        ("#N/A", None, "#N/A", "#N/A"),
    ],
)
def test_values_and_how_they_are_shown(stored: object, number_format: str | None, value: object, shown: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["C14"] = stored
        if number_format:
            sheet["C14"].number_format = number_format

    cell = cells(read(workbook(fill)).sheets[0])["C14"]
    assert (cell.value, type(cell.value), cell.shown) == (value, type(value), shown)
    assert cell.column == 3


def test_the_1904_calendar() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = date(2024, 3, 14)
    assert cells(read(saved(book)).sheets[0])["A1"].value == date(2024, 3, 14)


def test_empty_and_blank_cells_are_not_there() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["C3"] = "x", "  ", 0
        sheet["Z99"].number_format = "000"

    sheet = read(workbook(fill)).sheets[0]
    assert list(cells(sheet)) == ["A1", "C3"]
    assert [row.number for row in sheet.rows] == [1, 3]


def test_rows_far_below_are_not_lost() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A5000"], sheet["XFD1048576"] = "kop", "laatste", "ver weg"

    sheet = read(workbook(fill)).sheets[0]
    assert [row.number for row in sheet.rows] == [1, 5000, 1048576]


@pytest.mark.parametrize("stated", [b'ref="A1"', b'ref="A1:XFD1048576"', b'ref="A1:B2"'])
def test_a_wrong_dimension_loses_nothing(stated: bytes) -> None:
    def fill(sheet: Worksheet) -> None:
        for number in range(1, 30):
            sheet.append([number, f"naam {number}"])

    data = changed(workbook(fill), SHEET, lambda xml: xml.replace(b'ref="A1:B29"', stated))
    assert len(read(data).sheets[0].rows) == 29


def test_hidden_rows_and_sheets_and_merged_cells_are_told() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["a"])
    sheet.append(["b"])
    sheet.row_dimensions[2].hidden = True
    sheet["D1"] = "kop"
    sheet.merge_cells("D1:F1")
    other = book.create_sheet("Geheim")
    other["A1"] = "x"
    other.sheet_state = "veryHidden"
    first, second = read(saved(book)).sheets
    assert [row.hidden for row in first.rows] == [False, True]
    assert first.merged == ("D1:F1",)
    assert (first.hidden, second.hidden, second.name) == (False, True, "Geheim")


def test_a_formula_without_an_outcome_is_told() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"] = 3, "=A1+1"

    found = cells(read(workbook(fill)).sheets[0])
    assert found["A2"].formula_without_value
    assert found["A2"].value is None
    assert not found["A1"].formula_without_value


def test_a_formula_with_its_outcome_is_its_outcome() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"] = 3, "=A1+1"

    data = changed(
        workbook(fill),
        SHEET,
        lambda xml: xml.replace(b"<v></v>", b"<v>4</v>").replace(b"<v />", b"<v>4</v>").replace(b"<v/>", b"<v>4</v>"),
    )
    cell = cells(read(data).sheets[0])["A2"]
    assert (cell.value, cell.formula_without_value) == (4, False)


def test_limits_end_the_reading_and_say_where() -> None:
    def fill(sheet: Worksheet) -> None:
        for number in range(1, 50):
            sheet.append([number, "x"])

    data = workbook(fill)
    by_rows = read(data, ReadLimits(rows=10)).sheets[0]
    by_cells = read(data, ReadLimits(cells=20)).sheets[0]
    assert (len(by_rows.rows), by_rows.cut_off_at) == (10, 11)
    assert (len(by_cells.rows), by_cells.cut_off_at) == (10, 11)
    assert read(data).sheets[0].cut_off_at is None


def test_what_unpacks_to_too_much_is_not_opened() -> None:
    data = workbook(lambda sheet: sheet.append(["x"]))
    swollen = changed(data, "docProps/app.xml", lambda xml: xml + b" " * 3_000_000)
    content = read_workbook(swollen, "xlsx", ReadLimits(unpacked_bytes=2**20))
    assert isinstance(content, Unread)
    assert (content.reason, content.say) == (Reason.UNSAFE_FILE, "table-too-large")


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">'.encode() for n in range(1, 10))
    + b']><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    b'<c r="A1" t="str"><v>&a9;</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: ENTITIES,
        lambda xml: xml[: len(xml) // 2],
        lambda xml: b"",
        lambda xml: b"<a/>" * 10,
    ],
    ids=["entity bomb", "half a sheet", "empty sheet", "no sheet"],
)
def test_damaged_workbooks_say_so(change: Callable[[bytes], bytes]) -> None:
    data = changed(workbook(lambda sheet: sheet.append(["x"])), SHEET, change)
    content = read_workbook(data, "xlsx", LIMITS)
    assert isinstance(content, Unread)
    assert content.say == "table-damaged"


def test_a_broken_zip_says_so() -> None:
    data = workbook(lambda sheet: sheet.append(["x"]))
    content = read_workbook(data[:-30], "xlsx", LIMITS)
    assert isinstance(content, Unread)
    assert content.say == "table-damaged"
