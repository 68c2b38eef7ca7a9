"""Where on a picture of a page anything is printed: blank margins need no reading."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_FAINT, _DARKEST = 24, 110
"""How much darker than the paper around it a point is that counts, and from where on all dark ones count alike."""
_TILE = 8
"""Pixels each way that are taken together to look for print."""
_LEAST_MEAN = 9
"""By how much a tile with a few faint letters is darker than its paper."""
_MARGIN = 24
_LEAST_SIDE = 736
"""Pixels; a narrower piece would be enlarged by the engine."""


def paper_around(picture: "Image") -> "Image":
    """How light the paper is at each point: the lightest near it, smoothed."""
    from PIL import Image

    return _paper_of(picture.reduce(_TILE)).resize(picture.size, Image.Resampling.BILINEAR)


def _paper_of(tiles: "Image") -> "Image":
    from PIL import ImageFilter

    return tiles.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(2))


def darker_than_paper(picture: "Image") -> "Image":
    """How dark each point is against the paper around it: 0 for paper, also for tinted and shadowed paper."""
    from PIL import ImageChops

    return ImageChops.subtract(paper_around(picture), picture).point(
        [0 if dark < _FAINT else min(dark, _DARKEST) for dark in range(256)]
    )


def printed_part(picture: "Image") -> tuple[int, int, int, int]:
    """The part of the picture outside of which there is blank paper, with some margin; all of it where in doubt."""
    from PIL import ImageChops

    tiles = picture.reduce(_TILE)
    dark = ImageChops.subtract(_paper_of(tiles), tiles).point([0 if by < _LEAST_MEAN else 255 for by in range(256)])
    found = dark.getbbox()
    if found is None:
        return (0, 0, picture.width, picture.height)
    left, right = _stretched(found[0] * _TILE, found[2] * _TILE, picture.width)
    top, bottom = _stretched(found[1] * _TILE, found[3] * _TILE, picture.height)
    return (left, top, right, bottom)


def _stretched(start: int, end: int, limit: int) -> tuple[int, int]:
    """With its margin and as long as it must be, within the picture."""
    more = max(_MARGIN, (_LEAST_SIDE - (end - start) + 1) // 2)
    start, end = start - more, end + more
    if start < 0:
        start, end = 0, end - start
    if end > limit:
        start, end = start - (end - limit), limit
    return max(0, start), min(limit, end)
