"""Diplomas that are missing, of the wrong person, level or kind, and what may stand in for one."""

from __future__ import annotations

from datetime import date

from tests import papers
from tests.samples import standard
from tests.samples.clean import small
from tests.samples.draft import Draft, situations
from tests.samples.people import CHLOE, JORIS, SOCIAL_WORK, Schooling
from tests.scans import scanned

HELPER = Schooling(
    qualification=("Middelbaar beroepsonderwijs", "Helpende zorg en welzijn (niveau 2)"),
    institution="ROC Regge en Dinkel",
    place="Almelo",
    awarded_on=date(2014, 7, 1),
    nlqf="NLQF 2 / EQF 2",
    in_table=("Helpende zorg en welzijn", "MBO-2"),
)
FIRST_YEAR = Schooling(
    heading="GETUIGSCHRIFT",
    qualification=("HBO Bachelor Social Work Propedeuse",),
    institution="Hogeschool Drieborg",
    place="Deventer",
    awarded_on=date(2016, 8, 31),
    in_table=("Social Work", "HBO"),
)
COURSE_UNIT = Schooling(
    heading="CERTIFICAAT",
    qualification=("Middelbaar beroepsonderwijs", "Keuzedeel Ondersteuning bij mensen met autisme"),
    institution="ROC Regge en Dinkel",
    place="Almelo",
    awarded_on=date(2019, 2, 1),
    in_table=("Ondersteuning bij mensen met autisme", ""),
)
SECONDARY = Schooling(
    qualification=("Hoger algemeen voortgezet onderwijs",),
    profile=("Cultuur en maatschappij",),
    institution="Het Ravelijn College",
    place="Almelo",
    awarded_on=date(2013, 6, 14),
    nlqf="NLQF 4 / EQF 4",
    in_table=("Havo", ""),
)
SHOP = Schooling(
    qualification=("Middelbaar beroepsonderwijs", "Manager retail (niveau 4)"),
    institution="ROC Regge en Dinkel",
    place="Almelo",
    awarded_on=date(2016, 7, 5),
    nlqf="NLQF 4 / EQF 4",
    in_table=("Manager retail", "MBO-4"),
)


def with_schooling(schooling: Schooling) -> Draft:
    """Joris with another diploma, in the table as well; sealed as it should be."""
    return Draft(JORIS.but(schooling=schooling), CHLOE)


def diploma_missing() -> Draft:
    return small().take(JORIS, "diploma.pdf")


def diploma_of_somebody_else() -> Draft:
    """In Joris's folder lies the diploma of a woman who does not work here."""
    other = JORIS.but(number=8, given="Marleen Tuinstra", surname="Hoekema", prefix="", born_on=date(1988, 2, 5))
    return small().give(JORIS, "diploma.pdf", standard.diploma(other, schooling=SOCIAL_WORK))


def diploma_level_too_low() -> Draft:
    return with_schooling(HELPER)


def diploma_propedeuse() -> Draft:
    return with_schooling(FIRST_YEAR)


def diploma_certificate() -> Draft:
    return with_schooling(COURSE_UNIT)


def diploma_secondary_school() -> Draft:
    return with_schooling(SECONDARY)


def diploma_not_care() -> Draft:
    return with_schooling(SHOP)


def diploma_before_register() -> Draft:
    """A paper diploma of 2004; Joris is older here."""
    elder = JORIS.but(born_on=date(1985, 3, 14))
    paper = papers.paper_diploma(
        elder.full_name,
        born_on=elder.born_on,
        born_in=elder.born_in,
        programme="Sociaal Pedagogisch Werk, niveau 4",
        school="ROC Regge en Dinkel",
        place="Almelo",
        awarded_on=date(2004, 7, 2),
    )
    draft = Draft(elder, CHLOE).give(elder, "diploma.pdf", paper)
    return draft.cell(elder, "Opleiding", "Sociaal Pedagogisch Werk")


def diploma_scanned() -> Draft:
    """The sealed extract, printed and scanned again."""
    return small().give(JORIS, "diploma.pdf", scanned(standard.diploma(JORIS)))


def evc_competence() -> Draft:
    return _evc("COMPETENTIEBEWIJS")


def evc_not_cashed_in() -> Draft:
    return _evc("ERVARINGSCERTIFICAAT")


def _evc(kind: str) -> Draft:
    paper = papers.evc_paper(
        JORIS.full_name,
        born_on=JORIS.born_on,
        programme="Persoonlijk begeleider specifieke doelgroepen",
        level="mbo niveau 4",
        issued_on=date(2022, 7, 4),
        kind=kind,
    )
    return diploma_missing().give(JORIS, f"{kind.lower()} van den Berg.pdf", paper)


def trainee_without_diploma() -> Draft:
    trainee = JORIS.but(
        employment="stagiair",
        function="stagiair begeleiding",
        pay="€ 350,00 per maand",
        schooling=None,
        starts=date(2024, 5, 6),
        ends=date(2024, 11, 29),
    )
    return Draft(trainee, CHLOE)


ALL = situations(
    diploma_missing, diploma_of_somebody_else, diploma_level_too_low, diploma_propedeuse, diploma_certificate,
    diploma_secondary_school, diploma_not_care, diploma_before_register, diploma_scanned, evc_competence, evc_not_cashed_in,
    trainee_without_diploma,
)  # fmt: skip
