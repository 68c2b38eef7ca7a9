"""Builders for tests: invented people, and the content of files without the files."""

from dataclasses import replace
from typing import Any

from dossiercheck.readers.content import Ink, Line, Page, PdfContent, Span

LEFT, TOP, LEADING, COLUMN, LETTER = 70.0, 60.0, 14.0, 160.0, 5.5


def pdf_content(pages: list[str], *, ink: tuple[Ink, ...] | None = None, **kw: Any) -> PdfContent:
    """A text PDF of these pages. A newline starts a line, a TAB jumps to the next column (another span).

    `ink` is what is on each page; without it they were not searched.
    """
    there = [pdf_page(text, number=number) for number, text in enumerate(pages, start=1)]
    return PdfContent(
        pages=tuple(there if ink is None else (replace(page, ink=ink, ink_known=True) for page in there)),
        **{"page_count": len(pages), **kw},
    )


def pdf_page(text: str, number: int = 1) -> Page:
    """One page of A4; empty lines only move down."""
    lines = []
    for row, written in enumerate(text.split("\n")):
        top = TOP + row * LEADING
        spans = tuple(_span(cell, column, top) for column, cell in enumerate(written.split("\t")) if cell.strip())
        if spans:
            lines.append(Line(spans=spans))
    return Page(number=number, width=595.0, height=842.0, lines=tuple(lines), flow=text.replace("\t", " "))


def _span(written: str, column: int, top: float) -> Span:
    text = written.strip()
    left = LEFT + column * COLUMN + (len(written) - len(written.lstrip())) * LETTER
    return Span(text=text, box=(left, top, left + len(text) * LETTER, top + 11))


def scan_content(page_count: int = 1, **kw: Any) -> PdfContent:
    """A PDF of pictures of paper, without any text."""
    pages = tuple(
        Page(number=n, width=595.0, height=842.0, lines=(), image_share=1.0) for n in range(1, page_count + 1)
    )
    return PdfContent(pages=pages, **{"page_count": page_count, **kw})
