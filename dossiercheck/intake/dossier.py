"""The door of the room: a folder or ZIP is opened, listed, and left as it was."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dossiercheck.errors import DossierNotFound
from dossiercheck.intake.archive import Budget, unpack
from dossiercheck.intake.folder import list_folder
from dossiercheck.intake.model import DEFAULT_LIMITS, DossierFile, DossierFolder, FileProblem, IntakeLimits
from dossiercheck.intake.names import written
from dossiercheck.intake.nested import ZIP_STARTS, with_archives_opened


@contextmanager
def open_dossier(path: Path, limits: IntakeLimits = DEFAULT_LIMITS) -> Iterator[DossierFolder]:
    """Open a folder, or a ZIP of one, which is unpacked for as long as it is open. Raises DossierNotFound."""
    if path.is_dir():
        listed = _filled(list_folder(path, limits), path)
        with _rooms() as room:
            budget = Budget(files=limits.files - len(listed.files), bytes=limits.zip_bytes)
            files = with_archives_opened(listed.files, room, limits, depth=limits.zip_depth, budget=budget)
            yield replace(listed, files=files)
        return
    if not path.exists():
        raise DossierNotFound(
            nl=f"{path} bestaat niet. Geef de map van het dossier, of een ZIP-bestand ervan.",
            en=f"{path} does not exist. Give the dossier's folder, or a ZIP of it.",
        )
    if not _is_zip(path):
        raise DossierNotFound(
            nl=f"{path} is geen map en geen ZIP-bestand. Eén document bekijkt u met: dossiercheck inspect {path}",
            en=f"{path} is neither a folder nor a ZIP. To look at one document: dossiercheck inspect {path}",
        )
    with _rooms() as room:
        budget = Budget(files=limits.files, bytes=limits.zip_bytes)
        folder = _filled(unpack(path, room(), limits, budget), path)
        files = with_archives_opened(folder.files, room, limits, depth=limits.zip_depth - 1, budget=budget)
        yield replace(folder, files=files)


@contextmanager
def _rooms() -> Iterator[Callable[[], Path]]:
    """Makes private folders on demand, and takes all of them away at the end."""
    made: list[Path] = []

    def room() -> Path:
        made.append(Path(tempfile.mkdtemp(prefix="dossiercheck-")))
        return made[-1]

    try:
        yield room
    finally:
        for folder in made:
            shutil.rmtree(folder, ignore_errors=True)


def loose_file(path: Path, limits: IntakeLimits = DEFAULT_LIMITS) -> DossierFile:
    """One file on its own, as `inspect` wants it. Raises DossierNotFound when there is none."""
    try:
        source = path.resolve(strict=True)
        size = source.stat().st_size
    except (OSError, RuntimeError) as error:
        raise DossierNotFound(
            nl=f"{path} bestaat niet of kan niet worden geopend.", en=f"{path} does not exist or cannot be opened."
        ) from error
    problem: FileProblem | None = None
    if not source.is_file():
        problem = FileProblem.FOLDER_CANNOT_OPEN if source.is_dir() else FileProblem.SPECIAL
    elif size == 0:
        problem = FileProblem.EMPTY
    elif size > limits.file_bytes:
        problem = FileProblem.TOO_LARGE
    return DossierFile(path=written(path.as_posix()), source=source, size=size, problem=problem)


def _is_zip(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(4) in ZIP_STARTS
    except OSError as error:
        raise DossierNotFound(
            nl=f"{path} kan niet worden geopend. Controleer of u het mag lezen.",
            en=f"{path} cannot be opened. Check that you may read it.",
        ) from error


def _filled(folder: DossierFolder, path: Path) -> DossierFolder:
    if not folder.files:
        raise DossierNotFound(
            nl=f"{path} is leeg: er is niets om te beoordelen.", en=f"{path} is empty: there is nothing to judge."
        )
    return folder
