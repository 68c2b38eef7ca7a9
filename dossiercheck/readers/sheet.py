"""A page's picture in the resolutions in which it is looked at, each made once, and only where it is looked at."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dossiercheck.readers.ink import DPI as INK_DPI
from dossiercheck.readers.ocr import DPI
from dossiercheck.readers.printed import darker_than_paper
from dossiercheck.readers.skew import level_terms
from dossiercheck.readers.twice import SECOND_DPI

if TYPE_CHECKING:
    from PIL.Image import Image

_HALF = SECOND_DPI // INK_DPI


@dataclass(frozen=True)
class Sheet:
    """A picture of a whole page in grey."""

    grey: "Image"
    """Of `SECOND_DPI`."""

    @cached_property
    def darker(self) -> "Image":
        """By how much each point is darker than paper, in the resolution in which ink is looked for."""
        return darker_than_paper(self.grey.reduce(_HALF))

    @property
    def size(self) -> tuple[int, int]:
        """Of the picture for the first reading, in pixels."""
        return max(1, self.grey.width * DPI // SECOND_DPI), max(1, self.grey.height * DPI // SECOND_DPI)

    def turned(self, turns: int) -> "Sheet":
        """After so many quarter turns clockwise."""
        return Sheet(self.grey.rotate(-90 * turns, expand=True)) if turns else self

    def darker_level(self, slope: float) -> "Image":
        """As `darker`, with rows that fall by `slope` per step to the right set level."""
        return darker_than_paper(_level_half(self.grey, slope)) if slope else self.darker

    def drawn(self, box: tuple[int, int, int, int]) -> "Image":
        """What stands in this box of the picture for the first reading."""
        from PIL.Image import Resampling

        across, down = self.grey.width / self.size[0], self.grey.height / self.size[1]
        left, top, right, bottom = box
        there = (left * across, top * down, min(right * across, self.grey.width), min(bottom * down, self.grey.height))
        return self.grey.resize((right - left, bottom - top), Resampling.BICUBIC, box=there)


def _level_half(grey: "Image", slope: float) -> "Image":
    """Turned first and halved then, as near as makes no difference, at a third of the cost.

    Each point of the half picture is the mean of four that lie beside each other between the points of the whole one.
    """
    from PIL import Image, ImageChops

    halves = Image.blend(grey, ImageChops.offset(grey, 1, 0), 0.5)
    means = Image.blend(halves, ImageChops.offset(halves, 0, 1), 0.5)
    size = (-(-grey.width // _HALF), -(-grey.height // _HALF))
    terms = level_terms(slope, grey.width, grey.height, by=_HALF, aside=0.5)
    return means.transform(size, Image.Transform.AFFINE, terms, Image.Resampling.BILINEAR, fillcolor=255)
