"""A logo, an icon, a signature: plainly no sheet. Whatever may be a page that was photographed badly is none of these."""

import random

import pytest
from PIL import Image, ImageDraw, ImageFilter

from dossiercheck.readers.no_sheet import is_no_sheet


def drawing(width, height, mode="RGB"):
    image = Image.new(mode, (width, height), "white")
    ImageDraw.Draw(image).ellipse((width // 4, height // 4, width // 2, height // 2), fill="#d02060")
    return image


def seen_through(width, height):
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((0, 0, width // 2, height // 2), fill=(208, 32, 96, 255))
    return image


def photo(width, height):
    return Image.effect_noise((width, height), 60).convert("RGB").filter(ImageFilter.GaussianBlur(2))


def black_and_white(width, height):
    image = Image.new("1", (width, height), 1)
    dots = random.Random(3)
    for _ in range(400):
        image.putpixel((dots.randrange(width), dots.randrange(height)), 0)
    return image


def shadowed(width, height):
    """A window of a screen: the picture lies on a shadow that is seen through."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    edge = round(min(width, height) * 0.03)
    image.paste(photo(width - 2 * edge, height - 2 * edge), (edge, edge))
    return image


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        pytest.param(drawing(120, 120), True, id="icon"),
        pytest.param(photo(300, 424), True, id="thumbnail of a sheet: no print can be told on it"),
        pytest.param(photo(1200, 300), True, id="banner"),
        pytest.param(drawing(900, 100), True, id="signature under a mail"),
        pytest.param(seen_through(1240, 1000), True, id="large logo that is seen through"),
        pytest.param(drawing(1024, 1024), True, id="large flat icon"),
        pytest.param(drawing(1024, 1024, "P"), True, id="large flat icon with a palette"),
        pytest.param(drawing(1240, 1754), False, id="flat, of a sheet's shape"),
        pytest.param(black_and_white(1024, 1024), False, id="square scan in black and white"),
        pytest.param(black_and_white(1240, 1754), False, id="scan in black and white"),
        pytest.param(photo(1024, 1024), False, id="square photo"),
        pytest.param(photo(600, 800), False, id="small photo of a sheet"),
        pytest.param(photo(1080, 2400), False, id="a telephone's screen"),
        pytest.param(drawing(1920, 1080), False, id="a paper on a computer's screen, under a coloured bar"),
        pytest.param(drawing(1024, 400), True, id="wide flat logo"),
        pytest.param(photo(2000, 700), False, id="sheets side by side"),
        pytest.param(shadowed(900, 1200), False, id="a window with its shadow"),
    ],
)
def test_what_is_plainly_no_sheet(image, expected):
    assert is_no_sheet(image) is expected
