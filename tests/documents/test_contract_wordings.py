"""Contracts in words that people use: parties and their roles, names, functions, hours and terms."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.documents.contracts.names import person_fits
from dossiercheck.documents.model import Contract
from dossiercheck.facts import Party
from tests.documents.test_contract import AUDIT, DONE, HEAD, PLAIN, contract, value
from tests.seals_by import SERVICE_SEAL


def agreed(employer: str, called: str, terms: str) -> Contract:
    """The parties in one sentence: an employer as written, and Lotte Kok, `called` so from there on."""
    return contract(
        f"ARBEIDSOVEREENKOMST\n\n{employer}, en\n"
        f"Lotte Kok, geboren op 1 februari 1980, {called}, sluiten deze overeenkomst.\n\nFunctie\n{terms}"
    )


@pytest.mark.parametrize("role", ["de coöperatie", "het huis", "‘de groep’"])
def test_who_acts_for_a_party_whose_role_has_a_word_of_its_own_is_not_the_employee(role: str) -> None:
    paper = agreed(
        f"De partijen Zorg Verzonnen U.A. te Borne, hierbij vertegenwoordigd door mw. P. Smit, verder: {role}",
        "verder: de medewerker",
        "De medewerker vervult de functie van begeleider.\nUren\n24 uur per week vanaf 1 maart 2024 in dienst.",
    )
    assert (value(paper.employee), value(paper.employer)) == ("Lotte Kok", "Zorg Verzonnen U.A.")
    assert value(paper.function) == "begeleider"


@pytest.mark.parametrize("name", ["Zorg aan de Regge B.V.", "Wonen aan de Oude Vecht BV", "Zorg Verzonnen B.V."])
def test_a_firm_named_after_a_street_and_one_on_it(name: str) -> None:
    paper = agreed(
        f"De ondergetekenden: {name} aan de Kade 3 te Borne, verder te noemen werkgever",
        "verder te noemen werknemer",
        "Werknemer vervult de functie van begeleider.",
    )
    assert value(paper.employer) == name


def test_somebody_with_a_single_name() -> None:
    paper = contract(PLAIN.replace("mevrouw L. Kok, geboren", "Suprapto, geboren"))
    assert value(paper.employee) == "Suprapto"


def test_several_labels_in_one_line() -> None:
    paper = contract(
        HEAD + "Functie bij inlener: begeleider. Start: 1 maart 2024. Uren: 24 per week. Salaris: schaal 6.\n"
    )
    assert (value(paper.function), value(paper.hours_per_week)) == ("begeleider", 24)


@pytest.mark.parametrize(
    "words", ["Je eerste werkdag is 1 maart 2024.", "De eerste werkdag valt op vrijdag 1 maart 2024."]
)
def test_the_first_working_day_is_the_start(words: str) -> None:
    paper = contract(HEAD + f"{words} Je werkt als begeleider voor 24 uur per week.\n")
    assert value(paper.starts_on) == date(2024, 3, 1)


def test_what_an_assignment_consists_of_is_not_called_missing() -> None:
    body = "De opdracht houdt in: het bieden van ambulante begeleiding.\nDe opdracht loopt van 1 maart 2024 tot en met 1 juni 2024.\n"
    head = HEAD.replace("ARBEIDSOVEREENKOMST", "OVEREENKOMST VAN OPDRACHT")
    paper = contract(head.replace("werkgever", "opdrachtgever").replace("werknemer", "opdrachtnemer") + body)
    assert paper.function is None and "function" in paper.unclear


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Th.P. IJsbrandij", "Theodorus Pieter IJsbrandij", True),
        ("Joh. Bos", "Johanna Bos", True),
        ("Jo Bos", "Johanna Bos", False),
        ("Th. Bos", "Tom Bos", False),
    ],
)
def test_first_names_cut_short(one: str, other: str, fits: bool) -> None:
    assert person_fits(one, other) is fits


def test_a_surname_that_begins_with_a_small_letter() -> None:
    assert value(contract(PLAIN.replace("mevrouw L. Kok", "mw. S. d'Ancona")).employee) == "S. d'Ancona"


def test_entering_the_service_of_the_employer() -> None:
    paper = contract(HEAD + "The Employee enters the service of the Employer on 1 March 2024, 24 hours per week.\n")
    assert value(paper.starts_on) == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("words", "fact", "expected"),
    [
        (
            "Werknemer vangt op maandag 4 maart 2024 haar werkzaamheden als begeleider B aan.",
            "function",
            "begeleider B",
        ),
        (
            "Werknemer toonde haar VOG en zal op 4 maart 2024 haar werkzaamheden als begeleider B beginnen.",
            "starts_on",
            date(2024, 3, 4),
        ),
        ("De eerste dag van het contract is 4 maart 2024; u werkt als kok.", "starts_on", date(2024, 3, 4)),
        ("Werknemer vervult bij opdrachtgever de functie van begeleider C.", "function", "begeleider C"),
        ("Jouw start is op 4 maart 2024. Je rol: wijkcoach. Je krijgt een laptop.", "function", "wijkcoach"),
        ("Het overeengekomen aantal uren bedraagt 30 per week.", "hours_per_week", 30),
        ("Werknemer treedt per 4 maart 2024 in dienst als pers. begeleider.", "function", "pers. begeleider"),
        ("Werknemer vervult de functie persoonlijk begeleider.", "function", "persoonlijk begeleider"),
        ("Werknemer zal als kok werkzaamheden verrichten.", "function", "kok"),
        ("Werknemer zal 3 x 8 uur per week werken.", "hours_per_week", None),
    ],
)
def test_words_for_one_fact(words: str, fact: str, expected: object) -> None:
    paper = contract(HEAD + words + " Salaris: schaal 6. Per 1 mei 2023 geldt de cao.\n")
    assert value(getattr(paper, fact)) == expected


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("De overeenkomst is niet aan een einddatum gebonden.", None),
        ("Soort: [X] onbepaalde tijd [ ] bepaalde tijd, einddatum: n.v.t.", None),
        ("Soort overeenkomst: [ ] onbepaalde tijd [X] bepaalde tijd, einddatum: 31-08-2024", date(2024, 8, 31)),
        ("Soort overeenkomst: ☐ onbepaalde tijd ☒ bepaalde tijd, einddatum: 31-08-2024", date(2024, 8, 31)),
    ],
)
def test_ticked_and_told_ends(words: str, end: date | None) -> None:
    paper = contract(PLAIN + words + "\n")
    assert paper.ends_on is not None and paper.ends_on.value == end


def test_an_agreement_in_plain_words() -> None:
    paper = contract(
        "Onze afspraken\nFijn dat je bij ons komt werken! Dit is jouw arbeidsovereenkomst met Stichting De Brug.\n"
        "Jij bent: Pim Verhoeven, geboren op 11 november 1996.\nJe start op 1 augustus 2024. Je werkt 32 uur per week.\n"
    )
    assert (value(paper.employee), value(paper.employer)) == ("Pim Verhoeven", "Stichting De Brug")


def test_a_service_is_named_on_its_own_page_without_its_legal_form() -> None:
    signer = Party(common_name="Vinkje B.V.", organisation="Vinkje B.V.")
    seal = replace(SERVICE_SEAL, signatures=(replace(SERVICE_SEAL.signatures[0], signer=signer),))
    page = AUDIT.format(first=DONE, second=DONE)
    assert contract(PLAIN, "Vinkje " + page, seal=seal).signed_by_employee.value is True
    assert contract(PLAIN, page, seal=seal).signed_by_employee.value is None


def test_a_title_above_the_parties_is_no_part_of_their_name() -> None:
    paper = contract(
        "Model arbeidsovereenkomst versie 1 januari 2023\nArbeidsovereenkomst\nStichting De Brug, hierna werkgever, en Nel Krol, "
        "geboren 4-4-1994, hierna werknemer.\nLooptijd: 1 maart 2024 t/m 28 februari 2025\nFunctie: begeleider\n"
    )
    assert value(paper.employer) == "Stichting De Brug"


@pytest.mark.parametrize("grade", ["IP 23", "IP-nr. 23", "leerlingsalaris jaar 1"])
def test_more_names_of_a_grade(grade: str) -> None:
    assert value(contract(PLAIN + f"Salaris: {grade}.\n").salary) == grade


def test_short_names_of_weekdays_before_dates() -> None:
    paper = contract(HEAD + "Aanvang dienstverband: ma 06.05.2024. Einde dienstverband: zo 04.05.2025. Functie: kok.\n")
    assert (value(paper.starts_on), value(paper.ends_on)) == (date(2024, 5, 6), date(2025, 5, 4))


@pytest.mark.parametrize(
    "who", ["A. van den Berg", "B. Jansen", "A. Ben Salah", "I. de Haan", "V. Kok", "A. Jansen-Bos"]
)
@pytest.mark.parametrize("lead", ["2. ", "", "en "])
def test_an_initial_is_no_mark_of_a_list(lead: str, who: str) -> None:
    paper = contract(PLAIN.replace("mevrouw L. Kok", f"\n{lead}{who}"))
    assert value(paper.employee) == who


@pytest.mark.parametrize(("first", "second"), [("A.", "B."), ("a.", "b."), ("I.", "II."), ("A)", "B)")])
def test_parties_in_a_list_with_letters(first: str, second: str) -> None:
    paper = contract(
        f"ARBEIDSOVEREENKOMST\n\nDe ondergetekenden:\n{first} Zorg Voorbeeld B.V., gevestigd te Borne, hierna werkgever, en\n"
        f"{second} Lotte Kok, geboren op 1 februari 1980, hierna werknemer.\n1. Werknemer treedt per 1 maart 2024 in dienst.\n"
    )
    assert (value(paper.employer), value(paper.employee)) == ("Zorg Voorbeeld B.V.", "Lotte Kok")


@pytest.mark.parametrize(
    "words",
    [
        "Zij eindigt, zonder dat opzegging vereist is, op 28 februari 2025.",
        "De einddatum is 28 februari 2025.",
        "De laatste dag van het dienstverband is 28 februari 2025.",
        "Dit contract is tijdelijk en stopt op 28 februari 2025.",
        "De arbeidsovereenkomst expireert op 28 februari 2025.",
        "Na 28 februari 2025 eindigt het dienstverband van rechtswege.",
    ],
)
def test_plain_words_for_the_end(words: str) -> None:
    paper = contract(
        PLAIN + words + " De proeftijd duurt tot 1 april 2024. De cao loopt tot en met 31 december 2025.\n"
    )
    assert value(paper.ends_on) == date(2025, 2, 28)


@pytest.mark.parametrize(
    "words",
    [
        "Werknemer zal op 1 maart 2024 aanvangen met haar werkzaamheden als kok.",
        "Per 1 maart 2024 stellen wij u aan als kok.",
        "Hierbij stelt werkgever werknemer aan als kok, een en ander per 1 maart 2024.",
    ],
)
def test_plain_words_for_the_start(words: str) -> None:
    assert value(contract(HEAD + words + " De cao loopt tot en met 31 december 2025.\n").starts_on) == date(2024, 3, 1)
