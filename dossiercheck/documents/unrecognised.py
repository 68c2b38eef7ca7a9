"""What is none of the kinds that are read: papers of other kinds by their title, and look-alikes.

A file of a kind that is not judged yet keeps its kind, so that it is never blamed as belonging to nobody. A look-alike
(a VOG of an organisation, an application form, a UBO extract) is `other`, and its sentence says what it is.
"""

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.looks import LOOKS, Look
from dossiercheck.documents.model import Unrecognised
from dossiercheck.documents.places import PlainPage, plain_pages
from dossiercheck.readers.content import PdfContent

_HEAD_LINES = 16
_LONGEST_TITLE = 100


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim a paper of another kind, or a look-alike, by its title; never one without a title that says so."""
    pages = plain_pages(content, limit=1)
    if not pages:
        return None
    look = next((look for look in LOOKS if _fits(look, pages[0])), None)
    if look is None:
        return None
    paper = Unrecognised(say=look.say, values={"kind": look.kind.value}, hint=look.kind)
    return Claim(kind=look.kind, paper=paper, confidence=look.confidence)


def _fits(look: Look, page: PlainPage) -> bool:
    titled = any(_is_title(look, cell.text) for line in page.lines[:_HEAD_LINES] for cell in (*line.cells, line.words))
    if not titled or (look.body and not look.body.search(page.text)):
        return False
    return not (look.not_body and look.not_body.search(page.text))


def _is_title(look: Look, text: str) -> bool:
    """A title is short, no sentence, and says it near its start."""
    if len(text) > _LONGEST_TITLE or not (text[0].isupper() or text[0].isdigit()) or text.endswith((".", ",", ";")):
        return False
    match = look.title.search(text)
    return match is not None and match.start() <= 45
