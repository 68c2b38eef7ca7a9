"""Words of a paper that speak against it: a refusal, a policy that was ended, a certificate withdrawn, a company gone.

They are for a person to read. What a condition says may happen ('wordt beëindigd als …') is no such word.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.places import PlainPage, Words
from dossiercheck.patterns import later

TAX = later(
    r"\bniet\b[^.\n]{0,60}\n?[^.\n]{0,60}\b(?:voldaan|voldoet|nagekomen|betaald|afgeven|afgegeven|verstrekt)\b"
    r"|\bgeen\s+(?:\w+\s+)?verklaring\b|\b(?:ingetrokken|vervallen\s+verklaard)\b|\bwe(?:iger|es)\s+ik\b"
    r"|\bwijs\s+ik\b[^.\n]{0,60}\baf\b"
    r"|(?<!\bgeen )(?<!\bgeen openstaande )\b(?:betalings|belasting)?-?(?:achterstand(?:en)?|schuld(?:en)?)\b"
    r"|(?<!\bgeen )\bopenstaande\s+aanslag\w*",
    re.IGNORECASE,
)
INSURANCE = later(
    r"\b(?:be[eë]indig(?:d|ing)|ge[eë]indigd|geroyeerd|opgezegd|opgeschort|geschorst|opzegging|schorsing|royement|cancelled|terminated|suspended)\b",
    re.IGNORECASE,
)
CERTIFICATE = later(r"\b(?:geschorst|ingetrokken|opgeschort|suspended|withdrawn|revoked)\b", re.IGNORECASE)
COMPANY = later(
    r"\bhistorisch\s+uittreksel|\b(?:onderneming|rechtspersoon|inschrijving|vennootschap|stichting)\s+is\s+(?:\w+\s+){0,2}(?:opgeheven|be[eë]indigd|ontbonden|uitgeschreven)\b"
    r"|\b(?:onderneming|rechtspersoon|inschrijving)\s+(?:opgeheven|be[eë]indigd|ontbonden|uitgeschreven)\b"
    r"|\b(?:datum\s+)?(?:uitschrijving|uitgeschreven|ontbinding|einde\s+onderneming|opheffing\s+onderneming)(?:\s+(?:per|op|uit\s+(?:het\s+)?handelsregister))?\s*:?\s*\d"
    r"|\b(?:faillissement|failliet\s+verklaard|surs[eé]ance|in\s+liquidatie)\b",
    re.IGNORECASE,
)
_MAY_HAPPEN = later(
    r"\b(?:als|indien|wanneer|zodra|tenzij|ingeval|bij|kan|kunnen|kunt|mag|moet|tot(?:dat)?|voordat|niet|termijn|zonder|if|unless|may|when)\b",
    re.IGNORECASE,
)


def against(pages: Sequence[PlainPage], pattern: re.Pattern[str], *, conditions: bool = False) -> Words | None:
    """The first such words; with `conditions`, those in a line that only says what may happen are passed over."""
    for page in pages:
        for match in pattern.finditer(page.text):
            begin = page.text.rfind("\n", 0, match.start()) + 1
            end = page.text.find("\n", match.end())
            line = page.text[begin : end if end >= 0 else None]
            if not (conditions and _MAY_HAPPEN.search(line)):
                return page.words(*match.span())
    return None
