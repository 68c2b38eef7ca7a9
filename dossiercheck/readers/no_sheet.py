"""Is a picture in which nothing could be read plainly no sheet of paper: a logo, an icon, a signature?

Only what no sheet can be counts: too small for print, a banner, seen through, or a flat drawing that has not the
shape of a sheet or a screen. Everything else may be a page that was photographed badly.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_LONG, _SHORT = 500, 150
"""Pixels: of an A4 sheet that is at most 43 (or 18) to the inch, at which no print can be told."""
_BANNER_WIDTH, _BANNER_HEIGHT = 2.0, 350
"""So many times as wide as high, and at most so many pixels high: less than one line of a sheet's print each."""
_SEEN_THROUGH = 0.2
"""Share of the picture. A screen's picture has a shadow that is seen through, of a tenth at most."""
_SAMPLE = (64, 64)
_FLAT_COLOURS = 64
"""Different colours of a sample; the noise of a camera or a scanner gives hundreds."""
_COLOURED, _STRONG = 0.05, 48
"""Share of the sample whose colour is so strong: what was scanned in black and white has none."""
_SHEET = (1.2, 2.25)
"""Long side by short side of what is taken from paper, or from the screen of a computer or a telephone."""


def is_no_sheet(image: "Image") -> bool:
    """`image` as it was opened, at its own size (or smaller, where that is far above every bound)."""
    width, height = image.size
    long, short = max(width, height), max(1, min(width, height))
    if long < _LONG or short < _SHORT:
        return True
    if width >= _BANNER_WIDTH * height and height < _BANNER_HEIGHT:
        return True
    return _is_seen_through(image) or (not _SHEET[0] <= long / short <= _SHEET[1] and _is_flat(image))


def _is_seen_through(image: "Image") -> bool:
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return False
    alpha = image.resize(_SAMPLE, 0).convert("RGBA").getchannel("A").tobytes()
    return sum(level < 16 for level in alpha) > _SEEN_THROUGH * len(alpha)


def _is_flat(image: "Image") -> bool:
    """A drawing in few colours, at least one of them strong."""
    if image.mode.startswith(("I", "F", "L", "1")):
        return False
    sample = image.resize(_SAMPLE, 0).convert("RGB").tobytes()
    points = list(zip(sample[::3], sample[1::3], sample[2::3], strict=True))
    strong = sum(max(point) - min(point) > _STRONG for point in points)
    return len(set(points)) <= _FLAT_COLOURS and strong > _COLOURED * len(points)
