"""The 31 questions: yes to all, a no, some, none; a product's own; numbers that nobody asked."""

import pytest

from dossiercheck.intake.statement import Statement
from tests.dossiers import dossier, judge, person, requirement

GENERAL = requirement("declarations").questions
BASIS, PLUS = (requirement("declarations").by_product[p] for p in ("basis", "plus"))


def answered(numbers, *no, products=("basis", "plus"), **more):
    answers = tuple((n, n not in no) for n in numbers)
    return dossier(person(), statement=Statement(products=products, declarations=answers, **more))


def found(subject, products=("basis", "plus")):
    (finding,) = judge("declarations", subject, products=products)
    return finding


def test_the_tender_asks_31():
    assert len({*GENERAL, *BASIS, *PLUS}) == len(GENERAL) + len(BASIS) + len(PLUS) == 31


@pytest.mark.parametrize(
    ("numbers", "no", "outcome", "reason"),
    [
        ((*GENERAL, *BASIS, *PLUS), (), "met", None),
        ((*GENERAL, *BASIS, *PLUS), ("3.4.1",), "not_met", "declared_no"),
        ((*GENERAL, *BASIS), (), "not_met", "not_declared"),
        (GENERAL[1:] + BASIS + PLUS, (), "not_met", "not_declared"),
        (("1.1",), (), "not_met", "not_declared"),
        ((), (), "undecided", "not_declared"),
        (("3.1.1",), (), "undecided", "not_declared"),
    ],
)
def test_all_some_or_none(numbers, no, outcome, reason):
    finding = found(answered(numbers, *no))
    assert (finding.outcome.value, finding.reason and finding.reason.value) == (outcome, reason)


def test_a_product_s_questions_count_only_for_who_applies_for_it():
    only_basis = answered((*GENERAL, *BASIS), products=("basis",))
    assert found(only_basis, products=("basis",)).outcome.value == "met"
    no_to_plus = answered((*GENERAL, *BASIS, *PLUS), "6.2", products=("basis",))
    assert found(no_to_plus, products=("basis",)).outcome.value == "met"


def test_without_a_product_stated_it_stays_open_and_a_no_still_counts():
    every = (*GENERAL, *BASIS, *PLUS)
    assert found(answered(every, products=None)).outcome.value == "undecided"
    assert found(answered(every, "6.1", products=None)).reason.value == "declared_no"


def test_each_question_is_named():
    finding = found(answered((*GENERAL[2:], *BASIS, *PLUS, "3.1.1", "9.9"), "2.1.1", "5.2"))
    assert finding.values["no"] == ("2.1.1", "5.2")
    assert finding.values["unanswered"] == ("1.1", "1.2")
    assert finding.values["unknown"] == ("3.1.1", "9.9")


def test_numbers_as_people_write_them():
    written = [f"Vraag {n}." if index % 2 else f" {n} " for index, n in enumerate((*GENERAL, *BASIS, *PLUS))]
    assert found(answered(written)).outcome.value == "met"
