"""How far a scan lies askew, told from its rows of ink, and the boxes of its words set straight.

Engines read letters that lie a little askew, but rows and columns must be put together from where the words stand.
"""

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from dossiercheck.facts import Box
from dossiercheck.readers.ocr import Seen

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_DEGREES = 5.0
_COARSE, _FINE = 0.5, 0.1
"""Degrees: every half one is tried, then every tenth about the best."""
_REDUCED = 2
"""Pixels each way that are taken together to look for rows."""
_STRIPS = 32
"""Columns of the page; within one of them a row is taken to be level."""
_BETTER = 1.02
"""So much sharper than level rows must the best ones be: a page that lies straight is left alone."""


def straightened(seen: list[Seen], slope: float, width: float, height: float) -> list[Seen]:
    """The same words, their boxes turned about the middle of the picture until rows of that slope are level."""
    if slope == 0.0:
        return seen
    return [words._replace(box=_turned(words.box, slope, width / 2, height / 2)) for words in seen]


def slope_of(picture: "Image", seen: list[Seen]) -> float:
    """By how much the rows of these words fall per step to the right on a grey picture; 0 where nothing tells."""
    strips, wide = _profiles(picture, seen)
    if not any(map(any, strips)):
        return 0.0
    steps = round(_MOST_DEGREES / _COARSE)
    best = _sharpest(strips, wide, [step * _COARSE for step in range(-steps, steps + 1)])
    around = round(_COARSE / _FINE) - 1
    best = _sharpest(strips, wide, [best + step * _FINE for step in range(-around, around + 1)])
    slope = math.tan(math.radians(best))
    return slope if _sharpness(strips, wide, slope) > _BETTER * _sharpness(strips, wide, 0.0) else 0.0


def _profiles(picture: "Image", seen: list[Seen]) -> tuple[list[bytes], float]:
    """The ink of each row in each strip of the page, of its words alone, and how wide a strip is in pixels."""
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
    return [data[at : at + ink.height] for at in range(0, len(data), ink.height)], small.width / _STRIPS


def _sharpest(strips: list[bytes], wide: float, degrees: list[float]) -> float:
    """Of these angles the one at which rows stand out best; the one nearest to level of several."""
    return max(sorted(degrees, key=abs), key=lambda angle: _sharpness(strips, wide, math.tan(math.radians(angle))))


def _sharpness(strips: list[bytes], wide: float, slope: float) -> float:
    """How much the ink differs from row to row when strips are moved so that rows of this slope are level."""
    shifts = [round(slope * wide * (number - len(strips) / 2)) for number in range(len(strips))]
    least = min(shifts)
    pad = max(shifts) - least
    moved = [bytes(pad - (s - least)) + strip + bytes(s - least) for strip, s in zip(strips, shifts, strict=True)]
    rows = [sum(row) for row in zip(*moved, strict=True)]
    return float(sum((below - above) ** 2 for above, below in pairwise(rows)))


def _turned(box: Box, slope: float, middle_x: float, middle_y: float) -> Box:
    """A box around the same words, without what the skew added to its height."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    wide, high = box[2] - box[0], box[3] - box[1]
    high = max(high - abs(slope) * wide, 0.4 * min(high, wide))
    x, y = x + slope * (y - middle_y), y - slope * (x - middle_x)
    return (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
