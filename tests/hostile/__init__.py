"""A dossier of files that break a reader, each in another way; built on the fly."""

from __future__ import annotations

import os
from pathlib import Path

from tests.hostile.others import NAMES, archives, pictures, tables, texts
from tests.hostile.pdfs import GOOD, all_of_them


def contents() -> dict[str, bytes]:
    """Name -> bytes."""
    pdfs = {f"{name}.pdf": data for name, data in all_of_them().items()}
    return {**pdfs, **tables(), **archives(), **pictures(), **texts()}


def build(folder: Path) -> int:
    """Put them all into a folder; how many there are."""
    folder.mkdir(parents=True)
    made = contents()
    for number, name in enumerate(NAMES):
        made[name] = GOOD + b"%% %d\n" % number
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return len(made) + _links(folder)


def _links(folder: Path) -> int:
    if os.name != "posix":
        return 0
    os.mkfifo(folder / "pipe.pdf")
    (folder / "ring.pdf").symlink_to(folder / "ring.pdf")
    (folder / "passwd.pdf").symlink_to("/etc/passwd")
    (folder / "endless.pdf").symlink_to("/dev/zero")
    (folder / "up").symlink_to("..")
    return 5
