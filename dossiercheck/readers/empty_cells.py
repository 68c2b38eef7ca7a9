"""A workbook -> the same without the cells that hold nothing but a format.

Whoever draws borders down to row 100,000 stores two million empty cells; openpyxl spends half a minute on those. Only
in sheets where every row and cell says where it stands can the empty ones go without moving the others.
"""

import io
import re
import zipfile

LARGE = 2 * 2**20
"""Bytes of a sheet, unpacked, from which it is worth the work."""
_SHEET = re.compile(r"^xl/worksheets/[^/]+\.xml$")
_WITHOUT_PLACE = re.compile(rb'<(?:\w{1,20}:)?(?:c|row)(?=[\s/>])(?![^<>]{0,2000}?\sr=")')
_EMPTY_CELL = re.compile(rb'<(?P<p>(?:\w{1,20}:)?)c(?:\s+\w+="[^"<>]{0,100}")*\s*(?:/>|>\s*</(?P=p)c>)')
_EMPTY_ROW = re.compile(rb'<(?P<p>(?:\w{1,20}:)?)row(?:\s+[\w:]+="[^"<>]{0,100}")*\s*(?:/>|>\s*</(?P=p)row>)')


def without_empty_cells(data: bytes) -> bytes:
    """The workbook's bytes, or the very same ones where no sheet is large."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        entries = old.infolist()
        large = {entry.filename for entry in entries if _SHEET.match(entry.filename) and entry.file_size > LARGE}
        if not large:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
            for entry in entries:
                content = old.read(entry)
                new.writestr(entry.filename, _thinned(content) if entry.filename in large else content)
    return out.getvalue()


def _thinned(sheet: bytes) -> bytes:
    if _WITHOUT_PLACE.search(sheet):
        return sheet
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", sheet))
