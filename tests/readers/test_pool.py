"""Reading in worker processes: every file once and in order, no worker trusted, none left behind."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from dossiercheck.findings import Reason
from dossiercheck.intake import DossierFile, FileProblem
from dossiercheck.readers import (
    NotADocument,
    PdfContent,
    ReaderPool,
    TextContent,
    Unread,
    WorkbookContent,
    read_files,
)
from dossiercheck.readers import process as process_module
from tests.readers.pool_files import GOOD, pdf_of, put, settings
from tests.readers.raw_pdf import packed


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
