"""The bank statement (H6): recent, with address, a valid IBAN, and the provider as its holder."""

from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case
from dossiercheck.checks.company_named import company_named
from dossiercheck.checks.periods import months_before
from dossiercheck.checks.provider_papers import (
    Judged,
    PaperRequirement,
    absent,
    page_one,
    worst,
)
from dossiercheck.documents import (
    BankStatement,
    Document,
    Kind,
    is_valid_iban,
)
from dossiercheck.findings import Finding, Outcome, Reason, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


class BankStatementThere(PaperRequirement):
    """A recent bank statement shows address, a valid account number, and the provider as its holder.

    Interpretation: 'recent' has no number; one that is older than the parameter is for a person.
    """

    kind: ClassVar[str] = "bank-statement"
    wanted: ClassVar[Kind] = Kind.BANK_STATEMENT

    months: int = Field(gt=0, description="Up to so many calendar months old it is recent.")

    def without(self, case: Case) -> Finding:
        return absent(self, case, self.wanted)

    def judge(self, document: Document, case: Case) -> Judged:
        paper = document.paper
        assert isinstance(paper, BankStatement)
        found = worst(
            [_iban(paper, document, case), company_named(paper.holder, case, document), _address(paper, document)]
        )
        recent = self._recent(paper, document, case)
        judged = worst([found, recent])
        return judged if judged.outcome is not MET else recent

    def _recent(self, paper: BankStatement, document: Document, case: Case) -> Judged:
        dated = paper.dated_on
        values: dict[str, Value] = {"document": document.kind.value, "months": self.months, "on": case.on}
        if dated is None:
            say, at = "bank-date-not-found", (page_one(document),)
            return Judged(outcome=UNDECIDED, say=say, reason=Reason.UNREADABLE, at=at, values=values)
        values |= {"issued": dated.value, "iban": _shown(paper), "holder": paper.holder.value if paper.holder else ""}
        since = min(case.dossier.statement.requested_on or case.on, case.on)
        if dated.value > case.on:
            outcome, say, reason = NOT_MET, "document-in-future", Reason.IN_FUTURE
        elif dated.value < months_before(since, self.months):
            outcome, say, reason = UNDECIDED, "bank-not-recent", Reason.TOO_OLD
        else:
            places = (paper.iban, paper.holder, dated, paper.address)
            found = tuple(fact.place for fact in places if fact)
            return Judged(outcome=MET, say="bank-as-asked", at=found, values=values)
        return Judged(outcome=outcome, say=say, reason=reason, at=(dated.place,), values=values)


def _shown(paper: BankStatement) -> str:
    """The account number, its middle left out."""
    value = paper.iban.value if paper.iban else ""
    return f"{value[:4]}…{value[-4:]}"


def _iban(paper: BankStatement, document: Document, case: Case) -> Judged:
    if paper.iban is None:
        return Judged(outcome=UNDECIDED, say="bank-iban-not-found", reason=Reason.UNREADABLE, at=(page_one(document),))
    stated = case.dossier.statement.iban
    values: dict[str, Value] = {"iban": paper.iban.value}
    at = (paper.iban.place,)
    if not is_valid_iban(paper.iban.value):
        return Judged(outcome=NOT_MET, say="bank-iban-invalid", reason=Reason.INVALID_IBAN, at=at, values=values)
    if stated and "".join(stated.split()).upper() != paper.iban.value:
        return Judged(outcome=UNDECIDED, say="bank-iban-not-stated", reason=Reason.AMBIGUOUS, at=at, values=values)
    return Judged(outcome=MET, say="bank-as-asked", at=at)


def _address(paper: BankStatement, document: Document) -> Judged:
    at = (page_one(document),)
    if paper.address is not None:
        return Judged(outcome=MET, say="bank-as-asked", at=(paper.address.place,))
    if paper.other_address or document.scanned:
        return Judged(outcome=UNDECIDED, say="bank-address-unclear", reason=Reason.NEEDS_PERSON, at=at)
    return Judged(outcome=NOT_MET, say="bank-address-missing", reason=Reason.FIELD_MISSING, at=at)
