"""Which worker reads which file next: each keeps to the kinds it has loaded the libraries for, until helping pays."""

import threading
import time
from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from dossiercheck.intake import DossierFile
from dossiercheck.readers.opening import open_regular

_PEEK = 4 * 2**20
_PATIENCE = 0.05
"""Seconds."""


class Family(StrEnum):
    """Kinds of files by the libraries that they need."""

    SEALED = "sealed"
    PLAIN = "plain"
    TABLE = "table"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Cost:
    """Seconds, roughly: only their proportion matters."""

    load: float
    file: float


_COSTS = {
    Family.SEALED: _Cost(load=1.5, file=0.08),
    Family.TABLE: _Cost(load=0.5, file=0.05),
    Family.PLAIN: _Cost(load=0.1, file=0.02),
}


class Plan:
    """The files still to be read. Safe to be asked by several threads."""

    def __init__(self) -> None:
        self._waiting: dict[Family, deque[int]] = {family: deque() for family in Family}
        self._loaded: dict[int, set[Family]] = {}
        self._lock = threading.Lock()
        self.size = 0

    def add(self, index: int, file: DossierFile) -> None:
        self._waiting[family_of(file)].append(index)
        self.size += 1

    def next_for(self, worker: int) -> int | None:
        """The index of the next file for `worker`; None when nothing is left.

        A worker that would have to load what another has loaded waits as long as that would take, and helps if there
        is still work then (the other may be stuck on a slow file).
        """
        waited = 0.0
        while True:
            with self._lock:
                if not any(self._waiting.values()):
                    return None
                family = self._choice(worker, waited)
                if family is not None:
                    self._loaded.setdefault(worker, set()).add(family)
                    return self._waiting[family].popleft()
            time.sleep(_PATIENCE)
            waited += _PATIENCE

    def _choice(self, worker: int, waited: float) -> Family | None:
        mine = self._loaded.get(worker, set())
        taken = set().union(*self._loaded.values())
        waiting = [family for family in Family if self._waiting[family]]
        dear_first = sorted(waiting, key=lambda family: -self._work(family))
        for family in dear_first:
            if family in mine and family is not Family.PLAIN:
                return family
        for family in dear_first:
            if family not in taken:
                return family
        for family in dear_first:
            if family in mine or max(waited, self._remaining(family)) > _COSTS[family].load:
                return family
        return None

    def _work(self, family: Family) -> float:
        return _COSTS[family].load + self._remaining(family)

    def _remaining(self, family: Family) -> float:
        return len(self._waiting[family]) * _COSTS[family].file


def family_of(file: DossierFile) -> Family:
    """A guess at what reading it will need, from its first and last bytes; wrong guesses cost only time."""
    try:
        with open_regular(file.source) as opened:
            head = opened.read(1024)
            if head.startswith(b"PK"):
                return Family.TABLE
            if b"%PDF-" not in head:
                return Family.PLAIN
            opened.seek(max(0, file.size - _PEEK))
            return Family.SEALED if b"/ByteRange" in opened.read(_PEEK) else Family.PLAIN
    except OSError:
        return Family.PLAIN
