"""Room: readers. The bytes of a file become its content, in worker processes with limits."""

from dossiercheck.readers.content import (
    Cell,
    Content,
    ImageContent,
    Line,
    NotADocument,
    Page,
    PdfContent,
    Reading,
    Row,
    Sheet,
    Span,
    TextContent,
    Unread,
    WorkbookContent,
)
from dossiercheck.readers.pool import Progress, ReaderPool, read_files
from dossiercheck.readers.settings import DEFAULT_LIMITS, ReadLimits, ReadSettings

__all__ = [
    "DEFAULT_LIMITS",
    "Cell",
    "Content",
    "ImageContent",
    "Line",
    "NotADocument",
    "Page",
    "PdfContent",
    "Progress",
    "ReadLimits",
    "ReadSettings",
    "ReaderPool",
    "Reading",
    "Row",
    "Sheet",
    "Span",
    "TextContent",
    "Unread",
    "WorkbookContent",
    "read_files",
]
