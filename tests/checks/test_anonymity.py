"""By which lines of a care plan a client can be recognised, both ways (`tests/corpus/anonymity_h6.yaml`)."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from dossiercheck.checks.anonymity import is_the_clients, own
from dossiercheck.documents.care_plan import recognise as recognise_plan
from dossiercheck.documents.personal_data import is_bsn, traces_on
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
