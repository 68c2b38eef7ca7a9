"""Who signed, as far as a program can tell: by a signature in the file, by a signing service's page in it, or by
ink.

A signature counts for a party where it is intact and names that party. A signing service's page counts under that
service's own intact seal: the page alone can be typed, and the seal alone proves no party. Names printed under a line
and `w.g.` prove nothing. Where neither is there, the ink on the places to sign is asked. False is said only where a
service's page tells that a party did not sign, or where a place to sign is surely empty.
"""

import re
from dataclasses import dataclass, replace

from dossiercheck.documents.contracts.audit import Entry
from dossiercheck.documents.contracts.inked import Inked, inked
from dossiercheck.documents.contracts.names import organisation_fits, person_fits
from dossiercheck.documents.contracts.parties import Parties
from dossiercheck.documents.contracts.running import Running
from dossiercheck.documents.contracts.signer_names import names_another
from dossiercheck.documents.contracts.signing_places import Area
from dossiercheck.documents.model import Signed
from dossiercheck.facts import How, Place, SealFault, SealState, Signature, SignatureKind
from dossiercheck.readers.content import PdfContent

_HARMLESS = frozenset({"validation_data", SealFault.SIGNED_AGAIN.value, "signature_added", "timestamp"})
_SERVICES = re.compile(
    r"sign|teken|evidos|entrust|adobe|zivver|afas|visma|nmbrs|dropbox|pandadoc|scrive|connective|nitro", re.IGNORECASE
)
"""In the names of services that have papers signed (Signhost, DocuSign, ValidSign, …): data, not all there are."""
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
    places: tuple[Area, ...],
    entries: tuple[Entry, ...],
    audited: bool,
) -> Signing:
    """The answer for both parties."""
    signatures = [s for s in content.seal.signatures if s.kind is not SignatureKind.TIMESTAMP]
    employee, employer = _embedded(running.file, content, who)
    sealed = any(
        s.intact is True and not _altered(s, content) and _is_service(s, who, _audit_text(content, entries))
        for s in signatures
    )
    employee = employee or _listed(entries, who, employee=True, sealed=sealed)
    employer = employer or _listed(entries, who, employee=False, sealed=sealed)
    ink = _ink(running, content, places, traced=bool(signatures) or audited)
    if ink.employee.value and who.employee and names_another(content, places, who.employee.value, who.agents):
        ink = replace(ink, employee=replace(ink.employee, value=None))
    return Signing(
        employer=employer or ink.employer,
        employee=employee or ink.employee,
        altered=any(_altered(s, content) for s in signatures),
    )


def _altered(signature: Signature, content: PdfContent) -> bool:
    """Something was changed after it, or its bytes do not fit. Filling a form is a change unless it was permitted."""
    if signature.intact is False:
        return True
    permitted = content.seal.state is not SealState.ALTERED
    harmless = _HARMLESS | {SealFault.FORM_FILLED.value} if permitted else _HARMLESS
    return any(change not in harmless for change in signature.changes)


def _is_service(signature: Signature, who: Parties, page: str) -> bool:
    """Is it the seal of a service that has papers signed: a known one, or one that its own page names; no party's."""
    signer = signature.signer
    if signer is None:
        return False
    names = (signer.common_name, signer.organisation)
    parties = [fact.value for fact in (who.employee, who.employer) if fact]
    if any(organisation_fits(party, name) for party in parties for name in names if name):
        return False
    if any(_SERVICES.search(name) for name in names):
        return True
    return any(
        len(brand) >= _SHORTEST_NAME and re.search(rf"(?<!\w){re.escape(brand)}(?!\w)", page)
        for name in names
        for brand in (name.casefold(), _LEGAL_FORM.sub("", name).strip().casefold())
    )


_LEGAL_FORM = re.compile(r"[\s,]+(?:B\.?\s?V\.?|N\.?\s?V\.?|GmbH|AG|SAS?|Ltd\.?|Inc\.?|LLC|AB|A/S)\W*$", re.IGNORECASE)


_SHORTEST_NAME = 5


def _audit_text(content: PdfContent, entries: tuple[Entry, ...]) -> str:
    """The service's pages, in lower case."""
    numbers = {entry.place.page for entry in entries if entry.place}
    return "\n".join(page.text for page in content.pages if page.number in numbers).casefold()


def _embedded(file: str, content: PdfContent, who: Parties) -> tuple[Signed | None, Signed | None]:
    employee = employer = None
    for signature in content.seal.signatures:
        if signature.kind is SignatureKind.TIMESTAMP or signature.signer is None:
            continue
        if signature.intact is not True or _altered(signature, content):
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


def _listed(entries: tuple[Entry, ...], who: Parties, *, employee: bool, sealed: bool) -> Signed | None:
    """What a signing service's page says of one party; None where it does not name it, or says two things.

    That a party signed is believed only under the service's seal; that one did not, also without.
    """
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
    if not told or len(values) > 1 or (told[0].signed and not sealed):
        return None
    return Signed(value=told[0].signed, by="service", place=told[0].place)


def _ink(running: Running, content: PdfContent, places: tuple[Area, ...], *, traced: bool) -> Inked:
    """What ink tells of both; where a signature or a trace of a service is in the file, nothing is called unsigned."""
    ink = inked(running.file, content, places)
    if not traced and not _SERVICE_TRACE.search(running.text):
        return ink
    return Inked(employer=_unless_false(ink.employer), employee=_unless_false(ink.employee))


def _unless_false(signed: Signed) -> Signed:
    return replace(signed, value=signed.value or None)
