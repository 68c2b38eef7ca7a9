"""What a result rests on, as two hashes: the dossier's bytes, and what was asked that can change the answer."""

import hashlib
import os
from dataclasses import fields
from functools import lru_cache
from pathlib import Path

import dossiercheck
from dossiercheck.errors import DossiercheckError
from dossiercheck.intake import open_dossier
from dossiercheck.options import CheckOptions

_CHUNK = 1 << 20
_TELLING = frozenset({".py", ".yaml", ".css", ".js", ".md"})
_NO_MATTER = frozenset({"jobs", "pictures", "anchors", "store"})
"""Options that change no answer, or that are in the hash otherwise; whatever is added to them counts."""


def contents_of(path: Path) -> str:
    """SHA-256 over the names and bytes of a dossier's files; empty where it cannot be opened."""
    digest = hashlib.sha256()
    try:
        if path.is_file():
            _add_file(digest, path)
            return digest.hexdigest()
        with open_dossier(path) as folder:
            for file in folder.files:
                problem = file.problem.value if file.problem else ""
                digest.update(f"{file.path}\0{file.size}\0{problem}\0".encode("utf-8", "surrogatepass"))
                if file.problem is None:
                    _add_file(digest, file.source)
        return digest.hexdigest()
    except (OSError, DossiercheckError):
        return ""


def settings_of(options: CheckOptions, *asked: str) -> str:
    """SHA-256 over what was asked: program, day, rules, rulings, trust, and whatever else changes what is written.

    The requirement set that a dossier itself names is not in it: its own hash is kept with each result.
    """
    rules = options.requirements or ""
    given = [f"{f.name}={getattr(options, f.name)!r}" for f in fields(options) if f.name not in _NO_MATTER]
    parts = [_program(), *given, _hash_of(rules), options.anchors.fingerprint, *asked]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1)
def _program() -> str:
    """Version and SHA-256 of the program itself: code, words, style. Two versions never share an overview."""
    house = Path(dossiercheck.__file__).parent
    digest = hashlib.sha256(dossiercheck.__version__.encode())
    for path in sorted(house.rglob("*")):
        if path.is_file() and path.suffix in _TELLING:
            digest.update(f"{path.relative_to(house).as_posix()}\0".encode())
            _add_file(digest, path)
    return digest.hexdigest()


def _hash_of(rules: str) -> str:
    if not rules or not os.path.exists(rules):  # noqa: PTH110 - an id is no path, and may be none that can be one
        return ""
    digest = hashlib.sha256()
    _add_file(digest, Path(rules))
    return digest.hexdigest()


def _add_file(digest: "hashlib._Hash", path: Path) -> None:
    with path.open("rb") as file:
        size = 0
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            digest.update(chunk)
        digest.update(f"\0{size}\0".encode())
