"""The hostile set in one dossier, among clean files: nothing crashes, hangs or spoils another file's judgement."""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dossiercheck import pipeline
from dossiercheck.findings import Report, SubjectKind
from dossiercheck.pipeline import CheckOptions, check_dossier
from dossiercheck.readers import ReadLimits, ReadSettings
from dossiercheck.readers import pool as pool_module
from tests import hostile
from tests.whole import ON, SAMPLES, sample_anchors

LIMITS = ReadLimits(seconds=10, memory_bytes=400 * 2**20, ocr_seconds=5)
"""Shorter than the program's: the mechanism is the same (`tests/bench/hostile.py` runs with its own)."""
GRACE = 5.0


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(SAMPLES / "clean", root / "clean")
    shutil.copytree(SAMPLES / "clean", root / "mixed")
    number = hostile.build(root / "mixed" / "personeel" / "zz")
    assert number >= 60
    return root


def report(folder: Path) -> Report:
    return check_dossier(folder, CheckOptions(on=ON, anchors=sample_anchors(), requirements="twente-personnel"))


@pytest.mark.skipif(sys.platform != "linux", reason="names and links as Linux has them")
def test_nothing_crashes_and_nobody_else_is_touched(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    took: list[tuple[str, float]] = []

    class Timed(pool_module.WorkerProcess):
        def ask(self, job: pool_module.Job, on_ocr: object = None) -> object:  # type: ignore[override]
            started = time.monotonic()
            try:
                return super().ask(job, on_ocr)  # type: ignore[arg-type]
            finally:
                took.append((job.source.name, time.monotonic() - started))

    monkeypatch.setattr(pool_module, "WorkerProcess", Timed)
    now = datetime(2024, 6, 1, 23, 59, 59, tzinfo=UTC)
    monkeypatch.setattr(
        pipeline, "_settings", lambda options: ReadSettings(now=now, anchors=options.anchors, limits=LIMITS, jobs=2)
    )
    before, after = report(place / "clean"), report(place / "mixed")

    uses = {use.file: use for use in after.documents}
    assert len(uses) == len(after.documents)
    assert all(uses[use.file] == use for use in before.documents)
    assert {use.problem for use in after.documents if use.employee is None} - {None}

    def of_people(one: Report) -> Counter[str]:
        return Counter(repr(f) for f in one.findings if f.subject.kind is SubjectKind.EMPLOYEE)

    assert of_people(after) == of_people(before)
    limit = LIMITS.seconds + LIMITS.ocr_pages * LIMITS.ocr_seconds
    assert max(seconds for _, seconds in took) < limit + GRACE
    problems = {use.file.rpartition("/")[2]: use.problem for use in after.documents}
    for name in ("drawing-without-end.pdf", "forms-that-laugh.pdf", "bomb.pdf"):  # which limit comes first: the machine
        assert problems[name] in ("file-reader-too-large", "file-reader-too-slow")
    assert problems["password.pdf"] == "pdf-password"
    assert problems["bomb.xlsx"] == "table-too-large"
    assert not Path("/tmp/hostile-slip.pdf").exists()
    assert not any(problem in ("file-reader-failed", "internal-error") for problem in problems.values()), problems
