"""Dark points of a picture become pieces: what hangs together, how long its strokes are and how thick.

A picture is read row by row as runs of dark points, in plain Python: where print has been taken away before, few are
left. Lengths and boxes are in pixels.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dossiercheck.facts import Box

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_RUNS = 60_000
"""More than this is a photograph, or noise, and no writing."""
_DARK = re.compile(rb"\xff+")
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


@dataclass(slots=True)
class Piece:
    """Points that touch each other."""

    runs: list[Run] = field(default_factory=list)
    overlap: int = 0
    """Points that have one of the same piece above them."""
    deep: int = 0
    """Points that are plainly dark."""
    area: int = 0

    @property
    def box(self) -> Box:
        return (
            min(run.start for run in self.runs),
            self.runs[0].row,
            max(run.end for run in self.runs),
            self.runs[-1].row + 1,
        )

    @property
    def length(self) -> float:
        """Of its strokes, had they no thickness."""
        return (len(self.runs) + self.area - self.overlap) / _MANHATTAN

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
        return _hull([(x, run.row) for run in self.runs for x in (run.start, run.end - 1)])

    @property
    def outlined(self) -> float:
        """Share of its hull that it follows: all of it where it is a ring or a frame, little where it is written."""
        hull = self._hull()
        cells = {(x, run.row // _CELL) for run in self.runs for x in range(run.start // _CELL, run.end // _CELL + 1)}
        near = {(x + i, y + j) for x, y in cells for i in (-1, 0, 1) for j in (-1, 0, 1)}
        samples = [point for a, b in pairwise([*hull, *hull[:1]]) for point in _along(a, b)]
        return sum((int(x) // _CELL, int(y) // _CELL) in near for x, y in samples) / max(1, len(samples))


def rows_of(mask: "Image") -> Iterator[Run]:
    """Its runs of dark points, row by row from the left."""
    width, data = mask.width, mask.tobytes()
    for row in range(mask.height):
        at = row * width
        for match in _DARK.finditer(data, at, at + width):
            yield Run(row, match.start() - at, match.end() - at)


def pieces_of(mask: "Image", deep: "Image") -> list[Piece] | None:
    """The pieces of a mask of 0 and 255, from top to bottom; None where there is too much on it.

    `deep` is a mask of the points that are plainly dark.
    """
    runs: list[Run] = []
    parents: list[int] = []
    overlaps: list[int] = []
    above, here = range(0), range(0)
    for run in rows_of(mask):
        if runs and run.row != runs[-1].row:
            _join(runs, above, here, parents, overlaps)
            above, here = here if run.row == runs[-1].row + 1 else range(0), range(len(runs), len(runs))
        here = range(here.start, len(runs) + 1)
        runs.append(run)
        parents.append(len(parents))
        overlaps.append(0)
        if len(runs) > MOST_RUNS:
            return None
    _join(runs, above, here, parents, overlaps)
    return _gathered(runs, parents, overlaps, deep.tobytes(), mask.width)


def _join(runs: list[Run], above: range, here: range, parents: list[int], overlaps: list[int]) -> None:
    """Runs that touch those of the row above, corners included, belong together."""
    upper = above.start
    for lower in here:
        start, end = runs[lower].start, runs[lower].end
        while upper < above.stop and runs[upper].end < start:
            upper += 1
        at = upper
        while at < above.stop and runs[at].start <= end:
            overlaps[lower] += max(0, min(end, runs[at].end) - max(start, runs[at].start))
            parents[_root(parents, at)] = _root(parents, lower)
            at += 1


def _root(parents: list[int], at: int) -> int:
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at


def _gathered(runs: list[Run], parents: list[int], overlaps: list[int], dark: bytes, width: int) -> list[Piece]:
    pieces: dict[int, Piece] = {}
    for number, run in enumerate(runs):
        piece = pieces.setdefault(_root(parents, number), Piece())
        piece.runs.append(run)
        piece.area += run.end - run.start
        piece.overlap += overlaps[number]
        piece.deep += dark.count(b"\xff", run.row * width + run.start, run.row * width + run.end)
    return list(pieces.values())


_Point = tuple[float, float]


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
