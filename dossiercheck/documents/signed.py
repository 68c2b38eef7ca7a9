"""Is a paper signed, whoever by? For papers of one party, where any signature is its own.

True: a signature in the file that is intact. False: a digital paper with nothing at all of ink, drawing, image or
signature in it. All else (ink, a scan, a picture, the words of a signing service) is for a person: None.
"""

import re

from dossiercheck.documents.model import Signed
from dossiercheck.facts import How, Place, SealState, Signature, SignatureKind
from dossiercheck.readers.content import PdfContent

_TRACE = re.compile(
    r"docusign|signhost|evidos|validsign|(?:digitaal|elektronisch)\s+(?:onder)?getekend|(?:digitally|electronically)\s+signed"
    r"|envelope\s?id|\bw\.?g\.?(?!\w)|was\s+getekend|/s/",
    re.IGNORECASE,
)


def signed(file: str, content: PdfContent) -> Signed:
    """The answer for this file."""
    signatures = [s for s in content.seal.signatures if s.kind is not SignatureKind.TIMESTAMP]
    for signature in signatures:
        if signature.intact is True and content.seal.state in (SealState.GENUINE, SealState.INTACT_UNTRUSTED):
            return Signed(value=True, by="signature", place=_place(file, signature))
    if signatures or _may_bear_ink(content):
        return Signed(value=None)
    return Signed(value=False, place=Place(file=file, page=content.page_count or None))


def _place(file: str, signature: Signature) -> Place:
    signer = signature.signer
    name = (signer.common_name or signer.organisation) if signer else ""
    return Place(file=file, text=name, how=How.SEAL)


def _may_bear_ink(content: PdfContent) -> bool:
    if not content.drawings_known or content.ink_annotations or content.drawings or _TRACE.search(content.text):
        return True
    if content.page_count != len(content.pages):
        return True
    return any(page.image_share > 0 or page.how is not How.TEXT for page in content.pages)
