"""Scans and photos of papers: recognised, with facts that are right, unsure or absent, but never surely wrong."""

from __future__ import annotations

import functools
import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dossiercheck import pipeline
from dossiercheck.documents import Diploma, Document, Kind, Vocabulary, Vog, recognise
from dossiercheck.facts import How
from dossiercheck.findings import Finding, Outcome, Reason
from dossiercheck.pipeline import CheckOptions, check_dossier
from dossiercheck.readers import ReadSettings
from dossiercheck.readers.file import read_content
from dossiercheck.readers.ocr import find_engine
from tests.samples import standard
from tests.samples.clean import small
from tests.samples.people import JORIS
from tests.scans import as_pdf, pictures
from tests.test_samples import ReadHere, anchors

pytestmark = pytest.mark.skipif(find_engine() is None, reason="no OCR engine for this machine")
SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
ON = date(2024, 6, 1)
PAPERS = {
    "extract": lambda: standard.extract(JORIS),
    "digital VOG": lambda: standard.vog(JORIS, form="digital"),
    "paper VOG": lambda: standard.vog(JORIS, form="paper"),
    "older paper VOG": lambda: standard.vog(JORIS, issued_on=date(2019, 3, 11), profiles=("41", "85")),
    "contract": lambda: standard.contract(JORIS),
}
MUST = {
    "extract": {"holder", "programme", "level", "awarded_on", "institution", "register_extract"},
    "digital VOG": {"holder", "born_on", "issued_on", "profiles", "form"},
    "paper VOG": {"holder", "born_on", "issued_on", "profiles", "form"},
    "older paper VOG": {"holder", "born_on", "issued_on", "profiles", "form"},
    "contract": {"contract_kind", "employee", "starts_on", "function"},
}
"""Facts that a scan of 200 dpi must yield."""


def read(data: bytes) -> Document:
    content = read_content(data, as_table=False, settings=SETTINGS)
    return recognise("papier.pdf", "", len(data), content, Vocabulary())


@functools.cache
def as_printed(name: str) -> Document:
    return read(PAPERS[name]())


def same(value: object, other: object) -> bool:
    if isinstance(value, str) and isinstance(other, str):
        return flat(value) == flat(other)
    return value == other


def flat(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)


@pytest.mark.parametrize(
    ("name", "dpi", "skew", "as_image"),
    [
        ("extract", 200, 1.0, False),
        ("extract", 150, -1.0, True),
        ("digital VOG", 200, -1.0, False),
        ("digital VOG", 150, 1.0, True),
        ("paper VOG", 200, 1.0, False),
        ("older paper VOG", 150, -0.5, True),
        ("contract", 200, 1.0, False),
    ],
)
def test_facts_of_a_scan_are_right_or_unsure(name: str, dpi: int, skew: float, as_image: bool) -> None:
    printed = as_printed(name)
    jpegs = pictures(PAPERS[name](), dpi=dpi, skew=skew, first=1 if "VOG" in name else 99)
    found = read(jpegs[0] if as_image else as_pdf(jpegs))
    assert found.kind is printed.kind
    assert found.scanned
    assert not printed.scanned or name.endswith("paper VOG")
    truth = {view.name: view.value for view in printed.facts}
    sure = {v.name: v for v in found.facts if v.value is not None and (v.place is None or v.place.is_sure)}
    wrong = {n: (v.value, truth[n]) for n, v in sure.items() if not same(v.value, truth[n])}
    assert not {n: w for n, w in wrong.items() if n != "form" or w[1] is not None}
    assert all(v.place is None or v.place.how is How.OCR for v in sure.values())
    if dpi == 200:
        assert MUST[name] <= set(sure)
    assert not any(v.value is False for n, v in sure.items() if n.startswith("signed_by"))


def test_a_scan_in_colour_is_known_by_its_pink() -> None:
    pink = read(pictures(PAPERS["digital VOG"](), grey=False, first=1)[0])
    assert isinstance(pink.paper, Vog)
    assert pink.paper.form
    assert pink.paper.form.value == "digital"
    assert pink.paper.issued_on


def test_a_sealed_extract_scanned_is_an_extract_without_its_seal() -> None:
    found = read(as_pdf(pictures(standard.diploma(JORIS))))
    assert isinstance(found.paper, Diploma)
    assert found.paper.register_extract
    assert found.scanned


def findings(make: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Finding]:
    """What counts and is not met or undecided about Joris, whose papers are replaced by these."""
    draft = small()
    for name, content in make.items():
        draft = draft.give(JORIS, name, content)
    for path, content in draft.files().items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    monkeypatch.setattr(pipeline, "ReaderPool", ReadHere)
    report = check_dossier(tmp_path, CheckOptions(on=ON, anchors=anchors()))
    return {f.requirement: f for f in report.findings if f.outcome in (Outcome.NOT_MET, Outcome.UNDECIDED)}


def test_scans_of_what_must_be_the_original_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {
        "diploma.pdf": as_pdf(pictures(standard.diploma(JORIS), skew=0.5)),
        "vog.pdf": as_pdf(pictures(standard.vog(JORIS), skew=-0.5, grey=False)),
    }
    found = findings(made, tmp_path, monkeypatch)
    assert {name: finding.reason for name, finding in found.items()} == {
        "diploma.duo-seal": Reason.PRINTED,
        "vog.genuine": Reason.PRINTED,
    }
    assert all(finding.outcome is Outcome.NOT_MET for finding in found.values())


def test_what_is_read_with_doubt_decides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every figure of the VOG is read differently the second time: no date and no profile may count."""
    monkeypatch.setattr("dossiercheck.readers.twice._read_strip", lambda cuts, engine: [None] * len(cuts))
    vog = standard.vog(JORIS, issued_on=date(2019, 3, 11), profiles=("45",))
    found = findings({"vog.jpg": pictures(vog, first=1)[0]}, tmp_path, monkeypatch)
    assert not [f for f in found.values() if f.outcome is Outcome.NOT_MET and f.reason is not Reason.DUPLICATE]


def test_kinds_are_those_of_the_papers() -> None:
    assert [as_printed(name).kind for name in PAPERS] == [Kind.DIPLOMA, Kind.VOG, Kind.VOG, Kind.VOG, Kind.CONTRACT]
