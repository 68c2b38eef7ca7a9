"""Reading in worker processes: a file that breaks its reader costs itself only."""

import os
import signal
import subprocess
import sys
import textwrap
import time
import zlib
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest
from openpyxl import Workbook

from dossiercheck.findings import Reason
from dossiercheck.intake import DossierFile, FileProblem, open_dossier
from dossiercheck.readers import (
    NotADocument,
    PdfContent,
    ReaderPool,
    ReadLimits,
    ReadSettings,
    TextContent,
    Unread,
    WorkbookContent,
    guard,
    read_files,
)
from dossiercheck.readers import process as process_module
from tests.readers.raw_pdf import assemble, pdf, text

NOW = datetime(2024, 6, 1, tzinfo=UTC)
linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the system limits no memory and has no /proc"
)


_WORKS_SLOWLY = "[(time.sleep(0.1), sum(range(300_000))) for _ in range(14)]"


def settings(**limits: float) -> ReadSettings:
    return ReadSettings(now=NOW, limits=ReadLimits(**limits), jobs=2)


def put(folder: Path, files: dict[str, bytes]) -> tuple[DossierFile, ...]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with open_dossier(folder) as opened:
        return opened.files


@lru_cache
def packed(mib: int, unit: bytes) -> bytes:
    press = zlib.compressobj(1)
    parts = [press.compress(unit * (2**20 // len(unit))) for _ in range(mib)]
    return b"".join(parts) + press.flush()


def pdf_of(raw: bytes, filters: str = "/FlateDecode") -> bytes:
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            f"<< /Length {len(raw)} /Filter {filters} >>\nstream\n".encode() + raw + b"\nendstream",
        ]
    )


GOOD = pdf(text(50, 700, "goed"))


def workbook() -> bytes:
    from io import BytesIO

    out, book = BytesIO(), Workbook()
    book.active.append(["Nr."])
    book.save(out)
    return out.getvalue()


def test_every_file_is_read_once_and_in_order(tmp_path: Path) -> None:
    files = put(
        tmp_path,
        {
            "b.pdf": GOOD,
            "a.xlsx": workbook(),
            "c.csv": b"nr\n7\n",
            "dossier.yaml": b"role: main\n",
            ".DS_Store": b"x",
            "leeg.pdf": b"",
        },
    )
    seen: list[tuple[int, int]] = []
    found = read_files(files, settings(), on_progress=lambda done, total, _: seen.append((done, total)))
    assert [file.path for file, _ in found] == [".DS_Store", "a.xlsx", "b.pdf", "c.csv", "dossier.yaml", "leeg.pdf"]
    assert [type(reading.content) for _, reading in found] == [
        NotADocument,
        WorkbookContent,
        PdfContent,
        WorkbookContent,
        TextContent,
        NotADocument,
    ]
    assert seen == [(number, 6) for number in range(1, 7)]
    assert all(len(reading.sha256) == 64 and reading.size == file.size for file, reading in found)


def test_no_files_no_readings() -> None:
    assert read_files((), settings()) == ()


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


def test_a_file_that_is_gone_or_no_file_is_named(tmp_path: Path) -> None:
    fifo = tmp_path / "pijp.pdf"
    os.mkfifo(fifo)
    files = (
        DossierFile(path="weg.pdf", source=tmp_path / "weg.pdf", size=10),
        DossierFile(path="pijp.pdf", source=fifo, size=10),
        DossierFile(path="map.pdf", source=tmp_path, size=10),
    )
    found = read_files(files, settings(seconds=5))
    assert [reading.content.say for _, reading in found if isinstance(reading.content, Unread)] == [
        "file-cannot-open"
    ] * 3


def test_a_file_grown_too_large_is_not_read(tmp_path: Path) -> None:
    files = put(tmp_path, {"groot.pdf": GOOD * 10})
    ((_, reading),) = read_files(files, settings(file_bytes=len(GOOD)))
    assert isinstance(reading.content, Unread)
    assert reading.content.say == "file-too-large"


@pytest.mark.parametrize("problem", list(FileProblem))
def test_problems_of_intake_are_handed_on(tmp_path: Path, problem: FileProblem) -> None:
    file = DossierFile(path="x", source=tmp_path / "x", size=0, problem=problem)
    ((_, reading),) = read_files((file,), settings())
    assert isinstance(reading.content, Unread | NotADocument)
    assert reading.content.say == problem.value


def test_a_worker_that_cannot_start_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_module, "_BOOT", "raise SystemExit(3)")
    ((_, reading),) = read_files(put(tmp_path, {"a.pdf": GOOD}), settings())
    assert isinstance(reading.content, Unread)
    assert (reading.content.reason, reading.content.say) == (Reason.INTERNAL_ERROR, "file-reader-not-started")


def test_a_stray_print_in_a_worker_spoils_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noisy = process_module._BOOT.replace("main()", "print('x' * 100_000); import os; os.write(1, b'y'); main()")
    boot = noisy.replace(
        "from dossiercheck",
        "import dossiercheck.readers.file as f; old = f.read_content\n"
        "def loud(*a, **k):\n    print('z' * 10_000); import os; os.write(1, b'z'); return old(*a, **k)\n"
        "f.read_content = loud\nfrom dossiercheck",
        1,
    ).replace("print('x' * 100_000); import os; os.write(1, b'y'); ", "")
    monkeypatch.setattr(process_module, "_BOOT", boot)
    ((_, reading),) = read_files(put(tmp_path, {"a.pdf": GOOD}), settings())
    assert isinstance(reading.content, PdfContent)


def test_a_worker_that_sends_code_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evil = process_module._BOOT.replace(
        "from dossiercheck",
        "import pickle, os, dossiercheck.readers.codec as c\n"
        "class A:\n    def __reduce__(self):\n        return os.mkdir, ('" + str(tmp_path / "taken") + "',)\n"
        "c.encode = lambda reading: pickle.dumps(A())\nfrom dossiercheck",
        1,
    )
    monkeypatch.setattr(process_module, "_BOOT", evil)
    ((_, reading),) = read_files(put(tmp_path, {"a.pdf": GOOD}), settings())
    assert isinstance(reading.content, Unread)
    assert reading.content.reason is Reason.UNSAFE_FILE
    assert not (tmp_path / "taken").exists()


def test_the_dossier_as_current_folder_is_not_imported_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdfium2.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    found = {f.path: r.content for f, r in read_files(put(tmp_path, {"a.pdf": GOOD}), settings())}
    assert isinstance(found["a.pdf"], PdfContent)
    assert not (tmp_path / "ran").exists()


def slow_files(count: int) -> dict[str, bytes]:
    """Each with other bytes, or only one of them would be read."""
    slow = pdf_of(packed(40, b"0 0 m 1 1 l S\n"))
    return {f"{number}.pdf": slow + f"% {number}\n".encode() for number in range(count)}


def test_leaving_the_pool_ends_its_workers(tmp_path: Path) -> None:
    with ReaderPool(settings(memory_bytes=4 * 2**30)) as pool:
        pool.start(put(tmp_path, slow_files(2)))
        while len(pool._workers) < 2:
            time.sleep(0.01)
        processes = [worker._process for worker in pool._workers.values()]
    assert processes
    assert all(process.poll() is not None for process in processes)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("whole_group", [True, False])
def test_an_interrupt_ends_everything_at_once(tmp_path: Path, whole_group: bool) -> None:
    put(tmp_path, slow_files(4))
    script = textwrap.dedent(f"""
        import time
        from datetime import datetime, UTC
        from pathlib import Path
        from dossiercheck.intake import open_dossier
        from dossiercheck.readers import ReaderPool, ReadLimits, ReadSettings
        with open_dossier(Path({str(tmp_path)!r})) as folder, ReaderPool(
            ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC), limits=ReadLimits(memory_bytes=4 * 2**30), jobs=2)
        ) as pool:
            try:
                pool.start(folder.files)
                while len(pool._workers) < 2:
                    time.sleep(0.01)
                print(*(worker._process.pid for worker in pool._workers.values()), flush=True)
                list(pool.results())
            except KeyboardInterrupt:
                print("interrupted", flush=True)
    """)
    running = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout is not None
    workers = [int(pid) for pid in running.stdout.readline().split()]
    time.sleep(0.5)
    (os.killpg if whole_group else os.kill)(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=10)
    assert out == "interrupted\n"
    assert err == ""
    for pid in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
