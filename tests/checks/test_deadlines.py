"""Working days and closing dates, each boundary from both sides."""

from datetime import date, timedelta

import pytest

from dossiercheck.checks.working_days import HOLIDAYS, easter_sunday, working_days_after
from dossiercheck.intake.statement import Statement
from tests.dossiers import case, dossier, person, replace, requirement

DAY = timedelta(days=1)
RULE = requirement("submission.on-time")


def found(submitted=None, requested=None, changes=None, **given):
    built = case(dossier(person(), statement=Statement(submitted_on=submitted, requested_on=requested)))
    return list(RULE.model_copy(update=changes or {}).evaluate(replace(built, **given)))


def outcomes(*args, **given):
    return [(f.outcome.value, f.reason and f.reason.value) for f in found(*args, **given)]


# year, Good Friday, Easter Monday, King's Day, Ascension, Whit Monday: the table of domain.md 10
TABLE = [
    (2024, (3, 29), (4, 1), (4, 27), (5, 9), (5, 20)),
    (2025, (4, 18), (4, 21), (4, 26), (5, 29), (6, 9)),
    (2026, (4, 3), (4, 6), (4, 27), (5, 14), (5, 25)),
    (2027, (3, 26), (3, 29), (4, 27), (5, 6), (5, 17)),
]


@pytest.mark.parametrize(("year", "friday", "monday", "king", "ascension", "whit"), TABLE)
def test_the_public_holidays(year, friday, monday, king, ascension, whit):
    names = ("good-friday", "easter-monday", "kings-day", "ascension-day", "whit-monday")
    assert [HOLIDAYS[n](year) for n in names] == [date(year, *d) for d in (friday, monday, king, ascension, whit)]
    assert HOLIDAYS["liberation-day"](year) == date(year, 5, 5)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25), (2285, 3, 22)]
)
def test_early_and_late_easter(year, month, day):
    assert easter_sunday(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2024, 12, 20), date(2025, 1, 8)),  # Christmas, Boxing Day and New Year's Day count out
        (date(2024, 5, 21), date(2024, 6, 4)),
        (date(2024, 4, 26), date(2024, 5, 13)),  # King's Day and 5 May on a weekend; Ascension Day counts out
        (date(2026, 4, 20), date(2026, 5, 6)),  # King's Day on Monday, 5 May on Tuesday
        (date(2024, 5, 25), date(2024, 6, 7)),  # asked on a Saturday
    ],
)
def test_ten_working_days(start, last):
    assert working_days_after(start, 10, tuple(HOLIDAYS)).last_day == last
    assert outcomes(last, start) == [("met", None)]
    assert outcomes(last + DAY, start) == [("not_met", "too_late")]


def test_the_count_is_said():
    (finding,) = found(date(2025, 1, 9), date(2024, 12, 20))
    assert finding.values["days"] == 10 and finding.values["until"] == date(2025, 1, 8) and finding.values["used"] == 11
    assert finding.values["holidays"] == ("25-12-2024", "26-12-2024", "1-1-2025")


def test_the_set_s_own_numbers_count():
    assert outcomes(date(2024, 6, 4), date(2024, 5, 21), changes={"working_days": 9}) == [("not_met", "too_late")]
    assert outcomes(date(2025, 1, 8), date(2024, 12, 20), changes={"holidays": ()}) == [("not_met", "too_late")]
    assert outcomes(date(2024, 6, 5), date(2024, 5, 21), changes={"equated": (date(2024, 5, 31),)}) == [("met", None)]


@pytest.mark.parametrize("submitted", [date(2024, 5, 30), date(2024, 5, 31)])
def test_in_time_for_the_closing_date(submitted):
    assert outcomes(submitted, deadline=date(2024, 5, 31)) == [("met", None)]
    assert outcomes(submitted, changes={"deadline": date(2024, 5, 31)}) == [("met", None)]


def test_after_the_closing_date():
    assert outcomes(date(2024, 6, 1), deadline=date(2024, 5, 31)) == [("not_met", "too_late")]


def test_the_operator_s_dates_go_before_the_set_s():
    assert outcomes(date(2024, 6, 1), deadline=date(2024, 6, 1), changes={"deadline": date(2024, 5, 1)}) == [
        ("met", None)
    ]
    assert outcomes(date(2024, 6, 7), date(2024, 5, 21), response_deadline=date(2024, 6, 7)) == [("met", None)]
    assert outcomes(date(2024, 6, 3), date(2024, 5, 21), response_deadline=date(2024, 6, 2)) == [
        ("not_met", "too_late")
    ]
    assert outcomes(date(2024, 6, 3), response_deadline=date(2024, 6, 3)) == [("met", None)]


def test_what_is_not_known_is_not_judged():
    assert outcomes() == [("not_applicable", None)]
    assert outcomes(date(2024, 5, 30)) == [("not_applicable", None)]
    assert outcomes(requested=date(2024, 5, 21)) == [("undecided", "not_declared")]
    assert outcomes(deadline=date(2024, 5, 31)) == [("undecided", "not_declared")]
    assert outcomes(date(2024, 5, 20), date(2024, 5, 21)) == [("undecided", "ambiguous")]


def test_papers_asked_for_after_closing_tell_nothing_of_the_application():
    both = outcomes(date(2024, 5, 30), date(2024, 5, 21), deadline=date(2024, 5, 1))
    assert both == [("undecided", "needs_person"), ("met", None)]
    asked_before = outcomes(date(2024, 5, 30), date(2024, 5, 21), deadline=date(2024, 5, 29))
    assert asked_before == [("not_met", "too_late"), ("met", None)]
