"""Four things that strike the eye only side by side, in papers as they are handed in, up to the overview's own words."""

import io
import shutil
from datetime import date
from html import escape

import openpyxl
import pytest

from dossiercheck.batch import overview_of
from dossiercheck.batch.record import line_of, record_of
from dossiercheck.findings import Overview, SignalKind
from dossiercheck.reports import render_overview
from dossiercheck.reports.wording import words
from tests import papers
from tests.samples.people import JORIS
from tests.whole import SAMPLES, checked


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Overview:
    """Twice the same two employees, at two providers; the second has three papers that are not what they seem."""
    root = tmp_path_factory.mktemp("samen")
    one, other = root / "zorg-een", root / "zorg-twee"
    shutil.copytree(SAMPLES / "clean-twente", one)
    shutil.copytree(SAMPLES / "clean-twente", other)
    stated = other / "dossier.yaml"
    stated.write_text(stated.read_text("utf-8").replace("Zorg Voorbeeld", "Zorg Anders"), "utf-8")
    anna, joris = other / "personeel/01-van-velzen-de-wit", other / "personeel/02-van-den-berg"
    shutil.copytree(SAMPLES / "vog-too-old", root / "zorg-drie")
    shutil.copy(root / "zorg-drie/personeel/04-t-hart/overeenkomst.pdf", other / "overeenkomst.pdf")
    reference = "9999012024040900037"  # of Anna's
    (joris / "vog.pdf").write_bytes(
        papers.digital_vog(
            "Berg", "van den", JORIS.given, born_on=JORIS.born_on, born_in=JORIS.born_in, purpose="Begeleider",
            issued_on=date(2024, 4, 8), profiles=("45",), reference=reference, encrypt=True,
        )
    )  # fmt: skip
    seal = (anna / "diploma.pdf").read_bytes()
    (anna / "diploma.pdf").write_bytes(changed(seal))
    records = []
    for folder in (one, other, root / "zorg-drie"):
        report = checked(folder)
        line = line_of(report, folder.name, page=f"dossiers/{folder.name}.html", data="x.json")
        records.append(record_of(report, line, contents="", settings="", written={}))
    return overview_of(records, date(2024, 6, 1))


def changed(pdf: bytes) -> bytes:
    """A byte of what was signed is another."""
    at = pdf.index(b"/Producer") + 12
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


def test_each_kind_is_found_where_it_is(overview: Overview) -> None:
    found = {(s.kind, frozenset((p.dossier, p.file.rpartition("/")[2]) for p in s.places)) for s in overview.signals}
    both = {("zorg-een", "diploma.pdf"), ("zorg-twee", "diploma.pdf")}
    vogs = {("zorg-een", "vog.pdf"), ("zorg-twee", "vog.pdf")}
    assert found == {
        (SignalKind.SAME_FILE, frozenset({("zorg-drie", "overeenkomst.pdf"), ("zorg-twee", "overeenkomst.pdf")})),
        (SignalKind.SAME_PERSON, frozenset({("zorg-drie", ""), ("zorg-een", ""), ("zorg-twee", "")})),
        (SignalKind.SAME_PERSON, frozenset({("zorg-een", ""), ("zorg-twee", "")})),
        (SignalKind.SAME_REFERENCE, frozenset(vogs)),
        (SignalKind.SAME_SEAL, frozenset(both)),
    }


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("format", ["console", "html", "json", "xlsx"])
def test_each_kind_is_shown(overview: Overview, format: str, lang: str) -> None:
    rendered = render_overview(overview, format, lang=lang, width=200)
    if isinstance(rendered, bytes):
        book = openpyxl.load_workbook(io.BytesIO(rendered))
        rendered = "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    for kind in SignalKind:
        said = words(lang).word("signals", kind.value)
        assert said != kind.value
        assert escape(said) in rendered or said in rendered
    assert "2 Joris van den Berg" in rendered and "zorg-twee" in rendered


def test_no_signal_is_part_of_a_verdict(overview: Overview) -> None:
    by_name = {line.name: line for line in overview.lines}
    assert by_name["zorg-een"].exit_code == 0
