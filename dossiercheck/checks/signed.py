"""Signed: every document that carries the provider's own word (H6). Papers of others bear no signature of its own.

Interpretation: the text says 'all documents', which bank statements and policies cannot meet; the other reading is in
the requirement set. A signature in the file decides, or ink where one is asked for; ink elsewhere is for a person.
"""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.companies import fits_provider, provider_names
from dossiercheck.checks.provider_papers import of_kind, page_one
from dossiercheck.documents import CarePlan, Document, Kind, ProductForm, QualityManual
from dossiercheck.documents.model import Signed
from dossiercheck.facts import How, Place, SealState, Signature, SignatureKind
from dossiercheck.findings import Finding, Outcome, Reason, Subject, SubjectKind, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


class DocumentsSigned(Requirement):
    """Each document of the kinds named is signed."""

    kind: ClassVar[str] = "documents-signed"
    rests_on_words: ClassVar[bool] = False

    documents: tuple[Kind, ...] = Field(description="Kinds of documents that must be signed.")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        papers = of_kind(case, *self.documents)
        if not papers:
            yield self.finding(Outcome.NOT_APPLICABLE, "nothing-to-sign")
        for document in papers:
            yield self._judge(document, case)

    def _judge(self, document: Document, case: Case) -> Finding:
        subject = Subject(kind=SubjectKind.DOCUMENT, id=document.file, name=document.file)
        signatures = _signatures(document)
        state = document.seal.state if document.seal else SealState.NONE
        who = next((s.signer.common_name or s.signer.organisation for s in signatures if s.signer), "")
        values: dict[str, Value] = {"document": document.kind.value, "signer": who}
        at = (Place(file=document.file, text=who, how=How.SEAL) if signatures else page_one(document),)
        outcome, say, reason = self._state(signatures, state, case)
        hand = _by_hand(document)
        if say == "signed-not-digitally" and hand is not None:
            outcome, say, reason = _inked(hand)
            at = (hand.place or page_one(document),)
        return self.finding(outcome, say, reason=reason, subject=subject, values=values, at=at)

    def _state(
        self, signatures: tuple[Signature, ...], state: SealState, case: Case
    ) -> tuple[Outcome, str, Reason | None]:
        if state is SealState.ALTERED:
            return NOT_MET, "signed-altered", Reason.ALTERED_AFTER_SEALING
        if state is SealState.BROKEN:
            return NOT_MET, "signed-broken", Reason.SEAL_BROKEN
        if not signatures:
            return UNDECIDED, "signed-not-digitally", Reason.NEEDS_PERSON
        if any(_is_of_the_provider(signature, case) for signature in signatures):
            return MET, "signed-digitally", None
        return UNDECIDED, "signed-by-another", Reason.WRONG_SIGNER


def _by_hand(document: Document) -> Signed | None:
    """What its ink tells; None for papers of which that is not asked."""
    return document.paper.signed if isinstance(document.paper, CarePlan | ProductForm | QualityManual) else None


def _inked(hand: Signed) -> tuple[Outcome, str, Reason | None]:
    if hand.value:
        return MET, "signed-with-ink", None
    if hand.value is False:
        return NOT_MET, "signed-place-empty", Reason.UNSIGNED
    return UNDECIDED, "signed-ink-unclear" if hand.by == "ink" else "signed-not-digitally", Reason.NEEDS_PERSON


def _signatures(document: Document) -> tuple[Signature, ...]:
    signatures = document.seal.signatures if document.seal else ()
    return tuple(s for s in signatures if s.kind is not SignatureKind.TIMESTAMP and s.intact)


def _is_of_the_provider(signature: Signature, case: Case) -> bool:
    """By a person in their own name, or in the provider's; a service's or another organisation's says nothing."""
    signer = signature.signer
    if signer is None:
        return False
    names = provider_names(case.dossier)
    if signer.organisation and signer.organisation != signer.common_name:
        return fits_provider(signer.organisation, names) is True
    return bool(signer.common_name) and not signer.organisation_id
