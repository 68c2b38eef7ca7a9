"""A picture of a page becomes lines: the right way up, set straight, and what matters most read twice (`twice`)."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dossiercheck.facts import Box
from dossiercheck.readers.content import Ink, Line
from dossiercheck.readers.ink import DPI as INK_DPI
from dossiercheck.readers.ink import find_ink, traces_on
from dossiercheck.readers.lines import Word, build_lines
from dossiercheck.readers.ocr import DPI, OcrEngine, Seen
from dossiercheck.readers.sheet import Sheet
from dossiercheck.readers.skew import Level, slope_of, straightened
from dossiercheck.readers.strokes import Piece
from dossiercheck.readers.twice import SECOND_DPI, Read, checked, worth_a_second_look
from dossiercheck.readers.way_up import right_way_up

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
    turns, seen, first, sheet = right_way_up(Sheet(image.convert("L")), engine)
    if not seen:
        return None
    slope = slope_of(first, seen)
    grey = Level(sheet.grey, slope)
    seen = straightened(seen, slope, grey.width * DPI / SECOND_DPI, grey.height * DPI / SECOND_DPI)
    again = worth_a_second_look(seen, hidden_text)
    with ThreadPoolExecutor(1) as meanwhile:  # the engine leaves room for it
        traces = meanwhile.submit(_traces, sheet, slope, seen, again)
        tint = meanwhile.submit(tint_of, image)
        read = checked(seen, again, grey, engine, hidden_text)
    return Scan(
        lines=build_lines(_words(read, scale)),
        confidence=_confidence(read),
        quarter_turns=turns,
        tint=tint.result(),
        ink=_ink(traces.result(), read, scale),
    )


def _traces(sheet: Sheet, slope: float, seen: Sequence[Seen], again: Sequence[int]) -> list[Piece] | None:
    """What is drawn on the page besides its print, as far as that is known before it is read `again`."""
    usual, asked = _usual_height(seen), set(again)
    known = [words for number, words in enumerate(seen) if number not in asked and _is_print(words, usual)]
    return traces_on(sheet.darker_level(slope), _ink_boxes(known))


def _ink(traces: list[Piece] | None, read: Sequence[Read], scale: float) -> tuple[Ink, ...] | None:
    """The marks on the page that are none of the words read on it, where it can be told."""
    if traces is None:
        return None
    pieces = [piece.seen._replace(confidence=_confidence([piece])) for piece in read]
    usual = _usual_height(pieces)
    known = [words for piece, words in zip(read, pieces, strict=True) if _is_print(words, usual) and not piece.disputed]
    found = find_ink(traces, _ink_boxes(known))
    return tuple(replace(ink, box=_in_points(_scaled(ink.box, DPI / 72), scale)) for ink in found)


def _usual_height(pieces: Sequence[Seen]) -> float:
    heights = sorted(words.box[3] - words.box[1] for words in pieces)
    return heights[len(heights) // 2] if heights else 1.0


def _ink_boxes(pieces: Sequence[Seen]) -> list[Box]:
    """Where these words stand on the picture on which ink is looked for."""
    return [_scaled(words.box, INK_DPI / DPI) for words in pieces]


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
    red, green, blue = (_sampled(band) for band in image.reduce(_TINT_REDUCED).convert("RGB").split())
    pink_ones = _points(_more(red, green, 6), _more(blue, green, 1))
    blue_ones = _points(_more(blue, red, 5), _more(blue, green, 2))
    few, many = sorted((pink_ones, blue_ones))
    if many < _TINTED * red.width or many < 3 * few:
        return ""
    return "pink" if pink_ones == many else "blue"


def _sampled(band: "Image") -> "Image":
    """Some of its points, in a row."""
    from PIL import Image

    points = band.tobytes()[::_TINT_STEP]
    return Image.frombytes("L", (len(points), 1), points)


def _more(band: "Image", other: "Image", by: int) -> "Image":
    """The points that are lighter by so much in the one than in the other."""
    from PIL import ImageChops

    return ImageChops.subtract(band, other).point([255 * (value >= by) for value in range(256)])


def _points(one: "Image", other: "Image") -> int:
    """How many are in both."""
    from PIL import ImageChops

    return ImageChops.darker(one, other).histogram()[255]


def _confidence(read: Sequence[Read]) -> float:
    """Mean over all letters."""
    letters = sum(len(word) for piece in read for word, _ in piece.words)
    return sum(len(word) * sure for piece in read for word, sure in piece.words) / max(1, letters)


def _words(read: Sequence[Read], scale: float) -> Iterator[Word]:
    """Each word, its box a share of its piece's, by its letters."""
    order = 0
    for piece in read:
        left, top, right, bottom = _in_points(piece.seen.box, scale)
        letter = (right - left) / max(1, sum(len(word) + 1 for word, _ in piece.words) - 1)
        at = left
        for word, sure in piece.words:
            box = (at, top, at + letter * len(word), bottom)
            yield Word(text=word, box=box, order=order, confidence=sure)
            at += letter * (len(word) + 1)
            order += 1


def _in_points(box: Box, scale: float) -> Box:
    """From pixels of the first reading to points."""
    left, top, right, bottom = (side * SECOND_DPI / DPI / scale for side in box)
    return left, top, right, bottom
