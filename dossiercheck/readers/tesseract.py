"""The second engine: Tesseract, as a program on this machine or as a Python library. Never required.

The program gets a picture on its standard input and answers a table of words. It is a stranger: it is found by an
absolute path only, it gets no more time than a page may take, and of its answer no more is read than a page can hold.
"""

import io
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from dossiercheck.readers.ocr import DPI, Seen, TookTooLong
from dossiercheck.readers.text import clean

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGES = ("script/Latin", "Latin", "nld", "eng")
"""Models, the best first."""
PAGE_SECONDS = 20.0
"""Processor time for a page, where the system can hold it to that; by the clock `_PATIENCE` times as long."""
_PATIENCE = 6.0
_ASK_SECONDS = 5.0
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 24)
_MOST_ANSWER = 4 * 2**20
_MOST_WORDS = 20_000
_WIDE_GAP = 1.5
"""Of a word's height: what stands further apart is another piece."""
_COLUMNS = 12
_VERSION = re.compile(r"tesseract\s+v?([\w.-]{1,40})")
_MODELS_AT = re.compile(r'in "([^"\n]{1,500})"')


class Tesseract:
    """The program `tesseract`. Raises OSError where there is none that can be used."""

    def __init__(self) -> None:
        found = shutil.which("tesseract")
        if not found or not Path(found).is_absolute() or Path(found).parent == Path.cwd():
            raise OSError("no tesseract")
        self._path = found
        said = _ask([found, "--list-langs"])
        self._language = best_language(said.splitlines())
        version = _VERSION.search(_ask([found, "--version"]))
        model = _MODELS_AT.search(said)
        files = [Path(found), *([Path(model.group(1)) / f"{self._language}.traineddata"] if model else [])]
        known = version.group(1) if version else "?"
        self.name = " ".join(("tesseract", known, self._language, *map(_stamp, files)))

    def words(self, image: "Image") -> list[Seen]:
        buffer = io.BytesIO()
        image.convert("L").save(buffer, "PPM")
        command = [self._path, "stdin", "stdout", "-l", self._language, "--psm", "3", "--dpi", str(DPI), "tsv"]
        answer = run(command, buffer.getvalue(), PAGE_SECONDS, _MOST_ANSWER)
        return pieces(words_of(answer.decode("utf-8", "replace"), image.size))


class Tesserocr:
    """Tesseract inside this process. Raises ImportError, or OSError where it has no model."""

    def __init__(self) -> None:
        import tesserocr

        path, languages = tesserocr.get_languages()
        language = best_language(languages)
        self._api = tesserocr.PyTessBaseAPI(path=path, lang=language, psm=tesserocr.PSM.AUTO)
        model = _stamp(Path(path) / f"{language}.traineddata")
        self.name = f"tesserocr {tesserocr.__version__} {language} {model}"

    def words(self, image: "Image") -> list[Seen]:
        try:
            self._api.SetImage(image.convert("L"))
            self._api.SetSourceResolution(DPI)
            table = self._api.GetTSVText(0)
        except RuntimeError:
            return []
        finally:
            self._api.Clear()
        return pieces(words_of(table, image.size))


def best_language(listed: Iterable[str]) -> str:
    """The best of the models that are there. Raises OSError where none is of use."""
    there = {line.strip() for line in listed}
    for language in LANGUAGES:
        if language in there:
            return language
    raise OSError("no model for Dutch")


def run(command: list[str], given: bytes, seconds: float, most: int) -> bytes:
    """What the program says, at most `most` bytes of it; empty where it cannot be run. Raises TookTooLong."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        )
    except OSError:
        return b""
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    _limit_work(process.pid, seconds)
    timer = threading.Timer(seconds * _PATIENCE, stop)
    feeder = threading.Thread(target=_feed, args=(process, given), daemon=True)
    timer.daemon = True
    timer.start()
    feeder.start()
    try:
        assert process.stdout
        answer = process.stdout.read(most)
    finally:
        process.kill()
        process.wait()
        timer.cancel()
        feeder.join(timeout=1)
        if process.stdout:
            process.stdout.close()
    if late.is_set() or process.returncode == _OUT_OF_TIME:
        raise TookTooLong
    return answer


def _limit_work(pid: int, seconds: float) -> None:
    """Hold a program to so much processor time, where the system lets us (Linux)."""
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):  # it is gone already
            resource.prlimit(pid, resource.RLIMIT_CPU, (ceil(seconds), ceil(seconds) + 1))


def _feed(process: "subprocess.Popen[bytes]", given: bytes) -> None:
    """A program that stops listening, or never began, is no trouble of ours."""
    assert process.stdin
    with suppress(OSError, ValueError):
        process.stdin.write(given)
    with suppress(OSError, ValueError):
        process.stdin.close()


def _ask(command: list[str]) -> str:
    try:
        return run(command, b"", _ASK_SECONDS, 100_000).decode("utf-8", "replace")
    except TookTooLong:
        raise OSError("no answer") from None


def _environment() -> dict[str, str]:
    """One thread: the workers share the cores among themselves."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}


def _stamp(file: Path) -> str:
    """What changes when the file does, without reading all of it."""
    try:
        found = file.stat()
    except OSError:
        return "-"
    return f"{found.st_size}-{found.st_mtime_ns}"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Word:
    """One word of the table, and which line it stands on."""

    line: tuple[str, ...]
    seen: Seen


def words_of(table: str, size: tuple[int, int]) -> Iterator[_Word]:
    """The words of Tesseract's table; rows that make no sense are passed over."""
    for row in table.splitlines()[:_MOST_WORDS]:
        columns = row.split("\t")
        if len(columns) != _COLUMNS or columns[0] != "5":
            continue
        try:
            left, top, width, height = (int(column) for column in columns[6:10])
            confidence = float(columns[10]) / 100
        except ValueError:
            continue
        text = clean(columns[11])
        inside = 0 <= left <= left + width <= size[0] and 0 <= top <= top + height <= size[1]
        if text and inside and 0 <= confidence <= 1:
            box = (float(left), float(top), float(left + width), float(top + height))
            yield _Word(line=tuple(columns[1:5]), seen=Seen(text, confidence, box))


def pieces(words: Iterable[_Word]) -> list[Seen]:
    """Words of a line that stand together, as one; as sure as the least sure of them."""
    found: list[Seen] = []
    for _, on_line in groupby(words, key=lambda word: word.line):
        last: Seen | None = None
        for word in on_line:
            if last and word.seen.box[0] - last.box[2] <= _WIDE_GAP * (word.seen.box[3] - word.seen.box[1]):
                last = _joined(last, word.seen)
                found[-1] = last
            else:
                last = word.seen
                found.append(last)
    return found


def _joined(first: Seen, second: Seen) -> Seen:
    a, b = first.box, second.box
    box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
    return Seen(f"{first.text} {second.text}", min(first.confidence, second.confidence), box)
