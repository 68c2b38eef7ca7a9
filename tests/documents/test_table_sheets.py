"""One table over several sheets, one person over several rows; what is another version, or two persons, stays apart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dossiercheck.documents.model import PersonnelTable
from dossiercheck.documents.personnel_table import recognise
from tests.documents.table_samples import HEADERS, LAYOUT, ROW, row, workbook

NAMES = ("Wit", "Bakker", "Vos", "Smit", "Kok", "Dam")


def person(number: int, **changed: Any) -> list[Any]:
    surname = NAMES[number - 1]
    return row(**{"B": number, "C": surname, "D": None, "H": date(1980, 1, number), **changed})


def read(hidden: Sequence[str] = (), **sheets: list[list[Any]]) -> PersonnelTable:
    """Sheets by name; `_` in a name is a space, `__2` stands for ` (2)`. Rows without a header get the usual one."""
    names = [name.replace("__2", " (2)").replace("_", " ").strip() for name in sheets]
    book = workbook(*(rows if rows and "Nr." in rows[0] else [HEADERS, *rows] for rows in sheets.values()))
    named = (replace(s, name=n, hidden=n in hidden) for s, n in zip(book.sheets, names, strict=True))
    claim = recognise("p.xlsx", replace(book, sheets=tuple(named)), LAYOUT)
    assert claim is not None
    assert isinstance(claim.paper, PersonnelTable)
    assert len(claim.paper.employees) + len(claim.paper.skipped) == claim.paper.rows_there
    return claim.paper


def numbers(table: PersonnelTable) -> list[str]:
    return [employee.number.value for employee in table.employees if employee.number]


def not_read(table: PersonnelTable) -> tuple[str, ...]:
    problems = [p for p in table.problems if p.say == "table-several-sheets"]
    return tuple(str(name) for p in problems for name in p.values["others"])  # type: ignore[union-attr]


def test_sheets_with_the_same_header_are_one_table() -> None:
    table = read(Vast=[person(1), person(2)], Inhuur=[person(3)])
    assert (numbers(table), table.rows_there, table.problems) == (["1", "2", "3"], 3, ())
    assert (table.sheet, table.further_sheets) == ("Vast", ("Inhuur",))
    assert table.employees[2].starts_on.place.cell == "Inhuur!M2"  # type: ignore[union-attr]
    assert table.employees[2].place.cell == "Inhuur!B2"


@pytest.mark.parametrize(
    ("sheets", "expected", "others"),
    [
        ({"Almelo": [1, 2], "Borne": [3], "Hof_van_Twente": [4, 5]}, "12345", ()),
        ({"Vast_2024": [1, 2], "Inhuur_2024": [3]}, "123", ()),
        ({"Oud": [1, 2], "Actueel": [1, 2, 3]}, "123", ("Oud",)),
        ({"Oud": [4, 5], "Actueel": [1, 2, 3]}, "123", ("Oud",)),
        ({"2023": [1, 2], "2024": [1, 3]}, "13", ("2023",)),
        ({"Vast": [1, 2], "2023": [4]}, "12", ("2023",)),
        ({"Blad1": [1, 2], "Blad1__2": [3, 4]}, "12", ("Blad1 (2)",)),
        ({"Vast": [1, 2], "Kopie_van_Vast": [3]}, "12", ("Kopie van Vast",)),
        ({"Vast": [1, 2], "Uit_dienst": [3]}, "12", ("Uit dienst",)),
        ({"Vast": [1, 2], "Voorbeeld": [3]}, "12", ("Voorbeeld",)),
        ({"Vast": [1, 2], "Ex-medewerkers": [3]}, "12", ("Ex-medewerkers",)),
        ({"Vast": [1, 2], "Niet_meer_in_dienst": [3]}, "12", ("Niet meer in dienst",)),
        ({"Vast": [1, 2], "Inactief": [3]}, "12", ("Inactief",)),
        ({"Vast": [1, 2], "Archief2": [3]}, "12", ("Archief2",)),
        ({"Leeg": [], "Vast": [1], "Inhuur": [2]}, "12", ()),
        ({"Vast": [1, 2, 3], "Inhuur": [3, 4, 5]}, "123345", ()),
        ({"Blad1": [1, 2, 3], "Blad2": [1, 2, 4]}, "123", ("Blad2",)),
    ],
)
def test_which_sheets_belong_together(sheets: dict[str, list[int]], expected: str, others: tuple[str, ...]) -> None:
    table = read(**{name: [person(number) for number in rows] for name, rows in sheets.items()})
    assert "".join(numbers(table)) == expected
    assert not_read(table) == others


def test_the_same_persons_with_other_data_are_another_version() -> None:
    changed = [person(1, M=date(2020, 1, 1)), person(2, I="teamleider")]
    assert not_read(read(Personeel=[person(1), person(2)], Lijst=changed)) == ("Lijst",)


def test_a_hidden_sheet_is_not_added() -> None:
    table = read(hidden=["Stil"], Vast=[person(1)], Stil=[person(2)])
    assert (numbers(table), not_read(table)) == (["1"], ("Stil",))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([person(3)], True),
        ([person(2)], False),
        ([person(2, F="X.")], True),
        ([["Toelichting", None, "Vul in"], [None, None, "per rij", "een"]], False),
        ([["Naam", "Geboortedatum", "Functie"], ["Piet Vos", date(1970, 1, 1), "begeleider"]], True),
        ([["Naam", "Geboortedatum"], ["Anna de Wit", date(1980, 1, 1)]], False),
        ([["Naam", "Begindatum"], ["Pand aan de Dam", date(2020, 1, 1)]], False),
    ],
    ids=["goes on", "known", "namesake", "words", "short header", "birthdays", "no persons"],
)
def test_persons_on_a_sheet_that_has_no_full_header_are_said(rows: list[list[Any]], said: bool) -> None:
    claim = recognise("p.xlsx", workbook([HEADERS, person(1), person(2)], rows), LAYOUT)
    assert claim is not None and isinstance(claim.paper, PersonnelTable)
    assert (numbers(claim.paper), not_read(claim.paper)) == (["1", "2"], ("Blad2",) if said else ())


def test_a_number_on_two_sheets_is_named_with_both_cells() -> None:
    table = read(Vast=[person(1), person(2)], Inhuur=[person(3, B=2), person(4)])
    twice = [(p.place.cell, p.values["others"]) for e in table.employees for p in e.problems]
    assert twice == [("Vast!B3", ("Inhuur!B2",)), ("Inhuur!B2", ("Vast!B3",))]


def test_free_columns_may_differ_and_stand_elsewhere_required_ones_not() -> None:
    order = [0, 1, 8, 2, 3, 5, 6, 9, 10, 12]
    other = [HEADERS[i] for i in order], [person(3)[i] for i in order]
    table = read(Vast=[person(1), person(2)], Inhuur=[*other])
    assert (numbers(table), not_read(table)) == (["1", "2", "3"], ())
    assert table.employees[2].function.place.cell == "Inhuur!C2"  # type: ignore[union-attr]
    fewer = [HEADERS[:10], person(3)[:10]]
    assert not_read(read(Vast=[person(1), person(2)], Inhuur=fewer)) == ("Inhuur",)


def only(**filled: Any) -> list[Any]:
    """A row that holds these columns alone."""
    return [filled.get("ABCDEFGHIJKLMNOPQRS"[at]) for at in range(len(ROW))]


FIRST = person(1, K=None, M=None, N=None)


def over(rows: list[list[Any]], *merged: str) -> PersonnelTable:
    book = workbook([HEADERS, *rows])
    claim = recognise("p.xlsx", replace(book, sheets=(replace(book.sheets[0], merged=merged),)), LAYOUT)
    assert claim is not None
    assert isinstance(claim.paper, PersonnelTable)
    assert len(claim.paper.employees) + len(claim.paper.skipped) == claim.paper.rows_there
    return claim.paper


@pytest.mark.parametrize(
    ("second", "merged"),
    [
        (only(B=1, C="Wit", F="A.M.", G="Anna", K="direct", M=date(2024, 3, 1)), ()),
        (only(B="01", C="WIT", K="direct", M=date(2024, 3, 1)), ()),
        (only(K="direct", M=date(2024, 3, 1)), ("C2:C3",)),
        (only(K="direct", M=date(2024, 3, 1)), ("A2:A3", "B2:B3")),
    ],
)
def test_a_second_row_with_what_the_first_leaves_open(second: list[Any], merged: tuple[str, ...]) -> None:
    table = over([FIRST, second, person(2)], *merged)
    assert numbers(table) == ["1", "2"]
    first = table.employees[0]
    assert first.starts_on is not None
    assert (first.starts_on.value, first.starts_on.place.cell) == (date(2024, 3, 1), "Blad1!M3")
    assert first.problems == ()
    assert [row.say for row in table.skipped] == ["row-continued"]


@pytest.mark.parametrize(
    ("second", "merged"),
    [
        (only(B=1, C="Wit", I="teamleider", M=date(2024, 3, 1)), ()),
        (only(B=1, C="Vos", M=date(2024, 3, 1)), ()),
        (only(B=2, C="Wit", M=date(2024, 3, 1)), ()),
        (only(C="Wit", K="direct", M=date(2024, 3, 1)), ()),
        (only(K="direct", M=date(2024, 3, 1)), ()),
        (only(K="direct", M=date(2024, 3, 1)), ("K2:K3",)),
        (only(B=1, C="Wit", F="J.", M=date(2024, 3, 1)), ()),
        (FIRST, ()),
    ],
)
def test_two_rows_stay_two(second: list[Any], merged: tuple[str, ...]) -> None:
    assert len(over([FIRST, second], *merged).employees) == 2


def test_three_rows_of_one_person() -> None:
    table = over([FIRST, only(K="direct"), only(M=date(2024, 3, 1), N="onbepaald")], "C2:C4")
    assert len(table.employees) == 1
    assert [row.say for row in table.skipped] == ["row-continued", "row-continued"]


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("01-03-2022 / 01-05-2023", ("01-03-2022", "01-05-2023")),
        ("1 maart 2022 en 1 mei 2023", ("1 maart 2022", "1 mei 2023")),
        ("01-03-2022\n01-05-2023 (verlengd)", ("01-03-2022", "01-05-2023")),
        ("2022-03-01; 2023-05-01; 2024-05-01", ("2022-03-01", "2023-05-01", "2024-05-01")),
    ],
)
def test_several_dates_in_one_cell_are_named_and_none_is_chosen(written: str, dates: tuple[str, ...]) -> None:
    (employee,) = read(Blad1=[row(H=written, M=written, N=written)]).employees
    assert (employee.born_on, employee.starts_on, employee.ends_on) == (None, None, None)
    said = [(p.say, p.values["field"], p.values["dates"]) for p in employee.problems]
    assert said == [
        ("table-several-dates", "born_on", ()),
        ("table-several-dates", "starts_on", dates),
        ("table-several-dates", "ends_on", dates),
    ]


@pytest.mark.parametrize("written", ["01-03-2022 / 31-02-2023", "01-03-2022 / 01-03-2022", "01-03-2022 / volgt"])
def test_one_date_and_something_else_is_no_several_dates(written: str) -> None:
    (employee,) = read(Blad1=[row(M=written)]).employees
    assert [p.say for p in employee.problems] == ["table-date-unclear"]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({"C": "Zie Akkerman"}, "Zie Akkerman"),
        ({"A": "Zie Akkerman", "D": "(geb. 03-02-1980, 123456782)"}, "Zie Akkerman · (geb. …, …)"),
        ({"A": "Zie Akkerman, geboren 3 februari 1980"}, "Zie Akkerman, geboren …"),
        ({"A": "Toelichting: " + "woord " * 30}, "Toelichting: woord woord woord woord woord woord woord woord…"),
        ({"C": "Zie\nAkker\u200bman"}, "Zie Akkerman"),
    ],
)
def test_a_skipped_row_says_what_stands_there(cells: dict[str, Any], text: str) -> None:
    (skipped,) = over([person(1), only(**cells)]).skipped
    assert (skipped.say, skipped.text) == ("row-explanation", text)
