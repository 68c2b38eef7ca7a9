"""A place for one dossier at a time: a worker process, as its parent sees it, replaced when it dies or hangs."""

import base64
import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import dossiercheck
from dossiercheck.batch.candidates import Candidate
from dossiercheck.batch.record import Record, load
from dossiercheck.batch.worker import NOTHING_JUDGED, Asked
from dossiercheck.findings import DossierLine, Wording

SILENT_SECONDS = 600.0
"""So long without any sign of life, by the clock, and a dossier is given up: even the heartbeat has stopped."""
WORK_SECONDS = 600.0
"""So much work of the worker itself between two files, and it is going round in circles."""
_BOOT = """
import sys
root = sys.argv[1]
sys.path.append(root)
import dossiercheck
if not dossiercheck.__file__.startswith(root):
    del sys.modules["dossiercheck"]
    sys.path.insert(0, root)
from dossiercheck.batch.worker import main
main()
"""

Tick = Callable[[int, int], None]
"""Called with files read and files in all."""


class Slot:
    """One worker process at a time. Used by one thread; `kill` may come from any."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._closed = False

    def judge(self, candidate: Candidate, tick: Tick) -> Record:
        """One dossier's record. A worker that dies over it gets a second chance, as a fresh process."""
        for _ in range(2):
            record = self._ask(candidate, tick)
            if record is not None or self._closed:
                break
            self._end()
        return record or given_up(candidate, self._asked.settings)

    def kill(self) -> None:
        """End the worker at once, and start no other."""
        self._closed = True
        self._end()

    def _ask(self, candidate: Candidate, tick: Tick) -> Record | None:
        process = self._running()
        if process is None or process.stdin is None or process.stdout is None:
            return None
        order = json.dumps([str(candidate.path), candidate.name, candidate.slug])
        try:
            process.stdin.write(order.encode("ascii") + b"\n")
            process.stdin.flush()
            return self._answer(process, tick)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _answer(self, process: subprocess.Popen[bytes], tick: Tick) -> Record | None:
        """The record at the end of the worker's messages; None where none comes."""
        before: float | None = None
        while line := self._line(process):
            message = json.loads(line)
            if "record" in message:
                return load(message["record"].encode())
            if "worked" in message:
                worked = float(message["worked"])
                before = worked if before is None else before
                if worked - before > WORK_SECONDS:
                    return None
                continue
            before = None
            tick(int(message["done"]), int(message["total"]))
        return None

    def _line(self, process: subprocess.Popen[bytes]) -> bytes:
        """The worker's next line; empty where it died, or said nothing for so long that it was ended."""
        assert process.stdout is not None
        timer = threading.Timer(SILENT_SECONDS, process.kill)
        timer.daemon = True
        timer.start()
        try:
            return process.stdout.readline()
        finally:
            timer.cancel()

    def _running(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._closed:
                return None
            if self._process is None or self._process.poll() is not None:
                self._process = self._started()
            return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        root = str(Path(dossiercheck.__file__).resolve().parent.parent)
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert process.stdin is not None
        process.stdin.write(base64.b64encode(pickle.dumps(self._asked)) + b"\n")
        process.stdin.flush()
        return process

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue


def given_up(candidate: Candidate, settings: str, error: str = "") -> Record:
    """The record of a dossier on which the program itself failed."""
    named = f" ({error})" if error else ""
    why = Wording(
        nl=f"Dit dossier kon niet worden beoordeeld: het programma viel er twee keer op stil{named}.",
        en=f"This dossier could not be judged: the program came to a stop on it twice{named}.",
    )
    line = DossierLine(name=candidate.name, exit_code=NOTHING_JUDGED, error=why)
    return Record(contents="", settings=settings, set_sha256="", written={}, line=line)
