"""What scanners, copiers, post rooms and telephones do to a sheet of paper. The same seed spoils alike."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pypdfium2
import reportlab
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from tests.scans import as_pdf

FAULTS = (
    "plain", "noise", "uneven light", "faint", "stamp", "staple", "pink paper", "blue paper", "blur", "black and white",
    "copy of a copy", "photo",
)  # fmt: skip
FORMS = ("pdf", "pdf", "pdf", "jpeg", "png", "tiff")
"""How it is handed in; a photo always as JPEG."""


@dataclass(frozen=True, kw_only=True)
class Spoiling:
    dpi: int
    fault: str
    skew: float
    """Degrees, against the clock."""
    turns: int
    """Quarters, against the clock."""
    quality: int
    """Of JPEG."""
    grey: bool
    form: str


def handed_in(pdf: bytes, how: Spoiling, random: Random) -> tuple[bytes, int]:
    """The file as it is handed in, and its number of pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = [document[number].render(scale=how.dpi / 72).to_pil().convert("RGB") for number in range(len(document))]
    if how.fault == "photo":
        drawn = drawn[:1]
    pages = [_spoilt(page, how, random) for page in drawn]
    if how.form == "pdf":
        return as_pdf([_saved(page, "JPEG", quality=how.quality) for page in pages]), len(pages)
    if how.form == "tiff":
        out = io.BytesIO()
        pages[0].save(out, "TIFF", compression="tiff_lzw", save_all=True, append_images=pages[1:])
        return out.getvalue(), len(pages)
    if how.form == "png":
        return _saved(pages[0], "PNG"), 1
    if how.fault == "photo" and how.turns:
        return _saved(pages[0], "JPEG", quality=how.quality, exif=_turned_by_exif(how.turns)), 1
    return _saved(pages[0], "JPEG", quality=how.quality), 1


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _turned_by_exif(turns: int) -> Image.Exif:
    """The camera says which way is up: by as many quarters the pixels are turned."""
    exif = Image.Exif()
    exif[0x0112] = {1: 6, 2: 3, 3: 8}[turns]
    return exif


def _spoilt(page: Image.Image, how: Spoiling, random: Random) -> Image.Image:
    unit = how.dpi / 200
    page = _FAULT[how.fault](page, unit, random) if how.fault in _FAULT else page
    page = _noisy(page, random, strength=random.uniform(2, 5))
    if how.fault == "photo":
        page = _photographed(page, random)
    elif how.skew:
        page = page.rotate(how.skew, Image.Resampling.BICUBIC, fillcolor=(250, 250, 250))
    page = page.convert("L") if how.grey else page
    if how.fault == "black and white":
        page = page.convert("L").point(lambda value: 255 if value > 168 else 0)
    return page.rotate(90 * how.turns, expand=True)


def _noise(page: Image.Image, unit: float, random: Random) -> Image.Image:
    return _noisy(page, random, strength=random.uniform(12, 26))


def _noisy(page: Image.Image, random: Random, *, strength: float) -> Image.Image:
    plate = _plate().point(lambda value: int(128 + (value - 128) * strength / 42 + 0.5))
    across, down = random.randrange(1024), random.randrange(1024)
    noise = Image.new("L", page.size)
    for x in range(-across, page.width, 1024):
        for y in range(-down, page.height, 1024):
            noise.paste(plate, (x, y))
    return ImageChops.add(page, Image.merge("RGB", (noise,) * 3), 1, -128)


@cache
def _plate() -> Image.Image:
    """Grains of a standard deviation of about 42 about 128."""
    layers = [Image.frombytes("L", (1024, 1024), Random(number).randbytes(1024 * 1024)) for number in range(3)]
    return Image.blend(Image.blend(layers[0], layers[1], 0.5), layers[2], 1 / 3)


def _uneven(page: Image.Image, unit: float, random: Random) -> Image.Image:
    spots = Image.new("L", (3, 4))
    spots.putdata([random.randint(165, 255) for _ in range(12)])
    light = spots.resize(page.size, Image.Resampling.BICUBIC)
    return ImageChops.multiply(page, Image.merge("RGB", (light,) * 3))


def _faint(page: Image.Image, unit: float, random: Random) -> Image.Image:
    left = random.uniform(0.3, 0.5)
    return page.point(lambda value: int(255 - (255 - value) * left))


def _stamp(page: Image.Image, unit: float, random: Random) -> Image.Image:
    """Of a post room, over the upper two thirds; what lies under it can still be read by a person."""
    font = ImageFont.truetype(str(Path(reportlab.__file__).parent / "fonts" / "VeraBd.ttf"), int(34 * unit))
    day = f"{random.randint(1, 28):02} {random.choice(('JAN', 'MRT', 'JUN', 'OKT'))} {random.randint(2014, 2025)}"
    mark = Image.new("L", (int(420 * unit), int(150 * unit)))
    draw = ImageDraw.Draw(mark)
    draw.rectangle((4, 4, mark.width - 5, mark.height - 5), outline=255, width=max(2, int(5 * unit)))
    for row, words in enumerate((random.choice(("INGEKOMEN", "ONTVANGEN", "KOPIE CONFORM")), day)):
        draw.text((mark.width / 2, mark.height * (0.3 + 0.4 * row)), words, 255, font, "mm")
    mark = mark.rotate(random.uniform(-14, 14), Image.Resampling.BICUBIC, expand=True)
    mark = mark.point(lambda value: int(value * 0.55))
    ink = Image.new("RGB", mark.size, random.choice(("#b3202c", "#2a3f9d", "#5d2a86")))
    at = (int(page.width * random.uniform(0.1, 0.6)), int(page.height * random.uniform(0.06, 0.6)))
    under = page.crop((*at, at[0] + mark.width, at[1] + mark.height))
    page.paste(ImageChops.multiply(under, Image.composite(ink, Image.new("RGB", mark.size, "white"), mark)), at)
    return page


def _staple(page: Image.Image, unit: float, random: Random) -> Image.Image:
    """A staple, the folded corner's shadow, and the dark edge of the lid."""
    draw = ImageDraw.Draw(page)
    reach = int(random.uniform(90, 200) * unit)
    draw.polygon([(0, 0), (reach, 0), (0, int(reach * 0.8))], fill=(96, 96, 98))
    draw.line(
        [(reach * 0.7, reach * 0.5), (reach * 0.7 + 34 * unit, reach * 0.5 + 22 * unit)],
        fill=(40, 40, 44),
        width=int(6 * unit),
    )
    edge = int(random.uniform(6, 26) * unit)
    draw.rectangle((page.width - edge, 0, page.width, page.height), fill=(52, 52, 52))
    return page


def _coloured(*choice: str) -> object:
    def on_colour(page: Image.Image, unit: float, random: Random) -> Image.Image:
        return ImageChops.multiply(page, Image.new("RGB", page.size, random.choice(choice)))

    return on_colour


def _blur(page: Image.Image, unit: float, random: Random) -> Image.Image:
    return page.filter(ImageFilter.GaussianBlur(random.uniform(0.9, 1.5) * unit))


def _copied(page: Image.Image, unit: float, random: Random) -> Image.Image:
    """Contrast up, small specks, a little smaller."""
    page = page.filter(ImageFilter.GaussianBlur(0.7 * unit)).point(
        lambda value: max(0, min(255, int((value - 70) * 1.7)))
    )
    draw = ImageDraw.Draw(page)
    for _ in range(random.randint(30, 120)):
        x, y, size = random.randrange(page.width), random.randrange(page.height), random.uniform(0.5, 2.2) * unit
        draw.ellipse((x, y, x + size, y + size), fill=(20, 20, 20))
    small = page.resize((int(page.width * 0.94), int(page.height * 0.94)), Image.Resampling.BICUBIC)
    sheet = Image.new("RGB", page.size, "white")
    sheet.paste(small, (random.randint(0, page.width - small.width), random.randint(0, page.height - small.height)))
    return sheet


_FAULT = {
    "noise": _noise, "uneven light": _uneven, "faint": _faint, "stamp": _stamp, "staple": _staple,
    "pink paper": _coloured("#ffd9e4", "#ffe3ea"), "blue paper": _coloured("#d6e6fb", "#c9dcf4"), "blur": _blur,
    "copy of a copy": _copied, "photo": _uneven,
}  # fmt: skip


def _photographed(page: Image.Image, random: Random) -> Image.Image:
    """The sheet on a desk, seen a little from the side."""
    wide, high = page.size
    margin = random.uniform(0.06, 0.22)
    size = (int(wide * (1 + 2 * margin)), int(high * (1 + 2 * margin)))
    shift = 0.03 * wide
    corners = [
        (x + random.uniform(-shift, shift), y + random.uniform(-shift, shift))
        for x, y in (
            (margin * wide, margin * high), (margin * wide + wide, margin * high),
            (margin * wide + wide, margin * high + high), (margin * wide, margin * high + high),
        )
    ]  # fmt: skip
    desk = Image.new("RGB", size, random.choice(("#6b4a2f", "#3d4148", "#a9a294", "#8c2f2b")))
    desk = _noisy(desk, random, strength=9)
    terms = _perspective(corners, [(0, 0), (wide, 0), (wide, high), (0, high)])
    sheet = page.transform(size, Image.Transform.PERSPECTIVE, terms, Image.Resampling.BICUBIC)
    mask = Image.new("L", page.size, 255).transform(size, Image.Transform.PERSPECTIVE, terms)
    desk.paste(sheet, (0, 0), mask)
    return desk.filter(ImageFilter.GaussianBlur(0.6))


def _perspective(seen: Sequence[tuple[float, float]], flat: Sequence[tuple[float, float]]) -> list[float]:
    """The eight terms that take points of the photo to points of the sheet."""
    rows = []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for pivot in range(8):
        best = max(range(pivot, 8), key=lambda row: abs(rows[row][pivot]))
        rows[pivot], rows[best] = rows[best], rows[pivot]
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for row in range(8):
            if row != pivot:
                rows[row] = [a - rows[row][pivot] * b for a, b in zip(rows[row], rows[pivot], strict=True)]
    return [row[8] for row in rows]
