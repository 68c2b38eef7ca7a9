"""Which marks on a page are like handwriting: told from their strokes alone."""

from __future__ import annotations

import math

import pytest
from PIL import Image, ImageDraw

from dossiercheck.readers.ink import find_ink, traces_on
from dossiercheck.readers.printed import darker_than_paper

STROKES = {
    "a wave": [(200 + x, 300 + 25 * math.sin(x / 9)) for x in range(200)],
    "loops": [(200 + 8 * t + 20 * math.cos(t), 300 + 30 * math.sin(t)) for t in (i / 5 for i in range(150))],
    "a zigzag of a name": [(200 + 11 * i, 300 - (i % 2) * 50 + 3 * (i % 3)) for i in range(12)],
    "a cross": [(200, 300), (280, 350), (240, 326), (282, 298), (198, 352)],
    "a bent cross": [(200, 300), (243, 323), (280, 350), (240, 324), (282, 298), (241, 327), (198, 352)],
    "a large tick": [(200, 300), (230, 350), (300, 240)],
    "an arrow": [(320, 310), (200, 330), (226, 308), (200, 330), (230, 346)],
    "a slanted stroke": [(200 + x, 300 - x / 4) for x in range(300)],
    "a bent stroke": [(200 + x, 300 - x / 3 + 6 * math.sin(x / 80)) for x in range(300)],
}


@pytest.mark.parametrize(
    ("stroke", "like"),
    [
        ("a wave", True),
        ("loops", True),
        ("a zigzag of a name", True),
        ("a cross", False),
        ("a bent cross", False),
        ("a large tick", False),
        ("an arrow", False),
        ("a slanted stroke", False),
        ("a bent stroke", False),
    ],
)
def test_a_stroke_that_strikes_through_and_a_cross_are_no_handwriting(stroke: str, like: bool) -> None:
    page = Image.new("L", (900, 1286), 250)
    ImageDraw.Draw(page).line(STROKES[stroke], fill=60, width=3)
    traces = traces_on(darker_than_paper(page), [])
    assert traces
    (mark,) = find_ink(traces, [])
    assert (mark.likeness >= 0.9) is like


def test_hatching_through_a_place_to_sign_is_no_handwriting() -> None:
    page = Image.new("L", (900, 1286), 250)
    for start in (200, 240, 280, 320):
        ImageDraw.Draw(page).line((start, 360, start + 55, 290), fill=60, width=3)
    traces = traces_on(darker_than_paper(page), [])
    assert traces
    assert [mark.likeness < 0.9 for mark in find_ink(traces, [])] == [True]
