"""Many dossiers, judged side by side: what still holds is taken over, the rest shared out among the slots."""

import os
import queue
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dossiercheck.batch.candidates import Candidate
from dossiercheck.batch.fingerprint import contents_of, settings_of
from dossiercheck.batch.record import Record
from dossiercheck.batch.slot import Slot, given_up
from dossiercheck.batch.storage import Store
from dossiercheck.batch.worker import Asked
from dossiercheck.errors import DossiercheckError
from dossiercheck.findings import Severity
from dossiercheck.options import CheckOptions
from dossiercheck.tender import load_set


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What a run is to do."""

    options: CheckOptions
    store: Store
    lang: str
    only: Severity | None = None
    share: bool = False
    """Results that tell no names; never together with `resume`."""
    resume: bool = False
    """Take over what an earlier run finished and what still holds."""

    @property
    def settings(self) -> str:
        return settings_of(self.options, self.lang, str(self.only))


@dataclass(frozen=True, kw_only=True, slots=True)
class Busy:
    """A dossier that is being judged."""

    name: str
    since: float
    """`time.monotonic()`."""
    done: int = 0
    total: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """How far a run is. `finished` is the dossier that has just been done; None in between."""

    done: int
    taken_over: int
    total: int
    busy: tuple[Busy, ...]
    elapsed: float
    """Seconds."""
    left: float | None
    """Seconds, roughly; None while there is nothing to go by."""
    finished: Record | None = None


Watch = Callable[[Moment], None]
_PATIENCE = 0.5
"""Seconds between two looks at a run in which nothing happens."""


def run(candidates: Sequence[Candidate], plan: Plan, watch: Watch) -> tuple[Record, ...]:
    """Judge them all; records in the order given. Raises OutputError. Interrupted, it ends its workers."""
    plan.store.prepare(share=plan.share)
    if not plan.share:
        plan.store.forget_others({candidate.slug for candidate in candidates})
    with tempfile.TemporaryDirectory(prefix="dossiercheck-") as folder:
        asked = Asked(
            options=plan.options,
            store=plan.store,
            settings=plan.settings,
            lang=plan.lang,
            only=plan.only,
            share=plan.share,
            ocr_lock=str(Path(folder) / "ocr"),
        )
        return _Run(candidates, plan, asked, watch).results()


class _Run:
    """One run: a thread per slot takes candidates from a queue."""

    def __init__(self, candidates: Sequence[Candidate], plan: Plan, asked: Asked, watch: Watch) -> None:
        self._candidates = candidates
        self._plan = plan
        self._watch = watch
        wanted = plan.options.jobs or os.cpu_count() or 1
        self._slots = [Slot(asked) for _ in range(max(1, min(wanted, len(candidates))))]
        self._waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[int, Record, bool]] = queue.SimpleQueue()
        self._busy: dict[int, Busy] = {}
        self._started = time.monotonic()
        self._closed = False

    def results(self) -> tuple[Record, ...]:
        for index in range(len(self._candidates)):
            self._waiting.put(index)
        threads = [threading.Thread(target=self._serve, args=(slot,), daemon=True) for slot in self._slots]
        try:
            for thread in threads:
                thread.start()
            found = dict(self._collect())
        finally:
            self._closed = True
            for slot in self._slots:
                slot.kill()
        for thread in threads:
            thread.join(timeout=10)
        return tuple(found[index] for index in range(len(self._candidates)))

    def _collect(self) -> Iterator[tuple[int, Record]]:
        done = taken_over = 0
        while done < len(self._candidates):
            try:
                index, record, was_kept = self._done.get(timeout=_PATIENCE)
            except queue.Empty:
                self._watch(self._moment(done, taken_over, None))
                continue
            done += 1
            taken_over += was_kept
            self._watch(self._moment(done, taken_over, record))
            yield index, record

    def _moment(self, done: int, taken_over: int, finished: Record | None) -> Moment:
        elapsed = time.monotonic() - self._started
        judged = done - taken_over
        left = elapsed / judged * (len(self._candidates) - done) if judged else None
        busy = tuple(sorted(self._busy.copy().values(), key=lambda one: one.since))
        return Moment(
            done=done,
            taken_over=taken_over,
            total=len(self._candidates),
            busy=busy,
            elapsed=elapsed,
            left=left,
            finished=finished,
        )

    def _serve(self, slot: Slot) -> None:
        while not self._closed:
            try:
                index = self._waiting.get_nowait()
            except queue.Empty:
                return
            candidate = self._candidates[index]
            kept = self._kept(candidate) if self._plan.resume else None
            if kept is not None:
                self._done.put((index, kept, True))
                continue
            started = time.monotonic()
            self._busy[index] = Busy(name=candidate.name, since=started)

            def tick(done: int, total: int, index: int = index) -> None:
                self._busy[index] = replace(self._busy[index], done=done, total=total)

            try:
                record = slot.judge(candidate, tick)
            except Exception as error:  # a fault of ours must not leave everybody waiting
                record = given_up(candidate, self._plan.settings, type(error).__name__)
            del self._busy[index]
            self._done.put((index, replace(record, seconds=time.monotonic() - started), False))

    def _kept(self, candidate: Candidate) -> Record | None:
        """What an earlier run found, where neither the dossier nor anything that was asked has changed."""
        record = self._plan.store.kept(candidate.slug)
        if record is None or record.settings != self._plan.settings or record.line.name != candidate.name:
            return None
        if not record.contents or record.contents != contents_of(candidate.path):
            return None
        rules = self._plan.options.requirements or record.line.set_id
        return record if record.set_sha256 == _set_hash(rules) else None


@lru_cache(maxsize=64)
def _set_hash(rules: str) -> str:
    try:
        return load_set(rules).sha256
    except DossiercheckError:
        return ""
