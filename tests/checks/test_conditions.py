"""`when:` of a requirement: asked, not asked and why, or not known. What is not stated never makes a thing not asked."""

import pytest

from dossiercheck.checks.conditions import Condition
from dossiercheck.documents import Contact, Employment
from dossiercheck.findings import Clause, Outcome
from dossiercheck.intake.statement import Statement
from dossiercheck.reports.wording import words
from tests.dossiers import case, dossier, person, requirement, vog

NOTHING = Statement()


def holds(when, people=None, **stated):
    built = dossier(*(people if people is not None else (person(),)), statement=Statement(**stated))
    return Condition.model_validate(when).holds(case(built))


@pytest.mark.parametrize(
    ("when", "yes", "no"),
    [
        ({"product": ["plus"]}, {"products": ("basis", "plus")}, {"products": ("basis",)}),
        ({"product": ["plus", "basis"]}, {"products": ("basis",)}, {"products": ()}),
        ({"role": "sub"}, {"role": "sub"}, {"role": "main"}),
        ({"municipality": ["Hof van Twente"]}, {"municipalities": ("hof van twente",)}, {"municipalities": ("Borne",)}),
        ({"has_locations": "true"}, {"has_locations": True}, {"has_locations": False}),
        ({"has_locations": "false"}, {"has_locations": False}, {"has_locations": True}),
        ({"has_subcontractors": True}, {"subcontractors": ("Een B.V.",)}, {"subcontractors": ()}),
        ({"has_quality_certificate": True}, {"quality_certificate": True}, {"quality_certificate": False}),
        ({"answered": {"3.1": "yes"}}, {"declarations": (("3.1", True),)}, {"declarations": (("3.1", False),)}),
    ],
)  # fmt: skip
def test_what_the_provider_states(when, yes, no):
    assert (holds(when, **yes), holds(when, **no), holds(when)) == (True, False, None)


@pytest.mark.parametrize(("count", "above", "below"), [(24, False, True), (25, False, False), (26, True, False)])
def test_headcount_counts_from_the_number_itself(count, above, below):
    assert holds({"headcount": {"above": 25}}, headcount=count) is above
    assert holds({"headcount": {"below": 25}}, headcount=count) is below


def test_headcount_is_never_fewer_than_the_table_shows_and_leaves_volunteers_out():
    three = tuple(person(number=str(n)) for n in range(3))
    helper = person(number="9", employment=Employment.VOLUNTEER)
    assert holds({"headcount": {"above": 2}}, (*three, helper), headcount=1) is True
    assert holds({"headcount": {"above": 3}}, (*three, helper)) is False
    assert Condition.model_validate({"headcount": {"above": 1}}).holds(case(dossier(table=None))) is None


def test_somebody_in_the_table():
    hired = person(number="2", employment=Employment.HIRED)
    unknown = person(number="3", employment=None)
    when = {"employment": ["inhuur"]}
    assert (holds(when, (person(), hired)), holds(when), holds(when, (person(), unknown))) == (True, False, None)
    assert holds({"contact": ["indirect"]}, ()) is None


YES, NO, UNKNOWN = {"role": "main"}, {"role": "sub"}, {"has_locations": True}


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"all": [YES, YES]}, True),
        ({"all": [YES, NO, UNKNOWN]}, False),
        ({"all": [YES, UNKNOWN]}, None),
        ({"any": [NO, YES, UNKNOWN]}, True),
        ({"any": [NO, NO]}, False),
        ({"any": [NO, UNKNOWN]}, None),
        ({"role": "main", "any": [NO, {"all": [YES]}]}, True),
        ({**NO, **UNKNOWN}, False),
        ({}, True),
    ],
)  # fmt: skip
def test_all_and_any_with_three_answers(when, expected):
    assert holds(when, role="main") is expected


def judged(when, *people, id_="vog.present", **stated):
    rule = requirement(id_, when=Condition.model_validate(when))
    return list(rule.findings(case(dossier(*people, statement=Statement(**stated)))))


def test_not_asked_is_said_once_with_the_condition():
    (finding,) = judged({"role": "sub"}, person(), person(number="8"), role="main")
    assert (finding.outcome, finding.say, finding.subject.id) == (
        Outcome.NOT_APPLICABLE, "condition-not-fulfilled", "provider",
    )  # fmt: skip
    assert words("nl").fill("{condition}", finding.values) == "de aanbieder onderaannemer is"


def test_not_known_is_never_a_failure_nor_passed_over():
    without, with_vog = judged({"role": "sub"}, person(), person(vog(), number="8"))
    assert (without.outcome, without.say, without.reason.value) == (
        Outcome.UNDECIDED, "condition-unknown", "not_declared",
    )  # fmt: skip
    assert (without.decided_by.value, with_vog.outcome) == ("person", Outcome.MET)


def test_asked_is_judged_as_without_a_condition():
    assert [f.outcome for f in judged({"role": "sub"}, person(), role="sub")] == [Outcome.NOT_MET]


def test_a_condition_on_employees_is_weighed_for_each():
    people = (person(), person(number="8", contact=Contact.INDIRECT), person(number="9", contact=None))
    found = judged({"contact": ["direct"]}, *people)
    assert [(f.subject.id, f.outcome.value, f.say) for f in found] == [
        ("7", "not_met", "vog-missing"),
        ("8", "not_applicable", "condition-not-fulfilled"),
        ("9", "undecided", "role-unknown"),
    ]


def test_a_condition_in_words():
    when = Condition.model_validate(
        {"product": ["plus", "basis"], "has_locations": True, "any": [{"role": "sub"}, {"headcount": {"above": 25}}]}
    )
    assert isinstance(when.clause, Clause)
    assert words("en").condition(when.clause) == (
        "plus or basis is applied for and support is given at an own location "
        "and the provider is a subcontractor or more than 25 people work there"
    )
    assert "als" not in words("nl").condition(when.clause).split()


def test_every_key_has_its_words():
    everything = Condition.model_validate(
        {
            "product": ["a"], "municipality": ["b"], "employment": ["zzp"], "contact": ["direct"], "role": "main",
            "has_locations": True, "has_subcontractors": True, "has_quality_certificate": False,
            "headcount": {"above": 1, "below": 9}, "answered": {"1.1": True, "1.2": False},
        }
    )  # fmt: skip
    assert set(Condition.model_fields) - {"all", "any"} == {
        "product", "municipality", "employment", "contact", "role", "has_locations", "has_subcontractors",
        "has_quality_certificate", "headcount", "answered",
    }  # fmt: skip
    for lang in ("nl", "en"):
        known = words(lang).sections["conditions"]
        assert all(part.key in known for part in everything.clause.parts)
