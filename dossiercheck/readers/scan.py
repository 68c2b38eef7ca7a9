"""A picture of a page becomes lines: the right way up, set straight, and what matters most read twice.

A misread figure makes a wrong date, and a wrong date may make a green that is none. So each piece of text that holds
figures, or was read with doubt, is cut out and read a second time at another resolution. Its confidence says whether
the two readings agree.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dossiercheck.facts import Box
from dossiercheck.readers.content import Line
from dossiercheck.readers.lines import Word, build_lines
from dossiercheck.readers.ocr import DPI, OcrEngine, Seen
from dossiercheck.readers.skew import slope_of, straightened

if TYPE_CHECKING:
    from PIL.Image import Image

SECOND_DPI = 220
"""Of the picture that is handed over, and of the second reading."""
UNSURE = 0.6
"""Highest confidence of words whose figures were not read alike twice."""
DOUBT = 0.93
"""Words read with less confidence are read twice as well."""
_TWICE = 0.95
"""Least confidence of what was read alike twice."""
_LEAST_MEAN = 0.85
"""Mean confidence under which another way up is tried."""
_COMMON = re.compile(
    r"\b(?:de|het|een|van|en|in|op|te|is|voor|dat|met|aan|door|niet|of|bij|datum|naam|geboren|uur|the|and|to|diploma|artikel)\b",
    re.IGNORECASE,
)
_MANY_LETTERS = 150
_FIGURES = re.compile(r"\d+|(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*", re.IGNORECASE)
_MARGIN = 8
_GAP = 24
_MOST_CUTS = 120
_STRIP_HEIGHT = 1_500
"""Pixels; taller strips would be scaled down by the engine."""
_TINT_REDUCED = 6
"""Pixels each way that are taken together to look for colour."""
_TINT_STEP = 7
_TINTED = 0.02
"""Share of the page that must have a colour."""
Tint = Literal["", "pink", "blue"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scan:
    """What was read off one picture."""

    lines: tuple[Line, ...]
    confidence: float
    """Mean over all letters."""
    quarter_turns: int
    """Clockwise, by which the picture was turned to be read."""
    tint: Tint


def read_scan(image: "Image", engine: OcrEngine, *, scale: float, hidden_text: str = "") -> Scan | None:
    """Read a picture of a whole page of `scale` pixels a point (at most `SECOND_DPI`); None where it shows no words.

    `hidden_text` is what other software read on the same page: worth something only where both say the same.
    """
    from PIL.Image import Resampling

    grey = image.convert("L")
    turns, seen = _right_way_up(grey, engine)
    if not seen:
        return None
    if turns:
        grey = _turned(grey, turns)
    slope = slope_of(seen)
    seen = straightened(seen, slope, grey.width * DPI / SECOND_DPI, grey.height * DPI / SECOND_DPI)
    if slope:
        grey = grey.rotate(math.degrees(math.atan(slope)), Resampling.BILINEAR, fillcolor=255)
    seen = _checked(seen, grey, engine, hidden_text)
    words = (
        Word(text=s.text, box=_points(s.box, scale), order=order, confidence=s.confidence)
        for order, s in enumerate(seen)
    )
    return Scan(lines=build_lines(words), confidence=_mean(seen), quarter_turns=turns, tint=tint_of(image))


def tint_of(image: "Image") -> Tint:
    """The colour that the paper is printed with, where it has one: a digital VOG is pink, one on paper is blue."""
    red, green, blue = (band.tobytes() for band in image.reduce(_TINT_REDUCED).convert("RGB").split())
    points = list(zip(red, green, blue, strict=True))[::_TINT_STEP]
    pink_ones = sum(r - g >= 6 and b > g for r, g, b in points)
    blue_ones = sum(b - r >= 5 and b - g >= 2 for r, g, b in points)
    few, many = sorted((pink_ones, blue_ones))
    if many < _TINTED * len(points) or many < 3 * few:
        return ""
    return "pink" if pink_ones == many else "blue"


def _right_way_up(grey: "Image", engine: OcrEngine) -> tuple[int, list[Seen]]:
    """Quarter turns clockwise, and what is read then. Other ways up are tried only where the first reads badly."""
    best_turns, best = 0, _read(grey, engine)
    if not best or not _is_poor(best):
        return best_turns, best
    for turns in (1, 3, 2) if _is_sideways(best) else (2, 1, 3):
        seen = _read(_turned(grey, turns), engine)
        if _worth(seen) > _worth(best):
            best_turns, best = turns, seen
        if not _is_poor(best):
            break
    return best_turns, best


def _read(grey: "Image", engine: OcrEngine) -> list[Seen]:
    from PIL.Image import Resampling

    size = (max(1, grey.width * DPI // SECOND_DPI), max(1, grey.height * DPI // SECOND_DPI))
    return engine.words(grey.resize(size, Resampling.BICUBIC))


def _turned(image: "Image", turns: int) -> "Image":
    return image.rotate(-90 * turns, expand=True)


def _is_poor(seen: list[Seen]) -> bool:
    letters = sum(len(words.text) for words in seen)
    common = sum(len(_COMMON.findall(words.text)) for words in seen)
    return _is_sideways(seen) or _mean(seen) < _LEAST_MEAN or (letters > _MANY_LETTERS and common < 3)


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


def _points(box: Box, scale: float) -> Box:
    """From pixels of the first reading to points."""
    left, top, right, bottom = (side * SECOND_DPI / DPI / scale for side in box)
    return left, top, right, bottom


def _checked(seen: list[Seen], grey: "Image", engine: OcrEngine, hidden_text: str) -> list[Seen]:
    """The same words; those with figures are as sure as two readings of them agree."""
    other = _figures(hidden_text) if _agrees(seen, hidden_text) else ""
    wanted = [i for i, words in enumerate(seen) if _needs_second(words, other)]
    again = _read_again([seen[i] for i in wanted[:_MOST_CUTS]], grey, engine)
    checked = list(seen)
    for i, second in zip(wanted, [*again, *[None] * len(wanted)], strict=False):
        checked[i] = seen[i]._replace(confidence=_confidence(seen[i], second))
    return checked


def _needs_second(words: Seen, other: str) -> bool:
    figures = _figures(words.text)
    return (bool(figures) and figures not in other) or words.confidence < DOUBT


def _confidence(first: Seen, second: Seen | None) -> float:
    """How sure two readings together are: of figures hardly at all where they differ."""
    same_figures = second is not None and _figures(first.text) == _figures(second.text)
    if _figures(first.text) and not same_figures:
        return min(UNSURE, first.confidence)
    if second and (_letters(first.text) == _letters(second.text)):
        return max(_TWICE, first.confidence, second.confidence)
    return first.confidence


def _letters(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in flat if letter.isalnum())


def _figures(text: str) -> str:
    """The numbers and months of a text, between spaces."""
    found = _FIGURES.findall(unicodedata.normalize("NFKC", text).lower())
    return f" {' '.join(found)} " if any(part.isdigit() for part in found) else ""


def _agrees(seen: list[Seen], hidden_text: str) -> bool:
    words = [word for s in seen for word in re.findall(r"\w{3,}", s.text.lower())]
    known = set(re.findall(r"\w{3,}", hidden_text.lower()))
    return len(words) >= 10 and sum(word in known for word in words) >= 0.9 * len(words)


def _read_again(seen: list[Seen], grey: "Image", engine: OcrEngine) -> list[Seen | None]:
    """Each of these cut out at the higher resolution and read once more; None where nothing was found."""
    cuts = [grey.crop(_cut_box(words, grey)) for words in seen]
    found: list[Seen | None] = []
    at = 0
    while at < len(cuts):
        strip = [cuts[at]]
        while at + len(strip) < len(cuts) and sum(c.height + _GAP for c in strip) < _STRIP_HEIGHT:
            strip.append(cuts[at + len(strip)])
        found += _read_strip(strip, engine)
        at += len(strip)
    return found


def _cut_box(words: Seen, grey: "Image") -> tuple[int, int, int, int]:
    left, top, right, bottom = (side * SECOND_DPI / DPI for side in words.box)
    return (
        max(0, int(left) - _MARGIN),
        max(0, int(top) - _MARGIN // 2),
        min(grey.width, max(int(right), int(left) + 1) + _MARGIN),
        min(grey.height, max(int(bottom), int(top) + 1) + _MARGIN // 2),
    )


def _read_strip(cuts: "list[Image]", engine: OcrEngine) -> list[Seen | None]:
    """The cuts below each other in one picture, so that the engine is asked once."""
    from PIL import Image

    paper = max(_paper(cut) for cut in cuts)
    height = sum(cut.height + _GAP for cut in cuts) + _GAP
    strip = Image.new("L", (max(cut.width for cut in cuts) + 2 * _GAP, height), paper)
    tops, y = [], _GAP
    for cut in cuts:
        strip.paste(cut, (_GAP, y))
        tops.append(y)
        y += cut.height + _GAP
    seen = engine.words(strip)
    found: list[Seen | None] = []
    for cut, top in zip(cuts, tops, strict=True):
        inside = [s for s in seen if top - _GAP / 2 <= (s.box[1] + s.box[3]) / 2 < top + cut.height + _GAP / 2]
        inside.sort(key=lambda s: s.box[0])
        found.append(
            Seen(" ".join(s.text for s in inside), min(s.confidence for s in inside), inside[0].box) if inside else None
        )
    return found


def _paper(cut: "Image") -> int:
    """The lightest common grey: what the cut's paper looks like."""
    counts = cut.histogram()
    return max(range(128, 256), key=lambda grey: counts[grey]) if sum(counts[128:]) else 255
