"""Places of a template that nobody filled in."""

import re

from dossiercheck.documents.contracts.running import Part
from dossiercheck.facts import Place

MOST = 20
_BLANK = re.compile(
    r"""_{4,}|(?<!\.)\.{6,}|…{2,}(?:\.|…)*
    |\[\s*(?:naam|datum|functie|bedrag|adres|plaats|aantal|uren|werkgever|werknemer|in\s?te\s?vullen|invullen|name|date|amount|x{3,}|\.{2,}|…+|geboorte\w*|startdatum|einddatum|salaris|schaal)[^\]\n]{0,50}\]
    |<\s*(?:naam|datum|functie|bedrag|adres|plaats|aantal|werkgever|werknemer|invullen)[^>\n]{0,40}>
    |\{\{(?!\s*(?:signer|signature|seal|paraaf|date\s*signer))[^}\n]{1,40}\}\}|«[^»\n]{1,40}»|<<[^>\n]{1,40}>>
    |(?<!\w)(?:dd|xx|XX|DD)[-/](?:mm|xx|XX|MM)[-/](?:jjjj|yyyy|xxxx|XXXX|JJJJ)(?!\w)|(?<!\w)(?:n\.?t\.?b\.?|in\s+te\s+vullen)(?!\w)|\bXXX+\b""",
    re.VERBOSE,
)
_SIGN_HERE = re.compile(
    r"handtekening|namens|paraaf|signature|ondertek|getekend|akkoord|signed|plaats\s*[,:]|datum\s*[,:]|place|d\.d\.|te\s*:?\s*_|op\s*:?\s*_|^\W*(?:naam|functie)\W*_",
    re.IGNORECASE,
)


def blanks(part: Part, closing: int) -> tuple[Place, ...]:
    """Unfilled places above the signature block; lines to sign, date or place a signature on are none."""
    found: list[Place] = []
    text = part.printed[:closing]
    for match in _BLANK.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if _SIGN_HERE.search(line) or not re.search(r"\w", re.sub(r"_", "", line)):
            continue
        found.append(part.place(line_start, match.end()))
        if len(found) == MOST:
            break
    return tuple(found)
