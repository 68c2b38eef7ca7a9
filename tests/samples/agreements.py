"""The agreement of a person with the provider, of the kind that fits the employment, signed by both."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date, timedelta

from tests import papers
from tests.papers import dutch_date
from tests.samples.people import DIRECTOR, PROVIDER, TOWN, Person
from tests.samples.signing import sign_both, sign_by_service

Articles = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Form:
    """The words of one kind of agreement."""

    title: str
    us: str
    them: str
    begins: str
    role: str
    lasts: str
    hours: str
    pay_heading: str
    pay: str
    last: tuple[str, tuple[str, ...]]


CONFIDENTIAL = "zwijgt, ook na afloop van deze overeenkomst, over alles wat over cliënten bekend is geworden."
FORMS = {
    "loondienst": Form(
        title="ARBEIDSOVEREENKOMST",
        us="werkgever",
        them="werknemer",
        begins="Werknemer treedt met ingang van {start} in dienst van werkgever{role}.",
        role=" in de functie van {function}",
        lasts="De arbeidsovereenkomst is aangegaan voor bepaalde tijd en eindigt van rechtswege op {end}.",
        hours="De arbeidsduur bedraagt {hours} uur per week.",
        pay_heading="Salaris",
        pay="Het salaris bedraagt {pay}, exclusief 8% vakantietoeslag.",
        last=(
            "Cao",
            ("Op deze arbeidsovereenkomst is de cao Sociaal Werk van toepassing zoals die van tijd tot tijd luidt.",),
        ),
    ),
    "zzp": Form(
        title="OVEREENKOMST VAN OPDRACHT",
        us="opdrachtgever",
        them="opdrachtnemer",
        begins="Opdrachtnemer verricht met ingang van {start} werkzaamheden voor opdrachtgever{role}.",
        role=" als {function}",
        lasts="De opdracht eindigt op {end}, zonder dat opzegging nodig is.",
        hours="De omvang van de opdracht is gemiddeld {hours} uur per week.",
        pay_heading="Tarief",
        pay="Opdrachtgever betaalt een tarief van {pay}, vrijgesteld van btw.",
        last=("Zelfstandigheid", ("Partijen beogen uitdrukkelijk geen arbeidsovereenkomst.",)),
    ),
    "stagiair": Form(
        title="STAGEOVEREENKOMST",
        us="stagebieder",
        them="student",
        begins="De student loopt met ingang van {start} stage bij de stagebieder{role}.",
        role=" in de functie van {function}",
        lasts="De stage duurt tot en met {end}.",
        hours="De stage omvat {hours} uur per week.",
        pay_heading="Vergoeding",
        pay="De stagevergoeding bedraagt {pay}.",
        last=("Leren", ("Deze overeenkomst is geen arbeidsovereenkomst; het leren staat voorop.",)),
    ),
    "vrijwilliger": Form(
        title="VRIJWILLIGERSOVEREENKOMST",
        us="de organisatie",
        them="de vrijwilliger",
        begins="De vrijwilliger begint op {start}{role}.",
        role=" en helpt mee als {function}",
        lasts="De afspraken eindigen op {end}.",
        hours="De vrijwilliger is ongeveer {hours} uur per week aanwezig.",
        pay_heading="Onkosten",
        pay="De vrijwilliger krijgt geen loon; reiskosten worden vergoed.",
        last=("Aard", ("Deze afspraken vormen geen arbeidsovereenkomst.",)),
    ),
}


@functools.cache
def contract(
    person: Person, *, form: str = "", leave_out: str = "", signed: str = "",
    starts: date | None = None, ends: date | None = None, signed_on: date | None = None,
) -> bytes:  # fmt: skip
    """The signed agreement.

    `form` is another employment whose kind of agreement is drawn up; `leave_out` one of `function`, `hours`, `pay`;
    `signed` is `both` (two signatures in the file), `service`, `declined` or `nobody`.
    """
    start, end = starts or person.starts, ends or person.ends
    dated = signed_on or start - timedelta(days=12)
    pdf = _drawn(person, FORMS[form or person.employment], leave_out, start, end, dated)
    match signed or ("service" if person.number % 2 == 0 and person.contact == "indirect" else "both"):
        case "both":
            return sign_both(pdf, person, dated)
        case "nobody":
            return pdf
        case by_service:
            return sign_by_service(pdf, person, dated, declined=by_service == "declined")


def _drawn(person: Person, form: Form, leave_out: str, start: date, end: date | None, dated: date) -> bytes:
    us = (
        f"{PROVIDER}, gevestigd te {TOWN} aan het Stationsplein 1, te dezen rechtsgeldig vertegenwoordigd door "
        f'mevrouw {DIRECTOR}, bestuurder, hierna te noemen: "{form.us}";'
    )
    trade = f", h.o.d.n. {person.surname} Begeleidt" if form is FORMS["zzp"] else ""
    them = (
        f"{person.title} {person.full_name}{trade}, geboren op {dutch_date(person.born_on)} te {person.born_in}, "
        f'wonende te Wierden aan de Zwaluwhof 8, hierna te noemen: "{form.them}";'
    )
    kind = ""
    if form is FORMS["loondienst"]:
        kind = " VOOR BEPAALDE TIJD" if end else " VOOR ONBEPAALDE TIJD"
    return papers.agreement(
        form.title + kind,
        parties=(us, them),
        articles=_articles(person, form, leave_out, start, end),
        place=TOWN,
        dated=dated,
        blocks=((f"Namens {form.us}", f"{DIRECTOR}, bestuurder"), (form.them.capitalize(), person.full_name)),
    )


def _articles(person: Person, form: Form, leave_out: str, start: date, end: date | None) -> Articles:
    role = "" if leave_out == "function" else form.role.format(function=person.function)
    lasts = form.lasts.format(end=dutch_date(end)) if end else "Deze overeenkomst is aangegaan voor onbepaalde tijd."
    found: list[tuple[str, tuple[str, ...]]] = [
        ("Begin", (form.begins.format(start=dutch_date(start), role=role),)),
        ("Duur", (lasts,)),
    ]
    if leave_out != "hours":
        found.append(("Omvang", (form.hours.format(hours=person.hours),)))
    if leave_out != "pay":
        found.append((form.pay_heading, (form.pay.format(pay=person.pay),)))
    them = form.them[0].upper() + form.them[1:]
    return (*found, ("Geheimhouding", (f"{them} {CONFIDENTIAL}",)), form.last)
