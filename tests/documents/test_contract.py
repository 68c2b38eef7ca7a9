"""Contracts: parties, terms, hours and pay in wordings of our own, who signed, and what is no contract."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.documents.contract import recognise
from dossiercheck.documents.contracts.duration import Length
from dossiercheck.documents.contracts.names import domain_fits, organisation_fits, person_fits
from dossiercheck.documents.model import Contract, ContractKind, Kind, Unrecognised
from dossiercheck.facts import Party, Seal, SealState, Signature, SignatureKind
from dossiercheck.readers.content import Ink, PdfContent
from tests.build import pdf_content
from tests.seals_by import SERVICE_SEAL

HEAD = """ARBEIDSOVEREENKOMST

De ondergetekenden:
Zorg Voorbeeld B.V., gevestigd te Borne, vertegenwoordigd door P. Smit, hierna werkgever, en
mevrouw L. Kok, geboren op 1 februari 1980 te Borne, hierna werknemer.

"""
PLAIN = HEAD + "1. Werknemer treedt per 1 maart 2024 in dienst als begeleider.\n2. De arbeidsduur is 24 uur per week.\n"


def contract(*pages: str, **kw: object) -> Contract:
    claim = recognise("map/contract.pdf", pdf_content(list(pages), **kw))
    assert claim is not None and isinstance(claim.paper, Contract)
    return claim.paper


def value(fact: object) -> object:
    return getattr(fact, "value", None)


def test_a_plain_contract_with_the_places_of_its_facts() -> None:
    paper = contract(PLAIN)
    assert paper.employee and paper.employee.value == "L. Kok" and paper.employee.place.page == 1
    assert value(paper.employer) == "Zorg Voorbeeld B.V."
    assert value(paper.born_on) == date(1980, 2, 1)
    assert value(paper.function) == "begeleider"
    assert (
        paper.starts_on and paper.starts_on.value == date(2024, 3, 1) and paper.starts_on.place.text == "1 maart 2024"
    )
    assert paper.ends_on is None
    assert value(paper.hours_per_week) == 24
    assert paper.kind.value is ContractKind.EMPLOYMENT


@pytest.mark.parametrize(
    ("term", "end"),
    [
        ("voor de duur van twaalf (12) maanden", date(2025, 2, 28)),
        ("voor een periode van een half jaar", date(2024, 8, 31)),
        ("voor bepaalde tijd tot en met 30 november 2024", date(2024, 11, 30)),
        ("tot 1 december 2024", date(2024, 11, 30)),
        ("voor 26 weken", date(2024, 8, 29)),
        ("voor een jaar en drie maanden", date(2025, 5, 31)),
    ],
)
def test_ends(term: str, end: date) -> None:
    text = HEAD + f"1. Werknemer treedt per 1 maart 2024 in dienst als begeleider, {term}.\n"
    if "en drie" in term:
        text = text.replace("een jaar en drie maanden", "de duur van 1 jaar en 3 maanden")
    assert value(contract(text).ends_on) == end


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 9, 1), 12, date(2027, 8, 31)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 1), 1, date(2024, 12, 31)),
    ],
)
def test_a_term_of_months_ends_the_day_before(start: date, months: int, end: date) -> None:
    assert Length(months=months, days=0, start=0, end=0).end_from(start) == end


@pytest.mark.parametrize(
    "clause",
    [
        "2. De overeenkomst eindigt op 31 augustus 2024.\n3. De overeenkomst eindigt op 30 september 2024.",
        "2. De overeenkomst duurt zes maanden.\n3. De overeenkomst eindigt van rechtswege op 28 februari 2025.",
        "2. De overeenkomst is aangegaan voor onbepaalde tijd.\n3. Zij eindigt van rechtswege op 28 februari 2025.",
        "2. De overeenkomst wordt aangegaan voor bepaalde / onbepaalde tijd.",
        "2. Na afloop kan de overeenkomst worden omgezet in een overeenkomst voor onbepaalde tijd.",
        "2. De proeftijd duurt een maand en eindigt op 31 maart 2024.",
        "2. De opzegtermijn bedraagt twee maanden. De cao loopt van 1 januari 2024 tot en met 31 december 2024.",
    ],
)
def test_an_end_that_is_contradicted_or_not_stated_is_none(clause: str) -> None:
    assert contract(HEAD + "1. Werknemer treedt per 1 maart 2024 in dienst als begeleider.\n" + clause).ends_on is None


@pytest.mark.parametrize(
    ("clause", "hours"),
    [
        ("De arbeidsduur bedraagt gemiddeld 28,5 uur per week", 28.5),
        ("Werknemer werkt 24 uur per week op basis van een werkweek van 36 uur", 24),
        ("Het parttimepercentage is 66,67% op basis van een 36-urige werkweek", 24),
        ("De omvang is 0,8 fte bij een werkweek van 40 uur", 32),
        ("De werkweek telt zesendertig uur", 36),
        ("De arbeidsduur gaat van 20 naar 28 uur per week", 28),
        ("Werknemer werkt 24 uur per week. Nevenwerk van meer dan 8 uur per week wordt gemeld", 24),
        ("Werknemer werkt minimaal 8 en maximaal 24 uur per week", None),
        ("De arbeidsduur is 24 uur per week.\n3. Werknemer werkt 32 uur per week", None),
    ],
)
def test_hours(clause: str, hours: float | None) -> None:
    paper = contract(HEAD + f"1. Werknemer treedt per 1 maart 2024 in dienst als begeleider.\n2. {clause}.\n")
    assert value(paper.hours_per_week) == hours


def test_a_range_is_stated_in_words() -> None:
    paper = contract(PLAIN.replace("24 uur per week", "ten minste 8 en ten hoogste 24 uur per week"))
    assert paper.hours_stated and "8" in paper.hours_stated.value


def test_a_chain_takes_the_first_start_and_the_last_end() -> None:
    paper = contract(
        PLAIN.replace("als begeleider", "als begeleider voor de duur van 7 maanden"),
        "VERLENGING ARBEIDSOVEREENKOMST\nDe arbeidsovereenkomst met mevrouw L. Kok, eindigend op 30 september 2024,"
        " wordt verlengd met een jaar.",
        "ADDENDUM UREN\nMet ingang van 1 januari 2025 gaat de arbeidsduur van mevrouw L. Kok van 24 naar 32 uur per week.",
    )
    assert (value(paper.starts_on), value(paper.ends_on)) == (date(2024, 3, 1), date(2025, 9, 30))
    assert len(paper.terms) == 2 and paper.end_from_duration
    assert value(paper.hours_per_week) == 32


def test_an_unfilled_template_has_blanks_and_no_invented_facts() -> None:
    paper = contract(
        "ARBEIDSOVEREENKOMST\nDe ondergetekenden:\n[naam werkgever], gevestigd te Borne, hierna werkgever, en\n"
        "[naam werknemer], geboren op [datum], hierna werknemer\nWerknemer treedt per [datum] in dienst als ________."
    )
    assert paper.blanks and paper.employee is None and paper.starts_on is None and paper.function is None


@pytest.mark.parametrize(
    "title",
    [
        "HUUROVEREENKOMST",
        "VASTSTELLINGSOVEREENKOMST",
        "PERSONEELSHANDBOEK",
        "FUNCTIEOMSCHRIJVING",
        "Beëindiging arbeidsovereenkomst",
    ],
)
def test_other_papers_are_no_contract(title: str) -> None:
    claim = recognise("x.pdf", pdf_content([PLAIN.replace("ARBEIDSOVEREENKOMST", title)]))
    assert claim is None or (claim.kind is Kind.OTHER and isinstance(claim.paper, Unrecognised))


AUDIT = """Ondertekenbewijs
Transactie-id: 8f7a-2211
Ondertekenaar 1: L. Kok (l.kok@post.example)
{first}
Ondertekenaar 2: P. Smit (p.smit@zorgvoorbeeld.example)
{second}
"""
DONE, OPEN = "12-02-2024 10:33:12 document ondertekend", "12-02-2024 10:33:12 nog niet ondertekend"


@pytest.mark.parametrize(
    ("first", "employee"), [(DONE, True), (OPEN, False), ("12-02-2024 10:33 document bekeken", None)]
)
@pytest.mark.parametrize(("second", "employer"), [(DONE, True), (OPEN, False)])
def test_an_audit_page_tells_of_each_party(first: str, second: str, employee: bool | None, employer: bool) -> None:
    paper = contract(PLAIN, AUDIT.format(first=first, second=second), seal=SERVICE_SEAL)
    assert (paper.signed_by_employee.value, paper.signed_by_employer.value) == (employee, employer)
    if employee:
        assert paper.signed_by_employee.place and paper.signed_by_employee.place.page == 2
        assert paper.signed_by_employee.by == "service"


@pytest.mark.parametrize(("last", "employee"), [(DONE, True), ("12-02-2024 10:33 ondertekening geweigerd", False)])
def test_a_name_on_an_audit_page_ends_with_its_line(last: str, employee: bool) -> None:
    """The label below it, with its capital, is no second surname."""
    page = AUDIT.format(first=f"Rol: wederpartij\n{last}", second=DONE).replace(
        "Ondertekenaar 1: L. Kok (", "Ondertekenaar 1\nNaam: Lena Kok\nRol: medewerker\nE-mail: ("
    )
    paper = contract(PLAIN.replace("L. Kok", "Lena Kok"), page, seal=SERVICE_SEAL)
    assert paper.signed_by_employee.value is employee


def test_an_audit_page_without_the_service_s_seal_can_be_typed() -> None:
    typed = AUDIT.format(first=DONE, second=DONE)
    assert contract(PLAIN, typed).signed_by_employee.value is None
    elsewhere = replace(SERVICE_SEAL.signatures[0], signer=Party(common_name="Landmeterij", organisation="Landmeterij"))
    unrelated = replace(SERVICE_SEAL, signatures=(elsewhere,))
    assert contract(PLAIN, typed, seal=unrelated).signed_by_employee.value is None
    refused = AUDIT.format(first=OPEN, second=DONE)
    assert contract(PLAIN, refused).signed_by_employee.value is False


def test_a_form_filled_after_signing_is_a_change() -> None:
    filled = replace(SERVICE_SEAL.signatures[0], changes=("form_filled",))
    changed = Seal(state=SealState.ALTERED, signatures=(filled,))
    paper = contract(PLAIN, AUDIT.format(first=DONE, second=DONE), seal=changed)
    assert paper.altered_after_signing and paper.signed_by_employee.value is None


def test_an_audit_page_alone_is_not_the_contract() -> None:
    claim = recognise("x.pdf", pdf_content([AUDIT.format(first=DONE, second=DONE)]))
    assert claim and isinstance(claim.paper, Unrecognised) and claim.paper.say == "receipt-alone"
    assert claim.paper.hint is Kind.CONTRACT


def _signature(name: str, organisation: str = "", **kw: object) -> Signature:
    signature = Signature(
        field="S1",
        kind=SignatureKind.APPROVAL,
        signer=Party(common_name=name, organisation=organisation),
        intact=True,
    )
    return replace(signature, **kw)


def _sealed(*signatures: Signature) -> Contract:
    return contract(PLAIN, seal=Seal(state=SealState.INTACT_UNTRUSTED, signatures=signatures))


def test_embedded_signatures_count_for_the_party_they_name() -> None:
    paper = _sealed(_signature("Lotte Kok"), _signature("P. Smit"))
    assert (paper.signed_by_employee.value, paper.signed_by_employer.value) == (True, True)
    assert paper.signed_by_employee.by == "signature"


@pytest.mark.parametrize(
    "signature",
    [
        _signature("Signhost", "Evidos B.V."),
        _signature("M. Kok"),
        _signature("L. Kok", intact=False),
        _signature("L. Kok", changes=("content_changed",)),
        _signature("L. Kok", kind=SignatureKind.TIMESTAMP),
    ],
    ids=["service", "another", "broken", "altered", "timestamp"],
)
def test_signatures_that_prove_no_party(signature: Signature) -> None:
    assert _sealed(signature).signed_by_employee.value is None


def test_one_signature_says_nothing_of_the_other_party_and_a_change_is_told() -> None:
    paper = _sealed(_signature("L. Kok", changes=("annotation_added",)))
    assert paper.altered_after_signing and paper.signed_by_employer.value is None
    assert not _sealed(_signature("L. Kok", changes=("validation_data",))).altered_after_signing


BLOCKS = PLAIN + "\nNamens werkgever\tWerknemer\nP. Smit\tL. Kok\nHandtekening: ______\tHandtekening: ______\n"


def test_empty_places_to_sign_are_unsigned_only_where_ink_was_looked_for() -> None:
    assert contract(BLOCKS, ink=()).signed_by_employee.value is False
    assert contract(BLOCKS).signed_by_employee.value is None
    drawn = Ink(box=(70.0, 200.0, 120.0, 220.0), length=60.0, likeness=0.5)
    assert contract(BLOCKS, ink=(drawn,)).signed_by_employer.value is None
    assert contract(BLOCKS + "w.g. L. Kok", ink=()).signed_by_employee.value is None


@pytest.mark.parametrize(
    ("name", "other", "fits"),
    [
        ("L. Kok", "Lotte Kok", True),
        ("Lotte Kok", "Kok, L.", True),
        ("Y.H. van Velzen-de Wit", "Yvonne de Wit", True),
        ("L. Kok", "P. Kok", False),
        ("Lotte Kok", "Lara Kok", False),
        ("L. Kok", "Kok", False),
        ("L. Kok", "L. de Boer", False),
    ],
)
def test_the_small_name_test(name: str, other: str, fits: bool) -> None:
    assert person_fits(name, other) is fits


def test_organisations_and_their_domains() -> None:
    assert organisation_fits("Zorg Voorbeeld B.V.", "Stichting Zorg Voorbeeld")
    assert not organisation_fits("Zorg Voorbeeld B.V.", "Zorg Elders B.V.")
    assert domain_fits("Zorg Voorbeeld B.V.", "hr@zorgvoorbeeld.example")
    assert not domain_fits("Zorg Voorbeeld B.V.", "l.kok@gmail.com")


def test_nothing_raises_and_empty_papers_are_no_contract() -> None:
    assert recognise("x.pdf", pdf_content([""])) is None
    assert recognise("x.pdf", PdfContent(pages=(), page_count=0)) is None
    hostile = "ARBEIDSOVEREENKOMST\n" + "hierna te noemen geboren te € 1.000.000 tot en met 99-99-9999 ((((\n" * 60
    recognise("x.pdf", pdf_content([hostile, "\x00\u202e" * 500]))


@pytest.mark.parametrize(
    "title",
    [
        "VASTSTELLINGSOVEREENKOMST",
        "Vaststellingsovereenkomst",
        "Betreft: bevestiging ontslag",
        "BEËINDIGINGSOVEREENKOMST",
    ],
)
def test_what_ends_a_contract_is_seen_beside_it(title: str) -> None:
    page = f"{title}\n\nPartijen: Zorg Voorbeeld B.V., hierna werkgever, en mevrouw L. Kok, hierna werknemer.\n" * 2
    paper = contract(PLAIN, page)
    assert [place.page for place in paper.ended_by] == [2]
    assert contract(PLAIN).ended_by == ()
    claim = recognise("map/stuk.pdf", pdf_content([page]))
    assert claim is not None and isinstance(claim.paper, Unrecognised) and claim.paper.ends_contract
    assert claim.kind is Kind.OTHER


@pytest.mark.parametrize(
    "row",
    [
        "Werknemer: Anna de Wit, geboortedatum 3 februari 1990, wonende te Borne",
        "Werknemer: Anna de Wit, geboren 3 februari 1990",
        "Werknemer:   mw. Anna de Wit, woonachtig te Borne",
        "Werknemer: Anna de Wit, BSN volgt",
    ],
)
def test_what_stands_behind_the_name_is_no_part_of_it(row: str) -> None:
    text = f"ARBEIDSOVEREENKOMST\n\nWerkgever: Zorg Voorbeeld B.V.\n{row}\nFunctie: begeleider\nIngangsdatum: 1 maart 2024\nEinddatum: onbepaalde tijd\n"
    assert value(contract(text).employee) == "Anna de Wit"


@pytest.mark.parametrize(
    "hours",
    [
        "Minimum aantal uren per week: 8; maximum: 20.",
        "Minimum aantal uren: 8\nMaximum aantal uren: 20",
        "Min. uren per week: 8, max. uren per week: 20",
    ],
)
def test_the_least_hours_are_not_the_hours(hours: str) -> None:
    paper = contract(HEAD + f"1. Werknemer treedt per 1 maart 2024 in dienst als begeleider.\n{hours}\n")
    assert paper.hours_per_week is None
    assert paper.hours_stated or "hours_per_week" in paper.unclear


@pytest.mark.parametrize(
    ("term", "until"), [("tot 1 maart 2025", date(2025, 3, 1)), ("tot en met 28 februari 2025", None)]
)
def test_the_date_after_until_is_kept(term: str, until: date | None) -> None:
    paper = contract(HEAD + f"1. Werknemer treedt per 1 maart 2024 in dienst als begeleider, {term}.\n")
    assert value(paper.ends_on) == date(2025, 2, 28)
    assert paper.ends_until == until


@pytest.mark.parametrize(
    ("sentence", "ended"),
    [
        ("De kantonrechter heeft de arbeidsovereenkomst ontbonden per 10 mei 2024.", True),
        ("Deze overeenkomst is per 15 mei 2024 komen te vervallen.", True),
        ("Notitie HR: dienstverband beëindigd tijdens de proeftijd op 20 mei 2024.", True),
        ("De overeenkomst kan tussentijds worden opgezegd op 1 dag van de maand.", False),
        ("De vorige arbeidsovereenkomst is geëindigd op 29 februari 2024.", False),
        ("De overeenkomst eindigt van rechtswege op 28 februari 2026.", False),
        ("Opzegging van de overeenkomst geschiedt per 1 van de maand.", False),
    ],
)
def test_a_sentence_that_ends_the_contract_is_seen(sentence: str, ended: bool) -> None:
    assert bool(contract(PLAIN + f"3. {sentence}\n").ended_by) is ended
