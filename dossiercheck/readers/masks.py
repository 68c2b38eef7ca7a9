"""Masks of a picture's dark points: as bytes to look into, and as one large whole number to grow, shift and combine.

A shift or a union of a page's million points costs some microseconds that way, a thousandth of what points one by one
cost. A row is `stride` points wide, more than the picture where that is no multiple of eight. The outermost points on
all sides must be blank (as many as anything is grown or shifted by): rows are not kept apart.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

DARK = 255
"""A dark point as a byte; others are 0."""


class Mask(NamedTuple):
    """Dark points as the bits of a number; the upper left one is its highest bit."""

    bits: int
    stride: int
    height: int

    @classmethod
    def of(cls, points: bytes | bytearray, stride: int) -> "Mask":
        """From a byte for each point."""
        from PIL import Image

        height = len(points) // stride
        picture = Image.frombuffer("L", (stride, height), points, "raw", "L", 0, 1)
        packed = picture.convert("1", dither=Image.Dither.NONE).tobytes()
        return cls(int.from_bytes(packed, "big"), stride, height)

    def points(self) -> bytearray:
        """A byte for each point."""
        from PIL import Image

        packed = self.bits.to_bytes(self.stride * self.height // 8, "big")
        return bytearray(Image.frombytes("1", (self.stride, self.height), packed).convert("L").tobytes())

    def lines(self, length: int, *, down: bool = False) -> int:
        """What is dark along rows (or columns) without a break over `length`, give or take a point to either side."""
        along, aside = (self.stride, 1) if down else (1, self.stride)
        beside = self.bits | self.bits << aside | self.bits >> aside
        ends = beside
        done = 1
        while done < length:
            step = min(done, length - done)
            ends &= ends << step * along
            done += step
        return _drawn_out(ends, along, length - 1)

    def without(self, lines: int, steps: int, *, down: bool) -> "Mask":
        """Without these lines, but whole where something crosses them upwards and down (or from side to side)."""
        by = self.stride if down else 1
        ruled = self.bits & lines
        rest = self.bits ^ ruled
        return self._replace(bits=rest | _drawn_out(rest, by, steps) & _drawn_out(rest, -by, steps) & ruled)


def rows_wide(width: int) -> int:
    """The stride for pictures of that width: at least one point more."""
    return (width // 8 + 1) * 8


def framed(picture: "Image", edge: int) -> "Image":
    """The same points in rows of the right stride, the outermost ones of each side blank."""
    from PIL import Image

    inner = (edge, edge, max(edge, picture.width - edge), max(edge, picture.height - edge))
    found = Image.new("L", (rows_wide(picture.width), picture.height), 0)
    found.paste(picture.crop(inner), inner[:2])
    return found


def _drawn_out(bits: int, by: int, steps: int) -> int:
    """Every dark point drawn out by so many steps, each of `by` points onwards."""
    done = 0
    while done < steps:
        step = min(max(1, done), steps - done)
        bits |= bits >> step * by if by > 0 else bits << step * -by
        done += step
    return bits
