"""Certificate files -> anchors: PEM with any number of certificates, or DER with one."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from dossiercheck.errors import TrustError
from dossiercheck.trust.anchor import AnchorInfo, AnchorKind, AnchorOrigin, TrustAnchors, merge

ENDINGS = (".pem", ".crt", ".cer", ".der")
MAX_FILE = 16 * 1024 * 1024
_PEM = re.compile(rb"-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]{1,100000})-----END")
_TIME_STAMPING = "time_stamping"


def load_anchors(path: Path, *, origin: AnchorOrigin = AnchorOrigin.OPTION) -> TrustAnchors:
    """The anchors in a file, or in all certificate files of a folder and its subfolders.

    Raises:
        TrustError: there is no such file, or one that cannot be used.
    """
    if path.is_dir():
        files = sorted(f for f in path.rglob("*") if f.is_file() and f.suffix.lower() in ENDINGS)
        if not files:
            raise _error(
                path,
                "bevat geen certificaten (.pem, .crt, .cer of .der)",
                "holds no certificates (.pem, .crt, .cer or .der)",
            )
        return merge(load_anchors(file, origin=origin) for file in files)
    return merge([TrustAnchors(anchors=(read_anchor(der, path.name, origin, path),)) for der in _ders(path)])


def anchors_from_der(
    ders: Iterable[bytes], *, provenance: str = "", origin: AnchorOrigin = AnchorOrigin.OPTION
) -> TrustAnchors:
    """Anchors from certificates in memory.

    Raises:
        TrustError: one of them is no certificate.
    """
    return merge([TrustAnchors(anchors=tuple(read_anchor(der, provenance, origin, Path("-")) for der in ders))])


def read_anchor(der: bytes, provenance: str, origin: AnchorOrigin, path: Path) -> AnchorInfo:
    """A certificate as an anchor.

    Raises:
        TrustError: it is no certificate, or one that may not vouch for anything.
    """
    from asn1crypto import x509

    try:
        certificate = x509.Certificate.load(der, strict=True)
        validity = certificate["tbs_certificate"]["validity"]
        valid_from, valid_until = validity["not_before"].native, validity["not_after"].native
        usage = certificate.extended_key_usage_value
        only_stamps = usage is not None and list(usage.native) == [_TIME_STAMPING]
        issuer = not certificate.self_issued
        name = _name(certificate.subject.native, certificate.subject.human_friendly)
    except (ValueError, TypeError, KeyError) as reason:
        raise _error(path, "is geen certificaat", "is not a certificate") from reason
    kind = AnchorKind.TIMESTAMP if only_stamps else AnchorKind.ISSUER if issuer else AnchorKind.ROOT
    return AnchorInfo(
        name=name,
        kind=kind,
        origin=origin,
        valid_from=valid_from,
        valid_until=valid_until,
        sha256=hashlib.sha256(der).hexdigest(),
        provenance=provenance,
        der=der,
    )


def pem_certificates(data: bytes) -> list[bytes]:
    """The certificates (DER) of a PEM text, in its order; comments around them are skipped.

    Raises:
        ValueError: one of them is not base64.
    """
    return [base64.b64decode(b"".join(match.split()), validate=True) for match in _PEM.findall(data)]


def _ders(path: Path) -> list[bytes]:
    try:
        if path.stat().st_size > MAX_FILE:
            raise _error(path, "is te groot voor een certificaat", "is too large for a certificate")
        data = path.read_bytes()
    except OSError as reason:
        raise _error(path, "kan niet worden geopend", "cannot be opened") from reason
    if b"PRIVATE KEY-----" in data and b"-----BEGIN CERTIFICATE" not in data:
        raise _error(path, "bevat een sleutel en geen certificaat", "holds a key and no certificate")
    if b"-----BEGIN" not in data:
        return [data]
    try:
        ders = pem_certificates(data)
    except (binascii.Error, ValueError) as reason:
        raise _error(path, "is beschadigd", "is damaged") from reason
    if len(ders) != len(re.findall(rb"-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----", data)) or not ders:
        raise _error(path, "bevat geen leesbaar certificaat", "holds no readable certificate")
    return ders


def _name(parts: dict[str, object], friendly: str) -> str:
    for key in ("common_name", "organizational_unit_name", "organization_name"):
        value = parts.get(key)
        if isinstance(value, str) and value:
            return value
    return friendly


def _error(path: Path, nl: str, en: str) -> TrustError:
    return TrustError(
        nl=f"{path} {nl}. Geef een certificaat (PEM of DER) of een map ermee op.",
        en=f"{path} {en}. Give a certificate (PEM or DER) or a folder of them.",
    )
