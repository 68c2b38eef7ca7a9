"""The signature itself: who signed, with what, and does it fit the bytes?"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dossiercheck.facts import SealFault
from dossiercheck.readers.seals.chain import WEAK
from dossiercheck.readers.seals.ranges import ByteRange

if TYPE_CHECKING:
    from asn1crypto import cms, x509

MAX_CONTENTS = 8 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """A CMS signature that could be parsed."""

    signed_data: "cms.SignedData"
    signer_info: "cms.SignerInfo"
    signer: "x509.Certificate"
    others: tuple["x509.Certificate", ...]
    digest: str
    """Name of the algorithm that digested the document."""
    weak: bool
    """It rests on MD5 or SHA-1."""


class Malformed(Exception):
    """The signature is not what a signature should be."""


class Unsupported(Exception):
    """It may be in order, but this program has no means to tell."""


def open_envelope(contents: bytes) -> Envelope:
    """Parse the signature in /Contents.

    Raises:
        Malformed: it is no CMS signature with exactly one signer and its certificate.
    """
    from asn1crypto import cms
    from pyhanko.sign.general import extract_signer_info
    from pyhanko.sign.validation.generic_cms import extract_certs_for_validation

    if len(contents) > MAX_CONTENTS:
        raise Malformed("the signature is too large")
    try:
        info = cms.ContentInfo.load(contents)
        if info["content_type"].native != "signed_data":
            raise Malformed("no signed data")
        signed_data = info["content"]
        signer_info = extract_signer_info(signed_data)
        certificates = extract_certs_for_validation(signed_data)
        stamped = signed_data["encap_content_info"]["content_type"].native == "tst_info"
        own = signer_info["digest_algorithm"]["algorithm"].native
        digest = own
        if stamped:
            imprint = signed_data["encap_content_info"]["content"].parsed["message_imprint"]
            digest = imprint["hash_algorithm"]["algorithm"].native
        return Envelope(
            signed_data=signed_data,
            signer_info=signer_info,
            signer=certificates.signer_cert,
            others=tuple(certificates.other_certs),
            digest=digest,
            weak=bool({own, digest, _signature_digest(signer_info)} & WEAK),
        )
    except Malformed:
        raise
    except Exception as reason:  # asn1crypto and pyHanko raise many kinds on nonsense
        raise Malformed(f"{type(reason).__name__}: {reason}"[:300]) from reason


def check_integrity(envelope: Envelope, byte_range: ByteRange, data: bytes) -> tuple[SealFault | None, str]:
    """Does the signature fit the bytes? The fault, and the validator's words on it.

    Raises:
        Unsupported: an algorithm that cannot be judged here.
    """
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    if envelope.signed_data["encap_content_info"]["content"].native is not None:
        return SealFault.MALFORMED, "a detached signature with content of its own"
    try:
        actual = byte_range.digest(data, envelope.digest)
        intact, valid = validate_sig_integrity(
            envelope.signer_info, envelope.signer, expected_content_type="data", actual_digest=actual
        )
    except SignatureValidationError as reason:
        return SealFault.MALFORMED, str(reason)[:300]
    except Exception as reason:
        raise Unsupported(f"{type(reason).__name__}: {reason}"[:300]) from reason
    if not intact:
        return SealFault.BYTES_CHANGED, "the digest does not fit the bytes"
    if not valid:
        return SealFault.BYTES_CHANGED, "the signature value does not fit"
    return None, ""


def fits_bytes(contents: bytes, byte_range: ByteRange, data: bytes) -> bool | None:
    """For files that no reader opens: does the digest fit? None where it cannot be told."""
    try:
        envelope = open_envelope(contents)
        if envelope.signed_data["encap_content_info"]["content_type"].native != "data":
            imprint = envelope.signed_data["encap_content_info"]["content"].parsed["message_imprint"]
            return bool(imprint["hashed_message"].native == byte_range.digest(data, envelope.digest))
        fault, _ = check_integrity(envelope, byte_range, data)
    except (Malformed, Unsupported):
        return None
    except Exception:
        return None
    return fault is None if fault is not SealFault.MALFORMED else None


def stated_time(envelope: Envelope) -> datetime | None:
    """The signing time that the signature itself states, in UTC."""
    from pyhanko.sign.validation.generic_cms import extract_self_reported_ts

    try:
        stated = extract_self_reported_ts(envelope.signer_info)
    except Exception:
        return None
    return stated.astimezone(UTC) if isinstance(stated, datetime) and stated.tzinfo else None


def fingerprint(certificate: "x509.Certificate") -> str:
    """SHA-256 of the certificate, hexadecimal."""
    return hashlib.sha256(certificate.dump()).hexdigest()


def signs_itself(certificate: "x509.Certificate") -> bool:
    """Its own key vouches for it, whatever names it bears."""
    from cryptography import x509 as pyca
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    try:
        parsed = pyca.load_der_x509_certificate(certificate.dump())
        key, hashed = parsed.public_key(), parsed.signature_hash_algorithm
        if isinstance(key, rsa.RSAPublicKey) and hashed is not None:
            pss_or_v15 = parsed.signature_algorithm_parameters
            scheme = pss_or_v15 if isinstance(pss_or_v15, padding.PSS) else padding.PKCS1v15()
            key.verify(parsed.signature, parsed.tbs_certificate_bytes, scheme, hashed)
        elif isinstance(key, ec.EllipticCurvePublicKey) and hashed is not None:
            key.verify(parsed.signature, parsed.tbs_certificate_bytes, ec.ECDSA(hashed))
        else:
            parsed.verify_directly_issued_by(parsed)
    except Exception:
        return False
    return True


def _signature_digest(signer_info: "cms.SignerInfo") -> str:
    try:
        return str(signer_info["signature_algorithm"].hash_algo)
    except ValueError:
        return ""
