"""Letters and changes that come with a contract or instead of one: what they extend, change or end."""

from datetime import date

import pytest

from dossiercheck.documents.contract import recognise
from dossiercheck.documents.model import Unrecognised
from tests.build import pdf_content
from tests.documents.test_contract import HEAD, PLAIN, contract, value

LETTER = "Zorg Voorbeeld B.V.\n\nMevrouw L. Kok\n\nBeste Lotte,\n\n"


def test_a_conversion_letter_without_a_subject_is_a_paper_of_its_own() -> None:
    first = (
        HEAD
        + "Werknemer verricht vanaf 1 maart 2024 op oproepbasis werkzaamheden als begeleider. De overeenkomst eindigt op 28 februari 2025.\n"
    )
    told = "We zetten je oproepovereenkomst per 1 januari 2025 om in een arbeidsovereenkomst voor onbepaalde tijd, 20 uur per week.\n"
    paper = contract(first, LETTER + told)
    assert value(paper.starts_on) == date(2024, 3, 1)
    assert paper.ends_on is not None and paper.ends_on.value is None
    assert value(paper.hours_per_week) == 20 and len(paper.terms) == 2


def test_an_extension_letter_without_a_subject_gives_the_end() -> None:
    paper = contract(
        PLAIN.replace("begeleider.", "begeleider tot en met 31 augustus 2024."),
        LETTER + "Wij verlengen je arbeidsovereenkomst tot en met 28 februari 2025. Je uren blijven gelijk.\n",
    )
    assert value(paper.ends_on) == date(2025, 2, 28)


@pytest.mark.parametrize(
    "words",
    [
        "Je arbeidsovereenkomst wordt niet verlengd en loopt dus af.",
        "Je hebt ontslag genomen; je laatste werkdag is 1 mei 2024.",
        "Je arbeidsovereenkomst is met wederzijds goedvinden beëindigd per 1 mei 2024.",
    ],
)
def test_a_letter_that_ends_the_contract_is_seen_without_a_subject(words: str) -> None:
    paper = contract(PLAIN, LETTER + words + "\n")
    assert paper.ended_by and paper.ended_by[0].page == 2 and paper.ended_by[0].text


def test_a_letter_about_something_else_changes_nothing() -> None:
    paper = contract(PLAIN, LETTER + "Welkom bij ons! Neem op je eerste dag je paspoort mee.\n")
    assert value(paper.hours_per_week) == 24 and not paper.ended_by


def test_an_extension_that_says_that_there_is_none_ends_the_contract() -> None:
    behind = "VERLENGING ARBEIDSOVEREENKOMST\nPartijen komen overeen de arbeidsovereenkomst {} te verlengen{}.\n"
    assert contract(PLAIN, behind.format("niet", "")).ended_by
    assert not contract(PLAIN, behind.format("", " tot en met 31 mei 2025")).ended_by


def test_the_same_opening_twice_is_two_contracts() -> None:
    opening = "ARBEIDSOVEREENKOMST VOOR BEPAALDE TIJD\nZorg Voorbeeld B.V. (werkgever) en Lotte Kok, geboren 1-2-1980 (werknemer).\n"
    told = "Werknemer treedt op {} in dienst als begeleider voor de duur van {} maanden. De arbeidsduur is {} uur per week.\n"
    paper = contract(
        opening + told.format("1 januari 2022", "zeven", 24), opening + told.format("1 augustus 2022", "twaalf", 28)
    )
    assert (value(paper.starts_on), value(paper.ends_on)) == (date(2022, 1, 1), date(2023, 7, 31))
    assert value(paper.hours_per_week) == 28


def test_an_extension_tells_when_the_contract_began() -> None:
    paper = contract(
        "Verlengingsbrief\nStichting De Brug\nDe heer B. Oomen\nBeste Bas,\nJe contract dat op 1 maart 2023 is ingegaan en op "
        "29 februari 2024 afloopt, verlengen we tot en met 28 februari 2025.\nJe werkt als begeleider, 24 uur per week. Je salaris "
        "blijft gelijk.\nVoor akkoord: B. Oomen\n"
    )
    assert (value(paper.employee), value(paper.starts_on)) == ("B. Oomen", date(2023, 3, 1))


def test_a_letter_to_a_surname_takes_the_initials_from_below() -> None:
    paper = contract(
        "Stichting De Brug\nBetreft: opdrachtbevestiging\nGeachte mevrouw Van Es,\nU zult van 1 juni 2024 tot en met "
        "31 december 2024 voor ons werkzaam zijn als coach, 12 uur per week, tarief € 55,-.\nVoor akkoord,\nE. van Es\n"
    )
    assert value(paper.employee) == "E. van Es"


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("Aantekening: medewerker is per 1 februari 2025 uit dienst gegaan.", True),
        ("Werknemer is uit dienst per 1 februari 2025.", True),
        ("Datum uit dienst: 1 februari 2025", False),
        ("Bij het uit dienst gaan levert werknemer de sleutels in.", False),
    ],
)
def test_left_the_service_by_the_contract_s_own_words(words: str, ended: bool) -> None:
    assert bool(contract(PLAIN + words + "\n").ended_by) is ended


@pytest.mark.parametrize(
    "words",
    [
        "Hierbij zeg ik mijn arbeidsovereenkomst op met ingang van 1 juni 2025.",
        "Ik zeg mijn contract per 1 juni op.",
        "Met deze brief neem ik ontslag.",
        "Hierbij bevestigen wij de ontvangst van uw opzegging.",
    ],
)
def test_a_letter_of_notice_without_a_subject_ends_a_contract(words: str) -> None:
    letter = f"Lotte Kok\nBorne, 2 mei 2025\nAan Zorg Voorbeeld B.V.\nBeste Wim,\n\n{words} Het was een mooie tijd.\n\nMet vriendelijke groet,\nLotte Kok\n"
    claim = recognise("brief.pdf", pdf_content([letter]))
    assert claim is not None and isinstance(claim.paper, Unrecognised) and claim.paper.ends_contract
    by_oneself = "bevestigen wij" not in words
    assert [name.value for name in claim.paper.names] == (["Lotte Kok"] if by_oneself else [])


@pytest.mark.parametrize(
    "words", ["Mijn voorkeur is een dag vrij.", "Bij ontslag vervalt de regeling, en u zegt de lease op."]
)
def test_another_letter_ends_nothing(words: str) -> None:
    letter = f"Lotte Kok\nBeste Wim,\n\n{words} Dit is een brief over iets anders dan dat.\n\nMet vriendelijke groet,\nLotte Kok\n"
    assert recognise("brief.pdf", pdf_content([letter])) is None


def test_a_renewal_that_depends_on_how_somebody_does_is_none_yet() -> None:
    paper = contract(
        HEAD
        + "Werknemer treedt per 1 maart 2024 in dienst als begeleider voor de duur van twaalf maanden. Bij goed functioneren "
        "wordt de overeenkomst per 1 maart 2025 omgezet in een overeenkomst voor onbepaalde tijd.\n"
    )
    assert (value(paper.starts_on), value(paper.ends_on)) == (date(2024, 3, 1), date(2025, 2, 28))


@pytest.mark.parametrize("title", ["ADDENDUM", "Aanvullende overeenkomst generatieregeling", "Wijzigingsbrief"])
def test_a_change_under_a_title_of_its_own_gives_the_hours(title: str) -> None:
    paper = contract(PLAIN, f"{title}\nWerknemer gaat per 1 januari 2025 16 uur per week werken.\n")
    assert value(paper.hours_per_week) == 16 and value(paper.starts_on) == date(2024, 3, 1)


def test_an_extension_from_one_day_to_another() -> None:
    paper = contract(
        "Betreft: verlenging arbeidsovereenkomst\nZorg Voorbeeld B.V.\nBeste Lotte Kok,\nHierbij verlengen wij je arbeidsovereenkomst van "
        "1 maart 2025 tot en met 28 februari 2026. Je functie en uren blijven gelijk.\n"
    )
    assert (value(paper.starts_on), value(paper.ends_on)) == (date(2025, 3, 1), date(2026, 2, 28))
