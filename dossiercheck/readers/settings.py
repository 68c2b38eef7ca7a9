"""What the readers need to know besides the bytes. Sent to each worker once."""

from dataclasses import dataclass, field
from datetime import datetime

from dossiercheck.trust import TrustAnchors


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadLimits:
    """How much one file may cost."""

    seconds: float = 30.0
    """Processor time, of all threads together: what a busy machine reads is what an idle one reads."""
    patience: float = 6.0
    """So many times as long a reading may last by the clock: the last resort."""
    idle_seconds: float = 30.0
    """By the clock; a worker that does nothing for so long, and waits for no processor or disk, hangs (`idle.py`)."""
    memory_bytes: int = 2**30
    """Address space of the worker that reads it; enforced by the system where it can."""
    file_bytes: int = 256 * 2**20
    pages: int = 500
    characters: int = 2_000_000
    """Of a whole PDF; a page holds at most a tenth."""
    rows: int = 20_000
    """Filled rows of a sheet."""
    columns: int = 16_384
    cells: int = 400_000
    """Filled cells of a workbook."""
    unpacked_bytes: int = 64 * 2**20
    """Of an Office file."""
    zip_entries: int = 2_000
    result_bytes: int = 64 * 2**20
    ocr_pages: int = 30
    """Scanned pages of a file that are read; later ones stay unread."""
    ocr_seconds: float = 20.0
    """Processor time that each of them may take, on top of `seconds`."""
    pixels: int = 80_000_000
    """Of a picture, before it is unpacked."""


DEFAULT_LIMITS = ReadLimits()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadSettings:
    """Whom seals may chain to, the moment they are judged at, and the limits."""

    now: datetime
    """The moment judged by (aware, UTC): 'now' for certificates too."""
    anchors: TrustAnchors = field(default=TrustAnchors())
    """Empty: no authority is trusted."""
    limits: ReadLimits = field(default=DEFAULT_LIMITS)
    jobs: int | None = None
    """Worker processes; None: as many as there are cores."""
