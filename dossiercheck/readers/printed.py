"""Where on a picture of a page anything is printed: blank margins need no reading."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_FAINT, _DARKEST = 24, 110
"""How much darker than the paper around it a point is that counts, and from where on all dark ones count alike."""
_TILE = 8
"""Pixels each way that are taken together to look for print."""
_NEAR = 2
"""Tiles to each side among which the lightest one shows how light the paper is."""
_LEAST_MEAN = 9
"""By how much a tile with a few faint letters is darker than its paper."""
_MARGIN = 24
_LEAST_SIDE = 736
"""Pixels; a narrower piece would be enlarged by the engine."""


def _paper_around(picture: "Image") -> "Image":
    """How light the paper is at each point: the lightest near it, smoothed."""
    from PIL import Image

    return _paper_of(picture.reduce(_TILE)).resize(picture.size, Image.Resampling.BILINEAR)


def _paper_of(tiles: "Image") -> "Image":
    from PIL import ImageFilter

    return _lightest(tiles).filter(ImageFilter.BoxBlur(_NEAR))


def _lightest(tiles: "Image") -> "Image":
    """Of each tile the lightest one that is near: what a MaxFilter gives, thirty times as fast."""
    from PIL import ImageChops, ImageOps

    found = ImageOps.expand(tiles, _NEAR, 0)
    for across, down in ((1, 0), (0, 1)):
        for step in (1, 1):  # each time by one more to both sides
            aside = (ImageChops.offset(found, way * step * across, way * step * down) for way in (1, -1))
            found = ImageChops.lighter(found, ImageChops.lighter(*aside))
    return ImageOps.crop(found, _NEAR)


def darker_than_paper(picture: "Image") -> "Image":
    """By how much each point is darker than the paper around it, also on tinted and shadowed paper."""
    from PIL import ImageChops

    return ImageChops.subtract(_paper_around(picture), picture)


def plain_ink(darker: "Image") -> "Image":
    """Of what is darker than paper that which is no tint or shade, all dark points alike: 0 for paper."""
    return darker.point([0 if dark < _FAINT else min(dark, _DARKEST) for dark in range(256)])


def printed_part(picture: "Image", size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The part outside of which there is blank paper, with some margin; all of it where in doubt.

    Told in pixels of the same picture at another `size`.
    """
    from PIL import ImageChops

    tiles = _tiles(picture, size)
    dark = ImageChops.subtract(_paper_of(tiles), tiles).point([0 if by < _LEAST_MEAN else 255 for by in range(256)])
    found = dark.getbbox()
    if found is None:
        return (0, 0, *size)
    left, right = _stretched(found[0] * _TILE, found[2] * _TILE, size[0])
    top, bottom = _stretched(found[1] * _TILE, found[3] * _TILE, size[1])
    return (left, top, right, bottom)


def _tiles(picture: "Image", size: tuple[int, int]) -> "Image":
    """As many as fit into that size; how light each is."""
    from PIL.Image import Resampling

    across, down = max(1, size[0] // _TILE), max(1, size[1] // _TILE)
    right = min(picture.width, across * _TILE * picture.width / size[0])
    bottom = min(picture.height, down * _TILE * picture.height / size[1])
    return picture.resize((across, down), Resampling.BOX, box=(0, 0, right, bottom))


def _stretched(start: int, end: int, limit: int) -> tuple[int, int]:
    """With its margin and as long as it must be, within the picture."""
    more = max(_MARGIN, (_LEAST_SIDE - (end - start) + 1) // 2)
    start, end = start - more, end + more
    if start < 0:
        start, end = 0, end - start
    if end > limit:
        start, end = start - (end - limit), limit
    return max(0, start), min(limit, end)
