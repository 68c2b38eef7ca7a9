"""Papers of the provider in tests: typed lines become pages, and pages a document, without a PDF in between."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from dossiercheck.documents import Document, recognise
from dossiercheck.readers.content import Line, Page, PdfContent, Span
from dossiercheck.tender import load_set

CORPUS = Path(__file__).parents[1] / "corpus" / "organisation"
VOCABULARY = load_set("twente-t77948").vocabulary


def page(text: str, number: int = 1, **given: Any) -> Page:
    """One printed line a line; a tab is a jump to the next column."""
    lines = []
    for row, line in enumerate(text.splitlines()):
        top = 60.0 + 14 * row
        cells = [(60.0 + 130 * column, cell) for column, cell in enumerate(line.split("\t")) if cell.strip()]
        spans = tuple(Span(text=cell.strip(), box=(x, top, x + 6 * len(cell), top + 10)) for x, cell in cells)
        if spans:
            lines.append(Line(spans=spans))
    return Page(number=number, width=595, height=842, lines=tuple(lines), flow=text, **given)


def paper(*texts: str, file: str = "organisatie/stuk.pdf", **given: Any) -> Document:
    """The document of these pages."""
    pages = tuple(page(text, number) for number, text in enumerate(texts, start=1))
    content = PdfContent(pages=pages, page_count=len(pages), **given)
    return recognise(file, f"hash of {file} {texts}", 1000, content, VOCABULARY)


def corpus(prefix: str) -> Sequence[tuple[str, dict[str, Any]]]:
    """Name and content of the cases whose names begin like this."""
    return [(path.stem, yaml.safe_load(path.read_text("utf-8"))) for path in sorted(CORPUS.glob(f"{prefix}-*.yaml"))]
