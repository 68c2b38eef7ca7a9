"""A quality certificate (H6): in force, the provider's, of an accepted scheme, and for the right trade."""

from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case
from dossiercheck.checks.company_named import company_named
from dossiercheck.checks.provider_papers import (
    Judged,
    PaperRequirement,
    absent,
    contradicted,
    page_one,
    worst,
)
from dossiercheck.checks.substance import word_pattern
from dossiercheck.documents import (
    Document,
    Kind,
    QualityCertificate,
)
from dossiercheck.findings import Finding, Outcome, Reason, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


class QualityCertificateValid(PaperRequirement):
    """If the provider has a quality certificate: it is of a scheme for the sector, the provider's, and not expired.

    A scheme for any trade counts where its scope names this one; another scope, or none, is for a person.
    """

    kind: ClassVar[str] = "quality-certificate"
    wanted: ClassVar[Kind] = Kind.QUALITY_CERTIFICATE

    schemes: tuple[str, ...] = Field(description="Schemes that count for the sector, as the report names them.")
    any_trade: tuple[str, ...] = Field(
        default=(), description="Those of them that hold for any trade: their scope must name the sector."
    )
    sector: tuple[str, ...] = Field(default=(), description="Words by which a scope names the sector; `*` for letters.")

    def without(self, case: Case) -> Finding:
        if case.dossier.statement.quality_certificate:
            return absent(self, case, self.wanted)
        return self.finding(Outcome.NOT_APPLICABLE, "certificate-not-held")

    def judge(self, document: Document, case: Case) -> Judged:
        paper = document.paper
        assert isinstance(paper, QualityCertificate)
        term = _term(paper, document, case)
        judged = worst(
            [self._scheme(paper), company_named(paper.holder, case, document), term, self._scope(paper, document)]
        )
        return judged if judged.outcome is not MET else contradicted(paper.against, document) or term

    def _scheme(self, paper: QualityCertificate) -> Judged:
        values: dict[str, Value] = {"scheme": paper.scheme.value, "asked": self.schemes}
        if paper.scheme.value in self.schemes:
            return Judged(outcome=MET, say="certificate-valid", at=(paper.scheme.place,))
        say, reason = "certificate-other-scheme", Reason.NEEDS_PERSON
        return Judged(outcome=UNDECIDED, say=say, reason=reason, at=(paper.scheme.place,), values=values)

    def _scope(self, paper: QualityCertificate, document: Document) -> Judged:
        values: dict[str, Value] = {"scheme": paper.scheme.value, "scope": paper.scope.value if paper.scope else None}
        at = (paper.scope.place if paper.scope else page_one(document),)
        pattern = word_pattern(self.sector)
        if paper.scheme.value not in self.any_trade or (pattern and paper.scope and pattern.search(paper.scope.value)):
            return Judged(outcome=MET, say="certificate-valid", at=at, values=values)
        say = "certificate-other-scope" if paper.scope else "certificate-scope-not-found"
        reason = Reason.NEEDS_PERSON if paper.scope else Reason.FIELD_MISSING
        return Judged(outcome=UNDECIDED, say=say, reason=reason, at=at, values=values)


def _term(paper: QualityCertificate, document: Document, case: Case) -> Judged:
    until, issued = paper.valid_until, paper.issued_on
    values: dict[str, Value] = {"scheme": paper.scheme.value, "until": until.value if until else None, "on": case.on}
    if issued and issued.value > case.on:
        values |= {"document": document.kind.value, "issued": issued.value}
        return Judged(
            outcome=NOT_MET, say="document-in-future", reason=Reason.IN_FUTURE, at=(issued.place,), values=values
        )
    if until is None:
        at = (page_one(document),)
        return Judged(
            outcome=UNDECIDED, say="certificate-end-not-found", reason=Reason.UNREADABLE, at=at, values=values
        )
    if until.value < case.on:
        return Judged(
            outcome=NOT_MET, say="certificate-expired", reason=Reason.EXPIRED, at=(until.place,), values=values
        )
    return Judged(outcome=MET, say="certificate-valid", at=(until.place,), values=values, until=until.value)
