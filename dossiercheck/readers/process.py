"""One worker process, as its parent sees it: started, given a file, waited for no longer than allowed."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from enum import StrEnum
from pathlib import Path

import dossiercheck
from dossiercheck.readers.guard import Broken, Guard
from dossiercheck.readers.pieces import PieceJob
from dossiercheck.readers.pipe import BrokenPipe, receive, send
from dossiercheck.readers.settings import ReadSettings
from dossiercheck.readers.worker import ASKS_OCR, GO, OUT_OF_MEMORY, READY, Job

_START_SECONDS = 60.0
_OUT_OF_MEMORY = (OUT_OF_MEMORY, -getattr(signal, "SIGABRT", 6))
"""How workers end that are given no more memory: Python by its own status, PDFium by aborting."""
_OUT_OF_TIME = -getattr(signal, "SIGPROF", 27)
"""How a worker ends that used up its processor time."""
Turn = AbstractContextManager[object]
"""What is held while pages are read by OCR."""
_BOOT = """
import sys
root = sys.argv[1]
sys.path.append(root)
import dossiercheck
if not dossiercheck.__file__.startswith(root):
    del sys.modules["dossiercheck"]
    sys.path.insert(0, root)
from dossiercheck.readers.worker import main
main()
"""
"""Not `-m`: that would put the current folder, which may be the dossier, first among the places to import from.

Another version of the program that is installed too must not take the place of the one that runs.
"""


class Failure(StrEnum):
    """Why no answer came."""

    TOO_SLOW = "too slow"
    TOO_LARGE = "too large"
    """It needed more memory than it may have."""
    DIED = "died"
    NOT_STARTED = "not started"


class WorkerProcess:
    """A worker that reads one file after another. Used by one thread at a time; `kill` may come from any."""

    def __init__(self, settings: ReadSettings, ocr_turn: Turn) -> None:
        """`ocr_turn` is shared by all workers: OCR uses every core by itself, so one of them reads at a time."""
        self._settings = settings
        self._ocr_turn = ocr_turn
        self._ready = False
        self.read = 0
        """Files that it was given."""
        root = str(Path(dossiercheck.__file__).resolve().parent.parent)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0 if os.name == "posix" else None,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"},
        )

    def ask(self, job: Job | PieceJob, on_ocr: Callable[[int], None] | None = None) -> bytes | Failure:
        """The worker's answer to one job. After a Failure it is dead.

        `on_ocr` is called with the number of pages that are read by OCR now.
        """
        limits = self._settings.limits
        if not self._ready and not self._start():
            self.kill()
            return Failure.NOT_STARTED
        self.read += 1
        answer = self._exchange(pickle.dumps(job), limits.seconds, limits.result_bytes + 2**20)
        pages = _pages_asked(answer)
        if not pages:
            return answer
        with self._ocr_turn:
            if on_ocr:
                on_ocr(pages)
            more = min(pages, limits.ocr_pages) * limits.ocr_seconds
            return self._exchange(GO, limits.seconds + more, limits.result_bytes + 2**20)

    def kill(self) -> None:
        """End it at once, with whatever it started, and take its exit status; harmless when it is dead already."""
        self._end_group()
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue

    def _start(self) -> bool:
        """Wait until it is there, and give it the settings."""
        greeting = self._exchange(None, _START_SECONDS, len(READY))
        if greeting != READY or self._process.stdin is None:
            return False
        try:
            send(self._process.stdin, pickle.dumps(self._settings))
        except BrokenPipe:
            return False
        self._ready = True
        return True

    def _end_group(self) -> None:
        """A program for OCR that a worker runs must not outlive it."""
        if os.name == "posix" and self._process.returncode is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _exchange(self, message: bytes | None, seconds: float, limit: int) -> bytes | Failure:
        """`seconds` are of the processor; by the clock `patience` times as many."""
        limits = self._settings.limits
        with Guard(
            self._process,
            seconds=seconds * limits.patience,
            working_seconds=seconds,
            idle_seconds=limits.idle_seconds if message is not None else seconds,
            memory_bytes=limits.memory_bytes,
        ) as guard:
            try:
                assert self._process.stdin and self._process.stdout
                if message is not None:
                    send(self._process.stdin, message)
                return receive(self._process.stdout, limit)
            except BrokenPipe:
                self.kill()
        match guard.hit:
            case Broken.TIME:
                return Failure.TOO_SLOW
            case Broken.MEMORY:
                return Failure.TOO_LARGE
            case None:
                return _failure(self._process.returncode)


def _failure(status: int | None) -> Failure:
    """What the system, or the worker itself, made an end for."""
    if status == _OUT_OF_TIME:
        return Failure.TOO_SLOW
    return Failure.TOO_LARGE if status in _OUT_OF_MEMORY else Failure.DIED


def _pages_asked(answer: bytes | Failure) -> int:
    """Pages for which the worker asks time; 0 where this is its answer."""
    if isinstance(answer, Failure) or not answer.startswith(ASKS_OCR):
        return 0
    number = answer[len(ASKS_OCR) :]
    return int(number) if number.isdigit() and len(number) < 6 else 1
