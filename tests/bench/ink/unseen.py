"""Hands, forms and empty places of the split `unseen`: written after all tuning, and run once (`README.md`).

None of the styles, and none of the layouts, is one of those that anything was tuned or measured on before.
"""

from __future__ import annotations

import math
import random
from itertools import pairwise

from PIL import Image, ImageDraw

from tests.bench.ink import forms, pens
from tests.bench.ink.forms import Paper, Place
from tests.bench.ink.pens import Stroke


def spring(rng: random.Random) -> list[Stroke]:
    """A capital and a spring of small loops that leans."""
    turns, lean = rng.uniform(4, 9), rng.uniform(-0.15, 0.3)
    loops = []
    for t in range(30 * 4):
        along, angle = t / 120, 2 * math.pi * turns * t / 120
        loops.append((0.22 + 0.72 * along + 0.05 * math.cos(angle) + lean * 0.1, 0.6 - 0.22 * math.sin(angle)))
    return [[(0.02, 0.1), (0.2, 0.08)], [(0.11, 0.09), (0.08, 0.95)], loops]


def two_words(rng: random.Random) -> list[Stroke]:
    """First name and surname, each joined, with a gap between them and a crossing stroke of the t."""
    strokes: list[Stroke] = []
    for start, wide in ((0.0, 0.38), (0.48, 0.52)):
        points: Stroke = [(start, 0.8), (start + 0.02, 0.12), (start + 0.06, 0.5)]
        for k in range(rng.randint(3, 5)):
            x = start + 0.06 + (wide - 0.06) * (k + 1) / 6
            points += [(x, rng.uniform(0.4, 0.55)), (x + 0.03, rng.uniform(0.72, 0.85))]
        strokes.append(_bent(points))
    strokes.append([(0.55, 0.3), (0.8, rng.uniform(0.2, 0.32))])
    return strokes


def long_tails(rng: random.Random) -> list[Stroke]:
    """Few letters, with tails that hang far below them."""
    points: Stroke = [(0.0, 0.4), (0.1, 0.05), (0.15, 0.45)]
    for k in range(rng.randint(2, 4)):
        x = 0.2 + 0.18 * k
        points += [(x, 0.3), (x + 0.08, 0.45), (x + 0.06, rng.uniform(0.85, 1.0)), (x - 0.02, 0.8), (x + 0.14, 0.4)]
    points += [(0.95, 0.35), (1.0, 0.42)]
    return [_bent(points)]


def right_to_left(rng: random.Random) -> list[Stroke]:
    """Bows to the left over a base, with dots above and below them."""
    base: Stroke = [(1.0, 0.35), (0.9, 0.65)]
    for k in range(rng.randint(2, 4)):
        x = 0.8 - 0.22 * k
        base += [(x, 0.3), (x - 0.08, 0.68)]
    base += [(0.05, 0.6), (0.02, rng.uniform(0.2, 0.4))]
    dots = []
    for _ in range(rng.randint(2, 4)):
        x, y = rng.uniform(0.15, 0.85), rng.choice((0.12, 0.88))
        dots.append([(x, y), (x + 0.015, y + 0.03)])
    return [_bent(base), *dots]


def crossed(rng: random.Random) -> list[Stroke]:
    """To and fro over itself, and a slash through it all."""
    back = []
    for k in range(rng.randint(4, 7)):
        back.append((0.1 + 0.75 * (k % 2) + rng.uniform(-0.08, 0.08), 0.15 + 0.1 * k))
    return [_bent(back), [(0.05, 0.95), (0.95, rng.uniform(0.0, 0.15))]]


def monogram(rng: random.Random) -> list[Stroke]:
    """Two capitals written through each other, and a full stop."""
    tilt = rng.uniform(-0.06, 0.06)
    first = _bent([(0.1, 0.95), (0.3 + tilt, 0.05), (0.5, 0.95)])
    bar = [(0.18, 0.62), (0.6, 0.58)]
    second = _bent([(0.38, 0.95), (0.4, 0.08), (0.85, 0.2), (0.45, 0.5), (0.9, 0.95)])
    return [first, bar, second, [(0.96, 0.92), (0.98, 0.94)]]


def _bent(points: Stroke) -> Stroke:
    """Through the middles of what lies between the points: rounder than through the points themselves."""
    curve = [points[0]]
    for (x0, y0), (x1, y1), (x2, y2) in zip(points, points[1:], points[2:], strict=False):
        start, end = ((x0 + x1) / 2, (y0 + y1) / 2), ((x1 + x2) / 2, (y1 + y2) / 2)
        for step in range(9):
            t = step / 8
            curve.append(
                (
                    (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * x1 + t**2 * end[0],
                    (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * y1 + t**2 * end[1],
                )
            )
    return [*curve, points[-1]]


STYLES: tuple[pens.Style, ...] = (spring, two_words, long_tails, right_to_left, crossed, monogram)


def one_row(paper: Paper) -> tuple[Place, Place]:
    """A row each: name, date and signature beside each other, over dots."""
    places = []
    for heading, name in ((paper.us, paper.director), (paper.them, paper.person)):
        x, y = paper.left, paper.y + 34
        paper.write(x, paper.y, f"{heading}:", bold=True)
        box = paper.write(x, y, name)
        paper.write(x + 130, y, "d.d.")
        paper.rule(x + 150, x + 225, y + 2, dots=True)
        paper.write(x + 235, y, "Handtekening")
        paper.rule(x + 305, x + 450, y + 2, dots=True)
        dated = (x + 152, y - 12, x + 220, y + 1)
        places.append(Place(sign=(x + 308, y - 32, x + 446, y + 2), name=box, dated=dated))
        paper.y += 66
    return places[0], places[1]


def party_rows(paper: Paper) -> tuple[Place, Place]:
    """A table with a row a party and a column to sign in."""
    x, y, high = paper.left, paper.y, paper.rng.uniform(44, 60)
    edges = (x, x + 110, x + 235, x + 440)
    for left, right, words in zip(edges, edges[1:], ("Partij", "Naam en functie", "Handtekening"), strict=False):
        paper.frame((left, y, right, y + 18))
        paper.write(left + 4, y + 13, words, bold=True)
    places = []
    for row, (heading, name) in enumerate(((paper.us, paper.director), (paper.them, paper.person))):
        top = y + 18 + row * high
        for left, right in pairwise(edges):
            paper.frame((left, top, right, top + high))
        paper.write(edges[0] + 4, top + 15, heading)
        box = paper.write(edges[1] + 4, top + 15, name)
        places.append(Place(sign=(edges[2] + 5, top + 4, edges[3] - 20, top + high - 4), name=box))
    return places[0], places[1]


def employee_first(paper: Paper) -> tuple[Place, Place]:
    """The employee to the left, the firm's name under the employer's line."""
    right, line = paper.left + 250, paper.y + paper.rng.uniform(56, 74)
    paper.write(paper.left, paper.y, f"De {paper.them.lower()}")
    paper.write(right, paper.y, f"De {paper.us.lower()}")
    paper.rule(paper.left, paper.left + 170, line, width=0.9)
    paper.rule(right, right + 170, line, width=0.9)
    second = paper.write(paper.left, line + 13, paper.person)
    first = paper.write(right, line + 13, paper.director)
    paper.write(right, line + 26, f"namens {paper.firm}", size=8)
    return (
        Place(sign=(right, paper.y + 6, right + 170, line), name=first),
        Place(sign=(paper.left, paper.y + 6, paper.left + 170, line), name=second),
    )


def drawn_up_at(paper: Paper) -> tuple[Place, Place]:
    """Place and date typed in full, `(handtekening werkgever)` below an open space."""
    places = []
    for x, heading, name in (
        (paper.left, paper.us, paper.director),
        (paper.left + 245, paper.them, paper.person),
    ):
        paper.write(x, paper.y, "Almelo, 12 februari 2024")
        box = paper.write(x, paper.y + 76, name)
        paper.write(x, paper.y + 90, f"(handtekening {heading.lower()})")
        places.append(Place(sign=(x, paper.y + 10, x + 185, paper.y + 62), name=box))
    return places[0], places[1]


LAYOUTS: tuple[forms.Layout, ...] = (one_row, party_rows, employee_first, drawn_up_at)
EMPTY = (
    "nothing", "nothing", "round stamp", "square stamp", "sign-here tag", "punch hole", "not applicable", "underlined print", "fax line",
    "pencil grid",
)  # fmt: skip


def leave(page: Image.Image, place: Place, how: str, scale: float, rng: random.Random) -> None:
    """What lies in a place that nobody signed."""
    left, top, right, bottom = (side * scale for side in place.sign)
    pen = ImageDraw.Draw(page)
    match how:
        case "sign-here tag":
            x, y, high = right - 40 * scale, (top + bottom) / 2, 9 * scale
            tag = [
                (x - 22 * scale, y),
                (x, y - high),
                (x + 60 * scale, y - high),
                (x + 60 * scale, y + high),
                (x, y + high),
            ]
            pen.polygon(tag, fill=rng.choice(((250, 230, 60), (255, 150, 150), (150, 210, 250))))
        case "punch hole":
            x, y, side = left + 12 * scale, top + 6 * scale, 15 * scale
            pen.ellipse([x, y, x + side, y + side], fill=rng.choice(((40, 40, 40), (120, 120, 120))))
        case "not applicable":
            _words(
                page,
                rng.choice(("N.v.t.", "n.n.b.", "digitaal ondertekend")),
                (left + 4, bottom - 14 * scale),
                9,
                scale,
            )
        case "underlined print":
            _words(page, "Directeur-bestuurder", (left + 4, bottom - 15 * scale), 9, scale)
            pen.line(
                [left + 4, bottom - 4, left + 95 * scale, bottom - 4], fill=(20, 20, 20), width=max(1, round(scale))
            )
        case "fax line":
            y = rng.uniform(top, bottom)
            for x in range(0, page.width, 7):
                if rng.random() < 0.7:
                    pen.line([x, y, x + 4, y], fill=(70, 70, 70), width=max(1, round(0.5 * scale)))
        case "pencil grid":
            x, y = left + 6 * scale, top + 8 * scale
            for _ in range(2):
                end = (x + rng.uniform(4, 8) * scale, y + rng.uniform(4, 8) * scale)
                pen.line([x, y, *end], fill=(150, 150, 150), width=max(1, round(0.8 * scale)))
                x += 5 * scale


def _words(page: Image.Image, words: str, at: tuple[float, float], points: float, scale: float) -> None:
    from PIL import ImageFont

    ImageDraw.Draw(page).text(at, words, font=ImageFont.load_default(points * scale), fill=(15, 15, 15))
