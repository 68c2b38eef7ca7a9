"""The bytes of one file become its content: the type is told by the bytes, the reader of that type does the rest."""

import hashlib
from pathlib import Path

from dossiercheck.facts import SealFault
from dossiercheck.findings import Reason
from dossiercheck.readers.content import Content, NotADocument, PdfContent, Reading, Unread
from dossiercheck.readers.filetype import FileType, sniff
from dossiercheck.readers.opening import open_regular
from dossiercheck.readers.scanned import MoreTime, no_more_time
from dossiercheck.readers.seals import may_hold_signature
from dossiercheck.readers.settings import ReadSettings

_TABLE_ENDINGS = (".csv", ".tsv")


def is_table_name(path: str) -> bool:
    """Does the name say CSV? The one thing of a name that reading depends on."""
    return path.lower().endswith(_TABLE_ENDINGS)


def read_file(source: Path, *, as_table: bool, settings: ReadSettings, more_time: MoreTime = no_more_time) -> Reading:
    """Open, hash and read one file. Never raises for what is in it."""
    try:
        data = _bytes_of(source, settings.limits.file_bytes)
    except OSError:
        return Reading(sha256="", size=0, content=Unread(reason=Reason.UNREADABLE, say="file-cannot-open"))
    if len(data) > settings.limits.file_bytes:
        content: Content = Unread(
            reason=Reason.UNSAFE_FILE,
            say="file-too-large",
            values={"limit_mib": settings.limits.file_bytes // 2**20},
        )
        return Reading(sha256="", size=len(data), content=content)
    read = read_content(data, as_table=as_table, settings=settings, more_time=more_time)
    return Reading(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        content=read,
        judged=isinstance(read, PdfContent) and may_hold_signature(data),
        lasting=not (isinstance(read, PdfContent) and read.seal.fault is SealFault.UNREADABLE),
    )


def read_content(data: bytes, *, as_table: bool, settings: ReadSettings, more_time: MoreTime = no_more_time) -> Content:
    """What the bytes say. `more_time` is asked for before pages are read by OCR."""
    if not data:
        return NotADocument(say="empty-file")
    found = sniff(data)
    match found.type:
        case FileType.PDF:
            from dossiercheck.readers.pdf import read_pdf

            return read_pdf(data, settings, more_time)
        case FileType.XLSX | FileType.XLSM:
            from dossiercheck.readers.excel import read_workbook

            return read_workbook(data, found.type.value, settings.limits)
        case FileType.TEXT:
            from dossiercheck.readers.text import read_text

            return read_text(data, as_table=as_table, limits=settings.limits)
        case FileType.IMAGE:
            from dossiercheck.readers.images import read_image

            return read_image(data, found.format, settings.limits, more_time)
        case FileType.XLS:
            from dossiercheck.readers.xls import read_xls

            return read_xls(data, settings.limits)
        case FileType.ODS:
            from dossiercheck.readers.ods import read_ods

            return read_ods(data, settings.limits)
        case FileType.XLSB:
            return Unread(reason=Reason.UNREADABLE, say="table-save-as-xlsx", values={"format": found.format})
        case FileType.ENCRYPTED_OFFICE:
            return Unread(reason=Reason.UNREADABLE, say="office-password")
        case FileType.ZIP:
            return NotADocument(say="archive-inside", values={"format": found.format})
        case FileType.OTHER_DOCUMENT:
            return NotADocument(say="not-a-pdf", values={"format": found.format})
        case FileType.SHORTCUT:
            return NotADocument(say="shortcut-file")
        case FileType.UNKNOWN:
            return NotADocument(say="unknown-file-type")


def _bytes_of(source: Path, limit: int) -> bytes:
    """At most one byte more than `limit`. Raises OSError for what is no regular file."""
    with open_regular(source) as file:
        return file.read(limit + 1)
