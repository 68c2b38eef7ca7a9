"""Scans and photos of papers, made by drawing a PDF, spoiling the picture a little and wrapping it up again."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageFilter


def pictures(
    pdf: bytes,
    *,
    dpi: int = 200,
    quality: int = 60,
    skew: float = 1.0,
    grey: bool = True,
    turns: int = 0,
    first: int = 99,
) -> tuple[bytes, ...]:
    """The first pages as JPEGs; `skew` in degrees, `turns` in quarters, both against the clock."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = [document[number].render(scale=dpi / 72).to_pil() for number in range(min(first, len(document)))]
    return tuple(_jpeg(image.convert("L" if grey else "RGB"), quality, skew, turns) for image in drawn)


def _jpeg(image: Image.Image, quality: int, skew: float, turns: int) -> bytes:
    white = 255 if image.mode == "L" else (255, 255, 255)
    image = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=white).rotate(90 * turns, expand=True)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def as_pdf(jpegs: Sequence[bytes], *, hidden: str = "", printed: str = "", producer: str = "") -> bytes:
    """A PDF with one picture a page, as scanners make them; `hidden` is laid invisibly behind the first, `printed` over it."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setProducer(producer)
    for number, jpeg in enumerate(jpegs):
        picture = ImageReader(io.BytesIO(jpeg))
        width, height = picture.getSize()
        size = (595, 842) if width < height else (842, 595)
        canvas.setPageSize(size)
        canvas.drawImage(picture, 0, 0, *size)
        if hidden and number == 0:
            text = canvas.beginText(50, 780)
            text.setTextRenderMode(3)
            text.textLines(hidden)
            canvas.drawText(text)
        if printed and number == 0:
            canvas.drawString(50, 20, printed)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned(pdf: bytes, **spoilt: float | bool) -> bytes:
    """A PDF of pictures of another one's pages."""
    return as_pdf(pictures(pdf, **spoilt))  # type: ignore[arg-type]


def smudged(pdf: bytes, *words: str, dpi: int = 200, quality: int = 60) -> tuple[bytes, ...]:
    """Its pages as JPEGs on which a thumb went over these words: that something stands there can be seen, not what."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            image = page.render(scale=dpi / 72).to_pil().convert("L")
            text = page.get_textpage()
            for said in words:
                search = text.search(said)
                while hit := search.get_next():
                    boxes = [text.get_rect(number) for number in range(text.count_rects(*hit))]
                    for left, bottom, right, top in boxes:
                        sides = (left - 2, page.get_height() - top - 2, right + 2, page.get_height() - bottom + 2)
                        area = tuple(int(side * dpi / 72) for side in sides)
                        image.paste(image.crop(area).filter(ImageFilter.GaussianBlur(dpi / 34)), area)
            found.append(_jpeg(image, quality, 0.6, 0))
    return tuple(found)
