"""The cache: what was put in comes out, what is spoilt or foreign does not, and nobody else can enter."""

from __future__ import annotations

import os
import pickle
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dossiercheck import cache
from dossiercheck.cache import CacheRefused, Store, cache_folder, code, key_of, open_store

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
KEY, OTHER = key_of("a"), key_of("b")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def entries(store: Store) -> list[Path]:
    return sorted(path for path in store.folder.glob("*/*/*") if path.is_file())


def test_what_is_put_in_comes_out(store: Store) -> None:
    assert store.get(KEY) is None
    store.put(KEY, b"one")
    store.put(OTHER, b"")
    store.put(KEY, b"two")
    assert (store.get(KEY), store.get(OTHER)) == (b"two", b"")
    assert store.size().entries == 2


def test_another_process_is_handed_the_same_folder(store: Store) -> None:
    store.put(KEY, b"x")
    assert pickle.loads(pickle.dumps(store)).get(KEY) == b"x"


def test_looking_makes_no_folder(store: Store) -> None:
    store.get(KEY)
    assert store.size() == cache.Size(entries=0, bytes=0)
    assert store.clear().entries == 0
    assert not store.folder.exists()


@posix
def test_only_the_user_can_enter(store: Store) -> None:
    old = os.umask(0)
    try:
        store.put(KEY, b"x")
    finally:
        os.umask(old)
    for path in [store.folder, *store.folder.rglob("*")]:
        if path.name != "CACHEDIR.TAG":
            wanted = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == wanted, path


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: b"",
        lambda data: data[:10],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: bytes([data[0] ^ 1]) + data[1:],
        lambda data: data.replace(b"cache/1", b"cache/0"),
        lambda data: os.urandom(len(data)),
    ],
)
def test_a_spoilt_entry_is_not_there(store: Store, spoil) -> None:
    store.put(KEY, b"value")
    (path,) = entries(store)
    path.write_bytes(spoil(path.read_bytes()))
    assert store.get(KEY) is None
    store.put(KEY, b"again")
    assert store.get(KEY) == b"again"


def test_an_entry_under_another_name_is_not_there(store: Store) -> None:
    store.put(KEY, b"of a")
    store.put(OTHER, b"of b")
    paths = {path.read_bytes()[-1:]: path for path in entries(store)}
    paths[b"b"].write_bytes(paths[b"a"].read_bytes())
    assert (store.get(KEY), store.get(OTHER)) == (b"of a", None)


@posix
def test_links_pipes_and_folders_in_place_of_an_entry_are_not_there(store: Store, tmp_path: Path) -> None:
    store.put(KEY, b"x")
    (path,) = entries(store)
    elsewhere = tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert store.get(KEY) is None
    path.unlink()
    os.mkfifo(path)
    assert store.get(KEY) is None
    path.unlink()
    path.mkdir()
    assert store.get(KEY) is None
    store.put(KEY, b"y")
    assert store.get(KEY) is None


@posix
def test_a_folder_that_is_not_the_users_own_is_refused(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir(mode=0o700)
    link, file, wide = tmp_path / "link", tmp_path / "file", tmp_path / "wide"
    link.symlink_to(real)
    file.touch()
    wide.mkdir()
    wide.chmod(0o755)
    for place, says in ((link, "a link"), (file, "no folder"), (wide, "open to others")):
        with pytest.raises(CacheRefused, match=says):
            open_store(place)
        Store(place).put(KEY, b"x")
        assert not list(real.iterdir()) + list(wide.iterdir())
    assert open_store(real).folder == real


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir(mode=0o700)
    os.chown(theirs, 12345, -1)
    with pytest.raises(CacheRefused, match="someone else's"):
        open_store(theirs)
    store = Store(tmp_path / "mine")
    store.put(KEY, b"x")
    os.chown(entries(store)[0], 12345, -1)
    assert store.get(KEY) is None


def test_what_was_used_least_lately_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache", most_bytes=50_000)
    keys = [key_of(str(number)) for number in range(40)]
    for number, key in enumerate(keys):
        store.put(key, bytes(1000))
        path = store._path(key)
        os.utime(path, (time.time() - 100_000 + number, time.time() - 100_000 + number))
    assert store.get(keys[0]) is not None  # used again: the oldest is now the second
    for number in range(40, 60):
        store.put(key_of(str(number)), bytes(1000))
    store.prune()
    assert store.size().bytes <= 50_000
    assert store.get(keys[0]) is not None
    assert store.get(keys[1]) is None
    assert store.get(key_of("59")) is not None


def test_what_a_killed_process_left_behind_goes(store: Store) -> None:
    store.put(KEY, b"x")
    left = entries(store)[0].parent / ".new-1-abc"
    fresh = left.with_name(".new-2-abc")
    left.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(left, (0, 0))
    store.prune()
    assert (left.exists(), fresh.exists(), store.get(KEY)) == (False, True, b"x")


def test_clear_takes_its_own_only(store: Store) -> None:
    store.put(KEY, b"x")
    older = store.folder / "0" / "ab" / ("c" * 62)
    older.parent.mkdir(parents=True)
    older.touch()
    mine = [store.folder / "diploma.pdf", store.folder / "ab" / "cd" / "verslag.pdf", store.folder / "1" / "mijn.txt"]
    for path in mine:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("van mij")
    assert store.clear().entries == 2
    assert store.get(KEY) is None
    assert all(path.read_text() == "van mij" for path in mine)


@posix
def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Store(tmp_path / "file" / "cache")
    store.put(KEY, b"x")
    assert store.get(KEY) is None


def test_several_at_once(store: Store) -> None:
    """Threads and processes that write the same entries: whoever reads gets a whole one or none."""
    script = (
        "import sys\nfrom pathlib import Path\nfrom dossiercheck.cache import Store, key_of\n"
        "store = Store(Path(sys.argv[1]), most_bytes=40_000)\n"
        "for n in range(150):\n    store.put(key_of(str(n % 30)), str(n % 30).encode() * 1000)\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(store.folder)]) for _ in range(2)]
    wrong: list[str] = []

    def read() -> None:
        while any(process.poll() is None for process in running):
            for number in range(30):
                found = store.get(key_of(str(number)))
                if found not in (None, str(number).encode() * 1000):
                    wrong.append(str(number))

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [process.wait() for process in running] == [0, 0]
    assert not wrong
    assert store.size().entries > 0


def test_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DOSSIERCHECK_CACHE_DIR", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    places = {}
    for platform in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.delenv("LOCALAPPDATA", raising=False)
        places[platform] = cache_folder().relative_to(tmp_path).as_posix()
    monkeypatch.setattr(sys, "platform", "linux")
    assert places == {
        "linux": ".cache/dossiercheck",
        "darwin": "Library/Caches/dossiercheck",
        "win32": "AppData/Local/dossiercheck/Cache",
    }
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == tmp_path / ".cache" / "dossiercheck"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "dossiercheck"
    monkeypatch.setenv("DOSSIERCHECK_CACHE_DIR", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"


def test_the_code_s_fingerprint_changes_with_any_source_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = tmp_path / "house"
    (house / "room" / "deep").mkdir(parents=True)
    for name in ("__init__", "facts", "other", "room/a", "room/deep/b"):
        (house / f"{name}.py").write_text("x = 1\n")
    monkeypatch.setattr(code.dossiercheck, "__file__", str(house / "__init__.py"))

    def now() -> str:
        code.code_fingerprint.cache_clear()
        return code.code_fingerprint("room", "facts")

    first = now()
    (house / "other.py").write_text("x = 2\n")
    assert now() == first
    seen = {first}
    for name in ("facts", "room/a", "room/deep/b", "room/new"):
        (house / f"{name}.py").write_text("x = 3\n")
        seen.add(now())
    (house / "room" / "a.py").rename(house / "room" / "c.py")
    seen.add(now())
    assert len(seen) == 6
    (house / "facts.py").unlink()
    assert now() == ""
    code.code_fingerprint.cache_clear()


def test_another_library_changes_the_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    for name in ("pypdf-7.1.0", "pypdf-7.1.1", "tesserocr-2.13"):
        place = tmp_path / name
        (place / f"{name}.dist-info").mkdir(parents=True)
        monkeypatch.setattr(sys, "path", [str(place), str(tmp_path / "nowhere")])
        code.surroundings.cache_clear()
        seen.add(code.surroundings())
    code.surroundings.cache_clear()
    assert len(seen) == 3
