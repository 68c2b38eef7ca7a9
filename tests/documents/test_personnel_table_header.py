"""Where the personnel table is: its sheet, its header and columns, and what is no personnel table."""

from dataclasses import replace
from datetime import date

from dossiercheck.documents.model import Contact, Kind, PersonnelTable, Unrecognised
from dossiercheck.documents.personnel_table import recognise
from dossiercheck.documents.table_layout import TableLayout
from tests.documents.table_samples import HEADERS, LAYOUT, ROW, read, row, says, workbook


def test_header_below_titles_with_marks_and_hints():
    headers = [
        "Afdeling",
        "NR. *",
        "achternaam\n(zoals op het werk)",
        "Tussen-\nvoegsel",
        "Geboortenaam",
        "Voorletters*",
        "Voornaam",
        "Geboortedatum (dd-mm-jjjj)",
        "FUNCTIE",
        "Dienstverband",
        "Clientcontact",
        "Product",
        "Begindatum overeenkomst",
    ]
    headers[3] = "Tussenvoegsel"
    table = read([["Personeelstabel"], ["Zorg Voorbeeld B.V.", None, "2024"], headers, ROW[:13]])
    assert table.employees[0].contact.value is Contact.DIRECT
    assert table.header.cell == "Blad1!B3"
    assert table.rows_there == 1


def test_header_over_two_rows():
    upper = [None, "Nr.", "Naam", None, None, "Functie", "Soort", None, "Overeenkomst", None]
    lower = [None, None, "Achternaam", "Tussenvoegsel", "Voorletters", None, "Dienstverband", "Cliëntcontact",
             "Begindatum", "Einddatum"]  # fmt: skip
    data = [None, 1, "Bakker", None, "J.", "begeleider", "loondienst", "direct", date(2024, 1, 1), "onbepaald"]
    table = read([upper, lower, data])
    (employee,) = table.employees
    assert (employee.surname.value, employee.function.value) == ("Bakker", "begeleider")
    assert employee.starts_on.value == date(2024, 1, 1)
    assert table.missing_columns == ()


def test_a_whole_name_under_a_header_over_two_rows():
    upper = [None, None, "Medewerker", "Functie", None, None, "Overeenkomst", None]
    lower = ["Team", "Pers. nr.", "Naam", "Functie", "Dienstverband", "Cliëntcontact", "Begindatum", "Einddatum"]
    table = read(
        [upper, lower, ["Zuid", 1, "Vries, J. de", "begeleider", "loondienst", "direct", date(2024, 1, 1), "nvt"]]
    )
    (employee,) = table.employees
    assert (employee.prefix.value, employee.surname.value, employee.initials.value) == ("de", "Vries", "J.")
    assert table.missing_columns == ()


def test_columns_in_another_order():
    order = [6, 1, 12, 2, 5, 8, 9, 10, 7, 3]
    table = read([[HEADERS[i] for i in order], [ROW[i] for i in order]])
    assert table.employees[0].surname.value == "Wit"
    assert table.employees[0].starts_on.value == date(2024, 3, 1)


def test_number_column_elsewhere_is_read_and_said():
    table = read([[HEADERS[i] for i in (1, 0, 2, 5, 8, 9, 10, 12)], [ROW[i] for i in (1, 0, 2, 5, 8, 9, 10, 12)]])
    assert table.number_column == "A"
    assert table.employees[0].number.value == "007"
    assert says(table.problems) == [("table-number-elsewhere", "Blad1!A1")]


def test_number_column_by_rule_where_its_header_says_nothing():
    headers = [*HEADERS]
    headers[1] = "?"
    table = read([headers, ROW])
    assert table.employees[0].number.value == "007"
    assert says(table.problems) == [("table-number-header-missing", "Blad1!B1")]


def test_the_templates_own_header_wins():
    """A second column with another header for the same field changes nothing; two other headers are said."""
    headers, values = [*HEADERS], [*ROW]
    headers[18], values[18] = "Ingangsdatum", date(2019, 1, 1)
    assert read([headers, values]).employees[0].starts_on.value == date(2024, 3, 1)
    assert read([headers[::-1][:18], values[::-1][:18]]).employees[0].starts_on.value == date(2024, 3, 1)
    headers[2], headers[6] = "Achternaam", "Achternaam"
    assert read([headers, values]).problems == ()
    headers[8], headers[15] = "Functie", "Functie"
    assert read([headers, values]).employees[0].function.value == "begeleider"


def test_a_second_table_beside_the_first_is_said():
    """Nobody in it is read, so nobody may think that the table was read whole."""
    beside = [[*HEADERS, None, None, *HEADERS], [*ROW, None, None, *row(B=8, C="Jansen")]]
    assert says(read(beside).problems) == [("table-beside", "Blad1!V1")]


def test_missing_columns():
    keep = [0, 1, 2, 5, 8, 9]
    assert read([[HEADERS[i] for i in keep], [ROW[i] for i in keep]]).missing_columns == ("contact", "starts_on")


def test_first_sheet_with_the_header_and_others_named():
    book = workbook([["Instructie"]], [HEADERS, ROW], [HEADERS, ROW])
    table = recognise("p.xlsx", book, LAYOUT).paper
    assert table.sheet == "Blad2"
    assert [p.say for p in table.problems] == ["table-several-sheets"]


def test_hidden_sheet_only_where_no_other_has_it():
    table = recognise("p.xlsx", workbook([HEADERS, ROW], [HEADERS, ROW], hidden_sheets={1}), LAYOUT).paper
    assert table.sheet == "Blad2"
    table = recognise("p.xlsx", workbook([HEADERS, ROW], hidden_sheets={1}), LAYOUT).paper
    assert [p.say for p in table.problems] == ["table-sheet-hidden"]


def test_the_sheet_with_the_example_is_not_the_table():
    book = workbook([HEADERS, ROW], [HEADERS, ROW])
    book = replace(book, sheets=(replace(book.sheets[0], name="Voorbeeld"), book.sheets[1]))
    assert recognise("p.xlsx", book, LAYOUT).paper.sheet == "Blad2"


def test_location_overview_is_no_personnel_table():
    book = workbook([["Naam locatie", "Adres", "Postcode", "Plaats", "Soort locatie"], ["Hoofdkantoor", "Dorp 1"]])
    claim = recognise("locaties.xlsx", book, LAYOUT)
    assert isinstance(claim.paper, Unrecognised)
    assert claim.paper.hint is Kind.LOCATION_OVERVIEW


def test_other_workbooks_are_not_claimed():
    assert recognise("x.xlsx", workbook([["Datum", "Bedrag"], [date(2024, 1, 1), 12]]), LAYOUT) is None
    assert recognise("x.xlsx", workbook([]), LAYOUT) is None


def test_an_empty_table_is_a_table():
    table = read([HEADERS])
    assert isinstance(table, PersonnelTable)
    assert table.employees == ()


def test_the_layout_decides_not_the_code():
    layout = TableLayout(columns={"number": (("id",), True), "surname": (("family",), True)})
    assert recognise("p.xlsx", workbook([[None, "ID", "Family"], [None, 1, "Wit"]]), layout).paper.employees
    assert recognise("p.xlsx", workbook([HEADERS, ROW]), layout) is None
