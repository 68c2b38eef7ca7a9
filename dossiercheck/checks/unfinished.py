"""Does a paper say of itself that it is not finished? A chapter that 'follows later', a draft, a place left open.

That it is there is then only half true: a person reads it. In running text something else may follow later, so the
weaker wordings count only in a short line, as below a heading, or with the word for a part of the paper itself.
"""

import re

from dossiercheck.checks.substance import with_text
from dossiercheck.documents import Document
from dossiercheck.facts import Place
from dossiercheck.patterns import later

_STILL = (
    r"(?:opstellen|uitwerken|schrijven|invullen|aanvullen|toevoegen|vaststellen|opgesteld|uitgewerkt|geschreven|ingevuld"
    r"|aangevuld|toegevoegd|beschreven|ontwikkeld|vastgesteld|afgerond|op\s+te\s+stellen|uit\s+te\s+werken|te\s+schrijven"
    r"|in\s+te\s+vullen|aan\s+te\s+vullen|toe\s+te\s+voegen|te\s+beschrijven|te\s+bepalen|vast\s+te\s+stellen|te\s+ontwikkelen)"
)
_SURE = later(
    rf"\bnog\s+(?:nader\s+)?(?:op\s+te\s+stellen|uit\s+te\s+werken|te\s+schrijven|in\s+te\s+vullen|aan\s+te\s+vullen|te\s+beschrijven)\b"
    rf"|\b(?:dit|deze|het|de)\s+(?:hoofdstuk|paragraaf|onderdeel|bijlage|procedure|protocol|document|handboek)\b[^.\n]{{0,40}}"
    rf"\b(?:volgt\s+(?:later|nog|binnenkort)|nog\s+(?:niet\s+)?(?:\w+\s+)?{_STILL})\b"
    r"|\b(?:dit|deze)\s+(?:hoofdstuk|paragraaf|bijlage|procedure)\b[^.\n]{0,20}\b(?:schrijven|maken|vullen|werken|stellen)\s+(?:we|wij)\b"
    r"|\b(?:hoofdstuk|paragraaf|bijlage|onderdeel)\s+(?:\d[\d.]*\s+)?(?:volgt|wordt\s+(?:later|nog))\b"
    r"|\blorem\s+ipsum\b|\bto\s+be\s+(?:completed|written|added)\b",
    re.IGNORECASE,
)
_SHORT = later(
    rf"\b(?:volgt\s+(?:later|nog|binnenkort|z\.?s\.?m)|(?:wordt|worden|moet|moeten|dient|dienen)\s+nog\s+(?:\w+\s+){{0,2}}{_STILL}"
    r"|in\s+(?:ontwikkeling|voorbereiding|bewerking)|onder\s+constructie|nog\s+niet\s+(?:gereed|klaar|beschikbaar|af)"
    r"|n\.?\s?t\.?\s?b\.?(?=\W|$)|nader\s+te\s+bepalen|nader\s+in\s+te\s+vullen|to\s?do|tbd|pro\s+memorie|(?:komt|volgen)\s+(?:nog|later))(?!\w)"
    r"|^\W*p\.?m\.?\W*$",
    re.IGNORECASE,
)
_DRAFT = later(
    r"^\W*(?:concept|draft|werkversie)(?:\s*-?\s*versie)?\b(?!\s+van)|\b(?:concept|draft)\s*-?versie\b", re.IGNORECASE
)
_SHORT_LINE, _TOP, _SHOWN = 9, 8, 3
"""Words of a line that stands for a whole part; lines at the top that say what the paper is; places that are shown."""


def unfinished(document: Document) -> tuple[Place, ...] | None:
    """Where it says so; None where it does not."""
    found: list[Place] = []
    for number, page in enumerate(document.text):
        for row, line in enumerate(page.lines):
            top = number == 0 and row < _TOP
            match = (
                _SURE.search(line.text)
                or (_SHORT.search(line.text) if len(line.text.split()) <= _SHORT_LINE else None)
                or (_DRAFT.search(line.text) if top else None)
            )
            if match:
                found.append(with_text(line, line.text.strip()))
    return tuple(found[:_SHOWN]) or None
