"""A paper that nothing recognised, and that all the same speaks of somebody's job as only a contract does."""

import re

from dossiercheck.patterns import later

_SIGNS = tuple(
    later(pattern, re.IGNORECASE)
    for pattern in (
        r"\b\d{1,2}(?:[.,]\d{1,2})?\s*(?:uur|uren|u\.?)\s*(?:per|p\.?/?|in\s+de)\s*w(?:eek|k)?\b",
        r"\bbruto\b|\bsalaris\b|\b(?:uur)?loon\b|\bschaal\s+\d|\bverdien",
        r"\bcontract\b|\bdienstverband\b|\bin\s+dienst\b|\barbeidsovereenkomst\b|\baanstelling\b",
        r"\b(?:begin|start|komt?|treedt)\w*\b[^.;\n]{0,60}\b(?:19|20)\d\d\b|\bingang\b",
    )
)
_TO_SOMEBODY = later(r"\b(?:je|jij|jou|u|uw|werknemer|medewerker)\b", re.IGNORECASE)


def may_be_a_contract(text: str) -> bool:
    """Hours a week, pay, the contract and its beginning, said to somebody: then it is for a person, and not missing."""
    return all(sign.search(text) for sign in _SIGNS) and bool(_TO_SOMEBODY.search(text))
