"""A dossier as it lies there: its files, without meaning."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FileProblem(StrEnum):
    """What makes that a file is listed and not read. Each is the key of a sentence."""

    JUNK = "junk-file"
    """Left behind by an operating system or by Office (`.DS_Store`, `Thumbs.db`, `~$table.xlsx`)."""
    EMPTY = "empty-file"
    TOO_LARGE = "file-too-large"
    CANNOT_OPEN = "file-cannot-open"
    FOLDER_CANNOT_OPEN = "folder-cannot-open"
    SPECIAL = "special-file"
    """A device, pipe or socket."""
    LINK_OUTSIDE = "link-outside"
    LINK_BROKEN = "link-broken"
    """It points at nothing, or round in a circle."""
    LINK_TO_FOLDER = "link-to-folder"
    """The folder it points at is listed where it really is."""
    ZIP_ENTRY_ENCRYPTED = "zip-entry-encrypted"
    ZIP_ENTRY_DAMAGED = "zip-entry-damaged"
    ZIP_ENTRY_UNSAFE_PATH = "zip-entry-unsafe-path"
    """Its name points outside the ZIP."""
    ARCHIVE_OPENED = "archive-opened"
    """A ZIP in the dossier; what it holds is listed below its name."""
    ARCHIVE_TOO_MUCH = "archive-too-much"
    """A ZIP in the dossier that holds more files than a dossier may."""
    ZIP_ENTRY_BOMB = "zip-entry-bomb"
    """It unpacks to far more than a document can be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierFile:
    """One file of a dossier (or a folder or link that could not be entered)."""

    path: str
    """Relative to the dossier, with forward slashes, in Unicode NFC; unique within it."""
    source: Path
    """Where its bytes are; for a ZIP somewhere in a private folder, under another name."""
    size: int
    problem: FileProblem | None = None
    """Set when it is not to be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierFolder:
    """A folder, or a ZIP of one, opened for reading only."""

    name: str
    """Name of the folder, or of the ZIP without its ending."""
    root: Path
    files: tuple[DossierFile, ...]
    """Every file exactly once, in the order of their paths."""


@dataclass(frozen=True, kw_only=True, slots=True)
class IntakeLimits:
    """How much a dossier may be."""

    files: int = 20_000
    depth: int = 64
    file_bytes: int = 256 * 2**20
    zip_bytes: int = 4 * 2**30
    """All entries of a ZIP together, unpacked."""
    zip_ratio: int = 400
    """Unpacked to packed size of an entry above `zip_ratio_from`."""
    zip_depth: int = 2
    """ZIPs inside each other that are opened, in a folder; in a ZIP that was given itself, one less."""
    zip_ratio_from: int = 16 * 2**20


DEFAULT_LIMITS = IntakeLimits()
