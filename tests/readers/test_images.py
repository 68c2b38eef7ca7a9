"""Pictures handed in as such: whatever a telephone or a scanner makes of a sheet, the engine is shown the same sheet."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from dossiercheck.readers import Piece, PieceJob, ReadLimits, ReadSettings, images
from dossiercheck.readers.content import Page, PdfContent
from dossiercheck.readers.file import read_content
from dossiercheck.readers.pieces import cut, uncut

HEIC = Path(__file__).parent / "sheet.heic"
"""`sheet()` as a telephone keeps it."""


def sheet() -> Image.Image:
    """A sheet with rows of strokes that differ in every corner."""
    page = Image.new("RGB", (420, 300), "#f4f1ea")
    draw = ImageDraw.Draw(page)
    for row in range(8):
        draw.line([(30, 30 + 30 * row), (100 + 35 * row, 30 + 30 * row)], "#202838", 6)
    draw.rectangle((330, 30, 390, 90), fill="#b03030")
    return page


def saved(image: Image.Image, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def turned_by_camera(tag: int, turns: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = tag
    return saved(sheet().rotate(90 * turns, expand=True), "JPEG", quality=92, exif=exif)


def sixteen_bits(form: str) -> bytes:
    wide = sheet().convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
    return saved(wide, form)


MADE: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: saved(sheet(), "JPEG", quality=92),
    "JPEG turned to the left by the camera": lambda: turned_by_camera(6, 1),
    "JPEG on its head by the camera": lambda: turned_by_camera(3, 2),
    "JPEG turned to the right by the camera": lambda: turned_by_camera(8, 3),
    "JPEG for print": lambda: saved(sheet().convert("CMYK"), "JPEG", quality=92),
    "JPEG in grey": lambda: saved(sheet().convert("L"), "JPEG", quality=92),
    "PNG of 16 bits": lambda: sixteen_bits("PNG"),
    "PNG with a palette": lambda: saved(sheet().quantize(16), "PNG"),
    "TIFF of 16 bits": lambda: sixteen_bits("TIFF"),
    "TIFF of 32 bits that hold as many levels as eight": lambda: saved(sheet().convert("L").convert("I"), "TIFF"),
    "TIFF of fractions": lambda: saved(sheet().convert("L").convert("F"), "TIFF"),
    "TIFF for print": lambda: saved(sheet().convert("CMYK"), "TIFF"),
    "WEBP": lambda: saved(sheet(), "WEBP", quality=90),
    "HEIC": HEIC.read_bytes,
}


@pytest.fixture(params=MADE)
def made(request: pytest.FixtureRequest) -> bytes:
    if request.param == "HEIC":
        pytest.importorskip("pi_heif")
    return MADE[request.param]()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], Image.Image]:
    """What the engine is shown of a picture."""

    def shows(data: bytes) -> Image.Image:
        found: list[Image.Image] = []

        def page_of(number: int, image: Image.Image, engine: object) -> Page:
            found.append(image)
            return Page(number=number, width=1, height=1, lines=())

        monkeypatch.setattr(images, "page_of", page_of)
        monkeypatch.setattr("dossiercheck.readers.ocr.find_engine", lambda: object())
        read_content(data, as_table=False, settings=ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC)))
        return found[0]

    return shows


def test_pages_that_were_not_read_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit of OCR; behind one that is damaged; and one on which nothing could be read, unless it is empty."""

    def read(data: bytes, silent: int = 0) -> tuple[int, int, int]:
        def page_of(number: int, image: Image.Image, engine: object) -> Page | None:
            return None if number == silent else Page(number=number, width=1, height=1, lines=())

        monkeypatch.setattr(images, "page_of", page_of)
        found = images.read_image(data, "TIFF", ReadLimits(ocr_pages=3))
        assert isinstance(found, PdfContent)
        return len(found.pages), found.page_count, found.pages_unread

    monkeypatch.setattr("dossiercheck.readers.ocr.find_engine", lambda: object())
    pages = [sheet().resize((60 + number, 40)) for number in range(5)]
    assert read(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])) == (3, 5, 2)
    assert read(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:3])) == (3, 3, 0)
    assert read(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:3]), silent=2) == (2, 3, 1)
    back = Image.new("RGB", (60, 40), "#f4f1ea")
    assert read(saved(pages[0], "TIFF", save_all=True, append_images=[back]), silent=2) == (1, 2, 0)
    frames = images._frames

    def breaks(*given: Any) -> Iterator[tuple[int, Image.Image]]:
        yield next(frames(*given))
        raise OSError("damaged")

    monkeypatch.setattr(images, "_frames", breaks)
    assert read(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:3])) == (1, 3, 2)


def differ(one: Image.Image, other: Image.Image) -> float:
    """Greys, on average."""
    assert one.size == other.size
    return ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0]


def test_the_engine_is_shown_the_same_sheet(made: bytes, shown: Callable[[bytes], Image.Image]) -> None:
    assert differ(shown(made), shown(saved(sheet(), "PNG"))) < 6


def test_a_piece_cut_for_a_person_shows_the_same_sheet(made: bytes, tmp_path: Path) -> None:
    (tmp_path / "made").write_bytes(made)
    (tmp_path / "plain").write_bytes(saved(sheet(), "PNG"))
    pieces = (Piece(page=1, box=(60.0, 60.0, 400.0, 200.0)),)
    cuts = [
        uncut(cut(PieceJob(source=tmp_path / name, pieces=pieces), ReadLimits()), 1)[0] for name in ("made", "plain")
    ]
    one, other = (Image.open(io.BytesIO(png)) for png in cuts)
    assert differ(one, other) < 9
