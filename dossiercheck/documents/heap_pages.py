"""What each page of a file is, seen by itself: does it open a paper, go on with one, or is it no paper's page?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import Contract, Diploma, EvcCertificate, Kind, NoQualification, Vog
from dossiercheck.documents.recognise import PdfKind
from dossiercheck.documents.same_holder import Holder
from dossiercheck.readers.content import Page, PdfContent

SURE = 0.85
"""A page that claims less surely than this opens nothing."""
DOUBTFUL = 0.65
_PERSONAL = Diploma | Vog | Contract | EvcCertificate
_FEW_LETTERS = 4
_TITLE_LINES = 6
_LONGEST_COVER = 40
"""Words of a cover sheet."""
_NUMBERED = re.compile(
    r"\b(?:pagina|pag\.?|page|blad(?:zijde)?|p\.)\s*(\d{1,3})\s*(?:van|of|/|-)\s*(\d{1,3})\b", re.IGNORECASE
)
_CONTENTS = re.compile(r"^\W*(?:inhouds?(?:opgave)?|inhoud|index|bijlagen(?:lijst|overzicht)?|contents)\W*$", re.I)
_COVER = re.compile(
    r"^\W*(?:(?:personeels|medewerkers?)?-?\s?dossier|voorblad|schutblad|titelblad|bijlagen|aanbesteding)\b", re.I
)
_SEPARATOR = re.compile(
    r"\W*(?:(?:tab(?:blad)?|bijlage|deel|stuk|nr\.?)?\W*(?:\d{1,2}|[A-Z])?\W*)?"
    r"(?:kopie\s+)?(?:arbeids)?(?:contract(?:en)?|overeenkomst(?:en)?|vogs?(?:\W?s)?|verklaring(?:en)?\s+omtrent\s+(?:het\s+)?gedrag"
    r"|diploma(?:\W?s)?|getuigschrift(?:en)?|evc|documenten|papieren)\W*(?:van\s+[^\n]{2,40})?\W*",
    re.IGNORECASE,
)
_RECEIPT = "signing-receipt"
_RECEIPT_ALONE = "receipt-alone"


class Role(StrEnum):
    """What a page is, by itself."""

    EMPTY = "empty"
    LEAF = "leaf"
    """A cover sheet, a table of contents, a sheet between two papers."""
    OPENS = "opens"
    """It is surely the first page of a person's paper."""
    OTHER = "other"
    """It is surely the first page of another paper."""
    GRADES = "grades"
    PLAIN = "plain"
    """It has text and opens nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """One page with what it is."""

    page: Page
    role: Role
    kind: Kind | None = None
    claim: Claim | None = None
    doubtful: Kind | None = None
    """A kind that it claims to be without being sure."""
    number: int | None = None
    """n of `pagina n van m`."""

    @property
    def holder(self) -> Holder:
        return holder_of(self.claim)


def holder_of(claim: Claim | None) -> Holder:
    """The person whom a claimed paper is about."""
    match claim.paper if claim else None:
        case Diploma() | Vog() | EvcCertificate() as paper:
            name = paper.holder.value if paper.holder else ""
            return Holder(name=name, born_on=paper.born_on.value if paper.born_on else None)
        case Contract() as paper:
            name = paper.employee.value if paper.employee else ""
            return Holder(name=name, born_on=paper.born_on.value if paper.born_on else None)
        case _:
            return Holder()


def see(file: str, content: PdfContent, page: Page, kinds: Mapping[Kind, PdfKind], others: Sequence[PdfKind]) -> Seen:
    """What this page is."""
    text = page.text
    if sum(char.isalnum() for char in text) < _FEW_LETTERS:
        return Seen(page=page, role=Role.EMPTY)
    if _is_leaf(page):
        return Seen(page=page, role=Role.LEAF)
    numbered = _NUMBERED.findall(text)
    number = int(numbered[-1][0]) if numbered else None
    part = replace(content, pages=(page,), page_count=1)
    claims = [claim for recognise in kinds.values() if (claim := recognise(file, part))]
    claims = [claim for claim in claims if isinstance(claim.paper, _PERSONAL)]
    if any(_is_grade_list(claim) for claim in claims):
        return Seen(page=page, role=Role.GRADES, number=number, claim=next(c for c in claims if _is_grade_list(c)))
    sure = [claim for claim in claims if claim.confidence >= SURE]
    other = _other(file, part, others)
    if other and not any(claim.confidence - other.confidence > 0.1 for claim in sure):
        return Seen(page=page, role=Role.OTHER, kind=other.kind, claim=other, number=number)
    if len(sure) == 1:
        return Seen(page=page, role=Role.OPENS, kind=sure[0].kind, claim=sure[0], number=number)
    doubtful = next((claim.kind for claim in claims if claim.confidence >= DOUBTFUL), None)
    return Seen(page=page, role=Role.PLAIN, number=number, doubtful=doubtful)


def _is_leaf(page: Page) -> bool:
    lines = [line.text.strip() for line in page.lines]
    words = page.text.split()
    if any(_CONTENTS.match(line) for line in lines[:2]):
        return True
    if len(words) <= _LONGEST_COVER and any(_COVER.match(line) for line in lines[:2]):
        return True
    return len(words) <= 8 and bool(_SEPARATOR.fullmatch(" ".join(words)))


def _is_grade_list(claim: Claim) -> bool:
    paper = claim.paper
    return (
        isinstance(paper, Diploma)
        and paper.no_qualification is not None
        and paper.no_qualification.value is NoQualification.GRADE_LIST
    )


def _other(file: str, part: PdfContent, others: Sequence[PdfKind]) -> Claim | None:
    """A paper that is no person's, or a look-alike, that this page surely opens. A receipt goes with its contract."""
    for recognise in others:
        claim = recognise(file, part)
        say = getattr(claim.paper, "say", "") if claim else ""
        if claim and claim.confidence >= SURE and say not in (_RECEIPT, _RECEIPT_ALONE):
            return claim
    return None
