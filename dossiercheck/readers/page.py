"""One page of a PDF: its lines, its flow, its pictures. Text that nobody can see is kept apart."""

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossiercheck.facts import Box
from dossiercheck.readers.content import Line, Page
from dossiercheck.readers.glyphs import Direction, Glyphs, Placed
from dossiercheck.readers.hidden import part
from dossiercheck.readers.lines import Word, build_lines, sideways_line
from dossiercheck.readers.marks import read_attached, read_comments, read_ink, read_marks, share_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MAX_HIDDEN_TEXT = 20_000
_MOST_PICTURES = 20
_FAR = 1e6
"""Points; no coordinate is taken to be further away."""
_MAX_SIDE = 20_000.0
"""Points; a page that claims more is taken to be this large."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadPage:
    """A page and what of it counts for the document as a whole."""

    page: Page
    characters: int
    images: tuple[Box, ...]
    ink: tuple[Box, ...]
    anything: bool
    drawn: bool
    """Something besides print and ruled lines is on it."""
    comments: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    """Names of files that hang on it by a paper clip."""


def read_page(document: "PdfDocument", number: int, limit: int) -> ReadPage:
    """Read page `number` (from 1), at most `limit` characters. Raises PdfiumError when it cannot be loaded."""
    page = document[number - 1]
    try:
        ink_place = _Shown.of(page, 0)
        ink = tuple(read_ink(page.raw, ink_place.box))
        comments, attached = tuple(read_comments(page.raw)), tuple(read_attached(page.raw))
        page = _with_annotations(document, page, number)
        return replace(_read(page, number, limit, ink), comments=comments, attached=attached)
    finally:
        page.close()


def _with_annotations(document: "PdfDocument", page: "PdfPage", number: int) -> "PdfPage":
    """The page with filled form fields and written annotations as part of its text, as they print."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFPage_GetAnnotCount(page.raw) <= 0:
        return page
    _keep_size(page)
    if pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[number - 1]


def _keep_size(page: "PdfPage") -> None:
    """Give the page a size of its own where it has it from the page tree; flattening would make it a US Letter."""
    import ctypes

    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPage_GetMediaBox(page.raw, *map(ctypes.byref, sides)):
        return
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box)):
        pdfium.FPDFPage_SetMediaBox(page.raw, box.left, box.bottom, box.right, box.top)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Shown:
    """How the page is shown: its area in PDF coordinates, and quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    more_turns: int
    """Of them those beyond the page's own."""

    @classmethod
    def of(cls, page: "PdfPage", more_turns: int) -> "_Shown":
        import ctypes

        import pypdfium2.raw as pdfium

        rect = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(rect)):
            rect.left, rect.bottom, rect.right, rect.top = 0.0, 0.0, 595.0, 842.0
        turns = (pdfium.FPDFPage_GetRotation(page.raw) + more_turns) % 4
        left, bottom = _finite(rect.left), _finite(rect.bottom)
        return cls(
            left=left,
            bottom=bottom,
            right=_finite(rect.right),
            top=_finite(rect.top),
            turns=turns,
            more_turns=more_turns,
        )

    @property
    def size(self) -> tuple[float, float]:
        width = min(max(self.right - self.left, 1.0), _MAX_SIDE)
        height = min(max(self.top - self.bottom, 1.0), _MAX_SIDE)
        return (height, width) if self.turns % 2 else (width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """From PDF coordinates to points from the upper left corner as shown."""
        if self.turns == 0 and -_FAR < left <= right < _FAR and -_FAR < bottom <= top < _FAR:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        x0, x1 = sorted((_finite(left), _finite(right)))
        y0, y1 = sorted((_finite(bottom), _finite(top)))
        match self.turns:
            case 1:
                turned = (y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)
            case 2:
                turned = (self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom)
            case 3:
                turned = (self.top - y1, self.right - x1, self.top - y0, self.right - x0)
            case _:
                turned = (x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        return turned


def _finite(value: float) -> float:
    return min(max(value, -_FAR), _FAR) if math.isfinite(value) else 0.0


def _read(page: "PdfPage", number: int, limit: int, ink: tuple[Box, ...]) -> ReadPage:
    text_page = page.get_textpage()
    try:
        shown, placed, glyphs = _placed_words(page, text_page.raw, limit)
        marks = read_marks(page.raw, shown.box)
        seen, unseen = part(page, placed, glyphs, marks, shown.turns, shown.size)
        hidden = [(p.start, p.end) for p in unseen]
        flow = glyphs.flow(hidden)
    finally:
        text_page.close()
    width, height = shown.size
    content = Page(
        number=number,
        width=width,
        height=height,
        lines=_lines(seen),
        flow=flow,
        hidden_text=" ".join(p.word.text for p in unseen)[:_MAX_HIDDEN_TEXT],
        image_share=share_of(marks.images, width, height),
        pictures=marks.images[:_MOST_PICTURES],
        turned=shown.more_turns % 4,
    )
    return ReadPage(
        page=content, characters=glyphs.count, images=marks.images, ink=ink, anything=marks.anything, drawn=marks.drawn
    )


def _placed_words(page: "PdfPage", text_page: object, limit: int) -> tuple[_Shown, list[Placed], Glyphs]:
    """The words; on a page whose text runs mostly sideways or upside down, as if it were turned upright."""
    shown = _Shown.of(page, 0)
    glyphs = Glyphs(text_page, shown.box, limit)
    placed = list(glyphs.words())
    counts = {way: sum(p.end - p.start for p in placed if p.direction is way) for way in Direction}
    main = max(counts, key=lambda way: counts[way])
    if main is Direction.RIGHT:
        return shown, placed, glyphs
    shown = _Shown.of(page, -main)
    glyphs = Glyphs(text_page, shown.box, limit)
    return shown, list(glyphs.words()), glyphs


def _lines(placed: list[Placed]) -> tuple[Line, ...]:
    upright = build_lines(place.word for place in placed if place.direction is Direction.RIGHT)
    sideways: list[list[Word]] = []
    last: Placed | None = None
    for place in placed:
        if place.direction is not Direction.RIGHT:
            if last and last.direction is place.direction and last.word.order == place.word.order - 1:
                sideways[-1].append(place.word)
            else:
                sideways.append([place.word])
            last = place
    return upright + tuple(sideways_line(words) for words in sideways)
