"""What one file may cost in a worker: memory, time and size; beyond that it costs itself only."""

import os
import sys
import zlib
from pathlib import Path

import pytest

from dossiercheck.findings import Reason
from dossiercheck.readers import PdfContent, Unread, guard, read_files
from dossiercheck.readers import process as process_module
from tests.readers.pool_files import GOOD, pdf_of, put, settings
from tests.readers.raw_pdf import packed

linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the system limits no memory and has no /proc"
)

_WORKS_SLOWLY = "[(time.sleep(0.1), sum(range(300_000))) for _ in range(14)]"


@linux_only
@pytest.mark.parametrize("name", ["single", "double"])
def test_a_bomb_costs_itself_only(tmp_path: Path, name: str) -> None:
    raw = packed(350, b" " * 1024)
    bomb = pdf_of(raw) if name == "single" else pdf_of(zlib.compress(raw, 9), "[/FlateDecode /FlateDecode]")
    files = put(tmp_path, {"a.pdf": GOOD, "bom.pdf": bomb, "c.pdf": GOOD})
    found = {file.path: reading for file, reading in read_files(files, settings(memory_bytes=300 * 2**20))}
    assert isinstance(found["a.pdf"].content, PdfContent)
    assert isinstance(found["c.pdf"].content, PdfContent)
    assert found["bom.pdf"].content == Unread(
        reason=Reason.UNSAFE_FILE, say="file-reader-too-large", values={"limit_mib": 300}
    )
    assert len(found["bom.pdf"].sha256) == 64


@linux_only
def test_where_the_system_sets_no_limit_the_parent_watches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlimited = "import dossiercheck.readers.worker as w; w._limit_memory = lambda size: None\nfrom dossiercheck"
    monkeypatch.setattr(process_module, "_BOOT", process_module._BOOT.replace("from dossiercheck", unlimited, 1))
    monkeypatch.setattr(guard, "WATCHES_MEMORY", True)
    files = put(tmp_path, {"a.pdf": GOOD, "bom.pdf": pdf_of(packed(350, b" " * 1024)), "c.pdf": GOOD + b"%"})
    found = {file.path: reading.content for file, reading in read_files(files, settings(memory_bytes=200 * 2**20))}
    assert isinstance(found["a.pdf"], PdfContent)
    assert isinstance(found["c.pdf"], PdfContent)
    assert found["bom.pdf"] == Unread(reason=Reason.UNSAFE_FILE, say="file-reader-too-large", values={"limit_mib": 200})


def test_how_large_a_process_is() -> None:
    mine = guard.resident_bytes(os.getpid())
    assert 5 * 2**20 < mine < 2**31
    if sys.platform != "win32" and Path("/bin/ps").exists():
        assert abs(guard._by_ps(os.getpid()) - mine) < 2**26
    assert guard.resident_bytes(2**22 + 1) == 0


def test_a_slow_file_costs_itself_only(tmp_path: Path) -> None:
    slow = pdf_of(packed(40, b"0 0 m 1 1 l S\n"))
    files = put(tmp_path, {"a.pdf": GOOD, "traag.pdf": slow, "z.pdf": GOOD})
    found = {
        file.path: reading.content for file, reading in read_files(files, settings(seconds=0.8, memory_bytes=4 * 2**30))
    }
    assert found["traag.pdf"] == Unread(
        reason=Reason.UNSAFE_FILE, say="file-reader-too-slow", values={"limit_seconds": 0.8}
    )
    assert isinstance(found["z.pdf"], PdfContent)


@pytest.mark.parametrize(("patience", "read"), [(10.0, True), (1.0, False)])
def test_time_is_counted_in_work_and_by_the_clock_only_long_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float, read: bool
) -> None:
    """A machine that is busy with other things changes no result; what hangs without working ends all the same."""
    waits = (
        "import time, dossiercheck.readers.worker as w; real = w.read_file\n"
        "w.read_file = lambda *a, **k: (time.sleep(1.2), real(*a, **k))[1]\nfrom dossiercheck"
    )
    monkeypatch.setattr(process_module, "_BOOT", process_module._BOOT.replace("from dossiercheck", waits, 1))
    ((_, reading),) = read_files(put(tmp_path, {"a.pdf": GOOD}), settings(seconds=0.9, patience=patience))
    assert isinstance(reading.content, PdfContent) is read
    assert read or getattr(reading.content, "say", "") == "file-reader-too-slow"


@pytest.mark.parametrize(("does", "read"), [("time.sleep(1.6)", False), (_WORKS_SLOWLY, True)])
def test_a_worker_that_does_nothing_hangs_and_one_that_is_slow_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, read: bool
) -> None:
    """Long before the limit by the clock; the file after it is read."""
    hook = (
        "import time, dossiercheck.readers.worker as w; real = w.read_file\n"
        f"w.read_file = lambda f, **k: ('traag' in f.name and ({does}), real(f, **k))[1]\nfrom dossiercheck"
    )
    monkeypatch.setattr(process_module, "_BOOT", process_module._BOOT.replace("from dossiercheck", hook, 1))
    files = put(tmp_path, {"traag.pdf": GOOD, "z.pdf": GOOD + b"\n"})
    found = {file.path: reading.content for file, reading in read_files(files, settings(idle_seconds=0.6))}
    assert isinstance(found["traag.pdf"], PdfContent) is read
    assert read or getattr(found["traag.pdf"], "say", "") == "file-reader-too-slow"
    assert isinstance(found["z.pdf"], PdfContent)


def test_a_result_that_is_too_large_is_refused(tmp_path: Path) -> None:
    files = put(tmp_path, {"veel.csv": b"a;b;c\n" * 5000})
    ((_, reading),) = read_files(files, settings(result_bytes=10_000))
    assert isinstance(reading.content, Unread)
    assert (reading.content.reason, reading.content.say) == (Reason.UNSAFE_FILE, "file-holds-too-much")


def test_a_file_grown_too_large_is_not_read(tmp_path: Path) -> None:
    files = put(tmp_path, {"groot.pdf": GOOD * 10})
    ((_, reading),) = read_files(files, settings(file_bytes=len(GOOD)))
    assert isinstance(reading.content, Unread)
    assert reading.content.say == "file-too-large"
