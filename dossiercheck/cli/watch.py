"""`check --watch`: the same check again whenever a file of the dossier changes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

PAUSE = 1.0
"""Seconds between two looks at the folder."""
_MOST = 20_000
State = frozenset[tuple[str, int, int]]
"""Path, size and time of change of each file."""


def watch(path: Path, check: Callable[[], int], wait: Callable[[], None] | None = None) -> int:
    """Check now and after each change, until interrupted; the exit code of the last check.

    A change is checked when the folder has been still for one look: whoever copies files in is let finish first.
    """
    pause = wait or _pause
    code, checked = check(), state_of(path)
    last = checked
    try:
        while True:
            pause()
            now = state_of(path)
            if now == last and now != checked:
                code, checked = check(), now
            last = now
    except KeyboardInterrupt:
        return code


def _pause() -> None:
    time.sleep(PAUSE)


def state_of(path: Path) -> State:
    """What stands there now; files that come and go meanwhile are left out."""
    found: set[tuple[str, int, int]] = set()
    paths = [path] if path.is_file() else (Path(root, name) for root, _, names in os.walk(path) for name in names)
    for file in paths:
        try:
            status = file.lstat()
        except OSError:
            continue
        found.add((str(file), status.st_size, status.st_mtime_ns))
        if len(found) >= _MOST:
            break
    return frozenset(found)
