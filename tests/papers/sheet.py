"""A sheet of A4 to write and draw on, from the top down. Points (1/72 inch); fonts come with reportlab."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import reportlab
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT = 64.0, 531.0
FULL_DATE_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SANS, BOLD = "Vera", "VeraBd"
EXAMPLE = "Voorbeeld bij dossiercheck, met verzonnen personen"


def dutch_date(day: date) -> str:
    """`3 februari 1980`."""
    return f"{day.day} {FULL_DATE_MONTHS[day.month - 1]} {day.year}"


class Sheet:
    """One PDF in the making. `y` is where the next line goes, counted down from the top of the page."""

    def __init__(
        self,
        title: str,
        *,
        font: str = SANS,
        bold: str = BOLD,
        size: float = 10,
        producer: str = "",
        note: str = EXAMPLE,
    ) -> None:
        _register()
        self.note = note
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        if producer:
            self.canvas.setProducer(producer)
            self.canvas.setCreator(producer)
        self.font, self.bold, self.size = font, bold, size
        self.y = 64.0

    def text(
        self, words: str, *, x: float = LEFT, size: float | None = None, bold: bool = False, colour: str = "#000000"
    ) -> Sheet:
        """Words at the current height, without moving on."""
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.setFont(self.bold if bold else self.font, size or self.size)
        self.canvas.drawString(x, HEIGHT - self.y, words)
        return self

    def line(self, words: str = "", *, after: float = 4, **style: object) -> Sheet:
        """A line of words; then down to the next."""
        size = float(style.get("size") or self.size)  # type: ignore[arg-type]
        if words:
            self.text(words, **style)  # type: ignore[arg-type]
        return self.down(size + after)

    def columns(self, *cells: tuple[float, str], after: float = 4, **style: object) -> Sheet:
        """Cells beside each other, each at its own x."""
        for x, words in cells:
            if words:
                self.text(words, x=x, **style)  # type: ignore[arg-type]
        return self.down(float(style.get("size") or self.size) + after)  # type: ignore[arg-type]

    def paragraph(self, words: str, *, x: float = LEFT, right: float = RIGHT, after: float = 8) -> Sheet:
        """Words wrapped to the page's width; begins a new page where there is no room."""
        for row in self._wrapped(words, right - x):
            if self.y > HEIGHT - 90:
                self.page()
            self.line(row, x=x)
        return self.down(after)

    def down(self, points: float) -> Sheet:
        self.y += points
        return self

    def rule(self, colour: str = "#999999", *, width: float = 0.6, x: float = LEFT, right: float = RIGHT) -> Sheet:
        """A horizontal line at the current height."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(width)
        self.canvas.line(x, HEIGHT - self.y, right, HEIGHT - self.y)
        return self

    def block(self, left: float, top: float, width: float, height: float, colour: str) -> Sheet:
        """A filled rectangle."""
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(left, HEIGHT - top - height, width, height, stroke=0, fill=1)
        return self

    def waves(self, colour: str, top: float, bottom: float) -> Sheet:
        """Pale wavy lines, as on paper that is hard to copy."""
        tint = HexColor(colour)
        self.canvas.setStrokeColor(Color(tint.red, tint.green, tint.blue, alpha=1))
        self.canvas.setLineWidth(0.4)
        y = top
        while y < bottom:
            path = self.canvas.beginPath()
            path.moveTo(0, HEIGHT - y)
            for step in range(6):
                x = step * 100
                path.curveTo(x + 33, HEIGHT - y + 9, x + 66, HEIGHT - y - 9, x + 100, HEIGHT - y)
            self.canvas.drawPath(path)
            y += 22
        return self

    def page(self) -> Sheet:
        """On to a new page."""
        self._margin()
        self.canvas.showPage()
        self.y = 64.0
        return self

    def pdf(self) -> bytes:
        self._margin()
        self.canvas.save()
        return self._buffer.getvalue()

    def _margin(self) -> None:
        y, self.y = self.y, HEIGHT - 22
        self.text(self.note, size=6, colour="#8a8a8a")
        self.y = y

    def _wrapped(self, words: str, width: float) -> list[str]:
        rows, row = [], ""
        for word in words.split():
            longer = f"{row} {word}".strip()
            if row and pdfmetrics.stringWidth(longer, self.font, self.size) > width:
                rows.append(row)
                longer = word
            row = longer
        return [*rows, row]


def joined(*pdfs: bytes) -> bytes:
    """The pages of several PDFs in one, as by 'combine files' (seals are lost)."""
    import pikepdf

    with pikepdf.new() as whole:
        for pdf in pdfs:
            with pikepdf.open(io.BytesIO(pdf)) as part:
                if "/AcroForm" in part.Root:  # a seal's field would be left without its form
                    del part.Root["/AcroForm"]
                    for page in part.pages:
                        del page["/Annots"]
                whole.pages.extend(part.pages)
        out = io.BytesIO()
        whole.save(out, deterministic_id=True)
    return out.getvalue()


def _register() -> None:
    if SANS not in pdfmetrics.getRegisteredFontNames():
        fonts = Path(reportlab.__file__).parent / "fonts"
        pdfmetrics.registerFont(TTFont(SANS, str(fonts / "Vera.ttf")))
        pdfmetrics.registerFont(TTFont(BOLD, str(fonts / "VeraBd.ttf")))
