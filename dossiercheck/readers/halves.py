"""A sheet on which two papers may stand: cut where nothing is printed, each half a page in the sheet's coordinates.

Whether they are two papers is told by what is read on them, elsewhere.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from dossiercheck.facts import Box
from dossiercheck.readers.content import Line, Page, Span
from dossiercheck.readers.lines import Word, rows_of

_WIDE = 1.15
"""Times its height: a sheet as wide as that may bear two papers beside each other."""
_MIDDLE = (0.4, 0.6)
"""Shares of a side between which the cut lies."""
_GUTTER, _BAND = 0.012, 0.015
"""Shares of a side that are free of print at the cut: between papers beside each other, and above each other."""
_LEAST_LETTERS = 80
"""Of each half; less is a margin or a stamp."""


def beside(page: Page) -> tuple[Page, Page] | None:
    """The left and the right half of a wide sheet; None where print stands across the middle."""
    if page.width < _WIDE * page.height:
        return None
    cut = _free(((span.box[0], span.box[2]) for line in page.lines for span in line.spans), page.width, _GUTTER)
    return _cut(page, cut, 0) if cut else None


def down_the_middle(page: Page) -> tuple[Page, Page] | None:
    """The halves of a wide sheet with print across: to see what may be on either side, not to judge it."""
    if page.width < _WIDE * page.height or beside(page):
        return None
    return _cut(page, page.width / 2, 0)


def above(page: Page) -> tuple[Page, Page] | None:
    """The upper and the lower half of a high sheet."""
    if page.height < _WIDE * page.width:
        return None
    cut = _free(((span.box[1], span.box[3]) for line in page.lines for span in line.spans), page.height, _BAND)
    return _cut(page, cut, 1) if cut else None


def _free(taken: Iterable[tuple[float, float]], side: float, least: float) -> float | None:
    """The middle of the widest stretch around the middle of the sheet that nothing takes."""
    low, high = (share * side for share in _MIDDLE)
    best, at = (0.0, 0.0), 0.0
    for start, end in [*sorted(taken), (side, side)]:
        if start > at and at < high and start > low:
            best = max(best, (start - at, (start + at) / 2))
        at = max(at, end)
    wide, middle = best
    return min(max(middle, low), high) if wide >= least * side else None


def _cut(page: Page, at: float, side: int) -> tuple[Page, Page] | None:
    """Both halves, in the sheet's coordinates: the far edge of the first is the cut."""
    spans = [span for line in page.lines for span in line.spans]
    first = tuple(span for span in spans if (span.box[side] + span.box[side + 2]) / 2 < at)
    second = tuple(span for span in spans if (span.box[side] + span.box[side + 2]) / 2 >= at)
    if any(sum(char.isalnum() for span in half for char in span.text) < _LEAST_LETTERS for half in (first, second)):
        return None
    upper = _half(page, first, lambda box: (box[side] + box[side + 2]) / 2 < at)
    lower = _half(page, second, lambda box: (box[side] + box[side + 2]) / 2 >= at)
    return replace(upper, width=at) if side == 0 else replace(upper, height=at), lower


def _half(page: Page, spans: tuple[Span, ...], holds: Callable[[Box], bool]) -> Page:
    lines = _lines(spans)
    ink = tuple(mark for mark in page.ink if holds(mark.box))
    return replace(
        page,
        lines=lines,
        flow="\n".join(line.text for line in lines),
        pictures=tuple(box for box in page.pictures if holds(box)),
        ink=ink,
    )


def _lines(spans: tuple[Span, ...]) -> tuple[Line, ...]:
    """The rows of one half: those of the other may have run into them."""
    rows = rows_of(Word(text="", box=span.box, order=rank) for rank, span in enumerate(spans))
    return tuple(Line(spans=tuple(spans[word.order] for word in row)) for row in rows)
