"""Locations, what is declared of them, and what hangs on it: plans are asked where support is given."""

import pytest

from dossiercheck.documents import recognise
from dossiercheck.intake.statement import Statement
from tests.documents.organisation import VOCABULARY, paper
from tests.documents.table_samples import workbook
from tests.documents.test_location_overview import HEADERS, HOME, OFFICE
from tests.dossiers import dossier, judge, person


def table(*rows):
    return recognise("locaties/overzicht.xlsx", "hash", 1, workbook([HEADERS, *rows]), VOCABULARY)


def outcomes(id_, *documents, people=1, **stated):
    built = dossier(*(person(number=str(n)) for n in range(people)), documents=documents, statement=Statement(**stated))
    return [(f.outcome.value, f.reason and f.reason.value) for f in judge(id_, built)]


NONE = table(["n.v.t.", "n.v.t.", None, None, None, None])
PRINTED = paper("Overzicht locaties\nKantoor, Stationsplein 3, 7607 AB Almelo")


@pytest.mark.parametrize(
    ("documents", "declared", "expected"),
    [
        ((table(OFFICE, HOME),), True, ("met", None)),
        ((table(OFFICE, HOME),), None, ("met", None)),
        ((), False, ("met", None)),
        ((table(OFFICE),), False, ("met", None)),
        ((table(OFFICE, HOME),), False, ("undecided", "ambiguous")),
        ((), True, ("not_met", "missing")),
        ((), None, ("undecided", "not_declared")),
        ((table(),), True, ("not_met", "missing")),
        ((NONE,), True, ("undecided", "ambiguous")),
        ((NONE,), None, ("undecided", "not_declared")),
        ((NONE,), False, ("met", None)),
        ((PRINTED,), True, ("undecided", "needs_person")),
    ],
)
def test_the_overview(documents, declared, expected):
    assert outcomes("locations.overview", *documents, has_locations=declared) == [expected]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (HOME, ("met", None)),
        (["De Brug", "Dorpsstraat 14, 7621 CD Borne", None, None, "wonen", "huur"], ("met", None)),
        ([*HOME[:4], None, "huur"], ("not_met", "field_missing")),
        ([*HOME[:4], "wonen", None], ("not_met", "field_missing")),
        (["De Brug", None, None, "Borne", "wonen", "huur"], ("not_met", "field_missing")),
        (["De Brug", "Dorpsstraat 14", None, None, "wonen", "huur"], ("not_met", "field_missing")),
        ([*HOME[:4], "kasteel", "huur"], ("undecided", "ambiguous")),
        (["De Brug", "Dorpsstraat", "7621 CD", "Borne", "wonen", "huur"], ("undecided", "needs_person")),
    ],
)
def test_each_location(row, expected):
    assert outcomes("locations.rows", table(OFFICE, row))[1] == expected


def test_a_location_is_named_by_its_name():
    built = dossier(person(), documents=(table(OFFICE, HOME),))
    assert [(f.subject.kind.value, f.subject.id) for f in judge("locations.rows", built)] == [
        ("location", "Kantoor"),
        ("location", "De Brug"),
    ]


@pytest.mark.parametrize("id_", ["evacuation-plan.present", "rie.action-plan"])
@pytest.mark.parametrize(
    ("documents", "declared", "expected"),
    [
        ((), True, ("not_met", "missing")),
        ((), False, ("not_applicable", None)),
        ((), None, ("undecided", "not_declared")),
        ((table(HOME),), None, ("not_met", "missing")),
        ((table(OFFICE),), None, ("undecided", "not_declared")),
        ((table(HOME),), False, ("undecided", "ambiguous")),
    ],
)
def test_plans_are_asked_where_support_is_given(id_, documents, declared, expected):
    assert outcomes(id_, *documents, has_locations=declared) == [expected]


@pytest.mark.parametrize(
    ("people", "headcount", "expected"),
    [
        (25, None, ("not_applicable", None)),
        (26, None, ("not_met", "missing")),
        (2, 25, ("not_applicable", None)),
        (2, 26, ("not_met", "missing")),
        (26, 10, ("not_met", "missing")),
    ],
)
def test_the_review_is_asked_above_25(people, headcount, expected):
    assert outcomes("rie.reviewed", people=people, headcount=headcount, has_locations=True) == [expected]
    assert outcomes("rie.reviewed", people=people, headcount=headcount, has_locations=False) == [
        ("not_applicable", None)
    ]


def test_volunteers_are_not_counted():
    from dossiercheck.documents import Employment

    people = [person(number=str(n)) for n in range(25)] + [person(number="99", employment=Employment.VOLUNTEER)]
    (finding,) = judge("rie.reviewed", dossier(*people, statement=Statement(has_locations=True)))
    assert (finding.outcome.value, finding.say) == ("not_applicable", "rie-review-not-asked-by-table")
