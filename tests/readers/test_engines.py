"""The second OCR engine: found, asked within limits, and never believed further than its table makes sense."""

from __future__ import annotations

import io
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from dossiercheck.findings import Reason
from dossiercheck.intake import open_dossier
from dossiercheck.readers import ImageContent, PdfContent, ReadLimits, ReadSettings, Unread, images, ocr, read_files
from dossiercheck.readers.file import read_content
from dossiercheck.readers.ocr import Seen, TookTooLong, engine_key, find_engine
from dossiercheck.readers.tesseract import Tesseract, best_language, pieces, words_of
from tests.scans import as_pdf

SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC), jobs=1)
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
PAGE = Image.new("L", (400, 300), 255)
posix = pytest.mark.skipif(sys.platform == "win32", reason="the fake engine is a script")


def row(line: int, left: int, text: str, conf: str = "96", width: int = 30) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{20 * line}\t{width}\t12\t{conf}\t{text}"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(ocr.VARIABLE, raising=False)
    find_engine.cache_clear()
    yield
    find_engine.cache_clear()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder at the head of PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return folder


def fake(place: Path, reads: str, langs: str = "eng\nnld\nosd") -> None:
    """A `tesseract` that lists its models and does `reads` with a picture."""
    script = place / "tesseract"
    script.write_text(
        '#!/bin/sh\ncase "$1" in\n'
        f"--version) echo 'tesseract 5.9.1'; exit;;\n"
        f"--list-langs) printf 'List of available languages in \"{place}/\" (3):\\n{langs}\\n'; exit;;\n"
        f"esac\n{reads}\n"
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)


def says(place: Path, table: str) -> str:
    (place / "table").write_text(table)
    return f"cat > {place}/given; cat {place}/table"


@posix
def test_what_it_says_becomes_pieces(place: Path) -> None:
    table = "\n".join(
        [HEAD, row(1, 10, "Anna"), row(1, 45, "Wit", "91"), row(1, 200, "07-03-2024"), row(2, 10, "Almelo")]
    )
    fake(place, says(place, table))
    seen = Tesseract().words(PAGE)
    assert [(s.text, s.confidence) for s in seen] == [("Anna Wit", 0.91), ("07-03-2024", 0.96), ("Almelo", 0.96)]
    assert seen[0].box == (10, 20, 75, 32)
    assert Image.open(place / "given").size == PAGE.size


@posix
def test_its_name_tells_program_and_model_apart(place: Path) -> None:
    names = set()
    for langs in ("eng", "eng\nnld", "eng\nscript/Latin\nnld"):
        fake(place, says(place, ""), langs)
        names.add(Tesseract().name)
    (place / "script").mkdir()
    for size in (1, 2):
        (place / "script" / "Latin.traineddata").write_bytes(bytes(size))
        names.add(Tesseract().name)
    assert len(names) == 5
    assert all(name.startswith("tesseract 5.9.1 ") for name in names)


def test_the_best_model() -> None:
    assert best_language(["List of ...", "osd", "nld", "eng"]) == "nld"
    assert best_language(["eng", "script/Latin"]) == "script/Latin"
    with pytest.raises(OSError, match="no model"):
        best_language(["jpn"])


@posix
def test_which_engine_is_used(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(place, says(place, ""))

    def chosen(name: str = "") -> str:
        monkeypatch.setenv(ocr.VARIABLE, name)
        find_engine.cache_clear()
        found = find_engine()
        assert bool(engine_key()) == (found is not None)
        return found.name.split()[0] if found else ""

    assert chosen("tesseract") == "tesseract"
    assert chosen("none") == ""
    assert chosen("nonsense") == ""
    monkeypatch.setitem(sys.modules, "faster_paddle", None)
    assert chosen() == "tesseract"
    assert chosen("faster-paddle") == ""
    (place / "tesseract").unlink()
    monkeypatch.setenv("PATH", str(place))
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    assert chosen() == ""


@posix
def test_a_program_beside_the_dossier_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, f"touch {tmp_path}/ran")
    monkeypatch.chdir(tmp_path)
    for path in ("", ".", str(tmp_path)):
        monkeypatch.setenv("PATH", path)
        with pytest.raises(OSError, match="no tesseract"):
            Tesseract()


@posix
@pytest.mark.parametrize(
    "reads",
    [
        "exit 3",
        "kill -9 $$",
        "cat > /dev/null; head -c 9000000 /dev/zero",
        "cat >/dev/null; yes",
        "exec < /dev/null; echo x",
    ],
)
def test_a_broken_program_reads_nothing(place: Path, reads: str) -> None:
    fake(place, reads)
    started = time.monotonic()
    assert Tesseract().words(PAGE) == []
    assert time.monotonic() - started < 8


@posix
def test_a_hanging_program_is_stopped(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(place, "exec sleep 60")
    engine = Tesseract()
    monkeypatch.setattr("dossiercheck.readers.tesseract.PAGE_SECONDS", 0.3)
    started = time.monotonic()
    with pytest.raises(TookTooLong):
        engine.words(PAGE)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "line",
    [
        "", "5", row(1, 10, ""), row(1, 10, "x", "-1"), row(1, 10, "x", "nan"), row(1, 10, "x", "140"), row(1, -5, "x"),
        row(1, 390, "x"), row(1, 10, "x", width=-9), row(1, 10, "x").replace("\t20\t", "\t9" + "9" * 40 + "\t"),
        row(1, 10, "\u202e\u200b"), "5\t" * 12 + "x", "\t".join(["5", *["x"] * 11]), "4" + row(1, 10, "x")[1:],
    ],
)  # fmt: skip
def test_rows_without_sense_are_passed_over(line: str) -> None:
    assert pieces(words_of(f"{HEAD}\n{line}\n{row(1, 10, 'goed')}", PAGE.size)) == [
        Seen("goed", 0.96, (10.0, 20.0, 40.0, 32.0))
    ]


def photo(text: str = "") -> bytes:
    out = io.BytesIO()
    Image.new("L", (600, 800), 255).save(out, "JPEG")
    return out.getvalue()


@posix
def test_a_page_that_takes_too_long_costs_its_file(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that hangs its engine is stopped by the system or the parent; the file is named, the others go on."""
    fake(place, "exec sleep 60")
    monkeypatch.setenv(ocr.VARIABLE, "tesseract")
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(photo())
    (folder / "b.csv").write_text("nr\n7\n")
    with open_dossier(folder) as opened:
        limits = replace(SETTINGS, limits=ReadLimits(seconds=3, ocr_seconds=1, patience=1))
        found = {file.path: reading.content for file, reading in read_files(opened.files, limits)}
    assert isinstance(found["a.jpg"], Unread)
    assert (found["a.jpg"].reason, found["a.jpg"].say) == (Reason.UNSAFE_FILE, "file-reader-too-slow")
    assert not isinstance(found["b.csv"], Unread)


@posix
def test_an_interrupt_during_ocr_leaves_nothing_behind(place: Path, tmp_path: Path) -> None:
    fake(place, f"echo $$ > {place}/pid; exec sleep 60")
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(as_pdf([photo()]))
    command = [sys.executable, "-m", "dossiercheck", "check", str(folder), "--requirements", "twente-personnel"]
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, ocr.VARIABLE: "tesseract"},
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not ((place / "pid").exists() and (place / "pid").read_text().strip()):
        assert time.monotonic() < deadline and running.poll() is None
        time.sleep(0.05)
    engine = int((place / "pid").read_text())
    started = time.monotonic()
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert time.monotonic() - started < 5
    assert (running.returncode, out, err) == (130, "", "")
    for _ in range(100):
        try:
            os.kill(engine, 0)
        except ProcessLookupError:
            break
        if Path(f"/proc/{engine}/stat").exists() and " Z " in Path(f"/proc/{engine}/stat").read_text():
            break
        time.sleep(0.05)
    else:
        pytest.fail("the engine lives on")


@pytest.mark.skipif(not shutil.which("tesseract"), reason="no Tesseract on this machine")
def test_the_real_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests import papers
    from tests.scans import pictures

    pdf = papers.digital_vog(
        "Wit", "de", "Anna", born_on=datetime(1980, 2, 3, tzinfo=UTC).date(), born_in="Almelo", purpose="begeleider",
        issued_on=datetime(2024, 3, 21, tzinfo=UTC).date(), profiles=("45",), reference="1", encrypt=False,
    )  # fmt: skip
    monkeypatch.setenv(ocr.VARIABLE, "tesseract")
    content = read_content(as_pdf(pictures(pdf, first=1)), as_table=False, settings=SETTINGS)
    assert isinstance(content, PdfContent)
    assert "Verklaring" in content.text or "VERKLARING" in content.text.upper()


def heic() -> bytes:
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1" + bytes(2000)


def test_a_heic_photo_without_its_library_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "_opens_heic", lambda: False)
    content = read_content(heic(), as_table=False, settings=SETTINGS)
    assert content == Unread(reason=Reason.UNREADABLE, say="image-heic-unread")


def test_a_damaged_heic_is_a_picture_without_words() -> None:
    pytest.importorskip("pi_heif")
    assert isinstance(read_content(heic(), as_table=False, settings=SETTINGS), ImageContent)
