"""Old Excel workbooks (xls): calamine reads the values; what it does not tell is read from the records themselves.

Hidden rows, cells that show an error, a password, and how far the cells reach: calamine lays out the whole rectangle
in memory, so that a cell far away would cost gigabytes.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from dossiercheck.findings import Reason
from dossiercheck.readers.cells import cell_value
from dossiercheck.readers.content import Cell, Row, Sheet, Unread, WorkbookContent
from dossiercheck.readers.ole import stream
from dossiercheck.readers.settings import ReadLimits
from dossiercheck.readers.text import clean, column_letters

_MOST_AREA = 4_000_000
"""Cells of the rectangle around all cells of a sheet."""
_END, _FORMULA, _BOUND_SHEET, _PASSWORD, _ROW, _DATES_1904, _BOOL_OR_ERROR = 0x0A, 0x06, 0x85, 0x2F, 0x208, 0x22, 0x205
_CELLS = frozenset(
    {0x201, 0x203, 0x204, 0x27E, 0xFD, _FORMULA, _BOOL_OR_ERROR, 0xBD, 0xBE, 0xD6, 0x01, 0x02, 0x03, 0x04}
)
_HIDDEN_ROW = 0x20
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


@dataclass(slots=True)
class _Extent:
    """What the records of one sheet tell besides the values. Rows and columns from 1."""

    hidden_rows: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0


def read_xls(data: bytes, limits: ReadLimits) -> WorkbookContent | Unread:
    """The workbook, or why it could not be read."""
    records = stream(data, ("Workbook", "Book"))
    if records is None:
        return _damaged("no workbook in it")
    starts: list[int] = []
    epoch_1904 = False
    for kind, body in _records(records, 0):
        if kind == _PASSWORD:
            return Unread(reason=Reason.UNREADABLE, say="office-password")
        if kind == _BOUND_SHEET and len(body) >= 6 and body[5] == 0:
            starts.append(struct.unpack_from("<I", body)[0])
        if kind == _DATES_1904:
            epoch_1904 = body[:1] == b"\x01"
    extents = [_extent(records, start) for start in starts]
    if any(extent.rows * extent.columns > _MOST_AREA for extent in extents):
        return Unread(reason=Reason.UNSAFE_FILE, say="table-too-wide")
    return _values(data, extents, limits, epoch_1904=epoch_1904)


def _values(data: bytes, extents: list[_Extent], limits: ReadLimits, *, epoch_1904: bool) -> WorkbookContent | Unread:
    import python_calamine

    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        known = [m for m in book.sheets_metadata if m.typ is python_calamine.SheetTypeEnum.WorkSheet]
        if len(known) != len(extents):
            return _damaged("sheets")
        sheets, left = [], limits.cells
        for meta, extent in zip(known, extents, strict=True):
            rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
            sheet = _sheet(meta.name, rows, extent, limits, left)
            left -= sum(len(row.cells) for row in sheet.rows)
            hidden = meta.visible is not python_calamine.SheetVisibleEnum.Visible
            sheets.append(Sheet(name=sheet.name, rows=sheet.rows, hidden=hidden, cut_off_at=sheet.cut_off_at))
    except MemoryError:
        raise
    except Exception as error:  # calamine raises its own errors and whatever lies below them
        return _damaged(type(error).__name__)
    return WorkbookContent(layout="xls", sheets=tuple(sheets), epoch_1904=epoch_1904) if sheets else _damaged("empty")


def _sheet(name: str, rows: list[list[object]], extent: _Extent, limits: ReadLimits, left: int) -> Sheet:
    found: list[Row] = []
    for number, values in enumerate(rows, start=1):
        cells = tuple(_cells(number, values, extent))
        if not cells:
            continue
        left -= len(cells)
        if left < 0 or len(found) >= limits.rows:
            return Sheet(name=clean(name), rows=tuple(found), cut_off_at=number)
        found.append(Row(number=number, cells=cells, hidden=number in extent.hidden_rows))
    return Sheet(name=clean(name), rows=tuple(found))


def _cells(number: int, values: list[object], extent: _Extent) -> Iterator[Cell]:
    for column, raw in enumerate(values, start=1):
        value, shown = cell_value(extent.errors.get((number, column), raw))
        if value is not None:
            yield Cell(ref=f"{column_letters(column)}{number}", column=column, value=value, shown=shown)


def _extent(records: bytes, start: int) -> _Extent:
    extent = _Extent()
    depth = 0
    for kind, body in _records(records, start):
        depth += (kind & 0xFF) == 0x09
        depth -= kind == _END
        if depth <= 0:
            break
        if depth > 1 or len(body) < 6:
            continue
        row, column = struct.unpack_from("<HH", body)
        if kind == _ROW and len(body) >= 14 and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
            extent.hidden_rows.add(row + 1)
        elif kind in _CELLS:
            last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind in (0xBD, 0xBE) else column
            extent.rows, extent.columns = max(extent.rows, row + 1), max(extent.columns, min(last, 255) + 1)
            if error := _error(kind, body):
                extent.errors[row + 1, column + 1] = error
    return extent


def _error(kind: int, body: bytes) -> str | None:
    """The error that a cell shows, also as the outcome of a formula."""
    if kind == _BOOL_OR_ERROR and len(body) >= 8 and body[7] == 1:
        return _ERRORS.get(body[6], "#N/A")
    if kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        return _ERRORS.get(body[8], "#N/A")
    return None


def _records(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Kind and content of every record from an offset on; those of the first part end with its end mark."""
    begun = at == 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + size]
        if begun and kind == _END:
            return
        at += 4 + size


def _damaged(error: str) -> Unread:
    return Unread(reason=Reason.UNREADABLE, say="table-damaged", values={"error": error})
