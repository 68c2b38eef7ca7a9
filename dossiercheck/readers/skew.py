"""How far a scan lies askew, told from the boxes of its words, and those boxes set straight.

Engines read letters that lie a little askew, but rows and columns must be put together from where the words stand.
"""

import math
from itertools import pairwise

from dossiercheck.facts import Box
from dossiercheck.readers.ocr import Seen

_MOST_DEGREES = 5.0
_STEP = 0.1
_NEAR = 0.25
"""Of the height of a line: words that lie nearer are in one row or column."""


def straightened(seen: list[Seen], slope: float, width: float, height: float) -> list[Seen]:
    """The same words, their boxes turned about the middle of the picture until rows of that slope are level."""
    if slope == 0.0:
        return seen
    return [words._replace(box=_turned(words.box, slope, width / 2, height / 2)) for words in seen]


def slope_of(seen: list[Seen]) -> float:
    """By how much rows fall per step to the right; 0 where nothing tells."""
    boxes = [words.box for words in seen if len(words.text) > 2]
    if len(boxes) < 4:
        return 0.0
    heights = sorted(box[3] - box[1] for box in boxes)
    near = max(1.0, _NEAR * heights[len(heights) // 4])
    steps = round(_MOST_DEGREES / _STEP)
    slopes = [math.tan(math.radians(step * _STEP)) for step in sorted(range(-steps, steps + 1), key=abs)]
    scores = [_order(boxes, slope, near) for slope in slopes]
    best = max(scores)
    return slopes[scores.index(best)] if best > 1.05 * scores[0] else 0.0


def _order(boxes: list[Box], slope: float, near: float) -> float:
    """How well the words stand in rows, and their left edges below each other, at this slope."""
    rows = sorted((box[1] + box[3]) / 2 - slope * (box[0] + box[2]) / 2 for box in boxes)
    columns = sorted(box[0] + slope * (box[1] + box[3]) / 2 for box in boxes)
    return sum(max(0.0, near - (after - before)) for line in (rows, columns) for before, after in pairwise(line))


def _turned(box: Box, slope: float, middle_x: float, middle_y: float) -> Box:
    """A box around the same words, without what the skew added to its height."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    wide, high = box[2] - box[0], box[3] - box[1]
    high = max(high - abs(slope) * wide, 0.4 * min(high, wide))
    x, y = x + slope * (y - middle_y), y - slope * (x - middle_x)
    return (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
