"""How long a worker takes is watched by its parent; so are its memory and work, where the system sets no limit to them.

Processor time is what a reading may use up: by the clock it takes as long as a busy machine makes it take.
"""

import signal
import subprocess
import sys
import threading
import time
from enum import StrEnum
from pathlib import Path

WATCHES_MEMORY = sys.platform != "linux"
"""On Linux the system itself holds a worker to its address space (`worker.py`)."""
WATCHES_WORK = not hasattr(signal, "setitimer")
"""Elsewhere the system itself ends a worker that used up its processor time (`worker.py`)."""
_EVERY = 0.2
"""Seconds between two looks at memory and work."""


class Broken(StrEnum):
    """The limit that a process hit."""

    TIME = "time"
    MEMORY = "memory"


class Guard:
    """Kills a process that takes longer or grows larger than it may. A context manager, for one exchange."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", *, seconds: float, working_seconds: float, memory_bytes: int
    ) -> None:
        """`seconds` are by the clock, `working_seconds` of the processor, both from now on."""
        self.hit: Broken | None = None
        self._process = process
        self._end = time.monotonic() + seconds
        self._work = worked_seconds(process.pid) + working_seconds if WATCHES_WORK else 0.0
        self._memory = memory_bytes
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Guard":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def _watch(self) -> None:
        while not self._over.wait(self._pause()):
            if time.monotonic() >= self._end or (WATCHES_WORK and worked_seconds(self._process.pid) > self._work):
                self.hit = Broken.TIME
            elif WATCHES_MEMORY and resident_bytes(self._process.pid) > self._memory:
                self.hit = Broken.MEMORY
            else:
                continue
            self._process.kill()
            return

    def _pause(self) -> float:
        left = max(0.0, self._end - time.monotonic())
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


def worked_seconds(pid: int) -> float:
    """Processor time that a process has used, as Windows tells it; 0 elsewhere, or where it cannot be told."""
    if sys.platform != "win32":
        return 0.0
    import ctypes

    windll = getattr(ctypes, "windll")  # noqa: B009 - not there for type checkers on other systems
    handle = windll.kernel32.OpenProcess(0x1000, False, pid)
    if not handle:
        return 0.0
    try:
        created, ended, kernel, user = (ctypes.c_uint64() for _ in range(4))
        given = [ctypes.byref(one) for one in (created, ended, kernel, user)]
        told = windll.kernel32.GetProcessTimes(handle, *given)
        return (kernel.value + user.value) / 10_000_000 if told else 0.0
    finally:
        windll.kernel32.CloseHandle(handle)


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
