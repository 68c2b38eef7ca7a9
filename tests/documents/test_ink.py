"""Signed by hand: on paper that was scanned, in a picture pasted on a PDF, and all that is no signature."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossiercheck.documents import Contract, recognise
from dossiercheck.documents.signed import signed
from dossiercheck.documents.vocabulary import Vocabulary
from dossiercheck.facts import How
from dossiercheck.readers.content import Ink, PdfContent
from dossiercheck.readers.file import read_content
from dossiercheck.readers.ocr import find_engine
from tests.build import pdf_content
from tests.ink import SETTINGS, pasted, written
from tests.samples import standard
from tests.samples.people import JORIS

US, THEM = "Namens werkgever", "Werknemer"
TEXT = """ARBEIDSOVEREENKOMST
De ondergetekenden:
Zorg Voorbeeld B.V., gevestigd te Borne, vertegenwoordigd door P. Smit, hierna werkgever, en
mevrouw L. Kok, geboren op 1 februari 1980 te Borne, hierna werknemer.
1. Werknemer treedt per 1 maart 2024 in dienst als begeleider.
2. De arbeidsduur is 24 uur per week.
Aldus overeengekomen te Borne.
Namens werkgever\tWerknemer
P. Smit\tL. Kok
Datum:\tDatum:



Handtekening:\tHandtekening:
"""
LEFT, RIGHT = (75.0, 205.0, 180.0, 240.0), (235.0, 205.0, 340.0, 240.0)
ON_DATE_LINE = (110.0, 184.0, 170.0, 198.0)


def pen(box: tuple[float, float, float, float], likeness: float = 1.0) -> Ink:
    return Ink(box=box, length=150.0, likeness=likeness)


def answers(content: PdfContent) -> tuple[bool | None, bool | None]:
    paper = recognise("contract.pdf", "", 1, content, Vocabulary()).paper
    assert isinstance(paper, Contract)
    for party in (paper.signed_by_employer, paper.signed_by_employee):
        if party.value:
            assert party.by == "ink" and party.place and party.place.how is How.IMAGE and party.place.box
    return paper.signed_by_employer.value, paper.signed_by_employee.value


@pytest.mark.parametrize(
    ("ink", "expected"),
    [
        ((pen(LEFT), pen(RIGHT)), (True, True)),
        ((pen(LEFT),), (True, False)),
        ((pen(RIGHT),), (False, True)),
        ((), (False, False)),
        ((pen(LEFT, 0.5), pen(RIGHT)), (None, True)),
        ((pen(LEFT, 0.2), pen(RIGHT)), (None, True)),
        ((pen(ON_DATE_LINE), pen(RIGHT)), (False, True)),
        ((pen((75.0, 205.0, 225.0, 240.0)), pen((232.0, 205.0, 340.0, 240.0))), (None, None)),
        ((pen((75.0, 205.0, 225.0, 240.0)), pen((235.0, 205.0, 390.0, 240.0))), (True, True)),
        ((pen((75.0, 205.0, 225.0, 240.0)), pen((222.0, 205.0, 390.0, 240.0))), (None, None)),
        ((pen((75.0, 205.0, 225.0, 240.0)), pen((235.0, 205.0, 300.0, 240.0)), pen((320.0, 205.0, 390.0, 240.0))), (None, None)),
        ((pen(LEFT), pen((250.0, 500.0, 400.0, 560.0))), (True, None)),
        ((pen(LEFT), pen((500.0, 800.0, 530.0, 820.0))), (True, False)),
    ],
    ids=[
        "both", "employee's is empty", "employer's is empty", "both empty", "too faint", "stamp", "date alone",
        "one signature in two pieces", "too wide together for one", "run into each other", "an end of the other one",
        "a signature gone astray", "initials at the foot",
    ],
)  # fmt: skip
def test_whose_ink_it_is(ink: tuple[Ink, ...], expected: tuple[bool | None, bool | None]) -> None:
    assert answers(pdf_content([TEXT], ink=ink)) == expected


def test_a_place_is_empty_only_on_pages_that_were_searched_and_read_well() -> None:
    there = pdf_content([TEXT], ink=(pen(LEFT),))
    assert answers(there) == (True, False)
    poor = replace(there, pages=tuple(replace(p, how=How.OCR, confidence=0.8) for p in there.pages))
    assert answers(poor) == (True, None)
    assert answers(replace(there, page_count=2)) == (True, None)
    assert answers(pdf_content([TEXT])) == (None, None)


BELOW = """
ARBEIDSOVEREENKOMST

Werkgever: Zorg Voorbeeld B.V.
Werknemer: L. Kok

De werknemer treedt in dienst als begeleider, voor onbepaalde tijd, voor 24 uur per week.

Aldus overeengekomen te Almelo



P. Smit\tL. Kok
(handtekening werkgever)\t(handtekening werknemer)
"""


@pytest.mark.parametrize("labels", ["(handtekening werkgever)\t(handtekening werknemer)", "Werkgever\tWerknemer"])
def test_the_room_to_sign_in_may_be_above_the_headings(labels: str) -> None:
    text = BELOW.replace("(handtekening werkgever)\t(handtekening werknemer)", labels)
    left, right = (75.0, 190.0, 180.0, 222.0), (235.0, 190.0, 340.0, 222.0)
    assert answers(pdf_content([text], ink=(pen(left), pen(right)))) == (True, True)
    assert answers(pdf_content([text], ink=(pen(left),))) == (True, False)
    in_the_article = (75.0, 130.0, 180.0, 160.0)
    assert True not in answers(pdf_content([text], ink=(pen(in_the_article),)))


def test_print_that_is_struck_through_is_no_signature() -> None:
    over_the_name = (72.0, 172.5, 118.0, 182.5)
    assert answers(pdf_content([TEXT], ink=(pen(over_the_name), pen(RIGHT)))) == (None, True)


def test_a_name_that_was_misread_where_it_is_to_be_signed_may_be_signed() -> None:
    """What lies over the name spoiled its letters, and was taken away with them."""
    text = TEXT.replace("mevrouw L. Kok", "mevrouw Lidewij Terpstra").replace("L. Kok", "Lidewij ferpstra")
    scan = pdf_content([text], ink=())
    pages = tuple(replace(page, how=How.OCR, confidence=0.98) for page in scan.pages)
    assert answers(replace(scan, pages=pages)) == (False, None)


def test_one_place_alone_is_for_a_person() -> None:
    alone = TEXT.replace("Namens werkgever\tWerknemer", "Namens werkgever\t").replace("\tL. Kok", "")
    assert answers(pdf_content([alone], ink=(pen(LEFT), pen(RIGHT))))[1] is None
    assert True not in answers(pdf_content([alone], ink=(pen(LEFT),)))


@pytest.mark.skipif(find_engine() is None, reason="no OCR engine for this machine")
@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({US: "pen"}, (True, False)),
        ({US: "stamp", THEM: "pen"}, (None, True)),
    ],
)
def test_a_scanned_contract(what: dict[str, str], expected: tuple[bool | None, bool | None]) -> None:
    scan = written(standard.contract(JORIS, signed="nobody"), what)
    assert answers(read_content(scan, as_table=False, settings=SETTINGS)) == expected  # type: ignore[arg-type]


def test_pictures_pasted_on_a_pdf() -> None:
    plain = standard.contract(JORIS, signed="nobody")
    for headings, expected in (((US, THEM), (True, True)), ((THEM,), (False, True)), ((), (False, False))):
        content = read_content(pasted(plain, *headings), as_table=False, settings=SETTINGS)
        assert isinstance(content, PdfContent)
        if len(headings) == 1:  # the other's place is empty, but a picture that bears a signature is on the page
            assert answers(content)[1] is True and answers(content)[0] is not True
        else:
            assert answers(content) == expected


MANUAL = "Kwaliteitshandboek\nZorg Voorbeeld B.V.\nVastgesteld te Borne.\nNaam: P. Smit\n\nHandtekening:\n\n\n"


@pytest.mark.parametrize(
    ("ink", "expected"),
    [
        ((pen((80.0, 140.0, 180.0, 170.0)),), True),
        ((pen((80.0, 140.0, 180.0, 170.0), 0.4),), None),
        ((pen((80.0, 600.0, 180.0, 630.0)),), None),
        ((), False),
        (None, None),
    ],
)
def test_a_paper_of_one_party(ink: tuple[Ink, ...] | None, expected: bool | None) -> None:
    answer = signed("handboek.pdf", pdf_content([MANUAL], ink=ink))
    assert answer.value is expected
    assert expected is not True or answer.by == "ink"
