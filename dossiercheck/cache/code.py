"""What a kept answer depends on besides a file: the code that gave it, and the libraries beneath.

The code's fingerprint is taken from the source files themselves, so that no version number can be forgotten.
"""

import hashlib
import os
import platform
import sys
from functools import lru_cache
from pathlib import Path

import dossiercheck


@lru_cache
def code_fingerprint(*rooms: str) -> str:
    """SHA-256 over the names and contents of all source files of these rooms (folders or single modules).

    Empty where a room has no source files here: nothing can be kept then.
    """
    house = Path(dossiercheck.__file__).parent
    digest = hashlib.sha256()
    for room in rooms:
        files = sorted((house / room).rglob("*.py")) or [house / f"{room}.py"]
        for file in files:
            try:
                source = file.read_bytes()
            except OSError:
                return ""
            digest.update(f"{file.relative_to(house).as_posix()}\0{len(source)}\0".encode() + source)
    return digest.hexdigest()


@lru_cache
def surroundings() -> str:
    """SHA-256 over this Python and the name and version of every library that is installed for it."""
    installed = {name for place in dict.fromkeys(sys.path) for name in _names(place)}
    parts = (sys.version, platform.machine(), sys.platform, *sorted(installed))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _names(place: str) -> list[str]:
    """Such as `pypdf-7.1.0.dist-info`."""
    try:
        return [name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info"))]  # noqa: PTH208
    except OSError:
        return []
