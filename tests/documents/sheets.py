"""Sheets for tests: pages laid beside or above each other on one picture, and the reading of them."""

from dataclasses import replace
from datetime import UTC, datetime

from dossiercheck.documents import Document, Vocabulary, recognise
from dossiercheck.facts import How
from dossiercheck.readers import ReadSettings
from dossiercheck.readers.content import Ink, Line, Page, PdfContent, Span
from dossiercheck.readers.file import read_content

SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
WIDTH, HEIGHT = 595.0, 842.0


def pages_of(pdf: bytes) -> tuple[Page, ...]:
    content = read_content(pdf, as_table=False, settings=SETTINGS)
    assert isinstance(content, PdfContent)
    return content.pages


def moved(page: Page, right: float = 0.0, down: float = 0.0, times: float = 1.0) -> tuple[Line, ...]:
    def box(b: tuple[float, ...]) -> tuple[float, float, float, float]:
        return (b[0] * times + right, b[1] * times + down, b[2] * times + right, b[3] * times + down)

    return tuple(Line(spans=tuple(replace(span, box=box(span.box)) for span in line.spans)) for line in page.lines)


def sheet(*lines: Line, width: float, height: float, number: int = 1, ink: tuple[Ink, ...] = ()) -> Page:
    """One picture; the rows of papers beside each other run into one another."""
    rows: dict[int, list[Span]] = {}
    for line in lines:
        rows.setdefault(round(line.box[3]), []).extend(line.spans)
    whole = tuple(Line(spans=tuple(sorted(rows[at], key=lambda span: span.box[0]))) for at in sorted(rows))
    return Page(
        number=number, width=width, height=height, lines=whole, image_share=1.0, how=How.OCR, tint="blue", ink=ink,
        ink_known=True,
    )  # fmt: skip


def beside(left: Page, right: Page, number: int = 1) -> Page:
    return sheet(*moved(left), *moved(right, right=WIDTH), width=2 * WIDTH, height=HEIGHT, number=number)


def read(*pages: Page) -> Document:
    content = PdfContent(pages=pages, page_count=len(pages))
    return recognise("scan.pdf", "ab" * 32, 10, content, Vocabulary())
