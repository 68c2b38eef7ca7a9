"""Old Excel workbooks (BIFF8 in an OLE container), written byte by byte: no library that is at hand writes them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

Value = str | int | float | bool | date | None
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_DATE_XF, _PLAIN_XF = 16, 15
_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass(frozen=True)
class Error:
    """A cell that shows an error, such as `#N/A` (0x2A)."""

    code: int = 0x2A


@dataclass(frozen=True)
class XlsSheet:
    """A sheet: rows from the first on; None is an empty cell."""

    name: str
    rows: Sequence[Sequence[Value | Error]]
    hidden: bool = False
    hidden_rows: Sequence[int] = field(default=())
    """Row numbers, from 1."""


def xls(*sheets: XlsSheet, epoch_1904: bool = False, password: bool = False) -> bytes:
    """The workbook; with `password` it says that all that follows is encrypted."""
    bodies = [_sheet(sheet, epoch_1904=epoch_1904) for sheet in sheets]
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    if password:
        head += _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(range(48)))
    head += _record(0x0022, struct.pack("<H", int(epoch_1904)))
    head += b"".join(_record(0x0031, _font()) for _ in range(5))
    head += b"".join(_record(0x00E0, _xf(0)) for _ in range(16)) + _record(0x00E0, _xf(14))
    names = [_short_string(sheet.name) for sheet in sheets]
    at = len(head) + sum(10 + len(name) for name in names) + 4
    for sheet, name, body in zip(sheets, names, bodies, strict=True):
        head += _record(0x0085, struct.pack("<IBB", at, int(sheet.hidden), 0) + name)
        at += len(body)
    return _ole("Workbook", head + _record(0x000A) + b"".join(bodies))


def closed_workbook() -> bytes:
    """An xlsx that opens with a password: Excel puts it, encrypted, into a compound file."""
    return _ole("EncryptedPackage", bytes(range(256)) * 16)


def _sheet(sheet: XlsSheet, *, epoch_1904: bool) -> bytes:
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    width = max((len(row) for row in sheet.rows), default=0)
    out += _record(0x0200, struct.pack("<IIHHH", 0, len(sheet.rows), 0, width, 0))
    for number, row in enumerate(sheet.rows):
        flags = 0x0120 if number + 1 in sheet.hidden_rows else 0x0100
        out += _record(0x0208, struct.pack("<HHHHHHHH", number, 0, len(row), 255, 0, 0, flags, 15))
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            out += _cell(number, column, value, _EPOCH_1904 if epoch_1904 else _EPOCH_1900)
    return out + _record(0x000A)


def _cell(row: int, column: int, value: Value | Error, epoch: date) -> bytes:
    match value:
        case None:
            return b""
        case Error(code=code):
            return _record(0x0205, struct.pack("<HHHBB", row, column, _PLAIN_XF, code, 1))
        case bool():
            return _record(0x0205, struct.pack("<HHHBB", row, column, _PLAIN_XF, int(value), 0))
        case date():
            return _record(0x0203, struct.pack("<HHHd", row, column, _DATE_XF, float((value - epoch).days)))
        case int() | float():
            return _record(0x0203, struct.pack("<HHHd", row, column, _PLAIN_XF, float(value)))
        case _:
            text = value.encode("utf-16-le")
            return _record(0x0204, struct.pack("<HHHHB", row, column, _PLAIN_XF, len(text) // 2, 1) + text)


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _short_string(text: str) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<BB", len(data) // 2, 1) + data


def _font() -> bytes:
    return struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _short_string("Arial")


def _xf(number_format: int) -> bytes:
    return struct.pack("<HHHBBBBIIH", 0, number_format, 0x0001, 0x20, 0, 0, 0, 0, 0, 0x20C0)


def _ole(name: str, data: bytes) -> bytes:
    """One stream in a compound file; padded so that it needs no small sectors."""
    data = data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(data) // _SECTOR
    table = [_FAT, _END, *(n + 3 for n in range(sectors - 1)), _END]
    assert len(table) <= 128, "one sector of the allocation table must do"
    fat = struct.pack("<128I", *table, *([_FREE] * (128 - len(table))))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<I", 0) + struct.pack("<108I", *([_FREE] * 108))
    directory = _entry("Root Entry", 5, child=1) + _entry(name, 2, start=2, size=len(data)) + _entry() + _entry()
    return head + fat + directory + data


def _entry(name: str = "", kind: int = 0, *, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    label = (name + "\0").encode("utf-16-le") if name else b""
    fixed = struct.pack("<HBBIII", len(label), kind, 1, _FREE, _FREE, child)
    return label.ljust(64, b"\0") + fixed + bytes(36) + struct.pack("<III", start if kind else 0, size, 0)
