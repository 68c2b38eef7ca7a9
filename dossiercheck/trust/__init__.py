"""The certificates that a seal may chain to."""

from dossiercheck.trust.anchors import AnchorInfo, AnchorKind, AnchorOrigin, TrustAnchors, merge
from dossiercheck.trust.certificates import anchors_from_der, load_anchors

__all__ = [
    "AnchorInfo",
    "AnchorKind",
    "AnchorOrigin",
    "TrustAnchors",
    "anchors_from_der",
    "load_anchors",
    "merge",
]
