"""Does the place where the employee signs name somebody else? Then the page is another person's, put in this contract.

Only where the employee is not named on that page at all, and the name there shares no word with the employee's: people
sign with their married name, initials or a first name that they are called by.
"""

import re

from dossiercheck.documents.contracts.names import person_fits
from dossiercheck.documents.contracts.signing_places import Area
from dossiercheck.documents.contracts.words import is_person
from dossiercheck.documents.same_holder import is_named_in, name_words
from dossiercheck.facts import SURE, How
from dossiercheck.readers.content import Page, PdfContent, Span

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-ZÀ-Þ][a-zà-ÿ'’]+)*"
_PERSON = re.compile(
    rf"""(?:naam\s*:\s*|name\s*:\s*|de\s+heer\s+|mevrouw\s+|dhr\.?\s+|mw\.?\s+)?
    (?P<name>(?-i:(?:{_WORD}|(?:[A-ZÀ-Þ]\.\s?)+)(?:\s+(?:{_WORD}|van|de|der|den|ter|ten|te|el|la|'t))*?\s*\b{_WORD}))""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_PERSON = re.compile(
    r"\b(?:werk|opdracht|medewerk|handtek|paraaf|naam|name|datum|date|plaats|place|functie|position|akkoord|gelezen"
    r"|^(?:voor|te|den|de)\b|sign|employ|stichting|zorg|thuis|directeur|bestuur|manager|ouder|voogd|getuige)",
    re.IGNORECASE,
)
_LONGEST = 80
_LIKE = 70
"""Of a hundred: likeness of a name to the same one misread."""


def names_another(content: PdfContent, places: tuple[Area, ...], employee: str, agents: tuple[str, ...]) -> bool:
    """Is another person, and none that acts for the employer, named in the employee's place to sign?"""
    area = next((place for place in places if place.role == "employee"), None)
    page = next((page for page in content.pages if area and page.number == area.page), None)
    if area is None or page is None or is_named_in(employee, page.text):
        return False
    names = [found["name"] for span in _within(page, area) if (found := _PERSON.fullmatch(span.text.strip()))]
    return any(
        is_person(name)
        and not _NO_PERSON.search(name)
        and not _may_be(name, employee)
        and not any(person_fits(a, name) for a in agents)
        for name in names
    )


def _within(page: Page, area: Area) -> list[Span]:
    """What is surely read there."""
    left, top, right, bottom = area.box
    spans = (span for line in page.lines for span in line.spans)
    return [
        span
        for span in spans
        if len(span.text) <= _LONGEST
        and left <= (span.box[0] + span.box[2]) / 2 <= right
        and top <= (span.box[1] + span.box[3]) / 2 <= bottom
        and (page.how is not How.OCR or span.confidence >= SURE)
    ]


def _may_be(name: str, employee: str) -> bool:
    from rapidfuzz import fuzz

    shares = {word for word in name_words(name) if len(word) > 1} & set(name_words(employee))
    return bool(shares) or fuzz.partial_ratio(name.casefold(), employee.casefold()) >= _LIKE
