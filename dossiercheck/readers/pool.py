"""Files are read by a few worker processes; a file that breaks its worker costs itself only.

What was read before is taken from the cache, and what is there twice is read once; workers are started for the rest. A
thread per worker hands it one file at a time. Workers keep to the kinds of files they have loaded the libraries for:
importing pyHanko takes longer than judging ten seals.
"""

import os
import queue
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple, Protocol, Self, runtime_checkable

from dossiercheck.cache import Store
from dossiercheck.findings import Reason, Value
from dossiercheck.intake import DossierFile
from dossiercheck.readers import codec
from dossiercheck.readers.content import Content, Reading, Unread
from dossiercheck.readers.file import is_table_name
from dossiercheck.readers.kept import KeptReadings
from dossiercheck.readers.pieces import PieceJob, uncut
from dossiercheck.readers.plan import Plan
from dossiercheck.readers.process import Failure, Turn, WorkerProcess
from dossiercheck.readers.refusals import fingerprint, reading_of_problem
from dossiercheck.readers.settings import ReadSettings
from dossiercheck.readers.worker import Job

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the path just done."""
_LOOK_SECONDS = 0.3


class Busy(NamedTuple):
    """A file that is being read now."""

    path: str
    ocr_pages: int
    """Pages that are read by OCR now; 0 before that, or without."""


@runtime_checkable
class Waits(Protocol):
    """A Progress that also wants to know what is being read."""

    def waiting(self, done: int, total: int, busy: tuple[Busy, ...]) -> None:
        """Called now and then while no file gets done."""


class Crew:
    """Worker processes that outlive a pool, for one dossier after another. A context manager: leaving it ends them."""

    def __init__(self, turn: Turn | None = None) -> None:
        """`turn` is held while pages are read by OCR; None: a lock among the workers of this crew."""
        self.workers: dict[int, WorkerProcess] = {}
        self.turn: Turn = turn or threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.dismiss()

    def dismiss(self) -> None:
        """End all workers, busy or not."""
        workers, self.workers = self.workers, {}
        for worker in workers.values():
            worker.kill()


class ReaderPool:
    """Reads files in the background. A context manager: leaving it ends its workers at once, but for a lent crew's."""

    def __init__(self, settings: ReadSettings, crew: Crew | None = None, store: Store | None = None) -> None:
        """`store` is where readings are kept; None: nowhere."""
        self._settings = settings
        self._kept = KeptReadings(store, settings) if store else None
        self._lent = crew is not None
        self._crew = crew or Crew()
        self._done: queue.SimpleQueue[tuple[int, Reading]] = queue.SimpleQueue()
        self._files: tuple[DossierFile, ...] = ()
        self._twins: dict[int, list[int]] = {}
        """Files that hold the same bytes as an earlier one, by that one's index."""
        self._hashes: dict[int, str] = {}
        self._busy: dict[int, Busy] = {}
        self._workers = self._crew.workers
        self._lock = threading.Lock()
        self._closed = False
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lent = self._lent and kind is None  # after a failure some may still be busy
        self.close()

    def start(self, files: Sequence[DossierFile]) -> None:
        """Start reading; returns at once. Once per pool."""
        self._files = tuple(files)
        self._run(self._begin)

    def _run(self, what: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=what, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _begin(self) -> None:
        """Hand on what is known already, and start workers for the rest."""
        plan = Plan()
        for index in self._to_read():
            plan.add(index, self._files[index])
        for number in range(min(self._wanted, plan.size)):
            self._start_worker(number)
            self._run(self._serve, number, plan)

    def _to_read(self) -> Iterator[int]:
        """The files that are to be read: no problem, not kept, and of several with the same bytes the first."""
        seen: dict[tuple[str, bool], int] = {}
        sizes = Counter(file.size for file in self._files)
        for index, file in enumerate(self._files):
            if self._closed:
                return
            if file.problem is not None:
                self._done.put((index, reading_of_problem(file)))
                continue
            sha256 = fingerprint(file) if self._kept or sizes[file.size] > 1 else ""
            same = sha256, is_table_name(file.path)
            if sha256 and same in seen:
                self._twins.setdefault(seen[same], []).append(index)
            elif sha256 and self._kept and (reading := self._kept.find(*same)):
                self._done.put((index, reading))
            else:
                self._hashes[index] = sha256
                seen.setdefault(same, index)
                yield index

    def results(self, on_progress: Progress | None = None) -> Iterator[tuple[DossierFile, Reading]]:
        """Every file once with its reading, as they come."""
        total = len(self._files)
        for done in range(1, total + 1):
            index, reading = self._next(done - 1, on_progress)
            file = self._files[index]
            if on_progress:
                on_progress(done, total, file.path)
            yield file, reading

    def _next(self, done: int, on_progress: Progress | None) -> tuple[int, Reading]:
        while isinstance(on_progress, Waits):
            on_progress.waiting(done, len(self._files), tuple(self._busy.copy().values()))
            with suppress(queue.Empty):
                return self._done.get(timeout=_LOOK_SECONDS)
        return self._done.get()

    def pieces(self, jobs: Sequence[PieceJob]) -> tuple[tuple[bytes, ...], ...]:
        """Pieces of pages as PNG, job by job; empty where one could not be made. To be asked after all results."""
        found: list[tuple[bytes, ...]] = [(b"",) * len(job.pieces) for job in jobs]
        waiting = iter(range(len(jobs)))

        def serve(number: int) -> None:
            while not self._closed:
                with self._lock:
                    index = next(waiting, None)
                if index is None:
                    return
                answer = self._ask(number, jobs[index])
                if not isinstance(answer, Failure):
                    found[index] = uncut(answer, len(jobs[index].pieces))

        threads = [threading.Thread(target=serve, args=(n,), daemon=True) for n in range(min(self._wanted, len(jobs)))]
        for number, thread in enumerate(threads):
            self._start_worker(number)
            thread.start()
        for thread in threads:
            thread.join()
        return tuple(found)

    def close(self) -> None:
        """End all workers, busy or not; a lent crew lives on."""
        with self._lock:
            self._closed = True
        if not self._lent:
            self._crew.dismiss()
        for thread in self._threads:
            thread.join(timeout=5)

    def _serve(self, number: int, plan: Plan) -> None:
        """What one thread does: take a file, have it read, hand on the reading."""
        while not self._closed:
            index = plan.next_for(number)
            if index is None:
                return
            reading = self._read_surely(number, index)
            self._done.put((index, reading))
            for twin in self._twins.get(index, ()):
                same = reading.sha256 == self._hashes[index]
                self._done.put((twin, reading if same else self._read_surely(number, twin)))

    def _read_surely(self, number: int, index: int) -> Reading:
        file = self._files[index]
        try:
            return self._read(number, file)
        except Exception as error:  # a mistake of ours must not leave the reader waiting
            return _unread(file, Reason.INTERNAL_ERROR, "file-reader-failed", error=type(error).__name__)

    def _read(self, number: int, file: DossierFile) -> Reading:
        job = Job(source=file.source, as_table=is_table_name(file.path))
        self._busy[number] = Busy(file.path, 0)
        answer = self._ask(number, job, lambda pages: self._busy.update({number: Busy(file.path, pages)}))
        self._busy.pop(number, None)
        if isinstance(answer, Failure):
            return self._failed(file, answer)
        try:
            reading = codec.decode(answer)
        except codec.NotAReading:
            return _unread(file, Reason.UNSAFE_FILE, "file-reader-died", limit_mib=self._memory_mib)
        if not reading.sha256:
            return _with_fingerprint(file, reading.content)
        if self._kept:
            self._kept.keep(reading, answer, job.as_table)
        return reading

    def _ask(self, number: int, job: Job | PieceJob, on_ocr: Callable[[int], None] | None = None) -> bytes | Failure:
        """Ask the worker. One that died on a later file than its first gets a second chance, as a fresh process."""
        worker = self._workers[number]
        for last in (False, True):
            fresh = worker.read == 0
            answer = worker.ask(job, on_ocr)
            if not isinstance(answer, Failure):
                return answer
            worker = self._replace(number)
            if last or fresh or answer not in (Failure.DIED, Failure.TOO_LARGE) or self._closed:
                break
        return answer

    def _start_worker(self, number: int) -> None:
        """Unless the crew has one."""
        with self._lock:
            if number not in self._workers and not self._closed:
                self._workers[number] = WorkerProcess(self._settings, self._crew.turn)

    def _replace(self, number: int) -> WorkerProcess:
        with self._lock:
            if not self._closed:
                self._workers[number] = WorkerProcess(self._settings, self._crew.turn)
            return self._workers[number]

    @property
    def _wanted(self) -> int:
        return self._settings.jobs or os.cpu_count() or 1

    @property
    def _memory_mib(self) -> int:
        return self._settings.limits.memory_bytes // 2**20

    def _failed(self, file: DossierFile, failure: Failure) -> Reading:
        match failure:
            case Failure.TOO_SLOW:
                return _unread(
                    file, Reason.UNSAFE_FILE, "file-reader-too-slow", limit_seconds=self._settings.limits.seconds
                )
            case Failure.TOO_LARGE:
                return _unread(file, Reason.UNSAFE_FILE, "file-reader-too-large", limit_mib=self._memory_mib)
            case Failure.DIED:
                return _unread(file, Reason.UNSAFE_FILE, "file-reader-died", limit_mib=self._memory_mib)
            case Failure.NOT_STARTED:
                return _unread(file, Reason.INTERNAL_ERROR, "file-reader-not-started")


def read_files(
    files: Sequence[DossierFile],
    settings: ReadSettings,
    on_progress: Progress | None = None,
    store: Store | None = None,
) -> tuple[tuple[DossierFile, Reading], ...]:
    """Read all files, and return them in the order given."""
    with ReaderPool(settings, store=store) as pool:
        pool.start(files)
        readings = {file.path: reading for file, reading in pool.results(on_progress)}
    return tuple((file, readings[file.path]) for file in files)


def _unread(file: DossierFile, reason: Reason, say: str, **values: Value) -> Reading:
    return _with_fingerprint(file, Unread(reason=reason, say=say, values=values))


def _with_fingerprint(file: DossierFile, content: Content) -> Reading:
    """A reading whose worker could not tell the hash."""
    return Reading(sha256=fingerprint(file), size=file.size, content=content)
