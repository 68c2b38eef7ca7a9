"""A paper is missing, or may lie unread in a file: whom such a file may concern, dossier by dossier."""

from dataclasses import replace

import pytest

from dossiercheck.documents import Contact, Document, Employment, Kind, Unreadable, Unrecognised
from dossiercheck.findings import Reason
from dossiercheck.intake.statement import Statement
from dossiercheck.people import match_people
from tests.dossiers import judge
from tests.people.people_samples import contract, diploma, row, table

AT_WORK = {"employment": Employment.EMPLOYED, "contact": Contact.DIRECT}
JANA = row("1", "Jana", "Wit", "de", **AT_WORK)
BRAM = row("2", "Bram", "Bakker", **AT_WORK)
CEES = row("3", "Cees", "Vos", **AT_WORK)


def shut(file, say="pdf-password"):
    paper = Unreadable(reason=Reason.UNREADABLE, say=say)
    return Document(file=file, sha256=file, size=1, kind=Kind.UNREADABLE, paper=paper)


def picture(file, hint=None, **given):
    """A picture, or a scan, in which nothing could be read."""
    paper = Unrecognised(say="image-needs-ocr", hint=hint)
    return Document(file=file, sha256=file, size=1, kind=Kind.UNREADABLE, paper=paper, scanned=True, **given)


def letter(file, *attached):
    paper = Unrecognised(say="not-recognised")
    return Document(file=file, sha256=file, size=1, kind=Kind.OTHER, paper=paper, pages=1, attached=attached)


def with_attached(document, *names):
    return replace(document, attached=names)


BENEATH = (
    diploma("01 Personeel/Bakker/diploma.pdf", "Bram Bakker"),
    contract("01 Personeel/Vos/contract.pdf", "Cees Vos"),
)
NUMBERED = (contract("02 contract.pdf", "Bram Bakker"), contract("3-contract.pdf", "Cees Vos"))
MISNUMBERED = (*NUMBERED, diploma("01 diploma.pdf", "Cees Vos"))
NOBODY, EVERYBODY = "", "123"


@pytest.mark.parametrize(
    ("documents", "concerned", "provider"),
    [
        pytest.param([picture("logo.png", no_sheet=True)], NOBODY, False, id="a logo"),
        pytest.param([picture("scan001.pdf")], EVERYBODY, True, id="a whole page"),
        pytest.param([picture("foto.jpg")], EVERYBODY, True, id="a photo"),
        pytest.param([picture("personeel/01-de-wit/scan.pdf")], "1", False, id="in a person's folder"),
        pytest.param([shut("Bakker scan.pdf")], "2", False, id="called after a person"),
        pytest.param([shut("stukken.7z", "archive-inside")], EVERYBODY, True, id="an archive"),
        pytest.param([shut("02-bakker/stukken.7z", "archive-inside")], "2", False, id="a person's archive"),
        pytest.param([shut("De Wit en Bakker.zip")], "12", False, id="an archive of two"),
        pytest.param([letter("brief.pdf", "vog.pdf")], EVERYBODY, True, id="attached to a letter"),
        pytest.param([letter("brief.pdf", "VOG Bakker.pdf")], "2", False, id="an attachment called after a person"),
        pytest.param([letter("brief.pdf", "logo.png")], NOBODY, False, id="a logo attached"),
        pytest.param([letter("brief.pdf", "lijst.xlsx")], NOBODY, False, id="a table attached"),
        pytest.param(
            [with_attached(contract("c.pdf", "Jana de Wit"), "bijlage.pdf")], "1", False, id="attached to a contract"
        ),
        pytest.param([shut("polis.pdf")], NOBODY, False, id="called a policy"),
        pytest.param([shut("Zorggroep Vos/scan.pdf")], EVERYBODY, True, id="the provider bears a name"),
        pytest.param([*BENEATH, picture("01 Personeel/scan.pdf")], EVERYBODY, True, id="a folder's number"),
        pytest.param([picture("01-de-wit/merk.png", no_sheet=True)], NOBODY, False, id="a logo in a person's folder"),
        pytest.param([shut("01 scan.pdf")], EVERYBODY, True, id="a file's number"),
        pytest.param([shut("01 vog.pdf")], EVERYBODY, False, id="a file's number and a kind"),
        pytest.param([*NUMBERED, shut("01 vog.pdf")], "1", False, id="where numbers are those of the persons"),
        pytest.param([*NUMBERED, shut("01 scan.pdf")], "1", False, id="the same, called nothing"),
        pytest.param([*MISNUMBERED, shut("01 vog.pdf")], EVERYBODY, False, id="where one number is another's"),
        pytest.param([shut("07/01/scan.pdf")], "1", False, id="a folder that is a number"),
        pytest.param([shut("3 VOG's/scan.pdf")], EVERYBODY, False, id="a folder of a kind with a number"),
        pytest.param([shut("3 Personeel/scan.pdf")], EVERYBODY, True, id="a folder of all with a number"),
        pytest.param([shut("Raamovereenkomst/Zorg/scan.pdf")], EVERYBODY, True, id="a kind far above"),
        pytest.param([shut("Polissen/polis/scan.pdf")], NOBODY, False, id="a kind right above"),
        pytest.param([picture("01-de-wit/vog.png", Kind.VOG, no_sheet=True)], "1", False, id="small, and called a VOG"),
        pytest.param([shut("bericht.eml", "not-a-pdf")], EVERYBODY, True, id="a mail"),
        pytest.param([shut("kvk-uittreksel.pdf")], NOBODY, True, id="called what is asked of the provider"),
    ],
)
def test_whom_an_unread_file_may_concern(documents, concerned, provider):
    dossier = match_people([table(JANA, BRAM, CEES), *documents], Statement(provider_name="Zorggroep Vos"))
    findings = judge("vog.present", dossier)
    assert [f.subject.id for f in findings if f.outcome == "undecided"] == list(concerned)
    assert {f.outcome for f in findings} <= {"undecided", "not_met"}
    named = {place.file for f in findings if f.outcome == "undecided" for place in f.evidence}
    assert named <= {documents[-1].file}
    assert bool(named) == bool(concerned)
    (finding,) = judge("kvk-extract.present", dossier, set_id="h6-wmo")
    assert finding.outcome == ("undecided" if provider else "not_met")
    assert [place.file for place in finding.evidence] == ([documents[-1].file] if provider else [])


SHUT = shut("stukken.7z", "archive-inside")


@pytest.mark.parametrize("id_", ["rie.action-plan", "rie.reviewed", "locations.overview", "evacuation-plan.present"])
@pytest.mark.parametrize(
    ("document", "outcome"),
    [
        (SHUT, "undecided"),
        (picture("scan001.pdf"), "undecided"),
        (letter("brief.pdf", "stukken.pdf"), "undecided"),
        (letter("brief.pdf", "lijst.xlsx"), "undecided"),
        (picture("logo.png", no_sheet=True), "not_met"),
        (shut("01-de-wit/scan.pdf"), "not_met"),
        (shut("film.mp4", "unknown-file-type"), "not_met"),
    ],
)
def test_a_paper_of_the_provider_may_be_in_an_unread_file(id_, document, outcome):
    statement = Statement(provider_name="Zorggroep", has_locations=True, headcount=40)
    (finding,) = judge(id_, match_people([table(JANA, BRAM, CEES), document], statement))
    assert finding.outcome == outcome
    assert [place.file for place in finding.evidence] == ([document.file] if outcome == "undecided" else [])
    assert finding.values.get("file") == (document.file if outcome == "undecided" else None)
