"""A picture handed in as such: its format and size in pixels. Nothing is decoded."""

import struct

from dossiercheck.readers.content import ImageContent


def read_image(data: bytes, image_format: str) -> ImageContent:
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
