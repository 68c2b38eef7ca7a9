"""The type of a file follows from its bytes."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest

from dossiercheck.readers.content import ImageContent, NotADocument, TextContent, Unread
from dossiercheck.readers.file import read_content
from dossiercheck.readers.filetype import FileType, sniff
from dossiercheck.readers.settings import ReadSettings

SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(**members: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name, content in members.items():
            opened.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "type_", "format_"),
    [
        (b"%PDF-1.7\n...", FileType.PDF, "PDF"),
        (b"\r\njunk\r\n%PDF-1.4\n", FileType.PDF, "PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", FileType.IMAGE, "JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), FileType.IMAGE, "PNG"),
        (b"GIF89a" + bytes(30), FileType.IMAGE, "GIF"),
        (b"II*\x00" + bytes(30), FileType.IMAGE, "TIFF"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(30), FileType.IMAGE, "HEIC"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(30), FileType.UNKNOWN, "video"),
        (zipped(**{"[Content_Types].xml": "", "xl__workbook.xml": ""}), FileType.XLSX, "Excel"),
        (zipped(**{"xl__workbook.xml": "", "xl__vbaProject.bin": ""}), FileType.XLSM, "Excel"),
        (zipped(**{"xl__workbook.bin": ""}), FileType.XLSB, "Excel (xlsb)"),
        (zipped(**{"word__document.xml": ""}), FileType.OTHER_DOCUMENT, "Word"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), FileType.ODS, "OpenDocument (ods)"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), FileType.OTHER_DOCUMENT, "OpenDocument"),
        (zipped(**{"a.pdf": "%PDF-1.7"}), FileType.ZIP, "ZIP"),
        (b"PK\x03\x04" + bytes(20), FileType.ZIP, "ZIP"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), FileType.ENCRYPTED_OFFICE, "Office"),
        (OLE + "Workbook".encode("utf-16-le"), FileType.XLS, "Excel (xls)"),
        (OLE + "WordDocument".encode("utf-16-le"), FileType.OTHER_DOCUMENT, "Word"),
        (OLE + "__substg1.0_0037001F".encode("utf-16-le"), FileType.OTHER_DOCUMENT, "Outlook"),
        (b"<!DOCTYPE html><html>", FileType.OTHER_DOCUMENT, "HTML"),
        (b"From: a@example.nl\nMIME-Version: 1.0\n\nDag", FileType.OTHER_DOCUMENT, "e-mail"),
        (b"{\\rtf1\\ansi", FileType.OTHER_DOCUMENT, "RTF"),
        (b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(40), FileType.SHORTCUT, "LNK"),
        (b"[InternetShortcut]\r\nURL=x", FileType.SHORTCUT, "URL"),
        ("role: main\nnaam: café\n".encode(), FileType.TEXT, "text"),
        ("naam;functie\n".encode("utf-16"), FileType.TEXT, "text"),
        (bytes(range(256)), FileType.UNKNOWN, ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_sniff(data: bytes, type_: FileType, format_: str) -> None:
    found = sniff(data)
    assert (found.type, found.format) == (type_, format_)


@pytest.mark.parametrize(
    ("data", "content", "say"),
    [
        (b"", NotADocument, "empty-file"),
        (zipped(**{"a.pdf": "x"}), NotADocument, "archive-inside"),
        (zipped(**{"word__document.xml": ""}), NotADocument, "not-a-pdf"),
        (b"[InternetShortcut]\r\nURL=x", NotADocument, "shortcut-file"),
        (bytes(range(256)), NotADocument, "unknown-file-type"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Unread, "office-password"),
        (OLE + "Workbook".encode("utf-16-le"), Unread, "table-damaged"),
        (zipped(**{"xl__workbook.bin": ""}), Unread, "table-save-as-xlsx"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), Unread, "table-damaged"),
    ],
)
def test_what_is_said_of_files_that_are_not_read(data: bytes, content: type, say: str) -> None:
    found = read_content(data, as_table=False, settings=SETTINGS)
    assert isinstance(found, content)
    assert found.say == say


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x01\x00", (512, 256)),
        (b"GIF89a\x10\x00\x08\x00", (16, 8)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x20\x00\x40\x01", (64, 32)),
        (b"\xff\xd8\xff\xe0\xff\xff", (0, 0)),
        (b"\x89PNG\r\n\x1a\n", (0, 0)),
    ],
)
def test_size_of_pictures(data: bytes, size: tuple[int, int]) -> None:
    found = read_content(data, as_table=False, settings=SETTINGS)
    assert isinstance(found, ImageContent)
    assert (found.width, found.height) == size


def test_yaml_is_text() -> None:
    assert read_content(b"role: main\n", as_table=False, settings=SETTINGS) == TextContent(text="role: main\n")
