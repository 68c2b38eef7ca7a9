"""Is a paper signed, whoever by? For papers of one party, where any signature is its own.

True: a signature in the file that is intact, or ink like handwriting where the paper asks for a signature. False: a
paper that was searched, read well, and bears nothing at all of ink, drawing or signature. All else (ink elsewhere, too
faint or a stamp's, pages that could not be searched, the words of a signing service) is for a person: None.
"""

import re

from dossiercheck.documents.contracts.inked import signature_or_not
from dossiercheck.documents.contracts.signing_places import other_rows
from dossiercheck.documents.model_signed import Signed
from dossiercheck.facts import SURE, Box, How, Place, SealState, Signature, SignatureKind
from dossiercheck.readers.content import PdfContent

_TRACE = re.compile(
    r"docusign|signhost|evidos|validsign|(?:digitaal|elektronisch)\s+(?:onder)?getekend|(?:digitally|electronically)\s+signed"
    r"|envelope\s?id|\bw\.?g\.?(?!\w)|was\s+getekend|/s/",
    re.IGNORECASE,
)

_ASKS = re.compile(
    r"handtekening|onderteken|getekend|(?:voor|ter)\s+akkoord|namens|\bnaam\b|signature|signed|\bname\b", re.IGNORECASE
)
"""By these words people sign."""


def signed(file: str, content: PdfContent) -> Signed:
    """The answer for this file."""
    signatures = [s for s in content.seal.signatures if s.kind is not SignatureKind.TIMESTAMP]
    for signature in signatures:
        if signature.intact is True and content.seal.state in (SealState.GENUINE, SealState.INTACT_UNTRUSTED):
            return Signed(value=True, by="signature", place=_place(file, signature))
    if signatures:
        return Signed(value=None)
    ink = _ink(file, content)
    if ink or _may_be_signed_otherwise(content):
        return ink or Signed(value=None)
    return Signed(value=False, place=Place(file=file, page=content.page_count or None))


def _ink(file: str, content: PdfContent) -> Signed | None:
    """The surest ink on the paper: a signature where it stands by the words that ask for one; None without any."""
    best: Signed | None = None
    for page in content.pages:
        rows, labels = (
            other_rows(page),
            [span.box for line in page.lines for span in line.spans if _ASKS.search(span.text)],
        )
        for mark in page.ink:
            meant = signature_or_not(mark, rows)
            if meant is None:
                continue
            asked = any(is_by(mark.box, label) for label in labels)
            place = Place(file=file, page=page.number, how=How.IMAGE, confidence=mark.likeness, box=mark.box)
            if meant and asked:
                return Signed(value=True, by="ink", place=place)
            if best is None or best.place is None or mark.likeness > best.place.confidence:
                best = Signed(value=None, by="ink", place=place)
    return best


def is_by(mark: Box, label: Box) -> bool:
    """Beside the label, above it or below it, as near as people sign."""
    return (
        label[0] - 30 <= mark[2]
        and mark[0] <= label[2] + 220
        and label[1] - 60 <= (mark[1] + mark[3]) / 2 <= label[3] + 90
    )


def _place(file: str, signature: Signature) -> Place:
    signer = signature.signer
    name = (signer.common_name or signer.organisation) if signer else ""
    return Place(file=file, text=name, how=How.SEAL)


def _may_be_signed_otherwise(content: PdfContent) -> bool:
    if content.ink_annotations or _TRACE.search(content.text) or content.page_count != len(content.pages):
        return True
    read_well = all(page.how is not How.OCR or page.confidence >= SURE for page in content.pages)
    asked = any(_ASKS.search(page.text) for page in content.pages)
    scanned = any(page.how is How.OCR for page in content.pages)
    return not read_well or not all(page.ink_known for page in content.pages) or (scanned and not asked)
