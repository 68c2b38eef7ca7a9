"""What was read, and where: a fact never travels without its place.

Every value that a finding rests on is a `Fact`: the value and the `Place` (file, page or cell) it was read at. A
`Seal` sums up the signatures of one PDF with separate answers: is there one, is it intact, does anything follow it,
whose is it, is it trusted.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)

Box = tuple[float, float, float, float]
"""left, top, right, bottom in points (1/72 inch) from the page's upper left corner."""


SURE = 0.90
"""Least confidence of words off a scan that may decide something. Figures reach it only when read alike twice."""


class How(StrEnum):
    """By what means a fact was read."""

    TEXT = "text"
    OCR = "ocr"
    SEAL = "seal"
    IMAGE = "image"
    CELL = "cell"
    FILE_NAME = "file name"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where something was seen. `file` is relative to the dossier, with forward slashes."""

    file: str
    page: int | None = None
    """From 1; None for tables and whole files."""
    cell: str | None = None
    """Sheet and cell of a table, such as `Blad1!C14`."""
    text: str = ""
    """The words as printed there (never a BSN; birth dates only in facts, not in messages)."""
    how: How = How.TEXT
    confidence: float = 1.0
    """0 to 1: how sure the reading of these words is."""
    box: Box | None = None

    @property
    def is_sure(self) -> bool:
        """Were these words read surely enough to decide on? Only of words off a picture can that be in doubt."""
        return self.how is not How.OCR or self.confidence >= SURE


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact(Generic[T]):
    """A value and the place it was read at."""

    value: T
    place: Place


class SealState(StrEnum):
    """What the signatures of a document add up to (formats.md 4, `seal.state`)."""

    NONE = "none"
    GENUINE = "genuine"
    INTACT_UNTRUSTED = "intact_untrusted"
    ALTERED = "altered"
    BROKEN = "broken"
    UNDECIDED = "undecided"


class SealFault(StrEnum):
    """What exactly is wrong with a seal; each has its own sentence and its own advice."""

    NO_SIGNATURE = "no_signature"
    BYTES_CHANGED = "bytes_changed"
    """The digest or the signature value does not fit the bytes that were signed."""
    WEAK_DIGEST = "weak_digest"
    BYTE_RANGE = "byte_range"
    """The signed range skips content that it should cover."""
    MALFORMED = "malformed"
    CONTENT_CHANGED = "content_changed"
    """A later revision changed, covered or swapped page content (shadow swaps included)."""
    ANNOTATION_ADDED = "annotation_added"
    PAGE_CHANGED = "page_changed"
    """Pages were added, removed or put in another order."""
    FORM_FILLED = "form_filled"
    SIGNED_AGAIN = "signed_again"
    """A later signature on a seal that permits none."""
    SELF_SIGNED = "self_signed"
    UNKNOWN_AUTHORITY = "unknown_authority"
    SIGNED_AFTER_EXPIRY = "signed_after_expiry"
    SIGNED_BEFORE_VALIDITY = "signed_before_validity"
    """A trusted timestamp is older than the certificate."""
    EXPIRED_WITHOUT_TIMESTAMP = "expired_without_timestamp"
    TIMESTAMP_NOT_TRUSTED = "timestamp_not_trusted"
    """There is a timestamp, but it does not fit the signature or its authority is unknown."""
    REVOKED = "revoked"
    CERTIFICATE_NOT_FIT = "certificate_not_fit"
    """The chain is there, but the certificate may not be used for this (key usage, path constraints)."""
    UNREADABLE = "unreadable"
    """There is a signature that no reader can open, or judging it took too long."""


class SignatureKind(StrEnum):
    """What a signature in a PDF is for."""

    CERTIFICATION = "certification"
    APPROVAL = "approval"
    TIMESTAMP = "timestamp"


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """The holder or issuer of a certificate, in the words of its subject name."""

    common_name: str = ""
    organisation: str = ""
    organisation_id: str = ""
    """organizationIdentifier (2.5.4.97), such as `NTRNL-50973029`; empty where there is none."""
    country: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """One signature of a PDF, in full. None means: could not be determined."""

    field: str
    kind: SignatureKind
    subfilter: str = ""
    signer: Party | None = None
    issuer: Party | None = None
    fingerprint: str = ""
    """SHA-256 of the signer's certificate, hexadecimal."""
    signed_at: datetime | None = None
    """The time of a trusted timestamp, else the time that the signer states (UTC)."""
    timestamped: bool = False
    """A trusted RFC 3161 timestamp proves `signed_at`."""
    intact: bool | None = None
    """The bytes that were signed are still the same and the signature value fits."""
    trusted: bool | None = None
    """The signer's certificate chains to a trust anchor, at the time that counts."""
    anchor: str = ""
    """The trust anchor's name, where trusted."""
    covers_whole_file: bool = False
    certification: bool = False
    docmdp: int | None = None
    """What the certification permits: 1 nothing, 2 form filling, 3 annotations too."""
    changes: tuple[str, ...] = ()
    """What was changed after it, in a few words each (codes of `SealFault` or `validation_data`)."""
    fault: SealFault | None = None
    revision_end: int | None = None
    """Offset in the file at which the revision that it covers ends; None where its byte range makes no sense."""
    qualified_seal: bool = False
    """The certificate states QcCompliance and the type electronic seal."""
    revocation_checked: bool = False
    value_sha256: str = ""
    """Of the signature itself, hexadecimal: the same one in two files was copied from one to the other."""
    detail: str = ""
    """The validator's own words on the fault, shortened; for `inspect --verbose`, never for a verdict."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seal:
    """The sum of a document's signatures (formats.md 4 and 5)."""

    state: SealState
    fault: SealFault | None = None
    """The worst fault; None when genuine."""
    signatures: tuple[Signature, ...] = ()
    """In the order of their revisions, document timestamps included."""

    @property
    def main(self) -> Signature | None:
        """The signature that the seal stands on: the certification, else the first one that is no timestamp."""
        signing = [s for s in self.signatures if s.kind is not SignatureKind.TIMESTAMP]
        certifying = [s for s in signing if s.certification]
        return next(iter(certifying or signing), None)


NO_SEAL = Seal(state=SealState.NONE, fault=SealFault.NO_SIGNATURE)
