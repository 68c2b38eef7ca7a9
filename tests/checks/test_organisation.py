"""The papers of an organisation against the H6 set: both sides of each boundary, and names and numbers that are alike."""

from datetime import date

import pytest

from dossiercheck.checks.companies import same_company
from dossiercheck.checks.fire_safety import same_address
from dossiercheck.documents import (
    BankStatement,
    CarePlan,
    ClientState,
    Cover,
    Insurance,
    Kind,
    KvkExtract,
    TaxStatement,
    is_valid_iban,
)
from dossiercheck.facts import NO_SEAL, Seal, SealFault, SealState
from dossiercheck.intake.statement import Statement
from dossiercheck.people import Dossier
from tests.dossiers import document, fact, judge, outcome, person, seal, vog

ON = date(2023, 6, 15)
NAME = "Zorg Voorbeeld B.V."
STATED = Statement(provider_name=NAME, kvk="12345678", products=("bgi",), requested_on=date(2023, 6, 1))


def of(*documents, **stated):
    statement = Statement(**{**{f: getattr(STATED, f) for f in STATED.__slots__}, **stated})
    return Dossier(people=(), documents=documents, statement=statement)


def asked(id_, dossier, on=ON):
    return outcome(id_, dossier, on, set_id="h6-wmo")


def kvk(made=date(2023, 5, 1), **given):
    paper = KvkExtract(
        made_on=fact(made) if made else None, kvk_number=fact("12345678"), name=fact(NAME), names=(fact(NAME),)
    )
    return document(paper, "kvk.pdf", kind=Kind.KVK_EXTRACT, **given)


def tax(dated):
    return document(TaxStatement(dated_on=fact(dated), holder=fact(NAME)), "tax.pdf", kind=Kind.TAX_STATEMENT)


def policy(**given):
    values = {
        "covers": fact((Cover.BUSINESS,)),
        "insured": fact(NAME),
        "starts_on": fact(date(2022, 1, 1)),
        "ends_on": fact(date(2023, 12, 31)),
        "ends_firmly": True,
    } | given
    return document(Insurance(**values), "policy.pdf", kind=Kind.INSURANCE)


def bank(made=date(2023, 5, 31), **given):
    values = {
        "iban": fact("NL91ABNA0417164300"),
        "holder": fact(NAME),
        "dated_on": fact(made),
        "address": fact("Stationsstraat 8 2712 AB Zoetermeer"),
    } | given
    return document(BankStatement(**values), "bank.pdf", kind=Kind.BANK_STATEMENT)


def plan(product, state, file):
    paper = CarePlan(
        title=fact("Zorgplan"), product=fact(product) if product else None, client_state=fact(state) if state else None
    )
    return document(paper, file, kind=Kind.CARE_PLAN)


@pytest.mark.parametrize(
    ("requested", "made", "expected"),
    [
        (date(2023, 6, 1), date(2022, 12, 1), "met"),
        (date(2023, 6, 1), date(2022, 11, 30), "not_met"),
        (date(2023, 5, 31), date(2022, 11, 30), "met"),
        (date(2023, 5, 31), date(2022, 11, 29), "not_met"),
        (date(2023, 8, 31), date(2023, 2, 28), "met"),
        (date(2023, 8, 31), date(2023, 2, 27), "not_met"),
    ],
)
def test_the_extract_is_six_calendar_months_old_at_most_on_the_day_of_the_application(requested, made, expected):
    on = max(requested, ON)
    assert asked("kvk-extract.age", of(kvk(made), requested_on=requested), on)[0] == expected


def test_without_a_day_of_application_the_extract_is_judged_on_the_day_itself_and_runs_out():
    (finding,) = judge("kvk-extract.age", of(kvk(date(2022, 12, 15)), requested_on=None), ON, set_id="h6-wmo")
    assert (finding.outcome.value, finding.valid_until, finding.expiring) == ("met", ON, True)
    assert asked("kvk-extract.age", of(kvk(date(2022, 12, 14)), requested_on=None)) == ("not_met", "too_old")


def test_an_extract_from_the_future_is_an_error_and_one_of_after_the_application_is_not():
    assert asked("kvk-extract.age", of(kvk(date(2023, 6, 16)))) == ("not_met", "in_future")
    assert asked("kvk-extract.age", of(kvk(date(2023, 6, 15)))) == ("met", None)


@pytest.mark.parametrize(
    ("dated", "expected"),
    [(date(2022, 6, 1), ("met", None)), (date(2022, 5, 31), ("not_met", "too_old"))],
)
def test_the_tax_statement_is_twelve_months_old_at_most(dated, expected):
    assert asked("tax-statement", of(tax(dated))) == expected


def test_twelve_months_before_29_february():
    leap = date(2024, 2, 29)
    assert asked("tax-statement", of(tax(date(2023, 2, 28)), requested_on=leap), leap)[0] == "met"
    assert asked("tax-statement", of(tax(date(2023, 2, 27)), requested_on=leap), leap)[0] == "not_met"


@pytest.mark.parametrize(
    ("issued", "expected"), [(date(2022, 12, 1), ("met", None)), (date(2022, 11, 30), ("not_met", "too_old"))]
)
def test_a_vog_is_six_months_old_at_most_at_application(issued, expected):
    worker = person(vog(issued))
    dossier = Dossier(people=(worker,), documents=(), statement=STATED)
    assert asked("vog.max-age", dossier) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"ends_on": fact(ON)}, ("met", None)),
        ({"ends_on": fact(date(2023, 6, 14))}, ("not_met", "expired")),
        ({"ends_on": fact(date(2023, 6, 14)), "renews": fact("stilzwijgend verlengd")}, ("undecided", "needs_person")),
        ({"ends_on": fact(date(2023, 6, 14)), "ends_firmly": False}, ("undecided", "needs_person")),
        ({"ends_on": None, "renews": fact("stilzwijgend verlengd")}, ("met", None)),
        ({"ends_on": None}, ("undecided", "needs_person")),
        ({"ends_on": None, "premium_due_on": date(2023, 11, 1)}, ("met", None)),
        ({"starts_on": fact(date(2023, 6, 16))}, ("not_met", "in_future")),
        ({"covers": fact((Cover.PROFESSIONAL,))}, ("not_met", "wrong_kind")),
        ({"covers": fact((Cover.UNCLEAR,))}, ("undecided", "needs_person")),
        ({"insured": fact("Bakkerij Molenzicht")}, ("not_met", "name_mismatch")),
    ],
)
def test_a_policy_is_in_force_for_the_business(given, expected):
    assert asked("insurance", of(policy(**given))) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ("met", None)),
        ({"made": date(2023, 3, 1)}, ("met", None)),
        ({"made": date(2023, 2, 28)}, ("undecided", "too_old")),
        ({"made": date(2023, 6, 16)}, ("not_met", "in_future")),
        ({"iban": fact("NL92ABNA0417164300")}, ("not_met", "invalid_iban")),
        ({"holder": fact("Bakkerij Molenzicht")}, ("not_met", "name_mismatch")),
        ({"holder": fact("ZORG VOORBEELD BV")}, ("met", None)),
        ({"address": None}, ("not_met", "field_missing")),
        ({"address": None, "other_address": True}, ("undecided", "needs_person")),
    ],
)
def test_a_bank_statement_shows_what_is_asked(given, expected):
    assert asked("bank-statement", of(bank(**given))) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Zorg Voorbeeld B.V.", "ZORG VOORBEELD BV", True),
        ("Stichting Haven en Huis", "Haven & Huis", True),
        ("V.O.F. Samen Wonen", "Samen Wonen VOF", True),
        ("R. Ouwehand h.o.d.n. De Groene Draad", "De Groene Draad", True),
        ("Meerwal Ondersteuning B.V.", "MO", None),
        ("Meerwal Ondersteuning B.V.", "Meerwal", None),
        ("Zorg Voorbeeld B.V.", "Bakkerij Molenzicht", False),
    ],
)
def test_names_of_companies(one, other, expected):
    assert same_company(one, other) is expected and same_company(other, one) is expected


@pytest.mark.parametrize(
    ("iban", "expected"),
    [
        ("NL91 ABNA 0417 1643 00", True),
        ("BE68 5390 0754 7034", True),
        ("DE89 3704 0044 0532 0130 00", True),
        ("NL19 ABNA 0417 1643 00", False),
        ("NL91 ABNA 0417 1643", False),
        ("BE68 5390 0754 7035", False),
    ],
)
def test_check_digits_of_account_numbers(iban, expected):
    assert is_valid_iban(iban) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"seal": seal(organisation_id="NTRNL-59581883", organisation="Kamer van Koophandel")}, ("met", None)),
        ({"seal": seal()}, ("not_met", "wrong_signer")),
        ({"seal": NO_SEAL}, ("not_met", "not_sealed")),
        ({"seal": NO_SEAL, "scanned": True}, ("undecided", "needs_person")),
        ({"seal": Seal(state=SealState.BROKEN, fault=SealFault.BYTES_CHANGED)}, ("not_met", "seal_broken")),
        (
            {
                "seal": seal(
                    SealState.INTACT_UNTRUSTED,
                    SealFault.UNKNOWN_AUTHORITY,
                    organisation_id="NTRNL-59581883",
                    organisation="Kamer van Koophandel",
                )
            },
            ("undecided", "seal_not_trusted"),
        ),
    ],
)
def test_the_chambers_seal(given, expected):
    assert asked("kvk-extract.seal", of(kvk(**given))) == expected


def test_the_extract_is_the_providers_by_number_and_name():
    assert asked("kvk-extract.provider", of(kvk())) == ("met", None)
    assert asked("kvk-extract.provider", of(kvk(), kvk="87654321")) == ("not_met", "name_mismatch")
    assert asked("kvk-extract.provider", of(kvk(), provider_name="Heel Anders")) == ("undecided", "name_mismatch")
    assert asked("kvk-extract.provider", of(kvk(), provider_name=None, kvk=None)) == ("undecided", "not_declared")


LEFT, INSIDE = ClientState.LEFT, ClientState.IN_CARE


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ((("bgi", INSIDE), ("bgi", LEFT)), ("met", None)),
        ((("bgi", INSIDE), ("bgi", INSIDE)), ("not_met", "missing")),
        ((("bgi", INSIDE), ("bgi", None)), ("undecided", "needs_person")),
        ((("bgi", INSIDE), (None, LEFT)), ("undecided", "needs_person")),
        ((("bgi", INSIDE), ("dagbesteding", LEFT)), ("not_met", "missing")),
        ((), ("not_met", "missing")),
    ],
)
def test_two_plans_for_each_product(plans, expected):
    documents = [plan(product, state, f"plan{n}.pdf") for n, (product, state) in enumerate(plans)]
    finding = judge("care-plans.count", of(*documents), ON, set_id="h6-wmo", products=("bgi",))
    assert [(f.outcome.value, f.reason.value if f.reason else None) for f in finding] == [expected]


@pytest.mark.parametrize(("on", "expected"), [(date(2023, 12, 31), "met"), (date(2024, 1, 1), "not_met")])
def test_the_agreement_ended_with_2023(on, expected):
    assert asked("agreement.period", of(), on)[0] == expected


def test_addresses_of_one_building():
    assert same_address("Laan van Haagvliet 20, 2271 JT Voorburg", "Laan van Haagvliet 20 in Voorburg")
    assert not same_address("Laan van Haagvliet 20", "Laan van Haagvliet 20a")
    assert not same_address("Laan van Haagvliet 20", "Laan van Haagvliet 2")
