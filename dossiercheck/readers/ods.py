"""OpenDocument spreadsheets (ods): the filled cells of every sheet, with what is hidden, merged, or has no outcome.

The file says once what stands in many cells or rows (a repetition); an empty one may be repeated a million times, a
filled one is written out, up to the limits. Read from the XML itself: calamine tells nothing of what is hidden, and
ends the process on a cell at the end of the sheet.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dossiercheck.findings import Reason
from dossiercheck.readers.cells import cell_value
from dossiercheck.readers.content import Cell, CellValue, Row, Sheet, Unread, WorkbookContent
from dossiercheck.readers.settings import ReadLimits
from dossiercheck.readers.text import clean, column_letters

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE = f"{{{_OASIS}:table:1.0}}"
_OFFICE = f"{{{_OASIS}:office:1.0}}"
_TEXT = f"{{{_OASIS}:text:1.0}}"
_STYLE = f"{{{_OASIS}:style:1.0}}"
_MOST_REPEATED = 1_048_576


@dataclass(slots=True)
class _Gathering:
    """A sheet while it is read."""

    name: str
    hidden: bool
    rows: list[Row] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    next_row: int = 1
    cut_off_at: int | None = None


def read_ods(data: bytes, limits: ReadLimits) -> WorkbookContent | Unread:
    """The workbook, or why it could not be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            entries = opened.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > limits.unpacked_bytes or len(entries) > limits.zip_entries:
                values = {"limit_mib": limits.unpacked_bytes // 2**20, "mib": unpacked // 2**20}
                return Unread(reason=Reason.UNSAFE_FILE, say="table-too-large", values=values)
            if "META-INF/manifest.xml" in opened.namelist() and b"encryption-data" in opened.read(
                "META-INF/manifest.xml"
            ):
                return Unread(reason=Reason.UNREADABLE, say="office-password")
            content = opened.read("content.xml")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, KeyError) as error:
        return _damaged(type(error).__name__)
    return _read(content, limits)


def _read(content: bytes, limits: ReadLimits) -> WorkbookContent | Unread:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError

    try:
        sheets = tuple(
            Sheet(
                name=sheet.name,
                rows=tuple(sheet.rows),
                hidden=sheet.hidden,
                cut_off_at=sheet.cut_off_at,
                merged=tuple(sheet.merged[:1000]),
            )
            for sheet in _sheets(content, limits)
        )
    except DefusedXmlException:
        return Unread(reason=Reason.UNSAFE_FILE, say="table-unsafe-xml")
    except (ParseError, ValueError) as error:
        return _damaged(type(error).__name__)
    return WorkbookContent(layout="ods", sheets=sheets) if sheets else _damaged("no sheets")


def _sheets(content: bytes, limits: ReadLimits) -> list[_Gathering]:
    from defusedxml.ElementTree import iterparse

    sheets: list[_Gathering] = []
    unseen: set[str] = set()
    depth, left = 0, limits.cells
    for event, element in iterparse(io.BytesIO(content), events=("start", "end")):
        if element.tag == f"{_TABLE}table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                style = element.get(f"{_TABLE}style-name", "")
                sheets.append(_Gathering(name=clean(element.get(f"{_TABLE}name", "")), hidden=style in unseen))
        elif event == "end" and element.tag == f"{_STYLE}style":
            if any(child.get(f"{_TABLE}display") == "false" for child in element):
                unseen.add(element.get(f"{_STYLE}name", ""))
        elif event == "end" and element.tag == f"{_TABLE}table-row" and depth == 1 and sheets:
            left -= _add_rows(sheets[-1], element, limits, left)
            element.clear()
    return sheets


def _add_rows(sheet: _Gathering, element: "Element", limits: ReadLimits, left: int) -> int:
    """Add the row as often as it is repeated; how many cells that took."""
    times = _times(element, "rows")
    number, sheet.next_row = sheet.next_row, sheet.next_row + times
    if sheet.cut_off_at is not None:
        return 0
    hidden = element.get(f"{_TABLE}visibility", "visible") != "visible"
    taken = 0
    for at in range(number, number + times):
        cells = tuple(_cells(element, at, sheet, limits))
        if not cells:
            break
        if len(sheet.rows) >= limits.rows or taken + len(cells) > left:
            sheet.cut_off_at = at
            break
        taken += len(cells)
        sheet.rows.append(Row(number=at, cells=cells, hidden=hidden))
    return taken


def _cells(row: "Element", number: int, sheet: _Gathering, limits: ReadLimits) -> Iterator[Cell]:
    column = 1
    for element in row:
        if element.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        times = _times(element, "columns")
        value, shown = _value(element)
        unknown = value is None and element.get(f"{_TABLE}formula") is not None
        if value is not None or unknown:
            _add_merged(sheet, element, number, column)
            for at in range(column, min(column + times, limits.columns + 1)):
                ref = f"{column_letters(at)}{number}"
                yield Cell(ref=ref, column=at, value=value, shown=shown, formula_without_value=unknown)
        column += times


def _add_merged(sheet: _Gathering, element: "Element", number: int, column: int) -> None:
    wide, high = (_number(element.get(f"{_TABLE}number-{what}-spanned", "1")) for what in ("columns", "rows"))
    if wide > 1 or high > 1:
        last = f"{column_letters(column + wide - 1)}{number + high - 1}"
        sheet.merged.append(f"{column_letters(column)}{number}:{last}")


def _value(cell: "Element") -> tuple[CellValue, str]:
    """The value and what the sheet shows; notes at the cell are no part of it."""
    text = clean("\n".join("".join(p.itertext()) for p in cell if p.tag == f"{_TEXT}p"))
    match cell.get(f"{_OFFICE}value-type"):
        case "float" | "percentage" | "currency":
            value, shown = cell_value(float(cell.get(f"{_OFFICE}value", "nan")))
            padded = text.isascii() and text.isdigit() and isinstance(value, int) and int(text) == value
            return (value, text if padded else shown) if value == value else (text or None, text)
        case "date":
            try:
                return cell_value(date.fromisoformat(cell.get(f"{_OFFICE}date-value", "")[:10]))
            except ValueError:
                return (text or None), text
        case "boolean":
            return cell_value(cell.get(f"{_OFFICE}boolean-value") == "true")
        case _:
            return cell_value(text or cell.get(f"{_OFFICE}string-value"))


def _times(element: "Element", what: str) -> int:
    return _number(element.get(f"{_TABLE}number-{what}-repeated", "1"))


def _number(text: str) -> int:
    return min(max(1, int(text)), _MOST_REPEATED) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _damaged(error: str) -> Unread:
    return Unread(reason=Reason.UNREADABLE, say="table-damaged", values={"error": error})
