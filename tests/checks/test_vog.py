from datetime import date, timedelta

import pytest

from dossiercheck.checks.periods import last_valid_day, months_before
from dossiercheck.documents import Contact, Employment
from dossiercheck.facts import Fact, How, Place
from dossiercheck.people import Grade
from tests.dossiers import ON, assigned, contract, document, dossier, fact, judge, outcome, person, vog


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 5, 31), 3, date(2025, 2, 28)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2024, 5, 29), 3, date(2024, 2, 29)),
        (date(2024, 3, 15), 3, date(2023, 12, 15)),
        (date(2027, 2, 28), 36, date(2024, 2, 28)),
        (date(2024, 2, 29), 36, date(2021, 2, 28)),
        (date(2024, 1, 31), 1, date(2023, 12, 31)),
        (date(2024, 12, 31), 6, date(2024, 6, 30)),
    ],
)
def test_months_are_calendar_months_clamped_to_the_end(day, months, expected):
    assert months_before(day, months) == expected


@pytest.mark.parametrize(
    ("issued", "months", "last"),
    [
        (date(2022, 3, 12), 36, date(2025, 3, 12)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 28), 36, date(2027, 2, 28)),
        (date(2025, 2, 28), 3, date(2025, 5, 31)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
    ],
)
def test_the_last_valid_day_is_the_last_one_that_is_not_too_late(issued, months, last):
    assert last_valid_day(issued, months) == last
    assert months_before(last, months) <= issued < months_before(last + timedelta(days=1), months)


@pytest.mark.parametrize("issued", [date(2021, 1, 1) + timedelta(days=n) for n in range(0, 1500, 13)])
@pytest.mark.parametrize("months", [3, 6, 12, 36])
def test_the_last_valid_day_agrees_with_counting_back(issued, months):
    last = last_valid_day(issued, months)
    assert months_before(last, months) <= issued < months_before(last + timedelta(days=1), months)


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (date(2021, 5, 31), ("not_met", "too_old")),
        (date(2021, 6, 1), ("met", None)),
        (date(2021, 6, 2), ("met", None)),
        (date(2024, 6, 1), ("met", None)),
        (date(2024, 6, 2), ("not_met", "in_future")),
    ],
)
def test_max_age_counts_three_years_back_boundary_included(issued, expected):
    assert outcome("vog.max-age", person(vog(issued))) == expected


def test_max_age_on_29_february():
    leap = person(vog(date(2024, 2, 29)))
    assert outcome("vog.max-age", leap, date(2027, 2, 28)) == ("met", None)
    assert outcome("vog.max-age", leap, date(2027, 3, 1)) == ("not_met", "too_old")


def test_what_runs_out_within_ninety_days_is_marked():
    (soon,) = judge("vog.max-age", person(vog(date(2021, 8, 30))))
    (later,) = judge("vog.max-age", person(vog(date(2021, 8, 31))))
    assert (soon.expiring, soon.valid_until) == (True, date(2024, 8, 30))
    assert (later.expiring, later.valid_until) == (False, date(2024, 8, 31))


def test_the_limit_is_the_yaml_s():
    assert outcome("vog.max-age", person(vog(date(2022, 1, 1)))) == ("met", None)
    assert outcome("vog.max-age", person(vog(date(2022, 1, 1))), changes={"years": 2}) == ("not_met", "too_old")


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (date(2023, 5, 31), ("not_met", "too_old_at_start")),
        (date(2023, 6, 1), ("met", None)),
        (date(2023, 9, 1), ("met", None)),
        (date(2023, 9, 2), ("undecided", "after_start")),
    ],
)
def test_at_start_counts_three_months_back_from_the_start(issued, expected):
    assert outcome("vog.at-start", person(vog(issued), starts_on=date(2023, 9, 1))) == expected


def test_at_start_at_a_month_s_end():
    started = {"starts_on": date(2025, 5, 31)}
    assert outcome("vog.at-start", person(vog(date(2025, 2, 28)), **started), date(2025, 6, 1)) == ("met", None)
    assert outcome("vog.at-start", person(vog(date(2025, 2, 27)), **started), date(2025, 6, 1))[0] == "not_met"


def test_long_service_with_only_a_renewal_is_for_a_person():
    long = {"starts_on": date(2021, 5, 31)}
    just = {"starts_on": date(2021, 6, 1)}
    assert outcome("vog.at-start", person(vog(date(2023, 1, 1)), **long)) == ("undecided", "needs_person")
    assert outcome("vog.at-start", person(vog(date(2023, 1, 1)), **just)) == ("undecided", "after_start")


def test_in_service_since_is_the_start_that_counts():
    worker = person(vog(date(2018, 2, 1)), starts_on=date(2023, 9, 1), in_service_since=date(2018, 3, 1))
    assert outcome("vog.at-start", worker) == ("met", None)


def test_a_later_start_in_the_table_makes_no_vog_fresher():
    later = {"starts_on": date(2022, 5, 1), "in_service_since": date(2023, 9, 1)}
    assert outcome("vog.at-start", person(vog(date(2023, 8, 1)), **later)) == ("undecided", "after_start")
    chained = person(vog(date(2023, 8, 1)), contract(date(2022, 5, 1)), starts_on=date(2023, 9, 1))
    assert outcome("vog.at-start", chained) == ("undecided", "after_start")


def test_first_and_latest_take_different_vogs():
    worker = person(vog(date(2018, 2, 1)), vog(date(2023, 2, 1)), starts_on=date(2018, 3, 1))
    assert outcome("vog.at-start", worker) == ("met", None)
    assert outcome("vog.max-age", worker) == ("met", None)


def test_other_readings():
    worker = person(vog(date(2018, 2, 1)), vog(date(2023, 2, 1)), starts_on=date(2018, 3, 1))
    assert outcome("vog.at-start", worker, changes={"which_vog": "one_for_both"})[0] == "undecided"
    assert outcome("vog.at-start", worker, changes={"which_vog": "latest_only"})[0] == "not_applicable"


@pytest.mark.parametrize(
    ("profiles", "contact", "expected"),
    [
        (("45",), Contact.DIRECT, "met"),
        (("84", "85"), Contact.DIRECT, "not_met"),
        (("85", "45"), Contact.DIRECT, "met"),
        (("85",), Contact.INDIRECT, "met"),
        (("86",), Contact.INDIRECT, "not_met"),
        (("84", "86"), Contact.INDIRECT, "met"),
        (("11",), Contact.INDIRECT, "not_met"),
    ],
)
def test_profiles(profiles, contact, expected):
    worker = person(vog(profiles=fact(profiles)), contact=contact, function="receptionist")
    assert outcome("vog.profile", worker)[0] == expected


def test_the_function_in_the_contract_settles_the_contact():
    worker = person(
        vog(profiles=fact(("85",))), contract(function=fact("ambulant begeleider")), contact=Contact.INDIRECT
    )
    (finding,) = judge("vog.profile", worker)
    assert (finding.outcome.value, finding.say) == ("not_met", "vog-profile-wrong-conflict")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ("met", None)),
        ({"still_encrypted": False}, ("undecided", "needs_person")),
        ({"form": None}, ("undecided", "needs_person")),
        ({"form": fact("paper"), "still_encrypted": False}, ("met", None)),
        ({"suspect": ("digital-before-start",)}, ("undecided", "needs_person")),
    ],
)
def test_genuine(given, expected):
    assert outcome("vog.genuine", person(vog(**given))) == expected


def test_a_scan_of_a_digital_vog_is_refused():
    assert outcome("vog.genuine", person(assigned(vog(), scanned=True))) == ("not_met", "printed")


@pytest.mark.parametrize(
    ("grade", "expected"),
    [
        (Grade.EXACT, ("met", None)),
        (Grade.BY_RULE, ("met", None)),
        (Grade.DOUBTFUL, ("undecided", "name_mismatch")),
        (Grade.DIFFERENT, ("not_met", "name_mismatch")),
    ],
)
def test_name(grade, expected):
    assert outcome("vog.name", person(assigned(vog(), grade))) == expected


@pytest.mark.parametrize("employment", list(Employment))
@pytest.mark.parametrize(
    ("contact", "expected"), [("direct", "not_met"), ("indirect", "not_met"), ("geen", "not_applicable")]
)
def test_everyone_with_contact_needs_one(employment, contact, expected):
    somebody = person(employment=employment, contact=Contact(contact), function="Directeur")
    assert outcome("vog.present", somebody)[0] == expected


@pytest.mark.parametrize(
    ("function", "expected"),
    [("Begeleider", "undecided"), ("Administrateur", "undecided"), ("Directeur", "not_applicable")],
)
def test_no_contact_is_not_believed_of_a_function_that_has_it(function, expected):
    assert outcome("vog.present", person(contact=Contact.NONE, function=function))[0] == expected


def test_unknown_contact_is_never_failed():
    assert outcome("vog.present", person(contact=None)) == ("undecided", "needs_person")


def test_outside_the_sample_nothing_is_asked():
    (finding,) = judge("vog.present", person(), sampled=frozenset({"8"}))
    assert finding.outcome.value == "not_applicable"


def test_the_day_judged_by_decides_only_at_the_boundary():
    worker = person(vog(date(2021, 8, 30)))
    days = [ON + timedelta(days=n) for n in range(200)]
    met = [outcome("vog.max-age", worker, day)[0] == "met" for day in days]
    assert met == [day <= date(2024, 8, 30) for day in days]


def test_a_vog_whose_name_was_read_badly_may_be_that_of_whoever_has_none():
    """It was assigned to nobody; that the employee has no VOG is not certain then."""
    place = Place(file="scan.pdf", page=1, how=How.OCR, confidence=0.5)
    unread = document(vog(holder=Fact(value="Jara ce Wi1", place=place)), "scan.pdf")
    read_well = document(vog(holder=fact("Karel Groot")), "other.pdf")
    for left_over, expected in ((unread, ("undecided", "unreadable")), (read_well, ("not_met", "missing"))):
        assert outcome("vog.present", dossier(person(), unassigned=(left_over,))) == expected
    assert outcome("vog.present", dossier(person(vog()), unassigned=(unread,))) == ("met", None)
