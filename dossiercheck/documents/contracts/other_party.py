"""Where one sentence introduces both parties, and only the employee's role is a word that contracts have for it.

`De coöperatie X, vertegenwoordigd door Y, verder: de coöperatie, en Z, verder: de medewerker`: without this, Y, who
acts for the organisation, would be taken for the employee.
"""

import re

_ROLE_CUE = re.compile(r"\b(?:hierna|verder|nader|in\s+het\s+vervolg)\b", re.IGNORECASE)
_OTHER_PARTY = re.compile(
    r"""\b(?:hierna|verder|nader|in\s+het\s+vervolg)\b[^.;\n()]{0,40}?\b(?:de|het)\s+["'*]{0,2}[\w-]{3,30}["'*]{0,2}\s*[,;]?\s*(?:en|and)\b[\s:,]*(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)


def other_party(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where, before the employee, another party is given a role in a word of its own (`verder: de coöperatie, en`)."""
    return next(iter(reversed(list(_OTHER_PARTY.finditer(text, start, end)))), None)


def last_cue(text: str, start: int, match: re.Match[str]) -> int:
    """Where the words begin that define the employee's role, in a match that may have begun at another party's."""
    cues = [m.start() for m in _ROLE_CUE.finditer(text, max(start, match.start()), match.end())]
    return cues[-1] if cues else match.start()
