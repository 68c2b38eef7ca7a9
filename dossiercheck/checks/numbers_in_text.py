"""Phone numbers, dates and terms in running text."""

import re
from collections.abc import Iterator

from dossiercheck.dates import MONTHS, find_dates
from dossiercheck.patterns import later

_PHONE = later(
    r"(?<![\d\w.,])(?:"
    r"(?:\+31|0031)[\s.()-]*(?:\(0\))?(?:[\s.()/-]*\d){9}"
    r"|\(?0(?:[\s.()/-]*\d){9}"
    r"|0[89]00[\s.-]*(?:\d[\s.-]?){3,6}\d"
    r"|14\s?0\d{2,3}|112|1-1-2"
    r")(?![\d\w])"
)
_MONTH = "|".join(sorted((name for name in MONTHS if len(name) > 3 or name == "mei"), key=len, reverse=True))
_NUMBER_WORD = r"(?:\d{1,3}|een|één|twee|drie|vier|vijf|zes|acht|negen|twaalf|half|halve|enkele|maximaal\s+\d{1,3})"
_TERM = later(
    rf"\b(?:{_MONTH})\b\.?\s+(?:19|20)\d\d\b|\bQ[1-4]\b|\b(?:eerste|tweede|derde|vierde|1e|2e|3e|4e)\s+kwartaal\b|\bkwartaal\s+[1-4]\b"
    rf"|\bweek\s+\d{{1,2}}\b|\bbinnen\s+{_NUMBER_WORD}\s+(?:dag|week|weken|maand|maanden|jaar|kwartaal|dagen)\b"
    r"|\b(?:volgend|dit|komend)\s+(?:jaar|kwartaal|najaar|voorjaar)\b|\b(?:per|na)?\s*direct\b|\bdoorlopend\b|\bonmiddellijk\b"
    r"|\b(?:voorjaar|najaar|zomer|winter|medio|eind|begin|vóór|voor|uiterlijk|in)\s+(?:20\d\d)\b",
    re.IGNORECASE,
)


def phone_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and digits of each phone number (`0612345678`, `112`)."""
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group().replace("(0)", ""))
        yield match.start(), match.end(), "0" + digits.removeprefix("00")[2:] if _is_abroad(match.group()) else digits


def _is_abroad(written: str) -> bool:
    return written.startswith(("+31", "0031"))


def has_term(text: str) -> bool:
    """Does this name a date or a term (`1 maart 2024`, `maart 2024`, `Q3`, `binnen drie maanden`)?"""
    return bool(_TERM.search(text)) or any(hit.value for hit in find_dates(text))
