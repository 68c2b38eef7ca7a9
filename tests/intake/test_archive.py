"""A ZIP of a dossier: unpacked where nobody else looks, and never outside of it."""

import stat
import warnings
import zipfile
from pathlib import Path

import pytest

from dossiercheck.errors import DossierNotFound
from dossiercheck.intake import FileProblem, IntakeLimits, open_dossier


def made(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        warnings.simplefilter("ignore")
        for name, data in entries:
            opened.writestr(name, data)
    return path


def listed(archive: Path, limits: IntakeLimits | None = None) -> dict[str, FileProblem | None]:
    with open_dossier(archive, limits or IntakeLimits()) as folder:
        assert len({file.path for file in folder.files}) == len(folder.files)
        return {file.path: file.problem for file in folder.files}


def test_the_single_top_folder_is_stripped(tmp_path: Path) -> None:
    archive = made(
        tmp_path / "zorg.zip", ("zorg/a.pdf", b"a"), ("zorg/map/b.pdf", b"b"), ("__MACOSX/zorg/._a.pdf", b"x")
    )
    with open_dossier(archive) as folder:
        assert folder.name == "zorg"
        assert [file.path for file in folder.files] == ["__MACOSX/zorg/._a.pdf", "a.pdf", "map/b.pdf"]
        assert [file.problem for file in folder.files] == [FileProblem.JUNK, None, None]
        assert folder.files[1].source.read_bytes() == b"a"
        assert folder.root.stat().st_mode & 0o077 == 0
        root = folder.root
    assert not root.exists()


def test_several_top_folders_stay(tmp_path: Path) -> None:
    assert list(listed(made(tmp_path / "z.zip", ("a/1.pdf", b"x"), ("b/1.pdf", b"x")))) == ["a/1.pdf", "b/1.pdf"]
    assert list(listed(made(tmp_path / "y.zip", ("a/1.pdf", b"x"), ("1.pdf", b"x")))) == ["1.pdf", "a/1.pdf"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../kwaad.pdf", "kwaad.pdf"),
        ("/etc/kwaad.pdf", "etc/kwaad.pdf"),
        ("C:\\kwaad.pdf", "C:/kwaad.pdf"),
        ("a/../../kwaad.pdf", "a/kwaad.pdf"),
    ],
)
def test_names_that_point_outside_are_refused(tmp_path: Path, name: str, shown: str) -> None:
    archive = made(tmp_path / "z.zip", (name, b"x"), ("goed.pdf", b"x"))
    assert listed(archive) == {shown: FileProblem.ZIP_ENTRY_UNSAFE_PATH, "goed.pdf": None}
    assert not (tmp_path.parent / "kwaad.pdf").exists()


def test_links_in_a_zip_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert (
        listed(made(tmp_path / "z.zip", (link, b"/etc/passwd"), ("a.pdf", b"x")))["link.pdf"]
        is FileProblem.LINK_OUTSIDE
    )


def test_a_bomb_is_listed_not_unpacked(tmp_path: Path) -> None:
    archive = made(tmp_path / "z.zip", ("bom.pdf", bytes(2**20)), ("a.pdf", b"x"))
    limits = IntakeLimits(zip_ratio=100, zip_ratio_from=2**16)
    assert listed(archive, limits) == {"a.pdf": None, "bom.pdf": FileProblem.ZIP_ENTRY_BOMB}


def test_an_entry_that_states_too_little_is_cut_off(tmp_path: Path) -> None:
    archive = made(tmp_path / "z.zip", ("bom.pdf", bytes(2**20)), ("a.pdf", b"x"))
    data = archive.read_bytes().replace((2**20).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    archive.write_bytes(data)
    problems = listed(archive)
    assert problems["a.pdf"] is None
    assert problems["bom.pdf"] in (FileProblem.ZIP_ENTRY_BOMB, FileProblem.ZIP_ENTRY_DAMAGED)


def test_all_entries_together_have_a_limit(tmp_path: Path) -> None:
    archive = made(tmp_path / "z.zip", *((f"{number}.pdf", b"x" * 100) for number in range(5)))
    problems = list(listed(archive, IntakeLimits(zip_bytes=250)).values())
    assert problems == [None, None, FileProblem.TOO_LARGE, FileProblem.TOO_LARGE, FileProblem.TOO_LARGE]


def test_too_many_entries_stop_the_run(tmp_path: Path) -> None:
    archive = made(tmp_path / "z.zip", *((f"{number}.pdf", b"x") for number in range(5)))
    with pytest.raises(DossierNotFound), open_dossier(archive, IntakeLimits(files=4)):
        pass


def test_damaged_and_encrypted_entries(tmp_path: Path) -> None:
    archive = made(tmp_path / "z.zip", ("a.pdf", b"x" * 100), ("b.pdf", bytes(range(256)) * 4))
    data = bytearray(archive.read_bytes())
    data[data.index(b"b.pdf") + 10] ^= 0xFF
    archive.write_bytes(bytes(data))
    assert listed(archive) == {"a.pdf": None, "b.pdf": FileProblem.ZIP_ENTRY_DAMAGED}
    locked = made(tmp_path / "y.zip", ("a.pdf", b"x"))
    data = bytearray(locked.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    locked.write_bytes(bytes(data))
    assert listed(locked) == {"a.pdf": FileProblem.ZIP_ENTRY_ENCRYPTED}


def test_doubles_and_empty_entries_are_listed(tmp_path: Path) -> None:
    archive = made(tmp_path / "z.zip", ("a.pdf", b"1"), ("a.pdf", b"2"), ("leeg.pdf", b""))
    assert listed(archive) == {"a.pdf": None, "a.pdf (2)": None, "leeg.pdf": FileProblem.EMPTY}


def test_names_in_utf_8_without_saying_so(tmp_path: Path) -> None:
    archive = made(tmp_path / "z.zip", ("Zoxx.pdf", b"x"))
    archive.write_bytes(archive.read_bytes().replace(b"Zoxx", "Zoë".encode()))
    assert list(listed(archive)) == ["Zoë.pdf"]


@pytest.mark.parametrize("data", [b"PK\x03\x04 and then nothing", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_zip_or_holds_nothing_stops_the_run(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "z.zip").write_bytes(data)
    with pytest.raises(DossierNotFound), open_dossier(tmp_path / "z.zip"):
        pass
