"""The H6 set asks what the catalogue asks, with the numbers that the text states; a changed number changes the outcome."""

from __future__ import annotations

from datetime import date

import pytest

from dossiercheck.findings import Severity
from dossiercheck.tender import load_set
from tests.checks.test_organisation import ON, asked, bank, kvk, of, plan, policy, tax
from tests.dossiers import judge, outcome

R, A = Severity.REQUIRED, Severity.ADVICE
CATALOGUE = {
    "quality-manual": R,
    "quality-certificate": A,
    "kvk-extract.present": R,
    "kvk-extract.seal": R,
    "kvk-extract.age": R,
    "kvk-extract.provider": R,
    "bank-statement": R,
    "tax-statement": R,
    "insurance": R,
    "diploma.present": R,
    "vog.present": R,
    "vog.max-age": R,
    "care-plans.count": R,
    "care-plans.anonymised": R,
    "care-plans.goals": R,
    "fire-safety.permit-check": R,
    "fire-safety.permit": R,
    "signed": R,
    "product-form": R,
    "agreement.terms": R,
    "access-audit": R,
    "intake": R,
    "agreement.period": A,
    "files.belongs": A,
    "files.unique": A,
    "files.name": A,
    "files.readable": R,
}


def rule(id_):
    return next(r for r in load_set("h6-wmo").requirements if r.id == id_)


def test_the_set_asks_the_whole_catalogue():
    subtender = load_set("h6-wmo")
    assert {r.id: r.severity for r in subtender.requirements} == CATALOGUE
    assert not subtender.not_checked
    assert subtender.products == ("bgi", "bgg")


def test_the_values_that_the_text_states():
    assert (rule("kvk-extract.age").months, rule("tax-statement").months, rule("vog.max-age").months) == (6, 12, 6)
    assert (rule("care-plans.count").in_care, rule("care-plans.count").left) == (1, 1)
    assert rule("agreement.period").ends == date(2023, 12, 31)
    assert rule("fire-safety.permit").products == ("bgg",)


@pytest.mark.parametrize(
    ("id_", "dossier", "changes"),
    [
        ("kvk-extract.age", of(kvk(date(2023, 1, 1))), {"months": 3}),
        ("kvk-extract.age", of(kvk(date(2022, 12, 5))), {"counted_from": "on"}),
        ("tax-statement", of(tax(date(2023, 1, 1))), {"months": 3}),
        ("tax-statement", of(tax(date(2022, 6, 5))), {"counted_from": "on"}),
        ("bank-statement", of(bank()), {"months": 0}),
        ("insurance", of(policy()), {"covers": ()}),
        ("care-plans.count", of(plan("bgi", None, "a.pdf")), {"in_care": 0, "left": 0}),
        ("agreement.period", of(), {"ends": date(2023, 1, 1)}),
        ("agreement.period", of(), {"starts": date(2023, 7, 1)}),
    ],
)
def test_another_value_is_judged_otherwise(id_, dossier, changes):
    options = {"set_id": "h6-wmo", "products": ("bgi",)}
    assert outcome(id_, dossier, ON, **options) != outcome(id_, dossier, ON, changes=changes, **options)


def test_what_the_municipalities_decide_is_listed():
    for id_ in ("agreement.terms", "access-audit", "intake"):
        (finding,) = judge(id_, of(), ON, set_id="h6-wmo")
        assert finding.decided_by.value == "authority" and not finding.counts


def test_without_products_stated_nobody_is_failed_on_day_care():
    found = outcome("fire-safety.permit-check", of(products=None), ON, set_id="h6-wmo", products=("bgi", "bgg"))
    assert found == ("undecided", "not_declared")


def test_nobody_known_is_no_silent_pass():
    assert asked("diploma.present", of()) == ("not_met", "missing")
