"""What is none of the kinds that are read: papers of other kinds by their title, and look-alikes.

A file of a kind that is not judged yet keeps its kind, so that it is never blamed as belonging to nobody. A look-alike
(a VOG of an organisation, an application form, a UBO extract) is `other`, and its sentence says what it is.
"""

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.headings import headings
from dossiercheck.documents.looks import LOOKS, Look
from dossiercheck.documents.model import Unrecognised
from dossiercheck.documents.places import plain_pages
from dossiercheck.readers.content import PdfContent


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim a paper of another kind, or a look-alike, by its title; never one without a title that says so."""
    pages = plain_pages(content, limit=1)
    if not pages:
        return None
    titles = headings(pages[0])
    look = next((look for look in LOOKS if _fits(look, titles, pages[0].text)), None)
    if look is None:
        return None
    paper = Unrecognised(say=look.say, values={"kind": look.kind.value}, hint=look.kind)
    return Claim(kind=look.kind, paper=paper, confidence=look.confidence)


def _fits(look: Look, titles: tuple[str, ...], text: str) -> bool:
    if not any((match := look.title.search(title)) and match.start() <= 45 for title in titles):
        return False
    if look.body and not look.body.search(text):
        return False
    return not (look.not_body and look.not_body.search(text))
