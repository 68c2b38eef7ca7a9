"""Whole runs for tests: dossiers checked and commands run in this process, each paper read once."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, ClassVar
from unittest import mock

from dossiercheck import documents, judgement, pipeline
from dossiercheck.cache import Store
from dossiercheck.cli import main
from dossiercheck.documents import Document, Vocabulary
from dossiercheck.findings import Reason, Report
from dossiercheck.intake import DossierFile
from dossiercheck.pipeline import CheckOptions, check_dossier
from dossiercheck.readers import Content, PdfContent, Progress, Reading, ReadSettings, Unread
from dossiercheck.readers.file import is_table_name, read_file
from dossiercheck.readers.refusals import fingerprint, reading_of_problem
from dossiercheck.tender import Subtender, installed_sets, load_set
from dossiercheck.trust import TrustAnchors, builtin_anchors, load_anchors, merge

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_dossiers"
TRUST = SAMPLES / "trust"
ON = date(2024, 6, 1)

_READ: dict[tuple[bytes, bool, tuple[datetime, int] | None], Reading] = {}


class ReadHere:
    """A `ReaderPool` without workers. What bears no signature reads the same whatever the moment and the anchors."""

    seals_judged_at: ClassVar[datetime | None] = None
    """A moment for all seals, where a test is about another day than theirs and wants to be quick."""

    def __init__(self, settings: ReadSettings, crew: object = None, store: Store | None = None) -> None:
        self._settings = replace(settings, now=self.seals_judged_at or settings.now)
        self._files: tuple[DossierFile, ...] = ()

    def __enter__(self) -> ReadHere:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def start(self, files: Sequence[DossierFile]) -> None:
        self._files = tuple(files)

    def results(self, progress: Progress | None = None) -> Iterator[tuple[DossierFile, Reading]]:
        for file in self._files:
            yield file, reading_of_problem(file) if file.problem else self._read(file)

    def _read(self, file: DossierFile) -> Reading:
        data = file.source.read_bytes()
        judged = (self._settings.now, len(self._settings.anchors.anchors)) if b"/ByteRange" in data else None
        key = hashlib.sha256(data).digest(), is_table_name(file.path), judged
        if key not in _READ:
            _READ[key] = self._read_as_workers_do(file, key[1])
        return _READ[key]

    def _read_as_workers_do(self, file: DossierFile, as_table: bool) -> Reading:
        """What a library raises costs this file only."""
        try:
            return read_file(file.source, as_table=as_table, settings=self._settings)
        except Exception as error:
            unread = Unread(reason=Reason.UNREADABLE, say="file-reader-failed", values={"error": type(error).__name__})
            return Reading(sha256=fingerprint(file), size=file.size, content=unread)


_RECOGNISED: dict[tuple[str, str], list[tuple[Vocabulary, Document]]] = {}


def recognise_once(file: str, sha256: str, size: int, content: Content, vocabulary: Vocabulary) -> Document:
    """`documents.recognise`, once for a name, bytes and words: all else it knows is what the seal was judged to be."""
    kept = _RECOGNISED.setdefault((file, sha256), [])
    seal = content.seal if isinstance(content, PdfContent) else None
    for words, known in kept:
        if words == vocabulary and (seal is None or seal == known.seal):
            return known
    document = documents.recognise(file, sha256, size, content, vocabulary)
    kept.append((vocabulary, document))
    return document


@cache
def _shipped(name: str) -> Subtender:
    return load_set(name)


def load_once(name_or_file: str, on: date | None = None) -> Subtender:
    """A set that comes with the program is read once; a file anew each time."""
    return _shipped(name_or_file) if name_or_file in installed_sets() else load_set(name_or_file, on)


@contextlib.contextmanager
def reading_here() -> Iterator[None]:
    """No worker processes: every file is read in this one, and once."""
    with (
        mock.patch.object(pipeline, "ReaderPool", ReadHere),
        mock.patch.object(judgement, "recognise", recognise_once),
        mock.patch.object(judgement, "load_set", load_once),
    ):
        yield


@cache
def sample_anchors() -> TrustAnchors:
    """The anchors of the program and those of the samples."""
    return merge([builtin_anchors(), load_anchors(TRUST)])


def checked(folder: Path, on: date = ON, requirements: str | None = None, **overrides: Any) -> Report:
    """The report on a dossier, read in this process."""
    with reading_here():
        return check_dossier(
            folder, CheckOptions(on=on, anchors=sample_anchors(), requirements=requirements, overrides=overrides)
        )


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def dossiercheck(*arguments: object) -> Ran:
    """Run a command line in this process, with the files read here."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with (
        reading_here(),
        mock.patch.object(sys, "argv", ["dossiercheck", *map(str, arguments)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Ran(code=code, out=out.getvalue(), err=err.getvalue())


def check(folder: Path, *arguments: object, on: date = ON, lang: str = "en") -> Ran:
    """`dossiercheck check` of a sample, trusting the samples' authority."""
    return dossiercheck("check", folder, "--trust", TRUST, "--on", on.isoformat(), "--lang", lang, *arguments)
