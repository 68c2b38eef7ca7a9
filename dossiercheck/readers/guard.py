"""How long a worker takes is watched by its parent; so are its memory and work, where the system sets no limit to them.

Processor time is what a reading may use up: by the clock it takes as long as a busy machine makes it take.
One that does nothing at all ends sooner (`idle.py`).
"""

import signal
import subprocess
import sys
import threading
import time
from enum import StrEnum
from pathlib import Path

from dossiercheck.readers.idle import Idle, worked_seconds

WATCHES_MEMORY = sys.platform != "linux"
"""On Linux the system itself holds a worker to its address space (`worker.py`)."""
WATCHES_WORK = not hasattr(signal, "setitimer")
"""Elsewhere the system itself ends a worker that used up its processor time (`worker.py`)."""
_EVERY = 0.2
"""Seconds between two looks at memory and work."""
_LOOKS = 10
"""So often, in the time after which an idle process hangs, it is looked at whether it does anything."""


class Broken(StrEnum):
    """The limit that a process hit."""

    TIME = "time"
    MEMORY = "memory"


class Guard:
    """Kills a process that takes longer or grows larger than it may. A context manager, for one exchange."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        *,
        seconds: float,
        working_seconds: float,
        idle_seconds: float,
        memory_bytes: int,
    ) -> None:
        """From now on: seconds by the clock, of the processor, and by the clock without doing anything."""
        self.hit: Broken | None = None
        self._process = process
        self._end = time.monotonic() + seconds
        self._work = worked_seconds(process.pid) + working_seconds if WATCHES_WORK else 0.0
        self._idle = Idle(process.pid, idle_seconds)
        self._look_every = idle_seconds / _LOOKS
        self._memory = memory_bytes
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Guard":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def _watch(self) -> None:
        look = time.monotonic() + self._look_every
        while not self._over.wait(self._pause(look)):
            if time.monotonic() >= self._end or (WATCHES_WORK and worked_seconds(self._process.pid) > self._work):
                self.hit = Broken.TIME
            elif WATCHES_MEMORY and resident_bytes(self._process.pid) > self._memory:
                self.hit = Broken.MEMORY
            elif time.monotonic() >= look:
                look = time.monotonic() + self._look_every
                self.hit = Broken.TIME if self._idle.hangs() else None
            if self.hit:
                self._process.kill()
                return

    def _pause(self, look: float) -> float:
        left = max(0.0, min(self._end, look) - time.monotonic())
        return min(left, _EVERY) if WATCHES_MEMORY or WATCHES_WORK else left


def resident_bytes(pid: int) -> int:
    """Memory that a process holds now; 0 where that cannot be told."""
    try:
        if sys.platform == "win32":
            return _on_windows(pid)
        if sys.platform == "linux":
            return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * 4096
        return _by_ps(pid)
    except (OSError, ValueError, IndexError, subprocess.SubprocessError):
        return 0


def _by_ps(pid: int) -> int:
    """As macOS and the BSDs tell it, in KiB."""
    said = subprocess.run(
        ["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, timeout=2, check=False
    )
    return int(said.stdout.strip() or 0) * 1024


def _on_windows(pid: int) -> int:
    import ctypes

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS."""

        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("page_faults", ctypes.c_uint32),
            *((name, ctypes.c_size_t) for name in ("peak", "working_set", "a", "b", "c", "d", "pagefile", "e")),
        )

    windll = getattr(ctypes, "windll")  # noqa: B009 - not there for type checkers on other systems
    handle = windll.kernel32.OpenProcess(0x1000 | 0x0010, False, pid)
    if not handle:
        return 0
    try:
        counters = Counters(cb=ctypes.sizeof(Counters))
        read = windll.psapi.GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        return int(counters.working_set) if read else 0
    finally:
        windll.kernel32.CloseHandle(handle)
