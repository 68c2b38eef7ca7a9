"""How far a run over many dossiers is: one line that keeps changing on a terminal, a line for each dossier in a log."""

import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from dossiercheck.batch import Moment, Watch
from dossiercheck.findings import DossierLine
from dossiercheck.reports import fitted, label

_REDRAW_SECONDS = 0.2


@contextmanager
def watching(lang: str, quiet: bool, called: Mapping[str, str]) -> Iterator[Watch]:
    """Something to call with each moment of a run. `called`: what dossiers are called here, if not by their name."""
    if quiet:
        yield lambda moment: None
    elif sys.stderr.isatty():
        with _live(lang, called) as watch:
            yield watch
    else:
        yield lambda moment: _log(moment, lang, called)


def _log(moment: Moment, lang: str, called: Mapping[str, str]) -> None:
    if moment.finished is not None:
        _say(finished(moment, lang, called) + "\n")


@contextmanager
def _live(lang: str, called: Mapping[str, str]) -> Iterator[Watch]:
    drawn = 0.0

    def watch(moment: Moment) -> None:
        nonlocal drawn
        now = time.monotonic()
        if now - drawn >= _REDRAW_SECONDS or moment.done == moment.total:
            drawn = now
            _say("\r\x1b[K" + running(moment, lang, called, shutil.get_terminal_size().columns - 1))

    try:
        yield watch
    finally:
        _say("\r\x1b[K")


def finished(moment: Moment, lang: str, called: Mapping[str, str]) -> str:
    """A dossier that is done: its place in the row, name, verdict, and how long it took."""
    record = moment.finished
    assert record is not None
    key = "batch-line" if record.seconds else "batch-kept"
    return label(
        key,
        lang,
        done=moment.done,
        total=moment.total,
        name=called.get(record.line.name, record.line.name),
        verdict=_verdict(record.line, lang),
        seconds=round(record.seconds, 1),
    )


def _verdict(line: DossierLine, lang: str) -> str:
    if line.error is not None:
        return line.error.in_language(lang)
    return label(f"verdict-{line.verdict.value if line.verdict else 'not-judged'}", lang).lower()


def running(moment: Moment, lang: str, called: Mapping[str, str], width: int) -> str:
    """Done, to do, the time left, and what has been at work longest: its name comes last and gives way."""
    left = _duration(moment.left, lang) if moment.left is not None and moment.done < moment.total else None
    told = label("batch-running", lang, done=moment.done, waiting=moment.total - moment.done, left=left)
    if moment.busy:
        slowest = moment.busy[0]
        told += label(
            "batch-slowest",
            lang,
            seconds=int(time.monotonic() - slowest.since),
            file=min(slowest.done + 1, slowest.total) or None,
            files=slowest.total or None,
            name=called.get(slowest.name, slowest.name),
        )
    return fitted(told, width)


def _duration(seconds: float, lang: str) -> str:
    if seconds < 90:
        return label("batch-seconds", lang, count=max(1, round(seconds)))
    return label("batch-minutes", lang, count=round(seconds / 60))


def _say(text: str) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()
