"""A picture of a page becomes the marks on it that may be a pen's: not print, not lines, not what a stamp leaves.

Print is known by its words and taken away where it stands free; ruled lines are known by being long and straight, and
taken away but for where strokes cross them. What is left hangs together in pieces, and pieces that are near each other
are a mark. Nothing here knows what a mark means or whose it is; it may be called like handwriting, never more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiercheck.facts import Box
from dossiercheck.readers.content import Ink
from dossiercheck.readers.masks import DARK, Mask, framed
from dossiercheck.readers.strokes import Piece, breadth_of, is_ruled, pieces_of

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 110
"""Enough for a pen; half of what print is read at a second time."""
_PT = DPI / 72
"""Pixels a point. All measures below are in points, but for thicknesses of a few pixels."""
_FAINT, _PLAIN = 22, 36
"""How much darker than the paper around it a point must be: to be looked at, and to be plainly there."""
_EDGE = 7.0
_LONG_ACROSS, _LONG_DOWN = 45.0, 36.0
"""Least lengths of ruled lines."""
_LINE_PIXELS = 5
_TOUCHING = 2
"""Dark points around a word from which on something else runs into it."""
_SPECK = 3.0
_SLACK = 0.3
"""Of the height of a word: by how much its letters may stick out of its box."""
_BROAD = 4.2
"""Thickness of what no pen makes."""
_LETTER = 11.0
"""Height of print that was not read as words: small pieces in a row."""
_GAP = 5.0
_LETTER_GAP = 0.45
"""Of their height: by how much letters written apart may be apart."""
_LEAST_LENGTH = 30.0
"""Of all strokes of a mark."""
_PLENTY, _WIDE = 40.0, 12.0
"""Least length and width of a mark that is surely written; a tick is less."""
_STRAIGHT = 2.6
"""Mean breadth of what lies within strokes: those that have less strike something through, or are a crease."""
_OUTLINED, _HOLLOW = 0.8, 0.08
"""Share of its hull that a stamp's edge follows at least; share of its points inside, at most."""
_STAMP_LETTERS, _FEW_LETTERS = 6, 3
_CAPITAL, _TALL, _CAPITALS = 20.0, 45.0, 3
"""Heights of letters written apart, and how many of them are writing."""
_DENSE, _FULL = 0.33, 0.37
"""Points of stroke on a square point, and share of its box, that print has at least."""
_DEEP = 0.25
"""Share of its points that must be plainly dark."""
_SLIGHT = 4.0
"""Less high or less wide than this is a crease, a shadow or what is left of a line."""
_MOST_MARKS = 200


@dataclass(slots=True)
class _Mark:
    pieces: list[Piece]
    box: Box


def traces_on(darker: "Image", words: Sequence[Box]) -> list[Piece] | None:
    """What a pen may have left on an upright page, but for ruled lines; None where there is too much to tell.

    `darker` tells by how much each point is darker than paper, in `DPI`. `words` are boxes of print beyond doubt, in
    its pixels, as many as are known: what stands within others is left out when the marks are found.
    """
    points, deep, stride = _masks(darker)
    _blank_free_words(points, stride, darker.width, words)
    mask = Mask.of(points, stride)
    mask = mask.without(mask.lines(round(_LONG_ACROSS * _PT)), _LINE_PIXELS, down=True)
    mask = mask.without(mask.lines(round(_LONG_DOWN * _PT), down=True), _LINE_PIXELS, down=False)
    points = mask.points()
    _blank_free_words(points, stride, darker.width, words)
    pieces = pieces_of(points, deep, stride)
    return pieces if pieces is None else [piece for piece in pieces if _is_a_stroke(piece)]


def find_ink(traces: Sequence[Piece], words: Sequence[Box]) -> tuple[Ink, ...]:
    """The marks among these that may be a pen's, from top to bottom; `words` are boxes of all print beyond doubt."""
    roomy = [_with_slack(word) for word in words]
    kept = [trace for trace in traces if not _is_within(trace.box, roomy)]
    marks = [ink for mark in _together(kept) if (ink := _judged(mark))]
    return tuple(sorted(marks, key=lambda ink: (ink.box[1], ink.box[0]))[:_MOST_MARKS])


def _masks(darker: "Image") -> tuple[bytearray, bytes, int]:
    """What is a little and what is plainly darker than paper, a byte for each point; and the length of a row."""
    inner = framed(darker, round(_EDGE * _PT))
    faint = max(_FAINT, _noise(inner.histogram(), darker.width * darker.height))
    plain = max(_PLAIN, faint + 8)
    return (
        bytearray(inner.point([DARK * (value >= faint) for value in range(256)]).tobytes()),
        inner.point([DARK * (value >= plain) for value in range(256)]).tobytes(),
        inner.width,
    )


def _noise(counts: Sequence[int], points: int) -> int:
    """What nearly all of the paper stays under."""
    left = 0.02 * points
    for value in range(60, 0, -1):
        left -= counts[value]
        if left < 0:
            return value + 2 if value < 30 else 0
    return 0


def _blank_free_words(points: bytearray, stride: int, width: int, boxes: Sequence[Box]) -> None:
    """Words around which nothing is dark are taken away; where something runs into them they stay, to be told apart."""
    height = len(points) // stride
    for box in boxes:
        left, top, right, bottom = int(box[0]) - 1, int(box[1]) - 1, int(box[2]) + 2, int(box[3]) + 2
        if right - left < 3 or bottom - top < 3:
            continue
        start, end = max(0, left), min(width, right)
        rows = range(max(0, top) * stride, min(height, bottom) * stride, stride)
        if not rows or start >= end:
            continue
        beside = [points[rows.start + x : rows.stop : stride] for x in (left, right - 1) if 0 <= x < width]
        over = [points[y * stride + start : y * stride + end] for y in (top, bottom - 1) if 0 <= y < height]
        if sum(side.count(DARK) for side in (*beside, *over)) <= _TOUCHING:
            blank = bytes(end - start)
            for row in rows:
                points[row + start : row + end] = blank


def _is_a_stroke(piece: Piece) -> bool:
    """No speck, and not broad."""
    long = max(piece.box[2] - piece.box[0], piece.box[3] - piece.box[1])
    return long >= _SPECK * _PT and piece.thickness <= _BROAD * _PT


def _with_slack(word: Box) -> Box:
    """A little may stick out: boxes of words lie askew, or too close."""
    slack = max(2.5, _SLACK * (word[3] - word[1]))
    return word[0] - slack, word[1] - slack, word[2] + slack, word[3] + slack


def _is_within(box: Box, words: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    return any(word[1] <= top and bottom <= word[3] and word[0] <= left and right <= word[2] for word in words)


def _together(pieces: list[Piece]) -> list[_Mark]:
    """Pieces near each other are one mark."""
    marks: list[_Mark] = []
    for piece in pieces:
        mine = _Mark(pieces=[piece], box=piece.box)
        apart = []
        for mark in marks:
            if _near(mark.box, mine.box):
                mine = _Mark(pieces=mark.pieces + mine.pieces, box=_around(mark.box, mine.box))
            else:
                apart.append(mark)
        marks = [*apart, mine]
    return marks


def _near(one: Box, other: Box) -> bool:
    """Within the gap; beside each other also where the gap is small for how high they are, as between letters."""
    down = _GAP * _PT
    if one[3] + down < other[1] or other[3] + down < one[1]:
        return False
    across = max(down, _LETTER_GAP * min(one[3] - one[1], other[3] - other[1]))
    return one[0] - across <= other[2] and other[0] - across <= one[2]


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _judged(mark: _Mark) -> Ink | None:
    """The mark with how like handwriting it is; None where there is too little of it to be any."""
    length = sum(piece.length for piece in mark.pieces) / _PT
    if length < _LEAST_LENGTH:
        return None
    left, top, right, bottom = (round(side / _PT, 1) for side in mark.box)
    if min(right - left, bottom - top) < _SLIGHT:
        return None
    return Ink(box=(left, top, right, bottom), length=round(length, 1), likeness=_likeness(mark))


def _likeness(mark: _Mark) -> float:
    """1: as a pen writes. About a half: faint, or too little to tell. 0.2: as stamps, frames and loose letters are."""
    letters = [piece for piece in mark.pieces if _is_letter(piece)]
    large = [piece for piece in mark.pieces if not _is_letter(piece) and _is_large(piece)]
    hollow = [piece for piece in large if piece.inside < _HOLLOW]
    many_letters = len(letters) >= _STAMP_LETTERS
    capitals = [piece for piece in large if _is_capital(piece)] if len(letters) < _FEW_LETTERS else []
    written = [piece for piece in large if _is_written(piece, many_letters=many_letters)]
    if len(capitals) >= _CAPITALS:
        written = large
    if not written:
        return 0.4 if hollow and not many_letters else 0.2
    in_a_stamp = many_letters or (hollow and len(letters) >= _FEW_LETTERS)
    if in_a_stamp and not _sticks_out(written, letters + hollow):
        return 0.3
    if any(_surrounds(ring, written) for ring in hollow):  # a stamp whose letters were read, and so taken away
        return 0.4
    deep = sum(piece.deep for piece in written) / sum(piece.area for piece in written)
    widest = max(piece.box[2] - piece.box[0] for piece in written) / _PT
    length = sum(piece.length for piece in large) / _PT
    plainly = deep >= _DEEP and length >= _PLENTY and widest >= _WIDE and breadth_of(large) / _PT >= _STRAIGHT
    return 1.0 if plainly and not all(is_ruled(piece) for piece in written) else 0.5


def _is_letter(piece: Piece) -> bool:
    box = piece.box
    return box[3] - box[1] <= _LETTER * _PT and box[2] - box[0] <= 1.3 * _LETTER * _PT


def _is_capital(piece: Piece) -> bool:
    """Higher than print in a place to sign, and narrow: several in a row are written by hand, letter by letter."""
    wide, high = (piece.box[2] - piece.box[0]) / _PT, (piece.box[3] - piece.box[1]) / _PT
    return _CAPITAL <= high <= _TALL and wide <= _TALL


def _is_large(piece: Piece) -> bool:
    """Large enough for writing, and loose: letters of print that run together lie closer, and a staple is solid."""
    wide, high = (piece.box[2] - piece.box[0]) / _PT, (piece.box[3] - piece.box[1]) / _PT
    loose = piece.length / _PT < _DENSE * wide * high and piece.area / _PT**2 < _FULL * wide * high
    return high >= 7 and wide >= 4 and loose


def _is_written(piece: Piece, *, many_letters: bool) -> bool:
    """No ring or frame, nor a frame that letters have run into."""
    return piece.inside >= _HOLLOW and not (many_letters and piece.outlined >= _OUTLINED)


def _surrounds(ring: Piece, written: list[Piece]) -> bool:
    """Does all of the writing lie within this ring or frame?"""
    return all(_around(ring.box, piece.box) == ring.box for piece in written)


def _sticks_out(written: list[Piece], letters: list[Piece]) -> bool:
    """Does the writing reach well beyond the letters of a stamp?"""
    stamp = letters[0].box
    for piece in letters:
        stamp = _around(stamp, piece.box)
    return any(
        max(stamp[0] - piece.box[0], piece.box[2] - stamp[2]) > 12 * _PT
        or max(stamp[1] - piece.box[1], piece.box[3] - stamp[3]) > 9 * _PT
        for piece in written
    )
