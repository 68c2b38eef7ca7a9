"""Whether each party's place to sign bears ink like handwriting: yes, surely not, or not to be told.

Ink counts for a party where it lies in that party's area and not in a row for a date, a place or a name. Yes needs both
areas, so that one party's ink is never taken for the other's; surely not needs a page that was read well, searched,
and free of any other mark that could be the signature gone astray. What lies between is for a person, with its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from dossiercheck.documents.contracts.signing_places import Area, Row, other_rows
from dossiercheck.documents.model import Signed
from dossiercheck.facts import SURE, Box, How, Place
from dossiercheck.readers.content import Ink, Page, PdfContent

PEN = 0.9
"""Likeness of what a pen wrote."""
_MOSTLY = 0.6
"""Share of a mark in an area, or of its height in a row, by which it belongs there."""
_PARTLY, _SOME = 0.3, 0.12
_APART = 14.0
"""Points between the ink of two parties; nearer could be one signature in two pieces."""
_ITS_OWN, _WIDEST = 80.0, 300.0
"""Points: least width of a signature that is no end of another one; and more than anybody's is wide (10 cm)."""
_FOOT = 0.9
"""Share of a page's height below which initials stand."""
_INITIALS = (70.0, 45.0)
"""Points, at most."""
_HIGH_OVER_NAME, _HIGHER_THAN_NAMES = 14.0, 21.0
"""Points: a signature over a printed name; and one where what is there may be a name written by hand."""
_AS_HIGH = 1.1
"""Times the usual height of print on the page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inked:
    """The answer for both parties."""

    employer: Signed
    employee: Signed


@dataclass(slots=True)
class _Found:
    """What lies in a party's area."""

    area: Area
    sure: list[Ink]
    doubtful: list[Ink]


UNTOLD = Signed(value=None)


def inked(file: str, content: PdfContent, places: tuple[Area, ...]) -> Inked:
    """The answer from the marks on the page where both are to sign."""
    page = next((page for page in content.pages if places and page.number == places[0].page), None)
    if page is None or not page.ink_known:
        return Inked(employer=UNTOLD, employee=UNTOLD)
    found, astray = _sorted(content, page, places)
    both = {"employer", "employee"} <= found.keys()
    certain = both and not astray and _is_clear(content, page, places)
    side_by_side = both and _touch(found["employer"].sure, found["employee"].sure)
    telling = both and not side_by_side
    answers = {
        role: _answer(file, there, telling, certain and not _may_be_written(content, page, there.area))
        for role, there in found.items()
    }
    return Inked(employer=answers.get("employer", UNTOLD), employee=answers.get("employee", UNTOLD))


def _sorted(content: PdfContent, page: Page, places: tuple[Area, ...]) -> tuple[dict[str, _Found], list[Ink]]:
    """The marks by party, and those that lie in nobody's area and are no initials."""
    found: dict[str, _Found] = {}
    for area in places:
        found.setdefault(area.role, _Found(area=area, sure=[], doubtful=[]))
    rows = other_rows(page)
    astray = []
    for mark in page.ink:
        share, area = max(((_share(mark.box, area.box), area) for area in places), key=lambda pair: pair[0])
        if share < _PARTLY:
            if mark.likeness >= PEN and not _is_initials(mark, page) and _is_near(mark.box, places):
                astray.append(mark)
        elif (what := signature_or_not(mark, rows)) is not None:
            is_sure = what and share >= _MOSTLY and not _is_struck_print(mark, content, page)
            (found[area.role].sure if is_sure else found[area.role].doubtful).append(mark)
            for other in places:  # two signatures that touch are one mark
                if other.role != area.role and _share(mark.box, other.box) >= _SOME:
                    found[other.role].doubtful.append(mark)
    return found, astray


def signature_or_not(mark: Ink, rows: tuple[Row, ...]) -> bool | None:
    """Is it a signature (True), may it be one (False), or is it something else (None)?"""
    middle = (mark.box[0] + mark.box[2]) / 2
    shares = [(_inside(mark, row), row) for row in rows if row.box[0] <= middle <= row.box[2]]
    most, row = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    if row and row.name is not False and most >= _PARTLY:  # somebody's printed name: over it people sign
        return _is_over(mark, _HIGH_OVER_NAME if row.name else _HIGHER_THAN_NAMES)
    if most >= _MOSTLY:
        over = any(other.name is not False and share >= _PARTLY for share, other in shares)
        return False if over and mark.likeness >= PEN else None
    return mark.likeness >= PEN


def _is_struck_print(mark: Ink, content: PdfContent, page: Page) -> bool:
    """Does it lie on words, no higher than print is here? A line through print makes one mark of its letters.

    A small signature may be read as a word too, but hardly with confidence, and then it is all of that word.
    """
    spans = [span for line in page.lines for span in line.spans if any(c.isalpha() for c in span.text)]
    across, down = mark.box[2] - mark.box[0], mark.box[3] - mark.box[1]
    if not spans or down > _AS_HIGH * median(span.box[3] - span.box[1] for span in spans):
        return False
    return any(
        _overlap(mark.box[1], mark.box[3], span.box[1], span.box[3]) >= _MOSTLY * down
        and _overlap(mark.box[0], mark.box[2], span.box[0], span.box[2]) >= _PARTLY * across
        and (
            span.confidence >= SURE
            or max(mark.box[0] - span.box[0], span.box[2] - mark.box[2]) > down
            or _is_misread(span.text.strip(), content)
        )
        for span in spans
    )


def _inside(mark: Ink, row: Row) -> float:
    """Share of the mark's height that lies in the row."""
    return _overlap(mark.box[1], mark.box[3], row.box[1], row.box[3]) / max(1.0, mark.box[3] - mark.box[1])


def _is_over(mark: Ink, least: float) -> bool:
    return mark.likeness >= PEN and mark.box[3] - mark.box[1] > least


def _answer(file: str, there: _Found, telling: bool, certain: bool) -> Signed:
    if there.sure:
        best = max(there.sure, key=lambda mark: mark.length)
        return Signed(
            value=True if telling else None, by="ink", place=_place(file, there.area, best.box, best.likeness)
        )
    if there.doubtful:
        best = max(there.doubtful, key=lambda mark: mark.likeness)
        return Signed(value=None, by="ink", place=_place(file, there.area, best.box, best.likeness))
    return Signed(value=False if certain else None, place=_place(file, there.area, there.area.box, 1.0))


def _place(file: str, area: Area, box: Box, likeness: float) -> Place:
    return Place(file=file, page=area.page, text=area.heading[:80], how=How.IMAGE, confidence=likeness, box=box)


def _is_clear(content: PdfContent, page: Page, places: tuple[Area, ...]) -> bool:
    """Can a signature not be elsewhere, nor have been missed?"""
    if any(area.confidence < SURE for area in places) or (page.how is How.OCR and page.confidence < SURE):
        return False
    if content.page_count != len(content.pages):
        return False
    later = [other for other in content.pages if other.number > page.number]
    return all(other.ink_known and not _pens(other) for other in later) and not any(
        number >= page.number for number, _ in content.ink_annotations
    )


def _may_be_written(content: PdfContent, page: Page, area: Area) -> bool:
    """Is there a lone short word in the area, off a picture, that stands nowhere else? It may be neat handwriting.

    An address there is a stamp's: under it, or in its place, somebody may have signed.
    """
    if page.how is not How.OCR:
        return False
    spans = [span for line in page.lines for span in line.spans if _share(span.box, area.box) > _MOSTLY]
    words = [s.text.strip() for s in spans if not any(_share(s.box, mark.box) > _PARTLY for mark in page.ink)]
    if any(_STAMPED.search(word) for word in words):
        return True
    if any(_LONE.match(word) and not _PRINTED.search(word) and _times(word, content.text) < 2 for word in words):
        return True
    return any(_is_misread(span.text.strip(), content) for span in spans)


def _is_misread(name: str, content: PdfContent) -> bool:
    """Does it nearly stand elsewhere in the contract? Then something that lies over it spoiled its letters here."""
    from rapidfuzz import fuzz

    if not _NAME.match(name) or _times(name, content.text) > 1:
        return False
    elsewhere = "\n".join(line.text for page in content.pages for line in page.lines if name not in line.text)
    return fuzz.partial_ratio(name.casefold(), elsewhere.casefold()) >= _NEARLY


def _times(word: str, text: str) -> int:
    """How often it stands there, as a word of its own."""
    bare = re.escape(re.sub(r"^\W+|\W+$", "", word))
    return len(re.findall(rf"(?<!\w){bare}(?!\w)", text, re.IGNORECASE))


_STAMPED = re.compile(r"\bpostbus\b|\bkvk\b|\b\d{4}\s?[A-Z]{2}\b", re.IGNORECASE)
_NAME = re.compile(r"^[^\W\d_][^\d:]{2,40}[\s-][^\d:]{2,40}$")
_NEARLY = 80
"""Of a hundred: likeness of a name to the same name misread."""
_LONE = re.compile(r"^\W*\w{2,10}\W*$")
_PRINTED = re.compile(
    r"naam|datum|plaats|functie|handtek|paraaf|stempel|werk|opdracht|medewerk|direct|bestuur|manager|name|date|place|sign",
    re.IGNORECASE,
)


def _pens(page: Page) -> list[Ink]:
    return [mark for mark in page.ink if mark.likeness >= PEN and not _is_initials(mark, page)]


def _is_initials(mark: Ink, page: Page) -> bool:
    """Small, at the foot of the page: as on every page of some contracts."""
    wide, high = mark.box[2] - mark.box[0], mark.box[3] - mark.box[1]
    return mark.box[1] > _FOOT * page.height and wide <= _INITIALS[0] and high <= _INITIALS[1]


def _is_near(box: Box, places: tuple[Area, ...]) -> bool:
    """Below where signing begins: what is scribbled beside an article is no signature gone astray."""
    return box[3] > min(area.box[1] for area in places) - 20


def _touch(ones: list[Ink], others: list[Ink]) -> bool:
    """Do marks of both parties run on in each other?"""
    return any(
        _overlap(a.box[1], a.box[3], b.box[1], b.box[3]) > 0
        and (gap := max(a.box[0], b.box[0]) - min(a.box[2], b.box[2])) < _APART
        and not (gap > 0 and _are_two(a.box, b.box))
        for a, b in _pairs(ones, others)
    )


def _are_two(one: Box, other: Box) -> bool:
    """Is each as wide as a signature, and both together wider than one?"""
    widths = (one[2] - one[0], other[2] - other[0])
    return min(widths) >= _ITS_OWN and max(one[2], other[2]) - min(one[0], other[0]) > _WIDEST


def _pairs(ones: list[Ink], others: list[Ink]) -> Iterator[tuple[Ink, Ink]]:
    return ((a, b) for a in ones for b in others)


def _share(box: Box, area: Box) -> float:
    across = _overlap(box[0], box[2], area[0], area[2])
    down = _overlap(box[1], box[3], area[1], area[3])
    return across * down / max(1.0, (box[2] - box[0]) * (box[3] - box[1]))


def _overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    return max(0.0, min(a1, b1) - max(a0, b0))
