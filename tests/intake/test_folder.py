"""A folder becomes a list in which every file stands exactly once."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from dossiercheck.errors import DossierNotFound
from dossiercheck.intake import FileProblem, IntakeLimits, loose_file, open_dossier

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="links and special files")


def put(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"x")


def listed(root: Path, limits: IntakeLimits | None = None) -> dict[str, FileProblem | None]:
    with open_dossier(root, limits or IntakeLimits()) as folder:
        assert len({file.path for file in folder.files}) == len(folder.files)
        return {file.path: file.problem for file in folder.files}


def test_files_in_the_order_of_their_paths(tmp_path: Path) -> None:
    put(tmp_path, "b/2.pdf", "a.pdf", "b/1.pdf", "B.pdf")
    assert list(listed(tmp_path)) == ["B.pdf", "a.pdf", "b/1.pdf", "b/2.pdf"]


def test_name_size_and_source(tmp_path: Path) -> None:
    root = tmp_path / "zorg-voorbeeld"
    put(root, "a.pdf")
    with open_dossier(root) as folder:
        assert folder.name == "zorg-voorbeeld"
        assert folder.files[0].size == 1
        assert folder.files[0].source.read_bytes() == b"x"


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$tabel.xlsx",
        "._a.pdf",
        "__MACOSX/a.pdf",
        ".~lock.tabel.xlsx#",
        "map/THUMBS.DB",
    ],
)
def test_junk_is_listed_as_junk(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, "a.pdf")
    assert listed(tmp_path) == {name: FileProblem.JUNK, "a.pdf": None}


def test_empty_and_too_large_files(tmp_path: Path) -> None:
    put(tmp_path, "b.pdf")
    (tmp_path / "a.pdf").touch()
    (tmp_path / "c.pdf").write_bytes(b"xxxx")
    assert listed(tmp_path, IntakeLimits(file_bytes=3)) == {
        "a.pdf": FileProblem.EMPTY,
        "b.pdf": None,
        "c.pdf": FileProblem.TOO_LARGE,
    }


@posix_only
def test_links(tmp_path: Path) -> None:
    outside = tmp_path / "elders"
    put(outside, "geheim.pdf")
    root = tmp_path / "dossier"
    put(root, "map/a.pdf")
    (root / "binnen.pdf").symlink_to(root / "map" / "a.pdf")
    (root / "buiten.pdf").symlink_to(outside / "geheim.pdf")
    (root / "buitenmap").symlink_to(outside)
    (root / "lus").symlink_to(root)
    (root / "kring").symlink_to(root / "kring")
    (root / "stuk.pdf").symlink_to(root / "niets")
    assert listed(root) == {
        "binnen.pdf": None,
        "buiten.pdf": FileProblem.LINK_OUTSIDE,
        "buitenmap": FileProblem.LINK_OUTSIDE,
        "kring": FileProblem.LINK_BROKEN,
        "lus": FileProblem.LINK_TO_FOLDER,
        "map/a.pdf": None,
        "stuk.pdf": FileProblem.LINK_BROKEN,
    }


@posix_only
def test_a_dossier_that_is_a_link_itself_is_entered(tmp_path: Path) -> None:
    put(tmp_path / "echt", "a.pdf")
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    assert listed(tmp_path / "link") == {"a.pdf": None}


@posix_only
def test_special_files_are_not_opened(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    os.mkfifo(tmp_path / "pijp.pdf")
    assert listed(tmp_path)["pijp.pdf"] is FileProblem.SPECIAL


@posix_only
def test_files_and_folders_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root everything can be opened, so the system's answers are stood in for."""
    put(tmp_path, "dicht/b.pdf", "a.pdf")
    scandir, access = os.scandir, os.access

    def refuse(path: Path) -> object:
        if Path(path).name == "dicht":
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "a.pdf" and access(path, mode))
    assert listed(tmp_path) == {"a.pdf": FileProblem.CANNOT_OPEN, "dicht": FileProblem.FOLDER_CANNOT_OPEN}


@pytest.mark.skipif(sys.platform != "linux", reason="file systems that tell NFC from NFD")
def test_names_are_nfc_and_twins_stay_apart(tmp_path: Path) -> None:
    nfc, nfd = (unicodedata.normalize(form, "Zoë.pdf") for form in ("NFC", "NFD"))
    put(tmp_path, nfd)
    assert list(listed(tmp_path)) == [nfc]
    put(tmp_path, nfc)
    assert set(listed(tmp_path)) == {nfc, nfd}


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")
def test_names_that_are_no_text_can_still_be_written(tmp_path: Path) -> None:
    for name in (b"caf\xe9.pdf", b"caf\xe8.pdf"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"x")
    paths = list(listed(tmp_path))
    assert paths == ["caf\ufffd.pdf", "caf\ufffd.pdf (2)"]
    "".join(paths).encode("utf-8")


def test_missing_empty_and_wrong_paths_stop_the_run(tmp_path: Path) -> None:
    (tmp_path / "leeg" / "ook leeg").mkdir(parents=True)
    put(tmp_path, "a.pdf")
    for path, nl, en in [
        ("niets", "bestaat niet", "does not exist"),
        ("leeg", "is leeg", "is empty"),
        ("a.pdf", "geen map", "neither"),
    ]:
        with pytest.raises(DossierNotFound) as raised, open_dossier(tmp_path / path):
            pass
        assert nl in raised.value.sentence("nl")
        assert en in raised.value.sentence("en")


def test_too_many_files_are_no_dossier(tmp_path: Path) -> None:
    put(tmp_path, "a", "b", "c")
    with pytest.raises(DossierNotFound), open_dossier(tmp_path, IntakeLimits(files=2)):
        pass


def test_folders_deeper_than_the_limit_are_listed_not_entered(tmp_path: Path) -> None:
    put(tmp_path, "a/b/c/d.pdf")
    assert listed(tmp_path, IntakeLimits(depth=2)) == {"a/b/c": FileProblem.FOLDER_CANNOT_OPEN}


def test_nothing_in_the_dossier_changes(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", "map/b.pdf")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    listed(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_loose_file(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    (tmp_path / "leeg.pdf").touch()
    assert loose_file(tmp_path / "a.pdf").problem is None
    assert loose_file(tmp_path / "leeg.pdf").problem is FileProblem.EMPTY
    assert loose_file(tmp_path).problem is FileProblem.FOLDER_CANNOT_OPEN
    with pytest.raises(DossierNotFound):
        loose_file(tmp_path / "weg.pdf")
