"""Room: readers. The bytes of a file become its content, in worker processes with limits.

The pool is loaded when it is asked for: a worker, which comes in by this door too, has no use for it.
"""

from typing import TYPE_CHECKING

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
from dossiercheck.readers.halves import above, beside, down_the_middle
from dossiercheck.readers.pieces import MAX_PIECES, Piece, PieceJob
from dossiercheck.readers.settings import DEFAULT_LIMITS, ReadLimits, ReadSettings

if TYPE_CHECKING:
    from dossiercheck.readers.pool import Busy, Crew, Progress, ReaderPool, read_files

__all__ = [
    "DEFAULT_LIMITS",
    "MAX_PIECES",
    "Busy",
    "Cell",
    "Content",
    "Crew",
    "ImageContent",
    "Line",
    "NotADocument",
    "Page",
    "PdfContent",
    "Piece",
    "PieceJob",
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
    "above",
    "beside",
    "down_the_middle",
    "read_files",
]


def __getattr__(name: str) -> object:
    if name not in ("Busy", "Crew", "Progress", "ReaderPool", "read_files"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dossiercheck.readers import pool

    return getattr(pool, name)
