"""Who signed, as far as a program can tell: by a signature in the file, or by a signing service's page in it.

A signature counts for a party where it is intact and names that party. A seal of a signing service alone proves no
party, names printed under a line and `w.g.` prove nothing, and ink on paper is another reader's business: then the
answer is None. False is said only where a service's page tells that a party did not sign, or where a paper has places
to sign and nothing at all of ink, image, drawing or signature in it.
"""

import re
from dataclasses import dataclass

from dossiercheck.documents.contracts.audit import Entry
from dossiercheck.documents.contracts.blocks import Block
from dossiercheck.documents.contracts.names import organisation_fits, person_fits
from dossiercheck.documents.contracts.parties import Parties
from dossiercheck.documents.contracts.running import Running
from dossiercheck.documents.model import Signed
from dossiercheck.facts import How, Place, SealFault, Signature, SignatureKind
from dossiercheck.readers.content import PdfContent

_HARMLESS = frozenset({"validation_data", SealFault.SIGNED_AGAIN.value, "signature_added", "timestamp", "form_filled"})
_SERVICE_TRACE = re.compile(
    r"docusign|signhost|evidos|validsign|adobe\s+(?:acrobat\s+)?sign|digitaal\s+(?:onder)?getekend|elektronisch\s+(?:onder)?getekend|digitally\s+signed|electronically\s+signed|envelope\s?id|\bw\.?g\.?(?!\w)|was\s+getekend|/s/",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Signing:
    """Who signed, and whether the paper was changed after that."""

    employer: Signed
    employee: Signed
    altered: bool = False


def signing(
    content: PdfContent,
    running: Running,
    who: Parties,
    blocks: tuple[Block, ...],
    entries: tuple[Entry, ...],
    audited: bool,
) -> Signing:
    """The answer for both parties."""
    signatures = [s for s in content.seal.signatures if s.kind is not SignatureKind.TIMESTAMP]
    employee, employer = _embedded(running.file, signatures, who)
    employee = employee or _listed(entries, who, employee=True)
    employer = employer or _listed(entries, who, employee=False)
    if employee is None and employer is None and not signatures and not audited:
        place = _plainly_unsigned(content, running, blocks)
        if place:
            employee = employer = Signed(value=False, place=place)
    return Signing(
        employer=employer or Signed(value=None),
        employee=employee or Signed(value=None),
        altered=any(_altered(s) for s in signatures),
    )


def _altered(signature: Signature) -> bool:
    """Something was changed after it, or its bytes do not fit."""
    if signature.intact is False:
        return True
    return any(change not in _HARMLESS for change in signature.changes)


def _embedded(file: str, signatures: list[Signature], who: Parties) -> tuple[Signed | None, Signed | None]:
    employee = employer = None
    for signature in signatures:
        if signature.intact is not True or _altered(signature) or signature.signer is None:
            continue
        names = (signature.signer.common_name, signature.signer.organisation)
        place = Place(file=file, text=signature.signer.common_name or signature.signer.organisation, how=How.SEAL)
        signed = Signed(value=True, by="signature", place=place)
        if who.employee and person_fits(who.employee.value, names[0]):
            employee = employee or signed
        elif any(person_fits(agent, names[0]) for agent in who.agents) or (
            who.employer and any(organisation_fits(who.employer.value, name) for name in names if name)
        ):
            employer = employer or signed
    return employee, employer


def _listed(entries: tuple[Entry, ...], who: Parties, *, employee: bool) -> Signed | None:
    """What a signing service's page says of one party; None where it does not name it, or says two things."""
    person = who.employee.value if who.employee else ""
    mine = [e for e in entries if bool(person and e.is_person(person)) is employee]
    if not employee:
        mine = [
            e
            for e in mine
            if any(e.is_person(a) for a in who.agents) or (who.employer and e.is_for(who.employer.value))
        ]
    told = [e for e in mine if e.signed is not None]
    values = {e.signed for e in told}
    if not told or len(values) > 1:
        return None
    return Signed(value=told[0].signed, by="service", place=told[0].place)


def _plainly_unsigned(content: PdfContent, running: Running, blocks: tuple[Block, ...]) -> Place | None:
    """Where both parties should have signed and nothing is; None where that cannot be told."""
    closing = [b for b in blocks if b.closing and b.role in ("employee", "employer")]
    if not content.drawings_known or {b.role for b in closing} != {"employee", "employer"}:
        return None
    if content.ink_annotations or content.drawings or _SERVICE_TRACE.search(running.text):
        return None
    if content.page_count != len(content.pages) or any(
        p.image_share > 0 or p.how is not How.TEXT for p in content.pages
    ):
        return None
    return running.place(closing[-1].start, closing[-1].end)
