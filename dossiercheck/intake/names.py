"""File names: which are junk, and how a path is written in reports."""

import os
import re
import unicodedata

_JUNK_NAMES = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".localized", ".directory", "icon\r"})
_JUNK_FOLDERS = frozenset(
    {
        "__macosx",
        ".spotlight-v100",
        ".trashes",
        ".fseventsd",
        ".git",
        ".svn",
        "$recycle.bin",
        "system volume information",
    }
)
_JUNK_START = re.compile(r"^(?:~\$|\._|\.~lock\.)")


def is_junk(path: str) -> bool:
    """Is this left behind by an operating system or by Office, whatever it holds?"""
    *folders, name = path.lower().split("/")
    return name in _JUNK_NAMES or bool(_JUNK_START.match(name)) or any(f in _JUNK_FOLDERS for f in folders)


def written(name: str) -> str:
    """A name as reports write it: NFC; bytes that are no UTF-8 become U+FFFD."""
    readable = os.fsencode(name).decode("utf-8", "replace") if _has_surrogate(name) else name
    return unicodedata.normalize("NFC", readable)


def unique(path: str, taken: set[str], raw: str | None = None) -> str:
    """`path`, or a variant that is not yet in `taken` (`raw` first: NFC and NFD twins stay apart); then it is."""
    candidate = path
    if candidate in taken and raw is not None and not _has_surrogate(raw):
        candidate = raw
    number = 2
    while candidate in taken:
        candidate = f"{path} ({number})"
        number += 1
    taken.add(candidate)
    return candidate


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)
