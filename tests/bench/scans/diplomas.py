"""DUO extracts that were printed and scanned, and the schools' own papers from before the register (domain.md 2 and 8)."""

from __future__ import annotations

from datetime import date
from random import Random

from reportlab.pdfbase import pdfmetrics

from tests.bench.scans.truth import Paper, day, in_figures, in_words, person
from tests.papers.sheet import HEIGHT, WIDTH, Sheet

_MBO = (
    ("Middelbaar beroepsonderwijs", "Persoonlijk begeleider maatschappelijke zorg (niveau 4)"),
    ("Middelbaar beroepsonderwijs", "Verzorgende IG (niveau 3)"),
    ("Middelbaar beroepsonderwijs", "Sociaal werker (niveau 4)"),
    ("HBO Bachelor Social Work", ""),
    ("HBO Bachelor Opleiding tot Verpleegkundige", ""),
)
_SCHOOLS = ("ROC van Twente", "Deltion College", "Graafschap College", "Hogeschool Saxion", "Noorderpoort")


def _facts(holder: str, born: date, awarded: date, *, extract: bool) -> dict[str, object]:
    return {"holder": holder, "born_on": born, "issued_on": awarded, "register_extract": extract}


def duo_stacked(random: Random, font: str, bold: str) -> Paper:
    """The headings below each other."""
    who, awarded = person(random), day(random, date(2007, 6, 1), date(2024, 7, 20))
    kind, programme = random.choice(_MBO)
    sheet = Sheet("Afdruk", font=font, bold=bold)
    sheet.y = 70
    sheet.line("Dienst Uitvoering Onderwijs", size=9, after=18)
    sheet.line("Uit het register onderwijsdeelnemers", after=34)
    sheet.line("DIPLOMA" if kind.startswith("Mid") else "GETUIGSCHRIFT", size=22, bold=True, after=14)
    sheet.line(kind, size=14)
    if programme:
        sheet.line(programme, size=14)
    sheet.down(26).line("BEHAALD DOOR", size=8, colour="#3a6ea5", after=6)
    sheet.columns((64, who.name), (330, f"Geboren op {in_words(who.born_on)}"), size=11, after=24)
    sheet.line("UITGEGEVEN DOOR", size=8, colour="#3a6ea5", after=6)
    sheet.columns((64, random.choice(_SCHOOLS)), (330, f"{who.born_in}, {in_words(awarded)}"), size=11, after=30)
    sheet.line(f"Dit diploma heeft niveau NLQF {4 if 'niveau 4' in programme else 3} / EQF 4." if programme else "")
    sheet.line(f"Downloaddatum: {in_words(day(random, date(2024, 8, 1), date(2026, 1, 31)))}")
    sheet.y = HEIGHT - 50
    number = random.randrange(100_000, 99_999_999)
    sheet.line(f"Dit document is een officieel bewijs van diplomagegevens. {number} - pagina 1/1", size=8)
    return Paper("diploma", sheet.pdf(), _facts(who.name, who.born_on, awarded, extract=True))


def duo_beside(random: Random, font: str, bold: str) -> Paper:
    """Holder and school in two columns beside each other."""
    who, awarded = person(random), day(random, date(2007, 6, 1), date(2024, 7, 20))
    kind, programme = random.choice(_MBO)
    sheet = Sheet("Afdruk", font=font, bold=bold)
    sheet.y = 90
    sheet.line("Uit het register onderwijsdeelnemers", size=12, after=60)
    sheet.line("DIPLOMA" if kind.startswith("Mid") else "GETUIGSCHRIFT", size=24, bold=True, after=16)
    sheet.line(kind, size=13).line(programme, size=13, after=40)
    sheet.columns((64, "BEHAALD DOOR"), (320, "UITGEGEVEN DOOR"), size=8, after=8)
    sheet.columns((64, who.name), (320, random.choice(_SCHOOLS)), after=6)
    sheet.columns((64, f"Geboren op {in_words(who.born_on)}"), (320, f"{who.born_in}, {in_words(awarded)}"), after=60)
    sheet.line(f"Downloaddatum: {in_words(day(random, date(2024, 8, 1), date(2026, 1, 31)))}", size=9)
    sheet.y = HEIGHT - 46
    sheet.line(f"Officieel bewijs van diplomagegevens. {random.randrange(10**5, 10**8)} - pagina 1/1", size=8)
    return Paper("diploma", sheet.pdf(), _facts(who.name, who.born_on, awarded, extract=True))


def _centred(sheet: Sheet, words: str, *, size: float = 12, bold: bool = False, after: float = 8) -> None:
    width = pdfmetrics.stringWidth(words, sheet.bold if bold else sheet.font, size)
    sheet.line(words, x=(WIDTH - width) / 2, size=size, bold=bold, after=after)


def _frame(sheet: Sheet, colour: str) -> None:
    for inset in (30, 36):
        sheet.canvas.setStrokeColor(colour)
        sheet.canvas.setLineWidth(1.4)
        sheet.canvas.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)


def mbo_before(random: Random, font: str, bold: str) -> Paper:
    """MBO before 2007, centred, in a frame."""
    who, awarded = person(random, first=1950, last=1975), day(random, date(1994, 6, 1), date(2006, 12, 20))
    programme = random.choice(
        ("Verzorgende", "Sociaal-pedagogisch werker", "Verpleegkundige", "Activiteitenbegeleider")
    )
    level = {"Verpleegkundige": 4, "Activiteitenbegeleider": 4}.get(programme, 3)
    sheet = Sheet("Scan", font=font, bold=bold)
    _frame(sheet, "#7a6233")
    sheet.y = 110
    _centred(sheet, random.choice(("ROC Oost-Nederland", "Regionaal Opleidingencentrum De Vecht")), size=15, after=26)
    _centred(sheet, "DIPLOMA", size=30, bold=True, after=12)
    _centred(sheet, "middelbaar beroepsonderwijs", after=34)
    _centred(sheet, "Het bevoegd gezag verklaart dat", after=16)
    _centred(sheet, who.name, size=18, bold=True, after=12)
    _centred(sheet, f"geboren op {in_words(who.born_on)} te {who.born_in}", after=26)
    _centred(sheet, "met goed gevolg het examen heeft afgelegd van de beroepsopleiding", after=14)
    _centred(sheet, programme, size=16, bold=True, after=6)
    _centred(sheet, f"kwalificatieniveau {level}", after=60)
    _centred(
        sheet, f"Uitgereikt te {random.choice(('Zwolle', 'Enschede', 'Hardenberg'))} op {in_words(awarded)}", after=40
    )
    sheet.columns((90, "De geslaagde,"), (350, "Namens het bevoegd gezag,"))
    return Paper("diploma", sheet.pdf(), _facts(who.name, who.born_on, awarded, extract=False))


def hbo_before(random: Random, font: str, bold: str) -> Paper:
    """HBO before 1996: a certificate in full sentences."""
    who, awarded = person(random, first=1945, last=1962), day(random, date(1983, 6, 1), date(1995, 12, 20))
    programme = random.choice(
        ("Maatschappelijk Werk en Dienstverlening", "Sociaal Pedagogische Hulpverlening", "Verpleegkunde")
    )
    school = random.choice(("Hogeschool Enschede", "Christelijke Hogeschool Windesheim", "Hogeschool van Arnhem"))
    sheet = Sheet("Scan", font=font, bold=bold)
    sheet.y = 96
    sheet.line(school, size=17, bold=True, after=28)
    sheet.line("GETUIGSCHRIFT", size=24, bold=True, after=6).line("hoger beroepsonderwijs", after=30)
    sheet.size = 11
    sheet.paragraph(f"De examencommissie van de {school} verklaart dat aan", after=6)
    sheet.line(who.name, size=15, bold=True, after=8)
    sheet.paragraph(
        f"geboren te {who.born_in} op {in_words(who.born_on)}, na het afleggen van het afsluitend examen van de opleiding "
        f"{programme} dit getuigschrift is toegekend."
    )
    sheet.down(20).line("De examens zijn afgenomen volgens de Wet op het hoger beroepsonderwijs.", after=44)
    sheet.line(f"{random.choice(('Enschede', 'Zwolle', 'Arnhem'))}, {in_words(awarded)}", after=30)
    sheet.columns((64, "de voorzitter,"), (300, "de secretaris,"))
    return Paper("diploma", sheet.pdf(), _facts(who.name, who.born_on, awarded, extract=False))


def wo_before(random: Random, font: str, bold: str) -> Paper:
    """A university's doctoral certificate from before 1996, dates in figures."""
    who, awarded = person(random, first=1940, last=1957), day(random, date(1981, 1, 10), date(1995, 12, 20))
    programme = random.choice(("pedagogische wetenschappen", "psychologie", "andragologie"))
    school = random.choice(
        ("Rijksuniversiteit Groningen", "Universiteit van Amsterdam", "Katholieke Universiteit Nijmegen")
    )
    sheet = Sheet("Scan", font=font, bold=bold)
    _frame(sheet, "#444444")
    sheet.y = 120
    _centred(sheet, school, size=19, bold=True, after=40)
    _centred(sheet, "Getuigschrift", size=24, bold=True, after=8)
    _centred(sheet, f"doctoraal examen {programme}", size=14, after=40)
    _centred(sheet, "Ondergetekenden verklaren dat", after=12)
    _centred(sheet, who.name, size=17, bold=True, after=10)
    _centred(sheet, f"geboren op {in_figures(who.born_on)}", after=26)
    _centred(sheet, "het doctoraal examen met goed gevolg heeft afgelegd en daarmee", after=6)
    _centred(sheet, "de graad van doctorandus heeft verkregen.", after=60)
    _centred(sheet, f"Afgegeven op {in_figures(awarded)}", after=50)
    sheet.columns((90, "de decaan"), (400, "de examinator"))
    return Paper("diploma", sheet.pdf(), _facts(who.name, who.born_on, awarded, extract=False))
