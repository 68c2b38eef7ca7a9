"""One signature of an opened file -> `Signature` and what it means for the seal."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dossiercheck.facts import SealFault, SealState, Signature, SignatureKind
from dossiercheck.readers.seals import cms
from dossiercheck.readers.seals.chain import Material, signature_revocations
from dossiercheck.readers.seals.changes import VALIDATION_DATA, NotARevision, changes_after
from dossiercheck.readers.seals.names import is_qualified_seal, party
from dossiercheck.readers.seals.opening import Held
from dossiercheck.readers.seals.stamps import Stamp, judge_stamp, signature_stamps
from dossiercheck.readers.seals.trusting import judge_trust
from dossiercheck.trust import TrustAnchors

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_KNOWN = ("/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/ETSI.RFC3161")
_SHA1_FORMS = ("/adbe.pkcs7.sha1", "/adbe.x509.rsa_sha1")
_CHANGES_FAULT = (
    SealFault.PAGE_CHANGED,
    SealFault.CONTENT_CHANGED,
    SealFault.ANNOTATION_ADDED,
    SealFault.FORM_FILLED,
    SealFault.SIGNED_AGAIN,
)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A signature and the state that it alone would give the seal."""

    signature: Signature
    state: SealState
    stamp: Stamp | None = None
    """The time that a document timestamp proves."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """What every signature of one file is judged with."""

    data: bytes
    anchors: TrustAnchors
    now: datetime
    brought: Material


async def judge_held(held: Held, case: Case, later_stamps: list[tuple[int, Stamp]]) -> Judged:
    """Judge one signature. `later_stamps`: ends and times of the intact document timestamps of the file."""
    base = Signature(
        field=held.field,
        kind=SignatureKind.TIMESTAMP if held.is_stamp else SignatureKind.APPROVAL,
        subfilter=held.subfilter.removeprefix("/"),
        revision_end=held.covers.end if held.covers and held.covers.end <= len(case.data) else None,
        covers_whole_file=held.covers is not None and held.covers.end == len(case.data),
        detail=held.detail,
    )
    if held.subfilter in _SHA1_FORMS:
        return _broken(base, SealFault.WEAK_DIGEST)
    if held.signature is None or held.covers is None:
        return _broken(base, SealFault.MALFORMED)
    base = replace(base, value_sha256=hashlib.sha256(held.signature.pkcs7_content).hexdigest())
    if held.subfilter not in _KNOWN:
        return Judged(signature=replace(base, fault=SealFault.UNREADABLE), state=SealState.UNDECIDED)
    try:
        envelope = cms.open_envelope(held.signature.pkcs7_content)
        base = _with_names(base, envelope, held.signature)
    except cms.Malformed as reason:
        return _broken(replace(base, detail=str(reason)), SealFault.MALFORMED)
    except cms.Unsupported as reason:
        return Judged(
            signature=replace(base, fault=SealFault.UNREADABLE, detail=str(reason)), state=SealState.UNDECIDED
        )
    if held.is_stamp:
        return await _judge_document_stamp(held, case, base, envelope)
    return await _judge_signature(held, case, base, envelope, later_stamps)


async def _judge_signature(
    held: Held, case: Case, base: Signature, envelope: cms.Envelope, later_stamps: list[tuple[int, Stamp]]
) -> Judged:
    assert held.covers is not None
    assert held.signature is not None
    if envelope.weak:
        return _broken(base, SealFault.WEAK_DIGEST)
    try:
        fault, detail = cms.check_integrity(envelope, held.covers, case.data)
    except cms.Unsupported as reason:
        signature = replace(base, fault=SealFault.UNREADABLE, detail=str(reason))
        return Judged(signature=signature, state=SealState.UNDECIDED)
    if fault is None and not held.covers.skips_nothing(case.data, held.signature.pkcs7_content):
        fault = SealFault.BYTE_RANGE
    if fault is not None:
        return _broken(replace(base, detail=detail), fault)
    base = replace(base, intact=True)
    brought = signature_revocations(envelope.signer_info, case.brought)
    stamps = await signature_stamps(envelope.signer_info, brought, case.anchors.timestamping, case.now)
    stamps += [stamp for end, stamp in later_stamps if end > held.covers.end]
    stated = cms.stated_time(envelope) or _dictionary_time(held.signature)
    trust = await judge_trust(envelope, stated, stamps, brought, case.anchors.signing, case.now)
    base = replace(
        base,
        signed_at=trust.signed_at,
        timestamped=trust.timestamped,
        trusted=trust.trusted,
        anchor=trust.anchor,
        fault=trust.fault,
        revocation_checked=trust.revocation_checked,
        detail=trust.detail or base.detail,
    )
    return _with_changes(held, case, base, trust.state)


def _with_changes(held: Held, case: Case, base: Signature, state: SealState) -> Judged:
    """The judgement, with what came after the signature: a change that it does not permit outweighs all but a break."""
    assert held.covers is not None
    assert held.signature is not None
    is_seal = base.qualified_seal or base.docmdp is not None or bool(base.signer and base.signer.organisation_id)
    try:
        changes = changes_after(held.signature, held.covers, case.data, strict=is_seal and base.docmdp in (None, 1))
    except NotARevision:
        changes = (SealFault.BYTE_RANGE,)
    except Exception as reason:
        if held.signature.reader.strict:
            raise
        unreadable = replace(base, fault=SealFault.UNREADABLE, detail=f"{type(reason).__name__}: {reason}"[:300])
        return Judged(signature=unreadable, state=SealState.UNDECIDED)
    base = replace(base, changes=changes)
    if SealFault.BYTE_RANGE in changes:
        return _broken(base, SealFault.BYTE_RANGE)
    permitted = {VALIDATION_DATA}
    if not is_seal:
        permitted.add(SealFault.SIGNED_AGAIN)
    if base.docmdp == 2 and set(changes) <= {SealFault.FORM_FILLED, SealFault.SIGNED_AGAIN}:
        permitted |= set(changes)
    worst = next((fault for fault in _CHANGES_FAULT if fault in changes and fault not in permitted), None)
    if worst is None or state is SealState.BROKEN:
        return Judged(signature=base, state=state)
    return Judged(signature=replace(base, fault=worst), state=SealState.ALTERED)


async def _judge_document_stamp(held: Held, case: Case, base: Signature, envelope: cms.Envelope) -> Judged:
    assert held.covers is not None
    assert held.signature is not None
    covers = held.covers

    def imprint(algorithm: str) -> bytes:
        return covers.digest(case.data, algorithm)

    stamp = await judge_stamp(envelope.signed_data, imprint, case.brought, case.anchors.timestamping, case.now)
    base = replace(base, signed_at=stamp.at, timestamped=stamp.trusted, anchor=stamp.anchor, detail=stamp.detail)
    if not stamp.fits:
        return _broken(base, SealFault.BYTES_CHANGED)
    if not covers.skips_nothing(case.data, held.signature.pkcs7_content):
        return _broken(base, SealFault.BYTE_RANGE)
    base = replace(base, intact=True, trusted=stamp.trusted)
    judged = _with_changes(held, case, base, SealState.GENUINE)
    return replace(judged, stamp=stamp if judged.state is not SealState.BROKEN else None)


def _with_names(base: Signature, envelope: cms.Envelope, signature: "EmbeddedPdfSignature") -> Signature:
    try:
        level = signature.docmdp_level
        certifying = _certifies(signature)
        return replace(
            base,
            signer=party(envelope.signer.subject),
            issuer=party(envelope.signer.issuer),
            fingerprint=cms.fingerprint(envelope.signer),
            qualified_seal=is_qualified_seal(envelope.signer),
            docmdp=level.value if level is not None else None,
            certification=certifying,
            kind=SignatureKind.CERTIFICATION if certifying and base.kind is SignatureKind.APPROVAL else base.kind,
        )
    except Exception as reason:  # names or permissions that are nonsense
        raise cms.Malformed(f"{type(reason).__name__}: {reason}"[:300]) from reason


def _certifies(signature: "EmbeddedPdfSignature") -> bool:
    if "/Reference" not in signature.sig_object:
        return False
    references = [reference.get_object() for reference in signature.sig_object["/Reference"]]
    return any(reference.get("/TransformMethod") == "/DocMDP" for reference in references)


def _dictionary_time(signature: "EmbeddedPdfSignature") -> datetime | None:
    """/M of the signature dictionary: stated inside the signed bytes, proven by nobody."""
    try:
        stated = signature.self_reported_timestamp
    except Exception:
        return None
    if not isinstance(stated, datetime):
        return None
    return (stated if stated.tzinfo else stated.replace(tzinfo=UTC)).astimezone(UTC)


def _broken(base: Signature, fault: SealFault) -> Judged:
    return Judged(signature=replace(base, intact=False, fault=fault), state=SealState.BROKEN)
