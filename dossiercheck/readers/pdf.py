"""A PDF becomes its pages as the eye sees them, its seal, and what else matters of it.

PDFium does the work: it is fast and bears damage. It has no memory limit of its own, which is why every file is read
in a worker process that has one. Where a seal is present, the text is that of the sealed revision.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dossiercheck.facts import NO_SEAL, Box, Seal
from dossiercheck.findings import Reason
from dossiercheck.readers.content import Page, PdfContent, Unread
from dossiercheck.readers.marks import name_of_attachment
from dossiercheck.readers.page import ReadPage, read_page
from dossiercheck.readers.page_ink import with_ink
from dossiercheck.readers.scanned import MoreTime, needs_ocr, no_more_time, read_scanned
from dossiercheck.readers.settings import ReadLimits, ReadSettings
from dossiercheck.readers.text import clean

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_WRONG_PASSWORD = 4
_UNKNOWN_SECURITY = 5
_MAX_ATTACHMENTS = 100
_MAX_INK = 200
_MAX_COMMENTS = 500
_LOGO_ZONE = 0.12
"""Share of a page's height, from the top, where a small picture is a letterhead rather than a signature."""


def read_pdf(data: bytes, settings: ReadSettings, more_time: MoreTime = no_more_time) -> PdfContent | Unread:
    """The PDF, or why it could not be read. `more_time` is asked for before pages are read by OCR."""
    from dossiercheck.readers.seals import judge_seal, may_hold_signature, sealed_revision

    if not may_hold_signature(data):
        return _read(data, NO_SEAL, None, settings.limits, more_time)
    seal = judge_seal(data, settings.anchors, settings.now)
    sealed = sealed_revision(data, seal)
    with _opened(data) as now:
        pages_now = None if isinstance(now, Unread) or len(sealed) == len(data) else len(now)
    return _read(sealed, seal, pages_now, settings.limits, more_time)


def _read(
    data: bytes, seal: Seal, pages_now: int | None, limits: ReadLimits, more_time: MoreTime
) -> PdfContent | Unread:
    with _opened(data) as document:
        if isinstance(document, Unread):
            return document
        read = _read_pages(document, limits)
        if not any(page.anything for page in read) and seal is NO_SEAL:
            return Unread(reason=Reason.UNREADABLE, say="pdf-nothing-on-it", values={"pages": len(document)})
        there = len(document) if len(read) == len(document) else _real_page_count(data, len(document), len(read))
        scanned = [found.page.number for found in read if needs_ocr(found.page, anything=found.anything)]
        return PdfContent(
            pages=read_scanned(document, with_ink(document, read, scanned), scanned, limits, more_time),
            page_count=pages_now or there,
            pages_unread=there - len(read) + max(0, len(scanned) - limits.ocr_pages),
            seal=seal,
            encrypted=_is_encrypted(document),
            producer=_metadata(document, "Producer"),
            creator=_metadata(document, "Creator"),
            title=_metadata(document, "Title"),
            author=_metadata(document, "Author"),
            subject=_metadata(document, "Subject"),
            keywords=_metadata(document, "Keywords"),
            attachments=_attachments(document, read),
            comments=tuple((found.page.number, text) for found in read for text in found.comments)[:_MAX_COMMENTS],
            ink_annotations=_ink(read),
        )


@contextmanager
def _opened(data: bytes) -> "Iterator[PdfDocument | Unread]":
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield _refused(getattr(error, "err_code", None), str(error))
        return
    try:
        if document.get_formtype():
            document.init_forms()
        yield document
    finally:
        document.close()


def _refused(code: int | None, words: str) -> Unread:
    if code == _WRONG_PASSWORD or "password" in words.lower():
        return Unread(reason=Reason.UNREADABLE, say="pdf-password")
    if code == _UNKNOWN_SECURITY:
        return Unread(reason=Reason.UNREADABLE, say="pdf-protected-otherwise")
    return Unread(reason=Reason.UNREADABLE, say="pdf-damaged")


def _read_pages(document: "PdfDocument", limits: ReadLimits) -> list[ReadPage]:
    """The pages that can be read, up to the limits. One damaged page costs only itself."""
    import pypdfium2

    pages: list[ReadPage] = []
    left = limits.characters
    for number in range(1, min(len(document), limits.pages) + 1):
        try:
            read = read_page(document, number, min(left, limits.characters // 10))
        except pypdfium2.PdfiumError:
            continue
        left -= read.characters
        pages.append(read)
        if left <= 0:
            break
    return pages


def _real_page_count(data: bytes, stated: int, read: int) -> int:
    """Pages that are there where not all could be read: a file may state more than it has."""
    import io
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return max(read, len(pypdf.PdfReader(io.BytesIO(data), strict=False).pages))
    except MemoryError:
        raise
    except Exception:  # pypdf raises anything on damaged files; PDFium's count stands then
        return stated


def _is_encrypted(document: "PdfDocument") -> bool:
    import pypdfium2.raw as pdfium

    return bool(pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != -1)


def _metadata(document: "PdfDocument", key: str) -> str:
    return clean(document.get_metadata_value(key))[:300]


def _attachments(document: "PdfDocument", pages: list[ReadPage]) -> tuple[str, ...]:
    """Names of what is attached to the whole and to its pages, each once."""
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFDoc_GetAttachmentCount(document.raw), _MAX_ATTACHMENTS)
    names = [name_of_attachment(pdfium.FPDFDoc_GetAttachment(document.raw, index)) for index in range(count)]
    names.extend(name for found in pages for name in found.attached)
    return tuple(dict.fromkeys(names))[:_MAX_ATTACHMENTS]


def _ink(pages: list[ReadPage]) -> tuple[tuple[int, Box], ...]:
    """Drawn and stamped annotations, and pictures of a signature's size that are no repeated logo."""
    seen = Counter(_rounded(box) for page in pages for box in page.images)
    found: list[tuple[int, Box]] = []
    for read in pages:
        found.extend((read.page.number, box) for box in read.ink)
        found.extend(
            (read.page.number, box)
            for box in read.images
            if _like_a_signature(box, read.page) and seen[_rounded(box)] == 1
        )
    return tuple(found[:_MAX_INK])


def _rounded(box: Box) -> tuple[int, ...]:
    return tuple(round(side) for side in box)


def _like_a_signature(box: Box, page: Page) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    below_head = box[3] > _LOGO_ZONE * page.height
    return below_head and 30 <= width <= 260 and 10 <= height <= 130 and 0.7 <= width / height <= 9
