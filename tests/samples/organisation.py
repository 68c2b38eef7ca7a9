"""Papers of the provider itself: locations, evacuation plan, RI&E, subcontract, cover letter."""

from __future__ import annotations

import functools
import io
from collections.abc import Mapping, Sequence
from datetime import date

from tests.papers import Sheet, dutch_date
from tests.papers.sheet import EXAMPLE
from tests.papers.table import MADE
from tests.samples.people import DIRECTOR, PROVIDER, TOWN

LOCATION_HEADERS = ("Naam locatie", "Adres", "Postcode", "Plaats", "Soort locatie", "Eigendom of huur")
OFFICE = ("Kantoor Almelo", "Stationsplein 3", "7607 AB", TOWN, "hoofdkantoor", "huur")
WORKSHOP = ("De Wagenmaker", "Dorpsstraat 14", "7621 CD", "Borne", "dagbestedingslocatie", "eigendom")
SUBCONTRACTOR = "Samenspoor Begeleid Wonen B.V."


def overview(*rows: Sequence[str | None]) -> bytes:
    """The overview of locations, as the portal's template."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    sheet = book.active
    sheet.title = "Locaties"
    sheet["A1"] = "Overzicht locaties"
    sheet["A2"] = f"Aanbieder: {PROVIDER}"
    for line, row in enumerate((LOCATION_HEADERS, *rows), start=4):
        for column, value in enumerate(row, start=1):
            sheet.cell(line, column, value).font = Font(bold=line == 4)
    out = io.BytesIO()
    book.save(out)
    return _dated(out.getvalue())


def _dated(workbook: bytes) -> bytes:
    """The same bytes on every day: openpyxl stamps the moment of writing on every part."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, date_time=MADE.timetuple()[:6]), old.read(entry))
    return out.getvalue()


def prose(title: str, chapters: Mapping[str, Sequence[str]], *, under: str = "") -> bytes:
    """A paper with a title and headed paragraphs."""
    sheet = Sheet(title)
    sheet.line(title, size=16, bold=True, after=8)
    if under:
        sheet.line(under, after=14)
    for heading, paragraphs in chapters.items():
        sheet.line(heading, bold=True, size=11, after=6)
        for paragraph in paragraphs:
            sheet.paragraph(paragraph)
    return sheet.pdf()


@functools.cache
def evacuation_plan(*, numbers: bool = True) -> bytes:
    chapters = {
        "1. Taken en verantwoordelijkheden": (
            "De locatiemanager is verantwoordelijk voor de veiligheid in het gebouw en voor het jaarlijks oefenen van dit plan.",
            "Elke begeleider heeft als taak de deelnemers in zijn groep naar buiten te brengen en de presentielijst mee te nemen.",
        ),
        "2. Taken van de BHV'ers": (
            "De BHV'er verleent eerste hulp, bestrijdt een beginnende brand en controleert of alle ruimten leeg zijn.",
        ),
        "3. Procedure en stappenplan bij ontruiming": (
            "Stap 1: druk de handmelder in en waarschuw de mensen in uw omgeving.",
            "Stap 2: sluit ramen en deuren en verlaat het gebouw via de dichtstbijzijnde uitgang.",
            "Stap 3: verzamel op het parkeerterrein en meld u bij het hoofd BHV, die de brandweer opvangt.",
        ),
    }
    if numbers:
        chapters["4. Telefoonnummers"] = (
            "Brandweer en politie, spoed: 112",
            "Politie, geen spoed: 0900-8844",
            "Locatiemanager Tessa Roelofs: 06-12345678",
        )
    return prose("Ontruimingsplan", chapters, under=f"{PROVIDER}, locatie De Wagenmaker, Dorpsstraat 14, Borne")


RISKS = (
    ("Agressie door cliënten", "Training voor alle begeleiders", "hoog", "1 september 2024"),
    ("Tillen van rolstoelen", "Tilhulp aanschaffen en instructie", "midden", "1 december 2024"),
    ("Beeldschermwerk op kantoor", "Verstelbare bureaus plaatsen", "laag", "1 maart 2025"),
)


@functools.cache
def rie_plan(*, dated: bool = True) -> bytes:
    """The action plan as a table."""
    sheet = Sheet("Plan van aanpak RI&E")
    sheet.line("Plan van aanpak RI&E", size=16, bold=True, after=8)
    sheet.line(f"{PROVIDER}, locatie De Wagenmaker te Borne", after=14)
    columns = (64.0, 200.0, 372.0, 440.0)
    heads = ("Risico", "Maatregel", "Prioriteit", "Gereed op" if dated else "Uitvoering door")
    sheet.columns(*zip(columns, heads, strict=True), bold=True, size=9, after=6)
    for risk, measure, priority, done in RISKS:
        last = done if dated else "de directie"
        sheet.columns(*zip(columns, (risk, measure, priority, last), strict=True), size=9, after=6)
    return sheet.pdf()


@functools.cache
def rie_review() -> bytes:
    """The letter of the occupational health service."""
    sheet = Sheet("Toetsing RI&E")
    for line in (
        "Arbodienst De Vesting",
        "Postbus 12, 7500 AA Enschede",
        "",
        PROVIDER,
        "Stationsplein 3, 7607 AB Almelo",
        "",
    ):
        sheet.line(line)
    sheet.line(f"Enschede, {dutch_date(date(2024, 3, 14))}", after=10)
    sheet.line("Betreft: toetsing RI&E", bold=True, after=12)
    sheet.paragraph("Geachte directie,")
    sheet.paragraph(
        "Op uw verzoek hebben wij de risico-inventarisatie en -evaluatie met het plan van aanpak van uw organisatie getoetst. De toets"
        " is uitgevoerd door onze gecertificeerde kerndeskundige, hogere veiligheidskundige ir. P. Mulder."
    )
    sheet.paragraph("Hoogachtend, P. Mulder")
    return sheet.pdf()


@functools.cache
def subcontract(other: str = SUBCONTRACTOR) -> bytes:
    sheet = Sheet("Overeenkomst van onderaanneming")
    sheet.line("OVEREENKOMST VAN ONDERAANNEMING", size=14, bold=True, after=12)
    sheet.paragraph("De ondergetekenden:")
    sheet.paragraph(f"1. {PROVIDER}, gevestigd te {TOWN}, hierna te noemen: hoofdaannemer;")
    sheet.paragraph(f"2. {other}, gevestigd te Enschede, hierna te noemen: onderaannemer;")
    sheet.paragraph("komen het volgende overeen.")
    sheet.paragraph("Artikel 1. Onderaannemer voert begeleiding individueel uit in opdracht van hoofdaannemer.")
    sheet.paragraph("Artikel 2. De overeenkomst gaat in op 1 januari 2024 en geldt voor onbepaalde tijd.")
    return sheet.pdf()


def letter(*paragraphs: str, subject: str = "Betreft: inschrijving T77948 Wmo begeleiding individueel") -> bytes:
    """The cover letter. Whatever stands on it is read, so that it is an example is said in its title alone."""
    sheet = Sheet(f"Aanbiedingsbrief ({EXAMPLE})", note="")
    for line in (
        PROVIDER,
        "Stationsplein 3, 7607 AB Almelo",
        "",
        "Aan SamenTwente",
        "",
        f"{TOWN}, {dutch_date(date(2024, 5, 28))}",
        "",
    ):
        sheet.line(line)
    sheet.line(subject, bold=True, after=12)
    for paragraph in paragraphs:
        sheet.paragraph(paragraph)
    sheet.paragraph(DIRECTOR)
    return sheet.pdf()


PLAIN_LETTER = (
    "Geachte heer, mevrouw,",
    "Hierbij ontvangt u onze inschrijving voor de producten basis en plus. Wij gaan zonder voorbehoud akkoord met alle voorwaarden van"
    " de procedure. Heeft u vragen, dan kunt u bellen met ondergetekende.",
    "Met vriendelijke groet,",
)
ENGLISH_LETTER = (
    "Dear members of the committee,",
    "We are pleased to submit our application for both products. Our organisation has been active in the region for more than ten years"
    " and we look forward to working with the municipalities. Please contact us if you have any questions about our application.",
    "Kind regards,",
)
RESERVED_LETTER = (
    "Geachte heer, mevrouw,",
    "Hierbij ontvangt u onze inschrijving voor de producten basis en plus. Wij maken een voorbehoud ten aanzien van de tarieven: wij"
    " leveren alleen als zij jaarlijks worden geïndexeerd.",
    "Met vriendelijke groet,",
)
