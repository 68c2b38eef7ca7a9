"""Dossiers against the H6 set: papers of an organisation, care plans and fire safety, each with one fault."""

from __future__ import annotations

import functools
from datetime import date

from tests import pki
from tests.papers import organisation_paper, paper_diploma
from tests.samples import standard
from tests.samples.draft import Draft, Situation
from tests.samples.people import CHLOE, DIRECTOR, JORIS, PROVIDER, Person
from tests.samples.signing import authority, moment

KVK = pki.Subject(
    common_name="Kamer van Koophandel", organisation="Kamer van Koophandel", organisation_id="NTRNL-59581883"
)
STATED: dict[str, object] = {
    "requirements": "h6-wmo",
    "provider": {"name": PROVIDER, "kvk": "12345678", "iban": "NL91ABNA0417164300"},
    "products": ["bgi"],
    "municipalities": ["Zoetermeer", "Wassenaar"],
    "requested_on": date(2023, 6, 1),
    "quality_certificate": False,
}
STREET, TOWN = "Stationsstraat 8", "2712 AB Zoetermeer"
SIGNED_ON = date(2023, 5, 22)


@functools.cache
def signed(pdf: bytes) -> bytes:
    """By the provider's director."""
    return pki.sign(
        pdf, name=DIRECTOR, organisation=PROVIDER, signed_at=moment(SIGNED_ON), by=authority(), timestamp=False
    )


@functools.cache
def kvk(made: str = "02-05-2023", *, name: str = PROVIDER, number: str = "12345678", sealed: bool = True) -> bytes:
    pdf = organisation_paper(
        "Uittreksel Handelsregister Kamer van Koophandel",
        f"KvK-nummer | {number}",
        "Rechtsvorm | Besloten Vennootschap",
        f"Statutaire naam | {name}",
        "Datum akte van oprichting | 14-03-2011",
        f"Handelsnaam | {name.removesuffix(' B.V.')}",
        f"Bezoekadres | {STREET}, {TOWN}",
        "Telefoonnummer | 0795550142",
        "Bestuurder",
        "Naam | Stroink, Hanneke",
        "Geboortedatum | 08-12-1975",
        f"Uittreksel is vervaardigd op {made} om 09.42 uur.",
    )
    if not sealed:
        return pdf
    return pki.seal_as_duo(pdf, by=authority(), signed_at=moment(date(2023, 5, 2)), subject=KVK, timestamp=False)


def bank(
    *, iban: str = "NL91 ABNA 0417 1643 00", holder: str = PROVIDER, made: str = "31-05-2023", town: str = TOWN
) -> bytes:
    return organisation_paper(
        "Rekeningafschrift", holder, STREET, town, f"IBAN | {iban}", f"Datum | {made}", "Nieuw saldo | EUR 4.120,18"
    )


def tax(dated: str = "18 januari 2023", *, which: str = "nakoming fiscale verplichtingen") -> bytes:
    return organisation_paper(
        f"Verklaring betalingsgedrag {which}",
        PROVIDER, STREET, TOWN,
        f"Dagtekening | {dated}",
        f"Hierbij verklaar ik dat {PROVIDER} haar verplichtingen is nagekomen.",
        "de ontvanger",
        head="Belastingdienst",
    )  # fmt: skip


def policy(*, until: str = "31-12-2023", cover: str = "Bedrijfsaansprakelijkheid (AVB)") -> bytes:
    return organisation_paper(
        "Polisblad",
        "Polisnummer | ZV-4410.882",
        f"Verzekeringnemer | {PROVIDER}",
        f"Rubriek | {cover}",
        "Ingangsdatum | 01-01-2022",
        f"Einddatum | {until}",
        "Premievervaldatum | 01-01-2023",
    )


def certificate(until: str = "14 juni 2024") -> bytes:
    return organisation_paper(
        "CERTIFICAAT",
        "Certificaatnummer HKZ-20.114",
        "Het managementsysteem van",
        PROVIDER,
        "voldoet aan de eisen van HKZ Zorg & Welzijn (2015)",
        "Datum van uitgifte: 14 juni 2021",
        f"Geldig tot: {until}",
    )


def manual() -> bytes:
    return organisation_paper(
        "Kwaliteitshandboek",
        PROVIDER,
        "Versie 4, vastgesteld 9 februari 2023",
        "1 Missie en visie",
        "2 Klachtenregeling",
    )


def form(*marked: str) -> bytes:
    products = ("Begeleiding individueel", "Begeleiding groep (dagbesteding)")
    chosen = marked or products
    lines = [f"[{'x' if product in chosen else ' '}] {product}" for product in products]
    return organisation_paper("PDC-formulier Wmo", "Kruis aan welke producten u wilt leveren", *lines)


def plan(
    product: str,
    *,
    left: bool,
    more: tuple[str, ...] = (),
    client: str = "Cliënt A",
    goals: bool = True,
    **keywords: str,
) -> bytes:
    worked = ("Hoe is aan dit doel gewerkt: elke week samen geoefend met een planbord", "Voortgang: behaald")
    return organisation_paper(
        "Zorg- en ondersteuningsplan",
        f"Cliënt | {client}",
        f"Product | {product}",
        f"Status | {'uit zorg' if left else 'in zorg'}",
        "Doel 1: zelf een weekplanning bijhouden",
        *(worked if goals else ()),
        *more,
        **keywords,
    )


def check(outcome: str = "U hebt geen vergunning nodig en u hoeft geen melding te doen.") -> bytes:
    return organisation_paper(
        "Vergunningcheck",
        "Datum: 6 maart 2023",
        f"Locatie: {STREET}, Zoetermeer",
        "Gekozen werkzaamheden: Bouwwerk brandveilig gebruiken",
        outcome,
        head="Omgevingsloket online",
    )


NEEDS_NOTICE = "Resultaat: meldingsplichtig. U moet een gebruiksmelding doen."


def notice() -> bytes:
    return organisation_paper(
        "Bevestiging gebruiksmelding",
        "Datum: 20 maart 2023",
        f"Wij hebben uw melding brandveilig gebruik voor het pand {STREET} in Zoetermeer ontvangen.",
        head="Gemeente Zoetermeer",
    )


def h6(**papers: bytes | None) -> Draft:
    """A complete dossier for one product; a keyword puts another paper in the place of one, or takes it out (None)."""
    draft = Draft(manifest=STATED)
    draft.table_there = False
    named = {
        "kvk": kvk(),
        "bank": bank(),
        "tax": tax(),
        "policy": policy(),
        "manual": signed(manual()),
        "form": signed(form("Begeleiding individueel")),
        "plan_bgi_in": signed(plan("Begeleiding individueel", left=False)),
        "plan_bgi_uit": signed(plan("Begeleiding individueel", left=True, client="Cliënt B")),
        **papers,
    }
    for name, content in named.items():
        if content is not None:
            draft.put(PATHS.get(name, f"organisatie/{name}.pdf"), content)
    return worker(draft, JORIS)


def day_care(**papers: bytes | None) -> Draft:
    """A complete dossier for both products."""
    given: dict[str, bytes | None] = {
        "form": signed(form()),
        "check": check(),
        "plan_bgg_in": signed(plan("Dagbesteding", left=False, client="mevrouw C.")),
        "plan_bgg_uit": signed(plan("Dagbesteding", left=True, client="dhr. D.")),
        **papers,
    }
    return h6(**given).state(products=["bgi", "bgg"])


def everything() -> Draft:
    draft = day_care(check=check(NEEDS_NOTICE), notice=notice(), certificate=certificate())
    return worker(draft.state(quality_certificate=True), CHLOE)


PATHS = {
    "kvk": "organisatie/uittreksel-kvk.pdf",
    "bank": "organisatie/rekeningafschrift.pdf",
    "tax": "organisatie/belastingdienst.pdf",
    "policy": "organisatie/polis.pdf",
    "manual": "organisatie/handboek.pdf",
    "form": "organisatie/pdc-formulier.pdf",
    "certificate": "organisatie/hkz.pdf",
    "check": "locaties/vergunningcheck.pdf",
    "notice": "locaties/gebruiksmelding.pdf",
    "plan_bgi_in": "zorgplannen/plan-1.pdf",
    "plan_bgi_uit": "zorgplannen/plan-2.pdf",
    "plan_bgg_in": "zorgplannen/plan-3.pdf",
    "plan_bgg_uit": "zorgplannen/plan-4.pdf",
}


def worker(draft: Draft, person: Person, *, vog_on: date = date(2023, 4, 3)) -> Draft:
    """Diploma and VOG of a support worker. H6 does not ask for the register's extract: the school's paper will do."""
    diploma = paper_diploma(
        person.registered_name, born_on=person.born_on, born_in=person.born_in, school="ROC Regge en Dinkel",
        programme="Persoonlijk begeleider maatschappelijke zorg", place="Almelo", awarded_on=date(2017, 7, 4),
    )  # fmt: skip
    draft.give(person, "diploma.pdf", diploma)
    return draft.give(person, "vog.pdf", standard.vog(person, issued_on=vog_on))


def without(person: Person, paper: str) -> Draft:
    return h6().take(person, paper)


def spoiled(**keywords: object) -> bytes:
    return signed(plan("Begeleiding individueel", left=False, **keywords))  # type: ignore[arg-type]


ALL: dict[str, Situation] = {
    "clean-h6": everything,
    "h6-agreement-ended": lambda: h6(policy=policy(until="31-12-2024")),
    "h6-manual-missing": lambda: h6(manual=None),
    "h6-certificate-expired": lambda: h6(certificate=certificate("14 mei 2023")).state(quality_certificate=True),
    "h6-kvk-missing": lambda: h6(kvk=None),
    "h6-kvk-not-sealed": lambda: h6(kvk=kvk(sealed=False)),
    "h6-kvk-too-old": lambda: h6(kvk=kvk("30-11-2022")),
    "h6-kvk-just-in-time": lambda: h6(kvk=kvk("01-12-2022")),
    "h6-kvk-of-another": lambda: h6(kvk=kvk(name="Anders Geregeld B.V.", number="87654321")),
    "h6-bank-wrong-iban": lambda: h6(bank=bank(iban="NL92 ABNA 0417 1643 00")),
    "h6-bank-of-another": lambda: h6(bank=bank(holder="Bakkerij Molenzicht")),
    "h6-bank-old": lambda: h6(bank=bank(made="28-02-2023")),
    "h6-tax-other-statement": lambda: h6(tax=tax(which="ketenaansprakelijkheid")),
    "h6-tax-too-old": lambda: h6(tax=tax("31 mei 2022")),
    "h6-insurance-ended": lambda: h6(policy=policy(until="14-06-2023")),
    "h6-insurance-professional": lambda: h6(policy=policy(cover="Beroepsaansprakelijkheid")),
    "h6-diploma-missing": lambda: without(JORIS, "diploma.pdf"),
    "h6-vog-missing": lambda: without(JORIS, "vog.pdf"),
    "h6-vog-too-old": lambda: worker(h6(), JORIS, vog_on=date(2022, 11, 30)),
    "h6-care-plan-too-few": lambda: day_care(plan_bgg_uit=None),
    "h6-care-plan-names-client": lambda: h6(
        plan_bgi_in=spoiled(client="Willem van Dijkhuizen", more=("BSN | 111222333",))
    ),
    "h6-care-plan-hidden-name": lambda: h6(plan_bgi_in=spoiled(hidden="Naam cliënt: Willem van Dijkhuizen")),
    "h6-care-plan-without-goals": lambda: h6(plan_bgi_in=spoiled(goals=False)),
    "h6-permit-check-missing": lambda: day_care(check=None),
    "h6-permit-missing": lambda: day_care(check=check(NEEDS_NOTICE)),
    "h6-form-not-signed": lambda: h6(form=form("Begeleiding individueel")),
    "h6-form-other-product": lambda: day_care(form=signed(form("Begeleiding individueel"))),
}
