"""The VOG: digital (pink, two pages, encrypted without a password) and on paper (blue, with the text of a good scan)."""

from __future__ import annotations

import io
from datetime import date

from tests.papers.sheet import LEFT, RIGHT, Sheet, dutch_date

ASPECTS = (
    ("Informatie", "11", "Bevoegdheid hebben tot het raadplegen en/of bewerken van systemen"),
    ("", "12", "Met gevoelige/vertrouwelijke informatie omgaan"),
    ("", "13", "Kennis dragen van veiligheidssystemen en controlemechanismen"),
    ("Geld", "21", "Met contante en/of girale gelden en/of waardepapieren omgaan"),
    ("", "22", "Budgetbevoegdheid hebben"),
    ("Goederen", "36", "Het bewaken van productieprocessen"),
    ("", "37", "Het beschikken over goederen"),
    ("", "38", "Het voorhanden hebben van stoffen en voorwerpen met een risico"),
    ("Diensten", "41", "Het verlenen van diensten (advies, beveiliging, schoonmaak, onderhoud)"),
    ("", "43", "Het verlenen van diensten in de persoonlijke leefomgeving"),
    ("Transacties", "53", "Beslissen over offertes, contracten en aanbestedingen"),
    ("Proces", "61", "Het onderhouden en bedienen van machines, apparaten en voertuigen"),
    ("", "62", "Vervoer van goederen, producten of post"),
    ("", "63", "Vervoer van personen"),
    ("Aansturen", "71", "Vanuit de functie mensen of een organisatie aansturen"),
    ("Personen", "84", "Belast zijn met de zorg voor minderjarigen"),
    ("", "85", "Belast zijn met de zorg voor (hulpbehoevende) personen, ouderen en gehandicapten"),
    ("", "86", "Kinderopvang"),
)
SPECIFIC = (
    ("01", "Politieke ambtsdragers"),
    ("06", "Visum en emigratie"),
    ("18", "Huisvestingsvergunning"),
    ("25", "(Buitengewoon) opsporingsambtenaar"),
    ("40", "Vakantiegezinnen en adoptie"),
    ("45", "Gezondheidszorg en welzijn van mens en dier"),
    ("50", "Exploitatievergunning"),
    ("55", "Juridische dienstverlening"),
    ("60", "Onderwijs"),
    ("65", "Taxibranche; chauffeurskaart"),
    ("70", "Taxibranche; ondernemersvergunning"),
    ("75", "(Gezins)voogd, reclasseringswerker, maatschappelijk werker"),
    ("80", "Beëdigd tolk/vertaler"),
    ("85", "Lidmaatschap schietvereniging"),
    ("95", "Financiële dienstverlening"),
    ("96", "Onbekende functie"),
)
PINK, BLUE = "#f0b7c6", "#b3cbe8"
NEW_FRONT = date(2020, 12, 1)


def digital_vog(
    surname: str, prefix: str, given_names: str, *, born_on: date, born_in: str, purpose: str, issued_on: date,
    profiles: tuple[str, ...], reference: str, encrypt: bool = True,
) -> bytes:  # fmt: skip
    """A digital VOG; `encrypt=False` is one that was saved again."""
    sheet = Sheet("Verklaring Omtrent het Gedrag", font="Helvetica", bold="Helvetica-Bold")
    sheet.waves(PINK, 20, 830)
    sheet.y = 84
    sheet.line("Dienst Justis", size=9).line("Ministerie van Justitie en Veiligheid", size=9, after=26)
    sheet.line("Verklaring Omtrent het Gedrag", size=18, bold=True, after=22)
    _person(sheet, surname, prefix, given_names, born_on, born_in, issued_on, reference)
    _screening(sheet, purpose, profiles, "Op de volgende pagina leest u wat deze codes betekenen.")
    _legend(sheet, PINK)
    pdf = sheet.pdf()
    return encrypted(pdf) if encrypt else pdf


def paper_vog(
    surname: str, prefix: str, given_names: str, *, born_on: date, born_in: str, purpose: str, issued_on: date,
    profiles: tuple[str, ...], reference: str, address: tuple[str, ...] = (),
) -> bytes:  # fmt: skip
    """A VOG on paper as a scanner with text recognition saves it: address, N-number, no encryption.

    Its front was worded otherwise before 1 December 2020.
    """
    sheet = Sheet("Scan", font="Helvetica", bold="Helvetica-Bold", producer="Kantoorscanner")
    sheet.block(0, 0, 596, 842, "#eaf1fa").waves(BLUE, 20, 830)
    sheet.y = 60
    sheet.text(f"N {reference[-7:]}", x=470, size=11, colour="#123f8c")
    sheet.line("Dienst Justis", size=9).line("Ministerie van Justitie en Veiligheid", size=9, after=18)
    for row in address:
        sheet.line(row)
    sheet.down(22).line("Verklaring Omtrent het Gedrag", size=18, bold=True, after=20)
    if issued_on < NEW_FRONT:
        _old_front(sheet, surname, prefix, given_names, born_on, born_in, purpose, issued_on, profiles)
        return sheet.pdf()
    _person(sheet, surname, prefix, given_names, born_on, born_in, issued_on, reference)
    _screening(sheet, purpose, profiles, "Op de volgende pagina leest u wat deze codes betekenen.")
    sheet.down(14).line("De minister voor Rechtsbescherming,").line("namens deze,", after=14)
    sheet.line("hoofd Centraal Orgaan Verklaring Omtrent het Gedrag")
    _legend(sheet, BLUE)
    return sheet.pdf()


def encrypted(pdf: bytes, password: str = "") -> bytes:
    """AES-256; with an empty password anyone can open it."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(user=password, owner=password or "owner of the test", R=6))
    return out.getvalue()


def _person(
    sheet: Sheet, surname: str, prefix: str, given: str, born_on: date, born_in: str, issued: date, reference: str
) -> None:
    rows = (
        ("Date", "Datum", dutch_date(issued)),
        ("Our reference", "Ons kenmerk", reference),
        ("Surname", "Geslachtsnaam", surname),
        ("Prefix to surname", "Tussenvoegsels", prefix),
        ("Given names", "Voorna(a)m(en)", given),
        ("Date of birth", "Geboortedatum", dutch_date(born_on)),
        ("Place of birth", "Geboorteplaats", born_in),
        ("Country of birth", "Geboorteland", "Nederland"),
    )
    for english, dutch, value in rows:
        sheet.text(english, size=8, colour="#555555")
        sheet.columns((170, dutch), (290, value), after=6)


def _old_front(
    sheet: Sheet, surname: str, prefix: str, given: str, born_on: date, born_in: str, purpose: str, issued: date,
    profiles: tuple[str, ...],
) -> None:  # fmt: skip
    """All on one page, in Dutch; a specific profile by its name."""
    names = {code: name for code, name in SPECIFIC if code != "85"}
    function, _, organisation = purpose.partition(" bij ")
    sheet.paragraph(
        "De Minister voor Rechtsbescherming verklaart dat uit het onderzoek met betrekking tot het hierna vermelde "
        "doel niet is gebleken van bezwaren tegen:"
    )
    rows = (
        ("Geslachtsnaam", surname),
        ("Voorvoegsel(s)", prefix),
        ("Voornamen", given),
        ("Geboortedatum", f"{born_on:%d-%m-%Y}"),
        ("Geboorteplaats", born_in),
        ("Geboorteland", "Nederland"),
    )
    for label, value in rows:
        sheet.columns((LEFT, label), (200, value), after=6)
    sheet.down(12).line("Doel van de aanvraag", bold=True, after=6)
    sheet.columns((LEFT, "Functie"), (200, function), after=6)
    sheet.columns((LEFT, "Bij"), (200, organisation), after=18)
    sheet.line("Bij de beoordeling van de aanvraag is gelet op het volgende screeningsprofiel:", after=6)
    sheet.line(", ".join(names.get(code, code) for code in profiles), bold=True, after=26)
    sheet.line(f"'s-Gravenhage, {dutch_date(issued)}", after=14)
    sheet.line("De Minister voor Rechtsbescherming,").line("namens deze,", after=14)
    sheet.line("hoofd Centraal Orgaan Verklaring Omtrent het Gedrag")


def _screening(sheet: Sheet, purpose: str, profiles: tuple[str, ...], next_page: str) -> None:
    sheet.down(22).line("Hierbij geef ik u de VOG die u nodig heeft voor:", after=6)
    sheet.line(purpose, bold=True, after=16)
    sheet.paragraph(
        "Uit de screening is niet gebleken van bezwaren. De gegevens zijn beoordeeld met het oog op het doel "
        "waarvoor de verklaring is gevraagd."
    )
    sheet.line("Er is bij deze screening uitgegaan van het volgende profiel:", after=6)
    sheet.line(", ".join(profiles), bold=True, after=12).line(next_page)


def _legend(sheet: Sheet, colour: str) -> None:
    sheet.page().waves(colour, 20, 830)
    sheet.line("Toelichting op de screeningsprofielen", size=14, bold=True, after=14)
    sheet.line("Algemeen screeningsprofiel", bold=True, after=6)
    for area, code, words in ASPECTS:
        sheet.columns((LEFT, area), (140, code), (168, words), size=8, after=5)
    sheet.down(12).line("Specifieke screeningsprofielen", bold=True, after=6)
    half = len(SPECIFIC) // 2
    for (one, first), (two, second) in zip(SPECIFIC[:half], SPECIFIC[half:], strict=True):
        sheet.columns((LEFT, one), (86, first), (300, two), (322, second), size=8, after=5)
    sheet.down(6).rule(right=RIGHT)
