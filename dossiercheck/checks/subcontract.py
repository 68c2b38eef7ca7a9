"""With subcontractors: an agreement with each of them (3.6.1). It can be asked for, so an absent one fails nobody."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.agreements import Agreement, Named, agreements
from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.organisations import NameFit
from dossiercheck.checks.own_locations import unread
from dossiercheck.documents import Contract, ContractKind, Kind, Subcontract
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Value


class SubcontractAgreement(Requirement):
    """One finding for each subcontractor that the provider names: is there an agreement between the two?

    Interpretation: an agreement can be asked for and need not be handed in, so an absent one is for the provider to
    look up. One with another organisation is named, since it may be the subcontractor under another name.
    """

    kind: ClassVar[str] = "subcontract-agreement"

    contract_kinds: tuple[ContractKind, ...] = Field(
        default=(ContractKind.ASSIGNMENT, ContractKind.HIRE, ContractKind.SECONDMENT),
        description="Kinds of contract that may be one with a subcontractor, besides those called so.",
    )

    def evaluate(self, case: Case) -> Iterator[Finding]:
        named = case.dossier.statement.subcontractors
        found = agreements(case, self.contract_kinds)
        if named:
            yield from (self._about(name, found, named, case) for name in named)
            return
        called_so = next((a for a in found if isinstance(a.document.paper, Subcontract)), None)
        if called_so and case.dossier.statement.role != "sub":
            say = "subcontractors-not-declared" if named is None else "subcontractors-none-but-agreement"
            reason = Reason.NOT_DECLARED if named is None else Reason.AMBIGUOUS
            yield self._open(
                say, reason, {"file": called_so.document.file}, Place(file=called_so.document.file, page=1)
            )
        else:
            yield self.finding(Outcome.NOT_APPLICABLE, "no-subcontractors")

    def _about(self, name: str, found: tuple[Agreement, ...], named: tuple[str, ...], case: Case) -> Finding:
        values: dict[str, Value] = {"name": name, "provider": case.dossier.statement.provider_name}
        fitting = [(agreement, party) for agreement in found if (party := agreement.party(name))]
        judged = [self._judged(a, party, case, {**values, "file": a.document.file}) for a, party in fitting]
        best = next((finding for finding in judged if finding.outcome is Outcome.MET), None)
        if best or judged:
            return best or judged[0]
        other = next((a for a in found if _is_of_nobody(a, named)), None)
        if other:
            at = Place(file=other.document.file, page=1)
            return self._open("subcontract-with-another", Reason.NAME_MISMATCH, {**values, "file": at.file}, at)
        if document := unread(case, Kind.SUBCONTRACT):
            return self._open("plan-unread", Reason.UNREADABLE, {"file": document.file}, Place(file=document.file))
        return self._open("subcontract-missing", Reason.MISSING, values)

    def _judged(self, agreement: Agreement, party: Named, case: Case, values: Mapping[str, Value]) -> Finding:
        """An agreement whose opening names the subcontractor."""
        provider, paper = case.dossier.statement.provider_name, agreement.document.paper
        ends = paper.ends_on.value if isinstance(paper, Contract) and paper.ends_on else agreement.last_day
        if party.fit is NameFit.PART:
            return self._open("subcontract-name-doubtful", Reason.NAME_MISMATCH, values, party.place)
        if provider and agreement.party(provider) is None:
            return self._open("subcontract-without-provider", Reason.NAME_MISMATCH, values, party.place)
        if agreement.is_blank:
            return self._open("subcontract-not-filled-in", Reason.NEEDS_PERSON, values, party.place)
        if ends and ends < case.on:
            return self._open("subcontract-ended", Reason.EXPIRED, {**values, "end": ends}, party.place)
        if not party.place.is_sure:
            return self._open("read-unsure", Reason.UNREADABLE, {**values, "text": party.place.text}, party.place)
        return self.finding(Outcome.MET, "subcontract-there", values=values, at=(party.place,))

    def _open(self, say: str, reason: Reason, values: Mapping[str, Value], *at: Place) -> Finding:
        return self.finding(Outcome.UNDECIDED, say, reason=reason, values=values, at=at)


def _is_of_nobody(agreement: Agreement, named: tuple[str, ...]) -> bool:
    """Is this called a subcontract, and with none of the subcontractors named?"""
    return isinstance(agreement.document.paper, Subcontract) and not any(agreement.party(name) for name in named)
