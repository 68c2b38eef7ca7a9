"""Cuts of a page are packed into pictures that they fill well, so that the engine is asked once for many of them.

Cuts stand in rows, far enough apart for the engine not to join them. What it joins all the same is nobody's.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dossiercheck.readers.ocr import OcrEngine, Seen

if TYPE_CHECKING:
    from PIL.Image import Image

_EDGE = 24
_BETWEEN_ROWS = 16
_ASIDE = 2.5
"""Times the height of a row, between cuts beside each other."""
_HIGHEST = 1_500
"""Pixels; taller strips would be scaled down by the engine."""
_NOISE = 0.5
"""Pieces of a second reading with less confidence are specks and edges, beside words that were read."""


class _Spot(NamedTuple):
    """Where one cut stands in its strip."""

    number: int
    left: int
    top: int
    width: int
    height: int


def read_cuts(cuts: "Sequence[Image]", engine: OcrEngine) -> list[list[Seen]]:
    """What was read in each cut, from left to right; nothing where the engine saw none, or joined it with another."""
    found: list[list[Seen]] = [[] for _ in cuts]
    for spots in _strips([cut.size for cut in cuts]):
        seen = engine.words(_picture(spots, cuts))
        for spot in spots:
            others = [other for other in spots if other is not spot]
            found[spot.number] = _within(seen, spot, others)
    return found


def _strips(sizes: Sequence[tuple[int, int]]) -> Iterator[list[_Spot]]:
    """The widest first; each in the first row that has room for it. A strip is as wide as its first cut."""
    left = sorted(range(len(sizes)), key=lambda number: (-sizes[number][0], number))
    while left:
        spots = _filled(left, sizes)
        taken = {spot.number for spot in spots}
        left = [number for number in left if number not in taken]
        yield spots


def _filled(numbers: Sequence[int], sizes: Sequence[tuple[int, int]]) -> list[_Spot]:
    rows: list[list[int]] = []
    widest = sizes[numbers[0]][0]
    for number in numbers:
        for row in rows:
            if _width([*row, number], sizes) <= widest and sizes[number][1] <= 2 * _height(row, sizes):
                row.append(number)
                break
        else:
            if rows and sum(_height(row, sizes) + _BETWEEN_ROWS for row in [*rows, [number]]) > _HIGHEST:
                continue
            rows.append([number])
    return list(_placed(rows, sizes))


def _placed(rows: Sequence[Sequence[int]], sizes: Sequence[tuple[int, int]]) -> Iterator[_Spot]:
    top = _EDGE
    for row in rows:
        left = _EDGE
        for number in row:
            width, height = sizes[number]
            yield _Spot(number, left, top, width, height)
            left += width + _aside(row, sizes)
        top += _height(row, sizes) + _BETWEEN_ROWS


def _width(row: Sequence[int], sizes: Sequence[tuple[int, int]]) -> int:
    return sum(sizes[number][0] for number in row) + _aside(row, sizes) * (len(row) - 1)


def _height(row: Sequence[int], sizes: Sequence[tuple[int, int]]) -> int:
    return max(sizes[number][1] for number in row)


def _aside(row: Sequence[int], sizes: Sequence[tuple[int, int]]) -> int:
    return round(_ASIDE * _height(row, sizes))


def _picture(spots: Sequence[_Spot], cuts: "Sequence[Image]") -> "Image":
    from PIL import Image

    width = max(spot.left + spot.width for spot in spots) + _EDGE
    height = max(spot.top + spot.height for spot in spots) + _EDGE
    picture = Image.new("L", (width, height), max(_paper(cuts[spot.number]) for spot in spots))
    for spot in spots:
        picture.paste(cuts[spot.number], (spot.left, spot.top))
    return picture


def _within(seen: Sequence[Seen], spot: _Spot, others: Sequence[_Spot]) -> list[Seen]:
    inside = [piece for piece in seen if _has_middle(spot, piece)]
    if any(_overlaps(other, piece) for piece in seen if _overlaps(spot, piece) for other in others):
        return []
    inside = [piece for piece in inside if piece.confidence >= _NOISE] or inside
    return sorted(inside, key=lambda piece: piece.box[0])


def _has_middle(spot: _Spot, piece: Seen) -> bool:
    left, top, right, bottom = piece.box
    across = spot.left - _EDGE / 2 <= (left + right) / 2 < spot.left + spot.width + _EDGE / 2
    down = spot.top - _BETWEEN_ROWS / 2 <= (top + bottom) / 2 < spot.top + spot.height + _BETWEEN_ROWS / 2
    return across and down


def _overlaps(spot: _Spot, piece: Seen) -> bool:
    """Does the piece cover a good part of the cut's height and a little of its width?"""
    left, top, right, bottom = piece.box
    across = min(right, spot.left + spot.width) - max(left, spot.left)
    down = min(bottom, spot.top + spot.height) - max(top, spot.top)
    return across > _EDGE / 2 and down > spot.height / 2


def _paper(cut: "Image") -> int:
    """The lightest common grey: what the cut's paper looks like."""
    counts = cut.histogram()
    return max(range(128, 256), key=lambda grey: counts[grey]) if sum(counts[128:]) else 255
