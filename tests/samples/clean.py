"""Dossiers without a fault, and those that something runs out of soon."""

from __future__ import annotations

from datetime import date

from tests.samples.draft import Draft, situations
from tests.samples.people import ANNA, CHLOE, JORIS, WIM, ZEYNEP, Person

FAMILY_NAMES = (
    ("Aalbers", "", "Noor"),
    ("Haar", "ter", "Sven"),
    ("Çelik", "", "Dilek"),
    ("Bruin", "de", "Bram"),
    ("Oude Avenhuis", "", "Tessa"),
    ("Veld", "in 't", "Ruben"),
    ("Nijland", "", "Fenna"),
    ("Wal", "van der", "Milan"),
    ("Groot Koerkamp", "", "Lotte"),
    ("Schröder", "", "Jelle"),
    ("Dijk", "van", "Renée"),
)


def small() -> Draft:
    """Two people, nothing wrong: what most situations begin with."""
    return Draft(JORIS, CHLOE)


def clean() -> Draft:
    return Draft(ANNA, JORIS, ZEYNEP, CHLOE, WIM)


def clean_sample() -> Draft:
    """Eleven with direct contact, ten drawn; the eleventh has handed in nothing."""
    people = [_colleague(number, *name) for number, name in enumerate(FAMILY_NAMES, start=1)]
    draft = Draft(*people)
    spared = people[5]
    draft.papers = {path: content for path, content in draft.papers.items() if not path.startswith(spared.folder)}
    drawn = [str(person.number) for person in people if person is not spared]
    return draft.put("steekproef.csv", "\n".join(["nr", *drawn, ""]).encode())


def _colleague(number: int, surname: str, prefix: str, given: str) -> Person:
    return JORIS.but(
        number=number,
        surname=surname,
        prefix=prefix,
        given=given,
        initials=f"{given[0]}.",
        title="mevrouw" if number % 2 else "de heer",
        born_on=date(1984 + number, number, 2 * number),
        starts=date(2024, 4, 1 + number),
        ends=date(2025, 3, 31),
        vog_on=date(2024, 3, 20 + number % 9),
    )


def expiring_soon() -> Draft:
    """A contract that ends in seven weeks and a VOG that is three years old in six."""
    veteran = CHLOE.but(starts=date(2021, 9, 1), vog_on=date(2021, 7, 15))
    return Draft(JORIS.but(ends=date(2024, 7, 19)), veteran)


ALL = situations(clean, clean_sample, expiring_soon)
