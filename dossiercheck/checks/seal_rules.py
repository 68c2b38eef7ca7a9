"""What the seal of a diploma is worth (formats.md 5): its state, then whose it is, then who vouches for it."""

from dataclasses import dataclass

from pydantic import Field

from dossiercheck.checks.base import Model
from dossiercheck.facts import Party, Seal, SealFault, SealState
from dossiercheck.findings import Outcome, Reason


class SealHolder(Model):
    """An organisation whose seal is accepted. One identifier or one exact name suffices."""

    organisation_ids: tuple[str, ...] = Field(default=(), description="organizationIdentifier, such as NTRNL-50973029.")
    organisations: tuple[str, ...] = Field(
        default=(), description="Exact organisation names; one without an identifier beside it is for a person."
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class SealJudgement:
    """The outcome for one seal; `say` names the sentence."""

    outcome: Outcome
    say: str
    reason: Reason | None = None


_GENUINE = SealJudgement(outcome=Outcome.MET, say="seal-genuine")
_CHANGED = SealJudgement(outcome=Outcome.UNDECIDED, say="seal-changed-as-permitted", reason=Reason.NEEDS_PERSON)
_WRONG_SIGNER = SealJudgement(outcome=Outcome.NOT_MET, say="seal-wrong-signer", reason=Reason.WRONG_SIGNER)
_NOT_SEALED = SealJudgement(outcome=Outcome.NOT_MET, say="seal-none", reason=Reason.NOT_SEALED)


def judge_seal(seal: Seal | None, holder: SealHolder) -> SealJudgement:
    """Judge a seal of which `holder` should be the owner."""
    if seal is None or seal.state is SealState.NONE:
        return _NOT_SEALED
    match seal.state:
        case SealState.BROKEN:
            return _faulty(Outcome.NOT_MET, seal, Reason.SEAL_BROKEN)
        case SealState.ALTERED:
            return _faulty(Outcome.NOT_MET, seal, Reason.ALTERED_AFTER_SEALING)
        case SealState.GENUINE if not is_of(seal, holder):
            return _WRONG_SIGNER
        case SealState.GENUINE:
            return _judge_genuine(seal)
        case SealState.INTACT_UNTRUSTED if seal.fault is SealFault.SELF_SIGNED:
            return _faulty(Outcome.NOT_MET, seal, Reason.SEAL_NOT_TRUSTED)
        case SealState.INTACT_UNTRUSTED:
            return _faulty(Outcome.UNDECIDED, seal, Reason.SEAL_NOT_TRUSTED) if is_of(seal, holder) else _WRONG_SIGNER
        case _ if seal.fault is SealFault.UNREADABLE or seal.main is None:
            return _faulty(Outcome.UNDECIDED, seal, Reason.UNREADABLE)
        case _:
            return _faulty(Outcome.UNDECIDED, seal, Reason.SEAL_NOT_TRUSTED) if is_of(seal, holder) else _WRONG_SIGNER


def _judge_genuine(seal: Seal) -> SealJudgement:
    """A seal that holds and bears the right name: is it also of the kind that DUO sets?"""
    main = seal.main
    if main is None or not main.certification:
        return SealJudgement(outcome=Outcome.UNDECIDED, say="seal-not-certifying", reason=Reason.NEEDS_PERSON)
    if main.signer is None or not main.signer.organisation_id:
        return SealJudgement(outcome=Outcome.UNDECIDED, say="seal-without-identifier", reason=Reason.NEEDS_PERSON)
    return _CHANGED if _was_changed(seal) else _GENUINE


def is_of(seal: Seal, holder: SealHolder) -> bool:
    """Is the seal the holder's? By identifier; by name only where the certificate bears no identifier."""
    signer: Party | None = seal.main.signer if seal.main else None
    if signer is None:
        return False
    if signer.organisation_id:
        return signer.organisation_id in holder.organisation_ids
    return signer.organisation in holder.organisations


def _was_changed(seal: Seal) -> bool:
    """Was anything done after sealing, besides adding validation data, that this seal permits? DUO's permit nothing."""
    return seal.main is not None and any(change != "validation_data" for change in seal.main.changes)


def _faulty(outcome: Outcome, seal: Seal, reason: Reason) -> SealJudgement:
    fault = (seal.fault or SealFault.UNREADABLE).value.replace("_", "-")
    return SealJudgement(outcome=outcome, say=f"seal-{fault}", reason=reason)
