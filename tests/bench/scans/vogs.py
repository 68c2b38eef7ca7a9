"""VOGs: on paper before and after December 2020, and digital ones that were printed. Built from domain.md 3."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.bench.scans.truth import Paper, Person, day, in_figures, in_words, person
from tests.papers.sheet import HEIGHT, Sheet

NAMES = {
    "45": "Gezondheidszorg en welzijn van mens en dier",
    "60": "Onderwijs",
    "75": "(Gezins)voogd, reclasseringswerker, raadsonderzoeker, maatschappelijk werker",
}
_LEGEND = (
    ("11", "het raadplegen en bewerken van systemen"), ("12", "gevoelige en vertrouwelijke informatie"),
    ("21", "omgaan met contant geld of waardepapieren"), ("22", "bevoegd zijn over een budget"),
    ("36", "toezicht op productieprocessen"), ("37", "beschikken over goederen"), ("38", "gevaarlijke stoffen"),
    ("41", "diensten: advies, beveiliging, schoonmaak"), ("43", "diensten in de persoonlijke leefomgeving"),
    ("53", "offertes en aanbestedingen"), ("61", "onderhoud en bediening van machines"), ("62", "vervoer van goederen"),
    ("63", "vervoer van personen"), ("71", "leiding geven"), ("84", "zorg voor minderjarigen"),
    ("85", "zorg voor hulpbehoevende personen, ouderen en gehandicapten"), ("86", "kinderopvang"),
    ("45", NAMES["45"]), ("60", NAMES["60"]), ("75", NAMES["75"]), ("96", "Onbekende functie"),
)  # fmt: skip
_JOBS = (
    "Ambulant begeleider", "Woonbegeleider", "Verzorgende IG", "Huishoudelijk medewerker", "Jeugdhulpverlener",
    "Chauffeur dagbesteding", "Administratief medewerker",
)  # fmt: skip
_EMPLOYERS = ("Stichting Thuisrijk", "De Linde Zorggroep B.V.", "Zorgboerderij Het Erve", "Vitaal Begeleiding V.O.F.")
_PROFILES = (("45",), ("45",), ("84", "85"), ("85",), ("11", "12", "84"), ("43", "85"), ("41",), ("75",))


def _who(random: Random, first: date, last: date) -> tuple[Person, date, tuple[str, ...], str, str]:
    return (
        person(random), day(random, first, last), random.choice(_PROFILES), random.choice(_JOBS),
        random.choice(_EMPLOYERS),
    )  # fmt: skip


def _facts(who: Person, issued: date, profiles: tuple[str, ...], form: str) -> dict[str, object]:
    return {"holder": who.name, "born_on": who.born_on, "issued_on": issued, "profiles": profiles, "form": form}


def _blue(font: str, bold: str, random: Random) -> Sheet:
    sheet = Sheet("Scan", font=font, bold=bold)
    sheet.block(0, 0, 596, 842, "#e4edf8").waves("#b9cfe9", 16, 834)
    sheet.y = random.randint(44, 62)
    sheet.text(f"N{random.randrange(10**7, 10**8)}", x=468, size=11, colour="#1c4a94")
    return sheet


def paper_before_prose(random: Random, font: str, bold: str) -> Paper:
    """Before December 2020, everything in sentences, signed and dated at the foot."""
    who, issued, profiles, job, employer = _who(random, date(2015, 1, 5), date(2020, 11, 30))
    sheet = _blue(font, bold, random)
    sheet.line("Ministerie van Veiligheid en Justitie", bold=True).line("Dienst Justis", after=40)
    sheet.line("VERKLARING OMTRENT HET GEDRAG", size=16, bold=True, after=6)
    sheet.line("(natuurlijke personen)", after=24)
    sheet.paragraph(
        "De Staatssecretaris van Veiligheid en Justitie heeft op grond van de Wet justitiële en strafvorderlijke "
        "gegevens een onderzoek gedaan naar het gedrag van"
    )
    sheet.down(4).paragraph(f"{who.address} {who.name}, geboren op {in_words(who.born_on)} te {who.born_in},", after=12)
    sheet.paragraph(
        f"met het oog op de functie van {job} bij {employer}. Gelet op het risico voor de samenleving in verband met "
        "dat doel zijn geen bezwaren tegen de betrokkene gebleken."
    )
    named = len(profiles) == 1 and profiles[0] in NAMES and random.random() < 0.5
    sheet.down(6).line("Gehanteerd screeningsprofiel:", after=6)
    sheet.line(NAMES[profiles[0]] if named else ", ".join(profiles), bold=True, after=26)
    sheet.line(f"Den Haag, {in_words(issued)}", after=18)
    sheet.line("De Staatssecretaris voornoemd,").line("namens deze,", after=36).line("mr. H. Visscher-Oud")
    return Paper("vog", sheet.pdf(), _facts(who, issued, profiles, "paper"))


def paper_before_form(random: Random, font: str, bold: str) -> Paper:
    """Before December 2020, a form: labels at the left, figures for dates."""
    who, issued, profiles, job, employer = _who(random, date(2012, 3, 1), date(2020, 11, 30))
    sheet = _blue(font, bold, random)
    sheet.line("Centraal Orgaan Verklaring Omtrent het Gedrag", after=26)
    sheet.line("Verklaring omtrent het gedrag", size=17, bold=True, after=20)
    rows = (
        ("Naam", " ".join(p for p in (who.prefix, who.surname) if p)), ("Voornamen", who.given),
        ("Geboren op", in_figures(who.born_on)), ("Geboren te", who.born_in), ("Datum afgifte", in_figures(issued)),
        ("Kenmerk", f"{random.randrange(10**9, 10**10)}"),
    )  # fmt: skip
    for label, value in rows:
        sheet.columns((64, label), (190, value), after=7)
    sheet.down(10).paragraph(
        f"Deze verklaring is aangevraagd voor de functie {job} bij {employer}. Er is bij de beoordeling uitgegaan van "
        f"het screeningsprofiel {' en '.join(profiles)}."
    )
    sheet.paragraph(
        "De Minister van Veiligheid en Justitie verklaart dat hem niet is gebleken van bezwaren tegen bovengenoemde "
        "persoon, gezien het doel waarvoor de verklaring is gevraagd."
    )
    sheet.down(20).line("namens de Minister,", after=40).line("Hoofd COVOG")
    return Paper("vog", sheet.pdf(), _facts(who, issued, profiles, "paper"))


def _rows(sheet: Sheet, who: Person, issued: date, reference: str, random: Random) -> None:
    stacked = random.random() < 0.3
    rows = (
        ("Date", "Datum", in_words(issued)), ("Our reference", "Ons kenmerk", reference),
        ("Surname", "Geslachtsnaam", who.surname), ("Prefix to surname", "Tussenvoegsels", who.prefix),
        ("Given names", "Voorna(a)m(en)", who.given), ("Date of birth", "Geboortedatum", in_words(who.born_on)),
        ("Place of birth", "Geboorteplaats", who.born_in), ("Country of birth", "Geboorteland", "Nederland"),
    )  # fmt: skip
    for english, dutch, value in rows:
        if stacked:
            sheet.columns((64, dutch), (250, value), after=1).line(english, size=7, colour="#666666", after=6)
        else:
            sheet.columns((64, english), (180, dutch), (300, value), after=8)


def _screened(sheet: Sheet, profiles: tuple[str, ...], job: str, employer: str) -> None:
    sheet.down(8).line("Hierbij geef ik u de VOG die u nodig heeft voor:", after=6)
    sheet.line(f"{job} bij {employer}", bold=True, after=12)
    sheet.paragraph(
        "Uit de screening is niet gebleken van strafbare feiten die een bezwaar vormen voor dit doel. U kunt deze "
        "verklaring geven aan de organisatie die erom vraagt."
    )
    sheet.line("Er is bij deze screening uitgegaan van het volgende profiel:", after=6)
    sheet.line(", ".join(profiles), bold=True, after=12)
    sheet.line("Op de volgende pagina staat wat dit betekent.", after=22)


def paper_after(random: Random, font: str, bold: str) -> Paper:
    """From December 2020 on, on blue paper with address and number, sent by post."""
    who, issued, profiles, job, employer = _who(random, date(2020, 12, 1), date(2024, 5, 30))
    sheet = _blue(font, bold, random)
    sheet.line("Justis", size=13, bold=True).line("Ministerie van Justitie en Veiligheid", size=9, after=26)
    sheet.line(f"{'Mevr.' if who.woman else 'Dhr.'} {who.initials} {who.prefix} {who.surname}".replace("  ", " "))
    sheet.line(f"Molenstraat {random.randint(2, 180)}")
    sheet.line(
        f"{random.randint(1011, 9999)} {random.choice('BCDKLM')}{random.choice('AGHTZ')}  {who.born_in}", after=30
    )
    sheet.line("Verklaring Omtrent het Gedrag", size=18, bold=True, after=18)
    _rows(sheet, who, issued, str(random.randrange(10**18, 10**19)), random)
    _screened(sheet, profiles, job, employer)
    sheet.line("De Minister voor Rechtsbescherming,").line("namens deze,", after=22).line(
        "A.B. de Groot, directeur Justis"
    )
    return Paper("vog", sheet.pdf(), _facts(who, issued, profiles, "paper"))


def digital(random: Random, font: str, bold: str, *, pink: bool = True) -> Paper:
    """Printed from the mailbox: pink waves (gone on some printers), a second page with the legend."""
    who, issued, profiles, job, employer = _who(random, date(2024, 3, 20), date(2026, 8, 30))
    sheet = Sheet("Afdruk", font=font, bold=bold)
    if pink:
        sheet.block(0, 0, 596, 842, "#fbe9ee").waves("#eeb1c3", 16, 834)
    sheet.y = 70
    sheet.line("Justis", size=13, bold=True).line("Ministerie van Justitie en Veiligheid", size=9, after=36)
    sheet.line("Verklaring Omtrent het Gedrag", size=18, bold=True, after=22)
    reference = f"{random.randrange(10**5, 10**6)}{issued:%Y%m%d}{random.randrange(10**4, 10**5)}"
    _rows(sheet, who, issued, reference, random)
    _screened(sheet, profiles, job, employer)
    sheet.page()
    sheet.line("Betekenis van de codes", size=14, bold=True, after=14)
    for code, words in _LEGEND:
        sheet.columns((64, code), (110, words), after=7)
    sheet.y = HEIGHT - 60
    sheet.line("Controleer deze VOG op validatie.nl", size=8)
    return Paper("vog", sheet.pdf(), _facts(who, issued, profiles, "digital"))


def digital_without_pink(random: Random, font: str, bold: str) -> Paper:
    return digital(random, font, bold, pink=False)
