"""How far a check is, on one line of standard error that keeps changing; only on a terminal."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dossiercheck.reports import fitted

if TYPE_CHECKING:
    from dossiercheck.readers import Busy

_REDRAW_SECONDS = 0.1
_CLEAR = "\r\x1b[K"
_WORDS = {
    "nl": ("{done} van {total} bestanden gelezen", "{pages} blz. tekstherkenning: {path}", "medewerkers beoordelen"),
    "en": ("{done} of {total} files read", "recognising text, {pages} p.: {path}", "judging the employees"),
}


@contextmanager
def progress_line(quiet: bool, lang: str = "en") -> "Iterator[ProgressLine | None]":
    """A line to tell how far it is; None where nobody would see it. It is wiped at the end, however that comes."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    try:
        yield ProgressLine(lang)
    finally:
        _write(_CLEAR)


class ProgressLine:
    """Files done, the slow steps that are under way, and then the persons."""

    def __init__(self, lang: str) -> None:
        self._files, self._slow, self._judging = _WORDS["nl" if lang == "nl" else "en"]
        self._drawn = 0.0

    def __call__(self, done: int, total: int, path: str) -> None:
        """A file is done."""
        now = time.monotonic()
        if done == total:
            self._draw(f"{self._files.format(done=done, total=total)} · {self._judging} …")
        elif now - self._drawn >= _REDRAW_SECONDS:
            self._drawn = now
            self._draw(self._files.format(done=done, total=total))

    def waiting(self, done: int, total: int, busy: "tuple[Busy, ...]") -> None:
        """No file got done for a while: say what takes so long."""
        steps = [self._slow.format(pages=one.ocr_pages, path=one.path) for one in busy if one.ocr_pages]
        steps = steps or [one.path for one in busy]
        self._draw(" · ".join([self._files.format(done=done, total=total), *steps[:2]]))

    def _draw(self, text: str) -> None:
        shown = "".join(letter if letter.isprintable() else "?" for letter in text)
        _write(_CLEAR + fitted(shown, max(10, shutil.get_terminal_size().columns - 1)))


def _write(text: str) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()
