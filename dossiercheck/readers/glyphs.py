"""The words of a PDF page, with their boxes, from PDFium.

PDFium knows best where a word ends (kerning, glyphs placed one by one), so its text is cut at white space and only the
first and last glyph of a word are measured. Words that do not look like one piece are measured glyph by glyph.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from dossiercheck.facts import Box
from dossiercheck.readers.lines import Word, around
from dossiercheck.readers.text import clean

_WORD = re.compile(r"\S+")
_HYPHEN_AT_LINE_END = re.compile("[\x02\ufffe]")
"""PDFium's marks for a hyphen that ends a line; it leaves the line end out."""
_WIDEST_GLYPH = 1.6
"""Of the height; a 'word' wider than this per glyph hides a gap."""

ToDisplay = Callable[[float, float, float, float], Box]
"""left, bottom, right, top in PDF coordinates to a box on the page as shown."""


class Direction(IntEnum):
    """Which way words run on the page as shown: quarter turns clockwise."""

    RIGHT = 0
    DOWN = 1
    LEFT = 2
    UP = 3


def address_of(found: object) -> int:
    """A page object's address, by which it is known again; 0 for none."""
    return ctypes.cast(found, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


class Placed(NamedTuple):
    """A word, the way it runs, and the place of its glyphs in the page's text."""

    word: Word
    direction: Direction
    start: int
    end: int


class Glyphs:
    """The glyphs of one page's text layer."""

    def __init__(self, text_page: object, to_display: ToDisplay, limit: int) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = text_page
        self._to_display = to_display
        self._rect = pdfium.FS_RECTF()
        self._reference = ctypes.byref(self._rect)
        self.count = min(max(pdfium.FPDFText_CountChars(text_page), 0), limit)
        self.text = self._all_text()

    def words(self) -> Iterator[Placed]:
        """Every word, in the order of the file."""
        order = 0
        for match in _WORD.finditer(self.text):
            glued = False
            for start, end, box, direction in self._pieces(match.start(), match.end()):
                text = clean(_HYPHEN_AT_LINE_END.sub("-", self.text[start:end]))
                if text:
                    word = Word(text=text, box=box, order=order, glued=glued)
                    yield Placed(word=word, direction=direction, start=start, end=end)
                    order += 1
                    glued = True

    def flow(self, hidden: list[tuple[int, int]]) -> str:
        """The text in the order of the file, without the `hidden` stretches."""
        parts, at = [], 0
        for start, end in hidden:
            parts.append(self.text[at:start])
            at = end
        parts.append(self.text[at:])
        whole = _HYPHEN_AT_LINE_END.sub("-\n", "".join(parts))
        return "\n".join(clean(line) for line in re.split(r"\r\n|\r|\n", whole)).strip("\n")

    def objects(self, start: int, end: int) -> set[int]:
        """Addresses of the page objects that glyphs `start` to `end` are drawn by."""
        indexes = range(start, end)
        return {address_of(self._pdfium.FPDFText_GetTextObject(self._page, index)) for index in indexes} - {0}

    def _all_text(self) -> str:
        """One character per glyph, so that indexes agree."""
        buffer = ctypes.create_string_buffer((self.count + 1) * 2)
        pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        written = self._pdfium.FPDFText_GetText(self._page, 0, self.count, pointer)
        text = buffer.raw[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
        if len(text) == self.count:
            return text
        codes = (self._pdfium.FPDFText_GetUnicode(self._page, index) for index in range(self.count))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def _box(self, index: int) -> Box:
        if not self._pdfium.FPDFText_GetLooseCharBox(self._page, index, self._reference):
            return (0.0, 0.0, 0.0, 0.0)
        rect = self._rect
        return self._to_display(rect.left, rect.bottom, rect.right, rect.top)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, Box, Direction]]:
        """The word whole, or cut where its glyphs jump."""
        first = self._box(start)
        last = self._box(end - 1) if end - start > 1 else first
        if _in_one_row(first, last, end - start):
            box = (first[0], min(first[1], last[1]), last[2], max(first[3], last[3]))
            yield start, end, box, Direction.RIGHT
            return
        boxes = [self._box(index) for index in range(start, end)]
        direction = _direction(boxes)
        if direction is not Direction.RIGHT:
            yield start, end, around(boxes), direction
            return
        piece = 0
        for index in range(1, len(boxes)):
            if not _adjoins(boxes[index - 1], boxes[index]):
                yield start + piece, start + index, around(boxes[piece:index]), direction
                piece = index
        yield start + piece, end, around(boxes[piece:]), direction


def _in_one_row(first: Box, last: Box, glyphs: int) -> bool:
    height = max(first[3] - first[1], last[3] - last[1], 0.1)
    level = abs(first[3] - last[3]) < 0.3 * height
    return (
        level
        and first[2] <= last[2]
        and (glyphs == 1 or 0 < last[2] - first[0] < _WIDEST_GLYPH * height * glyphs)
        and first[0] <= last[0]
    )


def _adjoins(before: Box, after: Box) -> bool:
    height = max(before[3] - before[1], after[3] - after[1], 0.1)
    level = abs(before[3] - after[3]) < 0.5 * height
    return level and -0.5 * height < after[0] - before[2] < 0.6 * height


def _direction(boxes: list[Box]) -> Direction:
    """The way most glyphs follow each other; downwards only where the glyphs do not just start a new line."""
    votes = [0, 0, 0, 0]
    for before, after in pairwise(boxes):
        right = (after[0] + after[2] - before[0] - before[2]) / 2
        down = (after[1] + after[3] - before[1] - before[3]) / 2
        if abs(right) >= abs(down):
            votes[Direction.RIGHT if right >= 0 else Direction.LEFT] += 1
        else:
            votes[Direction.DOWN if down >= 0 else Direction.UP] += 1
    best = Direction(votes.index(max(votes)))
    return best if max(votes) > 0.6 * max(1, len(boxes) - 1) else Direction.RIGHT
