"""Which way up a page is, told by its rows of ink, and which part of it is printed on: no engine is asked."""

from __future__ import annotations

import io
import math
from datetime import date
from random import Random

import pytest
from PIL import Image, ImageChops, ImageDraw

from dossiercheck.facts import Box
from dossiercheck.readers.ocr import Seen
from dossiercheck.readers.printed import darker_than_paper, plain_ink, printed_part
from dossiercheck.readers.sheet import Sheet as Scanned
from dossiercheck.readers.tilt import Tilt, tilt_of
from dossiercheck.readers.way_up import right_way_up
from tests.papers.sheet import Sheet
from tests.samples import standard
from tests.samples.people import JORIS, WIM
from tests.scans import pictures

PAPERS = {
    "contract": standard.contract(JORIS),
    "digital VOG": standard.vog(WIM, form="digital", issued_on=date(2025, 3, 1)),
    "letter": Sheet("Brief", font="Times-Roman")
    .paragraph(
        "Hierbij bevestigen wij dat u per 1 mei bij ons begint. Uw begeleider vertelt u op de eerste dag alles. " * 9
    )
    .pdf(),
}


def picture(pdf: bytes, *, skew: float = 0.0, turns: int = 0) -> Image.Image:
    return Image.open(io.BytesIO(pictures(pdf, dpi=150, skew=skew, turns=turns, first=1)[0])).convert("L")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("turns", range(4))
def test_rows_of_ink_tell_the_way_up(paper: str, turns: int) -> None:
    page = picture(PAPERS[paper], skew=(-2.0, 0.0, 1.2)[turns % 3], turns=turns)
    lies, tilt = tilt_of(plain_ink(darker_than_paper(page)), page)
    assert lies is (turns % 2 == 1)
    assert tilt is (Tilt.DOWN if turns in (2, 3) else Tilt.UP)


@pytest.mark.parametrize("page", ["white", "noise", "squares"])
def test_a_page_without_rows_tells_nothing(page: str) -> None:
    made = Image.new("L", (1240, 1240), 255)
    if page == "noise":
        made = Image.frombytes("L", made.size, Random(1).randbytes(1240 * 1240))
    if page == "squares":
        for at in range(40, 1200, 120):
            for across in range(40, 1200, 120):
                ImageDraw.Draw(made).rectangle((across, at, across + 50, at + 50), fill=0)
    assert tilt_of(plain_ink(darker_than_paper(made)), made)[0] is None


class Words:
    """An engine that reads letters surely where the paper grows darker from top to bottom, and badly elsewhere."""

    name = "words"

    def __init__(self, *, ever: bool = True, box: Box = (10, 10, 500, 40)) -> None:
        self.ever, self.box = ever, box
        self.sizes: list[int] = []

    def words(self, image: Image.Image) -> list[Seen]:
        self.sizes.append(image.width * image.height)
        ends = (image.crop((0, top, image.width, top + 20)).getextrema()[1] for top in (0, image.height - 20))
        up = self.ever and next(ends) > next(ends)
        return [Seen("de overeenkomst is van ons en voor u " * 5, 0.99 if up else 0.5, self.box)]


def shaded(turns: int) -> Image.Image:
    page = picture(PAPERS["letter"]).resize((1819, 2573))
    shade = Image.linear_gradient("L").rotate(180).point(lambda value: 190 + value // 4).resize(page.size)
    return ImageChops.multiply(page, shade).rotate(90 * turns, expand=True)


@pytest.mark.parametrize("turns", range(4))
def test_a_page_is_read_whole_once(turns: int) -> None:
    engine = Words()
    assert right_way_up(Scanned(shaded(turns)), engine).turns == turns
    assert sum(size > 600_000 for size in engine.sizes) == 1
    assert sum(engine.sizes) < 1.15 * 1240 * 1754


def test_what_reads_badly_every_way_is_tried_every_way() -> None:
    engine = Words(ever=False)
    assert right_way_up(Scanned(shaded(0)), engine).turns == 0
    assert sum(size > 600_000 for size in engine.sizes) == 4


def test_what_lies_on_its_side_is_not_read_the_other_way_round_too() -> None:
    engine = Words(ever=False, box=(10, 10, 40, 500))
    right_way_up(Scanned(shaded(0)), engine)
    assert sum(size > 600_000 for size in engine.sizes) == 2


def test_blank_margins_are_left_out_and_faint_words_are_not() -> None:
    page = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(page)
    for row in range(30):
        for letter in range(40):
            draw.line([(200 + 20 * letter, 200 + 30 * row), (200 + 20 * letter, 214 + 30 * row)], 215, 3)
    left, top, right, bottom = printed_part(page, page.size)
    assert 100 < left < 200 < 990 < right < 1100
    assert 100 < top < 200 < 1080 < bottom < 1180


def test_a_page_without_print_is_looked_at_whole() -> None:
    assert printed_part(Image.new("L", (900, 800), 255), (900, 800)) == (0, 0, 900, 800)
    lone = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(lone).rectangle((1200, 1700, 1220, 1720), fill=0)
    left, top, right, bottom = printed_part(lone, lone.size)
    assert (right, bottom) == (1240, 1754)
    assert min(right - left, bottom - top) >= 736


def test_a_page_set_level_and_halved_at_once_is_as_if_that_was_done_one_after_the_other() -> None:
    page = picture(PAPERS["contract"], skew=1.2)
    slope = math.tan(math.radians(1.2))
    turned = page.rotate(1.2, Image.Resampling.BILINEAR, fillcolor=255).reduce(2)
    level = Scanned(page).darker_level(slope)
    assert level.size == turned.size
    assert ImageChops.difference(level, darker_than_paper(turned)).getextrema()[1] <= 3
