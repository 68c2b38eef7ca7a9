"""The door of the room: a folder or ZIP is opened, listed, and left as it was."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossiercheck.errors import DossierNotFound
from dossiercheck.intake.archive import unpack
from dossiercheck.intake.folder import list_folder
from dossiercheck.intake.model import DEFAULT_LIMITS, DossierFile, DossierFolder, FileProblem, IntakeLimits
from dossiercheck.intake.names import written

_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")


@contextmanager
def open_dossier(path: Path, limits: IntakeLimits = DEFAULT_LIMITS) -> Iterator[DossierFolder]:
    """Open a folder, or a ZIP of one, which is unpacked for as long as it is open. Raises DossierNotFound."""
    if path.is_dir():
        yield _filled(list_folder(path, limits), path)
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
    into = Path(tempfile.mkdtemp(prefix="dossiercheck-"))
    try:
        yield _filled(unpack(path, into, limits), path)
    finally:
        shutil.rmtree(into, ignore_errors=True)


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
            return file.read(4) in _ZIP_STARTS
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
