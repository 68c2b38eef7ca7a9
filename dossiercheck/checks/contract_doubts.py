"""What makes a contract doubtful: a draft, an offer of one that is still to come, one with another employer."""

import re
from dataclasses import dataclass, field

from dossiercheck.checks.organisations import names_organisation, same_organisation
from dossiercheck.checks.substance import with_text
from dossiercheck.documents import Contract, ContractKind, Document
from dossiercheck.facts import Place
from dossiercheck.findings import Reason, Value

_DRAFT = re.compile(r"\b(?:concept|draft|ontwerp|specimen|conceptversie)\b", re.IGNORECASE)
_DRAFT_LINE = re.compile(
    r"^\W*(?:dit\s+is\s+een\s+)?(?:concept(?:versie)?|draft|ontwerp|specimen)\b.{0,14}$", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:contract|overeenkomst|arbeidscontract|arbeidsovereenkomst)\s+(?:volgt\b(?!\s+(?:de|het|op|uit)\b)|wordt\s+(?:nog|later|daarna|u|je)\b"
    r"|ontvang(?:t|en)?\s+(?:je|u)\s+(?:nog|later|daarna|binnenkort|zodra|nadat)|moet\s+nog|zal\s+nog|zullen\s+wij\s+nog)"
    r"|\b(?:contract|agreement)\s+will\s+(?:follow|be\s+sent)\b",
    re.IGNORECASE,
)
_WITH_THE_PROVIDER = (ContractKind.EMPLOYMENT, ContractKind.TRAINEESHIP, ContractKind.VOLUNTEER)
"""Of hired staff the other party may be an agency."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """Why a person must look at it; `say` is a key of the wording."""

    say: str
    reason: Reason
    place: Place
    values: dict[str, Value] = field(default_factory=dict)


def doubt(document: Document, contract: Contract, provider: str | None) -> Doubt | None:
    """The first doubt about this contract being one, with this provider. Without a text only its title is looked at."""
    return _draft(document, contract) or _to_come(document) or _of_another(document, contract, provider)


def _draft(document: Document, contract: Contract) -> Doubt | None:
    if found := _DRAFT.search(contract.kind.place.text):
        values: dict[str, Value] = {"text": found.group()}
        return Doubt(say="contract-draft", reason=Reason.NEEDS_PERSON, place=contract.kind.place, values=values)
    for page in document.text:
        for line in page.lines:
            if _DRAFT_LINE.match(line.text.strip()):
                values = {"text": line.text.strip()}
                return Doubt(say="contract-draft", reason=Reason.NEEDS_PERSON, place=line.place, values=values)
    return None


def _to_come(document: Document) -> Doubt | None:
    for page in document.text:
        text = "\n".join(line.text for line in page.lines)
        if found := _TO_COME.search(text):
            place = with_text(page.lines[text.count("\n", 0, found.start())], found.group())
            values: dict[str, Value] = {"text": " ".join(found.group().split())}
            return Doubt(say="contract-to-come", reason=Reason.NEEDS_PERSON, place=place, values=values)
    return None


def _of_another(document: Document, contract: Contract, provider: str | None) -> Doubt | None:
    """The employer that it names is another organisation, and the provider stands nowhere in it."""
    employer = contract.employer
    if not provider or employer is None or contract.kind.value not in _WITH_THE_PROVIDER:
        return None
    lines = [line.text for page in document.text for line in page.lines]
    if not lines or same_organisation(employer.value, provider):
        return None
    if names_organisation([*lines, employer.value], provider) or names_organisation([provider], employer.value):
        return None
    values: dict[str, Value] = {"employer": employer.value, "provider": provider}
    return Doubt(say="contract-of-another", reason=Reason.NAME_MISMATCH, place=employer.place, values=values)
