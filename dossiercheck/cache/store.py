"""One file an entry, named by its key, with its own digest inside: what does not fit is as good as not there.

Entries are written beside their place and then moved there, so that several processes can share a folder. When they
take up too much room, those that were used least lately go.
"""

import hashlib
import os
import re
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossiercheck.cache.folder import CacheRefused, cache_folder, check, make

MOST_BYTES = 512 * 2**20
"""Of all entries together."""
_MOST_ENTRY = 64 * 2**20
_FORMAT = "1"
_MAGIC = b"dossiercheck-cache/1\n"
_HEAD = len(_MAGIC) + 64
_ENTRY = re.compile(r"^[0-9a-f]{62}$")
_NEW = ".new-"
_LEFT_BEHIND_SECONDS = 3600.0
_USED_AGAIN_SECONDS = 3600.0
"""An entry's time of use is not written down more often than this."""
_LOOK_AFTER = MOST_BYTES // 32
"""Bytes written after which the room is looked at again."""
_TAG = "CACHEDIR.TAG"
_TAG_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# What dossiercheck read from files; may be deleted.\n"


def key_of(*parts: str) -> str:
    """The key of what depends on exactly these."""
    return hashlib.sha256("\0".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How much a cache holds."""

    entries: int
    bytes: int


def open_store(folder: Path | None = None) -> "Store":
    """The user's cache. Raises CacheRefused when its folder may not be used."""
    place = folder or cache_folder()
    check(place)
    return Store(place)


class Store:
    """A cache in a folder, which is made when there is something to keep. Safe for threads; never raises."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self.folder = folder
        self._most = most_bytes
        self._root = folder / _FORMAT
        self._lock = threading.Lock()
        self._unseen: int | None = None
        """Bytes written since the room was looked at; None: it never was."""
        self._ready = False
        self._given_up = False

    def __reduce__(self) -> "tuple[type[Store], tuple[Path, int]]":
        """Another process shares the folder, and no more."""
        return Store, (self.folder, self._most)

    def get(self, key: str) -> bytes | None:
        """What was kept under this key; None when nothing, or nothing sound, is there."""
        try:
            with os.fdopen(os.open(self._path(key), _READ), "rb") as file:
                found = os.fstat(file.fileno())
                if not _is_own(found) or found.st_size > _MOST_ENTRY + _HEAD:
                    return None
                entry = file.read()
                if time.time() - found.st_mtime > _USED_AGAIN_SECONDS:
                    with suppress(OSError, NotImplementedError):
                        os.utime(self._path(key))
        except OSError:
            return None
        payload = entry[_HEAD:]
        return payload if entry[:_HEAD] == _head(key, payload) else None

    def put(self, key: str, payload: bytes) -> None:
        """Keep it. What cannot be kept (no room, no right) is not; nothing is tried again then."""
        if self._given_up or len(payload) > _MOST_ENTRY:
            return
        try:
            self._prepare()
            self._write(self._path(key), _head(key, payload) + payload)
        except (OSError, CacheRefused):
            self._given_up = True
            return
        with self._lock:
            look = self._unseen is None or self._unseen > min(_LOOK_AFTER, self._most // 4)
            self._unseen = len(payload) if look else (self._unseen or 0) + len(payload)
        if look:
            self.prune()

    def size(self) -> Size:
        """Entries of older formats included."""
        sizes = [found.st_size for _, found in self._all()]
        return Size(entries=len(sizes), bytes=sum(sizes))

    def clear(self) -> Size:
        """Delete every entry, and say what went. Other files in the folder stay."""
        gone = [found.st_size for path, found in self._all() if _deleted(path)]
        for folder in sorted(self.folder.glob("*/*/"), reverse=True) + sorted(self.folder.glob("*/")):
            with suppress(OSError):
                folder.rmdir()
        return Size(entries=len(gone), bytes=sum(gone))

    def prune(self) -> None:
        """Make room: the entries that were used least lately go, until a tenth is free."""
        now = time.time()
        entries = sorted(self._all(), key=lambda entry: entry[1].st_mtime)
        total = sum(found.st_size for _, found in entries)
        limit = self._most if total <= self._most else self._most * 9 // 10
        for path, found in entries:
            left_behind = path.name.startswith(_NEW) and now - found.st_mtime > _LEFT_BEHIND_SECONDS
            if (total > limit or left_behind) and _deleted(path):
                total -= found.st_size

    def _path(self, key: str) -> Path:
        return self._root / key[:2] / key[2:]

    def _prepare(self) -> None:
        with self._lock:
            if self._ready:
                return
            if not check(self.folder):
                make(self.folder)
                check(self.folder)
            tag = self.folder / _TAG
            if not tag.exists():
                tag.write_text(_TAG_TEXT, encoding="ascii")
            self._root.mkdir(mode=0o700, exist_ok=True)
            self._ready = True

    def _write(self, path: Path, entry: bytes) -> None:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        beside = path.parent / f"{_NEW}{os.getpid()}-{os.urandom(6).hex()}"
        try:
            with os.fdopen(os.open(beside, _WRITE, 0o600), "wb") as file:
                file.write(entry)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise

    def _all(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Every entry of any format, and what was being written."""
        for path in self.folder.glob("*/[0-9a-f][0-9a-f]/*"):
            if _ENTRY.match(path.name) or path.name.startswith(_NEW):
                with suppress(OSError):
                    found = path.lstat()
                    if stat.S_ISREG(found.st_mode):
                        yield path, found


_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def _is_own(found: os.stat_result) -> bool:
    return stat.S_ISREG(found.st_mode) and (not hasattr(os, "geteuid") or found.st_uid == os.geteuid())


def _head(key: str, payload: bytes) -> bytes:
    return _MAGIC + bytes.fromhex(key) + hashlib.sha256(payload).digest()


def _deleted(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
