"""The process that reads files, one at a time, within limits. It is started by `pool.py` and ends with its parent.

Standard input and output are the pipes to the parent; they are moved aside first, so that a stray print of a library
spoils nothing. The parent is trusted (its jobs are plain pickles); what goes back is restricted (`codec.py`).
"""

import gc
import os
import pickle
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from dossiercheck.findings import Reason
from dossiercheck.readers import codec
from dossiercheck.readers.content import Reading, Unread
from dossiercheck.readers.file import read_file
from dossiercheck.readers.ocr import TookTooLong
from dossiercheck.readers.offline import go_offline
from dossiercheck.readers.pieces import PieceJob, cut
from dossiercheck.readers.pipe import BrokenPipe, Reads, Writes, receive, send
from dossiercheck.readers.scanned import MoreTime
from dossiercheck.readers.settings import ReadSettings

READY = b"ready"
ASKS_OCR = b"ocr:"
"""Begins the message that asks for time for so many pages; the answer to a job never begins so."""
GO = b"go"
_MAX_JOB = 64 * 2**20
OUT_OF_MEMORY = 70
"""Exit status after a reading that ran out of memory: what is left of the process is not to be trusted."""
_GRACE_SECONDS = 5
"""How much later than the parent, by the clock, the system itself ends a reading (should the parent be gone)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One file to read."""

    source: Path
    as_table: bool = False


def main() -> None:
    """Take settings, then files, until the parent closes the pipe."""
    gc.set_threshold(50_000, 20, 20)  # reading makes many small objects and few circles: look for these less often
    _leave_interrupts_to_the_parent()
    go_offline()
    incoming = os.fdopen(os.dup(0), "rb", buffering=0)
    outgoing = os.fdopen(os.dup(1), "wb")
    _silence_standard_streams()
    try:
        send(outgoing, READY)
        settings: ReadSettings = pickle.loads(receive(incoming, _MAX_JOB))
        _limit_memory(settings.limits.memory_bytes)
        while True:
            job: Job | PieceJob = pickle.loads(receive(incoming, _MAX_JOB))
            if isinstance(job, PieceJob):
                send(outgoing, _cut(job, settings))
            else:
                send(outgoing, _work(job, settings, _asking(incoming, outgoing, settings)))
    except BrokenPipe:
        return


def _asking(incoming: Reads, outgoing: Writes, settings: ReadSettings) -> MoreTime:
    """Asks the parent for its turn to read so many pages by OCR, and for the time for it."""

    def more_time(pages: int) -> None:
        _limit_time(0, settings)
        send(outgoing, ASKS_OCR + str(pages).encode())
        receive(incoming, len(GO))
        _limit_time(settings.limits.seconds + pages * settings.limits.ocr_seconds, settings)

    return more_time


def _work(job: Job, settings: ReadSettings, more_time: MoreTime) -> bytes:
    _limit_time(settings.limits.seconds, settings)
    try:
        reading = read_file(job.source, as_table=job.as_table, settings=settings, more_time=more_time)
        encoded = codec.encode(reading)
    except BrokenPipe:
        raise
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except TookTooLong:
        limit = settings.limits.ocr_seconds
        encoded = codec.encode(_unread(Reason.UNSAFE_FILE, "file-ocr-too-slow", limit_seconds=limit))
    except RecursionError:
        encoded = codec.encode(_unread(Reason.UNSAFE_FILE, "file-nested-too-deep"))
    except Exception as error:  # whatever a library raises costs this file only
        encoded = codec.encode(_unread(Reason.UNREADABLE, "file-reader-failed", error=type(error).__name__))
    finally:
        _limit_time(0, settings)
    if len(encoded) > settings.limits.result_bytes:
        return codec.encode(
            _unread(Reason.UNSAFE_FILE, "file-holds-too-much", limit_mib=settings.limits.result_bytes // 2**20)
        )
    return encoded


def _cut(job: PieceJob, settings: ReadSettings) -> bytes:
    """Pieces of pages; nothing where they cannot be made."""
    _limit_time(settings.limits.seconds, settings)
    try:
        return cut(job, settings.limits)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception:  # a picture is never worth more than its finding
        return b""
    finally:
        _limit_time(0, settings)


def _unread(reason: Reason, say: str, **values: str | int | float) -> Reading:
    """A reading without content; the parent adds the hash."""
    return Reading(sha256="", size=0, content=Unread(reason=reason, say=say, values=values))


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _silence_standard_streams() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _limit_memory(size: int) -> None:
    """Hold the address space to `size` bytes, where the system can (Linux)."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float, settings: ReadSettings) -> None:
    """Let the system end this process after so much processor time, or long after that by the clock; 0: no limit."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds * settings.limits.patience + _GRACE_SECONDS if seconds else 0)


if __name__ == "__main__":
    main()
