"""Which words of a page can be seen, and which only a machine would read.

Text can be hidden in many ways: painted white, transparent, clipped away, covered, in a layer that is off, outside the
page, too small to read, or in the render mode for invisible text (as under a scan). The page is drawn and each word's
box looked at, which answers for most of them; the rest follows from the order of painting.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from dossiercheck.facts import Box
from dossiercheck.readers.glyphs import Direction, Glyphs, Placed
from dossiercheck.readers.lines import rows_of
from dossiercheck.readers.marks import Cover, Marks
from dossiercheck.readers.visible import picture_of

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_TINY = 2.0
"""Points; text that is lower is not there to be read."""
_OVERLAP = 0.4
"""Of the narrower word: so much of it under another word cannot both be read."""
_LARGE_PICTURE = 0.2
"""Share of the page."""


def part(
    page: "PdfPage", placed: list[Placed], glyphs: Glyphs, marks: Marks, turns: int, size: tuple[float, float]
) -> tuple[list[Placed], list[Placed]]:
    """Words that can be seen and words that cannot, both in the order of the file."""
    hidden = {
        place.word.order for place in placed if not _is_on_page(place, size) or _is_invisible(place, glyphs, marks)
    }
    hidden |= _covered([place for place in placed if place.word.order not in hidden], glyphs, marks, size)
    left = [place for place in placed if place.word.order not in hidden]
    picture = picture_of(page, turns, *size) if left else None
    if picture is not None:
        hidden |= {place.word.order for place in left if not picture.shows(place.word.box)}
    seen = [place for place in placed if place.word.order not in hidden]
    return seen, [place for place in placed if place.word.order in hidden]


def _is_on_page(place: Placed, size: tuple[float, float]) -> bool:
    """Does the middle of the word lie on the page, and is it more than a speck?"""
    left, top, right, bottom = place.word.box
    letter_height = right - left if place.direction in (Direction.UP, Direction.DOWN) else bottom - top
    return letter_height >= _TINY and 0 <= (left + right) / 2 <= size[0] and 0 <= (top + bottom) / 2 <= size[1]


def _is_invisible(place: Placed, glyphs: Glyphs, marks: Marks) -> bool:
    return bool(marks.invisible) and glyphs.objects(place.start, place.end) <= marks.invisible


def _covered(placed: list[Placed], glyphs: Glyphs, marks: Marks, size: tuple[float, float]) -> set[int]:
    """Words under something painted later: a large picture, or any shape where they share their place with others."""
    if not marks.covers:
        return set()
    area = max(size[0] * size[1], 1.0)
    large = tuple(cover for cover in marks.covers if cover.image and _area(cover.box) > _LARGE_PICTURE * area)
    crowded = _crowded(placed)
    covered = set()
    for place in placed:
        covers = marks.covers if place.word.order in crowded else large
        if covers and _is_under(place, covers, glyphs, marks):
            covered.add(place.word.order)
    return covered


def _crowded(placed: list[Placed]) -> set[int]:
    """Words that lie largely on top of one another."""
    crowded = set()
    for row in rows_of(place.word for place in placed):
        for before, after in pairwise(row):
            shared = min(before.box[2], after.box[2]) - after.box[0]
            if shared > _OVERLAP * min(before.box[2] - before.box[0], after.box[2] - after.box[0]):
                crowded |= {before.order, after.order}
    return crowded


def _is_under(place: Placed, covers: tuple[Cover, ...], glyphs: Glyphs, marks: Marks) -> bool:
    left, top, right, bottom = place.word.box
    across, down = (left + right) / 2, (top + bottom) / 2
    over = [c for c in covers if c.box[0] <= across <= c.box[2] and c.box[1] <= down <= c.box[3]]
    if not over:
        return False
    ranks = [marks.ranks[address] for address in glyphs.objects(place.start, place.end) if address in marks.ranks]
    return bool(ranks) and any(cover.rank > max(ranks) for cover in over)


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
