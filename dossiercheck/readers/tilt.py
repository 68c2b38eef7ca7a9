"""Does a page lie on its side or on its head? Told from the shape of its rows of ink, without reading a letter.

Rows of words are dark and light by turns from top to bottom, not from left to right. On an upright page the lower edge
of a row is sharper than the upper one, for more letters rise above the others (b, d, k) than fall below them (g, p).
"""

import math
from enum import Enum
from typing import TYPE_CHECKING

from dossiercheck.readers.printed import darker_than_paper, plain_ink

if TYPE_CHECKING:
    from PIL.Image import Image

_STRIPS = 32
"""Columns (or rows) of the page within which a row of words is taken to be level."""
_PLAINLY = 1.15
"""So many times more must the ink differ one way than the other."""
_WIDE_STRIPS = 12
_DEGREES = (0.0, 1.4, -1.4, 2.8, -2.8, 4.2, -4.2)
_NARROWER = 4
_REDUCED = 4
"""Pixels each way that are taken together to look for the slope."""
_MOST = 60
"""Change from row to row that counts: rows of words have less, ruled lines more."""
_SHARPER = 0.015
"""Of all change from row to row, to the third power: what one edge has more than the other."""


class Tilt(Enum):
    """Which edge of the rows is the sharper one."""

    UP = "up"
    DOWN = "down"
    UNKNOWN = "unknown"


def tilt_of(ink: "Image", grey: "Image") -> tuple[bool | None, Tilt]:
    """Whether the page lies on its side (None: cannot be told), and which end its rows point to.

    `ink` is what is printed on it, `grey` the page itself, as large as there is. `DOWN` for a page on its side: it is
    upright after three quarter turns clockwise rather than after one.
    """
    from PIL.Image import Transpose

    level = _change(ink, _STRIPS)
    across = _change(ink.transpose(Transpose.ROTATE_270), _STRIPS)
    if max(level, across) < _PLAINLY * min(level, across) or not max(level, across):
        return None, Tilt.UNKNOWN
    lies = across > level
    leaning = _leaning(grey.transpose(Transpose.ROTATE_270) if lies else grey)
    tilt = Tilt.DOWN if leaning > _SHARPER else Tilt.UP if leaning < -_SHARPER else Tilt.UNKNOWN
    return lies, tilt


def _leaning(grey: "Image") -> float:
    """From -1 (all lower edges sharp) to 1 (all upper ones).

    Edges are compared row by row, so the page is made narrower, but no less high.
    """
    from PIL.Image import Resampling

    narrow = grey.resize((max(1, grey.width // _NARROWER), grey.height), Resampling.BOX)
    ink = plain_ink(darker_than_paper(narrow))
    small = ink.reduce(_REDUCED)
    best = max(_DEGREES, key=lambda degrees: _change(_sheared(small, degrees), _WIDE_STRIPS))
    rows = _rows(_sheared(ink, best), _WIDE_STRIPS)
    darker, lighter = _cubes(_steps(rows, 1)), _cubes(_steps(rows, -1))
    return (darker - lighter) / (darker + lighter) if darker + lighter else 0.0


def _sheared(ink: "Image", degrees: float) -> "Image":
    """Rows that fall by so many degrees to the right, level; its points are `_NARROWER` times as wide as high."""
    from PIL.Image import Resampling, Transform

    if not degrees:
        return ink
    slope = _NARROWER * math.tan(math.radians(degrees))
    terms = (1.0, 0.0, 0.0, slope, 1.0, -slope * ink.width / 2)
    return ink.transform(ink.size, Transform.AFFINE, terms, Resampling.BILINEAR)


def _rows(ink: "Image", strips: int) -> "Image":
    from PIL.Image import Resampling

    return ink.resize((strips, ink.height), Resampling.BOX)


def _change(ink: "Image", strips: int) -> float:
    """How much the ink differs from row to row."""
    from PIL import ImageChops

    rows = _rows(ink, strips)
    moved = ImageChops.difference(rows.crop((0, 1, strips, rows.height)), rows.crop((0, 0, strips, rows.height - 1)))
    return float(sum(count * by**2 for by, count in enumerate(moved.histogram())))


def _cubes(steps: list[int]) -> float:
    return float(sum(count * min(by, _MOST) ** 3 for by, count in enumerate(steps)))


def _steps(rows: "Image", step: int) -> list[int]:
    """How often a row is darker by 0, 1, 2 … than the one above it (`step` 1), or lighter (-1)."""
    from PIL import ImageChops

    above = rows.crop((0, 0, rows.width, rows.height - 1))
    below = rows.crop((0, 1, rows.width, rows.height))
    return (ImageChops.subtract(below, above) if step == 1 else ImageChops.subtract(above, below)).histogram()
