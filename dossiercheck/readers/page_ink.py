"""Ink on pages that have their own text: a pasted picture of a signature, a drawing, a note that was written on.

Such a page is drawn as it is seen and searched like a scan, its print known from its text. That costs a tenth of a
second, so it is done only where something besides print is on the page and the page speaks of signing. A page on which
nothing is drawn or pasted bears no ink, and that is known for nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dossiercheck.facts import Box
from dossiercheck.readers.content import Page, Span
from dossiercheck.readers.page import ReadPage

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

_SIGNING = re.compile(
    r"handtekening|onderteken|getekend|akkoord|paraaf|namens|werkgever|opdrachtgever|signature|\bsigned\b|employer",
    re.IGNORECASE,
)
"""Words of a page on which people sign."""
_MOST_PAGES = 20
"""Of a file that are searched."""
_MOST_POINTS = 1_500_000.0
"""Area of the largest page that is drawn (A2)."""
_FILLING = re.compile(r"[._…]{4,}|[.…_]{2,}\s*$")


def with_ink(document: "PdfDocument", read: Sequence[ReadPage], scanned: Sequence[int]) -> list[Page]:
    """The same pages; those that OCR is not to read with the ink on them, where that can be told."""
    left = _MOST_PAGES
    pages = []
    for found in read:
        page = found.page
        if page.number in scanned:
            pass
        elif not found.drawn:
            page = replace(page, ink_known=True)
        elif left and _SIGNING.search(page.text):
            left -= 1
            page = _searched(document, page)
        pages.append(page)
    return pages


def _searched(document: "PdfDocument", page: Page) -> Page:
    from dossiercheck.readers.ink import DPI, find_ink, traces_on
    from dossiercheck.readers.printed import darker_than_paper

    picture = _picture(document, page, DPI / 72) if page.width * page.height <= _MOST_POINTS else None
    if picture is None:
        return page
    spans = (span for line in page.lines for span in line.spans if any(c.isalnum() for c in span.text))
    words = [_scaled(printed_box(span), DPI / 72) for span in spans]
    traces = traces_on(darker_than_paper(picture), words)
    return replace(page, ink=find_ink(traces or [], words), ink_known=traces is not None)


def printed_box(span: Span) -> Box:
    """The box of a span's words, without the dots or underscores behind them: on those people write."""
    filling = _FILLING.search(span.text)
    if not filling:
        return span.box
    left, top, right, bottom = span.box
    before, after = filling.start(), len(span.text) - filling.start()
    return left, top, left + (right - left) * before / max(1.0, before + 0.5 * after), bottom


def _picture(document: "PdfDocument", page: Page, scale: float) -> "Image | None":
    """The page in grey, upright as its text is taken to be; None where it is shown another way up, or cannot be."""
    import pypdfium2

    try:
        shown = document[page.number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        if abs(shown.get_width() - page.width) > 1 or abs(shown.get_height() - page.height) > 1:
            return None
        bitmap = shown.render(scale=scale, grayscale=True, may_draw_forms=False)
        try:
            picture: Image = bitmap.to_pil().convert("L")
            return picture
        finally:
            bitmap.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        shown.close()


def _scaled(box: Box, by: float) -> Box:
    left, top, right, bottom = (side * by for side in box)
    return left, top, right, bottom
