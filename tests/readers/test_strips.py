"""Cuts in strips: what the engine sees goes back to the cut that it was seen in, and to no other."""

from __future__ import annotations

from PIL import Image

from dossiercheck.readers.ocr import Seen
from dossiercheck.readers.strips import read_cuts


class Eyes:
    """An engine that knows each cut by its grey, wherever it stands; it may join what stands beside each other."""

    name = "eyes"

    def __init__(self, *, joins: bool = False) -> None:
        self.joins = joins
        self.pictures: list[Image.Image] = []

    def words(self, image: Image.Image) -> list[Seen]:
        self.pictures.append(image)
        boxes = {grey: image.point(lambda value, grey=grey: 255 * (value == grey)).getbbox() for grey in range(120)}
        seen = [Seen(f"grey {grey}", 0.99, tuple(map(float, box))) for grey, box in boxes.items() if box]
        if not self.joins:
            return seen
        rows: dict[float, list[Seen]] = {}
        for piece in seen:
            rows.setdefault(piece.box[1], []).append(piece)
        return [_joined(row) for row in rows.values()]


def _joined(row: list[Seen]) -> Seen:
    row = sorted(row, key=lambda piece: piece.box[0])
    left, right = row[0].box, row[-1].box
    return Seen(" ".join(piece.text for piece in row), 0.99, (left[0], left[1], right[2], right[3]))


def cut(grey: int, width: int, height: int = 40) -> Image.Image:
    """A bar of this grey on white paper that begins and ends with the cut."""
    made = Image.new("L", (width, height + 20), 255)
    made.paste(grey, (0, 10, width, height + 10))
    return made


def texts(found: list[list[Seen]]) -> list[list[str]]:
    return [[piece.text for piece in pieces] for pieces in found]


def test_short_cuts_stand_beside_each_other_and_keep_their_own_words() -> None:
    engine = Eyes()
    greys = range(1, 40)
    found = read_cuts([cut(grey, 90 + 1200 * (grey % 5 == 0) + grey) for grey in greys], engine)
    assert texts(found) == [[f"grey {grey}"] for grey in greys]
    assert len(engine.pictures) == 1
    assert engine.pictures[0].height < 20 * 80


def test_what_the_engine_joined_is_nobodys() -> None:
    found = read_cuts([cut(20, 1200), cut(60, 300), cut(100, 300)], Eyes(joins=True))
    assert texts(found) == [["grey 20"], [], []]


def test_no_strip_is_higher_than_the_engine_reads() -> None:
    engine = Eyes()
    found = read_cuts([cut(grey, 800) for grey in range(1, 50)], engine)
    assert texts(found) == [[f"grey {grey}"] for grey in range(1, 50)]
    assert len(engine.pictures) > 1
    assert max(picture.height for picture in engine.pictures) <= 1600


def test_a_cut_higher_than_a_strip_is_read_alone() -> None:
    assert texts(read_cuts([cut(20, 80, 2000), cut(60, 300)], Eyes())) == [["grey 20"], ["grey 60"]]


def test_nothing_to_read_asks_nobody() -> None:
    engine = Eyes()
    assert read_cuts([], engine) == []
    assert not engine.pictures
