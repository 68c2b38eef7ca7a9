"""Contracts that were signed on paper and scanned, and an extract of the trade register (domain.md 5 and 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.bench.scans.truth import NO_END, Paper, Person, day, in_figures, in_words, person
from tests.papers.sheet import Sheet

_FIRMS = ("Stichting Zorgwaarde", "Thuis in Twente B.V.", "Begeleiding De Brug B.V.", "Stichting Samen Wonen")
_JOBS = ("ambulant begeleider", "persoonlijk begeleider", "woonbegeleider", "verzorgende IG", "groepsbegeleider")
_BOSSES = ("M. Scholten", "drs. P. Evers", "J.W. Oude Luttikhuis")


@dataclass(frozen=True)
class _Deal:
    who: Person
    firm: str
    boss: str
    job: str
    start: date
    end: date | None
    hours: float


def _deal(random: Random, *, open_ended: float = 0.5) -> _Deal:
    start = day(random, date(2017, 1, 2), date(2025, 3, 1))
    end = (
        None if random.random() < open_ended else day(random, date(start.year + 1, 1, 10), date(start.year + 2, 12, 28))
    )
    hours = random.choice((16, 18, 20, 24, 28, 32, 36, 22.5))
    return _Deal(person(random), random.choice(_FIRMS), random.choice(_BOSSES), random.choice(_JOBS), start, end, hours)


def _facts(deal: _Deal, *, hours: bool = True) -> dict[str, object]:
    facts: dict[str, object] = {
        "holder": deal.who.name, "born_on": deal.who.born_on, "starts_on": deal.start, "ends_on": deal.end or NO_END,
    }  # fmt: skip
    return {**facts, "hours_per_week": deal.hours} if hours else facts


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _sign(sheet: Sheet, left: str, right: str, names: tuple[str, str], random: Random) -> None:
    sheet.down(16).columns((64, left), (320, right), after=44)
    canvas = sheet.canvas
    canvas.setStrokeColor("#16308a")
    canvas.setLineWidth(1.1)
    for x in (80, 340):
        path = canvas.beginPath()
        y = 842 - sheet.y + 14
        path.moveTo(x, y)
        for step in range(5):
            high, low = random.randint(6, 24), random.randint(-8, 4)
            path.curveTo(
                x + step * 16, y + high, x + step * 16 + 14, y + low, x + step * 16 + 20, y + random.randint(-4, 8)
            )
        canvas.drawPath(path)
    sheet.columns((64, "." * 40), (320, "." * 40), after=4).columns((64, names[0]), (320, names[1]))


def employment_articles(random: Random, font: str, bold: str) -> Paper:
    """Two pages of numbered articles."""
    deal = _deal(random)
    who = deal.who
    sheet = Sheet("Scan", font=font, bold=bold, size=10.5)
    sheet.y = 66
    title = f"Arbeidsovereenkomst voor {'bepaalde' if deal.end else 'onbepaalde'} tijd"
    sheet.line(title, size=15, bold=True, after=18)
    sheet.line("De ondergetekenden:", after=8)
    sheet.paragraph(
        f"1. {deal.firm}, gevestigd te Hengelo aan de Spoorstraat {random.randint(2, 99)}, hierbij rechtsgeldig "
        f"vertegenwoordigd door {deal.boss}, verder te noemen: werkgever, en"
    )
    sheet.paragraph(
        f"2. {who.address} {who.name}, geboren op {in_words(who.born_on)}, wonende te {who.born_in}, verder te noemen: werknemer,"
    )
    sheet.line("verklaren het volgende te zijn overeengekomen.", after=12)
    duration = (
        f"De overeenkomst wordt aangegaan voor bepaalde tijd en eindigt van rechtswege op {in_words(deal.end)}, zonder dat opzegging nodig is."
        if deal.end
        else "De overeenkomst wordt aangegaan voor onbepaalde tijd."
    )
    articles = (
        ("Artikel 1 Functie en aanvang", f"Werknemer treedt met ingang van {in_words(deal.start)} bij werkgever in dienst in de functie van {deal.job}."),
        ("Artikel 2 Duur", duration),
        ("Artikel 3 Proeftijd", "De eerste maand geldt als proeftijd, waarin beide partijen de overeenkomst dagelijks kunnen opzeggen."),
        ("Artikel 4 Arbeidsduur", f"De arbeidsduur bedraagt gemiddeld {_number(deal.hours)} uur per week. De werktijden worden in overleg vastgesteld."),
        ("Artikel 5 Salaris", f"Het bruto maandsalaris bedraagt € {random.randint(19, 34)}{random.randint(10, 99)},00 op basis van een volledige werkweek van 36 uur, volgens schaal {random.randint(5, 9)}."),
        ("Artikel 6 Vakantie", "Werknemer heeft naar rato recht op vakantie-uren volgens de cao die voor werkgever geldt."),
        ("Artikel 7 Geheimhouding", "Werknemer zal over alles wat hem over cliënten bekend wordt zwijgen, ook na het einde van deze overeenkomst."),
        ("Artikel 8 Verklaring omtrent het gedrag", "Werknemer overlegt bij aanvang een VOG die niet ouder is dan drie maanden."),
    )  # fmt: skip
    for head, text in articles:
        sheet.line(head, bold=True, after=4).paragraph(text)
    signed = day(random, date(deal.start.year - 1, 12, 1), deal.start)
    sheet.line(f"In tweevoud opgemaakt en ondertekend te Hengelo op {in_words(signed)}.", after=10)
    _sign(sheet, "Werkgever", "Werknemer", (deal.boss, who.name), random)
    return Paper("contract", sheet.pdf(), _facts(deal))


def employment_form(random: Random, font: str, bold: str) -> Paper:
    """One page: labels and values, as payroll software prints them."""
    deal = _deal(random)
    who = deal.who
    sheet = Sheet("Scan", font=font, bold=bold)
    sheet.y = 60
    sheet.line(deal.firm, size=9, after=20).line("Arbeidsovereenkomst", size=17, bold=True, after=20)
    rows = (
        ("Werkgever", deal.firm), ("Vertegenwoordigd door", deal.boss), ("", ""), ("Naam werknemer", who.name),
        ("Geboortedatum", in_figures(who.born_on)), ("Woonplaats", who.born_in), ("", ""), ("Functie", deal.job.capitalize()),
        ("Datum in dienst", in_figures(deal.start)), ("Soort dienstverband", "Bepaalde tijd" if deal.end else "Onbepaalde tijd"),
        *((("Einddatum", in_figures(deal.end)),) if deal.end else ()),
        ("Aantal uren per week", _number(deal.hours)), ("Salarisschaal", f"FWG {random.choice((35, 40, 45, 50))}, trede {random.randint(1, 11)}"),
        ("Bruto maandsalaris", f"EUR {random.randint(20, 38)}{random.randint(10, 99)},50"), ("Cao", "Sociaal Werk"),
    )  # fmt: skip
    for label, value in rows:
        sheet.columns((64, label), (240, value), after=6)
    sheet.down(12).paragraph(
        "Op deze overeenkomst is de genoemde cao van toepassing. Het personeelsreglement maakt er deel van uit; werknemer heeft daarvan "
        "een exemplaar ontvangen. Beide partijen ondertekenen voor akkoord."
    )
    _sign(sheet, "Handtekening werkgever", "Handtekening werknemer", (deal.boss, who.name), random)
    return Paper("contract", sheet.pdf(), _facts(deal))


def volunteer(random: Random, font: str, bold: str) -> Paper:
    deal = _deal(random, open_ended=0.6)
    who = deal.who
    sheet = Sheet("Scan", font=font, bold=bold, size=10.5)
    sheet.y = 70
    sheet.line("Vrijwilligersovereenkomst", size=16, bold=True, after=20)
    sheet.paragraph(f"{deal.firm}, vertegenwoordigd door {deal.boss}, hierna te noemen de organisatie,")
    sheet.line("en", after=8)
    sheet.paragraph(f"{who.name}, geboren op {in_words(who.born_on)}, hierna te noemen de vrijwilliger,")
    sheet.line("spreken het volgende af:", after=10)
    until = f"Zij eindigt op {in_words(deal.end)}." if deal.end else "Zij geldt voor onbepaalde tijd."
    for text in (
        f"1. De vrijwilliger verricht met ingang van {in_words(deal.start)} werkzaamheden als gastvrouw of gastheer op de dagbesteding.",
        f"2. {until} Beide partijen kunnen haar met een termijn van twee weken beëindigen.",
        "3. De vrijwilliger is tijdens de werkzaamheden verzekerd tegen wettelijke aansprakelijkheid.",
        "4. Gemaakte onkosten worden vergoed volgens de regeling van de organisatie.",
        "5. De vrijwilliger gaat vertrouwelijk om met wat hij of zij over deelnemers hoort.",
    ):
        sheet.paragraph(text)
    _sign(sheet, "Namens de organisatie", "De vrijwilliger", (deal.boss, who.name), random)
    return Paper("contract", sheet.pdf(), _facts(deal, hours=False))


def trainee(random: Random, font: str, bold: str) -> Paper:
    deal = _deal(random, open_ended=0.0)
    who = deal.who
    school = random.choice(("ROC van Twente", "Hogeschool Saxion", "Deltion College"))
    sheet = Sheet("Scan", font=font, bold=bold)
    sheet.y = 62
    sheet.line("STAGEOVEREENKOMST", size=16, bold=True, after=18)
    sheet.line("Student", bold=True, after=4)
    for label, value in (("Naam", who.name), ("Geboortedatum", in_figures(who.born_on)), ("Opleiding", "Social Work")):
        sheet.columns((64, label), (220, value), after=5)
    sheet.down(8).line("Stagebiedende organisatie", bold=True, after=4)
    for label, value in (("Naam organisatie", deal.firm), ("Begeleider", deal.boss)):
        sheet.columns((64, label), (220, value), after=5)
    sheet.down(8).line("School", bold=True, after=4)
    sheet.columns((64, "Onderwijsinstelling"), (220, school), after=14)
    assert deal.end
    sheet.paragraph(
        f"De stage begint op {in_words(deal.start)} en eindigt op {in_words(deal.end)}. De student is {_number(deal.hours)} uur per week "
        "aanwezig en werkt onder begeleiding als stagiair op een woongroep. De stagevergoeding bedraagt € 150,00 bruto per maand."
    )
    sheet.paragraph("De student houdt geheim wat hem of haar over cliënten ter kennis komt.")
    _sign(sheet, "De student", "Namens de organisatie", (who.name, deal.boss), random)
    return Paper("contract", sheet.pdf(), _facts(deal))


def assignment(random: Random, font: str, bold: str) -> Paper:
    deal = _deal(random, open_ended=0.0)
    who = deal.who
    sheet = Sheet("Scan", font=font, bold=bold, size=10.5)
    sheet.y = 66
    sheet.line("Overeenkomst van opdracht", size=16, bold=True, after=18)
    sheet.line("Partijen:", after=8)
    sheet.paragraph(f"A. {deal.firm}, gevestigd te Almelo, vertegenwoordigd door {deal.boss}, hierna: opdrachtgever,")
    sheet.paragraph(
        f"B. {who.name}, geboren op {in_words(who.born_on)}, handelend onder de naam {who.surname} Zorg, KvK {random.randrange(10**7, 10**8)}, hierna: opdrachtnemer,"
    )
    sheet.line("komen overeen:", after=10)
    assert deal.end
    for text in (
        f"1. Opdrachtgever geeft opdrachtnemer opdracht tot het verlenen van begeleiding als {deal.job}.",
        f"2. De opdracht vangt aan op {in_figures(deal.start)} en duurt tot en met {in_figures(deal.end)}.",
        f"3. Opdrachtnemer besteedt gemiddeld {_number(deal.hours)} uur per week aan de opdracht.",
        f"4. Het uurtarief is € {random.randint(38, 62)},50, vrijgesteld van btw.",
        "5. Partijen beogen uitdrukkelijk geen arbeidsovereenkomst in de zin van artikel 7:610 BW.",
        "6. Opdrachtnemer is in het bezit van een geldige verklaring omtrent het gedrag.",
    ):
        sheet.paragraph(text)
    _sign(sheet, "Opdrachtgever", "Opdrachtnemer", (deal.boss, who.name), random)
    return Paper("contract", sheet.pdf(), _facts(deal))


def trade_register(random: Random, font: str, bold: str) -> Paper:
    """A printed and scanned extract of the trade register."""
    who, made = person(random), day(random, date(2022, 1, 3), date(2026, 6, 30))
    founded = day(random, date(1998, 1, 1), date(2020, 12, 31))
    firm = random.choice(_FIRMS)
    sheet = Sheet("Scan", font=font, bold=bold)
    sheet.y = 60
    sheet.columns((64, "Uittreksel Handelsregister"), (400, "KVK"), size=15, bold=True, after=4)
    sheet.line("Kamer van Koophandel", size=10, after=14)
    number = str(random.randrange(10**7, 10**8))
    sheet.line(f"KvK-nummer {number}", size=12, bold=True, after=16).rule().down(14)
    rows = (
        ("Rechtspersoon", ""), ("RSIN", str(random.randrange(10**8, 10**9))),
        ("Rechtsvorm", "Stichting" if firm.startswith("Stichting") else "Besloten Vennootschap"), ("Statutaire naam", firm),
        ("Statutaire zetel", who.born_in), ("Datum akte van oprichting", in_figures(founded)), ("Onderneming", ""),
        ("Handelsnaam", firm), ("Startdatum onderneming", in_figures(founded)),
        ("Activiteiten", "SBI-code 88101 - Thuiszorg"), ("Werkzame personen", str(random.randint(4, 80))), ("Bestuurder", ""),
        ("Naam", f"{who.surname}, {who.prefix + ', ' if who.prefix else ''}{who.given}"), ("Geboortedatum", in_figures(who.born_on)),
        ("Datum in functie", in_figures(day(random, founded, date(2021, 12, 31)))), ("Bevoegdheid", "Alleen/zelfstandig bevoegd"),
    )  # fmt: skip
    for label, value in rows:
        sheet.columns((64, label), (240, value), bold=not value, after=5)
    sheet.down(30).line(
        f"Uittreksel is vervaardigd op {in_figures(made)} om {random.randint(8, 17):02}.{random.randint(0, 59):02} uur.",
        size=9,
    )
    return Paper("kvk-extract", sheet.pdf(), {"issued_on": made, "kvk": number, "name": firm})
