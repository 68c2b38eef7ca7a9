"""Which way up a picture of a page is read: told by its rows of ink first, so that most pages are read whole only once.

Rows of words tell whether it lies on its side; that more letters rise above their line than fall below it tells up from
down, but only half as surely: then a small piece is read before the page is. What the whole page reads like decides.
"""

import re
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from dossiercheck.readers.ocr import OcrEngine, Seen
from dossiercheck.readers.printed import plain_ink, printed_part
from dossiercheck.readers.sheet import Sheet
from dossiercheck.readers.tilt import Tilt, tilt_of
from dossiercheck.readers.twice import mended

if TYPE_CHECKING:
    from PIL.Image import Image

_LEAST_MEAN = 0.85
"""Mean confidence under which another way up is tried."""
_COMMON = re.compile(
    r"\b(?:de|het|een|van|en|in|op|te|is|voor|dat|met|aan|door|niet|of|bij|datum|naam|geboren|uur|the|and|to|diploma|artikel)\b",
    re.IGNORECASE,
)
_MANY_LETTERS = 150
_PROBE_ACROSS, _PROBE_DOWN = 2, 10
"""Into so many parts a page is divided to find the piece with the most words; two parts down are read."""


class WayUp(NamedTuple):
    """How a page was read."""

    turns: int
    """Quarter turns clockwise."""
    seen: list[Seen]
    picture: "Image"
    """What was read, at the resolution of the first reading; white where there was nothing to read."""
    sheet: Sheet
    """That way up."""


class _Printed(NamedTuple):
    """What is printed on a page, in the resolution of the first reading, and where on it that is."""

    sheet: Sheet
    picture: "Image"
    left: int
    top: int

    @classmethod
    def on(cls, sheet: Sheet) -> "_Printed":
        left, top, right, bottom = printed_part(sheet.grey, sheet.size)
        return cls(sheet, sheet.drawn((left, top, right, bottom)), left, top)


class _Ahead:
    """A page the ways up in which it may be read: begun on beside other work, before it is sure which one is wanted."""

    def __init__(self, sheet: Sheet, beside: ThreadPoolExecutor) -> None:
        self.sheet = sheet
        self._beside = beside
        self._begun: dict[int, Future[_Printed]] = {}

    def begin(self, turns: int) -> Sheet:
        """The page after so many quarter turns; what is printed on it is looked for from now on."""
        turned = self.sheet.turned(turns)
        self._begun[turns] = self._beside.submit(_Printed.on, turned)
        return turned

    def printed(self, turns: int) -> _Printed:
        if turns not in self._begun:
            self.begin(turns)
        return self._begun[turns].result()


def right_way_up(sheet: Sheet, engine: OcrEngine) -> WayUp:
    """The page the way up that reads best; others than the likeliest are tried only where that reads badly."""
    best: WayUp | None = None
    on_its_side: set[int] = set()  # of turns, modulo two: what lies on its side does so the other way round as well
    with ThreadPoolExecutor(1) as beside:
        page = _Ahead(sheet, beside)
        page.begin(0)  # most pages lie upright
        for turns in _ways(page, engine):
            if turns % 2 in on_its_side:
                continue
            read = _read(page.printed(turns), turns, engine)
            if best is None or _worth(read.seen) > _worth(best.seen):
                best = read
            if not read.seen or not is_poor(best.seen):
                break
            if _is_sideways(read.seen):
                on_its_side.add(turns % 2)
    assert best
    return best


def is_poor(seen: list[Seen]) -> bool:
    """Does it read like a page that lies the wrong way up?"""
    letters = sum(len(words.text) for words in seen)
    common = sum(len(_COMMON.findall(words.text)) for words in seen)
    return _is_sideways(seen) or _mean(seen) < _LEAST_MEAN or (letters > _MANY_LETTERS and common < 3)


def _ways(page: _Ahead, engine: OcrEngine) -> tuple[int, ...]:
    """All four, the likeliest first."""
    ink = plain_ink(page.sheet.darker)
    lies, tilt = tilt_of(ink, page.sheet.grey)
    if lies is None or (not lies and tilt is not Tilt.DOWN):
        return (0, 2, 1, 3)
    first = (3 if tilt is Tilt.DOWN else 1) if lies else 2
    second = (first + 2) % 4
    if _reads_badly(_fullest_piece(page.begin(first), ink.rotate(-90 * first, expand=True)), engine):
        first, second = second, first
    return (first, second, (first + 1) % 4, (first + 3) % 4)


def _fullest_piece(sheet: Sheet, ink: "Image") -> "Image":
    """Half as wide as the page and a fifth of it high: where the most ink is."""
    from PIL.Image import Resampling

    shares = ink.resize((_PROBE_ACROSS, _PROBE_DOWN), Resampling.BOX).tobytes()
    places = [(x, y) for x in range(_PROBE_ACROSS) for y in range(_PROBE_DOWN - 1)]
    x, y = max(places, key=lambda at: sum(shares[(at[1] + down) * _PROBE_ACROSS + at[0]] for down in (0, 1)))
    wide, high = sheet.size[0] / _PROBE_ACROSS, sheet.size[1] / _PROBE_DOWN
    return sheet.drawn((round(x * wide), round(y * high), round((x + 1) * wide), round((y + 2) * high)))


def _reads_badly(piece: "Image", engine: OcrEngine) -> bool:
    seen = engine.words(piece)
    return not seen or _is_sideways(seen) or _mean(seen) < _LEAST_MEAN


def _read(printed: _Printed, turns: int, engine: OcrEngine) -> WayUp:
    """What stands on it; blank margins are not looked at."""
    from PIL import Image

    sheet, left, top = printed.sheet, printed.left, printed.top
    picture = Image.new("L", sheet.size, 255)
    picture.paste(printed.picture, (left, top))
    return WayUp(turns, [mended(_moved(piece, left, top)) for piece in engine.words(printed.picture)], picture, sheet)


def _moved(piece: Seen, across: int, down: int) -> Seen:
    left, top, right, bottom = piece.box
    return piece._replace(box=(left + across, top + down, right + across, bottom + down))


def _is_sideways(seen: list[Seen]) -> bool:
    """Most words stand in boxes that are higher than wide."""
    long = [words for words in seen if len(words.text) > 3]
    tall = sum(words.box[3] - words.box[1] > 1.3 * (words.box[2] - words.box[0]) for words in long)
    return tall > 0.5 * len(long)


def _worth(seen: list[Seen]) -> float:
    letters = sum(len(words.text) * (words.confidence - 0.5) for words in seen)
    common = sum(len(_COMMON.findall(words.text)) for words in seen)
    return (letters + 10 * common) * (0.5 if _is_sideways(seen) else 1.0)


def _mean(seen: list[Seen]) -> float:
    letters = sum(len(words.text) for words in seen)
    return sum(len(words.text) * words.confidence for words in seen) / letters if letters else 0.0
