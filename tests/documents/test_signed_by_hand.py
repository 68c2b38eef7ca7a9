"""A paper of the provider, signed with a pen or not: whose place the ink is at, and when a place is surely empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossiercheck.documents.signed_by_hand import signed_by_hand
from dossiercheck.facts import How
from dossiercheck.readers.content import Ink, PdfContent
from dossiercheck.readers.file import read_content
from tests.build import pdf_content
from tests.ink import SETTINGS, pasted, written
from tests.papers import organisation_paper

FORM = """PDC-formulier Wmo
[x] Begeleiding individueel
Wij verklaren dat dit formulier namens ons bestuur naar waarheid is ingevuld, en dat wij dat kunnen tonen.
Handtekening:



Naam: P. Smit
Datum: 3 mei 2023
"""
PLAN = """Begeleidingsplan
Cliënt A werkt aan zijn doelen.
Handtekening cliënt:\tHandtekening begeleider:
"""
HEADED = """Begeleidingsplan
Cliënt A werkt aan zijn doelen.
Voor akkoord cliënt
Handtekening:
"""
AT_LABEL = (75.0, 118.0, 180.0, 150.0)
LEFT, RIGHT = (75.0, 104.0, 180.0, 136.0), (235.0, 104.0, 340.0, 136.0)


def pen(*boxes: tuple[float, float, float, float], likeness: float = 1.0) -> tuple[Ink, ...]:
    return tuple(Ink(box=box, length=150.0, likeness=likeness) for box in boxes)


@pytest.mark.parametrize(
    ("text", "ink", "expected"),
    [
        (FORM, pen(AT_LABEL), True),
        (FORM, pen(AT_LABEL, likeness=0.4), None),
        (FORM, pen((300.0, 600.0, 420.0, 640.0)), None),
        (FORM, (), False),
        (FORM.replace("Handtekening:", "Handtekening: P. Smit"), (), None),
        (FORM.replace("Handtekening:\n", "Handtekening:\n P. Smit (getekend)\n"), (), None),
        (FORM.replace("Handtekening:\n", ""), (), None),
        (FORM + "Digitaal ondertekend met Signhost", (), None),
        (PLAN, pen(LEFT), None),
        (PLAN, pen(RIGHT), True),
        (PLAN, pen(LEFT, RIGHT), True),
        (PLAN, (), False),
        (HEADED, pen((75.0, 118.0, 180.0, 150.0)), None),
        (HEADED, (), None),
        (FORM.replace("Handtekening:", "Datum en handtekening:"), pen(AT_LABEL), None),
    ],
    ids=[
        "at the label", "too faint", "elsewhere", "empty", "typed behind it", "typed below it", "no label", "a service",
        "the client's alone", "the provider's alone", "both", "both empty", "whose by the heading", "whose, and empty",
        "perhaps a date",
    ],
)  # fmt: skip
def test_whose_place_the_ink_is_at(text: str, ink: tuple[Ink, ...], expected: bool | None) -> None:
    answer = signed_by_hand("formulier.pdf", pdf_content([text], ink=ink))
    assert answer.value is expected
    if expected is not None:
        assert answer.place and answer.place.page == 1 and answer.place.box


def test_empty_only_on_pages_that_were_searched_and_read_well() -> None:
    there = pdf_content([FORM], ink=())
    poor = replace(there, pages=tuple(replace(p, how=How.OCR, confidence=0.7) for p in there.pages))
    assert signed_by_hand("f.pdf", poor).value is None
    assert signed_by_hand("f.pdf", pdf_content([FORM])).value is None
    assert signed_by_hand("f.pdf", replace(there, page_count=2)).value is None


def test_a_pasted_picture_and_a_scan() -> None:
    lines = ("PDC-formulier Wmo", "[x] Begeleiding individueel", "Handtekening", " ", " ", " ", "Datum: 3 mei 2023")
    pdf = organisation_paper(*lines)
    for made, expected in (
        (pdf, False),
        (pasted(pdf, "Handtekening"), True),
        (written(pdf, {"Handtekening": "pen"}), True),
        (written(pdf, {"Handtekening": "stamp"}), None),
    ):
        content = read_content(made, as_table=False, settings=SETTINGS)
        assert isinstance(content, PdfContent)
        assert signed_by_hand("f.pdf", content).value is expected
