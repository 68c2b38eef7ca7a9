"""Two papers on one sheet (two VOGs on an A3, two pages of a contract printed on one): each half a page of its own.

A sheet is cut where nothing is printed across the cut and where a half, by itself, surely opens a paper; of a file with
such a sheet the others are cut too, and a half that cannot be read is a page not read. Papers above each other are cut
apart on scans only, where both halves open one. Halves keep the coordinates of their sheet and are counted on as pages:
`put_back` brings what was recognised on them back to the sheets of the file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from dossiercheck.documents.scans import has_rows_of_a_vog
from dossiercheck.documents.several import Section
from dossiercheck.facts import Box, How, Place
from dossiercheck.readers import above, beside
from dossiercheck.readers.content import Page, PdfContent

T = TypeVar("T")

_MOST_SHEETS, _MOST_WIDE = 100, 40
"""Pages, and wide ones among them: more are a presentation."""
_LEAST_MEAN = 0.7
"""Confidence over the letters of a half."""
Opens = Callable[[Page], bool]
"""Is this, by itself, surely the first page of a paper?"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Halves:
    """A file whose sheets were cut."""

    content: PdfContent
    sheets: tuple[int, ...]
    """For each of its pages the number of the sheet in the file."""


def halves_of(content: PdfContent, opens: Opens) -> Halves | None:
    """The file with each half that is a page of its own as one; None where no sheet is to be cut."""
    if not 0 < len(content.pages) <= _MOST_SHEETS:
        return None
    wide = {page.number: two for page in content.pages if (two := beside(page))}
    if len(wide) > _MOST_WIDE or not any(opens(half) for two in wide.values() for half in two):
        wide = {}
    scans = (page for page in content.pages if page.how is How.OCR)
    high = {page.number: two for page in scans if (two := above(page)) and _are_two(two, opens)}
    cut = {**high, **wide}
    if not cut:
        return None
    halves = [half for page in content.pages for half in cut.get(page.number, (page,))]
    pages = [page for page in halves if page.number not in cut or _is_legible(page)]
    first = {number: at for at, number in reversed(list(enumerate((page.number for page in pages), start=1)))}
    counted = tuple(replace(page, number=at) for at, page in enumerate(pages, start=1))
    return Halves(
        content=replace(
            content,
            pages=counted,
            page_count=content.page_count + len(halves) - len(content.pages),
            pages_unread=content.pages_unread + len(halves) - len(pages),
            comments=tuple((first.get(number, number), words) for number, words in content.comments),
            ink_annotations=tuple(
                (_half_with(box, number, cut, first), box) for number, box in content.ink_annotations
            ),
        ),
        sheets=tuple(page.number for page in pages),
    )


def _are_two(halves: tuple[Page, Page], opens: Opens) -> bool:
    """Papers, and not one: of a VOG the title may not have been read."""
    first, second = (opens(half) for half in halves)
    return (first and (second or has_rows_of_a_vog(halves[1]))) or (second and has_rows_of_a_vog(halves[0]))


def _is_legible(half: Page) -> bool:
    """A half that lies the other way up than its sheet reads like nothing."""
    spans = [span for line in half.lines for span in line.spans]
    letters = sum(len(span.text) for span in spans)
    return half.how is not How.OCR or sum(len(s.text) * s.confidence for s in spans) >= _LEAST_MEAN * letters


def _half_with(box: Box, number: int, cut: dict[int, tuple[Page, Page]], first: dict[int, int]) -> int:
    at = first.get(number, number)
    if number not in cut:
        return at
    one, other = cut[number]
    edge, side = (one.width, 0) if one.width < other.width else (one.height, 1)
    return at + ((box[side] + box[side + 2]) / 2 > edge)


def in_stacks(found: Sequence[Section], of_contracts: Sequence[bool], sheets: tuple[int, ...]) -> tuple[bool, ...]:
    """For each paper: is it on several sheets, and shares one with what may be of a contract? Its pages are unsure.

    Contracts may have been laid beside each other, or printed as booklets (the last page left of the first one).
    """
    if not sheets:
        return (False,) * len(found)
    on = [{sheets[number - 1] for number in one.pages} for one in found]
    rivals = [own if perhaps else set() for own, perhaps in zip(on, of_contracts, strict=True)]
    shared = [any(own & other for other in rivals[:at] + rivals[at + 1 :]) for at, own in enumerate(on)]
    return tuple(len(own) > 1 and with_one for own, with_one in zip(on, shared, strict=True))


def put_back(value: T, sheets: tuple[int, ...]) -> T:
    """The same with every place on the sheet of the file."""
    moved = _moved(value, sheets)
    assert isinstance(moved, type(value))
    return moved


def _moved(value: object, sheets: tuple[int, ...]) -> object:
    if isinstance(value, Place):
        return replace(value, page=sheets[value.page - 1]) if value.page and value.page <= len(sheets) else value
    if isinstance(value, tuple):
        return tuple(_moved(item, sheets) for item in value) if not hasattr(value, "_fields") else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    before = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    after = {name: _moved(one, sheets) for name, one in before.items()}
    changed = {name: one for name, one in after.items() if one is not before[name] and one != before[name]}
    return replace(value, **changed) if changed else value
