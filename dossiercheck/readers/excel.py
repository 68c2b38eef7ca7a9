"""Excel workbooks (xlsx, xlsm): the filled cells of every sheet, as typed values and as they are shown.

openpyxl trusts a sheet's own account of its size and walks millions of empty cells; the cells it stored are taken
directly instead, so a wrong dimension loses no row and a cell at XFD1048576 costs nothing. Cells that hold nothing but
a format are left out before (`empty_cells`).
"""

import io
import logging
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dossiercheck.findings import Reason
from dossiercheck.readers.cells import cell_value
from dossiercheck.readers.content import Cell, Row, Sheet, Unread, WorkbookContent
from dossiercheck.readers.empty_cells import without_empty_cells
from dossiercheck.readers.settings import ReadLimits
from dossiercheck.readers.strict import in_ordinary_dialect
from dossiercheck.readers.text import clean, column_letters

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FORMULA_WITHOUT_VALUE = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f[^<>]{0,300}/>)\s*(?:<(?:\w+:)?v\s*/>|<v>\s*</v>)?\s*</(?:\w+:)?c>"
)


def read_workbook(data: bytes, layout: str, limits: ReadLimits) -> WorkbookContent | Unread:
    """The workbook, or why it could not be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            entries = opened.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > limits.unpacked_bytes or len(entries) > limits.zip_entries:
                return Unread(
                    reason=Reason.UNSAFE_FILE,
                    say="table-too-large",
                    values={"limit_mib": limits.unpacked_bytes // 2**20, "mib": unpacked // 2**20},
                )
            formulas_matter = any(_lacks_values(opened, entry) for entry in entries)
        data = without_empty_cells(in_ordinary_dialect(data))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        return Unread(reason=Reason.UNREADABLE, say="table-damaged", values={"error": type(error).__name__})
    return _read(data, layout, limits, formulas_matter=formulas_matter)


def _lacks_values(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Does a sheet hold a formula whose outcome was never stored (as programs other than Excel write them)?"""
    if not re.match(r"^xl/worksheets/[^/]+\.xml$", entry.filename):
        return False
    return bool(_FORMULA_WITHOUT_VALUE.search(opened.read(entry)))


def _read(data: bytes, layout: str, limits: ReadLimits, *, formulas_matter: bool) -> WorkbookContent | Unread:
    logging.getLogger("openpyxl").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = _load(data, values=True)
            formulas = _load(data, values=False) if formulas_matter else None
            budget = _Budget(cells=limits.cells)
            sheets = tuple(
                _sheet(sheet, formulas[sheet.title] if formulas else None, limits, budget) for sheet in book.worksheets
            )
        except MemoryError:
            raise
        except Exception as error:  # openpyxl raises whatever odd XML makes it stumble on
            return Unread(reason=Reason.UNREADABLE, say="table-damaged", values={"error": type(error).__name__})
    if not sheets:
        return Unread(reason=Reason.UNREADABLE, say="table-damaged", values={"error": "no sheets"})
    return WorkbookContent(layout=layout, sheets=sheets, epoch_1904=book.epoch.year == 1904)


def _load(data: bytes, *, values: bool) -> "Workbook":
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)


@dataclass(kw_only=True, slots=True)
class _Budget:
    """Cells that may still be read from this workbook."""

    cells: int


@dataclass(kw_only=True, slots=True)
class _Filled:
    """The filled cells of one row, while it is gathered."""

    cells: list[Cell] = field(default_factory=list)


def _sheet(sheet: "Worksheet", formulas: "Worksheet | None", limits: ReadLimits, budget: _Budget) -> Sheet:
    rows: dict[int, _Filled] = {}
    cut_off_at = None
    for row, column in _stored(sheet, formulas):
        if column > limits.columns:
            continue
        cell = _cell(sheet, formulas, row, column)
        if cell is None:
            continue
        if budget.cells <= 0 or (row not in rows and len(rows) >= limits.rows):
            cut_off_at = row
            break
        budget.cells -= 1
        rows.setdefault(row, _Filled()).cells.append(cell)
    return Sheet(
        name=clean(sheet.title),
        rows=tuple(
            Row(number=number, cells=tuple(filled.cells), hidden=_is_hidden(sheet, number))
            for number, filled in rows.items()
        ),
        hidden=sheet.sheet_state != "visible",
        cut_off_at=cut_off_at,
        merged=tuple(str(area) for area in list(sheet.merged_cells.ranges)[:1000]),
    )


def _stored(sheet: "Worksheet", formulas: "Worksheet | None") -> Iterator[tuple[int, int]]:
    """Row and column of every cell that the file stores, in order."""
    yield from sorted(sheet._cells if formulas is None else {**sheet._cells, **formulas._cells})


def _is_hidden(sheet: "Worksheet", row: int) -> bool:
    return row in sheet.row_dimensions and bool(sheet.row_dimensions[row].hidden)


def _cell(sheet: "Worksheet", formulas: "Worksheet | None", row: int, column: int) -> Cell | None:
    """The cell, or None when nothing stands in it."""
    found = sheet._cells.get((row, column))
    value, shown = (None, "") if found is None else cell_value(found.value, str(found.number_format or ""))
    unknown = False
    if value is None and formulas is not None:
        formula = formulas._cells.get((row, column))
        unknown = formula is not None and formula.data_type == "f"
    if value is None and not unknown:
        return None
    ref = f"{column_letters(column)}{row}"
    return Cell(ref=ref, column=column, value=value, shown=shown, formula_without_value=unknown)
