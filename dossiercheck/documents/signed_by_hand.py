"""Is a paper of the provider signed with a pen, at a place that asks for the provider's signature?

True: ink like handwriting at such a label, surely none of the client's. False: there is such a label, nothing stands at
any of them, and the whole paper was searched, read well, and bears no ink at all. What lies between is for a person.
"""

import re
from collections.abc import Iterator, Sequence

from dossiercheck.documents.contracts.inked import signature_or_not
from dossiercheck.documents.contracts.signing_places import other_rows
from dossiercheck.documents.model_signed import NOT_TOLD, Signed
from dossiercheck.documents.signed import is_by, signed
from dossiercheck.facts import SURE, Box, How, Place
from dossiercheck.readers.content import Ink, Page, PdfContent, Span

_LABEL = re.compile(
    r"^\W*(?:(?:datum|plaats|naam)\s*(?:,|/|en)\s*)*(?:handtekening|ondertekening|ondertekend|getekend|paraaf\s+en\s+handtekening"
    r"|(?:voor|ter)\s+akkoord|namens|ondergetekende|signature|signed)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:cli[eë]nt\w*|deelnemer|bewoner|zorgvrager|inwoner|hulpvrager|mantelzorger|(?:wettelijk\w*\s+)?vertegenwoordiger|ouders?|verzorgers?|gezagsdrager|mentor|curator|bewindvoerder"
    r"|gemeente|consulent|auditor|opdrachtgever|partner|client)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:aanbieder|zorgaanbieder|organisatie|bestuur\w*|directeur|directie|begeleider|zorgverlener|medewerker|instelling|provider)\b",
    re.I,
)
_LONGEST_LABEL, _LONGEST_HEADING = 70, 4
"""Characters of a label, words of a heading; what is longer is a sentence."""
_WITH_A_DATE = re.compile(r"\b(?:datum|naam|date|name)\b", re.IGNORECASE)
"""Where more is asked than a signature, the ink at it may be a date or a name."""
_ROW = re.compile(r"^\W*(?:naam|datum|d\.d\.|plaats|te|functie|name|date|place)\b|^[\W_]*$", re.IGNORECASE)
_BESIDE, _SAME_ROW = 14.0, 8.0
"""Points."""
_ROOM = (250.0, 60.0)
"""Points to the right of a label and below it in which people sign."""


def signed_by_hand(file: str, content: PdfContent) -> Signed:
    """The answer for this file, signatures in the file left aside."""
    doubtful: Signed | None = None
    for page in content.pages:
        for mark, certain in _marks(page):
            place = Place(file=file, page=page.number, how=How.IMAGE, confidence=mark.likeness, box=mark.box)
            if certain:
                return Signed(value=True, by="ink", place=place)
            doubtful = doubtful or Signed(value=None, by="ink", place=place)
    return doubtful or _empty(file, content)


def _marks(page: Page) -> Iterator[tuple[Ink, bool]]:
    """What may be a signature, and whether it surely is one of the provider's."""
    rows = other_rows(page)
    labels, others = _labels(page), _others(page)
    for mark in page.ink:
        meant = signature_or_not(mark, rows)
        if meant is None:
            continue
        own = [span.box for span in labels if is_by(mark.box, span.box) and not _WITH_A_DATE.search(span.text)]
        read = page.how is not How.OCR or page.confidence >= SURE
        theirs = any(is_by(mark.box, span.box) and not _stands_between(own, span.box, mark.box) for span in others)
        yield mark, bool(meant and own and read and not theirs)


def _stands_between(own: Sequence[Box], other: Box, mark: Box) -> bool:
    """Is one of our labels on the same row, between the other's and the mark?"""
    return any(other[2] < box[0] <= mark[0] + _BESIDE and abs(box[1] - other[1]) < _SAME_ROW for box in own)


def _labels(page: Page) -> list[Span]:
    """The words that ask for the provider's signature, or do not say whose."""
    return [span for span in _spans(page) if _asks(span) and not _of_another(span)]


def _others(page: Page) -> list[Span]:
    """Labels and short headings that may make what stands by them somebody else's signature."""
    return [
        span
        for span in _spans(page)
        if _of_another(span) and (_asks(span) or len(span.text.split()) <= _LONGEST_HEADING)
    ]


def _spans(page: Page) -> Iterator[Span]:
    return (span for line in page.lines for span in line.spans)


def _asks(span: Span) -> bool:
    return len(span.text) <= _LONGEST_LABEL and _LABEL.search(span.text) is not None


def _of_another(span: Span) -> bool:
    return _OTHERS.search(span.text) is not None and _OWN.search(span.text) is None


def _empty(file: str, content: PdfContent) -> Signed:
    """Surely not signed, or not to be told."""
    if signed(file, content).value is not False:
        return NOT_TOLD
    places = [(page, span) for page in content.pages for span in _labels(page) if _is_ours(page, span)]
    if not places or not all(_is_bare(page, span) for page, span in places):
        return NOT_TOLD
    page, span = places[-1]
    return Signed(value=False, place=Place(file=file, page=page.number, text=span.text, how=page.how, box=span.box))


def _is_ours(page: Page, label: Span) -> bool:
    """Is the provider asked to sign here, and not (by a heading near it) perhaps somebody else?"""
    return _OWN.search(label.text) is not None or not any(is_by(label.box, other.box) for other in _others(page))


def _is_bare(page: Page, label: Span) -> bool:
    """Does nothing stand behind the label and below it, where a typed name could be a signature?"""
    if re.search(r":[\W_]*\w", label.text):
        return False
    return not any(_could_be_one(line.spans, label.box) for line in page.lines)


def _could_be_one(spans: Sequence[Span], label: Box) -> bool:
    if spans and _ROW.search(spans[0].text):
        return False
    return any(
        _overlap(span.box, (label[0] - 10, label[1] - 2, label[2] + _ROOM[0], label[3] + _ROOM[1]))
        and span.box != label
        and not _ROW.search(span.text)
        and not _asks(span)
        for span in spans
    )


def _overlap(box: Box, room: Box) -> bool:
    return box[0] < room[2] and room[0] < box[2] and box[1] < room[3] and room[1] < box[3]
