"""Where each party is to sign: areas of a page, told from the blocks that name the party.

An area reaches from the party's heading down to the next heading, and from its left side to the next column. Where the
parties' headings stand side by side, they may as well stand below the room to sign in (`(handtekening werkgever)`):
then the open room above them belongs to it too. Rows that ask for a date, a place or a name are apart: what a pen wrote
there is no signature.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossiercheck.documents.contracts.blocks import Block
from dossiercheck.documents.contracts.running import Cell, Running
from dossiercheck.facts import SURE, Box, How
from dossiercheck.readers.content import Page, PdfContent, Span

_TALLEST = 170.0
"""Points that an area reaches down at most."""
_ABOVE, _BESIDE = 4.0, 14.0
"""Points by which a pen may stray above the heading and to its left."""
_OPEN, _HIGHEST = 26.0, 90.0
"""Points of open room above headings from which on it is room to sign in; and how far up it reaches at most."""
_CLOSE = 9.0
"""Points between a label and the name that stands right above it."""
_SIDE_BY_SIDE = 30.0
_PROSE = 5
"""Words that make a line of the agreement itself."""
_ENDS_AGREEMENT = re.compile(r"aldus|overeengekomen|opgemaakt|getekend|voud\b|agreed|signed", re.IGNORECASE)
_OTHER_ROWS = re.compile(
    r"^\W*(?:(?P<name>(?:volledige\s+)?naam|name)|datum|d\.d\.|plaats|te|date|place|functie|position)\b\s*[:.…_]*\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_TO_SIGN = re.compile(r"handtekening|paraaf|signature", re.IGNORECASE)
_ROW_ABOVE, _ROW_BELOW = 6.0, 4.0
"""Points that handwriting in a row takes beyond the print of its label."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """Where one party is to sign."""

    role: str
    """`employer` or `employee`."""
    page: int
    box: Box
    confidence: float
    """How surely its heading was read."""
    heading: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row that asks for something else than a signature."""

    box: Box
    name: bool | None
    """A name is printed in it: ink over that may be a signature. None: something is, but read with doubt."""


def areas(content: PdfContent, running: Running, blocks: tuple[Block, ...], closing: int) -> tuple[Area, ...]:
    """The areas of employer and employee, on the last page that has any; `blocks` have offsets of the running text.

    Only blocks from `closing` on count, where the paper is about being signed.
    """
    heads = [(b, cell) for b in blocks if b.start >= closing - 1 and (cell := _cell(running, b.start))]
    heads = [(b, c) for b, c in heads if b.role in ("employer", "employee", "school")]
    last = max((cell.page for b, cell in heads if b.role != "school"), default=0)
    here = [(b.role, cell) for b, cell in heads if cell.page == last]
    page = next((page for page in content.pages if page.number == last), None)
    if page is None:
        return ()
    found = (_area(running, page, role, cell, [other for _, other in here]) for role, cell in here)
    return tuple(area for area in found if area.role != "school")


def other_rows(page: Page) -> tuple[Row, ...]:
    """The rows of the page for dates, places and names."""
    rows = []
    for line in page.lines:
        labels = [(span, match) for span in line.spans if (match := _OTHER_ROWS.match(span.text))]
        for at, (span, match) in enumerate(labels):
            left, top, _, bottom = span.box
            right = labels[at + 1][0].box[0] if at + 1 < len(labels) else page.width
            box = (left - 5, top - _ROW_ABOVE, right, bottom + _ROW_BELOW)
            rows.append(Row(box=box, name=_what_is_in(page, span, right, match)))
    return tuple(rows)


def _what_is_in(page: Page, label: Span, right: float, match: re.Match[str]) -> bool | None:
    """As `Row.name`; None too where a label for the signature was read in one piece with this one."""
    if _TO_SIGN.search(match["value"]):
        return None
    return _name_in(page, label, right, match) if match["name"] else False


def _name_in(page: Page, label: Span, right: float, match: re.Match[str]) -> bool | None:
    """Is there a name behind the label? Handwriting over one may be read as anything, a little higher or lower."""
    _, top, edge, bottom = label.box
    beside = [
        span
        for line in page.lines
        for span in line.spans
        if edge <= span.box[0] < right and min(bottom, span.box[3]) - max(top, span.box[1]) > 0.3 * (bottom - top)
    ]
    found = [span for span in beside if any(c.isalnum() for c in span.text)]
    if any(c.isalnum() for c in match["value"]):
        found.append(label)
    if not found:
        return False
    return True if page.how is not How.OCR or min(span.confidence for span in found) >= SURE else None


def _cell(running: Running, offset: int) -> Cell | None:
    """The words that stand at this offset, or begin right after it."""
    cells = running.cells_between(offset, offset + 3)
    return cells[0] if cells else None


def _area(running: Running, page: Page, role: str, cell: Cell, heads: list[Cell]) -> Area:
    left, top, _, bottom = cell.box
    level = [c.box[0] for c in heads if c is not cell and abs(c.box[1] - top) < _SIDE_BY_SIDE]
    right = min((x for x in level if x > left + 60), default=page.width + _BESIDE) - _BESIDE
    below = [c.box[1] for c in heads if c.box[1] > bottom + 10 and left - 60 <= c.box[0] < right]
    foot = min([*below, bottom + _TALLEST, page.height - 20])
    room = _room_above(page, left, right, top) if level else 0.0
    return Area(
        role=role,
        page=page.number,
        box=(left - _BESIDE, top - max(_ABOVE, room or 0.0), right, foot),
        confidence=running.place(cell.start, cell.end).confidence if room is not None else 0.0,
        heading=" ".join(running.printed[cell.start : cell.end].split()),
    )


def _room_above(page: Page, left: float, right: float, top: float) -> float | None:
    """Points from the heading up to the print above it, where there is open room; a name right above it is passed.

    None: not to be told, for what stands above may be a stamp, or writing that was read as words.
    """
    start = top
    for span in sorted(_printed_in(page, left, right, top), key=lambda span: -span.box[3]):
        upper, lower = span.box[1], span.box[3]
        if start - lower > _OPEN:
            return min(top - lower, _HIGHEST)
        if _ENDS_AGREEMENT.search(span.text) or len(span.text.split()) >= _PROSE:
            return 0.0
        if start - lower > _CLOSE or top - upper > 3 * (_CLOSE + lower - upper):
            return None
        start = min(start, upper)
    return 0.0


def _printed_in(page: Page, left: float, right: float, top: float) -> Iterator[Span]:
    """The print above in this column: more than a line to sign on, and no part of a mark."""
    for line in page.lines:
        for span in line.spans:
            box = span.box
            in_column = box[0] < right and box[2] > left and box[1] < top - 2
            if (
                in_column
                and any(c.isalnum() for c in span.text)
                and not any(_lies_on(box, ink.box) for ink in page.ink)
            ):
                yield span


def _lies_on(box: Box, mark: Box) -> bool:
    """Do the mark and the middle of these words meet?"""
    middle = (box[1] + box[3]) / 2
    return mark[0] < box[2] and box[0] < mark[2] and mark[1] < middle < mark[3]
