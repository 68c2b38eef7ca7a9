"""ZIP files inside a dossier are opened as folders: `inzending.zip/personeel/vog.pdf` is a file like any other.

The ZIP itself stays in the list, as opened; all its folders stay, since their names may tell whose the papers are. One
inside a ZIP is opened too, one deeper is not: nobody hands in papers like that, and a file that unpacks itself for ever
is an old trick.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from dossiercheck.intake.archive import Budget, unpack_all
from dossiercheck.intake.model import DossierFile, FileProblem, IntakeLimits
from dossiercheck.intake.names import unique

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_OF_A_DOCUMENT = (
    "[content_types].xml",
    "mimetype",
    "meta-inf/",
    "xl/",
    "word/",
    "ppt/",
    "index.apxl",
    "index/document",
)
"""Members by which a ZIP is a document of Word, Excel, LibreOffice or Keynote."""


def with_archives_opened(
    files: tuple[DossierFile, ...], room: Callable[[], Path], limits: IntakeLimits, *, depth: int, budget: Budget
) -> tuple[DossierFile, ...]:
    """The files, with those that ZIPs among them hold. `room` makes a new empty private folder."""
    taken = {file.path for file in files}
    found: list[DossierFile] = []
    for file in files:
        if depth < 1 or file.problem is not None or not _is_archive(file):
            found.append(file)
            continue
        found += _opened(file, room, limits, depth, budget, taken)
    return tuple(sorted(found, key=lambda file: file.path))


def _opened(
    file: DossierFile, room: Callable[[], Path], limits: IntakeLimits, depth: int, budget: Budget, taken: set[str]
) -> Iterator[DossierFile]:
    """The ZIP and what it holds; the ZIP alone, unopened, where it is damaged or holds too much."""
    try:
        with zipfile.ZipFile(file.source) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > budget.files:
                yield replace(file, problem=FileProblem.ARCHIVE_TOO_MUCH)
                return
            budget.files -= len(entries)
            members = tuple(unpack_all(archive, entries, room(), limits, budget))
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError):
        yield file
        return
    yield replace(file, problem=FileProblem.ARCHIVE_OPENED)
    for member in with_archives_opened(members, room, limits, depth=depth - 1, budget=budget):
        yield replace(member, path=unique(f"{file.path}/{member.path}", taken))


def _is_archive(file: DossierFile) -> bool:
    """Is this a ZIP of files, and no document that happens to be one?"""
    try:
        with file.source.open("rb") as opened:
            if opened.read(4) not in ZIP_STARTS:
                return False
        with zipfile.ZipFile(file.source) as archive:
            names = [name.replace("\\", "/").lower() for name in archive.namelist()]
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):
        return False
    return bool(names) and not any(name.startswith(_OF_A_DOCUMENT) for name in names)
