"""What kind of file bytes are. Names lie, so they decide only where bytes cannot: between CSV and other text."""

import re
import struct
from dataclasses import dataclass
from enum import StrEnum

_HEAD = 1024


class FileType(StrEnum):
    """Kinds of files by their bytes."""

    PDF = "pdf"
    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    ENCRYPTED_OFFICE = "encrypted office"
    IMAGE = "image"
    TEXT = "text"
    ZIP = "zip"
    OTHER_DOCUMENT = "other document"
    """A document that is not read (Word, e-mail, web page): to be handed in as PDF."""
    SHORTCUT = "shortcut"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sniffed:
    """The type, and the name by which people know the format (`Word`, `JPEG`)."""

    type: FileType
    format: str = ""


def sniff(data: bytes) -> Sniffed:
    """Tell the type by the first bytes, for Office files by what is inside."""
    head = data[:_HEAD]
    for start, sniffed in _STARTS:
        if head.startswith(start):
            return sniffed
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside_zip(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _inside_ole(data)
    if head[4:8] == b"ftyp":
        return _media_container(head)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Sniffed(type=FileType.IMAGE, format="WEBP")
    if b"%PDF-" in head:
        return Sniffed(type=FileType.PDF, format="PDF")
    return _text(head, data)


_STARTS: tuple[tuple[bytes, Sniffed], ...] = (
    (b"%PDF-", Sniffed(type=FileType.PDF, format="PDF")),
    (b"\xff\xd8\xff", Sniffed(type=FileType.IMAGE, format="JPEG")),
    (b"\x89PNG\r\n\x1a\n", Sniffed(type=FileType.IMAGE, format="PNG")),
    (b"GIF87a", Sniffed(type=FileType.IMAGE, format="GIF")),
    (b"GIF89a", Sniffed(type=FileType.IMAGE, format="GIF")),
    (b"II*\x00", Sniffed(type=FileType.IMAGE, format="TIFF")),
    (b"MM\x00*", Sniffed(type=FileType.IMAGE, format="TIFF")),
    (b"8BPS", Sniffed(type=FileType.IMAGE, format="PSD")),
    (b"L\x00\x00\x00\x01\x14\x02\x00", Sniffed(type=FileType.SHORTCUT, format="LNK")),
    (b"[InternetShortcut]", Sniffed(type=FileType.SHORTCUT, format="URL")),
    (b"[Desktop Entry]", Sniffed(type=FileType.SHORTCUT, format="desktop")),
    (b"book\x00\x00\x00\x00mark", Sniffed(type=FileType.SHORTCUT, format="alias")),
    (b"{\\rtf", Sniffed(type=FileType.OTHER_DOCUMENT, format="RTF")),
    (b"%!PS", Sniffed(type=FileType.OTHER_DOCUMENT, format="PostScript")),
    (b"7z\xbc\xaf\x27\x1c", Sniffed(type=FileType.ZIP, format="7z")),
    (b"Rar!\x1a\x07", Sniffed(type=FileType.ZIP, format="RAR")),
    (b"\x1f\x8b", Sniffed(type=FileType.ZIP, format="gzip")),
)

_ZIP_MEMBERS: tuple[tuple[str, Sniffed], ...] = (
    ("xl/workbook.bin", Sniffed(type=FileType.XLSB, format="Excel (xlsb)")),
    ("xl/vbaProject.bin", Sniffed(type=FileType.XLSM, format="Excel")),
    ("xl/", Sniffed(type=FileType.XLSX, format="Excel")),
    ("word/", Sniffed(type=FileType.OTHER_DOCUMENT, format="Word")),
    ("ppt/", Sniffed(type=FileType.OTHER_DOCUMENT, format="PowerPoint")),
    ("index.apxl", Sniffed(type=FileType.OTHER_DOCUMENT, format="Keynote")),
    ("Index/Document.iwa", Sniffed(type=FileType.OTHER_DOCUMENT, format="Pages")),
)

_OLE_NAMES: tuple[tuple[str, Sniffed], ...] = (
    ("EncryptedPackage", Sniffed(type=FileType.ENCRYPTED_OFFICE, format="Office")),
    ("WordDocument", Sniffed(type=FileType.OTHER_DOCUMENT, format="Word")),
    ("__substg1.0_", Sniffed(type=FileType.OTHER_DOCUMENT, format="Outlook")),
    ("PowerPoint Document", Sniffed(type=FileType.OTHER_DOCUMENT, format="PowerPoint")),
    ("Workbook", Sniffed(type=FileType.XLS, format="Excel (xls)")),
    ("Book", Sniffed(type=FileType.XLS, format="Excel (xls)")),
)

_WEB_LOCATION = re.compile(rb"<!DOCTYPE\s+plist[\s\S]{0,400}<key>URL</key>|^\s*\{\s*\"url\":\s*\"https?://", re.I)
_MARKUP = re.compile(rb"^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)
_MAIL = re.compile(rb"^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|Date|X-[\w-]+): ", re.I)
_MAIL_HEADER = re.compile(rb"^(?:MIME-Version|Message-ID|Content-Type): ", re.I | re.M)


def _inside_zip(data: bytes) -> Sniffed:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            names = opened.namelist()
            if "mimetype" in names and opened.getinfo("mimetype").file_size < 200:
                kind = opened.read("mimetype").decode("ascii", "replace")
                if "opendocument.spreadsheet" in kind:
                    return Sniffed(type=FileType.ODS, format="OpenDocument (ods)")
                if "opendocument" in kind:
                    return Sniffed(type=FileType.OTHER_DOCUMENT, format="OpenDocument")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return Sniffed(type=FileType.ZIP, format="ZIP")
    for member, sniffed in _ZIP_MEMBERS:
        if any(name.replace("\\", "/").startswith(member) for name in names):
            return sniffed
    return Sniffed(type=FileType.ZIP, format="ZIP")


def _inside_ole(data: bytes) -> Sniffed:
    for name, sniffed in _OLE_NAMES:
        if name.encode("utf-16-le") in data:
            return sniffed
    return Sniffed(type=FileType.UNKNOWN, format="OLE2")


def _media_container(head: bytes) -> Sniffed:
    brand = head[8:12]
    if brand in (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"):
        return Sniffed(type=FileType.IMAGE, format="AVIF" if brand == b"avif" else "HEIC")
    return Sniffed(type=FileType.UNKNOWN, format="video")


def _text(head: bytes, data: bytes) -> Sniffed:
    if head.startswith(b"BM") and len(data) > 54 and struct.unpack("<I", head[2:6])[0] == len(data):
        return Sniffed(type=FileType.IMAGE, format="BMP")
    stripped = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _WEB_LOCATION.search(stripped):
        return Sniffed(type=FileType.SHORTCUT, format="URL")
    if _MARKUP.match(stripped):
        return Sniffed(type=FileType.OTHER_DOCUMENT, format="HTML")
    if _MAIL.match(stripped) and _MAIL_HEADER.search(head):
        return Sniffed(type=FileType.OTHER_DOCUMENT, format="e-mail")
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    control = sum(byte < 9 or 13 < byte < 32 for byte in head if byte != 27)
    if wide or (b"\x00" not in head and control <= len(head) // 100):
        return Sniffed(type=FileType.TEXT, format="text")
    return Sniffed(type=FileType.UNKNOWN)
