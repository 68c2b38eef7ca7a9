"""Readings are kept by all they depend on: one byte, one setting, one engine, one line of code makes another."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dossiercheck.cache import Store, key_of
from dossiercheck.facts import NO_SEAL, Seal, SealFault, SealState
from dossiercheck.findings import Reason
from dossiercheck.intake import DossierFile, open_dossier
from dossiercheck.readers import PdfContent, Reading, ReadLimits, ReadSettings, Unread, codec, kept, read_files
from dossiercheck.readers import pool as pool_module
from dossiercheck.readers.file import read_file
from dossiercheck.readers.kept import KeptReadings
from dossiercheck.trust import TrustAnchors, builtin_anchors
from tests.readers.raw_pdf import pdf, text
from tests.whole import SAMPLES

NOW = datetime(2024, 6, 1, tzinfo=UTC)
SETTINGS = ReadSettings(now=NOW, jobs=1)
GOOD = pdf(text(50, 700, "goed"))
SEALED = next(SAMPLES.glob("clean/personeel/*/diploma.pdf"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that workers were asked to read."""
    seen: list[Path] = []

    class Watched(pool_module.WorkerProcess):
        def ask(self, job: pool_module.Job, on_ocr: object = None) -> object:  # type: ignore[override]
            seen.append(job.source)
            return super().ask(job, on_ocr)  # type: ignore[arg-type]

    monkeypatch.setattr(pool_module, "WorkerProcess", Watched)
    return seen


def put(folder: Path, **files: bytes) -> tuple[DossierFile, ...]:
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    with open_dossier(folder) as opened:
        return opened.files


def names(asked: list[Path]) -> list[str]:
    found = sorted(path.name for path in asked)
    asked.clear()
    return found


def reading_of(path: Path, settings: ReadSettings = SETTINGS) -> tuple[Reading, bytes]:
    reading = read_file(path, as_table=False, settings=settings)
    encoded = codec.encode(reading)
    return codec.decode(encoded), encoded


def test_a_second_run_reads_only_what_changed(tmp_path: Path, store: Store, asked: list[Path]) -> None:
    folder = tmp_path / "dossier"
    files = put(folder, a_pdf=GOOD, b_pdf=pdf(text(50, 700, "ook")), c_csv=b"nr\n7\n", d_yaml=b"role: main\n")
    first = read_files(files, SETTINGS, store=store)
    assert names(asked) == ["a.pdf", "b.pdf", "c.csv", "d.yaml"]
    assert read_files(files, SETTINGS, store=store) == first
    assert names(asked) == []
    changed = put(folder, b_pdf=pdf(text(50, 700, "ooK")))
    second = read_files(changed, SETTINGS, store=store)
    assert names(asked) == ["b.pdf"]
    assert isinstance(content := second[1][1].content, PdfContent)
    assert content.text == "ooK"


def test_without_a_store_everything_is_read(tmp_path: Path, asked: list[Path]) -> None:
    files = put(tmp_path / "dossier", a_pdf=GOOD)
    for _ in range(2):
        read_files(files, SETTINGS)
        assert names(asked) == ["a.pdf"]


def test_a_warm_run_loads_no_library_and_starts_nobody(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "dossier"
    shutil.copytree(SAMPLES / "clean", folder)
    script = f"""
import sys, subprocess
from datetime import datetime, UTC
from pathlib import Path
from dossiercheck.cache import Store
from dossiercheck.intake import open_dossier
from dossiercheck.readers import ReadSettings, read_files
started = []
old = subprocess.Popen.__init__
def watched(self, *a, **k):
    started.append(1)
    old(self, *a, **k)
subprocess.Popen.__init__ = watched
with open_dossier(Path({str(folder)!r})) as opened:
    found = read_files(opened.files, ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC), jobs=1), store=Store(Path({str(store.folder)!r})))
heavy = {{'pypdf', 'pypdfium2', 'pyhanko', 'openpyxl', 'PIL', 'numpy', 'faster_paddle', 'cryptography'}} & set(sys.modules)
print(len(found), len(started), sorted(heavy))
"""
    runs = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True) for _ in "12"]
    assert [run.stdout.split(maxsplit=2)[1:] for run in runs] == [["1", "[]\n"], ["0", "[]\n"]]


def test_the_same_bytes_twice_are_read_once(tmp_path: Path, asked: list[Path]) -> None:
    files = put(tmp_path / "dossier", a_pdf=GOOD, b_pdf=GOOD, c_pdf=GOOD, d_csv=b"nr\n7\n", e_txt=b"nr\n7\n")
    found = read_files(files, SETTINGS)
    assert names(asked) == ["a.pdf", "d.csv", "e.txt"]
    assert [file.path for file, _ in found] == ["a.pdf", "b.pdf", "c.pdf", "d.csv", "e.txt"]
    assert found[0][1] == found[1][1] == found[2][1]
    assert found[3][1].content != found[4][1].content  # one of them is a table, by its name


def test_a_file_that_changes_meanwhile_lends_its_twin_nothing(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = put(tmp_path / "dossier", a_pdf=GOOD, b_pdf=GOOD)
    old = pool_module.ReaderPool._to_read

    def then_changed(self: pool_module.ReaderPool):  # type: ignore[no-untyped-def]
        yield from old(self)
        files[0].source.write_bytes(pdf(text(50, 700, "anders")))

    monkeypatch.setattr(pool_module.ReaderPool, "_to_read", then_changed)
    found = read_files(files, SETTINGS, store=store)
    assert [reading.content.text for _, reading in found if isinstance(reading.content, PdfContent)] == [
        "anders",
        "goed",
    ]
    monkeypatch.undo()
    warm = read_files(put(tmp_path / "warm", a_pdf=GOOD), SETTINGS, store=store)
    assert isinstance(content := warm[0][1].content, PdfContent)
    assert content.text == "goed"


@pytest.mark.parametrize("field", [field.name for field in fields(ReadLimits)])
def test_another_limit_is_another_reading(field: str, tmp_path: Path, store: Store) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    reading, encoded = reading_of(tmp_path / "a.pdf")
    KeptReadings(store, SETTINGS).keep(reading, encoded, as_table=False)
    assert KeptReadings(store, SETTINGS).find(reading.sha256, as_table=False) == reading
    limits = replace(SETTINGS.limits, **{field: getattr(SETTINGS.limits, field) + 1})
    assert KeptReadings(store, replace(SETTINGS, limits=limits)).find(reading.sha256, as_table=False) is None
    assert KeptReadings(store, replace(SETTINGS, jobs=7)).find(reading.sha256, as_table=False) == reading


@pytest.mark.parametrize("what", ["code_fingerprint", "surroundings", "engine_key"])
def test_other_code_libraries_or_engine_is_another_reading(
    what: str, tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    reading, encoded = reading_of(tmp_path / "a.pdf")
    KeptReadings(store, SETTINGS).keep(reading, encoded, as_table=False)
    monkeypatch.setattr(kept, what, lambda *_: "another")
    assert KeptReadings(store, SETTINGS).find(reading.sha256, as_table=False) is None
    monkeypatch.undo()
    assert KeptReadings(store, SETTINGS).find(reading.sha256, as_table=False) == reading
    assert KeptReadings(store, SETTINGS).find(reading.sha256, as_table=True) is None
    other = key_of(reading.sha256)
    assert KeptReadings(store, SETTINGS).find(other, as_table=False) is None


def test_without_source_files_nothing_is_kept(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    monkeypatch.setattr(kept, "code_fingerprint", lambda *_: "")
    reading, encoded = reading_of(tmp_path / "a.pdf")
    KeptReadings(store, SETTINGS).keep(reading, encoded, as_table=False)
    assert store.size().entries == 0


LATER = replace(SETTINGS, now=NOW + timedelta(seconds=1))
TRUSTING = replace(SETTINGS, anchors=builtin_anchors())
FEWER = replace(SETTINGS, anchors=TrustAnchors(anchors=builtin_anchors().anchors[1:]))


def test_only_what_may_bear_a_seal_depends_on_moment_and_anchors(tmp_path: Path, store: Store) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    for path, depends in ((tmp_path / "a.pdf", False), (SEALED, True)):
        reading, encoded = reading_of(path)
        assert reading.judged is depends
        KeptReadings(store, SETTINGS).keep(reading, encoded, as_table=False)
        assert KeptReadings(store, SETTINGS).find(reading.sha256, as_table=False) == reading
        for other in (LATER, TRUSTING, FEWER):
            found = KeptReadings(store, other).find(reading.sha256, as_table=False)
            assert (found is None) is depends


def unlasting(reading: Reading) -> Reading:
    return replace(reading, lasting=False)


def of_nothing(reading: Reading) -> Reading:
    return replace(reading, sha256="")


@pytest.mark.parametrize("make", [unlasting, of_nothing])
def test_what_another_reading_might_not_give_is_not_kept(
    make: Callable[[Reading], Reading], tmp_path: Path, store: Store
) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    reading = make(reading_of(tmp_path / "a.pdf")[0])
    KeptReadings(store, SETTINGS).keep(reading, codec.encode(reading), as_table=False)
    assert store.size().entries == 0


def test_a_seal_that_could_not_be_judged_is_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    undecided = Seal(state=SealState.UNDECIDED, fault=SealFault.UNREADABLE)
    monkeypatch.setattr("dossiercheck.readers.seals.judge_seal", lambda *_: undecided)
    assert not reading_of(SEALED)[0].lasting
    monkeypatch.setattr("dossiercheck.readers.seals.judge_seal", lambda *_: NO_SEAL)
    assert reading_of(SEALED)[0].lasting


def test_what_broke_a_worker_is_tried_again(tmp_path: Path, store: Store, asked: list[Path]) -> None:
    files = put(tmp_path / "dossier", veel_csv=b"a;b;c\n" * 5000)
    small = replace(SETTINGS, limits=ReadLimits(result_bytes=10_000))
    for _ in range(2):
        ((_, reading),) = read_files(files, small, store=store)
        assert isinstance(reading.content, Unread)
        assert reading.content.reason is Reason.UNSAFE_FILE
        assert names(asked) == ["veel.csv"]


def test_a_foreign_entry_is_read_over(tmp_path: Path, store: Store) -> None:
    """Sound as an entry, but of something else: another file's reading, or no reading at all."""
    (tmp_path / "a.pdf").write_bytes(GOOD)
    (tmp_path / "b.pdf").write_bytes(pdf(text(50, 700, "vals")))
    reading, _ = reading_of(tmp_path / "a.pdf")
    other, encoded = reading_of(tmp_path / "b.pdf")
    readings = KeptReadings(store, SETTINGS)
    for payload in (encoded, b"", b"judged", b"cos\nsystem\n(S'true'\ntR."):
        store.put(readings._key(reading.sha256, False), payload)
        assert readings.find(reading.sha256, as_table=False) is None
    assert other.sha256 != reading.sha256
