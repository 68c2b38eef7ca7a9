"""ZIP files inside a dossier, each member a file of it exactly once."""

import io
import zipfile
from pathlib import Path

import pytest

from dossiercheck.intake import FileProblem, IntakeLimits, open_dossier, read_statement


def zipped(**members: bytes) -> bytes:
    """A ZIP of these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return out.getvalue()


def listed(path: Path, limits: IntakeLimits | None = None) -> dict[str, FileProblem | None]:
    with open_dossier(path, limits or IntakeLimits()) as folder:
        assert len({file.path for file in folder.files}) == len(folder.files)
        return {file.path: file.problem for file in folder.files}


def folder_with(tmp_path: Path, **files: bytes) -> Path:
    folder = tmp_path / "dossier"
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_members_are_files_of_the_dossier(tmp_path: Path) -> None:
    inside = zipped(**{"Inzending/personeel/vog.pdf": b"%PDF vog", "Inzending/__MACOSX/._x": b"x"})
    folder = folder_with(tmp_path, **{"tabel.xlsx": zipped(**{"xl/workbook.xml": b"x"}), "map/inzending.zip": inside})
    with open_dossier(folder) as opened:
        found = {file.path: file for file in opened.files}
        assert {path: file.problem for path, file in found.items()} == {
            "map/inzending.zip": FileProblem.ARCHIVE_OPENED,
            "map/inzending.zip/Inzending/__MACOSX/._x": FileProblem.JUNK,
            "map/inzending.zip/Inzending/personeel/vog.pdf": None,
            "tabel.xlsx": None,
        }
        member = found["map/inzending.zip/Inzending/personeel/vog.pdf"]
        assert member.source.read_bytes() == b"%PDF vog"
        assert member.source.parent.stat().st_mode & 0o077 == 0
    assert not member.source.exists()


def test_a_zip_in_a_zip_is_opened_and_one_deeper_is_not(tmp_path: Path) -> None:
    deepest = zipped(**{"d.pdf": b"d"})
    inner = zipped(**{"c.pdf": b"c", "diepst.zip": deepest})
    outer = zipped(**{"b.pdf": b"b", "binnen.zip": inner})
    opened = FileProblem.ARCHIVE_OPENED
    assert listed(folder_with(tmp_path, **{"buiten.zip": outer})) == {
        "buiten.zip": opened,
        "buiten.zip/b.pdf": None,
        "buiten.zip/binnen.zip": opened,
        "buiten.zip/binnen.zip/c.pdf": None,
        "buiten.zip/binnen.zip/diepst.zip": None,
    }
    (tmp_path / "x.zip").write_bytes(outer)
    assert listed(tmp_path / "x.zip") == {
        "b.pdf": None,
        "binnen.zip": opened,
        "binnen.zip/c.pdf": None,
        "binnen.zip/diepst.zip": None,
    }


@pytest.mark.parametrize(
    ("member", "shown"), [("../../kwaad.pdf", "kwaad.pdf"), ("/etc/x.pdf", "etc/x.pdf"), ("C:\\x.pdf", "C:/x.pdf")]
)
def test_no_name_points_outside(tmp_path: Path, member: str, shown: str) -> None:
    folder = folder_with(tmp_path, **{"a.zip": zipped(**{member: b"x", "goed.pdf": b"y"})})
    assert listed(folder) == {
        "a.zip": FileProblem.ARCHIVE_OPENED,
        f"a.zip/{shown}": FileProblem.ZIP_ENTRY_UNSAFE_PATH,
        "a.zip/goed.pdf": None,
    }
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "dossier"]


def test_limits_hold_over_all_zips_together(tmp_path: Path) -> None:
    one, two = (zipped(**{f"{name}{n}.pdf": b"x" * 100 for n in range(3)}) for name in "ab")
    folder = folder_with(tmp_path, **{"1.zip": one, "2.zip": two})
    problems = listed(folder, IntakeLimits(zip_bytes=350))
    assert list(problems.values()).count(FileProblem.TOO_LARGE) == 3
    problems = listed(folder, IntakeLimits(files=6))
    assert problems["2.zip"] is FileProblem.ARCHIVE_TOO_MUCH and problems["1.zip/a0.pdf"] is None
    bomb = folder_with(tmp_path / "b", **{"bom.zip": zipped(**{"bom.pdf": bytes(2**20)})})
    assert (
        listed(bomb, IntakeLimits(zip_ratio=100, zip_ratio_from=2**16))["bom.zip/bom.pdf"] is FileProblem.ZIP_ENTRY_BOMB
    )


def test_what_is_damaged_or_locked_is_listed_as_that(tmp_path: Path) -> None:
    locked = bytearray(zipped(**{"a.pdf": b"x"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    folder = folder_with(
        tmp_path, **{"stuk.zip": b"PK\x03\x04 and nothing", "slot.zip": bytes(locked), "leeg.zip": b""}
    )
    assert listed(folder) == {
        "leeg.zip": FileProblem.EMPTY,
        "slot.zip": FileProblem.ARCHIVE_OPENED,
        "slot.zip/a.pdf": FileProblem.ZIP_ENTRY_ENCRYPTED,
        "stuk.zip": None,
    }


def test_names_that_differ_in_nothing_or_in_case_stay_apart(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(out, "w") as opened:
        for name in ("Vog.pdf", "vog.pdf", "vog.pdf"):
            opened.writestr(name, name)
    assert len(listed(folder_with(tmp_path, **{"a.zip": out.getvalue()}))) == 4


def test_documents_that_are_zips_stay_documents(tmp_path: Path) -> None:
    word, sheet = zipped(**{"[Content_Types].xml": b"", "word/document.xml": b""}), zipped(mimetype=b"application/vnd")
    assert set(listed(folder_with(tmp_path, **{"a.docx": word, "b.ods": sheet})).values()) == {None}


def test_the_statement_in_the_one_zip_of_a_folder_counts(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, **{"inzending.zip": zipped(**{"x/dossier.yaml": b"role: sub\n", "x/a.pdf": b"x"})})
    with open_dossier(folder) as opened:
        assert read_statement(opened).statement.role == "sub"
