"""The process that judges dossiers, one after another, each read by a reader process of its own that stays alive.

It is started by `slot.py` and takes its orders on standard input: first everything that was asked, then a line for
each dossier. It ends with its parent. Reports are written here, so that judging and writing use all cores.
"""

import base64
import gc
import json
import os
import pickle
import signal
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dossiercheck.batch.candidates import Candidate
from dossiercheck.batch.fingerprint import contents_of
from dossiercheck.batch.record import Record, dump, line_of, record_of
from dossiercheck.batch.storage import REPORTS, Store
from dossiercheck.batch.traces import unnamed
from dossiercheck.errors import DossiercheckError
from dossiercheck.findings import DossierLine, Severity, Wording
from dossiercheck.options import CheckOptions

if TYPE_CHECKING:
    from dossiercheck.readers import Crew

TICK_SECONDS = 0.25
HEARTBEAT_SECONDS = 5.0
NOTHING_JUDGED = 2
_NO_REASON = Wording(
    nl="Dit dossier kon niet worden beoordeeld; waarom staat in een overzicht zonder --share.",
    en="This dossier could not be judged; an overview without --share says why.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """Everything that a run asks, the same for each dossier."""

    options: CheckOptions
    store: Store
    settings: str
    lang: str
    only: Severity | None
    share: bool
    """Tell no names; keep no record."""
    ocr_lock: str
    """A file that is locked while pages are read by OCR: that uses all cores by itself."""


def main() -> None:
    """Take what is asked, then dossiers, until the parent closes the pipe."""
    gc.set_threshold(50_000, 20, 20)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when it is over
    orders = os.fdopen(os.dup(0), "rb")
    answers = _Answers(os.fdopen(os.dup(1), "wb"))
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    asked: Asked = pickle.loads(base64.b64decode(orders.readline()))
    from dossiercheck.readers import Crew

    threading.Thread(target=answers.beat, daemon=True).start()
    with Crew(turn=_FileTurn(asked.ocr_lock)) as crew:
        for order in orders:
            path, name, slug = json.loads(order)
            candidate = Candidate(path=Path(path), name=name, slug=slug)
            record = judge(candidate, asked, crew, _Ticker(answers))
            answers.say({"record": dump(record).decode()})


def judge(candidate: Candidate, asked: Asked, crew: "Crew", tick: "_Ticker") -> Record:
    """Judge one dossier and write its reports. Whatever goes wrong with it is its own record."""
    contents = contents_of(candidate.path)
    try:
        return _judge(candidate, asked, crew, tick, contents)
    except DossiercheckError as error:
        if asked.share:
            return _unjudged(candidate, asked, contents, _NO_REASON)
        why = Wording(nl=_named(error.nl, candidate), en=_named(error.en, candidate))
    except Exception as error:  # a fault of ours costs this dossier its report, never the others theirs
        kind = type(error).__name__
        why = Wording(
            nl=f"Er ging iets mis in het programma zelf ({kind}); dit dossier is niet beoordeeld.",
            en=f"Something went wrong in the program itself ({kind}); this dossier was not judged.",
        )
    return _unjudged(candidate, asked, contents, why)


def _named(sentence: str, candidate: Candidate) -> str:
    """A sentence that calls the dossier by its name, where it calls it by its path."""
    path = str(candidate.path)
    if sentence.startswith(path):
        return candidate.name + sentence[len(path) :]
    return sentence.replace(path, candidate.name) if os.sep in path else sentence


def _unjudged(candidate: Candidate, asked: Asked, contents: str, why: Wording) -> Record:
    asked.store.forget(candidate.slug)
    line = DossierLine(name=candidate.name, exit_code=NOTHING_JUDGED, error=why)
    return Record(contents=contents, settings=asked.settings, set_sha256="", written={}, line=line)


def _judge(candidate: Candidate, asked: Asked, crew: "Crew", tick: "_Ticker", contents: str) -> Record:
    from dossiercheck.desk import shared
    from dossiercheck.pipeline import check_dossier
    from dossiercheck.reports import render

    options = replace(asked.options, pictures=not asked.share, jobs=1)
    judged = check_dossier(candidate.path, options, tick, crew)
    report = replace(shared(judged), dossier=candidate.name) if asked.share else judged
    written = {}
    for format in ("json", "html"):
        name = f"{REPORTS}/{candidate.slug}.{format}"
        # The JSON is the whole account, whatever is shown: other programs and later runs rely on it.
        only = asked.only if format == "html" else None
        rendered = render(report, format, lang=asked.lang, only=only)
        data = rendered if isinstance(rendered, bytes) else rendered.encode("utf-8")
        written[name] = asked.store.write(name, data)
    page, data_name = f"{REPORTS}/{candidate.slug}.html", f"{REPORTS}/{candidate.slug}.json"
    line = line_of(report, candidate.name, page=page, data=data_name)
    record = record_of(judged, line, contents=contents, settings=asked.settings, written=written)
    if asked.share:
        return replace(record, traces=unnamed(record.traces, judged))
    asked.store.keep(candidate.slug, record)
    return record


class _Ticker:
    """Tells the parent how far a dossier is, a few times a second at most."""

    def __init__(self, answers: "_Answers") -> None:
        self._answers = answers
        self._last = 0.0

    def __call__(self, done: int, total: int, path: str) -> None:
        now = time.monotonic()
        if now - self._last >= TICK_SECONDS or done == total:
            self._last = now
            self._answers.say({"done": done, "total": total})


class _Answers:
    """The pipe to the parent: a line for each message."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def say(self, message: dict[str, object]) -> None:
        line = json.dumps(message).encode() + b"\n"
        try:
            with self._lock:
                self._pipe.write(line)
                self._pipe.flush()
        except OSError:
            os._exit(0)  # the parent is gone

    def beat(self) -> None:
        """A sign of life now and then, with the work done so far: waiting for others is no standstill, a circle is."""
        while True:
            self.say({"worked": time.process_time()})
            time.sleep(HEARTBEAT_SECONDS)


class _FileTurn:
    """A turn that processes take one after another. Where files cannot be locked, everybody goes at once."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._held: list[int] = []

    def __enter__(self) -> None:
        if sys.platform != "win32":
            import fcntl

            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            self._held.append(descriptor)

    def __exit__(self, *_: object) -> None:
        while self._held:
            os.close(self._held.pop())
