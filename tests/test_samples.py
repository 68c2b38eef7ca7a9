"""Each sample dossier shows its one fault and nothing else, by `sample_dossiers/situations.yaml`."""

from __future__ import annotations

import functools
import hashlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dossiercheck import pipeline
from dossiercheck.findings import Finding, Outcome, Report, Severity
from dossiercheck.intake import DossierFile
from dossiercheck.pipeline import CheckOptions, check_dossier
from dossiercheck.readers import Reading, ReadSettings
from dossiercheck.readers.file import is_table_name, read_file
from dossiercheck.readers.refusals import reading_of_problem
from dossiercheck.trust import TrustAnchors, builtin_anchors, load_anchors, merge
from tests.samples import ALL
from tests.samples.overview import SAMPLES, Expectation, Expected, expectations, readme

EXPECTATIONS = expectations()
LARGEST = 12_000_000
"""Bytes of all samples together, each content once, as the repository keeps them."""
READINGS: dict[tuple[bytes, bool], Reading] = {}


class ReadHere:
    """Reads in this process, each content once: many samples share a paper. The real pool is in the last test."""

    def __init__(self, settings: ReadSettings, *_: object) -> None:
        self.settings = settings

    def __enter__(self) -> ReadHere:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def start(self, files: Sequence[DossierFile]) -> None:
        self.files = files

    def results(self, _: object = None) -> Iterator[tuple[DossierFile, Reading]]:
        for file in self.files:
            if file.problem:
                yield file, reading_of_problem(file)
                continue
            key = file.source.read_bytes(), is_table_name(file.path)
            if key not in READINGS:
                READINGS[key] = read_file(file.source, as_table=key[1], settings=self.settings)
            yield file, READINGS[key]


@functools.cache
def anchors() -> TrustAnchors:
    return merge([builtin_anchors(), load_anchors(SAMPLES / "trust")])


def checked(expected: Expectation) -> Report:
    return check_dossier(SAMPLES / expected.folder, CheckOptions(on=expected.on, anchors=anchors()))


def as_expected(finding: Finding, *, outcome: bool = True, reason: bool = True) -> Expected:
    return Expected(
        requirement=finding.requirement,
        outcome=finding.outcome.value if outcome else "",
        reason=(finding.reason.value if finding.reason else "") if reason else "",
        subject=finding.subject.id,
    )


@pytest.mark.parametrize("expected", EXPECTATIONS, ids=lambda e: e.folder)
def test_shows_its_one_fault_and_nothing_else(expected: Expectation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "ReaderPool", ReadHere)
    report = checked(expected)
    open_ones = [f for f in report.findings if f.outcome in (Outcome.NOT_MET, Outcome.UNDECIDED)]
    found = {as_expected(f) for f in open_ones if f.counts}
    advice = {as_expected(f, outcome=False) for f in open_ones if f.severity is Severity.ADVICE}
    expiring = {as_expected(f, reason=False) for f in report.findings if f.expiring}
    assert found == set(expected.findings)
    assert expected.may_advise or advice == set(expected.advice)
    assert expiring == set(expected.expiring)
    assert report.exit_code == expected.exit
    assert report.set_id == expected.requirements


def test_every_folder_is_accounted_for() -> None:
    folders = {path.name for path in SAMPLES.iterdir() if path.is_dir()} - {"keys", "trust", "__pycache__"}
    assert folders == set(ALL) == {e.folder for e in EXPECTATIONS}


def test_readme_is_current() -> None:
    assert (SAMPLES / "README.md").read_text(encoding="utf-8") == readme(EXPECTATIONS)


def test_the_program_itself_trusts_none_of_it() -> None:
    own = {anchor.der for anchor in load_anchors(SAMPLES / "trust").anchors}
    assert own
    assert not own & {anchor.der for anchor in builtin_anchors().anchors}


def test_keys_are_marked_as_tests_and_the_samples_stay_small() -> None:
    from cryptography import x509

    for path in [*(SAMPLES / "keys").glob("*.pem"), *(SAMPLES / "trust").glob("*.pem")]:
        assert "TEST" in x509.load_pem_x509_certificate(path.read_bytes()).subject.rfc4514_string()
    files = [path for path in SAMPLES.rglob("*") if path.is_file()]
    assert not [path for path in files if b"PRIVATE KEY" in _head(path) and path.parent != SAMPLES / "keys"]
    contents = {hashlib.sha256(data).digest(): len(data) for data in map(Path.read_bytes, files)}
    assert sum(contents.values()) < LARGEST


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(64)


@pytest.mark.parametrize("name", ["clean", "vog-too-old", "seal-unknown-authority"])
def test_the_readme_command(name: str) -> None:
    expected = next(e for e in EXPECTATIONS if e.folder == name)
    arguments = ["check", str(SAMPLES / name), "--trust", str(SAMPLES / "trust"), "--on", expected.on.isoformat()]
    done = subprocess.run(
        [sys.executable, "-m", "dossiercheck", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == expected.exit, done.stderr
