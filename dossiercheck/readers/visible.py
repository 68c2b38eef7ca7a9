"""A page drawn small and grey, to see whether there is anything where a word should be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiercheck.facts import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_LEAST_CONTRAST = 10
"""Of 255, between the lightest and the darkest point of a word's box."""
_MAX_PIXELS = 3_000_000
_LEAST_SCALE = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A page drawn in grey, one byte a pixel."""

    pixels: bytes
    stride: int
    width: int
    height: int
    scale: float

    def shows(self, box: Box) -> bool:
        """Is there anything to be seen in `box`?"""
        left = max(0, int(box[0] * self.scale))
        right = min(self.width, int(box[2] * self.scale) + 1)
        middle, half = (box[1] + box[3]) / 2, (box[3] - box[1]) * 0.35
        top = max(0, int((middle - half) * self.scale))
        bottom = min(self.height, int((middle + half) * self.scale) + 1)
        lightest, darkest = 0, 255
        for row in range(top, bottom):
            points = self.pixels[row * self.stride + left : row * self.stride + right]
            if points:
                lightest, darkest = max(lightest, max(points)), min(darkest, min(points))
                if lightest - darkest >= _LEAST_CONTRAST:
                    return True
        return False


def picture_of(page: "PdfPage", turns: int, width: float, height: float) -> Picture | None:
    """The page drawn as it is shown; None when it is too large to be drawn."""
    scale = min(1.0, (_MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
    if scale < _LEAST_SCALE:
        return None
    more = (turns - page.get_rotation() // 90) % 4
    bitmap = page.render(scale=scale, rotation=90 * more, grayscale=True, may_draw_forms=False, draw_annots=False)
    try:
        return Picture(
            pixels=bytes(bitmap.buffer), stride=bitmap.stride, width=bitmap.width, height=bitmap.height, scale=scale
        )
    finally:
        bitmap.close()
