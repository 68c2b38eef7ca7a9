from datetime import date
from typing import Any

import pytest

from dossiercheck.documents import vog
from dossiercheck.documents.model import Vog
from dossiercheck.facts import How
from dossiercheck.readers.content import Line, Page, PdfContent, Span
from tests.build import pdf_content

DIGITAL = """Verklaring Omtrent het Gedrag
Date\tDatum\t25 maart 2026
Our reference\tOns kenmerk\t1234562026032512345
Surname\tGeslachtsnaam\tBerg
Prefix to surname\tTussenvoegsels\tvan den
Given names\tVoorna(a)m(en)\tAnna Maria
Date of birth\tGeboortedatum\t3 februari 1980
Place of birth\tGeboorteplaats\tAlmelo
Country of birth\tGeboorteland\tNederland

Hierbij geef ik u de VOG die u nodig heeft voor:
Persoonlijk begeleider bij Zorg Voorbeeld B.V.

Uit de screening is niet gebleken van bezwaren.
Er is bij deze screening uitgegaan van het volgende profiel:
84, 85
Op de volgende pagina vindt u een toelichting."""
LEGEND = "Toelichting\n11 Informatie\n45 Gezondheidszorg en welzijn van mens en dier\n84 Zorg voor minderjarigen\n85 Zorg voor personen"


def read(*pages: str, **kw: Any) -> Vog:
    claim = vog.recognise("v.pdf", pdf_content(list(pages), **kw))
    assert claim is not None
    assert isinstance(claim.paper, Vog)
    return claim.paper


def values(paper: Vog) -> tuple[object, ...]:
    facts = (paper.holder, paper.born_on, paper.issued_on, paper.profiles, paper.function, paper.form)
    return tuple(fact.value if fact else None for fact in facts)


EXPECTED = (
    "Anna Maria van den Berg",
    date(1980, 2, 3),
    date(2026, 3, 25),
    ("84", "85"),
    "Persoonlijk begeleider",
    "digital",
)


@pytest.mark.parametrize(
    "text",
    [
        DIGITAL,
        DIGITAL.replace("\t", " "),
        DIGITAL.replace("\t", "\n"),
        DIGITAL.replace("Datum\t", "Datum\n"),
        DIGITAL.replace("Persoonlijk begeleider bij", "Persoonlijk begeleider bij\n"),
        DIGITAL.replace("84, 85", "84,\n85"),
        DIGITAL.replace("VOG die", "VOG\ndie"),
        DIGITAL.replace("Surname\t", "Datum aanvraag\t1 maart 2026\nSurname\t", 1),
        DIGITAL.replace("Verklaring Omtrent het Gedrag", "V E R K L A R I N G   O M T R E N T   H E T   G E D R A G"),
    ],
)
def test_variants_of_the_digital_form(text: str) -> None:
    paper = read(text, LEGEND, encrypted=True)
    assert values(paper) == EXPECTED
    assert paper.still_encrypted
    assert paper.suspect == ()


def test_an_empty_prefix_takes_nothing_from_the_next_label() -> None:
    for written in ("Prefix to surname\tTussenvoegsels", "Prefix to surname\tTussenvoegsels\t-"):
        paper = read(DIGITAL.replace("Prefix to surname\tTussenvoegsels\tvan den", written))
        assert paper.holder and paper.holder.value == "Anna Maria Berg"


def test_a_value_over_two_lines() -> None:
    paper = read(DIGITAL.replace("Anna Maria", "Anna Maria\n\t\tElisabeth"))
    assert paper.holder and paper.holder.value == "Anna Maria Elisabeth van den Berg"


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("45", ("45",)),
        ("Gezondheidszorg en welzijn van mens en dier", ("45",)),
        ("45 Gezondheidszorg en welzijn van mens en dier", ("45",)),
        ("Gezondheidszorg en welzijn\nvan mens en dier (45)", ("45",)),
        ("85", ("85",)),
        ("11, 12, 41 en 84", ("11", "12", "41", "84")),
        ("84 85 86", ("84", "85", "86")),
        ("60 Onderwijs", ("60",)),
        ("Specifiek screeningsprofiel 85 Lidmaatschap schietvereniging", ("85 (schietvereniging)",)),
        ("84 (niet 45)", ("84",)),
        ("", None),
        ("99", None),
        ("85. Gelet is op artikel 35 van de wet, over 20 jaar, tot 12 maart 2024", ("85",)),
    ],
)
def test_profiles(printed: str, codes: tuple[str, ...] | None) -> None:
    paper = read(DIGITAL.replace("84, 85\n", printed + "\n"), LEGEND)
    assert (paper.profiles.value if paper.profiles else None) == codes


def test_hints_for_a_person() -> None:
    early = DIGITAL.replace("25 maart 2026", "25 maart 2023")
    assert read(early).suspect == ("digital-before-start", "reference-date-differs")


PAPER = """Ministerie van Veiligheid en Justitie
Verklaring Omtrent het Gedrag

De Minister van Veiligheid en Justitie verklaart dat uit een onderzoek met betrekking tot het gedrag van
de heer Pieter de Groot, geboren op 4 mei 1979 te Almelo, niet is gebleken van bezwaren.
Het onderzoek is verricht voor de functie van begeleider bij Zorg Voorbeeld B.V.
Het screeningsprofiel is 45 (Gezondheidszorg en welzijn van mens en dier).
's-Gravenhage, 12 maart 2018"""


def test_a_paper_form_in_running_text() -> None:
    assert values(read(PAPER)) == (
        "Pieter de Groot",
        date(1979, 5, 4),
        date(2018, 3, 12),
        ("45",),
        "begeleider",
        "paper",
    )


@pytest.mark.parametrize("said", ["niét", "níet", "nièt"])
def test_emphasis_and_specks_do_not_turn_a_refusal_of_objections_around(said: str) -> None:
    assert values(read(PAPER.replace("niet is", f"{said} is")))[0] == "Pieter de Groot"


@pytest.mark.parametrize(("sure", "holder"), [(0.3, "Anna Maria van den Berg"), (0.97, None)])
def test_a_stamp_beside_the_given_names_leaves_the_name_unsure(sure: float, holder: str | None) -> None:
    """Two values for one label: those read well are the name, of which nothing is sure; of two good ones none is."""
    rows = (
        DIGITAL.replace("Given names\t", "").replace("Anna Maria\n", "Anna Maria\nGiven names\tINGEK0MEN\n").split("\n")
    )
    lines = tuple(
        Line(
            spans=tuple(
                Span(text=cell, box=(60.0 + 200 * x, 20.0 * y, 240.0 + 200 * x, 20.0 * y + 12), confidence=found)
                for x, cell in enumerate(row.split("\t"))
                if (found := sure if cell == "INGEK0MEN" else 0.99)
            )
        )
        for y, row in enumerate(rows)
    )
    page = Page(number=1, width=595, height=842, lines=lines, how=How.OCR, confidence=0.98, image_share=1.0)
    claim = vog.recognise("v.jpg", PdfContent(pages=(page,), page_count=1))
    assert claim is not None
    assert isinstance(claim.paper, Vog)
    found = claim.paper.holder
    assert (found.value if found else None) == holder
    assert found is None or not found.place.is_sure


@pytest.mark.parametrize(
    "text",
    [
        DIGITAL.replace("Gedrag\n", "Gedrag voor rechtspersonen\n", 1),
        PAPER.replace("Gedrag\n", "Gedrag\nAanvraagformulier natuurlijke personen\n", 1),
        DIGITAL.replace(
            "Uit de screening is niet gebleken",
            "Ik ben van plan u deze VOG niet te geven. U kunt een zienswijze sturen",
        ),
        DIGITAL.replace("Uit de screening is niet gebleken van bezwaren.", "Ik heb uw aanvraag op 3 mei afgewezen."),
        PAPER.replace("niet is gebleken", "is gebleken"),
        "Gedragsverklaring aanbesteden\nVerklaring omtrent het gedrag van een onderneming\n12 maart 2018",
        "Zorgplan\nVoor elke medewerker is een Verklaring Omtrent het Gedrag aanwezig.",
        "Van: justis@voorbeeld.nl\nAan: p@voorbeeld.nl\nOnderwerp: Verklaring Omtrent het Gedrag\nProfiel 45\nDatum: 12 maart 2018\nNaam: Pieter de Groot",
    ],
)
def test_look_alikes_are_no_vog(text: str) -> None:
    assert vog.recognise("v.pdf", pdf_content([text])) is None


@pytest.mark.parametrize(("surname", "sure"), [("ling", False), ("Illing", True)])
def test_a_surname_without_a_capital_was_read_wrong_off_a_scan(surname: str, sure: bool) -> None:
    rows = DIGITAL.replace("Berg", surname).split("\n")
    lines = tuple(
        Line(
            spans=tuple(
                Span(text=cell, box=(60.0 + 200 * x, 20.0 * y, 240.0 + 200 * x, 20.0 * y + 12))
                for x, cell in enumerate(row.split("\t"))
            )
        )
        for y, row in enumerate(rows)
        if row
    )
    page = Page(number=1, width=595, height=842, lines=lines, how=How.OCR, confidence=0.98, image_share=1.0)
    claim = vog.recognise("v.jpg", PdfContent(pages=(page,), page_count=1))
    assert claim is not None
    assert isinstance(claim.paper, Vog)
    assert claim.paper.holder
    assert claim.paper.holder.place.is_sure is sure
