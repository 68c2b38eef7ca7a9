"""What follows from who signed: the outcome, and the sentence that says by which way, or what is missing or in doubt.

Ink is called like handwriting, never somebody's signature; so what rests on ink has sentences of its own.
"""

from dossiercheck.checks.papers import FITTING, Held
from dossiercheck.documents import Contract
from dossiercheck.documents.model import Signed
from dossiercheck.facts import How, Place, SignatureKind
from dossiercheck.findings import Outcome, Reason
from dossiercheck.people import Person, match_name


def in_own_name(person: Person, contract: Held[Contract]) -> Signed | None:
    """A signature in the contract's file under a name that the table gives this person and the contract does not.

    People sign under the name of their passport, so a contract in the partner's name bears a signature in the birth
    name. None where there is no such signature, or it is one that the contract already counts for the employer.
    """
    seal = contract.document.seal
    employer = contract.paper.signed_by_employer.place
    for signature in seal.signatures if seal else ():
        name = signature.signer.common_name if signature.signer else ""
        if not name or signature.kind is SignatureKind.TIMESTAMP or signature.intact is not True:
            continue
        if employer and employer.how is How.SEAL and employer.text == name:
            continue
        if match_name(person.employee, name).grade in FITTING:
            place = Place(file=contract.document.file, text=name, how=How.SEAL)
            return Signed(value=True, by="signature", place=place)
    return None


def outcome_of(employer: Signed, employee: Signed) -> tuple[Outcome, str, Reason | None]:
    """The outcome for both parties together."""
    match employer.value, employee.value:
        case True, True:
            return Outcome.MET, "contract-signed-ink" if _rests_on_ink(employer, employee) else "contract-signed", None
        case False, False:
            say = "contract-both-empty" if _is_seen(employer) else "contract-unsigned"
            return Outcome.NOT_MET, say, Reason.UNSIGNED
        case False, _:
            say = "contract-employer-empty" if _is_seen(employer) else "contract-unsigned-employer"
            return Outcome.NOT_MET, say, Reason.UNSIGNED_EMPLOYER
        case _, False:
            say = "contract-employee-empty" if _is_seen(employee) else "contract-unsigned-employee"
            return Outcome.NOT_MET, say, Reason.UNSIGNED_EMPLOYEE
        case _:
            return Outcome.UNDECIDED, _doubt(employer, employee), Reason.NEEDS_PERSON


def _doubt(employer: Signed, employee: Signed) -> str:
    inked = _rests_on_ink(employer, employee)
    if employee.value:
        return "contract-employer-ink-unclear" if inked else "contract-employer-not-seen"
    if employer.value:
        return "contract-employee-ink-unclear" if inked else "contract-employee-not-seen"
    return "contract-ink-unclear" if inked else "contract-signatures-not-seen"


def _rests_on_ink(employer: Signed, employee: Signed) -> bool:
    return "ink" in (employer.by, employee.by)


def _is_seen(signed: Signed) -> bool:
    """It was looked at, as a picture: the place is there and empty."""
    return signed.place is not None and signed.place.how is How.IMAGE
