"""A test authority in the shape of the one behind DUO's seals, and functions that seal PDFs with it.

    from datetime import UTC, datetime
    from tests import pki

    sealed = pki.seal_as_duo(pdf_bytes, signed_at=datetime(2022, 5, 2, 10, tzinfo=UTC))
    anchors = pki.trust()                                  # TrustAnchors that hold the test authority
    authority = pki.sample_authority(Path("…/authority"))  # the same, with keys kept in a folder (for the samples)
    Path("anchors.pem").write_bytes(authority.anchors_pem())      # for `--trust`

The shape: root > issuing CA > seal certificate of the organisation (qualified seal, non-repudiation), and apart from
that a timestamp root > timestamp authority. The seal is a certification that permits nothing, CAdES, with an RFC 3161
timestamp. Every authority is called 'dossiercheck TEST …'; only the seal's subject is DUO's. Signing times, periods of
validity, subject, chain and signature form are all keywords, so that each fault is one keyword away.
"""

from __future__ import annotations

import functools
import io
import types
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from asn1crypto import crl as asn1_crl
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers import pdf_cms
from pyhanko.sign.timestamps import DummyTimeStamper, dummy_client
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

if TYPE_CHECKING:
    from dossiercheck.trust import TrustAnchors

_KEYS = types.SimpleNamespace(
    **{**vars(serialization), "load_der_private_key": functools.cache(serialization.load_der_private_key)}
)
"""As `serialization`, but a key is loaded (and its primes are tested) once: that takes longer than all else in a seal."""
pdf_cms.serialization = dummy_client.serialization = _KEYS

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Period = tuple[datetime, datetime]

LONG: Period = (datetime(2010, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC))
QC_SEAL = bytes.fromhex("301f3008060604008e4601013013060604008e4601063009060704008e46010602")
"""qcStatements: QcCompliance, and QcType with the single type eSeal."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Whose certificate it is."""

    common_name: str
    organisation: str
    organisation_id: str = ""
    country: str = "NL"


DUO = Subject(
    common_name="Dienst Uitvoering Onderwijs",
    organisation="Dienst Uitvoering Onderwijs (DUO)",
    organisation_id="NTRNL-50973029",
)
OTHER = Subject(common_name="Voorbeeld Zegels", organisation="Voorbeeld Zegels B.V.", organisation_id="NTRNL-00000000")


@dataclass(frozen=True, kw_only=True)
class Identity:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: Key

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def asn1(self) -> asn1_x509.Certificate:
        return asn1_x509.Certificate.load(self.der)

    @property
    def asn1_key(self) -> asn1_keys.PrivateKeyInfo:
        pkcs8 = self.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return asn1_keys.PrivateKeyInfo.load(pkcs8)

    def p12(self, chain: Iterable[Identity] = (), password: bytes = b"test") -> bytes:
        """For signing tools other than pyHanko."""
        from cryptography.hazmat.primitives.serialization import pkcs12

        others = [identity.certificate for identity in chain]
        encryption = serialization.BestAvailableEncryption(password)
        return pkcs12.serialize_key_and_certificates(b"seal", self.key, self.certificate, others, encryption)


@dataclass(frozen=True, kw_only=True)
class Authority:
    """Root, issuing CA, timestamp root and timestamp authority."""

    root: Identity
    issuer: Identity
    tsa_root: Identity
    tsa: Identity
    seal_key: rsa.RSAPrivateKey

    def seal(
        self, subject: Subject = DUO, *, valid: Period = LONG, key_usage: str = "seal", key: Key | None = None
    ) -> Identity:
        """A certificate of the issuing CA; a qualified seal where the subject has an identifier. `key_usage` is `seal` (non-repudiation), `digital` or `none`."""
        key = key or self.seal_key
        return _issue(subject, key, self.issuer, valid, _seal_extensions(key_usage, bool(subject.organisation_id)))

    @property
    def chain(self) -> tuple[Identity, ...]:
        """What a signer embeds besides its own certificate."""
        return (self.issuer, self.root)

    @property
    def anchors(self) -> tuple[Identity, ...]:
        return (self.root, self.tsa_root)

    def anchors_pem(self) -> bytes:
        return b"".join(a.certificate.public_bytes(serialization.Encoding.PEM) for a in self.anchors)


def make_authority(
    label: str = "dossiercheck TEST",
    *,
    root_valid: Period = LONG,
    issuer_valid: Period = LONG,
    tsa_valid: Period = LONG,
    only_rsa: bool = False,
) -> Authority:
    """A new authority with new keys; two with the same label have the same names and trust nothing of each other.

    `only_rsa` is for signing tools that know no elliptic curves.
    """
    key = _rsa if only_rsa else _ec
    root = _self_issue(f"{label} Root CA", key(), root_valid)
    issuer = _issue(_ca(f"{label} Organisatie Services CA"), key(), root, issuer_valid, _ca_extensions(0))
    tsa_root = _self_issue(f"{label} Timestamp Root CA", key(), root_valid)
    tsa = _issue(_ca(f"{label} Timestamp Authority"), _rsa(), tsa_root, tsa_valid, _tsa_extensions())
    return Authority(root=root, issuer=issuer, tsa_root=tsa_root, tsa=tsa, seal_key=_rsa())


@functools.cache
def authority() -> Authority:
    """The authority of the tests; made once a run."""
    return make_authority()


@functools.cache
def impostor() -> Authority:
    """Other keys under the same names."""
    return make_authority()


@functools.cache
def unknown_authority() -> Authority:
    """An authority that nobody trusts."""
    return make_authority("dossiercheck TEST Elsewhere")


def sample_authority(folder: Path, *, only_rsa: bool = False) -> Authority:
    """The authority whose certificates (`*.pem`) and keys (`*.key`) are in `folder`; made there when it is empty."""
    names = ("root", "issuer", "tsa_root", "tsa")
    if not (folder / "seal.key").exists():
        made = make_authority("dossiercheck SAMPLES TEST", only_rsa=only_rsa)
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            identity: Identity = getattr(made, name)
            (folder / f"{name}.pem").write_bytes(identity.certificate.public_bytes(serialization.Encoding.PEM))
            (folder / f"{name}.key").write_bytes(_key_pem(identity.key))
        (folder / "seal.key").write_bytes(_key_pem(made.seal_key))
    loaded = {name: _load(folder, name) for name in names}
    seal_key = serialization.load_pem_private_key((folder / "seal.key").read_bytes(), None)
    assert isinstance(seal_key, rsa.RSAPrivateKey)
    return Authority(**loaded, seal_key=seal_key)


def self_signed(subject: Subject = DUO, *, valid: Period = LONG) -> Identity:
    """A seal certificate that vouches for itself, in any name."""
    key = _rsa()
    return _build(subject, key, _name(subject), key, valid, _seal_extensions("seal"))


def trust(*authorities: Authority, only_issuers: bool = False) -> TrustAnchors:
    """The trust anchors of these authorities (default: the test authority); with `only_issuers`, no root of seals."""
    from dossiercheck.trust import anchors_from_der

    ders = []
    for one in authorities or (authority(),):
        ders += [one.issuer.der if only_issuers else one.root.der, one.tsa_root.der]
    return anchors_from_der(ders)


def seal_as_duo(
    pdf: bytes,
    *,
    signed_at: datetime,
    by: Authority | None = None,
    subject: Subject = DUO,
    valid: Period | None = None,
    signer: Identity | None = None,
    timestamp: bool = True,
    timestamped_at: datetime | None = None,
    timestamp_by: Authority | None = None,
    stamper: DummyTimeStamper | None = None,
    certify: bool = True,
    permits: int = 1,
    cades: bool = True,
    digest: str = "sha256",
    key_usage: str = "seal",
    field: str = "Signature1",
    revocation_info: bool = False,
    appearance: bool = False,
) -> bytes:
    """Seal a PDF as DUO does.

    `valid` is the seal certificate's period (default: a year before to three years after signing, as DUO's); `signer`
    replaces the certificate; `permits` is DocMDP's P (1, 2 or 3); `cades=False` gives adbe.pkcs7.detached, which
    states its signing time inside the signature; `revocation_info` adds a CRL of the issuer in the DSS afterwards.
    """
    by = by or authority()
    valid = valid or (signed_at - timedelta(days=365), signed_at + timedelta(days=3 * 365))
    signer = signer or by.seal(subject, valid=valid, key_usage=key_usage)
    if timestamp and stamper is None:
        stamper = timestamper(timestamp_by or by, timestamped_at or signed_at)
    subfilter = fields.SigSeedSubFilter.PADES if cades else fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    meta = signers.PdfSignatureMetadata(
        field_name=field,
        certify=certify,
        docmdp_permissions=fields.MDPPerm(permits),
        subfilter=subfilter,
        md_algorithm=digest,
        name=None,
    )
    box = (300, 40, 500, 90) if appearance else None
    spec = fields.SigFieldSpec(sig_field_name=field, on_page=0, box=box)
    simple = _signer(signer, () if signer.certificate.issuer == signer.certificate.subject else by.chain)
    writer = _writer(pdf)
    pdf_signer = _SignerAt(meta, signer=simple, timestamper=stamper, new_field_spec=spec)
    pdf_signer.at = signed_at
    out = pdf_signer.sign_pdf(writer).getvalue()
    return add_validation_data(out, by=by, at=timestamped_at or signed_at) if revocation_info else out


def sign(pdf: bytes, *, name: str, organisation: str = "", signed_at: datetime, **keywords: object) -> bytes:
    """An ordinary (approval) signature of a person or party; keywords as of `seal_as_duo`."""
    subject = Subject(common_name=name, organisation=organisation or name)
    defaults: dict[str, object] = {"certify": False, "field": f"Sig{zlib.crc32(name.encode())}"}
    return seal_as_duo(pdf, signed_at=signed_at, subject=subject, **{**defaults, **keywords})  # type: ignore[arg-type]


def add_validation_data(pdf: bytes, *, by: Authority | None = None, at: datetime) -> bytes:
    """A later revision with a DSS: certificates and a CRL of the issuing CA, as tools for long-term validation add."""
    by = by or authority()
    crl = asn1_crl.CertificateList.load(revocation_list(by, at=at))
    output = io.BytesIO(pdf)
    DocumentSecurityStore.add_dss(
        output, sig_contents=None, certs=[i.asn1 for i in (*by.chain, by.tsa_root)], crls=[crl]
    )
    return output.getvalue()


def add_document_timestamp(pdf: bytes, *, at: datetime, by: Authority | None = None) -> bytes:
    """A later revision with a document timestamp."""
    stamper = signers.PdfTimeStamper(timestamper(by or authority(), at), field_name=f"Timestamp-{at:%Y%m%d%H%M%S}")
    return stamper.timestamp_pdf(_writer(pdf), "sha256").getvalue()


def revocation_list(by: Authority, *, at: datetime, revoked: Iterable[tuple[Identity, datetime]] = ()) -> bytes:
    """A CRL (DER) of the issuing CA."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(by.issuer.certificate.subject)
        .last_update(at.replace(tzinfo=None))
        .next_update((at + timedelta(days=30)).replace(tzinfo=None))
    )
    for identity, when in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(identity.certificate.serial_number)
        builder = builder.add_revoked_certificate(entry.revocation_date(when.replace(tzinfo=None)).build())
    return builder.sign(by.issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def timestamper(by: Authority, at: datetime) -> DummyTimeStamper:
    """A timestamp service that always says `at`."""
    store = SimpleCertificateStore()
    store.register_multiple([by.tsa_root.asn1])
    return DummyTimeStamper(by.tsa.asn1, by.tsa.asn1_key, certs_to_embed=store, fixed_dt=at)


class _SignerAt(signers.PdfSigner):  # type: ignore[misc]
    """Signs at a given moment in place of now."""

    at: datetime

    def init_signing_session(self, pdf_out: object, existing_fields_only: bool = False) -> signers.PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session

    @staticmethod
    def _enforce_certification_constraints(reader: object) -> None:
        """A seal that permits nothing does not keep a forger from signing."""


def _signer(identity: Identity, chain: Iterable[Identity]) -> signers.SimpleSigner:
    store = SimpleCertificateStore()
    store.register_multiple([i.asn1 for i in chain])
    return signers.SimpleSigner(signing_cert=identity.asn1, signing_key=identity.asn1_key, cert_registry=store)


def _writer(pdf: bytes) -> IncrementalPdfFileWriter:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    if writer.prev.encrypted:
        writer.encrypt("")
    return writer


def _rsa() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _ec() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _ca(name: str) -> Subject:
    return Subject(common_name=name, organisation="dossiercheck TEST", organisation_id="")


def _name(subject: Subject) -> x509.Name:
    parts = [(NameOID.COUNTRY_NAME, subject.country), (NameOID.ORGANIZATION_NAME, subject.organisation)]
    parts.append((NameOID.ORGANIZATION_IDENTIFIER, subject.organisation_id))
    parts.append((NameOID.COMMON_NAME, subject.common_name))
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts if value])


Extensions = list[tuple[x509.ExtensionType, bool]]


def _usage(*names: str) -> x509.KeyUsage:
    every = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
    every += ("key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
    return x509.KeyUsage(**{name: name in names for name in every})


def _ca_extensions(path_length: int | None) -> Extensions:
    return [
        (x509.BasicConstraints(ca=True, path_length=path_length), True),
        (_usage("key_cert_sign", "crl_sign"), True),
    ]


def _tsa_extensions() -> Extensions:
    return [
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (_usage("digital_signature"), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True),
    ]


def _seal_extensions(key_usage: str, qualified: bool = True) -> Extensions:
    extensions: Extensions = [(x509.BasicConstraints(ca=False, path_length=None), True)]
    if key_usage != "none":
        extensions.append((_usage("content_commitment" if key_usage == "seal" else "digital_signature"), True))
    if qualified:
        extensions.append((x509.UnrecognizedExtension(ObjectIdentifier("1.3.6.1.5.5.7.1.3"), QC_SEAL), False))
    return extensions


def _self_issue(name: str, key: Key, valid: Period) -> Identity:
    subject = _ca(name)
    return _build(subject, key, _name(subject), key, valid, _ca_extensions(None))


def _issue(subject: Subject, key: Key, issuer: Identity, valid: Period, extensions: Extensions) -> Identity:
    return _build(subject, key, issuer.certificate.subject, issuer.key, valid, extensions)


def _build(
    subject: Subject, key: Key, issuer: x509.Name, issuer_key: Key, valid: Period, extensions: Extensions
) -> Identity:
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid[0].replace(tzinfo=None))
        .not_valid_after(valid[1].replace(tzinfo=None))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical=critical)
    return Identity(certificate=builder.sign(issuer_key, hashes.SHA256()), key=key)


def _key_pem(key: Key) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _load(folder: Path, name: str) -> Identity:
    certificate = x509.load_pem_x509_certificate((folder / f"{name}.pem").read_bytes())
    key = serialization.load_pem_private_key((folder / f"{name}.key").read_bytes(), None)
    assert isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)
    return Identity(certificate=certificate, key=key)
