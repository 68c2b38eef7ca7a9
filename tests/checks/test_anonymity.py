"""By which lines of a care plan a client can be recognised, both ways (`tests/corpus/anonymity_h6.yaml`)."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from dossiercheck.checks.anonymity import is_the_clients, own
from dossiercheck.documents.care_plan import recognise as recognise_plan
from dossiercheck.documents.personal_data import initials_in, is_bsn, traces_on
from dossiercheck.documents.places import plain_page
from dossiercheck.readers.content import PdfContent
from tests.build import pdf_content

LINES = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "anonymity_h6.yaml").read_text(encoding="utf-8"))
OWN = own(
    ["Jolanda Terpstra", "Bilal Aydin"],
    ["2712xz", "rokkeveenseweg118", "0795550123", "info@meerwal.example"],
    ["Meerwal Ondersteuning B.V."],
)


def verdicts(text):
    """Kinds that are surely the client's, and kinds that a person must look at."""
    (page,) = pdf_content([text]).pages
    judged = [(trace.kind.value, is_the_clients(trace, OWN)) for trace in traces_on("plan.pdf", plain_page(page))]
    return {kind for kind, answer in judged if answer}, {kind for kind, answer in judged if answer is None}


@pytest.mark.parametrize("line", LINES["found"], ids=lambda line: line["text"])
def test_a_client_is_recognised(line):
    assert set(line["kinds"]) <= verdicts(line["text"])[0]


@pytest.mark.parametrize("line", LINES["unsure"])
def test_what_cannot_be_told_is_for_a_person(line):
    found, unsure = verdicts(line)
    assert not found and unsure


@pytest.mark.parametrize("line", LINES["clean"])
def test_nobody_is_recognised(line):
    assert verdicts(line) == (set(), set())


@pytest.mark.parametrize(("number", "expected"), [("123456782", True), ("111222333", True), ("123456789", False), ("000000000", False), ("12345672", True)])  # fmt: skip
def test_the_eleven_test(number, expected):
    assert is_bsn(number) is expected


def test_a_picture_on_a_page_with_text_was_not_read():
    (page,) = pdf_content(["Begeleidingsplan\nCliënt A werkt aan zijn doelen.\nStatus: in zorg"]).pages
    for share, unread in ((0.02, ()), (0.3, (1,))):
        plan = recognise_plan("plan.pdf", PdfContent(pages=(replace(page, image_share=share),), page_count=1))
        assert plan.paper.unread_pages == unread


@pytest.mark.parametrize(
    ("box", "unread"),
    [
        ((100.0, 300.0, 250.0, 320.0), (1,)),  # a label in the text
        ((60.0, 20.0, 200.0, 70.0), ()),  # a logo
        ((100.0, 805.0, 300.0, 835.0), ()),  # the foot of a letterhead
        ((100.0, 400.0, 110.0, 404.0), ()),  # a dot
        ((60.0, 640.0, 200.0, 690.0), ()),  # a signature below the word for it
    ],
)
def test_a_small_picture_may_show_a_name(box, unread):
    (page,) = pdf_content(["Begeleidingsplan\nCliënt A werkt aan zijn doelen.\nStatus: in zorg\nHandtekening:"]).pages
    last = page.lines[-1].spans[0]
    at = (*page.lines[:-1], replace(page.lines[-1], spans=(replace(last, box=(60.0, 620.0, 130.0, 632.0)),)))
    shown = replace(page, lines=at, image_share=0.01, pictures=(box,))
    plan = recognise_plan("plan.pdf", PdfContent(pages=(shown,), page_count=1))
    assert plan.paper.unread_pages == unread


@pytest.mark.parametrize(
    "file",
    ["zorgplan-J.B.pdf", "zorgplan JB.pdf", "plannen/Zorgplan_bgi_JdV.pdf", "plan J B in zorg.pdf", "J.B./plan-1.pdf", "zp_j.b.pdf", "M.v.D. plan.pdf"],
)  # fmt: skip
def test_initials_in_a_name_of_a_file_are_for_a_person(file):
    (trace,) = initials_in(file)
    assert trace.where == "file_name" and is_the_clients(trace, OWN) is None and trace.masked.endswith("***")


@pytest.mark.parametrize(
    "file",
    ["zorgplannen/plan-1.pdf", "zorgplan-bgi-cliënt-A.pdf", "WMO/BGG plan uit zorg.pdf", "Begeleidingsplan B.V. 2.pdf", "PLAN 3 in zorg.pdf"],
)  # fmt: skip
def test_other_letters_in_a_name_of_a_file_are_nobody(file):
    assert not list(initials_in(file))
