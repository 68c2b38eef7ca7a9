"""Pages that are pictures: which of a PDF's pages those are, and what is read off them.

Only pages without usable text go to the engine; the libraries for it are loaded when there is one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dossiercheck.facts import How
from dossiercheck.readers.content import Page
from dossiercheck.readers.rubbish import is_rubbish
from dossiercheck.readers.settings import ReadLimits

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

    from dossiercheck.readers.ocr import OcrEngine
    from dossiercheck.readers.scan import Scan

MoreTime = Callable[[int], None]
"""Called with the number of pages that are about to be read by OCR; returns when it is this file's turn."""

LEAST_SHARE = 0.15
"""Share of a page without text that pictures must cover for it to be looked at."""
LONG_SIDE = 842.0
"""Points; a picture that tells no size is taken to be of A4."""
_FEW_LETTERS = 25
_SPARSE = 150
"""Letters; on a page that a picture fills so few are what a portal or a scanner printed on the picture."""
_FILLED = 0.6
_SMALL = 0.4
"""Of a sheet's length: less than the smallest card that is handed in."""
_MOST_PIXELS = 6_000_000
_LEAST_SCALE = 0.4
_LEAST_WORTH = 0.5
"""Mean confidence under which what was read is noise."""


def no_more_time(pages: int) -> None:
    """For reading without a worker: nobody waits."""


def needs_ocr(page: Page, *, anything: bool) -> bool:
    """Has it no text that can be used, but something to be seen?"""
    letters = sum(len(line.text) for line in page.lines)
    if letters < _FEW_LETTERS:
        return page.image_share > LEAST_SHARE or (letters == 0 and anything)
    return (page.image_share > _FILLED and letters < _SPARSE) or is_rubbish(page.text)


def read_scanned(
    document: "PdfDocument", pages: Sequence[Page], wanted: Sequence[int], limits: ReadLimits, more_time: MoreTime
) -> tuple[Page, ...]:
    """The same pages, those of the `wanted` numbers read by OCR, as many as the limits allow."""
    numbers = list(wanted)[: limits.ocr_pages]
    if not numbers:
        return tuple(pages)
    from dossiercheck.readers.ocr import find_engine

    more_time(len(numbers))
    engine = find_engine()
    if engine is None:
        return tuple(pages)
    return tuple(_read_page(document, page, engine) if page.number in numbers else page for page in pages)


def page_of(number: int, image: "Image", engine: "OcrEngine") -> Page | None:
    """A picture handed in as such, as a page of about A4; None where nothing can be read on it."""
    from dossiercheck.readers.scan import read_scan

    scale = max(image.width, image.height) / LONG_SIDE
    scan = read_scan(image, engine, scale=scale)
    if scan is None or scan.confidence < _LEAST_WORTH:
        return None
    blank = Page(number=number, width=image.width / scale, height=image.height / scale, lines=(), image_share=1.0)
    return _with_text(blank, scan)


def _read_page(document: "PdfDocument", page: Page, engine: "OcrEngine") -> Page:
    import pypdfium2

    from dossiercheck.readers.scan import read_scan
    from dossiercheck.readers.twice import SECOND_DPI

    scale = min(_enlarged(page) * SECOND_DPI / 72, (_MOST_PIXELS / max(page.width * page.height, 1.0)) ** 0.5)
    if scale < _LEAST_SCALE:
        return page
    try:
        shown = document[page.number - 1]
    except pypdfium2.PdfiumError:
        return page
    try:
        bitmap = shown.render(scale=scale, may_draw_forms=False, prefer_bgrx=True, rev_byteorder=True)
        try:
            image = bitmap.to_pil()
            scan = read_scan(image, engine, scale=scale, hidden_text=page.hidden_text)
        finally:
            bitmap.close()
    finally:
        shown.close()
    if scan is None or scan.confidence < _LEAST_WORTH:
        return page
    return _with_text(page, scan)


def _enlarged(page: Page) -> float:
    """By how much a page is drawn larger: one that a picture fills and that claims the size of a stamp is a sheet."""
    long = max(page.width, page.height)
    return LONG_SIDE / max(long, 1.0) if long < _SMALL * LONG_SIDE and page.image_share > _FILLED else 1.0


def _with_text(page: Page, scan: "Scan") -> Page:
    """The page as it is read: the right way up."""
    width, height = (page.height, page.width) if scan.quarter_turns % 2 else (page.width, page.height)
    text = "\n".join(line.text for line in scan.lines)
    return replace(
        page,
        width=width,
        height=height,
        lines=scan.lines,
        flow=text,
        how=How.OCR,
        confidence=round(scan.confidence, 3),
        tint=scan.tint,
        turned=scan.quarter_turns,
        ink=scan.ink or (),
        ink_known=scan.ink is not None,
    )
