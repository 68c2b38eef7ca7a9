from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from dossiercheck.checks.contract_doubts import doubt
from dossiercheck.checks.functions import SameJob, functions_agree
from dossiercheck.documents import ContractKind, Employment, Kind, TextLine, TextPage, Unrecognised
from dossiercheck.documents.model import Signed, Term
from dossiercheck.facts import How, Party, Place, Seal, SealState, Signature, SignatureKind
from tests.dossiers import assigned, contract, document, fact, judge, outcome, person, requirement


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (date(2024, 5, 31), ("not_met", "expired")),
        (date(2024, 6, 1), ("met", None)),
        (date(2024, 6, 2), ("met", None)),
        (None, ("met", None)),
    ],
)
def test_in_force_on_the_last_day(ends, expected):
    assert outcome("contract.in-force", person(contract(ends=ends))) == expected


def test_not_begun_yet():
    assert outcome("contract.in-force", person(contract(date(2024, 6, 1)))) == ("met", None)
    assert outcome("contract.in-force", person(contract(date(2024, 6, 2)))) == ("not_met", "in_future")


def test_an_unknown_end_is_for_a_person():
    assert outcome("contract.in-force", person(contract(ends_on=None)))[0] == "undecided"


@pytest.mark.parametrize(
    ("employment", "kind", "expected"),
    [
        (Employment.EMPLOYED, ContractKind.EMPLOYMENT, "met"),
        (Employment.EMPLOYED, ContractKind.ASSIGNMENT, "not_met"),
        (Employment.SELF_EMPLOYED, ContractKind.ASSIGNMENT, "met"),
        (Employment.SELF_EMPLOYED, ContractKind.EMPLOYMENT, "not_met"),
        (Employment.HIRED, ContractKind.SECONDMENT, "met"),
        (Employment.HIRED, ContractKind.AGENCY, "met"),
        (Employment.TRAINEE, ContractKind.TRAINEESHIP, "met"),
        (Employment.TRAINEE, ContractKind.EMPLOYMENT, "not_met"),
        (Employment.VOLUNTEER, ContractKind.VOLUNTEER, "met"),
    ],
)
def test_the_kind_fits_the_employment(employment, kind, expected):
    assert outcome("contract.present", person(contract(kind=fact(kind)), employment=employment))[0] == expected


def test_an_owner_without_contract_is_for_a_person():
    assert outcome("contract.present", person(employment=Employment.OWNER)) == ("undecided", "needs_person")
    assert outcome("contract.present", person()) == ("not_met", "missing")


YES, NO, UNKNOWN = Signed(value=True), Signed(value=False), Signed(value=None)


@pytest.mark.parametrize(
    ("employer", "employee", "expected"),
    [
        (YES, YES, ("met", None)),
        (NO, YES, ("not_met", "unsigned_employer")),
        (YES, NO, ("not_met", "unsigned_employee")),
        (NO, NO, ("not_met", "unsigned")),
        (UNKNOWN, YES, ("undecided", "needs_person")),
        (YES, UNKNOWN, ("undecided", "needs_person")),
        (UNKNOWN, UNKNOWN, ("undecided", "needs_person")),
        (UNKNOWN, NO, ("not_met", "unsigned_employee")),
        (NO, UNKNOWN, ("not_met", "unsigned_employer")),
    ],
)
def test_signed_by_both(employer, employee, expected):
    paper = contract(signed_by_employer=employer, signed_by_employee=employee)
    assert outcome("contract.signed", person(paper)) == expected


def test_altered_after_signing():
    paper = contract(altered_after_signing=True)
    assert outcome("contract.signed", person(paper)) == ("not_met", "altered_after_sealing")


@pytest.mark.parametrize(
    ("in_contract", "in_table", "expected"),
    [
        ((date(2023, 9, 1), None), (date(2023, 9, 1), None), "met"),
        ((date(2023, 9, 1), None), (date(2023, 9, 2), None), "not_met"),
        ((date(2023, 9, 1), date(2024, 8, 31)), (date(2023, 9, 1), date(2024, 8, 31)), "met"),
        ((date(2023, 9, 1), date(2024, 8, 31)), (date(2023, 9, 1), date(2024, 9, 1)), "not_met"),
        ((date(2023, 9, 1), date(2024, 8, 31)), (date(2023, 9, 1), None), "not_met"),
        ((date(2023, 9, 1), None), (date(2023, 9, 1), date(2024, 8, 31)), "not_met"),
    ],
)
def test_dates_equal_the_table_s(in_contract, in_table, expected):
    worker = person(contract(*in_contract), starts_on=in_table[0], ends_on=in_table[1])
    assert outcome("contract.dates", worker)[0] == expected


def test_in_a_chain_first_or_last_start_fits():
    first, last = date(2022, 1, 1), date(2024, 1, 1)
    chain = contract(first, terms=(Term(starts_on=fact(first)), Term(starts_on=fact(last))))
    assert outcome("contract.dates", person(chain, starts_on=first))[0] == "met"
    assert outcome("contract.dates", person(chain, starts_on=last))[0] == "met"
    assert outcome("contract.dates", person(chain, starts_on=date(2023, 1, 1)))[0] == "not_met"


def test_two_files_are_split_but_copies_are_not():
    one, other = contract(date(2022, 1, 1), date(2022, 12, 31)), contract(date(2023, 1, 1))
    assert outcome("contract.one-pdf", person(one, other)) == ("not_met", "split")
    same = [assigned(one, file=name, sha256="same") for name in ("a.pdf", "b.pdf")]
    assert outcome("contract.one-pdf", person(*same)) == ("met", None)


@pytest.mark.parametrize(
    ("id_", "field"),
    [("contract.function", "function"), ("contract.hours", "hours_per_week"), ("contract.salary", "salary")],
)
def test_absent_fields_fail_and_unclear_ones_go_to_a_person(id_, field):
    assert outcome(id_, person(contract(**{field: None}))) == ("not_met", "field_missing")
    assert outcome(id_, person(contract(**{field: None, "unclear": (field,)})))[0] == "undecided"
    assert outcome(id_, person(assigned(contract(**{field: None}), scanned=True)))[0] == "undecided"


def test_a_silent_extension_leaves_the_earlier_terms():
    first = contract(date(2022, 1, 1), date(2022, 12, 31))
    extension = contract(date(2023, 1, 1), function=None, hours_per_week=None, salary=None)
    for id_ in ("contract.function", "contract.hours", "contract.salary"):
        assert outcome(id_, person(first, extension)) == ("met", None)


def test_volunteers_and_trainees_need_no_salary():
    bare = contract(salary=None, hours_per_week=None)
    assert outcome("contract.salary", person(bare, employment=Employment.VOLUNTEER))[0] == "not_applicable"
    assert outcome("contract.hours", person(bare, employment=Employment.VOLUNTEER))[0] == "not_applicable"
    assert outcome("contract.salary", person(bare, employment=Employment.TRAINEE))[0] == "not_applicable"


def test_flexible_hours_are_for_a_person():
    paper = contract(hours_per_week=None, hours_stated=fact("nul uren"))
    assert outcome("contract.hours", person(paper)) == ("undecided", "needs_person")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Persoonlijk begeleider", "persoonlijk begeleider", True),
        ("Begeleider", "Ambulant begeleider", True),
        ("Medewerker schoonmaak", "schoonmaak", True),
        ("Begeleider C", "persoonlijk begeleider", None),
        ("Ambulant begeleider", "Ambulante begeleiding", None),
        ("Boekhouder", "Verpleegkundige", False),
        ("Verzorgende", "Verzorgende i.o.", None),
        ("begeleider", "student begeleider", None),
        ("begeleider", "stage begeleider", None),
        ("begeleider", "vrijwilligster begeleider", None),
        ("begeleider", "coördinerend begeleider", None),
        ("directeur", "adjunct-directeur", None),
        ("teamleider", "plaatsvervangend teamleider", None),
    ],
)
def test_functions(one, other, expected):
    assert requirement("contract.function").agree(one, other) is expected


def test_what_depends_on_an_absent_contract_is_not_applicable():
    for id_ in ("contract.signed", "contract.dates", "contract.in-force", "contract.name", "contract.hours"):
        (finding,) = judge(id_, person())
        assert (finding.outcome.value, finding.reason.value) == ("not_applicable", "missing")


def test_a_date_after_a_bare_until_fits_as_printed():
    paper = contract(ends=date(2025, 2, 28), ends_until=date(2025, 3, 1))
    for in_table in (date(2025, 2, 28), date(2025, 3, 1)):
        worker = person(paper, starts_on=date(2023, 9, 1), ends_on=in_table)
        assert outcome("contract.dates", worker)[0] == "met"
    assert (
        outcome("contract.dates", person(paper, starts_on=date(2023, 9, 1), ends_on=date(2025, 3, 2)))[0] == "not_met"
    )


def test_a_paper_that_ends_the_contract_goes_to_a_person():
    inside = contract(ended_by=(Place(file="contract.pdf", page=2, text="Vaststellingsovereenkomst"),))
    assert outcome("contract.in-force", person(inside)) == ("undecided", "needs_person")
    settlement = Unrecognised(say="contract-termination", hint=Kind.CONTRACT, ends_contract=True)
    assert outcome("contract.in-force", person(contract(), settlement)) == ("undecided", "needs_person")
    assert outcome("contract.present", person(settlement)) == ("not_met", "missing")


@pytest.mark.parametrize(
    ("lines", "employer", "expected"),
    [
        (("Arbeidsovereenkomst", "Zorg Voorbeeld B.V. en J. de Wit"), "Zorg Voorbeeld B.V.", None),
        (("Arbeidsovereenkomst", "Stichting Zorg Voorbeeld en J. de Wit"), "Stichting Zorg Voorbeeld", None),
        (("Arbeidsovereenkomst", "Glans B.V. en J. de Wit"), "Glans B.V.", "contract-of-another"),
        (("Arbeidsovereenkomst", "Glans B.V., handelend als Zorg Voorbeeld"), "Glans B.V.", None),
        (("CONCEPT", "Arbeidsovereenkomst", "Zorg Voorbeeld B.V."), "Zorg Voorbeeld B.V.", "contract-draft"),
        (("Zorg Voorbeeld B.V.", "De arbeidsovereenkomst", "volgt nadat wij uw akkoord"), "", "contract-to-come"),
    ],
)
def test_a_draft_an_offer_and_a_contract_with_another_are_for_a_person(lines, employer, expected):
    text = tuple(TextLine(text=line, place=Place(file="c.pdf", page=1, text=line)) for line in lines)
    paper = contract(employer=fact(employer) if employer else None)
    held = document(paper, "c.pdf", text=(TextPage(number=1, lines=text),))
    seen = doubt(held, paper, "Zorg Voorbeeld B.V.")
    assert (seen.say if seen else None) == expected


@pytest.mark.parametrize(
    ("paper", "held", "expected"),
    [
        ({}, {"part_pages": (2, 3)}, ("undecided", "needs_person")),
        ({}, {"part_pages": (2, 3), "scanned": True}, ("not_met", "unsigned")),
        ({}, {}, ("not_met", "unsigned")),
        ({"signed_by_employee": Signed(value=False, by="service")}, {"part_pages": (2, 3)}, ("not_met", "unsigned")),
        ({"signed_by_employer": YES, "signed_by_employee": YES}, {"part_pages": (2, 3)}, ("met", None)),
    ],
)
def test_signatures_that_joining_removed_are_not_held_against_anybody(paper, held, expected):
    made = contract(**({"signed_by_employer": NO, "signed_by_employee": NO} | paper))
    assert outcome("contract.signed", person(document(made, **held))) == expected


@pytest.mark.parametrize(
    ("signer", "changes", "expected"),
    [
        ("Jana Bos", {}, ("met", None)),
        ("Johanna Bos", {}, ("undecided", "needs_person")),
        ("Karel Bos", {}, ("undecided", "needs_person")),
        ("Jana Bos", {"intact": False}, ("undecided", "needs_person")),
        ("Jana Bos", {"kind": SignatureKind.TIMESTAMP}, ("undecided", "needs_person")),
    ],
)
def test_a_signature_in_the_birth_name_that_only_the_table_knows(signer, changes, expected):
    signature = Signature(
        field="S", kind=SignatureKind.APPROVAL, intact=True, signer=Party(common_name=signer, organisation="")
    )
    held = assigned(
        contract(signed_by_employee=UNKNOWN, employee=fact("J. de Wit")),
        seal=Seal(state=SealState.INTACT_UNTRUSTED, signatures=(replace(signature, **changes),)),
    )
    assert outcome("contract.signed", person(held, birth_name="Bos")) == expected


def test_the_signature_that_counts_for_the_employer_does_not_count_for_the_employee_too():
    by_employer = Signed(value=True, by="signature", place=Place(file="paper.pdf", text="Jana Bos", how=How.SEAL))
    signature = Signature(
        field="S", kind=SignatureKind.APPROVAL, intact=True, signer=Party(common_name="Jana Bos", organisation="")
    )
    seal = Seal(state=SealState.INTACT_UNTRUSTED, signatures=(signature,))
    held = assigned(contract(signed_by_employee=UNKNOWN, signed_by_employer=by_employer), seal=seal)
    assert outcome("contract.signed", person(held, birth_name="Bos"))[0] == "undecided"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("pers. begeleider", "persoonlijk begeleider", None),
        ("pers. assistent", "persoonlijk begeleider", None),
        ("soc. coach", "kok", False),
    ],
)
def test_a_shortened_word_leaves_it_to_a_person(one, other, agree):
    assert functions_agree(one, other, SameJob()) is agree


@pytest.mark.parametrize(
    ("base_end", "other_end", "signed", "in_force"),
    [
        (date(2024, 2, 28), date(2025, 2, 28), "undecided", "met"),
        (date(2024, 2, 28), None, "undecided", "met"),
        (None, date(2024, 2, 28), "met", "met"),
        (date(2025, 2, 28), date(2024, 2, 28), "met", "met"),
    ],
)
def test_an_extension_without_a_start_governs_where_it_ends_last(base_end, other_end, signed, in_force):
    base = assigned(contract(date(2023, 9, 1), base_end), file="a.pdf")
    extension = assigned(contract(ends=other_end, starts_on=None, signed_by_employee=UNKNOWN), file="b.pdf")
    worker = person(base, extension)
    assert outcome("contract.signed", worker)[0] == signed
    assert outcome("contract.in-force", worker)[0] == in_force


PAIRS = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "functions.yaml").read_text("utf-8"))
SAYS = {"same": True, "look": None, "other": False}


@pytest.mark.parametrize(("one", "other", "says"), PAIRS)
def test_two_names_of_a_job_are_never_equal_by_guess_and_never_red(one, other, says):
    check = requirement("contract.function")
    assert {check.agree(one, other), check.agree(other, one)} == {SAYS[says]}
