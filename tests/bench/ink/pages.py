"""The cases: which layout, who signed and how, what else is on the page, and how the scan spoils it.

Everything follows from the number of the case and the name of its split, so that a case is the same for everybody.
"""

from __future__ import annotations

import io
import math
import random
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from tests.bench.ink import forms, pens, unseen

Colour = tuple[int, int, int]
BLUES: tuple[Colour, ...] = ((25, 45, 140), (40, 70, 170), (15, 25, 90))
BLACKS: tuple[Colour, ...] = ((20, 20, 25), (45, 45, 50))
SIGNED_HOW = (
    "plain", "plain", "plain", "faint", "small", "large", "over the line", "over the name", "over a stamp", "beside a stamp", "with a date",
)  # fmt: skip
EMPTY_HOW = (
    "nothing", "nothing", "nothing", "round stamp", "square stamp", "date on its line", "tick box", "w.g.", "coffee", "bleed-through", "logo",
    "staple", "streak",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Block:
    """What is true of one party's block."""

    signed: bool
    how: str


@dataclass(frozen=True, kw_only=True)
class Case:
    """One page."""

    name: str
    layout: str
    employer: Block
    employee: Block
    dpi: int
    jpeg: bytes


def case(split: str, number: int) -> Case:
    """Case `number` of `train`, `more`, `test` or `unseen`."""
    rng = random.Random(f"{split} {number}")
    layouts = {"test": forms.TEST, "unseen": unseen.LAYOUTS}.get(split, forms.TRAIN)
    styles = {"train": pens.TRAIN, "more": pens.MORE, "test": pens.TEST, "unseen": unseen.STYLES}[split]
    empty_how = unseen.EMPTY if split == "unseen" else EMPTY_HOW
    layout = layouts[number % len(layouts)]
    form = forms.drawn(layout, rng)
    dpi = rng.choice((150, 200, 200, 300))
    scale = dpi / 72
    with pypdfium2.PdfDocument(form.pdf) as document:
        page = document[0].render(scale=scale).to_pil().convert("RGB")
    who = ((True, True), (True, False), (False, True), (False, False))[number // len(layouts) % 4]
    blocks = []
    for signed, place in zip(who, (form.employer, form.employee), strict=True):
        how = rng.choice(SIGNED_HOW if signed else empty_how)
        (_sign if signed else _leave)(page, place, how, scale, rng, styles)
        blocks.append(Block(signed=signed, how=how))
    if rng.random() < 0.3:  # initials at the foot of the page, as on every page of some contracts
        strokes = rng.choice(styles)(rng)
        pens.draw(page, strokes, (500, 795, 535, 817), scale=scale, width=0.9, colour=rng.choice(BLUES))
    jpeg = _scanned(page, dpi, rng)
    return Case(
        name=f"{split}-{number:03}", layout=layout.__name__, employer=blocks[0], employee=blocks[1], dpi=dpi, jpeg=jpeg
    )


def _sign(
    page: Image.Image, place: forms.Place, how: str, scale: float, rng: random.Random, styles: tuple[pens.Style, ...]
) -> None:
    left, top, right, bottom = place.sign
    wide, high = min(right - left, rng.uniform(80, 150)), min(bottom - top, rng.uniform(24, 42))
    if how == "small":
        wide, high = rng.uniform(34, 60), rng.uniform(11, 16)
    elif how == "large":
        wide, high = right - left, (bottom - top) * 1.25
    x = left + rng.uniform(0, max(0.0, right - left - wide))
    y = bottom - high - rng.uniform(0, 6)
    if how == "over the line":
        y = bottom - high * rng.uniform(0.45, 0.7)
    elif how == "over the name" and place.name:
        x, y = place.name[0] + rng.uniform(-6, 20), (place.name[1] + place.name[3]) / 2 - high * rng.uniform(0.4, 0.75)
    if how in ("over a stamp", "beside a stamp"):
        beside = how == "beside a stamp"
        wide = wide * 0.7 if beside else wide
        stamp_at = (left + wide + 40, (top + bottom) / 2) if beside else (left + wide / 2 + 15, (top + bottom) / 2)
        x = left
        rng.choice((round_stamp, _square_stamp))(page, stamp_at, scale, rng)
    if how == "with a date" and place.dated:
        _date(page, place.dated, scale, rng)
    colour = rng.choice(BLUES + BLACKS)
    strength = rng.uniform(0.3, 0.45) if how == "faint" else rng.uniform(0.75, 1.0)
    strokes = rng.choice(styles)(rng)
    pens.draw(
        page,
        strokes,
        (x, y, x + wide, y + high),
        scale=scale,
        width=rng.uniform(0.7, 1.6),
        colour=colour,
        strength=strength,
    )


def _leave(
    page: Image.Image, place: forms.Place, how: str, scale: float, rng: random.Random, styles: tuple[pens.Style, ...]
) -> None:
    left, top, right, bottom = place.sign
    middle = ((left + right) / 2 + rng.uniform(-25, 25), (top + bottom) / 2)
    match how:
        case "round stamp":
            round_stamp(page, middle, scale, rng)
        case "square stamp":
            _square_stamp(page, middle, scale, rng)
        case "date on its line" if place.dated:
            _date(page, place.dated, scale, rng)
        case "tick box":
            x, y = left + 4, top + 8
            pen = ImageDraw.Draw(page)
            pen.rectangle(
                [x * scale, y * scale, (x + 9) * scale, (y + 9) * scale],
                outline=(20, 20, 20),
                width=max(1, round(0.7 * scale)),
            )
            pens.draw(
                page,
                [[(0.1, 0.5), (0.4, 0.9), (0.95, 0.05)]],
                (x, y - 1, x + 11, y + 9),
                scale=scale,
                width=1,
                colour=BLUES[0],
            )
        case "w.g.":
            _print(page, "w.g.", (left + 10, bottom - 18), 10 * scale, scale, (10, 10, 10))
        case "coffee":
            _coffee(page, middle, scale, rng)
        case "bleed-through":
            strokes = [[(1 - x, y) for x, y in stroke] for stroke in rng.choice(styles)(rng)]
            pens.draw(
                page,
                strokes,
                (left, top, left + 130, bottom),
                scale=scale,
                width=1.6,
                colour=(60, 60, 80),
                strength=rng.uniform(0.06, 0.13),
            )
        case "logo":
            _logo(page, (left + 10, top + 4), scale, rng)
        case "staple":
            pen = ImageDraw.Draw(page)
            x, y = left + rng.uniform(0, 60), top + 8
            pen.line(
                [x * scale, y * scale, (x + 26) * scale, (y + rng.uniform(-6, 6)) * scale],
                fill=(120, 120, 120),
                width=round(1.4 * scale),
            )
            pen.line(
                [x * scale, (y + 2) * scale, (x + 26) * scale, (y + 3) * scale],
                fill=(190, 190, 190),
                width=round(2.5 * scale),
            )
        case "streak":
            x = rng.uniform(left, right) * scale
            pen = ImageDraw.Draw(page)
            pen.line(
                [x, 0, x + rng.uniform(-3, 3), page.height], fill=(150, 150, 150), width=max(1, round(0.6 * scale))
            )
        case _:
            unseen.leave(page, place, how, scale, rng)


def _date(page: Image.Image, box: forms.Box, scale: float, rng: random.Random) -> None:
    text = rng.choice(("12-2-2024", "28-02-2024", "3-1-24", "19-2-2024"))
    wide = min(box[2] - box[0], 8.0 * len(text))
    strokes = pens.figures(text, rng)
    pens.draw(
        page,
        strokes,
        (box[0], box[1], box[0] + wide, box[3]),
        scale=scale,
        width=1.0,
        colour=rng.choice(BLUES + BLACKS),
    )


def _print(page: Image.Image, words: str, at: tuple[float, float], size: float, scale: float, colour: Colour) -> None:
    font = ImageFont.load_default(size)
    ImageDraw.Draw(page).text((at[0] * scale, at[1] * scale), words, font=font, fill=colour)


def _stamp(page: Image.Image, mask: Image.Image, at: tuple[float, float], scale: float, rng: random.Random) -> None:
    """Uneven, a little turned, in one colour."""
    mask = mask.rotate(rng.uniform(-14, 14), Image.Resampling.BICUBIC, expand=True)
    small = (max(1, mask.width // 6), max(1, mask.height // 6))
    worn = Image.frombytes("L", small, bytes(rng.randint(110, 255) for _ in range(small[0] * small[1])))
    mask = ImageChops.multiply(mask, worn.resize(mask.size))
    colour = rng.choice(((40, 60, 150), (150, 40, 50), (60, 60, 70), (90, 50, 130)))
    pens.lay(page, mask, (round(at[0] * scale - mask.width / 2), round(at[1] * scale - mask.height / 2)), colour)


def round_stamp(page: Image.Image, at: tuple[float, float], scale: float, rng: random.Random) -> None:
    side = round(rng.uniform(48, 66) * scale)
    mask = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    pen.ellipse([2, 2, side - 3, side - 3], outline=255, width=max(2, round(1.4 * scale)))
    inner = round(side * 0.24)
    pen.ellipse([inner, inner, side - inner, side - inner], outline=255, width=max(1, round(0.8 * scale)))
    words = rng.choice(("ZORGGROEP DE LINDE * ALMELO * ", "STICHTING HET ANKER * BORNE * "))
    font = ImageFont.load_default(6.5 * scale)
    for number, letter in enumerate(words):
        angle = 2 * math.pi * number / len(words)
        tile = Image.new("L", (round(9 * scale), round(9 * scale)), 0)
        ImageDraw.Draw(tile).text((2 * scale, scale), letter, font=font, fill=255)
        tile = tile.rotate(-math.degrees(angle), Image.Resampling.BICUBIC)
        reach = side * 0.37
        x, y = side / 2 + reach * math.sin(angle), side / 2 - reach * math.cos(angle)
        where = (round(x - tile.width / 2), round(y - tile.height / 2))
        mask.paste(255, where, tile)
    _stamp(page, mask, at, scale, rng)


def _square_stamp(page: Image.Image, at: tuple[float, float], scale: float, rng: random.Random) -> None:
    wide, high = round(rng.uniform(90, 125) * scale), round(rng.uniform(34, 46) * scale)
    mask = Image.new("L", (wide, high), 0)
    pen = ImageDraw.Draw(mask)
    if rng.random() < 0.7:
        pen.rectangle([1, 1, wide - 2, high - 2], outline=255, width=max(2, round(1.2 * scale)))
    for row, words in enumerate(("Zorggroep De Linde B.V.", "Postbus 12, 7600 AA Almelo", "KvK 00000000")):
        size = (8.5, 6.5, 6.5)[row] * scale
        pen.text((5 * scale, (3 + 11 * row) * scale), words, font=ImageFont.load_default(size), fill=255)
    _stamp(page, mask, at, scale, rng)


def _coffee(page: Image.Image, at: tuple[float, float], scale: float, rng: random.Random) -> None:
    side = round(rng.uniform(70, 120) * scale)
    mask = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    pen.ellipse([4, 4, side - 5, side - 5], fill=40)
    pen.ellipse([4, 4, side - 5, side - 5], outline=150, width=round(2.5 * scale))
    mask = mask.filter(ImageFilter.GaussianBlur(0.8 * scale))
    pens.lay(page, mask, (round(at[0] * scale - side / 2), round(at[1] * scale - side / 2)), (150, 110, 70))


def _logo(page: Image.Image, at: tuple[float, float], scale: float, rng: random.Random) -> None:
    x, y = at[0] * scale, at[1] * scale
    pen = ImageDraw.Draw(page)
    colour = rng.choice(((0, 110, 90), (200, 90, 20), (30, 60, 140)))
    pen.ellipse([x, y, x + 22 * scale, y + 22 * scale], fill=colour)
    pen.polygon([(x + 26 * scale, y + 22 * scale), (x + 37 * scale, y), (x + 48 * scale, y + 22 * scale)], fill=colour)
    _print(page, "De Linde", (at[0] + 52, at[1] + 4), 13 * scale, scale, colour)


def _scanned(page: Image.Image, dpi: int, rng: random.Random) -> bytes:
    """Laid askew, lit unevenly, with noise, in grey or colour, as a JPEG."""
    skew = rng.choice((0.0, rng.uniform(-1, 1), rng.uniform(-3, 3)))
    page = page.rotate(skew, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    if rng.random() < 0.4:
        page = page.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.7) * dpi / 200))
    shade = Image.linear_gradient("L").rotate(rng.choice((0, 90, 180, 270))).resize(page.size)
    darkest = rng.uniform(0.82, 1.0)
    shade = shade.point(lambda value: round(255 * (darkest + (1 - darkest) * value / 255)))
    page = ImageChops.multiply(page, Image.merge("RGB", (shade, shade, shade)))
    noise = rng.uniform(0, 9)
    if noise > 1:
        grain = _grain(page.size, noise, rng)
        page = ImageChops.add(page, grain, 1, -128)
    if rng.random() < 0.6:
        page = page.convert("L")
    out = io.BytesIO()
    page.save(out, "JPEG", quality=rng.choice((35, 55, 70, 85)), dpi=(dpi, dpi))
    return out.getvalue()


def _grain(size: tuple[int, int], sigma: float, rng: random.Random) -> Image.Image:
    """Noise around 128, the same for the same `rng`: a tile of it, laid over the page."""
    side = 256
    values = bytes(min(255, max(0, round(128 + rng.gauss(0, sigma)))) for _ in range(side * side))
    tile = Image.frombytes("L", (side, side), values)
    whole = Image.new("L", size, 128)
    for top in range(0, size[1], side):
        for left in range(0, size[0], side):
            turned = tile.transpose(
                rng.choice((Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.FLIP_TOP_BOTTOM))
            )
            whole.paste(turned, (left, top))
    return Image.merge("RGB", (whole, whole, whole))
