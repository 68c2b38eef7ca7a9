"""The certificates that a seal may chain to: those that come with the program, the user's own, and those of one run."""

from collections.abc import Sequence
from pathlib import Path

from dossiercheck.trust.anchor import AnchorInfo, AnchorKind, AnchorOrigin, TrustAnchors, merge
from dossiercheck.trust.builtin import builtin_anchors
from dossiercheck.trust.certificates import anchors_from_der, load_anchors
from dossiercheck.trust.lists import ListUpdate, update_from_lists
from dossiercheck.trust.store import add_anchors, config_folder, remove_anchor, store_folder, user_anchors

__all__ = [
    "AnchorInfo",
    "AnchorKind",
    "AnchorOrigin",
    "ListUpdate",
    "TrustAnchors",
    "add_anchors",
    "all_anchors",
    "anchors_from_der",
    "builtin_anchors",
    "config_folder",
    "load_anchors",
    "merge",
    "remove_anchor",
    "store_folder",
    "update_from_lists",
    "user_anchors",
]


def all_anchors(given: Sequence[Path] = ()) -> TrustAnchors:
    """Everything that a run trusts: builtin, the user's, and the files or folders given with `--trust`.

    Raises:
        TrustError: a file cannot be used.
    """
    return merge([builtin_anchors(), user_anchors(), *(load_anchors(path) for path in given)])
