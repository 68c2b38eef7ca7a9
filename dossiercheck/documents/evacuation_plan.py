"""A plan for leaving a building in an emergency, by its title. What it treats, the requirement set's words say.

Papers about such a plan (a report of a drill, a course certificate, a quotation) are none.
"""

import re

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_locations import EvacuationPlan
from dossiercheck.documents.places import Words, fact, plain_pages, view
from dossiercheck.documents.title_lines import titles
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_TITLE = later(
    r"\b(?:ontruimings?-?\s?(?:plan|procedure|instructie|draaiboek)|calamiteiten-?\s?plan|(?:bedrijfs)?noodplan|noodprocedure"
    r"|evacuatie-?\s?plan|(?:bhv|bedrijfshulpverlenings?)-?\s?plan|vluchtplan|plan\s+(?:voor|bij)\s+(?:brand|ontruiming|calamiteiten))",
    re.IGNORECASE,
)
_ABOUT = later(
    r"\b(?:verslag|evaluatie|oefening|oefenverslag|certificaat|diploma|cursus|training|offerte|factuur|opdracht|logboek|presentielijst"
    r"|verklaring|handboek|jaarverslag|notulen|toetsing|risico)",
    re.IGNORECASE,
)
_SUBJECT = later(r"ontruim|evacu|verzamelp|vluchtroute|nooduitgang|\bbhv|brand", re.IGNORECASE)
_LEAD = 45
"""Letters that may stand before the word in a title."""


def recognise(file: str, content: PdfContent) -> Claim | None:
    """The plan in this file; None where it is something else."""
    pages = plain_pages(content, limit=3)
    if not pages:
        return None
    heads = titles(pages[0]) or (titles(pages[1]) if len(pages) > 1 else ())
    title = next((head for head in heads if _is_title(head)), None)
    if title is None or _ABOUT.search(heads[0].text) or not any(_SUBJECT.search(page.text) for page in pages):
        return None
    named = fact(file, title.text, title)
    return Claim(
        kind=Kind.EVACUATION_PLAN, paper=EvacuationPlan(title=named), confidence=0.85, facts=(view("title", named),)
    )


def _is_title(head: Words) -> bool:
    found = _TITLE.search(head.text)
    return bool(found and found.start() <= _LEAD and not _ABOUT.search(head.text))
