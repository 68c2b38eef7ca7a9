"""Pieces of pages as small pictures, so that a person sees what a finding rests on. Cut in the worker processes.

The page is the one that was read: of a sealed file the sealed revision, turned the way it was read. A picture that
comes back from a worker is checked before anything shows it: a worker that was taken over can hand on a picture only.
"""

import io
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dossiercheck.facts import NO_SEAL, Box, Seal
from dossiercheck.readers.images import one_frame
from dossiercheck.readers.opening import open_regular
from dossiercheck.readers.settings import ReadLimits

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIECES = 12
"""Of one file."""
MAX_PNG = 400_000
"""Bytes; a piece that needs more is left out."""
SCALE = 2.0
"""Pixels a point."""
_MOST_PIXELS = 8_000_000
"""Of the page that a piece is cut from."""
_MARGIN_ACROSS, _MARGIN_DOWN = 80.0, 17.0
_LEAST_WIDTH, _LEAST_HEIGHT = 320.0, 44.0
_MOST_WIDTH, _MOST_HEIGHT = 480.0, 220.0
"""Points."""
_COLOURS = 32
_FRAME = (196, 98, 16)
_PNG = b"\x89PNG\r\n\x1a\n"
_LENGTH = struct.Struct(">I")
_A4_LONG_SIDE = 842.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A place on a page. `turns`: quarter turns clockwise by which the page was turned to be read."""

    page: int
    box: Box
    turns: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class PieceJob:
    """The pieces wanted of one file."""

    source: Path
    pieces: tuple[Piece, ...]
    seal: Seal = field(default=NO_SEAL)
    """What was judged of the file: it tells which revision was read."""


def cut(job: PieceJob, limits: ReadLimits) -> bytes:
    """The pieces as PNG, in their order, as `uncut` takes them; one that cannot be made is empty."""
    with open_regular(job.source) as file:
        data = file.read(limits.file_bytes + 1)
    made: dict[Piece, bytes] = {}
    for number in dict.fromkeys(piece.page for piece in job.pieces):
        image = _page(data, job.seal, number, limits)
        if image is not None:
            made.update((piece, _cut(image, piece)) for piece in job.pieces if piece.page == number)
    pictures = [made.get(piece, b"") for piece in job.pieces]
    return b"".join(_LENGTH.pack(len(png)) + png for png in pictures)


def uncut(answer: bytes, count: int) -> tuple[bytes, ...]:
    """The pictures out of a worker's answer; empty ones for what is no small PNG."""
    found = list(_frames(answer, count))
    return tuple(png if _is_small_png(png) else b"" for png in [*found, *[b""] * (count - len(found))])


def _frames(answer: bytes, count: int) -> Iterator[bytes]:
    at = 0
    for _ in range(count):
        if at + _LENGTH.size > len(answer):
            return
        size = _LENGTH.unpack_from(answer, at)[0]
        at += _LENGTH.size
        yield answer[at : at + size]
        at += size


def _is_small_png(png: bytes) -> bool:
    if len(png) < 33 or len(png) > MAX_PNG or not png.startswith(_PNG) or png[12:16] != b"IHDR":
        return False
    width, height = struct.unpack(">II", png[16:24])
    return bool(0 < width <= _MOST_WIDTH * SCALE + 1 and 0 < height <= _MOST_HEIGHT * SCALE + 1)


def _page(data: bytes, seal: Seal, number: int, limits: ReadLimits) -> "Image | None":
    """A whole page at `SCALE`; None where there is none."""
    if data.lstrip()[:5] == b"%PDF-" or b"%PDF-" in data[:1024]:
        from dossiercheck.readers.seals import sealed_revision

        return _pdf_page(sealed_revision(data, seal), number)
    return _picture(data, number, limits)


def _pdf_page(data: bytes, number: int) -> "Image | None":
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        if document.get_formtype():
            document.init_forms()
        if not 1 <= number <= len(document):
            return None
        page = document[number - 1]
        width, height = page.get_size()
        if width * height * SCALE * SCALE > _MOST_PIXELS:
            return None
        bitmap = page.render(scale=SCALE)
        image: Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        page.close()
        return image
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


def _picture(data: bytes, number: int, limits: ReadLimits) -> "Image | None":
    """A picture handed in as such, at the size that its boxes are given in (`readers/scanned.py`)."""
    upright = one_frame(data, number, limits)
    if upright is None:
        return None
    factor = _A4_LONG_SIDE * SCALE / max(upright.size)
    return upright.resize((max(1, round(upright.width * factor)), max(1, round(upright.height * factor))))


def _cut(page: "Image", piece: Piece) -> bytes:
    """The piece with some room around it, and a thin frame around what was read."""
    from PIL import ImageDraw

    turned = page.rotate(-90 * piece.turns, expand=True) if piece.turns % 4 else page
    area = _area(piece.box, turned.width / SCALE, turned.height / SCALE)
    if area is None:
        return b""
    pixels = [round(side * SCALE) for side in area]
    cut_out = turned.crop((pixels[0], pixels[1], pixels[2], pixels[3]))
    left, top, right, bottom = piece.box
    frame = [
        (max(left - 2, area[0]) - area[0]) * SCALE,
        (max(top - 2, area[1]) - area[1]) * SCALE,
        (min(right + 2, area[2]) - area[0]) * SCALE - 1,
        (min(bottom + 2, area[3]) - area[1]) * SCALE - 1,
    ]
    if frame[2] > frame[0] and frame[3] > frame[1]:
        ImageDraw.Draw(cut_out).rectangle(frame, outline=_FRAME, width=2)
    out = io.BytesIO()
    cut_out.quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue() if out.tell() <= MAX_PNG else b""


def _area(box: Box, width: float, height: float) -> Box | None:
    """The box with its surroundings, within the page; None where it is not on the page."""
    left, right = _stretch(box[0], box[2], _MARGIN_ACROSS, _LEAST_WIDTH, _MOST_WIDTH, width)
    top, bottom = _stretch(box[1], box[3], _MARGIN_DOWN, _LEAST_HEIGHT, _MOST_HEIGHT, height)
    return (left, top, right, bottom) if right - left > 4 and bottom - top > 4 else None


def _stretch(start: float, end: float, margin: float, least: float, most: float, limit: float) -> Sequence[float]:
    more = max(margin, (least - (end - start)) / 2)
    start, end = max(0.0, start - more), min(limit, end + more)
    return start, min(end, start + most)
