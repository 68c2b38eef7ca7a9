"""`cache` and `--no-cache`: the same report cold and warm, and nothing kept where that was asked or is not safe."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole import SAMPLES, TRUST, Ran


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DOSSIERCHECK_NO_CACHE")
    monkeypatch.setenv("DOSSIERCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("DOSSIERCHECK_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path / "cache"


def run(*arguments: object) -> Ran:
    """In a process of its own, with workers."""
    command = [sys.executable, "-m", "dossiercheck", *map(str, arguments), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Ran(code=done.returncode, out=done.stdout, err=done.stderr)


def check(folder: Path, *more: object) -> Ran:
    return run("check", folder, "--on", "2024-06-01", "--trust", TRUST, "--format", "json", *more)


def test_cold_and_warm_say_the_same(tmp_path: Path, place: Path) -> None:
    folder = tmp_path / "dossier"
    shutil.copytree(SAMPLES / "vog-too-old", folder)
    cold = check(folder)
    warm = check(folder)
    assert (warm.code, warm.out, warm.err) == (cold.code, cold.out, cold.err) == (1, cold.out, "")
    shown = run("cache", "show")
    assert shown.out.splitlines()[0] == str(place)
    assert int(shown.out.splitlines()[1].split()[0]) >= 7
    cleared = run("cache", "clear")
    assert (cleared.code, cleared.out) == (0, "")
    assert "entries deleted" in cleared.err
    assert run("cache", "show").out.splitlines()[1] == "0 entries, 0.0 MiB"


@pytest.mark.parametrize("how", ["option", "variable"])
def test_nothing_is_kept_where_that_was_asked(how: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if how == "variable":
        monkeypatch.setenv("DOSSIERCHECK_NO_CACHE", "1")
    more = ["--no-cache"] if how == "option" else []
    ran = run("inspect", SAMPLES / "clean" / "personeel" / "02-van-den-berg" / "vog.pdf", *more)
    assert (ran.code, ran.err, place.exists()) == (0, "", False)


@pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
def test_a_folder_that_is_not_safe_is_named_and_left_alone(place: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    place.symlink_to(elsewhere)
    ran = run("inspect", SAMPLES / "clean" / "personeel" / "02-van-den-berg" / "vog.pdf")
    assert ran.code == 0
    assert ran.err == f"dossiercheck: The cache folder {place} is a link; nothing is kept there or read from it.\n"
    assert list(elsewhere.iterdir()) == []
    for command in ("show", "clear"):
        refused = run("cache", command)
        assert (refused.code, refused.out) == (2, "")
        assert "is a link" in refused.err
