"""Does a certificate chain to a trust anchor at a given moment? Offline: what the file brings along and the anchors.

Revocation is checked with the lists and answers in the file where there are any; where there are none, the chain still
holds and `revocation_checked` says that nobody looked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asn1crypto import cms, crl, ocsp, x509
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko_certvalidator import ValidationContext
    from pyhanko_certvalidator.path import ValidationPath
    from pyhanko_certvalidator.registry import SimpleTrustManager

MAX_CERTIFICATES = 60
"""More than this that a file brings along are not looked at."""
MAX_LISTS = 20
WEAK = frozenset({"md2", "md4", "md5", "sha1"})


class Chain(StrEnum):
    """What became of the chain at one moment."""

    HOLDS = "holds"
    NONE = "none"
    """No anchor was reached, or a link does not fit."""
    OUT_OF_TIME = "out of time"
    WEAK = "weak"
    """A link rests on a digest that can be forged."""
    REVOKED = "revoked"
    NOT_FIT = "not fit"
    """The certificate may not be used for this."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChainResult:
    """The chain at one moment."""

    chain: Chain
    anchor: str = ""
    revocation_checked: bool = False
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Material:
    """What a file brings along to judge its chains by; nothing in it is trusted."""

    certificates: tuple["x509.Certificate", ...] = ()
    crls: tuple["crl.CertificateList", ...] = ()
    ocsps: tuple["ocsp.OCSPResponse", ...] = ()
    usage: frozenset[str] = field(default=frozenset({"non_repudiation"}))

    def with_certificates(self, more: Iterable["x509.Certificate"]) -> "Material":
        return Material(certificates=(*self.certificates, *more)[:MAX_CERTIFICATES], crls=self.crls, ocsps=self.ocsps)


def material(reader: "PdfFileReader") -> Material:
    """The certificates and revocation data of the file's DSS; none where it has none that can be read."""
    from asn1crypto import crl, ocsp
    from pyhanko.sign.validation.dss import DocumentSecurityStore

    try:
        store = DocumentSecurityStore.read_dss(reader)
        certificates = tuple(store.load_certs())[:MAX_CERTIFICATES]
        crls = tuple(crl.CertificateList.load(ref.get_object().data) for ref in store.crls[:MAX_LISTS])
        ocsps = tuple(ocsp.OCSPResponse.load(ref.get_object().data) for ref in store.ocsps[:MAX_LISTS])
        return Material(certificates=certificates, crls=crls, ocsps=ocsps)
    except Exception:  # no DSS, or one that is nonsense
        return Material()


def signature_revocations(signer_info: "cms.SignerInfo", known: Material) -> Material:
    """`known`, with the revocation data that Adobe's signed attribute holds."""
    crls, ocsps = list(known.crls), list(known.ocsps)
    try:
        for attribute in signer_info["signed_attrs"]:
            if attribute["type"].native == "adobe_revocation_info_archival":
                for archive in attribute["values"]:
                    crls += list(archive["crl"] or ())
                    ocsps += list(archive["ocsp"] or ())
    except (ValueError, TypeError, KeyError):
        return known
    return Material(certificates=known.certificates, crls=tuple(crls)[:MAX_LISTS], ocsps=tuple(ocsps)[:MAX_LISTS])


async def chain_at(
    certificate: "x509.Certificate", brought: Material, anchors: tuple[bytes, ...], moment: datetime
) -> ChainResult:
    """The chain of a signer's certificate at `moment`."""
    result = await _attempt(certificate, brought, anchors, moment, mode="soft-fail")
    if result.chain is Chain.REVOKED or not (brought.crls or brought.ocsps):
        return result
    if result.chain is not Chain.HOLDS:
        bare = Material(certificates=brought.certificates)
        return await _attempt(certificate, bare, anchors, moment, mode="soft-fail")
    strict = await _attempt(certificate, brought, anchors, moment, mode="hard-fail")
    return strict if strict.chain is Chain.HOLDS else result


def context(brought: Material, anchors: tuple[bytes, ...], moment: datetime, *, mode: str) -> "ValidationContext":
    """The validator's settings: no network, these anchors and no others, this moment."""
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_manager=_trusted(anchors),
        other_certs=list(brought.certificates),
        crls=list(brought.crls),
        ocsps=list(brought.ocsps),
        moment=moment,
        time_tolerance=timedelta(0),
        allow_fetching=False,
        revocation_mode=mode,
        retroactive_revinfo=True,
        weak_hash_algos=WEAK,
    )


async def _attempt(
    certificate: "x509.Certificate", brought: Material, anchors: tuple[bytes, ...], moment: datetime, *, mode: str
) -> ChainResult:
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import CertificateValidator, errors

    try:
        validator = CertificateValidator(certificate, validation_context=context(brought, anchors, moment, mode=mode))
        path = await validator.async_validate_path()
        if certificate.dump() not in anchors:
            KeyUsageConstraints(key_usage=set(brought.usage)).validate(certificate)
    except errors.RevokedError as reason:
        return ChainResult(chain=Chain.REVOKED, detail=_short(reason))
    except (errors.ExpiredError, errors.NotYetValidError) as reason:
        return ChainResult(chain=Chain.OUT_OF_TIME, detail=_short(reason))
    except errors.DisallowedAlgorithmError as reason:
        return ChainResult(chain=Chain.WEAK, detail=_short(reason))
    except errors.InvalidCertificateError as reason:
        return ChainResult(chain=Chain.NOT_FIT, detail=_short(reason))
    except Exception as reason:  # a chain that cannot be built, or certificates that are nonsense: no trust
        return ChainResult(chain=Chain.NONE, detail=_short(reason))
    if not anchor_in_time(path, moment):
        return ChainResult(chain=Chain.OUT_OF_TIME, detail="the anchor itself was not valid at that moment")
    anchor = path.trust_anchor.authority.name
    return ChainResult(chain=Chain.HOLDS, anchor=anchor.human_friendly[:200], revocation_checked=mode == "hard-fail")


def anchor_in_time(path: "ValidationPath", moment: datetime) -> bool:
    """Was the anchor valid at `moment`? The validator does not ask, because an anchor is trusted as it is."""
    certificate = getattr(path.trust_anchor.authority, "certificate", None)
    if certificate is None:
        return False
    validity = certificate["tbs_certificate"]["validity"]
    return bool(validity["not_before"].native <= moment <= validity["not_after"].native)


@lru_cache(maxsize=8)
def _trusted(anchors: tuple[bytes, ...]) -> "SimpleTrustManager":
    """Made once: to prepare the names of all anchors anew for each chain takes as long as to judge it."""
    from asn1crypto import x509
    from pyhanko_certvalidator.registry import SimpleTrustManager

    return SimpleTrustManager.build(trust_roots=[x509.Certificate.load(der) for der in anchors])


def _short(reason: BaseException) -> str:
    return f"{type(reason).__name__}: {reason}"[:300]
