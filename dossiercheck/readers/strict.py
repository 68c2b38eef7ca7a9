"""A workbook saved as 'Strict Open XML' -> the same in the ordinary dialect, the only one that openpyxl reads."""

import io
import zipfile

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (b"spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)


def in_ordinary_dialect(data: bytes) -> bytes:
    """The workbook's bytes, or the very same ones where they are in the ordinary dialect already."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        if "xl/workbook.xml" not in old.namelist() or _STRICT not in old.read("xl/workbook.xml"):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
            for entry in old.infolist():
                content = old.read(entry)
                new.writestr(
                    entry.filename, _renamed(content) if entry.filename.endswith((".xml", ".rels")) else content
                )
    return out.getvalue()


def _renamed(content: bytes) -> bytes:
    for strict, ordinary in _NAMES:
        content = content.replace(_STRICT + strict, ordinary)
    return content
