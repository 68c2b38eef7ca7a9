"""Trust anchors: the certificates that a seal's chain may end at.

An anchor is a root or, as in a national trusted list, the issuing authority itself: then no root is needed, and an
authority that has expired since still vouches for what was sealed before. A timestamp authority's anchor vouches for
timestamps only, never for a seal.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property


class AnchorKind(StrEnum):
    """What an anchor may vouch for."""

    ROOT = "root"
    ISSUER = "issuing authority"
    TIMESTAMP = "timestamp authority"
    """Timestamps only."""


class AnchorOrigin(StrEnum):
    """Who put it there."""

    BUILTIN = "builtin"
    USER = "user"
    """With `trust add` or `trust update`."""
    OPTION = "option"
    """With `--trust`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnchorInfo:
    """One anchor, as `trust list` shows it."""

    name: str
    kind: AnchorKind
    origin: AnchorOrigin
    valid_from: datetime
    """UTC."""
    valid_until: datetime
    """UTC."""
    sha256: str
    """Of the certificate (DER), hexadecimal."""
    provenance: str
    """Where it was taken from: package and version, file name, or trusted list."""
    der: bytes


@dataclass(frozen=True, kw_only=True)
class TrustAnchors:
    """All anchors of one run; no two with the same certificate."""

    anchors: tuple[AnchorInfo, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the whole set, whatever its order: what was judged with it may be kept under this key."""
        lines = sorted(f"{anchor.sha256} {anchor.kind}" for anchor in self.anchors)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @property
    def signing(self) -> tuple[bytes, ...]:
        """Certificates (DER) that may vouch for a signer."""
        return tuple(a.der for a in self.anchors if a.kind is not AnchorKind.TIMESTAMP)

    @property
    def timestamping(self) -> tuple[bytes, ...]:
        """Certificates (DER) that may vouch for a timestamp."""
        return tuple(a.der for a in self.anchors)

    def __add__(self, other: "TrustAnchors") -> "TrustAnchors":
        return merge([self, other])


def merge(sets: Iterable[TrustAnchors]) -> TrustAnchors:
    """All anchors of these sets. Of the same certificate, one that may vouch for seals wins, then the first."""
    by_certificate: dict[str, AnchorInfo] = {}
    for anchor in (anchor for one in sets for anchor in one.anchors):
        known = by_certificate.get(anchor.sha256)
        if known is None or (known.kind is AnchorKind.TIMESTAMP and anchor.kind is not AnchorKind.TIMESTAMP):
            by_certificate[anchor.sha256] = anchor
    return TrustAnchors(anchors=tuple(by_certificate.values()))
