"""Which pieces of a scan have the shape of a name: they are read twice."""

import re

MONTH = r"(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
_PREFIX = r"(?:van|von|de|den|der|ten|ter|te|het|'t|in|op|el|al|la|le|du)\s+"
_NAME = re.compile(
    rf"(?:[^\W\d_][.\w'-]*\s+)?(?:{_PREFIX}){{0,3}}(?:[A-ZÀ-Þ]|[l|](?=[b-df-hj-np-tv-z]))[\w'-]+$"
    rf"|[A-ZÀ-Þ][.\w'-]*\s+(?:{_PREFIX}){{1,3}}l[aeiou][\w'-]+$"
)
"""The last word has a capital; an `I` may have been read as an `l` (`lling`, `van lersel`)."""
_LABEL = re.compile(
    r"(?:(?:geslachts|achter|voor|statutaire |handels)?na(?:am|men)|tussenvoegsels?|voorna\(a\)m\(en\)|datum|date"
    r"|geboorte\w+|surname|given names|(?:date|place|country) of birth|prefix to surname|(?:our|your) reference"
    r"|(?:ons|uw) kenmerk|functie|woonplaats|adres|opleiding|werkgever|werknemer|opdrachtgever|opdrachtnemer|nederland"
    r"|justis|diploma|getuigschrift|verklaring omtrent het gedrag|ministerie van .*|behaald door|uitgegeven door)"
    r"[\s:]*$",
    re.IGNORECASE,
)
"""What stands on forms in the place and shape of names."""
_HEADING = re.compile(r"(?:artikel|article|art\.)\s*\d{1,2}[.:]?(?:\s+[^\W\d]+){0,3}$", re.IGNORECASE)
"""Its number stays unsure, and nobody asks for it."""
_LONGEST_NAME = 60


def looks_like_a_name(text: str) -> bool:
    """Does it end in a word with a capital, and is it none of the labels of a form?"""
    return len(text) <= _LONGEST_NAME and bool(_NAME.search(text)) and not _LABEL.match(text)


def is_heading(text: str) -> bool:
    """Of an article of a contract."""
    return bool(_HEADING.match(text)) and not re.search(MONTH, text, re.IGNORECASE)
