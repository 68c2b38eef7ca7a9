"""The Tax Administration's statement 'nakoming fiscale verplichtingen'.

Three statements bear the title 'Verklaring betalingsgedrag'; those for hirers of staff and for chains of contractors
are others. The request for one, and the letter that it is on its way, are none.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.against import TAX, against
from dossiercheck.documents.claim import Claim
from dossiercheck.documents.heads import addressed, date_said, first, headed, tidy
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_organisation import TaxStatement
from dossiercheck.documents.places import PlainPage, Words, fact, plain_pages, view
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_MEETS = later(r"nakom(?:ing|en)\s+(?:van\s+)?(?:de\s+|uw\s+|haar\s+|zijn\s+)?fiscale\s+verplichting", re.IGNORECASE)
_TITLE = later(
    r"verklaring\s+(?:inzake\s+|van\s+)?(?:(?:goed\s+)?betalingsgedrag|(?:de\s+)?nakoming)|nakoming\s+(?:van\s+)?(?:de\s+)?fiscale\s+verplichtingen"
    r"|verklaring\s+belastingdienst",
    re.IGNORECASE,
)
_BY = later(r"belastingdienst|\bontvanger\b", re.IGNORECASE)
_NOT = later(
    r"\baanvra(?:ag|gen)\s+(?:van\s+(?:een|de)\s+)?(?:verklaring|formulier)|aanvraagformulier|\bin\s+behandeling\s+genomen|\bwelke\s+verklaring\s+vraagt"
    r"|\bnog\s+niet\s+(?:worden\s+)?afge(?:geven|ven)|\bkan\s+(?:ik|deze)\s+.{0,40}\bniet\s+(?:afgeven|worden\s+afgegeven)|\bwijs\s+ik\s+.{0,30}\baf\b|\bafwijzing\b",
    re.IGNORECASE,
)
_OTHER = later(r"inleners\s?aansprakelijkheid|keten\s?aansprakelijkheid|\buitlener\b|\bonderaannemer\b", re.IGNORECASE)
_DECLARES = later(
    r"\bverkla(?:art|ar|ren)\b(?:[^\n]|\n(?!\n)){0,160}?\bdat\s+(?:volgens\s+[^\n,]{0,60}?(?:op\s+\d[^\n,]{4,24})?[,\n\s]+)?"
    r"(?P<x>(?-i:[A-Z])[^\n,]{2,70}?)\s+(?:(?:haar|zijn|hun|de|alle)\s+(?:fiscale|belasting)|tot\s+en\s+met|heeft|voldoet|aan\s+(?:haar|zijn))",
    re.IGNORECASE,
)


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim the statement of payment behaviour that is asked for in tenders."""
    pages = plain_pages(content, limit=2)
    if not pages:
        return None
    page = pages[0]
    head = headed(page, _TITLE, lines=24) or headed(page, _MEETS, lines=24)
    if head is None or not _BY.search(page.text) or not _MEETS.search(page.text) or _NOT.search(page.text):
        return None
    if _OTHER.search(head.text) and not _MEETS.search(head.text):
        return None
    paper = _read(file, pages)
    return Claim(
        kind=Kind.TAX_STATEMENT,
        paper=paper,
        confidence=0.88 + 0.07 * (paper.dated_on is not None),
        facts=(view("dated_on", paper.dated_on), view("holder", paper.holder)),
    )


def _read(file: str, pages: Sequence[PlainPage]) -> TaxStatement:
    dated = date_said(pages, r"dagtekening", r"(?<!aanvraag)(?<!ontvangst)\bdatum")
    holder = _holder(pages)
    contrary = against(pages, TAX)
    return TaxStatement(
        dated_on=fact(file, *dated) if dated else None,
        holder=fact(file, tidy(holder.text), holder) if holder else None,
        against=fact(file, contrary.text, contrary) if contrary else None,
    )


def _holder(pages: Sequence[PlainPage]) -> Words | None:
    """The one it is addressed to; else the one of whom it declares."""
    block = next((b for b in addressed(pages[0]) if not _BY.search(b.name.text)), None)
    return block.name if block else first(pages, _DECLARES)
