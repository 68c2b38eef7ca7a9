"""How far a run is, as it is told on a terminal and in a log: whole lines that fit, whatever a dossier is called."""

import time
from dataclasses import replace

import pytest
from rich.cells import cell_len

from dossiercheck.batch import Busy, Moment, Record
from dossiercheck.cli.batch_progress import finished, running
from dossiercheck.findings import DossierLine, Verdict, Wording
from tests.reports.test_hostile_text import EVIL, FORBIDDEN


def moment(name: str = "zorg-a", **given) -> Moment:
    busy = (Busy(name=name, since=time.monotonic() - 75, done=2, total=40),)
    return Moment(**{"done": 12, "taken_over": 0, "total": 300, "busy": busy, "elapsed": 60.0, "left": 240.0, **given})


def test_done_to_do_slowest_and_time_left() -> None:
    said = "12 klaar, 288 te doen · nog ongeveer 4 minuten · het langst bezig (75 s, bestand 3 van 40): zorg-a"
    assert running(moment(), "nl", {}, 120) == said
    assert running(moment(busy=(), left=None), "en", {}, 120) == "12 done, 288 to do"
    assert running(moment(), "nl", {"zorg-a": "Dossier 1 (zorg-a)"}, 120).endswith("Dossier 1 (zorg-a)")


@pytest.mark.parametrize("evil", [*EVIL, "王芳" * 80], ids=range(len(EVIL) + 1))
def test_no_name_steers_the_terminal_or_breaks_the_line(evil: str) -> None:
    for width in (40, 99):
        told = running(moment(evil), "nl", {}, width)
        assert not FORBIDDEN.search(told) and "\n" not in told and cell_len(told) <= width
    for line in (
        DossierLine(name=evil, exit_code=1, verdict=Verdict.INCOMPLETE),
        DossierLine(name=evil, exit_code=2, error=Wording(nl=evil, en=evil)),
    ):
        record = Record(contents="", settings="", set_sha256="", written={}, line=line)
        for one in (record, replace(record, seconds=1.5)):
            told = finished(moment(finished=one), "nl", {})
            assert not FORBIDDEN.search(told) and "\n" not in told
