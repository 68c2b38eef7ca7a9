"""A picture of a page becomes lines: the right way up, set straight, and what matters most read twice (`twice`)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dossiercheck.facts import Box
from dossiercheck.readers.content import Ink, Line
from dossiercheck.readers.ink import DPI as INK_DPI
from dossiercheck.readers.ink import Printed, find_ink
from dossiercheck.readers.lines import Word, build_lines
from dossiercheck.readers.ocr import DPI, OcrEngine, Seen
from dossiercheck.readers.skew import slope_of, straightened
from dossiercheck.readers.twice import SECOND_DPI, Read, checked
from dossiercheck.readers.way_up import right_way_up, turned

if TYPE_CHECKING:
    from PIL.Image import Image

_TINT_REDUCED = 6
"""Pixels each way that are taken together to look for colour."""
_TINT_STEP = 7
_TINTED = 0.02
"""Share of the page that must have a colour."""
_SURE_LETTERS = 4
_PRINT_CONFIDENCE, _SHORT_CONFIDENCE = 0.85, 0.9
_HIGH, _SHORT_HIGH = 1.5, 1.2
"""Times the usual height of words: what a pen writes is mostly higher."""
Tint = Literal["", "pink", "blue"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scan:
    """What was read off one picture."""

    lines: tuple[Line, ...]
    confidence: float
    """Mean over all letters."""
    quarter_turns: int
    """Clockwise, by which the picture was turned to be read."""
    tint: Tint
    ink: tuple[Ink, ...] | None
    """Marks that are no print; None where that cannot be told."""


def read_scan(image: "Image", engine: OcrEngine, *, scale: float, hidden_text: str = "") -> Scan | None:
    """Read a picture of a whole page of `scale` pixels a point (at most `SECOND_DPI`); None where it shows no words.

    `hidden_text` is what other software read on the same page: worth something only where both say the same.
    """
    from PIL.Image import Resampling

    grey = image.convert("L")
    turns, seen, first = right_way_up(grey, engine)
    if not seen:
        return None
    grey = turned(grey, turns)
    slope = slope_of(first, seen)
    seen = straightened(seen, slope, grey.width * DPI / SECOND_DPI, grey.height * DPI / SECOND_DPI)
    if slope:
        grey = grey.rotate(math.degrees(math.atan(slope)), Resampling.BILINEAR, fillcolor=255)
    read = checked(seen, grey, engine, hidden_text)
    return Scan(
        lines=build_lines(_words(read, scale)),
        confidence=_confidence(read),
        quarter_turns=turns,
        tint=tint_of(image),
        ink=_ink(grey, read),
    )


def _ink(grey: "Image", read: Sequence[Read]) -> tuple[Ink, ...] | None:
    """The marks on the picture that are none of the words read on it."""
    pieces = [piece.seen._replace(confidence=_confidence([piece])) for piece in read]
    heights = sorted(words.box[3] - words.box[1] for words in pieces)
    usual = heights[len(heights) // 2] if heights else 1.0
    printed = [
        Printed(_scaled(words.box, INK_DPI / DPI), _is_print(words, usual) and not piece.disputed)
        for piece, words in zip(read, pieces, strict=True)
    ]
    return find_ink(grey.reduce(SECOND_DPI // INK_DPI), printed)


def _scaled(box: Box, by: float) -> Box:
    left, top, right, bottom = (side * by for side in box)
    return left, top, right, bottom


def _is_print(words: Seen, usual: float) -> bool:
    """Read surely, and no higher than print on this page is."""
    letters = sum(letter.isalnum() for letter in words.text)
    high = (words.box[3] - words.box[1]) / max(1.0, usual)
    if letters >= _SURE_LETTERS:
        return words.confidence >= _PRINT_CONFIDENCE and high <= _HIGH
    return letters >= 2 and words.confidence >= _SHORT_CONFIDENCE and high <= _SHORT_HIGH


def tint_of(image: "Image") -> Tint:
    """The colour that the paper is printed with, where it has one: a digital VOG is pink, one on paper is blue."""
    red, green, blue = (band.tobytes()[::_TINT_STEP] for band in image.reduce(_TINT_REDUCED).convert("RGB").split())
    points = list(zip(red, green, blue, strict=True))
    pink_ones = sum(r - g >= 6 and b > g for r, g, b in points)
    blue_ones = sum(b - r >= 5 and b - g >= 2 for r, g, b in points)
    few, many = sorted((pink_ones, blue_ones))
    if many < _TINTED * len(points) or many < 3 * few:
        return ""
    return "pink" if pink_ones == many else "blue"


def _confidence(read: Sequence[Read]) -> float:
    """Mean over all letters."""
    letters = sum(len(word) for piece in read for word, _ in piece.words)
    return sum(len(word) * sure for piece in read for word, sure in piece.words) / max(1, letters)


def _words(read: Sequence[Read], scale: float) -> Iterator[Word]:
    """Each word, its box a share of its piece's, by its letters."""
    order = 0
    for piece in read:
        left, top, right, bottom = _points(piece.seen.box, scale)
        letter = (right - left) / max(1, sum(len(word) + 1 for word, _ in piece.words) - 1)
        at = left
        for word, sure in piece.words:
            box = (at, top, at + letter * len(word), bottom)
            yield Word(text=word, box=box, order=order, confidence=sure)
            at += letter * (len(word) + 1)
            order += 1


def _points(box: Box, scale: float) -> Box:
    """From pixels of the first reading to points."""
    left, top, right, bottom = (side * SECOND_DPI / DPI / scale for side in box)
    return left, top, right, bottom
