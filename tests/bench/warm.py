"""A second check of a dossier of 300 files: beside hashing them, and beside the program's start.

    python tests/bench/warm.py [RUNS]

'Start' is `check` of a dossier of one person, warm: Python, the modules and the requirement set. `--version` is given as
well. Wanted: warm at most twice hashing plus start. Nothing is asserted: machines differ, ratios less so.
"""

import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.samples.clean import FAMILY_NAMES
from tests.samples.draft import Draft
from tests.samples.people import JORIS, Person

TRUST = Path(__file__).parents[2] / "sample_dossiers" / "trust"


def person(number: int) -> Person:
    surname, prefix, given = FAMILY_NAMES[number % len(FAMILY_NAMES)]
    return JORIS.but(
        number=number + 1,
        surname=surname + chr(97 + number // len(FAMILY_NAMES)) * 2,
        prefix=prefix,
        given=given,
        initials=f"{given[0]}.",
        born_on=date(1970 + number % 30, 1 + number % 12, 1 + number % 28),
        starts=date(2024, 4, 1 + number % 25),
        ends=date(2025, 3, 31),
        vog_on=date(2024, 3, 20 + number % 9),
    )


def write(folder: Path, people: int) -> Path:
    """Three papers a person, of which one is sealed and one signed."""
    for path, content in Draft(*map(person, range(people))).files().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def check(folder: Path) -> None:
    command = [sys.executable, "-m", "dossiercheck", "check", str(folder), "--on", "2024-06-01", "--trust", str(TRUST)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def version(_: Path) -> None:
    subprocess.run([sys.executable, "-m", "dossiercheck", "--version"], check=False, stdout=subprocess.DEVNULL)


def hashed(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                hashlib.file_digest(file, "sha256")


def seconds(what: Callable[[Path], None], folder: Path) -> float:
    start = time.perf_counter()
    what(folder)
    return time.perf_counter() - start


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ["DOSSIERCHECK_CACHE_DIR"] = str(Path(place) / "cache")
        os.environ.pop("DOSSIERCHECK_NO_CACHE", None)
        large, small = write(Path(place) / "large", 100), write(Path(place) / "small", 1)
        print(f"cold: {seconds(check, large):.2f} s")
        check(small)
        rows = [
            (seconds(check, large), seconds(hashed, large), seconds(check, small), seconds(version, small))
            for _ in range(runs)
        ]
        warm, hashing, start, bare = (statistics.median(column) for column in zip(*rows, strict=True))
        ratio = statistics.median(a / (b + c) for a, b, c, _ in rows)
        print(f"warm: {warm:.2f} s, hashing {hashing:.3f} s, start {start:.2f} s (--version {bare:.2f} s)")
        print(f"warm / (hashing + start): {ratio:.2f}; / (hashing + --version): {warm / (hashing + bare):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
