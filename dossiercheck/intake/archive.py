"""A ZIP of a dossier becomes a list of files, unpacked into a private folder.

Entries are unpacked under a number, never under their own name: no name in a ZIP can point outside the folder, collide
with another or be impossible on this system. What cannot be unpacked safely is listed with its problem.
"""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossiercheck.errors import DossierNotFound
from dossiercheck.intake.model import DossierFile, DossierFolder, FileProblem, IntakeLimits
from dossiercheck.intake.names import is_junk, unique, written

_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800
_CHUNK = 1 << 20


@dataclass(slots=True, kw_only=True)
class Budget:
    """What may still be unpacked, over all ZIPs of a dossier."""

    files: int
    bytes: int


def unpack(archive: Path, into: Path, limits: IntakeLimits, budget: Budget) -> DossierFolder:
    """The files of a ZIP. Raises DossierNotFound when it is no ZIP, is damaged as a whole or holds too much."""
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = [entry for entry in opened.infolist() if not entry.is_dir()]
            budget.files -= len(entries)
            if budget.files < 0:
                raise DossierNotFound(
                    nl=f"{archive} bevat meer dan {limits.files} bestanden. Is dit wel één dossier?",
                    en=f"{archive} holds more than {limits.files} files. Is this really one dossier?",
                )
            files = tuple(unpack_all(opened, entries, into, limits, budget))
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise DossierNotFound(
            nl=f"{archive} kan niet als ZIP worden geopend. Maak het ZIP-bestand opnieuw of geef de map zelf op.",
            en=f"{archive} cannot be opened as a ZIP. Make it again, or give the folder itself.",
        ) from error
    return DossierFolder(name=written(archive.stem), root=into, files=_without_top_folder(files))


def unpack_all(
    opened: zipfile.ZipFile, entries: list[zipfile.ZipInfo], into: Path, limits: IntakeLimits, budget: Budget
) -> Iterator[DossierFile]:
    """Every entry as a file, unpacked or with what is wrong with it."""
    taken: set[str] = set()
    for number, entry in enumerate(entries):
        name = _name(entry)
        target = into / f"{number:05d}"
        problem = _refusal(name, entry, min(budget.bytes, limits.file_bytes), limits)
        size = 0
        if problem is None:
            size, problem = _unpack_entry(opened, entry, target, min(budget.bytes, limits.file_bytes))
            budget.bytes -= size
        if problem is None and is_junk(name):
            problem = FileProblem.JUNK
        elif problem is None and size == 0:
            problem = FileProblem.EMPTY
        path = unique(written(_harmless(name)), taken)
        yield DossierFile(path=path, source=target, size=size, problem=problem)


def _name(entry: zipfile.ZipInfo) -> str:
    """The entry's name. Some programs write UTF-8 without saying so; zipfile then takes it for cp437."""
    name = entry.filename
    if not entry.flag_bits & _NAME_IS_UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.filename
    return name.replace("\\", "/")


def _refusal(name: str, entry: zipfile.ZipInfo, allowed: int, limits: IntakeLimits) -> FileProblem | None:
    if name.startswith("/") or re.match(r"^[A-Za-z]:", name) or ".." in PurePosixPath(name).parts:
        return FileProblem.ZIP_ENTRY_UNSAFE_PATH
    mode = entry.external_attr >> 16
    if stat.S_ISLNK(mode):
        return FileProblem.LINK_OUTSIDE
    if entry.flag_bits & _ENCRYPTED:
        return FileProblem.ZIP_ENTRY_ENCRYPTED
    if entry.file_size > allowed:
        return FileProblem.TOO_LARGE
    if entry.file_size > limits.zip_ratio_from and entry.file_size > limits.zip_ratio * max(1, entry.compress_size):
        return FileProblem.ZIP_ENTRY_BOMB
    return None


def _unpack_entry(
    opened: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, allowed: int
) -> tuple[int, FileProblem | None]:
    """Bytes written, and what went wrong. An entry that unpacks to more than it states is cut off and refused."""
    size = 0
    try:
        with opened.open(entry) as source, target.open("xb") as copy:
            while chunk := source.read(_CHUNK):
                size += len(chunk)
                if size > allowed:
                    return size, FileProblem.ZIP_ENTRY_BOMB
                copy.write(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return size, FileProblem.ZIP_ENTRY_DAMAGED
    return size, None


def _harmless(name: str) -> str:
    """A name that points outside, made fit to be shown as a path inside."""
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "_"


def _without_top_folder(files: tuple[DossierFile, ...]) -> tuple[DossierFile, ...]:
    """Paths from the one folder on in which everything lies, where there is one."""
    tops = {f.path.split("/")[0] for f in files if f.problem is not FileProblem.JUNK and "/" in f.path}
    loose = any("/" not in f.path and f.problem is not FileProblem.JUNK for f in files)
    if len(tops) == 1 and not loose:
        top = next(iter(tops)) + "/"
        taken: set[str] = set()
        files = tuple(
            DossierFile(path=unique(f.path.removeprefix(top), taken), source=f.source, size=f.size, problem=f.problem)
            for f in files
        )
    return tuple(sorted(files, key=lambda f: f.path))
