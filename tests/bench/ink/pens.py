"""Handwriting out of nothing: strokes as a pen makes them, in styles kept apart for tuning and for testing.

A stroke is a row of points in a box of 1 by 1, y down. `TRAIN` and `TEST` share no style, so that what is tuned on the
one has not seen the other.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from itertools import pairwise

from PIL import Image, ImageDraw

Point = tuple[float, float]
Stroke = list[Point]
Style = Callable[[random.Random], list[Stroke]]
_FINER = 3


def scribble(rng: random.Random) -> list[Stroke]:
    """From left to right, up and down at random."""
    count = rng.randint(6, 10)
    points = [(i / count + rng.uniform(-0.06, 0.06), rng.uniform(0.05, 0.95)) for i in range(count + 1)]
    return [_smooth(points)]


def initials(rng: random.Random) -> list[Stroke]:
    """Two or three big letters of one loop each, with a tail."""
    count = rng.randint(2, 3)
    strokes = []
    for i in range(count):
        middle, wide = (i + 0.5) / count, 0.45 / count
        turns = rng.uniform(1.1, 1.6)
        start = rng.uniform(0, 2 * math.pi)
        strokes.append(
            [
                (
                    middle + wide * math.cos(start + turns * 2 * math.pi * t / 40) * (1 - 0.2 * t / 40),
                    0.5 + 0.45 * math.sin(start + turns * 2 * math.pi * t / 40),
                )
                for t in range(41)
            ]
        )
    strokes.append(_smooth([(0.55, 0.8), (0.7, 0.55), (0.85, 0.75), (1.0, rng.uniform(0.4, 0.7))]))
    return strokes


def dying_wave(rng: random.Random) -> list[Stroke]:
    """A capital's swing and a wave that dies out."""
    waves = rng.uniform(4, 8)
    return [
        _smooth([(0.02, 0.9), (0.12, 0.05), (0.2, 0.6), (0.1, 0.75)]),
        [(0.15 + 0.85 * t / 90, 0.6 + 0.35 * (1 - t / 90) * math.sin(2 * math.pi * waves * t / 90)) for t in range(91)],
    ]


def cursive(rng: random.Random) -> list[Stroke]:
    """Joined letters: loops up, bows and loops down in turn, after a taller capital."""
    count = rng.randint(5, 9)
    points: Stroke = [(0.0, 0.85), (0.03, 0.1), (0.09, 0.08), (0.06, 0.6), (0.1, 0.7)]
    for i in range(count):
        x, step = 0.12 + 0.85 * i / count, 0.85 / count
        match rng.choice("lneeaug"):
            case "l":
                points += [(x + 0.7 * step, 0.25), (x + 0.45 * step, 0.08), (x + 0.4 * step, 0.65)]
            case "n" | "u":
                points += [(x + 0.2 * step, 0.42), (x + 0.45 * step, 0.68), (x + 0.7 * step, 0.42)]
            case "g":
                points += [(x + 0.3 * step, 0.45), (x + 0.6 * step, 0.97), (x + 0.3 * step, 0.9)]
            case _:
                points += [(x + 0.6 * step, 0.5), (x + 0.35 * step, 0.4), (x + 0.3 * step, 0.62)]
        points.append((x + step, 0.68 + rng.uniform(-0.05, 0.05)))
    return [_smooth([(x + rng.uniform(-0.01, 0.01), y + rng.uniform(-0.04, 0.04)) for x, y in points])]


def angular(rng: random.Random) -> list[Stroke]:
    """Sharp teeth and a long tail."""
    teeth = rng.randint(3, 6)
    points: Stroke = []
    for i in range(teeth):
        points += [(0.6 * i / teeth, rng.uniform(0.65, 0.95)), (0.6 * (i + 0.5) / teeth, rng.uniform(0.05, 0.4))]
    return [[*points, (0.62, 0.7), (1.0, rng.uniform(0.45, 0.65))]]


def nearly_flat(rng: random.Random) -> list[Stroke]:
    """A hasty hand: a hook, a line with a ripple, and a flick."""
    ripple = [(0.15 + 0.7 * t / 40, 0.6 + 0.07 * math.sin(t * 0.9) + 0.02 * rng.uniform(-1, 1)) for t in range(41)]
    return [_smooth([(0.0, 0.75), (0.06, 0.02), (0.13, 0.8), (0.15, 0.6)]), [*ripple, (0.92, 0.3), (1.0, 0.05)]]


def lettered(rng: random.Random) -> list[Stroke]:
    """Loose letters, the pen lifted between them."""
    strokes: list[Stroke] = []
    count = rng.randint(4, 7)
    for i in range(count):
        x, wide, top = i / count, 0.75 / count, 0.05 if i == 0 else rng.choice((0.05, 0.4, 0.4))
        slant = rng.uniform(-0.02, 0.04)
        strokes.append(_smooth([(x + slant, top), (x + rng.uniform(0, 0.02), 0.9)]))
        bow = [(x, (top + 0.9) / 2), (x + wide, top + 0.1), (x + wide, 0.8), (x + 0.2 * wide, 0.9)]
        strokes.append(_smooth(bow))
    return strokes


def underlined(rng: random.Random) -> list[Stroke]:
    """Joined letters over a swing."""
    above = [[(x, y * 0.75) for x, y in stroke] for stroke in cursive(rng)]
    return [*above, _smooth([(1.0, 0.62), (0.5, 0.95), (0.05, 0.9), (0.6, 0.85), (1.0, 0.97)])]


def ringed(rng: random.Random) -> list[Stroke]:
    """One initial in a loop that is not closed."""
    start = rng.uniform(2.4, 3.6)
    ring = [(0.5 + 0.5 * math.cos(start + t * 0.15), 0.5 + 0.48 * math.sin(start + t * 0.15)) for t in range(38)]
    return [ring, _smooth([(0.3, 0.8), (0.4, 0.15), (0.55, 0.75), (0.65, 0.2), (0.8, 0.8)])]


def circled(rng: random.Random) -> list[Stroke]:
    """A letter or two in an oval that closes or nearly does."""
    turns = rng.uniform(0.9, 1.25)
    oval = [
        (0.5 + 0.48 * math.cos(4 + turns * t * 0.157), 0.5 + 0.46 * math.sin(4 + turns * t * 0.157)) for t in range(41)
    ]
    inside = [(0.25, 0.7), (0.35, 0.2), (0.45, 0.65), (0.55, 0.35), (0.7, 0.6), (0.9, rng.uniform(0.3, 0.6))]
    return [oval, _smooth(inside)]


def hand_print(rng: random.Random) -> list[Stroke]:
    """Capitals of straight strokes, each apart."""
    strokes: list[Stroke] = []
    count = rng.randint(3, 6)
    for i in range(count):
        x, wide = i / count, 0.7 / count
        shapes = (
            [(0, 1), (0.5, 0), (1, 1)],
            [(0, 0), (0, 1), (1, 1)],
            [(0, 1), (0, 0), (1, 1), (1, 0)],
            [(1, 0), (0, 0), (0, 1), (1, 1)],
        )
        strokes.append([(x + a * wide + rng.uniform(-0.01, 0.01), 0.08 + 0.84 * b) for a, b in rng.choice(shapes)])
    return strokes


def swing(rng: random.Random) -> list[Stroke]:
    """A hasty capital and a long low swing."""
    low = [(0.2 + 0.8 * t / 8, 0.7 + rng.uniform(-0.08, 0.08)) for t in range(9)]
    return [_smooth([(0.1, 0.95), (0.08, 0.3), (0.18, 0.02), (0.25, 0.3), (0.05, 0.55), (0.22, 0.8)]), _smooth(low)]


TRAIN: tuple[Style, ...] = (scribble, initials, dying_wave)
MORE: tuple[Style, ...] = (circled, hand_print, swing, scribble)
"""For tuning too, added after the first run on the test styles; none of those either."""
TEST: tuple[Style, ...] = (cursive, angular, nearly_flat, lettered, underlined, ringed)

_FIGURES: dict[str, list[Stroke]] = {
    "0": [[(0.5, 0), (0.1, 0.3), (0.1, 0.7), (0.5, 1), (0.9, 0.7), (0.9, 0.3), (0.5, 0)]],
    "1": [[(0.3, 0.2), (0.6, 0), (0.55, 1)]],
    "2": [[(0.1, 0.25), (0.45, 0), (0.85, 0.25), (0.1, 1), (0.9, 0.95)]],
    "3": [[(0.1, 0.1), (0.8, 0.1), (0.4, 0.45), (0.9, 0.7), (0.5, 1), (0.1, 0.85)]],
    "4": [[(0.6, 0), (0.1, 0.65), (0.95, 0.6)], [(0.65, 0.35), (0.6, 1)]],
    "5": [[(0.85, 0.02), (0.2, 0), (0.15, 0.45), (0.8, 0.5), (0.8, 0.9), (0.1, 0.95)]],
    "6": [[(0.8, 0), (0.2, 0.5), (0.2, 0.9), (0.7, 1), (0.8, 0.65), (0.2, 0.65)]],
    "7": [[(0.05, 0.05), (0.9, 0.02), (0.4, 1)]],
    "8": [[(0.8, 0.1), (0.2, 0.2), (0.8, 0.75), (0.4, 1), (0.15, 0.7), (0.85, 0.2), (0.5, 0)]],
    "9": [[(0.8, 0.35), (0.3, 0.45), (0.2, 0.1), (0.8, 0.05), (0.75, 1)]],
    "-": [[(0.2, 0.55), (0.8, 0.5)]],
}


def figures(text: str, rng: random.Random) -> list[Stroke]:
    """A date as somebody writes it."""
    strokes = []
    for i, figure in enumerate(text):
        for stroke in _FIGURES[figure]:
            shaken = [(x + rng.uniform(-0.06, 0.06), y + rng.uniform(-0.06, 0.06)) for x, y in stroke]
            strokes.append([((i + 0.1 + 0.7 * x) / len(text), y) for x, y in _smooth(shaken)])
    return strokes


def draw(
    page: Image.Image,
    strokes: list[Stroke],
    box: tuple[float, float, float, float],
    *,
    scale: float,
    width: float,
    colour: tuple[int, int, int],
    strength: float = 1.0,
) -> None:
    """Write in `box` (points) on a picture of `scale` pixels a point; `width` in points, `strength` how dark."""
    left, top, right, bottom = (side * scale for side in box)
    margin = 3 * width * scale
    area = (int(left - margin), int(top - margin), int(right + margin) + 1, int(bottom + margin) + 1)
    mask = Image.new("L", ((area[2] - area[0]) * _FINER, (area[3] - area[1]) * _FINER), 0)
    pen = ImageDraw.Draw(mask)
    thick = width * scale * _FINER
    for number, stroke in enumerate(strokes):
        points = [
            ((left + x * (right - left) - area[0]) * _FINER, (top + y * (bottom - top) - area[1]) * _FINER)
            for x, y in stroke
        ]
        for at, (a, b) in enumerate(pairwise(points)):
            press = thick * (0.8 + 0.35 * math.sin(0.35 * at + number))
            pen.line([a, b], fill=255, width=max(1, round(press)))
            pen.ellipse([b[0] - press / 2, b[1] - press / 2, b[0] + press / 2, b[1] + press / 2], fill=255)
    mask = mask.resize((area[2] - area[0], area[3] - area[1]), Image.Resampling.LANCZOS)
    lay(page, mask.point(lambda value: round(value * strength)), area[:2], colour)


def lay(page: Image.Image, mask: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> None:
    """Ink darkens what is there: print stays visible under it."""
    from PIL import ImageChops

    here = page.crop((*at, at[0] + mask.width, at[1] + mask.height))
    inked = Image.composite(ImageChops.multiply(here, Image.new("RGB", here.size, colour)), here, mask)
    page.paste(inked, at)


def _smooth(points: Stroke, steps: int = 12) -> Stroke:
    """A curve through all points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    curve: Stroke = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            curve.append(tuple(_between(a[k], b[k], c[k], d[k], t) for k in (0, 1)))  # type: ignore[arg-type]
    return [*curve, points[-1]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
