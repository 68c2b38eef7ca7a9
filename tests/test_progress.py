"""Progress: on a terminal only, safe whatever a file is called, and wiped at the end."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dossiercheck.intake import open_dossier
from dossiercheck.progress import ProgressLine, progress_line
from dossiercheck.readers import Busy, ReadSettings, read_files


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "60")
    return Terminal()


def test_nothing_in_a_pipe_or_when_quiet(monkeypatch: pytest.MonkeyPatch, terminal: Terminal) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress_line(True) as progress:
        assert progress is None
    monkeypatch.setattr(sys, "stderr", piped := io.StringIO())
    with progress_line(False) as progress:
        assert progress is None
    assert (terminal.getvalue(), piped.getvalue()) == ("", "")


def test_what_is_said_and_wiped(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(KeyboardInterrupt), progress_line(False, "nl") as progress:
        assert progress
        progress.waiting(2, 7, (Busy("a.pdf", 0), Busy("vog.pdf", 3)))
        progress(7, 7, "x")
        raise KeyboardInterrupt
    drawn = terminal.getvalue().split("\r\x1b[K")
    assert drawn == [
        "",
        "2 van 7 bestanden gelezen · 3 blz. tekstherkenning: vog.pdf",
        "7 van 7 bestanden gelezen · medewerkers beoordelen …",
        "",
    ]


def test_no_name_reaches_the_terminal_as_it_is(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    ProgressLine("en").waiting(0, 1, (Busy("\x1b[31m\u202e\n" + "x" * 500, 1),))
    line = terminal.getvalue().removeprefix("\r\x1b[K")
    assert len(line) < 60
    assert line.isprintable()


def test_reading_tells_what_it_waits_for(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("nr\n7\n")
    seen: list[object] = []

    class Watcher:
        def __call__(self, *what: object) -> None:
            seen.append(what)

        def waiting(self, done: int, total: int, busy: tuple[Busy, ...]) -> None:
            seen.append((done, total))
            assert all(one.path == "a.csv" for one in busy)

    with open_dossier(tmp_path) as folder:
        read_files(folder.files, ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC), jobs=1), Watcher())
    assert seen[0] == (0, 1)
    assert seen[-1] == (1, 1, "a.csv")
