"""When a process that is watched hangs: it has neither worked nor waited for a processor or a disk."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from dossiercheck.readers import idle as idle_module

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the system tells it on Linux only")


def test_a_little_life_now_and_then_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds by the clock, what it has lived by then, and whether it hangs."""
    looks = [(10.0, 5.0, False), (39.0, 5.0, False), (39.9, 5.1, False), (69.0, 5.1, False), (70.0, 5.1, True)]
    now = SimpleNamespace(clock=0.0, lived=0.0)
    monkeypatch.setattr(idle_module, "lived_seconds", lambda pid: now.lived)
    monkeypatch.setattr(idle_module, "_waits_for_disk", lambda pid: False)
    monkeypatch.setattr(idle_module, "time", SimpleNamespace(monotonic=lambda: now.clock))
    watched = idle_module.Idle(1, 30.0)
    for now.clock, now.lived, hangs in looks:
        assert watched.hangs() is hangs


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_where_life_is_not_told_nothing_hangs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str) -> None:
    """Linux without /proc; a system that tells only the work, of which a file that comes down from a cloud takes none."""
    monkeypatch.setattr(idle_module, "_PROCESSES", tmp_path / "proc")
    monkeypatch.setattr(idle_module, "sys", SimpleNamespace(platform=system))
    monkeypatch.setattr(idle_module, "worked_seconds", lambda pid: 1.0)
    watched = idle_module.Idle(os.getpid(), 0.0)
    assert idle_module.lived_seconds(os.getpid()) is None
    assert not watched.hangs()
    assert not watched.hangs()


@linux_only
def test_what_a_worker_has_started_lives_with_it() -> None:
    script = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'while True: pass'])"
    process = subprocess.Popen([sys.executable, "-c", script], process_group=0)
    try:
        watched = idle_module.Idle(process.pid, 0.4)
        for _ in range(5):
            time.sleep(0.15)
            assert not watched.hangs()
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
