"""Is the name on a paper the provider's?"""

from dossiercheck.checks.base import Case
from dossiercheck.checks.companies import fits_provider, provider_names
from dossiercheck.checks.provider_papers import Judged, page_one
from dossiercheck.documents import Document
from dossiercheck.facts import Fact
from dossiercheck.findings import Outcome, Reason, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


def company_named(printed: Fact[str] | None, case: Case, document: Document, *, other: Outcome = NOT_MET) -> Judged:
    """Is the name on a paper the provider's? `other`: what another's name comes to."""
    values: dict[str, Value] = {"document": document.kind.value, "stated": case.dossier.statement.provider_name}
    if printed is None:
        say = "company-name-not-found"
        return Judged(outcome=UNDECIDED, say=say, reason=Reason.UNREADABLE, at=(page_one(document),), values=values)
    names, values["printed"], at = provider_names(case.dossier), printed.value, (printed.place,)
    if not names:
        return Judged(outcome=UNDECIDED, say="company-not-stated", reason=Reason.NOT_DECLARED, at=at, values=values)
    match fits_provider(printed.value, names):
        case True:
            return Judged(outcome=MET, say="company-fits", at=at, values=values)
        case None:
            return Judged(outcome=UNDECIDED, say="company-alike", reason=Reason.NAME_MISMATCH, at=at, values=values)
        case False:
            return Judged(outcome=other, say="company-different", reason=Reason.NAME_MISMATCH, at=at, values=values)
