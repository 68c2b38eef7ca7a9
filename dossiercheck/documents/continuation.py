"""Later pages of a contract in a file of their own: two scans of one paper. They are no contract, and not nothing.

Recognised by where they go on (`pagina 2 van 3`, an article that is not the first) and by what a contract speaks of.
"""

import re

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import Kind, Unrecognised
from dossiercheck.readers.content import PdfContent

_LATER_PAGE = re.compile(
    r"\b(?:pagina|pag\.?|page|blad(?:zijde)?)\s*(\d{1,2})\s*(?:van|of|/|-)\s*\d{1,2}\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"^\W*(?:artikel|art\.|article)\s*(\d{1,2})\b", re.IGNORECASE | re.MULTILINE)
_OF_A_CONTRACT = re.compile(
    r"\b(?:werkgever|werknemer|werkneemster|opdrachtgever|opdrachtnemer|stagiaire?|vrijwilliger|arbeidsovereenkomst)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"aldus\s|in\s+(?:twee|drie)voud|voor\s+akkoord|handtekening|ondertekend|getekend\s+te", re.IGNORECASE
)
_MOST_PAGES = 20


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim the rest of a contract that begins in another file."""
    if not content.pages or len(content.pages) > _MOST_PAGES:
        return None
    text = content.pages[0].text
    number, article = _LATER_PAGE.search(text), _ARTICLE.search(text)
    later = bool(number and int(number.group(1)) > 1) or bool(article and int(article.group(1)) > 1)
    speaks = len(_OF_A_CONTRACT.findall(content.text)) + 2 * bool(_SIGNED.search(content.text))
    if not later or speaks < 3:
        return None
    paper = Unrecognised(say="contract-continuation", values={"kind": Kind.CONTRACT.value}, hint=Kind.CONTRACT)
    return Claim(kind=Kind.OTHER, paper=paper, confidence=0.5)
