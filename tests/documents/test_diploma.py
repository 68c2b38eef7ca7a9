from datetime import date

import pytest

from dossiercheck.documents import diploma
from dossiercheck.documents.model import Diploma, Level, NoQualification
from tests.build import pdf_content

EXTRACT = """Uit het register onderwijsdeelnemers

DIPLOMA
Middelbaar beroepsonderwijs
Verpleegkundige (niveau 4)

BEHAALD DOOR
Anna Maria van den Berg
Geboren op 3 februari 1980

UITGEGEVEN DOOR
ROC van Twente
Hengelo, 1 juli 2001

Dit diploma heeft niveau NLQF 4 / EQF 4.

Downloaddatum: 2 september 2026
Dit document is een officieel bewijs van diplomagegevens. 123456 - pagina 1/1"""


def read(*pages: str) -> Diploma:
    claim = diploma.recognise("d.pdf", pdf_content(list(pages)))
    assert claim is not None
    assert isinstance(claim.paper, Diploma)
    return claim.paper


def values(paper: Diploma) -> tuple[object, ...]:
    facts = (paper.holder, paper.born_on, paper.programme, paper.level, paper.awarded_on, paper.institution)
    return tuple(fact.value if fact else None for fact in facts)


EXPECTED = (
    "Anna Maria van den Berg",
    date(1980, 2, 3),
    "Verpleegkundige",
    Level.MBO_4,
    date(2001, 7, 1),
    "ROC van Twente",
)


@pytest.mark.parametrize(
    "text",
    [
        EXTRACT,
        EXTRACT.replace("\nGeboren", "\tGeboren"),
        EXTRACT.replace("\nGeboren", " Geboren"),
        EXTRACT.replace("\nHengelo", "\tHengelo"),
        EXTRACT.replace("\nHengelo", ", Hengelo"),
        EXTRACT.replace("ROC van Twente\nHengelo, 1 juli 2001", "Hengelo, 1 juli 2001\nROC van Twente"),
        EXTRACT.replace("BEHAALD DOOR", "BEHAALD\nDOOR").replace("UITGEGEVEN DOOR", "UITGEGEVEN\nDOOR"),
        EXTRACT.replace("BEHAALD DOOR\n", "Behaald door: ").replace("UITGEGEVEN DOOR\n", "Uitgegeven door:\t"),
        EXTRACT.replace("Anna Maria van", "Anna Maria\nvan"),
        EXTRACT.replace("DIPLOMA", "D I P L O M A").replace("BEHAALD DOOR", "B E H A A L D   D O O R"),
        EXTRACT.replace(" ", "\u00a0").replace("Verpleeg", "Ver\u00adpleeg"),
        EXTRACT.replace("Verpleegkundige (niveau 4)", "Mbo Verpleegkundige 4").replace(
            "Middelbaar beroepsonderwijs\n", ""
        ),
        """Uit het register onderwijsdeelnemers
DIPLOMA
Middelbaar beroepsonderwijs
Verpleegkundige (niveau 4)
BEHAALD DOOR\t\tUITGEGEVEN DOOR
Anna Maria van den Berg\t\tROC van Twente
Geboren op 3 februari 1980\t\tHengelo, 1 juli 2001
Downloaddatum: 2 september 2026""",
    ],
)
def test_variants_of_the_extract(text: str) -> None:
    paper = read(text)
    assert values(paper) == EXPECTED
    assert paper.register_extract
    assert paper.no_qualification is None


def test_every_fact_has_its_place() -> None:
    paper = read(EXTRACT)
    assert paper.awarded_on and paper.born_on and paper.extract_number
    assert paper.awarded_on.place.text == "1 juli 2001"
    assert paper.awarded_on.place.page == 1
    assert paper.awarded_on.place.box is not None
    assert paper.born_on.place.text == ""
    assert paper.born_on.place.box is not None
    assert paper.extract_number.value == "123456"


@pytest.mark.parametrize(
    ("title", "lines", "level", "nothing"),
    [
        ("DIPLOMA", "Middelbaar beroepsonderwijs\nVerpleegkundige (niveau 4)", Level.MBO_4, None),
        ("DIPLOMA", "Mbo Persoonlijk begeleider specifieke doelgroepen 4", Level.MBO_4, None),
        ("DIPLOMA", "Middelbaar beroepsonderwijs\nSociaal-pedagogisch werk", None, None),
        (
            "DIPLOMA",
            "Middelbaar beroepsonderwijs\nVerzorgende (niveau 3)\nMaatschappelijke zorg (niveau 4)",
            None,
            None,
        ),
        ("GETUIGSCHRIFT", "HBO Bachelor Social Work", Level.HBO, None),
        ("GETUIGSCHRIFT", "HBO Associate degree Ervaringsdeskundige", Level.AD, None),
        ("GETUIGSCHRIFT", "Hoger beroepsonderwijs\nAssociate degree Ervaringsdeskundige", Level.AD, None),
        ("GETUIGSCHRIFT", "Wetenschappelijk onderwijs\nMaster Orthopedagogiek", Level.WO, None),
        ("GETUIGSCHRIFT", "WO Bachelor Psychologie", Level.WO, None),
        ("GETUIGSCHRIFT", "HBO Bachelor Social Work Propedeuse", Level.HBO, NoQualification.PROPEDEUSE),
        ("DIPLOMA", "Hoger algemeen voortgezet onderwijs", Level.HAVO, NoQualification.SECONDARY_SCHOOL),
        ("DIPLOMA", "Voortgezet onderwijs\nHAVO", Level.HAVO, NoQualification.SECONDARY_SCHOOL),
        ("DIPLOMA", "Voorbereidend wetenschappelijk onderwijs", Level.VWO, NoQualification.SECONDARY_SCHOOL),
        ("DIPLOMA", "Voorbereidend middelbaar beroepsonderwijs", Level.VMBO, NoQualification.SECONDARY_SCHOOL),
        ("CERTIFICAAT", "Middelbaar beroepsonderwijs\nKeuzedeel Palliatieve zorg", None, NoQualification.CERTIFICATE),
        ("DIPLOMA", "Inburgering", None, NoQualification.COURSE),
        ("GETUIGSCHRIFT", "HBO module Social Work in de wijk", Level.HBO, NoQualification.CERTIFICATE),
        ("GETUIGSCHRIFT", "HBO Bachelor Social Work\nMinor Jeugd", Level.HBO, None),
        ("DIPLOMA", "Mbo Deelkwalificatie Verzorgende IG 3", Level.MBO_3, NoQualification.CERTIFICATE),
        ("CIJFERLIJST", "Middelbaar beroepsonderwijs\nVerpleegkundige", None, NoQualification.GRADE_LIST),
    ],
)
def test_level_and_what_is_no_qualification(
    title: str, lines: str, level: Level | None, nothing: NoQualification | None
) -> None:
    text = (
        EXTRACT.replace("Dit diploma heeft niveau NLQF 4 / EQF 4.\n", "")
        .replace("DIPLOMA\n", title + "\n")
        .replace("Middelbaar beroepsonderwijs\nVerpleegkundige (niveau 4)", lines)
    )
    paper = read(text)
    assert (paper.level.value if paper.level else None) == level
    assert (paper.no_qualification.value if paper.no_qualification else None) == nothing


def test_a_framework_line_alone_is_no_level() -> None:
    assert (
        read(EXTRACT.replace("Middelbaar beroepsonderwijs\nVerpleegkundige (niveau 4)", "Verpleegkundige")).level
        is None
    )


def test_several_diplomas_in_one_file_leave_only_what_they_share() -> None:
    other = (
        EXTRACT.replace("Verpleegkundige (niveau 4)", "Verzorgende IG (niveau 3)")
        .replace("NLQF 4", "NLQF 3")
        .replace("1 juli 2001", "2 juli 1999")
    )
    paper = read(EXTRACT, other)
    assert paper.listed == 2
    assert values(paper) == ("Anna Maria van den Berg", date(1980, 2, 3), None, None, None, "ROC van Twente")


def test_a_grade_list_behind_the_diploma_changes_nothing() -> None:
    grades = "CIJFERLIJST\nMiddelbaar beroepsonderwijs\nVerpleegkundige\nNederlands niveau 3F\t7\nRekenen niveau 2\t6\n2 van 2"
    paper = read(EXTRACT, grades)
    assert values(paper) == EXPECTED
    assert paper.no_qualification is None


def test_an_older_extract_with_labels() -> None:
    paper = read("""Dienst Uitvoering Onderwijs
Uittreksel diplomaregister
Naam\tAnna Maria van den Berg
Geboortedatum\t03-02-1980
Soort onderwijs\tMiddelbaar beroepsonderwijs
Opleiding\tVerzorgende IG
Niveau\t3
Soort document\tDiploma
Onderwijsinstelling\tROC van Twente
Datum behaald\t1 juli 2011
Dit uittreksel is afgegeven op 3 mei 2014""")
    assert paper.register_extract
    assert values(paper) == (
        "Anna Maria van den Berg",
        date(1980, 2, 3),
        "Verzorgende IG",
        Level.MBO_3,
        date(2011, 7, 1),
        "ROC van Twente",
    )


def test_the_framework_s_number_counts_beside_the_type_and_may_not_contradict_it() -> None:
    bare = EXTRACT.replace("Verpleegkundige (niveau 4)", "Verpleegkundige")
    level = read(bare).level
    assert level and level.value is Level.MBO_4
    assert read(EXTRACT.replace("(niveau 4)", "(niveau 3)")).level is None


def test_a_school_s_own_paper() -> None:
    paper = read("""ROC Oost
DIPLOMA
Middelbaar beroepsonderwijs

Het bevoegd gezag verklaart dat
Pieter de Groot
geboren op 4 mei 1979 te Almelo
met goed gevolg het examen heeft afgelegd van de beroepsopleiding
Verzorgende, niveau 3
Uitgereikt te Hengelo op 12 juni 1999""")
    assert not paper.register_extract
    assert values(paper)[:2] == ("Pieter de Groot", date(1979, 5, 4))
    assert paper.level and paper.level.value is Level.MBO_3
    assert paper.awarded_on and paper.awarded_on.value == date(1999, 6, 12)


@pytest.mark.parametrize("course", ["BHV", "VCA Basis", "Reanimatie en AED"])
def test_a_course_certificate_is_no_qualification(course: str) -> None:
    paper = read(
        f"CERTIFICAAT\n{course}\nUitgereikt aan\nPieter de Groot\ngeboren op 4 mei 1979\nHij heeft de cursus met goed gevolg afgerond.\nAlmelo, 3 maart 2024"
    )
    assert paper.no_qualification is not None
    assert paper.level is None


@pytest.mark.parametrize(
    "text",
    [
        "Curriculum vitae\nPieter de Groot\nOpleiding\nDiploma mbo Verzorgende IG niveau 3 behaald in 2011",
        "CERTIFICAAT\nHet managementsysteem van Zorg B.V. voldoet aan ISO 9001:2015\nuitgereikt op 3 maart 2024\nexamen",
        "Arbeidsovereenkomst voor bepaalde tijd\nDe werknemer, geboren op 4 mei 1979, legt zijn diploma over.",
        "Mijn DUO\nMijn diploma's\nSociaal werker (niveau 4)\tDiploma\t2 juli 2021\nDiploma Havo behaald",
        "Uittreksel BIG-register\nVerpleegkundige\nPieter de Groot\ngeboren 4 mei 1979",
    ],
)
def test_what_only_speaks_of_a_diploma_is_none(text: str) -> None:
    assert diploma.recognise("d.pdf", pdf_content([text])) is None


@pytest.mark.parametrize("lead", ["de middenkaderopleiding", "de hbo-bacheloropleiding", "de inserviceopleiding tot"])
def test_the_programme_behind_any_word_that_ends_in_opleiding(lead: str) -> None:
    paper = read(
        f"Diploma\nHogeschool Verzonnen\nDe examencommissie verklaart dat\nPetra Linde\ngeboren 14 februari 1980\n"
        f"het examen heeft afgelegd van {lead}\nSociaal Pedagogisch Werker (SPW), kwalificatieniveau 4\nuitgereikt 27 juni 2003"
    )
    assert paper.programme and paper.programme.value == "Sociaal Pedagogisch Werker"
