from datetime import date

import pytest

from dossiercheck.documents import Contact, Problem
from dossiercheck.documents.model import SkippedRow
from dossiercheck.facts import Place
from dossiercheck.findings import Reason
from dossiercheck.intake.statement import Statement
from dossiercheck.remarks import skipped_rows
from tests.dossiers import cell, contract, dossier, judge, outcome, person, replace, requirement


def staff(count, contact=Contact.DIRECT):
    return [person(number=str(n), contact=contact) for n in range(1, count + 1)]


def drawn(numbers, *people):
    return dossier(*people, sample=tuple(cell(str(n)) for n in numbers))


@pytest.mark.parametrize(
    ("population", "size"),
    [(1, 1), (10, 10), (11, 10), (20, 10), (21, 20), (50, 20), (51, 30), (100, 30), (101, 40), (500, 40)],
)
def test_bands(population, size):
    assert requirement("personnel.sample").size_for(population) == size


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (range(1, 11), ("met", None)),
        (range(1, 10), ("not_met", "wrong_size")),
        (range(1, 12), ("not_met", "wrong_size")),
        ([*range(1, 10), 99], ("not_met", "unknown_number")),
        ([*range(1, 10), 9, "09"], ("not_met", "wrong_size")),
        (["001", *range(2, 11)], ("met", None)),
    ],
)
def test_a_drawn_sample(numbers, expected):
    assert outcome("personnel.sample", drawn(numbers, *staff(12))) == expected


def test_only_a_right_sample_narrows():
    sample = requirement("personnel.sample")
    assert sample.narrows_to(drawn(range(1, 11), *staff(12))) == frozenset(str(n) for n in range(1, 11))
    assert sample.narrows_to(drawn(range(1, 5), *staff(12))) is None
    assert sample.narrows_to(dossier(*staff(12))) is None


def test_a_sample_of_people_without_direct_contact_is_for_a_person():
    people = [*staff(11), person(number="12", contact=Contact.INDIRECT)]
    assert outcome("personnel.sample", drawn([*range(1, 10), 12], *people)) == ("undecided", "needs_person")


def test_numbers():
    twice = dossier(person(number="7"), person(number="007"), person(number=None))
    assert [f.reason and f.reason.value for f in judge("personnel.unique-number", twice)] == [
        "duplicate",
        "duplicate",
        "field_missing",
    ]


def test_a_number_or_a_name_that_no_program_worked_out_is_for_a_person():
    """A formula whose outcome the file does not hold is no empty cell: in Excel there stands something."""
    for field, name in (("number", "personnel.unique-number"), ("surname", "personnel.name")):
        problem = Problem(
            reason=Reason.UNREADABLE,
            say="table-formula-without-value",
            place=Place(file="t", cell="B5"),
            values={"field": field},
        )
        worker = person(**{field: None})
        worker = replace(worker, employee=replace(worker.employee, problems=(problem,)))
        assert outcome(name, worker) == ("undecided", "unreadable")
        assert outcome("vog.present", worker)[0] == ("undecided" if field == "surname" else "not_met")


def test_names_and_fields():
    assert outcome("personnel.name", person(given_name=None))[0] == "met"
    assert outcome("personnel.name", person(given_name=None, initials=None)) == ("not_met", "field_missing")
    assert outcome("personnel.fields", person(function=None)) == ("not_met", "field_missing")
    problem = Problem(
        reason=Reason.FIELD_MISSING,
        say="table-date-impossible",
        place=Place(file="t", cell="M5"),
        values={"field": "starts_on"},
    )
    worker = person(starts_on=None)
    worker = replace(worker, employee=replace(worker.employee, problems=(problem,)))
    (finding,) = judge("personnel.fields", worker)
    assert finding.say == "table-date-impossible"


def test_several_dates_in_a_cell_are_for_a_person():
    """Nobody is failed on the date that does not hold; and no end date is agreed with that was not read."""
    values = {"field": "ends_on", "dates": ("01-03-2022", "01-05-2023")}
    place = Place(file="t", cell="N5")
    problem = Problem(reason=Reason.AMBIGUOUS, say="table-several-dates", place=place, values=values)
    worker = person(contract(), ends_on=None)
    worker = replace(worker, employee=replace(worker.employee, problems=(problem,)))
    assert outcome("personnel.fields", worker) == ("undecided", "ambiguous")
    assert outcome("contract.dates", worker) == ("undecided", "needs_person")
    (finding,) = judge("contract.dates", worker)
    assert (finding.say, finding.evidence[0]) == ("table-several-dates", place)


def test_the_table():
    assert outcome("personnel.table", dossier(person())) == ("met", None)
    assert outcome("personnel.table", dossier(person(), table=None, documents=())) == ("not_met", "missing")
    built = dossier(person())
    csv = replace(built.table, paper=replace(built.table.paper, layout="csv"))
    assert outcome("personnel.table", replace(built, table=csv)) == ("not_met", "wrong_kind")
    other = replace(built.table, paper=replace(built.table.paper, number_column="A"))
    assert outcome("personnel.table", replace(built, table=other)) == ("not_met", "wrong_kind")


def test_another_table_is_never_dropped_in_silence():
    """Two tables, one a location: whoever stands only in the one that is not judged must not be forgotten."""
    both = dossier(person(number="1"), person(number="2", surname="Jansen"))

    def beside(*people):
        held = dossier(*people).table
        return replace(both, other_tables=(replace(held, file="zuid.xlsx"),))

    assert outcome("personnel.table", beside(person(number="1"))) == ("met", None)
    assert outcome("personnel.table", beside(person(number="3"))) == ("undecided", "ambiguous")
    (finding,) = judge("personnel.table", beside(person(number="1", function="kok")))
    assert (finding.say, finding.values["other"]) == ("table-differs", "zuid.xlsx")


def stated(**given):
    return dossier(person(), statement=Statement(**given))


@pytest.mark.parametrize(
    ("id_", "given", "expected"),
    [
        ("products", {"products": ("basis",)}, ("met", None)),
        ("products", {}, ("undecided", "not_declared")),
        ("products", {"products": ()}, ("not_met", "missing")),
        ("products", {"products": ("basic",)}, ("not_met", "field_missing")),
        ("products.plus-needs-basis", {"products": ("plus",)}, ("not_met", "needs_basis")),
        ("products.plus-needs-basis", {"products": ("basis", "plus")}, ("met", None)),
        ("products.plus-needs-basis", {"products": ("basis",)}, ("not_applicable", None)),
        ("municipalities", {"municipalities": ("almelo", "Hof van twente")}, ("met", None)),
        ("municipalities", {"municipalities": ("Hengelo",)}, ("not_met", "unknown_municipality")),
        ("municipalities", {}, ("undecided", "not_declared")),
        ("role", {"role": "sub"}, ("met", None)),
        ("role", {}, ("undecided", "not_declared")),
    ],
)
def test_what_the_provider_states(id_, given, expected):
    assert outcome(id_, stated(**given)) == expected


def staffed(*people, products=("basis", "plus")):
    found = judge("personnel.per-product", dossier(*people, statement=Statement(products=products)))
    return [f.outcome.value for f in found]


def test_staff_for_each_product():
    assert staffed(person(products=("basis",)), person(products=("basis", "plus"))) == ["met", "met"]
    assert staffed(person(products=("basis",))) == ["met", "not_met"]
    assert staffed(person(products=None)) == ["undecided", "undecided"]
    assert staffed(person(products=("basis",)), person(products=None)) == ["met", "undecided"]
    indirect = person(products=None, contact=Contact.INDIRECT)
    assert staffed(person(products=("basis",)), indirect) == ["met", "not_met"]
    assert staffed(person(), products=None) == ["not_applicable"]


def test_the_authority_s_items_never_count():
    (finding,) = judge("bibob", dossier(person()))
    assert (finding.outcome.value, finding.decided_by.value, finding.counts) == ("undecided", "authority", False)


def test_the_day_moves_nothing_in_the_table():
    for day in (date(2024, 1, 1), date(2030, 1, 1)):
        assert outcome("personnel.fields", person(), day) == ("met", None)


def test_a_skipped_row_is_told_with_what_stands_there():
    rows = [("row-explanation", "C6", "Zie Akkerman"), ("row-empty", "A7", ""), ("row-heading", "A8", "Flexpool")]
    skipped = tuple(SkippedRow(place=Place(file="t", cell=f"Blad1!{c}"), say=s, text=t) for s, c, t in rows)
    built = dossier(person())
    paper = replace(built.personnel_table, skipped=skipped)
    remarks = skipped_rows(replace(built, table=replace(built.table, paper=paper)))
    assert [(r.say, r.values["cells"]) for r in remarks] == [
        ("skipped-row-explanation", ("Blad1!C6 ‘Zie Akkerman’",)),
        ("skipped-row-empty", ("Blad1!A7",)),
        ("skipped-row-heading", ("Blad1!A8 ‘Flexpool’",)),
    ]
