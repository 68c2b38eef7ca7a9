"""Diplomas: DUO's extract from the register (as current ones look), a school's own paper, and papers of an EVC."""

from __future__ import annotations

from datetime import date

from tests.papers.sheet import LEFT, RIGHT, Sheet, dutch_date

DUO_BLUE = "#00387d"
GRADES = (("Nederlands", "7"), ("Engels", "6"), ("Rekenen", "7"), ("Loopbaan en burgerschap", "Voldaan"))


def extract(
    holder: str,
    *,
    born_on: date,
    qualification: tuple[str, ...],
    institution: str,
    place: str,
    awarded_on: date,
    downloaded_on: date,
    number: int,
    heading: str = "DIPLOMA",
    profile: tuple[str, ...] = (),
    level: str = "",
    grades: bool = False,
) -> bytes:
    """DUO's extract, not yet sealed. `level` is the sentence's `NLQF 4 / EQF 4`; with `grades` a CIJFERLIJST follows."""
    sheet = Sheet(
        f"Uittreksel diplomaregister {number}", bold="Helvetica-Bold", producer="Register onderwijsdeelnemers"
    )
    pages = 2 if grades else 1
    _head(sheet)
    sheet.line(heading, size=26, bold=True, colour=DUO_BLUE, after=12)
    for row in qualification:
        sheet.line(row, size=14, after=6)
    if profile:
        sheet.down(14).line("PROFIEL", size=8, bold=True, colour=DUO_BLUE)
        for row in profile:
            sheet.line(f"• {row}")
    sheet.down(22).line("BEHAALD DOOR", size=8, bold=True, colour=DUO_BLUE, after=10)
    sheet.line(holder, size=13, after=5).line(f"Geboren op {dutch_date(born_on)}")
    sheet.down(18).line("UITGEGEVEN DOOR", size=8, bold=True, colour=DUO_BLUE, after=10)
    sheet.line(institution, size=13, after=5).line(f"{place}, {dutch_date(awarded_on)}")
    if level:
        sheet.down(18).line(f"Dit {heading.lower()} heeft niveau {level}.")
    _foot(sheet, downloaded_on, number, 1, pages)
    if grades:
        sheet.page()
        _head(sheet)
        sheet.line("CIJFERLIJST", size=20, bold=True, colour=DUO_BLUE, after=12)
        sheet.line(f"{holder}, behorend bij {qualification[-1]}", after=14)
        for subject, mark in GRADES:
            sheet.columns((LEFT, subject), (400, mark), after=6)
        _foot(sheet, downloaded_on, number, 2, pages)
    return sheet.pdf()


def _head(sheet: Sheet) -> None:
    sheet.block(0, 0, 16, 842, DUO_BLUE)
    sheet.y = 70
    sheet.line("Uit het register onderwijsdeelnemers", size=10, colour=DUO_BLUE).rule(DUO_BLUE).down(46)


def _foot(sheet: Sheet, downloaded_on: date, number: int, page: int, pages: int) -> None:
    sheet.y = 752
    sheet.rule().down(14)
    sheet.line(f"Downloaddatum: {dutch_date(downloaded_on)}", size=8)
    sheet.line(
        f"Dit digitale document is een officieel bewijs van diplomagegevens. {number} - pagina {page}/{pages}", size=8
    )


def paper_diploma(
    holder: str, *, born_on: date, born_in: str, programme: str, school: str, place: str, awarded_on: date
) -> bytes:
    """A diploma as a school prints it on paper, saved as a PDF with text: MBO from before the register."""
    sheet = Sheet("Diploma", font="Times-Roman", bold="Times-Bold", size=13)
    sheet.canvas.setStrokeColorRGB(0.45, 0.35, 0.1)
    sheet.canvas.rect(36, 36, 523, 770)
    sheet.canvas.rect(42, 42, 511, 758)
    sheet.y = 130
    sheet.line("DIPLOMA", size=34, bold=True, after=12)
    sheet.line("MIDDELBAAR BEROEPSONDERWIJS", size=15, after=40)
    sheet.line("De examencommissie van").line(school, size=17, bold=True, after=16)
    sheet.line("verklaart dat").line(holder, size=17, bold=True, after=8)
    sheet.line(f"geboren op {dutch_date(born_on)} te {born_in}", after=18)
    sheet.line("met goed gevolg het examen heeft afgelegd van de opleiding")
    sheet.line(programme, size=17, bold=True, after=40)
    sheet.line(f"{place}, {dutch_date(awarded_on)}", after=60)
    sheet.columns((LEFT, "De voorzitter"), (330, "De geslaagde"))
    return sheet.pdf()


def evc_paper(
    holder: str, *, born_on: date, programme: str, level: str, issued_on: date, kind: str = "COMPETENTIEBEWIJS"
) -> bytes:
    """A Competentiebewijs of the Nationaal Kenniscentrum EVC, or (`ERVARINGSCERTIFICAAT`) what comes before it."""
    competence = kind == "COMPETENTIEBEWIJS"
    sheet = Sheet(kind.capitalize())
    sheet.block(0, 0, 596, 12, "#7a1f5c")
    sheet.line("Nationaal Kenniscentrum EVC" if competence else "Vakwijs EVC-advies, erkend EVC-aanbieder", size=11)
    sheet.down(50).line(kind, size=24, bold=True, colour="#7a1f5c", after=20)
    who = "Het Nationaal Kenniscentrum EVC" if competence else "Vakwijs EVC-advies"
    sheet.line(f"{who} verklaart dat", after=10)
    sheet.line(holder, size=16, bold=True, after=6).line(f"geboren op {dutch_date(born_on)}", after=16)
    if competence:
        sheet.line("op grond van het Ervaringscertificaat met nummer EC-2022-04471")
        sheet.line("beschikt over de competenties van", after=10)
    else:
        sheet.line("in de EVC-procedure de volgende beroepsstandaard heeft laten beoordelen", after=10)
    sheet.line(programme, size=14, bold=True, after=6).line(f"vergelijkbaar met {level}", after=24)
    sheet.columns((LEFT, "EVC-aanbieder"), (220, "Vakwijs EVC-advies (erkend)"))
    sheet.columns((LEFT, "Registratienummer"), (220, "NKC-CB-118204" if competence else "EC-2022-04471"))
    sheet.columns((LEFT, "Datum van afgifte"), (220, dutch_date(issued_on)), after=24)
    sheet.rule(right=RIGHT)
    return sheet.pdf()
