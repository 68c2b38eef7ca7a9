"""Dossiers for the invented set `schemas/examples/noordkust-dagbesteding.yaml`: a clean one, to be spoiled."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from dossiercheck.tender import schema_folder
from tests import papers, pki
from tests.samples.clean import small
from tests.samples.people import CHLOE, DIRECTOR, JORIS, PROVIDER
from tests.samples.signing import authority, moment

SET = schema_folder() / "examples" / "noordkust-dagbesteding.yaml"
STATED = {
    "products": ["dagbesteding", "vervoer"],
    "has_locations": True,
    "submitted_on": date(2024, 5, 30),
    "requested_on": date(2024, 5, 21),
}


@cache
def paper(title: str, *rows: tuple[str, str], text: str = "") -> bytes:
    """A plain paper: a title, labels with their values, and some text."""
    sheet = papers.Sheet(title)
    sheet.line(title, size=16, bold=True, after=20)
    for label, value in rows:
        sheet.columns((64, label), (240, value))
    if text:
        sheet.down(12).paragraph(text)
    return sheet.pdf()


def reporting_code(adopted: str = "12 januari 2022") -> bytes:
    return paper("Meldcode huiselijk geweld en kindermishandeling", ("Vastgesteld op", adopted), text=LOREM)


def complaints(committee: str = "Regionale klachtencommissie Noord") -> bytes:
    return paper("Klachtenregeling", ("Klachtencommissie:", committee), text=LOREM)


def policy(
    amount: str = "€ 2.500.000,-",
    until: str = "31-12-2024",
    holder: str = "Zorg Voorbeeld BV",
    title: str = "Polisblad",
) -> bytes:
    rows = (("Verzekeringnemer", holder), ("Verzekerd bedrag", amount), ("Geldig tot en met", until))
    return paper(title, *rows, text="Deze polis betreft een schadeverzekering voor inzittenden van uw voertuigen.")


def first_aid(
    issued: str = "14 maart 2024",
    name: str = JORIS.full_name,
    title: str = "Certificaat Bedrijfshulpverlening",
    born: str = "",
) -> bytes:
    birth = (("Geboortedatum", born),) if born else ()
    return paper(title, ("Naam", name), *birth, ("Datum afgifte", issued), text=LOREM)


def programme(product: str, places: str = "10") -> bytes:
    return paper("Weekprogramma", ("Product", product), ("Aantal plaatsen", places), text=LOREM)


@cache
def processing_agreement(signed: bool = True) -> bytes:
    pdf = paper("Verwerkersovereenkomst", ("Partijen", "Zorg Voorbeeld B.V. en Gegevenshuis"), text=LOREM)
    if not signed:
        return pdf
    day = moment(date(2024, 5, 20))
    return pki.sign(pdf, name=DIRECTOR, organisation=PROVIDER, signed_at=day, by=authority(), timestamp=False)


LOREM = "Dit stuk is verzonnen. Het beschrijft in algemene woorden hoe de aanbieder in de dagbesteding werkt."


@cache
def _standard() -> dict[str, bytes]:
    draft = small().state(**STATED)
    draft.cell(JORIS, "Product", "dagbesteding").cell(CHLOE, "Product", "dagbesteding, vervoer")
    return draft.files()


def clean() -> dict[str, bytes]:
    """Path -> content of a dossier that has everything."""
    return {
        **_standard(),
        "organisatie/meldcode.pdf": reporting_code(),
        "organisatie/klachten.pdf": complaints(),
        "organisatie/svi.pdf": policy(),
        "organisatie/avg.pdf": processing_agreement(),
        "organisatie/programma groep.pdf": programme("Dagbesteding"),
        "organisatie/programma busje.pdf": programme("Vervoer", "8"),
        f"{JORIS.folder}/bhv.pdf": first_aid(),
    }


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
