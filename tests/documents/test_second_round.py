"""Layouts that were made without looking at the recognisers, as far as these once read them wrong or not at all."""

from datetime import date
from typing import Any

import pytest

from dossiercheck.documents import Diploma, Kind, Level, PersonnelTable, Vocabulary, Vog, recognise
from dossiercheck.documents.model import Employment
from dossiercheck.tender import load_set
from tests.build import pdf_content
from tests.documents.table_samples import workbook

DIPLOMA = """Diploma
Het bevoegd gezag van ROC van Twente te Hengelo verklaart dat {name}, geboren op 3 februari 1980 te
Almelo, met gunstig gevolg heeft afgelegd het examen van de opleiding {programme}, kwalificatieniveau
3, als bedoeld in de wet.
Hengelo, 5 juli 2003"""
EXTRACT = """Uit het register onderwijsdeelnemers
DIPLOMA
Middelbaar beroepsonderwijs
Verpleegkundige (niveau 4)
BEHAALD DOOR
Anna Maria van den Berg
Geboren op 3 februari 1980
UITGEGEVEN DOOR
ROC van Twente
Almelo, 1 juli 2010
Dit is een officieel bewijs van diplomagegevens. 123456 - pagina 1/1"""
VOG = """Verklaring Omtrent het Gedrag
Datum\tOns kenmerk
2 april 2025\t1002342025040255321
Geslachtsnaam\tTussenvoegsels\tVoorna(a)m(en)
Berg\tvan den\tAnna Maria
Geboortedatum\tGeboorteplaats\tGeboorteland
3 februari 1980\tGent\tBelgië
Hierbij geef ik u de VOG die u nodig heeft voor:
begeleider bij Zorg Voorbeeld
Uit de screening is niet gebleken van bezwaren.
Er is bij deze screening uitgegaan van het volgende profiel:
45
Op de volgende pagina vindt u een toelichting."""


def value(fact: Any) -> Any:
    return fact.value if fact else None


def paper(*pages: str, **kw: Any) -> Any:
    return recognise("p.pdf", "ab" * 32, 10, pdf_content(list(pages), **kw), Vocabulary()).paper


@pytest.mark.parametrize(
    "name",
    ["Anna Maria van den Berg", "Anna Maria van den\nBerg", "Anna Maria\nvan den Berg", "Suzanna op den\nKelder"],
)
def test_a_name_in_a_sentence_may_run_on_over_the_line(name: str) -> None:
    found = paper(DIPLOMA.format(name=name, programme="Verzorgende"))
    assert isinstance(found, Diploma)
    assert value(found.holder) == name.replace("\n", " ")
    assert value(found.institution) == "ROC van Twente"
    assert value(found.level) is Level.MBO_3


def test_a_name_that_a_line_cuts_off_is_not_half_read() -> None:
    text = "Diploma\nDe school verklaart dat Anna Maria van den\nBerg heeft behaald het examen van de opleiding Kok.\n"
    assert value(paper(text).holder) in (None, "Anna Maria van den Berg")


@pytest.mark.parametrize(
    "printed",
    ["Maatschappelijk Werk en\nDienstverlening met goed gevolg", "Maatschappelijk Werk en Dienstverlening\nis"],
)
def test_a_programme_in_a_sentence_ends_where_its_name_does(printed: str) -> None:
    found = paper(DIPLOMA.format(name="Anna de Wit", programme=printed))
    assert value(found.programme) == "Maatschappelijk Werk en Dienstverlening"


def test_a_letter_that_the_font_lacks_makes_no_name() -> None:
    broken = "\N{BLACK SQUARE}"
    assert value(paper(EXTRACT.replace("Anna", f"{broken}nna")).holder) is None
    assert value(paper(VOG.replace("Berg", f"B{broken}rg")).holder) is None


def test_values_may_stand_below_a_row_of_labels() -> None:
    found = paper(VOG)
    assert isinstance(found, Vog)
    assert value(found.holder) == "Anna Maria van den Berg"
    assert value(found.born_on) == date(1980, 2, 3)
    assert value(found.issued_on) == date(2025, 4, 2)
    assert value(found.profiles) == ("45",)


def test_below_a_row_of_labels_a_field_may_be_empty() -> None:
    assert value(paper(VOG.replace("van den", "")).holder) == "Anna Maria Berg"


@pytest.mark.parametrize(("encrypted", "form"), [(True, "digital"), (False, None)])
def test_a_vog_still_encrypted_as_issued_is_digital_in_one_language_too(encrypted: bool, form: str | None) -> None:
    assert value(paper(VOG, encrypted=encrypted).form) == form


def test_papers_of_several_kinds_in_one_file_are_its_parts() -> None:
    content = pdf_content([EXTRACT, "CIJFERLIJST\nNederlands  7", VOG, "Toelichting\n45 Gezondheidszorg\n84 Zorg"])
    found = recognise("all.pdf", "ab" * 32, 10, content, Vocabulary())
    assert [(part.kind, part.part_pages) for part in found.parts] == [(Kind.DIPLOMA, (1, 2)), (Kind.VOG, (3, 4))]
    assert found.kind is Kind.DIPLOMA
    assert found.pages == 4
    assert isinstance(found.parts[1].paper, Vog)
    assert value(found.parts[1].paper.profiles) == ("45",)


def test_one_paper_has_no_parts() -> None:
    content = pdf_content([VOG, "Toelichting\n45 Gezondheidszorg en welzijn\nDiploma"])
    assert recognise("vog.pdf", "ab" * 32, 10, content, Vocabulary()).parts == ()


HEADERS = ["Afdeling", "Nr.", "Achter-\nnaam", "Tussen- voegsel", "Voorletters", "Functie", "Dienstverband",
           "Cliëntcontact", "Ingangsdatum contract", "Datum in dienst"]  # fmt: skip
PERSON = ["Wmo", "1", "Berg", "van den", "A.", "begeleider", "loondienst", "direct", date(2024, 1, 8), date(2019, 5, 1)]


def table(*rows: list[Any]) -> PersonnelTable:
    vocabulary = load_set("twente-t77948").vocabulary
    found = recognise("t.xlsx", "ab" * 32, 10, workbook([list(row) for row in rows]), vocabulary).paper
    assert isinstance(found, PersonnelTable)
    return found


def test_headers_with_words_broken_off_and_two_kinds_of_start() -> None:
    found = table(HEADERS, PERSON)
    person = found.employees[0]
    assert (value(person.surname), value(person.prefix)) == ("Berg", "van den")
    assert (value(person.starts_on), value(person.in_service_since)) == (date(2024, 1, 8), date(2019, 5, 1))
    assert found.problems == ()
    assert value(person.employment) is Employment.EMPLOYED


def test_the_order_of_two_kinds_of_start_plays_no_part() -> None:
    swapped = [[*row[:8], row[9], row[8]] for row in (HEADERS, PERSON)]
    person = table(*swapped).employees[0]
    assert (value(person.starts_on), value(person.in_service_since)) == (date(2024, 1, 8), date(2019, 5, 1))


@pytest.mark.parametrize(
    "below",
    [
        ["", "", "Opgesteld door J. de Wit"],
        ["", "", "Stand per 1 juni 2024"],
        ["", "1", "loondienst"],
        ["", "2", ": inhuur"],
    ],
)
def test_notes_and_codes_below_the_table_are_nobody(below: list[str]) -> None:
    found = table(HEADERS, PERSON, [""], below)
    assert len(found.employees) == 1
    assert found.skipped[-1].say == "row-explanation"


@pytest.mark.parametrize("below", [["", "2", "Bron"], ["", "", "Zie"], ["", "2", "Datum Jansen"]])
def test_a_row_with_a_surname_alone_is_somebody(below: list[str]) -> None:
    assert len(table(HEADERS, PERSON, below).employees) == 2
