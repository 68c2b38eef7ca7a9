"""The personnel table, from cells to employees: nothing vanishes, nothing is bent."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiercheck.documents.model import Contact, Employment, Level
from dossiercheck.documents.personnel_table import recognise
from dossiercheck.findings import Reason
from tests.documents.table_samples import HEADERS, LAYOUT, ROW, read, row, says, workbook


def test_a_full_row():
    table = read([HEADERS, ROW])
    (employee,) = table.employees
    assert employee.number.value == "007"
    assert employee.number.place.cell == "Blad1!B2"
    assert (employee.surname.value, employee.prefix.value, employee.birth_name) == ("Wit", "de", None)
    assert (employee.initials.value, employee.given_name.value) == ("A.M.", "Anna")
    assert employee.born_on.value == date(1980, 2, 3)
    assert employee.employment.value is Employment.EMPLOYED
    assert employee.contact.value is Contact.DIRECT
    assert employee.products.value == ("basis", "plus")
    assert employee.starts_on.value == date(2024, 3, 1)
    assert employee.ends_on.value is None
    assert employee.hours_per_week.value == 32.5
    assert employee.level.value is Level.MBO_4
    assert employee.vog_on.value == date(2024, 1, 10)
    assert employee.problems == ()
    assert (table.rows_there, table.number_column, table.missing_columns, table.problems) == (1, "B", (), ())


def test_products_of_a_sister_tender_are_kept():
    (employee,) = read([HEADERS, row(L="basis, Jeugd")]).employees
    assert employee.products.value == ("basis", "jeugd")
    assert employee.problems == ()


def test_every_problem_of_a_row_names_its_field():
    bad = row(H="31-02-1980", M="x", N="y", O="z", J="?!", Q="hoog")
    (employee,) = read([HEADERS, bad]).employees
    assert all(p.values.get("field") for p in employee.problems)


def test_hidden_rows_are_read_and_flagged():
    table = recognise("p.xlsx", workbook([HEADERS, ROW], hidden_rows={2}), LAYOUT).paper
    assert table.employees[0].hidden
    assert table.employees[0].problems == ()
    assert says(table.problems) == [("table-rows-hidden", "Blad1!B2")]


def test_duplicates_and_gaps():
    table = read([HEADERS, row(B=7), row(B="007"), row(B=None), row(B=12.0)])
    first, second, gap, last = table.employees
    assert says(first.problems) == [("table-number-twice", "Blad1!B2")]
    assert second.problems[0].values["others"] == ("Blad1!B2",)
    assert second.problems[0].reason is Reason.DUPLICATE
    assert says(gap.problems) == [("table-number-empty", "Blad1!B4")]
    assert gap.place.cell == "Blad1!A4"
    assert last.number.value == "12"


@pytest.mark.parametrize(
    ("written", "value", "say"),
    [
        (date(2024, 2, 29), date(2024, 2, 29), None),
        ("29-02-2024", date(2024, 2, 29), None),
        ("1 maart 2024", date(2024, 3, 1), None),
        ("2024-03-01 00:00:00", date(2024, 3, 1), None),
        ("per 1-3-2024", date(2024, 3, 1), None),
        ("20240301", date(2024, 3, 1), None),
        ("1-3-24", date(2024, 3, 1), None),
        ("30-02-2024", None, "table-date-impossible"),
        ("29-02-2023", None, "table-date-impossible"),
        ("03/14/2024", None, "table-date-impossible"),
        ("maart 2024", None, "table-date-unclear"),
        ("1-3-2024 of 1-4-2024", None, "table-several-dates"),
        (45352, date(2024, 3, 1), None),
        (7, None, "table-date-is-number"),
        ("45352", None, "table-date-is-number"),
        ("volgt", None, "table-date-unclear"),
        ("#N/A", None, "table-cell-error"),
    ],
)
def test_start_dates(written, value, say):
    (employee,) = read([HEADERS, row(M=written)]).employees
    assert (employee.starts_on.value if employee.starts_on else None) == value
    assert says(employee.problems) == ([(say, "Blad1!M2")] if say else [])


def test_two_digit_birth_years_lie_in_the_past():
    employees = read([HEADERS, row(B=1, H="3-2-80"), row(B=2, H="3-2-29"), row(B=3, H="3-2-04")]).employees
    assert [e.born_on.value.year for e in employees] == [1980, 1929, 2004]
    assert not any(e.born_on.place.text for e in employees)


@pytest.mark.parametrize("word", ["onbepaald", "Onbepaalde tijd", "n.v.t.", "heden", "-"])
def test_no_end_date(word):
    (employee,) = read([HEADERS, row(N=word)]).employees
    assert employee.ends_on.value is None
    assert not employee.problems


def test_empty_end_date_is_not_the_same_as_no_end_date():
    assert read([HEADERS, row(N=None)]).employees[0].ends_on is None


@pytest.mark.parametrize(
    ("changed", "say", "cell"),
    [
        ({"N": date(2024, 2, 29)}, "table-end-before-start", "N2"),
        ({"M": date(2204, 3, 1)}, "table-date-unlikely", "M2"),
        ({"H": date(2024, 2, 3)}, "table-birth-date-unlikely", "H2"),
        ({"H": date(2012, 2, 3)}, "table-too-young", "H2"),
        ({"J": "payroll"}, "table-word-unknown", "J2"),
        ({"K": "soms"}, "table-word-unknown", "K2"),
        ({"Q": "MBO-9"}, "table-word-unknown", "Q2"),
        ({"O": "zie rooster"}, "table-hours-unclear", "O2"),
        ({"O": 0.89}, "table-hours-unlikely", "O2"),
        ({"I": None}, "table-cell-empty", "I2"),
        ({"K": "-"}, "table-cell-empty", "K2"),
    ],
)
def test_problems_name_their_cell(changed, say, cell):
    (employee,) = read([HEADERS, row(**changed)]).employees
    assert says(employee.problems) == [(say, f"Blad1!{cell}")]


def test_no_birth_date_in_problems():
    for written in ("31-02-1980", date(2024, 2, 3), 29254):
        (employee,) = read([HEADERS, row(H=written)]).employees
        assert not any("1980" in str(v) or "29254" in str(v) for p in employee.problems for v in p.values.values())


@pytest.mark.parametrize(
    ("written", "hours"), [("32,5", 32.5), ("32 uur", 32.0), (36, 36.0), ("0", 0.0), ("24 uur per week", 24.0)]
)
def test_hours(written, hours):
    assert read([HEADERS, row(O=written)]).employees[0].hours_per_week.value == hours


def test_formula_without_value():
    table = recognise("p.xlsx", workbook([HEADERS, row(M="=A1")], formulas={"M2"}), LAYOUT).paper
    assert says(table.employees[0].problems) == [("table-formula-without-value", "Blad1!M2")]


@pytest.mark.parametrize(
    ("cells", "say"),
    [
        ([None, "  ", None], "row-empty"),
        (HEADERS, "row-header-again"),
        (["Voorbeeld", 1, "Jansen", None, None, "J."], "row-example"),
        (["Totaal", None, None, None, None, None, None, None, None, None, None, None, None, None, 132], "row-total"),
        ([None] * 14 + [132], "row-total"),
        (["Team Noord"], "row-heading"),
        (["* verplicht in te vullen"], "row-explanation"),
        ([None, "Toelichting: vul hier het personeelsnummer in"], "row-explanation"),
        ([None, 14], "row-only-number"),
    ],
)
def test_skipped_rows_have_their_reason(cells, say):
    table = read([HEADERS, ROW, cells])
    assert [s.say for s in table.skipped] == [say]
    assert (len(table.employees), table.rows_there) == (1, 2)


def test_an_example_with_a_number_of_its_own_may_be_somebody():
    """The template's example bears a number that the table uses; a team called so has numbers that nobody else has."""
    assert says(read([HEADERS, row(A="Voorbeeld", B=1), row(B=2)]).problems) == [("table-example-row", "Blad1!A2")]
    assert read([HEADERS, row(A="Voorbeeld", B=1), row(B=1)]).problems == ()


@pytest.mark.parametrize("never", ["31-12-9999", "31.12.2999", "2099-12-31", "9999-12-31T00:00:00", date(9999, 12, 31)])
def test_an_end_that_never_comes_is_no_end(never):
    (employee,) = read([HEADERS, row(N=never)]).employees
    assert (employee.ends_on.value, employee.problems) == (None, ())


def test_a_person_called_total_is_no_total():
    assert len(read([HEADERS, ["Totaal zorg", 3, "Horst"]]).employees) == 1
    assert len(read([HEADERS, row(A="Totaal zorg", B=3)]).employees) == 1


def test_whole_name_in_one_column():
    headers = [None, "Nr.", "Naam", "Functie", "Dienstverband", "Cliëntcontact", "Begindatum overeenkomst"]
    rest = ["begeleider", "loondienst", "direct", date(2024, 1, 1)]
    names = ["Jansen, A.M. (Anna)", "A. van den Berg", "Anna Maria de Wit", "Berg, van den, Piet"]
    table = read([headers, *([None, i, name, *rest] for i, name in enumerate(names, 1))])
    parts = [
        tuple(f.value if f else None for f in (e.given_name, e.initials, e.prefix, e.surname)) for e in table.employees
    ]
    assert parts == [
        ("Anna", "A.M.", None, "Jansen"),
        (None, "A.", "van den", "Berg"),
        ("Anna Maria", None, "de", "Wit"),
        ("Piet", None, "van den", "Berg"),
    ]
    assert table.missing_columns == ()


CELLS = st.one_of(
    st.none(),
    st.integers(-5, 99999),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
    st.dates(),
    st.text(max_size=12),
    st.sampled_from(["Totaal", "voorbeeld", "Wit", "direct", "onbepaald", "31-02-2024", "#REF!", "  "]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=19), max_size=8))
def test_no_row_vanishes(rows):
    table = read([HEADERS, *rows])
    there = sum(any(cell is not None for cell in cells) for cells in rows)
    assert table.rows_there == there
    assert len(table.employees) + len(table.skipped) == there
    for employee in table.employees:
        assert all(p.place.cell and p.place.cell.startswith("Blad1!") for p in employee.problems)
