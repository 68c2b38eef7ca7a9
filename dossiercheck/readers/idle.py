"""Does a process do anything? One that neither works nor waits for a processor or a disk for long enough hangs.

A worker on a busy machine is not idle: it stands in the queue for a processor, and the system tells for how long.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LEAST_SHARE = 0.002
"""Of the time that a process is watched: what it worked, and waited for a processor, must be more (of 30 s: 0.06 s)."""
_PROCESSES = Path("/proc")
_TICKS = 100.0
_DISK = "D"
"""State of a process that waits for a disk, or for a share on the network: that is slow, not the file."""


class Idle:
    """Watches one process, and whatever it has started."""

    def __init__(self, pid: int, seconds: float) -> None:
        """It hangs after so many seconds by the clock, from the first time that it is asked: most are never asked."""
        self._pid, self._seconds = pid, seconds
        self._since = time.monotonic()
        self._lived: float | None = None

    def hangs(self) -> bool:
        """To be asked now and then. Never where it cannot be told: then the limits by the clock and of work count."""
        lived = lived_seconds(self._pid)
        if lived is None:
            return False
        if self._lived is None or abs(lived - self._lived) > LEAST_SHARE * self._seconds or _waits_for_disk(self._pid):
            self._lived, self._since = lived, time.monotonic()
        return time.monotonic() - self._since >= self._seconds


def lived_seconds(pid: int) -> float | None:
    """How long a process and those it started have worked or waited for a processor; None where that is not told.

    Only Linux tells it, where /proc is mounted. The work alone (Windows) is too little to go by: a file that comes down
    from a cloud folder takes none.
    """
    if sys.platform != "linux":
        return None
    found = [_worked(stat) + _waited(int(stat[0])) for stat in _group(pid)]
    return sum(found) if found else None


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


def _group(pid: int) -> Iterator[list[str]]:
    """What the system says of each process in the group that `pid` leads: its number, its state and what follows.

    Nothing where /proc is not mounted.
    """
    there: list[Path] = []
    with suppress(OSError):
        there.extend(_PROCESSES.iterdir())
    for process in there:
        if process.name.isdigit():
            stat = _stat(process)
            if stat and (stat[0] == str(pid) or stat[3] == str(pid)):
                yield stat


def _stat(process: Path) -> list[str]:
    """Its number, then all fields behind its name, which may hold anything; empty where it is gone."""
    with suppress(OSError):
        said = (process / "stat").read_text("ascii", "replace")
        return [process.name, *said[said.rfind(")") + 1 :].split()]
    return []


def _worked(stat: list[str]) -> float:
    """Processor time of its threads, and of those it started that have ended."""
    return sum(map(int, stat[12:16])) / _TICKS


def _waited(pid: int) -> float:
    """How long its threads stood in the queue for a processor; 0 where the system does not count that."""
    waited = 0
    with suppress(OSError, ValueError, IndexError):
        for thread in (_PROCESSES / str(pid) / "task").iterdir():
            waited += int((thread / "schedstat").read_text("ascii").split()[1])
    return waited / 1e9


def _waits_for_disk(pid: int) -> bool:
    return sys.platform == "linux" and any(stat[1] == _DISK for stat in _group(pid))
