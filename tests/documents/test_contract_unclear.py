"""Words without a value are named unclear; the last resorts take no date that means something else."""

from datetime import date

import pytest

from dossiercheck.documents.contracts.dated import dated
from dossiercheck.documents.contracts.parties import parties
from dossiercheck.documents.contracts.plain import only_range, since
from dossiercheck.documents.contracts.running import Part, Running
from dossiercheck.documents.contracts.unclear import unclear

ALL = ("function", "starts_on", "hours_per_week", "salary")


def part(text: str) -> Part:
    return Running(file="x.pdf", text=text, printed=text, cells=()).part()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Anna is geboren op 3 maart 1990.", ()),
        ("Anna helpt ons als gastvrouw.", ("function",)),
        ("Artikel 4, als bedoeld in de wet.", ()),
        ("Haar taak is koken.", ("function",)),
        ("Zij komt 24 u/w.", ("hours_per_week",)),
        ("Zij komt 0,5 fte.", ("hours_per_week",)),
        ("Een boete van 5 procent per uur.", ()),
        ("Zij krijgt schaal zes.", ("salary",)),
        ("Zij krijgt € 2.000.", ("salary",)),
        ("Reiskosten: € 0,21 per kilometer.", ()),
        ("Bij ziekte wordt het loon doorbetaald.", ()),
        ("Wij zien elkaar 3 maart 2025.", ("starts_on",)),
        ("Het contract eindigt op 3 maart 2025.", ()),
        ("De cao loopt tot en met 3 maart 2025.", ()),
        ("Almelo, 3 maart 2025", ()),
        ("Vanaf de eerste maandag van maart.", ("starts_on",)),
    ],
)
def test_what_is_named_unclear(text: str, named: tuple[str, ...]) -> None:
    assert unclear([part(text)], ALL) == named


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("De afspraak: 1 maart 2025 t/m 28 februari 2026.", (date(2025, 3, 1), date(2026, 2, 28))),
        ("De cao: 1 maart 2025 t/m 28 februari 2026.", None),
        ("Zijn proeftijd: 1 maart 2025 t/m 31 maart 2025.", None),
        ("Vakantie van 1 juli 2025 tot en met 14 juli 2025.", None),
        ("De afspraak: 1 maart 2026 t/m 28 februari 2025.", None),
        ("Eerst 1-3-2025 t/m 1-4-2025, dan 1-5-2025 t/m 1-6-2025.", None),
    ],
)
def test_the_only_range(text: str, term: tuple[date, date] | None) -> None:
    found = only_range(part(text), list(dated(part(text))))
    assert (found and (found.first.value, found.last.value)) == term


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Je werkt sinds 1 juni 2020 bij ons.", date(2020, 6, 1)),
        ("Een contract dat inging op 1 juni 2020.", date(2020, 6, 1)),
        ("Wij zijn sinds 1 juni 2020 gevestigd in Almelo.", None),
        ("Je werkt sinds 1 juni 2020 bij een andere werkgever.", None),
    ],
)
def test_since_when(text: str, day: date | None) -> None:
    found = since(part(text))
    assert (found and found.value) == day


def test_who_acts_for_the_employer_one_space_behind_the_label() -> None:
    form = part(
        "Werkgever  Zorgkring Het Anker B.V.\nVertegenwoordigd door Marit Oosterhof\nWerknemer  Floris ter Haar\n"
    )
    assert parties(form).agents == ("Marit Oosterhof",)
