"""A folder becomes a list of files. Nothing is opened; links are not followed out of the dossier."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from dossiercheck.errors import DossierNotFound
from dossiercheck.intake.model import DossierFile, DossierFolder, FileProblem, IntakeLimits
from dossiercheck.intake.names import is_junk, unique, written


def list_folder(folder: Path, limits: IntakeLimits) -> DossierFolder:
    """The files below `folder`. Raises DossierNotFound when there are none, or too many to be a dossier."""
    root = folder.resolve()
    taken: set[str] = set()
    files: list[DossierFile] = []
    found: list[tuple[bool, str, Path]] = []
    for raw, source in _walk(root, root, limits.depth):
        if len(found) >= limits.files:
            raise DossierNotFound(
                nl=f"{folder} bevat meer dan {limits.files} bestanden. Is dit wel de map van één dossier?",
                en=f"{folder} holds more than {limits.files} files. Is this really the folder of one dossier?",
            )
        found.append((written(raw) != raw, raw, source))
    for _, raw, source in sorted(found):
        files.append(_describe(unique(written(raw), taken, raw), source, root, limits))
    return DossierFolder(name=written(root.name), root=root, files=tuple(sorted(files, key=lambda f: f.path)))


def _walk(folder: Path, root: Path, depth: int) -> Iterator[tuple[str, Path]]:
    """Files, links and folders that cannot be entered, each with its raw relative path."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        if folder == root:
            raise DossierNotFound(
                nl=f"De map {folder} kan niet worden geopend. Controleer of u er leesrechten op hebt.",
                en=f"The folder {folder} cannot be opened. Check that you may read it.",
            ) from None
        yield folder.relative_to(root).as_posix(), folder
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False) and depth > 0:
            yield from _walk(path, root, depth - 1)
        else:
            yield path.relative_to(root).as_posix(), path


def _describe(path: str, source: Path, root: Path, limits: IntakeLimits) -> DossierFile:
    try:
        status = source.lstat()
    except OSError:
        return DossierFile(path=path, source=source, size=0, problem=FileProblem.CANNOT_OPEN)
    if stat.S_ISLNK(status.st_mode):
        return _describe_link(path, source, root, limits)
    return DossierFile(path=path, source=source, size=_size(status), problem=_problem(path, source, status, limits))


def _describe_link(path: str, link: Path, root: Path, limits: IntakeLimits) -> DossierFile:
    def refused(problem: FileProblem) -> DossierFile:
        return DossierFile(path=path, source=link, size=0, problem=problem)

    try:
        target = link.resolve(strict=True)
        status = target.stat()
    except (OSError, RuntimeError):
        return refused(FileProblem.LINK_BROKEN)
    if not target.is_relative_to(root):
        return refused(FileProblem.LINK_OUTSIDE)
    if stat.S_ISDIR(status.st_mode):
        return refused(FileProblem.LINK_TO_FOLDER)
    return DossierFile(path=path, source=target, size=_size(status), problem=_problem(path, target, status, limits))


def _size(status: os.stat_result) -> int:
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _problem(path: str, source: Path, status: os.stat_result, limits: IntakeLimits) -> FileProblem | None:
    if stat.S_ISDIR(status.st_mode):
        return FileProblem.FOLDER_CANNOT_OPEN
    if not stat.S_ISREG(status.st_mode):
        return FileProblem.SPECIAL
    if is_junk(path):
        return FileProblem.JUNK
    if status.st_size == 0:
        return FileProblem.EMPTY
    if status.st_size > limits.file_bytes:
        return FileProblem.TOO_LARGE
    return None if os.access(source, os.R_OK) else FileProblem.CANNOT_OPEN
