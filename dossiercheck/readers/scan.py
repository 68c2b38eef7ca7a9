"""A picture of a page becomes lines: the right way up, set straight, and what matters most read twice (`twice`)."""

import math
import re
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
from dossiercheck.readers.twice import SECOND_DPI, Read, checked, mended

if TYPE_CHECKING:
    from PIL.Image import Image

_LEAST_MEAN = 0.85
"""Mean confidence under which another way up is tried."""
_COMMON = re.compile(
    r"\b(?:de|het|een|van|en|in|op|te|is|voor|dat|met|aan|door|niet|of|bij|datum|naam|geboren|uur|the|and|to|diploma|artikel)\b",
    re.IGNORECASE,
)
_MANY_LETTERS = 150
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
    turns, seen, first = _right_way_up(grey, engine)
    if not seen:
        return None
    if turns:
        grey = _turned(grey, turns)
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
    printed = [Printed(_scaled(words.box, INK_DPI / DPI), _is_print(words, usual)) for words in pieces]
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
    red, green, blue = (band.tobytes() for band in image.reduce(_TINT_REDUCED).convert("RGB").split())
    points = list(zip(red, green, blue, strict=True))[::_TINT_STEP]
    pink_ones = sum(r - g >= 6 and b > g for r, g, b in points)
    blue_ones = sum(b - r >= 5 and b - g >= 2 for r, g, b in points)
    few, many = sorted((pink_ones, blue_ones))
    if many < _TINTED * len(points) or many < 3 * few:
        return ""
    return "pink" if pink_ones == many else "blue"


def _right_way_up(grey: "Image", engine: OcrEngine) -> tuple[int, list[Seen], "Image"]:
    """Quarter turns clockwise, what is read then, and the picture that was read.

    Other ways up are tried only where the first reads badly.
    """
    upright = _at_first(grey)
    turns, best, picture = 0, _read(upright, engine), upright
    if not best or not _is_poor(best):
        return turns, best, picture
    for more in (1, 3, 2) if _is_sideways(best) else (2, 1, 3):
        turned = _turned(upright, more)
        seen = _read(turned, engine)
        if _worth(seen) > _worth(best):
            turns, best, picture = more, seen, turned
        if not _is_poor(best):
            break
    return turns, best, picture


def _read(picture: "Image", engine: OcrEngine) -> list[Seen]:
    return [mended(piece) for piece in engine.words(picture)]


def _at_first(grey: "Image") -> "Image":
    """At the resolution of the first reading."""
    from PIL.Image import Resampling

    size = (max(1, grey.width * DPI // SECOND_DPI), max(1, grey.height * DPI // SECOND_DPI))
    return grey.resize(size, Resampling.BICUBIC)


def _turned(image: "Image", turns: int) -> "Image":
    return image.rotate(-90 * turns, expand=True)


def _is_poor(seen: list[Seen]) -> bool:
    letters = sum(len(words.text) for words in seen)
    common = sum(len(_COMMON.findall(words.text)) for words in seen)
    return _is_sideways(seen) or _mean(seen) < _LEAST_MEAN or (letters > _MANY_LETTERS and common < 3)


def _is_sideways(seen: list[Seen]) -> bool:
    """Most words stand in boxes that are higher than wide."""
    long = [words for words in seen if len(words.text) > 3]
    tall = sum(words.box[3] - words.box[1] > 1.3 * (words.box[2] - words.box[0]) for words in long)
    return tall > 0.5 * len(long)


def _worth(seen: list[Seen]) -> float:
    letters = sum(len(words.text) * (words.confidence - 0.5) for words in seen)
    common = sum(len(_COMMON.findall(words.text)) for words in seen)
    return (letters + 10 * common) * (0.5 if _is_sideways(seen) else 1.0)


def _mean(seen: list[Seen]) -> float:
    letters = sum(len(words.text) for words in seen)
    return sum(len(words.text) * words.confidence for words in seen) / letters if letters else 0.0


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
