"""The anchors that come with the program: `anchors/*.pem`, with `anchors/index.tsv` that says what each is."""

import csv
import hashlib
from datetime import datetime
from functools import cache
from importlib.resources import files

from dossiercheck.errors import TrustError
from dossiercheck.trust.anchor import AnchorInfo, AnchorKind, AnchorOrigin, TrustAnchors
from dossiercheck.trust.certificates import pem_certificates

_KINDS = {"root": AnchorKind.ROOT, "issuer": AnchorKind.ISSUER, "timestamp": AnchorKind.TIMESTAMP}


@cache
def builtin_anchors() -> TrustAnchors:
    """The program's own anchors, each held against the fingerprint in the index.

    Raises:
        TrustError: the installation is damaged.
    """
    folder = files("dossiercheck.trust") / "anchors"
    index = (folder / "index.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in index if not line.startswith("#")), delimiter="\t")
    return TrustAnchors(anchors=tuple(_anchor(row, (folder / row["file"]).read_bytes()) for row in rows))


def _anchor(row: dict[str, str], pem: bytes) -> AnchorInfo:
    (der,) = pem_certificates(pem)
    if hashlib.sha256(der).hexdigest() != row["sha256"]:
        raise TrustError(
            nl=f"Het meegeleverde certificaat {row['file']} is niet het bedoelde. Installeer het programma opnieuw.",
            en=f"The certificate {row['file']} that came with the program is not the right one. Install it again.",
        )
    return AnchorInfo(
        name=row["name"],
        kind=_KINDS[row["kind"]],
        origin=AnchorOrigin.BUILTIN,
        valid_from=datetime.fromisoformat(row["valid_from"]),
        valid_until=datetime.fromisoformat(row["valid_until"]),
        sha256=row["sha256"],
        provenance=row["provenance"],
        der=der,
    )
