"""The user's own anchors: PEM files in the configuration folder, named after their fingerprint.

What was taken in stays there until it is removed; nothing in a dossier can reach this folder.
"""

import base64
import json
import os
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

from dossiercheck.errors import TrustError
from dossiercheck.trust.anchor import AnchorInfo, AnchorKind, AnchorOrigin, TrustAnchors, merge
from dossiercheck.trust.certificates import load_anchors

FOLDER_VARIABLE = "DOSSIERCHECK_CONFIG_DIR"


def config_folder() -> Path:
    """Where the user's settings are: `DOSSIERCHECK_CONFIG_DIR`, else what is usual on this system."""
    given = os.environ.get(FOLDER_VARIABLE)
    if given:
        return Path(given)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "dossiercheck"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "dossiercheck"
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "dossiercheck"


def store_folder() -> Path:
    """Where the user's anchors are kept; it need not exist."""
    return config_folder() / "trust"


def user_anchors() -> TrustAnchors:
    """The anchors that the user took in; none where there is no store.

    Raises:
        TrustError: a file in the store is no certificate (any more).
    """
    folder = store_folder()
    if not folder.is_dir():
        return TrustAnchors()
    return merge(_kept(file) for file in sorted(folder.glob("*.pem")))


def add_anchors(path: Path) -> TrustAnchors:
    """Take in the certificates of a file or folder; gives back those that are new.

    Raises:
        TrustError: a file cannot be used, or the store cannot be written.
    """
    return keep(load_anchors(path, origin=AnchorOrigin.USER))


def keep(anchors: TrustAnchors) -> TrustAnchors:
    """Write anchors to the store; gives back those that were not in it.

    Raises:
        TrustError: the store cannot be written.
    """
    known = {anchor.sha256 for anchor in user_anchors().anchors}
    new = tuple(replace(a, origin=AnchorOrigin.USER) for a in anchors.anchors if a.sha256 not in known)
    folder = store_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for anchor in new:
            (folder / f"{anchor.sha256}.pem").write_text(_pem(anchor), encoding="utf-8")
    except OSError as reason:
        raise TrustError(
            nl=f"De map {folder} kan niet worden beschreven.", en=f"The folder {folder} cannot be written to."
        ) from reason
    return TrustAnchors(anchors=new)


def remove_anchor(given: str) -> AnchorInfo:
    """Remove one of the user's anchors, given as its fingerprint or the first 8 or more signs of it.

    Raises:
        TrustError: there is none, or more than one.
    """
    wanted = given.replace(":", "").strip().lower()
    found = [a for a in user_anchors().anchors if a.sha256.startswith(wanted)] if len(wanted) >= 8 else []
    if len(found) != 1:
        raise TrustError(
            nl=f"Geen eigen certificaat gevonden met vingerafdruk {given}. `dossiercheck trust list` toont ze; "
            "geef ten minste 8 tekens op.",
            en=f"No certificate of your own has the fingerprint {given}. `dossiercheck trust list` shows them; "
            "give at least 8 characters.",
        )
    (store_folder() / f"{found[0].sha256}.pem").unlink(missing_ok=True)
    return found[0]


def _kept(file: Path) -> TrustAnchors:
    """One file of the store; its first line keeps what the certificate itself does not say."""
    loaded = load_anchors(file, origin=AnchorOrigin.USER)
    first = file.read_text(encoding="utf-8", errors="replace").partition("\n")[0]
    try:
        noted = json.loads(first.removeprefix("# "))
        kind, provenance = AnchorKind(noted["kind"]), str(noted["provenance"])
    except (ValueError, KeyError, TypeError):
        return loaded
    return TrustAnchors(anchors=tuple(replace(a, kind=kind, provenance=provenance) for a in loaded.anchors))


def _pem(anchor: AnchorInfo) -> str:
    body = "\n".join(textwrap.wrap(base64.b64encode(anchor.der).decode("ascii"), 64))
    noted = json.dumps({"kind": anchor.kind.value, "provenance": anchor.provenance, "name": anchor.name})
    return f"# {noted}\n-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"
