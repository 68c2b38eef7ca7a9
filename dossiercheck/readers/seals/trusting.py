"""Whom a signature rests on, and at what time: the staged judgement.

A trusted timestamp decides the moment. Without one the chain must hold now; where it held only in the past, nobody can
tell whether it was made before or after the certificate ran out, and that stays undecided.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from dossiercheck.facts import SealFault, SealState
from dossiercheck.readers.seals.chain import Chain, ChainResult, Material, chain_at
from dossiercheck.readers.seals.cms import Envelope, signs_itself
from dossiercheck.readers.seals.stamps import Stamp

if TYPE_CHECKING:
    from asn1crypto import x509


@dataclass(frozen=True, kw_only=True, slots=True)
class Trust:
    """What the chain and the time amount to."""

    state: SealState
    fault: SealFault | None = None
    signed_at: datetime | None = None
    timestamped: bool = False
    trusted: bool | None = None
    anchor: str = ""
    revocation_checked: bool = False
    detail: str = ""


async def judge_trust(
    envelope: Envelope,
    stated: datetime | None,
    stamps: list[Stamp],
    brought: Material,
    anchors: tuple[bytes, ...],
    now: datetime,
) -> Trust:
    """The trust in an intact signature. `stamps` are those that cover it, its own first."""
    brought = brought.with_certificates(envelope.others)
    proven = min((s.at for s in stamps if s.trusted and s.at is not None), default=None)
    signed_at = proven or stated
    not_before, not_after = _validity(envelope.signer)
    if signed_at is not None and signed_at > not_after:
        return Trust(
            state=SealState.BROKEN,
            fault=SealFault.SIGNED_AFTER_EXPIRY,
            signed_at=signed_at,
            timestamped=proven is not None,
            trusted=False,
        )
    if proven is not None and proven < not_before:
        fault = SealFault.SIGNED_BEFORE_VALIDITY
        return Trust(state=SealState.BROKEN, fault=fault, signed_at=proven, timestamped=True, trusted=False)
    at_time = await chain_at(envelope.signer, brought, anchors, proven or now)
    if at_time.chain is Chain.HOLDS:
        return _holding(at_time, stamps, signed_at, proven is not None)
    if proven is None:
        moment = stated if stated is not None and not_before <= stated else not_before + (not_after - not_before) / 2
        past = await chain_at(envelope.signer, brought, anchors, moment)
        if past.chain is Chain.HOLDS:
            fault = SealFault.TIMESTAMP_NOT_TRUSTED if stamps else SealFault.EXPIRED_WITHOUT_TIMESTAMP
            return Trust(state=SealState.UNDECIDED, fault=fault, signed_at=signed_at, detail=at_time.detail)
        if at_time.chain is Chain.OUT_OF_TIME:
            at_time = past
    return _failing(envelope.signer, at_time, signed_at, proven is not None)


def _holding(result: ChainResult, stamps: list[Stamp], signed_at: datetime | None, timestamped: bool) -> Trust:
    if not timestamped and any(not stamp.fits for stamp in stamps):
        return Trust(
            state=SealState.UNDECIDED,
            fault=SealFault.TIMESTAMP_NOT_TRUSTED,
            signed_at=signed_at,
            trusted=True,
            anchor=result.anchor,
            detail=next(stamp.detail for stamp in stamps if not stamp.fits),
        )
    return Trust(
        state=SealState.GENUINE,
        signed_at=signed_at,
        timestamped=timestamped,
        trusted=True,
        anchor=result.anchor,
        revocation_checked=result.revocation_checked,
    )


def _failing(signer: "x509.Certificate", result: ChainResult, signed_at: datetime | None, timestamped: bool) -> Trust:
    state, fault = SealState.INTACT_UNTRUSTED, SealFault.UNKNOWN_AUTHORITY
    if result.chain is Chain.REVOKED:
        state, fault = SealState.BROKEN, SealFault.REVOKED
    elif signs_itself(signer):
        fault = SealFault.SELF_SIGNED
    elif result.chain is Chain.WEAK:
        state, fault = SealState.BROKEN, SealFault.WEAK_DIGEST
    elif result.chain in (Chain.NOT_FIT, Chain.OUT_OF_TIME):
        fault = SealFault.CERTIFICATE_NOT_FIT
    return Trust(
        state=state,
        fault=fault,
        signed_at=signed_at,
        timestamped=timestamped,
        trusted=False,
        revocation_checked=result.chain is Chain.REVOKED,
        detail=result.detail,
    )


def _validity(certificate: "x509.Certificate") -> tuple[datetime, datetime]:
    """UTC; a second is added to the end, because certificates are valid through their last second."""
    validity = certificate["tbs_certificate"]["validity"]
    not_before: datetime = validity["not_before"].native
    not_after: datetime = validity["not_after"].native
    return not_before.astimezone(UTC), not_after.astimezone(UTC) + timedelta(seconds=1)
