"""Contracts signed by hand: pictures of pages that were written on, or pictures of signatures pasted on a PDF."""

from __future__ import annotations

import io
import random
from collections.abc import Mapping
from datetime import UTC, datetime

import pypdfium2
from PIL import Image

from dossiercheck.readers import ReadSettings
from dossiercheck.readers.content import PdfContent
from dossiercheck.readers.file import read_content
from tests.bench.ink import pages, pens
from tests.scans import as_pdf

Box = tuple[float, float, float, float]
BLUE = (25, 45, 140)
SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))


def below(pdf: bytes, words: str) -> tuple[int, Box]:
    """Page index and room for a signature under the last place where these words stand alone."""
    content = read_content(pdf, as_table=False, settings=SETTINGS)
    assert isinstance(content, PdfContent)
    for page in reversed(content.pages):
        for line in reversed(page.lines):
            for span in line.spans:
                if span.text == words:
                    left, _, _, bottom = span.box
                    return page.number - 1, (left + 5, bottom + 12, left + 125, bottom + 48)
    raise AssertionError(words)


def written(pdf: bytes, what: Mapping[str, str], *, dpi: int = 200, strength: float = 0.95) -> bytes:
    """A scan; `what` says for a heading what is under it: `pen`, `faint`, `stamp` or `date`."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = [document[n].render(scale=dpi / 72).to_pil().convert("RGB") for n in range(len(document))]
    for words, kind in what.items():
        number, box = below(pdf, words)
        _put(drawn[number], box, kind, dpi / 72, strength)
    return as_pdf([_jpeg(page) for page in drawn])


def _put(page: Image.Image, box: Box, kind: str, scale: float, strength: float) -> None:
    rng = random.Random(f"{kind} {box}")
    if kind == "stamp":
        pages.round_stamp(page, ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), scale, rng)
        return
    strokes = pens.figures("12-2-2024", rng) if kind == "date" else pens.cursive(rng)
    dark = 0.12 if kind == "faint" else strength
    pens.draw(page, strokes, box, scale=scale, width=1.2, colour=BLUE, strength=dark)


def pasted(pdf: bytes, *headings: str) -> bytes:
    """The same PDF with its text, and under each heading a picture of a signature."""
    import pikepdf
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    with pikepdf.open(io.BytesIO(pdf)) as whole:
        for words in headings:
            number, box = below(pdf, words)
            width, height = (float(side) for side in whole.pages[number].mediabox[2:])
            layer = io.BytesIO()
            canvas = Canvas(layer, pagesize=(width, height), invariant=1)
            picture = Image.new("RGB", (480, 144), "white")
            pens.draw(picture, pens.cursive(random.Random(words)), (4, 4, 116, 32), scale=4, width=1.2, colour=BLUE)
            canvas.drawImage(ImageReader(picture), box[0], height - box[3], box[2] - box[0], box[3] - box[1])
            canvas.save()
            with pikepdf.open(io.BytesIO(layer.getvalue())) as over:
                whole.pages[number].add_overlay(over.pages[0])
        out = io.BytesIO()
        whole.save(out, deterministic_id=True)
    return out.getvalue()


def _jpeg(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.convert("L").rotate(0.6, Image.Resampling.BICUBIC, fillcolor=255).save(out, "JPEG", quality=55)
    return out.getvalue()
