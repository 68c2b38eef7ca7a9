"""An agreement with a subcontractor, by its title. Who the parties are is read in its opening (`checks`).

One with another title (`overeenkomst van opdracht`) reads like a contract with a person and is claimed as that.
"""

import re

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_locations import Subcontract
from dossiercheck.documents.places import fact, plain_pages, view
from dossiercheck.documents.title_lines import titles
from dossiercheck.readers.content import PdfContent

_TITLE = re.compile(
    r"onderaannem(?:ing|ings-?\s?overeenkomst|er)|onderaannemings?contract|subcontract(?:ing)?\s+agreement",
    re.IGNORECASE,
)
_BODY = re.compile(r"overeenkomst|agreement|contract", re.IGNORECASE)
_NOT_YET = re.compile(
    r"intentie|voornemen|concept|offerte|voorstel|aanbod|aanvraag|letter\s+of\s+intent|draft", re.IGNORECASE
)
"""A title with one of these announces an agreement."""
_LEAD = 45
"""Letters that may stand before the word in a title."""


def recognise(file: str, content: PdfContent) -> Claim | None:
    """The agreement in this file; None where its title names no subcontractor."""
    pages = plain_pages(content, limit=1)
    if not pages or not _BODY.search(pages[0].text):
        return None
    hits = ((head, _TITLE.search(head.text)) for head in titles(pages[0]))
    title = next((head for head, found in hits if found and found.start() <= _LEAD), None)
    if title is None or announces_only(title.text):
        return None
    named = fact(file, title.text, title)
    return Claim(kind=Kind.SUBCONTRACT, paper=Subcontract(title=named), confidence=0.95, facts=(view("title", named),))


def announces_only(title: str) -> bool:
    """Does this title speak of an agreement that is not there yet: an intention, a draft, an offer?"""
    return bool(_NOT_YET.search(title))
