"""The official trusted lists (XML) that the user downloaded -> anchors.

The European list of lists is verified with the certificates that come with pyHanko; it names who signs each national
list, and with those each national list is verified. Nothing is fetched. From the Dutch list come authorities that
issue certificates and timestamps; from other countries' lists timestamps only, because DUO's come from elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from dossiercheck.errors import TrustError
from dossiercheck.trust.anchor import AnchorInfo, AnchorKind, AnchorOrigin, TrustAnchors, merge
from dossiercheck.trust.certificates import read_anchor
from dossiercheck.trust.store import keep

if TYPE_CHECKING:
    from pyhanko.sign.validation.qualified.eutl_parse import LOTLParseResult, TLReference
    from pyhanko.sign.validation.qualified.tsp import QualifiedServiceInformation

ISSUERS_FROM = "NL"
MAX_LIST = 64 * 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class ListUpdate:
    """What taking in trusted lists came to."""

    territories: tuple[str, ...]
    """Countries whose list was verified."""
    read: int
    """Services in them that are usable as anchors."""
    new: TrustAnchors
    """Those that were not in the store yet."""


def update_from_lists(paths: Sequence[Path]) -> ListUpdate:
    """Verify the European list of lists and the national lists beside it, and keep their authorities.

    Raises:
        TrustError: a list cannot be read or verified, the list of lists is missing, or the extra is not installed.
    """
    _require_extra()
    texts = {path: _text(path) for path in paths}
    lotl_path = next((path for path, text in texts.items() if "EUlistofthelists" in text), None)
    if lotl_path is None or len(texts) < 2:
        raise TrustError(
            nl="Geef de Europese lijst van lijsten (eu-lotl.xml) en de Nederlandse lijst samen op.",
            en="Give the European list of lists (eu-lotl.xml) and the Dutch list together.",
        )
    lotl = _read_lotl(lotl_path, texts[lotl_path])
    found: list[TrustAnchors] = []
    territories: list[str] = []
    for path, text in texts.items():
        if path != lotl_path:
            reference, services = _read_national(path, text, lotl)
            territories.append(reference.territory)
            found.append(_anchors(services, reference.territory, path))
    everything = merge(found)
    return ListUpdate(territories=tuple(territories), read=len(everything.anchors), new=keep(everything))


def _require_extra() -> None:
    try:
        import_module("pyhanko.sign.validation.qualified.eutl_parse")
    except ImportError as reason:
        raise TrustError(
            nl='Voor vertrouwenslijsten is een extra nodig: pip install "dossiercheck[tl]".',
            en='Trusted lists need an extra: pip install "dossiercheck[tl]".',
        ) from reason


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_LIST:
            raise _error(path, "is te groot voor een vertrouwenslijst", "is too large for a trusted list")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as reason:
        raise _error(path, "kan niet worden gelezen", "cannot be read") from reason


def _read_lotl(path: Path, text: str) -> "LOTLParseResult":
    from pyhanko.sign.validation.qualified.eutl_parse import latest_known_lotl_tlso_certs, validate_and_parse_lotl

    try:
        return validate_and_parse_lotl(text, latest_known_lotl_tlso_certs())
    except Exception as reason:  # XML, signature or structure that is not as it should be
        raise _unverified(path) from reason


def _read_national(
    path: Path, text: str, lotl: "LOTLParseResult"
) -> "tuple[TLReference, list[QualifiedServiceInformation]]":
    """Verified against the signers that the list of lists names; which country's list it is, its signature tells."""
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.qualified.eutl_parse import trust_list_to_registry

    for reference in lotl.references:
        if f">{reference.territory}<" not in text:
            continue
        try:
            registry, _ = trust_list_to_registry(text, reference.tlso_certs)
        except SignatureValidationError:
            continue
        except Exception as reason:
            raise _unverified(path) from reason
        known = [*registry.known_certificate_authorities, *registry.known_timestamp_authorities]
        return reference, [s for authority in known for s in registry.applicable_service_definitions(authority, None)]
    raise _unverified(path)


def _anchors(services: "list[QualifiedServiceInformation]", territory: str, path: Path) -> TrustAnchors:
    from pyhanko.sign.validation.qualified.tsp import QTSTServiceInformation

    anchors: list[AnchorInfo] = []
    for service in services:
        stamps = isinstance(service, QTSTServiceInformation)
        if service.base_info.valid_until is not None or not (stamps or territory == ISSUERS_FROM):
            continue
        for certificate in service.base_info.provider_certs:
            provenance = f"trusted list {territory} ({path.name})"
            anchor = read_anchor(certificate.dump(), provenance, AnchorOrigin.USER, path)
            anchors.append(replace(anchor, kind=AnchorKind.TIMESTAMP if stamps else AnchorKind.ISSUER))
    return TrustAnchors(anchors=tuple(anchors))


def _unverified(path: Path) -> TrustError:
    return _error(
        path,
        "is geen vertrouwenslijst met een geldige handtekening",
        "is no trusted list with a valid signature",
    )


def _error(path: Path, nl: str, en: str) -> TrustError:
    return TrustError(
        nl=f"{path} {nl}. Download hem opnieuw en verander er niets aan.",
        en=f"{path} {en}. Download it again and change nothing in it.",
    )
