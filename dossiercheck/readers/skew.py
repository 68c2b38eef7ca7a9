"""How far a scan lies askew, told from its rows of ink, and the boxes of its words set straight.

Engines read letters that lie a little askew, but rows and columns must be put together from where the words stand.
"""

import math
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dossiercheck.facts import Box
from dossiercheck.readers.ocr import Seen

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_DEGREES, _MOST_ON_A_PHOTO = 5.0, 10.0
_COARSE, _FINE = 0.5, 0.1
"""Degrees: every half one is tried, then every tenth about the best."""
_REDUCED = 2
"""Pixels each way that are taken together to look for rows."""
_STRIPS = 32
"""Columns of the page; within one of them a row is taken to be level."""
_ROW_BITS = 16
"""For the ink of a row: strips are moved and summed as whole numbers with so many bits for each row."""
_BETTER, _PLAINLY_BETTER = 1.02, 1.2
"""So much sharper than level rows must the best ones be: a page that lies straight is left alone. And so much sharper
those further askew than a scan lies."""


class Level(NamedTuple):
    """A picture whose rows fall by `slope` per step to the right, set level: only where, and when, it is looked at."""

    picture: "Image"
    slope: float

    @property
    def width(self) -> int:
        return self.picture.width

    @property
    def height(self) -> int:
        return self.picture.height

    def crop(self, box: tuple[int, int, int, int]) -> "Image":
        """What stands there once the picture is turned about its middle."""
        from PIL.Image import Resampling, Transform

        if not self.slope:
            return self.picture.crop(box)
        size = (max(0, box[2] - box[0]), max(0, box[3] - box[1]))
        terms = level_terms(self.slope, self.width, self.height, at=box[:2])
        return self.picture.transform(size, Transform.AFFINE, terms, Resampling.BILINEAR, fillcolor=255)


def level_terms(
    slope: float, width: int, height: int, *, at: tuple[float, float] = (0, 0), by: int = 1, aside: float = 0.0
) -> tuple[float, float, float, float, float, float]:
    """Of an affine transform: where on a picture to look for a point of the same set level about its middle.

    The level one begins `at` a point and is `by` times smaller; the picture's own points lie `aside` by so much.
    """
    angle = -math.atan(slope)
    across, down = math.cos(angle), math.sin(angle)
    x, y = at[0] - width / 2, at[1] - height / 2
    left, top = across * x + down * y + width / 2, across * y - down * x + height / 2
    return (by * across, by * down, left + aside, -by * down, by * across, top + aside)


def straightened(seen: list[Seen], slope: float, width: float, height: float) -> list[Seen]:
    """The same words, their boxes turned about the middle of the picture until rows of that slope are level."""
    if slope == 0.0:
        return seen
    return [words._replace(box=_turned(words.box, slope, width / 2, height / 2)) for words in seen]


def slope_of(picture: "Image", seen: list[Seen]) -> float:
    """By how much the rows of these words fall per step to the right on a grey picture; 0 where nothing tells."""
    strips, height, wide = _profiles(picture, seen)
    if not any(strips):
        return 0.0
    steps = round(_MOST_DEGREES / _COARSE)
    best = _sharpest(strips, height, wide, [step * _COARSE for step in range(-steps, steps + 1)])
    further = [step * _COARSE for step in range(steps + 1, round(_MOST_ON_A_PHOTO / _COARSE) + 1)]
    far = _sharpest(strips, height, wide, [*further, *(-step for step in further)])
    if _at(strips, height, wide, far) > _PLAINLY_BETTER * _at(strips, height, wide, best):
        best = far
    around = round(_COARSE / _FINE) - 1
    best = _sharpest(strips, height, wide, [best + step * _FINE for step in range(-around, around + 1)])
    slope = math.tan(math.radians(best))
    return slope if _sharpness(strips, height, wide, slope) > _BETTER * _sharpness(strips, height, wide, 0.0) else 0.0


def _profiles(picture: "Image", seen: list[Seen]) -> tuple[list[int], int, float]:
    """The ink of each row in each strip of the page, of its words alone; how many rows, and how wide a strip is."""
    from PIL import Image, ImageChops, ImageOps

    small = ImageOps.invert(picture.reduce(_REDUCED))
    ink = Image.new("L", small.size)
    for words in seen:
        if len(words.text) > 2:
            left, top, right, bottom = (round(side / _REDUCED) for side in words.box)
            box = (max(0, left), max(0, top), min(small.width, right), min(small.height, bottom))
            if box[2] - box[0] > 2 and box[3] - box[1] > 2:
                cut = small.crop(box)
                paper = sorted(cut.resize((16, 4), Image.Resampling.BOX).tobytes())[16]
                ink.paste(ImageChops.subtract(cut, Image.new("L", cut.size, paper)), box[:2])
    columns = ink.resize((_STRIPS, ink.height), Image.Resampling.BOX).transpose(Image.Transpose.TRANSPOSE)
    data = columns.tobytes()
    strips = [_packed(data[at : at + ink.height]) for at in range(0, len(data), ink.height)]
    return strips, ink.height, small.width / _STRIPS


def _packed(rows: bytes) -> int:
    """A number with `_ROW_BITS` for each row, the first one lowest."""
    spread = bytearray(2 * len(rows))
    spread[::2] = rows
    return int.from_bytes(spread, "little")


def _sharpest(strips: list[int], height: int, wide: float, degrees: list[float]) -> float:
    """Of these angles the one at which rows stand out best; the one nearest to level of several."""
    return max(sorted(degrees, key=abs), key=lambda angle: _at(strips, height, wide, angle))


def _at(strips: list[int], height: int, wide: float, degrees: float) -> int:
    return _sharpness(strips, height, wide, math.tan(math.radians(degrees)))


def _sharpness(strips: list[int], height: int, wide: float, slope: float) -> int:
    """How much the ink differs from row to row when strips are moved so that rows of this slope are level."""
    shifts = [round(slope * wide * (number - len(strips) / 2)) for number in range(len(strips))]
    most = max(shifts)
    rows = sum([strip << _ROW_BITS * (most - shift) for strip, shift in zip(strips, shifts, strict=True)])
    long = height + most - min(shifts)
    ink = memoryview(rows.to_bytes(long * _ROW_BITS // 8, sys.byteorder)).cast("H").tolist()
    return sum([(below - above) ** 2 for above, below in pairwise(ink)])


def _turned(box: Box, slope: float, middle_x: float, middle_y: float) -> Box:
    """A box around the same words, without what the skew added to its height."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    wide, high = box[2] - box[0], box[3] - box[1]
    high = max(high - abs(slope) * wide, 0.4 * min(high, wide))
    x, y = x + slope * (y - middle_y), y - slope * (x - middle_x)
    return (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
