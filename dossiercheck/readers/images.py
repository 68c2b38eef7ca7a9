"""A picture handed in as such is read like a scan; where nothing can be read, its format and size are told."""

import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dossiercheck.findings import Reason
from dossiercheck.readers.content import ImageContent, PdfContent, Unread
from dossiercheck.readers.no_sheet import is_no_sheet
from dossiercheck.readers.scanned import LONG_SIDE, MoreTime, no_more_time, page_of
from dossiercheck.readers.settings import ReadLimits

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("JPEG", "PNG", "TIFF", "GIF", "WEBP", "BMP")
_LARGEST_SIDE = round(LONG_SIDE * 220 / 72)
"""Pixels; what is larger is made smaller before it is read."""
_MOST_ENLARGED = 3
_COARSE = (64, 64)
_BLANK_GREYS = 6
"""Seen so coarsely, an empty sheet differs by fewer; one small line of grey print by more."""


def read_image(
    data: bytes, image_format: str, limits: ReadLimits, more_time: MoreTime = no_more_time
) -> PdfContent | ImageContent | Unread:
    """Its pages (a TIFF may have several) where they can be read."""
    plain = _plain(data, image_format)
    if plain.width * plain.height > limits.pixels:
        return _too_large(limits)
    if image_format == "HEIC" and not _opens_heic():
        return Unread(reason=Reason.UNREADABLE, say="image-heic-unread")
    if image_format not in (*_FORMATS, "HEIC"):
        return plain
    from dossiercheck.readers.ocr import find_engine

    pages = []
    frames = blank = 0
    no_sheet = True
    try:
        for number, (count, image, is_sheet) in enumerate(_frames(data, limits, more_time), start=1):
            frames, no_sheet = count, no_sheet and not is_sheet
            engine = find_engine()
            page = page_of(number, image, engine) if engine else None
            if page:
                pages.append(page)
            else:
                blank += _is_blank(image)
    except _TooLarge:
        return _too_large(limits)
    except (OSError, ValueError, SyntaxError, EOFError, struct.error):
        if not pages:
            return plain
    if not pages:
        return replace(plain, no_sheet=no_sheet and frames > 0)
    unread = frames - len(pages) - blank
    return PdfContent(
        pages=tuple(pages), page_count=frames, pages_unread=unread, image_format=image_format, no_sheet=no_sheet
    )


def _opens_heic() -> bool:
    """Is there a library for it? It comes with the extra `heic`."""
    try:
        from pi_heif import register_heif_opener
    except (ImportError, OSError):
        return False
    register_heif_opener(thumbnails=False)
    return True


def _opened_formats() -> tuple[str, ...]:
    from PIL import Image

    return (*_FORMATS, "HEIF") if "HEIF" in Image.OPEN else _FORMATS


class _TooLarge(Exception):
    """It states more pixels than may be unpacked."""


def _too_large(limits: ReadLimits) -> Unread:
    values = {"limit_megapixels": limits.pixels // 1_000_000}
    return Unread(reason=Reason.UNSAFE_FILE, say="image-too-large", values=values)


def _frames(data: bytes, limits: ReadLimits, more_time: MoreTime) -> "Iterator[tuple[int, Image, bool]]":
    """How many pages there are; each one, upright as the camera says, all of about the same size; may it be a sheet?"""
    from PIL import Image

    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = None  # our own limit is lower, and is held before anything is unpacked
    with Image.open(io.BytesIO(data), formats=_opened_formats()) as opened:
        count = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
        more_time(min(count, limits.ocr_pages))
        for frame in range(min(count, limits.ocr_pages)):
            if frame:
                opened.seek(frame)
            if opened.width * opened.height > limits.pixels:
                raise _TooLarge
            if opened.format == "JPEG":
                opened.draft("RGB", (_LARGEST_SIDE, _LARGEST_SIDE))
            is_sheet = not is_no_sheet(opened)
            shown = _sized(_as_seen(opened))
            if count == 1:
                opened.close()  # of a large photo the memory is needed for reading it
            yield count, shown, is_sheet


def one_frame(data: bytes, number: int, limits: ReadLimits) -> "Image | None":
    """One of its pages as a person sees it, at its own size; None where it cannot be shown."""
    from PIL import Image

    if data[4:8] == b"ftyp":
        _opens_heic()
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(data), formats=_opened_formats()) as opened:
            opened.seek(number - 1)
            return _as_seen(opened) if opened.width * opened.height <= limits.pixels else None
    except (OSError, ValueError, SyntaxError, EOFError, struct.error):
        return None


def _as_seen(opened: "Image") -> "Image":
    """Upright as the camera says, in plain colours on white paper."""
    from PIL import ImageOps

    return _on_white(ImageOps.exif_transpose(opened))


def _on_white(image: "Image") -> "Image":
    """In plain colours; what is transparent shows white paper."""
    from PIL import Image

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(paper, layered).convert("RGB")
    if image.mode.startswith(("I", "F")):
        levels = image.convert("F")
        lightest = levels.getextrema()[1]
        depth = 256 if isinstance(lightest, float) and lightest > 255 else 1
        return levels.point(lambda value: value / depth).convert("L").convert("RGB")
    return image.convert("RGB")


def _is_blank(image: "Image") -> bool:
    """The empty back of a sheet: nothing of it stays unread."""
    greys = image.convert("L").resize(_COARSE, 4).tobytes()
    return max(greys) - min(greys) < _BLANK_GREYS


def _sized(image: "Image") -> "Image":
    factor = min(_LARGEST_SIDE / max(image.size), _MOST_ENLARGED)
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, 1, reducing_gap=2.0) if size != image.size else image


def _plain(data: bytes, image_format: str) -> ImageContent:
    """`width` and `height` stay 0 for formats that hide them deeper, and for damaged files."""
    try:
        width, height = _size(data, image_format)
    except (struct.error, IndexError):
        width, height = 0, 0
    return ImageContent(format=image_format, width=width, height=height)


def _size(data: bytes, image_format: str) -> tuple[int, int]:
    if image_format == "PNG":
        return _pair(">II", data, 16)
    if image_format == "GIF":
        return _pair("<HH", data, 6)
    if image_format == "BMP":
        width, height = _pair("<ii", data, 18)
        return abs(width), abs(height)
    return _jpeg_size(data) if image_format == "JPEG" else (0, 0)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    for _ in range(10_000):
        if data[at] != 0xFF:
            break
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = _pair(">HH", data, at + 5)
            return width, height
        at += 2 + length
    return 0, 0


def _pair(form: str, data: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack(form, data[at : at + struct.calcsize(form)])
    return first, second
