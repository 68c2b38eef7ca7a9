"""A place for one dossier at a time: what waits for others is waited for, what goes round in circles is given up."""

import json
from datetime import date
from pathlib import Path

import pytest

from dossiercheck.batch import Candidate, Record, Store, slot
from dossiercheck.batch.record import dump
from dossiercheck.batch.worker import Asked
from dossiercheck.findings import DossierLine
from dossiercheck.options import CheckOptions
from dossiercheck.trust import TrustAnchors

LINE = DossierLine(name="a", exit_code=0)
DONE = {"record": dump(Record(contents="", settings="", set_sha256="", written={}, line=LINE)).decode()}


def judged(monkeypatch: pytest.MonkeyPatch, *messages: dict[str, object], forever: bool = False) -> Record:
    """What becomes of a dossier whose worker says this."""
    said = "".join(json.dumps(message) + "\n" for message in messages)
    end = "sys.stdin.read()" if forever else "pass"
    monkeypatch.setattr(slot, "_BOOT", f"import sys; print({said!r}, end='', flush=True); {end}")
    options = CheckOptions(on=date(2024, 6, 1), anchors=TrustAnchors())
    asked = Asked(
        options=options, store=Store(folder=Path()), settings="", lang="nl", only=None, share=False, ocr_lock=""
    )
    place = slot.Slot(asked)
    try:
        return place.judge(Candidate(path=Path("a"), name="a", slug="a"), lambda done, total: None)
    finally:
        place.kill()


def test_a_worker_that_waits_for_its_turn_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slot, "WORK_SECONDS", 10)
    beats = [{"worked": 1.0 + beat / 100} for beat in range(500)]
    assert judged(monkeypatch, *beats, DONE).line == LINE


def test_work_between_two_files_counts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slot, "WORK_SECONDS", 10)
    beats = [message for n in range(9) for message in ({"worked": n * 6.0}, {"done": n, "total": 9})]
    assert judged(monkeypatch, *beats, DONE).line == LINE


def test_a_worker_that_goes_round_in_circles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slot, "WORK_SECONDS", 10)
    found = judged(monkeypatch, {"worked": 1.0}, {"worked": 5.0}, {"worked": 11.5}, forever=True)
    assert found.line.exit_code == 2 and found.line.error and "came to a stop" in found.line.error.en


def test_a_worker_that_falls_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slot, "SILENT_SECONDS", 0.3)
    assert judged(monkeypatch, forever=True).line.exit_code == 2
