"""Folders of dossiers become a list of dossiers: which folders and ZIPs below them are one, and what each is called."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dossiercheck.errors import DossierNotFound

_STATED = ("dossier.yaml", "dossier.yml")
_PAPERS = (".pdf", ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".docx", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
_DEPTH = 4
"""Levels of folders below the given one at which a dossier may begin."""
_NAME_LENGTH = 60
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A folder or ZIP that is taken for a dossier."""

    path: Path
    name: str
    """Its path below the folder given, with forward slashes; with that folder's own name where several are given."""
    slug: str
    """A name for its results that every file system and address takes; no two are alike."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Search:
    """What was found, and what lies between the dossiers and belongs to none."""

    candidates: tuple[Candidate, ...]
    loose: tuple[Path, ...]


def find_dossiers(folders: Iterable[Path]) -> Search:
    """Every dossier below these folders, in the order of their names.

    Raises:
        DossierNotFound: a folder is not there, or there is no dossier below any of them.
    """
    given = list(folders)
    found: list[tuple[str, Path]] = []
    loose: list[Path] = []
    for folder in given:
        if not folder.exists():
            raise DossierNotFound(nl=f"{folder} bestaat niet.", en=f"{folder} does not exist.")
        prefix = f"{folder.resolve().name}/" if len(given) > 1 else ""
        below, beside = _below(folder)
        found += [
            (prefix + path.relative_to(folder).as_posix() if path != folder else folder.resolve().name, path)
            for path in below
        ]
        loose += beside
    if not found:
        where = ", ".join(str(folder) for folder in given)
        raise DossierNotFound(
            nl=f"Onder {where} ligt geen enkel dossier (een map met stukken, of een ZIP ervan).",
            en=f"There is no dossier (a folder of papers, or a ZIP of one) below {where}.",
        )
    found.sort(key=lambda pair: pair[0].encode("utf-8", "surrogateescape"))
    names = [name for name, _ in found]
    slugs = list(_slugs(names))
    return Search(
        candidates=tuple(
            Candidate(path=path, name=_shown(name), slug=slug) for (name, path), slug in zip(found, slugs, strict=True)
        ),
        loose=tuple(loose),
    )


def numbered(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The same dossiers, called by their number in this order: for results that tell nobody's name."""
    width = len(str(len(candidates)))
    return tuple(
        replace(candidate, name=f"Dossier {number}", slug=f"dossier-{number:0{width}}")
        for number, candidate in enumerate(candidates, start=1)
    )


def _below(folder: Path) -> tuple[list[Path], list[Path]]:
    """The dossiers of one given folder, and the files beside them. A ZIP, or what states to be a dossier, is itself."""
    if folder.is_file() or _states(folder):
        return [folder], []
    return _children(folder, _DEPTH)


def _children(folder: Path, depth: int) -> tuple[list[Path], list[Path]]:
    found: list[Path] = []
    loose: list[Path] = []
    for entry in _entries(folder):
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth > 1 and _is_collection(path, depth - 1):
                more, beside = _children(path, depth - 1)
                found += more
                loose += beside
            else:
                found.append(path)
        elif entry.name.lower().endswith(".zip"):
            found.append(path)
        else:
            loose.append(path)
    return found, loose


def _is_collection(folder: Path, depth: int) -> bool:
    """No papers of its own, and somewhere below it a folder that states to be a dossier, or ZIPs only."""
    entries = list(_entries(folder))
    if _states(folder) or any(entry.name.lower().endswith(_PAPERS) for entry in entries):
        return False
    inside = [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
    if not inside and entries and all(entry.name.lower().endswith(".zip") for entry in entries):
        return True
    return any(_states(child) or (depth > 1 and _is_collection(child, depth - 1)) for child in inside)


def _states(folder: Path) -> bool:
    return any(entry.name.lower() in _STATED for entry in _entries(folder))


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        yield from sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # it is reported when it is judged
        return


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def _slugs(names: Iterable[str]) -> Iterator[str]:
    """Plain names, each once: a second 'zorg-a' becomes 'zorg-a-2'."""
    taken: set[str] = set()
    for name in names:
        plain = _NOT_PLAIN.sub("-", name.removesuffix(".zip")).strip("-")[:_NAME_LENGTH].strip("-") or "dossier"
        slug, number = plain, 2
        while slug.lower() in taken:
            slug, number = f"{plain}-{number}", number + 1
        taken.add(slug.lower())
        yield slug
