"""Scans and photos of papers: recognised, with facts that are right, unsure or absent, but never surely wrong."""

from __future__ import annotations

import functools
import io
import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from dossiercheck import pipeline
from dossiercheck.documents import Diploma, Document, Kind, Vocabulary, Vog, recognise
from dossiercheck.facts import How
from dossiercheck.findings import Finding, Outcome, Reason
from dossiercheck.pipeline import CheckOptions, check_dossier
from dossiercheck.readers import ReadSettings
from dossiercheck.readers.content import Line, Page, PdfContent, Span
from dossiercheck.readers.file import read_content
from dossiercheck.readers.ocr import find_engine
from tests import papers
from tests.samples import standard
from tests.samples.clean import small
from tests.samples.draft import Draft
from tests.samples.people import CHLOE, JORIS
from tests.scans import as_pdf, pictures, smudged
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
    wrong = {n: w for n, w in wrong.items() if not n.startswith("signed_")}  # a digital signature is not on paper
    assert not {n: w for n, w in wrong.items() if n != "form" or w[1] is not None}
    told = [v for n, v in sure.items() if not n.startswith("signed_")]
    assert all(v.place is None or v.place.how is How.OCR for v in told)
    if dpi == 200:
        assert MUST[name] <= set(sure)
    assert not any(v.value is True for n, v in sure.items() if n.startswith("signed_by"))  # no ink is on it


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


def findings(
    make: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draft: Draft | None = None
) -> dict[str, Finding]:
    """What counts and is not met or undecided about Joris, whose papers are replaced by these."""
    draft = draft or small()
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
    monkeypatch.setattr("dossiercheck.readers.twice.read_cuts", lambda cuts, engine: [[] for _ in cuts])
    vog = standard.vog(JORIS, issued_on=date(2019, 3, 11), profiles=("45",))
    found = findings({"vog.jpg": pictures(vog, first=1)[0]}, tmp_path, monkeypatch)
    assert not [f for f in found.values() if f.outcome is Outcome.NOT_MET and f.reason is not Reason.DUPLICATE]


def test_a_date_that_nobody_can_read_makes_nothing_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one date of the VOG and the end of the contract are smudged: neither may be guessed, nor held against him."""
    vog = standard.vog(JORIS, issued_on=date(2024, 3, 19), form="paper")
    made = {
        "vog.jpg": smudged(vog, "19 maart 2024")[0],
        "overeenkomst.pdf": as_pdf(smudged(standard.contract(JORIS, signed="nobody"), "30 april 2025")),
    }
    draft = small()
    draft.papers = {p: c for p, c in draft.papers.items() if not p.startswith(JORIS.folder) or "diploma" in p}
    found = findings(made, tmp_path, monkeypatch, draft=draft)
    assert {"vog.max-age", "vog.at-start", "contract.dates", "contract.in-force"} <= set(found)
    told = {id_: f.outcome for id_, f in found.items() if id_ != "contract.signed"}  # nobody signed it, which is seen
    assert set(told.values()) == {Outcome.UNDECIDED}, found


def test_a_paper_diploma_upside_down_is_read() -> None:
    made = papers.paper_diploma(
        "Wim Hendrik Bosch", born_on=date(1961, 5, 7), born_in="Goor", programme="Verzorgende",
        school="Regionaal Opleidingencentrum Regge", place="Almelo", awarded_on=date(1998, 7, 3),
    )  # fmt: skip
    found = read(as_pdf(pictures(made, turns=2, skew=1.4)))
    assert isinstance(found.paper, Diploma)
    assert not found.paper.register_extract
    for fact, true in ((found.paper.holder, "Wim Hendrik Bosch"), (found.paper.awarded_on, date(1998, 7, 3))):
        assert fact
        assert fact.value == true
        assert fact.place.is_sure


def test_two_sheets_in_one_photo_say_nothing_surely_wrong() -> None:
    """The VOGs of two people beside each other: what is not told apart is left open."""
    sheets = [Image.open(io.BytesIO(pictures(standard.vog(who), first=1, skew=0.3)[0])) for who in (JORIS, CHLOE)]
    desk = Image.new("L", (2 * sheets[0].width + 160, sheets[0].height + 200), 90)
    for number, sheet in enumerate(sheets):
        desk.paste(sheet, (50 + number * (sheet.width + 60), 100))
    out = io.BytesIO()
    desk.save(out, "JPEG", quality=80)
    found = read(out.getvalue())
    if isinstance(found.paper, Vog):
        facts = (found.paper.holder, found.paper.born_on, found.paper.issued_on)
        true = (
            {JORIS.registered_name, JORIS.born_on, JORIS.vog_on},
            {CHLOE.registered_name, CHLOE.born_on, CHLOE.vog_on},
        )
        said = {fact.value for fact in facts if fact and fact.place.is_sure}
        assert any(said <= one for one in true)


def recognised_scan(*rows: str) -> Document:
    """A page that OCR read so, row below row."""
    lines = tuple(
        Line(spans=(Span(text=row, box=(60.0, 20.0 * n, 300.0, 20.0 * n + 12)),)) for n, row in enumerate(rows)
    )
    page = Page(number=1, width=595, height=842, lines=lines, how=How.OCR, confidence=0.98, image_share=1.0)
    return recognise("scan.jpg", "", 1, PdfContent(pages=(page,), page_count=1, image_format="JPEG"), Vocabulary())


def scanned_diploma(*above: str) -> Diploma:
    """A school's paper with these rows above the day of birth."""
    found = recognised_scan(
        *("Hogeschool Enschede", "Getuigschrift", *above, "geboren op 3 mei 1980"),
        "met goed gevolg het examen heeft afgelegd van de opleiding Verpleegkunde",
        "Uitgereikt te Enschede op 3 september 2005",
    )
    assert isinstance(found.paper, Diploma)
    return found.paper


@pytest.mark.parametrize(
    "above",
    [
        ("De examencommissie verklaart dat aan", "Joris Berg", "INGEKOMEN"),
        ("Ondergetekenden verklaren dat", "26 MRT 2Q2 Joris Berg"),
        ("Het bevoegd gezag verklaart dat", "Joris Berg", "KOPIE CONFORM", "25 MRT 2017"),
    ],
)
def test_the_stamp_of_a_post_room_does_not_hide_a_name(above: tuple[str, ...]) -> None:
    holder = scanned_diploma(*above).holder
    assert holder is not None
    assert holder.value == "Joris Berg"


@pytest.mark.parametrize("mixed", ["Joris Berg INGEKOMEN", "25 MRT 2017 INGEKOMEN Joris Berg"])
def test_a_stamp_read_as_one_with_a_name_gives_no_other_persons_name(mixed: str) -> None:
    assert scanned_diploma("Petra de Wit", mixed).holder is None


@pytest.mark.parametrize("stamp", ["17 JUN 2023", "INGEKOMEN 17 juni 2023", "INGEKOMEN\n17-06-2023"])
def test_the_stamp_of_a_post_room_is_no_date_of_issue(stamp: str) -> None:
    """The VOG's own date was not read; the stamp stands where its value would be."""
    rows = (
        f"Verklaring Omtrent het Gedrag\nDatum\n{stamp}\nGeslachtsnaam: Berg\nVoornamen: Joris\nGeboortedatum: 3 mei 1980\n"
        "Er is bij deze screening uitgegaan van het volgende profiel: 45"
    )
    found = recognised_scan(*rows.split("\n"))
    assert isinstance(found.paper, Vog)
    assert found.paper.issued_on is None


def test_kinds_are_those_of_the_papers() -> None:
    assert [as_printed(name).kind for name in PAPERS] == [Kind.DIPLOMA, Kind.VOG, Kind.VOG, Kind.VOG, Kind.CONTRACT]
