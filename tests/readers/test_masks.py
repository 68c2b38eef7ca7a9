"""Masks as whole numbers: what shifts and unions find is what looking at each point finds."""

from random import Random

import pytest
from PIL import Image

from dossiercheck.readers.masks import DARK, Mask, framed
from dossiercheck.readers.strokes import pieces_of

WIDE, HIGH, EDGE = 45, 40, 6
Points = set[tuple[int, int]]


def drawn(seed: int) -> tuple[Points, Mask]:
    """Some lines with gaps, strokes across them and specks."""
    rng = Random(seed)
    inside = (range(EDGE, WIDE - EDGE), range(EDGE, HIGH - EDGE))
    points = {(x, y) for x in inside[0] for y in (12, 13, 25) if rng.random() < 0.97}
    points |= {(x, y) for y in inside[1] for x in (15, 30) if rng.random() < 0.97}
    points |= {(rng.choice(inside[0]), rng.choice(inside[1])) for _ in range(40)}
    picture = Image.new("L", (WIDE, HIGH), 0)
    for point in points:
        picture.putpixel(point, DARK)
    made = framed(picture, EDGE)
    return points, Mask.of(made.tobytes(), made.width)


def points_of(mask: Mask) -> Points:
    return {(at % mask.stride, at // mask.stride) for at, value in enumerate(mask.points()) if value == DARK}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("down", [False, True])
def test_lines_and_what_crosses_them(seed: int, down: bool) -> None:
    points, mask = drawn(seed)
    assert points_of(mask) == points
    step = (lambda x, y, by: (x, y + by)) if down else (lambda x, y, by: (x + by, y))
    aside = (lambda x, y, by: (x + by, y)) if down else (lambda x, y, by: (x, y + by))
    beside = {aside(*point, by) for point in points for by in (-1, 0, 1)}
    starts = {point for point in beside if all(step(*point, by) in beside for by in range(9))}
    lines = {step(*point, by) for point in starts for by in range(9)}
    assert points_of(mask._replace(bits=mask.lines(9, down=down))) == lines
    rest = points - lines
    crossed = {
        p for p in points & lines
        if any(aside(*p, -by) in rest for by in range(1, 4)) and any(aside(*p, by) in rest for by in range(1, 4))
    }  # fmt: skip
    assert points_of(mask.without(mask.lines(9, down=down), 3, down=not down)) == rest | crossed


def test_pieces_are_what_hangs_together() -> None:
    points, mask = drawn(7)
    found = pieces_of(mask.points(), mask.points(), mask.stride)
    assert found
    left, groups = set(points), []
    while left:
        group, open_ = set(), [left.pop()]
        while open_:
            x, y = open_.pop()
            group.add((x, y))
            near = {(x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & left
            left -= near
            open_.extend(near)
        groups.append(group)
    told = [{(x, run.row) for run in piece.runs for x in range(run.start, run.end)} for piece in found]
    assert sorted(map(sorted, told)) == sorted(map(sorted, groups))
    for piece, own in zip(found, told, strict=True):
        across, below = [x for x, _ in own], [y for _, y in own]
        assert piece.box == (min(across), min(below), max(across) + 1, max(below) + 1)
        assert piece.area == piece.deep == len(own)
        assert piece.overlap == sum((x, y - 1) in own for x, y in own)
