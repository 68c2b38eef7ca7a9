"""Dark points of a picture become pieces: what hangs together, how long its strokes are and how thick.

A picture is read row by row as runs of dark points, in plain Python: where print has been taken away before, few are
left. Lengths and boxes are in pixels.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from math import atan2, degrees, hypot
from typing import NamedTuple

from dossiercheck.facts import Box

MOST_RUNS = 60_000
"""More than this is a photograph, or noise, and no writing."""
_DARKEST = b"\xff"
_DARK = re.compile(_DARKEST + _DARKEST + b"*")
"""Not `+`: what begins with a plain letter is searched for ten times as fast."""
_BENT, _OFF = 1.5, 0.04
"""Pixels by which a hand's straight stroke is bent; share of the points that may lie beside all straight strokes."""
_MOST_STROKES, _LEAST_SHARE = 3, 0.08
"""Straight strokes of a cross, a tick or an arrow, and the share of the points that each has at least."""
_SAMPLES, _CORNERS = 60, 14
"""Runs of a piece, and about how many corners of its hull, that are looked at."""
_LEAST_ANGLE = 25.0
"""Degrees between such strokes: two that run along each other may be a flat hand."""
Span = tuple[int, int]
"""Where a run begins and ends among all points of a mask."""
_MANHATTAN = 1.27
"""By how much counting steps along rows and columns makes a slanting edge longer, on average."""
_CORE = 0.6
"""A hull made smaller by this about its middle is its inside."""
_CELL = 3
"""Pixels within which a point counts as lying on an outline."""


class Run(NamedTuple):
    """Dark points beside each other."""

    row: int
    start: int
    end: int

    @property
    def width(self) -> int:
        return self.end - self.start

    @property
    def middle(self) -> "_Point":
        return (self.start + self.end - 1) / 2, self.row


@dataclass(slots=True)
class Piece:
    """Points that touch each other."""

    spans: Sequence[Span]
    """Its runs, from top to bottom."""
    stride: int
    box: Box
    overlap: int
    """Points that have one of the same piece above them."""
    deep: int
    """Points that are plainly dark."""
    area: int

    @property
    def runs(self) -> list[Run]:
        """Row by row."""
        return [
            Run(start // self.stride, start % self.stride, start % self.stride + end - start)
            for start, end in self.spans
        ]

    @property
    def length(self) -> float:
        """Of its strokes, had they no thickness."""
        return (len(self.spans) + self.area - self.overlap) / _MANHATTAN

    @property
    def thickness(self) -> float:
        return self.area / max(1.0, self.length)

    @property
    def inside(self) -> float:
        """Share of its points well within its hull: hardly any of a ring or a frame."""
        hull = self._hull()
        if len(hull) < 3:
            return 0.0
        middle = (sum(x for x, _ in hull) / len(hull), sum(y for _, y in hull) / len(hull))
        core = [(middle[0] + (x - middle[0]) * _CORE, middle[1] + (y - middle[1]) * _CORE) for x, y in hull]
        within = sum(run.end - run.start for run in self.runs if _holds(core, (run.start + run.end - 1) / 2, run.row))
        return within / max(1, self.area)

    def _hull(self) -> "list[_Point]":
        return _hull(self.ends())

    def ends(self) -> "list[_Point]":
        return [(x, run.row) for run in self.runs for x in (run.start, run.end - 1)]

    @property
    def outlined(self) -> float:
        """Share of its hull that it follows: all of it where it is a ring or a frame, little where it is written."""
        hull = self._hull()
        cells = {(x, run.row // _CELL) for run in self.runs for x in range(run.start // _CELL, run.end // _CELL + 1)}
        near = {(x + i, y + j) for x, y in cells for i in (-1, 0, 1) for j in (-1, 0, 1)}
        samples = [point for a, b in pairwise([*hull, *hull[:1]]) for point in _along(a, b)]
        return sum((int(x) // _CELL, int(y) // _CELL) in near for x, y in samples) / max(1, len(samples))


def pieces_of(points: bytes | bytearray, deep: bytes | bytearray, stride: int) -> list[Piece] | None:
    """The pieces of a mask with a byte for each point, from top to bottom; None where there is too much on it.

    `deep` is a mask of the points that are plainly dark. The last point of each row must be blank.
    """
    spans = [match.span() for match in islice(_DARK.finditer(points), MOST_RUNS + 1)]
    if len(spans) > MOST_RUNS:
        return None
    pieces: dict[int, list[int]] = {}
    owners, overlaps = _joined(spans, stride)
    for number, owner in enumerate(owners):
        owners[number] = owner = owners[owner]
        pieces.setdefault(owner, []).append(number)
    return [
        _piece([spans[number] for number in numbers], sum([overlaps[number] for number in numbers]), deep, stride)
        for numbers in pieces.values()
    ]


def breadth_of(pieces: Sequence[Piece]) -> float:
    """Of the hull around all of them, on average along it: of a straight stroke hardly more than its thickness."""
    hull = _hull([point for piece in pieces for point in piece.ends()])
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*hull, *hull[:1]])) / 2
    across, down = ([point[axis] for point in hull] for axis in (0, 1))
    return abs(area) / max(1.0, hypot(max(across) - min(across), max(down) - min(down)))


def is_ruled(piece: Piece) -> bool:
    """Up to three straight strokes and hardly a point besides: a bar, a cross, a tick, an arrow; no written name."""
    slack = piece.thickness / 2 + _BENT
    runs = piece.runs
    left = runs[:: max(1, len(runs) // _SAMPLES)]
    all_points = _width(left)
    lines: list[_Line] = []
    while _width(left) >= _OFF * all_points:
        ends = _hull([(x, run.row) for run in left for x in (run.start, run.end - 1)])
        ends = ends[:: 1 + len(ends) // _CORNERS]
        if len(lines) == _MOST_STROKES or len(ends) < 2:
            return False
        line, beside = min(
            (_beside(line, left, slack) for line in combinations(ends, 2)), key=lambda pair: _width(pair[1])
        )
        if _width(left) - _width(beside) < all_points * _LEAST_SHARE or any(
            _angle(line, other) < _LEAST_ANGLE for other in lines
        ):
            return False
        lines.append(line)
        left = beside
    return True


def _beside(line: "_Line", runs: list[Run], slack: float) -> "tuple[_Line, list[Run]]":
    """The line, and the runs that do not lie on it."""
    return line, [run for run in runs if _apart(line, run.middle) > slack]


def _width(runs: list[Run]) -> int:
    return sum(run.width for run in runs)


def _angle(one: "_Line", other: "_Line") -> float:
    between = abs(_direction(one) - _direction(other)) % 180
    return min(between, 180 - between)


def _apart(line: "_Line", point: "_Point") -> float:
    """From the endless line through two points."""
    (left, top), (right, bottom) = line
    return abs(_side(*line, point)) / max(1.0, hypot(right - left, bottom - top))


def _direction(line: "_Line") -> float:
    (left, top), (right, bottom) = line
    return degrees(atan2(bottom - top, right - left))


def _joined(spans: Sequence[Span], stride: int) -> tuple[list[int], list[int]]:
    """Of each run an earlier one of its piece (itself where it is the first), and how many points lie under others.

    Runs that touch those of the row above, corners included, belong together.
    """
    owners = list(range(len(spans)))
    overlaps = [0] * len(spans)
    upper = 0
    for lower, (start, end) in enumerate(spans):
        start, end = start - stride, end - stride  # where it would be in the row above
        while spans[upper][1] < start:
            upper += 1
        at, mine = upper, lower
        while spans[at][0] <= end:
            left, right = spans[at]
            shared = (right if right < end else end) - (left if left > start else start)
            if shared > 0:
                overlaps[lower] += shared
            first = owners[at]
            while owners[first] != first:
                owners[first] = first = owners[owners[first]]
            if first < mine:
                owners[mine], mine = first, first
            elif first > mine:
                owners[first] = mine
            at += 1
    return owners, overlaps


def _piece(spans: Sequence[Span], overlap: int, deep: bytes | bytearray, stride: int) -> Piece:
    left = min([start % stride for start, _ in spans])
    right = max([end % stride for _, end in spans])
    return Piece(
        spans=spans,
        stride=stride,
        box=(left, spans[0][0] // stride, right, spans[-1][0] // stride + 1),
        overlap=overlap,
        deep=sum([deep.count(_DARKEST, start, end) for start, end in spans]),
        area=sum([end - start for start, end in spans]),
    )


_Point = tuple[float, float]
_Line = tuple[_Point, _Point]


def _hull(points: list[_Point]) -> list[_Point]:
    """The convex hull, anticlockwise as seen with y up."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    lower, upper = _half(ordered), _half(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _half(points: list[_Point]) -> list[_Point]:
    chain: list[_Point] = []
    for point in points:
        while len(chain) > 1 and _side(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _side(a: _Point, b: _Point, c: _Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _holds(hull: list[_Point], x: float, y: float) -> bool:
    return all(_side(a, b, (x, y)) >= 0 for a, b in pairwise([*hull, hull[0]]))


def _along(a: _Point, b: _Point) -> Iterator[_Point]:
    steps = max(1, round(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / _CELL))
    for step in range(steps):
        yield a[0] + (b[0] - a[0]) * step / steps, a[1] + (b[1] - a[1]) * step / steps
