"""Dossiers against the whole Twente set: what the provider states beside the papers."""

from __future__ import annotations

from datetime import date

from tests.samples.draft import MANIFEST, Draft, situations
from tests.samples.people import ANNA, JORIS, ZEYNEP, Person

QUESTIONS = [
    "1.1",
    "1.2",
    "1.3",
    "1.4",
    "2.1.1",
    "2.2.1",
    "2.3.1",
    "2.4.1",
    "3.2.1",
    "3.2.2",
    "3.2.3",
    "3.2.4",
    "3.3.1",
    "3.4.1",
    "3.5.1",
    "3.6.1",
    "4.2.1",
    "4.3.1",
    "4.5.1",
    "4.6.1",
    "4.6.2",
    "5.1",
    "5.2",
    "5.3",
    "5.4",
    "5.5",
    "6.1",
    "6.2",
    "6.3",
    "6.4",
    "6.5",
]
STATED: dict[str, object] = {
    **MANIFEST,
    "requirements": "twente-t77948",
    "role": "main",
    "products": ["basis", "plus"],
    "municipalities": ["Almelo", "Borne", "Rijssen-Holten"],
    "requested_on": date(2024, 5, 21),
    "submitted_on": date(2024, 5, 30),
    "has_locations": False,
    "headcount": 2,
    "declarations": dict.fromkeys(QUESTIONS, "ja"),
}


def stated(*people: Person) -> Draft:
    return Draft(*(people or (ANNA, JORIS)), manifest=STATED)


def clean_twente() -> Draft:
    return stated()


def twente_plus_without_basis() -> Draft:
    return stated().state(products=["plus"])


def twente_unknown_municipality() -> Draft:
    return stated().state(municipalities=["Almelo", "Hengelo"])


def twente_role_missing() -> Draft:
    return stated().state(role=None)


def twente_plus_without_staff() -> Draft:
    return stated(JORIS, ZEYNEP)


ALL = situations(
    clean_twente, twente_plus_without_basis, twente_unknown_municipality, twente_role_missing,
    twente_plus_without_staff,
)  # fmt: skip
